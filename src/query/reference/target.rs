//! What a reference refers to.

use std::fmt;
use std::num::NonZeroU32;

use serde::{Serialize, Serializer};

use crate::ast::{DocNumber, MarkerStyle, Node, Text};
use crate::charset;
use crate::lexis::step::{Step, Unit};
use crate::query::Match;
use crate::span::Span;

/// What is referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// A document by its title.
    Document,
    /// A document by its 发文字号 alone.
    DocNumber,
    /// 附件.
    Attachment,
    /// 部分: a section of the first rank.
    Portion,
    /// 编.
    Part,
    /// 分编.
    Subpart,
    /// 章.
    Chapter,
    /// 节.
    Section,
    /// 条.
    Article,
    /// 款.
    Clause,
    /// 项.
    Item,
    /// 目.
    Subitem,
}

impl ReferenceKind {
    /// Its name: `article`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::DocNumber => "doc_number",
            Self::Attachment => "attachment",
            Self::Portion => "portion",
            Self::Part => "part",
            Self::Subpart => "subpart",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Article => "article",
            Self::Clause => "clause",
            Self::Item => "item",
            Self::Subitem => "subitem",
        }
    }
}

impl From<Unit> for ReferenceKind {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Attachment => Self::Attachment,
            Unit::Portion => Self::Portion,
            Unit::Law(MarkerStyle::Part) => Self::Part,
            Unit::Law(MarkerStyle::Subpart) => Self::Subpart,
            Unit::Law(MarkerStyle::Chapter) => Self::Chapter,
            Unit::Law(MarkerStyle::Section) => Self::Section,
            Unit::Law(_) | Unit::Section(_) => Self::Article,
            Unit::Clause => Self::Clause,
            Unit::Item => Self::Item,
            Unit::Subitem => Self::Subitem,
        }
    }
}

/// What a reference refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Target<'a> {
    /// An element of the text.
    #[serde(serialize_with = "one")]
    Node(Match<'a>),
    /// Several, from the first to the last: `前两款`, `第三条至第五条`.
    #[serde(serialize_with = "several")]
    Nodes {
        /// The first.
        first: Match<'a>,
        /// The last.
        last: Match<'a>,
    },
    /// Another document, or a provision of it.
    Cited(Citation<'a>),
    /// What it can't be followed to, and why.
    Unresolved {
        /// Why.
        reason: Reason,
    },
}

impl<'a> Target<'a> {
    /// The element of the text, of several the first.
    #[must_use]
    pub fn node(&self) -> Option<&Match<'a>> {
        match self {
            Self::Node(found) | Self::Nodes { first: found, .. } => Some(found),
            _ => None,
        }
    }

    /// The way to the element of the text, of several to the first: `第十条/第二款`. It is a query that finds it,
    /// and empty where it has no number.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.node().map(path)
    }

    /// The way to the last of several.
    #[must_use]
    pub fn last_path(&self) -> Option<String> {
        if let Self::Nodes { last, .. } = self { Some(path(last)) } else { None }
    }

    /// Why it can't be followed.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        if let Self::Unresolved { reason } = self { Some(*reason) } else { None }
    }
}

/// The way to an element of the text; 《title》（文号） and the provision of another document; the name of the reason.
impl fmt::Display for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = |found: &Match<'_>| match path(found) {
            path if path.is_empty() => found.node.name().to_owned(),
            path => path,
        };
        match self {
            Self::Node(found) => f.write_str(&way(found)),
            Self::Nodes { first, last } => write!(f, "{}至{}", way(first), way(last)),
            Self::Cited(cited) => cited.fmt(f),
            Self::Unresolved { reason } => reason.fmt(f),
        }
    }
}

/// The way to an element, that of a 款 with its number.
fn path(found: &Match<'_>) -> String {
    let own = found.path().into_owned();
    match found.node {
        Node::Paragraph(paragraph) => match paragraph.clause {
            Some(clause) => format!("{own}/第{}款", han(clause)),
            None => own,
        },
        Node::Attachment(attachment) => attachment.label.as_ref().map_or(own, |label| label.as_str().to_owned()),
        _ => own,
    }
}

/// The number of a 款 as it is written: 十二.
fn han(number: u32) -> String {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(n as usize).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_string(),
        (tens @ 1..10, ones) => {
            let ten = if tens > 1 { digit(tens).to_string() } else { String::new() };
            format!("{ten}十{}", if ones > 0 { digit(ones).to_string() } else { String::new() })
        }
        _ => number.to_string(),
    }
}

/// Another document, or a provision of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation<'a> {
    /// Its title without 《》; of a short name (以下简称) the full one, with the place where that is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// Its 发文字号, also where it was given with an earlier mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<DocNumber<'a>>,
    /// The way to the provision; empty for the document as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<CitedUnit<'a>>,
    /// The way to the last of several provisions: what stands behind 至.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<CitedUnit<'a>>,
}

/// As people cite: `《道路法》（云政发〔2024〕12号）第五条至第七条`.
impl fmt::Display for Citation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.title.as_deref(), self.doc_number.as_ref().map(|number| number.text.as_str())) {
            (Some(title), Some(number)) => write!(f, "《{title}》（{number}）")?,
            (Some(title), None) => write!(f, "《{title}》")?,
            (None, number) => f.write_str(number.unwrap_or_default())?,
        }
        self.provision.iter().try_for_each(|unit| unit.fmt(f))?;
        f.write_str(if self.through.is_empty() { "" } else { "至" })?;
        self.through.iter().try_for_each(|unit| unit.fmt(f))
    }
}

/// One step of the way to a provision of another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CitedUnit<'a> {
    /// What is counted.
    pub unit: ReferenceKind,
    /// Its number; `None` for a bare 附件.
    pub number: Option<u32>,
    /// 之一 of 第十条之一.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub: Option<NonZeroU32>,
    /// As written: `第十条`; where several numbers share a 条 the number alone.
    pub text: &'a str,
}

impl<'a> From<&Step<'a>> for CitedUnit<'a> {
    fn from(step: &Step<'a>) -> Self {
        Self { unit: step.unit.into(), number: step.number, sub: NonZeroU32::new(step.sub), text: step.text }
    }
}

impl fmt::Display for CitedUnit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            ReferenceKind::Portion => "部分",
            ReferenceKind::Part => "编",
            ReferenceKind::Subpart => "分编",
            ReferenceKind::Chapter => "章",
            ReferenceKind::Section => "节",
            ReferenceKind::Article => "条",
            ReferenceKind::Clause => "款",
            ReferenceKind::Item => "项",
            ReferenceKind::Subitem => "目",
            ReferenceKind::Attachment => return write!(f, "附件{}", self.text.trim_start_matches("附件")),
            ReferenceKind::Document | ReferenceKind::DocNumber => return f.write_str(self.text),
        };
        let ordinal = if self.text.starts_with('第') { "" } else { "第" };
        let has_unit = self.text.chars().any(|c| unit.contains(charset::simple(c)));
        write!(f, "{ordinal}{}{}", self.text, if has_unit { "" } else { unit })
    }
}

/// Why a reference can't be followed. Its display is its name: `no_such_article`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// There is none of this number where it is looked for.
    NoSuch(ReferenceKind),
    /// 本款, 前款, 第二款 outside of a 条; 本条 outside of any.
    Outside(ReferenceKind),
    /// 前款 in the first 款.
    NothingBefore(ReferenceKind),
    /// There are several of this number.
    Ambiguous(ReferenceKind),
    /// No document was named that 该办法 could mean, or it can't be told where the name of one begins.
    UnknownDocument,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuch(kind) => write!(f, "no_such_{}", kind.name()),
            Self::Outside(kind) => write!(f, "outside_{}", kind.name()),
            Self::NothingBefore(kind) => write!(f, "nothing_before_{}", kind.name()),
            Self::Ambiguous(kind) => write!(f, "ambiguous_{}", kind.name()),
            Self::UnknownDocument => f.write_str("unknown_document"),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An element as JSON has it in a reference.
#[derive(Serialize)]
pub(super) struct Place {
    element: &'static str,
    path: String,
    span: Span,
}

impl Place {
    pub(super) fn of(found: &Match<'_>, path: String) -> Self {
        Self { element: found.node.name(), path, span: found.span() }
    }
}

#[derive(Serialize)]
struct Several {
    first: Place,
    last: Place,
}

fn one<S: Serializer>(found: &Match<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Place::of(found, path(found)).serialize(serializer)
}

fn several<S: Serializer>(first: &Match<'_>, last: &Match<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Several { first: Place::of(first, path(first)), last: Place::of(last, path(last)) }.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_cited() {
        let written = [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (100, "100")];
        for (number, text) in written {
            assert_eq!(han(number), text);
        }
    }
}
