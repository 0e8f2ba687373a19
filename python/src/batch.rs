//! `hongtou.parse_batch`.

use hongtou_extract::{RunError, batches, framed_schema};
use pyo3::prelude::*;

use crate::fault::{interruptible, of_run};
use crate::items::Named;
use crate::options::Asked;
use crate::table::Table;

/// The table of many texts.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 gives it by value")]
pub(crate) fn parse_batch<'py>(
    py: Python<'py>,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    asked: Asked,
) -> PyResult<Bound<'py, Table>> {
    let options = asked.options(py)?;
    let texts = Named::of(texts, ids)?;
    let schema = framed_schema(&options);
    let made: Result<_, RunError> = interruptible(py, move |stop| batches(&texts, &options, stop))?;
    Table::new(py, schema, made.map_err(|error| of_run(py, &error))?)
}
