//! 主送机关, on one line or several.

use crate::ast::Role;
use crate::charset::{has_mark, is_colon};
use crate::lexis::organ;
use crate::span::Span;

use super::clause::is_labelled;
use super::first_line::LONGEST_SHORT;
use super::head::joined;
use super::line::{End, Line};
use super::reader::Reader;
use super::title_group::Group;

/// A list of organs has fewer lines.
const MOST_LINES: usize = 8;

/// So many lines say more of one a document is sent to.
const MOST_LABELS: usize = 8;

impl Reader<'_, '_> {
    /// 主送机关, which closes the head.
    pub(super) fn addressee(&mut self, group: &mut Group, line: &Line) -> bool {
        let at = self.at;
        let end = if line.closes == End::Colon { Some(at) } else { self.addressee_end(at) };
        let Some(last) = end.filter(|_| line.style.is_none()) else { return false };
        let span = self.line(last).map_or(Span::default(), |l| Span::new(line.start, l.end));
        let text = span.of(self.source);
        let names = organ::recognise_addressee(&if last == at { text.into() } else { joined(text) });
        if !names && !self.is_spoken_to(last) && !self.is_named_by_place(group, text) {
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

    /// Whether the text behind line `n`, which ends in ：, speaks to those it names: `云岭水库：` / `你单位…`. Of one who
    /// is punished more is said in front of it: `地址：…`.
    fn is_spoken_to(&self, n: usize) -> bool {
        let first = (n + 1..=n + MOST_LABELS).find(|&at| !is_labelled(self.text(at))).unwrap_or(n + 1);
        let text = self.text(first);
        (text.starts_with(['你', '您']) || first > n + 1 && text.contains('你')) && !self.is_lead_in(n)
    }

    /// Whether `text` is what stands under a whole title, names all of a kind and says nothing of them: `各中小学：`.
    fn is_named_by_place(&self, group: &Group, text: &str) -> bool {
        let titled = group.is_complete() || group.is_empty() && self.has(Role::Title);
        titled && text.starts_with('各') && organ::may_be_addressee(text)
    }

    /// The last line of a list of organs that begins at line `at` and goes on: the one that ends in ：.
    fn addressee_end(&self, at: usize) -> Option<usize> {
        let last = self.colon_behind(at)?;
        let text = self.text(at);
        let listed = has_mark(text, ['、', '，']) || text.contains(',');
        let named = !text.contains("关于") && !text.contains('《');
        let plain = |n: usize| !has_mark(self.text(n), ['。']);
        (listed && named && (at..=last).all(plain) && !self.is_lead_in(last)).then_some(last)
    }

    /// The line that ends in ： behind lines that may be those of a list, from line `at` on.
    fn colon_behind(&self, at: usize) -> Option<usize> {
        let may_be_first = |line: &Line| !line.is_finished() && line.style.is_none();
        self.line(at).filter(|line| may_be_first(line))?;
        for n in at + 1..at + MOST_LINES {
            let (before, line) = (self.line(n - 1)?, self.line(n)?);
            if self.page.width.is_none() && !may_wrap(before) {
                return None;
            }
            match line.closes {
                End::Colon => return Some(n),
                End::Comma | End::Other | End::Open | End::Close if line.style.is_none() => {}
                _ => return None,
            }
        }
        None
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
