//! 版记: 抄送, 印发机关, 印发日期 (9704 7.4).

use super::{Date, Organ, Text};
use serde::{Deserialize, Serialize};

/// 抄送机关, or 主送 moved to the 版记 (9704 7.4.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cc<'src> {
    /// The text as written, label and all.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The label: `抄送`, `主送`, `分送`.
    pub label: Option<Text<'src>>,
    /// The organs, in order.
    pub organs: Vec<Organ<'src>>,
}

impl Cc<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Cc<'static> {
        Cc {
            text: self.text.into_owned(),
            label: self.label.map(Text::into_owned),
            organs: self.organs.into_iter().map(Organ::into_owned).collect(),
        }
    }
}

/// 印发机关和印发日期 (9704 7.4.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Imprint<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// 印发机关.
    pub organ: Option<Organ<'src>>,
    /// 印发日期.
    pub date: Option<Date<'src>>,
}

impl Imprint<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Imprint<'static> {
        Imprint {
            text: self.text.into_owned(),
            organ: self.organ.map(Organ::into_owned),
            date: self.date.map(Date::into_owned),
        }
    }
}
