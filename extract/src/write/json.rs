//! A row as a JSON object on a line.

use json_escape_simd::escape_into;

use crate::column::Column;
use crate::row::Row;
use crate::value::{Cell, Type, Value};

/// Adds the line of `row`.
pub(crate) fn row(columns: &[&'static Column], row: &Row<'_, '_>, into: &mut Vec<u8>) {
    let mut before = b'{';
    for column in columns {
        name(before, column.name, into);
        (column.of)(row, Cell::Json(&mut JsonLine { kind: &column.kind, into }));
        before = b',';
    }
    into.extend_from_slice(if columns.is_empty() { b"{}\n" } else { b"}\n" });
}

/// A line at a value to be written, which is of the type `kind`.
#[derive(Debug)]
pub(crate) struct JsonLine<'v> {
    pub(super) kind: &'static Type,
    pub(super) into: &'v mut Vec<u8>,
}

impl JsonLine<'_> {
    pub(crate) fn none(&mut self) {
        self.word("null");
    }

    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        escape_into(text, self.into);
    }

    pub(crate) fn int(&mut self, number: i64) {
        self.word(itoa::Buffer::new().format(number));
    }

    /// A number, `true`, `false` or `null`.
    #[inline]
    pub(crate) fn word(&mut self, word: &str) {
        self.into.extend_from_slice(word.as_bytes());
    }

    pub(crate) fn list(&mut self, items: impl Iterator<Item = impl Value>) {
        let kind = if let Type::List(inner) = self.kind { inner } else { self.kind };
        self.into.push(b'[');
        for (at, item) in items.enumerate() {
            if at > 0 {
                self.into.push(b',');
            }
            item.put(Cell::Json(&mut JsonLine { kind, into: self.into }));
        }
        self.into.push(b']');
    }

    pub(crate) fn named(&mut self, mut put: impl FnMut(usize, Cell<'_, '_>)) {
        let mut before = b'{';
        for (at, (field, kind)) in fields(self.kind).iter().enumerate() {
            name(before, field, self.into);
            put(at, Cell::Json(&mut JsonLine { kind, into: self.into }));
            before = b',';
        }
        self.into.push(b'}');
    }
}

/// The names of named values, and their types.
pub(super) const fn fields(kind: &'static Type) -> &'static [(&'static str, Type)] {
    if let Type::Struct(fields) = kind { fields } else { &[] }
}

/// A name, behind a bracket or a comma.
fn name(before: u8, name: &str, into: &mut Vec<u8>) {
    into.extend_from_slice(&[before, b'"']);
    into.extend_from_slice(name.as_bytes());
    into.extend_from_slice(b"\":");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_read_back() {
        let long = "云岭市\"人民\"政府\\n\n".repeat(40);
        for text in ["", "甲", "\"", "\\\u{0}\u{1f}\u{7f}\t\r\n\u{8}", &long] {
            let mut json = Vec::new();
            text.put(Cell::Json(&mut JsonLine { kind: &Type::Text, into: &mut json }));
            assert_eq!(serde_json::from_slice::<String>(&json).ok().as_deref(), Some(text));
        }
    }
}
