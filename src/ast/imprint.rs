//! 版记: 抄送, 印发机关, 印发日期 (9704 7.4).

use super::{Date, Exchange, Organ, Text};
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

impl<'src> Cc<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Cc<'t> {
        Cc {
            text: by.text(self.text),
            label: self.label.map(|text| by.text(text)),
            organs: self.organs.into_iter().map(|organ| organ.exchange(by)).collect(),
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

impl<'src> Imprint<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Imprint<'t> {
        Imprint {
            text: by.text(self.text),
            organ: self.organ.map(|organ| organ.exchange(by)),
            date: self.date.map(|date| date.exchange(by)),
        }
    }
}
