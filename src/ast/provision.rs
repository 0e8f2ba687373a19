//! 编章节条款项目 of laws and regulations.

use super::{Contents, Exchange, Heading, Marker, Path};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A unit of a law or regulation. A 款 is a [`Paragraph`](super::Paragraph) of its 条 and carries its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provision<'src> {
    /// From the marker to the end of the last block.
    pub span: Span,
    /// 编, 章, 节, 条, 项 or 目.
    pub kind: ProvisionKind,
    /// The number.
    pub marker: Marker<'src>,
    /// The heading phrase: of a 编, 章 or 节 nearly always, of a 条 or 项 sometimes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading<'src>>,
    /// Whether text follows the heading in the same block.
    pub run_in: bool,
    /// The way to it as people cite it: `第二章/第十条/（一）`.
    pub path: Path,
    /// What is in it.
    pub blocks: Contents<'src>,
}

impl<'src> Provision<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Provision<'t> {
        Provision {
            span: self.span,
            kind: self.kind,
            marker: self.marker.exchange(by),
            heading: self.heading.map(|heading| heading.exchange(by)),
            run_in: self.run_in,
            path: by.path(self.path),
            blocks: self.blocks.into_iter().map(|block| block.exchange(by)).collect(),
        }
    }
}

/// 编章节条项目.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProvisionKind {
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
    /// 项: （一）.
    Item,
    /// 目: 1. .
    Subitem,
}

impl ProvisionKind {
    /// Its name: `article`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Subpart => "subpart",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Article => "article",
            Self::Item => "item",
            Self::Subitem => "subitem",
        }
    }
}
