//! Tables as rows of cells.

use super::Text;
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

impl Table<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Table<'static> {
        Table { span: self.span, rows: self.rows.into_iter().map(Row::into_owned).collect() }
    }
}

/// One line of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row<'src> {
    /// The line as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// Its cells, where tabs or wide gaps part them; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Text<'src>>,
}

impl Row<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Row<'static> {
        Row { text: self.text.into_owned(), cells: self.cells.into_iter().map(Text::into_owned).collect() }
    }
}
