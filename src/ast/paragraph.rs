//! A paragraph of the 正文, or a 款.

use super::{EnumerationItem, Text};
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

impl Paragraph<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Paragraph<'static> {
        Paragraph { text: self.text.into_owned(), clause: self.clause, enumeration: self.enumeration }
    }
}
