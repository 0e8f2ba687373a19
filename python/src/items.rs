//! Texts out of Python: a column of Arrow, or any objects that are texts one after the other.

use std::ops::Range;

use arrow::array::ArrayRef;
use hongtou_extract::{Source, Texts};
use pyo3::exceptions::{PyAttributeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyFloat, PyString};

use crate::capsule::imported;
use crate::chunk::Chunk;
use crate::fault::{fault, guarded};

/// Texts as Python holds them: none is copied.
pub(crate) enum Items {
    /// Chunks of a column, each with the places of its texts.
    Column(Vec<(Range<usize>, Chunk)>),
    /// Objects.
    Objects(Vec<Item>),
}

pub(crate) enum Item {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    Missing,
}

impl Items {
    /// The texts of a list, a column or anything else that has them one after the other.
    pub(crate) fn of(texts: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = texts.py();
        if texts.is_instance_of::<PyString>() || texts.is_instance_of::<PyBytes>() {
            let message = "found one text, expected several: put it into a list, or call hongtou.parse";
            return Err(fault(py, "InputError", (message,)));
        }
        if let Some(arrays) = imported(texts)? {
            let mut end = 0;
            let chunk = |array: ArrayRef| {
                let chunk = Chunk::of(&array).map_err(|message| fault(py, "InputError", (message,)))?;
                let start = end;
                end += chunk.len();
                Ok((start..end, chunk))
            };
            return arrays.into_iter().map(chunk).collect::<PyResult<_>>().map(Self::Column);
        }
        let Ok(items) = texts.try_iter() else {
            let message = format!("found {}, expected texts: a list, a column, an iterator", kind(texts));
            return Err(fault(py, "InputError", (message,)));
        };
        let item = |(place, item): (usize, PyResult<Bound<'_, PyAny>>)| {
            py.check_signals()?;
            Item::of(&item?, place)
        };
        items.enumerate().map(item).collect::<PyResult<_>>().map(Self::Objects)
    }

    /// What texts are called: texts, or anything else as `str` has it.
    fn names(names: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::of(names).or_else(|error| {
            let items = if names.is_instance_of::<PyString>() { return Err(error) } else { names.try_iter()? };
            let name = |(place, item): (usize, PyResult<Bound<'_, PyAny>>)| {
                let item = item?;
                Item::of(&item, place).or_else(|_| Item::of(item.str()?.as_any(), place))
            };
            items.enumerate().map(name).collect::<PyResult<_>>().map(Self::Objects)
        })
    }

    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Column(chunks) => chunks.last().map_or(0, |(places, _)| places.end),
            Self::Objects(items) => items.len(),
        }
    }

    /// The chunk of a column in which a text stands, and its place there.
    fn within(chunks: &[(Range<usize>, Chunk)], place: usize) -> Option<(&Chunk, usize)> {
        let (places, chunk) = chunks.get(chunks.partition_point(|(places, _)| places.end <= place))?;
        Some((chunk, place - places.start))
    }

    pub(crate) fn get(&self, place: usize) -> Source<'_> {
        match self {
            Self::Column(chunks) => {
                Self::within(chunks, place).map_or(Source::Missing, |(chunk, place)| chunk.get(place))
            }
            Self::Objects(items) => match items.get(place) {
                Some(Item::Text(text)) => Source::Text(text),
                Some(Item::Bytes(bytes)) => Source::Bytes(bytes),
                _ => Source::Missing,
            },
        }
    }

    /// The bytes of a text.
    fn weight(&self, place: usize) -> usize {
        match self {
            Self::Column(chunks) => Self::within(chunks, place).map_or(0, |(chunk, place)| chunk.bytes(place).len()),
            Self::Objects(items) => match items.get(place) {
                Some(Item::Text(text)) => text.len(),
                Some(Item::Bytes(bytes)) => bytes.len(),
                _ => 0,
            },
        }
    }
}

impl Item {
    fn of(item: &Bound<'_, PyAny>, place: usize) -> PyResult<Self> {
        let py = item.py();
        if let Ok(text) = item.cast::<PyString>() {
            let text = PyBackedStr::try_from(text.clone());
            return text.map(Self::Text).map_err(|error| no_text(py, &error, Some(place)));
        }
        if let Ok(bytes) = item.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        if let Ok(bytes) = item.cast::<PyByteArray>() {
            return Ok(Self::Bytes(bytes.clone().into()));
        }
        // What pandas has in the place of a missing text.
        let missing = item.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan()) || kind(item) == "NAType";
        if item.is_none() || missing {
            return Ok(Self::Missing);
        }
        let message = format!("found {} at index {place}, expected str, bytes or None", kind(item));
        Err(fault(py, "InputError", (message, place)))
    }
}

/// Texts and what they are called.
pub(crate) struct Named {
    pub(crate) texts: Items,
    pub(crate) ids: Option<Items>,
}

impl Named {
    pub(crate) fn of(texts: &Bound<'_, PyAny>, ids: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        guarded(texts.py(), || {
            let named = Self { texts: Items::of(texts)?, ids: ids.map(Items::names).transpose()? };
            match named.ids.as_ref().map(Items::count) {
                Some(count) if count != named.texts.count() => {
                    let message = format!("found {count} ids for {} texts", named.texts.count());
                    Err(fault(texts.py(), "InputError", (message,)))
                }
                _ => Ok(named),
            }
        })
    }
}

impl Texts for Named {
    fn count(&self) -> usize {
        self.texts.count()
    }

    fn text(&self, place: usize) -> Source<'_> {
        self.texts.get(place)
    }

    fn weight(&self, place: usize) -> usize {
        self.texts.weight(place)
    }

    fn id(&self, place: usize) -> String {
        match self.ids.as_ref().map(|ids| ids.get(place)) {
            Some(Source::Text(id)) => id.to_owned(),
            Some(Source::Bytes(id)) => String::from_utf8_lossy(id).into_owned(),
            _ => place.to_string(),
        }
    }
}

/// The error of a str that is no text: half of a surrogate pair stands in it.
pub(crate) fn no_text(py: Python<'_>, error: &PyErr, place: Option<usize>) -> PyErr {
    let at = error.value(py).getattr("start").and_then(|start| start.extract::<usize>());
    let (Ok(at), true) = (at, error.is_instance_of::<PyUnicodeEncodeError>(py)) else {
        return error.clone_ref(py);
    };
    let which = place.map_or(String::new(), |place| format!(" of the text at index {place}"));
    let message = format!(
        "found a lone surrogate at character {at}{which}, expected Unicode text: \
         text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace') mends it"
    );
    fault(py, "DecodeError", (message, place))
}

fn kind(object: &Bound<'_, PyAny>) -> String {
    object.get_type().name().map_or_else(|_: PyErr| "an object".to_owned(), |name| name.to_string())
}

/// What `object` has under `name`, if it has it.
pub(crate) fn attribute<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    match object.getattr(name) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.is_instance_of::<PyAttributeError>(object.py()) => Ok(None),
        Err(error) => Err(error),
    }
}
