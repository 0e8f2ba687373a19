//! The lines that may be a title, gathered until what follows tells.

use std::borrow::Cow;

use crate::ast::Role;
use crate::charset::{holds_pair, is_blank, is_colon, is_han, trim_end};
use crate::lexis::{doc_number, furniture, mark, organ, title};
use crate::span::{Span, offset};

use super::head::joined;
use super::reader::{Open, Reader};

/// Lines in a row that are no other element of the head.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    start: usize,
    end: usize,
    /// The last lines set aside that could have been the title, as blocks.
    aside: Option<(usize, usize)>,
    /// Whether its last line ends as a whole title does.
    ends_whole: bool,
    /// Whether the line behind it is the first of the body.
    leads_to_body: bool,
}

/// A title has at most this many lines.
pub(super) const LONGEST: usize = 8;
/// Bytes of a 标志 whose organ has an uncommon name.
const SHORTEST_MARK: usize = 15;
/// A 标志 is shorter, in bytes.
const LONGEST_MARK: usize = 120;
/// A line that says what is no more than a draft is no longer, in bytes: `（征求意见稿）`.
const LONGEST_DRAFT: usize = 30;
/// Bytes of two letters.
const VALUE: usize = 6;
/// So many lines may be a title that does not look like one.
const MOST_ASIDE: usize = 3;

impl Group {
    pub(crate) fn new(at: usize) -> Self {
        Self { start: at, end: at, aside: None, ends_whole: false, leads_to_body: false }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Adds line `at`, which ends as a whole title does, or not.
    pub(crate) fn add(&mut self, at: usize, ends_whole: bool) {
        if self.is_empty() {
            self.start = at;
        }
        self.end = at + 1;
        self.ends_whole = ends_whole;
    }

    /// Forgets the lines set aside: they are not the title.
    pub(crate) fn forget(&mut self) {
        self.aside = None;
    }

    /// The body begins with the next line: a 目录 stands in front of it.
    pub(crate) fn lead_to_body(&mut self) {
        self.leads_to_body = true;
    }

    /// Whether the next line is the first of the body.
    pub(crate) fn leads_to_body(self) -> bool {
        self.leads_to_body
    }

    /// Whether the lines end in a 文种.
    pub(crate) fn is_complete(self) -> bool {
        !self.is_empty() && self.ends_whole
    }
}

impl<'src> Reader<'src, '_> {
    /// The lines gathered stand over a 发文字号: organs there are 标志, a title is one, menus are furniture.
    pub(crate) fn flush_over_number(&mut self, group: &mut Group) {
        if group.is_empty() {
            return;
        }
        let first = (group.start..group.end).rev().take_while(|&n| is_mark(self.text(n))).last();
        let about = (group.start..group.end).any(|n| is_about(self.text(n)));
        let all_marks = first == Some(group.start) && !about;
        let start = if all_marks { None } else { self.title_start(group) };
        // A 令 is the 标志 under a title, and no 文种 of the lines over it.
        let end =
            first.filter(|&n| start.is_some_and(|start| start < n) && is_order(self.text(n))).unwrap_or(group.end);
        let is_title = start.is_some_and(|n| title::looks_like_title(&self.squeezed(n, end)));
        match first {
            Some(first) if is_order(self.text(first)) && self.has(Role::Title) => {
                self.flush(&mut Group { end: first, ..*group });
                (first..group.end).for_each(|at| self.push(Role::Mark, at));
                group.start = group.end;
            }
            Some(first) if !is_title && !self.has(Role::Title) => {
                for at in group.start..group.end {
                    self.push(if at < first { Role::Furniture } else { Role::Mark }, at);
                }
                group.start = group.end;
            }
            // `云岭市水务局通知` over the title that says what of.
            _ if is_title && !about && self.is_over_title(group) => {
                self.push(Role::Mark, group.start);
                (group.start + 1..group.end).for_each(|at| self.extend(at));
                group.start = group.end;
            }
            _ if is_title => self.flush_from(group, start),
            _ if self.is_letterhead(group) => {
                self.push(Role::Mark, group.start);
                group.start = group.end;
            }
            _ => self.discard(group),
        }
    }

    /// One line of letters over the number, and the title under it: a 标志 whose organ has an uncommon name.
    fn is_letterhead(&self, group: &Group) -> bool {
        let text = self.text(group.start);
        let own = self.blocks.get(self.document..).unwrap_or_default();
        group.end == group.start + 1
            && !own.iter().any(|block| matches!(block.role, Role::Furniture | Role::Title))
            && (SHORTEST_MARK..LONGEST_MARK).contains(&text.len())
            && text.chars().all(|c| is_han(c) || is_blank(c))
            && !title::is_column(text)
            && is_about(self.text(self.at + 1))
    }

    /// An organ with a 文种, over the number that the title stands under.
    fn is_over_title(&self, group: &Group) -> bool {
        is_about(self.text(self.at + 1)) && mark::over_kind(&self.squeezed(group.start, group.end)).is_some()
    }

    fn discard(&mut self, group: &mut Group) {
        for at in group.start..group.end {
            self.push(Role::Furniture, at);
        }
        group.start = group.end;
    }

    /// The lines gathered stand over a line of the web page: they are the title if they look like one.
    pub(crate) fn flush_over_web(&mut self, group: &mut Group) {
        let start = self.title_start(group);
        let titled =
            start.is_some_and(|n| is_about(self.text(n)) || title::looks_like_title(&self.squeezed(n, group.end)));
        if titled || group.is_empty() {
            return self.flush_from(group, start);
        }
        let lines = group.end - start.unwrap_or(group.start);
        self.discard(group);
        group.aside = (lines <= MOST_ASIDE).then_some((self.blocks.len() - lines, self.blocks.len()));
    }

    /// Where no title was found, the last lines set aside are.
    pub(crate) fn restore_title(&mut self, group: &Group) {
        let Some((start, end)) = group.aside.filter(|_| !self.has(Role::Title)) else { return };
        let Some(last) = end.checked_sub(1).and_then(|n| self.blocks.get(n)).map(|block| block.span.end) else {
            return;
        };
        let opens = self.blocks.get(self.document..).unwrap_or_default().iter().any(|block| block.opens) || self.opens;
        for block in self.blocks.iter_mut().skip(self.document) {
            block.opens = false;
        }
        self.opens = false;
        if let Some(block) = self.blocks.get_mut(start) {
            block.role = Role::Title;
            block.joined = block.span.end < last;
            block.span.end = last;
            block.opens = opens;
        }
        self.blocks.drain(start + 1..end);
    }

    /// Gives lines under a title back to the body, where the page has none of its own lines among them.
    pub(crate) fn give_back(&mut self, group: &mut Group) {
        let own = self.blocks.get(self.document..).unwrap_or_default();
        let page = self.is_first() && own.iter().any(|block| self.is_of_page(block));
        let Some(title) = self.earlier_title().filter(|_| !page && !group.is_empty()) else { return };
        let Some(start) = self.title_start(group) else { return };
        if !self.repeats(title, start, group.end) {
            self.at = group.start;
            group.end = group.start;
        }
    }

    /// Makes the lines gathered the title; lines in front of it are furniture.
    pub(crate) fn flush(&mut self, group: &mut Group) {
        self.flush_from(group, self.title_start(group));
    }

    /// As [`Self::flush`], where it is known that the title begins at line `start`.
    fn flush_from(&mut self, group: &mut Group, start: Option<usize>) {
        let Some(start) = start else { return self.discard(group) };
        let (start, end) = (self.last_copy(start, group.end), group.end);
        for at in group.start..start {
            self.push(Role::Furniture, at);
        }
        group.start = group.end;
        if self.earlier_title().is_some_and(|earlier| !self.supersedes(earlier, start, end)) {
            for at in start..end {
                self.push(Role::Furniture, at);
            }
            return;
        }
        self.push_title(start);
        for at in start + 1..end {
            self.extend(at);
        }
        self.number_in_title(end - 1);
    }

    /// Makes line `at` the first of the title. A 发文字号 in front is none of it.
    fn push_title(&mut self, at: usize) {
        let cut = doc_number::before_title(self.text(at)).filter(|_| !self.has(Role::DocNumber));
        let (Some((end, title)), Some(line)) = (cut, self.line(at).copied()) else { return self.push(Role::Title, at) };
        self.push_span(Role::DocNumber, Span::new(line.start, line.place(end)), line.number);
        self.push_span(Role::Title, Span::new(line.place(title), line.end), line.number);
        self.open = Some(Open { block: self.blocks.len() - 1, line: at, column: 0, prose: true, rejoined: false });
    }

    /// A 发文字号 in brackets at the end of the title, whose last line is `at`, is none of it.
    fn number_in_title(&mut self, at: usize) {
        let cut = doc_number::behind_title(self.text(at)).filter(|_| !self.has(Role::DocNumber));
        let (Some(cut), Some(line)) = (cut, self.line(at).copied()) else { return };
        let number = line.place(cut);
        if let Some(title) = self.blocks.last_mut() {
            let bare = self.source.get(title.span.start as usize..number as usize).map_or("", trim_end).len();
            title.span.end = title.span.start + offset(bare);
        }
        self.push_span(Role::DocNumber, Span::new(number, line.end), line.number);
    }

    /// Where among the lines gathered the title begins; `None` where none of them can be one.
    fn title_start(&self, group: &Group) -> Option<usize> {
        if group.is_empty() {
            return None;
        }
        let lines = group.start.max(group.end.saturating_sub(LONGEST))..group.end;
        // `全文如下` and `征求意见稿` stand over a title and are none.
        let above = |n: usize| self.text(n).ends_with("如下") || (n + 1 < lines.end && is_draft(self.text(n)));
        let lead = lines.clone().rev().find(|&n| above(n));
        let lines = lead.map_or(lines.start, |n| n + 1)..lines.end;
        if lines.is_empty() {
            return None;
        }
        // No title begins with a line of two letters: it is a value of a publisher's table.
        let value = |n: usize| n + 1 < lines.end && self.text(n).len() <= VALUE && self.is_on_page();
        let lines = lines.start + lines.clone().take_while(|&n| value(n)).count()..lines.end;
        let spaced = |n: usize| matches!(self.tight(n), Cow::Owned(tight) if is_about(&tight));
        let about = lines.clone().find(|&n| is_about(self.text(n)) || spaced(n));
        if let Some(mut start) = about {
            // The organs over 关于… are its first lines, and what stands close above.
            let close = |n: usize| self.line(n).zip(self.line(n - 1)).is_some_and(|(l, up)| l.number == up.number + 1);
            // `证券代码：600000　公告编号：2024-12` is none of its lines.
            let labels = |n: usize| self.text(n).matches(is_colon).nth(1).is_some();
            let label = |n: usize| labels(n) || furniture::is_label(self.text(n));
            // On a page it may be an entry of a menu, or the name of the page.
            let own = |n: usize| close(n) && !label(n - 1) && !self.is_on_page();
            let organs =
                |n: usize| organ::is_organ(bare(&self.tight(n))) || doc_number::before_title(self.text(n)).is_some();
            while start > lines.start && (organs(start - 1) || own(start)) {
                start -= 1;
            }
            return Some(start);
        }
        if self.has(Role::Attachment) {
            // Nothing stands between the label of an 附件 and its title.
            return Some(lines.start);
        }
        let lines = lines.start + usize::from(lines.len() > 1 && self.ends_way(lines.start))..lines.end;
        let count = lines.len();
        if self.is_first() && count >= 3 && !title::is_column(self.text(group.end - 1)) {
            // Menus of a web page, each line apart: the title is what stands together at the end.
            let apart =
                |&n: &usize| self.line(n).zip(self.line(n - 1)).is_none_or(|(l, before)| l.number > before.number + 1);
            return lines.clone().rev().take_while(|n| *n > lines.start).find(apart).or(Some(lines.start));
        }
        // `通知公告` is an entry of a menu, and so are those over it.
        if title::is_column(self.text(group.end - 1)) {
            return None;
        }
        let fits = |n: &usize| title::looks_like_title(&self.squeezed(*n, group.end));
        match count {
            1 => Some(lines.start),
            ..=3 => Some(lines.clone().find(fits).unwrap_or(lines.start)),
            _ => lines.clone().find(|n| fits(n) && group.end - n <= 3),
        }
    }

    /// Whether line `at` gives the last entry of the way to the page again, which stands right above.
    fn ends_way(&self, at: usize) -> bool {
        let above = self.blocks.last().map_or("", |block| block.span.of(self.source));
        above.ends_with(self.text(at)) && furniture::is_way(above)
    }

    /// Line `at`, without the blanks of letter-spacing.
    fn tight(&self, at: usize) -> Cow<'_, str> {
        joined(self.text(at))
    }

    /// Lines `start..end` joined, without blanks.
    pub(crate) fn squeezed(&self, start: usize, end: usize) -> Cow<'src, str> {
        let (Some(first), Some(last)) = (self.line(start), self.line(end.saturating_sub(1))) else {
            return Cow::default();
        };
        joined(self.source.get(first.start as usize..last.end as usize).unwrap_or(""))
    }
}

/// A line with 关于 or 印发 in it, as titles have.
fn is_about(text: &str) -> bool {
    // The last two bytes of 印, 转 and 批.
    let may_act = || holds_pair(text, [[0x8d, 0xb0], [0xbd, 0xac], [0x89, 0xb9]]);
    text.contains("关于") || may_act() && ["印发", "转发", "批转"].iter().any(|word| text.contains(word))
}

/// Whether `text` is the 标志 of the 令 or 公告 that publishes what a title names: `云岭市人民政府令`.
fn is_order(text: &str) -> bool {
    let organ = text.strip_suffix('令').or_else(|| text.strip_suffix("公告"));
    organ.is_some_and(organ::is_organ)
}

/// `text` without brackets and blanks at its ends.
fn bare(text: &str) -> &str {
    text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')') || is_blank(c))
}

/// `征求意见稿` alone on its line, in brackets or not.
fn is_draft(text: &str) -> bool {
    if !text.ends_with(['稿', '）', ')']) {
        return false;
    }
    let bare = bare(text);
    bare.len() <= LONGEST_DRAFT && bare.ends_with('稿')
}

/// An organ alone, or with 文件 or 令 behind it.
fn is_mark(text: &str) -> bool {
    let text = text.trim_end_matches(['★', ' ']);
    let organs = mark::organs(text);
    text.len() < LONGEST_MARK && (organs.len() < text.len() || organ::is_organ(organs))
}
