//! What the commands that read many texts have in common: what is asked of a run, and how it ended.

use std::fs;
use std::io;
use std::path::Path;

use hongtou::query::Selector;
use hongtou_extract::{ManifestError, Options, RunError, Tally};

use crate::input::{InputError, name};
use crate::output::Output;
use crate::progress::Progress;
use crate::report::Reporter;
use crate::status::Status;

/// What was asked for; `None` where it can't be done, and that was told.
pub(super) fn asked<T>(result: Result<T, String>) -> Option<T> {
    result.inspect_err(|message| Reporter::plain().failure(message)).ok()
}

/// The selector that `text` is; `None` where it is none, and that was told.
pub(super) fn selector(text: &str) -> Option<Selector> {
    text.parse().inspect_err(|error| Reporter::plain().bad_query(text, error)).ok()
}

/// `options`, with the words of a user dictionary.
pub(super) fn with_words(options: Options, dictionary: Option<&Path>) -> Result<Options, String> {
    let Some(path) = dictionary else { return Ok(options) };
    let failed = |error: &dyn ToString| format!("cannot read {}: {}", name(path), error.to_string());
    let words = fs::read(path).map_err(|error| failed(&InputError::from(error)))?;
    options.with_words(&words).map_err(|error| failed(&error))
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
        Err(error) => failed(&error, place),
    }
}

/// How a run ended that read all there is.
pub(super) fn status(tally: &Tally) -> Status {
    if tally.failed() > 0 { Status::InputFailed } else { Status::Done }
}

/// Tells why a run ended before its end.
pub(super) fn failed(error: &RunError, place: Option<&Path>) -> Status {
    Reporter::plain().failure(&advised(error, place));
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
