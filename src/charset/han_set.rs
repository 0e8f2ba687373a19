//! Some 汉字, told from all others by one bit.

/// The first of the 汉字, 一, and the last.
pub(super) const FIRST: char = '\u{4e00}';
pub(super) const LAST: char = '\u{9fff}';

/// Words of 64 bits that have one for each 汉字.
const WORDS: usize = (LAST as usize - FIRST as usize) / 64 + 1;

/// A set of 汉字.
#[derive(Debug)]
pub(crate) struct HanSet([u64; WORDS]);

impl HanSet {
    /// The set of `letters`. Others than 汉字 are left out.
    pub(crate) const fn of(mut letters: &[char]) -> Self {
        let mut words = [0; WORDS];
        while let [letter, rest @ ..] = letters {
            let place = (*letter as usize).wrapping_sub(FIRST as usize);
            if place / 64 < WORDS
                && let Some((_, [word, ..])) = words.split_at_mut_checked(place / 64)
            {
                *word |= 1 << (place % 64);
            }
            letters = rest;
        }
        Self(words)
    }

    /// Whether `c` is one of them.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.holds(c as usize)
    }

    /// Whether the 汉字 whose three bytes these are is one of them.
    #[inline]
    pub(crate) fn has_bytes(&self, [first, middle, last]: [u8; 3]) -> bool {
        let six = |byte: u8| usize::from(byte & 0x3f);
        self.holds(usize::from(first & 0xf) << 12 | six(middle) << 6 | six(last))
    }

    #[inline]
    fn holds(&self, code: usize) -> bool {
        let place = code.wrapping_sub(FIRST as usize);
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_letters_and_no_others() {
        let letters = [FIRST, '三', '龄', LAST];
        let set = HanSet::of(&letters);
        for c in '\0'..=char::MAX {
            assert_eq!(set.has(c), letters.contains(&c), "{c}");
            let bytes = c.to_string().as_bytes().first_chunk().is_some_and(|&bytes| set.has_bytes(bytes));
            assert!(c.len_utf8() != 3 || bytes == letters.contains(&c), "{c}");
        }
    }
}
