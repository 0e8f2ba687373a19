//! 正文: sections, provisions, paragraphs, tables, up to the 署名 or the next document.

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::diagnostic::Code;
use crate::lexis::{attachment, attachment_note, doc_number, furniture, imprint, organ};

use super::continuation::opens_with_closer;
use super::line::{End, Line};
use super::numbering::Fit;
use super::page::cells;
use super::reader::{Reader, Zone};

/// A line longer than this many bytes is no signature, cell or title line.
pub(crate) const SHORT: u32 = 150;

impl Reader<'_, '_> {
    /// Reads lines of the body until another zone begins.
    pub(crate) fn body(&mut self) -> Zone {
        while let Some(line) = self.line(self.at) {
            let line = *line;
            let at = self.at;
            if self.page_furniture(at) {
                continue;
            }
            if self.continues(at) {
                self.join(at);
                continue;
            }
            if self.is_row(&line, self.text(at)) {
                self.push_row(at);
                continue;
            }
            if line.is_counter() && self.is_spaced_row(at) {
                self.push_row(at);
                continue;
            }
            if line.style.is_some() && self.numbered(at, &line) {
                continue;
            }
            if let Some(zone) = self.unnumbered(at, &line) {
                return zone;
            }
        }
        Zone::Body
    }

    /// Lets the open block go on over line `at`.
    fn join(&mut self, at: usize) {
        let torn = self.page.width.is_some()
            && (opens_with_closer(self.text(at)) || self.open.is_some_and(|open| !self.is_full(open, self.text(at))));
        let column = match self.open {
            Some(open) if torn => open.column + self.width(open.line),
            _ => 0,
        };
        if let (Some(open), Some(line)) = (self.open, self.line(at)) {
            let between =
                self.line(open.line).map_or("", |l| self.source.get(l.end as usize..line.start as usize).unwrap_or(""));
            if between.len() > 2 && between.matches('\n').count() > 1 {
                self.report(Code::ParagraphRejoined, at, "the paragraph before breaks off; this line goes on with it");
            }
        }
        let ends = self.line(at).is_some_and(Line::is_finished);
        self.extend(at);
        if let Some(open) = &mut self.open {
            open.column = column;
            open.prose |= ends;
        }
        self.at += 1;
    }

    /// Page numbers and running heads. The open block stays open.
    pub(crate) fn page_furniture(&mut self, at: usize) -> bool {
        let text = self.text(at);
        if self.line(at).is_some_and(|line| self.running_heads.binary_search(&line.start).is_ok()) {
            let open = self.open;
            self.push_furniture(at);
            self.open = open;
            return true;
        }
        let opens =
            text.as_bytes().first().is_some_and(|b| matches!(b, b'0'..=b'9' | b'-' | b'P' | b'p' | 0xe2 | 0xe7 | 0xef));
        if !opens || text.len() > 40 || starts_like_prose(text) {
            return false;
        }
        let Some(number) = furniture::page_number(text) else { return false };
        if number.bare && !self.is_next_page(at, number.value) {
            return false;
        }
        self.page_number = number.value.unwrap_or(self.page_number + 1);
        let open = self.open;
        self.push(Role::Furniture, at);
        self.open = open;
        self.at += 1;
        true
    }

    /// Whether a bare number may be that of a page: the next one, on a line apart.
    fn is_next_page(&self, at: usize, value: Option<u32>) -> bool {
        let table = self.blocks.last().is_some_and(|b| b.role == Role::Table);
        let first = self.page_number == 0 && at > 2;
        let table = table && !(self.page.width.is_some() && value == Some(self.page_number + 1));
        !table && value.is_some_and(|n| n == self.page_number + 1 || (first && n <= 3 && self.page.width.is_some()))
    }

    /// A line with a marker whose number can stand here becomes a unit.
    fn numbered(&mut self, at: usize, line: &Line) -> bool {
        let Some(mark) = line.mark() else { return false };
        let fit = self.numbering.fit(&mark);
        if !self.accepts(at, line, fit) {
            return false;
        }
        self.report_number(at, line, fit);
        self.numbering.enter(&mark);
        self.push_numbered(at);
        let rest = self.text(at).get(usize::from(line.marker_len)..).unwrap_or("");
        if rest.trim().is_empty() {
            self.marker_alone(at);
        } else if let Some(open) = &mut self.open {
            open.prose = line.is_finished() || closes_sentence(rest);
        }
        self.at += 1;
        true
    }

    /// Whether the number `fit` may open a unit at line `at`.
    pub(crate) fn accepts(&self, at: usize, line: &Line, fit: Fit) -> bool {
        let text = self.text(at);
        let rest = text.get(usize::from(line.marker_len)..).unwrap_or("").trim_start();
        match line.style {
            Some(MarkerStyle::Part | MarkerStyle::Subpart | MarkerStyle::Chapter | MarkerStyle::Section) => {
                line.closes != End::Sentence && line.len() < SHORT && (fit.is_expected() || !is_reference(rest))
            }
            Some(MarkerStyle::Article) => !is_reference(rest) || fit.is_expected(),
            Some(MarkerStyle::Dotted) => self.accepts_dotted(line, fit),
            Some(MarkerStyle::Arabic) => {
                !rest.starts_with(|c: char| c.is_ascii_digit()) && (fit.is_expected() || self.jumps_little(line))
                    || fit.is_expected() && is_year(rest)
            }
            Some(_) => fit.is_expected() || line.value < 1000,
            None => false,
        }
    }

    /// 1.2 goes with 1 before it, 1 with a heading line.
    fn accepts_dotted(&self, line: &Line, fit: Fit) -> bool {
        let parts = line.sub & 0xff;
        if parts == 1 {
            return fit.is_expected() && line.closes == End::Other && line.len() < SHORT;
        }
        let root = line.mark().map_or(0, |mark| super::numbering::dotted_root(&mark));
        let last = self.numbering.dotted_root();
        let numbers = [last, last + 1, self.numbering.last(MarkerStyle::Chapter as u8), self.numbering.last_han()];
        fit.is_expected() || numbers.contains(&root) || self.numbering.last(MarkerStyle::Arabic as u8) == root
    }

    /// A number a little ahead in an open series.
    fn jumps_little(&self, line: &Line) -> bool {
        line.mark().is_some_and(|mark| {
            let last = self.numbering.last(super::numbering::key(&mark));
            line.value <= last.saturating_add(3) && (last > 0 || line.value <= 3)
        })
    }

    fn report_number(&mut self, at: usize, line: &Line, fit: Fit) {
        let code = match fit {
            Fit::Next | Fit::First | Fit::RunsOn => return,
            Fit::Skipped => Code::NumberSkipped,
            Fit::Repeated => Code::NumberRepeated,
            Fit::Back => Code::NumberMisordered,
        };
        let last = line.mark().map_or(0, |mark| self.numbering.last(super::numbering::key(&mark)));
        let message = format!("found number {}, expected {}", line.value, last.saturating_add(1));
        self.report(code, at, message);
    }

    /// A marker alone on its line: the next line is its text.
    fn marker_alone(&mut self, at: usize) {
        let Some(next) = self.line(at + 1) else { return };
        if next.style.is_some() && self.numbering.fit(&next.mark().unwrap_or(NO_MARK)).is_expected() {
            return;
        }
        self.report(Code::MarkerAlone, at, "the marker stands alone on its line; its text is on the next");
        let (closes, text) = (next.is_finished(), self.text(at + 1));
        self.extend(at + 1);
        if let Some(open) = &mut self.open {
            open.prose = closes || closes_sentence(text);
        }
        self.at += 1;
    }

    /// A line that opens no unit. Gives the zone that begins with it, if one does; else takes it.
    fn unnumbered(&mut self, at: usize, line: &Line) -> Option<Zone> {
        let text = self.text(at);
        if text.starts_with('附') {
            if self.opens_attachment(at) || self.opens_titled_attachment(at) {
                self.next_document();
                return Some(Zone::Head);
            }
            if attachment_note::recognise(text) {
                self.attachment_notes();
                return None;
            }
        }
        if line.len() <= SHORT && !line.is_finished() {
            if self.is_spaced_row(at) {
                self.push_row(at);
                return None;
            }
            if self.tail_follows(at) {
                return Some(Zone::Tail);
            }
            if self.title_follows(at) {
                self.next_document();
                return Some(Zone::Head);
            }
            if furniture::is_web(text) {
                self.push_furniture(at);
                return Some(Zone::Tail);
            }
            if self.front_matter_ends(at) {
                return Some(Zone::Head);
            }
            if imprint::recognise(text) {
                return Some(Zone::Tail);
            }
            if self.table(at) {
                return None;
            }
        }
        if imprint::recognise_cc(text) {
            return Some(Zone::Tail);
        }
        self.paragraph(at, line, text);
        None
    }

    /// A 发文字号 with a 标题 or 主送 behind it, and neither read so far: what stood in front was no part of it.
    fn front_matter_ends(&mut self, at: usize) -> bool {
        let late = self.has(Role::Numbered) || self.has(Role::Date) || self.blocks.len() > 40;
        // Lines are read again once in a text: twice may be for ever.
        if self.restarted || late || self.has(Role::Addressee) || self.has(Role::DocNumber) {
            return false;
        }
        let headed =
            (at + 1..at + 6).any(|n| organ::recognise_addressee(self.text(n)) || self.text(n).contains("关于"));
        if !headed || doc_number::recognise(self.text(at)).is_none() {
            return false;
        }
        self.report(Code::FrontMatter, at, "the document begins here; the text in front was set aside");
        self.restarted = true;
        // A title over the number was taken for paragraphs: it is read again.
        while self.at > 0 && self.line(self.at - 1).is_some_and(|l| l.len() <= SHORT && !l.is_finished()) {
            self.at -= 1;
        }
        let start = self.line(self.at).map_or(0, |l| l.start);
        self.blocks.retain(|block| block.span.start < start);
        for block in self.blocks.iter_mut().skip(self.document) {
            *block = FlatBlock { role: Role::Furniture, style: None, marker_len: 0, level: 0, ..*block };
        }
        self.document = self.blocks.len();
        self.numbering.clear();
        self.open = None;
        true
    }

    pub(crate) fn push_furniture(&mut self, at: usize) {
        self.push(Role::Furniture, at);
        self.at = at + 1;
    }

    fn paragraph(&mut self, at: usize, line: &Line, text: &str) {
        let role = if opens_enumeration(text) {
            Role::Enumeration
        } else if self.is_unnumbered_heading(at, line, text) {
            Role::Heading
        } else {
            Role::Paragraph
        };
        self.push(role, at);
        self.at = at + 1;
    }

    /// A short line over numbered items or paragraphs: `所需资料：`.
    fn is_unnumbered_heading(&self, at: usize, line: &Line, text: &str) -> bool {
        matches!(line.closes, End::Colon | End::Other)
            && cells(text) <= 24
            && !text.contains(['，', '。', ',', '；'])
            && self.page.width.is_none()
            && self.line(at + 1).is_some_and(|next| next.style.is_some() && next.value == 1)
    }

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
        let (Some(open), Some(line)) = (self.open, self.line(at)) else { return false };
        let Some(before) = self.line(open.line) else { return false };
        let text = self.text(at);
        if opens_attachment_text(text) || line.style.is_some() || before.closes == End::Colon && self.tail_follows(at) {
            return false;
        }
        let adjacent = line.number == before.number + 1;
        opens_with_closer(text)
            || matches!(before.closes, End::Open | End::Comma)
            || (self.is_full(open, text) && adjacent)
            || (adjacent && line.indent >= 6 && !self.tail_follows(at))
            || (before.closes == End::Colon && adjacent && line.len() < SHORT)
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
        !(listed && (at + 2..at + 16).any(|n| self.line(n).is_some() && self.tail_follows(n)))
    }
}

const NO_MARK: crate::lexis::marker::Mark =
    crate::lexis::marker::Mark { style: MarkerStyle::Han, number: u32::MAX, sub: 0, len: 0 };

fn opens_attachment_text(text: &str) -> bool {
    text.starts_with('附') && attachment::label(text).is_some()
}

/// The number in `附件：1.甲`; 0 for `附件：`.
fn first_number(text: &str) -> u32 {
    let digits = text.find(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    u32::from(digits.is_some_and(|at| at < 20))
}

/// Brackets, quotes and ① open no page number, though their first byte may.
fn starts_like_prose(text: &str) -> bool {
    matches!(text.as_bytes(), [0xef, 0xbc, 0x88, ..] | [0xe2, 0x80, 0x9c | 0x98, ..] | [0xe2, 0x91, ..])
}

/// `1.2025年2月前…`: a marker in its turn, with a year behind it.
fn is_year(rest: &str) -> bool {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4 && rest.get(digits..).is_some_and(|t| t.starts_with(['年', '-', '—', ' ']))
}

/// Whether a sentence is closed inside `text`, looked for near its start.
pub(crate) fn closes_sentence(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(240)).unwrap_or(text);
    head.contains('。')
}

/// `第三条规定的…`, `第五条、第六条`: a reference at the start of a line.
fn is_reference(rest: &str) -> bool {
    rest.starts_with(['、', '和', '至', '或', '及', '的', '，', '第', '规', '所'])
}

/// 一是…, 第一，…, 首先….
pub(crate) fn opens_enumeration(text: &str) -> bool {
    let mut chars = text.chars();
    let number = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    match (chars.next(), chars.next(), chars.next()) {
        (Some(n), Some('是' | '要'), _) | (Some('第'), Some(n), Some('，' | ',' | '是' | '、')) => number(n),
        (Some('首' | '其' | '再' | '最'), Some(word), Some('，' | ',')) => matches!(word, '先' | '次' | '后'),
        _ => false,
    }
}
