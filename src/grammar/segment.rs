//! Texts that lost their line ends: cut by their content.
//!
//! A line that holds a whole document is cut where a number that can come next stands behind a finished
//! sentence or a heading, behind the 标题, the 发文字号 and the 主送, in front of the 署名, and, where single
//! blanks stand for line ends, at the blanks. Each cut is linear in the line.

use crate::ast::MarkerStyle;
use crate::charset::is_blank;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexis::marker::{self, Mark};
use crate::lexis::{date, doc_number, kind, organ};
use crate::span::Span;

use super::line::{self, Line};
use super::numbering::{Fit, Numbering};

/// A line shorter than this many bytes holds no document.
const LONG: u32 = 300;
/// Bytes in which the head of a document is looked for.
const HEAD: usize = 900;
/// A heading without a mark at its end is no longer than this many bytes.
const HEADING: usize = 120;

/// Cuts lines that hold a whole document into the lines they were.
pub(crate) fn lost_lines(source: &str, lines: &mut Vec<Line>, diagnostics: &mut Vec<Diagnostic>) {
    // Where line ends are left, a long line is a long paragraph.
    if lines.len() > 12 || !lines.iter().any(|l| l.len() > LONG) {
        return;
    }
    let mut cut = Vec::with_capacity(lines.len() + 16);
    for line in lines.iter() {
        let before = cut.len();
        if line.len() > LONG {
            parts(source, line, &mut cut);
        }
        if cut.len() < before + 2 {
            cut.truncate(before);
            cut.push(*line);
        } else {
            let span = Span::new(line.start, line.end);
            let message = "this line holds several elements; it was cut by its content".to_owned();
            diagnostics.push(Diagnostic::new(Code::LinesLost, span, message));
        }
    }
    *lines = cut;
}

/// The parts of one line.
fn parts(source: &str, whole: &Line, into: &mut Vec<Line>) {
    let text = super::text_of(source, whole);
    let mut cuts = Cuts { text, at: 0, last: 0, found: Vec::new(), numbering: Numbering::default(), strong: false };
    cuts.head();
    cuts.strong = !cuts.found.is_empty();
    cuts.body();
    cuts.tail();
    if !cuts.strong {
        return;
    }
    let ends = cuts.found.iter().copied().chain([text.len()]);
    let mut start = 0;
    for end in ends {
        let offset = |n: usize| whole.start + u32::try_from(n).unwrap_or(0);
        into.extend(line::part(source, offset(start), offset(end), whole.number));
        start = end;
    }
}

/// Where a line is to be cut, in bytes, ascending.
#[derive(Debug)]
struct Cuts<'t> {
    text: &'t str,
    at: usize,
    last: usize,
    found: Vec<usize>,
    numbering: Numbering,
    /// Whether an element of the head, 一、 or 第一条 was found: a list inside a paragraph has none.
    strong: bool,
}

impl<'t> Cuts<'t> {
    fn cut(&mut self, at: usize) {
        if at > self.last && at < self.text.len() {
            self.found.push(at);
            self.last = at;
        }
        self.at = self.at.max(at);
    }

    fn rest(&self, from: usize, bytes: usize) -> &'t str {
        let rest = self.text.get(from..).unwrap_or("");
        rest.get(..rest.floor_char_boundary(bytes)).unwrap_or(rest)
    }

    /// Cuts behind the 标题, the 发文字号 and the 主送.
    fn head(&mut self) {
        let head = self.rest(0, HEAD);
        let first = head.find('。').unwrap_or(head.len());
        if let Some(end) = title_end(head.get(..first).unwrap_or("")) {
            self.cut(end);
        }
        for _ in 0..3 {
            let rest = self.rest(self.last, HEAD);
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            if let Some(end) =
                rest.find('号').map(|at| at + 3).filter(|&end| is_number(rest.get(blank..end).unwrap_or("")))
            {
                self.cut(self.last + end);
            } else if let Some(end) = title_end(rest.get(..rest.find('。').unwrap_or(rest.len())).unwrap_or("")) {
                self.cut(self.last + end);
            }
        }
        let rest = self.rest(self.last, HEAD);
        let colon = rest
            .find(['：', ':', '。'])
            .map(|at| at + rest.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
        if let Some(end) = colon.filter(|&end| organ::recognise_addressee(rest.get(..end).unwrap_or("").trim())) {
            self.cut(self.last + end);
        }
    }

    /// Cuts in front of numbers that can come next, and at blanks that stand for line ends.
    fn body(&mut self) {
        let (text, start) = (self.text, self.at);
        let (mut before, mut gap) = (' ', None);
        for (at, c) in text.char_indices().skip_while(|&(at, _)| at < start) {
            if is_blank(c) {
                gap = gap.or(Some(at));
                continue;
            }
            if let Some(gap) = gap.take() {
                let words = !c.is_ascii() && !before.is_ascii();
                if words && (matches!(before, '。' | '：') || gap - self.last < HEADING) {
                    self.cut(gap);
                }
            }
            let finished = matches!(before, '。' | '；' | '：' | '！' | ';' | ':' | '”' | '）' | ')');
            if finished || before == ' ' || at - self.last < HEADING || at == self.last {
                self.number(at, finished || at == self.last);
            }
            before = c;
        }
    }

    /// A number at byte `at`: opens a line where it can come next.
    fn number(&mut self, at: usize, finished: bool) {
        let Some(mark) = marker::recognise(self.rest(at, 64)) else { return };
        let fit = self.numbering.fit(&mark);
        let strong = !matches!(mark.style, MarkerStyle::Arabic | MarkerStyle::Dotted | MarkerStyle::Circled);
        if fit.is_expected() && (finished || (strong && fit == Fit::First && !self.is_reference(at, &mark))) {
            self.numbering.enter(&mark);
            self.strong |= mark.style <= MarkerStyle::Han;
            self.cut(at);
        }
    }

    /// `第一条规定`, `（一）项`: words behind a number that make it a reference.
    fn is_reference(&self, at: usize, mark: &Mark) -> bool {
        let rest = self.rest(at + usize::from(mark.len), 12);
        rest.starts_with(['项', '款', '规', '的', '、', '至', '和'])
    }

    /// Cuts in front of the 署名 and its date, and of the 附注.
    fn tail(&mut self) {
        let from = self.text.rfind('。').map_or(self.last, |at| at + 3).max(self.last);
        let rest = self.text.get(from..).unwrap_or("");
        let note = rest.rfind(['（', '(']).filter(|&at| rest.ends_with(['）', ')']) && at > 0);
        let signed = rest.get(..note.unwrap_or(rest.len())).unwrap_or("").trim_end();
        if date::at_end(signed).is_some() || date::whole_line(signed.trim()) {
            self.cut(from);
        }
        if let Some(at) = note {
            self.cut(from + at);
        }
    }
}

/// The end of a title that begins `text`: …关于…的＋文种.
fn title_end(text: &str) -> Option<usize> {
    let about = text.find("关于")?;
    let mut from = about;
    while let Some(at) = text.get(from..)?.find('的').map(|n| from + n) {
        let behind = text.get(at + 3..)?;
        let word = behind.char_indices().nth(2).map_or(behind.len(), |(n, _)| n);
        let title = text.get(..at + 3 + word)?;
        if kind::at_end(title).is_some() && !behind.get(word..)?.starts_with(['》', '（', '(']) {
            return Some(title.len());
        }
        from = at + 3;
    }
    None
}

fn is_number(text: &str) -> bool {
    text.len() < 90 && doc_number::recognise(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_on_one_line_is_cut() {
        let body = "为做好有关工作，经市政府同意，现就有关事项通知如下。".repeat(12);
        let text = format!(
            "云岭市人民政府关于做好防汛工作的通知云政发〔2024〕3号各县人民政府：{body}一、总体要求。坚持安全第一。二、工作任务（一）开展排查。各县要逐一排查。（二）落实责任。特此通知。云岭市人民政府2024年5月6日"
        );
        let mut lines = Vec::new();
        let mut diagnostics = Vec::new();
        line::classify(&text, &mut lines);
        lost_lines(&text, &mut lines, &mut diagnostics);
        let starts: Vec<&str> = lines.iter().map(|l| super::super::text_of(&text, l).get(..9).unwrap_or("")).collect();
        assert_eq!(starts, ["云岭市", "云政发", "各县人", "为做好", "一、总", "二、工", "（一）", "（二）", "云岭市"]);
        assert_eq!(diagnostics.len(), 1);
    }
}
