//! All elements of a document, one after the other, as they stand in the source.

use std::{slice, vec};

use super::node::parts;
use super::{Block, Document, Furniture, Node, Row};

/// The elements of a document in source order, depth first, attachments included: each with its depth.
///
/// What is in a unit comes behind it, one deeper. Furniture comes where it stands, also between the blocks of a
/// section or the rows of a table; where it stands inside a paragraph it comes behind it.
#[derive(Debug, Clone)]
pub struct Nodes<'a> {
    levels: Vec<Level<'a>>,
    /// What is left of the furniture of each open document.
    furniture: Vec<slice::Iter<'a, Furniture<'a>>>,
}

#[derive(Debug, Clone)]
enum Level<'a> {
    Document(vec::IntoIter<Node<'a>>),
    Blocks(slice::Iter<'a, Block<'a>>),
    Rows(slice::Iter<'a, Row<'a>>),
}

impl<'a> Nodes<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let mut nodes = Self { levels: Vec::with_capacity(8), furniture: Vec::with_capacity(2) };
        nodes.open_document(document);
        nodes
    }

    fn open_document(&mut self, document: &'a Document<'a>) {
        self.levels.push(Level::Document(parts(document).into_iter()));
        self.furniture.push(document.furniture.iter());
    }

    /// The first piece of furniture that stands before byte `start`.
    fn furniture_before(&mut self, start: u32) -> Option<Node<'a>> {
        let first = |left: &&mut slice::Iter<'a, Furniture<'a>>| {
            left.as_slice().first().map_or(u32::MAX, |furniture| furniture.text.span.start)
        };
        let next = self.furniture.iter_mut().min_by_key(first)?;
        if first(&next) < start { next.next().map(Node::Furniture) } else { None }
    }

    /// Takes `node` and goes down into it.
    fn enter(&mut self, node: Node<'a>) {
        match self.levels.last_mut() {
            Some(Level::Document(parts)) => drop(parts.next()),
            Some(Level::Blocks(blocks)) => drop(blocks.next()),
            Some(Level::Rows(rows)) => drop(rows.next()),
            None => {}
        }
        match node {
            Node::Attachment(attachment) => self.open_document(&attachment.document),
            Node::Table(table) => self.levels.push(Level::Rows(table.rows.iter())),
            unit if unit.blocks().is_empty() => {}
            unit => self.levels.push(Level::Blocks(unit.blocks().iter())),
        }
    }

    /// Goes up; furniture behind the last element of a document still comes with it.
    fn leave(&mut self) -> Option<Node<'a>> {
        if matches!(self.levels.last(), Some(Level::Document(_))) {
            if let Some(left) = self.furniture.last_mut().and_then(Iterator::next) {
                return Some(Node::Furniture(left));
            }
            self.furniture.pop();
        }
        self.levels.pop();
        None
    }
}

impl<'a> Iterator for Nodes<'a> {
    type Item = (usize, Node<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let depth = self.levels.len().checked_sub(1)?;
            let next = match self.levels.last()? {
                Level::Document(parts) => parts.as_slice().first().copied(),
                Level::Blocks(blocks) => blocks.as_slice().first().map(Node::from),
                Level::Rows(rows) => rows.as_slice().first().map(Node::Row),
            };
            match next {
                Some(node) => {
                    if let Some(furniture) = self.furniture_before(node.span().start) {
                        return Some((depth, furniture));
                    }
                    self.enter(node);
                    return Some((depth, node));
                }
                None => {
                    if let Some(furniture) = self.leave() {
                        return Some((depth, furniture));
                    }
                }
            }
        }
    }
}
