//! Where the head ends: the first line of the 正文.

use crate::ast::{MarkerStyle, Role};
use crate::charset::{has_clause, is_digit};
use crate::lexis::{doc_number, furniture, kind, marker, organ, title};

use super::body::SHORT;
use super::head::{joined, may_be_number};
use super::line::{End, Line};
use super::numbered::LONGEST_NUMBER;
use super::page::LACK;
use super::reader::Reader;
use super::table::{has_blanks, heads_rows};
use super::title_group::Group;

/// A line longer than this many bytes may be one of a page, cut where the page ends.
pub(super) const LONGEST_SHORT: u32 = 60;
/// One that is set in by two 汉字 may be the first of a paragraph with fewer: 15 汉字.
const SHORTEST_FIRST: u32 = 45;
/// No line of a title or a 主送 is longer, in bytes.
const LONGEST_TITLE: u32 = 240;
/// The rest of a title has fewer lines.
const TITLE: usize = 4;
/// Lines in which a number or another title shows that rows stand in front of a document.
const HEAD: usize = 8;
/// No line with 前言 is longer, in bytes: it may be letter-spaced.
const LONGEST_FOREWORD: usize = 24;

impl Reader<'_, '_> {
    /// Whether the body begins with `line`: a number that opens a series, or prose.
    pub(super) fn begins_body(&self, line: &Line, text: &str, group: &Group) -> bool {
        if group.leads_to_body() || text.starts_with('附') && !group.is_empty() && self.opens_attachment(self.at) {
            return true;
        }
        if let Some(style) = line.style {
            // A title may begin with a number only by mischance: 三、四年级….
            return line.value == 1
                || style <= MarkerStyle::Article
                || self.has(Role::Title)
                || !group.is_empty()
                || !title::looks_like_title(text);
        }
        if line.len() <= LONGEST_NUMBER && self.torn_mark(self.at, text).is_some_and(|mark| mark.number == 1) {
            return true;
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) && self.bare_mark(line, text).is_some() {
            return true;
        }
        if text.starts_with('第') && marker::division(text).is_some() {
            return true;
        }
        let labelled_number = || furniture::opens_with_label(text) && doc_number::recognise(text).is_some();
        if self.is_row(line, text) && !labelled_number()
            || self.cells_under_title(text, group)
            || self.rows_under_title(group)
        {
            return true;
        }
        if self.list_under_title(group, text) {
            return true;
        }
        if text.starts_with('—') && (self.has(Role::Title) || group.is_complete()) {
            return false;
        }
        if is_foreword(text) && (self.has(Role::Title) || !group.is_empty()) {
            return true;
        }
        match line.closes {
            End::Sentence | End::Semicolon => !self.may_be_subtitle(line, text, group),
            End::Colon => true,
            End::Comma | End::Open | End::Close | End::Other => self.is_prose(line, text, group),
        }
    }

    /// Cells of a table under a title that is complete, or under the title of an 附件.
    fn cells_under_title(&self, text: &str, group: &Group) -> bool {
        let titled = group.is_complete() || (!group.is_empty() && self.has(Role::Attachment));
        // A line that ends in a 文种 goes on with the title, and a number is no cell.
        let goes_on = || !group.is_complete() && kind::at_end(text).is_some();
        let number = |n: usize| may_be_number(self.text(n)) && doc_number::recognise(self.text(n)).is_some();
        let head = |n: usize| number(n) || self.text(n).contains("关于");
        titled && self.cells_follow(self.at) && !goes_on() && !(self.at..self.at + HEAD).any(head)
    }

    /// Rows parted by wide gaps under the title of an 附件, or of numbers or blanks under any.
    fn rows_under_title(&self, group: &Group) -> bool {
        let titled = !group.is_empty() || self.has(Role::Title);
        let row = |text: &str| heads_rows(text) || has_blanks(text);
        let spaced = || self.has(Role::Attachment) && self.is_spaced_row(self.at);
        titled && (row(self.text(self.at)) || spaced() || self.heads_columns(self.at))
    }

    /// An organ under the title of an 附件 that has its 文种, and no date behind: a list of them begins.
    fn list_under_title(&self, group: &Group, text: &str) -> bool {
        self.has(Role::Attachment)
            && group.is_complete()
            && organ::is_organ(text)
            && organ::is_organ(self.text(self.at + 1))
            && !self.organs_and_date(self.at)
    }

    fn may_be_subtitle(&self, line: &Line, text: &str, group: &Group) -> bool {
        text.starts_with(['（', '(']) && line.len() < 600 && (self.has(Role::Title) || !group.is_empty())
    }

    /// A paragraph whose first line does not end a sentence.
    fn is_prose(&self, line: &Line, text: &str, group: &Group) -> bool {
        if text.starts_with(['（', '(']) || text.starts_with(is_digit) && self.is_adoption(self.at) {
            return false;
        }
        let titled = self.has(Role::Title) || !group.is_empty();
        let prose_inside = || has_clause(text) || text.contains("（以下");
        if line.set_in && titled && prose_inside() {
            return true;
        }
        if self.is_cut_prose(line, text) {
            return true;
        }
        if self.page.width.is_some() {
            let full = |n: usize| self.is_nearly_full(n);
            if line.set_in && title::opens_as_lead(text) && full(self.at) {
                return true;
            }
            if self.title_goes_on(group) {
                return false;
            }
            if title::opens_as_lead(text) && (prose_inside() || text.contains('《')) && (titled || full(self.at)) {
                return true;
            }
            // Without a title two full lines with a clause in them are needed.
            let lines =
                || if titled { prose_inside() || full(self.at + 1) } else { full(self.at + 1) && prose_inside() };
            return full(self.at) && (lines() || titled && (title::opens_as_lead(text) || group.is_complete()));
        }
        line.len() > LONGEST_TITLE
            || (titled && title::opens_as_lead(text) && prose_inside())
            || (line.len() > SHORT && text.contains('。'))
    }

    /// Whether the title that `group` begins ends on one of the next lines, which may be full and hold no clause.
    fn title_goes_on(&self, group: &Group) -> bool {
        let mut lines = (self.at..self.at + TITLE).map(|n| self.text(n)).take_while(|text| !has_clause(text));
        !group.is_empty() && !group.is_complete() && lines.any(title::ends_whole)
    }

    /// Whether the first line of a paragraph is cut, and the next, no wider, holds the end of its sentence or a clause:
    /// `《…办法》已经省人` / `民政府第37次常务会议通过，…`. A title is no line of prose.
    fn is_cut_prose(&self, line: &Line, text: &str) -> bool {
        let goes_on = |n: usize| {
            let no_wider =
                |next: &Line| !next.set_in && next.style.is_none() && self.width_of(next) <= self.width_of(line) + LACK;
            self.adjoins(n - 1, n) && self.line(n).is_some_and(no_wider)
        };
        let leads = |n: usize| self.line(n).is_some_and(|l| l.closes == End::Colon);
        let addressee = |n: usize| organ::recognise_addressee(self.text(n));
        let ends = |n: usize| has_clause(self.text(n)) || (leads(n) && !addressee(n));
        let at = self.at;
        line.len() > if line.set_in { SHORTEST_FIRST } else { LONGEST_SHORT }
            && goes_on(at + 1)
            && (ends(at + 1) || goes_on(at + 2) && ends(at + 2))
            && !text.contains("关于")
            && !(1..=3).any(|lines| title::looks_like_title(&self.squeezed(at, at + lines)))
    }
}

/// `前　言`: a heading of the body.
fn is_foreword(text: &str) -> bool {
    text.len() <= LONGEST_FOREWORD
        && text.ends_with('言')
        && matches!(&*joined(text), "前言" | "引言" | "序言" | "导言")
}
