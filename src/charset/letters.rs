//! A few characters, told from nearly all others by their last two bytes.

/// Characters of three bytes that are looked for in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters {
    /// The last six bits of each.
    last: u64,
    /// The six in front of those.
    middle: u64,
}

impl Letters {
    /// The set of `letters`.
    pub(crate) const fn of(letters: &[char]) -> Self {
        Self { last: bits(letters, 0), middle: bits(letters, 6) }
    }

    /// Whether the character whose last two bytes are these may be one of them. One question, not two: what the
    /// letters of a text are is not foreseen.
    pub(crate) const fn may_be(self, middle: u8, last: u8) -> bool {
        self.last >> (last & 0x3f) & self.middle >> (middle & 0x3f) & 1 == 1
    }
}

/// A bit for each of `letters`: six bits of its number, `skip` bits from the end, tell which.
const fn bits(letters: &[char], skip: u32) -> u64 {
    match letters {
        [] => 0,
        [letter, rest @ ..] => 1 << (*letter as u32 >> skip & 0x3f) | bits(rest, skip),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_known_by_their_last_bytes() {
        let letters = ['网', '【', '›'];
        let set = Letters::of(&letters);
        let may_be = |c: char| matches!(*c.to_string().as_bytes(), [_, middle, last] if set.may_be(middle, last));
        assert!(letters.iter().all(|&c| may_be(c)));
        assert!(!['、', '的', '（', 'A'].iter().any(|&c| may_be(c)));
    }
}
