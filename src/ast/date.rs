//! 成文日期: `2024年5月6日` (9704 7.3.5.4).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// A date as written; what is left blank is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// Year.
    pub year: Option<u16>,
    /// Month.
    pub month: Option<u8>,
    /// Day.
    pub day: Option<u8>,
}

impl<'src> Date<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Date<'t> {
        Date { text: by.text(self.text), year: self.year, month: self.month, day: self.day }
    }
}
