//! The rows of a table, one text each.

mod csv;
mod wide;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use arrow::array::{Array, RecordBatch};
use arrow::datatypes::DataType;
use bytes::Bytes;
use encoding_rs::{Encoding, UTF_8};
use flate2::read::MultiGzDecoder;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::reader::ChunkReader;

use crate::outcome::Status;

use super::{Content, Item, Take, ends, sentence, too_large};
use wide::is_wide;

/// Bytes at the start of lines of JSON that tell whether they are in UTF-16.
const HEAD: u64 = 2;
/// Rows of a Parquet file read at once.
const ROWS: usize = 16;

/// What kind of table a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One JSON object a line.
    Jsonl,
    /// Cells parted by this byte.
    Csv(u8),
    Parquet,
}

/// Which columns are wanted, and how they are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns<'c> {
    pub(super) text: &'c str,
    pub(super) id: Option<&'c str>,
    /// The most bytes in a text.
    pub(super) most: u64,
    /// The encoding of the table, where it is said.
    pub(super) encoding: Option<&'static Encoding>,
}

impl Kind {
    /// The kind of table of a file with this name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let kinds = [
            (".jsonl", Self::Jsonl),
            (".jsonl.gz", Self::Jsonl),
            (".ndjson", Self::Jsonl),
            (".ndjson.gz", Self::Jsonl),
            (".csv", Self::Csv(b',')),
            (".csv.gz", Self::Csv(b',')),
            (".tsv", Self::Csv(b'\t')),
            (".tsv.gz", Self::Csv(b'\t')),
            (".parquet", Self::Parquet),
        ];
        kinds.into_iter().find(|(ending, _)| ends(path, ending)).map(|(_, kind)| kind)
    }
}

/// Gives every row of the table.
pub(super) fn each(kind: Kind, path: &Path, name: &str, columns: &Columns<'_>, take: Take<'_>) -> ControlFlow<()> {
    match File::open(path) {
        Ok(file) if kind == Kind::Parquet => rows(file, name, columns, take),
        Ok(file) => read(kind, unpacked(path, file), name, columns, take),
        Err(error) => take(Item::failed(name.to_owned(), Status::Unreadable, sentence(&error))),
    }
}

/// What the file at `path` holds, which may be compressed by gzip.
pub(super) fn unpacked<'r>(path: &Path, file: impl Read + 'r) -> Box<dyn Read + 'r> {
    if ends(path, ".gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) }
}

/// Gives every row of the table that `reader` gives. One of Parquet is read whole: its end is needed first.
pub(super) fn read(
    kind: Kind,
    mut reader: impl Read,
    name: &str,
    columns: &Columns<'_>,
    take: Take<'_>,
) -> ControlFlow<()> {
    let failed = |message: String| Item::failed(name.to_owned(), Status::Unreadable, message);
    match kind {
        Kind::Jsonl => {
            let mut head = Vec::new();
            if let Err(error) = reader.by_ref().take(HEAD).read_to_end(&mut head) {
                return take(failed(sentence(&error)));
            }
            let wide = columns.encoding.map_or_else(|| wide::of_lines(&head), |said| Some(said).filter(|e| is_wide(e)));
            let mut lines = BufReader::with_capacity(1 << 16, wide::utf8(head, reader, wide));
            each_line(&mut lines, name, columns.most, &mut |item| take(Item { wide, ..item }))
        }
        Kind::Csv(comma) => {
            csv::each(reader, comma, name, columns, take).unwrap_or_else(|message| take(failed(message)))
        }
        Kind::Parquet => match super::read_up_to(&mut reader, columns.most) {
            Ok(Content::Bytes(bytes, _)) => rows(Bytes::from(bytes), name, columns, take),
            Ok(other) => take(Item::new(name.to_owned(), other)),
            Err(error) => take(failed(sentence(&error))),
        },
    }
}

/// Gives every line that is not blank; what is in it is looked at later.
fn each_line(reader: &mut dyn BufRead, table: &str, most: u64, take: Take<'_>) -> ControlFlow<()> {
    let mut number = 0_u64;
    loop {
        number += 1;
        let name = format!("{table}:{number}");
        let mut line = Vec::new();
        let read = Read::take(&mut *reader, most.saturating_add(1)).read_until(b'\n', &mut line);
        match read {
            Err(error) => return take(Item::failed(name, Status::Unreadable, sentence(&error))),
            Ok(0) => return ControlFlow::Continue(()),
            Ok(read) if read as u64 > most => {
                take(Item::new(name, too_large(most)))?;
                if line.last() != Some(&b'\n')
                    && let Err(error) = reader.skip_until(b'\n')
                {
                    let name = format!("{table}:{}", number + 1);
                    return take(Item::failed(name, Status::Unreadable, sentence(&error)));
                }
            }
            Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
            Ok(_) => take(Item::new(name, Content::Json(line)))?,
        }
    }
}

fn no_column(wanted: &str, there: &[String]) -> String {
    format!("it has no column {wanted}; its columns: {}", there.join(", "))
}

/// Gives every row of a Parquet file.
fn rows(file: impl ChunkReader + 'static, name: &str, columns: &Columns<'_>, take: Take<'_>) -> ControlFlow<()> {
    let failed = |message| Item::failed(name.to_owned(), Status::Unreadable, message);
    parquet(file, name, columns, take).unwrap_or_else(|message| take(failed(message)))
}

/// Gives every row, read some at a time.
fn parquet(
    file: impl ChunkReader + 'static,
    name: &str,
    columns: &Columns<'_>,
    take: Take<'_>,
) -> Result<ControlFlow<()>, String> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| error.to_string())?;
    let names: Vec<_> = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let place = |wanted: &str| names.iter().position(|n| n == wanted).ok_or_else(|| no_column(wanted, &names));
    let mut wanted = vec![place(columns.text)?];
    wanted.extend(columns.id.map(place).transpose()?);
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted);
    let batches = builder.with_projection(mask).with_batch_size(ROWS).build().map_err(|error| error.to_string())?;
    let mut number = 0_u64;
    for batch in batches {
        let batch = batch.map_err(|error| error.to_string())?;
        let cells = |column: &str| cells(&batch, column);
        let (texts, ids) = (cells(columns.text)?, columns.id.map(cells).transpose()?);
        // Bytes may be in any encoding, texts are in one.
        let texts_are_bytes = batch.column_by_name(columns.text).is_some_and(|column| is_binary(column.data_type()));
        let encoding = if texts_are_bytes { columns.encoding } else { Some(UTF_8) };
        for (at, text) in texts.into_iter().enumerate() {
            number += 1;
            let name = format!("{name}:{number}");
            let mut item = match text {
                Some(text) => Item::new(name, cell(text, encoding, columns.most)),
                None => Item::failed(name, Status::Missing, "the cell is null"),
            };
            let id = ids.as_ref().and_then(|ids| ids.get(at)?.as_deref());
            item.id = id.map(|id| String::from_utf8_lossy(id).into_owned());
            if take(item).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The text of a cell.
fn cell(text: Vec<u8>, encoding: Option<&'static Encoding>, most: u64) -> Content {
    if text.len() as u64 > most { too_large(most) } else { Content::Bytes(text, encoding) }
}

/// The cells of a column as bytes; numbers as their digits.
fn cells(batch: &RecordBatch, column: &str) -> Result<Vec<Option<Vec<u8>>>, String> {
    let array = batch.column_by_name(column).ok_or_else(|| no_column(column, &[]))?;
    let kind = if is_binary(array.data_type()) { DataType::LargeBinary } else { DataType::LargeUtf8 };
    let cast = arrow::compute::cast(array, &kind).map_err(|error| format!("column {column}: {error}"))?;
    let bytes = arrow::compute::cast(&cast, &DataType::LargeBinary).map_err(|error| error.to_string())?;
    let bytes = arrow::array::AsArray::as_binary::<i64>(bytes.as_ref());
    Ok((0..bytes.len()).map(|at| bytes.is_valid(at).then(|| bytes.value(at).to_vec())).collect())
}

fn is_binary(kind: &DataType) -> bool {
    matches!(kind, DataType::Binary | DataType::LargeBinary | DataType::BinaryView)
}

/// The text of a line of JSON, and its id.
pub(crate) fn of_json(line: &str, text: &str, id: Option<&str>) -> Result<(Option<String>, Option<String>), io::Error> {
    use serde_json::Value;
    let mut row: serde_json::Map<String, Value> = serde_json::from_str(line)?;
    let id = id.and_then(|id| row.remove(id)).map(|id| match id {
        Value::String(id) => id,
        other => other.to_string(),
    });
    let text = match row.remove(text) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    Ok((text, id))
}
