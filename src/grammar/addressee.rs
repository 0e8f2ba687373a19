//! 主送机关, on one line or several.

use crate::ast::Role;
use crate::charset::{has_mark, is_colon};
use crate::lexis::organ;
use crate::span::Span;

use super::first_line::LONGEST_SHORT;
use super::head::joined;
use super::line::{End, Line};
use super::reader::Reader;
use super::title_group::Group;

impl Reader<'_, '_> {
    /// 主送机关, which closes the head.
    pub(super) fn addressee(&mut self, group: &mut Group, line: &Line) -> bool {
        let at = self.at;
        let mut last = at;
        if line.closes != End::Colon {
            if !self.addressee_wraps(at) {
                return false;
            }
            last = (at + 1..at + 8).find(|&n| self.line(n).is_some_and(|l| l.closes == End::Colon)).unwrap_or(at);
        }
        let span = self.line(last).map_or(Span::default(), |l| Span::new(line.start, l.end));
        let text = span.of(self.source);
        if line.style.is_some() || !organ::recognise_addressee(&if last == at { text.into() } else { joined(text) }) {
            return false;
        }
        self.flush(group);
        self.push(Role::Addressee, at);
        for n in at + 1..=last {
            self.extend(n);
        }
        self.at = last + 1;
        true
    }

    /// A list of organs over several lines, the last of which ends in ：.
    fn addressee_wraps(&self, at: usize) -> bool {
        let Some(line) = self.line(at) else { return false };
        let text = self.text(at);
        if line.style.is_some()
            || !(has_mark(text, ['、', '，']) || text.contains(','))
            || text.contains("关于")
            || text.contains('《')
        {
            return false;
        }
        for n in at..at + 8 {
            let Some(next) = self.line(n).filter(|_| !has_mark(self.text(n), ['。'])) else { return false };
            let goes_on = n == at || self.page.width.is_some() || self.line(n - 1).is_some_and(may_wrap);
            match next.closes {
                _ if !goes_on => return false,
                End::Colon => return n > at && !self.is_lead_in(n),
                End::Comma | End::Other | End::Open | End::Close if next.style.is_none() || n == at => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether line `n` ends in `如下：`, the colon torn off or not: the body begins so, no 主送.
    fn is_lead_in(&self, n: usize) -> bool {
        let words = |n: usize| self.text(n).trim_end_matches(is_colon);
        let last = if words(n).is_empty() { words(n.saturating_sub(1)) } else { words(n) };
        last.ends_with('下')
    }
}

/// Whether a list of organs may go on behind `line`: it ends in a comma, or is as long as a line of a page.
fn may_wrap(line: &Line) -> bool {
    line.closes == End::Comma || (line.len() > LONGEST_SHORT && line.closes == End::Other)
}
