//! 发文字号: `云政发〔2024〕12号`, 令 `第12号`, 公告 `2024年第3号` (9704 7.2.5).

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map, opt, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Input as _, Parser};

use super::input::{Input, Rule};
use super::token::{blanks, label, one_in, range, read, slice, spaced, trim_range_by};
use super::{numeral, vocabulary};
use crate::ast::{Brackets, DocNumber, Text};
use crate::charset;

mod issue;
#[cfg(test)]
mod real;
mod recognise;
#[cfg(test)]
mod tests;

pub(crate) use recognise::{before_title, behind_title, may_be_number, recognise, split_glued};

/// What is written in a 发文字号, its agency as bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    /// 机关代字; empty where there is none.
    agency: Range<usize>,
    year: Option<u16>,
    serial: Option<u32>,
    brackets: Brackets,
    /// Whether 号 or 期 is written.
    closed: bool,
    /// Whether it is a 期号.
    issue: bool,
    /// One past the number.
    end: usize,
}

/// Reads a 发文字号; what is not written is `None`.
pub(crate) fn doc_number<'src>(whole: &Text<'src>) -> DocNumber<'src> {
    let short = whole.len() <= recognise::LONGEST;
    let number = short.then(|| read(whole.as_str(), line_of_number)).flatten().map(|(_, number)| number);
    DocNumber {
        text: whole.clone(),
        agency: number.as_ref().and_then(|number| slice(whole, number.agency.clone())),
        year: number.as_ref().and_then(|number| number.year),
        serial: number.as_ref().and_then(|number| number.serial),
        brackets: number.map_or(Brackets::None, |number| number.brackets),
    }
}

// line_of_number ::= blanks label? number closer? junk
/// A line with a number, its label and its brackets: `（云政发〔2024〕12号）★`.
fn line_of_number(i: Input<'_>) -> Rule<'_, Number> {
    let head = (blanks, opt(label(one_in(&vocabulary::DOC_NUMBER_LABELS))), blanks);
    let tail = (blanks, opt(satisfy(charset::is_closer)), junk);
    let (rest, number) = delimited(head, alt((bracketed, ordered, issue::issue)), tail).parse(i)?;
    let idle = |c| charset::is_blank(c) || charset::is_opener(c);
    let agency = trim_range_by(i.text, number.agency, idle);
    Ok((rest, Number { agency, ..number }))
}

// junk ::= ("★" | "〔" | "〕" | blank)*
/// What printers and web forms leave behind a number: `★`, `〔〕`.
fn junk(i: Input<'_>) -> Rule<'_, Input<'_>> {
    take_while(|c| charset::is_blank(c) || matches!(c, '★' | '☆' | '*' | '＊' | '〔' | '〕'))(i)
}

// bracketed ::= <agency: what stands in front of year_in_brackets> year_in_brackets serial
/// `云政发〔2024〕12号`.
fn bracketed(i: Input<'_>) -> Rule<'_, Number> {
    let year_at = |(at, c)| {
        let (behind, agency) = charset::is_opener(c).then(|| i.take_split(at))?;
        year_in_brackets(behind).ok().map(|(rest, year)| (rest, agency, year))
    };
    let found = i.text.char_indices().find_map(year_at);
    let (rest, agency, (year, brackets)) = found.ok_or(nom::Err::Error(()))?;
    let (rest, (serial, closed)) = serial(rest)?;
    Ok((rest, Number { agency: range(agency), year, serial, brackets, closed, issue: false, end: rest.start as usize }))
}

// year_in_brackets ::= opener year "年"? closer
/// `〔2024〕`, in brackets of any kind or of two kinds; `〔〕` has no year.
fn year_in_brackets(i: Input<'_>) -> Rule<'_, (Option<u16>, Brackets)> {
    if let Some((year, length)) = plain_year(i.text) {
        return Ok((i.take_from(length), (Some(year), Brackets::Hexagonal)));
    }
    let opener = satisfy(charset::is_opener);
    let closer = preceded((opt(tag("年")), blanks), satisfy(charset::is_closer));
    let fits = |year: &Input<'_>, kind| match year.text.chars().filter(|&c| !charset::is_blank(c)).count() {
        4 => true,
        0 | 2 => matches!(kind, Brackets::Hexagonal | Brackets::Square | Brackets::Lenticular),
        _ => false,
    };
    let (rest, (opener, year, closer)) = (opener, year_digits, closer).parse(i)?;
    let kind = bracket_kind(opener, closer);
    if fits(&year, kind) { Ok((rest, (year_value(year), kind))) } else { Err(nom::Err::Error(())) }
}

/// `〔2024〕`, as nearly all years are written, and its bytes.
fn plain_year(text: &str) -> Option<(u16, usize)> {
    let (year, behind) = text.strip_prefix('〔')?.split_at_checked(4)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit()) && behind.starts_with('〕');
    let value = || year.bytes().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    digits.then(|| (value(), "〔2024〕".len()))
}

// year_digits ::= (digit | han_digit_value | placeholder | blank)*
/// The digits of a year, spaced or left open: `2024`, `二〇二四`, `20××`.
fn year_digits(i: Input<'_>) -> Rule<'_, Input<'_>> {
    take_while(is_year_digit)(i)
}

const fn is_year_digit(c: char) -> bool {
    charset::is_digit(c) || charset::is_blank(c) || charset::han_digit_value(c).is_some() || charset::is_placeholder(c)
}

/// The year its digits give; `None` where one is left open.
fn year_value(digits: Input<'_>) -> Option<u16> {
    let mut digits = digits.text.chars().filter(|&c| !charset::is_blank(c)).peekable();
    digits.peek()?;
    let value = |c| charset::digit_value(c).or(charset::han_digit_value(c));
    let year = digits.try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(value(c)?))?;
    u16::try_from(year).ok()
}

/// The kind of a pair of brackets.
fn bracket_kind(opener: char, closer: char) -> Brackets {
    match (opener, closer) {
        ('〔' | '﹝', '〕' | '﹞') => Brackets::Hexagonal,
        ('[' | '［', ']' | '］') => Brackets::Square,
        ('(' | '（' | '﹙', ')' | '）' | '﹚') => Brackets::Round,
        ('【' | '〖', '】' | '〗') => Brackets::Lenticular,
        _ => Brackets::Other,
    }
}

// serial ::= "字"? "第"? (serial_number ("号" | "期")? | "号" serial_number?)
/// The serial and whether 号 is there: `12号`, `第12号`, `号16`, `12`.
fn serial(i: Input<'_>) -> Rule<'_, (Option<u32>, bool)> {
    if let Some((serial, length)) = plain_serial(i.text) {
        return Ok((i.take_from(length), (Some(serial), true)));
    }
    let (i, _) = (blanks, opt(tag("字")), blanks, opt(tag("第")), blanks).parse(i)?;
    let after = preceded((tag("号"), blanks), opt(serial_number));
    // 号 first, so that a number behind it is not lost.
    let (rest, (serial, closed)) = alt((
        map(after, |serial| (serial.flatten(), true)),
        map((opt(serial_number), opt((blanks, one_of("号期")))), |(serial, end)| (serial.flatten(), end.is_some())),
    ))
    .parse(i)?;
    Ok((rest, (serial, closed)))
}

/// `12号`, as nearly all serials are written, and its bytes.
fn plain_serial(text: &str) -> Option<(u32, usize)> {
    let digits = || text.bytes().take_while(u8::is_ascii_digit);
    let length = digits().take(10).count();
    let closed = text.get(length..).is_some_and(|rest| rest.starts_with('号'));
    let value = || digits().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    (closed && (1..10).contains(&length)).then(|| (value(), length + "号".len()))
}

// serial_number ::= integer ("-" integer)? | placeholder+
/// `12`, `十二`, `12-1`, `××`.
fn serial_number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let part = preceded(satisfy(|c| matches!(c, '-' | '－' | '—' | '–')), numeral::integer);
    let open = take_while(charset::is_placeholder);
    alt((
        terminated(numeral::integer, opt(part)),
        map(verify(open, |open: &Input<'_>| !open.text.is_empty()), |_| None),
    ))
    .parse(i)
}

// ordered ::= organ? ordinal
/// `财政厅令第7号`, `公告2018年第14号`, `第七〇六号`.
fn ordered(i: Input<'_>) -> Rule<'_, Number> {
    let mut in_number = false;
    let starts = i.text.char_indices().filter(|&(_, c)| {
        let (digit, was) = (charset::is_digit(c) || charset::is_han_numeral(c), in_number);
        in_number = digit;
        c == '第' || (digit && !was)
    });
    let try_at = |(at, _)| {
        let (rest, agency) = i.take_split(at);
        let (rest, (year, serial)) = ordinal(rest, agency.text).ok()?;
        let (agency, end, brackets) = (range(agency), rest.start as usize, Brackets::None);
        Some((rest, Number { agency, year, serial, brackets, closed: true, issue: false, end }))
    };
    starts.map(try_at).find_map(|found| found).ok_or(nom::Err::Error(()))
}

// ordinal ::= (year "年")? "第"? integer "号"
/// `第 305 号`, `2018年第14号`; without year and 第 only behind 令 and the like: `令12号`.
fn ordinal<'a>(i: Input<'a>, agency: &str) -> Rule<'a, (Option<u16>, Option<u32>)> {
    let year = verify(year_digits, |year| year.text.chars().filter(|&c| !charset::is_blank(c)).count() == 4);
    let (i, year) = opt(terminated(year, (tag("年"), blanks))).parse(i)?;
    let (i, ordinal) = opt((spaced("第"), blanks)).parse(i)?;
    if ordinal.is_none() && year.is_none() && !recognise::ends_as_order(agency) {
        return Err(nom::Err::Error(()));
    }
    let (rest, serial) = terminated(numeral::integer, (blanks, tag("号"))).parse(i)?;
    Ok((rest, (year.and_then(year_value), serial)))
}
