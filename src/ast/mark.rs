//! 发文机关标志: `云岭市人民政府文件` (9704 7.2.4).

use super::{Organ, Text};
use serde::{Deserialize, Serialize};

/// 发文机关标志: `云岭市人民政府文件`, one or several organs (9704 7.2.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mark<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The organs named, 文件 and 令 left out.
    pub organs: Vec<Organ<'src>>,
}

impl Mark<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Mark<'static> {
        Mark { text: self.text.into_owned(), organs: self.organs.into_iter().map(Organ::into_owned).collect() }
    }
}
