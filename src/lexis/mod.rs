//! Reads one element within a line. The only user of nom; a rule never reports.

pub(crate) mod input;
pub(crate) mod marker;
pub(crate) mod numeral;
mod stub;
pub(crate) use stub::*;
