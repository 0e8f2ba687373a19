//! A text and its tree, kept in Rust; what Python asks of it goes over as JSON.

use hongtou::ast::{Attachment, Block, Document, Node, Paragraph};
use hongtou::query::{QueryError, Selector};
use hongtou::tokenize::Word;
use hongtou::{LineIndex, Parse, Span};
use hongtou_extract::{Cutter, Decoded, Encoding, Undecodable, cut, decode, encoding};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyString};
use self_cell::self_cell;
use serde_json::{Error, to_string};

use crate::fault::{bad_option, fault, guarded, interruptible};
use crate::items::no_text;
use crate::tokenize::Tokenizer;

/// Bytes from which on a text is long: reading it takes some milliseconds, beginning a thread some microseconds.
const LONG: usize = 1 << 20;

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

/// What a word says, and its place in bytes and in characters.
type Token = (String, (u32, u32), (u32, u32));

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

    /// The words of an element itself.
    fn cut<'a>(&'a self, node: Node<'a>, cutter: Cutter<'a>) -> impl Iterator<Item = Token> {
        let token = |word: Word<'_>| (word.text.to_owned(), bounds(word.span), bounds(word.char_span));
        let cut = cut(self.read.borrow_owner(), &self.read.borrow_dependent().index, node, cutter);
        cut.into_iter().flat_map(|cut| cut.tokens).map(token)
    }
}

#[pymethods]
impl Tree {
    /// Reads a str, or bytes in an encoding that is named or found.
    #[staticmethod]
    fn read(py: Python<'_>, text: &Bound<'_, PyAny>, encoding_name: Option<&str>) -> PyResult<Self> {
        guarded(py, || {
            let forced = encoding_name.map(|name| named_encoding(py, name)).transpose()?;
            if let Ok(text) = text.cast::<PyString>() {
                let text = PyBackedStr::try_from(text.clone()).map_err(|error| no_text(py, &error, None))?;
                return aside(py, text.len(), move || Self::new(text.to_owned(), None));
            }
            let bytes = PyBackedBytes::from(text.cast::<PyBytes>()?.clone());
            let read = move || {
                let Decoded { text, encoding, .. } = decode(&bytes, forced)?;
                Ok(Self::new(text.into_owned(), Some(encoding)))
            };
            let read: Result<_, Undecodable> = aside(py, text.len()?, read)?;
            read.map_err(|error| fault(py, "DecodeError", (error.to_string(),)))
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

    /// The references: each with its JSON, and what it refers to as it is shown.
    fn references(&self, py: Python<'_>) -> PyResult<Vec<(String, String)>> {
        guarded(py, || {
            let found = self.parse().document.references();
            found.iter().map(|found| Ok((json(py, to_string(found))?, found.target.to_string()))).collect()
        })
    }

    /// The element of this name from byte `start` to byte `end`: what it is, and its JSON.
    fn node(&self, py: Python<'_>, name: &str, start: u32, end: u32) -> PyResult<Option<(&'static str, String)>> {
        guarded(py, || {
            let wanted = |node: &Node<'_>| node.name() == name && node.span() == Span::new(start, end);
            let found = self.parse().document.nodes().map(|(_, node)| node).find(wanted);
            found.map(|node| named(py, node)).transpose()
        })
    }

    /// The elements that `query` finds: each with what it is and its JSON.
    fn select(&self, py: Python<'_>, query: &str) -> PyResult<Vec<(&'static str, String)>> {
        guarded(py, || {
            let selector: Selector = query.parse().map_err(|error| bad_query(py, query, &error))?;
            let found = self.parse().document.select(&selector);
            found.iter().map(|found| named(py, found.node)).collect()
        })
    }

    /// Every element in the order of the text: what it is and its JSON.
    fn nodes(&self, py: Python<'_>) -> PyResult<Vec<(&'static str, String)>> {
        guarded(py, || self.parse().document.nodes().map(|(_, node)| named(py, node)).collect())
    }

    /// The words (graphemes where there is no need of words) of all from byte `start` to byte `end`, furniture left
    /// out, or of one text: what each says, and its place in bytes and characters.
    #[pyo3(signature = (start, end, text, tokenizer, graphemes))]
    fn tokens(
        &self,
        py: Python<'_>,
        start: u32,
        end: u32,
        text: Option<&str>,
        tokenizer: Option<&Tokenizer>,
        graphemes: bool,
    ) -> PyResult<Vec<Token>> {
        let cutter =
            if graphemes { Cutter::Graphemes } else { Cutter::Words(tokenizer.map(|tokenizer| &*tokenizer.own)) };
        guarded(py, || {
            let text = text.map(serde_json::from_str::<Paragraph<'_>>).transpose();
            let text = text.map_err(|error| fault(py, "InternalError", (error.to_string(),)))?;
            let inside = |span: Span| start <= span.start && span.end <= end;
            let wanted = |node: &Node<'_>| inside(node.span()) && !matches!(node, Node::Furniture(_));
            let all = || self.parse().document.nodes().map(|(_, node)| node).filter(wanted);
            Ok(py.detach(|| match &text {
                Some(text) => self.cut(Node::Paragraph(text), cutter).collect(),
                None => all().flat_map(|node| self.cut(node, cutter)).collect(),
            }))
        })
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

fn bounds(span: Span) -> (u32, u32) {
    (span.start, span.end)
}

/// What an element is, and its JSON. A 节 is a `provision`, though its name is that of a section.
fn named(py: Python<'_>, node: Node<'_>) -> PyResult<(&'static str, String)> {
    let name = if let Node::Provision(_) = node { "provision" } else { node.name() };
    Ok((name, json(py, to_string(&node))?))
}

/// What `read` makes of a text of so many bytes, while Python goes on. With a long one Ctrl-C ends the wait: the thread
/// that reads it can't be stopped, and drops what it made.
fn aside<T: Send + 'static>(py: Python<'_>, bytes: usize, read: impl FnOnce() -> T + Send + 'static) -> PyResult<T> {
    if bytes < LONG { Ok(py.detach(read)) } else { interruptible(py, |_| read()) }
}

fn json(py: Python<'_>, written: Result<String, Error>) -> PyResult<String> {
    written.map_err(|error| fault(py, "InternalError", (error.to_string(),)))
}

/// The encoding a caller names.
pub(crate) fn named_encoding(py: Python<'_>, name: &str) -> PyResult<&'static Encoding> {
    encoding(name).ok_or_else(|| bad_option(py, &format!("found {name:?}, expected an encoding: GB18030, Big5")))
}

/// `hongtou.QueryError`, its place in characters.
pub(crate) fn bad_query(py: Python<'_>, query: &str, error: &QueryError) -> PyErr {
    let index = LineIndex::new(query);
    let (start, end) = (index.char_offset(error.span.start), index.char_offset(error.span.end));
    fault(py, "QueryError", (error.to_string(), query, start, end, error.help.as_deref()))
}
