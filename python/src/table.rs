//! A table of Arrow that any program reads without a copy.

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::compute::concat_batches;
use arrow::datatypes::{Int64Type, SchemaRef};
use hongtou_extract::Status;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::capsule::{exported, exported_array, exported_schema, internal};
use crate::fault::guarded;

/// Rows in batches.
#[pyclass(frozen, module = "hongtou._hongtou")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

/// Whether a text of this status has rows.
fn is_read(status: &str) -> bool {
    Status::ALL.iter().any(|known| known.is_read() && known.name() == status)
}

#[pymethods]
impl Table {
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// Bytes it takes in memory.
    #[getter]
    fn nbytes(&self) -> usize {
        self.batches.iter().map(RecordBatch::get_array_memory_size).sum()
    }

    /// Index, status and message of the first text that could not be read.
    fn first_failed(&self) -> Option<(i64, String, Option<String>)> {
        self.batches.iter().find_map(|batch| {
            let (status, index) = (batch.column_by_name("status")?, batch.column(0).as_primitive::<Int64Type>());
            let status = status.as_string::<i32>();
            let row = status.iter().position(|status| status.is_none_or(|status| !is_read(status)))?;
            let message = batch.column_by_name("message")?.as_string::<i32>();
            let said = message.is_valid(row).then(|| message.value(row).to_owned());
            Some((index.value(row), status.value(row).to_owned(), said))
        })
    }

    fn __len__(&self) -> usize {
        self.num_rows()
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        guarded(py, || exported(py, self.schema.clone(), self.batches.clone().into_iter().map(Ok)))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        drop(requested_schema);
        guarded(py, || {
            let whole = concat_batches(&self.schema, &self.batches).map_err(|error| internal(py, &error))?;
            exported_array(py, whole)
        })
    }

    /// As a `pyarrow.Table`, without a copy.
    fn to_pyarrow(table: Bound<'_, Self>) -> PyResult<Bound<'_, PyAny>> {
        table.py().import("pyarrow")?.call_method1("table", (table,))
    }

    /// As a `polars.DataFrame`.
    fn to_polars(table: Bound<'_, Self>) -> PyResult<Bound<'_, PyAny>> {
        table.py().import("polars")?.call_method1("DataFrame", (table,))
    }

    /// As a `pandas.DataFrame`, by way of pyarrow.
    fn to_pandas(table: Bound<'_, Self>) -> PyResult<Bound<'_, PyAny>> {
        Self::to_pyarrow(table)?.call_method0("to_pandas")
    }

    fn __repr__(&self) -> String {
        format!("<Table {} rows: {}>", self.num_rows(), self.column_names().join(", "))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        guarded(py, || exported_schema(py, &self.schema))
    }
}
