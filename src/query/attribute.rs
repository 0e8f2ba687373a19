//! The attributes of elements: `[level=1]`, `[heading*=防汛]`.

use std::borrow::Cow;

use serde::Serialize;

use super::selector::Operator;
use crate::ast::{Date, DocNumber, Document, Marker, MarkerStyle, Node, Organ, Text, Title};

/// Something elements have.
#[derive(Debug)]
pub(super) struct Attribute {
    /// Its name in a selector.
    pub(super) name: &'static str,
    value: for<'a> fn(Node<'a>) -> Value<'a>,
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Attribute {}

/// What it is.
enum Value<'a> {
    None,
    Number(u32),
    Text(Cow<'a, str>),
    /// Any of them will do.
    Texts(Vec<Cow<'a, str>>),
}

const fn attribute(name: &'static str, value: for<'a> fn(Node<'a>) -> Value<'a>) -> Attribute {
    Attribute { name, value }
}

/// All there are.
pub(super) static ATTRIBUTES: [Attribute; 24] = [
    attribute("level", level),
    attribute("number", |node| number(node).into()),
    attribute("sub", |node| marker(node).and_then(|marker| marker.sub.map(u32::from)).into()),
    attribute("style", |node| marker(node).map_or(Value::None, |marker| Value::Texts(styles(marker.style)))),
    attribute("marker", |node| marker(node).map(|marker| &marker.text).into()),
    attribute("heading", |node| heading(node).into()),
    attribute("path", |node| node.path().into()),
    attribute("text", |node| Value::Text(node.full_text())),
    attribute("title", |node| of_document(node).and_then(|d| d.title.as_ref()).map(|title| &title.text).into()),
    attribute("kind", kind),
    attribute("genre", |node| {
        titled(node).and_then(|title| title.kind.as_ref()).map(|kind| kind.genre).map_or(Value::None, word)
    }),
    attribute("direction", |node| {
        titled(node).and_then(|title| title.kind.as_ref()?.direction).map_or(Value::None, word)
    }),
    attribute("subject", |node| titled(node).and_then(|title| title.subject.as_ref()).into()),
    attribute("action", |node| {
        titled(node).and_then(|title| title.issue.as_ref()).map_or(Value::None, |i| word(i.action))
    }),
    attribute("issuer", issuers),
    attribute("agency", |node| numbered(node).and_then(|number| number.agency.as_ref()).into()),
    attribute("serial", |node| numbered(node).and_then(|number| number.serial).into()),
    attribute("year", year),
    attribute("month", |node| dated(node).and_then(|date| date.month.map(u32::from)).into()),
    attribute("day", |node| dated(node).and_then(|date| date.day.map(u32::from)).into()),
    attribute("organ", |node| Value::Texts(organs(node).iter().map(|organ| organ.text.as_str().into()).collect())),
    attribute("name", names),
    attribute("post", |node| if let Node::Signer(signer) = node { signer.post.as_ref().into() } else { Value::None }),
    attribute("label", label),
];

impl Attribute {
    /// Whether `node` has it, with such a value if one is said.
    pub(super) fn holds(&self, node: Node<'_>, wanted: Option<&(Operator, String)>) -> bool {
        let value = (self.value)(node);
        let Some((operator, wanted)) = wanted else { return !value.is_none() };
        match value {
            Value::None => false,
            Value::Number(number) => of_number(number, *operator, wanted),
            Value::Text(text) => of_text(&text, *operator, wanted),
            Value::Texts(texts) => texts.iter().any(|text| of_text(text, *operator, wanted)),
        }
    }
}

impl Value<'_> {
    fn is_none(&self) -> bool {
        matches!(self, Self::None) || matches!(self, Self::Texts(texts) if texts.is_empty())
    }
}

fn of_number(number: u32, operator: Operator, wanted: &str) -> bool {
    match (operator, wanted.trim().parse::<u32>()) {
        (Operator::Equals, Ok(wanted)) => number == wanted,
        (Operator::AtLeast, Ok(wanted)) => number >= wanted,
        (Operator::AtMost, Ok(wanted)) => number <= wanted,
        _ => of_text(&number.to_string(), operator, wanted),
    }
}

fn of_text(text: &str, operator: Operator, wanted: &str) -> bool {
    match operator {
        Operator::Equals => text == wanted,
        Operator::Contains => text.contains(wanted),
        Operator::Starts => text.starts_with(wanted),
        Operator::Ends => text.ends_with(wanted),
        Operator::AtLeast => text >= wanted,
        Operator::AtMost => text <= wanted,
    }
}

impl From<Option<u32>> for Value<'_> {
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::None, Self::Number)
    }
}

impl<'a> From<Option<&'a Text<'a>>> for Value<'a> {
    fn from(text: Option<&'a Text<'a>>) -> Self {
        text.map(Text::as_str).into()
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::None, |text| Self::Text(text.into()))
    }
}

/// The name a value has in the JSON.
fn word<'a>(value: impl Serialize) -> Value<'a> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Value::Text(word.into()),
        _ => Value::None,
    }
}

fn level(node: Node<'_>) -> Value<'_> {
    match node {
        Node::Section(section) => Value::Number(section.level.into()),
        Node::Secrecy(secrecy) => word(secrecy.level),
        Node::Urgency(urgency) => word(urgency.level),
        _ => Value::None,
    }
}

fn number(node: Node<'_>) -> Option<u32> {
    match node {
        Node::Paragraph(paragraph) => paragraph.clause,
        Node::Attachment(attachment) => attachment.number,
        Node::AttachmentNote(entry) => entry.number,
        Node::CopyNumber(copy) => copy.number,
        node => marker(node)?.number,
    }
}

fn marker(node: Node<'_>) -> Option<&Marker<'_>> {
    match node {
        Node::Section(section) => Some(&section.marker),
        Node::Provision(provision) => Some(&provision.marker),
        _ => None,
    }
}

/// The ways to write the style of a marker: its name in the JSON, and the first number so written.
fn styles(style: MarkerStyle) -> Vec<Cow<'static, str>> {
    let written: &[&str] = match style {
        MarkerStyle::Part => &["part", "第一编"],
        MarkerStyle::Subpart => &["subpart", "第一分编"],
        MarkerStyle::Chapter => &["chapter", "第一章"],
        MarkerStyle::Section => &["section", "第一节"],
        MarkerStyle::Article => &["article", "第一条"],
        MarkerStyle::Han => &["han", "一、", "一"],
        MarkerStyle::HanParen => &["han_paren", "（一）", "(一)"],
        MarkerStyle::Arabic => &["arabic", "1.", "1、", "1"],
        MarkerStyle::ArabicParen => &["arabic_paren", "（1）", "(1)", "1）"],
        MarkerStyle::Circled => &["circled", "①"],
        MarkerStyle::Dotted => &["dotted", "1.1"],
    };
    written.iter().map(|style| Cow::Borrowed(*style)).collect()
}

/// The heading of a unit; a heading without a number is its own.
fn heading(node: Node<'_>) -> Option<&str> {
    let own = if let Node::Heading(heading) = node { Some(heading) } else { node.heading() };
    own.map(|heading| heading.text.as_str())
}

/// The document that an element is, or that is attached.
fn of_document(node: Node<'_>) -> Option<&Document<'_>> {
    match node {
        Node::Document(document) => Some(document),
        Node::Attachment(attachment) => Some(&attachment.document),
        _ => None,
    }
}

fn titled(node: Node<'_>) -> Option<&Title<'_>> {
    if let Node::Title(title) = node { Some(title) } else { of_document(node)?.title.as_ref() }
}

fn kind(node: Node<'_>) -> Value<'_> {
    match node {
        Node::Provision(provision) => Value::Text(provision.kind.name().into()),
        node => titled(node).and_then(|title| title.kind.as_ref()).map(|kind| &kind.text).into(),
    }
}

fn issuers(node: Node<'_>) -> Value<'_> {
    let organs: Vec<&Organ<'_>> = match node {
        Node::Title(title) => title.issuers.iter().collect(),
        node => of_document(node).into_iter().flat_map(Document::issuers).collect(),
    };
    Value::Texts(organs.into_iter().map(|organ| organ.text.as_str().into()).collect())
}

fn numbered(node: Node<'_>) -> Option<&DocNumber<'_>> {
    if let Node::DocNumber(number) = node { Some(number) } else { of_document(node)?.doc_number() }
}

fn dated(node: Node<'_>) -> Option<&Date<'_>> {
    match node {
        Node::Date(date) => Some(date),
        Node::Imprint(imprint) => imprint.date.as_ref(),
        node => of_document(node)?.date.as_ref(),
    }
}

/// Of a date or a 发文字号; of a document that of its 发文字号, else of its 成文日期.
fn year(node: Node<'_>) -> Value<'_> {
    let of_number = numbered(node).and_then(|number| number.year);
    of_number.or_else(|| dated(node)?.year).map(u32::from).into()
}

fn organs(node: Node<'_>) -> &[Organ<'_>] {
    match node {
        Node::Mark(mark) => &mark.organs,
        Node::Addressee(addressee) => &addressee.organs,
        Node::Signature(signature) => &signature.organs,
        Node::Cc(cc) => &cc.organs,
        Node::Imprint(imprint) => imprint.organ.as_slice(),
        _ => &[],
    }
}

fn names(node: Node<'_>) -> Value<'_> {
    match node {
        Node::Signatory(signatory) => Value::Texts(signatory.names.iter().map(|name| name.as_str().into()).collect()),
        Node::Signer(signer) => signer.name.as_ref().into(),
        Node::AttachmentNote(entry) => entry.name.as_ref().into(),
        _ => Value::None,
    }
}

fn label(node: Node<'_>) -> Value<'_> {
    match node {
        Node::Attachment(attachment) => attachment.label.as_ref().into(),
        Node::Cc(cc) => cc.label.as_ref().into(),
        _ => Value::None,
    }
}
