//! A page's headline, which repeats the title that the document prints below it.

use std::borrow::Cow;

use crate::ast::{FlatBlock, Role};
use crate::charset::without;
use crate::lexis::{organ, title};
use crate::span::Span;

use super::head::joined;
use super::reader::Reader;
use super::title_group::LONGEST;

impl Reader<'_, '_> {
    /// Where the title begins that stands twice in lines `start..end`, as a page's headline and as its own.
    pub(super) fn last_copy(&self, start: usize, end: usize) -> usize {
        // An entry of a menu that stands twice is none of its lines.
        let entry = (start..end.saturating_sub(2)).rev().find(|&n| self.text(n) == self.text(n + 1));
        let start = entry.map_or(start, |n| n + 2);
        let opening = |n: usize| self.text(n).chars().next();
        let alike = |&n: &usize| opening(start) == opening(n) || self.text(start).ends_with('》');
        let again = |&n: &usize| {
            let (headline, title) = (self.squeezed(start, start + 1), self.squeezed(n, end));
            words(&self.squeezed(start, n)) == words(&title) || is_headline(&headline, &title)
        };
        let title = (start + 1..end.min(start + 1 + LONGEST)).rev().filter(alike).find(again).unwrap_or(start);
        // The organ close over it is its first line.
        let organ = |&n: &usize| organ::is_organ(self.text(n)) && self.adjoins(n, n + 1);
        (start + 1..title).rev().take_while(organ).last().unwrap_or(title)
    }

    /// The title read before in this head.
    pub(super) fn earlier_title(&self) -> Option<usize> {
        let head = self.blocks.get(self.document..)?;
        head.iter().position(|b| b.role == Role::Title).map(|n| n + self.document)
    }

    /// A page's headline that repeats the title below it, or stands over it, is furniture.
    pub(super) fn supersedes(&mut self, earlier: usize, start: usize, end: usize) -> bool {
        if !self.repeats(earlier, start, end) {
            return false;
        }
        if let Some(block) = self.blocks.get_mut(earlier) {
            block.role = Role::Furniture;
        }
        self.part(earlier);
        true
    }

    /// Whether lines `start..end` are the title that the block `earlier` gave before, or one where that is none.
    pub(super) fn repeats(&self, earlier: usize, start: usize, end: usize) -> bool {
        let title = self.squeezed(start, end);
        let Some(block) = self.blocks.get(earlier) else { return true };
        let earlier = joined(block.span.of(self.source));
        let (new, old) = (words(&title), words(&earlier));
        let is_title = title::looks_like_title(&title);
        old == new || (is_title && (old.contains(&*new) || new.contains(&*old) || !title::looks_like_title(&earlier)))
    }

    /// Makes each line of the joined block at `at` a block of its own, as furniture is. The first may stand behind a
    /// 发文字号.
    fn part(&mut self, at: usize) {
        let Some(whole) = self.blocks.get(at).copied() else { return };
        let Span { start, end } = whole.span;
        let first = self.lines.partition_point(|line| line.end <= start);
        let within = self.lines.get(first..).unwrap_or_default().iter().take_while(|line| line.start < end);
        let lines = within.map(|l| FlatBlock {
            span: Span::new(l.start.max(start), l.end.min(end)),
            line: l.number,
            joined: false,
            ..whole
        });
        let lines: Vec<_> = lines.collect();
        if whole.joined && !lines.is_empty() {
            self.blocks.splice(at..=at, lines);
        }
    }
}

/// Whether `headline` gives `title`, which a page prints below it under the name of the publisher: as a whole, with a
/// 发文字号 behind it, or in 《》.
fn is_headline(headline: &str, title: &str) -> bool {
    let (whole, own) = (words(headline), words(title));
    let quoted = || headline.split_once('《').is_some_and(|(_, quoted)| words(quoted) == own);
    let gives = whole.starts_with(&*own) || headline.ends_with('》') && quoted();
    gives && title::looks_like_title(title) || own.starts_with(&*whole) && title::looks_like_title(headline)
}

/// `text` without marks and blanks: a headline may have others.
fn words(text: &str) -> Cow<'_, str> {
    without(text, |c| !c.is_alphanumeric())
}
