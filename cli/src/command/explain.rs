//! `hongtou explain [CODE]`.

use hongtou::diagnostic::Code;

use crate::args::ExplainArgs;
use crate::output::Output;
use crate::status::Status;

/// Writes what a code means, or a line for each.
pub(crate) fn explain(args: &ExplainArgs, output: &mut Output) -> Status {
    match args.code.as_deref().and_then(Code::from_name) {
        Some(code) => output.write(code.explanation()),
        None => Code::all().for_each(|code| output.write(&row(code))),
    }
    Status::Done
}

/// `number-skipped         warning  a number was left out`.
fn row(code: Code) -> String {
    let width = Code::all().map(|code| code.name().len()).max().unwrap_or(0);
    format!("{:width$}  {:7}  {}\n", code.name(), code.severity().name(), code.summary())
}
