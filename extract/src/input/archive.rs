//! The files of an archive, in its order.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use encoding_rs::GB18030;
use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use crate::outcome::Status;

use super::table::{self, Columns};
use super::{Item, TABLE, Take, ends, read_up_to, sentence};

/// What kind of archive a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Tar,
    TarGz,
}

impl Kind {
    /// The kind of archive of a file with this name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let kinds = [(".zip", Self::Zip), (".tar", Self::Tar), (".tar.gz", Self::TarGz), (".tgz", Self::TarGz)];
        kinds.into_iter().find(|(ending, _)| ends(path, ending)).map(|(_, kind)| kind)
    }
}

/// Gives every file of an archive, of a table in it every row.
pub(super) fn each(
    kind: Kind,
    path: &Path,
    archive: &str,
    columns: Option<&Columns<'_>>,
    most: u64,
    take: Take<'_>,
) -> ControlFlow<()> {
    let each = &mut |name: String, file: &mut dyn Read| member(name, file, columns, most, &mut *take);
    let ended = match kind {
        Kind::Zip => zip(path, archive, each),
        Kind::Tar | Kind::TarGz => tar(kind, path, archive, each),
    };
    match ended {
        Ok(ended) => ended,
        Err(message) => take(Item::failed(archive.to_owned(), Status::Unreadable, message)),
    }
}

/// Takes a file of an archive by its name.
type Each<'e> = &'e mut dyn FnMut(String, &mut dyn Read) -> ControlFlow<()>;

/// The texts of a file of an archive.
fn member(
    name: String,
    file: &mut dyn Read,
    columns: Option<&Columns<'_>>,
    most: u64,
    take: Take<'_>,
) -> ControlFlow<()> {
    match (table::Kind::of(Path::new(&name)), columns) {
        (Some(kind), Some(columns)) => table::read(kind, table::unpacked(Path::new(&name), file), &name, columns, take),
        (Some(_), None) => take(Item::failed(name, Status::Unsupported, TABLE)),
        (None, _) => match read_up_to(file, most) {
            Ok(content) => take(Item::new(name, content)),
            Err(error) => take(Item::failed(name, Status::Unreadable, sentence(&error))),
        },
    }
}

/// Gives every file of a ZIP archive.
fn zip(path: &Path, archive: &str, each: Each<'_>) -> Result<ControlFlow<()>, String> {
    let file = BufReader::new(File::open(path).map_err(|error| sentence(&error))?);
    let mut members = ZipArchive::new(file).map_err(|error| format!("it is no whole ZIP archive: {error}"))?;
    for at in 0..members.len() {
        // The name stands in the directory of the archive, also where the member can't be read.
        let raw = match members.by_index_raw(at) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) => named(file.name_raw()),
            Err(_) => at.to_string(),
        };
        let name = format!("{archive}#{raw}");
        let ended = match members.by_index(at) {
            Ok(mut file) => each(name, &mut file),
            Err(error) => each(name, &mut Broken(error.to_string())),
        };
        if ended.is_break() {
            return Ok(ended);
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// A file that can't be read.
struct Broken(String);

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other(self.0.clone()))
    }
}

/// The name of a member, which old programs wrote in GB18030.
fn named(raw: &[u8]) -> String {
    match str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode(raw).0.into_owned(),
    }
}

/// Gives every file of a tar archive, plain or compressed by gzip.
fn tar(kind: Kind, path: &Path, archive: &str, each: Each<'_>) -> Result<ControlFlow<()>, String> {
    let file = BufReader::new(File::open(path).map_err(|error| sentence(&error))?);
    let reader: Box<dyn Read> = if kind == Kind::Tar { Box::new(file) } else { Box::new(MultiGzDecoder::new(file)) };
    let mut members = tar::Archive::new(reader);
    for entry in members.entries().map_err(|error| sentence(&error))? {
        // What comes behind a bad header can't be found.
        let mut entry = entry.map_err(|error| format!("the archive breaks off: {error}"))?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = format!("{archive}#{}", named(&entry.path_bytes()));
        let ended = each(name, &mut entry);
        if ended.is_break() {
            return Ok(ended);
        }
    }
    Ok(ControlFlow::Continue(()))
}
