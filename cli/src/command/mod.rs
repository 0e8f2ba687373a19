//! One file for each command, and one for what those that read many texts have in common.

mod completions;
mod explain;
mod extract;
mod label;
mod parse;
mod query;
mod references;
mod run;
mod stats;
mod tokens;
mod verify;

pub(crate) use completions::completions;
pub(crate) use explain::explain;
pub(crate) use extract::extract;
pub(crate) use label::label;
pub(crate) use parse::parse;
pub(crate) use query::query;
pub(crate) use references::references;
pub(crate) use stats::stats;
pub(crate) use tokens::tokens;
pub(crate) use verify::verify;
