//! `hongtou.scan`.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use hongtou_extract::{Inputs, Outcome, Watch, framed_schema};
use pyo3::prelude::*;

use crate::fault::{fault, guarded, next, received};
use crate::options::Asked;
use crate::rows::Rows;
use crate::table::Table;

/// Batches that are read ahead.
const AHEAD: usize = 2;

/// Tells the reading thread to stop when the last that wants its rows is gone.
#[derive(Debug, Default)]
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

struct Silent(Arc<AtomicBool>);

impl Watch for Silent {
    fn outcome(&self, _: &Outcome) {}

    fn stop(&self) -> &AtomicBool {
        &self.0
    }
}

type Batches = Mutex<Receiver<Result<RecordBatch, String>>>;

/// A stream of tables, as they are read; they come once. `hongtou.scan` begins it.
///
/// One goes through it, or gives it to whatever reads streams of Arrow:
/// `pyarrow.RecordBatchReader.from_stream(scan)`.
#[pyclass(frozen, extends = Rows, module = "hongtou._hongtou")]
pub(crate) struct Scan {
    batches: Arc<Batches>,
    /// Dropped with the last of what wants the batches.
    _stop: Arc<Stop>,
}

impl Scan {
    fn new(py: Python<'_>, schema: SchemaRef, batches: Batches, stop: Stop) -> PyResult<Bound<'_, Self>> {
        let (batches, stop) = (Arc::new(batches), Arc::new(stop));
        let scan = Self { batches: Arc::clone(&batches), _stop: Arc::clone(&stop) };
        let rest = move || Rest::new(Arc::clone(&batches), Arc::clone(&stop));
        Bound::new(py, PyClassInitializer::from(Rows::new(schema, rest)).add_subclass(scan))
    }
}

/// Begins to read files, folders, archives and tables.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 gives it by value")]
pub(crate) fn scan(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    globs: Vec<String>,
    text_column: Option<String>,
    id_column: Option<String>,
    asked: Asked,
) -> PyResult<Bound<'_, Scan>> {
    let mut options = asked.options(py)?;
    options.inputs = Inputs { paths, globs, text_column, id_column, ..Inputs::default() };
    let schema = framed_schema(&options);
    let stop = Stop::default();
    let watch = Silent(Arc::clone(&stop.0));
    let (sender, batches) = sync_channel(AHEAD);
    thread::Builder::new().spawn(move || {
        let each = |batch| match sender.send(Ok(batch)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        let ended = catch_unwind(AssertUnwindSafe(|| hongtou_extract::scan(&options, &watch, each)));
        // Who asked may be gone.
        let _ = match ended {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => sender.send(Err(error.to_string())),
            Err(_) => sender.send(Err("hongtou failed, please report it".to_owned())),
        };
    })?;
    Scan::new(py, schema, Mutex::new(batches), stop)
}

#[pymethods]
impl Scan {
    fn __iter__(scan: Py<Self>) -> Py<Self> {
        scan
    }

    fn __next__<'py>(scan: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Table>>> {
        let py = scan.py();
        guarded(py, || match received(py, &scan.get().batches)? {
            Some(Ok(batch)) => Table::new(py, scan.as_super().get().schema().clone(), vec![batch]).map(Some),
            Some(Err(error)) => Err(fault(py, "InternalError", (error,))),
            None => Ok(None),
        })
    }

    fn __repr__(scan: &Bound<'_, Self>) -> String {
        format!("<Scan: {}>", scan.as_super().get().column_names().join(", "))
    }
}

/// The batches that are still to come, for who reads them without Python.
struct Rest {
    batches: Arc<Batches>,
    /// The thread that asked for them.
    thread: ThreadId,
    _stop: Arc<Stop>,
}

impl Rest {
    fn new(batches: Arc<Batches>, stop: Arc<Stop>) -> Self {
        Self { batches, thread: thread::current().id(), _stop: stop }
    }

    /// Whether there was a Ctrl-C, which Python will hear of again: who reads does not look. Only the thread that asked
    /// can wait for Python without a risk that Python waits for it.
    fn is_interrupted(&self) -> bool {
        let again = |py: Python<'_>| py.import("_thread")?.call_method0("interrupt_main").map(drop);
        thread::current().id() == self.thread
            && Python::attach(|py| py.check_signals().is_err_and(|_| again(py).is_ok()))
    }
}

impl Iterator for Rest {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.is_interrupted() {
                return Some(Err(ArrowError::ExternalError("interrupted".into())));
            }
            match next(&self.batches) {
                Ok(batch) => return Some(batch.map_err(|error| ArrowError::ExternalError(error.into()))),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}
