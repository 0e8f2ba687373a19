//! Reads one element within a line. The only user of nom; a rule never reports.

pub(crate) mod input;
pub(crate) mod numeral;
