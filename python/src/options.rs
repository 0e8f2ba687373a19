//! What tables there are, and what is asked of them.

use std::sync::Arc;

use hongtou::diagnostic::Code;
use hongtou::query::Selector;
use hongtou_extract::{Column, Options, Preset, framed_schema};
use pyo3::prelude::*;

use crate::fault::{bad_option, guarded};
use crate::table::Table;
use crate::tokenize::Tokenizer;
use crate::tree::{bad_query, named_encoding};

/// What is asked of a table, as Python gives it.
#[derive(FromPyObject)]
pub(crate) struct Asked {
    #[pyo3(item)]
    preset: String,
    #[pyo3(item)]
    columns: Option<Vec<String>>,
    #[pyo3(item)]
    select: Option<String>,
    #[pyo3(item)]
    chunk_chars: usize,
    #[pyo3(item)]
    encoding: Option<String>,
    #[pyo3(item)]
    tokenizer: Option<Py<Tokenizer>>,
    #[pyo3(item)]
    threads: usize,
    /// Whether the texts have names.
    #[pyo3(item)]
    named: bool,
}

impl Asked {
    /// The options of a run without inputs.
    pub(crate) fn options(&self, py: Python<'_>) -> PyResult<Options> {
        let selector =
            self.select.as_ref().map(|query| query.parse::<Selector>().map_err(|error| bad_query(py, query, &error)));
        let encoding = self.encoding.as_ref().map(|name| named_encoding(py, name));
        let preset = if self.select.is_some() { Preset::Selected } else { preset(py, &self.preset)? };
        Ok(Options {
            preset,
            selector: selector.transpose()?,
            columns: self.columns(py, preset)?,
            encoding: encoding.transpose()?,
            tokenizer: self.tokenizer.as_ref().map(|tokenizer| Arc::clone(&tokenizer.get().own)),
            longest_chunk: self.chunk_chars,
            threads: self.threads,
            ..Options::default()
        })
    }

    /// The columns named, in their order; those of the preset where none are, without the id of a text that has none.
    fn columns(&self, py: Python<'_>, preset: Preset) -> PyResult<Vec<&'static Column>> {
        let Some(names) = &self.columns else {
            return Ok(preset.columns().iter().filter(|column| self.named || column.name != "id").collect());
        };
        preset.named(names).map_err(|message| bad_option(py, &message))
    }
}

fn preset(py: Python<'_>, name: &str) -> PyResult<Preset> {
    Preset::from_name(name).ok_or_else(|| {
        let message = format!("found {name:?}, expected one of {}", Preset::ALL.map(Preset::name).join(", "));
        bad_option(py, &message)
    })
}

/// The names of the tables there are.
#[pyfunction]
pub(crate) fn presets() -> Vec<&'static str> {
    Preset::ALL.map(Preset::name).to_vec()
}

/// The columns a table can have, what it has where none are asked for first: name, what stands in it, and whether
/// it is one of those.
#[pyfunction]
pub(crate) fn columns(py: Python<'_>, preset: &str) -> PyResult<Vec<(&'static str, &'static str, bool)>> {
    let preset = self::preset(py, preset)?;
    let own = preset.columns();
    let is_own = |column: &Column| own.iter().any(|other| other.name == column.name);
    Ok(preset.all_columns().map(|column| (column.name, column.doc, is_own(column))).collect())
}

/// A table without rows.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 gives it by value")]
pub(crate) fn schema(py: Python<'_>, asked: Asked) -> PyResult<Bound<'_, Table>> {
    guarded(py, || Table::new(py, framed_schema(&asked.options(py)?), Vec::new()))
}

/// What a diagnostic means, in Markdown.
#[pyfunction]
pub(crate) fn explain(py: Python<'_>, code: &str) -> PyResult<&'static str> {
    Code::from_name(code)
        .map(Code::explanation)
        .ok_or_else(|| bad_option(py, &format!("{code:?} is no code of a diagnostic")))
}
