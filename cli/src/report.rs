//! What goes to standard error: remarks on a text, inputs that could not be read, the summary.
//!
//! Errors on the way to standard error have nowhere to go and are let go.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use hongtou::query::QueryError;
use hongtou::{Diagnostic, LineIndex};
use hongtou_extract::Decoded;

use crate::args::Diagnostics;
use crate::input::{self, InputError};
use crate::{color, escape};

mod excerpt;
mod json;
mod people;

/// Writes remarks in the way that was asked for, and counts them.
#[derive(Debug)]
pub(crate) struct Reporter {
    way: Diagnostics,
    color: bool,
    counts: [u64; 3],
    unread: u64,
}

impl Reporter {
    /// Remarks written `way`.
    pub(crate) fn new(way: Diagnostics) -> Self {
        let color = io::stderr().is_terminal() && color::wanted();
        Self { way, color, counts: [0; 3], unread: 0 }
    }

    /// For what is no remark on a text.
    pub(crate) fn plain() -> Self {
        Self::new(Diagnostics::Auto)
    }

    /// The remarks on one text.
    pub(crate) fn diagnostics(&mut self, path: &Path, source: &str, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            if let Some(count) = self.counts.get_mut(diagnostic.severity as usize) {
                *count += 1;
            }
        }
        let index = LineIndex::new(source);
        let name = input::name(path);
        let painter = people::Painter { name: &name, source, color: self.color };
        for diagnostic in diagnostics {
            match self.way {
                Diagnostics::Auto => to_stderr(&painter.render(diagnostic, &index)),
                Diagnostics::Json => to_stderr(&json::render(diagnostic, path, &index)),
                Diagnostics::Never => {}
            }
        }
    }

    /// An input that could not be read.
    pub(crate) fn unread(&mut self, path: &Path, error: &InputError) {
        self.unread += 1;
        if self.way == Diagnostics::Json {
            return to_stderr(&json::unread(path, error));
        }
        self.failure(&format!("cannot read {}: {error}", input::name(path)));
        if let Some(help) = error.help(path) {
            to_stderr(&format!("  help: {}\n", escape::one_line(&help)));
        }
    }

    /// A text that was read, but in which some bytes are no characters.
    pub(crate) fn replaced(&self, path: &Path, decoded: &Decoded<'_>) {
        let Decoded { encoding, replaced, .. } = decoded;
        if self.way == Diagnostics::Json {
            return to_stderr(&json::replaced(path, encoding, *replaced));
        }
        let places = if *replaced == 1 {
            "1 place is no character".to_owned()
        } else {
            format!("{replaced} places are no characters")
        };
        let (on, off) = self.paint(color::WARNING);
        to_stderr(&format!("{on}warning{off}: {}: {places} of {encoding} and read as U+FFFD\n", input::name(path)));
    }

    /// A query that can't be read, with carets under the place.
    pub(crate) fn bad_query(&self, query: &str, error: &QueryError) {
        let index = LineIndex::new(query);
        let painter = people::Painter { name: "<query>", source: query, color: self.color };
        to_stderr(&painter.fault(&error.to_string(), error.span, error.help.as_deref(), &index));
    }

    /// Something the command could not do.
    pub(crate) fn failure(&self, message: &str) {
        let (on, off) = self.paint(color::ERROR);
        to_stderr(&format!("{on}error{off}: {}\n", escape::one_line(message)));
    }

    /// What turns a colour on, and off again.
    fn paint(&self, style: &'static str) -> (&'static str, &'static str) {
        if self.color { (style, color::OFF) } else { ("", "") }
    }

    /// One line that sums up, where there is something to sum up.
    pub(crate) fn summary(&self) {
        let parts: Vec<_> =
            self.parts().filter(|(count, _)| *count > 0).map(|(count, what)| counted(count, what)).collect();
        if self.way == Diagnostics::Auto && !parts.is_empty() {
            to_stderr(&format!("hongtou: {}\n", parts.join(", ")));
        }
    }

    fn parts(&self) -> impl Iterator<Item = (u64, &'static str)> {
        let [info, warnings, errors] = self.counts;
        [(self.unread, "unread input"), (errors, "error"), (warnings, "warning"), (info, "remark")].into_iter()
    }
}

/// `2 warnings`.
pub(crate) fn counted(count: u64, what: &str) -> String {
    format!("{count} {}", plural(count, what))
}

/// The word for so many: `warnings`.
pub(crate) fn plural(count: u64, what: &str) -> String {
    what.to_owned() + if count == 1 { "" } else { "s" }
}

/// Writes to standard error; what does not arrive is lost.
pub(crate) fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
