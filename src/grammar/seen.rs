//! What was read so far, for questions asked at every line: no answer looks through all blocks.

use crate::ast::{FlatBlock, MarkerStyle, Role};

/// Where blocks of some kinds stand last, counted from 1, and first.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    /// The last block of a 正文.
    body: usize,
    /// The last block that menus of web pages do not have.
    element: usize,
    /// The first block that is not furniture.
    first: Option<usize>,
}

impl Seen {
    /// What is seen in `blocks`.
    pub(crate) fn of(blocks: &[FlatBlock]) -> Self {
        let mut seen = Self::default();
        for (at, block) in blocks.iter().enumerate() {
            seen.add(at, block.role, block.style);
        }
        seen
    }

    /// Takes note of the block at place `at`.
    pub(crate) fn add(&mut self, at: usize, role: Role, style: Option<MarkerStyle>) {
        match role {
            Role::Furniture => return,
            Role::Paragraph | Role::Numbered | Role::Enumeration | Role::Heading | Role::Table => self.body = at + 1,
            Role::Date | Role::Addressee | Role::DocNumber | Role::Signature => self.element = at + 1,
            _ => {}
        }
        if style.is_some_and(|style| style <= MarkerStyle::Han) {
            self.element = at + 1;
        }
        self.first = self.first.or(Some(at));
    }

    /// Whether a block of the 正文 was read, of the document whose first block is `document`.
    pub(crate) const fn has_body(&self, document: usize) -> bool {
        self.body > document
    }

    /// Whether an element of that document was read that menus do not have.
    pub(crate) const fn has_element(&self, document: usize) -> bool {
        self.element > document
    }

    /// Whether nothing but furniture stands in front of that document.
    pub(crate) fn is_first(&self, document: usize) -> bool {
        self.first.is_none_or(|first| first >= document)
    }
}
