//! 版头: what stands over the red rule (9704 7.2).

use super::{CopyNumber, DocNumber, Exchange, Mark, Secrecy, Signatory, Urgency};
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

impl<'src> Header<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Header<'t> {
        Header {
            copy_number: self.copy_number.map(|copy_number| copy_number.exchange(by)),
            secrecy: self.secrecy.map(|secrecy| secrecy.exchange(by)),
            urgency: self.urgency.map(|urgency| urgency.exchange(by)),
            marks: self.marks.into_iter().map(|mark| mark.exchange(by)).collect(),
            doc_number: self.doc_number.map(|doc_number| doc_number.exchange(by)),
            signatories: self.signatories.into_iter().map(|signatory| signatory.exchange(by)).collect(),
        }
    }
}
