//! Whether an output is whole: its manifest, its files, its sums.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use crate::manifest::{self, Line, ManifestError, Shard};
use crate::outcome::Tally;
use crate::own;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// The inputs and what became of them.
    pub tally: Tally,
    /// Files of the output.
    pub files: u64,
    /// What is wrong, a sentence each; none where all is well.
    pub faults: Vec<String>,
}

/// Looks whether the output `output` is whole: the manifest ends, its sums are right, and every file it names is
/// there with the bytes it says.
///
/// # Errors
///
/// Where the manifest can't be read.
pub fn verify(output: &Path) -> Result<Verified, ManifestError> {
    let path = own::manifest(output);
    looked_through(output, &path).map_err(|error| ManifestError::Io { path, error })
}

/// What is found by the manifest at `path`.
fn looked_through(output: &Path, path: &Path) -> io::Result<Verified> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let (mut found, mut shard, mut begun, mut ended, mut read) =
        (Verified::default(), Tally::default(), false, None, 0);
    manifest::each(&file, |line, end| {
        read = end;
        match line {
            Line::Begin { .. } => begun = true,
            Line::Input(outcome) => shard.add(&outcome),
            Line::Shard(said) => {
                found.files += 1;
                if !own::is_table(&said.file, output) {
                    found.faults.push(format!("the manifest is that of another table: it names {}", said.file));
                }
                let tally = std::mem::take(&mut shard);
                found.faults.extend(sums(&said, &tally).chain(fault(&said, path)));
                found.tally.join(&tally);
            }
            Line::End { inputs, rows } => ended = Some((inputs, rows)),
        }
    })?;
    if !begun {
        found.faults.push("the manifest does not begin".to_owned());
    }
    if read < length {
        found.faults.push(format!("the manifest has no line at byte {read}"));
    }
    match ended {
        None => found.faults.push("the run was not finished: --resume goes on with it".to_owned()),
        Some(said) if said != (found.tally.inputs(), found.tally.rows) || shard.inputs() > 0 => {
            found.faults.push(format!("{} inputs gave {} rows, but their lines sum up to others", said.0, said.1));
        }
        Some(_) => {}
    }
    Ok(found)
}

/// Whether the lines of a file's inputs sum up to what is said of it.
fn sums(said: &Shard, tally: &Tally) -> impl Iterator<Item = String> {
    let wrong = (said.inputs, said.rows) != (tally.inputs(), tally.rows);
    let told = (said.inputs, said.rows, tally.inputs(), tally.rows);
    let (file, (inputs, rows, lines, sum)) = (said.file.clone(), told);
    wrong
        .then(|| format!("{file}: {inputs} inputs and {rows} rows, but its lines sum up to {lines} and {sum}"))
        .into_iter()
}

/// What is wrong with a file that a manifest names; nothing where it has the bytes it was written with.
pub(crate) fn fault(said: &Shard, manifest: &Path) -> Option<String> {
    let path = manifest.with_file_name(&said.file);
    match checksum(&path) {
        Err(error) => Some(format!("{}: {error}", said.file)),
        Ok((bytes, _)) if bytes != said.bytes => {
            Some(format!("{}: {bytes} bytes, {} were written", said.file, said.bytes))
        }
        Ok((_, sum)) if sum != said.xxh3 => Some(format!("{}: its bytes are not those that were written", said.file)),
        Ok(_) => None,
    }
}

fn checksum(path: &Path) -> io::Result<(u64, String)> {
    let (mut file, mut buffer, mut bytes, mut hash) = (File::open(path)?, vec![0; 1 << 18], 0, Xxh3::new());
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((bytes, format!("{:016x}", hash.digest()))),
            read => {
                hash.update(buffer.get(..read).unwrap_or_default());
                bytes += read as u64;
            }
        }
    }
}
