//! The heading of a section, numbered or not.

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// A heading phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heading<'src> {
    /// The phrase, without the point or colon that ends it.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The point or colon that ends it, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<char>,
}

impl<'src> Heading<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Heading<'t> {
        Heading { text: by.text(self.text), ending: self.ending }
    }
}
