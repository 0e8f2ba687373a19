//! Cells: what may stand in one, and how it gets there.

use std::borrow::Cow;

use chrono::NaiveDate;
use hongtou::ast::Text;

use crate::write::{Builder, CsvCell, JsonCell};

/// What may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// Yes or no.
    Bool,
    /// A day of the calendar.
    Date,
    /// Any number of values of one type.
    List(&'static Type),
    /// Named values.
    Struct(&'static [(&'static str, Type)]),
}

/// A cell of a row, to be filled once.
#[derive(Debug)]
pub(crate) enum Cell<'c> {
    /// Of an array of Arrow.
    Array(&'c mut Builder),
    /// Of a line of JSON.
    Json(JsonCell<'c>),
    /// Of a line of comma-separated cells, or some of these.
    Csv(CsvCell<'c>),
}

impl Cell<'_> {
    /// Fills it with `value`, which is of the type of the column.
    #[inline]
    pub(crate) fn put(self, value: impl Value) {
        value.put(self);
    }

    /// Leaves it empty.
    #[inline]
    pub(crate) fn none(self) {
        match self {
            Self::Array(array) => array.none(),
            Self::Json(cell) => cell.none(),
            Self::Csv(cell) => cell.none(),
        }
    }

    /// Fills it with a list.
    pub(crate) fn list(self, items: impl Iterator<Item = impl Value>) {
        match self {
            Self::Array(array) => array.list(items),
            Self::Json(cell) => cell.list(items),
            Self::Csv(cell) => cell.list(items),
        }
    }

    /// Fills it with named values: `put` is called for each name of the type, in its order, with its place.
    pub(crate) fn named(self, put: impl FnMut(usize, Cell<'_>)) {
        match self {
            Self::Array(array) => array.named(put),
            Self::Json(cell) => cell.named(put),
            Self::Csv(cell) => cell.named(put),
        }
    }
}

/// What can stand in a cell.
pub(crate) trait Value: Sized {
    /// Fills `cell` with it.
    fn put(self, cell: Cell<'_>);
}

impl Value for &str {
    #[inline]
    fn put(self, cell: Cell<'_>) {
        match cell {
            Cell::Array(array) => array.text(self),
            Cell::Json(cell) => cell.text(self),
            Cell::Csv(cell) => cell.text(self),
        }
    }
}

impl Value for String {
    fn put(self, cell: Cell<'_>) {
        cell.put(self.as_str());
    }
}

impl Value for Cow<'_, str> {
    fn put(self, cell: Cell<'_>) {
        cell.put(&*self);
    }
}

impl Value for &Text<'_> {
    #[inline]
    fn put(self, cell: Cell<'_>) {
        cell.put(self.as_str());
    }
}

impl Value for i64 {
    #[inline]
    fn put(self, cell: Cell<'_>) {
        match cell {
            Cell::Array(array) => array.int(self),
            Cell::Json(cell) => cell.word(itoa::Buffer::new().format(self)),
            Cell::Csv(cell) => cell.text(itoa::Buffer::new().format(self)),
        }
    }
}

impl Value for u32 {
    #[inline]
    fn put(self, cell: Cell<'_>) {
        cell.put(i64::from(self));
    }
}

impl Value for usize {
    fn put(self, cell: Cell<'_>) {
        cell.put(i64::try_from(self).ok());
    }
}

impl Value for bool {
    fn put(self, cell: Cell<'_>) {
        let word = if self { "true" } else { "false" };
        match cell {
            Cell::Array(array) => array.bool(self),
            Cell::Json(cell) => cell.word(word),
            Cell::Csv(cell) => cell.text(word),
        }
    }
}

impl Value for NaiveDate {
    fn put(self, cell: Cell<'_>) {
        match cell {
            Cell::Array(array) => array.day(self),
            line => line.put(self.to_string()),
        }
    }
}

impl<T: Value> Value for Option<T> {
    #[inline]
    fn put(self, cell: Cell<'_>) {
        match self {
            Some(value) => value.put(cell),
            None => cell.none(),
        }
    }
}
