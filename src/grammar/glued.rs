//! Units glued to the line of another, whose line end was lost.

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::charset::{full_stops, holds_pair, is_han, trim_end};
use crate::lexis::marker::{self, Mark};
use crate::span::{Span, offset};

use super::line::{End, Line};
use super::numbering::Fit;
use super::reader::{Open, Reader};

/// So many lines above and below are near.
const NEARBY: usize = 16;

/// No more blocks of a list are looked at.
const LONGEST_LIST: usize = 64;

impl Reader<'_, '_> {
    /// Cuts off what is glued to `line`, a unit with `rest` behind its number.
    #[inline]
    pub(super) fn glued(&mut self, at: usize, line: &Line, rest: &str) -> bool {
        self.glued_clause(at, line, rest)
            || line.closes == End::Other
                && matches!(line.style, Some(MarkerStyle::Chapter | MarkerStyle::Article))
                && self.glued_section(at, line, rest)
    }

    /// The 款 behind the last 项 on its line.
    #[inline]
    fn glued_clause(&mut self, at: usize, line: &Line, rest: &str) -> bool {
        let item = line.style == Some(MarkerStyle::HanParen) && line.closes == End::Sentence;
        item && self.numbering.in_article() && self.cut_clause(at, line, rest)
    }

    /// A sentence behind a 项 goes back to what stands over it: it begins with 前款, or no 款 near it has a line of its own.
    #[inline(never)]
    fn cut_clause(&mut self, at: usize, line: &Line, rest: &str) -> bool {
        let mut sentences = full_stops(rest.as_bytes()).filter_map(|stop| rest.get(stop + "。".len()..));
        let Some(first) = sentences.next().filter(|text| text.starts_with(is_han)) else { return false };
        let glued = self.closes_list() && self.lacks_clauses(at);
        let mut sentences = std::iter::once(first).chain(sentences);
        let Some(clause) = sentences.find(|text| glued || text.starts_with("前款")) else { return false };
        let start = line.end - offset(clause.len());
        self.cut_block(start);
        self.push_span(Role::Paragraph, Span::new(start, line.end), line.number);
        self.open = Some(Open { block: self.blocks.len() - 1, line: at, column: 0, prose: true, rejoined: false });
        true
    }

    /// Whether the last block ends a list that its 条 leads to: the 项 above it ends in ；.
    fn closes_list(&self) -> bool {
        let ends = |block: &FlatBlock, marks: [char; 2]| block.span.of(self.source).ends_with(marks);
        let mut above = self.blocks.iter().rev().skip(1).take(LONGEST_LIST);
        let item = |block: &FlatBlock| block.style == Some(MarkerStyle::HanParen) && ends(block, ['；', ';']);
        above.next().is_some_and(item)
            && above
                .find(|block| block.style == Some(MarkerStyle::Article))
                .is_some_and(|article| ends(article, ['：', ':']))
    }

    /// Whether every line near line `at` that stands under a unit begins one: no 款 but the first has a line of its own.
    fn lacks_clauses(&self, at: usize) -> bool {
        let unit = |n: usize| self.line(n).is_none_or(|line| line.style.is_some());
        (at.saturating_sub(NEARBY)..at + NEARBY).all(|n| unit(n + 1) || !unit(n))
    }

    /// A 节 glued to the heading of its 章, its first, or to the last 条 of the one before it: `第三章　监督管理第一节　一般规定`.
    #[inline(never)]
    fn glued_section(&mut self, at: usize, line: &Line, rest: &str) -> bool {
        let section = match line.style {
            // The last two bytes of 节.
            Some(MarkerStyle::Chapter) if holds_pair(rest, [[0x8a, 0x82]]) => {
                rest.find("第一节").filter(|&cut| cut > 0).map(|cut| rest.len() - cut)
            }
            Some(MarkerStyle::Article) if self.page.width.is_none() => {
                let last = rest.rsplit_once('。').map_or("", |(_, last)| last);
                let next = |mark: Mark| mark.style < MarkerStyle::Article && self.numbering.fit(&mark) == Fit::Next;
                marker::recognise(last).is_some_and(next).then_some(last.len())
            }
            _ => None,
        };
        section.is_some_and(|len| self.cut_unit(at, line.number, line.end, len))
    }

    /// The unit whose number is left out between the block before and `line`: it stands inside the block, behind a ；.
    #[cold]
    pub(super) fn glued_item(&mut self, at: usize, line: &Line) -> bool {
        let lacks_one = |block: &&FlatBlock| {
            !block.joined && block.style == line.style && block.number.checked_add(2) == Some(line.value)
        };
        let Some(above) = self.blocks.last().filter(lacks_one).copied() else { return false };
        let text = above.span.of(self.source);
        let mut items = text.match_indices(['；', ';']).filter_map(|(end, mark)| text.get(end + mark.len()..));
        let lacking = |mark: Mark| Some(mark.style) == line.style && mark.number == above.number + 1;
        let item = items.find(|item| marker::recognise(item).is_some_and(lacking));
        item.is_some_and(|item| self.cut_unit(at, above.line, above.span.end, item.len()))
    }

    /// The last `len` bytes in front of `end`, on the line with this `number`, become a unit of their own.
    fn cut_unit(&mut self, at: usize, number: u32, end: u32, len: usize) -> bool {
        let start = end - offset(len);
        let Some(unit) = super::line::part(self.source, start, end, number) else { return false };
        self.cut_block(start);
        if let Some(mark) = unit.mark() {
            self.numbering.enter(&mark);
        }
        self.push_unit(at, &unit);
        true
    }

    /// Ends the last block in front of byte `start`.
    fn cut_block(&mut self, start: u32) {
        if let Some(block) = self.blocks.last_mut() {
            let text = self.source.get(block.span.start as usize..start as usize).map_or("", trim_end);
            block.span.end = block.span.start + offset(text.len());
        }
    }
}
