//! `hongtou completions SHELL`.

use clap::CommandFactory;

use crate::args::{Cli, CompletionsArgs};
use crate::output::Output;
use crate::status::Status;

/// Writes the script that completes the command line in a shell.
pub(crate) fn completions(args: &CompletionsArgs, output: &mut Output) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hongtou", &mut script);
    output.write(&String::from_utf8_lossy(&script));
    Status::Done
}
