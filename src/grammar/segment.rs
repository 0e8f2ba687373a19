//! Texts that lost their line ends: cut by their content.
//!
//! A line that holds a whole document is cut behind the 标题, the 发文字号 and the 主送 (`head.rs`), where a number that
//! can come next stands behind a finished sentence or a heading and where blanks stand for line ends (`body.rs`), and
//! round the 署名 and what follows it (`tail.rs`). Each is linear in the line.

mod body;
mod head;
mod tail;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

use super::line::{self, Line};
use super::numbering::Numbering;

/// A line shorter than this many bytes holds no document.
const LONG: u32 = 300;
/// A text of more lines than this has kept its line ends: a long line is a long paragraph.
const FEW: usize = 12;

/// Cuts lines that hold several elements into the lines they were.
pub(crate) fn lost_lines(source: &str, lines: &mut Vec<Line>, diagnostics: &mut Vec<Diagnostic>) {
    let lost = lines.len() <= FEW && lines.iter().any(|line| line.len() > LONG);
    let count = lines.len();
    let joined = |at: usize, line: &Line| {
        let text = super::text_of(source, line);
        (at == 0 && head::is_joined(text)) || (at + 2 >= count && tail::is_joined(text))
    };
    let ends = [0, count.saturating_sub(2), count.saturating_sub(1)];
    if !lost && !ends.iter().any(|&at| lines.get(at).is_some_and(|line| joined(at, line))) {
        return;
    }
    let mut cut = Vec::with_capacity(count + 16);
    for (at, line) in lines.iter().enumerate() {
        let before = cut.len();
        if joined(at, line) || (lost && line.len() > LONG) {
            parts(source, line, &mut cut);
        }
        if cut.len() < before + 2 {
            cut.truncate(before);
            cut.push(*line);
        } else {
            let span = Span::new(line.start, line.end);
            let message = "this line holds several elements; it was cut by its content".to_owned();
            diagnostics.push(Diagnostic::new(Code::LinesLost, span, message));
        }
    }
    *lines = cut;
}

/// The parts of one line.
fn parts(source: &str, whole: &Line, into: &mut Vec<Line>) {
    let text = super::text_of(source, whole);
    let cuts = Cuts::of(text);
    if !cuts.strong {
        return;
    }
    let mut start = 0;
    for end in cuts.found.iter().copied().chain([text.len()]) {
        into.extend(line::part(source, whole.place(start), whole.place(end), whole.number));
        start = end;
    }
}

/// Where a line is to be cut, in bytes, ascending.
#[derive(Debug)]
struct Cuts<'t> {
    text: &'t str,
    /// Up to where the text was read.
    at: usize,
    /// The last cut, 0 in front of the first.
    last: usize,
    found: Vec<usize>,
    numbering: Numbering,
    /// The organ that the title or the 发文机关标志 begins with.
    issuer: &'t str,
    /// The number of the next entry, inside a 附件说明.
    entry: Option<u32>,
    /// Blanks that were taken for line ends behind 。.
    gaps: u32,
    /// Whether a sentence was closed inside a paragraph, no blank behind it.
    closed: bool,
    /// Whether an element of the head or tail, 一、, 第一条 or blanks for line ends were found: a list inside a
    /// paragraph has none.
    strong: bool,
}

impl<'t> Cuts<'t> {
    fn new(text: &'t str) -> Self {
        let numbering = Numbering::default();
        let (gaps, closed, strong) = (0, false, false);
        Self { text, at: 0, last: 0, found: Vec::new(), numbering, issuer: "", entry: None, gaps, closed, strong }
    }

    /// The cuts of all documents that `text` holds, one behind the other.
    fn of(text: &'t str) -> Self {
        let mut cuts = Self::new(text);
        loop {
            cuts.head();
            if !cuts.body() {
                return cuts;
            }
            cuts.numbering.clear();
            cuts.entry = None;
        }
    }

    fn cut(&mut self, at: usize) {
        if at > self.last && at < self.text.len() {
            self.found.push(at);
            self.last = at;
        }
        self.at = self.at.max(at);
    }

    /// No more than `bytes` of the text from byte `from` on.
    fn rest(&self, from: usize, bytes: usize) -> &'t str {
        let rest = self.text.get(from..).unwrap_or("");
        rest.get(..rest.floor_char_boundary(bytes)).unwrap_or(rest)
    }

    /// The text between two bytes.
    fn between(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or("")
    }
}

#[cfg(test)]
mod tests;
