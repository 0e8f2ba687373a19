//! `hongtou verify OUT`.

use hongtou_extract::verify as look;

use crate::args::VerifyArgs;
use crate::output::Output;
use crate::progress::tally_line;
use crate::report::Reporter;
use crate::status::Status;

/// Looks whether a table that `extract` wrote is whole.
pub(crate) fn verify(args: &VerifyArgs, output: &mut Output) -> Status {
    let reporter = Reporter::plain();
    match look(&args.output) {
        Ok(found) if found.faults.is_empty() => {
            let files = format!(" in {} {}", found.files, if found.files == 1 { "file" } else { "files" });
            output.write(&format!("whole: {}\n", tally_line(&found.tally, &files)));
            Status::Done
        }
        Ok(found) => {
            found.faults.iter().for_each(|fault| reporter.failure(fault));
            Status::InputFailed
        }
        Err(error) => {
            reporter.failure(&format!("cannot read {error}"));
            Status::InputFailed
        }
    }
}
