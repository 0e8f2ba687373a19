//! 署名 and 成文日期: where they begin, and which lines are theirs.

use memchr::{memchr, memchr2};

use crate::ast::Role;
use crate::charset::has_mark;
use crate::lexis::{date, furniture, imprint, kind, note, organ, signature, title};
use crate::span::Span;

use super::body::SHORT;
use super::line::{End, Line};
use super::phrase::is_sentence;
use super::reader::Reader;

/// Lines of 署名 looked at for a 成文日期.
const LOOK_AHEAD: usize = 18;
/// No branch of an organ on a line of its own is longer, in bytes.
const LONGEST_BRANCH: usize = 36;
/// So many lines over a 成文日期 may be a 署名 although none of them is known to sign.
const MOST_UNKNOWN: usize = 3;

/// Lines in a row that were looked at for a 成文日期: none of them is one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Undated {
    first: usize,
    end: usize,
    /// Whether the last belongs to no 署名 and ends every look ahead.
    closed: bool,
}

impl Reader<'_, '_> {
    /// Whether the 署名 begins at line `at`: short lines, then a date, or organs that close the document without one.
    pub(crate) fn signature_follows(&self, at: usize) -> bool {
        match self.day_of(at) {
            Some(day) => self.is_dated_by(at, day),
            None => self.organs_close(at),
        }
    }

    /// Whether a 署名 with its 成文日期 begins at line `at`. It asks nothing of what may stand behind organs without a
    /// date, where an 附件 may begin: that one may ask it.
    pub(super) fn dated_signature_follows(&self, at: usize) -> bool {
        self.day_of(at).is_some_and(|day| self.is_dated_by(at, day))
    }

    /// The line of the date over which nothing stands but what a 署名 that begins at line `at` may have.
    fn day_of(&self, at: usize) -> Option<usize> {
        // Few lines have a date behind them: what stands between is looked at only then.
        let day = self.date_ahead(at)?;
        if let Some(last) = (at..day).rev().find(|&n| !self.may_stand_over_date(at, n)) {
            self.undated.set(Undated { first: at, end: last + 1, closed: true });
            return None;
        }
        Some(day)
    }

    /// Whether the date on line `day` is that of a 署名 that begins at line `at`.
    fn is_dated_by(&self, at: usize, day: usize) -> bool {
        if !date::stands_alone(self.text(day)) {
            return true;
        }
        // Behind the 成文日期 a page has days of its own.
        if day == at {
            return self.date_may_stand(at) && !(self.is_behind_links() && self.is_dated());
        }
        let mut signing = (at..day).filter(|&n| n == at || !furniture::parts_pages(self.text(n)));
        let signs = |n: usize| organ::is_organ(self.text(n)) || signature::recognise_signer(self.text(n));
        signing.clone().nth(MOST_UNKNOWN).is_none() && !self.is_dated() || signing.any(signs)
    }

    /// The line among those behind `at`, itself included, that is a date or ends in one behind an organ.
    fn date_ahead(&self, at: usize) -> Option<usize> {
        let known = self.undated.get();
        let is_known = (known.first..known.end).contains(&at);
        if is_known && known.closed {
            return None;
        }
        let (start, end) = (if is_known { known.end } else { at }, at + LOOK_AHEAD);
        for n in start..end {
            let line = self.line(n).filter(|line| line.len() <= SHORT);
            if line.is_some() && is_dated(self.text(n)) {
                return Some(n);
            }
            // Most lines of prose end in a mark, or are too long; in a hard-wrapped text they are as short.
            let may_be_prose = |line: &Line| self.page.width.is_some() || !may_end_signature(line.closes);
            if line.is_none_or(|line| may_be_prose(line) && !self.may_stand_over_date(at, n)) {
                self.undated.set(Undated { first: at, end: n + 1, closed: true });
                return None;
            }
        }
        self.undated.set(Undated { first: at, end, closed: false });
        None
    }

    /// Whether line `n` may belong to a 署名 that begins at line `at`, or is the number of a page inside it.
    fn may_stand_over_date(&self, at: usize, n: usize) -> bool {
        let text = self.text(n);
        n > at && furniture::parts_pages(text) || self.line(n).is_some_and(|line| may_sign(line, text))
    }

    /// Whether the organs that begin at line `at` close the document without a date.
    fn organs_close(&self, at: usize) -> bool {
        let known = self.undated.get();
        let may_sign = !known.closed || known.end > at + 1;
        // Organs right under a title are a list.
        let listed = || at > 0 && organ::is_organ(self.text(at - 1));
        may_sign
            && self.seen.has_body(self.document)
            && organ::may_be_organ(self.text(at))
            && !self.is_dated()
            && !listed()
            && !self.is_behind_links()
            && self.ends_with_organs(at)
    }

    /// Whether a line of a web page was read last: organs behind it are its links.
    fn is_behind_links(&self) -> bool {
        self.blocks
            .last()
            .is_some_and(|block| block.role == Role::Furniture && !furniture::parts_pages(block.span.of(self.source)))
    }

    /// Whether the 成文日期, over which the 署名 stands, was read just now.
    fn is_dated(&self) -> bool {
        let read = self.blocks.get(self.document..).unwrap_or_default();
        read.iter().rev().take(LOOK_AHEAD).any(|b| b.role == Role::Date)
    }

    /// A date alone closes a document only behind a finished block, or behind the 附件说明.
    fn date_may_stand(&self, at: usize) -> bool {
        let before = self.blocks.last().map(|b| b.role);
        if before == Some(Role::AttachmentNote) || (at > 0 && self.is_blank_form(at - 1)) {
            return true;
        }
        let finished = at
            .checked_sub(1)
            .and_then(|n| self.line(n))
            .is_none_or(|l| l.closes == End::Sentence || l.closes == End::Close);
        (finished || self.line(at + 1).is_none()) && !matches!(before, Some(Role::Table) | None)
    }

    /// Organs without a date: nothing but an end, a note or another document may follow.
    fn ends_with_organs(&self, at: usize) -> bool {
        for n in at..at + LOOK_AHEAD {
            let Some(line) = self.line(n) else { return true };
            let text = self.text(n);
            if organ::is_organ(text) && may_sign(line, text) {
                continue;
            }
            return n > at
                && (note::recognise(text)
                    || self.issued_follows(at, n)
                    || self.opens_attachment(n)
                    || imprint::recognise_cc(text)
                    || furniture::is_web(text));
        }
        false
    }

    /// Whether the document that is issued has its title at line `next`, behind the 署名 that begins at line `at`.
    fn issued_follows(&self, at: usize, next: usize) -> bool {
        let closed = at.checked_sub(1).and_then(|n| self.line(n)).is_some_and(|line| line.closes == End::Sentence);
        closed && self.is_titled(next)
    }

    /// Whether line `at`, or it and the next, may be a title.
    fn is_titled(&self, at: usize) -> bool {
        let plain = self.line(at).is_some_and(|line| line.style.is_none() && !line.is_finished());
        plain && (at + 1..at + 3).any(|end| title::looks_like_title(&self.squeezed(at, end)))
    }

    /// 署名 and 成文日期.
    pub(crate) fn signatures(&mut self) {
        for _ in 0..LOOK_AHEAD {
            let Some(line) = self.line(self.at).copied() else { return };
            let text = self.text(self.at);
            if date::stands_alone(text) {
                self.push(Role::Date, self.at);
                self.at += 1;
                return;
            }
            if self.page_furniture(self.at) {
                continue;
            }
            if let Some(cut) = date::at_end(text).filter(|_| !line.is_finished() && line.style.is_none()) {
                let organ = text.get(..cut).unwrap_or("").trim_end().len();
                self.push_span(Role::Signature, Span::new(line.start, line.place(organ)), line.number);
                self.push_span(Role::Date, Span::new(line.place(cut), line.end), line.number);
                self.at += 1;
                return;
            }
            let goes_on = self.signature_goes_on(text);
            let signed = self.open.is_some_and(|open| self.is_signature(open.block));
            let ends = || note::recognise(text) || (!organ::is_organ(text) && self.is_titled(self.at));
            if !may_sign(&line, text) || imprint::recognise(text) || (signed && !goes_on && ends()) {
                return;
            }
            if goes_on {
                self.extend(self.at);
            } else {
                let personal = signature::recognise_signer(text) || signature::is_close_signer(text);
                self.push(if personal { Role::Signer } else { Role::Signature }, self.at);
            }
            self.at += 1;
        }
    }

    /// `国家金融监督管理总局` / `云岭监管分局`: one organ over two lines.
    fn signature_goes_on(&self, text: &str) -> bool {
        let Some(open) = self.open.filter(|open| self.is_signature(open.block)) else { return false };
        let before = self.text(open.line);
        let branch = ["监管分局", "监管局", "监管支局"].iter().any(|end| text.ends_with(end));
        let head = ["总局", "监督管理委员会", "管理局"].iter().any(|end| before.ends_with(end));
        // `云岭市房地产市场平稳健康发展` / `领导小组办公室`; `云岭建设委员会` / `（爱国卫生委员会）`.
        let torn = || organ::is_organ_end(text) && !organ::is_organ(before);
        let named = || organ::is_organ(before) && is_second_name(text);
        // `云岭登记结算有限责` / `任公司`, where the line is full.
        let cut = || {
            let both = || organ::is_organ(before) && organ::is_organ(text);
            self.is_nearly_full(open.line) && !both() && organ::is_organ(&self.squeezed(open.line, self.at + 1))
        };
        (branch && head && text.len() <= LONGEST_BRANCH) || torn() || named() || cut()
    }

    /// Whether the block at `at` is a 署名.
    fn is_signature(&self, at: usize) -> bool {
        self.blocks.get(at).is_some_and(|block| block.role == Role::Signature)
    }
}

/// Whether a line is a title, or a closing sentence whose mark is missing: …的通知, 本办法自…起施行.
fn says_of_documents(text: &str) -> bool {
    kind::at_end(text).is_some() || is_sentence(text) || text.starts_with("关于")
}

/// Whether `text` is a date, or ends in one behind an organ.
fn is_dated(text: &str) -> bool {
    let signed = |cut| organ::is_organ(text.get(..cut).unwrap_or("").trim_end());
    date::stands_alone(text) || date::at_end(text).is_some_and(signed)
}

/// Whether a line of a 署名 may end so.
const fn may_end_signature(closes: End) -> bool {
    matches!(closes, End::Other | End::Close | End::Semicolon)
}

/// An organ in brackets, or who seals in its place: `（爱国卫生委员会）`, `（云岭市城乡建设局代章）`.
fn is_second_name(text: &str) -> bool {
    let inside = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| inside.ends_with("代章") || organ::is_organ(inside))
}

/// Whether a line may belong to the 署名: short, no sentence, no number.
fn may_sign(line: &Line, text: &str) -> bool {
    // `&nbsp;` left over from a web page hides nothing.
    let text = memchr(b'&', text.as_bytes()).and_then(|at| text.get(..at)).unwrap_or(text);
    // Neither names of organs nor those of persons have marks of sentences.
    if has_mark(text, ['，', '。', '；', '》']) || memchr2(b',', b';', text.as_bytes()).is_some() {
        return false;
    }
    let is_parted = || has_mark(text, ['：']) || memchr2(b':', b'\t', text.as_bytes()).is_some();
    let plain = line.style.is_none()
        && may_end_signature(line.closes)
        && line.len() <= SHORT
        && !text.starts_with("附件")
        && !text.starts_with("特此")
        && !text.starts_with(['【', '['])
        && !is_parted()
        && !says_of_documents(text);
    plain || signature::recognise_signer(text)
}
