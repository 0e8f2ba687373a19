//! Texts in memory to Arrow record batches.

use std::cell::RefCell;
use std::iter::repeat_n;
use std::num::NonZero;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::available_parallelism;

use arrow::array::{
    ArrayRef, AsArray, Int64Array, RecordBatch, StringArray, StringBuilder, UInt64Array, new_null_array,
};
use arrow::compute::take;
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use arrow::error::ArrowError;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::outcome::{Outcome, Status};
use crate::run::{Options, RunError, Task, Work};
use crate::worker::{Sink, Worker};
use crate::write::{Batch, schema};

/// Bytes of texts that are read as one: no fewer, and no more where there are many.
const WEIGHT: Range<usize> = 1 << 18..1 << 22;
/// Groups for each thread.
const SHARE: usize = 8;

/// A text in memory.
#[derive(Debug, Clone, Copy)]
pub enum Source<'t> {
    /// Characters.
    Text(&'t str),
    /// Bytes, in an encoding to be found.
    Bytes(&'t [u8]),
    /// None.
    Missing,
}

impl Source<'_> {
    fn weight(self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
            Self::Missing => 0,
        }
    }
}

/// Texts in memory, each with what it is called.
pub trait Texts: Sync {
    /// How many there are.
    fn count(&self) -> usize;
    /// The text at `place`, from 0.
    fn text(&self, place: usize) -> Source<'_>;
    /// The bytes it takes.
    fn weight(&self, place: usize) -> usize {
        self.text(place).weight()
    }
    /// What stands under `id` in its rows; its place where it has no name.
    fn id(&self, place: usize) -> String {
        place.to_string()
    }
}

/// The rows of `texts` in their order, as the batches of one table: that of `options.preset` with a frame of
/// [`framed_schema`]. A text that can't be read has one row, which says why.
///
/// # Errors
///
/// Where `stop` is set, the rows make no table, or there are no threads.
pub fn batches(texts: &dyn Texts, options: &Options, stop: &AtomicBool) -> Result<Vec<RecordBatch>, RunError> {
    thread_local!(static WORKER: RefCell<Worker> = RefCell::default());
    let threads = match options.threads {
        0 => available_parallelism().map_or(1, NonZero::get),
        threads => threads,
    };
    let read = |group: Range<usize>| {
        if stop.load(Ordering::Relaxed) {
            return Err(RunError::Stopped);
        }
        Ok(WORKER.with_borrow_mut(|worker| read(worker, texts, group, options))?)
    };
    let groups = groups(texts, threads * SHARE);
    // Few texts are not worth the threads.
    if groups.len() < 2 {
        return groups.into_iter().map(read).collect();
    }
    let threads = threads.min(groups.len());
    let pool =
        ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| RunError::Threads(error.to_string()))?;
    pool.install(|| groups.into_par_iter().with_max_len(1).map(read).collect())
}

/// The texts in stretches of about the same weight.
fn groups(texts: &dyn Texts, most: usize) -> Vec<Range<usize>> {
    let whole: usize = (0..texts.count()).map(|place| texts.weight(place)).sum();
    let heavy = (whole / most.max(1)).clamp(WEIGHT.start, WEIGHT.end);
    let (mut groups, mut start, mut sum) = (Vec::new(), 0, 0);
    for place in 0..texts.count() {
        sum += texts.weight(place);
        if sum >= heavy || place + 1 == texts.count() {
            groups.push(start..place + 1);
            (start, sum) = (place + 1, 0);
        }
    }
    groups
}

fn read(
    worker: &mut Worker,
    texts: &dyn Texts,
    group: Range<usize>,
    options: &Options,
) -> Result<RecordBatch, ArrowError> {
    let mut sink = Sink::Batch(Batch::new(&options.columns));
    let (first, work) = (group.start, Work { options, task: Task::Table });
    let outcomes: Vec<_> = group
        .map(|place| {
            let mut outcome = Outcome::of(texts.id(place));
            let source = texts.text(place);
            outcome.bytes = source.weight() as u64;
            match source {
                _ if outcome.bytes > options.longest_input => {
                    outcome.status = Status::TooLarge;
                    outcome.message = Some(format!("it has more than {} bytes", options.longest_input));
                }
                Source::Text(text) => {
                    worker.decoded(text.as_bytes(), text, None, work, &mut sink, &mut outcome);
                }
                Source::Bytes(bytes) => worker.text((bytes, None), None, work, &mut sink, &mut outcome),
                Source::Missing => {
                    outcome.status = Status::Missing;
                    outcome.message = Some("there is no text".to_owned());
                }
            }
            outcome
        })
        .collect();
    match sink {
        Sink::Batch(batch) => framed(&batch.finish()?, &outcomes, first as u64),
        _ => Err(ArrowError::SchemaError("rows of another format".to_owned())),
    }
}

/// The schema of a table with these options and the frame: `index` in front, the place of the text among the
/// inputs, from 0; `status` and `message` behind, what became of the text. But for `index` and `status` any may be
/// null.
#[must_use]
pub fn framed_schema(options: &Options) -> SchemaRef {
    frame(&schema(&options.columns))
}

fn frame(schema: &Schema) -> SchemaRef {
    let own = schema.fields().iter().cloned();
    let field = |name, kind, null| Arc::new(Field::new(name, kind, null));
    let first = field("index", DataType::Int64, false);
    let last = [field("status", DataType::Utf8, false), field("message", DataType::Utf8, true)];
    Arc::new(Schema::new(std::iter::once(first).chain(own).chain(last).collect::<Vec<_>>()))
}

/// `rows` in their frame. A text of `outcomes` that could not be read has a row with nothing but its id.
pub(crate) fn framed(rows: &RecordBatch, outcomes: &[Outcome], first: u64) -> Result<RecordBatch, ArrowError> {
    let count = |outcome: &Outcome| if outcome.status.is_read() { outcome.rows } else { 1 };
    let total = usize::try_from(outcomes.iter().map(count).sum::<u64>()).unwrap_or_default();
    let first = i64::try_from(first).unwrap_or(i64::MAX);
    let counts = || outcomes.iter().map(|outcome| usize::try_from(count(outcome)).unwrap_or_default());
    let mut index = Vec::with_capacity(total);
    (first..).zip(counts()).for_each(|(number, count)| index.extend(repeat_n(number, count)));
    let status = of_each(outcomes.iter().map(|outcome| Some(outcome.status.name())).zip(counts()), total);
    let message = if outcomes.iter().all(|outcome| outcome.message.is_none()) {
        new_null_array(&DataType::Utf8, total)
    } else {
        of_each(outcomes.iter().map(|outcome| outcome.message.as_deref()).zip(counts()), total)
    };
    let own = if outcomes.iter().all(|outcome| outcome.status.is_read()) {
        rows.columns().to_vec()
    } else {
        let places = places(outcomes);
        let named = |(column, field): (&ArrayRef, &Arc<Field>)| {
            let taken = take(column, &places, None)?;
            Ok(if field.name() == "id" { with_ids(&taken, outcomes) } else { taken })
        };
        rows.columns().iter().zip(rows.schema_ref().fields()).map(named).collect::<Result<_, ArrowError>>()?
    };
    let mut columns: Vec<ArrayRef> = vec![Arc::new(Int64Array::from(index))];
    columns.extend(own);
    columns.extend([status, message]);
    RecordBatch::try_new(frame(rows.schema_ref()), columns)
}

/// A column of texts, each in so many rows.
fn of_each<'t>(texts: impl Iterator<Item = (Option<&'t str>, usize)>, total: usize) -> ArrayRef {
    let mut column = StringBuilder::with_capacity(total, 0);
    for (text, count) in texts {
        match text {
            Some(text) => column.append_value_n(text, count),
            None => column.append_nulls(count),
        }
    }
    Arc::new(column.finish())
}

/// For each row of the table its place among the rows of the texts that were read.
fn places(outcomes: &[Outcome]) -> UInt64Array {
    let mut place = 0;
    let rows = outcomes.iter().flat_map(|outcome| {
        let read = outcome.status.is_read();
        let rows = place..place + if read { outcome.rows } else { 1 };
        place += outcome.rows;
        rows.map(move |place| read.then_some(place))
    });
    rows.collect()
}

/// The ids, those of texts that could not be read put in their rows.
fn with_ids(ids: &ArrayRef, outcomes: &[Outcome]) -> ArrayRef {
    let ids = ids.as_string::<i32>();
    let mut lost = outcomes.iter().filter(|outcome| !outcome.status.is_read());
    let mut name = |id| match id {
        Some(id) => Some(id),
        None => lost.next().map(|outcome| outcome.input.as_str()),
    };
    Arc::new(ids.iter().map(&mut name).collect::<StringArray>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preset::Preset;

    struct Some4;

    impl Texts for Some4 {
        fn count(&self) -> usize {
            4
        }

        fn text(&self, place: usize) -> Source<'_> {
            match place {
                0 => Source::Text("一、甲。\n二、乙。\n"),
                1 => Source::Missing,
                2 => Source::Bytes(b"%PDF-1.7"),
                _ => Source::Bytes("一、丙。".as_bytes()),
            }
        }

        fn id(&self, place: usize) -> String {
            format!("n{place}")
        }
    }

    fn cells(batch: &RecordBatch, name: &str) -> Vec<String> {
        let column = batch.column_by_name(name).map(|column| column.as_string::<i32>().iter());
        column.into_iter().flatten().map(|cell| cell.unwrap_or("-").to_owned()).collect()
    }

    #[test]
    fn a_text_that_can_not_be_read_has_one_row() -> Result<(), RunError> {
        let columns = Preset::Sections.columns().iter().collect();
        let options = Options { preset: Preset::Sections, columns, ..Options::default() };
        let made = batches(&Some4, &options, &AtomicBool::new(false))?;
        let [batch] = made.as_slice() else { return Err(RunError::Stopped) };
        assert_eq!(batch.schema(), framed_schema(&options));
        assert_eq!(batch.column(0).as_primitive::<arrow::datatypes::Int64Type>().values(), &[0, 0, 1, 2, 3]);
        assert_eq!(cells(batch, "id"), ["n0", "n0", "n1", "n2", "n3"]);
        assert_eq!(cells(batch, "text"), ["甲。", "乙。", "-", "-", "丙。"]);
        assert_eq!(cells(batch, "status"), ["ok", "ok", "missing", "unsupported", "ok"]);
        Ok(())
    }

    #[test]
    fn it_stops_when_told() {
        let stopped = batches(&Some4, &Options::default(), &AtomicBool::new(true));
        assert!(matches!(stopped, Err(RunError::Stopped)));
    }

    #[test]
    fn groups_have_every_text_once() {
        for most in [0, 1, 3] {
            let places: Vec<_> = groups(&Some4, most).into_iter().flatten().collect();
            assert_eq!(places, [0, 1, 2, 3]);
        }
    }
}
