//! Tokens as text: parted by blanks, one paragraph a line.

use super::cut::{Piece, lines};

/// Writes a line for each line of elements: a number, its heading and what runs in are one. Tells how many.
pub(super) fn write(_: &str, pieces: &[Piece<'_>], into: &mut Vec<u8>) -> u64 {
    let mut count = 0;
    for line in lines(pieces) {
        for (at, word) in line.iter().flat_map(|piece| &piece.cut.tokens).enumerate() {
            if at > 0 {
                into.push(b' ');
            }
            into.extend_from_slice(word.text.as_bytes());
        }
        into.push(b'\n');
        count += 1;
    }
    count
}
