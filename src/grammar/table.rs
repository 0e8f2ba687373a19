//! Tables: lines with tabs, and cells that stand one on a line.

use memchr::memchr;

use crate::ast::{MarkerStyle, Role};
use crate::charset::{has_gap, has_mark, holds_pair, is_blank, is_colon, is_digit, signs, trim, trim_start};
use crate::lexis::{date, furniture, marker, organ, title};

use super::clause::{has_comma, is_labelled};
use super::line::{End, Line};
use super::numbered::names_clause;
use super::page::cells;
use super::reader::Reader;

/// So many cells in a row make a table.
const ENOUGH: usize = 4;

/// No label of a form is wider, in cells.
const LABEL: u32 = 24;

/// So many cells make a gap wide: names are letter-spaced with less.
const WIDE_GAP: u32 = 3;

/// No figure is longer, in bytes.
const LONGEST_FIGURE: usize = 40;

/// A cell is no wider, in half-width cells.
const WIDEST_CELL: u32 = 30;

/// No cell is longer, in bytes.
const LONGEST_CELL: u32 = 100;

/// A sentence of more bytes is no cell.
const SENTENCE: usize = 60;

/// In so many lines the first number follows a title: what is issued has hardly a lead.
const SHORT_LEAD: usize = 6;
/// On a page of its own it may have one: a paragraph of some lines, organs and dates over it.
const PAGED_LEAD: usize = 24;

/// Wide gaps inside `text`.
pub(super) fn gaps(text: &str) -> usize {
    let (mut gaps, mut run, mut end) = (0, 0, 0);
    for (at, c) in signs(text).filter(|&(_, c)| is_blank(c)) {
        if at > end {
            gaps += usize::from(run >= WIDE_GAP);
            run = 0;
        }
        run += if c == '\u{3000}' { 2 } else { 1 };
        end = at + c.len_utf8();
    }
    gaps + usize::from(run >= WIDE_GAP && end < text.len())
}

/// Whether `text` is figures alone: `13495.66`, `－3.2%`, `1,204`.
fn is_figure(text: &str) -> bool {
    text.len() < LONGEST_FIGURE
        && text.chars().all(|c| is_digit(c) || matches!(c, '.' | ',' | '%' | '％' | '-' | '－' | '—' | '/' | ' '))
}

/// Whether `text` is a row of a table in Markdown, `| 物资 | 120 |`, or of HTML: `<tr><td>物资</td><td>120</td></tr>`.
#[inline]
pub(super) const fn is_barred(text: &str) -> bool {
    // Few lines open with a letter of ASCII.
    matches!(text.as_bytes(), [b'<' | b'|', ..]) && opens_barred(text)
}

/// The same of a line that may be one by its first byte.
#[cold]
const fn opens_barred(text: &str) -> bool {
    matches!(text.as_bytes(), [b'|', .., b'|'] | [b'<', b't', .., b'>'] | [b'<', b'/', b't', .., b'>'])
}

/// Whether `text` is the rule under the head of such a table: `|---|:---:|`.
fn is_rule(text: &str) -> bool {
    is_barred(text) && text.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Whether `text` is the head of a table whose rows are numbered: `序号 任务 责任单位`.
pub(super) fn heads_rows(text: &str) -> bool {
    let cells = text.strip_prefix('序').and_then(|rest| trim_start(rest).strip_prefix('号'));
    cells.is_some_and(|cells| cells.starts_with(is_blank) && !has_mark(cells, ['，', '。', '；', '：']))
}

/// Whether `text` ends in a blank to fill in, and is no sentence: `姓名______ 性别____`.
pub(super) fn has_blanks(text: &str) -> bool {
    text.ends_with("__") && !has_mark(text, ['，', '。', '；'])
}

/// Whether `text` asks for a seal or a hand: `（盖章）`, `负责人（签字）：`. `云岭市水务局（章）` is sealed.
pub(super) fn asks_for_seal(text: &str) -> bool {
    let label = text.trim_end_matches(is_colon);
    let front = label.strip_suffix(['）', ')']).filter(|front| front.ends_with(['章', '字']));
    let asked = front.and_then(|front| front.rsplit_once(['（', '(']));
    asked.is_some_and(|(whose, what)| {
        (whose.is_empty() || label.len() < text.len())
            && ["盖章", "公章", "签章", "签字"].iter().any(|s| what.ends_with(s))
    })
}

/// Whether `text` is the blank of a date: `年　月　日`.
fn is_blank_day(text: &str) -> bool {
    let mut letters = text.chars().filter(|&c| !is_blank(c));
    text.starts_with('年') && text.ends_with('日') && letters.by_ref().eq(['年', '月', '日'])
}

impl Reader<'_, '_> {
    /// Takes the table that begins at line `at`, if one does.
    pub(crate) fn table(&mut self, at: usize) -> bool {
        // A line that ends tables begins none.
        if !self.cells_follow(at) || self.ends_table(at) {
            return false;
        }
        while self.line(self.at).is_some() && !self.ends_table(self.at) {
            if !(self.is_page_foot(self.at) && self.page_furniture(self.at)) {
                self.push_row(self.at);
            }
        }
        true
    }

    /// Takes line `at` as a row, and those right behind it that go on counting, have figures in their last cell or
    /// blanks for a day.
    pub(crate) fn rows(&mut self, at: usize) {
        self.push_row(at);
        while self.line(self.at).is_some_and(|line| self.is_next_row(self.at, line)) {
            self.push_row(self.at);
        }
    }

    fn is_next_row(&self, at: usize, line: &Line) -> bool {
        let text = self.text(at);
        let figures = || text.rsplit(is_blank).next().is_some_and(|cell| cell.len() < text.len() && is_figure(cell));
        let counts = line.is_counter() && (line.value == 1 || self.numbering.is_unexpected(line));
        let cells =
            || line.style.is_none() && !line.is_finished() && !has_comma(text) && (figures() || is_blank_day(text));
        self.adjoins(at - 1, at) && (counts || cells())
    }

    pub(crate) fn push_row(&mut self, at: usize) {
        self.push(if is_rule(self.text(at)) { Role::Furniture } else { Role::Table }, at);
        self.open = None;
        self.at = at + 1;
    }

    /// Whether a table of cells begins at line `at`.
    pub(crate) fn cells_follow(&self, at: usize) -> bool {
        // Where half of them are organs, they are a list.
        let mut organs = (at..at + ENOUGH).filter(|&n| organ::is_organ(self.text(n)));
        (at..at + ENOUGH).all(|n| self.may_be_cell(n))
            && (at..at + ENOUGH).all(|n| self.is_cell(n))
            && organs.nth(ENOUGH / 2 - 1).is_none()
    }

    /// Whether wide gaps part line `at` into three cells or more, as they do on a line beside it.
    pub(crate) fn is_spaced_row(&self, at: usize) -> bool {
        let may = |l: &Line| !l.set_in && (l.style.is_none() || l.is_counter()) && !l.is_finished();
        let spaced = |n: usize| self.line(n).is_some_and(may) && gaps(self.text(n)) >= 2;
        spaced(at) && (spaced(at + 1) || at > 0 && spaced(at - 1))
    }

    /// Whether the blanks of a page's columns part line `at` into two cells, as they do three lines in a row; the first
    /// may be the number of the row. Lists of names are set with 　, and are paragraphs.
    pub(crate) fn is_pair(&self, at: usize) -> bool {
        let may = |l: &Line, text: &str| match l.style {
            None => !l.set_in && text.contains("    "),
            Some(_) => !l.set_in && l.is_counter(),
        };
        let pair = |n: usize| {
            let text = self.text(n);
            self.line(n).is_some_and(|l| matches!(l.closes, End::Other | End::Close))
                && holds_pair(text, [[b' ', b' ']])
                && self.line(n).is_some_and(|l| may(l, text))
                && gaps(text) == 1
                && !has_mark(text, ['，', '。', '：'])
        };
        pair(at) && {
            let (above, below) = (at > 0 && pair(at - 1), pair(at + 1));
            above && below || above && at > 1 && pair(at - 2) || below && pair(at + 2)
        }
    }

    /// Blanks to fill in: two labels or more, parted by wide gaps, with nothing behind them.
    pub(crate) fn is_blank_form(&self, at: usize) -> bool {
        let text = self.text(at);
        let labels = text.split(is_colon).map(trim).filter(|label| !label.is_empty());
        has_gap(text)
            && labels.clone().nth(1).is_some()
            && labels
                .clone()
                .all(|label| cells(label) <= LABEL && !has_gap(label) && !has_mark(label, ['，', '。', '；']))
    }

    /// A short line that is no sentence and not set in as a paragraph.
    pub(crate) fn is_cell(&self, at: usize) -> bool {
        let text = self.text(at);
        // A line half as wide as the page may be the last of a paragraph; one by itself is no row.
        let widest = self.page.width.map_or(WIDEST_CELL, |width| (width / 2).min(WIDEST_CELL));
        let labelled = || memchr(b':', text.as_bytes()).is_some() && is_labelled(text);
        self.may_be_cell(at)
            && !has_mark(text, ['，', '。', '；', '：', '、'])
            && cells(text) <= widest
            && !has_gap(text)
            && !labelled()
            && !text.starts_with("特此")
    }

    /// What a line tells of itself before its text is read: whether it may be such a line.
    fn may_be_cell(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| {
            (line.style.is_none() || self.is_citation(at, line))
                && !line.set_in
                && matches!(line.closes, End::Other | End::Close)
                && line.len() < LONGEST_CELL
        })
    }

    /// Whether line `at` is the name of a clause and nothing else: `第二十条第（一）项`.
    fn is_citation(&self, at: usize, line: &Line) -> bool {
        let rest = || self.text(at).get(usize::from(line.marker_len)..).unwrap_or("");
        line.style == Some(MarkerStyle::Article) && names_clause(rest()) && rest().ends_with(['款', '项'])
    }

    /// Whether the cells end before line `at`: another element that cannot stand in a table.
    fn ends_table(&self, at: usize) -> bool {
        let Some(line) = self.line(at) else { return true };
        let text = self.text(at);
        if line.set_in || self.way_begins(at) || text.starts_with("注：") || text.starts_with("备注：") || text == "注"
        {
            return true;
        }
        match line.style {
            Some(MarkerStyle::Han) => self.numbering.last_han() > 0 && line.value == self.numbering.last_han() + 1,
            Some(style) if style <= MarkerStyle::Article => !self.is_citation(at, line),
            // A heading over a sentence.
            Some(MarkerStyle::HanParen) if self.page.width.is_none() => {
                !line.is_finished() && self.prose_follows(at + 1)
            }
            Some(_) => self.page.width.is_some() && !(is_figure(text) && self.numbering.is_unexpected(line)),
            None if self.page.width.is_some() => !self.is_cell(at) && !self.is_cell_of_prose(at),
            None if self.prose_follows(at) => true,
            None => (text.starts_with('附') && self.opens_attachment(at)) || (line.len() < 100 && self.dated_tail(at)),
        }
    }

    /// A sentence with no cells behind it, or the line that leads to it: the text goes on.
    fn prose_follows(&self, at: usize) -> bool {
        let line = |n: usize| self.line(n).map_or((End::Other, 0), |l| (l.closes, l.len()));
        let at = if line(at).0 == End::Colon { at + 1 } else { at };
        let text = self.text(at);
        let sentence = line(at).0 == End::Sentence && text.len() > SENTENCE && has_comma(text);
        sentence && !is_labelled(text) && !(at + 1..at + 3).any(|n| self.is_cell(n))
    }

    /// A narrow line among narrow lines, with marks of sentences in it: text set in a column.
    fn is_cell_of_prose(&self, at: usize) -> bool {
        let narrow = |n: usize| self.page.width.is_some_and(|width| self.width(n) * 3 <= width * 2);
        let Some(above) = self.line(at.saturating_sub(1)) else { return false };
        let torn = !above.is_finished() && self.adjoins(at.saturating_sub(1), at);
        narrow(at) && (torn || (narrow(at + 1) && self.line(at + 1).is_some())) && !self.signature_follows(at)
    }

    /// The end of a page inside a table: where lines are not those of pages, a bare number is a cell.
    fn is_page_foot(&self, at: usize) -> bool {
        match furniture::page_number(self.text(at)) {
            Some(number) => !number.bare || self.page.width.is_some(),
            None => furniture::parts_pages(self.text(at)),
        }
    }

    /// 署名 and date behind a table; a date in a cell is none.
    fn dated_tail(&self, at: usize) -> bool {
        date::whole_line(self.text(at + 1))
            && organ::is_organ(self.text(at))
            && self.line(at + 2).is_none_or(|_| self.signature_follows(at))
    }

    /// In how many lines the first number of an issued document follows its title.
    fn longest_lead(&self) -> usize {
        let paged = self.page.width.is_some()
            && self.blocks.last().is_some_and(|block| block.role == Role::Furniture)
            && self.open.and_then(|open| self.line(open.line)).is_none_or(|line| line.closes == End::Sentence);
        if paged { PAGED_LEAD } else { SHORT_LEAD }
    }

    /// Whether an issued document begins at line `at`: a title, and the numbers begin anew behind it.
    pub(crate) fn title_follows(&self, at: usize) -> bool {
        let numbered = self.numbering.last_han() > 0 || self.numbering.in_law();
        let begins_anew = |line: &Line| match line.style {
            Some(MarkerStyle::Han) => numbered && line.value == 1,
            Some(MarkerStyle::Part | MarkerStyle::Chapter | MarkerStyle::Article) => line.value == 1,
            _ => false,
        };
        let may = |line: &Line| line.style.is_none() && matches!(line.closes, End::Other | End::Close);
        self.line(at).is_some_and(may)
            && (at + 1..at + self.longest_lead()).any(|n| self.line(n).is_some_and(begins_anew))
            && (at + 1..at + 4)
                .take_while(|&end| end == at + 1 || marker::division(self.text(end - 1)).is_none())
                .any(|end| title::looks_like_title(&self.squeezed(at, end)))
    }
}
