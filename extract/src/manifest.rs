//! `out.manifest.jsonl`: what became of every input, and which files hold the rows.
//!
//! Its lines come in this order: one [`Begin`](Line::Begin); for each file of the output one
//! [`Input`](Line::Input) for each of its inputs, then one [`Shard`](Line::Shard); at last one [`End`](Line::End).
//! The `shard` line of a file is added when the file is there, whole and synced: what has none behind it was not
//! done.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::outcome::{Outcome, Tally};
use crate::own;
use crate::verify;

/// The version of the lines.
const VERSION: u32 = 1;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub(crate) enum Line {
    /// What was asked for.
    Begin { version: u32, options: String },
    /// What became of an input.
    Input(Outcome),
    /// A file of the output: all inputs since the one before are in it.
    Shard(Shard),
    /// The run is over.
    End { inputs: u64, rows: u64 },
}

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shard {
    /// Its name, beside the manifest.
    pub(crate) file: String,
    pub(crate) bytes: u64,
    pub(crate) rows: u64,
    pub(crate) inputs: u64,
    /// Checksum of its bytes: XXH3, 64 bits.
    pub(crate) xxh3: String,
    /// Checksum of the names of all inputs so far.
    pub(crate) names: String,
}

/// What of an earlier run stands.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// Files of the output.
    pub(crate) files: Vec<String>,
    /// Inputs in each, and the checksum of the names of all up to its end.
    pub(crate) inputs: Vec<(u64, String)>,
    pub(crate) tally: Tally,
    pub(crate) ended: bool,
}

/// Why a manifest can't be gone on with.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// The system says no.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What it says.
        error: io::Error,
    },
    /// Another run is at work on the same output.
    #[error("{}: another run is writing this output", .0.display())]
    Locked(PathBuf),
    /// An earlier run asked for something else.
    #[error("{}: this output was begun with other options; give the same, or --force to begin anew", .0.display())]
    OtherOptions(PathBuf),
    /// An earlier run was not finished.
    #[error("{}: an unfinished run stands here; --resume goes on with it, --force begins anew", .0.display())]
    Unfinished(PathBuf),
    /// The inputs are not those of the earlier run.
    #[error("{}: the inputs are no longer those of the run that is to go on; --force begins anew", .0.display())]
    OtherInputs(PathBuf),
}

/// The manifest being written.
#[derive(Debug)]
pub(crate) struct Manifest {
    file: BufWriter<File>,
    path: PathBuf,
}

impl Manifest {
    /// Opens the manifest of `output`. What an earlier run with the same options did is kept if it is to be gone
    /// on with.
    pub(crate) fn open(output: &Path, options: &str, resume: bool, force: bool) -> Result<(Self, Kept), ManifestError> {
        let path = own::manifest(output);
        let io = |error| ManifestError::Io { path: path.clone(), error };
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(io)?;
        if file.try_lock().is_err() {
            return Err(ManifestError::Locked(path));
        }
        // What is gone on with must be there still.
        let stands = |shard: &Shard| !resume || verify::fault(shard, &path).is_none();
        let (begun, kept, whole) = read(&file, stands).map_err(io)?;
        match begun.as_ref().filter(|_| !force) {
            Some(before) if resume && before != options => return Err(ManifestError::OtherOptions(path)),
            Some(_) if resume => {}
            Some(_) if !kept.ended => return Err(ManifestError::Unfinished(path)),
            _ => clear(output, &kept.files),
        }
        let go_on = resume && begun.is_some();
        file.set_len(if go_on { whole } else { 0 }).map_err(io)?;
        file.seek(SeekFrom::End(0)).map_err(io)?;
        let mut manifest = Self { file: BufWriter::with_capacity(1 << 16, file), path };
        if !go_on {
            manifest.add(&Line::Begin { version: VERSION, options: options.to_owned() })?;
            manifest.sync()?;
        }
        Ok((manifest, if go_on { kept } else { Kept::default() }))
    }

    /// Adds a line.
    pub(crate) fn add(&mut self, line: &Line) -> Result<(), ManifestError> {
        let written = serde_json::to_writer(&mut self.file, line).map_err(io::Error::from);
        written.and_then(|()| self.file.write_all(b"\n")).map_err(|error| self.io(error))
    }

    /// When this returns, all lines are on the disk.
    pub(crate) fn sync(&mut self) -> Result<(), ManifestError> {
        self.file.flush().and_then(|()| self.file.get_ref().sync_data()).map_err(|error| self.io(error))
    }

    fn io(&self, error: io::Error) -> ManifestError {
        ManifestError::Io { path: self.path.clone(), error }
    }
}

/// Takes away what an earlier run left and this one may not write again: files of an output in several would stand
/// beside the new ones.
fn clear(output: &Path, files: &[String]) {
    let extension = output.extension().unwrap_or_default().to_string_lossy();
    // What can't be removed is written anew, or stands for people to see.
    let _ = fs::remove_file(own::part(&own::shard(output, files.len(), &extension)));
    for file in files.iter().filter(|file| own::is_table(file, output)) {
        let path = output.with_file_name(file);
        if path != output {
            let _ = fs::remove_file(path);
        }
    }
}

/// What of the file at hand stands: the options it was begun with, what was done, and the bytes that say so. Files
/// from the first on that does not stand are done again.
fn read(file: &File, stands: impl Fn(&Shard) -> bool) -> io::Result<(Option<String>, Kept, u64)> {
    let (mut kept, mut options, mut whole) = (Kept::default(), None, 0);
    let (mut open, mut broken) = (Tally::default(), false);
    each(file, |line, end| match line {
        Line::Begin { options: asked, .. } => {
            options = Some(asked);
            whole = end;
        }
        _ if broken => {}
        Line::Input(outcome) => open.add(&outcome),
        Line::Shard(shard) if !stands(&shard) => broken = true,
        Line::Shard(shard) => {
            kept.tally.join(&std::mem::take(&mut open));
            kept.inputs.push((shard.inputs, shard.names));
            kept.files.push(shard.file);
            whole = end;
        }
        Line::End { .. } => {
            kept.ended = true;
            whole = end;
        }
    })?;
    Ok((options, kept, whole))
}

/// Calls `take` for every whole line, with the byte behind it; stops at the first that is none.
pub(crate) fn each(file: &File, mut take: impl FnMut(Line, u64)) -> io::Result<()> {
    let mut reader = BufReader::new(file);
    reader.seek(SeekFrom::Start(0))?;
    let (mut line, mut end) = (Vec::new(), 0);
    loop {
        line.clear();
        end += reader.read_until(b'\n', &mut line)? as u64;
        match serde_json::from_slice(&line) {
            Ok(read) if line.ends_with(b"\n") => take(read, end),
            _ => return Ok(()),
        }
    }
}
