//! `hongtou parse FILE…`.

use std::path::Path;

use hongtou::Parse;

use crate::args::{Format, ParseArgs};
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes each document in the format that was asked for, and the remarks on it.
pub(crate) fn parse(args: &ParseArgs, output: &mut Output) -> Status {
    let mut reporter = Reporter::new(args.diagnostics);
    let status = input::each(&args.inputs, output, &mut reporter, |path, source, output, reporter| {
        one(args, path, source, output, reporter);
    });
    reporter.summary();
    status
}

/// One document.
fn one(args: &ParseArgs, path: &Path, source: &str, output: &mut Output, reporter: &mut Reporter) {
    let parse = hongtou::parse(source);
    let several = args.inputs.are_several();
    match args.format {
        Format::Json => write_json(&parse, path, several, output),
        Format::Outline => write_text(&hongtou::to_outline(&parse.document), path, several, output),
        Format::Markdown => write_markdown(&hongtou::to_markdown(&parse.document), path, several, output),
        Format::Text => write_text(&hongtou::to_text(&parse.document), path, several, output),
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

/// One file: an object on a line. Several: a line each, which names the file first.
fn write_json(parse: &Parse<'_>, path: &Path, several: bool, output: &mut Output) {
    let mut json = hongtou::to_json(&parse.document, &parse.diagnostics) + "\n";
    if let Some(rest) = json.strip_prefix('{').filter(|_| several) {
        let file = serde_json::Value::from(hongtou_extract::name(path));
        json = format!("{{\"file\":{file},{rest}");
    }
    output.write_json(&json);
}
