//! Remarks as JSON, one object a line.

use std::path::Path;

use hongtou::{Diagnostic, LineIndex};
use serde::Serialize;

use crate::input::InputError;

/// One remark.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

/// An input that could not be read.
#[derive(Serialize)]
struct Unread<'a> {
    file: &'a str,
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// A text in which some bytes are no characters.
#[derive(Serialize)]
struct Damaged<'a> {
    file: &'a str,
    encoding: &'a str,
    replaced: usize,
}

/// The line for one remark.
pub(super) fn render(diagnostic: &Diagnostic, path: &Path, index: &LineIndex<'_>) -> String {
    let place = index.position(diagnostic.span.start);
    line(&Row { file: &hongtou_extract::name(path), line: place.line, column: place.column, diagnostic })
}

/// The line for an input that could not be read.
pub(super) fn unread(path: &Path, error: &InputError) -> String {
    line(&Unread { file: &hongtou_extract::name(path), error: &error.to_string(), help: error.help(path) })
}

/// The line for a text in which some bytes are no characters.
pub(super) fn replaced(path: &Path, encoding: &str, replaced: usize) -> String {
    line(&Damaged { file: &hongtou_extract::name(path), encoding, replaced })
}

/// `row` on one line; steering characters escaped, as standard error is mostly a terminal.
fn line(row: &impl Serialize) -> String {
    let json = serde_json::to_string(row).unwrap_or_default();
    crate::escape::for_json(&json).into_owned() + "\n"
}
