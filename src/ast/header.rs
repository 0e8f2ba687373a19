//! 版头: what stands over the red rule (9704 7.2).

use super::{CopyNumber, DocNumber, Mark, Secrecy, Signatory, Urgency};
use serde::{Deserialize, Serialize};

/// 版头 (9704 7.2). Web copies mostly keep only the 发文字号; what is not there is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Default)]
pub struct Header<'src> {
    /// 份号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_number: Option<CopyNumber<'src>>,
    /// 密级和保密期限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Secrecy<'src>>,
    /// 紧急程度.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency<'src>>,
    /// 发文机关标志, one or several lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark<'src>>,
    /// 发文字号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<DocNumber<'src>>,
    /// 签发人, one or several lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<Signatory<'src>>,
}

impl Header<'_> {
    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Header<'static> {
        Header {
            copy_number: self.copy_number.map(CopyNumber::into_owned),
            secrecy: self.secrecy.map(Secrecy::into_owned),
            urgency: self.urgency.map(Urgency::into_owned),
            marks: self.marks.into_iter().map(Mark::into_owned).collect(),
            doc_number: self.doc_number.map(DocNumber::into_owned),
            signatories: self.signatories.into_iter().map(Signatory::into_owned).collect(),
        }
    }
}
