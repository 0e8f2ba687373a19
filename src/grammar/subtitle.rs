//! What stands under the title: 题注, remarks in brackets, who gave a report.

use crate::ast::{MarkerStyle, Role};
use crate::charset::is_digit;
use crate::lexis::vocabulary::ADOPTIONS;
use crate::lexis::{organ, signature};

use super::head::is_name;
use super::line::Line;
use super::reader::Reader;
use super::title_group::Group;

/// Lines of a bracket under the title: the history of a law is long.
const LONGEST_BRACKET: usize = 30;

/// Digits of a year.
const YEAR: usize = 4;

/// Lines of an adoption on a narrow page.
const LONGEST_ADOPTION: usize = 4;

impl Reader<'_, '_> {
    /// 题注 and lines in brackets under the title.
    pub(crate) fn subtitle(&mut self, group: &mut Group, line: &Line, text: &str) -> bool {
        let bracketed = text.starts_with(['（', '(']) && line.style.is_none();
        let counts = text.starts_with(is_digit);
        let dated = if counts { self.adoption_end(self.at) } else { None };
        let dashed = text.starts_with('—') && (self.has(Role::Title) || group.is_complete());
        // A law may have lost its title.
        let titled = || self.has(Role::Title) || !group.is_empty() || (self.is_first() && ends_in_adoption(text));
        if !(bracketed || dated.is_some() || dashed) || !titled() {
            return false;
        }
        if bracketed && self.bracket_in_title(group, text) {
            return false;
        }
        self.flush(group);
        self.push(Role::Subtitle, self.at);
        let wraps = || dashed && self.is_nearly_full(self.at);
        let end = if bracketed { self.bracket_end(self.at) } else { dated.unwrap_or(self.at + usize::from(wraps())) };
        self.at += 1;
        while self.at <= end {
            // An entry of a 目录 would end the bracket.
            let open = self.open;
            if self.page_furniture(self.at) {
                self.open = open;
            } else {
                self.extend(self.at);
                self.at += 1;
            }
        }
        true
    }

    /// Whether line `at` opens `2019年10月22日…通过`, and nothing stands close below that it goes on to.
    pub(super) fn is_adoption(&self, at: usize) -> bool {
        self.adoption_end(at).is_some_and(|end| !self.runs_close(end) || self.adoption_end(end + 1).is_some())
    }

    /// The last line of `2019年10月22日…通过`, which line `at` opens with its date: full lines of a page go on.
    fn adoption_end(&self, at: usize) -> Option<usize> {
        let dated = |n: usize| self.text(n).chars().take_while(|&c| is_digit(c)).count() == YEAR;
        let goes_on = |n: usize| self.is_nearly_full(n) && self.runs_close(n) && !dated(n + 1);
        let end = (at..at + LONGEST_ADOPTION).find(|&n| !goes_on(n))?;
        (dated(at) && ends_in_adoption(&self.squeezed(at, end + 1))).then_some(end)
    }

    /// Whether a line without a number stands close below line `at`.
    fn runs_close(&self, at: usize) -> bool {
        self.adjoins(at, at + 1) && self.line(at + 1).is_some_and(|next| next.style.is_none())
    }

    /// Brackets that are part of the title's line, or stand between its lines: `（2024年修订）》起草说明`.
    fn bracket_in_title(&self, group: &Group, text: &str) -> bool {
        let goes_on =
            text.rfind(['）', ')']).and_then(|at| text.get(at..)).is_some_and(|rest| rest.chars().count() > 2);
        let between = || {
            let next = self.text(self.at + 1);
            !group.is_complete() && self.line(self.at + 1).is_some() && next.contains("关于")
        };
        !group.is_empty() && (goes_on || between())
    }

    /// The line that closes the bracket which line `at` opens: the next lines may be in it.
    fn bracket_end(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for n in at..at + LONGEST_BRACKET {
            let Some(line) = self.line(n) else { break };
            if n > at && line.style.is_some_and(|style| style <= MarkerStyle::Han) {
                break;
            }
            for c in self.text(n).chars() {
                match c {
                    '（' | '(' => depth += 1,
                    '）' | ')' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            if depth == 0 {
                return n;
            }
        }
        at
    }

    /// Who gave a report, under its title: `省长　李某某`, on one line or on two.
    pub(crate) fn speaker(&mut self, group: &mut Group, text: &str) -> bool {
        if !self.has(Role::Title) && !group.is_complete() {
            return false;
        }
        if group.is_empty()
            && organ::is_organ(text)
            && self.blocks.last().is_some_and(|b| b.role == Role::Subtitle && b.span.of(self.source).starts_with("——"))
        {
            self.push(Role::Signature, self.at);
            self.at += 1;
            return true;
        }
        let parted = signature::is_post(text) && is_name(self.text(self.at + 1));
        if !parted && !signature::recognise_signer(text) {
            return false;
        }
        self.flush(group);
        self.push(Role::Signer, self.at);
        if parted {
            self.extend(self.at + 1);
        }
        self.at += 1 + usize::from(parted);
        true
    }
}

/// `2019年10月22日…通过`.
fn ends_in_adoption(text: &str) -> bool {
    let text = text.trim_end_matches(['）', ')', '。']);
    ADOPTIONS.iter().any(|end| text.ends_with(end))
}
