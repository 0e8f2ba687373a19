//! Folds the flat blocks into the tree.

mod counts;
mod document;
mod enumeration;
mod header;
mod tree;
mod units;

use crate::ast::{Blocks, Counts, Document, FlatBlock, Text, rejoin};
use crate::charset::trim_start;
use crate::diagnostic::Diagnostic;
use crate::source::Rare;
use crate::span::{Span, offset};

use document::Documents;
use enumeration::Seconds;
use tree::Tree;
use units::Body;

/// The tree of `blocks`, in whose text `rare` may stand. What its values leave open is reported.
pub(crate) fn fold<'src>(blocks: &Blocks<'src>, rare: Rare, diagnostics: &mut Vec<Diagnostic>) -> Document<'src> {
    let tree = Tree::new(Seconds::new(blocks.source, rare.circled));
    fold_into(tree, blocks, rare, diagnostics).0
}

/// The same without the bodies, which are counted.
pub(crate) fn count<'src>(
    blocks: &Blocks<'src>,
    rare: Rare,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Document<'src>, Counts) {
    fold_into(Counts::default(), blocks, rare, diagnostics)
}

fn fold_into<'src, B: Body<'src>>(
    body: B,
    blocks: &Blocks<'src>,
    rare: Rare,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Document<'src>, B) {
    let mut documents = Documents::new(blocks.source, body, diagnostics);
    let (mut rest, rare_ends) = (blocks.blocks.as_slice(), rare.line_ends);
    while let Some((block, behind)) = rest.split_first() {
        documents.add(&Source { text: blocks.source, raw: block.span.of(blocks.source), block, behind, rare_ends });
        rest = behind;
    }
    documents.finish()
}

/// A block, the text it stands in, and the blocks behind it, which may lie inside its span.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'src, 'b> {
    text: &'src str,
    /// The block as it stands there.
    raw: &'src str,
    block: &'b FlatBlock,
    behind: &'b [FlatBlock],
    rare_ends: bool,
}

impl<'src> Source<'src, '_> {
    /// The text of the whole block, its lines rejoined.
    fn whole(&self) -> Text<'src> {
        if self.block.joined { self.joined(self.block.span) } else { Text::at(self.raw, self.block.span) }
    }

    /// Whether the text of the whole block begins with `word`.
    fn opens_with(&self, word: &str) -> bool {
        self.raw.starts_with(word)
            || self.block.joined && self.raw.chars().next() == word.chars().next() && self.whole().starts_with(word)
    }

    /// The text of the bytes `from..to` of the block.
    fn part(&self, from: u32, to: u32) -> Text<'src> {
        let span = Span::new(self.block.span.start + from, self.block.span.start + to);
        if self.block.joined {
            return self.joined(span);
        }
        Text::at(self.raw.get(from as usize..to as usize).unwrap_or(""), span)
    }

    /// What stands in the block behind its byte `from`, blanks in front left out; `None` where nothing is left.
    fn rest(&self, from: u32) -> Option<Text<'src>> {
        let span = self.block.span;
        let text = if self.block.joined {
            self.joined(Span::new(span.start + from, span.end))
        } else {
            let bare = trim_start(self.raw.get(from as usize..).unwrap_or(""));
            Text::at(bare, Span::new(span.end - offset(bare.len()), span.end))
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// Whether anything stands there. The last character of a block is its own, and no blank.
    fn has_rest(&self, from: u32) -> bool {
        let goes_on = from < self.block.span.len();
        debug_assert_eq!(goes_on, self.rest(from).is_some(), "{:?}", self.block);
        goes_on
    }

    #[cold]
    fn joined(&self, span: Span) -> Text<'src> {
        rejoin(self.text, span, self.behind.iter().map(|hole| hole.span), self.rare_ends)
    }
}
