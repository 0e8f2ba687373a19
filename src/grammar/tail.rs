//! 署名, 成文日期, 附注, 版记, and what may follow: another document.

use memchr::{memchr, memchr2};

use crate::ast::{MarkerStyle, Role};
use crate::charset::{has_clause, has_mark};
use crate::lexis::{attachment, attachment_note, date, furniture, imprint, kind, note, organ, signature, title};
use crate::span::Span;

use super::body::SHORT;
use super::line::{End, Line};
use super::phrase::is_sentence;
use super::reader::{Reader, Zone};

/// Lines of 署名 looked at for a 成文日期.
const LOOK_AHEAD: usize = 18;
/// Lines of the foot of a page looked at.
const LONGEST_FOOT: usize = 100;

/// Lines in a row that were looked at for a 署名: none is a date, none names who signs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Unsigned {
    first: usize,
    end: usize,
    /// Whether the last belongs to no 署名 and ends every look ahead; where not, none is a page number.
    closed: bool,
}

impl Reader<'_, '_> {
    /// Whether the 署名 begins at line `at`: short lines, then a date.
    pub(crate) fn tail_follows(&self, at: usize) -> bool {
        let known = self.unsigned.get();
        let is_known = (known.first..known.end).contains(&at);
        if is_known && known.closed {
            return false;
        }
        let start = if is_known { known.end } else { at };
        let (mut organs, mut others, mut end) = (0, start - at, None);
        for n in start..at + LOOK_AHEAD {
            let Some(line) = self.line(n).filter(|line| line.len() <= SHORT) else {
                end = Some(n);
                break;
            };
            let text = self.text(n);
            if date::stands_alone(text) {
                return n == at && self.date_may_stand(at) || organs > 0 || (others > 0 && others <= 3);
            }
            if date::at_end(text).is_some_and(|cut| organ::is_organ(text.get(..cut).unwrap_or("").trim_end())) {
                return true;
            }
            if n > at && furniture::page_number(text).is_some() {
                continue;
            }
            if !may_sign(line, text) {
                end = Some(n);
                break;
            }
            if organ::is_organ(text) || signature::recognise_signer(text) {
                organs += 1;
            } else {
                others += 1;
            }
        }
        if organs == 0 && (end.is_some() || others == LOOK_AHEAD) {
            let closed = end.is_some();
            self.unsigned.set(Unsigned { first: at, end: end.map_or(at + LOOK_AHEAD, |n| n + 1), closed });
        }
        let listed = || at > 0 && organ::is_organ(self.text(at - 1));
        // Organs right under a title are a list.
        organs > 0 && self.seen.has_body(self.document) && !self.is_dated() && !listed() && self.ends_with_organs(at)
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
        before == Some(Role::AttachmentNote)
            || ((finished || self.line(at + 1).is_none()) && !matches!(before, Some(Role::Table) | None))
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

    /// Reads the tail up to the next document. It begins with a 署名 where it is `signed`.
    pub(crate) fn tail(&mut self, signed: bool) -> Zone {
        let start = self.at;
        self.open = None;
        if signed && !self.is_foot() {
            self.signatures();
        }
        while let Some(line) = self.line(self.at) {
            let line = *line;
            if self.way_begins(self.at) && self.front_matter_ends(self.at) {
                return Zone::Head;
            }
            if !self.tail_line(self.at, &line) {
                break;
            }
        }
        if self.at > start && self.tail_follows(self.at) {
            return Zone::Signature;
        }
        self.open = None;
        let Some(line) = self.line(self.at).copied() else { return Zone::Tail };
        if self.opens_titled_attachment(self.at)
            || line.closes == End::Colon && organ::recognise_addressee(self.text(self.at))
        {
            self.next_document();
            return Zone::Head;
        }
        let prose = line.len() > SHORT || (line.len() > 60 && line.is_finished());
        if (prose || line.style.is_some() && self.goes_on_numbering(&line)) && !self.opens_attachment(self.at) {
            return Zone::Body;
        }
        if !self.document_follows(self.at) && !self.list_follows(self.at) {
            self.push_furniture(self.at);
            return Zone::Tail;
        }
        self.next_document();
        Zone::Head
    }

    /// Whether the foot of a page was read behind the date: organs named there do not sign.
    fn is_foot(&self) -> bool {
        let own = self.blocks.get(self.document..).unwrap_or_default();
        let page = || own.iter().rev().take(LONGEST_FOOT).take_while(|b| b.role == Role::Furniture);
        let before = own.iter().rev().take(LONGEST_FOOT + 1).find(|b| b.role != Role::Furniture);
        before.is_some_and(|b| matches!(b.role, Role::Date | Role::Note))
            && page().any(|b| furniture::is_web(b.span.of(self.source)))
    }

    /// `附件1：名称` behind the 署名, with text of its own under it.
    pub(crate) fn opens_titled_attachment(&self, at: usize) -> bool {
        let text = self.text(at);
        let signed = || self.blocks.iter().rev().take(200).any(|b| matches!(b.role, Role::Date | Role::Attachment));
        let own = || self.line(at + 1).is_some() && !self.text(at + 1).starts_with('附');
        attachment::label_prefix(text).is_some()
            && own()
            && signed()
            && (self.document_follows(at + 1) || self.cells_follow(at + 1) || self.is_spaced_row(at + 1))
    }

    /// A number that can come next: the body goes on behind a 署名 in its midst.
    fn goes_on_numbering(&self, line: &Line) -> bool {
        let next = line.mark().is_some_and(|mark| self.numbering.fit(&mark).is_expected() && !line.is_counter());
        next && (line.value > 1
            || matches!(line.style, Some(MarkerStyle::Han | MarkerStyle::Chapter | MarkerStyle::Article)))
    }

    /// Whether line `at` is the title of a list: 名单, 一览表.
    fn list_follows(&self, at: usize) -> bool {
        let text = self.text(at);
        ["名单", "清单", "一览表", "目录", "统计表", "登记表", "申请表"].iter().any(|end| text.ends_with(end))
            && title::looks_like_title(text)
            && !furniture::is_web(self.text(at + 1))
    }

    /// Whether text that can be a document's stands within the next lines; menus and links have none.
    fn document_follows(&self, at: usize) -> bool {
        (at..at + 10).any(|n| {
            let text = self.text(n);
            self.line(n).is_some_and(|line| {
                (line.len() > 75 && line.is_finished())
                    || self.is_full_of_prose(n)
                    || (line.value == 1
                        && matches!(line.style, Some(MarkerStyle::Han | MarkerStyle::Chapter | MarkerStyle::Article)))
                    || self.opens_attachment(n)
                    || organ::recognise_addressee(text)
                    || self.is_row(line, text)
                    || self.contents_label(n).is_some()
            })
        })
    }

    /// Whether line `at` is a full one of a hard-wrapped page, with a mark of a sentence in it.
    fn is_full_of_prose(&self, at: usize) -> bool {
        self.page.width.is_some_and(|width| self.width(at) + 8 > width) && has_clause(self.text(at))
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
                let at = line.start + u32::try_from(cut).unwrap_or(0);
                let organ = text.get(..cut).unwrap_or("").trim_end().len();
                self.push_span(
                    Role::Signature,
                    Span::new(line.start, line.start + u32::try_from(organ).unwrap_or(0)),
                    line.number,
                );
                self.push_span(Role::Date, Span::new(at, line.end), line.number);
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
                self.push(if signature::recognise_signer(text) { Role::Signer } else { Role::Signature }, self.at);
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
        (branch && head && text.len() <= 36) || torn() || named()
    }

    /// Whether the block at `at` is a 署名.
    fn is_signature(&self, at: usize) -> bool {
        self.blocks.get(at).is_some_and(|block| block.role == Role::Signature)
    }

    /// A line behind the 署名 that is still the document's own.
    fn tail_line(&mut self, at: usize, line: &Line) -> bool {
        let text = self.text(at);
        if self.page_furniture(at) {
            return true;
        }
        let role = if imprint::recognise_cc(text) {
            Role::Cc
        } else if imprint::recognise(text) {
            // `（共印120份）` under it belongs to it.
            let open = self.open.and_then(|open| self.blocks.get(open.block));
            if open.is_some_and(|block| block.role == Role::Imprint) && imprint::is_copies(text) {
                self.extend(at);
                self.at += 1;
                return true;
            }
            Role::Imprint
        } else if note::recognise(text) && line.style.is_none() {
            Role::Note
        } else if furniture::is_attached_file(text) || text.starts_with("主题词") {
            // 主题词 stood in the 版记 until 2012; no element is left of it.
            Role::Furniture
        } else if text.starts_with('附')
            && !self.opens_attachment(at)
            && !self.opens_titled_attachment(at)
            && attachment_note::recognise(text)
        {
            self.attachment_notes();
            return true;
        } else if self.imprint_goes_on(at, line) {
            self.extend(at);
            self.at += 1;
            return true;
        } else if let Some(day) = self.imprint_day(at).filter(|_| organ::is_organ(text)) {
            self.push(Role::Imprint, at);
            self.at += 1;
            while self.at < day && self.page_furniture(self.at) {}
            if self.at == day {
                self.extend(day);
                self.at += 1;
            }
            return true;
        } else if furniture::is_web(text) {
            Role::Furniture
        } else {
            return false;
        };
        self.push(role, at);
        self.at += 1;
        true
    }

    /// The line of 印发日期 alone under line `at`, be it behind the foot of a page.
    fn imprint_day(&self, at: usize) -> Option<usize> {
        let next = (at + 1..at + 3).find(|&n| furniture::page_number(self.text(n)).is_none())?;
        imprint::is_day(self.text(next)).then_some(next)
    }

    /// A list of 抄送 organs, or a 附注, over several lines.
    fn imprint_goes_on(&self, at: usize, line: &Line) -> bool {
        let Some(open) = self.open else { return false };
        let (Some(block), Some(before)) = (self.blocks.get(open.block), self.line(open.line)) else { return false };
        let unfinished = match block.role {
            // A list that is set in under its label goes on behind a full stop.
            Role::Cc => before.closes != End::Sentence || line.indent >= 6,
            Role::Note => {
                !matches!(before.closes, End::Close | End::Sentence)
                    && block.span.of(self.source).starts_with(['（', '('])
            }
            _ => return false,
        };
        unfinished
            && line.style.is_none()
            && !imprint::recognise(self.text(at))
            && (self.adjoins(open.line, at) || before.closes == End::Comma || at > open.line + 1)
    }
}

/// Whether a line is a title, or a closing sentence whose mark is missing: …的通知, 本办法自…起施行.
fn says_of_documents(text: &str) -> bool {
    kind::at_end(text).is_some() || is_sentence(text) || text.starts_with("关于")
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
        && matches!(line.closes, End::Other | End::Close | End::Semicolon)
        && line.len() <= SHORT
        && !text.starts_with("附件")
        && !text.starts_with("特此")
        && !text.starts_with('【')
        && !is_parted()
        && !says_of_documents(text);
    plain || signature::recognise_signer(text)
}
