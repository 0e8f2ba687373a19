//! `hongtou label FILE…`.

use crate::args::{Diagnostics, LabelArgs};
use crate::input;
use crate::output::Output;
use crate::report::Reporter;
use crate::status::Status;

/// Writes the role of every line; with several files, `# FILE` before the lines of each.
pub(crate) fn label(args: &LabelArgs, output: &mut Output) -> Status {
    let mut reporter = Reporter::new(Diagnostics::Auto);
    input::each(&args.inputs, output, &mut reporter, |path, source, output, _| {
        if args.inputs.are_several() {
            output.write(&format!("# {}\n", input::name(path)));
        }
        output.write(&hongtou::labels(&hongtou::blocks(source)));
    })
}
