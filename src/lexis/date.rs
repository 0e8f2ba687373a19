//! 成文日期: `2024年5月6日`, 二〇二四年五月六日, `2024-05-06` (9704 7.3.5.4).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::satisfy;
use nom::combinator::{opt, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::input::{Input, Rule};
use super::numeral;
use super::token::{blanks, read};
use crate::ast::{Date, Text};
use crate::charset;

/// No date is longer, in characters, however it is spaced.
const LONGEST: usize = 40;

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

/// Whether `line` is nothing but a date, filled in or not: `2024年5月6日`, `2022年月日`, `2024年5月`.
pub(crate) fn whole_line(line: &str) -> bool {
    let short = line.chars().nth(LONGEST).is_none();
    short && read(line, date_rule).is_some_and(|(rest, _)| rest.is_empty())
}

/// Where the date begins that ends a line of something else: `青泉县财政局　2024年5月6日`.
pub(crate) fn at_end(line: &str) -> Option<usize> {
    let shut = line.ends_with(['日', '月']) || line.ends_with(charset::is_digit);
    let tail = || line.char_indices().rev().take(LONGEST).filter(|&(at, c)| at > 0 && !charset::is_blank(c));
    let starts = |at: usize| {
        let (front, date) = line.split_at_checked(at)?;
        let cut = front.ends_with(|c| charset::is_digit(c) || charset::is_han_numeral(c));
        (!cut && whole_line(date)).then_some(at)
    };
    (shut && !whole_line(line)).then(|| tail().filter_map(|(at, _)| starts(at)).last()).flatten()
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

// date ::= blanks (named | numeric) blanks
/// A date in any writing.
fn date_rule(i: Input<'_>) -> Rule<'_, Slots> {
    delimited(blanks, alt((named, numeric)), blanks).parse(i)
}

// named ::= year "年" slot "月" (slot "日")?
/// `2024年5月6日`, `二〇二四年五月六日`, `　年　月　日`.
fn named(i: Input<'_>) -> Rule<'_, Slots> {
    let small = || verify(slot, |slot| slot.length <= 3);
    let year = terminated(year, tag("年"));
    let month = terminated(small(), tag("月"));
    let day = opt(terminated(small(), satisfy(|c| matches!(c, '日' | '号'))));
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
    delimited(blanks, satisfy(|c| "-./－．／–—".contains(c)), blanks).parse(i)
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
    let fills = |c| charset::is_digit(c) || charset::is_han_numeral(c) || charset::is_placeholder(c);
    let (rest, run) = take_while(|c| charset::is_blank(c) || fills(c))(i)?;
    let letters = || run.text.chars().filter(|&c| !charset::is_blank(c));
    let length = letters().take(LONGEST).count();
    let open = letters().any(charset::is_placeholder);
    let packed: String = letters().take(LONGEST).collect();
    let value = read(&packed, numeral::integer).filter(|(left, _)| left.is_empty()).and_then(|(_, value)| value);
    Ok((rest, Slot { value: value.filter(|_| !open), length, open }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Option<u16>, Option<u8>, Option<u8>) {
        let date = date(&Text::borrowed(text, 0));
        (date.year, date.month, date.day)
    }

    #[test]
    fn dates_in_all_writings() {
        for text in [
            "2024年5月6日",
            "2024年05月06日",
            "２０２４年５月６日",
            "2024 年 5 月 6 日",
            "2 0 2 4 年 5 月 6 日",
            "2024-05-06",
            "2024.5.6",
            "2024/5/6",
            "２０２４．５．６",
            "二〇二四年五月六日",
            "二○二四年五月六日",
            "二０二四年五月六日",
            "二零二四年五月六日",
            "二 〇 二 四 年 五 月 六 日",
            "　2024年5月6日　",
            "\u{200b}2024年5月6日\u{feff}",
        ] {
            assert!(whole_line(text), "{text}");
            assert_eq!(parts(text), (Some(2024), Some(5), Some(6)), "{text}");
        }
        assert_eq!(parts("一九九六年十二月二十五日"), (Some(1996), Some(12), Some(25)));
        assert_eq!(parts("⼀九九六年⼗⼆月廿五日"), (Some(1996), Some(12), Some(25)));
    }

    #[test]
    fn what_is_left_open_is_none() {
        for (text, read) in [
            ("2022年月日", (Some(2022), None, None)),
            ("　年　月　日", (None, None, None)),
            ("年  月  日", (None, None, None)),
            ("2024年5月", (Some(2024), Some(5), None)),
            ("2024年5月 日", (Some(2024), Some(5), None)),
            ("20××年×月×日", (None, None, None)),
            ("20　　年　月　日", (None, None, None)),
            ("____年__月__日", (None, None, None)),
            ("2024年13月45日", (Some(2024), Some(13), Some(45))),
            ("2024-13-99", (Some(2024), Some(13), Some(99))),
        ] {
            assert!(whole_line(text), "{text}");
            assert_eq!(parts(text), read, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "2024年",
            "年",
            "年月",
            "5月6日",
            "2024年5月6日。",
            "2024年5月6日起",
            "1.5.2024",
            "2024.5",
            "12024.5.6",
            "13495.6546",
            "2024年5月6",
            "0024年5月6日",
            "24年5月6日",
            "2024年1234月6日",
            "2024年5月6日至8日",
            "云岭市2024年5月6日",
        ] {
            assert!(!whole_line(text), "{text}");
        }
    }

    #[test]
    fn dates_at_the_end_of_a_line() {
        let front = |line: &'static str| at_end(line).and_then(|at| line.get(..at));
        assert_eq!(front("青泉县财政局　2024年5月6日"), Some("青泉县财政局　"));
        assert_eq!(front("青泉县财政局2024 年 5 月 6 日"), Some("青泉县财政局"));
        assert_eq!(front("青泉县财政局二〇二四年五月六日"), Some("青泉县财政局"));
        assert_eq!(front("青泉县财政局 2024-05-06"), Some("青泉县财政局 "));
        assert_eq!(front("青泉县财政局 　年　月　日"), Some("青泉县财政局 　"));
        assert_eq!(front("2024年5月6日"), None);
        assert_eq!(front("2024 年 5 月 6 日"), None);
        assert_eq!(front("二〇〇四年十二月十七日"), None);
        assert_eq!(front("青泉县财政局"), None);
        assert_eq!(front("编号12024.5.6"), None);
    }

    #[test]
    fn the_calendar() {
        assert!(exists(2024, 2, 29) && exists(2000, 2, 29) && exists(2023, 12, 31));
        assert!(!exists(2023, 2, 29) && !exists(1900, 2, 29) && !exists(2024, 13, 1) && !exists(2024, 4, 31));
        assert!(!exists(2024, 0, 1) && !exists(2024, 1, 0));
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "\\PC{0,50}|[0-9０二十年月日.×　 -]{0,60}") {
            let _ = (whole_line(&line), at_end(&line), parts(&line));
        }

        #[test]
        fn a_written_date_is_read_back(year in 1000_u16..=9999, month in 1_u8..=12, day in 1_u8..=31) {
            let line = format!("{year}年{month}月{day}日");
            proptest::prop_assert!(whole_line(&line));
            proptest::prop_assert_eq!(parts(&line), (Some(year), Some(month), Some(day)));
        }
    }
}
