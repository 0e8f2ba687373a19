//! Tokens as CoNLL-U: <https://universaldependencies.org/format.html>.

use std::fmt::Write;

use hongtou::tokenize::{Word, sentences};

use super::cut::{Piece, lines};

/// Writes the sentences of each line of elements, a block each; tells how many.
pub(super) fn write(id: &str, pieces: &[Piece<'_>], into: &mut Vec<u8>) -> u64 {
    let mut out = Sentences { id: escaped(id), text: String::new(), count: 0 };
    for line in lines(pieces) {
        let words: Vec<_> = line.iter().flat_map(|piece| piece.cut.tokens.iter().copied()).collect();
        let mut blanks = blanks(line).into_iter();
        let mut paragraph = line.first();
        for sentence in sentences(&words) {
            out.comments(id, paragraph.take());
            out.words(sentence, blanks.by_ref().take(sentence.len()).collect());
        }
    }
    into.extend_from_slice(out.text.as_bytes());
    out.count
}

/// For each word of a line whether a blank stands behind it: in front of the next one, or at the end.
fn blanks(line: &[Piece<'_>]) -> Vec<bool> {
    let mut blanks = Vec::new();
    let mut end = 0;
    for (at, piece) in line.iter().enumerate() {
        for (word_at, word) in piece.cut.tokens.iter().enumerate() {
            let blank = if word_at == 0 { at > 0 && !piece.touches() } else { word.at.start > end };
            blanks.push(blank);
            end = word.at.end;
        }
    }
    blanks.push(true);
    blanks.split_off(1)
}

/// The sentences of a text.
struct Sentences {
    /// The name of the text, as part of the names of its sentences.
    id: String,
    text: String,
    count: u64,
}

impl Sentences {
    /// What stands over a sentence. The first of a `paragraph` says where it is.
    fn comments(&mut self, id: &str, paragraph: Option<&Piece<'_>>) {
        if self.count == 0 {
            self.comment("newdoc id", id);
        }
        if let Some(first) = paragraph {
            let path = first.found.path();
            self.comment("newpar", "");
            self.comment("type", first.found.node.name());
            if !path.is_empty() {
                self.comment("path", &path);
            }
        }
        self.count += 1;
        let name = format!("{}-s{}", self.id, self.count);
        self.comment("sent_id", &name);
    }

    fn comment(&mut self, name: &str, value: &str) {
        let value = value.replace(char::is_control, " ");
        let equals = if value.is_empty() { "" } else { " = " };
        self.text.extend(["# ", name, equals, &value, "\n"]);
    }

    /// The text of a sentence and its words, each with whether a blank stands behind it.
    fn words(&mut self, words: &[Word<'_>], blanks: Vec<bool>) {
        let forms: Vec<_> = words.iter().map(|word| form(word.text)).collect();
        let spaced = forms.iter().zip(&blanks).map(|(form, blank)| form.clone() + if *blank { " " } else { "" });
        self.comment("text", spaced.collect::<String>().trim_end());
        for (at, ((word, form), blank)) in words.iter().zip(&forms).zip(blanks).enumerate() {
            let space = if blank { "" } else { "SpaceAfter=No|" };
            let (chars, bytes) = (word.char_span, word.span);
            // Writing to a string can't fail.
            let _ = writeln!(
                self.text,
                "{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{space}TokenRange={}:{}|ByteRange={}:{}",
                at + 1,
                chars.start,
                chars.end,
                bytes.start,
                bytes.end
            );
        }
        self.text.push('\n');
    }
}

/// A word as CoNLL-U can have it: no blanks.
fn form(word: &str) -> String {
    word.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// A name that can be part of another: no blanks, no slashes.
fn escaped(id: &str) -> String {
    let mut name = String::new();
    for c in id.chars() {
        if c == '/' || c == '%' || c.is_whitespace() || c.is_control() {
            let _ = write!(name, "%{:02X}", c as u32);
        } else {
            name.push(c);
        }
    }
    name
}
