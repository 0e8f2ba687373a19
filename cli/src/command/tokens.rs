//! `hongtou tokens INPUT…`.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use hongtou::query::Selector;
use hongtou::tokenize::Tokenizer;
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
    let (options, own) = match asked(args) {
        Ok(asked) => asked,
        Err(message) => {
            reporter.failure(&message);
            return Status::Usage;
        }
    };
    let cutter = if args.graphemes { Cutter::Graphemes } else { Cutter::Words(own.as_ref()) };
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

/// The options, and the tokenizer where there is a user dictionary.
fn asked(args: &TokensArgs) -> Result<(Options, Option<Tokenizer>), String> {
    let options = Options { threads: args.threads, ..args.inputs.options("tokens")? };
    let own = args.user_dict.as_deref().map(dictionary).transpose()?;
    Ok((options, own))
}

fn dictionary(path: &Path) -> Result<Tokenizer, String> {
    let failed = |error: &dyn ToString| format!("cannot read {}: {}", name(path), error.to_string());
    let file = File::open(path).map_err(|error| failed(&error))?;
    Tokenizer::with_dictionary(BufReader::new(file)).map_err(|error| failed(&error))
}
