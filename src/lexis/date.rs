//! 成文日期: `2024年5月6日`, 二〇二四年五月六日, `2024-05-06` (9704 7.3.5.4).

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::satisfy;
use nom::combinator::{opt, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Input as _, Parser};

use super::input::{Input, Rule};
use super::numeral;
use super::token::{blanks, read, whole};
use crate::ast::{Date, Text};
use crate::charset;

/// No date is longer, in characters, however it is spaced.
const LONGEST: usize = 40;

/// No place of signing is longer, in characters.
const LONGEST_PLACE: usize = 3;

/// A year, a month or a day as it is written.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Its value; `None` where it is left open.
    value: Option<u32>,
    /// How many characters are written, blanks left out.
    length: usize,
    /// Whether a placeholder is written.
    open: bool,
}

/// Year, month and day; the day is missing in `2024年5月`.
type Slots = (Slot, Slot, Option<Slot>);

/// No date is longer, in bytes.
const LONGEST_BYTES: usize = LONGEST * 4;
/// No date is shorter, in bytes: `2024-5-6`.
const SHORTEST_BYTES: usize = 8;

/// Whether `line` is nothing but a date, filled in or not: `2024年5月6日`, `2022年月日`, `2024年5月`.
pub(crate) fn whole_line(line: &str) -> bool {
    may_begin(line) && is_whole(line)
}

/// Whether `line` is nothing but a date, or one date and the same again, as under two 署名 on one line:
/// `2024年5月6日　　2024年5月6日`.
pub(crate) fn stands_alone(line: &str) -> bool {
    may_begin(line) && (is_whole(line) || is_twice(line))
}

/// Whether `line`, short as it is, may begin with a date.
fn may_begin(line: &str) -> bool {
    (SHORTEST_BYTES..=LONGEST_BYTES).contains(&line.len()) && line.starts_with(may_stand_in)
}

fn is_whole(line: &str) -> bool {
    (line.ends_with(may_stand_in) || line.contains("于")) && is_date(line)
}

fn is_date(line: &str) -> bool {
    line.len() >= SHORTEST_BYTES && (is_plain(line) || is_date_in_any_writing(line))
}

/// Whether `line` is a date as nearly all are written: `2024年5月6日`.
fn is_plain(line: &str) -> bool {
    let Some((4, 1000..)) = plain_slot(line) else { return false };
    let behind_month = line.get(4..).and_then(|rest| behind_small(rest.strip_prefix('年')?));
    let behind_day = behind_month.and_then(|rest| behind_small(rest.strip_prefix('月')?));
    behind_day == Some("日")
}

/// What stands behind a plain month or day.
fn behind_small(text: &str) -> Option<&str> {
    let (length, _) = plain_slot(text).filter(|&(length, _)| length <= 3)?;
    text.get(length..)
}

fn is_date_in_any_writing(line: &str) -> bool {
    let rest = read(line, line_of_date).map_or(line, |(rest, ())| rest);
    rest.is_empty() && !line.is_empty() && (line.len() <= LONGEST || line.chars().nth(LONGEST).is_none())
}

fn is_twice(line: &str) -> bool {
    let half = |at: usize| line.split_at_checked(at).filter(|(date, _)| whole_line(date));
    let ends = line.match_indices('日').take(2).map(|(at, day)| at + day.len());
    let mut halves = ends.filter_map(half);
    halves.any(|(date, rest)| date == charset::trim_start(rest))
}

/// Where the date begins that ends a line of something else: `青泉县财政局　2024年5月6日`.
pub(crate) fn at_end(line: &str) -> Option<usize> {
    if line.len() <= SHORTEST_BYTES || !line.ends_with(may_end) || whole_line(line) {
        return None;
    }
    let tail = line.char_indices().rev().take(LONGEST).take_while(|&(_, c)| may_stand_in(c));
    let first = tail.last().map_or(line.len(), |(at, _)| at);
    let starts = line.get(first..)?.char_indices().map(|(at, c)| (first + at, c));
    starts.filter(|&(at, c)| at > 0 && !charset::is_blank(c)).map(|(at, _)| at).find(|&at| begins_date(line, at))
}

/// Whether a date begins at byte `at` of `line`, its first number not cut.
fn begins_date(line: &str, at: usize) -> bool {
    line.split_at_checked(at).is_some_and(|(front, date)| {
        !front.ends_with(|c| charset::is_digit(c) || charset::is_han_numeral(c)) && is_date(date)
    })
}

/// Whether `c` may end a date.
fn may_end(c: char) -> bool {
    matches!(c, '日' | '月' | '⽇' | '⽉') || charset::is_digit(c)
}

/// Whether `c` may stand in a date.
fn may_stand_in(c: char) -> bool {
    let sign = matches!(c, '日' | '月' | '年' | '号' | '⽇' | '⽉' | '\u{f98e}') || is_dash(c);
    charset::is_digit(c) || charset::is_blank(c) || sign || charset::is_placeholder(c) || charset::is_han_numeral(c)
}

/// Reads a date; what is left open is `None`.
pub(crate) fn date<'src>(whole: &Text<'src>) -> Date<'src> {
    let slots = read(whole.as_str(), date_rule).map(|(_, slots)| slots);
    let small = |slot: Slot| slot.value.and_then(|value| u8::try_from(value).ok());
    Date {
        text: whole.clone(),
        year: slots.and_then(|(year, ..)| year.value).and_then(|year| u16::try_from(year).ok()),
        month: slots.and_then(|(_, month, _)| small(month)),
        day: slots.and_then(|(.., day)| day).and_then(small),
    }
}

/// Whether the day is in the calendar.
pub(crate) const fn exists(year: u16, month: u8, day: u8) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    day >= 1 && day <= last
}

// line_of_date ::= date (place blanks)?
/// A date, perhaps with the place of signing: `2021年11月26日于江城`.
fn line_of_date(i: Input<'_>) -> Rule<'_, ()> {
    let place = preceded(tag("于"), take_while_m_n(1, LONGEST_PLACE, charset::is_han));
    let (rest, (.., day)) = date_rule(i)?;
    if day.is_none() {
        return Ok((rest, ()));
    }
    opt(terminated(place, blanks)).map(|_| ()).parse(rest)
}

// date ::= blanks (named | numeric) blanks
/// A date in any writing.
fn date_rule(i: Input<'_>) -> Rule<'_, Slots> {
    delimited(blanks, alt((named, numeric)), blanks).parse(i)
}

// named ::= year "年" slot "月" (slot "日")?
/// `2024年5月6日`, `二〇二四年五月六日`, `　年　月　日`.
fn named(i: Input<'_>) -> Rule<'_, Slots> {
    let small = || verify(slot, |slot| slot.length <= 3);
    let year = terminated(year, satisfy(|c| matches!(c, '年' | '\u{f98e}')));
    let month = terminated(small(), satisfy(|c| matches!(c, '月' | '⽉')));
    let day = opt(terminated(small(), satisfy(|c| matches!(c, '日' | '号' | '⽇'))));
    // Without a day, year and month must be there: `年月` is no date.
    let filled = |(year, month, day): &Slots| day.is_some() || (year.value.is_some() && month.value.is_some());
    verify((year, month, day), filled).parse(i)
}

// numeric ::= arabic_slot dash arabic_slot dash arabic_slot
/// `2024-05-06`, `2024.5.6`, `2024/5/6`.
fn numeric(i: Input<'_>) -> Rule<'_, Slots> {
    let digits = |most: usize| verify(arabic_slot, move |slot: &Slot| slot.length <= most);
    let year = verify(arabic_slot, |slot| slot.length == 4 && slot.value.is_some_and(|year| year >= 1000));
    let (rest, (year, month, day)) = (year, preceded(dash, digits(2)), preceded(dash, digits(2))).parse(i)?;
    Ok((rest, (year, month, Some(day))))
}

// dash ::= blanks ("-" | "." | "/") blanks
/// What parts the numbers of a numeric date.
fn dash(i: Input<'_>) -> Rule<'_, char> {
    delimited(blanks, satisfy(is_dash), blanks).parse(i)
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | '－' | '．' | '／' | '–' | '—')
}

// arabic_slot ::= digit+
/// An Arabic number: `05`.
fn arabic_slot(i: Input<'_>) -> Rule<'_, Slot> {
    let (rest, value) = numeral::arabic_integer(i)?;
    let consumed = i.text.len() - rest.text.len();
    let length = i.text.get(..consumed).map_or(0, |digits| digits.chars().count());
    Ok((rest, Slot { value, length, open: false }))
}

// year ::= slot
/// A year of four digits, or one left open: `2024`, `20××`, `20　`.
fn year(i: Input<'_>) -> Rule<'_, Slot> {
    let (rest, slot) = slot(i)?;
    match slot.length {
        4 if slot.value.is_some_and(|year| year >= 1000) || slot.open => Ok((rest, slot)),
        0..4 if slot.length == 0 || slot.open => Ok((rest, Slot { value: None, ..slot })),
        2 | 3 if matches!(slot.value, Some(19 | 20 | 190..210)) => Ok((rest, Slot { value: None, ..slot })),
        _ => Err(nom::Err::Error(())),
    }
}

// slot ::= (digit | han_numeral | placeholder | blank)*
/// What stands in front of 年, 月 or 日, spaced at will, perhaps nothing.
fn slot(i: Input<'_>) -> Rule<'_, Slot> {
    if let Some((length, value)) = plain_slot(i.text) {
        return Ok((i.take_from(length), Slot { value: Some(value), length, open: false }));
    }
    let fills = |c| charset::is_digit(c) || charset::is_han_numeral(c) || charset::is_placeholder(c);
    let (rest, run) = take_while(|c| fills(c) || charset::is_blank(c))(i)?;
    let letters = run.text.chars().filter(|&c| !charset::is_blank(c));
    let (length, open) = letters.fold((0, false), |(n, open), c| (n + 1, open || charset::is_placeholder(c)));
    let value = if open || length == 0 { None } else { slot_value(run.text) };
    Ok((rest, Slot { value, length, open }))
}

/// One to four ASCII digits in front of 年, 月 or 日, as nearly all slots are: how many, and their value.
fn plain_slot(text: &str) -> Option<(usize, u32)> {
    let digits = || text.bytes().take_while(u8::is_ascii_digit);
    let length = digits().take(5).count();
    let ends = text.get(length..).is_some_and(|rest| rest.starts_with(['年', '月', '日']));
    let value = || digits().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    (ends && (1..=4).contains(&length)).then(|| (length, value()))
}

/// The number written in `run`, blanks between its letters left out.
fn slot_value(run: &str) -> Option<u32> {
    let packed: String;
    let plain = if run.contains(charset::is_blank) {
        packed = run.chars().filter(|&c| !charset::is_blank(c)).take(LONGEST).collect();
        &packed
    } else {
        run
    };
    whole(plain, numeral::integer).flatten()
}

#[cfg(test)]
mod tests;
