//! The numbered elements of a document by their numbers, put down in one pass.

use std::collections::HashMap;

use crate::ast::{MarkerStyle, Node, ProvisionKind};
use crate::lexis::step::Unit;
use crate::query::matcher::Elements;

/// The element with a number, or that there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    One(usize),
    Many,
}

/// What an element is looked up by: what it stands in, what it is, its number and 之一.
type Key = (usize, Unit, u32, u32);

/// The numbered elements of a document by their numbers.
pub(super) struct Table<'a> {
    numbered: HashMap<Key, Found>,
    /// Sections such as 3.1.5, by their document.
    dotted: HashMap<(usize, &'a str), Found>,
    /// Entries of 附件说明, by their document.
    notes: HashMap<(usize, u32), usize>,
    /// Attachments by the document that has them, and their label without blanks or 文种.
    named: HashMap<(usize, String), Found>,
    /// 条 in their order, each with the first of its series: 第一条 begins a new one.
    articles: Vec<(usize, usize)>,
    /// 项 in their order.
    items: Vec<usize>,
    /// For each element the document it stands in: 0, or the place of an attachment.
    documents: Vec<usize>,
}

impl<'a> Table<'a> {
    pub(super) fn of(elements: &Elements<'a>) -> Self {
        let mut table = Self {
            numbered: HashMap::new(),
            dotted: HashMap::new(),
            notes: HashMap::new(),
            named: HashMap::new(),
            articles: Vec::new(),
            items: Vec::new(),
            documents: Vec::with_capacity(elements.nodes.len()),
        };
        for (at, node) in elements.nodes.iter().enumerate() {
            let parent = elements.parents.get(at).copied().unwrap_or(0);
            let holder = elements.holders.get(at).copied().unwrap_or(0);
            let inner = parent == 0 || matches!(elements.nodes.get(parent), Some(Node::Attachment(_)));
            let document = if inner { parent } else { table.document(parent) };
            table.documents.push(document);
            table.add(at, *node, [parent, holder, document]);
        }
        table
    }

    fn add(&mut self, at: usize, node: Node<'a>, [parent, holder, document]: [usize; 3]) {
        match node {
            Node::Provision(provision) => {
                let (Some(number), sub) = (provision.marker.number, provision.marker.sub.map_or(0, u32::from)) else {
                    return;
                };
                match provision.kind {
                    ProvisionKind::Article => self.article(at, number, sub, document),
                    ProvisionKind::Item => {
                        self.items.push(at);
                        self.put([holder, parent], at, (Unit::Item, number, sub));
                    }
                    ProvisionKind::Subitem => self.put([parent, parent], at, (Unit::Subitem, number, sub)),
                    _ => self.put([parent, document], at, (Unit::Law(provision.marker.style), number, sub)),
                }
            }
            Node::Section(section) => {
                let Some(number) = section.marker.number else { return };
                if section.level == 1 {
                    self.put([document, document], at, (Unit::Portion, number, 0));
                }
                if section.marker.style == MarkerStyle::Dotted {
                    let own = section.path.rsplit('/').next().unwrap_or_default();
                    put(&mut self.dotted, (document, own), at);
                }
                let sub = section.marker.sub.map_or(0, u32::from);
                self.put([parent, parent], at, (Unit::Section(section.marker.style), number, sub));
                self.put([parent, parent], at, (Unit::Item, number, sub));
            }
            Node::Paragraph(paragraph) => {
                if let Some(clause) = paragraph.clause {
                    self.put([parent, parent], at, (Unit::Clause, clause, 0));
                }
            }
            // The list may stand there twice, by a web page's own hand.
            Node::AttachmentNote(entry) => {
                self.notes.entry((document, entry.number.unwrap_or(0))).or_insert(at);
            }
            Node::Attachment(attachment) => {
                self.put([document, document], at, (Unit::Attachment, attachment.number.unwrap_or(0), 0));
                let kind = attachment.document.kind().map(|kind| kind.text.as_str().to_owned());
                let label = attachment.label.as_ref().map(|label| label.split_whitespace().collect());
                for name in kind.into_iter().chain(label) {
                    put(&mut self.named, (document, name), at);
                }
            }
            _ => {}
        }
    }

    fn article(&mut self, at: usize, number: u32, sub: u32, document: usize) {
        let last = self.articles.last().filter(|(last, _)| self.document(*last) == document);
        let series = last.filter(|_| (number, sub) != (1, 0)).map_or(at, |(_, series)| *series);
        self.articles.push((at, series));
        // No 条 stands in a 条: the first stands for its series.
        self.put([series, document], at, (Unit::Law(MarkerStyle::Article), number, sub));
    }

    /// Puts an element down under what it stands in.
    fn put(&mut self, outer: [usize; 2], at: usize, (unit, number, sub): (Unit, u32, u32)) {
        let [first, second] = outer;
        put(&mut self.numbered, (first, unit, number, sub), at);
        if second != first {
            put(&mut self.numbered, (second, unit, number, sub), at);
        }
    }

    /// The unit of this number in the element at `outer`.
    pub(super) fn numbered(&self, outer: usize, unit: Unit, number: u32, sub: u32) -> Option<Found> {
        self.numbered.get(&(outer, unit, number, sub)).copied()
    }

    /// The section with such a number as 3.1.5 in a document.
    pub(super) fn dotted(&self, document: usize, number: &str) -> Option<Found> {
        self.dotted.get(&(document, number)).copied()
    }

    /// The entry of 附件说明 with a number; 0 for one without.
    pub(super) fn note(&self, document: usize, number: u32) -> Option<usize> {
        self.notes.get(&(document, number)).copied()
    }

    /// The attachment of a document that is of this kind, or has this label.
    pub(super) fn named(&self, document: usize, name: &str) -> Option<Found> {
        self.named.get(&(document, name.to_owned())).copied()
    }

    /// The document in which the element at `at` stands: 0, or the place of an attachment.
    pub(super) fn document(&self, at: usize) -> usize {
        self.documents.get(at).copied().unwrap_or(0)
    }

    /// The first 条 of the series to which the 条 at `article` belongs.
    pub(super) fn series(&self, article: usize) -> Option<usize> {
        let index = self.index(article)?;
        self.articles.get(index).map(|(_, series)| *series)
    }

    /// The 条 `count` before the one at `article`, in its series.
    pub(super) fn before(&self, article: usize, count: usize) -> Option<usize> {
        let index = self.index(article)?.checked_sub(count)?;
        let (before, series) = self.articles.get(index)?;
        (Some(*series) == self.series(article)).then_some(*before)
    }

    fn index(&self, article: usize) -> Option<usize> {
        self.articles.binary_search_by_key(&article, |(at, _)| *at).ok()
    }

    /// The 项 `count` before the one at `item`, whatever it stands in.
    pub(super) fn item_before(&self, item: usize, count: usize) -> Option<usize> {
        let index = self.items.binary_search(&item).ok()?.checked_sub(count)?;
        self.items.get(index).copied()
    }

    /// The last 项 in front of `at`.
    pub(super) fn last_item(&self, at: usize) -> Option<usize> {
        let index = self.items.partition_point(|item| *item < at).checked_sub(1)?;
        self.items.get(index).copied()
    }

    /// Whether the document at `document` has 条.
    pub(super) fn has_articles(&self, document: usize) -> bool {
        let index = self.articles.partition_point(|(at, _)| *at < document.max(1));
        self.articles.get(index).is_some_and(|(at, _)| self.document(*at) == document)
    }
}

/// Puts an element down, or that there are several.
fn put<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Found>, key: K, at: usize) {
    map.entry(key).and_modify(|found| *found = Found::Many).or_insert(Found::One(at));
}
