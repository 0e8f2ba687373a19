//! How the command ends.

use std::process::ExitCode;

/// The exit code, in the order of gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// 0: all was read and written.
    Done,
    /// 1: some input could not be read; the rest was done.
    InputFailed,
    /// 2: the command line was not understood.
    Usage,
    /// 3: the output was not completely written.
    OutputLost,
    /// 130: it was asked to stop.
    Interrupted,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::InputFailed => 1,
            Status::Usage => 2,
            Status::OutputLost => 3,
            Status::Interrupted => 130,
        })
    }
}
