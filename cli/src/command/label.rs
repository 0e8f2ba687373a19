//! `hongtou label FILE…`.

use crate::args::{Diagnostics, LabelArgs};
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes the role of every line; with several files, `# FILE` before the lines of each.
pub(crate) fn label(args: &LabelArgs, output: &mut Output) -> Status {
    let mut reporter = Reporter::new(Diagnostics::Auto);
    let mut status = Status::Done;
    for path in &args.files {
        if output.failed() {
            break;
        }
        match input::read(path) {
            Ok(source) => {
                if args.files.len() > 1 {
                    output.write(&format!("# {}\n", input::name(path)));
                }
                output.write(&hongtou::labels(&hongtou::blocks(&source)));
            }
            Err(error) => {
                reporter.unread(path, &error);
                status = Status::InputFailed;
            }
        }
    }
    status
}
