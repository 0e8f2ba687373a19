//! Tables that a page sets in columns, their cells over several lines: what is left are blanks.

use crate::ast::MarkerStyle;
use crate::charset::{has_mark, trim_start};

use super::clause::opens_note;
use super::line::Line;
use super::numbering::Fit;
use super::reader::Reader;
use super::table::gaps;

/// Behind the head of columns so many lines are looked at for some that blanks part.
const AHEAD: usize = 8;
/// So many of them make it a head.
const ENOUGH: usize = 2;
/// A line that nothing parts is of a table where so many lines on one is that blanks part.
const NEAR: usize = 4;
/// No line of a page is longer, in bytes.
const LONGEST: u32 = 240;
/// Cells of a page that does not tell how wide it is.
const PAGE: u32 = 80;
/// Cells no first line of a paragraph is set in by.
const FAR: u8 = 8;

impl Reader<'_, '_> {
    /// Takes the table whose columns line `at` heads, if it does: `编号    科目    核算内容`.
    pub(super) fn columns(&mut self, at: usize) -> bool {
        if !self.heads_columns(at) {
            return false;
        }
        self.push_row(at);
        while let Some(line) = self.line(self.at).copied() {
            if self.page_furniture(self.at) {
                continue;
            }
            if !self.is_in_columns(self.at, &line) {
                break;
            }
            self.push_row(self.at);
        }
        true
    }

    /// Three cells or more that are no sentence, and lines right under them that blanks part, too.
    pub(super) fn heads_columns(&self, at: usize) -> bool {
        let text = self.text(at);
        let plain = |line: &Line| line.style.is_none() && !line.set_in && !line.is_finished();
        self.line(at).is_some_and(plain)
            && gaps(text) >= 2
            && !has_mark(text, ['，', '。', '；', '：'])
            && (at + 1..at + AHEAD).filter(|&n| self.is_parted(n)).count() >= ENOUGH
            && !self.signature_follows(at)
    }

    /// Whether wide gaps part line `at`, one of a page, and no number in its turn stands in front.
    fn is_parted(&self, at: usize) -> bool {
        let may = |line: &Line| line.len() <= LONGEST && !line.set_in;
        self.line(at).is_some_and(|line| may(line) && gaps(self.text(at)) >= 1 && !self.opens_unit(at, line))
    }

    /// Whether `line` begins with a number in its turn, as no row does: rows are counted by numbers alone.
    fn opens_unit(&self, at: usize, line: &Line) -> bool {
        let Some(mark) = line.mark() else { return false };
        let fit = self.numbering.fit(&mark);
        if line.is_counter() {
            let words = self.text(at).get(usize::from(mark.len)..).map_or("", trim_start);
            return fit == Fit::Next && mark.number > 1 && gaps(words) == 0 && !self.adjoins(at - 1, at);
        }
        fit.is_expected() && (mark.style <= MarkerStyle::HanParen || mark.style == MarkerStyle::Dotted)
    }

    /// Whether line `at` is of the table over it: blanks part it, or it is the narrow rest of a cell with others near.
    fn is_in_columns(&self, at: usize, line: &Line) -> bool {
        if self.is_parted(at) {
            return true;
        }
        let narrow = self.width_of(line) * 2 <= self.page.width.unwrap_or(PAGE);
        let far = self.page.indent(line) >= FAR;
        let close = self.adjoins(at - 1, at);
        let near = || (at + 1..=at + NEAR).any(|n| self.is_parted(n));
        // Close to rows on both sides a cell may be wide.
        let among = || (at + 1..=at + NEAR).take_while(|&n| self.adjoins(n - 1, n)).any(|n| self.is_parted(n));
        (if narrow || far { close || near() } else { close && among() })
            && !self.opens_unit(at, line)
            && !opens_note(self.text(at))
            && !self.text(at).starts_with('附')
            && !self.signature_follows(at)
    }
}
