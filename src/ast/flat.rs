//! The flat face: the blocks of a text in source order, one small record each.

use crate::span::Span;

use super::join::join;
use super::{MarkerStyle, Text};

/// What a block is. The names are those of `hongtou label`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Not part of the document: page numbers, running heads, web menus.
    Furniture,
    /// 份号.
    CopyNumber,
    /// 密级和保密期限.
    Secrecy,
    /// 紧急程度.
    Urgency,
    /// 发文机关标志.
    Mark,
    /// 发文字号.
    DocNumber,
    /// 签发人.
    Signatory,
    /// 标题.
    Title,
    /// 题注, or a line in brackets under a title.
    Subtitle,
    /// 主送机关.
    Addressee,
    /// A numbered unit: a section, or 编章节条项目, told by its marker's style.
    Numbered,
    /// A heading without a number.
    Heading,
    /// A paragraph that is a member of an enumeration: 一是…
    Enumeration,
    /// Any other paragraph.
    Paragraph,
    /// A row of a table.
    Table,
    /// 附件说明.
    AttachmentNote,
    /// 发文机关署名.
    Signature,
    /// A personal signature.
    Signer,
    /// 成文日期.
    Date,
    /// 附注.
    Note,
    /// The line that opens an 附件.
    Attachment,
    /// 抄送, or 主送 in the 版记.
    Cc,
    /// 印发机关和印发日期.
    Imprint,
}

/// One block of the flat face. Lengths are in bytes, lines 1-based.
///
/// Furniture and table rows may lie inside the span of a block that goes on behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlatBlock {
    /// First to last byte, blanks at both ends left out.
    pub span: Span,
    /// The physical line it begins on.
    pub line: u32,
    /// The number of the marker; `u32::MAX` where it has none or it does not fit.
    pub number: u32,
    /// What it is.
    pub role: Role,
    /// The style of its marker.
    pub style: Option<MarkerStyle>,
    /// The standard's rank of the marker's style: 一、 1 … ① 5; 0 for provisions and blocks without a marker.
    pub level: u8,
    /// Bytes of the marker, from the start of the span.
    pub marker_len: u8,
    /// Whether a new document begins here (an 附件 or an issued document).
    pub opens: bool,
    /// Whether it stands on more than one line.
    pub joined: bool,
    /// The bytes from the start of the block to the start of its heading; 0 where it has no heading.
    pub heading_start: u16,
    /// The bytes from the start of the block to the end of its heading, the closing point left out; may lie
    /// behind a line end. Equal to the length of the block where all of it is the heading.
    pub heading_end: u16,
}

/// The blocks of a text, in source order, over the text they were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocks<'src> {
    /// The text.
    pub source: &'src str,
    /// The blocks.
    pub blocks: Vec<FlatBlock>,
}

impl<'src> Blocks<'src> {
    /// The blocks, in source order.
    pub fn iter(&self) -> std::slice::Iter<'_, FlatBlock> {
        self.blocks.iter()
    }

    /// The text of the block at `index`, its lines rejoined, furniture and tables inside it left out.
    #[must_use]
    pub fn text(&self, index: usize) -> Option<Text<'src>> {
        self.part(index, self.blocks.get(index)?.span)
    }

    /// The text of `span`, which is part of the block at `index`.
    pub(crate) fn part(&self, index: usize, span: Span) -> Option<Text<'src>> {
        let behind = self.blocks.get(index + 1..)?;
        Some(join(self.source, span, behind.iter().map(|hole| hole.span)))
    }

    /// Every block with its text, in source order.
    pub fn texts(&self) -> impl Iterator<Item = (&FlatBlock, Text<'src>)> {
        self.blocks.iter().enumerate().filter_map(|(index, block)| Some((block, self.text(index)?)))
    }
}

impl<'a> IntoIterator for &'a Blocks<'_> {
    type Item = &'a FlatBlock;
    type IntoIter = std::slice::Iter<'a, FlatBlock>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
