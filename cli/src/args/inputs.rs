//! What there is to read, for the commands that read many texts.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::RangedU64ValueParser;
use hongtou_extract::{Encoding, Inputs, Options};

use super::files::named;
use crate::input::{InputError, name};

/// Files, folders, archives, tables, and how they are read.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders, archives, tables; `-` is standard input
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// A file with one INPUT a line; `-` is standard input
    #[arg(long, value_name = "FILE", help_heading = "Inputs")]
    pub(crate) files_from: Option<PathBuf>,
    /// Take only files of folders that match; ones that begin with ! are left out
    #[arg(long, value_name = "GLOB", help_heading = "Inputs")]
    pub(crate) glob: Vec<String>,
    /// Read hidden files too, and those that ignore files name
    #[arg(long, help_heading = "Inputs")]
    pub(crate) no_ignore: bool,
    /// The column of tables that has the texts; standard input is lines of JSON then
    #[arg(long, value_name = "COLUMN", help_heading = "Inputs")]
    pub(crate) text_column: Option<String>,
    /// The column of tables that becomes the id
    #[arg(long, value_name = "COLUMN", requires = "text_column", help_heading = "Inputs")]
    pub(crate) id_column: Option<String>,
    /// The encoding of all inputs, in place of the one found: GB18030, Big5, UTF-16LE
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = "Inputs")]
    pub(crate) encoding: Option<&'static Encoding>,
    /// The most bytes in a text
    #[arg(long, value_name = "N", default_value_t = 256 << 20, help_heading = "Inputs")]
    pub(crate) max_bytes: u64,
}

impl InputArgs {
    /// Options that read these inputs for `command`; the others have their defaults.
    pub(crate) fn options(&self, command: &str) -> Result<Options, String> {
        let mut paths = self.inputs.clone();
        if paths.is_empty() && self.files_from.is_none() {
            return Err(format!("no INPUT is named: `hongtou {command} FOLDER` reads a folder, `-` is standard input"));
        }
        if let Some(list) = &self.files_from {
            paths.extend(
                listed(list).map_err(|error| format!("cannot read {}: {}", name(list), InputError::from(error)))?,
            );
        }
        let inputs = Inputs {
            paths,
            globs: self.glob.clone(),
            all: self.no_ignore,
            text_column: self.text_column.clone(),
            id_column: self.id_column.clone(),
            output: None,
        };
        inputs.check()?;
        Ok(Options { inputs, encoding: self.encoding, longest_input: self.max_bytes, ..Options::default() })
    }
}

/// How many threads may be asked for: more than any machine has cores is a slip.
pub(super) fn thread_count() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(0..=1024)
}

/// The paths in a list, one a line.
fn listed(list: &Path) -> io::Result<Vec<PathBuf>> {
    let reader: Box<dyn BufRead> = if list.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(list)?))
    };
    let mut paths = Vec::new();
    for line in reader.split(b'\n') {
        let mut line = line?;
        if line.ends_with(b"\r") {
            line.pop();
        }
        if !line.is_empty() {
            paths.push(path(line));
        }
    }
    Ok(paths)
}

/// Names of files are bytes.
#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

/// Names of files are characters.
#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}
