//! The bodies of documents, counted.

use crate::ast::{Counts, Document};

use super::Source;
use super::units::{Body, Opening};

impl<'src> Body<'src> for Counts {
    type Unit = ();

    fn open(&mut self, source: &Source<'src, '_>, opening: Opening<'src>, _: Option<&()>) {
        self.add_unit(opening.kind, source.block.level);
        self.paragraphs += usize::from(source.has_rest(opening.from));
    }

    fn paragraph(&mut self, _: &Source<'src, '_>, _: Option<&mut ()>, _: &mut Document<'src>) {
        self.paragraphs += 1;
    }

    fn attach(&mut self) {
        self.attachments += 1;
    }
}
