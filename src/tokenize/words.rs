//! The words of a text, found stretch by stretch.

use std::borrow::Cow;
use std::vec;

use jieba_rs::{Jieba, Token};

use super::Word;
use super::place::{Place, Places};
use crate::ast::Text;
use crate::charset::{Script, is_blank};
use crate::source::LineIndex;
use crate::span::offset;

/// Bytes of a text cut at once; longer ones are cut behind the next 。, where a word always ends.
const STRETCH: usize = 1 << 14;

/// The words of a text, in order; [`Tokenizer::words`](super::Tokenizer::words) gives them.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    jieba: &'t Jieba,
    /// The dictionary has Simplified letters only.
    script: Script,
    /// What is not cut yet.
    rest: &'t str,
    /// The words and blanks of the stretch that begins at `base`, one behind the other.
    tokens: vec::IntoIter<Token<'t>>,
    base: Place,
    /// Where the last of them ends.
    at: Place,
    places: Places<'t>,
}

impl<'t> Words<'t> {
    pub(super) fn new(jieba: &'t Jieba, text: &'t Text<'_>, index: &'t LineIndex<'_>) -> Self {
        let (tokens, places) = (vec::IntoIter::default(), Places::new(text, index));
        let script = Script::of([text.as_str()]);
        Self { jieba, script, rest: text.as_str(), tokens, base: Place::default(), at: Place::default(), places }
    }

    /// Cuts the next stretch; `None` behind the last.
    fn cut(&mut self) -> Option<()> {
        let least = self.rest.floor_char_boundary(STRETCH);
        let stop = self.rest.get(least..).and_then(|behind| behind.find('。'));
        let (stretch, rest) = match stop {
            Some(stop) => self.rest.split_at_checked(least + stop + '。'.len_utf8())?,
            None => (self.rest, ""),
        };
        self.rest = rest;
        self.base = self.at;
        self.tokens = match self.script.simplify(stretch) {
            Cow::Borrowed(stretch) => self.jieba.cut(stretch, true).into_iter(),
            Cow::Owned(simple) => {
                self.jieba.cut(&simple, true).iter().map(|token| over(token, stretch)).collect::<Vec<_>>().into_iter()
            }
        };
        (!stretch.is_empty()).then_some(())
    }
}

/// The token that stands in the same place of `stretch`, which is as long in the letters of either script.
fn over<'t>(token: &Token<'_>, stretch: &'t str) -> Token<'t> {
    let Token { start, end, byte_start, byte_end, .. } = *token;
    Token { word: stretch.get(byte_start..byte_end).unwrap_or(""), start, end, byte_start, byte_end }
}

/// Whether a token is a blank: each is a token of its own. Most tokens begin with the first byte of a 汉字.
fn is_blank_token(word: &str) -> bool {
    word.as_bytes().first().is_some_and(|lead| !matches!(lead, 0xe4..=0xee)) && word.starts_with(is_blank)
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        loop {
            let Some(token) = self.tokens.next() else {
                self.cut()?;
                continue;
            };
            let start = self.at;
            self.at = self.base.plus(Place { bytes: offset(token.byte_end), chars: offset(token.end) });
            if !is_blank_token(token.word) {
                return Some(self.places.word(token.word, start, self.at));
            }
        }
    }
}
