//! The lines a hard-wrapped page was printed in: is one full, is it a first line?

use crate::ast::MarkerStyle;
use crate::charset::has_gap;

use super::line::{End, Line};
use super::page::{INDENT, LACK, LETTER, NEARLY};
use super::reader::{Open, Reader};
use super::text_of;

/// Cells that no first line of a paragraph is set in by.
const FAR: u8 = 10;

/// No full line has more commas and brackets that count less than they took.
const MOST_STOPS: u32 = 8;

impl Reader<'_, '_> {
    /// Whether `line` of a hard-wrapped page is wider than two thirds of it: no caption, label or cell.
    pub(super) fn is_wide(&self, line: &Line) -> bool {
        self.page.width.is_some_and(|width| self.width_of(line) * 3 > width * 2)
    }

    /// Whether line `at` of a hard-wrapped page is a full one, or nearly.
    pub(super) fn is_nearly_full(&self, at: usize) -> bool {
        self.page.width.is_some_and(|width| self.width(at) + NEARLY > width)
    }

    /// Whether the open block, whose last line is wide and has no mark, has its end on line `at`: a 条 has all of its
    /// text behind it, other blocks no more than the narrow line that closes the sentence.
    #[inline(never)]
    pub(super) fn lacks_its_end(&self, at: usize, width: u32, open: &Open) -> bool {
        let Some((before, block)) = self.line(open.line).zip(self.blocks.get(open.block)) else { return false };
        let Some(line) = self.line(at) else { return false };
        let narrow = || self.width(at) + LACK < width && line.closes == End::Sentence && !has_gap(self.text(open.line));
        before.closes == End::Other
            && line.style.is_none()
            && self.is_wide(before)
            && (block.style == Some(MarkerStyle::Article) || narrow() && !self.begins_paragraph(at, width))
    }

    /// Whether the printed line the open block ends on is full.
    ///
    /// It is, too, where what stands first on the next line would not have fitted: figures are not parted.
    pub(crate) fn is_full(&self, open: &Open, next: &str) -> bool {
        let line = self.page.width.zip(self.line(open.line));
        line.is_some_and(|(width, line)| self.fills(width, open, line, next))
    }

    /// The same of a page that is `width` cells wide; `line` is the last of the open block.
    #[inline]
    pub(super) fn fills(&self, width: u32, open: &Open, line: &Line, next: &str) -> bool {
        let column = self.column(open, line);
        // One letter may be lacking: a mark must not stand first on the next line.
        let most = column + LETTER;
        most >= width
            || column + first_word(next) >= width
            || most + MOST_STOPS >= width && most + narrow_stops(text_of(self.source, line)) >= width
    }

    /// Cells of the printed line the open block ends on, its indent counted; `line` is the last of the block.
    #[inline]
    pub(super) fn column(&self, open: &Open, line: &Line) -> u32 {
        let opens = || self.blocks.get(open.block).is_some_and(|block| block.span.start == line.start);
        let indent = u32::from(self.page.indent(line));
        // Two 汉字 in print, whatever is left of them in the text.
        let first = indent < INDENT && !self.page.indented && opens();
        open.column + self.width_of(line) + if first { INDENT } else { indent }
    }

    /// Whether the blank behind the number of `line` may have been a tab, wider than a blank counts.
    #[inline(never)]
    pub(super) fn may_have_tab(&self, line: &Line) -> bool {
        text_of(self.source, line).as_bytes().get(usize::from(line.marker_len)) == Some(&b' ')
    }

    /// Whether line `at` is as wide as the first line of a paragraph: full but for its indent.
    pub(super) fn begins_paragraph(&self, at: usize, width: u32) -> bool {
        let Some(line) = self.line(at) else { return false };
        if self.page.indented {
            return self.page.indent(line) >= 2;
        }
        let this = self.width(at);
        this + LACK >= width && this + LETTER < width
    }

    /// Whether line `at` begins nothing, behind a long line without a mark: it opens with a bracket, or stands flush
    /// left where first lines are set in.
    pub(super) fn begins_none(&self, at: usize, open: &Open) -> bool {
        let (Some(line), Some(before)) = (self.line(at), self.line(open.line)) else { return false };
        let flush = self.is_flush(line, before);
        let bracket = || line.style.is_none() && self.text(at).starts_with('（');
        before.closes == End::Other && self.is_wide(before) && (flush || bracket())
    }

    /// Whether `line` stands flush left under `before`, which is set in as first lines are there.
    pub(super) fn is_flush(&self, line: &Line, before: &Line) -> bool {
        self.page.indented && self.page.indent(line) == 0 && self.page.indent(before) > 0
    }

    /// Whether `line` is torn off the one before: it breaks off, and is set further in than any first line is.
    pub(super) fn is_far_in(&self, line: &Line) -> bool {
        self.page.indented && self.page.indent(line) >= FAR && !line.is_finished()
    }
}

/// Cells of the figures or letters `text` begins with, which no line end parts.
fn first_word(text: &str) -> u32 {
    let word = text.bytes().take_while(u8::is_ascii_graphic).count();
    u32::try_from(word).unwrap_or(0)
}

/// How many commas and brackets of ASCII are in `text`: most were full-width ones when the page was set.
fn narrow_stops(text: &str) -> u32 {
    let stops = text.bytes().filter(|byte| matches!(byte, b',' | b';' | b':' | b'(' | b')'));
    u32::try_from(stops.count()).unwrap_or(0)
}
