//! A whole 公文.

use super::{
    Addressee, Attachment, AttachmentNote, Block, Cc, Date, Exchange, Furniture, Header, Imprint, Note, Signature,
    Signer, Subtitle, Title,
};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A 公文, top to bottom. What is not there is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Default)]
pub struct Document<'src> {
    /// First to last byte, attachments included.
    pub span: Span,
    /// 版头.
    pub header: Header<'src>,
    /// 标题.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title<'src>>,
    /// 题注 and the like, under the title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtitles: Vec<Subtitle<'src>>,
    /// 主送机关.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Addressee<'src>>,
    /// 正文.
    pub body: Vec<Block<'src>>,
    /// 附件说明, one entry each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachment_notes: Vec<AttachmentNote<'src>>,
    /// 发文机关署名, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature<'src>>,
    /// Personal signatures of 令 and 议案.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<Signer<'src>>,
    /// 成文日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date<'src>>,
    /// 附注.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note<'src>>,
    /// 抄送 and 主送 in the 版记.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ccs: Vec<Cc<'src>>,
    /// 印发机关和印发日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imprint: Option<Imprint<'src>>,
    /// 附件 and issued documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment<'src>>,
    /// Page numbers, running heads, web menus.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub furniture: Vec<Furniture<'src>>,
}

impl<'src> Document<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Document<'t> {
        Document {
            span: self.span,
            header: self.header.exchange(by),
            title: self.title.map(|title| title.exchange(by)),
            subtitles: self.subtitles.into_iter().map(|subtitle| subtitle.exchange(by)).collect(),
            addressee: self.addressee.map(|addressee| addressee.exchange(by)),
            body: self.body.into_iter().map(|block| block.exchange(by)).collect(),
            attachment_notes: self
                .attachment_notes
                .into_iter()
                .map(|attachment_note| attachment_note.exchange(by))
                .collect(),
            signatures: self.signatures.into_iter().map(|signature| signature.exchange(by)).collect(),
            signers: self.signers.into_iter().map(|signer| signer.exchange(by)).collect(),
            date: self.date.map(|date| date.exchange(by)),
            notes: self.notes.into_iter().map(|note| note.exchange(by)).collect(),
            ccs: self.ccs.into_iter().map(|cc| cc.exchange(by)).collect(),
            imprint: self.imprint.map(|imprint| imprint.exchange(by)),
            attachments: self.attachments.into_iter().map(|attachment| attachment.exchange(by)).collect(),
            furniture: self.furniture.into_iter().map(|furniture| furniture.exchange(by)).collect(),
        }
    }
}
