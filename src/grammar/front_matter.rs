//! What a web page puts in front of a document: menus, publishers' tables, the way to the page.

use std::ops::RangeInclusive;

use crate::ast::{FlatBlock, Role};
use crate::charset::{is_blank, is_colon, is_digit, trim};
use crate::diagnostic::Code;
use crate::lexis::{date, doc_number, furniture, markup, organ, title};

use super::body::SHORT;
use super::reader::Reader;
use super::seen::Seen;
use super::title_group::Group;

/// Lines behind the way to the page in which the document is looked for.
const HEADLINE: usize = 10;
/// No label is longer with its value, in bytes.
const LONGEST_LABEL: usize = 400;
/// Lines behind a 发文字号 in which a 关于 or the 主送 shows that it stands in a head.
const HEAD: usize = 6;
/// Bytes of a day in figures, and its hour: `2024-5-6`, `2024-05-06 10:30:00`.
const NUMERIC_DATE: RangeInclusive<usize> = 8..=20;
/// Blocks that may stand in front of a document and be none of it.
const MOST_IN_FRONT: usize = 40;
/// Lines of the title of a document that others stand in front of.
const LONGEST_TITLE: usize = 4;

/// Lines that a program which publishes texts keeps in front of one.
const MOST_PROPERTIES: usize = 40;

impl Reader<'_, '_> {
    /// Takes what stands between two `---` in front of a text in Markdown: `title: 通知`, `tags:` / `- 防汛`.
    pub(crate) fn properties(&mut self) {
        let is_rule = |n: usize| self.text(n) == "---";
        if self.at > 0 || !is_rule(0) {
            return;
        }
        let is_property = |n: usize| {
            let text = self.text(n);
            text.contains(':') || text.starts_with('-') || self.line(n).is_some_and(|line| line.indent > 0)
        };
        let end = (1..MOST_PROPERTIES).find(|&n| is_rule(n) || !is_property(n)).filter(|&n| is_rule(n));
        while end.is_some_and(|end| self.at <= end) {
            self.push_furniture(self.at);
        }
    }

    /// A line of the web page among those of the head. Takes it if it is one.
    pub(crate) fn web_line(&mut self, group: &mut Group, text: &str) -> bool {
        let is_page = furniture::is_web(text)
            || furniture::is_contents(text)
            || furniture::page_number(text).is_some_and(|n| !n.bare)
            || self.is_first() && (self.is_entry_of_page(group, text) || self.is_table_of_page(group, text))
            || furniture::is_rule(text)
            || markup::is_markup(text);
        if !is_page {
            return false;
        }
        self.flush_over_web(group);
        if furniture::is_way(text) {
            group.forget();
        }
        self.push_furniture(self.at);
        true
    }

    /// Whether the text's own document is being read: nothing but furniture stands in front of it.
    pub(crate) fn is_first(&self) -> bool {
        self.seen.is_first(self.document)
    }

    /// Whether lines of a web page stand in front of the next line, or that is one.
    pub(super) fn is_on_page(&self) -> bool {
        let own = self.blocks.get(self.document..).unwrap_or_default();
        self.is_first() && (own.iter().any(|block| self.is_of_page(block)) || furniture::is_web(self.text(self.at)))
    }

    /// Whether `block` is a line of a web page: an entry of a 目录 is none.
    pub(super) fn is_of_page(&self, block: &FlatBlock) -> bool {
        block.role == Role::Furniture && !furniture::is_contents(block.span.of(self.source))
    }

    /// An entry of a publisher's table that is set as a list or in bars: one goes on over labels that are none elsewhere.
    fn is_entry_of_page(&self, group: &Group, text: &str) -> bool {
        let Some(entry) = entry(text) else { return false };
        let set_so = |above: &str| entry_sign(above) == entry_sign(text);
        let goes_on = |b: &FlatBlock| b.role == Role::Furniture && set_so(b.span.of(self.source));
        self.blocks.last().is_some_and(goes_on)
            || furniture::is_web(entry)
            || self.is_table_of_page(group, entry)
            || opens_with_label_cell(text) && (self.at + 1..self.at + 3).any(|n| opens_with_label_cell(self.text(n)))
    }

    /// A label of the publisher's table alone on its line, or under such a line; the day of publishing.
    fn is_table_of_page(&self, group: &Group, text: &str) -> bool {
        if text.len() > LONGEST_LABEL || !(text.starts_with(is_digit) || furniture::may_be_label(text)) {
            return self.is_value_of_page(text);
        }
        let row = |block: &FlatBlock| match block.role {
            Role::Furniture => true,
            // The 发文字号 of the table, with its label.
            Role::DocNumber => furniture::opens_with_label(block.span.of(self.source)),
            _ => false,
        };
        let under = || {
            let above = self.blocks.last().filter(|block| row(block));
            above.is_some_and(|block| self.line(self.at).is_some_and(|line| line.number <= block.line + 2))
        };
        let titled = || self.has(Role::Title) || group.is_complete();
        let next = self.text(self.at + 1);
        let over = || furniture::is_web(next) || furniture::opens_with_label(next);
        let parts = |c| is_colon(c) || is_blank(c);
        let labelled_date =
            || text.split_once(parts).is_some_and(|(label, day)| is_numeric_date(day) && furniture::is_label(label));
        // Labels and values glued together, line by line.
        let glued = |n: usize| furniture::opens_with_any_label(self.text(n));
        let run = || glued(self.at) && (glued(self.at + 1) || self.at > 0 && glued(self.at - 1));
        let is_label = furniture::is_label(text)
            || self.is_value_of_page(text)
            || !titled() && run() && doc_number::recognise(text).is_none()
            || text.ends_with(|c: char| c.is_ascii()) && (is_numeric_date(text) || labelled_date())
            || (furniture::opens_with_label(text)
                && (under() || titled() || over())
                && doc_number::recognise(text).is_none());
        is_label && !self.tells_place(self.at)
    }

    /// A value of the publisher's table between two labels that stand alone. A 发文字号 may be the document's own.
    fn is_value_of_page(&self, text: &str) -> bool {
        let above =
            |block: &FlatBlock| block.role == Role::Furniture && furniture::is_label(block.span.of(self.source));
        self.blocks.last().is_some_and(above)
            && furniture::is_label(self.text(self.at + 1))
            && doc_number::recognise(text).is_none()
    }

    /// The document begins here, and what stood in front was none: a 发文字号 with a 标题 or 主送 behind it, or a 主送 with
    /// a 标题 over it, where neither was read so far, or the way to the page.
    pub(crate) fn front_matter_ends(&mut self, at: usize) -> bool {
        // Lines are read again once in a text: twice may be for ever.
        if self.restarted || self.seen.has_element(self.document) {
            return false;
        }
        let Some(first) = self.document_begins(at) else { return false };
        self.report(Code::FrontMatter, at, "the document begins here; the text in front was set aside");
        self.restarted = true;
        self.at = first;
        let mut start = self.line(self.at).map_or(0, |l| l.start);
        // A block that goes on over that line is read again, too: a marker with its text on the next line.
        if let Some(block) = self.blocks.iter().find(|block| block.span.end > start) {
            let first = block.span.start.min(start);
            self.at = self.lines.partition_point(|line| line.end <= first);
            start = self.line(self.at).map_or(start, |l| l.start);
        }
        self.blocks.retain(|block| block.span.start < start);
        for block in self.blocks.iter_mut().skip(self.document) {
            *block = FlatBlock { role: Role::Furniture, style: None, marker_len: 0, level: 0, ..*block };
        }
        self.seen = Seen::of(self.blocks);
        self.document = self.blocks.len();
        self.numbering.clear();
        self.open = None;
        true
    }

    /// The first line of the document that line `at` is seen to belong to.
    fn document_begins(&self, at: usize) -> Option<usize> {
        if self.way_begins(at) {
            return Some(at);
        }
        if self.number_begins(at) {
            // A title over the number was taken for paragraphs: it is read again.
            let titled = |n: &usize| self.line(*n).is_some_and(|l| l.len() <= SHORT && !l.is_finished());
            return (0..at).rev().take_while(titled).last().or(Some(at));
        }
        self.title_over_addressee(at)
    }

    /// Where the title begins that stands over the 主送 on line `at`, a 发文字号 between them or not.
    fn title_over_addressee(&self, at: usize) -> Option<usize> {
        if self.blocks.len() > MOST_IN_FRONT || self.has(Role::Numbered) || !organ::recognise_addressee(self.text(at)) {
            return None;
        }
        let of_page = |&n: &usize| furniture::is_web(self.text(n));
        let end = (at.saturating_sub(LONGEST_TITLE)..at).rev().take_while(of_page).last().unwrap_or(at);
        let end = end - usize::from(doc_number::recognise(self.text(end.checked_sub(1)?)).is_some());
        let mut above = (end.saturating_sub(LONGEST_TITLE)..end).rev();
        let titled = above.clone().filter(|&n| title::looks_like_title(&self.squeezed(n, end)));
        let start = titled.clone().filter(|&n| self.text(n).contains("关于")).last().or_else(|| titled.last())?;
        // The organs over it are its first lines.
        above.find(|&n| n < start && !organ::is_organ(self.text(n))).map(|n| n + 1).or(Some(start))
    }

    fn number_begins(&self, at: usize) -> bool {
        if self.blocks.len() > MOST_IN_FRONT || !doc_number::may_be_number(self.text(at)) || self.has(Role::Numbered) {
            return false;
        }
        let headed =
            (at + 1..at + HEAD).any(|n| organ::recognise_addressee(self.text(n)) || self.text(n).contains("关于"));
        headed && doc_number::recognise(self.text(at)).is_some()
    }

    /// `当前位置：首页>公告` with a title or prose under it: the foot of a page has none.
    pub(crate) fn way_begins(&self, at: usize) -> bool {
        if self.document > 0 || self.restarted {
            return false;
        }
        let text = self.text(at);
        let placed = text.starts_with(['您', '你', '当', '所', '现']) && text.contains("位置");
        if !(placed || text.starts_with("首页")) || !furniture::is_way(text) {
            return false;
        }
        let prose = |n: usize| self.line(n).is_some_and(|line| line.len() > SHORT && line.is_finished());
        (at + 1..at + HEADLINE).any(|n| (placed && prose(n)) || title::looks_like_title(self.text(n)))
    }
}

/// The sign in front of an entry of a list, or the bar in front of a row.
fn entry_sign(text: &str) -> Option<char> {
    let sign = text.chars().next().filter(|sign| matches!(sign, '•' | '-' | '*' | '|'))?;
    (matches!(sign, '•' | '|') || text.as_bytes().get(1) == Some(&b' ')).then_some(sign)
}

/// Whether the first cell of a row in bars is a label.
fn opens_with_label_cell(text: &str) -> bool {
    let cells = entry(text).filter(|_| text.starts_with('|'));
    cells.and_then(|cells| cells.split('|').next()).is_some_and(|cell| furniture::is_label(trim(cell)))
}

/// What stands behind that sign, between the bars.
fn entry(text: &str) -> Option<&str> {
    let sign = entry_sign(text)?;
    Some(text.trim_matches(|c| c == sign || is_blank(c)))
}

/// `2024-05-06`, `2024/5/6 10:30`: a day as pages have it.
fn is_numeric_date(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b':' | b'.' | b' ');
    if !NUMERIC_DATE.contains(&text.len()) || !text.bytes().all(plain) {
        return false;
    }
    let day = text.split(' ').next().unwrap_or("");
    date::whole_line(day)
}
