//! The files of an archive, in its order.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use encoding_rs::GB18030;
use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use crate::outcome::Status;

use super::{Item, Take, ends, read_up_to, sentence};

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

/// Gives every file of an archive.
pub(super) fn each(kind: Kind, path: &Path, archive: &str, most: u64, take: Take<'_>) -> ControlFlow<()> {
    match kind {
        Kind::Zip => zip(path, archive, most, take),
        Kind::Tar | Kind::TarGz => tar(kind, path, archive, most, take),
    }
}

/// Gives every file of a ZIP archive.
fn zip(path: &Path, archive: &str, most: u64, take: Take<'_>) -> ControlFlow<()> {
    let broken = |error: &dyn ToString| Item::failed(archive.to_owned(), Status::Unreadable, error.to_string());
    let mut members = match File::open(path).map_err(|e| sentence(&e)).and_then(|file| {
        ZipArchive::new(BufReader::new(file)).map_err(|error| format!("it is no whole ZIP archive: {error}"))
    }) {
        Ok(members) => members,
        Err(error) => return take(broken(&error)),
    };
    for at in 0..members.len() {
        // The name stands in the directory of the archive, also where the member can't be read.
        let raw = match members.by_index_raw(at) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) => member(file.name_raw()),
            Err(_) => at.to_string(),
        };
        let name = format!("{archive}#{raw}");
        let content = members.by_index(at).map_err(|error| error.to_string());
        let item = match content.and_then(|mut file| read_up_to(&mut file, most).map_err(|error| error.to_string())) {
            Ok(content) => Item::new(name, content),
            Err(error) => Item::failed(name, Status::Unreadable, error),
        };
        take(item)?;
    }
    ControlFlow::Continue(())
}

/// The name of a member, which old programs wrote in GB18030.
fn member(raw: &[u8]) -> String {
    match str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode(raw).0.into_owned(),
    }
}

/// Gives every file of a tar archive, plain or compressed by gzip.
fn tar(kind: Kind, path: &Path, archive: &str, most: u64, take: Take<'_>) -> ControlFlow<()> {
    let failed = |error: &io::Error| Item::failed(archive.to_owned(), Status::Unreadable, sentence(error));
    let file = match File::open(path) {
        Ok(file) => BufReader::new(file),
        Err(error) => return take(failed(&error)),
    };
    let reader: Box<dyn Read> = if kind == Kind::Tar { Box::new(file) } else { Box::new(MultiGzDecoder::new(file)) };
    let mut members = tar::Archive::new(reader);
    let entries = match members.entries() {
        Ok(entries) => entries,
        Err(error) => return take(failed(&error)),
    };
    for entry in entries {
        let mut entry = match entry {
            Ok(entry) => entry,
            // What comes behind a bad header can't be found.
            Err(error) => {
                let message = format!("the archive breaks off: {error}");
                return take(Item::failed(archive.to_owned(), Status::Unreadable, message));
            }
        };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = format!("{archive}#{}", member(&entry.path_bytes()));
        match read_up_to(&mut entry, most) {
            Ok(content) => take(Item::new(name, content))?,
            Err(error) => take(Item::failed(name, Status::Unreadable, sentence(&error)))?,
        }
    }
    ControlFlow::Continue(())
}
