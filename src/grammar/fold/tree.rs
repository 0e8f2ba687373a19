//! The bodies of documents as trees.

use std::iter::{once, once_with};
use std::mem::replace;
use std::num::NonZeroU32;

use memchr::memchr_iter;

use crate::ast::{
    Block, Contents, Document, Heading, Marker, MarkerStyle, Paragraph, Path, Provision, ProvisionKind, Role, Row,
    Section, Table, Text,
};
use crate::charset::{is_blank, trim_end, trim_start, without};
use crate::lexis::marker::recognise;
use crate::span::{Span, offset};

use super::Source;
use super::enumeration::Seconds;
use super::units::{Body, Opening};

/// The body that grows, in the document it stands in.
#[derive(Debug)]
pub(super) struct Tree<'src> {
    /// The blocks of the open units, those of the outermost first.
    pending: Vec<Block<'src>>,
    /// The path of the unit opened last.
    path: String,
    /// Whether the next row belongs to the table that stands last.
    in_table: bool,
    seconds: Seconds<'src>,
}

/// A unit whose end has not come.
#[derive(Debug)]
pub(super) struct Unit<'src> {
    node: Node<'src>,
    /// Where among the pending blocks its own begin.
    first: usize,
    /// 款 counted so far, of a 条.
    clauses: Option<u32>,
    end: u32,
    /// The bytes of its path.
    path: u32,
}

/// What a unit is: it holds its own text, the blocks behind it are pending.
#[derive(Debug)]
enum Node<'src> {
    Section(Box<Section<'src>>),
    Provision(Box<Provision<'src>>),
}

impl<'src> Body<'src> for Tree<'src> {
    type Unit = Unit<'src>;

    fn open(&mut self, source: &Source<'src, '_>, opening: Opening<'src>, outer: Option<&Unit<'src>>) -> Unit<'src> {
        let (block, Opening { style, kind, heading, from }) = (source.block, opening);
        let marker = marker(source, style);
        self.lead_to(&marker.text, style, outer);
        let rest = source.rest(from);
        let first_clause = (kind == Some(ProvisionKind::Article)).then_some(1);
        let clauses = first_clause.map(|_| u32::from(rest.is_some()));
        let run_in = heading.is_some() && rest.is_some();
        let blocks =
            rest.map_or_else(Contents::default, |text| Contents::one(Block::Paragraph(self.text(text, first_clause))));
        let (span, level, path) = (block.span, block.level, Path::from(self.path.as_str()));
        // The box is there first: its parts are written into it.
        let node = match kind {
            Some(kind) => Node::Provision(Box::write(
                Box::new_uninit(),
                Provision { span, kind, marker, heading, run_in, path, blocks },
            )),
            None => Node::Section(Box::write(
                Box::new_uninit(),
                Section { span, marker, level, heading, run_in, path, blocks },
            )),
        };
        Unit { node, first: self.pending.len(), clauses, end: span.end, path: offset(self.path.len()) }
    }

    fn close(&mut self, unit: Unit<'src>, outer: Option<&mut Unit<'src>>, document: &mut Document<'src>) {
        let Unit { node, first, end, .. } = unit;
        match node {
            Node::Section(mut section) => {
                section.span.end = end;
                section.blocks.take_from(&mut self.pending, first);
                put(self.innermost(end, outer, document), || Block::Section(section));
            }
            Node::Provision(mut provision) => {
                provision.span.end = end;
                provision.blocks.take_from(&mut self.pending, first);
                put(self.innermost(end, outer, document), || Block::Provision(provision));
            }
        }
    }

    fn paragraph(
        &mut self,
        source: &Source<'src, '_>,
        mut unit: Option<&mut Unit<'src>>,
        document: &mut Document<'src>,
    ) {
        let clause = unit.as_mut().and_then(|unit| unit.clauses.as_mut()).map(|clauses| {
            *clauses += 1;
            *clauses
        });
        let paragraph = self.text(source.whole(), clause);
        self.innermost(source.block.span.end, unit, document).push(Block::Paragraph(paragraph));
    }

    #[inline(never)]
    fn heading(&mut self, source: &Source<'src, '_>, unit: Option<&mut Unit<'src>>, document: &mut Document<'src>) {
        let whole = source.whole();
        let words = |text: &str| text.trim_end_matches(['：', ':', '。']).len();
        let text = whole.slice(0, words(&whole));
        let mut behind = whole.get(text.len()..).unwrap_or("").chars();
        // A point has no place of its own: one that stands not right behind the words is one of them.
        let before = source.raw.get(..words(source.raw)).unwrap_or("").trim_end_matches(' ');
        let close = text.span.end == source.block.span.start + offset(before.len());
        let ending = behind.next().filter(|_| close && behind.next().is_none());
        let text = if ending.is_some() { text } else { whole };
        self.innermost(source.block.span.end, unit, document).push(Block::Heading(Heading { text, ending }));
    }

    #[inline(never)]
    fn row(&mut self, source: &Source<'src, '_>, unit: Option<&mut Unit<'src>>, document: &mut Document<'src>) {
        let text = source.whole();
        let cells = cells(&text);
        let row = Row { text, cells };
        let span = source.block.span;
        let in_table = replace(&mut self.in_table, true);
        let first = unit.as_ref().map_or(0, |unit| unit.first);
        let blocks = self.innermost(span.end, unit, document);
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

    fn end_table(&mut self) {
        self.in_table = false;
    }
}

impl<'src> Tree<'src> {
    /// An empty body, in a text whose enumerations have their second members there.
    pub(super) const fn new(seconds: Seconds<'src>) -> Self {
        Self { pending: Vec::new(), path: String::new(), in_table: false, seconds }
    }

    /// Makes the path that of the unit `marker` in `outer`.
    fn lead_to(&mut self, marker: &str, style: MarkerStyle, outer: Option<&Unit<'src>>) {
        self.path.truncate(outer.map_or(0, |unit| unit.path as usize));
        if !self.path.is_empty() {
            self.path.push('/');
        }
        match bare(marker, style) {
            Some(bare) => self.path.push_str(bare),
            None => push_bare(marker, style, &mut self.path),
        }
    }

    /// A paragraph that says `text`.
    #[inline]
    fn text(&mut self, text: Text<'src>, clause: Option<u32>) -> Paragraph<'src> {
        let enumeration = self.seconds.enumeration(&text);
        Paragraph { text, clause, enumeration }
    }

    /// Where a block of `unit` stands that ends at byte `end`.
    fn innermost<'a>(
        &'a mut self,
        end: u32,
        unit: Option<&mut Unit<'src>>,
        document: &'a mut Document<'src>,
    ) -> &'a mut Vec<Block<'src>> {
        match unit {
            Some(unit) => {
                unit.end = unit.end.max(end);
                &mut self.pending
            }
            None => &mut document.body,
        }
    }
}

/// Adds a block to `blocks` that is made in its place, not moved there.
fn put<'src>(blocks: &mut Vec<Block<'src>>, block: impl FnOnce() -> Block<'src>) {
    blocks.extend(once_with(block));
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
