//! 紧急程度: `特急` (9704 7.2.3).

use super::{Exchange, Text};
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

impl<'src> Urgency<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Urgency<'t> {
        Urgency { text: by.text(self.text), level: self.level }
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
