//! 份号: `000001` (9704 7.2.1).

use serde::{Deserialize, Serialize};

use super::Text;

/// 份号: `000001` (9704 7.2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyNumber<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The number, where it fits.
    pub number: Option<u32>,
}

impl CopyNumber<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> CopyNumber<'static> {
        CopyNumber { text: self.text.into_owned(), number: self.number }
    }
}
