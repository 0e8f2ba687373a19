//! 发文机关标志: `云岭市人民政府文件` (9704 7.2.4).

use super::{Exchange, Organ, Text};
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

impl<'src> Mark<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Mark<'t> {
        Mark { text: by.text(self.text), organs: self.organs.into_iter().map(|organ| organ.exchange(by)).collect() }
    }
}
