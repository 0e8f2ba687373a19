//! `hongtou tokens INPUT…`.

use std::fs;
use std::path::Path;

use hongtou::query::Selector;
use hongtou_extract::{Cutter, Options, Reading, render_to};

use super::extract::end;
use crate::args::{TokenFormat, TokensArgs};
use crate::input::name;
use crate::output::Output;
use crate::progress::Progress;
use crate::report::Reporter;
use crate::status::Status;

mod conllu;
mod cut;
mod jsonl;
mod plain;

use cut::pieces;

/// Writes the words of the inputs.
pub(crate) fn tokens(args: &TokensArgs, output: &mut Output) -> Status {
    let reporter = Reporter::plain();
    let selector: Selector = match args.select.parse() {
        Ok(selector) => selector,
        Err(error) => {
            reporter.bad_query(&args.select, &error);
            return Status::Usage;
        }
    };
    let options = match options(args) {
        Ok(options) => options,
        Err(message) => {
            reporter.failure(&message);
            return Status::Usage;
        }
    };
    let cutter = if args.graphemes { Cutter::Graphemes } else { Cutter::Words(options.tokenizer.as_deref()) };
    let write = match args.format {
        TokenFormat::Jsonl => jsonl::write,
        TokenFormat::Plain => plain::write,
        TokenFormat::Conllu => conllu::write,
    };
    let render = |reading: &Reading<'_>, into: &mut Vec<u8>| {
        let found = reading.parse.document.select(&selector);
        write(reading.id, &pieces(reading.source, reading.index(), &found, cutter), into)
    };
    let progress = Progress::begin(args.quiet, &options.inputs);
    let result = render_to(output, &options, &render, &progress);
    end(result, &progress, None, output)
}

fn options(args: &TokensArgs) -> Result<Options, String> {
    with_words(Options { threads: args.threads, ..args.inputs.options("tokens")? }, args.user_dict.as_deref())
}

/// `options`, with the words of a user dictionary.
pub(super) fn with_words(options: Options, dictionary: Option<&Path>) -> Result<Options, String> {
    let Some(path) = dictionary else { return Ok(options) };
    let failed = |error: &dyn ToString| format!("cannot read {}: {}", name(path), error.to_string());
    let words = fs::read(path).map_err(|error| failed(&error))?;
    options.with_words(&words).map_err(|error| failed(&error))
}
