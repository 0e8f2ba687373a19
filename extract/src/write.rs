//! Rows to bytes: JSONL, CSV, Parquet.

mod csv;
mod json;
mod parquet;

pub(crate) use self::csv::{CsvLine, CsvLines, header};
pub(crate) use self::json::{JsonLine, row as json_row};
pub(crate) use self::parquet::{Batch, Builder, schema};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated, with a header line (RFC 4180).
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The end of the names of its files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}
