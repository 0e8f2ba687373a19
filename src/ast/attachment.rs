//! 附件: its own page, its own title, a document of its own (9704 7.3.7).

use super::{Document, Exchange, Text};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// An attachment or issued document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attachment<'src> {
    /// `附件1`; `None` where an issued document follows without such a line.
    pub label: Option<Text<'src>>,
    /// The number in the label.
    pub number: Option<u32>,
    /// What is attached.
    pub document: Box<Document<'src>>,
}

impl<'src> Attachment<'src> {
    /// Where it stands in the source, from its label on.
    #[must_use]
    pub fn span(&self) -> Span {
        self.label.as_ref().map_or(self.document.span, |label| label.span.to(self.document.span))
    }

    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Attachment<'t> {
        Attachment {
            label: self.label.map(|text| by.text(text)),
            number: self.number,
            document: Box::new(self.document.exchange(by)),
        }
    }
}
