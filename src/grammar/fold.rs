//! Folds the flat blocks into the tree.

mod document;
mod enumeration;
mod header;
mod units;

use crate::ast::{Blocks, Document, FlatBlock, Text, join};
use crate::diagnostic::Diagnostic;
use crate::source::trim;
use crate::span::Span;

use document::Documents;
use enumeration::Seconds;

/// The tree of `blocks`. What its values leave open is reported.
pub(crate) fn fold<'src>(blocks: &Blocks<'src>, diagnostics: &mut Vec<Diagnostic>) -> Document<'src> {
    let seconds = Seconds::new(blocks.source);
    let mut documents = Documents::new(blocks.source, seconds, diagnostics);
    let mut rest = blocks.blocks.as_slice();
    while let Some((block, behind)) = rest.split_first() {
        documents.add(&Source { text: blocks.source, block, behind });
        rest = behind;
    }
    documents.finish()
}

/// A block, the text it stands in, and the blocks behind it, which may lie inside its span.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'src, 'b> {
    text: &'src str,
    block: &'b FlatBlock,
    behind: &'b [FlatBlock],
}

impl<'src> Source<'src, '_> {
    /// The text of the whole block, its lines rejoined.
    fn whole(&self) -> Text<'src> {
        self.part(self.block.span)
    }

    /// The text of a part of the block.
    fn part(&self, span: Span) -> Text<'src> {
        if !self.block.joined {
            return Text::borrowed(span.of(self.text), span.start);
        }
        join(self.text, span, self.behind.iter().map(|hole| hole.span))
    }

    /// The text of a part of the block, blanks at its ends left out; `None` where nothing is left.
    fn trimmed(&self, span: Span) -> Option<Text<'src>> {
        let text = if self.block.joined {
            self.part(span)
        } else {
            let (start, bare) = trim(span.of(self.text));
            Text::borrowed(bare, span.start + u32::try_from(start).unwrap_or(0))
        };
        Some(text).filter(|text| !text.is_empty())
    }
}
