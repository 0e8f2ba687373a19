//! `hongtou extract INPUT…`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use hongtou::query::Selector;
use hongtou_extract::{Column, Format, Inputs, ManifestError, Options, Preset, RunError, Tally, run, run_to};

use super::tokens::with_words;
use crate::args::{ExtractArgs, TableFormat};
use crate::input::name;
use crate::output::Output;
use crate::progress::Progress;
use crate::report::Reporter;
use crate::status::Status;

/// Writes a table of what is in the inputs.
pub(crate) fn extract(args: &ExtractArgs, output: &mut Output) -> Status {
    let reporter = Reporter::plain();
    if args.columns.iter().any(|column| column == "help") {
        list_columns(preset(args), output);
        return Status::Done;
    }
    let selector = match args.select.as_ref().map(|select| select.parse::<Selector>()).transpose() {
        Ok(selector) => selector,
        Err(error) => {
            reporter.bad_query(args.select.as_deref().unwrap_or_default(), &error);
            return Status::Usage;
        }
    };
    let options = match options(args, selector) {
        Ok(options) => options,
        Err(message) => {
            reporter.failure(&message);
            return Status::Usage;
        }
    };
    let mut target = match Target::of(args.output.as_deref()) {
        Ok(target) => target,
        Err(error) => {
            reporter.failure(&format!("cannot write {error}"));
            return Status::OutputLost;
        }
    };
    if matches!(target, Target::Stdout) && options.format == Format::Parquet && io::stdout().is_terminal() {
        reporter.failure("a terminal can't show Parquet; name a file with -o");
        return Status::Usage;
    }
    let progress = Progress::begin(args.quiet, &options.inputs);
    let result = match &mut target {
        Target::Table(path) => run(path, &options, args.resume, args.force, &progress),
        Target::Stream(path, stream) => run_to(stream, &options, &progress).map_err(|error| match error {
            RunError::Output { error, .. } => RunError::Output { path: path.to_owned(), error },
            other => other,
        }),
        Target::Stdout => run_to(output, &options, &progress),
    };
    let place = if let Target::Table(path) = target { Some(path) } else { None };
    let status = end(result, &progress, place, output);
    // A table that is cut off is not what was asked for, whoever cut it.
    if output.is_unread() {
        reporter.failure("cannot write to standard output: its reader went away");
        return Status::OutputLost;
    }
    status
}

/// Sums up a run that wrote to the file `place` or to standard output.
pub(super) fn end(
    result: Result<Tally, RunError>,
    progress: &Progress,
    place: Option<&Path>,
    output: &Output,
) -> Status {
    progress.end();
    match result {
        Ok(tally) => {
            progress.summary(&tally, place);
            status(&tally)
        }
        // What standard output did not take is told when it is closed.
        Err(RunError::Output { .. }) if output.failed() => Status::Done,
        Err(error) => {
            Reporter::plain().failure(&advised(&error, place));
            gravity(&error)
        }
    }
}

/// Where the table goes.
enum Target<'a> {
    Stdout,
    /// A device or a pipe: it is written to as it is, and nothing stands beside it.
    Stream(&'a Path, File),
    Table(&'a Path),
}

impl<'a> Target<'a> {
    fn of(path: Option<&'a Path>) -> io::Result<Self> {
        match path {
            None => Ok(Self::Stdout),
            Some(path) if path.as_os_str() == "-" => Ok(Self::Stdout),
            Some(path) if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) => {
                OpenOptions::new().write(true).open(path).map(|stream| Self::Stream(path, stream))
            }
            Some(path) => Ok(Self::Table(path)),
        }
    }
}

fn status(tally: &Tally) -> Status {
    if tally.failed() > 0 { Status::InputFailed } else { Status::Done }
}

fn gravity(error: &RunError) -> Status {
    match error {
        RunError::Stopped => Status::Interrupted,
        RunError::Manifest(error) if !matches!(error, ManifestError::Io { .. }) => Status::Usage,
        _ => Status::OutputLost,
    }
}

/// The error, and what to do about it.
fn advised(error: &RunError, place: Option<&Path>) -> String {
    match (error, place) {
        (RunError::Stopped, Some(_)) => "stopped; the same command with --resume goes on".to_owned(),
        (RunError::Output { error: full, .. } | RunError::Manifest(ManifestError::Io { error: full, .. }), Some(_))
            if full.kind() == io::ErrorKind::StorageFull =>
        {
            format!("cannot write {error}; when there is room, the same command with --resume goes on")
        }
        (RunError::Output { .. } | RunError::Manifest(ManifestError::Io { .. }), _) => format!("cannot write {error}"),
        _ => error.to_string(),
    }
}

fn preset(args: &ExtractArgs) -> Preset {
    if args.select.is_some() {
        return Preset::Selected;
    }
    Preset::ALL.into_iter().find(|preset| preset.name() == args.preset).unwrap_or(Preset::Documents)
}

fn options(args: &ExtractArgs, selector: Option<Selector>) -> Result<Options, String> {
    let options = args.inputs.options("extract")?;
    if let Some(output) = &args.output {
        may_write(output, &options.inputs)?;
    }
    let columns = columns(preset(args), &args.columns)?;
    if args.user_dict.is_some() && columns.iter().all(|column| column.name != "tokens") {
        return Err("--user-dict is of words: name their column too, --columns id,text,tokens".to_owned());
    }
    let options = Options {
        inputs: Inputs { output: args.output.clone(), ..options.inputs },
        preset: preset(args),
        selector,
        columns,
        format: format(args)?,
        longest_chunk: args.chunk_chars,
        raw_csv: args.csv_raw,
        shard: args.shard,
        threads: args.threads,
        ..options
    };
    with_words(options, args.user_dict.as_deref())
}

/// Whether a table may be written to `output`.
fn may_write(output: &Path, inputs: &Inputs) -> Result<(), String> {
    if output.is_dir() {
        return Err(format!("{} is a directory; name a file in it", name(output)));
    }
    let place = if output.is_file() { output.canonicalize().ok() } else { None };
    let is_output = |input: &PathBuf| input.file_name() == output.file_name() && input.canonicalize().ok() == place;
    if place.is_some() && inputs.paths.iter().any(is_output) {
        return Err(format!("{} is an input, and would be written over", name(output)));
    }
    Ok(())
}

/// The format asked for, else the one the name of the output tells; lines of JSON where there is no name or no ending.
fn format(args: &ExtractArgs) -> Result<Format, String> {
    match (args.format, &args.output) {
        (Some(TableFormat::Jsonl), _) | (None, None) => Ok(Format::Jsonl),
        (Some(TableFormat::Csv), _) => Ok(Format::Csv),
        (Some(TableFormat::Parquet), _) => Ok(Format::Parquet),
        (None, Some(output)) => {
            let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            match ending.as_deref() {
                None | Some("jsonl" | "ndjson" | "json") => Ok(Format::Jsonl),
                Some("csv") => Ok(Format::Csv),
                Some("parquet") => Ok(Format::Parquet),
                Some(_) => Err(format!(
                    "{} has an ending that tells no format: .jsonl, .csv and .parquet do, or --format",
                    name(output)
                )),
            }
        }
    }
}

/// The columns named, in their order; those of the preset where none are.
fn columns(preset: Preset, names: &[String]) -> Result<Vec<&'static Column>, String> {
    if names.is_empty() {
        return Ok(preset.columns().iter().collect());
    }
    let find = |name: &String| {
        preset.all_columns().find(|column| column.name == name).ok_or_else(|| {
            let there: Vec<_> = preset.all_columns().map(|column| column.name).collect();
            format!("{} have no column {name}; theirs: {}", preset.name(), there.join(", "))
        })
    };
    names.iter().map(find).collect()
}

fn list_columns(preset: Preset, output: &mut Output) {
    let width = preset.all_columns().map(|column| column.name.len()).max().unwrap_or(0);
    for column in preset.all_columns() {
        output.write(&format!("{:width$}  {}\n", column.name, column.doc));
    }
}
