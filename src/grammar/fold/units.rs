//! Nests numbered units by the marker styles open above them.

use std::num::NonZeroU32;

use crate::ast::{
    Block, Contents, FlatBlock, Heading, Marker, MarkerStyle, Paragraph, Path, Provision, ProvisionKind, Role, Row,
    Section, Table, Text,
};
use crate::charset::is_blank;
use crate::lexis::marker::recognise;
use crate::span::Span;

use super::enumeration::Seconds;
use super::{Document, Source};

/// A unit whose end has not come.
#[derive(Debug)]
struct Unit<'src> {
    key: u8,
    /// The section or provision, its blocks still pending.
    block: Block<'src>,
    /// Whether it is a 条.
    article: bool,
    /// Whether it ends with its text: a plain item that announces nothing with ：.
    plain: bool,
    /// Bytes of the path of its parents.
    parents: usize,
    /// Where among the pending blocks its own begin.
    first: usize,
    /// 款 counted so far.
    clauses: u32,
    end: u32,
}

/// The units open at a place. No deeper than there are marker styles.
#[derive(Debug, Default)]
pub(super) struct Units<'src> {
    open: Vec<Unit<'src>>,
    /// The blocks of the open units, those of the outermost first.
    pending: Vec<Block<'src>>,
    /// The path of the innermost unit.
    path: String,
    /// Whether the next row belongs to the table that stands last.
    in_table: bool,
}

impl<'src> Units<'src> {
    /// Opens the unit of a numbered block.
    pub(super) fn numbered(
        &mut self,
        source: &Source<'src, '_>,
        document: &mut Document<'src>,
        seconds: &mut Seconds<'_>,
    ) {
        let block = source.block;
        let Some(style) = block.style else { return self.paragraph(source, document, seconds) };
        let key = key(style, block.level);
        self.close_for(key, block, document);
        let provision = self.provision(style);
        let marker = marker(source, style);
        let parents = self.path.len();
        if !self.path.is_empty() {
            self.path.push('/');
        }
        step(&mut self.path, &marker.text, style);
        let path = Path::from(self.path.as_str());
        let (heading, rest) = heading_and_rest(source);
        let article = provision == Some(ProvisionKind::Article);
        let announces = || block.span.of(source.text).ends_with(['：', ':']);
        let plain = heading.is_none() && block.level != 1 && !article && !announces();
        let first = self.pending.len();
        let clauses = u32::from(rest.is_some());
        let run_in = heading.is_some() && rest.is_some();
        if let Some(text) = rest {
            self.pending.push(Block::Paragraph(paragraph(text, article.then_some(1), seconds)));
        }
        let (span, level, end) = (block.span, block.level, block.span.end);
        let blocks = Contents::default();
        let block = match provision {
            Some(kind) => Block::Provision(Box::new(Provision { span, kind, marker, heading, run_in, path, blocks })),
            None => Block::Section(Box::new(Section { span, marker, level, heading, run_in, path, blocks })),
        };
        self.open.push(Unit { key, block, article, plain, parents, first, clauses, end });
    }

    /// Adds a paragraph, a 款 or a paragraph of an item.
    pub(super) fn paragraph(
        &mut self,
        source: &Source<'src, '_>,
        document: &mut Document<'src>,
        seconds: &mut Seconds<'_>,
    ) {
        let text = source.whole();
        self.leave_items(&text, document);
        let clause = self.open.last_mut().filter(|unit| unit.article).map(|unit| {
            unit.clauses += 1;
            unit.clauses
        });
        self.push(Block::Paragraph(paragraph(text, clause, seconds)), source.block.span.end, document);
    }

    /// Adds a heading without a number.
    pub(super) fn heading(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        let whole = source.whole();
        let phrase = whole.trim_end_matches(['：', ':', '。']);
        let ending = whole.get(phrase.len()..).and_then(|rest| rest.chars().next());
        let text = whole.slice(
            0,
            if ending.is_some_and(|c| c.len_utf8() + phrase.len() == whole.len()) { phrase.len() } else { whole.len() },
        );
        let ending = ending.filter(|_| text.len() < whole.len());
        self.leave_items(&whole, document);
        self.push(Block::Heading(Heading { text, ending }), source.block.span.end, document);
    }

    /// Adds a row to the table before it, or to a new one.
    pub(super) fn row(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        let text = source.whole();
        let cells = cells(&text);
        let row = Row { text, cells };
        let span = source.block.span;
        let (blocks, first) = match self.open.last_mut() {
            Some(unit) => {
                unit.end = unit.end.max(span.end);
                (&mut self.pending, unit.first)
            }
            None => (&mut document.body, 0),
        };
        let last = blocks.get_mut(first..).and_then(<[_]>::last_mut).filter(|_| self.in_table);
        self.in_table = true;
        if let Some(Block::Table(table)) = last {
            table.span = table.span.to(span);
            table.rows.push(row);
        } else {
            let more = source.behind.iter().take_while(|block| block.role == Role::Table).count();
            let mut rows = Vec::with_capacity(1 + more);
            rows.push(row);
            blocks.push(Block::Table(Table { span, rows }));
        }
    }

    /// Closes all units: the document's body ends.
    pub(super) fn finish(&mut self, document: &mut Document<'src>) {
        self.in_table = false;
        while !self.open.is_empty() {
            self.close(document);
        }
    }

    /// A plain item ends with its text; what follows is its parent's, unless it announces it with ：. Behind 目 a
    /// paragraph is the next 款 of the 条.
    fn leave_items(&mut self, text: &str, document: &mut Document<'src>) {
        if text.starts_with("特此") {
            return self.finish(document);
        }
        let open = self.open.len();
        while self.open.last().is_some_and(|unit| unit.plain) {
            self.close(document);
        }
        if self.open.len() < open && self.open.iter().any(|unit| unit.article) {
            while self.open.last().is_some_and(|unit| !unit.article) {
                self.close(document);
            }
        }
    }

    /// Adds a block that ends at byte `end` to the innermost unit.
    fn push(&mut self, block: Block<'src>, end: u32, document: &mut Document<'src>) {
        match self.open.last_mut() {
            Some(unit) => {
                unit.end = unit.end.max(end);
                self.pending.push(block);
            }
            None => document.body.push(block),
        }
    }

    /// Closes what a unit with this key cannot stand in. A series that begins behind 3.1.5 stands in it.
    fn close_for(&mut self, key: u8, block: &FlatBlock, document: &mut Document<'src>) {
        let begins = block.number == 1 && block.style > Some(MarkerStyle::Han);
        let least = if begins { MarkerStyle::Dotted as u8 } else { u8::MAX };
        if let Some(at) = self.open.iter().rposition(|unit| unit.key == key) {
            while self.open.len() > at {
                self.close(document);
            }
        } else if block.style != Some(MarkerStyle::Article) {
            while self.open.last().is_some_and(|unit| unit.key > key && unit.key < least) {
                self.close(document);
            }
        }
    }

    /// What a unit of this style is in a law: the items of a 条 are 项, their items 目.
    fn provision(&self, style: MarkerStyle) -> Option<ProvisionKind> {
        let in_article = self.open.iter().any(|unit| unit.article);
        match style {
            MarkerStyle::Part => Some(ProvisionKind::Part),
            MarkerStyle::Subpart => Some(ProvisionKind::Subpart),
            MarkerStyle::Chapter => Some(ProvisionKind::Chapter),
            MarkerStyle::Section => Some(ProvisionKind::Section),
            MarkerStyle::Article => Some(ProvisionKind::Article),
            MarkerStyle::HanParen if in_article => Some(ProvisionKind::Item),
            MarkerStyle::Arabic | MarkerStyle::ArabicParen | MarkerStyle::Circled if in_article => {
                Some(ProvisionKind::Subitem)
            }
            _ => None,
        }
    }

    /// Closes the innermost unit.
    fn close(&mut self, document: &mut Document<'src>) {
        let Some(Unit { mut block, parents, first, end, .. }) = self.open.pop() else { return };
        self.path.truncate(parents);
        let contents = Contents::split_off(&mut self.pending, first);
        match &mut block {
            Block::Section(section) => (section.span.end, section.blocks) = (end, contents),
            Block::Provision(provision) => (provision.span.end, provision.blocks) = (end, contents),
            Block::Paragraph(_) | Block::Heading(_) | Block::Table(_) => {}
        }
        self.push(block, end, document);
    }
}

/// Styles told apart, in the order of their ranks; dotted numbers by the count of their parts.
fn key(style: MarkerStyle, level: u8) -> u8 {
    if style == MarkerStyle::Dotted { style as u8 + level } else { style as u8 }
}

/// Adds a unit to the path, its marker bare of blanks, points and marks of Markdown: `一`, `（三）`, `2`, `第十条`.
fn step(path: &mut String, marker: &str, style: MarkerStyle) {
    let plain = matches!(style, MarkerStyle::Han | MarkerStyle::Arabic | MarkerStyle::Dotted);
    let point = |c| c == '、' || (plain && matches!(c, '.' | '．' | '﹑'));
    let bare = marker.trim_end_matches(point);
    if !bare.bytes().any(may_be_bared) {
        return path.push_str(bare);
    }
    let start = path.len();
    path.extend(marker.chars().filter(|&c| !is_blank(c) && !matches!(c, '*' | '#')));
    let bare = path.get(start..).unwrap_or_default().trim_end_matches(point).len();
    path.truncate(start + bare);
}

/// Whether a byte is, or stands in each of, the characters a path is bare of; in others it may stand too.
const fn may_be_bared(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, b'*' | b'#' | 0xbb | 0xc2 | 0xe1 | 0xe2 | 0xe3)
}

fn marker<'src>(source: &Source<'src, '_>, style: MarkerStyle) -> Marker<'src> {
    let block = source.block;
    let span = Span::new(block.span.start, block.span.start + u32::from(block.marker_len));
    let text = Text::borrowed(span.of(source.text), span.start);
    let may_be = matches!(style, MarkerStyle::Article | MarkerStyle::HanParen);
    let numbered_twice = may_be && text.chars().any(|c| c == '之');
    let mark = numbered_twice.then(|| recognise(text.trim_start_matches(['#', '*', ' ']))).flatten();
    let sub = mark.and_then(|mark| NonZeroU32::new(mark.sub));
    Marker { text, number: Some(block.number).filter(|&n| n != u32::MAX), sub, style }
}

/// The heading of a numbered block, and the text behind it.
fn heading_and_rest<'src>(source: &Source<'src, '_>) -> (Option<Heading<'src>>, Option<Text<'src>>) {
    let block = source.block;
    let start = block.span.start;
    let marker_end = start + u32::from(block.marker_len);
    if block.heading_end == 0 {
        return (None, source.trimmed(Span::new(marker_end, block.span.end)));
    }
    let end = start + u32::from(block.heading_end);
    let text = source.part(Span::new(start + u32::from(block.heading_start), end));
    let behind = Span::new(end, block.span.end);
    // A point torn off to the next line begins the text behind.
    let close = text.span.end == end;
    let ending = behind.of(source.text).chars().next().filter(|c| close && matches!(c, '。' | '：' | ':' | '∶'));
    let from = end + ending.map_or(0, |c| if c == ':' { 1 } else { 3 });
    (Some(Heading { text, ending }), source.trimmed(Span::new(from, block.span.end)))
}

fn paragraph<'src>(text: Text<'src>, clause: Option<u32>, seconds: &mut Seconds<'_>) -> Paragraph<'src> {
    let enumeration = seconds.enumeration(&text);
    Paragraph { text, clause, enumeration }
}

/// The cells of a row, where tabs or wide gaps part them.
fn cells<'src>(text: &Text<'src>) -> Vec<Text<'src>> {
    if !text.contains('\t') {
        return Vec::new();
    }
    let mut at = 0;
    let mut cells = Vec::new();
    for cell in text.split('\t') {
        let blank = cell.len() - cell.trim_start_matches(is_blank).len();
        let bare = cell.trim_matches(is_blank).len();
        cells.push(text.slice(at + blank.min(cell.len() - bare), at + blank.min(cell.len() - bare) + bare));
        at += cell.len() + 1;
    }
    cells
}
