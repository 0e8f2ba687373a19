//! 附件说明: `附件：1. 名称` (9704 7.3.4).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// One entry of the 附件说明 (9704 7.3.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttachmentNote<'src> {
    /// The entry as written, label and number included.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// The number in front of the name.
    pub number: Option<u32>,
    /// The name of the attachment; `None` for a bare `附件：`.
    pub name: Option<Text<'src>>,
}

impl<'src> AttachmentNote<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> AttachmentNote<'t> {
        AttachmentNote { text: by.text(self.text), number: self.number, name: self.name.map(|text| by.text(text)) }
    }
}
