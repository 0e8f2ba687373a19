//! From places in a text to places in its source, in one pass over both.

use std::slice;

use super::Word;
use crate::ast::{Piece, Text};
use crate::source::LineIndex;
use crate::span::{Span, offset};

/// A place, in bytes and in characters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) bytes: u32,
    pub(super) chars: u32,
}

impl Place {
    /// The place as far behind `self` as `other` is behind the start.
    pub(super) const fn plus(self, other: Self) -> Self {
        Self { bytes: self.bytes.wrapping_add(other.bytes), chars: self.chars.wrapping_add(other.chars) }
    }

    /// How far `self` is behind `other`.
    const fn minus(self, other: Self) -> Self {
        Self { bytes: self.bytes.wrapping_sub(other.bytes), chars: self.chars.wrapping_sub(other.chars) }
    }
}

/// Where the stretches of a text stand. Places are asked for from left to right: [`Text::source_span`] says the same,
/// but looks at all stretches each time.
#[derive(Debug, Clone)]
pub(super) struct Places<'t> {
    text: &'t str,
    index: &'t LineIndex<'t>,
    /// The stretches to come.
    rest: slice::Iter<'t, Piece>,
    /// How far the stretch stands behind its place in the text.
    shift: Place,
    /// Where in the text the next stretch begins.
    next: u32,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t Text<'_>, index: &'t LineIndex<'_>) -> Self {
        let start = text.span.start;
        let shift = Place { bytes: start, chars: index.char_offset(start) };
        let rest = text.pieces().iter();
        let next = first(&rest);
        Self { text: text.as_str(), index, rest, shift, next }
    }

    /// The word `text`, which stands from `start` to `end`.
    #[inline]
    pub(super) fn word(&mut self, text: &'t str, start: Place, end: Place) -> Word<'t> {
        // A stretch that ends here is not the one in which what begins here stands.
        if start.bytes >= self.next {
            self.go_on(start, start.bytes);
        }
        let from = start.plus(self.shift);
        if end.bytes > self.next {
            self.go_on(end, end.bytes - 1);
        }
        let to = end.plus(self.shift);
        Word {
            text,
            span: Span::new(from.bytes, to.bytes),
            char_span: Span::new(from.chars, to.chars),
            at: Span::new(start.bytes, end.bytes),
            char_at: Span::new(start.chars, end.chars),
        }
    }

    /// Goes on to the stretch that byte `at` of the text is in; `place` is there or behind it.
    #[cold]
    fn go_on(&mut self, place: Place, at: u32) {
        let mut last = None;
        while self.rest.as_slice().first().is_some_and(|piece| piece.at <= at) {
            last = self.rest.next();
        }
        self.next = first(&self.rest);
        if let Some(piece) = last {
            let inside = self.text.get(piece.at as usize..place.bytes as usize).unwrap_or("");
            let source = Place { bytes: piece.source, chars: self.index.char_offset(piece.source) };
            let behind = Place { bytes: offset(inside.len()), chars: count(inside) };
            self.shift = source.plus(behind).minus(place);
        }
    }
}

/// Where the first of `pieces` begins; there is none behind the last.
fn first(pieces: &slice::Iter<'_, Piece>) -> u32 {
    pieces.as_slice().first().map_or(u32::MAX, |piece| piece.at)
}

/// The characters of `text`.
pub(super) fn count(text: &str) -> u32 {
    offset(text.chars().count())
}
