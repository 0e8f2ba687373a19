//! Columns: their names, their types, and what stands in them.

use std::iter;

use hongtou::ast::{DocNumber, Kind, Node, Provision, Section};
use hongtou::tokenize::Word;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::row::Row;
use crate::value::{Type, Value};

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the table.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: Type,
    /// What stands in it, said to people.
    pub doc: &'static str,
    pub(crate) of: for<'a> fn(&Row<'a, '_>) -> Value<'a>,
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
    of: for<'a> fn(&Row<'a, '_>) -> Value<'a>,
) -> Column {
    Column { name, kind, doc, of }
}

pub(crate) const ID: Column = column("id", Type::Text, "what the input is called", |row| row.reading.id.into());
pub(crate) const INPUT: Column = column(
    "input",
    Type::Text,
    "the name of the input in the manifest: a path, archive.zip#member, table.jsonl:17, archive.zip#table.csv:3",
    |row| row.reading.outcome.input.as_str().into(),
);
pub(crate) const ENCODING: Column = column("encoding", Type::Text, "the encoding of the input", |row| {
    row.reading.outcome.encoding.as_deref().unwrap_or("UTF-8").into()
});
pub(crate) const REPLACED: Column =
    column("replaced", Type::Int, "places in the input that were no characters; U+FFFD stands there", |row| {
        i64::try_from(row.reading.outcome.replaced).map_or(Value::None, Value::Int)
    });
pub(crate) const SHA256: Column = column("sha256", Type::Text, "of the bytes of the input", |row| {
    format!("{:x}", Hex(&Sha256::digest(row.reading.bytes))).into()
});
pub(crate) const TITLE: Column =
    column("title", Type::Text, "标题 of the document it stands in, else of the text's own", |row| {
        let own = &row.reading.parse.document;
        row.document.title.as_ref().or(own.title.as_ref()).map(|title| title.text.as_str()).into()
    });
pub(crate) const NUMBER_OF_DOCUMENT: Column = column("doc_number", DOC_NUMBER, "发文字号 of the text", doc_number);
pub(crate) const ATTACHMENT: Column =
    column("attachment", Type::Text, "the label of the attachment it stands in: 附件1", |row| {
        row.attachment.and_then(|attachment| attachment.label.as_ref()).map(hongtou::ast::Text::as_str).into()
    });
pub(crate) const PATH: Column =
    column("path", Type::Text, "the way to it as people cite it: 一/（三）/2", |row| row.path().into());
pub(crate) const TYPE: Column = column("type", Type::Text, "its name: section, paragraph, title, …", |row| {
    row.node.map_or("document", Node::name).into()
});
pub(crate) const LEVEL: Column =
    column("level", Type::Int, "the rank of its number by 9704: 一、 1, （一） 2, 1. 3, （1） 4, ① 5", |row| {
        match row.node {
            Some(Node::Section(section)) => u32::from(section.level).into(),
            _ => Value::None,
        }
    });
pub(crate) const DEPTH: Column =
    column("depth", Type::Int, "how many numbered units it stands in", |row| Value::count(row.units.len()));
pub(crate) const NUMBER: Column = column("number", Type::Int, "its number", |row| match row.node {
    Some(Node::Section(Section { marker, .. }) | Node::Provision(Provision { marker, .. })) => marker.number.into(),
    Some(Node::Paragraph(paragraph)) => paragraph.clause.into(),
    Some(Node::AttachmentNote(note)) => note.number.into(),
    Some(Node::Attachment(attachment)) => attachment.number.into(),
    _ => Value::None,
});
pub(crate) const SUB: Column = column("sub", Type::Int, "之一 in 第十条之一", |row| match row.node {
    Some(Node::Provision(provision)) => provision.marker.sub.map(std::num::NonZero::get).into(),
    _ => Value::None,
});
pub(crate) const MARKER: Column =
    column("marker", Type::Text, "its number as written: （一）", |row| match row.node {
        Some(Node::Section(Section { marker, .. }) | Node::Provision(Provision { marker, .. })) => {
            marker.text.as_str().into()
        }
        _ => Value::None,
    });
pub(crate) const HEADING: Column = column("heading", Type::Text, "its heading", |row| {
    row.node.and_then(Node::heading).map(|heading| heading.text.as_str()).into()
});
pub(crate) const RUN_IN: Column =
    column("run_in", Type::Bool, "whether text follows the heading on its line", |row| match row.node {
        Some(Node::Section(Section { run_in, .. }) | Node::Provision(Provision { run_in, .. })) => (*run_in).into(),
        _ => Value::None,
    });
pub(crate) const HEADINGS: Column =
    column("headings", TEXTS, "the headings over it, from the outermost, its own last", |row| {
        Value::texts(row.headings())
    });
pub(crate) const TEXT: Column = column(
    "text",
    Type::Text,
    "its text with all that is in it, its own number left out; lines rejoined; of a document the whole text",
    |row| match (row.chunk, row.node) {
        (Some((text, _)), _) => text.to_owned().into(),
        (None, Some(node)) => node.full_text().into(),
        (None, None) => row.reading.source.into(),
    },
);
pub(crate) const TOKENS: Column = column(
    "tokens",
    Type::List(&Type::Struct(&[
        ("text", Type::Text),
        ("start", Type::Int),
        ("end", Type::Int),
        ("char_start", Type::Int),
        ("char_end", Type::Int),
    ])),
    "its words with all that is in it, each with its place; furniture left out",
    |row| Value::List(row.words().iter().map(token).collect()),
);
pub(crate) const CHARACTERS: Column =
    column("characters", Type::Int, "characters of the source that it takes", |row| {
        let span = row.span();
        let source = row.reading.source.get(span.start as usize..span.end as usize).unwrap_or_default();
        Value::count(source.chars().count())
    });
pub(crate) const START: Column =
    column("start", Type::Int, "byte of the decoded text where it begins", |row| row.span().start.into());
pub(crate) const END: Column =
    column("end", Type::Int, "byte of the decoded text behind its last", |row| row.span().end.into());
pub(crate) const CHAR_START: Column = column("char_start", Type::Int, "the same as start, in characters", |row| {
    row.reading.index().char_offset(row.span().start).into()
});
pub(crate) const CHAR_END: Column = column("char_end", Type::Int, "the same as end, in characters", |row| {
    row.reading.index().char_offset(row.span().end).into()
});
pub(crate) const JSON: Column =
    column("json", Type::Text, "the whole tree of the text, as `hongtou parse` prints it", |row| {
        hongtou::to_json(&row.reading.parse.document, &row.reading.parse.diagnostics).into()
    });
pub(crate) const LINE: Column = column("line", Type::Int, "the line on which it begins, from 1", |row| {
    row.reading.index().position(row.span().start).line.into()
});

fn token<'a>(word: &Word<'a>) -> Value<'a> {
    let places = [word.span.start, word.span.end, word.char_span.start, word.char_span.end];
    Value::Struct(iter::once(word.text.into()).chain(places.map(Value::from)).collect())
}

fn doc_number<'a>(row: &Row<'a, '_>) -> Value<'a> {
    row.reading.parse.document.doc_number().map_or(Value::None, |number| number_of(number, Value::from))
}

/// A 发文字号 in its parts; `text` makes values of texts.
pub(crate) fn number_of<'n, 'v>(number: &'n DocNumber<'_>, text: fn(&'n str) -> Value<'v>) -> Value<'v> {
    Value::Struct(vec![
        text(&number.text),
        number.agency.as_ref().map(|agency| text(agency)).into(),
        number.year.map(u32::from).into(),
        number.serial.into(),
    ])
}

/// The name a value has in the JSON: `extra_urgent`.
pub(crate) fn word<'a>(value: impl Serialize) -> Value<'a> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word.into(),
        _ => Value::None,
    }
}

/// 文种 of the text.
pub(crate) fn kind<'a>(row: &Row<'a, '_>) -> Option<&'a Kind<'a>> {
    row.reading.parse.document.kind()
}

struct Hex<'a>(&'a [u8]);

impl std::fmt::LowerHex for Hex<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
