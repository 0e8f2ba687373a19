//! What is not part of the document: page numbers, running heads, web menus.

use super::Text;
use serde::{Deserialize, Serialize};

/// A line that is not part of the document (9704 7.5 for page numbers).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Furniture<'src> {
    /// The line as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl Furniture<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Furniture<'static> {
        Furniture { text: self.text.into_owned() }
    }
}
