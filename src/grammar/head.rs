//! 版头, 标题, 主送: everything over the first line of the 正文.

use std::borrow::Cow;

use crate::ast::{FlatBlock, Role};
use crate::charset::{holds, holds_pair, is_blank, is_colon, without};
use crate::lexis::{
    attachment, copy_number, date, doc_number, furniture, kind, organ, secrecy, signatory, signature, title, urgency,
};
use crate::span::{Span, offset};

use super::body::SHORT;
use super::clause::is_labelled;
use super::line::{End, Line};
use super::reader::{Reader, Zone};
use super::title_group::Group;

/// Lines of a head looked at before it is given up: web pages put menus in front.
const LONGEST: usize = 60;

/// No line with a 发文字号 is longer, in bytes.
const LONGEST_NUMBER_LINE: u32 = 200;

/// The first sentence under a 署名 has more bytes on its line.
const SENTENCE: u32 = 90;

/// Fewer organs sign together over a body.
const MOST_ORGANS: usize = 8;

/// No heading under a title is longer, in bytes: `项目概况`.
const LONGEST_HEADING: u32 = 30;

impl Reader<'_, '_> {
    /// Reads the head of a document, up to its body.
    pub(crate) fn head(&mut self) -> Zone {
        self.properties();
        let mut group = Group::new(self.at);
        let first = self.at;
        self.attachment_label();
        while let Some(line) = self.line(self.at) {
            let (line, text) = (*line, self.text(self.at));
            if self.at - first > LONGEST || self.addressee(&mut group, &line) {
                break;
            }
            if self.web_line(&mut group, text) {
                if self.is_first() && group.is_empty() {
                    self.attachment_label();
                }
                continue;
            }
            if self.begins_body(&line, text, &group) {
                break;
            }
            if !self.header_line(&mut group, &line, text) {
                if self.labels_begin(&group) || self.heading_begins(&group, &line, text) {
                    break;
                }
                group.add(self.at, title::ends_whole(text));
                self.at += 1;
            }
        }
        self.give_back(&mut group);
        self.flush(&mut group);
        self.restore_title(&group);
        self.open = None;
        Zone::Body
    }

    /// A short line under a whole title and over a long sentence: a heading of the body. 署名 stand there, too.
    fn heading_begins(&self, group: &Group, line: &Line, text: &str) -> bool {
        let over_prose = |next: &Line| next.closes == End::Sentence && next.len() > SHORT;
        self.page.width.is_none()
            && group.is_complete()
            && line.closes == End::Other
            && line.len() <= LONGEST_HEADING
            && !title::ends_whole(text)
            && !organ::is_organ(text)
            && !date::stands_alone(text)
            && !self.has(Role::Title)
            && self.line(self.at + 1).is_some_and(over_prose)
    }

    /// Labels with their values under a title: who is meant, in front of the text, behind its 发文字号; where and when those
    /// of a 纪要 met; whom the list of an 附件 names.
    fn labels_begin(&self, group: &Group) -> bool {
        let listed = !group.is_empty() && self.has(Role::Attachment);
        let numbered = listed || self.has(Role::DocNumber);
        if !numbered && !group.is_complete() || !is_labelled(self.text(self.at)) {
            return false;
        }
        let met = || numbered || self.tells_place(self.at);
        listed || is_labelled(self.text(self.at + 1)) && self.has_kind(group) && met()
    }

    /// Whether line `at` or the next says where a meeting took place: `地　点：第一会议室`.
    pub(super) fn tells_place(&self, at: usize) -> bool {
        let label = |n: usize| self.text(n).split_once(is_colon).map_or("", |(label, _)| label);
        (at..at + 2).any(|n| label(n).ends_with('点') && joined(label(n)).ends_with("地点"))
    }

    /// `附件1`, alone or with the title behind it on the line.
    fn attachment_label(&mut self) {
        let text = self.text(self.at);
        if attachment::label(text).is_some() {
            self.push(Role::Attachment, self.at);
            self.at += 1;
        } else if let (Some(cut), Some(line)) = (
            attachment::label_prefix(text).or_else(|| self.opens_named_attachment(self.at)),
            self.line(self.at).copied(),
        ) {
            let label = text.get(..cut).unwrap_or("").trim_end_matches(is_blank).len();
            self.push_span(Role::Attachment, Span::new(line.start, line.place(label)), line.number);
            self.push_span(Role::Title, Span::new(line.place(cut), line.end), line.number);
            self.at += 1;
        }
    }

    /// A line of the 版头 or under the title. Takes it if it is one.
    fn header_line(&mut self, group: &mut Group, line: &Line, text: &str) -> bool {
        if self.contents(group)
            || (line.len() <= LONGEST_NUMBER_LINE && may_be_number(text) && self.number_line(group, text))
        {
            return true;
        }
        if self.subtitle(group, line, text) {
            return true;
        }
        if line.len() <= SHORT && !line.is_finished() && (self.speaker(group, text) || self.signed_head(group)) {
            return true;
        }
        self.mark_line(group, text)
    }

    /// 署名 and date over the body, as 纪要 and 公报 have them.
    fn signed_head(&mut self, group: &mut Group) -> bool {
        let titled = group.is_complete() || (group.is_empty() && self.blocks.len() > self.document);
        let signed = self.organs_and_date(self.at)
            || (self.document > 0 && titled && self.has_kind(group) && self.organs_alone(self.at))
            || (titled && self.has_kind(group) && self.signature_follows(self.at));
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
        signature::are_organs(self.text(at)) && self.line(at + 1).is_some_and(|next| next.len() > SENTENCE)
    }

    /// Organs and nothing else, then a date.
    pub(super) fn organs_and_date(&self, at: usize) -> bool {
        let organ = |n: usize| organ::is_organ(self.text(n));
        for n in at..at + MOST_ORGANS {
            let text = self.text(n);
            let signed = |cut| organ::is_organ(text.get(..cut).unwrap_or("").trim_end());
            if date::at_end(text).is_some_and(signed) || n > at && date::whole_line(text) && !organ(n) {
                return (at..n).all(organ);
            }
            if !organ::may_be_organ(text) {
                return false;
            }
        }
        false
    }

    /// Whether the title or 标志 read is a whole one: it ends in a 文种.
    fn has_kind(&self, group: &Group) -> bool {
        let read = self.blocks.get(self.document..).unwrap_or_default();
        let title = read.iter().rev().find(|b| matches!(b.role, Role::Title | Role::Mark));
        group.is_complete() || title.is_some_and(|b| kind::at_end(b.span.of(self.source)).is_some())
    }

    /// 发文字号, perhaps with the 签发人 on its line or glued to the 标志.
    fn number_line(&mut self, group: &mut Group, text: &str) -> bool {
        let Some(line) = self.line(self.at).copied() else { return false };
        let signatory = signatory::recognise(text);
        let (front, behind) = text.split_at_checked(signatory.unwrap_or(text.len())).unwrap_or((text, ""));
        let end = line.place(front.trim_end().len());
        self.forget_number_of_page(front);
        self.forget_issue(front);
        if self.has(Role::DocNumber) {
            if signatory != Some(0) {
                return false;
            }
        } else if let Some(cut) = doc_number::split_glued(front) {
            self.flush_over_number(group);
            let mark = front.get(..cut).unwrap_or("").trim_end().len();
            self.push_span(Role::Mark, Span::new(line.start, line.place(mark)), line.number);
            self.push_span(Role::DocNumber, Span::new(line.place(cut), end), line.number);
        } else if doc_number::recognise(front.trim_end()).is_some() {
            self.flush_over_number(group);
            self.push_span(Role::DocNumber, Span::new(line.start, end), line.number);
        } else if signatory != Some(0) {
            return false;
        }
        if !behind.is_empty() {
            self.flush(group);
            self.push_span(Role::Signatory, Span::new(line.end - offset(behind.len()), line.end), line.number);
        }
        self.at += 1;
        true
    }

    /// The 发文字号 of a publisher's table, or one glued to a headline, where `text` is the same alone: the document's own.
    fn forget_number_of_page(&mut self, text: &str) {
        let own = self.blocks.get(self.document..).unwrap_or_default();
        let Some(at) = own.iter().position(|block| block.role == Role::DocNumber) else { return };
        let (number, text) = (joined(text), joined(own.get(at).map_or("", |block| block.span.of(self.source))));
        let above = at.checked_sub(1).and_then(|n| own.get(n)).filter(|block| block.role == Role::Furniture);
        let labelled = || text.contains(is_colon) || above.is_some_and(|b| furniture::is_label(b.span.of(self.source)));
        let glued = || !number.is_empty() && text.len() > number.len();
        if !number.contains(is_colon) && text.ends_with(&*number) && (glued() || labelled()) {
            let Some(block) = self.blocks.get_mut(self.document + at) else { return };
            block.role = Role::Furniture;
            self.opens |= std::mem::take(&mut block.opens);
        }
    }

    /// `第3期` of the 公报 that prints a document, where `text` is a number of the document's own: the name over it, too.
    fn forget_issue(&mut self, text: &str) {
        let own = self.blocks.get(self.document..).unwrap_or_default();
        let is_issue = |block: &FlatBlock| block.role == Role::DocNumber && block.span.of(self.source).ends_with('期');
        let Some(at) = own.iter().position(is_issue).filter(|_| doc_number::recognise(text).is_some()) else { return };
        for block in self.blocks.iter_mut().skip(self.document).take(at + 1) {
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
                let end = text.get(..cut).unwrap_or("").trim_end_matches(is_blank).len();
                self.push_span(Role::Secrecy, Span::new(line.start, line.place(end)), line.number);
                self.push_span(Role::Urgency, Span::new(line.place(cut), line.end), line.number);
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

    /// Whether the document being read has a block of this role.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.blocks.get(self.document..).unwrap_or_default().iter().take(LONGEST * 2).any(|b| b.role == role)
    }
}

/// Whether a 发文字号 or a 签发人 may stand on the line: most lines end in no letter of a number, or have none of its signs.
pub(super) fn may_be_number(text: &str) -> bool {
    // The last two bytes of 签, and of 号 〕 期 】 ﹞ ］.
    let (sign, pairs) =
        ([0xad, 0xbe], [[0x8f, 0xb7], [0x80, 0x95], [0x9c, 0x9f], [0x80, 0x91], [0xb9, 0x9e], [0xbc, 0xbd]]);
    holds_pair(text, [sign]) || doc_number::may_be_number(text) && holds(text.as_bytes(), [b']'], pairs)
}

/// A name alone on its line, under 签发人: `裴　远`.
pub(crate) fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|&c| !is_blank(c));
    let kind = || kind::at_end(&joined(text)).is_some_and(|(start, ..)| start == 0);
    (2..=4).contains(&letters.clone().count()) && letters.clone().all(char::is_alphabetic) && !kind()
}

/// `text` without its line ends and blanks.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    without(text, is_blank)
}
