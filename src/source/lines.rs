//! Physical lines, blanks at both ends taken off.
//!
//! `\n`, `\r\n`, a lone `\r`, U+000B, U+000C, U+0085, U+2028 and U+2029 end a line. Lines are counted at `\n`
//! only, as editors and line classifiers do.

use memchr::{memchr, memchr_iter, memchr3, memmem};

use crate::charset::is_blank;

/// One physical line that is not blank, trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Physical {
    /// First byte that is not blank.
    pub(crate) start: u32,
    /// One past the last byte that is not blank.
    pub(crate) end: u32,
    /// Bytes of blanks in front.
    pub(crate) blanks: u32,
    /// 1-based number, counted at `\n`.
    pub(crate) number: u32,
}

/// Calls `each` for every line of `text` that is not blank.
pub(crate) fn lines(text: &str, mut each: impl FnMut(Physical)) {
    let rare = has_rare_line_end(text);
    let mut start = 0;
    let mut number = 1;
    let mut line = |start: usize, end: usize, number: u32| {
        // Half of the lines of many texts are empty.
        let Some(line) = text.get(start..end).filter(|line| !line.is_empty()) else { return };
        if !rare {
            each_trimmed(line, start, number, &mut each);
            return;
        }
        let mut from = 0;
        for (at, end) in line.match_indices(is_rare_line_end) {
            each_trimmed(line.get(from..at).unwrap_or(""), start + from, number, &mut each);
            from = at + end.len();
        }
        each_trimmed(line.get(from..).unwrap_or(""), start + from, number, &mut each);
    };
    for end in memchr_iter(b'\n', text.as_bytes()) {
        line(start, end, number);
        start = end + 1;
        number += 1;
    }
    line(start, text.len(), number);
}

fn each_trimmed(line: &str, start: usize, number: u32, each: &mut impl FnMut(Physical)) {
    let (blanks, trimmed) = trim(line);
    if !trimmed.is_empty() {
        let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let first = start + blanks;
        each(Physical { start: offset(first), end: offset(first + trimmed.len()), blanks: offset(blanks), number });
    }
}

/// `line` without blanks at its ends, and how many bytes of them stood in front. Its first and last bytes tell
/// for nearly all lines that there are none.
pub(crate) fn trim(line: &str) -> (usize, &str) {
    let mut rest = line;
    if opens_blank(line.as_bytes()) {
        rest = line.trim_start_matches(is_blank);
    }
    let blanks = line.len() - rest.len();
    if ends_blank(rest.as_bytes()) {
        rest = rest.trim_end_matches(is_blank);
    }
    (blanks, rest)
}

/// Whether a blank may stand at the start of `line`: the lead bytes of blanks are those of few other characters.
const fn opens_blank(line: &[u8]) -> bool {
    matches!(
        line,
        [0..=b' ' | 0xc2 | 0xef, ..] | [0xe1, 0x9a, 0x80, ..] | [0xe2, 0x80 | 0x81, ..] | [0xe3, 0x80, 0x80, ..]
    )
}

/// Whether a blank may stand at the end of `line`.
const fn ends_blank(line: &[u8]) -> bool {
    match line {
        [.., 0..=b' ']
        | [.., 0xc2, _]
        | [.., 0xe1, 0x9a, 0x80]
        | [.., 0xe3, 0x80, 0x80]
        | [.., 0xef, 0xbb, 0xbf]
        | [.., 0xe2, 0x81, _] => true,
        [.., 0xe2, 0x80, last] => !matches!(*last, 0x94 | 0x98..=0x9d | 0xa6),
        _ => false,
    }
}

const fn is_rare_line_end(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a line end other than `\n` and `\r\n` stands anywhere. One look at the text, vectorised.
fn has_rare_line_end(text: &str) -> bool {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes.get(at) != Some(&b'\r') || bytes.get(at + 1) != Some(&b'\n');
    let control = match memchr3(b'\r', 0x0b, 0x0c, bytes) {
        None => false,
        Some(at) if lone(at) => true,
        // CRLF text: only a second look tells.
        Some(at) => memchr::memchr3_iter(b'\r', 0x0b, 0x0c, bytes.get(at..).unwrap_or_default()).any(|n| lone(at + n)),
    };
    control
        || memmem::find(bytes, "\u{2028}".as_bytes()).is_some()
        || (memchr(0xc2, bytes).is_some() && memmem::find(bytes, "\u{85}".as_bytes()).is_some())
        || memmem::find(bytes, "\u{2029}".as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u32, &str)> {
        let mut found = Vec::new();
        lines(text, |l| found.push((l.number, text.get(l.start as usize..l.end as usize).unwrap_or("?"))));
        found
    }

    #[test]
    fn every_line_end_ends_a_line() {
        assert_eq!(all("甲\n\n  乙　\r\n丙"), [(1, "甲"), (3, "乙"), (4, "丙")]);
        assert_eq!(
            all("甲\r乙\u{2028}丙\u{85}丁\u{b}戊\n己"),
            [(1, "甲"), (1, "乙"), (1, "丙"), (1, "丁"), (1, "戊"), (2, "己")]
        );
    }

    #[test]
    fn the_byte_tests_miss_no_blank() {
        for c in (0..=0xffff).filter_map(char::from_u32).filter(|&c| is_blank(c)) {
            let line = format!("{c}甲{c}");
            assert_eq!(trim(&line), (c.len_utf8(), "甲"), "{c:?}");
        }
    }

    #[test]
    fn blanks_are_trimmed_of_every_kind() {
        assert_eq!(all("\u{feff}\u{3000}\u{a0}\u{200b}甲 乙\u{200d}\t"), [(1, "甲 乙")]);
        assert!(all("\n \u{3000}\u{feff}\n").is_empty());
    }
}
