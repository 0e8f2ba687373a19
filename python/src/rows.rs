//! Rows that any program reads that speaks Arrow.

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::capsule::{exported, exported_schema};
use crate::fault::guarded;

/// Batches, one after the other.
type Batches = Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>;

/// What tables and scans have in common.
#[pyclass(frozen, subclass, module = "hongtou._hongtou")]
pub(crate) struct Rows {
    schema: SchemaRef,
    /// Begins to give the batches.
    batches: Box<dyn Fn() -> Batches + Send + Sync>,
}

impl Rows {
    /// Rows of `schema` in what `batches` gives.
    pub(crate) fn new<I>(schema: SchemaRef, batches: impl Fn() -> I + Send + Sync + 'static) -> Self
    where
        I: Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
    {
        Self { schema, batches: Box::new(move || Box::new(batches())) }
    }

    pub(crate) fn schema(&self) -> &SchemaRef {
        &self.schema
    }
}

#[pymethods]
impl Rows {
    /// What its columns are called.
    #[getter]
    pub(crate) fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        guarded(py, || exported(py, self.schema.clone(), (self.batches)()))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        guarded(py, || exported_schema(py, &self.schema))
    }
}
