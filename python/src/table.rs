//! A table of Arrow that any program reads without a copy.

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::compute::concat_batches;
use arrow::datatypes::{Int64Type, SchemaRef};
use arrow::error::ArrowError;
use arrow::ipc::reader::StreamReader;
use arrow::ipc::writer::StreamWriter;
use hongtou_extract::Status;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use crate::capsule::{exported_array, internal};
use crate::fault::{fault, guarded};
use crate::rows::Rows;
use crate::show::html;

/// A table of Arrow that is all there, as `hongtou.parse_batch` makes it and `hongtou.scan` gives it piece by piece.
///
/// pyarrow, polars, `DuckDB` and whatever else speaks Arrow read it without a copy: `pyarrow.table(table)`,
/// `polars.DataFrame(table)`, `duckdb.sql("select * from table")`. It can be pickled, and notebooks show its first rows.
#[pyclass(frozen, extends = Rows, module = "hongtou._hongtou")]
pub(crate) struct Table {
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn new(py: Python<'_>, schema: SchemaRef, batches: Vec<RecordBatch>) -> PyResult<Bound<'_, Self>> {
        let given = batches.clone();
        let rows = Rows::new(schema, move || given.clone().into_iter().map(Ok));
        Bound::new(py, PyClassInitializer::from(rows).add_subclass(Self { batches }))
    }
}

/// Whether a text of this status has rows.
fn is_read(status: &str) -> bool {
    Status::ALL.iter().any(|known| known.is_read() && known.name() == status)
}

#[pymethods]
impl Table {
    /// How many rows it has.
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
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
    fn __arrow_c_array__<'py>(
        table: &Bound<'py, Self>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        drop(requested_schema);
        let (py, schema) = (table.py(), table.as_super().get().schema());
        guarded(py, || {
            let whole = concat_batches(schema, &table.get().batches).map_err(|error| internal(py, &error))?;
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

    /// The same in the stream format of Arrow IPC.
    fn to_ipc<'py>(table: &Bound<'py, Self>) -> PyResult<Bound<'py, PyBytes>> {
        let (py, schema) = (table.py(), table.as_super().get().schema());
        let written = || {
            let mut writer = StreamWriter::try_new(Vec::new(), schema)?;
            table.get().batches.iter().try_for_each(|batch| writer.write(batch))?;
            writer.into_inner()
        };
        guarded(py, || Ok(PyBytes::new(py, &written().map_err(|error| internal(py, &error))?)))
    }

    /// The table that `to_ipc` wrote.
    #[staticmethod]
    fn from_ipc<'py>(py: Python<'py>, ipc: &[u8]) -> PyResult<Bound<'py, Self>> {
        let read = || {
            let reader = StreamReader::try_new(ipc, None)?;
            Ok((reader.schema(), reader.collect::<Result<_, _>>()?))
        };
        guarded(py, || {
            let read: Result<_, ArrowError> = read();
            let (schema, batches) = read.map_err(|error| fault(py, "DecodeError", (error.to_string(),)))?;
            Self::new(py, schema, batches)
        })
    }

    /// To pickle it.
    fn __reduce__<'py>(table: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((table.get_type().getattr("from_ipc")?, (Self::to_ipc(table)?,)))
    }

    fn _repr_html_(table: &Bound<'_, Self>) -> PyResult<String> {
        let (own, names) = (table.get(), table.as_super().get().column_names());
        guarded(table.py(), || html(&names, &own.batches, own.num_rows()).map_err(|error| internal(table.py(), &error)))
    }

    fn __repr__(table: &Bound<'_, Self>) -> String {
        format!("<Table {} rows: {}>", table.get().num_rows(), table.as_super().get().column_names().join(", "))
    }
}
