//! Does a line go on with the block before it? Hard wraps, page cuts, torn lines.

use memchr::{memchr, memchr_iter};

use crate::ast::{MarkerStyle, Role};
use crate::charset::{has_clause, has_gap, has_mark, is_colon, is_han, is_opener, is_unclosed, trim_start};
use crate::lexis::marker::{self, Mark};

use super::clause::{
    breaks_off, has_comma, is_labelled, is_quoting, last_sentence, names_figure, opens_attachment_note, opens_note,
    opens_with_closer, sets_in_force,
};
use super::line::{End, Line};
use super::numbering::Fit;
use super::page::{INDENT, LACK, LETTER, SET_IN_BY};
use super::reader::{Open, Reader};
use super::table::is_barred;

/// 一是 has no more bytes.
const LONGEST_ENUMERATION: u32 = 6;

/// A first line is set in deeper than the line above by so many cells.
const DEEPER: u8 = 2;

/// A sentence that breaks off fills more bytes of its line: 15 汉字.
const SHORTEST_CLAUSE: u32 = 45;

/// A line that a page cut has more bytes: 20 汉字.
const SHORTEST_CUT: usize = 60;

/// No remark on who is responsible is longer, in bytes.
const LONGEST_REMARK: usize = 400;

/// So many cells a full line of letters and figures may lack: they count less than they take.
const NARROW: u32 = 3 * LETTER;

/// How a line goes on with the block before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A printed line in front of it is full.
    Full,
    /// It opens with a mark that closes something.
    Closer,
    /// Otherwise.
    Other,
}

impl Reader<'_, '_> {
    /// How line `at` continues the open block, if it does.
    #[inline]
    pub(crate) fn continues(&self, at: usize, line: &Line, text: &str) -> Option<Joint> {
        let open = self.open.as_ref()?;
        let before = self.line(open.line)?;
        // No number opens with one.
        if line.style.is_none() && opens_with_closer(text) {
            return Some(Joint::Closer);
        }
        // A first line is set in by two 汉字, those behind it are not. Where a paragraph ends in 。, only an unnumbered
        // line of a hard-wrapped text goes on with it.
        let ends = before.is_finished() && (self.page.width.is_none() || line.style.is_some());
        if line.set_in || ends || names_figure(text) || self.is_next_division(text, open) {
            return None;
        }
        let indent = self.page.indent(line);
        let set_in = indent >= SET_IN_BY && indent >= self.page.indent(before).saturating_add(DEEPER);
        if set_in && !self.is_torn_off(line, text, before, open) {
            return None;
        }
        if self.goes_on_wrapped(line, before, open) {
            return Some(Joint::Full);
        }
        self.goes_on(at, line, text, before, open).then(|| {
            let full = self.page.width.is_some_and(|width| self.lacks_its_end(at, width, open));
            if full { Joint::Full } else { Joint::Other }
        })
    }

    /// Whether `text` is `第二部分　…`, and the open block a heading as `第一部分　…` is.
    fn is_next_division(&self, text: &str, open: &Open) -> bool {
        text.starts_with('第')
            && self.blocks.get(open.block).is_some_and(|block| block.role == Role::Heading)
            && marker::division(text).is_some()
    }

    /// Whether `line`, which is not set in, goes on with the line `before`.
    fn goes_on(&self, at: usize, line: &Line, text: &str, before: &Line, open: &Open) -> bool {
        if self.is_row(line, text) || self.is_marked(at, line, text, before, open) {
            return false;
        }
        match before.closes {
            // `〔责任单位：` at the end of a line.
            End::Colon if is_unclosed(self.text(open.line)) => true,
            End::Sentence | End::Semicolon | End::Colon => self.overflows(at, line, before, open),
            _ if is_unclosed(self.text(open.line)) && !has_gap(text) => true,
            _ if self.page.width.is_some() && is_quoting(self.text(open.line)) => true,
            End::Open => true,
            End::Comma => self.is_wide(before) && !has_gap(text) || !self.starts_new_entry(at, text),
            End::Close | End::Other => self.runs_on(at, text, open),
        }
    }

    /// The common case of hard-wrapped text: a full line of prose, no mark at its end, no number behind it.
    fn goes_on_wrapped(&self, line: &Line, before: &Line, open: &Open) -> bool {
        let Some((width, block)) = self.page.width.zip(self.blocks.get(open.block)) else { return false };
        line.style.is_none()
            && matches!(before.closes, End::Other | End::Comma)
            && self.fills(width, open, before, "")
            && !self.page.tabs
            && !self.is_heading(open)
            && (block.joined || before.closes == End::Other && !self.is_caption(open))
    }

    /// Whether tabs or bars part `line` into cells.
    pub(crate) fn is_row(&self, line: &Line, text: &str) -> bool {
        let tab = if self.page.tabs { memchr(b'\t', text.as_bytes()) } else { None };
        is_barred(text) || tab.is_some_and(|tab| parts_cells(tab, line, text))
    }

    /// Whether `line` begins with a number that can come next, so that it opens a unit of its own.
    fn is_marked(&self, at: usize, line: &Line, text: &str, before: &Line, open: &Open) -> bool {
        let Some(mark) = line.mark() else { return false };
        if before.is_finished() {
            return true;
        }
        if self.is_reference(line, text, open) {
            return false;
        }
        // What stands in brackets behind a 。 ends the paragraph: its last line may be full, too.
        let full = self.is_full(open, text) && self.remark(open).is_none();
        if !full && self.is_heading(open) {
            return true;
        }
        let fit = self.numbering.fit(&mark);
        let rest = text.get(usize::from(line.marker_len)..).unwrap_or("");
        if full {
            // 三、四年级学生…, 1.5个百分点: mid-sentence, only a strong marker in its turn opens a unit.
            let pointed = || text.get(..usize::from(line.marker_len)).is_some_and(|marker| marker.ends_with('.'));
            let strong = mark.style != MarkerStyle::Arabic || pointed() && rest.starts_with(is_han);
            let expected = fit == Fit::Next || fit == Fit::RunsOn && self.is_heading(open);
            let next = expected && strong && !self.refers(at, line, rest, fit);
            return (next || self.is_first_under(open, &mark)) && before.closes != End::Comma;
        }
        // A first number does not stand behind a sentence that breaks off. Where no line is cut, that of a heading shows
        // that the 。 is missing.
        let torn = self.page.width.is_some() || !matches!(mark.style, MarkerStyle::Han | MarkerStyle::HanParen);
        let cut = before.closes == End::Comma
            || torn && before.len() > SHORTEST_CLAUSE && has_comma(last_sentence(self.text(open.line)));
        (fit == Fit::Next || fit.is_expected() && !cut) && self.accepts(at, line, rest, fit)
    }

    /// Whether `mark` is the first number right under the heading that is open: （一） under 一、, or any 条 under a 章.
    #[inline(never)]
    fn is_first_under(&self, open: &Open, mark: &Mark) -> bool {
        let deeper = match self.blocks.get(open.block).and_then(|block| block.style) {
            Some(style) if style < MarkerStyle::Article => return mark.style == MarkerStyle::Article,
            Some(MarkerStyle::Han) => MarkerStyle::HanParen,
            Some(MarkerStyle::HanParen) => MarkerStyle::Arabic,
            _ => return false,
        };
        mark.number == 1 && mark.style == deeper && self.is_heading(open)
    }

    /// Whether all of the open block may be a heading: numbered, no sentence closed in it.
    pub(crate) fn is_heading(&self, open: &Open) -> bool {
        !open.prose && self.blocks.get(open.block).is_some_and(|b| b.role == Role::Numbered && b.level > 0)
    }

    /// A hard-wrapped line that is full although it ends a sentence: does the paragraph go on?
    fn overflows(&self, at: usize, line: &Line, before: &Line, open: &Open) -> bool {
        let Some(width) = self.page.width else { return false };
        // Converters part paragraphs with blank lines, hardly ever their lines: one is torn off if it is short.
        let apart = before.closes == End::Sentence && at == open.line + 1 && !self.adjoins(open.line, at);
        let in_force = before.closes == End::Sentence && sets_in_force(self.text(at));
        if in_force || apart && self.width(at) * 2 > width {
            return false;
        }
        let slack = if self.is_flush(line, before) { NARROW } else { LETTER / 2 };
        if line.style.is_some() || self.column(open, before) + slack < width || self.is_heading(open) {
            return false;
        }
        // The last line of a paragraph has a mark at its end.
        let heads = line.closes == End::Other && self.width(at) * 2 < width;
        if heads || opens_note(self.text(at)) {
            return false;
        }
        !self.begins_paragraph(at, width) && !self.signature_follows(at)
    }

    /// No mark at the end of the line before: was it cut?
    fn runs_on(&self, at: usize, text: &str, open: &Open) -> bool {
        if opens_attachment_note(text) || self.closes_remark(open) {
            return false;
        }
        if self.is_bare_enumeration(open) || text.starts_with('“') && self.quotes_on(open) {
            return true;
        }
        if self.is_heading(open) {
            // A comma before its line breaks off: a sentence, on a page too short to tell its width.
            let cut = || self.page.width.is_none() && has_comma(self.text(open.line)) && self.hangs(at, text, open);
            return self.heading_runs_on(at, open) || cut();
        }
        match self.page.width {
            Some(width) if self.lacks_its_end(at, width, open) => true,
            Some(width) if self.ends_paragraph(at, width, open) => true,
            Some(width) if self.is_caption(open) && self.begins_paragraph(at, width) => false,
            Some(width) => {
                // A line wider than a first line can be goes on with what stands over it.
                let middle = self.width(at) + LETTER >= width && self.width(open.line) * 2 > width;
                middle
                    || self.is_full(open, text)
                    || self.begins_none(at, open)
                    || text.starts_with(['《', '（', '(', '“', '<']) && self.is_torn(open)
                    || !self.ends_in_bracket(open) && self.was_cut(at, text, open) && !self.cells_follow(at)
            }
            None => !self.text(open.line).ends_with(['）', ')', '〕']) && self.was_cut(at, text, open),
        }
    }

    /// Whether the open block ends in a bracket that says behind its 。 who is responsible: `…。（责任单位：…）`.
    fn closes_remark(&self, open: &Open) -> bool {
        self.remark(open).is_some_and(|remark| remark.contains(is_colon))
    }

    /// The closed bracket behind a 。 that the open block ends in.
    fn remark(&self, open: &Open) -> Option<&str> {
        let block = self.blocks.get(open.block).filter(|_| self.ends_in_bracket(open))?;
        let text = block.span.of(self.source);
        let end = text.get(text.ceil_char_boundary(text.len().saturating_sub(LONGEST_REMARK))..)?;
        let remark = trim_start(end.rsplit_once('。')?.1);
        (remark.starts_with(is_opener) && !is_unclosed(remark)).then_some(remark)
    }

    /// Whether the open block ends in a closed bracket, as paragraphs that name who is responsible do.
    fn ends_in_bracket(&self, open: &Open) -> bool {
        self.line(open.line).is_some_and(|line| line.closes == End::Close)
    }

    /// A single line without a mark: a caption, set in the middle.
    fn is_caption(&self, open: &Open) -> bool {
        let Some((line, block)) = self.line(open.line).zip(self.blocks.get(open.block)) else { return false };
        // A 。 was found in a numbered one that is prose.
        let said = open.prose && block.role == Role::Numbered;
        line.start == block.span.start && !said && !has_mark(self.text(open.line), ['，', '。', '、', '；'])
    }

    /// Whether line `at` ends the sentence or clause whose first line stands right over it, a letter short of a full one.
    fn ends_paragraph(&self, at: usize, width: u32, open: &Open) -> bool {
        let lines = self.line(open.line).zip(self.line(at)).filter(|_| !self.page.indented);
        lines.is_some_and(|(before, line)| {
            line.is_finished() && self.column(open, before) + 2 * LETTER >= width && self.adjoins(open.line, at)
        })
    }

    /// pdftotext sets what it tears off behind ， or in front of 《 or （ far in: behind prose that breaks off it goes on.
    #[inline(never)]
    fn is_torn_off(&self, line: &Line, text: &str, before: &Line, open: &Open) -> bool {
        let prose =
            || self.blocks.get(open.block).is_some_and(|b| b.joined) || has_mark(self.text(open.line), ['，', '。']);
        let torn = match before.closes {
            End::Comma => line.style.is_none(),
            End::Other | End::Close => text.starts_with(['《', '（', '(']),
            _ => false,
        };
        torn && prose() || text.starts_with('“') && self.quotes_on(open) || self.is_reference(line, text, open)
    }

    /// Whether the open block is no more than 一是, the words of its member behind.
    fn is_bare_enumeration(&self, open: &Open) -> bool {
        let bare = || self.line(open.line).is_some_and(|line| line.len() <= LONGEST_ENUMERATION);
        self.blocks.get(open.block).is_some_and(|block| block.role == Role::Enumeration && !block.joined) && bare()
    }

    /// pdftotext tears quoted words apart: `本细则所称“超过”` / `“低于”`.
    fn quotes_on(&self, open: &Open) -> bool {
        let before = self.text(open.line);
        before.ends_with('”')
            && self.page.width.is_some()
            && (!before.starts_with('“') || self.blocks.get(open.block).is_some_and(|block| block.joined))
    }

    /// Whether `line` is no more than a number among those behind 、: `第（一）、` / `（二）`.
    #[inline(never)]
    fn is_reference(&self, line: &Line, text: &str, open: &Open) -> bool {
        usize::from(line.marker_len) == text.len() && self.text(open.line).ends_with('、')
    }

    /// pdftotext tears a line in front of 《 and behind 》.
    fn is_torn(&self, open: &Open) -> bool {
        self.text(open.line).ends_with(['》', '）', ')', '”', '、', '，', ','])
    }

    /// A numbered block without a sentence in it yet: its line is full, and the next is no first line.
    fn heading_runs_on(&self, at: usize, open: &Open) -> bool {
        let lines = self.line(open.line).zip(self.line(at));
        let Some((width, (before, line))) = self.page.width.zip(lines) else { return false };
        // Letters and figures are set narrower than they count: the width of such a line says little.
        let letters = self.text(at).starts_with(|c: char| c.is_ascii_alphanumeric());
        // One that lacks less than a first line gave a letter to the next line: 。 opens none.
        let wide = !self.page.indented && self.width(at) + INDENT > width;
        let joined = self.blocks.get(open.block).is_some_and(|block| block.joined);
        let slack = || (joined || self.may_have_tab(before)) && self.column(open, before) + NARROW >= width;
        let full = self.is_full(open, self.text(at)) || slack();
        let torn = joined && self.text(at).starts_with(['《', '（', '(']) && self.is_torn(open);
        torn || self.is_far_in(before) && self.page.indent(line) == 0 && !has_gap(self.text(at))
            || self.begins_none(at, open)
            || full && (line.is_finished() || letters || wide || !self.begins_paragraph(at, width))
    }

    /// A line of a text that is not hard-wrapped breaks off: a page cut it.
    fn was_cut(&self, at: usize, text: &str, open: &Open) -> bool {
        let before = self.text(open.line);
        let Some(block) = self.blocks.get(open.block) else { return false };
        let joined = block.joined;
        let unexpected =
            || self.line(at).and_then(Line::mark).is_some_and(|mark| !self.numbering.fit(&mark).is_expected());
        let goes_on =
            || joined && before.len() > SHORTEST_CUT && self.line(at).is_some_and(|line| line.style.is_none());
        let ends_unit = || {
            self.page.width.is_none()
                && block.style.is_some()
                && self.line(at).is_some_and(|line| line.style.is_none() && line.is_finished())
        };
        matches!(block.role, Role::Paragraph | Role::Enumeration | Role::Numbered)
            && (before.len() > SHORTEST_CUT || joined || unexpected())
            && (goes_on() || has_comma(before) || has_mark(before, ['。']) || ends_unit() || self.hangs(at, text, open))
            && !has_gap(before)
            && !self.starts_new_entry(at, text)
            && !self.signature_follows(at)
    }

    /// Whether a paragraph set in goes on over line `at`, which is not: as wide a line, or one with a clause or its end.
    fn hangs(&self, at: usize, text: &str, open: &Open) -> bool {
        let Some((before, line)) = self.line(open.line).zip(self.line(at)) else { return false };
        let adjacent = self.adjoins(open.line, at) && line.style.is_none();
        let heading_goes_on = || self.is_heading(open) && self.blocks.get(open.block).is_some_and(|block| block.joined);
        (before.set_in || heading_goes_on()) && adjacent && {
            let (above, width) = (self.width_of(before), self.width_of(line));
            let as_wide = width + LACK >= above || line.closes == End::Colon;
            width <= above + LACK && (as_wide || has_clause(text))
        }
    }

    /// A line that is plainly an entry of its own: `联系电话：…`, one with wide gaps.
    fn starts_new_entry(&self, at: usize, text: &str) -> bool {
        has_gap(text)
            || is_labelled(text)
            || sets_in_force(text)
            || (text.starts_with('附') && self.opens_attachment(at))
    }
}

/// Whether the first tab of `line` parts cells: one behind a marker does not, nor does a blank inside a 条.
#[inline(never)]
fn parts_cells(tab: usize, line: &Line, text: &str) -> bool {
    let blank = || line.style == Some(MarkerStyle::Article) && breaks_off(text, tab);
    let behind_marker = || tab <= usize::from(line.marker_len) && memchr_iter(b'\t', text.as_bytes()).nth(1).is_none();
    line.style.is_none() || line.is_counter() || !(behind_marker() || blank())
}
