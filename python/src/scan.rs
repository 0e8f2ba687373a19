//! `hongtou.scan`.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use hongtou_extract::{Inputs, Outcome, Watch, framed_schema};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::capsule::{exported, exported_schema};
use crate::fault::{fault, guarded};
use crate::options::Asked;
use crate::table::Table;

/// Batches that are read ahead.
const AHEAD: usize = 2;
/// How long Python waits for one between two looks at Ctrl-C.
const PATIENCE: Duration = Duration::from_millis(50);

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

type Batches = Receiver<Result<RecordBatch, String>>;

/// Batches as they are read; they come once.
#[pyclass(frozen, module = "hongtou._hongtou")]
pub(crate) struct Scan {
    schema: SchemaRef,
    batches: Arc<Mutex<Batches>>,
    /// Dropped with the last of what wants the batches.
    stop: Arc<Stop>,
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
) -> PyResult<Scan> {
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
    Ok(Scan { schema, batches: Arc::new(Mutex::new(batches)), stop: Arc::new(stop) })
}

/// The next batch within [`PATIENCE`].
fn next(batches: &Mutex<Batches>) -> Result<Result<RecordBatch, String>, RecvTimeoutError> {
    batches.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(PATIENCE)
}

#[pymethods]
impl Scan {
    fn __iter__(scan: Py<Self>) -> Py<Self> {
        scan
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Table>> {
        guarded(py, || {
            loop {
                match py.detach(|| next(&self.batches)) {
                    Ok(Ok(batch)) => return Ok(Some(Table::new(self.schema.clone(), vec![batch]))),
                    Ok(Err(error)) => return Err(fault(py, "InternalError", (error,))),
                    Err(RecvTimeoutError::Disconnected) => return Ok(None),
                    Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                }
            }
        })
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let (batches, stop) = (Arc::clone(&self.batches), Arc::clone(&self.stop));
        let rest = std::iter::from_fn(move || {
            let _kept = &stop;
            loop {
                match next(&batches) {
                    Ok(batch) => return Some(batch.map_err(|error| ArrowError::ExternalError(error.into()))),
                    Err(RecvTimeoutError::Disconnected) => return None,
                    Err(RecvTimeoutError::Timeout) => {}
                }
            }
        });
        guarded(py, || exported(py, self.schema.clone(), rest))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        guarded(py, || exported_schema(py, &self.schema))
    }
}
