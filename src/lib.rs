//! hongtou reads Chinese government documents.

pub mod ast;
mod charset;
pub mod diagnostic;
mod lexis;
mod span;

pub use diagnostic::Diagnostic;
pub use span::Span;
