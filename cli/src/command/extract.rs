//! `hongtou extract INPUT…`.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use hongtou::query::Selector;
use hongtou_extract::{Format, Inputs, Options, Preset, RunError, run, run_to};

use super::run::{asked, end, selector, with_words};
use crate::args::{ExtractArgs, TableFormat};
use crate::input::name;
use crate::output::Output;
use crate::progress::Progress;
use crate::report::Reporter;
use crate::status::Status;

/// Writes a table of what is in the inputs.
pub(crate) fn extract(args: &ExtractArgs, output: &mut Output) -> Status {
    if args.columns.iter().any(|column| column == "help") {
        list_columns(preset(args), output);
        return Status::Done;
    }
    let selector = match args.select.as_deref().map(selector) {
        Some(None) => return Status::Usage,
        selector => selector.flatten(),
    };
    let Some(options) = asked(options(args, selector)) else { return Status::Usage };
    let Some(target) = asked(Target::of(args.output.as_deref())) else { return Status::OutputLost };
    let status = table(args, &options, target, output);
    // A table that is cut off is not what was asked for, whoever cut it.
    if output.is_unread() {
        Reporter::plain().failure("cannot write to standard output: its reader went away");
        return Status::OutputLost;
    }
    status
}

/// Writes the table to `target`.
fn table(args: &ExtractArgs, options: &Options, target: Target<'_>, output: &mut Output) -> Status {
    let progress = Progress::begin(args.quiet, &options.inputs);
    let (result, place) = match target {
        Target::Table(path) => (run(path, options, args.resume, args.force, &progress), Some(path)),
        Target::Stream(path, mut stream) => {
            let result = run_to(&mut stream, options, &progress).map_err(|error| match error {
                RunError::Output { error, .. } => RunError::Output { path: path.to_owned(), error },
                other => other,
            });
            (result, None)
        }
        Target::Stdout => (run_to(output, options, &progress), None),
    };
    end(result, &progress, place, output)
}

/// Where the table goes.
enum Target<'a> {
    Stdout,
    /// A device or a pipe: it is written to as it is, and nothing stands beside it.
    Stream(&'a Path, File),
    Table(&'a Path),
}

impl<'a> Target<'a> {
    fn of(path: Option<&'a Path>) -> Result<Self, String> {
        match path.filter(|path| !is_stdout(path)) {
            None => Ok(Self::Stdout),
            Some(path) if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) => {
                let stream = OpenOptions::new().write(true).open(path);
                let stream = stream.map_err(|error| format!("cannot write {}: {error}", name(path)))?;
                Ok(Self::Stream(path, stream))
            }
            Some(path) => Ok(Self::Table(path)),
        }
    }
}

fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn preset(args: &ExtractArgs) -> Preset {
    if args.select.is_some() { Preset::Selected } else { args.preset }
}

fn options(args: &ExtractArgs, selector: Option<Selector>) -> Result<Options, String> {
    let options = args.inputs.options("extract")?;
    let format = format(args)?;
    match args.output.as_deref().filter(|output| !is_stdout(output)) {
        Some(output) => may_write(output, &options.inputs)?,
        None if format == Format::Parquet && io::stdout().is_terminal() => {
            return Err("a terminal can't show Parquet; name a file with -o".to_owned());
        }
        None => {}
    }
    let preset = preset(args);
    let columns =
        if args.columns.is_empty() { preset.columns().iter().collect() } else { preset.named(&args.columns)? };
    if args.user_dict.is_some() && columns.iter().all(|column| column.name != "tokens") {
        return Err("--user-dict is of words: name their column too, --columns id,text,tokens".to_owned());
    }
    let options = Options {
        inputs: Inputs { output: args.output.clone(), ..options.inputs },
        preset,
        selector,
        columns,
        format,
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
    if output.is_dir() || output.as_os_str().as_encoded_bytes().ends_with(b"/") {
        return Err(format!("{} is a directory; name a file in it", name(output)));
    }
    if let Some(folder) = output.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        return Err(format!("{} is in no directory: make {} first", name(output), name(folder)));
    }
    // The manifest names the files of the table.
    if output.file_name().and_then(OsStr::to_str).is_none() {
        return Err(format!("{} is no name in UTF-8; name the output otherwise", name(output)));
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

fn list_columns(preset: Preset, output: &mut Output) {
    let width = preset.all_columns().map(|column| column.name.len()).max().unwrap_or(0);
    for column in preset.all_columns() {
        output.write(&format!("{:width$}  {}\n", column.name, column.doc));
    }
}
