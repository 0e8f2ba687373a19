//! Tables as rows of cells.

use super::{Exchange, Text};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A table: the lines that stand in for one in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table<'src> {
    /// First to last row.
    pub span: Span,
    /// One row a line.
    pub rows: Vec<Row<'src>>,
}

impl<'src> Table<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Table<'t> {
        Table { span: self.span, rows: self.rows.into_iter().map(|row| row.exchange(by)).collect() }
    }
}

/// One line of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row<'src> {
    /// The line as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// Its cells, where tabs or bars part them; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Text<'src>>,
}

impl<'src> Row<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Row<'t> {
        Row { text: by.text(self.text), cells: self.cells.into_iter().map(|text| by.text(text)).collect() }
    }
}
