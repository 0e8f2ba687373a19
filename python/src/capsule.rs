//! The Arrow `PyCapsule` interface: columns in, tables out, without a copy.
#![expect(unsafe_code, reason = "the structures of the Arrow C interface are handed over by their addresses")]

use std::ffi::CStr;

use arrow::array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray, make_array};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;
use arrow::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, to_ffi};
use arrow::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::fault::fault;
use crate::items::attribute;

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// The arrays of an object that has any.
pub(crate) fn imported(object: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    if let Some(method) = attribute(object, "__arrow_c_stream__")? {
        return stream(&method.call0()?).map(Some);
    }
    let Some(method) = attribute(object, "__arrow_c_array__")? else { return Ok(None) };
    let pair = method.call0()?;
    let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
    let (schema, array) = (address::<FFI_ArrowSchema>(&schema, SCHEMA)?, address(&array, ARRAY)?);
    // SAFETY: by its name the capsule holds an ArrowArray, which is taken out and left empty.
    let array = unsafe { FFI_ArrowArray::from_raw(array) };
    // SAFETY: by its name the capsule holds an ArrowSchema; it stays there.
    made(object.py(), array, unsafe { &*schema }).map(|array| Some(vec![array]))
}

/// The arrays of a stream, one after the other.
fn stream(capsule: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let bad = |error: ArrowError| fault(capsule.py(), "InputError", (error.to_string(),));
    let address = address(capsule, STREAM)?;
    // SAFETY: by its name the capsule holds an ArrowArrayStream, which is taken out and left empty.
    let arrays = unsafe { ArrayStreamReader::from_raw(address) }.map_err(bad)?;
    arrays.map(|array| array.map_err(bad)).collect()
}

fn made(py: Python<'_>, array: FFI_ArrowArray, schema: &FFI_ArrowSchema) -> PyResult<ArrayRef> {
    // SAFETY: they came from one producer, the schema for the array.
    let data = unsafe { from_ffi(array, schema) };
    data.map(make_array).map_err(|error| fault(py, "InputError", (error.to_string(),)))
}

/// Where a capsule of this name has its structure.
fn address<T>(capsule: &Bound<'_, PyAny>, name: &CStr) -> PyResult<*mut T> {
    Ok(capsule.cast::<PyCapsule>()?.pointer_checked(Some(name))?.as_ptr().cast())
}

/// A table as a stream.
pub(crate) fn exported<I>(py: Python<'_>, schema: SchemaRef, batches: I) -> PyResult<Bound<'_, PyCapsule>>
where
    I: Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
{
    let reader = RecordBatchIterator::new(batches, schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}

/// A table as one array of structures, with its schema.
pub(crate) fn exported_array(py: Python<'_>, batch: RecordBatch) -> PyResult<Bound<'_, PyTuple>> {
    let (array, schema) = to_ffi(&StructArray::from(batch).to_data()).map_err(|error| internal(py, &error))?;
    let schema = PyCapsule::new_with_value(py, schema, SCHEMA)?;
    PyTuple::new(py, [schema, PyCapsule::new_with_value(py, array, ARRAY)?])
}

/// A schema.
pub(crate) fn exported_schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(|error| internal(py, &error))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

pub(crate) fn internal(py: Python<'_>, error: &ArrowError) -> PyErr {
    fault(py, "InternalError", (error.to_string(),))
}
