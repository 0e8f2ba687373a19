//! Columns: their names, their types, and what stands in them.

use hongtou::ast::{DocNumber, Kind, Node, Provision, Section};
use hongtou::tokenize::Word;
use serde::Serialize;

use crate::row::Row;
use crate::value::{Cell, Type, Value};

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the table.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: Type,
    /// What stands in it, said to people.
    pub doc: &'static str,
    pub(crate) of: fn(&Row<'_, '_>, Cell<'_, '_>),
    /// Whether that of a whole text is made of what stands in the bodies.
    pub(crate) of_bodies: bool,
}

/// A list of texts.
pub(crate) const TEXTS: Type = Type::List(&Type::Text);
/// 发文字号.
pub(crate) const DOC_NUMBER: Type =
    Type::Struct(&[("text", Type::Text), ("agency", Type::Text), ("year", Type::Int), ("serial", Type::Int)]);

pub(crate) const fn column(
    name: &'static str,
    kind: Type,
    doc: &'static str,
    of: fn(&Row<'_, '_>, Cell<'_, '_>),
) -> Column {
    Column { name, kind, doc, of, of_bodies: false }
}

/// A column of what stands in the bodies.
const fn of_bodies(column: Column) -> Column {
    Column { of_bodies: true, ..column }
}

pub(crate) const ID: Column =
    column("id", Type::Text, "what the input is called", |row, cell| cell.put(row.reading.id));
pub(crate) const INPUT: Column = column(
    "input",
    Type::Text,
    "the name of the input in the manifest: a path, archive.zip#member, table.jsonl:17, archive.zip#table.csv:3",
    |row, cell| cell.put(row.reading.outcome.input.as_str()),
);
pub(crate) const ENCODING: Column = column("encoding", Type::Text, "the encoding of the input", |row, cell| {
    cell.put(row.reading.outcome.encoding.as_deref().unwrap_or("UTF-8"));
});
pub(crate) const REPLACED: Column =
    column("replaced", Type::Int, "places in the input that were no characters; U+FFFD stands there", |row, cell| {
        cell.put(i64::try_from(row.reading.outcome.replaced).ok());
    });
pub(crate) const SHA256: Column =
    column("sha256", Type::Text, "of the bytes of the input", |row, cell| cell.put(row.reading.sha256()));
pub(crate) const TITLE: Column =
    column("title", Type::Text, "标题 of the document it stands in, else of the text's own", |row, cell| {
        let own = &row.reading.parse.document;
        cell.put(row.document.title.as_ref().or(own.title.as_ref()).map(|title| &title.text));
    });
pub(crate) const NUMBER_OF_DOCUMENT: Column =
    column("doc_number", DOC_NUMBER, "发文字号 of the text", |row, cell| {
        cell.put(row.reading.parse.document.doc_number());
    });
pub(crate) const ATTACHMENT: Column =
    column("attachment", Type::Text, "the label of the attachment it stands in: 附件1", |row, cell| {
        cell.put(row.attachment.and_then(|attachment| attachment.label.as_ref()));
    });
pub(crate) const PATH: Column =
    column("path", Type::Text, "the way to it as people cite it: 一/（三）/2", |row, cell| cell.put(row.path()));
pub(crate) const TYPE: Column = column("type", Type::Text, "its name: section, paragraph, title, …", |row, cell| {
    cell.put(row.node.map_or("document", Node::name));
});
pub(crate) const LEVEL: Column = column(
    "level",
    Type::Int,
    "the rank of its number by 9704: 一、 1, （一） 2, 1. 3, （1） 4, ① 5",
    |row, cell| match row.node {
        Some(Node::Section(section)) => cell.put(u32::from(section.level)),
        _ => cell.none(),
    },
);
pub(crate) const DEPTH: Column =
    column("depth", Type::Int, "how many numbered units it stands in", |row, cell| cell.put(row.units.len()));
pub(crate) const NUMBER: Column = column("number", Type::Int, "its number", |row, cell| match row.node {
    Some(Node::Section(Section { marker, .. }) | Node::Provision(Provision { marker, .. })) => cell.put(marker.number),
    Some(Node::Paragraph(paragraph)) => cell.put(paragraph.clause),
    Some(Node::AttachmentNote(note)) => cell.put(note.number),
    Some(Node::Attachment(attachment)) => cell.put(attachment.number),
    _ => cell.none(),
});
pub(crate) const SUB: Column = column("sub", Type::Int, "之一 in 第十条之一", |row, cell| match row.node {
    Some(Node::Provision(provision)) => cell.put(provision.marker.sub.map(std::num::NonZero::get)),
    _ => cell.none(),
});
pub(crate) const MARKER: Column =
    column("marker", Type::Text, "its number as written: （一）", |row, cell| match row.node {
        Some(Node::Section(Section { marker, .. }) | Node::Provision(Provision { marker, .. })) => {
            cell.put(&marker.text);
        }
        _ => cell.none(),
    });
pub(crate) const HEADING: Column = column("heading", Type::Text, "its heading", |row, cell| {
    cell.put(row.node.and_then(Node::heading).map(|heading| &heading.text));
});
pub(crate) const RUN_IN: Column =
    column("run_in", Type::Bool, "whether text follows the heading on its line", |row, cell| match row.node {
        Some(Node::Section(Section { run_in, .. }) | Node::Provision(Provision { run_in, .. })) => cell.put(*run_in),
        _ => cell.none(),
    });
pub(crate) const HEADINGS: Column =
    column("headings", TEXTS, "the headings over it, from the outermost, its own last", |row, cell| {
        cell.list(row.headings());
    });
pub(crate) const TEXT: Column = column(
    "text",
    Type::Text,
    "its text with all that is in it, its own number left out; lines rejoined; of a document the whole text",
    |row, cell| match (row.chunk, row.node) {
        (Some((text, _)), _) => cell.put(text),
        (None, Some(node)) => cell.put(node.full_text()),
        (None, None) => cell.put(row.reading.source),
    },
);
pub(crate) const TOKENS: Column = of_bodies(column(
    "tokens",
    Type::List(&Type::Struct(&[
        ("text", Type::Text),
        ("start", Type::Int),
        ("end", Type::Int),
        ("char_start", Type::Int),
        ("char_end", Type::Int),
    ])),
    "its words with all that is in it, each with its place; furniture left out",
    |row, cell| cell.list(row.words().iter()),
));
pub(crate) const CHARACTERS: Column =
    column("characters", Type::Int, "characters of the source that it takes", |row, cell| {
        let span = row.span();
        let source = row.reading.source.get(span.start as usize..span.end as usize).unwrap_or_default();
        cell.put(source.chars().count());
    });
pub(crate) const START: Column =
    column("start", Type::Int, "byte of the decoded text where it begins", |row, cell| cell.put(row.span().start));
pub(crate) const END: Column =
    column("end", Type::Int, "byte of the decoded text behind its last", |row, cell| cell.put(row.span().end));
pub(crate) const CHAR_START: Column =
    column("char_start", Type::Int, "the same as start, in characters", |row, cell| {
        cell.put(row.reading.index().char_offset(row.span().start));
    });
pub(crate) const CHAR_END: Column = column("char_end", Type::Int, "the same as end, in characters", |row, cell| {
    cell.put(row.reading.index().char_offset(row.span().end));
});
pub(crate) const JSON: Column =
    of_bodies(column("json", Type::Text, "the whole tree of the text, as `hongtou parse` prints it", |row, cell| {
        cell.put(hongtou::to_json(&row.reading.parse.document, &row.reading.parse.diagnostics));
    }));
pub(crate) const LINE: Column = column("line", Type::Int, "the line on which it begins, from 1", |row, cell| {
    cell.put(row.reading.index().position(row.span().start).line);
});

impl Value for &DocNumber<'_> {
    fn put(self, cell: Cell<'_, '_>) {
        cell.named(|at, cell| match at {
            0 => cell.put(&self.text),
            1 => cell.put(self.agency.as_ref()),
            2 => cell.put(self.year.map(u32::from)),
            _ => cell.put(self.serial),
        });
    }
}

impl Value for &Word<'_> {
    fn put(self, cell: Cell<'_, '_>) {
        cell.named(|at, cell| match at {
            0 => cell.put(self.text),
            1 => cell.put(self.span.start),
            2 => cell.put(self.span.end),
            3 => cell.put(self.char_span.start),
            _ => cell.put(self.char_span.end),
        });
    }
}

/// The name a value has in the JSON: `extra_urgent`.
pub(crate) fn word(value: impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// 文种 of the text.
pub(crate) fn kind<'a>(row: &Row<'a, '_>) -> Option<&'a Kind<'a>> {
    row.reading.parse.document.kind()
}
