//! The same tree over other texts: over those it owns, or over the source a plain copy of which was read.

use super::{
    Addressee, Attachment, AttachmentNote, Block, Cc, CopyNumber, Date, DocNumber, Document, Furniture, Header,
    Heading, Imprint, Issue, Kind, Mark, Marker, Note, Organ, Paragraph, Path, Provision, Row, Secrecy, Section,
    Signatory, Signature, Signer, Subtitle, Table, Text, Title, Urgency,
};
use crate::charset::{self, Script};

/// What the texts of a tree are exchanged for.
pub(crate) trait Exchange<'src, 't> {
    /// What stands in the place of a text.
    fn text(&self, text: Text<'src>) -> Text<'t>;

    /// What stands in the place of the way to a unit, which is made of the numbers in the text.
    fn path(&self, path: Path) -> Path {
        path
    }
}

/// Texts for the same ones, owned.
struct Owning;

impl<'src> Exchange<'src, 'static> for Owning {
    fn text(&self, text: Text<'src>) -> Text<'static> {
        text.into_owned()
    }
}

/// Texts for those in the same places of the source they were copied from.
pub(crate) struct InPlace<'t> {
    /// The source.
    pub(crate) source: &'t str,
    /// What it is written in.
    pub(crate) script: Script,
}

impl<'src, 't> Exchange<'src, 't> for InPlace<'t> {
    fn text(&self, text: Text<'src>) -> Text<'t> {
        text.over(self.source)
    }

    fn path(&self, path: Path) -> Path {
        match self.script {
            Script::Simplified => path,
            Script::Traditional => path.chars().map(charset::traditional_number).collect::<String>().into(),
        }
    }
}

/// Gives each of the elements its `into_owned`.
macro_rules! into_owned {
    ($($element:ident)*) => {
        $(
            impl $element<'_> {
                /// The same, owning its text: free of the source.
                #[must_use]
                pub fn into_owned(self) -> $element<'static> {
                    self.exchange(&Owning)
                }
            }
        )*
    };
}

into_owned! {
    Addressee Attachment AttachmentNote Block Cc CopyNumber Date DocNumber Document Furniture Header Heading Imprint
    Issue Kind Mark Marker Note Organ Paragraph Provision Row Secrecy Section Signatory Signature Signer Subtitle Table
    Title Urgency
}
