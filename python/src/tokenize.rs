//! Words and graphemes with their places.

use std::sync::Arc;

use hongtou::Span;
use hongtou::tokenize::{self, Word};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;

use crate::fault::{bad_option, fault, guarded, interruptible};

/// Finds words, those of the dictionary and some more.
///
/// Each of `words` is a word and, if wanted, how often it occurs and its part of speech: `蓝绿空间 20 n`. The lines of an
/// open file do as well. It takes about 30 MB, and 0.2 s to make; threads can share one, and it can be pickled.
///
/// >>> import hongtou
/// >>> own = hongtou.Tokenizer("蓝绿空间 内涝治理".split())
/// >>> print(*(word.text for word in hongtou.tokens("统筹蓝绿空间。", tokenizer=own)))
/// 统筹 蓝绿空间 。
#[pyclass(frozen, module = "hongtou")]
pub(crate) struct Tokenizer {
    words: Vec<String>,
    pub(crate) own: Arc<tokenize::Tokenizer>,
}

#[pymethods]
impl Tokenizer {
    #[new]
    fn new(py: Python<'_>, words: &Bound<'_, PyAny>) -> PyResult<Self> {
        guarded(py, || {
            if words.is_instance_of::<PyString>() {
                return Err(fault(py, "InputError", ("found one str, expected several words",)));
            }
            let words: Vec<String> = words.try_iter()?.map(|word| word?.extract()).collect::<PyResult<_>>()?;
            let lines = words.join("\n");
            let own = interruptible(py, move |_| tokenize::Tokenizer::with_dictionary(lines.as_bytes()))?;
            let own = Arc::new(own.map_err(|error| bad_option(py, &error.to_string()))?);
            Ok(Self { words, own })
        })
    }

    /// To pickle it: its own words.
    fn __reduce__<'py>(tokenizer: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Vec<String>,)) {
        (tokenizer.get_type().into_any(), (tokenizer.get().words.clone(),))
    }

    fn __repr__(&self) -> String {
        format!("<Tokenizer {} words of its own>", self.words.len())
    }
}

/// How many of `words` the sentences have, one after the other.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "pyo3 gives it by value")]
pub(crate) fn sentences(py: Python<'_>, words: Vec<PyBackedStr>) -> PyResult<Vec<usize>> {
    let nowhere = Span::default();
    let word = |text| Word { text, span: nowhere, char_span: nowhere, at: nowhere, char_at: nowhere };
    guarded(py, || {
        let words: Vec<_> = words.iter().map(|text| word(&**text)).collect();
        Ok(tokenize::sentences(&words).map(<[_]>::len).collect())
    })
}
