//! What is no part of a document: page numbers, 目录 entries, and what a web page adds.

mod label;
mod page_number;
mod web;
#[rustfmt::skip] // Lists of words read better several to a line.
mod words;

pub(crate) use label::{is_label, may_open as may_be_label, opens_with_any_label, opens_with_label};
pub(crate) use page_number::page_number;
pub(crate) use web::{is_attached_file, is_file, is_way, is_web};

use super::marker;
use super::markup::is_markup;
use super::token::trim;
use crate::ast::MarkerStyle;
use crate::charset::{is_blank, is_digit};

/// The lengths of entries of a 目录, in bytes: `……3` is the end of the shortest, leaders run to hundreds.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=1500;
/// The field of Word whose result is the number of a page: `第一部分 概况 PAGEREF _Toc31 \h 3`.
const FIELD: &str = " PAGEREF _Toc";
/// No line of nothing but signs is longer, in bytes.
const LONGEST_RULE: usize = 12;

/// Whether the last bytes of `line` may be those of an entry of a 目录: most lines end in a 汉字 or in a mark such as 。,
/// and no entry does.
pub(crate) fn may_be_contents(line: &str) -> bool {
    !matches!(line.as_bytes(), [.., 0xe3..=0xe9, _, _])
}

/// Whether `line` is an entry of a 目录: leaders and a page number, `一、总则 …………… 3`.
#[inline]
pub(crate) fn is_contents(line: &str) -> bool {
    may_be_contents(line) && LENGTHS.contains(&line.len()) && is_entry(line)
}

/// The same of a line that may be an entry by its last bytes and its length.
fn is_entry(line: &str) -> bool {
    if !line.ends_with(may_end) {
        return false;
    }
    let bare = line.trim_end_matches([')', '）', '-', '—', '－', ' ']).trim_end_matches(is_page_digit);
    if bare.ends_with("h ") && bare.contains(FIELD) {
        return true;
    }
    // A tab that leads to the page stands for leaders: `第一章	总则	1`.
    if bare.ends_with('\t') && bare.len() < line.len() && names_unit(line) {
        return true;
    }
    let bare = trim(bare.trim_end_matches(['(', '（', '-', '—', '－', ' ']));
    if !bare.ends_with(is_leader) {
        return false;
    }
    let front = bare.trim_end_matches(|c| is_leader(c) || c == ' ');
    let leaders = bare.get(front.len()..).unwrap_or("");
    // An ellipsis is two … or six points; leaders are at least as long.
    let length: usize = leaders.chars().map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    length >= 6 && bare.len() < line.len()
}

/// Whether `line` begins as a 编, 章 or 节 does.
fn names_unit(line: &str) -> bool {
    marker::recognise(line).is_some_and(|mark| mark.style < MarkerStyle::Article)
}

fn may_end(c: char) -> bool {
    is_page_digit(c) || matches!(c, ')' | '）' | '-' | '—' | '－')
}

fn is_page_digit(c: char) -> bool {
    is_digit(c) || matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x' | 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')
}

const fn is_leader(c: char) -> bool {
    matches!(c, '.' | '…' | '．' | '·' | '•' | '⋯' | '‥' | '・' | '。')
}

/// Whether nothing but signs stands on `line`, as between the entries of a menu: `|`, `】`, `>>`.
pub(crate) fn is_rule(line: &str) -> bool {
    line.len() <= LONGEST_RULE && line.chars().all(|c| is_frame(c) || matches!(c, '！' | '!' | '<'))
}

/// Whether `line` is drawn, as the rules under the 版头 and round the 版记 are (9704 7.2.7, 7.4.1): `————★————`, `---`.
#[inline]
pub(crate) fn is_drawn(line: &str) -> bool {
    matches!(line.as_bytes(), [b'-' | b'_' | b'=' | b'*' | 0xe2 | 0xef, ..]) && is_strokes(line)
}

/// Whether `line` may stand where a page ends: its number, a rule, a mark of what made the text.
#[inline]
pub(crate) fn parts_pages(line: &str) -> bool {
    let opens_in_han = matches!(line.as_bytes(), [0xe3..=0xe9, ..]);
    page_number(line).is_some() || !opens_in_han && (is_drawn(line) || is_markup(line))
}

/// The same of a line that may be drawn by its first byte.
fn is_strokes(line: &str) -> bool {
    let is_stroke = |c: char| matches!(c, '-' | '_' | '=' | '*' | '—' | '–' | '─' | '━' | '－' | '＿');
    let mut strokes = line.chars().filter(|&c| !is_blank(c) && c != '★');
    let first = strokes.next().filter(|&c| is_stroke(c));
    first.is_some_and(|first| strokes.clone().nth(1).is_some() && strokes.all(|c| c == first))
}

/// Whether `c` is drawn round or between buttons.
fn is_frame(c: char) -> bool {
    is_blank(c)
        || matches!(
            c,
            '【' | '】' | '[' | ']' | '［' | '］' | '「' | '」' | '|' | '｜' | '·' | '丨' | '(' | ')' | '（' | '）'
        )
        || matches!(c, '-' | '—' | '>' | '＞' | '»' | '/' | '\\' | ':' | '：' | '.' | '…' | '“' | '”' | '"' | 'x' | '×')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_a_table_of_contents() {
        for line in [
            "一、总则 ......................................... 2",
            "第一章　总则……3",
            "第二节 附则…………………………１２",
            "附录 A……………………(12)",
            "前言 ............. IV",
            "第三章 . . . . . . . . . 7",
            "第四章 ·········7",
            "第五章 ............ - 9 -",
            "第六章\t附则\t12",
        ] {
            assert!(is_contents(line), "{line}");
        }
    }

    #[test]
    fn lines_that_are_drawn() {
        for line in ["---", "————————", "━━━ ★ ━━━", "* * *", "______"] {
            assert!(is_drawn(line), "{line}");
        }
        for line in ["--", "— 3 —", "-★-", "★★★", "——甲", "—-—", ""] {
            assert!(!is_drawn(line), "{line}");
        }
    }

    #[test]
    fn what_is_no_entry() {
        for line in [
            "总则 3",
            "第1条",
            "等等……",
            "………………",
            "金额 1.5",
            "",
            "3",
            "见www.example.cn...3",
            "办法……第3",
            "第一条\t3",
            "第一组\t3",
        ] {
            assert!(!is_contents(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "[总则 .…·。0-9IV(（）)—-]{0,40}|\\PC{0,40}") {
            let _ = (is_contents(&line), is_web(&line), page_number(&line).is_some());
        }
    }
}
