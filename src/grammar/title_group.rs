//! The lines that may be a title, gathered until what follows tells.

use crate::ast::Role;
use crate::lexis::{kind, organ, title};

use super::reader::Reader;

/// Lines in a row that are no other element of the head.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    start: usize,
    end: usize,
}

/// A title has at most this many lines.
const LONGEST: usize = 8;

impl Group {
    pub(crate) fn new(at: usize) -> Self {
        Self { start: at, end: at }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(crate) fn add(&mut self, at: usize) {
        if self.is_empty() {
            self.start = at;
        }
        self.end = at + 1;
    }

    /// Whether the lines end in a 文种.
    pub(crate) fn is_complete(self, reader: &Reader<'_, '_>) -> bool {
        !self.is_empty() && kind::at_end(reader.text(self.end - 1)).is_some()
    }
}

impl Reader<'_, '_> {
    /// The lines gathered stand over a 发文字号: organs there are 标志, a title is one, menus are furniture.
    pub(crate) fn flush_over_number(&mut self, group: &mut Group) {
        if group.is_empty() {
            return;
        }
        let first = (group.start..group.end).rev().take_while(|&n| is_mark(self.text(n))).last();
        let about = (group.start..group.end).any(|n| is_about(self.text(n)));
        let all_marks = first == Some(group.start) && !about;
        let is_title = !all_marks
            && self.title_start(group).is_some_and(|n| title::looks_like_title(&self.squeezed(n, group.end)));
        match first {
            Some(first) if !is_title && !self.has(Role::Title) => {
                for at in group.start..group.end {
                    self.push(if at < first { Role::Furniture } else { Role::Mark }, at);
                }
                group.start = group.end;
            }
            _ if is_title => self.flush(group),
            _ => self.discard(group),
        }
    }

    fn discard(&mut self, group: &mut Group) {
        for at in group.start..group.end {
            self.push(Role::Furniture, at);
        }
        group.start = group.end;
    }

    /// Makes the lines gathered the title; lines in front of it are furniture.
    pub(crate) fn flush(&mut self, group: &mut Group) {
        if group.is_empty() {
            return;
        }
        let Some(start) = self.title_start(group) else { return self.discard(group) };
        for at in group.start..start {
            self.push(Role::Furniture, at);
        }
        let (start, end) = (start, group.end);
        group.start = group.end;
        if self.earlier_title().is_some_and(|earlier| !self.supersedes(earlier, start, end)) {
            for at in start..end {
                self.push(Role::Furniture, at);
            }
            return;
        }
        self.push(Role::Title, start);
        for at in start + 1..end {
            self.extend(at);
        }
    }

    /// The title read before in this head.
    fn earlier_title(&self) -> Option<usize> {
        let head = self.blocks.get(self.document..)?;
        head.iter().position(|b| b.role == Role::Title).map(|n| n + self.document)
    }

    /// A page's headline that repeats the title below it, or stands over it, is furniture.
    fn supersedes(&mut self, earlier: usize, start: usize, end: usize) -> bool {
        let new = self.squeezed(start, end);
        let Some(block) = self.blocks.get_mut(earlier) else { return true };
        let old: String = squeeze(block.span.of(self.source));
        let is_title = title::looks_like_title(&new);
        if old == new || (is_title && (old.contains(&new) || new.contains(&old) || !title::looks_like_title(&old))) {
            block.role = Role::Furniture;
            return true;
        }
        false
    }

    /// Where among the lines gathered the title begins; `None` where none of them can be one.
    fn title_start(&self, group: &Group) -> Option<usize> {
        let lines = group.start.max(group.end.saturating_sub(LONGEST))..group.end;
        let about = lines.clone().find(|&n| is_about(self.text(n)));
        if let Some(mut start) = about {
            // The organs over 关于… are its first lines, and what stands close above.
            let close = |n: usize| self.line(n).zip(self.line(n - 1)).is_some_and(|(l, up)| l.number == up.number + 1);
            while start > lines.start && (organ::is_organ(self.text(start - 1)) || close(start)) {
                start -= 1;
            }
            return Some(start);
        }
        let count = lines.len();
        if self.document == 0 && count >= 3 {
            // Menus of a web page, each line apart: the title is what stands together at the end.
            let apart =
                |&n: &usize| self.line(n).zip(self.line(n - 1)).is_none_or(|(l, before)| l.number > before.number + 1);
            return lines.clone().rev().take_while(|n| *n > lines.start).find(apart).or(Some(lines.start));
        }
        let fits = |n: &usize| title::looks_like_title(&self.squeezed(*n, group.end));
        match count {
            0 => None,
            1..=3 => Some(lines.clone().find(fits).unwrap_or(lines.start)),
            _ => lines.clone().find(|n| fits(n) && group.end - n <= 3),
        }
    }

    /// Lines `start..end` joined, without blanks.
    pub(crate) fn squeezed(&self, start: usize, end: usize) -> String {
        let (Some(first), Some(last)) = (self.line(start), self.line(end.saturating_sub(1))) else {
            return String::new();
        };
        squeeze(self.source.get(first.start as usize..last.end as usize).unwrap_or(""))
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|&c| !crate::charset::is_blank(c) && c != '#' && c != '*').collect()
}

/// A line with 关于 or 印发 in it, as titles have.
fn is_about(text: &str) -> bool {
    ["关于", "印发", "转发", "批转"].iter().any(|word| text.contains(word))
}

/// An organ alone, or with 文件 or 令 behind it.
fn is_mark(text: &str) -> bool {
    let text = text.trim_end_matches(['★', ' ']);
    let organ = text
        .strip_suffix("文件")
        .or_else(|| text.strip_suffix('令'))
        .or_else(|| text.strip_suffix("公告"))
        .unwrap_or(text);
    text.len() < 120 && (organ::is_organ(organ) || organ.len() < text.len())
}
