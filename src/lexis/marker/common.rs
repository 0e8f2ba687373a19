//! The common markers, read by their bytes: 一、（一）(一) 1. 1、（1）第一条 第一章.
//!
//! Nearly every marker of a text is one of these. The grammar beside this file reads the same ones and all
//! others; a test holds the two together.

use super::Mark;
use crate::ast::MarkerStyle;

/// The marker `bytes` begin with, where it is a common one; `None` says nothing.
pub(super) fn common(bytes: &[u8]) -> Option<Mark> {
    match *bytes.first()? {
        b'0'..=b'9' => arabic(bytes),
        b'(' => bracketed(bytes.get(1..)?, 1),
        0xef => bracketed(bytes.strip_prefix("（".as_bytes())?, 3),
        0xe7 => unit_of_law(bytes.strip_prefix("第".as_bytes())?),
        _ => {
            let (number, len) = han(bytes)?;
            let rest = bytes.get(len..)?;
            rest.starts_with("、".as_bytes()).then(|| mark(MarkerStyle::Han, number, len + 3))
        }
    }
}

/// `一）` of `（一）`, `1)` of `(1)`; `open` bytes stood in front. A 、 behind is left to the grammar.
fn bracketed(bytes: &[u8], open: usize) -> Option<Mark> {
    let ((number, len), style) = match bytes.first()? {
        b'0'..=b'9' => (digits(bytes)?, MarkerStyle::ArabicParen),
        _ => (han(bytes)?, MarkerStyle::HanParen),
    };
    let rest = bytes.get(len..)?;
    let close = if rest.starts_with("）".as_bytes()) { 3 } else { usize::from(rest.first() == Some(&b')')) };
    let plain = close > 0 && !rest.get(close..)?.starts_with("、".as_bytes());
    plain.then(|| mark(style, number, open + len + close))
}

/// `12.` and `12、`, no digit behind; `2.1　`.
fn arabic(bytes: &[u8]) -> Option<Mark> {
    let (number, len) = digits(bytes)?;
    let (point, behind) = match *bytes.get(len..)? {
        [b'.', behind, ..] => (1, behind),
        [0xe3, 0x80, 0x81, behind, ..] => (3, behind), // 、
        _ => return None,
    };
    match behind {
        b'0'..=b'9' if point == 1 => dotted(bytes.get(len..)?, number, len),
        b'0'..=b'9' | 0xef => None,
        _ => Some(mark(MarkerStyle::Arabic, number, len + point)),
    }
}

/// `.1` of `2.1`, a blank behind; the number `first`, of `front` bytes, stood in front.
fn dotted(bytes: &[u8], first: u32, front: usize) -> Option<Mark> {
    let (mut rest, mut len) = (bytes, front);
    let (mut parts, mut last, mut count) = (0, first, 1);
    while let [b'.', behind @ ..] = rest {
        let (next, digits) = digits(behind)?;
        (parts, last, count) = ((parts << 8) | last, next, count + 1);
        rest = behind.get(digits..)?;
        len += 1 + digits;
    }
    let plain = count <= 4 && matches!(rest, [b' ', ..] | [0xe3, 0x80, 0x80, ..]);
    plain.then(|| Mark { sub: (parts << 8) | count, ..mark(MarkerStyle::Dotted, last, len) })
}

/// `十二条` of `第十二条`, `三章` of `第三章`, no 之 behind.
fn unit_of_law(bytes: &[u8]) -> Option<Mark> {
    let (number, len) = han(bytes)?;
    let (unit, rest) = bytes.get(len..)?.split_first_chunk()?;
    let style = match unit {
        [0xe6, 0x9d, 0xa1] => MarkerStyle::Article, // 条
        [0xe7, 0xab, 0xa0] => MarkerStyle::Chapter, // 章
        [0xe8, 0x8a, 0x82] => MarkerStyle::Section, // 节
        _ => return None,
    };
    (!rest.is_empty() && !rest.starts_with("之".as_bytes())).then(|| mark(style, number, 3 + len + 3))
}

/// One or two ASCII digits.
fn digits(bytes: &[u8]) -> Option<(u32, usize)> {
    let digit = |n: usize| bytes.get(n).filter(|b| b.is_ascii_digit()).map(|b| u32::from(b - b'0'));
    match (digit(0)?, digit(1), digit(2)) {
        (one, None, _) => Some((one, 1)),
        (ten, Some(one), None) => Some((ten * 10 + one, 2)),
        _ => None,
    }
}

/// 一 to 九十九, and the bytes it takes.
fn han(bytes: &[u8]) -> Option<(u32, usize)> {
    const TEN: u32 = 10;
    let (first, rest) = letter(bytes)?;
    let Some((second, rest)) = letter(rest) else { return Some((first, 3)) };
    match (first, second, letter(rest)) {
        (TEN, one, None) if one < TEN => Some((TEN + one, 6)),
        (tens, TEN, None) if tens < TEN => Some((tens * TEN, 6)),
        (tens, TEN, Some((one, rest))) if tens < TEN && one < TEN && letter(rest).is_none() => {
            Some((tens * TEN + one, 9))
        }
        _ => None,
    }
}

/// The value of one of 一 to 十, and what stands behind it.
fn letter(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (letter, rest) = bytes.split_first_chunk()?;
    let value = match letter {
        [0xe4, 0xb8, 0x80] => 1,
        [0xe4, 0xba, 0x8c] => 2,
        [0xe4, 0xb8, 0x89] => 3,
        [0xe5, 0x9b, 0x9b] => 4,
        [0xe4, 0xba, 0x94] => 5,
        [0xe5, 0x85, 0xad] => 6,
        [0xe4, 0xb8, 0x83] => 7,
        [0xe5, 0x85, 0xab] => 8,
        [0xe4, 0xb9, 0x9d] => 9,
        [0xe5, 0x8d, 0x81] => 10,
        _ => return None,
    };
    Some((value, rest))
}

fn mark(style: MarkerStyle, number: u32, len: usize) -> Mark {
    Mark { style, number, sub: 0, len: u8::try_from(len).unwrap_or(0) }
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
        for digits in ["1", "20", "2024", "12345678901"] {
            for behind in ["", "5", "年", "个", "总则", "一、", "十条", "/", "%", "-1", "é", "😀"] {
                let line = format!("{digits}{behind}");
                assert!(counts_something(line.as_bytes()) && by_grammar(&line).is_none(), "{line}");
            }
            for behind in [" 总则", "、", "．", ".", ",", "）", ")", "〇", "５", "\t甲", "\u{a0}甲"] {
                assert!(!counts_something(format!("{digits}{behind}").as_bytes()), "{digits}{behind}");
            }
        }
    }
}
