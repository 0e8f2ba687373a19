//! Puts lines together: which element each is, what belongs to what. Never fails; the only place that
//! reports structure.

mod addressee;
mod attachments;
mod body;
mod clause;
mod columns;
mod continuation;
mod dress;
mod first_line;
mod fold;
mod front_matter;
mod furniture;
mod glued;
mod head;
mod heading;
mod headline;
mod line;
mod numbered;
mod numbering;
mod page;
mod phrase;
mod printed_line;
mod reader;
mod running_head;
mod seen;
mod segment;
mod signature;
mod subtitle;
mod table;
mod tail;
mod title_group;
mod toc;

pub(crate) use dress::undress;
pub(crate) use fold::{count, fold};

use crate::ast::{Blocks, FlatBlock};
use crate::diagnostic::Diagnostic;
use crate::source::Rare;
use line::Line;
use reader::Reader;

/// Buffers kept between texts.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    lines: Vec<Line>,
}

/// The text of `line`.
pub(crate) fn text_of<'src>(source: &'src str, line: &Line) -> &'src str {
    source.get(line.start as usize..line.end as usize).unwrap_or("")
}

/// What was read of a text.
#[derive(Debug)]
pub(crate) struct Reading<'src> {
    /// Its blocks in order.
    pub(crate) blocks: Blocks<'src>,
    /// What there is to say of them.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What is rare in it.
    pub(crate) rare: Rare,
}

/// Classifies the lines of `source`, into the buffers; says what is rare in it.
pub(crate) fn lines(source: &str, buffers: &mut Buffers) -> Rare {
    line::classify(source, &mut buffers.lines)
}

/// Reads `source`, whose lines are in the buffers, and in which `rare` stands.
pub(crate) fn read<'src>(source: &'src str, rare: Rare, buffers: &mut Buffers) -> Reading<'src> {
    let mut diagnostics = Vec::new();
    segment::lost_lines(source, &mut buffers.lines, &mut diagnostics);
    let mut blocks: Vec<FlatBlock> = Vec::with_capacity(buffers.lines.len() + 1);
    Reader::new(source, &mut buffers.lines, &mut blocks, &mut diagnostics).read();
    heading::decide(source, &mut blocks);
    Reading { blocks: Blocks { source, blocks }, diagnostics, rare }
}
