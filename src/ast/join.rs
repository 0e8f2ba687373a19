//! The rejoin rule: the text of a block whose lines were wrapped or cut by a page.
//!
//! Every physical line is trimmed of blanks, stretches that are not the block's are left out, and what is
//! left is joined without anything between: 汉字 need no space. Only where a Latin word ends one line and
//! another begins the next, one space parts them.

use memchr::{memchr, memchr2_iter, memchr3_iter};

use super::text::Pieces;
use super::{Piece, Text};
use crate::charset::{is_line_end, trim_end, trim_start};
use crate::span::{Span, offset};

/// The text of `span`, its lines rejoined, the stretches in `holes` left out.
///
/// `holes` are in source order and don't overlap; those outside `span` don't matter. The text is borrowed
/// where one stretch is left. Line ends are those of [`is_line_end`].
pub(super) fn join(source: &str, span: Span, holes: impl Iterator<Item = Span>) -> Text<'_> {
    rejoin(source, span, holes, true)
}

/// The same where it is known whether a line end other than `\n` and `\r\n` may stand in `span`.
pub(crate) fn rejoin(source: &str, span: Span, holes: impl Iterator<Item = Span>, rare_ends: bool) -> Text<'_> {
    let mut joined = Joined::new(span, rare_ends);
    let mut from = span.start;
    for hole in holes.take_while(|hole| hole.start < span.end) {
        if hole.end > from && !hole.is_empty() {
            joined.push_lines(Span::new(from, hole.start).of(source), from);
            from = hole.end;
        }
    }
    joined.push_lines(Span::new(from, span.end).of(source), from);
    joined.finish()
}

/// Whether a line end other than `\n` and `\r\n` stands inside `text`. The `\r` of the latter is a blank.
fn has_rare_line_end(text: &str) -> bool {
    let bytes = text.as_bytes();
    let behind = |at: usize| bytes.get(at..).unwrap_or_default();
    // U+0085, U+2028, U+2029 by their first bytes, which the quotes and dashes of a text have too.
    memchr3_iter(b'\r', 0x0b, 0x0c, bytes).any(|at| !behind(at).starts_with(b"\r\n"))
        || memchr2_iter(0xc2, 0xe2, bytes)
            .any(|at| matches!(behind(at), [0xc2, 0x85, ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]))
}

/// Whether a space belongs between `before` and `after`: where Latin words meet, not where digits do.
fn parts_words(before: &str, after: &str) -> bool {
    let (Some(&last), Some(&first)) = (before.as_bytes().last(), after.as_bytes().first()) else { return false };
    last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric() && !(last.is_ascii_digit() && first.is_ascii_digit())
}

/// A text that grows line by line; it owns nothing before its second line.
struct Joined<'src> {
    span: Span,
    first: &'src str,
    content: String,
    pieces: Pieces,
    end: u32,
    rare_ends: bool,
}

impl<'src> Joined<'src> {
    fn new(span: Span, rare_ends: bool) -> Self {
        Self { span, first: "", content: String::new(), pieces: Pieces::new(), end: span.start, rare_ends }
    }

    /// Adds the lines of `text`, which stands at byte `start`.
    fn push_lines(&mut self, text: &'src str, start: u32) {
        // A text of many pages has some in it, most of its blocks none.
        let rare_ends = self.rare_ends && has_rare_line_end(text);
        let mut rest = text;
        while !rest.is_empty() {
            let end = if rare_ends { first_line_end(rest) } else { memchr(b'\n', rest.as_bytes()).map(|at| (at, 1)) };
            let (end, len) = end.unwrap_or((rest.len(), 0));
            let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
            self.push(line, start + offset(text.len() - rest.len()));
            rest = behind.get(len..).unwrap_or("");
        }
    }

    /// Adds one line, which stands at byte `at`.
    fn push(&mut self, line: &'src str, at: u32) {
        let left = trim_start(line);
        let source = at + offset(line.len() - left.len());
        let text = trim_end(left);
        if text.is_empty() {
            return;
        }
        if self.first.is_empty() {
            (self.first, self.span.start) = (text, source);
        } else {
            self.append(text, source);
        }
        self.end = source + offset(text.len());
    }

    fn append(&mut self, text: &str, source: u32) {
        if self.pieces.is_empty() {
            self.content = String::with_capacity(self.span.len() as usize);
            self.content.push_str(self.first);
            self.pieces.push(Piece { at: 0, source: self.span.start });
        }
        if parts_words(&self.content, text) {
            self.content.push(' ');
        }
        self.pieces.push(Piece { at: offset(self.content.len()), source });
        self.content.push_str(text);
    }

    fn finish(self) -> Text<'src> {
        if self.pieces.is_empty() {
            return Text::borrowed(self.first, self.span.start);
        }
        Text::joined(self.content, Span::new(self.span.start, self.end), self.pieces)
    }
}

/// Where the first line end of `text` stands, whichever it is, and its bytes.
#[cold]
fn first_line_end(text: &str) -> Option<(usize, usize)> {
    text.match_indices(is_line_end).next().map(|(at, end)| (at, end.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::charset::is_blank;

    fn whole(source: &str) -> Span {
        Span::new(0, offset(source.len()))
    }

    fn joined(source: &str) -> Text<'_> {
        join(source, whole(source), [].into_iter())
    }

    /// The rule, said slowly: every character on its own, with the place it comes from.
    fn reference(source: &str, span: Span, holes: &[Span]) -> Vec<(char, u32)> {
        let mut lines: Vec<Vec<(char, u32)>> = vec![Vec::new()];
        for (at, c) in source.char_indices().map(|(at, c)| (offset(at), c)) {
            if at < span.start || at >= span.end {
                continue;
            }
            if is_line_end(c) || holes.iter().any(|hole| hole.start <= at && at < hole.end) {
                lines.push(Vec::new());
            } else if let Some(line) = lines.last_mut() {
                line.push((c, at));
            }
        }
        let mut text: Vec<(char, u32)> = Vec::new();
        for line in lines {
            let Some(first) = line.iter().position(|(c, _)| !is_blank(*c)) else { continue };
            let last = line.iter().rposition(|(c, _)| !is_blank(*c)).unwrap_or(first);
            let line: Vec<_> = line.into_iter().take(last + 1).skip(first).collect();
            if let (Some((a, _)), Some((b, at))) = (text.last(), line.first())
                && a.is_ascii_alphanumeric()
                && b.is_ascii_alphanumeric()
                && (a.is_ascii_alphabetic() || b.is_ascii_alphabetic())
            {
                text.push((' ', *at));
            }
            text.extend(line);
        }
        text
    }

    #[test]
    fn one_line_is_borrowed_and_trimmed() {
        let text = joined("\u{3000}\u{3000}为了加强管理。 ");
        assert_eq!(text.as_str(), "为了加强管理。");
        assert_eq!((text.span, text.pieces().len()), (Span::new(6, 27), 0));
    }

    #[test]
    fn wrapped_lines_join_without_a_space() {
        let text = joined("为了加强\n\n\u{3000}管理，\r\n制定本办法。");
        assert_eq!(text.as_str(), "为了加强管理，制定本办法。");
        let pieces: Vec<_> = text.pieces().iter().map(|piece| (piece.at, piece.source)).collect();
        assert_eq!(pieces, [(0, 0), (12, 17), (21, 28)]);
    }

    #[test]
    fn latin_words_keep_a_space_and_numbers_do_not() {
        assert_eq!(joined("Cloud\nRidge").as_str(), "Cloud Ridge");
        assert_eq!(joined("第3\nA组").as_str(), "第3 A组");
        assert_eq!(joined("2024-20\n25年").as_str(), "2024-2025年");
        assert_eq!(joined("采用IPv6\n协议").as_str(), "采用IPv6协议");
    }

    #[test]
    fn holes_are_left_out() {
        let source = "全市各级\n— 3 —\n各部门";
        let text = join(source, whole(source), [Span::new(13, 22)].into_iter());
        assert_eq!(text.as_str(), "全市各级各部门");
        let first = join(source, Span::new(0, 22), [Span::new(13, 22)].into_iter());
        assert_eq!((first.as_str(), first.pieces().len()), ("全市各级", 0), "what is left is one stretch");
        assert_eq!(first.span, Span::new(0, 12));
    }

    #[test]
    fn every_line_end_is_one() {
        for end in ["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            let source = format!("“云岭”{end}市·县");
            assert_eq!(joined(&source).as_str(), "“云岭”市·县", "{end:?}");
            assert_eq!(joined(&source).pieces().len(), 2, "{end:?}");
        }
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(joined(" \n\u{3000}\r").as_str(), "");
        assert!(join("云", Span::new(1, 2), [].into_iter()).is_empty(), "no range of the text");
    }

    proptest! {
        #[test]
        fn the_fast_way_is_the_slow_way(
            source in "([云岭市aB19 ·“\u{3000}]|[\n\r\u{b}\u{85}\u{2028}]){0,40}",
            cuts in proptest::collection::vec(0..80_usize, 6),
        ) {
            let mut cuts: Vec<u32> =
                cuts.iter().map(|cut| offset(source.floor_char_boundary(*cut))).collect();
            cuts.sort_unstable();
            let (span, holes) = match *cuts.as_slice() {
                [a, b, c, d, e, f] => (Span::new(a, f), [Span::new(b, c), Span::new(d, e)]),
                _ => unreachable!("six cuts were asked for"),
            };
            let text = join(&source, span, holes.into_iter());
            let slow = reference(&source, span, &holes);
            prop_assert_eq!(text.as_str(), slow.iter().map(|(c, _)| *c).collect::<String>());
            // Every character leads back to where it stands.
            for ((at, c), (slow_c, slow_at)) in text.char_indices().zip(&slow) {
                prop_assert_eq!(c, *slow_c);
                if c != ' ' {
                    prop_assert_eq!(text.source_span(at, at + c.len_utf8()).start, *slow_at);
                }
            }
        }
    }
}
