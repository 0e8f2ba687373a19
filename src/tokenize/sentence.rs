//! Where sentences end.

use std::iter::from_fn;

use super::Word;
use crate::charset::{is_closer, is_sentence_end};

/// The sentences of a text: each ends behind 。 ！ ？ or ；, the quotes and brackets that close there included.
///
/// ```
/// use hongtou::LineIndex;
/// use hongtou::tokenize::{Tokenizer, sentences};
///
/// let source = "他说：“马上办！”随后出发；无人缺席。";
/// let parse = hongtou::parse(source);
/// let text = parse.document.texts().next().unwrap();
/// let index = LineIndex::new(source);
/// let words: Vec<_> = Tokenizer::shared().words(text, &index).collect();
/// let ends: Vec<_> = sentences(&words).map(|words| words.last().unwrap().text).collect();
/// assert_eq!(ends, ["”", "；", "。"]);
/// ```
pub fn sentences<'w, 't>(words: &'w [Word<'t>]) -> impl Iterator<Item = &'w [Word<'t>]> {
    let mut rest = words;
    from_fn(move || {
        let stop = rest.iter().position(ends).map_or(rest.len(), |stop| stop + 1);
        let closing = rest.get(stop..)?.iter().take_while(|word| ends(word) || closes(word)).count();
        let (sentence, behind) = rest.split_at_checked(stop + closing)?;
        rest = behind;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// Whether a sentence can end with `word`.
fn ends(word: &Word<'_>) -> bool {
    word.text.starts_with(|c| is_sentence_end(c) || matches!(c, '；' | ';'))
}

/// Whether `word` still belongs to a sentence that ended.
fn closes(word: &Word<'_>) -> bool {
    word.text.starts_with(|c| is_closer(c) || matches!(c, '”' | '’'))
}
