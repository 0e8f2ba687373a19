//! What stands behind the 正文: 署名, 附注, 版记, and what may follow: another document.

use crate::ast::{MarkerStyle, Role};
use crate::charset::has_clause;
use crate::lexis::{attachment, attachment_note, furniture, imprint, note, organ, title};

use super::body::SHORT;
use super::line::{End, Line};
use super::reader::{Reader, Zone};

/// A line of more bytes that closes a sentence is of a body.
const SENTENCE: u32 = 60;
/// The same of a line somewhere ahead, where menus may stand between.
const PROSE: u32 = 75;
/// Lines in which a document shows that it is one.
const BEGINNING: usize = 10;
/// Blocks in which the date is looked for that an 附件 stands behind.
const TAIL: usize = 200;
/// Cells that organs stand behind their label: `抄送：`.
const BEHIND_LABEL: u8 = 6;
/// Lines of the foot of a page looked at.
const LONGEST_FOOT: usize = 100;

impl Reader<'_, '_> {
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
        if self.at > start && self.signature_follows(self.at) {
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
        let prose = line.len() > SHORT || (line.len() > SENTENCE && line.is_finished());
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
        let signed = || self.blocks.iter().rev().take(TAIL).any(|b| matches!(b.role, Role::Date | Role::Attachment));
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
        // A title right over the first number of any series.
        let titled = |n: usize| n > at && title::looks_like_title(&self.squeezed(at, n));
        (at..at + BEGINNING).any(|n| {
            let text = self.text(n);
            self.line(n).is_some_and(|line| {
                (line.len() > PROSE && line.is_finished())
                    || self.is_full_of_prose(n)
                    || (line.value == 1
                        && (matches!(line.style, Some(MarkerStyle::Han | MarkerStyle::Chapter | MarkerStyle::Article))
                            || line.style.is_some() && titled(n)))
                    || self.opens_attachment(n)
                    || organ::recognise_addressee(text)
                    || self.is_row(line, text)
                    || self.contents_label(n).is_some()
            })
        })
    }

    /// Whether line `at` is a full one of a hard-wrapped page, with a mark of a sentence in it.
    fn is_full_of_prose(&self, at: usize) -> bool {
        self.is_nearly_full(at) && has_clause(self.text(at))
    }

    /// A line behind the 署名 that is still the document's own.
    fn tail_line(&mut self, at: usize, line: &Line) -> bool {
        let text = self.text(at);
        if self.page_furniture(at) {
            return true;
        }
        let listed =
            || self.open.and_then(|open| self.blocks.get(open.block)).is_some_and(|block| block.role == Role::Cc);
        let role = if imprint::recognise_cc(text) || listed() && imprint::is_next_cc(text) {
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
        } else if furniture::is_attached_file(text)
            || imprint::is_keywords(text)
            || text.starts_with('附') && self.is_list_of_files(at)
        {
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

    /// Whether line `at` is a label over the files of 附件 that the page has.
    fn is_list_of_files(&self, at: usize) -> bool {
        let is_file = |text: &str| furniture::is_file(text) || furniture::is_attached_file(text);
        attachment::label(self.text(at)).is_some() && is_file(self.text(at + 1))
    }

    /// The line of 印发日期 alone under line `at`, be it behind the foot of a page.
    fn imprint_day(&self, at: usize) -> Option<usize> {
        let next = (at + 1..at + 3).find(|&n| !furniture::parts_pages(self.text(n)))?;
        imprint::is_day(self.text(next)).then_some(next)
    }

    /// A list of 抄送 organs, or a 附注, over several lines.
    fn imprint_goes_on(&self, at: usize, line: &Line) -> bool {
        let Some(open) = self.open else { return false };
        let (Some(block), Some(before)) = (self.blocks.get(open.block), self.line(open.line)) else { return false };
        let unfinished = match block.role {
            // A list that is set in under its label goes on behind a full stop.
            Role::Cc => before.closes != End::Sentence || line.indent >= BEHIND_LABEL,
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
