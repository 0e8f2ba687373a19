//! 目录: the lines of a table of contents are furniture.

use crate::ast::MarkerStyle;
use crate::lexis::furniture;
use crate::lexis::marker::{self, Mark};

use super::line::Line;
use super::reader::Reader;
use super::title_group::Group;

/// Entries looked at.
const LONGEST: usize = 400;

impl Reader<'_, '_> {
    /// Takes a 目录 and its entries, up to the line where the first entry stands again.
    pub(crate) fn contents(&mut self, group: &mut Group) -> bool {
        let Some(lines) = self.contents_label(self.at) else { return false };
        self.flush(group);
        let first = self.at + lines;
        let end = self.contents_end(first);
        if end > first && self.is_again(first, end) {
            group.lead_to_body();
        }
        for at in self.at..end {
            self.page_number += u32::from(ends_page(self.text(at), self.page_number));
            self.push_furniture(at);
        }
        true
    }

    /// The lines that `目录` at line `at` takes, letter-spaced or torn in two.
    pub(crate) fn contents_label(&self, at: usize) -> Option<usize> {
        if !self.text(at).starts_with('目') {
            return None;
        }
        match &*self.squeezed(at, at + 1) {
            "目录" | "目次" => Some(1),
            "目" if self.squeezed(at + 1, at + 2) == "录" => Some(2),
            _ => None,
        }
    }

    /// Where the entries that begin at line `first` end.
    fn contents_end(&self, first: usize) -> usize {
        let (mut dotted, mut page) = (first, self.page_number);
        for at in first..first + LONGEST {
            let Some(line) = self.line(at) else { break };
            let text = self.text(at);
            if at > first && self.is_again(first, at) {
                return at;
            }
            if ends_page(text, page) {
                page += 1;
            } else if furniture::is_contents(text) || furniture::page_number(text).is_some() {
                dotted = at + 1;
            } else if dotted > first && at > dotted || line.is_finished() {
                return dotted.max(first);
            }
        }
        dotted
    }

    /// Whether line `at` opens as the entry at line `first` does, or says the same: `第一部分　部门概况`.
    fn is_again(&self, first: usize, at: usize) -> bool {
        let number = |n: usize| self.line(n).and_then(Line::mark).map(bare);
        let division = |n: usize| marker::division(self.text(n)).map(|division| division.number);
        match number(first) {
            None => division(first).is_some_and(|part| division(at) == Some(part)) || self.text(at) == self.text(first),
            Some(mark) => number(at) == Some(mark),
        }
    }
}

/// Whether `text` is the number at the foot of the page behind page number `page`: pages are counted on over a 目录.
fn ends_page(text: &str, page: u32) -> bool {
    page > 0 && furniture::page_number(text).is_some_and(|number| number.value == Some(page + 1))
}

/// What tells a marker from others: 1 is not 1.1.
fn bare(mark: Mark) -> (MarkerStyle, u32, u32) {
    (mark.style, mark.number, mark.sub)
}
