//! Numbers: 汉字 `一百零五`, Arabic `12` of either width, circled `①`.

use nom::Parser;
use nom::bytes::complete::{take_while, take_while1};
use nom::character::complete::satisfy;
use nom::combinator::{recognize, verify};

use super::input::{Input, Rule};
use crate::charset;

// han_integer ::= han_numeral+
/// A 汉字 number by place or by unit: `一九九六`, `二十三`, `廿三`; `None` where it is no number: `十百千`.
pub(crate) fn han_integer(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let open = satisfy(charset::opens_han_numeral);
    let (rest, run) = recognize((open, take_while(charset::is_han_numeral))).parse(i)?;
    Ok((rest, han_value(run.text)))
}

// arabic_integer ::= digit+
/// An Arabic number, widths mixed at will: `12`, `1２`; `None` where it overflows.
pub(crate) fn arabic_integer(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (rest, run) = take_while1(charset::is_digit)(i)?;
    Ok((rest, by_place(run.text, charset::digit_value)))
}

// circled_integer ::= circled
/// A circled number: `①`, `㉑`, `❶`.
pub(crate) fn circled_integer(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (rest, mark) = verify(satisfy(|_| true), |c| charset::circled_value(*c).is_some()).parse(i)?;
    Ok((rest, charset::circled_value(mark)))
}

// integer ::= arabic_integer | han_integer
/// An Arabic or a 汉字 number.
pub(crate) fn integer(i: Input<'_>) -> Rule<'_, Option<u32>> {
    // The classes share ０ alone, which opens an Arabic number only.
    nom::branch::alt((arabic_integer, han_integer)).parse(i)
}

/// The value of a run of 汉字 numerals.
fn han_value(run: &str) -> Option<u32> {
    let plain = |c| charset::han_digit_value(c).is_some();
    if run.chars().all(plain) { by_place(run, charset::han_digit_value) } else { by_unit(run) }
}

/// The value of digits by their place: `二〇二四`.
fn by_place(run: &str, value: impl Fn(char) -> Option<u32>) -> Option<u32> {
    run.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(value(c)?))
}

/// The value of digits with units: `一千零二十四`. A last digit behind 百 counts as ones: `一百五` is 105.
fn by_unit(run: &str) -> Option<u32> {
    let mut reading = Reading::default();
    run.chars().try_for_each(|c| reading.step(c))?;
    reading.finish()
}

/// What of a number with units has been read.
#[derive(Debug)]
struct Reading {
    /// What stands in front of the last 万 or 亿, multiplied.
    total: u32,
    /// What stands behind it, the open digit left out.
    section: u32,
    /// The digit whose unit is still to come.
    digit: Option<u32>,
    /// The last unit inside the section.
    unit: u32,
    /// The last of 万 and 亿.
    myriad: u32,
}

impl Default for Reading {
    fn default() -> Self {
        Self { total: 0, section: 0, digit: None, unit: 10_000, myriad: u32::MAX }
    }
}

impl Reading {
    fn step(&mut self, c: char) -> Option<()> {
        if let Some(digit) = charset::han_digit_value(c) {
            return self.digit(digit);
        }
        if let Some(tens) = charset::han_tens_value(c) {
            return self.place(tens, 10);
        }
        match charset::han_unit_value(c)? {
            unit @ 0..10_000 => self.unit(unit),
            myriad => self.myriad(myriad),
        }
    }

    /// A zero only parts; any other digit waits for its unit.
    fn digit(&mut self, digit: u32) -> Option<()> {
        match self.digit {
            None | Some(0) => self.digit = Some(digit),
            Some(_) => return None,
        }
        Some(())
    }

    /// 十 may lack its 一: `十五`, `一百十五`; the others may not.
    fn unit(&mut self, unit: u32) -> Option<()> {
        let digit = match self.digit.take() {
            None | Some(0) if unit == 10 => 1,
            None | Some(0) => return None,
            Some(digit) => digit,
        };
        self.place(digit * unit, unit)
    }

    /// Adds `value`, whose unit must be less than the one before.
    fn place(&mut self, value: u32, unit: u32) -> Option<()> {
        if self.digit.take().is_some_and(|digit| digit != 0) || unit >= self.unit {
            return None;
        }
        self.section += value;
        self.unit = unit;
        Some(())
    }

    /// 亿 then 万, each once, with something in front.
    fn myriad(&mut self, myriad: u32) -> Option<()> {
        let section = self.section + self.digit.take().unwrap_or(0);
        if section == 0 || myriad >= self.myriad {
            return None;
        }
        self.total = self.total.checked_add(section.checked_mul(myriad)?)?;
        (self.section, self.unit, self.myriad) = (0, 10_000, myriad);
        Some(())
    }

    /// A zero at the end is no number: `一百零`.
    fn finish(self) -> Option<u32> {
        match self.digit {
            Some(0) => None,
            digit => self.total.checked_add(self.section)?.checked_add(digit.unwrap_or(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn han(text: &str) -> Option<(Option<u32>, &str)> {
        han_integer(Input::new(text, 0)).ok().map(|(rest, value)| (value, rest.text))
    }

    fn arabic(text: &str) -> Option<(Option<u32>, &str)> {
        arabic_integer(Input::new(text, 0)).ok().map(|(rest, value)| (value, rest.text))
    }

    #[test]
    fn han_numbers_by_unit() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十五", 15),
            ("二十", 20),
            ("二十三", 23),
            ("廿三", 23),
            ("卅", 30),
            ("卌一", 41),
            ("一百零五", 105),
            ("一百〇五", 105),
            ("一百五", 105),
            ("一百一十五", 115),
            ("一百十五", 115),
            ("一百廿三", 123),
            ("一千零二十四", 1024),
            ("一千零十", 1010),
            ("一万", 10_000),
            ("十万零三百", 100_300),
            ("三亿五千万零六", 350_000_006),
            ("四十二亿九千四百九十六万七千二百九十五", u32::MAX),
            ("⼀百⼆⼗⼋", 128),
            ("壹佰贰拾叁", 123),
        ] {
            assert_eq!(han(text), Some((Some(value), "")), "{text}");
        }
    }

    #[test]
    fn han_numbers_by_place() {
        for (text, value) in [
            ("一九九六", 1996),
            ("二〇二四", 2024),
            ("二○二四", 2024),
            ("二零二四", 2024),
            ("二０二四", 2024),
            ("二Ｏ二四", 2024),
            ("七〇六", 706),
            ("〇", 0),
        ] {
            assert_eq!(han(text), Some((Some(value), "")), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_consumed_as_none() {
        for text in ["十百千", "百", "万", "二三十", "一百零", "十百", "百十", "一百一百", "万亿", "一万亿", "二十三四"]
        {
            assert_eq!(han(text), Some((None, "")), "{text}");
        }
    }

    #[test]
    fn a_run_ends_at_the_first_other_character() {
        assert_eq!(han("二十三、总则"), Some((Some(23), "、总则")));
        assert_eq!(han("、"), None);
        assert_eq!(han("０１２"), None);
        assert_eq!(han(""), None);
        assert_eq!(arabic("1２号"), Some((Some(12), "号")));
        assert_eq!(arabic("一"), None);
    }

    #[test]
    fn overflow_gives_none() {
        assert_eq!(arabic("4294967295"), Some((Some(u32::MAX), "")));
        assert_eq!(arabic("4294967296"), Some((None, "")));
        assert_eq!(han("四二九四九六七二九六"), Some((None, "")));
        assert_eq!(han("九十亿"), Some((None, "")));
    }

    #[test]
    fn a_long_run_is_read_in_linear_time() {
        for unit in ["一", "十", "百", "零", "亿", "一十"] {
            let run = unit.repeat(400_000);
            assert_eq!(han(&run).map(|(_, rest)| rest), Some(""), "{unit}");
        }
    }

    #[test]
    fn circled_numbers() {
        for (text, value) in
            [("①", 1), ("⑳", 20), ("㉑", 21), ("㉟", 35), ("㊱", 36), ("㊿", 50), ("❶", 1), ("⓫", 11), ("➓", 10)]
        {
            let read = circled_integer(Input::new(text, 0));
            assert!(matches!(read, Ok((_, Some(n))) if n == value), "{text}");
        }
        assert!(circled_integer(Input::new("1", 0)).is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_run_panics(text in "[一二十百千万亿〇零廿0０-９①]{0,40}") {
            let _ = (han(&text), arabic(&text), circled_integer(Input::new(&text, 0)).is_ok());
        }
    }
}
