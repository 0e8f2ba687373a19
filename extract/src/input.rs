//! What there is to read: files, folders, archives, tables; one item a text.

mod archive;
mod folder;
mod table;

pub(crate) use table::of_json;

use std::fs;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::outcome::Status;

/// A text to read, or what was met in its place.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its name: no other input has it.
    pub(crate) name: String,
    /// What it is called in the rows, where a table says so.
    pub(crate) id: Option<String>,
    pub(crate) content: Content,
}

/// Where the text of an item is.
#[derive(Debug)]
pub(crate) enum Content {
    /// In a file.
    File(PathBuf),
    /// Here.
    Bytes(Vec<u8>),
    /// In a line of JSON, under the name of the column of texts.
    Json(Vec<u8>),
    /// Nowhere.
    Failed(Status, String),
}

impl Item {
    fn new(name: String, content: Content) -> Self {
        Self { name, id: None, content }
    }

    fn failed(name: String, status: Status, message: impl Into<String>) -> Self {
        Self::new(name, Content::Failed(status, message.into()))
    }

    /// Bytes it holds in memory.
    pub(crate) fn weight(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) | Content::Json(bytes) => bytes.len(),
            Content::File(_) | Content::Failed(..) => 0,
        }
    }
}

/// How inputs are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// Files, folders, archives, tables; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// Globs that files of folders must match, those with ! in front must not.
    pub globs: Vec<String>,
    /// The column of a table that has the texts.
    pub text_column: Option<String>,
    /// The column of a table that has the ids.
    pub id_column: Option<String>,
    /// The output: what is written beside it is no input where it lies in a folder that is read.
    pub output: Option<PathBuf>,
}

/// Takes an item; breaks off where no more are wanted.
pub(crate) type Take<'t> = &'t mut dyn FnMut(Item) -> ControlFlow<()>;

impl Inputs {
    /// Gives every item to `take`, in a fixed order. No more than `most` bytes of a text are read.
    pub(crate) fn each(&self, most: u64, take: Take<'_>) -> ControlFlow<()> {
        self.paths.iter().try_for_each(|path| self.path(path, most, take))
    }

    /// How many texts there are, where that can be told without reading them: not in archives or tables.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        let plain = |path: &PathBuf| path.is_dir() || !is_packed(&name(path).to_lowercase());
        if !self.paths.iter().all(plain) || self.paths.iter().any(|path| path.as_os_str() == "-") {
            return None;
        }
        let mut count = 0;
        let _ = self.each(0, &mut |_| {
            count += 1;
            ControlFlow::Continue(())
        });
        Some(count)
    }

    fn path(&self, path: &Path, most: u64, take: Take<'_>) -> ControlFlow<()> {
        let name = name(path);
        if path.as_os_str() == "-" {
            return self.stdin(most, take);
        }
        match fs::metadata(path) {
            Err(error) => return take(Item::failed(name, Status::Unreadable, sentence(&error))),
            Ok(found) if found.is_dir() => return folder::each(path, self, take),
            Ok(_) => {}
        }
        let ending = |endings: &[&str]| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
        if ending(&[".zip"]) {
            archive::zip(path, &name, most, take)
        } else if ending(&[".tar", ".tar.gz", ".tgz"]) {
            archive::tar(path, &name, most, take)
        } else if let (Some(kind), Some(text)) = (table::Kind::of(&name), &self.text_column) {
            table::each(kind, path, &name, &table::Columns { text, id: self.id_column.as_deref() }, most, take)
        } else {
            take(Item::new(name, Content::File(path.to_owned())))
        }
    }

    /// Standard input is one text; where there is a column of texts, lines of JSON.
    fn stdin(&self, most: u64, take: Take<'_>) -> ControlFlow<()> {
        let name = "<stdin>".to_owned();
        if self.text_column.is_some() {
            return table::lines(&mut io::stdin().lock(), &name, most, take);
        }
        match read_up_to(&mut io::stdin().lock(), most) {
            Ok(bytes) => take(Item::new(name, bytes)),
            Err(error) => take(Item::failed(name, Status::Unreadable, sentence(&error))),
        }
    }
}

/// Whether a file of this name has many texts.
fn is_packed(name: &str) -> bool {
    [".zip", ".tar", ".tar.gz", ".tgz"].iter().any(|ending| name.ends_with(ending)) || table::Kind::of(name).is_some()
}

/// All that `reader` gives, if it is no more than `most` bytes.
fn read_up_to(reader: &mut dyn Read, most: u64) -> io::Result<Content> {
    let mut bytes = Vec::new();
    Read::take(reader, most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > most { too_large(most) } else { Content::Bytes(bytes) })
}

pub(crate) fn too_large(most: u64) -> Content {
    Content::Failed(Status::TooLarge, format!("it has more than {most} bytes; --max-bytes lets more be read"))
}

/// A path as a name: what is no UTF-8 in it is written `\xNN`.
pub(crate) fn name(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        name.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    name
}

/// An error of the system in words.
pub(crate) fn sentence(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        _ => error.to_string(),
    }
}
