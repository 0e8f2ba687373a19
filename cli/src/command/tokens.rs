//! `hongtou tokens INPUT…`.

use hongtou_extract::{Cutter, Options, Reading, render_to};

use super::run::{asked, end, selector, with_words};
use crate::args::{TokenFormat, TokensArgs};
use crate::output::Output;
use crate::progress::Progress;
use crate::status::Status;

mod conllu;
mod cut;
mod jsonl;
mod plain;

use cut::pieces;

/// Writes the words of the inputs.
pub(crate) fn tokens(args: &TokensArgs, output: &mut Output) -> Status {
    let Some(selector) = selector(&args.select) else { return Status::Usage };
    let Some(options) = asked(options(args)) else { return Status::Usage };
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
