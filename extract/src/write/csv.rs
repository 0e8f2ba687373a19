//! A row as a line of comma-separated cells.

use std::borrow::Cow;

use crate::column::Column;
use crate::row::Row;
use crate::value::{Type, Value};

/// Bytes that are gathered before they are added to those of other rows.
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
    line(names.iter().map(|name| Cow::Borrowed(name.as_bytes())), &mut header);
    header
}

/// Adds the line of `row`. Unless `raw`, a cell that a spreadsheet would take for a formula has a ' in front.
pub(crate) fn row(columns: &[&Column], row: &Row<'_, '_>, raw: bool, into: &mut Vec<u8>) {
    let values: Vec<_> = columns.iter().map(|column| ((column.of)(row), column.kind)).collect();
    let cells = values.iter().flat_map(|(value, kind)| cells(value, *kind)).map(|cell| guard(cell, raw));
    line(cells, into);
}

fn line<'a>(cells: impl Iterator<Item = Cow<'a, [u8]>>, into: &mut Vec<u8>) {
    let mut writer = csv::WriterBuilder::new().buffer_capacity(ROOM).from_writer(into);
    // A vector takes all.
    let _ = writer.write_record(cells).map_err(Into::into).and_then(|()| writer.flush());
}

/// The cells of a value: of named values one each.
fn cells<'v>(value: &'v Value<'_>, kind: Type) -> Vec<Cow<'v, [u8]>> {
    match (value, kind) {
        (Value::Struct(values), Type::Struct(fields)) => {
            values.iter().zip(fields).map(|(value, (_, kind))| cell(value, *kind)).collect()
        }
        (Value::None, Type::Struct(fields)) => vec![Cow::default(); fields.len()],
        (value, kind) => vec![cell(value, kind)],
    }
}

fn cell<'v>(value: &'v Value<'_>, kind: Type) -> Cow<'v, [u8]> {
    let mut json = Vec::new();
    match value {
        Value::None => {}
        Value::Text(text) => return Cow::Borrowed(text.as_bytes()),
        Value::Date(year, month, day) => return Cow::Owned(format!("{year:04}-{month:02}-{day:02}").into_bytes()),
        value => super::json::value(value, kind, &mut json),
    }
    Cow::Owned(json)
}

/// What begins so is a formula to spreadsheets.
fn guard(cell: Cow<'_, [u8]>, raw: bool) -> Cow<'_, [u8]> {
    let formula = matches!(cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n'))
        || [&b"\xef\xbc\x9d"[..], b"\xef\xbc\x8b", b"\xef\xbc\x8d", b"\xef\xbc\xa0"]
            .iter()
            .any(|wide| cell.starts_with(wide));
    if raw || !formula { cell } else { Cow::Owned([b"'", &*cell].concat()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_quoted() {
        let guarded = |cell: &'static [u8]| guard(Cow::Borrowed(cell), false).into_owned();
        assert_eq!(guarded(b"=1+1"), b"'=1+1");
        assert_eq!(guarded("＝甲".as_bytes()), "'＝甲".as_bytes());
        assert_eq!(guarded("一、甲".as_bytes()), "一、甲".as_bytes());
        assert_eq!(&*guard(Cow::Borrowed(b"@a"), true), b"@a");
    }
}
