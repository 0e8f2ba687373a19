//! What every rule is made of: blanks, spaced words, ranges.

use std::ops::Range;
use std::{iter, mem};

use nom::bytes::complete::take_while;
use nom::character::complete::satisfy;
use nom::combinator::{opt, recognize};
use nom::{Input as _, Parser};

use super::index::Openings;
use super::input::{Input, Rule};
use crate::ast::Text;
pub(crate) use crate::charset::trim;
use crate::charset::{self, signs};

// blanks ::= blank*
/// Blanks of any kind, or none.
pub(crate) fn blanks(i: Input<'_>) -> Rule<'_, Input<'_>> {
    // Hardly a place has any.
    if !charset::opens_blank(i.text.as_bytes()) {
        return Ok((i, Input::new("", i.start)));
    }
    take_while(charset::is_blank)(i)
}

// colon ::= blanks ("：" | ":" | "∶") blanks
/// A colon with the blanks round it.
pub(crate) fn colon(i: Input<'_>) -> Rule<'_, Input<'_>> {
    recognize((blanks, satisfy(charset::is_colon), blanks)).parse(i)
}

// spaced(word) ::= letter (blanks letter)*
/// `word`, blanks between its letters allowed: `附　件`.
pub(crate) fn spaced<'a>(word: &'static str) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| {
        let same = word.bytes().zip(i.text.bytes()).take_while(|(a, b)| a == b).count();
        if same == word.len() {
            return Ok(i.take_split(same));
        }
        // Where the word goes no further, only a blank may stand.
        let behind = part(i.text, word.floor_char_boundary(same)..i.text.len());
        if !behind.starts_with(charset::is_blank) {
            return Err(nom::Err::Error(()));
        }
        let mut rest = i.text;
        for (at, letter) in word.chars().enumerate() {
            let front = if at > 0 { rest.trim_start_matches(charset::is_blank) } else { rest };
            rest = front.strip_prefix(letter).ok_or(nom::Err::Error(()))?;
        }
        Ok(i.take_split(i.text.len() - rest.len()))
    }
}

// one_of(words) ::= words[0] | words[1] | …
/// The first of `words` that stands here, blanks between letters allowed; longer words come first in `words`.
pub(crate) fn one_of<'a>(words: &'static [&'static str]) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| {
        // Most words differ in their first three bytes: one letter.
        let first = i.text.as_bytes().first_chunk::<3>();
        let may = |word: &&&str| first.is_none_or(|first| word.as_bytes().first_chunk().is_none_or(|own| own == first));
        let found = words.iter().filter(may).find_map(|word| spaced(word)(i).ok());
        found.ok_or(nom::Err::Error(()))
    }
}

// one_in(words) ::= words[0] | words[1] | …
/// As [`one_of`], for the words of a long list.
pub(crate) fn one_in<'a>(words: &'static Openings) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| words.alike(i.text).find_map(|word| spaced(word)(i).ok()).ok_or(nom::Err::Error(()))
}

// label(words) ::= opener? words closer? colon?
/// A label and what parts it from its value: `文　号：`, `【文号】`.
pub(crate) fn label<'a>(words: impl Fn(Input<'a>) -> Rule<'a, Input<'a>>) -> impl Fn(Input<'a>) -> Rule<'a, Input<'a>> {
    move |i| {
        let opener = (opt(satisfy(charset::is_opener)), blanks);
        let closer = (blanks, opt(satisfy(charset::is_closer)), blanks);
        recognize((opener, &words, closer, opt(colon))).parse(i)
    }
}

/// What is left after `rule`, with its value; `None` where it does not fit. The text stands at 0.
pub(crate) fn read<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> Option<(&'a str, T)> {
    rule(Input::new(text, 0)).ok().map(|(rest, value)| (rest.text, value))
}

/// The byte behind what `rule` reads at the start of `text`, with its value.
pub(crate) fn front<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> Option<(usize, T)> {
    read(text, rule).map(|(rest, value)| (text.len() - rest.len(), value))
}

/// The value of `rule` where it reads all of `text`.
pub(crate) fn whole<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> Option<T> {
    read(text, rule).filter(|(rest, _)| rest.is_empty()).map(|(_, value)| value)
}

/// Whether `rule` reads all of `text`.
pub(crate) fn is_whole<'a, T>(text: &'a str, rule: impl Fn(Input<'a>) -> Rule<'a, T>) -> bool {
    read(text, rule).is_some_and(|(rest, _)| rest.is_empty())
}

/// The bytes an input stands on, where the text began at 0.
pub(crate) fn range(i: Input<'_>) -> Range<usize> {
    let start = i.start as usize;
    start..start + i.text.len()
}

/// The bytes `range` of `text`; empty where they are no range of it.
pub(crate) fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("")
}

/// `range` of `text` without the blanks at both ends.
pub(crate) fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = part(text, range.clone());
    let left = charset::trim_start(whole);
    let start = range.start + whole.len() - left.len();
    start..start + charset::trim_end(left).len()
}

/// `range` of `text` without the characters at both ends that are `idle`.
pub(crate) fn trim_range_by(text: &str, range: Range<usize>, idle: impl Fn(char) -> bool) -> Range<usize> {
    let whole = part(text, range.clone());
    let left = whole.trim_start_matches(&idle);
    let start = range.start + whole.len() - left.len();
    start..start + left.trim_end_matches(&idle).len()
}

/// The bytes `range` of `whole` as a text, blanks at both ends left out; `None` where nothing is left.
pub(crate) fn slice<'src>(whole: &Text<'src>, range: Range<usize>) -> Option<Text<'src>> {
    let range = trim_range(whole.as_str(), range);
    (!range.is_empty()).then(|| whole.slice(range.start, range.end))
}

/// The depth of brackets behind `c`, where it is `depth` in front of it.
pub(crate) fn depth_behind(depth: usize, c: char) -> usize {
    match c {
        '\u{4e00}'..='\u{9fff}' => depth,
        _ if charset::is_opener(c) => depth + 1,
        _ => depth.saturating_sub(usize::from(charset::is_closer(c))),
    }
}

/// The stretches of `text` between the characters that part it, which are no 汉字; some perhaps empty.
pub(crate) fn parted(text: &str, mut parts: impl FnMut(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let ends = signs(text).filter(move |&(_, c)| parts(c)).map(|(at, c)| (at, at + c.len_utf8()));
    ends.chain(iter::once((text.len(), text.len()))).map(move |(end, next)| mem::replace(&mut start, next)..end)
}

/// The stretches in `range` of `text` between characters that part them, empty ones left out.
pub(crate) fn fields(text: &str, range: Range<usize>, parts: fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let start = range.start;
    let pieces = parted(part(text, range), parts).filter(|piece| !piece.is_empty());
    pieces.map(move |piece| start + piece.start..start + piece.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_spaced() {
        assert_eq!(read("附　 件1", spaced("附件")).map(|(rest, _)| rest), Some("1"));
        assert!(read("附 近", spaced("附件")).is_none());
        assert!(read(" 附件", spaced("附件")).is_none());
        assert!(read("附", spaced("附件")).is_none());
    }

    #[test]
    fn labels_come_with_their_colon() {
        for text in ["文号：甲", "文　号 : 甲", "【文号】甲", "[文号]：甲", "文号 甲"] {
            assert_eq!(read(text, label(spaced("文号"))).map(|(rest, _)| rest), Some("甲"), "{text}");
        }
    }

    #[test]
    fn slices_are_trimmed() {
        let text = Text::borrowed("甲　乙　", 10);
        assert_eq!(slice(&text, 3..12).map(|t| (t.span.start, t.span.end)), Some((16, 19)));
        assert_eq!(slice(&text, 9..12), None);
    }
}
