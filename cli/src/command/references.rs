//! `hongtou references FILE…`.

use std::path::Path;

use hongtou::query::Reference;
use hongtou::{LineIndex, Position};
use serde::Serialize;

use crate::args::{ReferenceFormat, ReferencesArgs};
use crate::color;
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes the references in each file.
pub(crate) fn references(args: &ReferencesArgs, output: &mut Output) -> Status {
    let mut reporter = Reporter::plain();
    input::each(&args.inputs, output, &mut reporter, |path, source, output, _| one(args, path, source, output))
}

/// A reference as JSON.
#[derive(Serialize)]
struct Record<'r, 'a> {
    file: String,
    line: u32,
    #[serde(flatten)]
    reference: &'r Reference<'a>,
}

/// The references in one file.
fn one(args: &ReferencesArgs, path: &Path, source: &str, output: &mut Output) {
    let parse = hongtou::parse(source);
    let index = LineIndex::new(source);
    let wanted = |reference: &Reference<'_>| !args.unresolved || reference.target.reason().is_some();
    for reference in parse.document.references().iter().filter(|reference| wanted(reference)) {
        let Position { line, column, .. } = index.position(reference.span().start);
        match args.format {
            ReferenceFormat::Text => {
                let name = if args.inputs.are_several() { format!("{}:", input::name(path)) } else { String::new() };
                output.paint(color::PLACE, &format!("{name}{line}:{column}"));
                output.write(&format!(" {} → {}\n", reference.text.as_str(), reference.target));
            }
            ReferenceFormat::Json => {
                let record = Record { file: hongtou_extract::name(path), line, reference };
                // Nothing in it can fail to be written.
                output.write_json(&(serde_json::to_string(&record).unwrap_or_default() + "\n"));
            }
        }
    }
}
