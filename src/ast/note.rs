//! 附注: `（此件公开发布）` (9704 7.3.6).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// 附注: `（此件公开发布）` (9704 7.3.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Note<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Note<'t> {
        Note { text: by.text(self.text) }
    }
}
