//! hongtou reads Chinese government documents.

pub mod ast;
mod charset;
pub mod diagnostic;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod grammar;
mod lexis;
pub mod query;
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

impl<'src> Parse<'src> {
    /// The tree, where there is nothing to warn of; else what there is.
    ///
    /// # Errors
    ///
    /// All diagnostics, where one of them is a [`diagnostic::Severity::Warning`] or worse.
    ///
    /// ```
    /// let parse = hongtou::parse("关于值班的通知\n\n一、甲。\n三、丙。\n");
    /// let diagnostics = parse.ok().unwrap_err();
    /// assert_eq!(diagnostics[0].code.name(), "number-skipped");
    /// ```
    pub fn ok(self) -> Result<ast::Document<'src>, Vec<Diagnostic>> {
        let grave = |d: &Diagnostic| d.severity >= diagnostic::Severity::Warning;
        if self.diagnostics.iter().any(grave) { Err(self.diagnostics) } else { Ok(self.document) }
    }

    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Parse<'static> {
        Parse { document: self.document.into_owned(), diagnostics: self.diagnostics }
    }
}

/// What of `source` 32 bits can address, and the remark where that is not all.
fn addressable(source: &str) -> (&str, Option<Diagnostic>) {
    let end = u32::MAX - 1;
    let Some(head) = source.get(..source.floor_char_boundary(end as usize)).filter(|head| head.len() < source.len())
    else {
        return (source, None);
    };
    let message = format!("found {} bytes, expected no more than {end}; the rest was left out", source.len());
    let span = Span::new(u32::try_from(head.len()).unwrap_or(end), end);
    (head, Some(Diagnostic::new(diagnostic::Code::TextTooLong, span, message)))
}

/// Reads texts one after the other, keeping its buffers.
#[derive(Debug, Default)]
pub struct Parser {
    buffers: grammar::Buffers,
}

impl Parser {
    /// A parser with empty buffers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree of `source`.
    pub fn parse<'src>(&mut self, source: &'src str) -> Parse<'src> {
        let (source, too_long) = addressable(source);
        let (blocks, mut diagnostics) = grammar::read(source, &mut self.buffers);
        diagnostics.extend(too_long);
        tree(&blocks, diagnostics)
    }

    /// The blocks of `source`, flat.
    pub fn blocks<'src>(&mut self, source: &'src str) -> ast::Blocks<'src> {
        grammar::read(addressable(source).0, &mut self.buffers).0
    }
}

/// The tree of `blocks`, of which there is `diagnostics` to say.
fn tree<'src>(blocks: &ast::Blocks<'src>, mut diagnostics: Vec<Diagnostic>) -> Parse<'src> {
    let document = grammar::fold(blocks, &mut diagnostics);
    diagnostics.sort_by_key(|d| d.span.start);
    Parse { document, diagnostics }
}

/// The tree of `source`. Any text has one.
#[must_use]
pub fn parse(source: &str) -> Parse<'_> {
    let (source, too_long) = addressable(source);
    // The buffers are given back before the tree grows.
    let (blocks, mut diagnostics) = grammar::read(source, &mut grammar::Buffers::default());
    diagnostics.extend(too_long);
    tree(&blocks, diagnostics)
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
