//! Blanks taken off the ends of a text. Its first and last bytes tell for nearly all texts that there are none.

use std::borrow::Cow;

use super::{is_blank, signs};

/// `text` without blanks at both ends.
pub(crate) fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// `text` without blanks in front.
#[inline]
pub(crate) fn trim_start(text: &str) -> &str {
    match text.as_bytes() {
        // Nearly all texts open with a 汉字, a digit or a full-width mark such as （.
        [b'!'..=b'~' | 0xe4..=0xe9, ..] | [0xef, 0xbc, ..] => text,
        _ => behind_blanks(text),
    }
}

/// `text` without blanks at its end.
#[inline]
pub(crate) fn trim_end(text: &str) -> &str {
    match text.as_bytes() {
        // Nearly all texts end in a 汉字 or in a mark such as 。 or ；.
        [.., 0xe4..=0xe9, _, _] | [.., 0xe3, 0x80, 0x81..=0xbf] | [.., 0xef, 0xbc, _] => text,
        _ => before_blanks(text),
    }
}

#[inline(never)]
fn behind_blanks(text: &str) -> &str {
    // The indent of a first line.
    let rest = text.strip_prefix("\u{3000}\u{3000}").unwrap_or(text);
    if opens_blank(rest.as_bytes()) { rest.trim_ascii_start().trim_start_matches(is_blank) } else { rest }
}

#[inline(never)]
fn before_blanks(text: &str) -> &str {
    // The first half of a line end.
    let rest = text.strip_suffix('\r').unwrap_or(text);
    if ends_blank(rest.as_bytes()) { rest.trim_ascii_end().trim_end_matches(is_blank) } else { rest }
}

/// Whether a blank may stand at the start of `text`: quotes and full-width marks share the lead bytes of blanks.
pub(crate) const fn opens_blank(text: &[u8]) -> bool {
    match text {
        [0..=b' ' | 0xc2, ..]
        | [0xe1, 0x9a, 0x80, ..]
        | [0xe3, 0x80, 0x80, ..]
        | [0xef, 0xbb, 0xbf, ..]
        | [0xe2, 0x81, ..] => true,
        [0xe2, 0x80, third, ..] => !matches!(*third, 0x94 | 0x98..=0x9d | 0xa6),
        _ => false,
    }
}

/// Whether a blank may stand at the end of `text`.
const fn ends_blank(text: &[u8]) -> bool {
    match text {
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

/// `text` without the characters that `is_left_out` names, none of them a 汉字; borrowed where it has none.
pub(crate) fn without(text: &str, is_left_out: impl Fn(char) -> bool) -> Cow<'_, str> {
    let mut left_out = signs(text).filter(|&(_, c)| is_left_out(c)).peekable();
    if left_out.peek().is_none() {
        return text.into();
    }
    let (mut kept, mut start) = (String::with_capacity(text.len()), 0);
    for (at, c) in left_out {
        kept.push_str(text.get(start..at).unwrap_or(""));
        start = at + c.len_utf8();
    }
    kept.push_str(text.get(start..).unwrap_or(""));
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_byte_tests_miss_no_blank() {
        for c in (0..=0xffff).filter_map(char::from_u32) {
            for text in [format!("{c}甲{c}"), format!("\u{3000}{c}a{c} ")] {
                assert_eq!(trim(&text), text.trim_matches(is_blank), "{c:?}");
                assert_eq!(trim_start(&text), text.trim_start_matches(is_blank), "{c:?}");
                assert_eq!(trim_end(&text), text.trim_end_matches(is_blank), "{c:?}");
            }
        }
    }
}
