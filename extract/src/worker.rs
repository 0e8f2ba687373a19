//! Reads one text after the other and turns each into rows.

use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use hongtou::Parser;

use crate::decode::{Decoded, Undecodable, decode};
use crate::input::of_json;
use crate::input::{Content, Item, sentence, too_large};
use crate::outcome::{Outcome, Status};
use crate::row::Reading;
use crate::run::{Options, Work};
use crate::write::{Batch, Format, csv_row, json_row};

/// Bytes a file is asked for at first.
const FIRST: usize = 1 << 16;

/// The rows of some texts, and what became of each.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) rows: Rows,
    pub(crate) outcomes: Vec<Outcome>,
}

/// Rows as they are written.
#[derive(Debug)]
pub(crate) enum Rows {
    Bytes(Vec<u8>),
    Batch(RecordBatch),
}

/// What a thread keeps from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Worker {
    parser: Parser,
    buffer: Vec<u8>,
}

impl Worker {
    /// The rows of `items`, in their order.
    pub(crate) fn group(&mut self, items: Vec<Item>, work: Work<'_>) -> Result<Done, ArrowError> {
        let mut sink = match work.options.format {
            Format::Parquet => Sink::Batch(Batch::new(&work.options.columns)),
            _ => Sink::Bytes(Vec::new()),
        };
        let outcomes = items.into_iter().map(|item| self.item(item, work, &mut sink)).collect();
        let rows = match sink {
            Sink::Bytes(bytes) => Rows::Bytes(bytes),
            Sink::Batch(batch) => Rows::Batch(batch.finish()?),
        };
        Ok(Done { rows, outcomes })
    }

    /// Reads one text; its rows go to `sink`.
    fn item(&mut self, item: Item, work: Work<'_>, sink: &mut Sink) -> Outcome {
        let Item { name, mut id, content } = item;
        let mut outcome = Outcome::of(name);
        let mut buffer = std::mem::take(&mut self.buffer);
        match bytes(content, &mut buffer, &mut id, work.options) {
            Ok(bytes) => {
                outcome.bytes = bytes.len() as u64;
                self.text(bytes, id.as_deref(), work, sink, &mut outcome);
            }
            Err((status, message)) => (outcome.status, outcome.message) = (status, Some(message)),
        }
        self.buffer = buffer;
        outcome
    }

    /// The rows of a text.
    fn text(&mut self, bytes: &[u8], id: Option<&str>, work: Work<'_>, sink: &mut Sink, outcome: &mut Outcome) {
        let Decoded { text, encoding, replaced } = match decode(bytes, work.options.encoding) {
            Ok(decoded) => decoded,
            Err(error) => {
                let unsupported = matches!(error, Undecodable::Unsupported { .. });
                outcome.status = if unsupported { Status::Unsupported } else { Status::Undecodable };
                outcome.message = Some(error.to_string());
                return;
            }
        };
        outcome.encoding = (encoding != "UTF-8").then(|| encoding.to_owned());
        outcome.replaced = replaced as u64;
        if replaced > 0 {
            outcome.status = Status::Partial;
        }
        let id = id.unwrap_or(&outcome.input);
        let before = sink.mark();
        // A fault of ours in one text must not cost the others theirs.
        let rows = catch_unwind(AssertUnwindSafe(|| self.rows(bytes, &text, id, work, sink)));
        if let Ok(rows) = rows {
            outcome.rows = rows;
        } else {
            sink.back_to(before);
            self.parser = Parser::new();
            outcome.status = Status::Unreadable;
            outcome.message = Some("hongtou failed on it: please report this text".to_owned());
        }
    }

    fn rows(&mut self, bytes: &[u8], source: &str, id: &str, work: Work<'_>, sink: &mut Sink) -> u64 {
        let options = work.options;
        let parse = self.parser.parse(source);
        let reading = Reading { id, bytes, source, parse: &parse, index: OnceCell::new(), counts: OnceCell::new() };
        if let (Some(render), Sink::Bytes(bytes)) = (work.render, &mut *sink) {
            return render(&reading, bytes);
        }
        let mut count = 0;
        let columns = options.columns.as_slice();
        options.preset.rows(&reading, options, |row| {
            count += 1;
            match sink {
                Sink::Batch(batch) => batch.push(columns, row),
                Sink::Bytes(bytes) if options.format == Format::Csv => csv_row(columns, row, options.raw_csv, bytes),
                Sink::Bytes(bytes) => json_row(columns, row, bytes),
            }
        });
        count
    }
}

/// The bytes of a text.
fn bytes<'b>(
    content: Content,
    buffer: &'b mut Vec<u8>,
    id: &mut Option<String>,
    options: &Options,
) -> Result<&'b [u8], (Status, String)> {
    match content {
        Content::File(path) => return file(&path, options.longest_input, buffer),
        Content::Bytes(bytes) => *buffer = bytes,
        Content::Json(line) => {
            let unreadable = |error: &dyn ToString| (Status::Unreadable, error.to_string());
            let line = decode(&line, options.encoding).map_err(|error| (Status::Undecodable, error.to_string()))?;
            let column = options.inputs.text_column.as_deref().unwrap_or_default();
            let (text, its_id) =
                of_json(&line.text, column, options.inputs.id_column.as_deref()).map_err(|error| unreadable(&error))?;
            *id = its_id;
            let text = text.ok_or_else(|| (Status::Missing, format!("the line has no text under {column:?}")))?;
            *buffer = text.into_bytes();
        }
        Content::Failed(status, message) => return Err((status, message)),
    }
    Ok(buffer)
}

/// Where rows go.
#[derive(Debug)]
enum Sink {
    Bytes(Vec<u8>),
    Batch(Batch),
}

impl Sink {
    /// A place to go back to.
    fn mark(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Batch(_) => 0,
        }
    }

    /// Takes back what was written since, where that can be done.
    fn back_to(&mut self, mark: usize) {
        if let Self::Bytes(bytes) = self {
            bytes.truncate(mark);
        }
    }
}

/// The bytes of a file, read into `buffer`, which only grows.
fn file<'b>(path: &Path, most: u64, buffer: &'b mut Vec<u8>) -> Result<&'b [u8], (Status, String)> {
    let unreadable = |error: io::Error| (Status::Unreadable, sentence(&error));
    let mut file = File::open(path).map_err(unreadable)?;
    let mut len = 0;
    loop {
        if buffer.len() < len + FIRST / 4 {
            buffer.resize((buffer.len() * 2).max(FIRST), 0);
        }
        let read = match file.read(buffer.get_mut(len..).unwrap_or_default()) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreadable(error)),
        };
        len += read;
        if read == 0 {
            return Ok(buffer.get(..len).unwrap_or_default());
        }
        if len as u64 > most
            && let Content::Failed(status, message) = too_large(most)
        {
            return Err((status, message));
        }
    }
}
