//! Folds the flat blocks into the tree.

mod document;
mod enumeration;
mod header;
mod units;

use crate::ast::{Blocks, Document, FlatBlock, Text, join};
use crate::charset::trim_start;
use crate::diagnostic::Diagnostic;
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

    /// What stands in the block behind byte `from`, blanks in front left out; `None` where nothing is left.
    fn rest(&self, from: u32) -> Option<Text<'src>> {
        let span = Span::new(from, self.block.span.end);
        let text = if self.block.joined {
            self.part(span)
        } else {
            let (whole, bare) = (span.of(self.text), trim_start(span.of(self.text)));
            Text::borrowed(bare, from + u32::try_from(whole.len() - bare.len()).unwrap_or(0))
        };
        Some(text).filter(|text| !text.is_empty())
    }
}
