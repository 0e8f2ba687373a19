//! Standard output: one buffer, every error kept.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use crate::{color, escape};

/// Standard output. After the first error nothing more is written.
#[derive(Debug)]
pub(crate) struct Output {
    target: Option<BufWriter<File>>,
    error: Option<io::Error>,
    terminal: bool,
}

impl Output {
    /// The process's standard output.
    pub(crate) fn stdout() -> Self {
        let terminal = io::stdout().is_terminal();
        match open() {
            Ok(file) => Self { target: Some(BufWriter::with_capacity(1 << 16, file)), error: None, terminal },
            Err(error) => Self { target: None, error: Some(error), terminal },
        }
    }

    /// Whether writing on is of no use.
    pub(crate) fn failed(&self) -> bool {
        self.error.is_some()
    }

    /// Whether the reader of a pipe went away.
    pub(crate) fn is_unread(&self) -> bool {
        self.error.as_ref().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
    }

    /// Writes text; on a terminal, with steering characters shown.
    pub(crate) fn write(&mut self, text: &str) {
        let shown = if self.terminal { escape::for_people(text) } else { Cow::Borrowed(text) };
        self.write_raw(&shown);
    }

    /// Writes JSON; on a terminal, with steering characters escaped.
    pub(crate) fn write_json(&mut self, json: &str) {
        let shown = if self.terminal { escape::for_json(json) } else { Cow::Borrowed(json) };
        self.write_raw(&shown);
    }

    /// Writes text; on a terminal in the colour that `style` begins, where colours are wanted.
    pub(crate) fn paint(&mut self, style: &str, text: &str) {
        let painted = self.terminal && color::wanted();
        self.write_raw(if painted { style } else { "" });
        self.write(text);
        self.write_raw(if painted { color::OFF } else { "" });
    }

    fn write_raw(&mut self, text: &str) {
        self.attempt(|target| target.write_all(text.as_bytes()));
    }

    /// Writes bytes as they are; on a terminal, with steering characters escaped.
    fn write_bytes(&mut self, bytes: &[u8]) {
        if self.terminal {
            self.write_json(&String::from_utf8_lossy(bytes));
        } else {
            self.attempt(|target| target.write_all(bytes));
        }
    }

    /// Sends on what is held back, so that it stands before what goes to standard error now.
    pub(crate) fn flush(&mut self) {
        self.attempt(BufWriter::flush);
    }

    fn attempt(&mut self, action: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) {
        let Some(target) = self.target.as_mut().filter(|_| self.error.is_none()) else { return };
        if let Err(error) = action(target) {
            self.error = Some(error);
        }
    }

    /// Whether everything arrived. That the reader of a pipe went away is no error: it has what it wanted.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.flush();
        // What could not be written is not tried again when the buffer goes.
        if let Some(target) = self.target.take() {
            drop(target.into_parts());
        }
        match self.error {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

/// For those who want to know at once that nothing more arrives.
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_bytes(bytes);
        if self.failed() { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Output::flush(self);
        if self.failed() { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    }
}

/// Standard output as a plain file: the standard library's own handle takes a bad one for success.
#[cfg(unix)]
fn open() -> io::Result<File> {
    use std::os::fd::AsFd;
    if closed::was_closed() {
        return Err(io::Error::other("it is closed"));
    }
    io::stdout().as_fd().try_clone_to_owned().map(File::from)
}

/// Standard output as a plain file.
#[cfg(windows)]
fn open() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdout().as_handle().try_clone_to_owned().map(File::from)
}

/// Whether standard output was closed before the program began (`hongtou … >&-`).
///
/// Rust opens the null device in its place before `main`, and all output would be lost in silence, so it has to
/// be looked at earlier.
#[cfg(unix)]
mod closed {
    use std::sync::atomic::{AtomicBool, Ordering};

    static CLOSED: AtomicBool = AtomicBool::new(false);

    #[ctor::ctor(unsafe)]
    fn look() {
        let closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
        CLOSED.store(closed, Ordering::Relaxed);
    }

    pub(super) fn was_closed() -> bool {
        CLOSED.load(Ordering::Relaxed)
    }
}
