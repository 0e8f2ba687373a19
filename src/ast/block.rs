//! What a 正文 is made of.

use super::{Exchange, Heading, Paragraph, Provision, Section, Table};
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

impl<'src> Block<'src> {
    /// The same over other texts. Blocks nest as deep as there are marker styles, not as deep as the input likes.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Block<'t> {
        match self {
            Self::Section(section) => Block::Section(Box::new(section.exchange(by))),
            Self::Provision(provision) => Block::Provision(Box::new(provision.exchange(by))),
            Self::Paragraph(paragraph) => Block::Paragraph(paragraph.exchange(by)),
            Self::Heading(heading) => Block::Heading(heading.exchange(by)),
            Self::Table(table) => Block::Table(table.exchange(by)),
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
