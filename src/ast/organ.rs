//! An organ, person or group named in a list.

use super::Text;
use serde::{Deserialize, Serialize};

/// One organ of a list: `各县（市、区）人民政府`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organ<'src> {
    /// The name as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl Organ<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Organ<'static> {
        Organ { text: self.text.into_owned() }
    }
}
