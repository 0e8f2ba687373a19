//! Cells: what may stand in one, and how it gets there.

use std::borrow::Cow;

use chrono::NaiveDate;
use hongtou::ast::Text;

use crate::write::{Builder, CsvLine, JsonLine};

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

/// A cell of a row, to be filled once: the next of what it stands in.
// Two words, which are passed in registers: a bigger one would be copied for each cell.
#[derive(Debug)]
pub(crate) enum Cell<'c, 'v> {
    /// Of an array of Arrow.
    Array(&'c mut Builder),
    /// Of a line of JSON.
    Json(&'c mut JsonLine<'v>),
    /// Of a line of comma-separated cells, or some of these.
    Csv(&'c mut CsvLine),
}

impl Cell<'_, '_> {
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
            Self::Json(line) => line.none(),
            Self::Csv(line) => line.none(),
        }
    }

    /// Fills it with a list.
    pub(crate) fn list(self, items: impl Iterator<Item = impl Value>) {
        match self {
            Self::Array(array) => array.list(items),
            Self::Json(line) => line.list(items),
            Self::Csv(line) => line.list(items),
        }
    }

    /// Fills it with named values: `put` is called for each name of the type, in its order, with its place.
    pub(crate) fn named(self, put: impl FnMut(usize, Cell<'_, '_>)) {
        match self {
            Self::Array(array) => array.named(put),
            Self::Json(line) => line.named(put),
            Self::Csv(line) => line.named(put),
        }
    }
}

/// What can stand in a cell.
pub(crate) trait Value: Sized {
    /// Fills `cell` with it.
    fn put(self, cell: Cell<'_, '_>);
}

impl Value for &str {
    #[inline]
    fn put(self, cell: Cell<'_, '_>) {
        match cell {
            Cell::Array(array) => array.text(self),
            Cell::Json(line) => line.text(self),
            Cell::Csv(line) => line.text(self),
        }
    }
}

impl Value for String {
    fn put(self, cell: Cell<'_, '_>) {
        cell.put(self.as_str());
    }
}

impl Value for Cow<'_, str> {
    fn put(self, cell: Cell<'_, '_>) {
        cell.put(&*self);
    }
}

impl Value for &Text<'_> {
    #[inline]
    fn put(self, cell: Cell<'_, '_>) {
        cell.put(self.as_str());
    }
}

impl Value for i64 {
    #[inline]
    fn put(self, cell: Cell<'_, '_>) {
        match cell {
            Cell::Array(array) => array.int(self),
            Cell::Json(line) => line.int(self),
            Cell::Csv(line) => line.int(self),
        }
    }
}

impl Value for u32 {
    #[inline]
    fn put(self, cell: Cell<'_, '_>) {
        cell.put(i64::from(self));
    }
}

impl Value for usize {
    fn put(self, cell: Cell<'_, '_>) {
        cell.put(i64::try_from(self).ok());
    }
}

impl Value for bool {
    fn put(self, cell: Cell<'_, '_>) {
        let word = if self { "true" } else { "false" };
        match cell {
            Cell::Array(array) => array.bool(self),
            Cell::Json(line) => line.word(word),
            Cell::Csv(line) => line.text(word),
        }
    }
}

impl Value for NaiveDate {
    fn put(self, cell: Cell<'_, '_>) {
        match cell {
            Cell::Array(array) => array.day(self),
            cell => cell.put(self.to_string()),
        }
    }
}

impl<T: Value> Value for Option<T> {
    #[inline]
    fn put(self, cell: Cell<'_, '_>) {
        match self {
            Some(value) => value.put(cell),
            None => cell.none(),
        }
    }
}
