//! What is not part of the document: page numbers, running heads, web menus.

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// A line that is not part of the document (9704 7.5 for page numbers).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Furniture<'src> {
    /// The line as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Furniture<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Furniture<'t> {
        Furniture { text: by.text(self.text) }
    }
}
