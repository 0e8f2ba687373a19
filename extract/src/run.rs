//! A run: every input read, rows written in the order of the inputs.

use std::io::{self, Write};
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use arrow::error::ArrowError;
use encoding_rs::Encoding;
use hongtou::query::Selector;
use hongtou::tokenize::{DictionaryError, Tokenizer};
use xxhash_rust::xxh3::xxh3_64;

use crate::column::Column;
use crate::input::Inputs;
use crate::manifest::{Line, Manifest, ManifestError, Shard};
use crate::outcome::{Outcome, Tally};
use crate::own;
use crate::pipeline::{Step, pipeline};
use crate::preset::Preset;
use crate::row::Reading;
use crate::shard::{ShardFile, Writer};
use crate::worker::{Done, Rows};
use crate::write::Format;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// What there is to read.
    pub inputs: Inputs,
    /// What a row is.
    pub preset: Preset,
    /// What [`Preset::Selected`] finds.
    pub selector: Option<Selector>,
    /// The columns, in order.
    pub columns: Vec<&'static Column>,
    /// How the table is written.
    pub format: Format,
    /// The encoding all inputs are said to have.
    pub encoding: Option<&'static Encoding>,
    /// What finds words; `None` for that of the process.
    pub tokenizer: Option<Arc<Tokenizer>>,
    /// What tells the words `tokenizer` knows from others: a run is gone on with where they are the same.
    pub dictionary: Option<u64>,
    /// The most characters in a chunk.
    pub longest_chunk: usize,
    /// The most bytes in a text.
    pub longest_input: u64,
    /// Whether CSV cells that are formulas to spreadsheets are left as they are.
    pub raw_csv: bool,
    /// Inputs in each file of the output; `None` for one file.
    pub shard: Option<u64>,
    /// Threads that read; 0 for as many as there are cores.
    pub threads: usize,
}

impl Default for Options {
    /// One row a text as JSONL, out of no inputs; texts of 256 MiB at most.
    fn default() -> Self {
        Self {
            inputs: Inputs::default(),
            preset: Preset::Documents,
            selector: None,
            columns: Preset::Documents.columns().iter().collect(),
            format: Format::Jsonl,
            encoding: None,
            tokenizer: None,
            dictionary: None,
            longest_chunk: 800,
            longest_input: 256 << 20,
            raw_csv: false,
            shard: None,
            threads: 0,
        }
    }
}

impl Options {
    /// The same, with words to know besides those of the dictionary: one a line, as
    /// [`Tokenizer::with_dictionary`] takes them.
    ///
    /// # Errors
    ///
    /// Where `words` are no UTF-8, or a line has something else behind its word.
    ///
    /// ```
    /// # use hongtou_extract::Options;
    /// assert!(Options::default().with_words("数据要素\n政务云 20 n\n".as_bytes()).is_ok());
    /// assert!(Options::default().with_words("政务云 20 n 云\n".as_bytes()).is_err());
    /// ```
    pub fn with_words(self, words: &[u8]) -> Result<Self, DictionaryError> {
        let tokenizer = Some(Arc::new(Tokenizer::with_dictionary(words)?));
        Ok(Self { tokenizer, dictionary: Some(xxh3_64(words)), ..self })
    }

    /// What the options ask for, as far as it changes the output.
    fn described(&self) -> String {
        let columns: Vec<_> = self.columns.iter().map(|column| column.name).collect();
        let (encoding, longest) = (self.encoding.map(Encoding::name), (self.longest_chunk, self.longest_input));
        // A run may be gone on with from another folder.
        let inputs = Inputs { output: None, ..self.inputs.clone() };
        let Self { preset, format, raw_csv, shard, dictionary, .. } = self;
        let selector = self.selector.as_ref().map(Selector::to_string);
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "{version} {preset:?} {selector:?} {columns:?} {format:?} {encoding:?} {longest:?} {raw_csv} {shard:?} {dictionary:?} \
             {inputs:?}"
        )
    }
}

/// Why a run ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The output can't be written.
    #[error("{}: {error}", path.display())]
    Output {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The manifest can't be written or gone on with.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// It was told to stop.
    #[error("stopped")]
    Stopped,
    /// Rows could not be made into a table.
    #[error("the rows make no table: {0}")]
    Rows(#[from] ArrowError),
    /// The system gives no threads.
    #[error("no threads: {0}")]
    Threads(String),
}

/// Writes what is to be made of a text behind what is there, and tells how many rows it wrote.
pub type Render<'r> = dyn Fn(&Reading<'_>, &mut Vec<u8>) -> u64 + Sync + 'r;

/// What is done, and with what options.
#[derive(Clone, Copy)]
pub(crate) struct Work<'w> {
    pub(crate) options: &'w Options,
    pub(crate) task: Task<'w>,
}

impl Work<'_> {
    /// Whether the bodies of texts are wanted, not just what stands round them and how much is in them.
    pub(crate) fn needs_bodies(&self) -> bool {
        match self.task {
            Task::Table => {
                self.options.preset != Preset::Documents || self.options.columns.iter().any(|column| column.of_bodies)
            }
            Task::Render(_) => true,
            Task::Facts => false,
        }
    }
}

/// What is done with each text.
#[derive(Clone, Copy)]
pub(crate) enum Task<'w> {
    /// It becomes rows of a table.
    Table,
    /// This is written of it.
    Render(&'w Render<'w>),
    /// It is counted.
    Facts,
}

/// Hears of every input when its rows are written, and says when to stop.
pub trait Watch: Sync {
    /// What became of an input.
    fn outcome(&self, outcome: &Outcome);
    /// Whether the run is to stop.
    fn stop(&self) -> &AtomicBool;
}

/// Reads all inputs and writes their rows to `target`.
///
/// # Errors
///
/// Where `target` does not take them, or the run is told to stop.
pub fn run_to(target: &mut (dyn Write + Send), options: &Options, watch: &dyn Watch) -> Result<Tally, RunError> {
    let failed = |error| RunError::Output { path: "<stdout>".into(), error };
    let options = &Options { shard: None, ..options.clone() };
    let mut writer = Writer::new(target, options).map_err(failed)?;
    let mut tally = Tally::default();
    let work = Work { options, task: Task::Table };
    pipeline(work, watch, Vec::new(), Path::new(""), |step| {
        count(&step.done, &mut tally, watch);
        writer.write(&step.done.rows).map_err(failed)
    })?;
    writer.finish().and_then(Write::flush).map_err(failed)?;
    Ok(tally)
}

/// Reads all inputs and writes to `target` what `render` makes of each, in the order of the inputs.
///
/// Of the options, those about a table don't matter.
///
/// # Errors
///
/// Where `target` does not take it, or the run is told to stop.
pub fn render_to(
    target: &mut (dyn Write + Send),
    options: &Options,
    render: &Render<'_>,
    watch: &dyn Watch,
) -> Result<Tally, RunError> {
    let failed = |error| RunError::Output { path: "<stdout>".into(), error };
    let options = &Options { format: Format::Jsonl, shard: None, ..options.clone() };
    let mut tally = Tally::default();
    let work = Work { options, task: Task::Render(render) };
    pipeline(work, watch, Vec::new(), Path::new(""), |step| {
        count(&step.done, &mut tally, watch);
        let Rows::Bytes(bytes) = &step.done.rows else { return Ok(()) };
        target.write_all(bytes).map_err(failed)
    })?;
    target.flush().map_err(failed)?;
    Ok(tally)
}

/// Reads all inputs and writes their rows to the file `output`, with a manifest beside it.
///
/// With `resume`, what an earlier run with the same options finished is kept; with `force`, nothing is.
///
/// # Errors
///
/// Where the output can't be written, another run is at work on it or left it unfinished, or the run is told to
/// stop. What stands in the manifest then is whole.
pub fn run(output: &Path, options: &Options, resume: bool, force: bool, watch: &dyn Watch) -> Result<Tally, RunError> {
    if output.is_dir() {
        return Err(RunError::Output { path: output.to_owned(), error: io::ErrorKind::IsADirectory.into() });
    }
    let (mut manifest, kept) = Manifest::open(output, &options.described(), resume, force)?;
    let mut tally = kept.tally;
    if kept.ended {
        return Ok(tally);
    }
    let mut files = Files { output, options, number: kept.inputs.len(), open: None, inputs: 0, rows: 0 };
    let work = Work { options, task: Task::Table };
    let result = pipeline(work, watch, kept.inputs, &own::manifest(output), |step| {
        count(&step.done, &mut tally, watch);
        files.write(step, &mut manifest)
    });
    if let Err(error) = result {
        files.open.into_iter().for_each(ShardFile::abandon);
        return Err(error);
    }
    manifest.add(&Line::End { inputs: tally.inputs(), rows: tally.rows })?;
    manifest.sync()?;
    Ok(tally)
}

/// Counts what became of the inputs, and tells who watches.
pub(crate) fn count(done: &Done, tally: &mut Tally, watch: &dyn Watch) {
    for outcome in &done.outcomes {
        tally.add(outcome);
        watch.outcome(outcome);
    }
}

/// The files of the output.
struct Files<'f> {
    output: &'f Path,
    options: &'f Options,
    /// Files that are whole.
    number: usize,
    open: Option<ShardFile>,
    /// Inputs of the open file, and the rows they gave.
    inputs: u64,
    rows: u64,
}

impl Files<'_> {
    /// The file that is, or comes, next: `out.parquet`, or of several `out-00003.parquet`.
    fn path(&self) -> PathBuf {
        if self.options.shard.is_none() {
            return self.output.to_owned();
        }
        own::shard(self.output, self.number, self.options.format.extension())
    }

    /// Writes rows; where the file ends behind them, makes it whole and says so in the manifest.
    fn write(&mut self, step: Step, manifest: &mut Manifest) -> Result<(), RunError> {
        let path = self.path();
        let failed = |error| RunError::Output { path: path.clone(), error };
        let mut open = match self.open.take() {
            Some(open) => open,
            None => ShardFile::begin(path.clone(), self.options).map_err(failed)?,
        };
        let written = open.write(&step.done.rows).map_err(failed);
        for outcome in step.done.outcomes {
            (self.inputs, self.rows) = (self.inputs + 1, self.rows + outcome.rows);
            manifest.add(&Line::Input(outcome))?;
        }
        let Some(names) = step.ends.filter(|_| written.is_ok()) else {
            self.open = Some(open);
            return written;
        };
        let (bytes, xxh3) = open.commit().map_err(failed)?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (inputs, rows) = (take(&mut self.inputs), take(&mut self.rows));
        manifest.add(&Line::Shard(Shard { file, bytes, rows, inputs, xxh3, names }))?;
        manifest.sync()?;
        self.number += 1;
        Ok(())
    }
}
