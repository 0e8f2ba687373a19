//! The descent over lines: a document is a head, a body and a tail; then another may follow.

use std::borrow::Cow;
use std::cell::Cell;

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexis::attachment;
use crate::span::Span;

use super::line::Line;
use super::numbering::Numbering;
use super::page::{Page, cells};
use super::seen::Seen;
use super::signature::Undated;
use super::text_of;

/// A document of fewer lines has the page of the whole text.
const SHORTEST: usize = 12;
/// So many lines tell of a document's page.
const AHEAD: usize = 400;
/// No label of an 附件 on a line of its own is longer, in bytes.
const LABEL: u32 = 24;
/// For each line read so many may be looked at for pages.
const TIMES: usize = 4;

/// Where in a document a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// 版头, 标题, 主送.
    Head,
    /// 正文.
    Body,
    /// 署名, known to begin here, and what follows.
    Signature,
    /// What follows: perhaps another 署名, 附注, 版记.
    Tail,
}

/// Reads the lines of one text.
#[derive(Debug)]
pub(crate) struct Reader<'src, 'r> {
    pub(crate) source: &'src str,
    pub(crate) lines: &'r [Line],
    /// The page of the document being read.
    pub(crate) page: Page,
    /// That of most lines of the text.
    pages: Page,
    pub(crate) blocks: &'r mut Vec<FlatBlock>,
    pub(crate) diagnostics: &'r mut Vec<Diagnostic>,
    pub(crate) numbering: Numbering,
    /// The next line to read.
    pub(crate) at: usize,
    /// The block that may go on.
    pub(crate) open: Option<Open>,
    /// Whether the next block begins a document of its own.
    pub(crate) opens: bool,
    /// What is among the blocks.
    pub(crate) seen: Seen,
    /// Where the document being read has its first block.
    pub(crate) document: usize,
    /// Where the lines start that stand beside page numbers again and again.
    pub(crate) running_heads: Vec<u32>,
    /// The last page number read.
    pub(crate) page_number: u32,
    /// The last number of a note torn from its text.
    pub(crate) note_number: u32,
    /// Lines looked at last that hold no 成文日期.
    pub(crate) undated: Cell<Undated>,
    /// Whether lines were given back to be read as a head.
    pub(crate) restarted: bool,
    /// Lines that were looked at for the pages of documents behind others.
    looked_at: usize,
}

/// The block that the next line may continue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Open {
    /// Its place among the blocks.
    pub(crate) block: usize,
    /// Its last line.
    pub(crate) line: usize,
    /// Cells of the printed line it ends on, where that was torn into several.
    pub(crate) column: u32,
    /// Whether the block has more than a heading: a sentence was closed inside it.
    pub(crate) prose: bool,
    /// Whether it was said that its parts were rejoined.
    pub(crate) rejoined: bool,
}

impl<'src, 'r> Reader<'src, 'r> {
    pub(crate) fn new(
        source: &'src str,
        lines: &'r mut [Line],
        blocks: &'r mut Vec<FlatBlock>,
        diagnostics: &'r mut Vec<Diagnostic>,
    ) -> Self {
        let page = Page::of(source, lines);
        let mut reader = Self {
            source,
            lines,
            page,
            pages: page,
            blocks,
            diagnostics,
            numbering: Numbering::default(),
            at: 0,
            open: None,
            opens: false,
            seen: Seen::default(),
            document: 0,
            running_heads: super::running_head::find(source, lines),
            page_number: 0,
            note_number: 0,
            undated: Cell::default(),
            restarted: false,
            looked_at: 0,
        };
        reader.turn_page();
        reader
    }

    /// Reads all lines. Three turns of the loop take at least one.
    pub(crate) fn read(&mut self) {
        let mut zone = Zone::Head;
        let mut idle = 0;
        while self.at < self.lines.len() {
            let before = self.at;
            zone = match zone {
                Zone::Head => self.head(),
                Zone::Body => self.body(),
                Zone::Signature => self.tail(true),
                Zone::Tail => self.tail(self.signature_follows(self.at)),
            };
            idle = if self.at > before { 0 } else { idle + 1 };
            if idle > 2 {
                // No zone wants the line: it is a paragraph.
                self.push(Role::Paragraph, self.at);
                self.at += 1;
            }
        }
    }

    /// Begins another document: an 附件 or an issued one.
    pub(crate) fn next_document(&mut self) {
        self.numbering.clear();
        self.open = None;
        self.opens = true;
        self.document = self.blocks.len();
        self.turn_page();
    }

    /// The document that begins now has pages of its own, where it is long enough and its first lines tell.
    fn turn_page(&mut self) {
        self.page = self.pages;
        // Where documents are many and short, not each is looked at.
        if !self.pages.breaks_off || self.looked_at > AHEAD + self.at * TIMES {
            return;
        }
        let ahead = self.lines.get(self.at..self.lines.len().min(self.at + AHEAD)).unwrap_or_default();
        let is_label = |line: &Line| {
            line.len() <= LABEL && line.style.is_none() && attachment::label(text_of(self.source, line)).is_some()
        };
        let next = ahead.iter().skip(1).position(is_label).map(|at| at + 1);
        let own = ahead.get(..next.unwrap_or(ahead.len())).unwrap_or_default();
        self.looked_at += own.len();
        if own.len() >= SHORTEST && (self.at > 0 || next.is_some()) {
            self.page = self.pages.of_next(self.source, own);
        }
    }

    /// The line `ahead` of the next one.
    pub(crate) fn line(&self, at: usize) -> Option<&'r Line> {
        self.lines.get(at)
    }

    /// The text of line `at`.
    pub(crate) fn text(&self, at: usize) -> &'src str {
        self.lines.get(at).map_or("", |line| text_of(self.source, line))
    }

    /// Whether no blank line stands between the lines `above` and `at`, but for those between all lines.
    pub(crate) fn adjoins(&self, above: usize, at: usize) -> bool {
        let lines = self.line(above).zip(self.line(at));
        lines.is_some_and(|(above, line)| line.number <= above.number + self.page.step)
    }

    /// Width of line `at` in cells.
    pub(crate) fn width(&self, at: usize) -> u32 {
        self.line(at).map_or(0, |line| self.width_of(line))
    }

    /// Width of `line` in cells.
    pub(crate) fn width_of(&self, line: &Line) -> u32 {
        if line.width > 0 { u32::from(line.width) } else { cells(text_of(self.source, line)) }
    }

    /// Makes line `at` a block of its own.
    pub(crate) fn push(&mut self, role: Role, at: usize) {
        let Some(line) = self.lines.get(at) else { return };
        self.push_span(role, Span::new(line.start, line.end), line.number);
        let block = self.blocks.len() - 1;
        if !matches!(role, Role::Furniture | Role::Table) {
            self.open = Some(Open { block, line: at, column: 0, prose: true, rejoined: false });
        }
    }

    /// Makes a stretch of a line a block.
    pub(crate) fn push_span(&mut self, role: Role, span: Span, number: u32) {
        self.push_block(block(role, span, number));
    }

    /// Makes `line`, which may be a part of line `at`, a numbered block. It is a heading until a sentence is closed in it.
    pub(crate) fn push_unit(&mut self, at: usize, line: &Line) {
        self.open = Some(Open { block: self.blocks.len(), line: at, column: 0, prose: false, rejoined: false });
        self.push_block(FlatBlock {
            style: line.style,
            number: line.value,
            marker_len: line.marker_len,
            level: level(line),
            ..block(Role::Numbered, Span::new(line.start, line.end), line.number)
        });
    }

    fn push_block(&mut self, block: FlatBlock) {
        let opens = self.opens && block.role != Role::Furniture;
        self.opens &= !opens;
        self.seen.add(self.blocks.len(), block.role, block.style);
        self.blocks.push(FlatBlock { opens, ..block });
    }

    /// Lets the open block go on over line `at`.
    pub(crate) fn extend(&mut self, at: usize) {
        let (Some(open), Some(line)) = (&mut self.open, self.lines.get(at)) else { return };
        if let Some(block) = self.blocks.get_mut(open.block) {
            block.span.end = line.end;
            block.joined = true;
        }
        open.line = at;
    }

    /// Reports `code` on line `at`.
    pub(crate) fn report(&mut self, code: Code, at: usize, message: impl Into<Cow<'static, str>>) {
        let Some(line) = self.lines.get(at) else { return };
        let span = Span::new(line.start, line.end);
        self.diagnostics.push(Diagnostic::new(code, span, message));
    }
}

/// A block without a marker.
fn block(role: Role, span: Span, line: u32) -> FlatBlock {
    FlatBlock {
        span,
        line,
        number: u32::MAX,
        role,
        style: None,
        level: 0,
        marker_len: 0,
        opens: false,
        joined: false,
        heading_start: 0,
        heading_end: 0,
    }
}

/// The standard's rank of a line's marker; 0 for provisions.
fn level(line: &Line) -> u8 {
    match line.style {
        Some(MarkerStyle::Han) => 1,
        Some(MarkerStyle::HanParen) => 2,
        Some(MarkerStyle::Arabic) => 3,
        Some(MarkerStyle::ArabicParen) => 4,
        Some(MarkerStyle::Circled) => 5,
        Some(MarkerStyle::Dotted) => u8::try_from(line.sub & 0xff).unwrap_or(5).clamp(1, 5),
        _ => 0,
    }
}
