//! The common markers, read by their bytes: 一、（一）(一) 1. 1、（1）第一条 第一章.
//!
//! Nearly every marker of a text is one of these. The grammar beside this file reads the same ones and all
//! others; a test holds the two together.

use super::Mark;
use crate::ast::MarkerStyle;

/// What stands in front of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// Nothing.
    None,
    /// （ or (.
    Bracket,
    /// 第.
    Law,
}

/// The marker `bytes` begin with, where it is a common one; `None` says nothing.
pub(super) fn common(bytes: &[u8]) -> Option<Mark> {
    let (opener, behind) = match bytes {
        [b'(', behind @ ..] | [0xef, 0xbc, 0x88, behind @ ..] => (Opener::Bracket, behind),
        [0xe7, 0xac, 0xac, behind @ ..] => (Opener::Law, behind),
        _ => (Opener::None, bytes),
    };
    let arabic = behind.first()?.is_ascii_digit();
    let (number, rest) = if arabic { digits(behind)? } else { han(behind)? };
    let (style, rest) = match (opener, arabic) {
        (Opener::Bracket, true) => (MarkerStyle::ArabicParen, bracket(rest)?),
        (Opener::Bracket, false) => (MarkerStyle::HanParen, bracket(rest)?),
        (Opener::Law, true) => return None,
        (Opener::Law, false) => unit_of_law(rest)?,
        (Opener::None, true) => match rest {
            [b'.', b'0'..=b'9', ..] => return dotted(bytes, number, rest),
            _ => (MarkerStyle::Arabic, point(rest)?),
        },
        (Opener::None, false) => (MarkerStyle::Han, rest.strip_prefix("、".as_bytes())?),
    };
    Some(mark(style, number, bytes, rest))
}

/// What stands behind ） or ). A 、 there is left to the grammar.
fn bracket(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b')', rest @ ..] | [0xef, 0xbc, 0x89, rest @ ..] => {
            Some(rest).filter(|rest| !rest.starts_with("、".as_bytes()))
        }
        _ => None,
    }
}

/// What stands behind the . or 、 of `12.` and `12、`, if it is there and is no digit.
fn point(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'.', rest @ ..] | [0xe3, 0x80, 0x81, rest @ ..] => {
            Some(rest).filter(|rest| !matches!(rest, [] | [b'0'..=b'9' | 0xef, ..]))
        }
        _ => None,
    }
}

/// `2.1`, a blank behind: `first` stands in front of `rest`.
fn dotted(bytes: &[u8], first: u8, mut rest: &[u8]) -> Option<Mark> {
    let (mut parts, mut last, mut count) = (0, first, 1);
    while let [b'.', behind @ ..] = rest {
        parts = (parts << 8) | u32::from(last);
        (last, rest) = digits(behind)?;
        count += 1;
    }
    let plain = count <= 4 && matches!(rest, [b' ', ..] | [0xe3, 0x80, 0x80, ..]);
    plain.then(|| Mark { sub: (parts << 8) | count, ..mark(MarkerStyle::Dotted, last, bytes, rest) })
}

/// `条` of `第十二条`, `章` of `第三章`, no 之 behind.
fn unit_of_law(bytes: &[u8]) -> Option<(MarkerStyle, &[u8])> {
    let (style, rest) = match bytes {
        [0xe6, 0x9d, 0xa1, rest @ ..] => (MarkerStyle::Article, rest), // 条
        [0xe7, 0xab, 0xa0, rest @ ..] => (MarkerStyle::Chapter, rest), // 章
        [0xe8, 0x8a, 0x82, rest @ ..] => (MarkerStyle::Section, rest), // 节
        _ => return None,
    };
    (!rest.is_empty() && !rest.starts_with("之".as_bytes())).then_some((style, rest))
}

/// One or two ASCII digits, and what stands behind them.
fn digits(bytes: &[u8]) -> Option<(u8, &[u8])> {
    match bytes {
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ..] => None,
        [ten @ b'0'..=b'9', one @ b'0'..=b'9', rest @ ..] => Some(((ten - b'0') * 10 + (one - b'0'), rest)),
        [one @ b'0'..=b'9', rest @ ..] => Some((one - b'0', rest)),
        _ => None,
    }
}

/// 一 to 九十九, and what stands behind it.
fn han(bytes: &[u8]) -> Option<(u8, &[u8])> {
    const TEN: u8 = 10;
    let behind = |letters: usize| bytes.get(3 * letters..).unwrap_or_default();
    let first = letter(bytes)?;
    let Some(second) = letter(behind(1)) else { return Some((first, behind(1))) };
    match (first, second, letter(behind(2))) {
        (TEN, one, None) if one < TEN => Some((TEN + one, behind(2))),
        (tens, TEN, None) if tens < TEN => Some((tens * TEN, behind(2))),
        (tens, TEN, Some(one)) if tens < TEN && one < TEN && letter(behind(3)).is_none() => {
            Some((tens * TEN + one, behind(3)))
        }
        _ => None,
    }
}

/// The value of one of 一 to 十.
fn letter(bytes: &[u8]) -> Option<u8> {
    let [first, second, third, ..] = *bytes else { return None };
    let [own @ .., value] = *LETTERS.get(usize::from(third & 0x3f))?;
    (own == [first, second, third]).then_some(value)
}

/// 一 to 十 with their values, by the last six bits of each, which tell them apart.
const LETTERS: [[u8; 4]; 64] = {
    let (mut table, mut letters) = ([[0; 4]; 64], "一二三四五六七八九十".as_bytes());
    let mut value = 1;
    while let [first, second, third, behind @ ..] = letters {
        if let Some((_, [slot, ..])) = table.split_at_mut_checked((*third & 0x3f) as usize) {
            assert!(slot[3] == 0, "two letters share a place");
            *slot = [*first, *second, *third, value];
        }
        (letters, value) = (behind, value + 1);
    }
    table
};

/// The marker that stands in front of `rest`.
fn mark(style: MarkerStyle, number: u8, bytes: &[u8], rest: &[u8]) -> Mark {
    Mark { style, number: u32::from(number), sub: 0, len: u8::try_from(bytes.len() - rest.len()).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::super::{by_grammar, counts_something};
    use super::*;

    #[test]
    fn what_is_read_by_bytes_is_what_the_grammar_reads() {
        let han = ["一", "九", "十", "十一", "二十", "二十一", "九十九", "一百", "十十", "一一", "廿", "〇"];
        let arabic = ["1", "9", "10", "99", "100", "2024", "1.2", "0", "1.12.3", "1.2.3.4", "1.2.3.4.5", "1.234", "1."];
        let around = [
            ("", "、"),
            ("（", "）"),
            ("(", ")"),
            ("", "."),
            ("", "．"),
            ("", "）"),
            ("第", "条"),
            ("第", "章"),
            ("第", "节"),
            ("", ""),
        ];
        let behind = ["总则", "、总则", " 总则", "\u{3000}总则", " 5", "\u{3000}", "之一", "5", "５", "", "规定", "》"];
        let mut read = 0;
        for number in han.iter().chain(&arabic) {
            for (front, back) in around {
                for rest in behind {
                    let line = format!("{front}{number}{back}{rest}");
                    if let Some(mark) = common(line.as_bytes()) {
                        read += 1;
                        assert_eq!(Some(mark), by_grammar(&line), "{line}");
                    }
                }
            }
        }
        assert!(read > 150, "{read}");
    }

    #[test]
    fn what_counts_something_is_no_marker() {
        for number in
            ["1", "20", "2024", "12345678901", "１２", "一", "二十", "百", "1一", "（", "（3", "(2024", "（十"]
        {
            for behind in ["", "年", "个", "总则", "是", "/", "%", "-1", "é", "😀", "①"] {
                let line = format!("{number}{behind}");
                assert!(counts_something(&line) && by_grammar(&line).is_none(), "{line}");
            }
            for behind in [" 总则", "、", "．", ".", ",", "）", ")", "第一条", "之一）", "\t甲", "\u{a0}甲"]
            {
                assert!(!counts_something(&format!("{number}{behind}")), "{number}{behind}");
            }
        }
        for line in ["第一条", "第三章　总则", "①甲", "㈠甲", "❶", "（二之一）甲"] {
            assert!(!counts_something(line) && by_grammar(line).is_some(), "{line}");
        }
    }
}
