//! Nests numbered units by the marker styles open above them.

use std::iter::{once, once_with};
use std::mem::replace;
use std::num::NonZeroU32;

use memchr::memchr_iter;

use crate::ast::{
    Block, Contents, FlatBlock, Heading, Marker, MarkerStyle, Paragraph, Path, Provision, ProvisionKind, Role, Row,
    Section, Table, Text,
};
use crate::charset::{is_blank, trim_end, trim_start, without};
use crate::lexis::marker::recognise;
use crate::span::{Span, offset};

use super::enumeration::Seconds;
use super::{Document, Source};

/// What a unit is: it holds its own text, the blocks behind it are pending.
#[derive(Debug)]
enum Node<'src> {
    Section(Box<Section<'src>>),
    Provision(Box<Provision<'src>>),
}

/// A unit whose end has not come.
#[derive(Debug)]
struct Unit<'src> {
    node: Node<'src>,
    key: u8,
    /// Whether it is a 条.
    article: bool,
    /// Whether it is a 条 or stands in one.
    in_article: bool,
    /// Whether it ends with its text: a plain item that announces nothing with ：.
    plain: bool,
    /// Where among the pending blocks its own begin.
    first: usize,
    /// 款 counted so far.
    clauses: u32,
    end: u32,
    /// The bytes of its path.
    path: u32,
}

/// The units open at a place. No deeper than there are marker styles.
#[derive(Debug, Default)]
pub(super) struct Units<'src> {
    open: Vec<Unit<'src>>,
    /// The blocks of the open units, those of the outermost first.
    pending: Vec<Block<'src>>,
    /// The path of the unit opened last.
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
        self.lead_to(&marker.text, style);
        let (heading, from) = heading(source);
        let rest = source.rest(from);
        let article = provision == Some(ProvisionKind::Article);
        let plain = heading.is_none() && block.level != 1 && !article && !announces(source.raw);
        let clauses = u32::from(rest.is_some());
        let run_in = heading.is_some() && rest.is_some();
        let blocks = rest.map_or_else(Contents::default, |text| {
            Contents::one(Block::Paragraph(paragraph(text, article.then_some(1), seconds)))
        });
        let (span, level, first, end) = (block.span, block.level, self.pending.len(), block.span.end);
        let (in_article, path) = (article || self.in_article(), Path::from(self.path.as_str()));
        // The box is there first: its parts are written into it.
        let node = match provision {
            Some(kind) => Node::Provision(Box::write(
                Box::new_uninit(),
                Provision { span, kind, marker, heading, run_in, path, blocks },
            )),
            None => Node::Section(Box::write(
                Box::new_uninit(),
                Section { span, marker, level, heading, run_in, path, blocks },
            )),
        };
        let path = offset(self.path.len());
        self.open.push(Unit { node, key, article, in_article, plain, first, clauses, end, path });
    }

    /// Makes the path that of the unit `marker` in the innermost one.
    fn lead_to(&mut self, marker: &str, style: MarkerStyle) {
        self.path.truncate(self.open.last().map_or(0, |unit| unit.path as usize));
        if !self.path.is_empty() {
            self.path.push('/');
        }
        match bare(marker, style) {
            Some(bare) => self.path.push_str(bare),
            None => push_bare(marker, style, &mut self.path),
        }
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
        let paragraph = paragraph(text, clause, seconds);
        self.innermost(source.block.span.end, document).push(Block::Paragraph(paragraph));
    }

    /// Adds a heading without a number.
    #[inline(never)]
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
        self.innermost(source.block.span.end, document).push(Block::Heading(Heading { text, ending }));
    }

    /// Adds a row to the table before it, or to a new one.
    #[inline(never)]
    pub(super) fn row(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        let text = source.whole();
        let cells = cells(&text);
        let row = Row { text, cells };
        let span = source.block.span;
        let in_table = replace(&mut self.in_table, true);
        let first = self.open.last().map_or(0, |unit| unit.first);
        let blocks = self.innermost(span.end, document);
        let last = blocks.get_mut(first..).and_then(<[_]>::last_mut).filter(|_| in_table);
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
        if self.open.len() < open && self.in_article() {
            while self.open.last().is_some_and(|unit| !unit.article) {
                self.close(document);
            }
        }
    }

    /// Where a block stands that ends at byte `end`: in the innermost unit.
    fn innermost<'a>(&'a mut self, end: u32, document: &'a mut Document<'src>) -> &'a mut Vec<Block<'src>> {
        match self.open.last_mut() {
            Some(unit) => {
                unit.end = unit.end.max(end);
                &mut self.pending
            }
            None => &mut document.body,
        }
    }

    /// Closes what a unit with this key cannot stand in. A series that begins behind 3.1.5 stands in it.
    fn close_for(&mut self, key: u8, block: &FlatBlock, document: &mut Document<'src>) {
        if let Some(at) = self.open.iter().rposition(|unit| unit.key == key) {
            while self.open.len() > at {
                self.close(document);
            }
        } else if block.style != Some(MarkerStyle::Article) {
            let begins = block.number == 1 && block.style > Some(MarkerStyle::Han);
            let least = if begins { MarkerStyle::Dotted as u8 } else { u8::MAX };
            while self.open.last().is_some_and(|unit| unit.key > key && unit.key < least) {
                self.close(document);
            }
        }
    }

    /// What a unit of this style is in a law: the items of a 条 are 项, their items 目.
    fn provision(&self, style: MarkerStyle) -> Option<ProvisionKind> {
        match style {
            MarkerStyle::Part => Some(ProvisionKind::Part),
            MarkerStyle::Subpart => Some(ProvisionKind::Subpart),
            MarkerStyle::Chapter => Some(ProvisionKind::Chapter),
            MarkerStyle::Section => Some(ProvisionKind::Section),
            MarkerStyle::Article => Some(ProvisionKind::Article),
            MarkerStyle::HanParen if self.in_article() => Some(ProvisionKind::Item),
            MarkerStyle::Arabic | MarkerStyle::ArabicParen | MarkerStyle::Circled if self.in_article() => {
                Some(ProvisionKind::Subitem)
            }
            _ => None,
        }
    }

    /// Whether a 条 is open.
    fn in_article(&self) -> bool {
        self.open.last().is_some_and(|unit| unit.in_article)
    }

    /// Closes the innermost unit.
    fn close(&mut self, document: &mut Document<'src>) {
        let Some(Unit { node, first, end, .. }) = self.open.pop() else { return };
        match node {
            Node::Section(mut section) => {
                section.span.end = end;
                section.blocks.take_from(&mut self.pending, first);
                put(self.innermost(end, document), || Block::Section(section));
            }
            Node::Provision(mut provision) => {
                provision.span.end = end;
                provision.blocks.take_from(&mut self.pending, first);
                put(self.innermost(end, document), || Block::Provision(provision));
            }
        }
    }
}

/// Adds a block to `blocks` that is made in its place, not moved there.
fn put<'src>(blocks: &mut Vec<Block<'src>>, block: impl FnOnce() -> Block<'src>) {
    blocks.extend(once_with(block));
}

/// Whether `text` ends with ： or :.
const fn announces(text: &str) -> bool {
    matches!(text.as_bytes(), [.., 0xef, 0xbc, 0x9a] | [.., b':'])
}

/// Styles told apart, in the order of their ranks; dotted numbers by the count of their parts.
fn key(style: MarkerStyle, level: u8) -> u8 {
    if style == MarkerStyle::Dotted { style as u8 + level } else { style as u8 }
}

/// What a unit adds to the path: its marker without its point, where it is 汉字 or digits, perhaps in brackets.
fn bare(marker: &str, style: MarkerStyle) -> Option<&str> {
    let bare = match marker.as_bytes() {
        [bare @ .., 0xe3, 0x80, 0x81] => bare,
        [bare @ .., b'.'] if has_point(style) => bare,
        whole => whole,
    };
    let ([0xef, 0xbc, 0x88, number @ .., 0xef, 0xbc, 0x89] | [b'(', number @ .., b')'] | number) = bare;
    let (letters, rest) = number.as_chunks::<3>();
    let han = rest.is_empty() && letters.iter().all(|[lead, ..]| matches!(lead, 0xe4..=0xe9));
    if han || number.iter().all(u8::is_ascii_digit) { marker.get(..bare.len()) } else { None }
}

/// Adds to `path` what a unit adds to it: its marker without blanks and points.
#[cold]
fn push_bare(marker: &str, style: MarkerStyle, path: &mut String) {
    let marker = without(marker, is_blank);
    let plain = has_point(style);
    path.push_str(marker.trim_end_matches(|c| c == '、' || (plain && matches!(c, '.' | '．' | '﹑'))));
}

/// Whether a point stands behind the numbers of this style: `一、`, `1.`.
fn has_point(style: MarkerStyle) -> bool {
    matches!(style, MarkerStyle::Han | MarkerStyle::Arabic | MarkerStyle::Dotted)
}

/// The bytes of the shortest marker with two numbers: `一之一)`.
const SHORTEST_TWICE: usize = 10;

fn marker<'src>(source: &Source<'src, '_>, style: MarkerStyle) -> Marker<'src> {
    let block = source.block;
    let text = source.raw.get(..usize::from(block.marker_len)).unwrap_or("");
    let may_be = matches!(style, MarkerStyle::Article | MarkerStyle::HanParen) && text.len() >= SHORTEST_TWICE;
    let sub = if may_be { second_number(text) } else { None };
    // A number torn off its point has a line end in it.
    let span = Span::new(block.span.start, block.span.start + u32::from(block.marker_len));
    let torn = block.joined && text.bytes().any(|byte| matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2));
    let text = if torn { source.part(0, block.marker_len.into()) } else { Text::at(text, span) };
    Marker { text, number: Some(block.number).filter(|&n| n != u32::MAX), sub, style }
}

/// 之一 in 第十条之一 and （二之一）.
#[inline(never)]
fn second_number(marker: &str) -> Option<NonZeroU32> {
    // The last byte of 之.
    if !marker.as_bytes().contains(&0x8b) {
        return None;
    }
    NonZeroU32::new(recognise(marker)?.sub)
}

/// The heading of a numbered block, and the byte of the block behind it and its point, or behind the marker.
fn heading<'src>(source: &Source<'src, '_>) -> (Option<Heading<'src>>, u32) {
    let block = source.block;
    let end = u32::from(block.heading_end);
    if end == 0 {
        return (None, u32::from(block.marker_len));
    }
    let text = source.part(u32::from(block.heading_start), end);
    // A point torn off to the next line begins the text behind.
    let close = text.span.end == block.span.start + end;
    // Bold letters leave blanks in front of it.
    let behind = source.raw.get(end as usize..).unwrap_or("").trim_start_matches(' ');
    let ending = behind.chars().next().filter(|c| close && matches!(c, '。' | '：' | ':' | '∶'));
    let from = ending.map_or(end, |c| offset(source.raw.len() - behind.len() + c.len_utf8()));
    (Some(Heading { text, ending }), from)
}

#[inline]
fn paragraph<'src>(text: Text<'src>, clause: Option<u32>, seconds: &mut Seconds<'_>) -> Paragraph<'src> {
    let enumeration = seconds.enumeration(&text);
    Paragraph { text, clause, enumeration }
}

/// The cells of a row, where tabs or bars part them.
fn cells<'src>(text: &Text<'src>) -> Vec<Text<'src>> {
    let (part, first, end) = match text.as_bytes() {
        [b'|', .., b'|'] => (b'|', 1, text.len() - 1),
        _ => (b'\t', 0, text.len()),
    };
    let inner = text.as_bytes().get(first..end).unwrap_or_default();
    let ends = memchr_iter(part, inner).map(|at| first + at);
    let count = ends.clone().count();
    if count == 0 && part == b'\t' {
        return Vec::new();
    }
    let mut start = first;
    let mut cells = Vec::with_capacity(count + 1);
    for end in ends.chain(once(end)) {
        let bare = trim_start(text.get(start..end).unwrap_or(""));
        let from = end - bare.len();
        cells.push(text.slice(from, from + trim_end(bare).len()));
        start = end + 1;
    }
    cells
}
