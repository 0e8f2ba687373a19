//! Text of a node: borrowed where the source is contiguous, owned where lines were joined.

use std::borrow::Cow;
use std::iter;
use std::ops::{Deref, Range};

use crate::charset::is_blank;
use crate::span::{Span, offset};
use serde::{Deserialize, Serialize, Serializer};
use smallvec::SmallVec;

/// The text of a node, with the way back to the source.
///
/// It is borrowed from the source where the node stands on one stretch of it. Where lines were rejoined it is
/// owned, and `pieces` tells for each stretch where it came from.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "Written<'src>"))]
#[serde(from = "Written<'src>")]
pub struct Text<'src> {
    content: Content<'src>,
    /// Where it stands in the source, first to last byte.
    pub span: Span,
}

/// What a text says. Few texts are owned, so these lie in a box and leave the others small.
#[derive(Debug, Clone)]
enum Content<'src> {
    Borrowed(&'src str),
    Owned(Box<Joined>),
}

/// A text of its own.
#[derive(Debug, Clone)]
struct Joined {
    text: String,
    pieces: Pieces,
}

/// Stretches in order; most paragraphs have no more lines than lie in the text's own box.
pub(super) type Pieces = SmallVec<[Piece; 4]>;

/// A text as JSON has it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "Text")]
struct Written<'a> {
    /// The text, line ends between joined lines taken out.
    text: Cow<'a, str>,
    /// Where it stands in the source, first to last byte.
    span: Span,
    /// The stretches of a joined text, in order; empty where the text is contiguous.
    #[serde(default, skip_serializing_if = "<[Piece]>::is_empty")]
    pieces: Cow<'a, [Piece]>,
}

/// One contiguous stretch of a joined [`Text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Piece {
    /// Byte offset in the text where the stretch begins.
    pub at: u32,
    /// Byte offset in the source where it stands.
    pub source: u32,
}

impl<'src> Text<'src> {
    /// A contiguous text that starts at byte `start` of the source.
    #[must_use]
    pub fn borrowed(content: &'src str, start: u32) -> Self {
        let end = start + u32::try_from(content.len()).unwrap_or(u32::MAX - start);
        Self::at(content, Span::new(start, end))
    }

    /// The contiguous text `content`, which stands at `span`.
    pub(crate) const fn at(content: &'src str, span: Span) -> Self {
        Self { content: Content::Borrowed(content), span }
    }

    /// A text that is none of the source's, put together from `pieces`; without them, from one stretch.
    #[must_use]
    pub fn owned(text: String, span: Span, pieces: Vec<Piece>) -> Self {
        Self::joined(text, span, pieces.into())
    }

    /// The same.
    pub(super) fn joined(text: String, span: Span, pieces: Pieces) -> Self {
        Self { content: Content::Owned(Box::new(Joined { text, pieces })), span }
    }

    /// The text, line ends between joined lines taken out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.content {
            Content::Borrowed(text) => text,
            Content::Owned(joined) => &joined.text,
        }
    }

    /// The stretches of a joined text, in order; empty where the text is contiguous.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        match &self.content {
            Content::Borrowed(_) => &[],
            Content::Owned(joined) => &joined.pieces,
        }
    }

    /// Source offset of byte `at` of the text. `end` picks the end of a stretch over the start of the next.
    fn locate(&self, at: u32, end: bool) -> u32 {
        let pieces = self.pieces();
        let count = pieces.partition_point(|piece| if end { piece.at < at } else { piece.at <= at });
        match pieces.get(count.saturating_sub(1)) {
            Some(piece) => piece.source + at.saturating_sub(piece.at),
            None => self.span.start + at,
        }
    }

    /// Source span of the bytes `start..end` of the text.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        Span::new(self.locate(offset(start), start == end), self.locate(offset(end), true))
    }

    /// The bytes `start..end` of the text as a text of its own; empty where they are no range of it.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Self {
        let span = self.source_span(start, end);
        match &self.content {
            Content::Borrowed(text) => Self { content: Content::Borrowed(text.get(start..end).unwrap_or("")), span },
            Content::Owned(joined) => {
                let text = joined.text.get(start..end).unwrap_or("").to_owned();
                Self::joined(text, span, self.pieces_between(start, end))
            }
        }
    }

    /// The stretches of the bytes `start..end`; none where there is one only.
    fn pieces_between(&self, start: usize, end: usize) -> Pieces {
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else { return Pieces::new() };
        let (all, behind) = (self.pieces(), |at| move |piece: &Piece| piece.at < at);
        let inside = all.partition_point(behind(start + 1))..all.partition_point(behind(end));
        let inside = all.get(inside).unwrap_or_default();
        if inside.is_empty() {
            return Pieces::new();
        }
        let first = Piece { at: 0, source: self.locate(start, false) };
        let rest = inside.iter().map(|p| Piece { at: p.at - start, source: p.source });
        iter::once(first).chain(rest).collect()
    }

    /// The text that stands in the same places of `source`, of which a plain copy was read.
    pub(crate) fn over(self, source: &str) -> Text<'_> {
        let (text, pieces) = match &self.content {
            Content::Borrowed(text) if !has_marks(text, self.span.of(source)) => {
                return Text::borrowed(self.span.of(source), self.span.start);
            }
            Content::Borrowed(text) => (*text, &[Piece { at: 0, source: self.span.start }] as &[_]),
            Content::Owned(joined) if joined.pieces.is_empty() => {
                return Text::joined(self.span.of(source).to_owned(), self.span, Pieces::new());
            }
            Content::Owned(joined) => (joined.text.as_str(), joined.pieces.as_slice()),
        };
        let ends = pieces.iter().skip(1).map(|piece| piece.at as usize).chain([text.len()]);
        let (mut other, mut others) = (String::with_capacity(text.len()), Pieces::new());
        for (piece, end) in pieces.iter().zip(ends) {
            let stretch = text.get(piece.at as usize..end).unwrap_or_default();
            // The space that parts Latin words is not in the source.
            let bare = stretch.strip_suffix(' ').unwrap_or(stretch);
            let from = piece.source as usize;
            push_unmarked(
                bare,
                source.get(from..from + bare.len()).unwrap_or_default(),
                piece.source,
                &mut other,
                &mut others,
            );
            other.push_str(stretch.get(bare.len()..).unwrap_or_default());
        }
        Text::joined(other, self.span, others)
    }

    /// The same text, owning its content.
    #[must_use]
    pub fn into_owned(self) -> Text<'static> {
        match self.content {
            Content::Borrowed(text) => Text::owned(text.to_owned(), self.span, Vec::new()),
            Content::Owned(joined) => Text { content: Content::Owned(joined), span: self.span },
        }
    }
}

/// The bytes of `source` that are those of marks and signs, `**` or `<br>`: blanks are in their places in its `copy`.
fn marks<'a>(copy: &'a str, source: &'a str) -> impl Iterator<Item = usize> + 'a {
    let blanks = copy.char_indices().filter(|&(_, c)| is_blank(c)).map(|(at, c)| at..at + c.len_utf8());
    let own = |place: &Range<usize>| copy.as_bytes().get(place.clone()) == source.as_bytes().get(place.clone());
    blanks.filter(move |place| !own(place)).flatten()
}

fn has_marks(copy: &str, source: &str) -> bool {
    marks(copy, source).next().is_some()
}

/// Adds to `text` what stands in `source`, at byte `from` of the whole, but for marks that are blanks in its `copy`.
fn push_unmarked(copy: &str, source: &str, from: u32, text: &mut String, pieces: &mut Pieces) {
    let mut start = 0;
    for end in marks(copy, source).chain([source.len()]) {
        if start < end {
            pieces.push(Piece { at: offset(text.len()), source: from + offset(start) });
            text.push_str(source.get(start..end).unwrap_or_default());
        }
        start = end + 1;
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Default for Content<'_> {
    fn default() -> Self {
        Self::Borrowed("")
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.span == other.span && self.as_str() == other.as_str() && self.pieces() == other.pieces()
    }
}

impl Eq for Text<'_> {}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written { text: self.as_str().into(), span: self.span, pieces: self.pieces().into() }.serialize(serializer)
    }
}

impl<'src> From<Written<'src>> for Text<'src> {
    fn from(written: Written<'src>) -> Self {
        let Written { text, span, pieces } = written;
        match text {
            Cow::Borrowed(text) if pieces.is_empty() => Self { content: Content::Borrowed(text), span },
            text => Self::owned(text.into_owned(), span, pieces.into_owned()),
        }
    }
}
