//! Reading files and standard input, with errors that tell how to mend them.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::escape;

/// Why a text could not be read.
#[derive(Debug)]
pub(crate) enum InputError {
    /// The system says no.
    Io(io::Error),
    /// A directory was named.
    Directory,
    /// A device was named.
    Device,
    /// The bytes are no UTF-8.
    NotUtf8(NotUtf8),
}

/// Where a text stops being UTF-8.
#[derive(Debug)]
pub(crate) struct NotUtf8 {
    offset: usize,
    line: usize,
    bytes: Vec<u8>,
    truncated: bool,
    mend: Mend,
}

/// What bytes that are no UTF-8 look like, by their first few, and what makes a text of them.
#[derive(Debug, Clone, Copy)]
enum Mend {
    /// Text in another encoding.
    Convert(&'static str),
    /// A file that holds text but is none.
    Extract(&'static str, &'static str),
}

const SIGNATURES: [(&[u8], Mend); 5] = [
    (b"\xff\xfe", Mend::Convert("UTF-16")),
    (b"\xfe\xff", Mend::Convert("UTF-16")),
    (b"%PDF", Mend::Extract("PDF", "pdftotext -layout FILE -")),
    (b"PK\x03\x04", Mend::Extract("DOCX or OFD", "soffice --headless --convert-to txt:Text FILE")),
    (b"\xd0\xcf\x11\xe0", Mend::Extract("DOC", "soffice --headless --convert-to txt:Text FILE")),
];

/// The name of an input for people: `<stdin>` for `-`.
pub(crate) fn name(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { escape::one_line(&path.to_string_lossy()).into_owned() }
}

/// Reads one input as text.
pub(crate) fn read(path: &Path) -> Result<String, InputError> {
    let bytes = if is_stdin(path) { read_stdin() } else { read_file(path) }?;
    String::from_utf8(bytes).map_err(|error| {
        let fault = error.utf8_error();
        InputError::NotUtf8(NotUtf8::new(error.as_bytes(), fault.valid_up_to(), fault.error_len()))
    })
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read_stdin() -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(InputError::from_io)?;
    Ok(bytes)
}

fn read_file(path: &Path) -> Result<Vec<u8>, InputError> {
    let kind = fs::metadata(path).map_err(InputError::from_io)?.file_type();
    if kind.is_dir() {
        return Err(InputError::Directory);
    }
    if is_device(kind) {
        return Err(InputError::Device);
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(InputError::from_io)?;
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

impl InputError {
    fn from_io(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::IsADirectory { Self::Directory } else { Self::Io(error) }
    }

    /// How to mend it, where that is known.
    pub(crate) fn help(&self, path: &Path) -> Option<String> {
        match self {
            Self::Io(_) => None,
            Self::Directory => Some("name the files in it".to_owned()),
            Self::Device => Some("a device may never end; use `-` to read standard input".to_owned()),
            Self::NotUtf8(fault) => Some(fault.help(path)),
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
            Self::NotUtf8(fault) => fault.fmt(f),
        }
    }
}

impl NotUtf8 {
    fn new(all: &[u8], offset: usize, len: Option<usize>) -> Self {
        let (before, rest) = all.split_at_checked(offset).unwrap_or((all, &[]));
        let line = before.split(|&byte| byte == b'\n').count();
        let known = SIGNATURES.iter().find(|(start, _)| all.starts_with(start));
        let mend = known.map_or(Mend::Convert("GB18030"), |(_, mend)| *mend);
        let bytes = rest.iter().take(len.unwrap_or(3).max(2)).copied().collect();
        Self { offset, line, bytes, truncated: len.is_none(), mend }
    }

    fn help(&self, path: &Path) -> String {
        if self.truncated {
            return "the end of the text is missing; get it again".to_owned();
        }
        let file = quoted(path);
        match self.mend {
            Mend::Convert(from) => format!("if it is {from}, convert it first: iconv -f {from} -t UTF-8 {file}"),
            Mend::Extract(kind, with) => {
                format!("it looks like {kind}; take its text first: {}", with.replace("FILE", &file))
            }
        }
    }
}

impl fmt::Display for NotUtf8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.truncated { "it ends inside a character: byte" } else { "it is not UTF-8: byte" })?;
        f.write_str(if self.bytes.len() == 1 { "" } else { "s" })?;
        self.bytes.iter().try_for_each(|byte| write!(f, " {byte:02X}"))?;
        write!(f, " at offset {}, line {}", self.offset, self.line)
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

    #[test]
    fn tells_the_place_of_a_bad_byte() {
        let fault = NotUtf8::new(b"ab\nc\xc4\xe3\xba", 4, Some(1));
        assert_eq!(fault.to_string(), "it is not UTF-8: bytes C4 E3 at offset 4, line 2");
        let fault = NotUtf8::new("通知".as_bytes().get(..5).unwrap_or_default(), 3, None);
        assert_eq!(fault.to_string(), "it ends inside a character: bytes E7 9F at offset 3, line 1");
    }
}
