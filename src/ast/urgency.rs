//! 紧急程度: `特急` (9704 7.2.3).

use super::Text;
use serde::{Deserialize, Serialize};

/// 紧急程度: `特急` (9704 7.2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Urgency<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// How urgent.
    pub level: UrgencyLevel,
}

impl Urgency<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Urgency<'static> {
        Urgency { text: self.text.into_owned(), level: self.level }
    }
}

/// 紧急程度 of documents and telegrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UrgencyLevel {
    /// 特提 (telegrams).
    Flash,
    /// 特急.
    ExtraUrgent,
    /// 加急, also 急件.
    Urgent,
    /// 平急 (telegrams).
    Routine,
}
