//! A paragraph of the 正文, or a 款.

use super::{EnumerationItem, Exchange, Text};
use serde::{Deserialize, Serialize};

/// A paragraph of the 正文.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph<'src> {
    /// The text, hard wraps and page cuts rejoined.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The number of the 款, where the paragraph belongs to a 条.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<u32>,
    /// The members of 一是…二是… in it, or the one it opens with.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub enumeration: Box<[EnumerationItem]>,
}

impl<'src> Paragraph<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Paragraph<'t> {
        Paragraph { text: by.text(self.text), clause: self.clause, enumeration: self.enumeration }
    }
}
