//! Text to physical lines: line ends, blanks.

mod lines;

pub(crate) use lines::{Physical, lines, trim};
