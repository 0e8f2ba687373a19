//! Lists of words found by one of their letters: of a long list few words are compared with a text.

use crate::charset::opens_blank;

/// No list is longer.
const MOST: usize = 128;
/// Stands for no word.
const NONE: u8 = u8::MAX;

/// Words of a list by their first letter, in the order of the list.
#[derive(Debug)]
pub(crate) struct Openings(Index);

/// Words of a list by their last letter, in the order of the list.
#[derive(Debug)]
pub(crate) struct Endings(Index);

impl Openings {
    /// The index of `words`.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        Self(Index::of(words, true))
    }

    /// The words, in their order.
    pub(crate) const fn words(&self) -> &'static [&'static str] {
        self.0.words
    }

    /// The words whose first letter may be that of `text`.
    pub(crate) fn near(&self, text: &str) -> impl Iterator<Item = &'static str> {
        self.0.chain(text.chars().next()).map(|(_, word)| word)
    }

    /// The words that may open `text`, blanks between their letters: two letters of both agree.
    pub(crate) fn alike(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let (first, second) = (letter_at(text, 0), letter_at(text, 3));
        let parted = text.as_bytes().get(3..).is_some_and(opens_blank);
        self.near(text).filter(move |word| match word.as_bytes() {
            // The second letter of a 汉字 word.
            [0xe0..0xf0, _, _, 0xe0..0xf0, ..] => {
                letter_at(word, 0) == first && (parted || letter_at(word, 3) == second)
            }
            [0xe0..0xf0, ..] => letter_at(word, 0) == first,
            _ => true,
        })
    }

    /// Whether `letter` may be the first of a word; it is the first of none where not.
    pub(crate) fn may_open(&self, letter: char) -> bool {
        self.0.head(letter) != NONE
    }

    /// Whether `text` opens with one of the words.
    pub(crate) fn open(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|letter| self.open_with(letter, text))
    }

    /// The same where the first letter of `text` is known.
    fn open_with(&self, letter: char, text: &str) -> bool {
        let second = second_letter(text);
        let mut near = self.0.chain(Some(letter));
        near.any(|(_, word)| may_be_same(second_letter(word), second) && text.starts_with(word))
    }

    /// Whether `text` has one of the words at byte `at`, where `letter` stands.
    pub(crate) fn stand_at(&self, text: &str, at: usize, letter: char) -> bool {
        self.may_open(letter) && text.get(at..).is_some_and(|tail| self.open_with(letter, tail))
    }

    /// Whether one of the words stands in `text`.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, letter)| self.stand_at(text, at, letter))
    }

    /// What is left of `text` where one of the words may stand: at each letter that may be a first one.
    pub(crate) fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        text.char_indices().filter(|&(_, c)| self.may_open(c)).filter_map(|(at, _)| text.get(at..))
    }
}

impl Endings {
    /// The index of `words`.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        Self(Index::of(words, false))
    }

    /// The first of the words that ends `text`, and its place in the list.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        let second = second_last_letter(text);
        let mut near = self.0.chain(text.chars().next_back());
        near.find(|(_, word)| may_be_same(second_last_letter(word), second) && text.ends_with(word))
    }

    /// Whether `letter` may be the last of a word; it is the last of none where not.
    pub(crate) fn may_end(&self, letter: char) -> bool {
        self.0.head(letter) != NONE
    }

    /// Whether one of the words ends `text`.
    pub(crate) fn end(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

/// A chain of words for each key; the key of a letter is the lowest byte of its number.
#[derive(Debug)]
struct Index {
    words: &'static [&'static str],
    /// For each key the first word.
    heads: [u8; 256],
    /// For each word the next with its key.
    next: [u8; MOST],
}

impl Index {
    const fn of(words: &'static [&'static str], by_first: bool) -> Self {
        assert!(words.len() <= MOST, "a list is too long for its index");
        let (mut heads, mut next) = ([NONE; 256], [NONE; MOST]);
        let mut rest = words;
        while let [front @ .., word] = rest {
            let letter = if by_first { first_letter(word.as_bytes()) } else { word.as_bytes() };
            // Words are taken from the last to the first; each goes to the front of its chain.
            if let Some((_, [head, ..])) = heads.split_at_mut_checked(key_of_last(letter) as usize)
                && let Some((_, [behind, ..])) = next.split_at_mut_checked(front.len())
            {
                *behind = *head;
                [*head, ..] = front.len().to_le_bytes();
            }
            rest = front;
        }
        Self { words, heads, next }
    }

    /// The first word in the chain of `letter`.
    fn head(&self, letter: char) -> u8 {
        let [key, ..] = u32::from(letter).to_le_bytes();
        self.heads.get(usize::from(key)).copied().unwrap_or(NONE)
    }

    /// The words in the chain of `letter`, each with its place in the list.
    fn chain(&self, letter: Option<char>) -> impl Iterator<Item = (usize, &'static str)> {
        let mut at = letter.map_or(NONE, |letter| self.head(letter));
        std::iter::from_fn(move || {
            let place = usize::from(at);
            let word = self.words.get(place)?;
            at = self.next.get(place).copied().unwrap_or(NONE);
            Some((place, *word))
        })
    }
}

/// The bytes of the 汉字 at byte `at` of `text`.
fn letter_at(text: &str, at: usize) -> Option<[u8; 3]> {
    text.as_bytes().get(at..).and_then(<[u8]>::first_chunk).copied()
}

/// The last byte of the second 汉字 of `text`, by which most words with the same first differ.
fn second_letter(text: &str) -> Option<u8> {
    text.as_bytes().get(5).copied()
}

/// The last byte of the 汉字 in front of the last of `text`.
fn second_last_letter(text: &str) -> Option<u8> {
    let at = text.len().checked_sub(4)?;
    text.as_bytes().get(at).copied()
}

/// Whether a text with the byte `text` may open or end with a word with the byte `word` at that place, or with none.
fn may_be_same(word: Option<u8>, text: Option<u8>) -> bool {
    word.is_none() || word == text
}

/// The bytes of the first letter of a word.
const fn first_letter(word: &[u8]) -> &[u8] {
    let len = match word {
        [0xf0..=0xff, ..] => 4,
        [0xe0..=0xef, ..] => 3,
        [0xc0..=0xdf, ..] => 2,
        _ => 1,
    };
    word.split_at(len).0
}

/// The lowest byte of the number of the last letter of a word: UTF-8 keeps six bits of it in each byte.
const fn key_of_last(word: &[u8]) -> u8 {
    match word {
        [.., before, last @ 0x80..=0xff] => (*before << 6) | (*last & 0x3f),
        [.., last] => *last,
        [] => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &["人民政府", "政府", "府", "A+", "A", "©", "一览表", "表", "𠀀政", "政"];

    /// A character of every kind of key, between letters of words.
    fn texts() -> Vec<String> {
        let letters = ['人', '民', '政', '府', 'A', '+', '©', '一', '览', '表', '𠀀', '￿', '\u{100}', '\u{7ff}', ' '];
        let pairs = letters.iter().flat_map(|a| letters.iter().map(move |b| format!("{a}{b}")));
        let pairs: Vec<String> = pairs.collect();
        let around = WORDS.iter().flat_map(|word| pairs.iter().map(move |pair| format!("{pair}{word}{pair}")));
        WORDS.iter().map(ToString::to_string).chain(pairs.clone()).chain(around).chain([String::new()]).collect()
    }

    #[test]
    fn words_are_found_as_by_asking_one_after_the_other() {
        let (openings, endings) = (Openings::of(WORDS), Endings::of(WORDS));
        for text in texts() {
            let (opens, ends) =
                (WORDS.iter().find(|w| text.starts_with(*w)), WORDS.iter().position(|w| text.ends_with(w)));
            assert_eq!(openings.near(&text).find(|word| text.starts_with(word)), opens.copied(), "{text}");
            assert_eq!(endings.find(&text).map(|(place, _)| place), ends, "{text}");
            assert_eq!(openings.stand_in(&text), WORDS.iter().any(|word| text.contains(word)), "{text}");
        }
    }

    #[test]
    fn every_key_is_that_of_its_letter() {
        for letter in ('\0'..=char::MAX).step_by(7) {
            let word = letter.to_string();
            assert_eq!(u32::from(key_of_last(word.as_bytes())), u32::from(letter) & 0xff, "{word}");
            assert_eq!(first_letter(format!("{word}甲").as_bytes()), word.as_bytes());
        }
    }
}
