//! 签发人: `签发人：王某` (9704 7.2.6).

use super::Text;
use serde::{Deserialize, Serialize};

/// 签发人: `签发人：王某　李某` (9704 7.2.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signatory<'src> {
    /// The text as written, label and all.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The names, in order.
    pub names: Vec<Text<'src>>,
}

impl Signatory<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Signatory<'static> {
        Signatory { text: self.text.into_owned(), names: self.names.into_iter().map(Text::into_owned).collect() }
    }
}
