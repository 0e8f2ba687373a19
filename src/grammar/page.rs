//! The page a text was set on: is it hard-wrapped, how wide, how far indented.

use std::ops::RangeInclusive;

use crate::charset::has_clause;
use crate::lexis::furniture::is_contents;

use super::line::{End, Line};

/// Bytes whose widths are counted at once: about a line.
const BLOCK: usize = 64;

/// Half-width cells of a 汉字.
pub(super) const LETTER: u32 = 2;

/// Cells the first line of a paragraph is set in by: two 汉字 (9704 7.3.3).
pub(super) const INDENT: u32 = 2 * LETTER;

/// So many cells less than its page a first line may be wide: a 汉字 that must not stand at the end goes to the next line.
pub(super) const LACK: u32 = INDENT + LETTER;

/// So many cells less than its page any line may be wide whose text goes on.
pub(super) const NEARLY: u32 = LACK + LETTER;

/// First lines of paragraphs are set in by so many cells at least, where indents are not as the standard has them.
pub(super) const SET_IN_BY: u8 = 3;

/// Width of `text` in half-width cells: a 汉字 counts two.
pub(crate) fn cells(text: &str) -> u32 {
    let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
    // Bytes that stand behind the first of a character have no width.
    let mut last = [0x80; BLOCK];
    if let Some(front) = last.get_mut(..rest.len()) {
        front.copy_from_slice(rest);
    }
    let width = |&b: &u8| 2 * u8::from(b.cast_signed() >= -0x40) - u8::from(b < 0x80);
    let sum = |block: &[u8; BLOCK]| u32::from(block.iter().map(width).sum::<u8>());
    blocks.iter().map(sum).sum::<u32>() + sum(&last)
}

/// What the lines of a text have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    /// Width of a full line in cells, where the text is hard-wrapped.
    pub(crate) width: Option<u32>,
    /// The indent nearly all lines share, in cells.
    pub(crate) margin: u8,
    /// Whether first lines of paragraphs kept an indent beyond it.
    pub(crate) indented: bool,
    /// From one line to the next, in lines of the source: 2 where blank lines part nearly all of them.
    pub(crate) step: u32,
    /// Whether enough lines break off to tell a width.
    pub(crate) breaks_off: bool,
    /// Whether there is a tab anywhere: most texts have none, and no line is searched for one.
    pub(crate) tabs: bool,
}

/// Fewer lines that break off, that are as wide or set in make nothing sure.
const FEW: usize = 3;
/// So many lines full of prose make a page even where most lines are those of tables and notes.
const SOME: usize = 5;
/// So many make one even where other lines are longer.
const ENOUGH: usize = 12;

/// One line in so many is hardly any.
const HARDLY: usize = 20;
/// A line of text has more bytes: its indent counts.
const OF_TEXT: u32 = 60;
/// Bytes of a line of a printed page, from half a narrow one on.
const PRINTED: RangeInclusive<u32> = 30..=240;
/// A mark at its end makes a line wider by so many cells.
const HANGS_OUT: usize = 3;
/// One line in so many may stand close under another in a text that is set with blank lines.
const SPACED: usize = 12;
/// Indents told apart, in cells.
const DEEPEST: usize = 64;
/// Widths of full lines, in cells.
const NARROWEST: usize = 30;
const WIDEST: usize = 160;

impl Page {
    /// Looks at the lines of `source`.
    pub(crate) fn of(source: &str, lines: &mut [Line]) -> Self {
        let tabs = memchr::memchr(b'\t', source.as_bytes()).is_some();
        Self { tabs, ..Self::of_lines(source, lines) }
    }

    /// The page of another document of this text, which has `lines`: the same where they don't tell of another width.
    pub(crate) fn of_next(self, source: &str, lines: &[Line]) -> Self {
        let mut lines = lines.to_vec();
        let own = Self::of_lines(source, &mut lines);
        let other = own.width.filter(|_| own.width != self.width);
        // Entries of a list are about as wide, too, and hold no clause.
        let of_prose = |width| prose(source, &lines, width as usize) >= FEW;
        if other.is_some_and(of_prose) { Self { tabs: self.tabs, ..own } } else { self }
    }

    /// Widths are counted only where enough lines break off.
    fn of_lines(source: &str, lines: &mut [Line]) -> Self {
        let (mut indents, mut broken, mut close, mut above) = ([0_usize; DEEPEST], 0, 0, 0);
        for line in lines.iter() {
            close += usize::from(line.number <= above + 1);
            above = line.number;
            broken += usize::from(breaks_off(line));
            let indent = usize::from(line.indent).min(DEEPEST - 1);
            indents.get_mut(indent).into_iter().for_each(|count| *count += usize::from(line.len() > OF_TEXT));
        }
        let margin = margin(&indents);
        let beyond = |l: &&Line| l.len() > OF_TEXT && l.indent >= margin.saturating_add(SET_IN_BY);
        let indented = lines.iter().filter(beyond).take(FEW).count() == FEW;
        let few = broken < FEW || (broken < SOME && broken * 4 < lines.len());
        let width = if few { None } else { full_width(source, lines, broken) };
        let step = if close * SPACED < lines.len() { 2 } else { 1 };
        Self { width, margin, indented, step, breaks_off: !few, tabs: false }
    }

    /// Cells of indent beyond what nearly all lines have.
    pub(crate) fn indent(self, line: &Line) -> u8 {
        line.indent.saturating_sub(self.margin)
    }
}

/// The indent of which hardly a long line, one in twenty, has less; `indents` are counted.
fn margin(indents: &[usize; DEEPEST]) -> u8 {
    let few = indents.iter().sum::<usize>() / HARDLY;
    let mut below = 0;
    let reached = |&count: &usize| {
        below += count;
        below > few
    };
    indents.iter().position(reached).and_then(|margin| u8::try_from(margin).ok()).unwrap_or(0)
}

/// Whether a line of prose may go on behind `line`.
fn breaks_off(line: &Line) -> bool {
    // How lines end and how long they are is not foreseen: both are asked at once.
    matches!(line.closes, End::Other | End::Comma | End::Open) & PRINTED.contains(&line.len())
}

/// The width at which most lines break off, if they do: 26 汉字 are 52 cells. Measures lines as far as it must.
fn full_width(source: &str, lines: &mut [Line], broken: usize) -> Option<u32> {
    let (mut count, mut most) = ([0_usize; WIDEST], 0);
    for line in lines.iter_mut().filter(|l| is_of_text(source, l)) {
        if line.width == 0 {
            line.width = measured(source, line);
        }
        let width = usize::from(line.width);
        if let Some(n) = count.get_mut(width) {
            *n += 1;
            most = if width < NARROWEST { most } else { most.max(*n) };
        }
    }
    if most < FEW {
        return None;
    }
    let lines_of = |width: usize| counted(&count, full(width));
    let often = most.div_ceil(2).max(FEW);
    let peaks = count.iter().enumerate().skip(NARROWEST).filter(|(_, n)| **n >= often).map(|(width, _)| width);
    let best = peaks.clone().map(lines_of).max()?;
    let first = peaks.clone().rev().find(|&width| lines_of(width) * 4 >= best * 3)?;
    // Nearly all lines that break off do so there, or many do in mid-sentence where the rest are those of tables.
    let mostly = |filled: usize| filled * 2 >= broken && filled * 5 >= lines.len();
    let many = |filled: usize| filled >= SOME && filled * 5 >= broken;
    let some =
        |lines: &[Line], width: usize| many(lines_of(width)) && prose(source, lines, width) * 3 >= lines_of(width);
    let width = if mostly(lines_of(first)) || some(lines, first) {
        first
    } else {
        // More lines may be those of a column, and fewer of prose.
        let wider = peaks.rev().take_while(|&width| width > first).find(|&width| some(lines, width))?;
        (prose(source, lines, wider) > prose(source, lines, first)).then_some(wider)?
    };
    for line in lines.iter_mut().filter(|l| l.width == 0) {
        line.width = measured(source, line);
    }
    // Hardly a line of prose is longer; notes are set smaller.
    let in_sentence = |l: &&Line| has_clause(super::text_of(source, l));
    let longer = lines.iter().filter(|l| usize::from(l.width) > width + LACK as usize).filter(in_sentence).count();
    let filled = lines_of(width);
    let hardly = longer * HARDLY <= lines.len() || (filled >= ENOUGH && longer * 2 <= filled && some(lines, width));
    hardly.then(|| u32::try_from(width).unwrap_or(0))
}

/// Whether `line` breaks off, and is no entry of a 目录.
#[inline]
fn is_of_text(source: &str, line: &Line) -> bool {
    breaks_off(line) && !is_contents(super::text_of(source, line))
}

/// How many lines fill a page `width` cells wide in mid-sentence.
#[inline(never)]
fn prose(source: &str, lines: &[Line], width: usize) -> usize {
    let full = full(width);
    let fills = |l: &&Line| full.contains(&usize::from(l.width)) && is_of_text(source, l);
    lines.iter().filter(fills).filter(|l| has_clause(super::text_of(source, l))).count()
}

/// The widths of lines on a page whose full ones are `width` cells wide: first lines of paragraphs are narrower by their
/// indent, a line with a mark at its end may be wider.
fn full(width: usize) -> RangeInclusive<usize> {
    width.saturating_sub(LACK as usize)..=(width + HANGS_OUT).min(WIDEST - 1)
}

/// How many lines have one of `widths`; asked for few.
#[inline(never)]
fn counted(count: &[usize; WIDEST], widths: RangeInclusive<usize>) -> usize {
    count.get(widths).map_or(0, |counts| counts.iter().sum())
}

fn measured(source: &str, line: &Line) -> u16 {
    u16::try_from(cells(super::text_of(source, line))).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_letter_of_ascii_takes_one_cell_all_others_two(text in "[甲a１é😀]{0,99}") {
            prop_assert_eq!(cells(&text), text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<u32>());
        }
    }
}
