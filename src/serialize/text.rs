//! The tree as canonical text: what the parser reads back as the same tree.

use super::{Opening, gap};
use crate::ast::{Document, Node, Text};

/// The text of `document` in canonical form: one element a line, a title on its own lines, a blank line between the
/// parts of the document, paragraphs set in by two 汉字, no furniture.
///
/// Number, heading, the point behind it and the text that follows stand on one line. It reads back to the same tree,
/// but for places and furniture, where what was read was a document; what a broken table or a web menu was taken for
/// may be read otherwise.
#[must_use]
pub fn to_text(document: &Document<'_>) -> String {
    let mut out = Writer::default();
    for (_, node) in document.nodes() {
        out.node(node);
    }
    if !out.text.is_empty() {
        out.text.push('\n');
    }
    out.text
}

/// A part of a document; a blank line stands between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Header,
    Title,
    Body,
    Table,
    AttachmentNotes,
    Closing,
    Notes,
    Record,
    Attachment,
}

impl Part {
    fn of(node: Node<'_>) -> Option<Self> {
        Some(match node {
            Node::CopyNumber(_)
            | Node::Secrecy(_)
            | Node::Urgency(_)
            | Node::Mark(_)
            | Node::DocNumber(_)
            | Node::Signatory(_) => Self::Header,
            Node::Title(_) | Node::Subtitle(_) => Self::Title,
            Node::Addressee(_) | Node::Section(_) | Node::Provision(_) | Node::Paragraph(_) | Node::Heading(_) => {
                Self::Body
            }
            Node::Row(_) => Self::Table,
            Node::AttachmentNote(_) => Self::AttachmentNotes,
            Node::Signature(_) | Node::Signer(_) | Node::Date(_) => Self::Closing,
            Node::Note(_) => Self::Notes,
            Node::Cc(_) | Node::Imprint(_) => Self::Record,
            Node::Attachment(_) => Self::Attachment,
            Node::Document(_) | Node::Table(_) | Node::Furniture(_) => return None,
        })
    }
}

#[derive(Debug, Default)]
struct Writer {
    text: String,
    part: Option<Part>,
    /// What stands between the line that is open and the paragraph that runs on in it.
    runs_in: Option<&'static str>,
    /// Where in the source the 标志 on the line that is open ends.
    mark_end: Option<u32>,
    /// Where in the source the title on the line that is open ends.
    title_end: Option<u32>,
}

impl Writer {
    fn node(&mut self, node: Node<'_>) {
        let Some(part) = Part::of(node) else { return };
        match node {
            Node::Section(_) | Node::Provision(_) => self.unit(node),
            Node::Row(row) => self.line(part, "", &row.text),
            Node::Attachment(attachment) => match &attachment.label {
                Some(label) => self.line(part, "", label),
                None => self.part = None,
            },
            Node::Heading(heading) => {
                self.line(part, "　　", &heading.text);
                self.text.extend(heading.ending);
            }
            Node::Paragraph(paragraph) => match self.runs_in.take() {
                Some(gap) => self.text.extend([gap, &paragraph.text]),
                None => self.line(part, "　　", &paragraph.text),
            },
            Node::Title(title) => {
                self.by_lines(part, &title.text);
                self.title_end = Some(title.text.span.end);
            }
            Node::Signer(signer) => self.by_lines(part, &signer.text),
            Node::Mark(mark) => {
                self.line(part, "", &mark.text);
                self.mark_end = Some(mark.text.span.end);
            }
            // `云岭市人民政府公告2024年第3号`: glued to the 标志 it can be told from the title above.
            Node::DocNumber(number) if number.agency.is_none() && self.mark_end == Some(number.text.span.start) => {
                self.text.push_str(&number.text);
            }
            // `…的通知（云政发〔2024〕3号）`: the title may be told by the number behind it alone.
            Node::DocNumber(number) if self.title_end == Some(number.text.span.start) => {
                self.text.push_str(&number.text);
            }
            leaf => leaf.text().into_iter().for_each(|text| self.line(part, "", text)),
        }
    }

    /// A title keeps its lines: where they break tells the organs from each other. So does a signer the post from the name.
    fn by_lines(&mut self, part: Part, text: &Text<'_>) {
        let starts = text.pieces().iter().skip(1).map(|piece| piece.at as usize);
        let mut from = 0;
        for end in starts.chain([text.len()]) {
            self.line(part, "", text.get(from..end).unwrap_or("").trim_end());
            from = end;
        }
    }

    fn unit(&mut self, node: Node<'_>) {
        let Some(Opening { marker, heading, runs_in }) = Opening::of(node) else { return };
        let gap = gap(marker.style);
        self.line(Part::Body, "　　", &marker.text);
        if let Some(heading) = heading {
            self.text.extend([gap, &heading.text]);
            self.text.extend(heading.ending);
        }
        // A heading without a point is parted from its text by a blank.
        let behind = if heading.is_none() { gap } else { heading.and_then(|h| h.ending).map_or("　", |_| "") };
        self.runs_in = runs_in.then_some(behind);
    }

    fn line(&mut self, part: Part, indent: &str, text: &str) {
        if !self.text.is_empty() {
            self.text.push_str(if self.part == Some(part) { "\n" } else { "\n\n" });
        }
        self.text.extend([indent, text]);
        self.part = Some(part);
        self.runs_in = None;
        self.mark_end = None;
        self.title_end = None;
    }
}
