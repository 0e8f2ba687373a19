//! Texts that lost their line ends: cut by their content.

use crate::diagnostic::Diagnostic;

use super::line::Line;

/// Cuts lines that hold a whole document into the lines they were.
pub(crate) fn lost_lines(_source: &str, _lines: &mut Vec<Line>, _diagnostics: &mut Vec<Diagnostic>) {}
