//! Physical lines, blanks at both ends taken off.
//!
//! `\n`, `\r\n`, a lone `\r`, U+000B, U+000C, U+0085, U+2028 and U+2029 end a line. Lines are counted at `\n`
//! only, as editors and line classifiers do.

use std::cell::Cell;

use memchr::{memchr, memchr2_iter, memchr3_iter};

use crate::charset::{is_line_end, trim_end, trim_start};
use crate::span::offset;

/// The indent of the first line of a paragraph: two 汉字 (9704 7.3.3).
pub(crate) const SET_IN: &str = "\u{3000}\u{3000}";

/// One physical line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Physical<'t> {
    /// The blanks in front.
    pub(crate) front: &'t str,
    /// From the first character that is not blank to the last.
    pub(crate) content: &'t str,
    /// First byte of the content.
    pub(crate) start: u32,
    /// 1-based number, counted at `\n`.
    pub(crate) number: u32,
}

impl<'t> Physical<'t> {
    /// The line `text`, which stands at byte `start`; `None` where it is blank.
    #[inline]
    pub(crate) fn of(text: &'t str, start: usize, number: u32) -> Option<Self> {
        // The first lines of paragraphs are set in.
        let rest = trim_start(text.strip_prefix(SET_IN).unwrap_or(text));
        let (front, _) = text.split_at_checked(text.len() - rest.len())?;
        let start = offset(start + front.len());
        Some(Self { front, content: trim_end(rest), start, number }).filter(|line| !line.content.is_empty())
    }
}

/// What few texts hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rare {
    /// A line end other than `\n` and `\r\n`.
    pub(crate) line_ends: bool,
    /// A circled number: ① … ⓿.
    pub(crate) circled: bool,
    /// Marks of Markdown where a line's words begin.
    pub(crate) dressed: bool,
}

/// Calls `each` for every line of `text` that is not blank. Says what is rare in it.
pub(crate) fn lines<'t>(text: &'t str, mut each: impl FnMut(Physical<'t>)) -> Rare {
    let circled = Cell::new(false);
    let mut rare_ends = rare_line_ends(text.as_bytes(), &circled);
    // Where the next line ends of either kind stand.
    let (mut rare, mut newline) = (first_from(0, &mut rare_ends), 0);
    let (mut rest, mut number) = (text, 1);
    let line_ends = rare < text.len();
    while !rest.is_empty() {
        // Half of the lines of many texts are empty.
        if let Some(behind) = rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n")) {
            (rest, number) = (behind, number + 1);
            continue;
        }
        let start = text.len() - rest.len();
        if newline <= start {
            newline = start + memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        }
        let (line, behind) = rest.split_at_checked(newline.min(rare) - start).unwrap_or((rest, ""));
        if let Some(line) = Physical::of(line, start, number) {
            each(line);
        }
        rest = behind;
        if rare < newline {
            rest = behind.trim_start_matches(is_rare_line_end);
            rare = first_from(text.len() - rest.len(), &mut rare_ends);
        }
    }
    Rare { line_ends, circled: circled.get(), dressed: false }
}

/// The first of `places`, ascending, that is not less than `from`; no text is as long where there is none.
#[cold]
fn first_from(from: usize, places: &mut impl Iterator<Item = usize>) -> usize {
    places.find(|&at| at >= from).unwrap_or(usize::MAX)
}

const fn is_rare_line_end(c: char) -> bool {
    c != '\n' && is_line_end(c)
}

/// The places of the line ends other than `\n` and `\r\n`, ascending. Most texts have none: two looks, vectorised.
/// They come by circled numbers as well.
fn rare_line_ends<'t>(bytes: &'t [u8], circled: &'t Cell<bool>) -> impl Iterator<Item = usize> {
    let lone = |&at: &usize| bytes.get(at) != Some(&b'\r') || bytes.get(at + 1) != Some(&b'\n');
    let mut controls = memchr3_iter(b'\r', 0x0b, 0x0c, bytes).filter(lone).peekable();
    // U+0085, U+2028, U+2029, by their first bytes, which the quotes and dashes of a text have too.
    let separates = |&at: &usize| match bytes.get(at..).unwrap_or_default() {
        [0xe2, 0x91..=0x93, ..] => {
            circled.set(true);
            false
        }
        behind => matches!(behind, [0xc2, 0x85, ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]),
    };
    let mut separators = memchr2_iter(0xc2, 0xe2, bytes).filter(separates).peekable();
    std::iter::from_fn(move || match (controls.peek(), separators.peek()) {
        (Some(control), Some(separator)) if separator < control => separators.next(),
        (None, _) => separators.next(),
        _ => controls.next(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u32, &str)> {
        let mut found = Vec::new();
        lines(text, |l| found.push((l.number, l.content)));
        found
    }

    #[test]
    fn every_line_end_ends_a_line() {
        assert_eq!(all("甲\n\n  乙　\r\n丙"), [(1, "甲"), (3, "乙"), (4, "丙")]);
        assert_eq!(
            all("\r\n\r甲\r\r\n乙\u{c}\n\u{c}丙“”·\u{2029}\r丁"),
            [(2, "甲"), (3, "乙"), (4, "丙“”·"), (4, "丁")]
        );
        assert_eq!(
            all("甲\r乙\u{2028}丙\u{85}丁\u{b}戊\n己"),
            [(1, "甲"), (1, "乙"), (1, "丙"), (1, "丁"), (1, "戊"), (2, "己")]
        );
    }

    #[test]
    fn blanks_are_trimmed_of_every_kind() {
        assert_eq!(all("\u{feff}\u{3000}\u{a0}\u{200b}甲 乙\u{200d}\t"), [(1, "甲 乙")]);
        assert!(all("\n \u{3000}\u{feff}\n").is_empty());
    }
}
