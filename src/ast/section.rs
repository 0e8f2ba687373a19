//! 结构层次序数: 一、（一）1.（1） (9704 7.3.3).

use super::{Contents, Exchange, Heading, Marker, Path};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A numbered section of the 正文 (9704 7.3.3).
///
/// A plain item has no heading; its text is the first paragraph of `blocks`. Where `run_in` is true that
/// paragraph stands on the heading's own line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section<'src> {
    /// From the marker to the end of the last block.
    pub span: Span,
    /// The number.
    pub marker: Marker<'src>,
    /// The standard's rank of the number's style: 一、 1, （一） 2, 1. 3, （1） 4, ① 5.
    pub level: u8,
    /// The heading phrase, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading<'src>>,
    /// Whether text follows the heading in the same block.
    pub run_in: bool,
    /// The way to it as people cite it: `一/（三）/2`.
    pub path: Path,
    /// What is in it.
    pub blocks: Contents<'src>,
}

impl<'src> Section<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Section<'t> {
        Section {
            span: self.span,
            marker: self.marker.exchange(by),
            level: self.level,
            heading: self.heading.map(|heading| heading.exchange(by)),
            run_in: self.run_in,
            path: by.path(self.path),
            blocks: self.blocks.into_iter().map(|block| block.exchange(by)).collect(),
        }
    }
}
