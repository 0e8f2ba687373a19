//! A row as a line of comma-separated cells.

use csv::{ByteRecord, Writer, WriterBuilder};

use super::json::{JsonCell, fields};
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
    CsvLines::new(true, &mut header).end(&ByteRecord::from(names));
    header
}

/// Lines behind what is in a vector.
pub(crate) struct CsvLines<'v> {
    writer: Writer<&'v mut Vec<u8>>,
    line: ByteRecord,
    raw: bool,
}

impl<'v> CsvLines<'v> {
    /// Unless `raw`, a cell that a spreadsheet would take for a formula has a ' in front.
    pub(crate) fn new(raw: bool, into: &'v mut Vec<u8>) -> Self {
        let writer = WriterBuilder::new().buffer_capacity(ROOM).from_writer(into);
        Self { writer, line: ByteRecord::new(), raw }
    }

    /// Adds the line of `row`.
    pub(crate) fn row(&mut self, columns: &[&'static Column], row: &Row<'_, '_>) {
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        for column in columns {
            (column.of)(row, Cell::Csv(CsvCell { kind: &column.kind, raw: self.raw, line: &mut line }));
        }
        self.end(&line);
        self.line = line;
    }

    fn end(&mut self, line: &ByteRecord) {
        // A vector takes all.
        let _ = self.writer.write_byte_record(line);
    }
}

/// A value to be written, of the type `kind`: of named values a cell each.
#[derive(Debug)]
pub(crate) struct CsvCell<'c> {
    kind: &'static Type,
    raw: bool,
    line: &'c mut ByteRecord,
}

impl CsvCell<'_> {
    pub(crate) fn none(self) {
        if fields(self.kind).is_empty() {
            return self.line.push_field(b"");
        }
        self.named(|_, cell| cell.none());
    }

    pub(crate) fn text(self, text: &str) {
        if self.raw || !is_formula(text) {
            return self.line.push_field(text.as_bytes());
        }
        self.line.push_field(&[b"'", text.as_bytes()].concat());
    }

    /// A list is JSON.
    pub(crate) fn list(self, items: impl Iterator<Item = impl Value>) {
        let mut json = Vec::new();
        JsonCell { kind: self.kind, into: &mut json }.list(items);
        self.line.push_field(&json);
    }

    pub(crate) fn named(self, mut put: impl FnMut(usize, Cell<'_>)) {
        for (at, (_, kind)) in fields(self.kind).iter().enumerate() {
            put(at, Cell::Csv(CsvCell { kind, raw: self.raw, line: self.line }));
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
            let mut line = ByteRecord::new();
            text.put(Cell::Csv(CsvCell { kind: &Type::Text, raw, line: &mut line }));
            String::from_utf8_lossy(line.as_slice()).into_owned()
        };
        assert_eq!(written("=1+1", false), "'=1+1");
        assert_eq!(written("＝甲", false), "'＝甲");
        assert_eq!(written("一、甲", false), "一、甲");
        assert_eq!(written("@a", true), "@a");
    }
}
