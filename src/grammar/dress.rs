//! Marks of Markdown round the words of a line: `# 通知`, `## 一、总则`, `**第一条** 为了…`, `1. **值守**：…`.
//!
//! They are no words of the document. A text that has them is read from a copy with blanks in their places, byte for
//! byte as long; marks inside a sentence stay.

use std::ops::Range;

use memchr::memchr_iter;

use crate::charset::{is_blank, trim, trim_start};
use crate::lexis::marker;

/// A label is no longer, in bytes, its colon left out: `主送机关`.
const LABEL: usize = 15;

/// `text` with blanks in the places of the marks round its lines.
pub(crate) fn undress(text: &str) -> String {
    let mut plain = text.as_bytes().to_vec();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for marks in dress(line).into_iter().flatten() {
            if let Some(marks) = plain.get_mut(start + marks.start..start + marks.end) {
                marks.fill(b' ');
            }
        }
        start += line.len();
    }
    // A mark behind \ is a letter: `1\. 加强值守`. One of a bar parts no cells.
    for at in memchr_iter(b'\\', text.as_bytes()) {
        let letter = text.as_bytes().get(at + 1).is_some_and(|&byte| byte.is_ascii_punctuation() && byte != b'|');
        plain.get_mut(at).into_iter().filter(|_| letter).for_each(|mark| *mark = b' ');
    }
    String::from_utf8(plain).unwrap_or_else(|_| text.to_owned())
}

/// Where in `line` its marks stand: those of a heading, and those that open and close bold letters.
fn dress(line: &str) -> [Option<Range<usize>>; 3] {
    let place = |rest: &str, len: usize| Some(line.len() - rest.len()..line.len() - rest.len() + len);
    let front = trim_start(line);
    let behind = trim_start(front.trim_start_matches(['#', ' ']));
    let hashes = front.len() - behind.len();
    // `#1楼` is one of several houses.
    let heading = front.starts_with('#') && !behind.starts_with(|c: char| c.is_ascii_alphanumeric() && hashes < 2);
    if heading && behind.is_empty() {
        return [None, None, None];
    }
    let words = if heading { behind } else { front };
    let hashes = place(front, hashes).filter(|_| heading);
    let marker = marker::recognise(words).map_or(0, |mark| usize::from(mark.len));
    let letters = trim_start(words.get(marker..).unwrap_or(""));
    match bold(letters, marker > 0) {
        Some((stars, closing)) => [hashes, place(letters, stars), place(closing, stars)],
        None => [hashes, None, None],
    }
}

/// Bold letters that `text` opens with, and that are a unit's marker, its heading, a label or all of the line: how many
/// stars open them, and what follows from the closing ones on.
fn bold(text: &str, numbered: bool) -> Option<(usize, &str)> {
    let stars = text.len() - text.trim_start_matches('*').len();
    let letters = text.get(stars..).filter(|_| matches!(stars, 2 | 3))?;
    let (letters, closing) = letters.split_at_checked(letters.find("**")?)?;
    let behind = closing.get(stars..).filter(|_| closing.starts_with(text.get(..stars).unwrap_or("")))?;
    let mark = marker::recognise(letters);
    let alone = trim(behind).is_empty();
    let closed =
        letters.ends_with(['。', '：', ':']) || behind.starts_with(['。', '：', ':']) || behind.starts_with(is_blank);
    let heading = closed && (numbered || mark.is_some());
    let marker = mark.is_some_and(|mark| usize::from(mark.len) == letters.len());
    let label = letters.strip_suffix(['：', ':']).is_some_and(|label| label.len() <= LABEL);
    (!letters.is_empty() && (alone || heading || marker || label)).then_some((stars, closing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_round_the_words_are_blanked() {
        for (line, plain) in [
            ("# 云岭市人民政府", "  云岭市人民政府"),
            ("##一、总则\r\n", "  一、总则\r\n"),
            ("　### **一、总则**", "　      一、总则  "),
            ("**第一条** 为了", "  第一条   为了"),
            ("**第一条**为了", "  第一条  为了"),
            ("**（一）值守。** 各县", "  （一）值守。   各县"),
            ("1. **值守**：各县", "1.   值守  ：各县"),
            ("***值守通知***", "   值守通知   "),
            ("**附件：** 1. 清单", "  附件：   1. 清单"),
            ("1\\. 值守\\_", "1 . 值守 _"),
            ("| 甲\\|乙 |", "| 甲\\|乙 |"),
        ] {
            assert_eq!(undress(line), plain, "{line}");
        }
    }

    #[test]
    fn what_stands_in_a_sentence_stays() {
        for line in [
            "**值守**是各县的责任",
            "各县要**值守**",
            "1. **值守**是责任",
            "#1楼",
            "#",
            "****",
            "** 表示显著",
            "*值守*",
            "**值守**和**巡查**",
        ] {
            assert_eq!(undress(line), line);
        }
    }
}
