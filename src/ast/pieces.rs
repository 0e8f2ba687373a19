//! The stretches of a joined text.

use super::Piece;

/// So many stretches lie in the text's own box, not on a place of their own: most paragraphs have no more lines.
const FEW: usize = 4;

/// Stretches in order.
#[derive(Debug, Clone)]
pub(super) struct Pieces(Inner);

#[derive(Debug, Clone)]
enum Inner {
    Few { len: u8, pieces: [Piece; FEW] },
    Many(Vec<Piece>),
}

impl Pieces {
    /// No stretches.
    pub(super) const NONE: Self = Self(Inner::Few { len: 0, pieces: [Piece { at: 0, source: 0 }; FEW] });

    /// Adds the next stretch.
    #[inline]
    pub(super) fn push(&mut self, piece: Piece) {
        if let Inner::Few { len, pieces } = &mut self.0
            && let Some(slot) = pieces.get_mut(usize::from(*len))
        {
            (*slot, *len) = (piece, *len + 1);
        } else {
            self.push_to_many(piece);
        }
    }

    #[inline(never)]
    fn push_to_many(&mut self, piece: Piece) {
        match &mut self.0 {
            Inner::Few { pieces, .. } => {
                let mut many = Vec::with_capacity(2 * FEW);
                many.extend(pieces.iter().copied().chain([piece]));
                self.0 = Inner::Many(many);
            }
            Inner::Many(pieces) => pieces.push(piece),
        }
    }

    pub(super) fn as_slice(&self) -> &[Piece] {
        match &self.0 {
            Inner::Few { len, pieces } => pieces.get(..usize::from(*len)).unwrap_or_default(),
            Inner::Many(pieces) => pieces,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }
}

impl FromIterator<Piece> for Pieces {
    fn from_iter<I: IntoIterator<Item = Piece>>(pieces: I) -> Self {
        let mut own = Self::NONE;
        pieces.into_iter().for_each(|piece| own.push(piece));
        own
    }
}

impl From<Vec<Piece>> for Pieces {
    fn from(pieces: Vec<Piece>) -> Self {
        if pieces.len() > FEW { Self(Inner::Many(pieces)) } else { pieces.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_kept_in_order() {
        for count in 0..20 {
            let all: Vec<_> = (0..count).map(|n| Piece { at: n, source: 2 * n }).collect();
            assert_eq!(all.iter().copied().collect::<Pieces>().as_slice(), all);
            assert_eq!(Pieces::from(all.clone()).as_slice(), all);
        }
    }
}
