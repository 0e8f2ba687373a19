//! A text and its tree, kept in Rust; what Python asks of it goes over as JSON.

use hongtou::ast::{Attachment, Block, Document, Node};
use hongtou::query::{QueryError, Selector};
use hongtou::{LineIndex, Parse};
use hongtou_extract::{Decoded, Encoding, decode, encoding};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyString};
use self_cell::self_cell;
use serde_json::{Error, to_string};

use crate::fault::{bad_option, fault, guarded};
use crate::items::no_text;

/// What was made of a text.
struct Reading<'a> {
    parse: Parse<'a>,
    index: LineIndex<'a>,
}

self_cell!(
    struct Read {
        owner: String,
        #[covariant]
        dependent: Reading,
    }
);

/// What makes a tree anew, and of what: its JSON, its text, the encoding.
type Pickled = (Py<PyAny>, (String, String, Option<&'static str>));

/// A text and its tree.
#[pyclass(frozen, module = "hongtou._hongtou")]
pub(crate) struct Tree {
    read: Read,
    /// The encoding of the bytes, where the text came as such.
    #[pyo3(get)]
    encoding: Option<&'static str>,
}

impl Tree {
    fn new(text: String, encoding: Option<&'static str>) -> Self {
        let read = Read::new(text, |text| Reading { parse: hongtou::parse(text), index: LineIndex::new(text) });
        Self { read, encoding }
    }

    fn parse(&self) -> &Parse<'_> {
        &self.read.borrow_dependent().parse
    }
}

#[pymethods]
impl Tree {
    /// Reads a str, or bytes in an encoding that is named or found.
    #[staticmethod]
    fn read(py: Python<'_>, text: &Bound<'_, PyAny>, encoding_name: Option<&str>) -> PyResult<Self> {
        guarded(py, || {
            if let Ok(text) = text.cast::<PyString>() {
                let text = PyBackedStr::try_from(text.clone()).map_err(|error| no_text(py, &error, None))?;
                return Ok(py.detach(|| Self::new(text.to_owned(), None)));
            }
            let bytes = text.cast::<PyBytes>()?.as_bytes();
            let forced = match encoding_name {
                Some(name) => Some(encoding(name).ok_or_else(|| bad_option(py, &format!("{name} is no encoding")))?),
                None => None,
            };
            let read = || {
                let Decoded { text, encoding, .. } = decode(bytes, forced)?;
                Ok(Self::new(text.into_owned(), Some(encoding)))
            };
            py.detach(read)
                .map_err(|error: hongtou_extract::Undecodable| fault(py, "DecodeError", (error.to_string(),)))
        })
    }

    /// The tree in `json`, of the text `source`, which was written in an encoding.
    #[staticmethod]
    #[pyo3(signature = (json, source, encoding_name=None))]
    fn from_json(py: Python<'_>, json: &str, source: String, encoding_name: Option<&str>) -> PyResult<Self> {
        guarded(py, || {
            let read = hongtou::from_json(json).map_err(|error| fault(py, "DecodeError", (error.to_string(),)))?;
            let parse = Parse { document: read.document, diagnostics: read.diagnostics };
            let read = Read::new(source, |text| Reading { parse, index: LineIndex::new(text) });
            Ok(Self { read, encoding: encoding_name.and_then(encoding).map(Encoding::name) })
        })
    }

    /// To pickle it: its JSON and its text.
    fn __reduce__(tree: &Bound<'_, Self>) -> PyResult<Pickled> {
        let own = tree.get();
        let made = tree.get_type().getattr("from_json")?.unbind();
        Ok((made, (own.json(tree.py())?, own.source().to_owned(), own.encoding)))
    }

    /// The text.
    #[getter]
    fn source(&self) -> &str {
        self.read.borrow_owner()
    }

    /// What the document has under `name`, as JSON.
    fn part(&self, py: Python<'_>, name: &str) -> PyResult<String> {
        guarded(py, || json(py, part(self.parse(), name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?))
    }

    /// All of it, as `hongtou parse` prints it.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || Ok(hongtou::to_json(&self.parse().document, &self.parse().diagnostics)))
    }

    /// As `hongtou parse --format` has it.
    fn written(&self, py: Python<'_>, format: &str) -> PyResult<String> {
        guarded(py, || {
            let document = &self.parse().document;
            match format {
                "markdown" => Ok(hongtou::to_markdown(document)),
                "outline" => Ok(hongtou::to_outline(document)),
                "text" => Ok(hongtou::to_text(document)),
                "labels" => Ok(hongtou::labels(&hongtou::blocks(self.source()))),
                _ => Err(bad_option(py, format)),
            }
        })
    }

    /// The elements that `query` finds: each with its name and its JSON.
    fn select(&self, py: Python<'_>, query: &str) -> PyResult<Vec<(&'static str, String)>> {
        guarded(py, || {
            let selector: Selector = query.parse().map_err(|error| bad_query(py, query, &error))?;
            let found = self.parse().document.select(&selector);
            found.iter().map(|found| named(py, found.node)).collect()
        })
    }

    /// Every element in the order of the text: its name and its JSON.
    fn nodes(&self, py: Python<'_>) -> PyResult<Vec<(&'static str, String)>> {
        guarded(py, || self.parse().document.nodes().map(|(_, node)| named(py, node)).collect())
    }

    /// The characters in front of a byte.
    fn characters(&self, byte: u32) -> u32 {
        self.read.borrow_dependent().index.char_offset(byte)
    }

    /// The line of a byte, from 1.
    fn line(&self, byte: u32) -> u32 {
        self.read.borrow_dependent().index.position(byte).line
    }
}

/// The text of an element with all that is in it; of a block, an attachment or a document by its JSON.
#[pyfunction]
pub(crate) fn full_text(py: Python<'_>, name: &str, json: &str) -> PyResult<String> {
    let text = || -> Result<String, Error> {
        Ok(match name {
            "attachment" => Node::Attachment(&serde_json::from_str::<Attachment<'_>>(json)?).full_text().into_owned(),
            "document" => Node::Document(&serde_json::from_str::<Document<'_>>(json)?).full_text().into_owned(),
            _ => Node::from(&serde_json::from_str::<Block<'_>>(json)?).full_text().into_owned(),
        })
    };
    guarded(py, || text().map_err(|error| fault(py, "DecodeError", (error.to_string(),))))
}

/// What Python asks of a document by name: its fields as the JSON has them, and the short ways of the crate.
fn part(parse: &Parse<'_>, name: &str) -> Option<Result<String, Error>> {
    let document = &parse.document;
    let blocks = |wanted: fn(&Block<'_>) -> bool| {
        to_string(&document.blocks().map(|(_, block)| block).filter(|block| wanted(block)).collect::<Vec<_>>())
    };
    Some(match name {
        "span" => to_string(&document.span),
        "header" => to_string(&document.header),
        "title" => to_string(&document.title),
        "subtitles" => to_string(&document.subtitles),
        "addressee" => to_string(&document.addressee),
        "body" => to_string(&document.body),
        "attachment_notes" => to_string(&document.attachment_notes),
        "signatures" => to_string(&document.signatures),
        "signers" => to_string(&document.signers),
        "date" => to_string(&document.date),
        "notes" => to_string(&document.notes),
        "ccs" => to_string(&document.ccs),
        "imprint" => to_string(&document.imprint),
        "attachments" => to_string(&document.attachments),
        "furniture" => to_string(&document.furniture),
        "kind" => to_string(&document.kind()),
        "doc_number" => to_string(&document.doc_number()),
        "issuers" => to_string(&document.issuers().collect::<Vec<_>>()),
        "addressees" => to_string(document.addressees()),
        "sections" => blocks(|block| matches!(block, Block::Section(_))),
        "provisions" => blocks(|block| matches!(block, Block::Provision(_))),
        "paragraphs" => blocks(|block| matches!(block, Block::Paragraph(_))),
        "diagnostics" => to_string(&parse.diagnostics),
        _ => return None,
    })
}

fn named(py: Python<'_>, node: Node<'_>) -> PyResult<(&'static str, String)> {
    Ok((node.name(), json(py, to_string(&node))?))
}

fn json(py: Python<'_>, written: Result<String, Error>) -> PyResult<String> {
    written.map_err(|error| fault(py, "InternalError", (error.to_string(),)))
}

/// `hongtou.QueryError`, its place in characters.
pub(crate) fn bad_query(py: Python<'_>, query: &str, error: &QueryError) -> PyErr {
    let index = LineIndex::new(query);
    let (start, end) = (index.char_offset(error.span.start), index.char_offset(error.span.end));
    fault(py, "QueryError", (error.to_string(), query, start, end, error.help.as_deref()))
}
