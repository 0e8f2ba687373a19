//! The words a user adds.

use std::io::{self, BufRead};

use jieba_rs::Jieba;

use crate::charset::simplify;

/// Why a dictionary can't be read.
#[derive(Debug, thiserror::Error)]
pub enum DictionaryError {
    /// It can't be read, or is no UTF-8.
    #[error("line {line}: {error}")]
    Io {
        /// The line, from 1.
        line: usize,
        /// What the system says.
        error: io::Error,
    },
    /// A line is no word, number and part of speech.
    #[error("line {line}: found {found:?}, expected WORD, WORD COUNT or WORD COUNT TAG")]
    Entry {
        /// The line, from 1.
        line: usize,
        /// What stands in it.
        found: String,
    },
}

/// Adds the words of `reader` to those of `jieba`, in Simplified letters too: those of texts in Traditional
/// script are looked up so.
pub(super) fn add(reader: impl BufRead, jieba: &mut Jieba) -> Result<(), DictionaryError> {
    for (at, text) in reader.lines().enumerate() {
        let line = at + 1;
        let text = text.map_err(|error| DictionaryError::Io { line, error })?;
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.is_empty() {
            let (word, count, tag) =
                entry(text).ok_or_else(|| DictionaryError::Entry { line, found: text.to_owned() })?;
            let simple = simplify(word);
            jieba.add_word(&simple, count, tag);
            if simple != word {
                // Where a text is in Simplified letters but for this word.
                jieba.add_word(word, count, tag);
            }
        }
    }
    Ok(())
}

/// A word, how often it occurs, its part of speech.
type Entry<'a> = (&'a str, Option<usize>, Option<&'a str>);

/// The entry that `line` is.
fn entry(line: &str) -> Option<Entry<'_>> {
    let mut fields = line.split_whitespace();
    let (word, second, third) = (fields.next()?, fields.next(), fields.next());
    // The counts of all words are added up: they have to be small.
    let count = second.and_then(|count| count.parse::<u32>().ok()).map(|count| count as usize);
    let tag = if count.is_some() { third } else { second };
    let is_tag = tag.is_none_or(|tag| tag.chars().all(|c| c.is_ascii_alphabetic()));
    let whole = is_tag && fields.next().is_none() && (count.is_some() || third.is_none());
    whole.then_some((word, count, tag))
}
