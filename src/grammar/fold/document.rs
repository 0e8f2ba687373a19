//! Which document a block belongs to: the text's own, an 附件, an issued one.

use crate::ast::{Attachment, Document, Role, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexis::attachment;
use crate::span::Span;

use super::Source;
use super::enumeration::Seconds;
use super::header::{element, report};
use super::units::Units;

/// Attachments nest no deeper.
const DEEPEST: usize = 6;

/// A document whose end has not come.
#[derive(Debug, Default)]
struct Open<'src> {
    label: Option<Text<'src>>,
    number: Option<u32>,
    document: Box<Document<'src>>,
    units: Units<'src>,
}

/// The documents open at a place of the text: the text's own, and those attached.
#[derive(Debug)]
pub(super) struct Documents<'src, 'd> {
    open: Vec<Open<'src>>,
    diagnostics: &'d mut Vec<Diagnostic>,
    source: &'src str,
    seconds: Seconds<'d>,
}

impl<'src, 'd> Documents<'src, 'd> {
    pub(super) fn new(source: &'src str, seconds: Seconds<'d>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        Self { open: vec![Open::default()], diagnostics, source, seconds }
    }

    /// Adds the next block.
    pub(super) fn add(&mut self, source: &Source<'src, '_>) {
        let role = source.block.role;
        if source.block.opens && (role == Role::Attachment || !self.is_empty()) {
            self.attach(source);
        }
        let Some(open) = self.open.last_mut() else { return };
        let span = source.block.span;
        open.document.span = if open.document.span.is_empty() { span } else { open.document.span.to(span) };
        let (units, document) = (&mut open.units, &mut *open.document);
        match role {
            Role::Attachment if open.label.as_ref().is_some_and(|label| label.span == span) => {}
            Role::Numbered => units.numbered(source, document, &mut self.seconds),
            Role::Heading => {
                report(
                    source,
                    self.diagnostics,
                    Code::HeadingUnnumbered,
                    "this line has no number and was taken for a heading",
                );
                units.heading(source, document);
            }
            Role::Table => units.row(source, document),
            Role::Paragraph | Role::Enumeration => units.paragraph(source, document, &mut self.seconds),
            Role::Furniture => {
                element(source, document, self.diagnostics);
            }
            _ => {
                if element(source, document, self.diagnostics) {
                    // What follows stands behind this element, so it is in none of the units before it.
                    units.finish(document);
                } else {
                    units.paragraph(source, document, &mut self.seconds);
                }
            }
        }
    }

    /// The text's own document, the others attached.
    pub(super) fn finish(mut self) -> Document<'src> {
        while self.open.len() > 1 {
            self.close();
        }
        let Some(Open { mut document, mut units, .. }) = self.open.pop() else { return Document::default() };
        units.finish(&mut document);
        debug_assert!(document.span.end as usize <= self.source.len(), "a span left the text");
        *document
    }

    fn is_empty(&self) -> bool {
        self.open.last().is_some_and(|open| open.document.span.is_empty())
    }

    /// Begins an attached document: under the innermost one that announced attachments, else under the text's own.
    fn attach(&mut self, source: &Source<'src, '_>) {
        let labelled = source.block.role == Role::Attachment;
        let announced = |open: &Open<'_>| labelled && !open.document.attachment_notes.is_empty();
        let parent = self.open.iter().rposition(announced).unwrap_or(0).min(DEEPEST);
        while self.open.len() > parent + 1 {
            self.close();
        }
        if !labelled {
            report(
                source,
                self.diagnostics,
                Code::AttachmentUnlabelled,
                "another document begins here, without an 附件 line",
            );
        }
        let label = labelled.then(|| source.whole());
        let number = label.as_ref().and_then(|label| attachment::label(label)).flatten();
        self.open.push(Open { label, number, ..Open::default() });
    }

    fn close(&mut self) {
        let Some(Open { label, number, mut document, mut units }) = self.open.pop() else { return };
        units.finish(&mut document);
        if let Some(parent) = self.open.last_mut() {
            parent.document.span = Span::to(parent.document.span, document.span);
            parent.document.attachments.push(Attachment { label, number, document });
        }
    }
}
