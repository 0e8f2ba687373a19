//! Inputs to a stream of Arrow record batches.

use std::mem::take;
use std::ops::ControlFlow;
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::compute::concat_batches;

use crate::batch::{framed, framed_schema};
use crate::outcome::Tally;
use crate::pipeline::pipeline;
use crate::run::{Options, RunError, Task, Watch, Work, count};
use crate::worker::Rows;
use crate::write::Format;

/// Rows that are given together, at least.
const ROWS: usize = 4096;
/// Bytes that are given together where there are fewer rows.
const BYTES: usize = 1 << 24;

/// Reads all inputs and gives their rows to `each` in the order of the inputs, some thousand at a time, in the
/// frame of [`framed_schema`]; an input that can't be read has one row, which says why.
///
/// # Errors
///
/// [`RunError::Stopped`] where `each` breaks off or `watch` says to stop; where the rows make no table or there are
/// no threads.
pub fn scan(
    options: &Options,
    watch: &dyn Watch,
    mut each: impl FnMut(RecordBatch) -> ControlFlow<()>,
) -> Result<Tally, RunError> {
    let options = &Options { format: Format::Parquet, shard: None, ..options.clone() };
    let schema = framed_schema(options);
    let mut tally = Tally::default();
    let (mut waiting, mut rows, mut bytes) = (Vec::new(), 0, 0);
    let mut give = |waiting: Vec<RecordBatch>| {
        let broken = each(concat_batches(&schema, &waiting)?).is_break();
        if broken { Err(RunError::Stopped) } else { Ok(()) }
    };
    pipeline(Work { options, task: Task::Table }, watch, Vec::new(), Path::new(""), |step| {
        let first = tally.inputs();
        count(&step.done, &mut tally, watch);
        let Rows::Batch(batch) = &step.done.rows else { return Ok(()) };
        let batch = framed(batch, &step.done.outcomes, first)?;
        (rows, bytes) = (rows + batch.num_rows(), bytes + batch.get_array_memory_size());
        waiting.push(batch);
        if rows < ROWS && bytes < BYTES {
            return Ok(());
        }
        (rows, bytes) = (0, 0);
        give(take(&mut waiting))
    })?;
    if rows > 0 {
        give(waiting)?;
    }
    Ok(tally)
}
