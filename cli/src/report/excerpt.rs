//! The stretch of a line that is shown under a remark.

use std::ops::Range;

use hongtou::{LineIndex, Span};

use crate::escape::in_excerpt;

/// Characters shown in front of the place, and in all.
const BEFORE: usize = 30;
const ALL: usize = 60;

/// Part of one line, fit to be shown, and where in it the place stands (bytes of `text`).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) place: Range<usize>,
}

/// What is shown for the bytes `span`: its first line, cut at both ends where it is long.
///
/// The cost does not grow with the line, so that many remarks on one long line stay cheap.
pub(super) fn excerpt(source: &str, index: &LineIndex<'_>, span: Span) -> Excerpt {
    let line = index.line_span(index.position(span.start).line).unwrap_or_default();
    let line = Span::new(line.start, line.end - carriage_return(line.of(source)));
    let start = span.start.min(line.end);
    let end = span.end.clamp(start, line.end);
    let [before, inside, after] =
        [(line.start, start), (start, end), (end, line.end)].map(|(from, to)| Span::new(from, to).of(source));

    let mut text = last_chars(before, BEFORE);
    let from = text.len();
    let room = ALL.saturating_sub(BEFORE);
    text.push_str(&first_chars(inside, ALL));
    let to = text.len();
    if inside.chars().nth(ALL).is_none() {
        text.push_str(&first_chars(after, room));
    }
    Excerpt { text, place: from..to }
}

/// The length of what `\r\n` leaves at the end of a line.
fn carriage_return(line: &str) -> u32 {
    u32::from(line.ends_with('\r'))
}

/// The first `count` characters and `…` where there are more.
fn first_chars(text: &str, count: usize) -> String {
    let cut = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let mark = if cut < text.len() { "…" } else { "" };
    in_excerpt(text.get(..cut).unwrap_or("")).into_owned() + mark
}

/// The last `count` characters, behind `…` where there are more.
fn last_chars(text: &str, count: usize) -> String {
    let cut = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    let mark = if cut > 0 { "…" } else { "" };
    mark.to_owned() + &in_excerpt(text.get(cut..).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: &str, span: Range<u32>) -> (String, String) {
        let excerpt = excerpt(source, &LineIndex::new(source), Span::new(span.start, span.end));
        let place = excerpt.text.get(excerpt.place.clone()).unwrap_or("?").to_owned();
        (excerpt.text, place)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(of("标题\n\t三、加强值班\r\n", 8..14), ("    三、加强值班".to_owned(), "三、".to_owned()));
    }

    #[test]
    fn a_long_line_is_cut_at_both_ends() {
        let source = "值".repeat(100) + "三、" + &"班".repeat(100);
        let (text, place) = of(&source, 300..306);
        assert_eq!(place, "三、");
        assert_eq!(text, format!("…{}三、{}…", "值".repeat(30), "班".repeat(30)));
    }

    #[test]
    fn a_place_of_several_lines_is_cut_at_the_first() {
        assert_eq!(of("一、加强\n值班\n", 0..19), ("一、加强".to_owned(), "一、加强".to_owned()));
    }

    #[test]
    fn steering_and_unseen_characters_are_shown() {
        let (text, place) = of("\u{202e}通\u{200b}知", 3..9);
        assert_eq!(text, "<U+202E>通<U+200B>知");
        assert_eq!(place, "通<U+200B>");
    }

    #[test]
    fn places_behind_the_text_are_empty() {
        assert_eq!(of("通知", 6..6), ("通知".to_owned(), String::new()));
        assert_eq!(of("", 0..0), (String::new(), String::new()));
    }
}
