//! What the elements of the tail are made of: spaced words, colons, parts of a text.

use std::ops::Range;

use nom::bytes::complete::take_while;
use nom::character::complete::satisfy;
use nom::combinator::recognize;
use nom::{Input as _, Parser};

use super::input::{Input, Rule};
use crate::ast::Text;
use crate::charset::is_blank;

// gap ::= blank*
/// Blanks of any kind, or none.
pub(crate) fn gap(i: Input<'_>) -> Rule<'_, Input<'_>> {
    take_while(is_blank)(i)
}

// colon ::= gap ("：" | ":" | "∶" | "﹕") gap
/// A colon with the blanks round it.
pub(crate) fn colon(i: Input<'_>) -> Rule<'_, Input<'_>> {
    recognize((gap, satisfy(is_colon), gap)).parse(i)
}

// word(letters) ::= letters[0] gap letters[1] gap …
/// `letters`, with blanks between them or none: `附　件`.
pub(crate) fn word<'a>(letters: &'static str) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| {
        let mut wanted = letters.chars().peekable();
        for (at, c) in i.text.char_indices() {
            match wanted.peek() {
                Some(&letter) if letter == c => {
                    wanted.next();
                    if wanted.peek().is_none() {
                        return Ok(i.take_split(at + c.len_utf8()));
                    }
                }
                Some(_) if at > 0 && is_blank(c) => {}
                _ => break,
            }
        }
        Err(nom::Err::Error(()))
    }
}

// any_word(words) ::= words[0] | words[1] | …
/// The first of `words` that stands here; longer words come first in `words`.
pub(crate) fn any_word<'a>(words: &'static [&'static str]) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| {
        // Most words differ in their first three bytes: one letter.
        let first = i.text.as_bytes().first_chunk::<3>();
        let may =
            |letters: &&&str| first.is_none_or(|first| letters.as_bytes().first_chunk().is_none_or(|own| own == first));
        let found = words.iter().filter(may).find_map(|letters| word(letters)(i).ok());
        found.ok_or(nom::Err::Error(()))
    }
}

/// Whether `c` is a colon of any width.
pub(crate) const fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':' | '∶' | '﹕')
}

/// Whether `c` ends a sentence or parts its clauses.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';' | '，' | ',')
}

/// The value of `rule` where it reads all of `text`.
pub(crate) fn whole<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> Option<T> {
    rule(Input::new(text, 0)).ok().filter(|(rest, _)| rest.text.is_empty()).map(|(_, value)| value)
}

/// The value of `rule` at the start of `text`, and the byte behind it.
pub(crate) fn front<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> Option<(usize, T)> {
    rule(Input::new(text, 0)).ok().map(|(rest, value)| (text.len() - rest.text.len(), value))
}

/// The bytes of `i` in a text that began at 0.
pub(crate) fn range(i: Input<'_>) -> Range<usize> {
    let start = i.start as usize;
    start..start + i.text.len()
}

/// `text` without blanks at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The bytes `range` of `whole` without the `idle` characters at their ends; `None` where nothing is left.
pub(crate) fn slice<'src>(
    whole: &Text<'src>,
    range: Range<usize>,
    idle: impl Fn(char) -> bool + Copy,
) -> Option<Text<'src>> {
    let part = whole.as_str().get(range.clone())?;
    let left = part.trim_start_matches(idle);
    let start = range.start + part.len() - left.len();
    let end = start + left.trim_end_matches(idle).len();
    (start < end).then(|| whole.slice(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_spaced() {
        for text in ["附件", "附 件", "附　　件", "附\u{200b}件"] {
            assert!(whole(text, word("附件")).is_some(), "{text}");
        }
        for text in ["附", "附近", " 附件", "", "附，件"] {
            assert!(front(text, word("附件")).is_none(), "{text}");
        }
        assert_eq!(front("附 件1", word("附件")).map(|(end, _)| end), Some(7));
    }

    #[test]
    fn colons_take_their_blanks() {
        for text in ["：", ":", " ∶　", "﹕ "] {
            assert!(whole(text, colon).is_some(), "{text}");
        }
        assert!(whole("；", colon).is_none());
    }

    #[test]
    fn slices_lose_what_is_idle() {
        let text = Text::borrowed("　甲乙。", 10);
        let part = slice(&text, 0..text.len(), |c| is_blank(c) || is_stop(c));
        assert_eq!(part.as_ref().map(|t| (t.as_str(), t.span.start, t.span.end)), Some(("甲乙", 13, 19)));
        assert_eq!(slice(&text, 0..3, is_blank), None);
        assert_eq!(slice(&text, 1..3, is_blank), None);
    }
}
