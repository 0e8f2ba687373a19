//! An organ, person or group named in a list.

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// One organ of a list: `各县（市、区）人民政府`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organ<'src> {
    /// The name as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Organ<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Organ<'t> {
        Organ { text: by.text(self.text) }
    }
}
