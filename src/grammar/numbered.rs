//! A line with a marker: may its number stand here, and what becomes of it.

use crate::ast::MarkerStyle;
use crate::charset::{full_stops, holds_pair, is_blank, is_han, is_han_numeral};
use crate::diagnostic::Code;
use crate::span::offset;

use crate::lexis::furniture;
use crate::lexis::marker::{self, Mark};

use super::body::SHORT;
use super::line::{End, Line};
use super::numbering::Fit;
use super::page::{INDENT, LETTER};
use super::reader::Reader;

const NO_MARK: Mark = Mark { style: MarkerStyle::Han, number: u32::MAX, sub: 0, len: 0 };

/// So many bytes are near the start of a text.
const NEAR: usize = 240;

/// No name of a 章 is longer, in bytes.
const LONGEST_NAME: u32 = 60;

/// No number of a heading is longer, in bytes: `二十一`.
pub(super) const LONGEST_NUMBER: u32 = 9;

/// A number may be so much ahead of the last.
const JUMP: u32 = 3;

/// No series begins in its midst with a number so high.
const LATEST: u32 = 100;

/// Lines in which the next number of a series is looked for.
const RUN: usize = 8;

impl Reader<'_, '_> {
    /// A line with a marker whose number can stand here becomes a unit.
    pub(super) fn numbered(&mut self, at: usize, line: &Line, text: &str) -> bool {
        let Some(mark) = line.mark() else { return false };
        let fit = self.numbering.fit(&mark);
        let rest = text.get(usize::from(line.marker_len)..).unwrap_or("");
        if !self.accepts(at, line, rest, fit) {
            return false;
        }
        if rest.is_empty() && furniture::is_contents(self.text(at + 1)) {
            self.push_furniture(at);
            return true;
        }
        if fit != Fit::Skipped || !self.glued_item(at, line) {
            self.report_number(at, line, fit);
        }
        self.numbering.enter(&mark);
        self.push_unit(at, line);
        self.at += 1;
        if self.glued(at, line, rest) {
            return true;
        }
        if rest.is_empty() {
            self.marker_alone(at);
        } else if let Some(open) = &mut self.open {
            open.prose = line.is_finished() || closes_sentence(rest);
        }
        true
    }

    /// `一` / `、总体要求`: a number that pdftotext tore off its point.
    #[cold]
    pub(super) fn torn_number(&mut self, at: usize, line: &Line, text: &str) -> bool {
        let Some((mark, next)) = self.torn_mark(at, text).zip(self.line(at + 1).copied()) else { return false };
        let point = next.start - line.start + offset("、".len());
        let fit = self.numbering.fit(&mark);
        let (Ok(marker_len), true) = (u8::try_from(point), fit.is_expected()) else { return false };
        self.numbering.enter(&mark);
        self.push_unit(at, &Line { style: Some(mark.style), value: mark.number, marker_len, ..*line });
        self.extend(at + 1);
        let prose = next.is_finished() || closes_sentence(self.text(at + 1));
        if let Some(open) = &mut self.open {
            open.prose = prose;
        }
        self.at += 2;
        true
    }

    /// `1总则` over `1.1编制目的`: no blank stands behind the number of a heading.
    #[inline(never)]
    pub(super) fn bare_number(&mut self, line: &Line, text: &str) -> bool {
        let Some(mark) = self.bare_mark(line, text).filter(|mark| self.numbering.fit(mark).is_expected()) else {
            return false;
        };
        self.numbering.enter(&mark);
        let (style, marker_len) = (Some(mark.style), mark.len);
        self.push_unit(self.at, &Line { style, value: mark.number, sub: mark.sub, marker_len, ..*line });
        self.at += 1;
        true
    }

    /// The number that `line`, which is read, begins with, where a letter stands right behind it and its first part on
    /// the next line.
    pub(super) fn bare_mark(&self, line: &Line, text: &str) -> Option<Mark> {
        let digits = 1 + usize::from(text.as_bytes().get(1).is_some_and(u8::is_ascii_digit));
        let (number, heading) = text.split_at_checked(digits).filter(|_| line.closes == End::Other)?;
        let first =
            self.line(self.at + 1)?.mark().filter(|next| next.style == MarkerStyle::Dotted && next.number == 1)?;
        let number = number.parse().ok().filter(|_| heading.starts_with(is_han) && line.len() < SHORT)?;
        let mark = Mark { style: MarkerStyle::Dotted, number, sub: 1, len: u8::try_from(digits).ok()? };
        (first.sub & 0xff == 2 && super::numbering::dotted_root(&first) == number).then_some(mark)
    }

    /// The number `text` of line `at`, whose point stands on the next line.
    #[cold]
    pub(super) fn torn_mark(&self, at: usize, text: &str) -> Option<Mark> {
        if self.text(at + 1).starts_with('、') { marker::recognise(&format!("{text}、")) } else { None }
    }

    /// Whether the number `fit` may open a unit at line `at`, with `rest` behind it.
    #[inline]
    pub(crate) fn accepts(&self, at: usize, line: &Line, rest: &str, fit: Fit) -> bool {
        use MarkerStyle::{ArabicParen, Circled, Han, HanParen};
        let plain = matches!(line.style, Some(Han | HanParen | ArabicParen | Circled));
        plain && fit.is_expected() || self.accepts_by_style(at, line, rest, fit)
    }

    /// Whether the 条 or 章 at line `at` is one that a sentence names: `…本办法` / `第五条规定的…`.
    #[inline(never)]
    pub(super) fn refers(&self, at: usize, line: &Line, rest: &str, fit: Fit) -> bool {
        let named = line.style <= Some(MarkerStyle::Article) && !rest.starts_with(is_blank) && is_reference(rest);
        named || !self.accepts(at, line, rest, fit)
    }

    fn accepts_by_style(&self, at: usize, line: &Line, rest: &str, fit: Fit) -> bool {
        match line.style {
            Some(MarkerStyle::Part | MarkerStyle::Subpart | MarkerStyle::Chapter | MarkerStyle::Section) => {
                line.closes != End::Sentence && line.len() < SHORT && (fit.is_expected() || !is_reference(rest))
            }
            Some(MarkerStyle::Article) => !is_amended(rest) && (fit.is_expected() || !is_reference(rest)),
            Some(MarkerStyle::Dotted) => self.accepts_dotted(line, fit),
            Some(MarkerStyle::Arabic) => {
                let rest = rest.trim_start();
                if rest.starts_with(|c: char| c.is_ascii_digit()) {
                    return fit.is_expected() && is_year(rest);
                }
                fit.is_expected() || self.jumps_little(line) || self.run_begins(at, line)
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
            line.value <= last.saturating_add(JUMP) && (last > 0 || line.value <= JUMP)
        })
    }

    /// A part of a document that begins in the midst of a series: the number after that of `line` soon follows.
    fn run_begins(&self, at: usize, line: &Line) -> bool {
        let next =
            |n: usize| self.line(n).is_some_and(|l| l.style == Some(MarkerStyle::Arabic) && l.value == line.value + 1);
        line.value < LATEST && self.numbering.last(MarkerStyle::Arabic as u8) == 0 && (at + 1..at + RUN).any(next)
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

    /// A marker alone on its line `marker`: the next line is its text, be it behind the foot of a page.
    fn marker_alone(&mut self, marker: usize) {
        while furniture::page_number(self.text(self.at)).is_some() && self.page_furniture(self.at) {}
        let at = self.at;
        let Some(next) = self.line(at) else { return };
        if next.style.is_some() && self.numbering.fit(&next.mark().unwrap_or(NO_MARK)).is_expected() {
            return;
        }
        self.report(Code::MarkerAlone, marker, "the marker stands alone on its line; its text is on the next");
        // Letters set wide stand on lines of their own: 总 over 则.
        while self.is_letter(self.at) && self.is_letter(self.at + 1) {
            self.extend(self.at);
            self.at += 1;
        }
        // So may the name of a 章, behind the marker of its first 条.
        let name = self.line(self.at).is_some_and(|line| line.closes == End::Other && line.len() < LONGEST_NAME);
        if name && self.line(self.at + 1).is_some_and(|line| line.style.is_none()) && self.is_under_unnamed() {
            self.extend(self.at);
            self.at += 1;
        }
        let at = self.at;
        let Some(next) = self.line(at) else { return };
        let (closes, text) = (next.is_finished(), self.text(at));
        // The two were one line of the page: an indent, the marker and a blank stand in front of the text.
        let column = if self.page.width.is_some() { self.width(marker) + INDENT + LETTER } else { 0 };
        self.extend(at);
        if let Some(open) = &mut self.open {
            open.prose = closes || closes_sentence(text);
            open.column = column;
        }
        self.at += 1;
    }
}

impl Reader<'_, '_> {
    /// Whether the last block is a 条 and the one over it a 章 or 节 without a name, or with one letter of it: `第一章 总`.
    fn is_under_unnamed(&self) -> bool {
        let [.., above, own] = self.blocks.as_slice() else { return false };
        let name = above.span.of(self.source).get(usize::from(above.marker_len)..).unwrap_or("");
        own.style == Some(MarkerStyle::Article)
            && above.style.is_some_and(|style| style < MarkerStyle::Article)
            && name.chars().filter(|c| !is_blank(*c)).nth(1).is_none()
    }

    /// Whether one 汉字 is all of line `at`.
    fn is_letter(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() == "汉".len() && text.starts_with(is_han)
    }
}

/// `1.2025年2月前…`: a marker in its turn, with a year behind it.
fn is_year(rest: &str) -> bool {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4 && rest.get(digits..).is_some_and(|t| t.starts_with(['年', '-', '—', ' ']))
}

/// Whether a sentence is closed inside `text`, looked for near its start.
pub(crate) fn closes_sentence(text: &str) -> bool {
    let head = text.as_bytes().get(..NEAR).unwrap_or(text.as_bytes());
    // The last two bytes of 。.
    holds_pair(head, [[0x80, 0x82]]) && full_stops(head).next().is_some()
}

/// What behind a 条 tells how it is amended: `第三条修改为：“…”`, `第五条第二款中的“…”`. It is no 条 of this text.
#[inline(never)]
fn is_amended(rest: &str) -> bool {
    match rest.chars().next() {
        Some('修' | '改' | '中' | '删') => {
            // `第八条删除个人信息…` is a 条 itself.
            let deleted = |behind: &str| behind.is_empty() || behind.starts_with(['。', '；', '第', '“']);
            ["修改为", "改为", "中的“", "中“", "删去"].iter().any(|word| rest.starts_with(word))
                || rest.strip_prefix("删除").is_some_and(deleted)
        }
        Some('第') => names_clause(rest),
        Some('增') => is_added(rest),
        Some('后') => is_added(rest.trim_start_matches('后')),
        _ => false,
    }
}

/// `第二款规定的…`, `第（一）项`: a clause of the 条 in front of it.
pub(super) fn names_clause(rest: &str) -> bool {
    let number = |c: char| is_han_numeral(c) || matches!(c, '（' | '(' | '）' | ')');
    rest.strip_prefix('第').is_some_and(|clause| clause.trim_start_matches(number).starts_with(['款', '项']))
}

/// `增加一款`, `增加两项`: what an amendment adds.
fn is_added(text: &str) -> bool {
    let unit = text.strip_prefix("增加").map(|rest| rest.trim_start_matches(|c| c == '两' || is_han_numeral(c)));
    unit.is_some_and(|unit| unit.len() + "增加".len() < text.len() && unit.starts_with(['条', '款', '项']))
}

/// `第三条规定的…`, `第五条、第六条`: a reference at the start of a line.
fn is_reference(rest: &str) -> bool {
    rest.trim_start().starts_with(['、', '和', '至', '或', '及', '的', '，', '第', '规', '所'])
}
