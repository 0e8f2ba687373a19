//! What is wrong with a query.

use std::fmt;

use nom::error::{ErrorKind, ParseError};

use crate::lexis::input::Input;
use crate::span::{Span, offset};

/// Why a query can't be read, and where.
///
/// ```
/// let error = "section[lvel=1]".parse::<hongtou::query::Selector>().unwrap_err();
/// assert_eq!(error.span.of("section[lvel=1]"), "lvel");
/// assert_eq!(error.to_string(), "found `lvel`, expected the name of an attribute");
/// assert_eq!(error.help.as_deref(), Some("did you mean `level`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// Where, in bytes of the query; empty at its end.
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What could stand there.
    pub expected: String,
    /// How to mend it, where that is known.
    pub help: Option<String>,
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found.as_str() {
            "" => write!(f, "found the end, expected {}", self.expected),
            found => write!(f, "found `{found}`, expected {}", self.expected),
        }
    }
}

impl std::error::Error for QueryError {}

/// A fault met while reading: of several, the one furthest in counts.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The byte where it is.
    pub(super) start: u32,
    /// Bytes it takes; 0 where it is one character.
    pub(super) len: u32,
    pub(super) expected: String,
    pub(super) help: Option<String>,
}

impl Fault {
    /// `expected` could stand at `i`.
    pub(super) fn at(i: Input<'_>, expected: &str) -> Self {
        Self { start: i.start, len: 0, expected: expected.to_owned(), help: None }
    }

    /// The error to tell of `query`.
    pub(super) fn told(self, query: &str) -> QueryError {
        let rest = query.get(self.start as usize..).unwrap_or_default();
        let one = rest.chars().next().map_or(0, char::len_utf8);
        let len = if self.len == 0 { one } else { self.len as usize };
        let found = rest.get(..len).unwrap_or(rest).to_owned();
        let end = self.start + offset(found.len());
        QueryError { span: Span::new(self.start, end), found, expected: self.expected, help: self.help }
    }
}

impl ParseError<Input<'_>> for Fault {
    fn from_error_kind(i: Input<'_>, _: ErrorKind) -> Self {
        Self::at(i, "")
    }

    fn append(_: Input<'_>, _: ErrorKind, other: Self) -> Self {
        other
    }

    fn or(self, other: Self) -> Self {
        if self.start > other.start || (self.start == other.start && !self.expected.is_empty()) { self } else { other }
    }
}

/// The word of `words` that is nearest to `word`, if one is near.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    if word.len() > 32 {
        return None;
    }
    let least = words.map(|other| (distance(word, other), other)).min_by_key(|(distance, _)| *distance);
    least.filter(|(distance, other)| *distance <= other.len().max(word.len()).div_ceil(3)).map(|(_, other)| other)
}

/// Letters to be changed, added or taken away to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, x) in a.bytes().enumerate() {
        let mut left = above + 1;
        let mut diagonal = above;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (y, over) in b.bytes().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(x != y)).min(left + 1).min(over + 1);
            diagonal = *over;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
