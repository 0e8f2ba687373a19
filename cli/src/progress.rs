//! How far a run is, on standard error.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use hongtou_extract::{Inputs, Outcome, Tally, Watch};
use indicatif::{ProgressBar, ProgressStyle};

use crate::escape;
use crate::input::name;
use crate::report::{Reporter, counted, to_stderr};

/// Failed inputs told one by one; the others stand in the manifest.
const TOLD: u64 = 20;

/// Whether the process was asked to stop (SIGINT).
static STOP: AtomicBool = AtomicBool::new(false);

/// Tells what becomes of the inputs, and draws how far the run is where a terminal shows it.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    quiet: bool,
    bytes: AtomicU64,
    failed: AtomicU64,
}

impl Progress {
    /// Progress of a run that begins now. From here on SIGINT stops the run, not the process.
    pub(crate) fn begin(quiet: bool, inputs: &Inputs) -> Self {
        listen();
        let bar = if quiet || !io::stderr().is_terminal() {
            ProgressBar::hidden()
        } else {
            let bar = match inputs.count() {
                Some(count) => ProgressBar::new(count)
                    .with_style(style("{bar:24} {human_pos}/{human_len} texts, {per_sec}, {msg}, {eta} to go")),
                None => ProgressBar::new_spinner()
                    .with_style(style("{spinner} {human_pos} texts, {per_sec}, {msg}, {elapsed}")),
            };
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        };
        Self { bar, quiet, bytes: AtomicU64::new(0), failed: AtomicU64::new(0) }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }

    /// Tells how many inputs failed besides those that were told.
    pub(crate) fn untold(&self) {
        let more = self.failed.load(Ordering::Relaxed).saturating_sub(TOLD);
        if more > 0 && !self.quiet {
            to_stderr(&format!("hongtou: {more} more could not be read\n"));
        }
    }

    /// One line that sums up.
    pub(crate) fn summary(&self, tally: &Tally, output: Option<&Path>) {
        if self.quiet {
            return;
        }
        self.untold();
        let place = output.map(|path| format!(" in {}", name(path))).unwrap_or_default();
        to_stderr(&format!("hongtou: {}\n", tally_line(tally, &place)));
    }
}

impl Watch for Progress {
    fn outcome(&self, outcome: &Outcome) {
        let bytes = self.bytes.fetch_add(outcome.bytes, Ordering::Relaxed) + outcome.bytes;
        let failed = if outcome.status.is_read() {
            self.failed.load(Ordering::Relaxed)
        } else {
            self.failed.fetch_add(1, Ordering::Relaxed) + 1
        };
        if !outcome.status.is_read() && failed <= TOLD && !self.quiet {
            let why = outcome.message.as_deref().unwrap_or(outcome.status.name());
            let message = format!("cannot read {}: {why}", escape::one_line(&outcome.input));
            self.bar.suspend(|| Reporter::plain().failure(&message));
        }
        if self.bar.is_hidden() {
            return;
        }
        // Bytes a microsecond are megabytes a second.
        let rate = u128::from(bytes) / self.bar.elapsed().as_micros().max(1);
        self.bar.set_message(format!("{rate} MB/s, {failed} failed"));
        self.bar.inc(1);
    }

    fn stop(&self) -> &AtomicBool {
        &STOP
    }
}

/// `3 inputs (2 ok, 1 undecodable), 12 rows in out.jsonl`.
pub(crate) fn tally_line(tally: &Tally, place: &str) -> String {
    let replaced = match tally.replaced {
        0 => String::new(),
        1 => "; 1 place was no character".to_owned(),
        more => format!("; {more} places were no characters"),
    };
    let (inputs, rows) = (counted(tally.inputs(), "input"), counted(tally.rows, "row"));
    format!("{inputs}{}, {rows}{place}{replaced}", statuses(tally))
}

/// ` (2 ok, 1 undecodable)`; nothing where there are no inputs.
pub(crate) fn statuses(tally: &Tally) -> String {
    let statuses: Vec<_> = tally.statuses().map(|(status, count)| format!("{count} {}", status.name())).collect();
    if statuses.is_empty() { String::new() } else { format!(" ({})", statuses.join(", ")) }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

/// Seconds that a run asked to stop has to do so. One that waits for an input is ended then; what it wrote can be gone
/// on with all the same.
const GRACE: Duration = Duration::from_secs(3);

/// The first SIGINT asks the run to stop; the second ends the process.
fn listen() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let asked = || {
            if STOP.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
            thread::spawn(|| {
                thread::sleep(GRACE);
                std::process::exit(130);
            });
        };
        // Without it SIGINT ends the process at once: what was written is whole all the same.
        let _ = ctrlc::set_handler(asked);
    });
}
