//! Punctuation looked for in a line, by the lead bytes that 汉字 don't have.

use memchr::{memchr_iter, memchr2, memchr2_iter, memmem, memrchr2};

use super::holds;

/// Whether one of `marks` stands in `text`: full-width forms, 、, 。, brackets such as 《; no others.
pub(crate) fn has_mark<const N: usize>(text: &str, marks: [char; N]) -> bool {
    debug_assert!(marks.iter().all(|&c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')));
    let stands = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| marks.contains(&c));
    memchr2_iter(0xe3, 0xef, text.as_bytes()).any(stands)
}

/// The bytes at which a 。 stands in the text of `bytes`.
pub(crate) fn full_stops(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memchr_iter(0xe3, bytes).filter(|&at| bytes.get(at + 1..at + 3) == Some(&[0x80, 0x82]))
}

/// Whether a comma or a full stop shows that `text` is of a sentence: no heading, cell or name.
pub(crate) fn has_clause(text: &str) -> bool {
    has_mark(text, ['，', '。']) || text.contains(',')
}

/// Whether wide blanks part the text into columns: `梁某某　　某部副部长`. Letter-spacing is none.
pub(crate) fn has_gap(text: &str) -> bool {
    let bytes = text.as_bytes();
    let wide = "\u{3000}\u{3000}".as_bytes();
    memchr_iter(0xe3, bytes).any(|at| bytes.get(at..at + wide.len()) == Some(wide))
        || memchr2(b'\t', b' ', bytes)
            .and_then(|at| bytes.get(at..))
            .is_some_and(|rest| rest.contains(&b'\t') || memmem::find(rest, b"    ").is_some())
}

/// Whether a 《, 〔 or （ is open at the end of `text`: none that closes it stands behind the last one.
pub(crate) fn is_unclosed(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Most lines have none: the last two bytes of 《, 〔 and （.
    if !holds(bytes, [b'('], [[0x80, 0x8a], [0x80, 0x94], [0xbc, 0x88]]) {
        return false;
    }
    let (mut title, mut square, mut round) = (false, false, (false, 0));
    for at in memchr2_iter(0xe3, 0xef, bytes) {
        match bytes.get(at + 1..at + 3) {
            Some([0x80, 0x8a]) => title = true,
            Some([0x80, 0x8b]) => title = false,
            Some([0x80, 0x94]) => square = true,
            Some([0x80, 0x95]) => square = false,
            Some([0xbc, 0x88]) => round = (true, at),
            Some([0xbc, 0x89]) => round = (false, at),
            _ => {}
        }
    }
    if let Some(at) = memrchr2(b'(', b')', bytes).filter(|&at| at >= round.1) {
        round.0 = bytes.get(at) == Some(&b'(');
    }
    title || square || round.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn marks_are_found_where_they_stand(text in "[甲一，。、；：《》（）() \u{3000}\t,a]{0,24}") {
            prop_assert_eq!(has_mark(&text, ['，', '。']), text.contains(['，', '。']));
            prop_assert_eq!(has_mark(&text, ['、', '；', '：', '《']), text.contains(['、', '；', '：', '《']));
            let gap = ["\u{3000}\u{3000}", "    ", "\t"].iter().any(|gap| text.contains(gap));
            prop_assert_eq!(has_gap(&text), gap);
        }

        #[test]
        fn a_bracket_is_open_behind_the_last_closer(text in "[甲《》（）()]{0,12}") {
            let open = |opener: [char; 2], closer: [char; 2]| text.rfind(opener) > text.rfind(closer);
            prop_assert_eq!(is_unclosed(&text), open(['《'; 2], ['》'; 2]) || open(['（', '('], ['）', ')']));
        }
    }
}
