//! hongtou reads Chinese government documents.

pub mod ast;
mod charset;
pub mod diagnostic;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod grammar;
mod lexis;
mod serialize;
mod source;
mod span;

pub use diagnostic::Diagnostic;
#[cfg(feature = "schema")]
pub use serialize::schema;
pub use serialize::{Envelope, JsonError, from_json, labels, to_json, to_markdown, to_outline, to_text};
pub use source::{LineIndex, Position};
pub use span::Span;

/// A text read: its tree, and what there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Parse<'src> {
    /// The tree.
    pub document: ast::Document<'src>,
    /// Remarks, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads texts one after the other, keeping its buffers.
#[derive(Debug, Default)]
pub struct Parser {
    buffers: grammar::Buffers,
    searchers: grammar::Searchers,
}

impl Parser {
    /// A parser with empty buffers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree of `source`.
    pub fn parse<'src>(&mut self, source: &'src str) -> Parse<'src> {
        let (blocks, mut diagnostics) = grammar::read(source, &mut self.buffers);
        let document = grammar::fold(&blocks, &self.searchers, &mut diagnostics);
        diagnostics.sort_by_key(|d| d.span.start);
        Parse { document, diagnostics }
    }

    /// The blocks of `source`, flat.
    pub fn blocks<'src>(&mut self, source: &'src str) -> ast::Blocks<'src> {
        grammar::read(source, &mut self.buffers).0
    }
}

/// The tree of `source`. Any text has one.
#[must_use]
pub fn parse(source: &str) -> Parse<'_> {
    Parser::new().parse(source)
}

/// The blocks of `source`, flat.
#[must_use]
pub fn blocks(source: &str) -> ast::Blocks<'_> {
    Parser::new().blocks(source)
}

/// The code of the read-me, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.en.md")]
struct ReadMe;
