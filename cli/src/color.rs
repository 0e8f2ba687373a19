//! The colours of what people see on a terminal.

/// Ends a colour.
pub(crate) const OFF: &str = "\u{1b}[0m";
pub(crate) const ERROR: &str = "\u{1b}[1;31m";
pub(crate) const WARNING: &str = "\u{1b}[1;33m";
pub(crate) const INFO: &str = "\u{1b}[1;36m";
/// Of a place that bears on a remark.
pub(crate) const NOTE: &str = "\u{1b}[1;34m";
/// Of the place of something found.
pub(crate) const PLACE: &str = "\u{1b}[35m";

/// Whether the user wants colours: <https://no-color.org>.
pub(crate) fn wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
