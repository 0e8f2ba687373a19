//! 附注: `（此件公开发布）` (9704 7.3.6).

use super::Text;
use serde::{Deserialize, Serialize};

/// 附注: `（此件公开发布）` (9704 7.3.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl Note<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Note<'static> {
        Note { text: self.text.into_owned() }
    }
}
