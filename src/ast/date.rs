//! 成文日期: `2024年5月6日` (9704 7.3.5.4).

use super::Text;
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

impl Date<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Date<'static> {
        Date { text: self.text.into_owned(), year: self.year, month: self.month, day: self.day }
    }
}
