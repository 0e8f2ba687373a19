//! The command line as its users meet it.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod common;
mod extract;
mod extract_inputs;
#[cfg(unix)]
mod extract_outputs;
mod inputs;
#[cfg(unix)]
mod outputs;
mod query;
mod read_me;
mod references;
mod remarks;
mod same;
mod stats;
mod tokens;
