//! Words and graphemes stand where they say.

#![cfg(feature = "tokenize")]
#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use std::fs;
use std::path::Path;

use hongtou::ast::Text;
use hongtou::tokenize::{DictionaryError, Tokenizer, Word, graphemes, sentences};
use hongtou::{LineIndex, Span, parse};
use proptest::prelude::*;

/// A letter with furniture and wrapped lines.
const LETTER: &str = include_str!("support/letter.txt");

/// What is blank, to the words.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// The characters that are not blank.
fn solid(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}

/// Looks at the words of one text.
fn check(source: &str, text: &Text<'_>, words: &[Word<'_>]) {
    let chars: Vec<char> = source.chars().collect();
    let slice = |span: Span| chars.get(span.start as usize..span.end as usize).unwrap().iter().collect::<String>();
    let own: Vec<char> = text.chars().collect();
    let said: String = words.iter().map(|word| word.text).collect();
    assert_eq!(solid(&said), solid(text), "every character that is not blank is in a word, in order");
    for word in words {
        assert!(!word.text.chars().all(is_blank), "{word:?}");
        assert_eq!(word.at.of(text), word.text);
        let at = word.char_at.start as usize..word.char_at.end as usize;
        assert_eq!(own.get(at).unwrap().iter().collect::<String>(), word.text);
        assert_eq!(word.span, text.source_span(word.at.start as usize, word.at.end as usize));
        assert_eq!(slice(word.char_span), word.span.of(source), "{word:?}");
        let torn = text.pieces().iter().any(|piece| piece.at > word.at.start && piece.at < word.at.end);
        if torn {
            assert!(word.span.of(source).chars().next() == word.text.chars().next(), "{word:?}");
            assert!(word.span.of(source).chars().next_back() == word.text.chars().next_back(), "{word:?}");
        } else {
            assert_eq!(word.span.of(source), word.text);
        }
    }
    assert!(words.is_sorted_by(|a, b| a.at.end <= b.at.start && a.char_at.end <= b.char_at.start));
}

/// Looks at all words and graphemes of a source, and counts the words.
fn check_all(source: &str) -> usize {
    let parse = parse(source);
    let index = LineIndex::new(source);
    let mut count = 0;
    for text in parse.document.texts() {
        let words: Vec<_> = Tokenizer::shared().words(text, &index).collect();
        check(source, text, &words);
        check(source, text, &graphemes(text, &index).collect::<Vec<_>>());
        let parts: Vec<_> = sentences(&words).collect();
        assert!(parts.iter().all(|part| !part.is_empty()));
        assert_eq!(parts.concat(), words, "every word is in a sentence");
        count += words.len();
    }
    count
}

#[test]
fn a_letter() {
    assert!(check_all(LETTER) > 100);
    check_all(&LETTER.replace('\n', "\r\n"));
}

#[test]
fn the_corpus() {
    // A packaged crate has no corpus.
    let Ok(files) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) else { return };
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    for path in paths {
        check_all(&fs::read_to_string(path).unwrap());
    }
}

/// The words of the first text of `source`.
fn words(tokenizer: &Tokenizer, source: &str) -> Vec<String> {
    let parse = parse(source);
    let index = LineIndex::new(source);
    let text = parse.document.texts().next().unwrap();
    tokenizer.words(text, &index).map(|word| word.text.to_owned()).collect()
}

#[test]
fn a_dictionary_changes_where_words_end() {
    let source = "推进青泉河滩区整治。";
    let plain = words(Tokenizer::shared(), source);
    assert!(!plain.contains(&"青泉河滩区".to_owned()), "{plain:?}");
    for dictionary in ["青泉河滩区", "\u{feff}青泉河滩区 99\r\n", "\n青泉河滩区 ns\n值守 3 v\n"] {
        let own = Tokenizer::with_dictionary(dictionary.as_bytes()).unwrap();
        assert_eq!(words(&own, source), ["推进", "青泉河滩区", "整治", "。"], "{dictionary:?}");
    }
    assert_eq!(words(Tokenizer::shared(), source), plain, "the shared one is as it was");
}

#[test]
fn traditional_letters_are_cut_as_simplified_ones() {
    let (simplified, traditional) = ("为了规范处理经营业务，发展兰台区。", "為了規範處理經營業務，發展蘭台區。");
    let own = Tokenizer::with_dictionary("蘭台区\n".as_bytes()).unwrap();
    let lengths = |words: &[String]| words.iter().map(|word| word.chars().count()).collect::<Vec<_>>();
    let cut = words(Tokenizer::shared(), traditional);
    assert_eq!(cut.concat(), traditional, "in the letters of the text");
    assert_eq!(lengths(&cut), lengths(&words(Tokenizer::shared(), simplified)));
    assert!(cut.contains(&"規範".to_owned()) && cut.contains(&"經營".to_owned()), "{cut:?}");
    assert_eq!(words(&own, traditional).iter().rev().nth(1).map(String::as_str), Some("蘭台區"));
    check_all(traditional);
}

#[test]
fn a_bad_dictionary_is_told_by_its_line() {
    let fault = |dictionary: &[u8]| Tokenizer::with_dictionary(dictionary).unwrap_err();
    assert_eq!(
        fault("值守\n防汛 多\n".as_bytes()).to_string(),
        "line 2: found \"防汛 多\", expected WORD, WORD COUNT or WORD COUNT TAG"
    );
    assert!(matches!(fault("防汛 3 v 4".as_bytes()), DictionaryError::Entry { line: 1, .. }));
    assert!(matches!(fault("防汛 99999999999".as_bytes()), DictionaryError::Entry { line: 1, .. }));
    assert!(matches!(fault(b"a\nb\n\xff\xfe\n"), DictionaryError::Io { line: 3, .. }));
}

#[test]
fn a_long_text_has_the_words_of_its_parts() {
    let sentence = "全市各级要加强值班值守，严防ＡＢ类风险。";
    let source = sentence.repeat(3000);
    let one = words(Tokenizer::shared(), sentence);
    assert_eq!(words(Tokenizer::shared(), &source), vec![one; 3000].concat());
    assert_eq!(check_all(&source) % 3000, 0);
}

#[test]
fn quotes_belong_to_the_sentence_they_close() {
    let source = "他说：“好！”；（略。）下一句？！末";
    let parse = parse(source);
    let index = LineIndex::new(source);
    let text = parse.document.texts().next().unwrap();
    let words: Vec<_> = graphemes(text, &index).collect();
    let parts: Vec<String> = sentences(&words).map(|part| part.iter().map(|word| word.text).collect()).collect();
    assert_eq!(parts, ["他说：“好！”；", "（略。）", "下一句？！", "末"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text(text in "([一第（）1.云岭市人民政府aB9 ·“”。；,\u{3000}\u{200b}\u{301}é𠮷👨\u{200d}👩]|[\n\r\u{b}\u{85}\u{2028}]){0,120}") {
        check_all(&text);
    }
}
