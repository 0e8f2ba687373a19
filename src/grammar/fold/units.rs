//! Nests numbered units by the marker styles open above them.

use std::fmt::Debug;

use crate::ast::{Document, FlatBlock, Heading, MarkerStyle, ProvisionKind, Role};
use crate::span::offset;

use super::Source;

/// No more headings stand one over the other, over what they lead to.
const HEADINGS: usize = 4;

/// What is made of the bodies of documents: trees, or how much is in them.
pub(super) trait Body<'src>: Debug {
    /// What is kept of a unit until it ends.
    type Unit: Debug;

    /// Opens a numbered unit in `outer`.
    fn open(&mut self, source: &Source<'src, '_>, opening: Opening<'src>, outer: Option<&Self::Unit>) -> Self::Unit;

    /// Closes a unit, which stands in `outer`.
    fn close(&mut self, _unit: Self::Unit, _outer: Option<&mut Self::Unit>, _document: &mut Document<'src>) {}

    /// Adds a paragraph to `unit`: a 款, or a paragraph of an item.
    fn paragraph(&mut self, source: &Source<'src, '_>, unit: Option<&mut Self::Unit>, document: &mut Document<'src>);

    /// Adds a heading without a number to `unit`.
    fn heading(&mut self, _source: &Source<'src, '_>, _unit: Option<&mut Self::Unit>, _: &mut Document<'src>) {}

    /// Adds a row to the table before it in `unit`, or to a new one.
    fn row(&mut self, _source: &Source<'src, '_>, _unit: Option<&mut Self::Unit>, _: &mut Document<'src>) {}

    /// Ends the table that stands last: the next row is of another.
    fn end_table(&mut self) {}

    /// Begins an attached document.
    fn attach(&mut self) {}
}

/// How a numbered unit begins.
#[derive(Debug)]
pub(super) struct Opening<'src> {
    pub(super) style: MarkerStyle,
    /// What it is in a law; a section has none.
    pub(super) kind: Option<ProvisionKind>,
    pub(super) heading: Option<Heading<'src>>,
    /// The byte of the block behind the heading and its point, or behind the marker.
    pub(super) from: u32,
}

/// A unit whose end has not come.
#[derive(Debug)]
struct Unit<U> {
    /// What is made of it.
    made: U,
    key: u8,
    /// Whether it is a 条.
    article: bool,
    /// Whether it is a 条 or stands in one.
    in_article: bool,
    /// Whether it ends with its text: a plain item that announces nothing with ：.
    plain: bool,
}

/// The units open at a place. No deeper than there are marker styles.
#[derive(Debug)]
pub(super) struct Units<'src, B: Body<'src>> {
    pub(super) body: B,
    open: Vec<Unit<B::Unit>>,
}

impl<'src, B: Body<'src>> Units<'src, B> {
    /// No units, in the first body.
    pub(super) const fn new(body: B) -> Self {
        Self { body, open: Vec::new() }
    }

    /// Opens the unit of a numbered block.
    pub(super) fn numbered(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        let block = source.block;
        let Some(style) = block.style else { return self.paragraph(source, document) };
        let key = key(style, block.level);
        self.close_for(key, block, document);
        let kind = self.provision(style);
        let article = kind == Some(ProvisionKind::Article);
        let (heading, from) = Self::opening(source);
        let plain = heading.is_none() && block.level != 1 && !article && !announces(source.raw);
        let in_article = article || self.in_article();
        let made =
            self.body.open(source, Opening { style, kind, heading, from }, self.open.last().map(|unit| &unit.made));
        self.open.push(Unit { made, key, article, in_article, plain });
    }

    /// The heading of a numbered block, and the byte of the block behind it and its point, or behind the marker.
    fn opening(source: &Source<'src, '_>) -> (Option<Heading<'src>>, u32) {
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

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        self.leave_items(source, document);
        self.body.paragraph(source, self.open.last_mut().map(|unit| &mut unit.made), document);
    }

    /// Adds a heading without a number. It stands where the series does that begins under it: `第二部分` over `一、`.
    pub(super) fn heading(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        self.leave_items(source, document);
        let mut behind = source.behind.iter().take(HEADINGS);
        let next = behind.find(|block| block.role != Role::Heading).filter(|next| next.number == 1);
        if let Some((next, style)) = next.and_then(|next| Some(next).zip(next.style)) {
            self.close_for(key(style, next.level), next, document);
        }
        self.body.heading(source, self.open.last_mut().map(|unit| &mut unit.made), document);
    }

    /// Adds a row of a table.
    pub(super) fn row(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        self.body.row(source, self.open.last_mut().map(|unit| &mut unit.made), document);
    }

    /// Closes all units: the document's body ends.
    pub(super) fn finish(&mut self, document: &mut Document<'src>) {
        self.body.end_table();
        while !self.open.is_empty() {
            self.close(document);
        }
    }

    /// A plain item ends with its text; what follows is its parent's, unless it announces it with ：. Behind 目 a
    /// paragraph is the next 款 of the 条.
    fn leave_items(&mut self, source: &Source<'src, '_>, document: &mut Document<'src>) {
        if source.opens_with("特此") {
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
        let Some(Unit { made, .. }) = self.open.pop() else { return };
        self.body.close(made, self.open.last_mut().map(|unit| &mut unit.made), document);
    }
}

/// Whether `text` ends with ： or :.
const fn announces(text: &str) -> bool {
    matches!(text.as_bytes(), [.., 0xef, 0xbc, 0x9a] | [.., b':'])
}

/// Styles told apart, in the order of their ranks; dotted numbers by the count of their parts.
fn key(style: MarkerStyle, level: u8) -> u8 {
    if style == MarkerStyle::Dotted { style as u8 + level } else { style as u8 }
}
