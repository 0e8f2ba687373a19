//! What a 正文 is made of.

use super::{Heading, Paragraph, Provision, Section, Table};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One block of a 正文.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block<'src> {
    /// A numbered section.
    Section(Box<Section<'src>>),
    /// 编章节条项目.
    Provision(Box<Provision<'src>>),
    /// A paragraph.
    Paragraph(Paragraph<'src>),
    /// A heading without a number, on a line of its own.
    Heading(Heading<'src>),
    /// A table.
    Table(Table<'src>),
}

impl Block<'_> {
    /// The same, owning its text. Blocks nest as deep as there are marker styles, not as deep as the input likes.
    #[must_use]
    pub fn into_owned(self) -> Block<'static> {
        match self {
            Self::Section(section) => Block::Section(Box::new(section.into_owned())),
            Self::Provision(provision) => Block::Provision(Box::new(provision.into_owned())),
            Self::Paragraph(paragraph) => Block::Paragraph(paragraph.into_owned()),
            Self::Heading(heading) => Block::Heading(heading.into_owned()),
            Self::Table(table) => Block::Table(table.into_owned()),
        }
    }

    /// Where it stands in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Section(section) => section.span,
            Self::Provision(provision) => provision.span,
            Self::Paragraph(paragraph) => paragraph.text.span,
            Self::Heading(heading) => heading.text.span,
            Self::Table(table) => table.span,
        }
    }
}
