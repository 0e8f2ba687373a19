//! What a row is made from: an element, and where it stands.

use std::borrow::Cow;
use std::cell::OnceCell;

use hongtou::ast::{Attachment, Counts, Document, Node};
use hongtou::query::{Match, Reference};
use hongtou::tokenize::{Tokenizer, Word};
use hongtou::{LineIndex, Parse, Span};
use sha2::{Digest, Sha256};

use crate::cut::{Cutter, cut};
use crate::outcome::Outcome;

/// A text that was read, and its tree.
#[derive(Debug)]
pub struct Reading<'a> {
    /// What the input is called: its name, or the id a table gives it.
    pub id: &'a str,
    /// What is known of the input.
    pub(crate) outcome: &'a Outcome,
    /// The bytes it was decoded from.
    pub(crate) bytes: &'a [u8],
    /// The text.
    pub source: &'a str,
    /// What was read of it; without the bodies where nothing is made of these.
    pub parse: &'a Parse<'a>,
    /// Made when a column first asks for a line or for characters.
    pub(crate) index: OnceCell<LineIndex<'a>>,
    /// What finds words, where it is not that of the process.
    pub(crate) tokenizer: Option<&'a Tokenizer>,
    /// Made when a column first asks for words of an element that has others in it.
    pub(crate) words: OnceCell<Vec<Word<'a>>>,
    /// How much is in it: known where the bodies were not read, else made when a column first asks for it.
    pub(crate) counts: OnceCell<Counts>,
    /// Made when a column first asks for it.
    pub(crate) sha256: OnceCell<String>,
}

impl<'a> Reading<'a> {
    /// Lines and characters of the text, counted when first asked for.
    pub fn index(&self) -> &LineIndex<'a> {
        self.index.get_or_init(|| LineIndex::new(self.source))
    }

    /// The words of all elements but furniture, in the order of the text.
    pub(crate) fn words(&'a self) -> &'a [Word<'a>] {
        self.words.get_or_init(|| {
            let nodes = self.parse.document.nodes().map(|(_, node)| node);
            let mut words: Vec<_> =
                nodes.filter(|node| !matches!(node, Node::Furniture(_))).flat_map(|node| self.words_of(node)).collect();
            words.sort_by_key(|word| word.span.start);
            words
        })
    }

    /// The words of an element itself, not of those in it.
    pub(crate) fn words_of(&'a self, node: Node<'a>) -> impl Iterator<Item = Word<'a>> {
        let cut = cut(self.source, self.index(), node, Cutter::Words(self.tokenizer));
        cut.into_iter().flat_map(|cut| cut.tokens)
    }

    /// Of the bytes, in hexadecimal.
    pub(crate) fn sha256(&self) -> &str {
        let hex = |hex: String, byte: &u8| hex + &format!("{byte:02x}");
        self.sha256.get_or_init(|| Sha256::digest(self.bytes).iter().fold(String::new(), hex))
    }

    pub(crate) fn counts(&self) -> &Counts {
        self.counts.get_or_init(|| self.parse.document.counts())
    }
}

/// One row: an element of a document, the document itself, or a stretch of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a, 'r> {
    pub(crate) reading: &'a Reading<'a>,
    /// The document it stands in: the text's own, or one attached.
    pub(crate) document: &'a Document<'a>,
    /// The attachment it stands in.
    pub(crate) attachment: Option<&'a Attachment<'a>>,
    /// The numbered units it stands in, from the outermost.
    pub(crate) units: &'r [Node<'a>],
    /// Its element; `None` for a whole text.
    pub(crate) node: Option<Node<'a>>,
    /// The text of a chunk, or of a reference.
    pub(crate) chunk: Option<(&'r str, Span)>,
    /// The reference that stands in the element.
    pub(crate) reference: Option<&'r Reference<'a>>,
}

/// Whether an element is a numbered unit.
pub(crate) const fn is_unit(node: Node<'_>) -> bool {
    matches!(node, Node::Section(_) | Node::Provision(_))
}

impl<'a> Row<'a, '_> {
    /// Where it stands in the source.
    pub(crate) fn span(&self) -> Span {
        match (self.chunk, self.node) {
            (Some((_, span)), _) => span,
            (None, Some(node)) => node.span(),
            (None, None) => self.document.span,
        }
    }

    /// The innermost unit: the element itself, where it is one.
    pub(crate) fn unit(&self) -> Option<Node<'a>> {
        self.node.filter(|node| is_unit(*node)).or_else(|| self.units.last().copied())
    }

    /// The way to it as people cite it, that of its attachment in front: `附件2 > 一/（三）`.
    pub(crate) fn path(&self) -> Cow<'a, str> {
        let node = self.node.unwrap_or(Node::Document(self.document));
        Match { node, place: 0, attachment: self.attachment, unit: self.unit() }.path()
    }

    /// Its words, in the order of the text; furniture has some only where it is the row.
    pub(crate) fn words(&self) -> Vec<Word<'a>> {
        if let (None, Some(node)) = (self.chunk, self.node.filter(|node| node.text().is_some())) {
            return self.reading.words_of(node).collect();
        }
        let (words, span) = (self.reading.words(), self.span());
        let place = |byte| words.partition_point(|word| word.span.start < byte);
        words.get(place(span.start)..place(span.end)).unwrap_or_default().to_vec()
    }

    /// The headings of the units it stands in, and its own.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &'a str> {
        let own = self.node.and_then(Node::heading);
        self.units.iter().filter_map(|unit| unit.heading()).chain(own).map(|heading| heading.text.as_str())
    }
}
