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
    /// Where the first piece of it stands.
    furniture_start: u32,
}

#[derive(Debug, Clone)]
enum Level<'a> {
    Document(vec::IntoIter<Node<'a>>),
    Blocks(slice::Iter<'a, Block<'a>>),
    Rows(slice::Iter<'a, Row<'a>>),
}

impl<'a> Level<'a> {
    fn first(&self) -> Option<Node<'a>> {
        match self {
            Level::Document(parts) => parts.as_slice().first().copied(),
            Level::Blocks(blocks) => blocks.as_slice().first().map(Node::from),
            Level::Rows(rows) => rows.as_slice().first().map(Node::Row),
        }
    }

    fn advance(&mut self) {
        match self {
            Level::Document(parts) => drop(parts.next()),
            Level::Blocks(blocks) => drop(blocks.next()),
            Level::Rows(rows) => drop(rows.next()),
        }
    }
}

/// Where the first piece of furniture stands that is left of that of a document.
fn first_start(left: &slice::Iter<'_, Furniture<'_>>) -> u32 {
    left.as_slice().first().map_or(u32::MAX, |furniture| furniture.text.span.start)
}

impl<'a> Nodes<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let (levels, furniture) = (Vec::with_capacity(8), Vec::with_capacity(2));
        let mut nodes = Self { levels, furniture, furniture_start: u32::MAX };
        nodes.open_document(document);
        nodes
    }

    fn open_document(&mut self, document: &'a Document<'a>) {
        self.levels.push(Level::Document(parts(document).into_iter()));
        self.furniture.push(document.furniture.iter());
        self.look_for_furniture();
    }

    /// Finds where the first piece of furniture stands, when some were taken or others came.
    fn look_for_furniture(&mut self) {
        self.furniture_start = self.furniture.iter().map(first_start).min().unwrap_or(u32::MAX);
    }

    /// Takes the first piece of furniture.
    fn take_furniture(&mut self) -> Option<Node<'a>> {
        let taken = self.furniture.iter_mut().min_by_key(|left| first_start(left))?.next();
        self.look_for_furniture();
        taken.map(Node::Furniture)
    }

    /// Goes down into `node`.
    fn enter(&mut self, node: Node<'a>) {
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
            let left = self.furniture.last_mut().and_then(Iterator::next);
            if left.is_none() {
                self.furniture.pop();
            }
            self.look_for_furniture();
            if left.is_some() {
                return left.map(Node::Furniture);
            }
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
            let level = self.levels.last_mut()?;
            let found = match level.first() {
                Some(node) if self.furniture_start < node.span().start => self.take_furniture(),
                Some(node) => {
                    level.advance();
                    self.enter(node);
                    Some(node)
                }
                None => self.leave(),
            };
            if let Some(node) = found {
                return Some((depth, node));
            }
        }
    }
}
