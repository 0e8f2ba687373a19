//! The house rules that no compiler checks: layers, sizes, productions, documentation.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]

mod docs;
mod layers;
mod productions;
mod sizes;
mod tree;
mod words;
