//! 版头, 标题, 主送: everything over the first line of the 正文.

use std::borrow::Cow;

use crate::ast::{MarkerStyle, Role};
use crate::charset::{has_clause, has_mark, is_colon};
use crate::lexis::{
    attachment, copy_number, date, doc_number, furniture, kind, organ, secrecy, signatory, signature, title, urgency,
};
use crate::span::Span;
use memchr::memchr3;

use super::line::{End, Line};
use super::reader::{Reader, Zone};
use super::title_group::Group;

/// Lines of a head looked at before it is given up: web pages put menus in front.
const LONGEST: usize = 60;
/// No line with 前言 is longer, in bytes: it may be letter-spaced.
const LONGEST_FOREWORD: usize = 24;

/// No line of a title that is not cut from prose is longer, in bytes, and the next one shorter.
const LONGEST_SHORT: u32 = 60;
/// A line of the same page is wider by no more bytes: its first line is set in by two 汉字.
pub(super) const NO_WIDER: u32 = 9;

impl Reader<'_, '_> {
    /// Reads the head of a document, up to its body.
    pub(crate) fn head(&mut self) -> Zone {
        let mut group = Group::new(self.at);
        let first = self.at;
        self.attachment_label();
        while let Some(line) = self.line(self.at) {
            let line = *line;
            if self.at - first > LONGEST || self.addressee(&mut group, &line) {
                break;
            }
            if self.web_line(&mut group) {
                continue;
            }
            if self.begins_body(&line, &group) {
                break;
            }
            if !self.header_line(&mut group, &line) {
                group.add(self.at);
                self.at += 1;
            }
        }
        self.give_back(&mut group);
        self.flush(&mut group);
        self.restore_title(&group);
        self.open = None;
        Zone::Body
    }

    /// `附件1`, alone or with the title behind it on the line.
    fn attachment_label(&mut self) {
        let text = self.text(self.at);
        if attachment::label(text).is_some() {
            self.push(Role::Attachment, self.at);
            self.at += 1;
        } else if let (Some(cut), Some(line)) = (attachment::label_prefix(text), self.line(self.at).copied()) {
            let label = text.get(..cut).unwrap_or("").trim_end_matches(crate::charset::is_blank).len();
            let offset = |n: usize| line.start + u32::try_from(n).unwrap_or(0);
            self.push_span(Role::Attachment, Span::new(line.start, offset(label)), line.number);
            self.push_span(Role::Title, Span::new(offset(cut), line.end), line.number);
            self.at += 1;
        }
    }

    /// A line of the 版头 or under the title. Takes it if it is one.
    fn header_line(&mut self, group: &mut Group, line: &Line) -> bool {
        let text = self.text(self.at);
        if self.contents(group) || (line.len() <= 200 && may_be_number(text) && self.number_line(group, text)) {
            return true;
        }
        if self.subtitle(group, line, text) {
            return true;
        }
        if line.len() <= 150 && !line.is_finished() && (self.speaker(group, text) || self.signed_head(group)) {
            return true;
        }
        self.mark_line(group, text)
    }

    /// 署名 and date over the body, as 纪要 and 公报 have them.
    fn signed_head(&mut self, group: &mut Group) -> bool {
        let titled = group.is_complete(self) || (group.is_empty() && self.blocks.len() > self.document);
        let signed = self.organs_and_date(self.at)
            || (self.document > 0 && titled && self.has_kind(group) && self.organs_alone(self.at))
            || (titled && self.has_kind(group) && self.tail_follows(self.at));
        if !signed {
            return false;
        }
        self.flush(group);
        let before = self.at;
        self.signatures();
        self.open = None;
        self.at > before
    }

    /// Several organs on one line, and the first sentence of the text on the next.
    fn organs_alone(&self, at: usize) -> bool {
        signature::are_organs(self.text(at)) && self.line(at + 1).is_some_and(|next| next.len() > 90)
    }

    /// Organs and nothing else, then a date.
    fn organs_and_date(&self, at: usize) -> bool {
        let end = (at..at + 8).find(|&n| !organ::is_organ(self.text(n))).unwrap_or(at);
        let text = self.text(end);
        let glued = date::at_end(text).is_some_and(|cut| organ::is_organ(text.get(..cut).unwrap_or("").trim_end()));
        glued || (end > at && date::whole_line(text))
    }

    /// Whether the title or 标志 read is a whole one: it ends in a 文种.
    fn has_kind(&self, group: &Group) -> bool {
        let read = self.blocks.get(self.document..).unwrap_or_default();
        let title = read.iter().rev().find(|b| matches!(b.role, Role::Title | Role::Mark));
        group.is_complete(self) || title.is_some_and(|b| kind::at_end(b.span.of(self.source)).is_some())
    }

    /// 发文字号, perhaps with the 签发人 on its line or glued to the 标志.
    fn number_line(&mut self, group: &mut Group, text: &str) -> bool {
        let Some(line) = self.line(self.at).copied() else { return false };
        let signatory = signatory::recognise(text);
        let (front, behind) = text.split_at_checked(signatory.unwrap_or(text.len())).unwrap_or((text, ""));
        let split = |n: usize| line.start + u32::try_from(n).unwrap_or(0);
        let end = split(front.trim_end().len());
        self.forget_number_of_page(front);
        if self.has(Role::DocNumber) {
            if signatory != Some(0) {
                return false;
            }
        } else if let Some(cut) = doc_number::split_glued(front) {
            self.flush_over_number(group);
            let mark = front.get(..cut).unwrap_or("").trim_end().len();
            self.push_span(Role::Mark, Span::new(line.start, split(mark)), line.number);
            self.push_span(Role::DocNumber, Span::new(split(cut), end), line.number);
        } else if doc_number::recognise(front.trim_end()).is_some() {
            self.flush_over_number(group);
            self.push_span(Role::DocNumber, Span::new(line.start, end), line.number);
        } else if signatory != Some(0) {
            return false;
        }
        if !behind.is_empty() {
            self.flush(group);
            self.push_span(
                Role::Signatory,
                Span::new(line.end - u32::try_from(behind.len()).unwrap_or(0), line.end),
                line.number,
            );
        }
        self.at += 1;
        true
    }

    /// The 发文字号 of a publisher's table, where `text` is the same without a label: the document's own.
    fn forget_number_of_page(&mut self, text: &str) {
        let number = joined(text);
        let own = self.blocks.get(self.document..).unwrap_or_default();
        let Some(at) = own.iter().position(|block| block.role == Role::DocNumber) else { return };
        let text = joined(own.get(at).map_or("", |block| block.span.of(self.source)));
        let above = at.checked_sub(1).and_then(|n| own.get(n)).filter(|block| block.role == Role::Furniture);
        let labelled = || text.contains(is_colon) || above.is_some_and(|b| furniture::is_label(b.span.of(self.source)));
        if !number.contains(is_colon) && text.ends_with(&*number) && labelled() {
            let Some(block) = self.blocks.get_mut(self.document + at) else { return };
            block.role = Role::Furniture;
            self.opens |= std::mem::take(&mut block.opens);
        }
    }

    /// 份号, 密级, 紧急程度, and 标志 ending in 文件.
    fn mark_line(&mut self, group: &mut Group, text: &str) -> bool {
        let role = if self.blocks.last().is_some_and(|b| b.role == Role::Signatory) && is_name(text) {
            Role::Signatory
        } else if copy_number::recognise(text) && !self.has(Role::Title) && !self.has(Role::CopyNumber) {
            Role::CopyNumber
        } else if secrecy::recognise(text) {
            Role::Secrecy
        } else if urgency::recognise(text) {
            Role::Urgency
        } else if self.is_mark_of_file(text) {
            Role::Mark
        } else {
            return false;
        };
        self.flush_over_number(group);
        match secrecy::split(text).filter(|_| role == Role::Secrecy).zip(self.line(self.at).copied()) {
            Some((cut, line)) => {
                let offset = |n: usize| line.start + u32::try_from(n).unwrap_or(0);
                let end = text.get(..cut).unwrap_or("").trim_end_matches(crate::charset::is_blank).len();
                self.push_span(Role::Secrecy, Span::new(line.start, offset(end)), line.number);
                self.push_span(Role::Urgency, Span::new(offset(cut), line.end), line.number);
            }
            None => self.push(role, self.at),
        }
        self.at += 1;
        true
    }

    /// `云岭市人民政府文件`, perhaps letter-spaced.
    fn is_mark_of_file(&self, text: &str) -> bool {
        let may = text.ends_with('件') && text.len() < 240 && !self.has(Role::Title) && !text.contains("关于");
        may && {
            let mark = joined(text);
            mark.ends_with("文件") && mark.len() < 120 && !mark.contains('的')
        }
    }

    /// 主送机关, which closes the head.
    fn addressee(&mut self, group: &mut Group, line: &Line) -> bool {
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

    /// Whether the body begins with `line`: a number that opens a series, or prose.
    fn begins_body(&self, line: &Line, group: &Group) -> bool {
        let text = self.text(self.at);
        if text.starts_with('附') && !group.is_empty() && self.opens_attachment(self.at) {
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
        if self.is_row(line, text) || self.cells_under_title(group) || self.rows_under_title(group) {
            return true;
        }
        if self.list_under_title(group, text) {
            return true;
        }
        if text.starts_with("——") && (self.has(Role::Title) || group.is_complete(self)) {
            return false;
        }
        if text.len() <= LONGEST_FOREWORD && (self.has(Role::Title) || !group.is_empty()) && is_foreword(text) {
            return true;
        }
        match line.closes {
            End::Sentence | End::Semicolon => !self.may_be_subtitle(line, text, group),
            End::Colon => true,
            End::Comma | End::Open | End::Close | End::Other => self.is_prose(line, text, group),
        }
    }

    /// Cells of a table under a title that is complete, or under the title of an 附件.
    fn cells_under_title(&self, group: &Group) -> bool {
        let titled = group.is_complete(self) || (!group.is_empty() && self.has(Role::Attachment));
        // A line that ends in a 文种 goes on with the title, and a number is no cell.
        let goes_on = || !group.is_complete(self) && kind::at_end(self.text(self.at)).is_some();
        let number = |n: usize| may_be_number(self.text(n)) && doc_number::recognise(self.text(n)).is_some();
        let head = |n: usize| number(n) || self.text(n).contains("关于");
        titled && self.cells_follow(self.at) && !goes_on() && !(self.at..self.at + 8).any(head)
    }

    /// Rows parted by wide gaps, under the title of an 附件.
    fn rows_under_title(&self, group: &Group) -> bool {
        let titled = !group.is_empty() || self.has(Role::Title);
        titled && self.has(Role::Attachment) && self.is_spaced_row(self.at)
    }

    /// An organ under the title of an 附件 that has its 文种, and no date behind: a list of them begins.
    fn list_under_title(&self, group: &Group, text: &str) -> bool {
        self.has(Role::Attachment)
            && group.is_complete(self)
            && organ::is_organ(text)
            && organ::is_organ(self.text(self.at + 1))
            && !self.organs_and_date(self.at)
    }

    fn may_be_subtitle(&self, line: &Line, text: &str, group: &Group) -> bool {
        text.starts_with(['（', '(']) && line.len() < 600 && (self.has(Role::Title) || !group.is_empty())
    }

    /// A paragraph whose first line does not end a sentence.
    fn is_prose(&self, line: &Line, text: &str, group: &Group) -> bool {
        if text.starts_with(['（', '(']) {
            return false;
        }
        let titled = self.has(Role::Title) || !group.is_empty();
        let prose_inside = has_clause(text) || text.contains("（以下");
        if line.set_in && titled && prose_inside {
            return true;
        }
        if self.is_cut_prose(line, text) {
            return true;
        }
        if self.page.width.is_some() {
            let full = |n: usize| self.page.width.is_some_and(|w| self.width(n) + 8 > w);
            if title::opens_as_lead(text) && (prose_inside || text.contains('《')) && (titled || full(self.at)) {
                return true;
            }
            // Without a title two full lines with a clause in them are needed.
            let lines = if titled { prose_inside || full(self.at + 1) } else { prose_inside && full(self.at + 1) };
            return full(self.at) && (lines || titled && (title::opens_as_lead(text) || group.is_complete(self)));
        }
        line.len() > 240
            || (titled && prose_inside && title::opens_as_lead(text))
            || (line.len() > 150 && text.contains('。'))
    }

    /// Whether the first line of a paragraph is cut, and the next, no wider, holds the end of its sentence or a clause:
    /// `《…办法》已经省人` / `民政府第37次常务会议通过，…`. A title is no line of prose.
    fn is_cut_prose(&self, line: &Line, text: &str) -> bool {
        let goes_on = |n: usize| {
            let no_wider = |next: &Line| !next.set_in && next.style.is_none() && next.len() <= line.len() + NO_WIDER;
            self.adjoins(n - 1, n) && self.line(n).is_some_and(no_wider)
        };
        let leads = |n: usize| self.line(n).is_some_and(|l| l.closes == End::Colon);
        let addressee = |n: usize| organ::recognise_addressee(self.text(n));
        let ends = |n: usize| has_clause(self.text(n)) || (leads(n) && !addressee(n));
        let at = self.at;
        line.len() > LONGEST_SHORT
            && goes_on(at + 1)
            && (ends(at + 1) || goes_on(at + 2) && ends(at + 2))
            && !text.contains("关于")
            && !(1..=3).any(|lines| title::looks_like_title(&self.squeezed(at, at + lines)))
    }

    /// Whether the document being read has a block of this role.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.blocks.get(self.document..).unwrap_or_default().iter().take(LONGEST * 2).any(|b| b.role == role)
    }
}

/// Whether a list of organs may go on behind `line`: it ends in a comma, or is as long as a line of a page.
fn may_wrap(line: &Line) -> bool {
    line.closes == End::Comma || (line.len() > LONGEST_SHORT && line.closes == End::Other)
}

/// Whether a 发文字号 or a 签发人 may stand on the line: one byte in most lines tells that none does.
fn may_be_number(text: &str) -> bool {
    // The last bytes of 号, 〕, 期 and 签, and the ASCII bracket.
    let bytes = text.as_bytes();
    memchr3(0xb7, 0x95, b']', bytes).is_some() || memchr3(0x9f, 0xbe, 0x91, bytes).is_some()
}

/// A name alone on its line, under 签发人: `裴　远`.
pub(crate) fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|&c| !crate::charset::is_blank(c));
    let kind = || kind::at_end(&joined(text)).is_some_and(|(start, ..)| start == 0);
    (2..=4).contains(&letters.clone().count()) && letters.clone().all(char::is_alphabetic) && !kind()
}

/// `前　言`: a heading of the body.
fn is_foreword(text: &str) -> bool {
    matches!(&*joined(text), "前言" | "引言" | "序言" | "导言")
}

/// `text` without its line ends and blanks.
fn joined(text: &str) -> Cow<'_, str> {
    text.chars().filter(|&c| !crate::charset::is_blank(c)).collect()
}
