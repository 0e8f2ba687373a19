//! A row as a line of comma-separated cells.

use csv::{ByteRecord, Writer, WriterBuilder};

use super::json::{JsonLine, fields};
use crate::column::Column;
use crate::row::Row;
use crate::value::{Cell, Type, Value};

/// Bytes that are gathered before they are added to those of other texts.
const ROOM: usize = 1 << 10;

/// The header line: a column of named values is one column for each, `doc_number.year`.
pub(crate) fn header(columns: &[&Column]) -> Vec<u8> {
    let mut names = Vec::new();
    for column in columns {
        match column.kind {
            Type::Struct(fields) => names.extend(fields.iter().map(|(field, _)| format!("{}.{field}", column.name))),
            _ => names.push(column.name.to_owned()),
        }
    }
    let mut header = Vec::new();
    // A vector takes all.
    let _ = Writer::from_writer(&mut header).write_record(names);
    header
}

/// Lines behind what is in a vector.
pub(crate) struct CsvLines<'v> {
    writer: Writer<&'v mut Vec<u8>>,
    line: CsvLine,
}

impl<'v> CsvLines<'v> {
    /// Unless `raw`, a cell that a spreadsheet would take for a formula has a ' in front.
    pub(crate) fn new(raw: bool, into: &'v mut Vec<u8>) -> Self {
        let writer = WriterBuilder::new().buffer_capacity(ROOM).from_writer(into);
        Self { writer, line: CsvLine { kind: &Type::Text, raw, cells: ByteRecord::new() } }
    }

    /// Adds the line of `row`.
    pub(crate) fn row(&mut self, columns: &[&'static Column], row: &Row<'_, '_>) {
        self.line.cells.clear();
        for column in columns {
            self.line.kind = &column.kind;
            (column.of)(row, Cell::Csv(&mut self.line));
        }
        // A vector takes all.
        let _ = self.writer.write_byte_record(&self.line.cells);
    }
}

/// A line at a value to be written, which is of the type `kind`: of named values a cell each.
#[derive(Debug)]
pub(crate) struct CsvLine {
    kind: &'static Type,
    raw: bool,
    cells: ByteRecord,
}

impl CsvLine {
    pub(crate) fn none(&mut self) {
        // Of named values each is none.
        for _ in 0..fields(self.kind).len().max(1) {
            self.cells.push_field(b"");
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        if self.raw || !is_formula(text) {
            return self.cells.push_field(text.as_bytes());
        }
        self.cells.push_field(&[b"'", text.as_bytes()].concat());
    }

    pub(crate) fn int(&mut self, number: i64) {
        self.text(itoa::Buffer::new().format(number));
    }

    /// A list is JSON.
    pub(crate) fn list(&mut self, items: impl Iterator<Item = impl Value>) {
        let mut json = Vec::new();
        JsonLine { kind: self.kind, into: &mut json }.list(items);
        self.cells.push_field(&json);
    }

    pub(crate) fn named(&mut self, mut put: impl FnMut(usize, Cell<'_, '_>)) {
        for (at, (_, kind)) in fields(self.kind).iter().enumerate() {
            self.kind = kind;
            put(at, Cell::Csv(self));
        }
    }
}

/// Whether a spreadsheet takes what begins so for a formula.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_quoted() {
        let written = |text: &str, raw| {
            let mut line = CsvLine { kind: &Type::Text, raw, cells: ByteRecord::new() };
            text.put(Cell::Csv(&mut line));
            String::from_utf8_lossy(line.cells.as_slice()).into_owned()
        };
        assert_eq!(written("=1+1", false), "'=1+1");
        assert_eq!(written("＝甲", false), "'＝甲");
        assert_eq!(written("一、甲", false), "一、甲");
        assert_eq!(written("@a", true), "@a");
    }
}
