//! What there is to read: files, folders, archives, tables; one item a text.

mod archive;
mod folder;
mod table;

pub(crate) use table::of_json;

use std::fs;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use crate::outcome::Status;

/// A text to read, or what was met in its place.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its name: that of no other input, where none was given twice.
    pub(crate) name: String,
    /// What it is called in the rows, where a table says so.
    pub(crate) id: Option<String>,
    /// The encoding of its table, where that was in UTF-16 and is read as UTF-8.
    pub(crate) wide: Option<&'static Encoding>,
    pub(crate) content: Content,
}

/// Where the text of an item is.
#[derive(Debug)]
pub(crate) enum Content {
    /// In a file of so many bytes.
    File(PathBuf, u64),
    /// Here, in this encoding where that is known.
    Bytes(Vec<u8>, Option<&'static Encoding>),
    /// In a line of JSON, under the name of the column of texts.
    Json(Vec<u8>),
    /// Nowhere.
    Failed(Status, String),
}

impl Item {
    fn new(name: String, content: Content) -> Self {
        Self { name, id: None, wide: None, content }
    }

    fn failed(name: String, status: Status, message: impl Into<String>) -> Self {
        Self::new(name, Content::Failed(status, message.into()))
    }

    /// Bytes it has, those of a file that is still to be read too.
    pub(crate) fn weight(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes, _) | Content::Json(bytes) => bytes.len(),
            Content::File(_, bytes) => usize::try_from(*bytes).unwrap_or(usize::MAX),
            Content::Failed(..) => 0,
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
    /// Whether hidden files and those that ignore files name are read too.
    pub all: bool,
    /// The column of a table that has the texts.
    pub text_column: Option<String>,
    /// The column of a table that has the ids.
    pub id_column: Option<String>,
    /// The output: what is written beside it is no input where it lies in a folder that is read.
    pub output: Option<PathBuf>,
}

/// Takes an item; breaks off where no more are wanted.
pub(crate) type Take<'t> = &'t mut dyn FnMut(Item) -> ControlFlow<()>;

/// What stands at a path, or at one below it.
enum Found {
    Stdin,
    /// A file, and how many bytes it has.
    File(PathBuf, u64),
    /// Nothing that can be read.
    Failed(Item),
}

impl Inputs {
    /// Gives every item to `take`, in a fixed order. No more than `most` bytes of a text are read; the names of
    /// columns are in `encoding`, or in the one found.
    pub(crate) fn each(&self, most: u64, encoding: Option<&'static Encoding>, take: Take<'_>) -> ControlFlow<()> {
        let id = self.id_column.as_deref();
        let columns = self.text_column.as_deref().map(|text| table::Columns { text, id, most, encoding });
        self.found(&mut |found| match found {
            Found::Stdin => stdin(columns.as_ref(), most, take),
            Found::File(path, bytes) => file(path, bytes, columns.as_ref(), most, take),
            Found::Failed(item) => take(item),
        })
    }

    /// How many texts there are, where that can be told without reading them: not in archives or tables.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        let mut count = 0;
        let ended = self.found(&mut |found| match found {
            Found::Stdin => ControlFlow::Break(()),
            Found::File(path, _) if self.is_packed(&path) => ControlFlow::Break(()),
            Found::File(..) | Found::Failed(_) => {
                count += 1;
                ControlFlow::Continue(())
            }
        });
        ended.is_continue().then_some(count)
    }

    /// Whether the globs are such.
    ///
    /// # Errors
    ///
    /// What is wrong with the first that is none.
    pub fn check(&self) -> Result<(), String> {
        folder::wanted(Path::new(""), &self.globs).map(drop).map_err(|error| error.to_string())
    }

    /// Gives what stands at each path and below it.
    fn found(&self, take: &mut dyn FnMut(Found) -> ControlFlow<()>) -> ControlFlow<()> {
        let found = |path: &PathBuf, take: &mut dyn FnMut(Found) -> ControlFlow<()>| match fs::metadata(path) {
            _ if path.as_os_str() == "-" => take(Found::Stdin),
            Err(error) => take(Found::Failed(Item::failed(name(path), Status::Unreadable, sentence(&error)))),
            Ok(found) if found.is_dir() => folder::each(path, self, take),
            Ok(found) if found.is_file() || is_handed_over(path) => take(Found::File(path.clone(), found.len())),
            Ok(_) => take(Found::Failed(Item::failed(name(path), Status::Unsupported, NO_FILE))),
        };
        self.paths.iter().try_for_each(|path| found(path, take))
    }

    /// Whether a file of this name has many texts.
    fn is_packed(&self, path: &Path) -> bool {
        archive::Kind::of(path).is_some() || self.text_column.is_some() && table::Kind::of(path).is_some()
    }
}

/// The texts of a file.
fn file(path: PathBuf, bytes: u64, columns: Option<&table::Columns<'_>>, most: u64, take: Take<'_>) -> ControlFlow<()> {
    let name = name(&path);
    match (archive::Kind::of(&path), table::Kind::of(&path), columns) {
        (Some(kind), ..) => archive::each(kind, &path, &name, columns, most, take),
        (None, Some(kind), Some(columns)) => table::each(kind, &path, &name, columns, take),
        (None, Some(_), None) => take(Item::failed(name, Status::Unsupported, TABLE)),
        (None, None, _) => take(Item::new(name, Content::File(path, bytes))),
    }
}

/// What is said of a table of which nobody said where its texts are.
const TABLE: &str = "it is a table: text-column names its column of texts";

/// Standard input is one text, or a table of lines of JSON.
fn stdin(table: Option<&table::Columns<'_>>, most: u64, take: Take<'_>) -> ControlFlow<()> {
    let name = "<stdin>".to_owned();
    if let Some(columns) = table {
        return table::read(table::Kind::Jsonl, io::stdin().lock(), &name, columns, take);
    }
    match read_up_to(&mut io::stdin().lock(), most) {
        Ok(content) => take(Item::new(name, content)),
        Err(error) => take(Item::failed(name, Status::Unreadable, sentence(&error))),
    }
}

/// What is said of a device, a pipe with a name or a socket: some never end, some wait for ever.
const NO_FILE: &str = "it is a device, a pipe or a socket; `-` reads standard input";

/// Whether a shell hands over a pipe or a file under this path: `<(…)`, `/dev/stdin`.
fn is_handed_over(path: &Path) -> bool {
    ["/dev/fd", "/dev/stdin", "/proc"].iter().any(|place| path.starts_with(place))
}

/// Whether the name of a file ends so, in letters of either case.
fn ends(path: &Path, ending: &str) -> bool {
    let name = path.as_os_str().as_encoded_bytes();
    let end = name.len().checked_sub(ending.len()).and_then(|at| name.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
}

/// All that `reader` gives, if it is no more than `most` bytes.
fn read_up_to(reader: &mut dyn Read, most: u64) -> io::Result<Content> {
    let mut bytes = Vec::new();
    Read::take(reader, most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > most { too_large(most) } else { Content::Bytes(bytes, None) })
}

pub(crate) fn too_large(most: u64) -> Content {
    Content::Failed(Status::TooLarge, format!("it has more than {most} bytes; a larger max-bytes lets it be read"))
}

/// A path as a name, that of the input in the manifest: what is no UTF-8 in it is written `\xNN`.
#[must_use]
pub fn name(path: &Path) -> String {
    if let Some(name) = path.to_str() {
        return name.to_owned();
    }
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
