//! Text of a node: borrowed where the source is contiguous, owned where lines were joined.

use std::borrow::Cow;
use std::ops::Deref;

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// The text of a node, with the way back to the source.
///
/// `content` is borrowed from the source where the node stands on one stretch of it. Where lines were
/// rejoined it is owned, and `pieces` tells for each stretch where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Default)]
pub struct Text<'src> {
    /// The text, line ends between joined lines taken out.
    #[serde(rename = "text")]
    pub content: Cow<'src, str>,
    /// Where it stands in the source, first to last byte.
    pub span: Span,
    /// The stretches of a joined text, in order; empty where the text is contiguous.
    #[serde(default, skip_serializing_if = "<[Piece]>::is_empty")]
    pub pieces: Box<[Piece]>,
}

/// One contiguous stretch of a joined [`Text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Piece {
    /// Byte offset in [`Text::content`] where the stretch begins.
    pub at: u32,
    /// Byte offset in the source where it stands.
    pub source: u32,
}

impl<'src> Text<'src> {
    /// A contiguous text that starts at byte `start` of the source.
    #[must_use]
    pub fn borrowed(content: &'src str, start: u32) -> Self {
        let end = start + u32::try_from(content.len()).unwrap_or(u32::MAX - start);
        Self { content: Cow::Borrowed(content), span: Span::new(start, end), pieces: Box::default() }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Source offset of byte `at` of the text. `end` picks the end of a stretch over the start of the next.
    fn locate(&self, at: u32, end: bool) -> u32 {
        let before = |piece: &&Piece| if end { piece.at < at } else { piece.at <= at };
        match self.pieces.iter().rev().find(before).or(self.pieces.first()) {
            Some(piece) => piece.source + at.saturating_sub(piece.at),
            None => self.span.start + at,
        }
    }

    /// Source span of the bytes `start..end` of the text.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span::new(self.locate(offset(start), start == end), self.locate(offset(end), true))
    }

    /// The bytes `start..end` of the text as a text of its own; empty where they are no range of it.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Self {
        let span = self.source_span(start, end);
        let content = match &self.content {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(start..end).unwrap_or("")),
            Cow::Owned(text) => Cow::Owned(text.get(start..end).unwrap_or("").to_owned()),
        };
        Self { content, span, pieces: self.pieces_between(start, end) }
    }

    fn pieces_between(&self, start: usize, end: usize) -> Box<[Piece]> {
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else { return Box::default() };
        let inside = |piece: &&Piece| piece.at > start && piece.at < end;
        if !self.pieces.iter().any(|piece| inside(&piece)) {
            return Box::default();
        }
        let first = Piece { at: 0, source: self.locate(start, false) };
        let rest = self.pieces.iter().filter(inside);
        std::iter::once(first).chain(rest.map(|p| Piece { at: p.at - start, source: p.source })).collect()
    }

    /// The same text, owning its content.
    #[must_use]
    pub fn into_owned(self) -> Text<'static> {
        Text { content: Cow::Owned(self.content.into_owned()), span: self.span, pieces: self.pieces }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.content
    }
}
