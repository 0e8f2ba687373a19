//! 主送机关: `各县（市、区）人民政府，市政府各部门：` (9704 7.3.2).

use super::{Exchange, Organ, Text};
use serde::{Deserialize, Serialize};

/// 主送机关 (9704 7.3.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Addressee<'src> {
    /// The text as written, with its colon.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The organs, in order; `各县（市、区）人民政府` is one.
    pub organs: Vec<Organ<'src>>,
}

impl<'src> Addressee<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Addressee<'t> {
        Addressee {
            text: by.text(self.text),
            organs: self.organs.into_iter().map(|organ| organ.exchange(by)).collect(),
        }
    }
}
