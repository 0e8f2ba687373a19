//! What stands in a numbered unit.

use std::ops::{Deref, DerefMut};
use std::{mem, slice, vec};

use serde::{Deserialize, Serialize, Serializer};

use super::Block;

/// The blocks in a numbered unit, as a slice.
// Most items hold their own text and nothing else, so that one block needs no place on the heap.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "Vec<Block<'src>>"))]
#[serde(from = "Vec<Block<'src>>")]
pub struct Contents<'src>(Inner<'src>);

/// So many blocks are copied, so that the room they pended in is kept for others.
const FEW: usize = 64;

/// One block is never among the [`Many`](Inner::Many).
#[derive(Debug, Clone, PartialEq, Eq)]
enum Inner<'src> {
    One([Block<'src>; 1]),
    Many(Vec<Block<'src>>),
}

impl<'src> Contents<'src> {
    /// `block` and nothing else.
    pub(crate) const fn one(block: Block<'src>) -> Self {
        Self(Inner::One([block]))
    }

    /// Adds, to one block or none, those of `pending` from the one at `first` on, taken off it.
    #[inline]
    pub(crate) fn take_from(&mut self, pending: &mut Vec<Block<'src>>, first: usize) {
        if pending.len() > first {
            self.take_some_from(pending, first);
        }
    }

    fn take_some_from(&mut self, pending: &mut Vec<Block<'src>>, first: usize) {
        if let Inner::One([own]) = mem::take(self).0 {
            pending.insert(first, own);
        } else if pending.len() == first + 1 {
            return self.0 = pending.pop().map_or_else(|| Inner::Many(Vec::new()), |block| Inner::One([block]));
        }
        self.0 = Inner::Many(if first > 0 || pending.len() <= FEW {
            pending.split_off(first)
        } else {
            // All of them, and many: they stay where they are.
            let mut blocks = mem::take(pending);
            blocks.shrink_to_fit();
            blocks
        });
    }
}

impl Default for Contents<'_> {
    fn default() -> Self {
        Self(Inner::Many(Vec::new()))
    }
}

impl<'src> FromIterator<Block<'src>> for Contents<'src> {
    fn from_iter<I: IntoIterator<Item = Block<'src>>>(blocks: I) -> Self {
        let mut blocks = blocks.into_iter();
        Self(match (blocks.next(), blocks.next()) {
            (Some(only), None) => Inner::One([only]),
            (first, second) => Inner::Many(first.into_iter().chain(second).chain(blocks).collect()),
        })
    }
}

impl<'src> From<Vec<Block<'src>>> for Contents<'src> {
    fn from(blocks: Vec<Block<'src>>) -> Self {
        if blocks.len() == 1 { blocks.into_iter().collect() } else { Self(Inner::Many(blocks)) }
    }
}

impl<'src> From<Contents<'src>> for Vec<Block<'src>> {
    fn from(contents: Contents<'src>) -> Self {
        match contents.0 {
            Inner::One(only) => only.into(),
            Inner::Many(blocks) => blocks,
        }
    }
}

impl<'src> Deref for Contents<'src> {
    type Target = [Block<'src>];

    fn deref(&self) -> &Self::Target {
        match &self.0 {
            Inner::One(only) => only,
            Inner::Many(blocks) => blocks,
        }
    }
}

impl DerefMut for Contents<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        match &mut self.0 {
            Inner::One(only) => only,
            Inner::Many(blocks) => blocks,
        }
    }
}

impl<'src> IntoIterator for Contents<'src> {
    type Item = Block<'src>;
    type IntoIter = vec::IntoIter<Block<'src>>;

    fn into_iter(self) -> Self::IntoIter {
        Vec::from(self).into_iter()
    }
}

impl<'a, 'src> IntoIterator for &'a Contents<'src> {
    type Item = &'a Block<'src>;
    type IntoIter = slice::Iter<'a, Block<'src>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for Contents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast::Table;
    use crate::span::Span;

    #[test]
    fn contents_are_their_blocks_however_many() {
        let block = Block::Table(Table { span: Span::new(0, 9), rows: Vec::new() });
        for count in 0..4 {
            let blocks = vec![block.clone(); count];
            let contents: Contents<'_> = blocks.iter().cloned().collect();
            assert_eq!(&*contents, blocks.as_slice());
            assert_eq!(contents, Contents::from(blocks.clone()));
            assert_eq!(Vec::from(contents), blocks);
        }
    }
}
