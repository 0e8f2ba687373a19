//! 附件说明 and the lines that open an 附件.

use crate::ast::{MarkerStyle, Role};
use crate::charset::is_unclosed;
use crate::lexis::{attachment, organ};

use super::body::SHORT;
use super::clause::opens_with_closer;
use super::line::{End, Line};
use super::reader::Reader;

/// A line of prose has more bytes.
const LEAST: u32 = 60;

/// Cells that the second line of a name stands behind its label: `附件：`.
const BEHIND_LABEL: u8 = 6;

/// An 附件说明 and the 署名 under it have fewer lines.
const LONGEST_LIST: usize = 16;

/// So many lines of an 附件 are looked at for its first number.
const LEAD: usize = 14;

impl Reader<'_, '_> {
    /// 附件说明: the line and the numbered names under it.
    pub(crate) fn attachment_notes(&mut self) {
        self.push(Role::AttachmentNote, self.at);
        self.at += 1;
        let mut number = first_number(self.text(self.at - 1));
        while let Some(line) = self.line(self.at) {
            if self.page_furniture(self.at) {
                continue;
            }
            let is_next = line.style == Some(MarkerStyle::Arabic) && line.value == number + 1;
            if is_next {
                number += 1;
                self.push(Role::AttachmentNote, self.at);
            } else if self.note_goes_on(self.at) {
                self.extend(self.at);
            } else {
                break;
            }
            self.at += 1;
        }
        self.open = None;
    }

    /// Whether the name of an attachment goes on over line `at`.
    fn note_goes_on(&self, at: usize) -> bool {
        let (Some(open), Some(line)) = (&self.open, self.line(at)) else { return false };
        let Some(before) = self.line(open.line) else { return false };
        let text = self.text(at);
        if opens_attachment_text(text)
            || line.style.is_some()
            || before.closes == End::Colon && self.signature_follows(at)
        {
            return false;
        }
        let adjacent = self.adjoins(open.line, at);
        // Nothing but the end of a page stands between.
        let next = adjacent || at > open.line + 1;
        opens_with_closer(text)
            || matches!(before.closes, End::Open | End::Comma)
            || (self.is_full(open, text) && next && !self.is_signed(at))
            || (is_unclosed(self.text(open.line)) && next)
            || (adjacent && line.indent >= BEHIND_LABEL && (!self.signature_follows(at) || self.parts_from_tail(at)))
            || (before.closes == End::Colon && adjacent && line.len() < SHORT)
    }

    /// Whether the 署名 begins with an organ at line `at`.
    fn is_signed(&self, at: usize) -> bool {
        organ::is_organ(self.text(at)) && self.signature_follows(at)
    }

    /// Whether line `at` is no organ, and a blank line parts it from the 署名.
    fn parts_from_tail(&self, at: usize) -> bool {
        let apart = self.line(at + 1).is_some() && !self.adjoins(at, at + 1);
        apart && !organ::is_organ(self.text(at)) && self.signature_follows(at + 1)
    }

    /// The byte where the name begins on line `at`, `附件：名称` over text of its own: prose, whose numbers begin anew.
    pub(crate) fn opens_named_attachment(&self, at: usize) -> Option<usize> {
        let name = attachment::name_behind_colon(self.text(at))?;
        let first = |n: usize| {
            let anew = |style| matches!(style, Some(MarkerStyle::Han | MarkerStyle::Chapter | MarkerStyle::Article));
            self.line(n).is_some_and(|line| line.value == 1 && anew(line.style))
        };
        let prose =
            |line: &Line| line.style.is_none() && line.len() > LEAST && !self.text(at + 1).starts_with(['（', '(']);
        let signed = |n: usize| self.signature_follows(n);
        let first =
            self.line(at + 1).filter(|line| prose(line)).and_then(|_| (at + 2..at + LEAD).find(|&n| first(n)))?;
        (!(at + 1..first).any(signed)).then_some(name)
    }

    /// Whether line `at` opens an 附件: a label alone, no list of names behind it.
    pub(crate) fn opens_attachment(&self, at: usize) -> bool {
        let Some(number) = attachment::label(self.text(at)) else { return false };
        if number.is_some() || !self.text(at).ends_with(['：', ':']) {
            return true;
        }
        // `附件：` over a list of names that the 署名 follows is the 附件说明.
        let Some(next) = self.line(at + 1) else { return true };
        let listed = next.style == Some(MarkerStyle::Arabic) && next.value == 1;
        !(listed && (at + 2..at + LONGEST_LIST).any(|n| self.line(n).is_some() && self.dated_signature_follows(n)))
    }
}

fn opens_attachment_text(text: &str) -> bool {
    text.starts_with('附') && attachment::label(text).is_some()
}

/// The number in `附件：1.甲`; 0 for `附件：`.
fn first_number(text: &str) -> u32 {
    let digits = text.find(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    u32::from(digits.is_some_and(|at| at < 20))
}
