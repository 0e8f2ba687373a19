//! Is a numbered block a heading, a heading with text behind it, or a plain item?
//!
//! What follows the number decides, then what stands under the block, then its siblings.

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::charset::trim_start;

use super::phrase::{Ends, LONG, Phrase, phrase};

/// A phrase so short is a heading even among items.
const SHORT: usize = 10;

/// No longer phrase is a heading with text behind it.
const LONGEST: usize = 45;

/// No longer phrase is a heading with nothing under it.
const BARE: usize = 30;

/// A phrase of clauses so short may be a heading, where its siblings are.
const CLAUSES: usize = 40;

/// What a block leans to before its siblings are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Heading,
    RunIn,
    /// A short sentence with text under it: a heading unless it ends a list or most of its siblings are items.
    Closed,
    /// A run-in heading if its siblings are.
    Perhaps,
    Item,
}

/// One member of a series, until the series ends.
#[derive(Debug, Clone, Copy)]
struct Member {
    block: usize,
    lean: Lean,
    phrase: Phrase,
    /// It ends in ；, as members of a list do.
    listed: bool,
}

/// The open series, one a level, those of dotted numbers behind the others; kept between texts for their room.
#[derive(Debug, Default)]
pub(crate) struct Series {
    open: [Vec<Member>; 11],
    /// The last that may have members.
    deepest: usize,
}

/// The place of dotted numbers among the series, less one.
const DOTTED: usize = 5;

/// Decides for every numbered section of `blocks`.
pub(crate) fn decide(source: &str, blocks: &mut [FlatBlock], series: &mut Series) {
    series.open.iter_mut().for_each(Vec::clear);
    let mut law = false;
    for at in 0..blocks.len() {
        let Some(block) = blocks.get(at).copied() else { return };
        if block.opens {
            close(blocks, series, 0);
            law = false;
        }
        if block.role != Role::Numbered {
            continue;
        }
        if block.level == 0 {
            law |= block.style == Some(MarkerStyle::Article);
            law_heading(source, blocks, at);
            close(blocks, series, 0);
            continue;
        }
        let level = end_below(blocks, series, &block);
        let phrase = phrase(source, &block);
        let lean = lean(&block, phrase, has_content(blocks, at), law);
        if let Some(open) = series.open.get_mut(level) {
            let listed = block.span.of(source).ends_with(['；', ';']);
            open.push(Member { block: at, lean, phrase, listed });
            series.deepest = series.deepest.max(level);
        }
    }
    close(blocks, series, 0);
}

/// Ends the series that end where `block` stands, and gives the place of its own.
///
/// A first number begins a new series; a higher one ends those below it. Lists under 1.2.3 do not end its series.
fn end_below(blocks: &mut [FlatBlock], series: &mut Series, block: &FlatBlock) -> usize {
    let level = usize::from(block.level);
    let first = usize::from(block.number != 1);
    if block.style == Some(MarkerStyle::Dotted) {
        for list in [2, 4, 5] {
            close_range(blocks, series, list, list);
        }
        close(blocks, series, DOTTED + level + first);
        return DOTTED + level;
    }
    if level == 1 {
        close(blocks, series, level + first);
    } else {
        close_range(blocks, series, level + first, DOTTED);
    }
    level
}

/// A 编, 章 or 节 is its heading.
fn law_heading(source: &str, blocks: &mut [FlatBlock], at: usize) {
    let Some(block) = blocks.get_mut(at) else { return };
    if block.style == Some(MarkerStyle::Article) {
        return;
    }
    let text = block.span.of(source);
    let rest = text.get(usize::from(block.marker_len)..).unwrap_or("");
    let start = text.len() - trim_start(rest).len();
    set(block, start, text.len());
}

fn set(block: &mut FlatBlock, start: usize, end: usize) {
    if let (Ok(start), Ok(end)) = (u16::try_from(start), u16::try_from(end)) {
        (block.heading_start, block.heading_end) = (start, if start < end { end } else { 0 });
    }
}

/// Ends the series of `level` and below.
fn close(blocks: &mut [FlatBlock], series: &mut Series, level: usize) {
    close_range(blocks, series, level, DOTTED + DOTTED);
}

/// Ends the series from `level` to `last`: their members are settled among themselves.
fn close_range(blocks: &mut [FlatBlock], series: &mut Series, level: usize, last: usize) {
    let last = last.min(series.deepest);
    if level > last {
        return;
    }
    if last == series.deepest {
        series.deepest = level;
    }
    for open in series.open.iter_mut().take(last + 1).skip(level) {
        if open.is_empty() {
            continue;
        }
        let count = |lean: Lean| open.iter().filter(|m| m.lean == lean).count();
        let (sure, closed, items) = (count(Lean::RunIn) + count(Lean::Heading), count(Lean::Closed), count(Lean::Item));
        // Sentences that close a list, or stand among items, are items.
        let is_brief = |m: &Member| m.phrase.commas == 0 && m.phrase.chars <= LONG;
        let brief = open.iter().any(|m| m.lean == Lean::Closed && is_brief(m));
        let closed_are = !open.iter().any(|m| m.listed) && sure + closed + usize::from(brief) > items;
        let headings = sure + if closed_are { closed } else { 0 };
        // Among blanks of a form a label with its value is one that is filled in.
        let form = open.iter().filter(|m| m.phrase.form).count() * 2 > open.len();
        for member in open.drain(..) {
            let Some(block) = blocks.get_mut(member.block) else { continue };
            let own = usize::from(member.lean == Lean::RunIn);
            let heading = match member.lean {
                Lean::Heading => true,
                Lean::RunIn if form && member.phrase.ends == Ends::Colon => false,
                Lean::RunIn => headings > own || items < 3 || member.phrase.chars <= SHORT,
                Lean::Closed => closed_are && (closed > 1 || is_brief(&member)),
                Lean::Perhaps => headings > 0 && headings >= items,
                Lean::Item => false,
            };
            if heading {
                set(block, member.phrase.start, member.phrase.end);
            }
        }
    }
}

/// Whether text or deeper units stand under the block at `at`.
fn has_content(blocks: &[FlatBlock], at: usize) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    let own = block.level;
    let next = blocks.iter().skip(at + 1).find(|b| b.role != Role::Furniture);
    next.is_some_and(|next| match next.role {
        Role::Paragraph | Role::Enumeration | Role::Heading | Role::Table => !next.opens,
        // 3.1.6 behind （五） is no part of it.
        Role::Numbered if next.style == Some(MarkerStyle::Dotted) => {
            next.level > own && block.style != Some(MarkerStyle::HanParen)
        }
        Role::Numbered => next.level > own || (own == 1 && next.style == Some(MarkerStyle::Article)),
        _ => false,
    })
}

fn lean(block: &FlatBlock, phrase: Phrase, content: bool, law: bool) -> Lean {
    let brief = phrase.chars <= LONG && phrase.commas <= 1;
    match phrase.ends {
        Ends::Nothing if content || (block.level == 1 && phrase.chars <= BARE) => Lean::Heading,
        Ends::LastSentence if content && phrase.chars <= CLAUSES && phrase.commas <= 2 && !phrase.sentence && !law => {
            Lean::Closed
        }
        Ends::LastColon if content && phrase.chars <= 10 && !phrase.sentence => Lean::Heading,
        Ends::Sentence if phrase.sentence || phrase.commas > 2 => Lean::Item,
        Ends::Sentence if phrase.chars > LONGEST => Lean::Item,
        Ends::Sentence if !brief => Lean::Perhaps,
        Ends::Colon if phrase.form => Lean::Item,
        Ends::Sentence | Ends::Gap => Lean::RunIn,
        Ends::Colon if phrase.chars <= 16 && phrase.commas == 0 && !phrase.sentence && !phrase.hangs => Lean::RunIn,
        Ends::Nothing | Ends::No | Ends::LastSentence | Ends::LastColon | Ends::Colon => Lean::Item,
    }
}
