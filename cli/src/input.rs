//! Reading files and standard input, with errors that tell how to mend them.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use hongtou_extract::{Undecodable, decode};

use crate::args::FileArgs;
use crate::escape;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Why a text could not be read.
#[derive(Debug)]
pub(crate) enum InputError {
    /// The system says no.
    Io(io::Error),
    /// A directory was named.
    Directory,
    /// A device was named.
    Device,
    /// The bytes are no text.
    Undecodable(Undecodable),
}

/// The name of an input for people: `<stdin>` for `-`.
pub(crate) fn name(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { escape::one_line(&hongtou_extract::name(path)).into_owned() }
}

/// Gives each file as a text to `one`, with what is written and what is said. What can't be read is said, and the
/// others are done.
pub(crate) fn each(
    args: &FileArgs,
    output: &mut Output,
    reporter: &mut Reporter,
    mut one: impl FnMut(&Path, &str, &mut Output, &mut Reporter),
) -> Status {
    let mut status = Status::Done;
    for path in &args.files {
        if output.failed() {
            break;
        }
        let read = bytes(path).and_then(|bytes| {
            let decoded = decode(&bytes, args.encoding).map_err(InputError::Undecodable)?;
            if decoded.replaced > 0 {
                reporter.replaced(path, &decoded);
            }
            one(path, &decoded.text, output, reporter);
            Ok(())
        });
        if let Err(error) = read {
            reporter.unread(path, &error);
            status = Status::InputFailed;
        }
    }
    status
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file or of standard input.
fn bytes(path: &Path) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    if is_stdin(path) {
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(InputError::Directory);
    }
    if is_device(kind) {
        return Err(InputError::Device);
    }
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Devices may never end; pipes with a name (`<(…)`) do.
#[cfg(unix)]
fn is_device(kind: fs::FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: fs::FileType) -> bool {
    false
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::IsADirectory { Self::Directory } else { Self::Io(error) }
    }
}

impl InputError {
    /// How to mend it, where that is known.
    pub(crate) fn help(&self, path: &Path) -> Option<String> {
        match self {
            Self::Io(_) => None,
            Self::Directory => Some("name the files in it, or read it with `hongtou extract`".to_owned()),
            Self::Device => Some("a device may never end; use `-` to read standard input".to_owned()),
            Self::Undecodable(Undecodable::NoText { .. }) => {
                Some("--encoding NAME reads it as that, with U+FFFD for each bad place".to_owned())
            }
            Self::Undecodable(Undecodable::Unsupported { with, .. }) => {
                Some(format!("take its text first: {}", with.replace("FILE", &quoted(path))))
            }
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("no such file"),
                io::ErrorKind::PermissionDenied => f.write_str("no permission to read it"),
                _ => error.fmt(f),
            },
            Self::Directory => f.write_str("it is a directory"),
            Self::Device => f.write_str("it is a device"),
            Self::Undecodable(Undecodable::Unsupported { kind, .. }) => write!(f, "it looks like {kind}"),
            Self::Undecodable(error) => error.fmt(f),
        }
    }
}

/// `path` as a shell reads it.
fn quoted(path: &Path) -> String {
    let text = name(path);
    if is_stdin(path) {
        return "-".to_owned();
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',');
    if text.chars().all(plain) && !text.starts_with('-') { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_a_shell_would_split() {
        assert_eq!(quoted(Path::new("通知/1.txt")), "通知/1.txt");
        assert_eq!(quoted(Path::new("a b's.txt")), r"'a b'\''s.txt'");
    }
}
