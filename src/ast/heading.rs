//! The heading of a section, numbered or not.

use super::Text;
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

impl Heading<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Heading<'static> {
        Heading { text: self.text.into_owned(), ending: self.ending }
    }
}
