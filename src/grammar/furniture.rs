//! What is no part of the document inside the body: page numbers, running heads.

use crate::ast::Role;
use crate::lexis::{furniture, markup};

use super::line::{End, Line};
use super::reader::Reader;

/// No line with a page number is longer, in bytes.
const LONGEST_NUMBER: usize = 40;
/// Page numbers and running heads stand in so many lines together.
const FOOT: usize = 3;
/// The number of a note is no further ahead of the last one torn from its text.
const NOTES_TORN: u32 = 3;

impl Reader<'_, '_> {
    /// Whether `line` may be furniture: its length, its first bytes and its last rule it out of most.
    #[inline]
    pub(crate) fn may_be_furniture(&self, line: &Line, text: &str) -> bool {
        !self.running_heads.is_empty()
            || matches!(line.closes, End::Other | End::Close) && furniture::may_be_contents(text)
            || text.len() <= LONGEST_NUMBER && may_open_number(text)
    }

    /// Page numbers and running heads. The open block stays open.
    pub(crate) fn page_furniture(&mut self, at: usize) -> bool {
        let Some(line) = self.line(at) else { return false };
        let text = self.text(at);
        if self.running_heads.binary_search(&line.start).is_ok() {
            self.push_between(at);
            return true;
        }
        if matches!(line.closes, End::Other | End::Close) && furniture::is_contents(text) {
            self.push_furniture(at);
            self.open = None;
            return true;
        }
        // Converters draw the end of a page where it tears a sentence, too.
        if furniture::is_drawn(text) || markup::is_markup(text) {
            self.push_between(at);
            return true;
        }
        if text.len() > LONGEST_NUMBER || !may_open_number(text) {
            return false;
        }
        let Some(number) = furniture::page_number(text) else { return false };
        // A page number stands in the margin, not where a paragraph begins.
        let set_in = line.set_in;
        if number.bare && (set_in || !self.is_next_page(at, number.value)) {
            return !set_in && number.value.is_some_and(|value| self.note_number(at, value));
        }
        self.page_number = number.value.unwrap_or(self.page_number + 1);
        self.push_between(at);
        true
    }

    /// Line `at`, or the one behind the page number and the running heads that begin there.
    pub(super) fn behind_page(&self, at: usize) -> usize {
        let between = |&at: &usize| {
            let head = || self.line(at).is_some_and(|line| self.running_heads.binary_search(&line.start).is_ok());
            furniture::page_number(self.text(at)).is_some_and(|n| !n.bare || self.is_next_page(at, n.value)) || head()
        };
        at + (at..at + FOOT).take_while(between).count()
    }

    /// Whether a bare number may be that of a page: the next one, on a line apart.
    fn is_next_page(&self, at: usize, value: Option<u32>) -> bool {
        let table = self.blocks.last().is_some_and(|b| b.role == Role::Table);
        let first = self.page_number == 0 && at > 2;
        let table = table && !(self.page.width.is_some() && value == Some(self.page_number + 1));
        let may_begin = |n: u32| first && self.page.width.is_some() && (n <= 3 || self.stands_apart(at));
        !table && value.is_some_and(|n| n == self.page_number + 1 || may_begin(n))
    }

    /// The number of a note, torn from its text where lines are those of pages: 1, or about the next one.
    fn note_number(&mut self, at: usize, value: u32) -> bool {
        let table = self.blocks.last().is_some_and(|b| b.role == Role::Table);
        // It stands twice: in the text and in front of the note.
        let next = value == 1 || (self.note_number.max(1)..=self.note_number + NOTES_TORN).contains(&value);
        if table || !next || self.page.width.is_none() {
            return false;
        }
        self.note_number = value;
        self.push_between(at);
        true
    }

    /// Whether blank lines stand round line `at`.
    fn stands_apart(&self, at: usize) -> bool {
        at > 0 && !self.adjoins(at - 1, at) && !self.adjoins(at, at + 1)
    }

    /// Takes line `at`, which stands between the lines of the open block.
    fn push_between(&mut self, at: usize) {
        let open = self.open;
        self.push_furniture(at);
        self.open = open;
    }

    pub(crate) fn push_furniture(&mut self, at: usize) {
        self.push(Role::Furniture, at);
        self.at = at + 1;
    }
}

/// Whether the first bytes of `text` may be those of a page number: of brackets, quotes and ① they are not.
fn may_open_number(text: &str) -> bool {
    match text.as_bytes() {
        [0xef, 0xbc, 0x88, ..] | [0xe2, 0x80, 0x9c | 0x98, ..] | [0xe2, 0x91, ..] | [] => false,
        [first, ..] => matches!(first, b'0'..=b'9' | b'-' | b'=' | b'P' | b'p' | 0xe2 | 0xe7 | 0xef),
    }
}
