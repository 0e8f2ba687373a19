//! 份号: `000001` (9704 7.2.1).

use serde::{Deserialize, Serialize};

use super::{Exchange, Text};

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

impl<'src> CopyNumber<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> CopyNumber<'t> {
        CopyNumber { text: by.text(self.text), number: self.number }
    }
}
