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
        let Some(line) = text.get(start..end) else { return };
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

/// `line` without blanks at its ends, and how many bytes of them stood in front. Tests one byte first.
pub(crate) fn trim(line: &str) -> (usize, &str) {
    let bytes = line.as_bytes();
    let mut rest = line;
    if bytes.first().is_some_and(|&b| b <= b' ' || matches!(b, 0xc2 | 0xe2 | 0xe3 | 0xef)) {
        rest = line.trim_start_matches(is_blank);
    }
    let blanks = line.len() - rest.len();
    // The last bytes of U+0085, U+00A0, U+2000–200D, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF.
    if bytes.last().is_some_and(|&b| b <= b' ' || matches!(b, 0x80..=0x8d | 0x9f | 0xa0 | 0xa8 | 0xa9 | 0xaf | 0xbf)) {
        rest = rest.trim_end_matches(is_blank);
    }
    (blanks, rest)
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
    fn blanks_are_trimmed_of_every_kind() {
        assert_eq!(all("\u{feff}\u{3000}\u{a0}\u{200b}甲 乙\u{200d}\t"), [(1, "甲 乙")]);
        assert!(all("\n \u{3000}\u{feff}\n").is_empty());
    }
}
