//! 发文机关署名 (9704 7.3.5).

use super::{Organ, Text};
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

impl Signature<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Signature<'static> {
        Signature { text: self.text.into_owned(), organs: self.organs.into_iter().map(Organ::into_owned).collect() }
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

impl Signer<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Signer<'static> {
        Signer {
            text: self.text.into_owned(),
            post: self.post.map(Text::into_owned),
            name: self.name.map(Text::into_owned),
        }
    }
}
