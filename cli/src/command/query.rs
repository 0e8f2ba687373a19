//! `hongtou query SELECTOR FILE…`.

use std::borrow::Cow;
use std::path::Path;

use hongtou::ast::Node;
use hongtou::query::{Match, Selector};
use hongtou::{LineIndex, Position, Span};
use serde::Serialize;

use super::run::selector;
use crate::args::{MatchFormat, QueryArgs};
use crate::color;
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes what the selector finds in each file.
pub(crate) fn query(args: &QueryArgs, output: &mut Output) -> Status {
    let Some(selector) = selector(&args.selector) else { return Status::Usage };
    input::each(&args.inputs, output, &mut Reporter::plain(), |path, source, output, _| {
        one(args, &selector, path, source, output);
    })
}

/// What is found in one file.
fn one(args: &QueryArgs, selector: &Selector, path: &Path, source: &str, output: &mut Output) {
    let parse = hongtou::parse(source);
    let found = parse.document.select(selector);
    let shown = Shown { path, several: args.inputs.are_several(), index: LineIndex::new(source) };
    if args.count {
        return shown.line(&found.len().to_string(), None, output);
    }
    for found in found {
        match args.format {
            MatchFormat::Text => shown.line(&found.node.full_text(), Some(&found), output),
            MatchFormat::Path => shown.line(&found.path(), Some(&found), output),
            MatchFormat::Json => output.write_json(&shown.json(&found)),
            MatchFormat::Span => shown.span(&found, output),
        }
    }
}

/// A match as JSON.
#[derive(Serialize)]
struct Record<'a> {
    file: String,
    #[serde(rename = "type")]
    name: &'a str,
    path: Cow<'a, str>,
    span: Span,
    line: u32,
    text: Cow<'a, str>,
    node: Node<'a>,
}

/// A file in which something was found.
struct Shown<'a> {
    path: &'a Path,
    several: bool,
    index: LineIndex<'a>,
}

impl Shown<'_> {
    /// A text; among several files, with its place in front.
    fn line(&self, text: &str, found: Option<&Match<'_>>, output: &mut Output) {
        if self.several {
            let line = found.map(|found| format!("{}:", self.position(found).line)).unwrap_or_default();
            output.paint(color::PLACE, &format!("{}:{line}", input::name(self.path)));
            output.write(" ");
        }
        output.write(text);
        output.write("\n");
    }

    fn span(&self, found: &Match<'_>, output: &mut Output) {
        let (Position { line, column, .. }, span) = (self.position(found), found.span());
        output.paint(color::PLACE, &format!("{}:{line}:{column}", input::name(self.path)));
        output.write(&format!(" {}-{}\n", span.start, span.end));
    }

    fn json(&self, found: &Match<'_>) -> String {
        let (span, line) = (found.span(), self.position(found).line);
        let record = Record {
            file: hongtou_extract::name(self.path),
            name: found.node.name(),
            path: found.path(),
            span,
            line,
            text: found.node.full_text(),
            node: found.node,
        };
        // Nothing in it can fail to be written.
        serde_json::to_string(&record).unwrap_or_default() + "\n"
    }

    fn position(&self, found: &Match<'_>) -> Position {
        self.index.position(found.span().start)
    }
}
