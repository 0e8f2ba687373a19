//! The text as physical lines, and the way from bytes to lines and columns and back.

mod line_index;
mod lines;

pub use line_index::{LineIndex, Position};
pub(crate) use lines::{Physical, Rare, SET_IN, lines};
