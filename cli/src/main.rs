//! The `hongtou` command: Chinese government documents to trees, outlines and labels.
//!
//! It knows no grammar: it reads files, calls the library and writes what comes back.

mod args;
mod bars;
mod color;
mod command;
mod escape;
mod input;
mod output;
mod progress;
mod report;
mod status;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Cli, Command};
use output::Output;
use report::Reporter;
use status::Status;

fn main() -> ExitCode {
    let mut output = Output::stdout();
    let status = match Cli::try_parse() {
        Ok(cli) => run(&cli, &mut output),
        Err(error) => usage(&error, &mut output),
    };
    finish(output, status).into()
}

/// Does what was asked.
fn run(cli: &Cli, output: &mut Output) -> Status {
    match &cli.command {
        Command::Parse(args) => command::parse(args, output),
        Command::Label(args) => command::label(args, output),
        Command::Query(args) => command::query(args, output),
        Command::References(args) => command::references(args, output),
        Command::Extract(args) => command::extract(args.as_ref(), output),
        Command::Stats(args) => command::stats(args.as_ref(), output),
        Command::Tokens(args) => command::tokens(args.as_ref(), output),
        Command::Verify(args) => command::verify(args, output),
        Command::Explain(args) => command::explain(args, output),
        Command::Completions(args) => command::completions(args, output),
    }
}

/// Help and version go to standard output, everything else to standard error.
fn usage(error: &clap::Error, output: &mut Output) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output.write(&error.render().to_string());
            Status::Done
        }
        _ => {
            report::to_stderr(&error.render().to_string());
            Status::Usage
        }
    }
}

/// Writes out what is still held back and tells whether all of it arrived.
fn finish(output: Output, status: Status) -> Status {
    match output.finish() {
        Ok(()) => status,
        Err(error) => {
            Reporter::plain().failure(&format!("cannot write to standard output: {error}"));
            Status::OutputLost
        }
    }
}
