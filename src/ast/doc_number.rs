//! 发文字号: `云政发〔2024〕12号` (9704 7.2.5).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// 发文字号: `云政发〔2024〕12号` (9704 7.2.5), also 令号 `第12号` and 公告号 `2024年第3号`.
///
/// What is not written is `None`: `云政发〔2024〕号` has no serial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocNumber<'src> {
    /// The text as written, label and all.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// 机关代字: `云政发`; in orders the organ, `财政部令`.
    pub agency: Option<Text<'src>>,
    /// Year.
    pub year: Option<u16>,
    /// Serial number.
    pub serial: Option<u32>,
    /// The brackets round the year.
    pub brackets: Brackets,
}

impl<'src> DocNumber<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> DocNumber<'t> {
        DocNumber {
            text: by.text(self.text),
            agency: self.agency.map(|text| by.text(text)),
            year: self.year,
            serial: self.serial,
            brackets: self.brackets,
        }
    }
}

/// The brackets round the year of a [`DocNumber`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Brackets {
    /// `〔2024〕`, as 9704 7.2.5 asks.
    Hexagonal,
    /// `[2024]`, `［2024］`.
    Square,
    /// `（2024）`, `(2024)`.
    Round,
    /// `【2024】`.
    Lenticular,
    /// Another kind, or two of different kinds.
    Other,
    /// No brackets: `第12号`, `2024年第3号`.
    None,
}
