//! Which document a block belongs to: the text's own, an 附件, an issued one.

use crate::ast::{Attachment, Document, Role, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexis::attachment;
use crate::span::Span;

use super::Source;
use super::header::{element, report};
use super::units::{Body, Units};

/// Attachments nest no deeper.
const DEEPEST: usize = 6;

/// An attached document whose end has not come.
#[derive(Debug)]
struct Open<'src> {
    label: Option<Text<'src>>,
    number: Option<u32>,
    document: Box<Document<'src>>,
}

/// The documents open at a place of the text: the text's own, and those attached, each to one before it.
#[derive(Debug)]
pub(super) struct Documents<'src, 'd, B: Body<'src>> {
    own: Document<'src>,
    attached: Vec<Open<'src>>,
    /// The units open in the innermost one.
    units: Units<'src, B>,
    diagnostics: &'d mut Vec<Diagnostic>,
    source: &'src str,
}

impl<'src, 'd, B: Body<'src>> Documents<'src, 'd, B> {
    pub(super) fn new(source: &'src str, body: B, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let (own, attached) = Default::default();
        Self { own, attached, units: Units::new(body), diagnostics, source }
    }

    /// Adds the next block.
    pub(super) fn add(&mut self, source: &Source<'src, '_>) {
        let role = source.block.role;
        if source.block.opens && (role == Role::Attachment || !self.is_empty()) {
            self.attach(source);
        }
        let span = source.block.span;
        let (label, document) = match self.attached.last_mut() {
            Some(open) => (open.label.as_ref(), &mut *open.document),
            None => (None, &mut self.own),
        };
        let units = &mut self.units;
        document.span = if document.span.is_empty() { span } else { document.span.to(span) };
        match role {
            Role::Attachment if label.is_some_and(|label| label.span == span) => {}
            Role::Numbered => units.numbered(source, document),
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
            Role::Paragraph | Role::Enumeration => units.paragraph(source, document),
            Role::Furniture => {
                element(source, document, self.diagnostics);
            }
            _ => {
                if element(source, document, self.diagnostics) {
                    // What follows stands behind this element, so it is in none of the units before it.
                    units.finish(document);
                } else {
                    units.paragraph(source, document);
                }
            }
        }
    }

    /// The text's own document, the others attached, and what was made of the bodies besides.
    pub(super) fn finish(mut self) -> (Document<'src>, B) {
        self.finish_units();
        while !self.attached.is_empty() {
            self.close();
        }
        debug_assert!(self.own.span.end as usize <= self.source.len(), "a span left the text");
        (self.own, self.units.body)
    }

    /// The body of the innermost document ends: nothing comes back to it behind one attached to it.
    fn finish_units(&mut self) {
        self.units.finish(self.attached.last_mut().map_or(&mut self.own, |open| &mut *open.document));
    }

    fn is_empty(&self) -> bool {
        self.attached.last().map_or(&self.own, |open| &*open.document).span.is_empty()
    }

    /// Begins an attached document: under the innermost one that announced attachments, else under the text's own.
    #[cold]
    fn attach(&mut self, source: &Source<'src, '_>) {
        self.finish_units();
        let labelled = source.block.role == Role::Attachment;
        let announced = |open: &Open<'_>| labelled && !open.document.attachment_notes.is_empty();
        let parents = self.attached.iter().rposition(announced).map_or(0, |at| at + 1).min(DEEPEST);
        while self.attached.len() > parents {
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
        self.units.body.attach();
        self.attached.push(Open { label, number, document: Box::default() });
    }

    fn close(&mut self) {
        let Some(Open { label, number, document }) = self.attached.pop() else { return };
        let parent = self.attached.last_mut().map_or(&mut self.own, |open| &mut *open.document);
        parent.span = Span::to(parent.span, document.span);
        parent.attachments.push(Attachment { label, number, document });
    }
}
