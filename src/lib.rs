//! hongtou reads Chinese government documents.

pub mod ast;
mod charset;
pub mod diagnostic;
mod grammar;
mod lexis;
mod source;
mod span;

pub use diagnostic::Diagnostic;
pub use span::Span;

/// The blocks of `source`, flat.
#[must_use]
pub fn blocks(source: &str) -> ast::Blocks<'_> {
    grammar::read(source, &mut grammar::Buffers::default()).0
}
