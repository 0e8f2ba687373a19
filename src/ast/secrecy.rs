//! 密级和保密期限: `机密★1年` (9704 7.2.2).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// 密级和保密期限: `机密★1年` (9704 7.2.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Secrecy<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// 绝密, 机密 or 秘密.
    pub level: SecrecyLevel,
    /// The term behind ★, where there is one.
    pub term: Option<SecrecyTerm>,
}

impl<'src> Secrecy<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Secrecy<'t> {
        Secrecy { text: by.text(self.text), level: self.level, term: self.term }
    }
}

/// 密级.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SecrecyLevel {
    /// 绝密.
    TopSecret,
    /// 机密.
    Secret,
    /// 秘密.
    Confidential,
}

/// 保密期限.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SecrecyTerm {
    /// `1年`.
    Years(u16),
    /// `6个月`.
    Months(u16),
    /// `30天`, `30日`.
    Days(u16),
    /// 长期.
    LongTerm,
    /// Something else is written there.
    Other,
}
