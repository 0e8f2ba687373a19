//! Reads one text after the other and turns each into rows.

use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use encoding_rs::{Encoding, UTF_8};
use hongtou::{Parser, Summary};
use memchr::memmem;

use crate::decode::{Decoded, Undecodable, decode};
use crate::input::of_json;
use crate::input::{Content, Item, sentence, too_large};
use crate::outcome::{Outcome, Status};
use crate::row::{Reading, Row};
use crate::run::{Options, Task, Work};
use crate::stats::Facts;
use crate::write::{Batch, CsvLines, Format, json_row};

/// Bytes a file is asked for at first.
const FIRST: usize = 1 << 16;

/// Bytes that are set aside for rows at once, at most.
const MOST_ROOM: usize = 1 << 20;

/// Bytes that one byte of a text is escaped to, at most: `\u001f`.
const ESCAPED: usize = 6;

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
    Facts(Vec<Facts>),
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
        let mut sink = match (work.task, work.options.format) {
            (Task::Facts, _) => Sink::Facts(Vec::new()),
            (Task::Table, Format::Parquet) => Sink::Batch(Batch::new(&work.options.columns)),
            _ => Sink::Bytes(Vec::with_capacity(room(&items))),
        };
        let outcomes = items.into_iter().map(|item| self.item(item, work, &mut sink)).collect();
        let rows = match sink {
            Sink::Bytes(bytes) => Rows::Bytes(bytes),
            Sink::Batch(batch) => Rows::Batch(batch.finish()?),
            Sink::Facts(facts) => Rows::Facts(facts),
        };
        Ok(Done { rows, outcomes })
    }

    /// Reads one text; its rows go to `sink`.
    fn item(&mut self, item: Item, work: Work<'_>, sink: &mut Sink) -> Outcome {
        let Item { name, mut id, wide, content } = item;
        let mut outcome = Outcome::of(name);
        let mut buffer = std::mem::take(&mut self.buffer);
        let forced = wide.map(|_| UTF_8).or(work.options.encoding);
        match bytes(content, &mut buffer, &mut id, &mut outcome, forced, work.options) {
            Ok((bytes, known)) => {
                if let Some(wide) = wide {
                    outcome.encoding = Some(wide.name().to_owned());
                    outcome.replaced = memmem::find_iter(bytes, "\u{fffd}").count() as u64;
                }
                outcome.bytes = bytes.len() as u64;
                self.text((bytes, known), id.as_deref(), work, sink, &mut outcome);
            }
            Err((status, message)) => (outcome.status, outcome.message) = (status, Some(message)),
        }
        self.buffer = buffer;
        outcome
    }

    /// The rows of a text, in an encoding that may be known.
    pub(crate) fn text(
        &mut self,
        (bytes, known): Raw<'_>,
        id: Option<&str>,
        work: Work<'_>,
        sink: &mut Sink,
        outcome: &mut Outcome,
    ) {
        let Decoded { text, encoding, replaced } = match decode(bytes, known.or(work.options.encoding)) {
            Ok(decoded) => decoded,
            Err(error) => {
                let unsupported = matches!(error, Undecodable::Unsupported { .. });
                outcome.status = if unsupported { Status::Unsupported } else { Status::Undecodable };
                outcome.message = Some(error.to_string());
                return;
            }
        };
        if encoding != "UTF-8" {
            outcome.encoding = Some(encoding.to_owned());
        }
        outcome.replaced += replaced as u64;
        if outcome.replaced > 0 {
            outcome.status = Status::Partial;
        }
        self.decoded(bytes, &text, id, work, sink, outcome);
    }

    /// The rows of a text that is one already.
    pub(crate) fn decoded(
        &mut self,
        bytes: &[u8],
        text: &str,
        id: Option<&str>,
        work: Work<'_>,
        sink: &mut Sink,
        outcome: &mut Outcome,
    ) {
        let before = sink.mark();
        // A fault of ours in one text must not cost the others theirs.
        let rows = catch_unwind(AssertUnwindSafe(|| self.rows(bytes, text, id, outcome, work, sink)));
        if let Ok(rows) = rows {
            outcome.rows = rows;
        } else {
            sink.back_to(before);
            self.parser = Parser::new();
            outcome.status = Status::Unreadable;
            outcome.message = Some("hongtou failed on it: please report this text".to_owned());
        }
    }

    fn rows(
        &mut self,
        bytes: &[u8],
        source: &str,
        id: Option<&str>,
        outcome: &Outcome,
        work: Work<'_>,
        sink: &mut Sink,
    ) -> u64 {
        let options = work.options;
        let (parse, counts) = if work.needs_bodies() {
            (self.parser.parse(source), OnceCell::new())
        } else {
            let Summary { parse, counts } = self.parser.summary(source);
            (parse, OnceCell::from(counts))
        };
        let id = id.unwrap_or(&outcome.input);
        let (index, words, sha256) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let tokenizer = options.tokenizer.as_deref();
        let reading = Reading { id, outcome, bytes, source, parse: &parse, index, tokenizer, words, counts, sha256 };
        let (columns, mut count) = (options.columns.as_slice(), 0);
        let mut rows = |each: &mut dyn FnMut(&Row<'_, '_>)| {
            options.preset.rows(&reading, options, |row| {
                count += 1;
                each(row);
            });
        };
        match (work.task, sink) {
            (Task::Render(render), Sink::Bytes(bytes)) => return render(&reading, bytes),
            (_, Sink::Facts(facts)) => facts.push(Facts::of(&reading)),
            (_, Sink::Batch(batch)) => rows(&mut |row| batch.push(columns, row)),
            (_, Sink::Bytes(bytes)) if options.format == Format::Csv => {
                let mut lines = CsvLines::new(options.raw_csv, bytes);
                rows(&mut |row| lines.row(columns, row));
            }
            (_, Sink::Bytes(bytes)) => rows(&mut |row| json_row(columns, row, bytes)),
        }
        count
    }
}

/// Bytes that the rows of some texts take, about, where they have the texts in them, and as many as may be made ready for
/// the last of them: it would be all escapes. Those that nothing is written to cost nothing.
fn room(items: &[Item]) -> usize {
    let weights = || items.iter().map(Item::weight);
    let (bytes, most) = (weights().fold(0, usize::saturating_add), weights().max().unwrap_or(0));
    bytes.saturating_add(bytes / 8).saturating_add(most.saturating_mul(ESCAPED)).min(MOST_ROOM)
}

/// The bytes of a text, and their encoding where it is known.
type Raw<'b> = (&'b [u8], Option<&'static Encoding>);

/// Why there are none.
type Fault = (Status, String);

/// The bytes of a text.
fn bytes<'b>(
    content: Content,
    buffer: &'b mut Vec<u8>,
    id: &mut Option<String>,
    outcome: &mut Outcome,
    forced: Option<&'static Encoding>,
    options: &Options,
) -> Result<Raw<'b>, Fault> {
    match content {
        Content::File(path, bytes) => Ok((file(&path, bytes, options.longest_input, buffer)?, None)),
        Content::Bytes(bytes, encoding) => {
            *buffer = bytes;
            Ok((buffer, encoding))
        }
        Content::Json(line) => {
            let no_row = |error: io::Error| (Status::Unreadable, format!("the line is no row of JSON: {error}"));
            let line = decode(&line, forced).map_err(|error| (Status::Undecodable, error.to_string()))?;
            outcome.encoding = (line.encoding != "UTF-8").then(|| line.encoding.to_owned());
            outcome.replaced = line.replaced as u64;
            let column = options.inputs.text_column.as_deref().unwrap_or_default();
            let (text, its_id) = of_json(&line.text, column, options.inputs.id_column.as_deref()).map_err(no_row)?;
            *id = its_id;
            let text = text.ok_or_else(|| (Status::Missing, format!("the line has no text under {column:?}")))?;
            *buffer = text.into_bytes();
            Ok((buffer, Some(UTF_8)))
        }
        Content::Failed(status, message) => Err((status, message)),
    }
}

/// Where rows go.
#[derive(Debug)]
pub(crate) enum Sink {
    Bytes(Vec<u8>),
    Batch(Batch),
    Facts(Vec<Facts>),
}

impl Sink {
    /// A place to go back to.
    fn mark(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Batch(batch) => batch.len(),
            Self::Facts(facts) => facts.len(),
        }
    }

    /// Takes back what was written since.
    fn back_to(&mut self, mark: usize) {
        match self {
            Self::Bytes(bytes) => bytes.truncate(mark),
            Self::Batch(batch) => batch.truncate(mark),
            Self::Facts(facts) => facts.truncate(mark),
        }
    }
}

/// The bytes of a file, read into `buffer`, which only grows. One of so many `bytes`, no pipe, ends where it has given
/// them and gives less than it is asked for; some file systems give less before that, too.
fn file<'b>(path: &Path, bytes: u64, most: u64, buffer: &'b mut Vec<u8>) -> Result<&'b [u8], Fault> {
    let unreadable = |error: io::Error| (Status::Unreadable, sentence(&error));
    let mut file = File::open(path).map_err(unreadable)?;
    let mut len = 0;
    loop {
        if buffer.len() < len + FIRST / 4 {
            buffer.resize((buffer.len() * 2).max(FIRST), 0);
        }
        let rest = buffer.get_mut(len..).unwrap_or_default();
        let asked = rest.len();
        let read = match file.read(rest) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreadable(error)),
        };
        len += read;
        if len as u64 > most
            && let Content::Failed(status, message) = too_large(most)
        {
            return Err((status, message));
        }
        if read == 0 || bytes > 0 && len as u64 >= bytes && read < asked {
            return Ok(buffer.get(..len).unwrap_or_default());
        }
    }
}
