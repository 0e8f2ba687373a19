//! Words and graphemes of a text, each with its place in the source.
//!
//! ```
//! use hongtou::LineIndex;
//! use hongtou::tokenize::Tokenizer;
//!
//! let source = "云岭市人民政府关于做好防\n汛工作的通知\n\n各地要落实责任。\n";
//! let parse = hongtou::parse(source);
//! let (tokenizer, index) = (Tokenizer::shared(), LineIndex::new(source));
//! let title = parse.document.title.as_ref().unwrap();
//! let words: Vec<_> = tokenizer.words(&title.text, &index).collect();
//!
//! let shown: Vec<_> = words.iter().map(|word| word.text).collect();
//! assert_eq!(shown, ["云岭", "市", "人民政府", "关于", "做好", "防汛", "工作", "的", "通知"]);
//! // A word torn by a line end is one word; its span has both halves.
//! assert_eq!(words[5].span.of(source), "防\n汛");
//! assert_eq!((words[5].char_span.start, words[5].char_span.end), (11, 14));
//! assert_eq!((words[5].char_at.start, words[5].char_at.end), (11, 13));
//! ```
//!
//! Words are found by [jieba-rs](https://docs.rs/jieba-rs). Its dictionary is loaded when words are first asked for,
//! once a process: about 0.2 s and 30 MB. Blanks are no words; every other character is in exactly one. Texts in
//! Traditional script are cut as their Simplified letters would be.

mod dictionary;
mod graphemes;
mod place;
mod sentence;
mod words;

use std::io::BufRead;
use std::sync::OnceLock;

use jieba_rs::Jieba;

pub use dictionary::DictionaryError;
pub use graphemes::{Graphemes, graphemes};
pub use sentence::sentences;
pub use words::Words;

use crate::ast::Text;
use crate::source::LineIndex;
use crate::span::Span;

/// A word or a grapheme, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word<'t> {
    /// What it says; where it was torn by a line end, the halves put together.
    pub text: &'t str,
    /// Its bytes in the source. Where it was torn, what stands between the halves is in it.
    pub span: Span,
    /// Its characters (code points) in the source, counted from 0.
    pub char_span: Span,
    /// Its bytes in the text it is a word of.
    pub at: Span,
    /// Its characters in the text it is a word of.
    pub char_at: Span,
}

/// Finds the words of texts. Threads can share one.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    jieba: Jieba,
}

impl Tokenizer {
    /// The tokenizer of the process, its dictionary loaded by whoever asks first.
    #[must_use]
    pub fn shared() -> &'static Self {
        Self::slot().get_or_init(|| Self { jieba: Jieba::new() })
    }

    /// A tokenizer that knows the words in `reader` too.
    ///
    /// Each line has a word and, if wanted, how often it occurs and its part of speech, parted by blanks:
    /// `蓝绿空间 20 n`. Without a number it is as frequent as makes it one word where it could be split. Words are of
    /// 汉字, ASCII letters and digits and `+#&._%-`; what has other characters in it is never found.
    ///
    /// # Errors
    ///
    /// Where `reader` can't be read, is no UTF-8, or a line has something else behind its word.
    ///
    /// ```
    /// use hongtou::LineIndex;
    /// use hongtou::tokenize::Tokenizer;
    ///
    /// let source = "统筹蓝绿空间。";
    /// let parse = hongtou::parse(source);
    /// let text = parse.document.texts().next().unwrap();
    /// let tokenizer = Tokenizer::with_dictionary("蓝绿空间\n".as_bytes())?;
    /// let index = LineIndex::new(source);
    /// let words: Vec<_> = tokenizer.words(text, &index).map(|word| word.text).collect();
    /// assert_eq!(words, ["统筹", "蓝绿空间", "。"]);
    /// # Ok::<(), hongtou::tokenize::DictionaryError>(())
    /// ```
    pub fn with_dictionary(reader: impl BufRead) -> Result<Self, DictionaryError> {
        let mut jieba = Self::slot().get().map_or_else(Jieba::new, |shared| shared.jieba.clone());
        dictionary::add(reader, &mut jieba)?;
        Ok(Self { jieba })
    }

    /// The words of `text`, in order. `index` is that of the source it was read from.
    #[must_use]
    pub fn words<'t>(&'t self, text: &'t Text<'_>, index: &'t LineIndex<'_>) -> Words<'t> {
        Words::new(&self.jieba, text, index)
    }

    fn slot() -> &'static OnceLock<Self> {
        static SHARED: OnceLock<Tokenizer> = OnceLock::new();
        &SHARED
    }
}
