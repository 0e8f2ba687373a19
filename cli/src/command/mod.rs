//! One file for each command.

mod completions;
mod explain;
mod label;
mod parse;

pub(crate) use completions::completions;
pub(crate) use explain::explain;
pub(crate) use label::label;
pub(crate) use parse::parse;
