//! 附件说明: `附件：1. 名称` (9704 7.3.4).

use super::Text;
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

impl AttachmentNote<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> AttachmentNote<'static> {
        AttachmentNote { text: self.text.into_owned(), number: self.number, name: self.name.map(Text::into_owned) }
    }
}
