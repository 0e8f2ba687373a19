//! Errors as Python's exceptions, and panics of ours as one of them.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use hongtou_extract::RunError;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// How long Python waits for us between two looks at Ctrl-C.
const PATIENCE: Duration = Duration::from_millis(50);

/// The exception of `hongtou` that is called `name`.
pub(crate) fn fault<'py, A>(py: Python<'py>, name: &str, arguments: A) -> PyErr
where
    A: IntoPyObject<'py, Target = PyTuple> + pyo3::call::PyCallArgs<'py>,
{
    let made = py.import("hongtou._errors").and_then(|errors| errors.getattr(name)?.call1(arguments));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// `hongtou.OptionError`.
pub(crate) fn bad_option(py: Python<'_>, message: &str) -> PyErr {
    fault(py, "OptionError", (message,))
}

/// What ended a run.
pub(crate) fn of_run(py: Python<'_>, error: &RunError) -> PyErr {
    match error {
        RunError::Output { .. } | RunError::Threads(_) => PyOSError::new_err(error.to_string()),
        _ => fault(py, "InternalError", (error.to_string(),)),
    }
}

/// Runs `body`; a panic becomes `hongtou.InternalError`.
pub(crate) fn guarded<T>(py: Python<'_>, body: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| Err(of_panic(py, &*panic)))
}

fn of_panic(py: Python<'_>, panic: &(dyn Any + Send)) -> PyErr {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
    fault(py, "InternalError", (format!("hongtou failed, please report it: {said}"),))
}

/// Runs `work` on a thread of its own while Python goes on. Ctrl-C ends the wait and tells `work` to stop; what does
/// not look at that is finished and dropped.
pub(crate) fn interruptible<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&AtomicBool) -> T + Send + 'static,
) -> PyResult<T> {
    let stop = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = channel();
    let told = Arc::clone(&stop);
    thread::Builder::new().spawn(move || {
        // Who asked may be gone.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(|| work(&told))));
    })?;
    match received(py, &Mutex::new(receiver)).inspect_err(|_| stop.store(true, Ordering::Relaxed))? {
        Some(Ok(done)) => Ok(done),
        Some(Err(panic)) => Err(of_panic(py, &*panic)),
        None => Err(fault(py, "InternalError", ("a thread was lost",))),
    }
}

/// What is sent next, waited for while Python goes on; `None` where nothing comes any more. Ctrl-C ends the wait.
pub(crate) fn received<T: Send>(py: Python<'_>, receiver: &Mutex<Receiver<T>>) -> PyResult<Option<T>> {
    loop {
        match py.detach(|| next(receiver)) {
            Ok(sent) => return Ok(Some(sent)),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
        }
    }
}

/// What is sent next, within [`PATIENCE`].
pub(crate) fn next<T>(receiver: &Mutex<Receiver<T>>) -> Result<T, RecvTimeoutError> {
    receiver.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(PATIENCE)
}

/// Fails inside, so that tests see what becomes of it.
#[pyfunction]
#[pyo3(name = "_fail")]
#[expect(clippy::panic, reason = "it is what it is for")]
pub(crate) fn fail(py: Python<'_>, threaded: bool) -> PyResult<()> {
    if threaded {
        return interruptible(py, |_| panic!("on purpose"));
    }
    guarded(py, || panic!("on purpose"))
}
