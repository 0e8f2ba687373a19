//! 签发人: `签发人：王某` (9704 7.2.6).

use super::{Exchange, Text};
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

impl<'src> Signatory<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Signatory<'t> {
        Signatory { text: by.text(self.text), names: self.names.into_iter().map(|text| by.text(text)).collect() }
    }
}
