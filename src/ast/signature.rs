//! 发文机关署名 (9704 7.3.5).

use super::{Exchange, Organ, Text};
use serde::{Deserialize, Serialize};

/// One line of 发文机关署名 (9704 7.3.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The organs on it, where spaces part them; else the whole.
    pub organs: Vec<Organ<'src>>,
}

impl<'src> Signature<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Signature<'t> {
        Signature {
            text: by.text(self.text),
            organs: self.organs.into_iter().map(|organ| organ.exchange(by)).collect(),
        }
    }
}

/// A personal signature: `省长　李某`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signer<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The post.
    pub post: Option<Text<'src>>,
    /// The name.
    pub name: Option<Text<'src>>,
}

impl<'src> Signer<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Signer<'t> {
        Signer {
            text: by.text(self.text),
            post: self.post.map(|text| by.text(text)),
            name: self.name.map(|text| by.text(text)),
        }
    }
}
