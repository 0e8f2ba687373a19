//! `hongtou parse FILE…`.

use std::path::Path;

use hongtou::Parse;
use serde::Serialize;

use crate::args::{Format, ParseArgs};
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes each document in the format that was asked for, and the remarks on it.
pub(crate) fn parse(args: &ParseArgs, output: &mut Output) -> Status {
    let mut reporter = Reporter::new(args.diagnostics);
    let mut status = Status::Done;
    for path in &args.files {
        if output.failed() {
            break;
        }
        match input::read(path) {
            Ok(source) => one(args, path, &source, output, &mut reporter),
            Err(error) => {
                reporter.unread(path, &error);
                status = Status::InputFailed;
            }
        }
    }
    reporter.summary();
    status
}

/// One document.
fn one(args: &ParseArgs, path: &Path, source: &str, output: &mut Output, reporter: &mut Reporter) {
    let parse = hongtou::parse(source);
    let several = args.files.len() > 1;
    match args.format {
        Format::Json => write_json(&parse, path, several, output),
        Format::Outline => write_text(&hongtou::to_outline(&parse), path, several, output),
        Format::Markdown => write_markdown(&hongtou::to_markdown(&parse), path, several, output),
        Format::Text => write_text(&hongtou::to_text(&parse), path, several, output),
    }
    if !parse.diagnostics.is_empty() {
        output.flush();
        reporter.diagnostics(path, source, &parse.diagnostics);
    }
}

fn write_text(text: &str, path: &Path, several: bool, output: &mut Output) {
    if several {
        output.write(&format!("# {}\n", input::name(path)));
    }
    output.write(text);
}

fn write_markdown(text: &str, path: &Path, several: bool, output: &mut Output) {
    if several {
        output.write(&format!("<!-- {} -->\n\n", input::name(path).replace("--", "- -")));
    }
    output.write(text);
}

/// One file: the tree, for people and programs. Several: one line each, which names the file.
fn write_json(parse: &Parse<'_>, path: &Path, several: bool, output: &mut Output) {
    if several {
        let row = Row { file: &path.to_string_lossy(), parse };
        output.write_json(&(serde_json::to_string(&row).unwrap_or_default() + "\n"));
    } else {
        output.write_json(&hongtou::to_json(parse));
    }
}

/// One line of JSON for one of several files.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    #[serde(flatten)]
    parse: &'a Parse<'a>,
}
