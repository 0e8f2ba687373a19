//! What there is to read, for the commands that read texts one by one.

use std::path::PathBuf;

use clap::Args;
use hongtou_extract::{Encoding, encoding};

/// What is said of encodings and places, under the help of those commands.
pub(crate) const ENCODINGS: &str = "\
Encodings are found: UTF-8, UTF-16, GB18030, Big5. Bytes that are no characters are read as U+FFFD and counted on standard \
error. Places are bytes of the text in UTF-8, without a byte order mark; those of the file itself where it is such a text.";

/// Files, and how they are read.
#[derive(Debug, Args)]
pub(crate) struct FileArgs {
    /// Text files; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) files: Vec<PathBuf>,
    /// The encoding of all files, in place of the one found: GB18030, Big5, UTF-16LE
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) encoding: Option<&'static Encoding>,
}

impl FileArgs {
    /// Whether what is written must name its file.
    pub(crate) fn are_several(&self) -> bool {
        self.files.len() > 1
    }
}

/// The encoding of this name.
pub(super) fn named(name: &str) -> Result<&'static Encoding, String> {
    encoding(name).ok_or_else(|| "no encoding is called so; GB18030, Big5, UTF-16LE are".to_owned())
}
