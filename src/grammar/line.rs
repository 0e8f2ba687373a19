//! Physical lines, each classified once: what it could be, by its first bytes and its last character.

use crate::ast::MarkerStyle;
use crate::lexis::marker::{self, Mark};
use crate::source::{self, Physical, Rare, SET_IN};
use crate::span::offset;

use super::dress::may_be_dressed;

/// No entity of HTML is longer, in bytes: `&middot;`.
const LONGEST_ENTITY: usize = 9;

/// No more blanks in front are counted.
const DEEPEST: usize = 64;

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// 。 ！ ？ or …, perhaps with closing brackets behind.
    Sentence,
    /// ；.
    Semicolon,
    /// ：.
    Colon,
    /// ， or 、.
    Comma,
    /// An opening bracket or quote.
    Open,
    /// A closing bracket or quote.
    Close,
    /// Anything else.
    Other,
}

/// One line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte that is not blank.
    pub(crate) start: u32,
    /// One past the last byte that is not blank.
    pub(crate) end: u32,
    /// 1-based number, counted at `\n`.
    pub(crate) number: u32,
    /// Its width in half-width cells, measured where the text may be hard-wrapped, else 0.
    pub(crate) width: u16,
    /// Blanks in front, in half-width cells.
    pub(crate) indent: u8,
    /// Whether it is set in by two 汉字, as the first line of a paragraph is (9704 7.3.3).
    pub(crate) set_in: bool,
    /// How it ends.
    pub(crate) closes: End,
    /// The style of the marker it begins with.
    pub(crate) style: Option<MarkerStyle>,
    /// Bytes of that marker.
    pub(crate) marker_len: u8,
    /// The number of the marker.
    pub(crate) value: u32,
    /// Its 之一, or the parts in front of a dotted number.
    pub(crate) sub: u32,
}

impl Line {
    /// Length in bytes.
    pub(crate) fn len(&self) -> u32 {
        self.end - self.start
    }

    /// Where its byte `at` stands in the text.
    pub(crate) fn place(&self, at: usize) -> u32 {
        self.start + offset(at)
    }

    /// The marker it begins with.
    pub(crate) fn mark(&self) -> Option<Mark> {
        let style = self.style?;
        Some(Mark { style, number: self.value, sub: self.sub, len: self.marker_len })
    }

    /// Whether its marker is a bare number, as rows of tables have.
    pub(crate) fn is_counter(&self) -> bool {
        self.style == Some(MarkerStyle::Dotted) && self.sub == 1
    }

    /// Whether a sentence or clause is closed at its end.
    pub(crate) fn is_finished(&self) -> bool {
        matches!(self.closes, End::Sentence | End::Semicolon | End::Colon)
    }
}

/// The lines of `text`, into `into`. Says what is rare in it.
pub(crate) fn classify(text: &str, into: &mut Vec<Line>) -> Rare {
    into.clear();
    // Prose has about so many lines; texts of shorter ones grow.
    into.reserve(text.len() / 128 + 8);
    let mut dressed = false;
    let rare = source::lines(text, |physical| {
        let line = line(physical);
        dressed |= line.style.is_none() && may_be_dressed(physical.content);
        into.push(line);
    });
    Rare { dressed, ..rare }
}

/// Classifies the stretch `start..end` of `text`, which was cut out of a longer line.
pub(crate) fn part(text: &str, start: u32, end: u32, number: u32) -> Option<Line> {
    let mut lines = Vec::new();
    classify(text.get(start as usize..end as usize)?, &mut lines);
    let line = lines.pop()?;
    Some(Line { start: start + line.start, end: start + line.end, number, ..line })
}

#[inline]
fn line(physical: Physical<'_>) -> Line {
    let Physical { front, content, start, number } = physical;
    let end = start + offset(content.len());
    let (indent, set_in) = match front {
        "" => (0, false),
        SET_IN => (4, true),
        _ => odd_front(front),
    };
    let mark = marker::recognise(content);
    let (style, marker_len, value, sub) =
        mark.map_or((None, 0, 0, 0), |mark| (Some(mark.style), mark.len, mark.number, mark.sub));
    Line { start, end, number, width: 0, indent, set_in, closes: end_of(content), style, marker_len, value, sub }
}

/// Width of the blanks in front, in half-width cells, and whether they are the indent of a first line, a byte order
/// mark before it.
#[inline(never)]
fn odd_front(blanks: &str) -> (u8, bool) {
    if blanks.bytes().all(|byte| byte == b' ') {
        return (u8::try_from(blanks.len().min(DEEPEST)).unwrap_or(u8::MAX), false);
    }
    let width = |c: char| match c {
        '\u{3000}' => 2,
        '\t' => 4,
        ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' => 1,
        _ => 0,
    };
    let cells = blanks.chars().take(DEEPEST).map(width).sum::<usize>();
    let seen = blanks.chars().filter(|&c| width(c) > 0);
    (u8::try_from(cells).unwrap_or(u8::MAX), seen.eq(SET_IN.chars()))
}

/// How `content` ends; closing brackets are looked through for the mark in front of them.
fn end_of(content: &str) -> End {
    let bytes = content.as_bytes();
    let &[.., a, b, c] = bytes else { return ascii_end(bytes.last().copied()) };
    if c < 0x80 {
        if !matches!(c, b')' | b'"' | b'>') {
            // `&nbsp;` left over from a web page ends nothing.
            let entity = c == b';' && bytes.iter().rev().take(LONGEST_ENTITY).any(|&byte| byte == b'&');
            return if entity { End::Other } else { ascii_end(Some(c)) };
        }
        return closed(content);
    }
    match (a, b, c) {
        (0xe3, 0x80, 0x82) | (0xef, 0xbc, 0x81 | 0x9f) | (0xe2, 0x80, 0xa6) => End::Sentence,
        (0xef, 0xbc, 0x9b) => End::Semicolon,
        (0xef, 0xbc, 0x9a) | (0xe2, 0x88, 0xb6) => End::Colon,
        (0xef, 0xbc, 0x8c) | (0xe3, 0x80, 0x81) => End::Comma,
        (0xe3, 0x80, 0x8a | 0x88 | 0x90 | 0x94) | (0xe2, 0x80, 0x9c | 0x98) | (0xef, 0xbc, 0x88) => End::Open,
        (0xe3, 0x80, 0x8b | 0x89 | 0x91 | 0x95) | (0xe2, 0x80, 0x9d | 0x99) | (0xef, 0xbc, 0x89) => closed(content),
        _ => End::Other,
    }
}

fn ascii_end(byte: Option<u8>) -> End {
    match byte {
        Some(b'.' | b'!' | b'?') => End::Sentence,
        Some(b';') => End::Semicolon,
        Some(b':') => End::Colon,
        Some(b',') => End::Comma,
        Some(b'(' | b'<' | b'[') => End::Open,
        _ => End::Other,
    }
}

/// What stands in front of the closing brackets at the end; a bracket behind a sentence ends with it.
#[inline(never)]
fn closed(content: &str) -> End {
    const CLOSERS: [char; 10] = ['）', ')', '〕', '”', '’', '"', '》', '〉', '】', '>'];
    match content.trim_end_matches(CLOSERS).chars().next_back() {
        Some('。' | '！' | '？' | '…') => return End::Sentence,
        Some('；' | ';') => return End::Semicolon,
        _ => {}
    }
    // `…。（牵头单位：某局）`
    let opener = if content.ends_with(['）', ')', '〕']) { last_bracket(content) } else { None };
    match opener.and_then(|at| content.get(..at)) {
        Some(front) if front.trim_end().ends_with('。') => End::Sentence,
        _ => End::Close,
    }
}

/// The byte where the bracket opens that `content` ends with; those inside it are passed over.
#[inline(never)]
fn last_bracket(content: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let opens = |&(_, c): &(usize, char)| {
        match c {
            '）' | ')' | '〕' => depth += 1,
            '（' | '(' | '〔' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    content.char_indices().rev().find(opens).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Vec<End> {
        let mut lines = Vec::new();
        classify(text, &mut lines);
        lines.iter().map(|line| line.closes).collect()
    }

    #[test]
    fn the_last_character_tells_how_a_line_ends() {
        assert_eq!(
            ends("完。\n完。”\n（完。）\n如下：\n如下:"),
            [End::Sentence, End::Sentence, End::Sentence, End::Colon, End::Colon]
        );
        assert_eq!(
            ends("甲，\n《\n（甲）\n甲\n甲；\n1"),
            [End::Comma, End::Open, End::Close, End::Other, End::Semicolon, End::Other]
        );
        assert_eq!(
            ends("完。（某局）\n完。〔某局（某办）〕\n完。(某局(某办))\n完（某局）\n某局）"),
            [End::Sentence, End::Sentence, End::Sentence, End::Close, End::Close]
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_indent() {
        let mut lines = Vec::new();
        classify("\u{feff}\u{3000}\u{3000}甲\n\u{3000}\u{3000}乙\n\u{3000}丙", &mut lines);
        assert_eq!(lines.iter().map(|line| line.set_in).collect::<Vec<_>>(), [true, true, false]);
    }
}
