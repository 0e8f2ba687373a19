//! Any element of a document, for walks that treat all alike.

use super::{
    Addressee, Attachment, AttachmentNote, Block, Cc, CopyNumber, Date, DocNumber, Document, Furniture, Heading,
    Imprint, Mark, Note, Paragraph, Provision, Row, Secrecy, Section, Signatory, Signature, Signer, Subtitle, Table,
    Text, Title, Urgency,
};
use crate::span::Span;
use serde::Serialize;

/// Any element of a [`Document`], or one itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is named for its type")]
pub enum Node<'a> {
    Document(&'a Document<'a>),
    CopyNumber(&'a CopyNumber<'a>),
    Secrecy(&'a Secrecy<'a>),
    Urgency(&'a Urgency<'a>),
    Mark(&'a Mark<'a>),
    DocNumber(&'a DocNumber<'a>),
    Signatory(&'a Signatory<'a>),
    Title(&'a Title<'a>),
    Subtitle(&'a Subtitle<'a>),
    Addressee(&'a Addressee<'a>),
    Section(&'a Section<'a>),
    Provision(&'a Provision<'a>),
    Paragraph(&'a Paragraph<'a>),
    Heading(&'a Heading<'a>),
    Table(&'a Table<'a>),
    Row(&'a Row<'a>),
    AttachmentNote(&'a AttachmentNote<'a>),
    Signature(&'a Signature<'a>),
    Signer(&'a Signer<'a>),
    Date(&'a Date<'a>),
    Note(&'a Note<'a>),
    Cc(&'a Cc<'a>),
    Imprint(&'a Imprint<'a>),
    Attachment(&'a Attachment<'a>),
    Furniture(&'a Furniture<'a>),
}

impl<'a> Node<'a> {
    /// Where it stands in the source, all that is in it included.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Self::Document(document) => document.span,
            Self::Section(section) => section.span,
            Self::Provision(provision) => provision.span,
            Self::Table(table) => table.span,
            Self::Attachment(attachment) => attachment.span(),
            leaf => leaf.text().map_or_else(Span::default, |text| text.span),
        }
    }

    /// The text of an element that is one text; `None` for those that have parts: a document, a section, a
    /// provision, a table, an attachment.
    #[must_use]
    pub fn text(self) -> Option<&'a Text<'a>> {
        Some(match self {
            Self::CopyNumber(node) => &node.text,
            Self::Secrecy(node) => &node.text,
            Self::Urgency(node) => &node.text,
            Self::Mark(node) => &node.text,
            Self::DocNumber(node) => &node.text,
            Self::Signatory(node) => &node.text,
            Self::Title(node) => &node.text,
            Self::Subtitle(node) => &node.text,
            Self::Addressee(node) => &node.text,
            Self::Paragraph(node) => &node.text,
            Self::Heading(node) => &node.text,
            Self::Row(node) => &node.text,
            Self::AttachmentNote(node) => &node.text,
            Self::Signature(node) => &node.text,
            Self::Signer(node) => &node.text,
            Self::Date(node) => &node.text,
            Self::Note(node) => &node.text,
            Self::Cc(node) => &node.text,
            Self::Imprint(node) => &node.text,
            Self::Furniture(node) => &node.text,
            Self::Document(_) | Self::Section(_) | Self::Provision(_) | Self::Table(_) | Self::Attachment(_) => {
                return None;
            }
        })
    }

    /// The texts it is made of, in source order; those of the elements in it are not among them.
    pub fn texts(self) -> impl Iterator<Item = &'a Text<'a>> {
        let (first, heading) = match self {
            Self::Section(node) => (Some(&node.marker.text), node.heading.as_ref()),
            Self::Provision(node) => (Some(&node.marker.text), node.heading.as_ref()),
            Self::Attachment(node) => (node.label.as_ref(), None),
            leaf => (leaf.text(), None),
        };
        first.into_iter().chain(heading.map(|heading| &heading.text))
    }

    /// The name of its role: that of `hongtou label`, or of the kind of a provision.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document(_) => "document",
            Self::CopyNumber(_) => "copy_number",
            Self::Secrecy(_) => "secrecy",
            Self::Urgency(_) => "urgency",
            Self::Mark(_) => "mark",
            Self::DocNumber(_) => "doc_number",
            Self::Signatory(_) => "signatory",
            Self::Title(_) => "title",
            Self::Subtitle(_) => "subtitle",
            Self::Addressee(_) => "addressee",
            Self::Section(_) => "section",
            Self::Provision(provision) => provision.kind.name(),
            Self::Paragraph(_) => "paragraph",
            Self::Heading(_) => "heading",
            Self::Table(_) => "table",
            Self::Row(_) => "row",
            Self::AttachmentNote(_) => "attachment_note",
            Self::Signature(_) => "signature",
            Self::Signer(_) => "signer",
            Self::Date(_) => "date",
            Self::Note(_) => "note",
            Self::Cc(_) => "cc",
            Self::Imprint(_) => "imprint",
            Self::Attachment(_) => "attachment",
            Self::Furniture(_) => "furniture",
        }
    }

    /// The way to a section or provision as people cite it: `一/（三）`; `None` for any other element.
    #[must_use]
    pub fn path(self) -> Option<&'a str> {
        match self {
            Self::Section(section) => Some(&section.path),
            Self::Provision(provision) => Some(&provision.path),
            _ => None,
        }
    }

    /// The heading of a section or provision.
    #[must_use]
    pub fn heading(self) -> Option<&'a Heading<'a>> {
        match self {
            Self::Section(section) => section.heading.as_ref(),
            Self::Provision(provision) => provision.heading.as_ref(),
            _ => None,
        }
    }

    /// The blocks in it, of a section or a provision.
    pub(crate) fn blocks(self) -> &'a [Block<'a>] {
        match self {
            Self::Section(section) => &section.blocks,
            Self::Provision(provision) => &provision.blocks,
            _ => &[],
        }
    }
}

impl<'a> From<&'a Block<'a>> for Node<'a> {
    fn from(block: &'a Block<'a>) -> Self {
        match block {
            Block::Section(node) => Self::Section(node),
            Block::Provision(node) => Self::Provision(node),
            Block::Paragraph(node) => Self::Paragraph(node),
            Block::Heading(node) => Self::Heading(node),
            Block::Table(node) => Self::Table(node),
        }
    }
}

/// The elements of a document in source order, its furniture and what is in them left out.
///
/// Where spans don't tell, as in a tree built by hand, the order is that of 9704.
pub(crate) fn parts<'a>(document: &'a Document<'a>) -> Vec<Node<'a>> {
    let header = &document.header;
    let mut parts = Vec::with_capacity(document.body.len() + 16);
    parts.extend(header.copy_number.iter().map(Node::CopyNumber));
    parts.extend(header.secrecy.iter().map(Node::Secrecy));
    parts.extend(header.urgency.iter().map(Node::Urgency));
    parts.extend(header.marks.iter().map(Node::Mark));
    parts.extend(header.doc_number.iter().map(Node::DocNumber));
    parts.extend(header.signatories.iter().map(Node::Signatory));
    parts.extend(document.title.iter().map(Node::Title));
    parts.extend(document.subtitles.iter().map(Node::Subtitle));
    parts.extend(document.addressee.iter().map(Node::Addressee));
    parts.extend(document.body.iter().map(Node::from));
    parts.extend(document.attachment_notes.iter().map(Node::AttachmentNote));
    parts.extend(document.signatures.iter().map(Node::Signature));
    parts.extend(document.signers.iter().map(Node::Signer));
    parts.extend(document.date.iter().map(Node::Date));
    parts.extend(document.notes.iter().map(Node::Note));
    parts.extend(document.attachments.iter().map(Node::Attachment));
    parts.extend(document.ccs.iter().map(Node::Cc));
    parts.extend(document.imprint.iter().map(Node::Imprint));
    parts.sort_by_key(|part| part.span().start);
    parts
}
