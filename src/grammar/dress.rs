//! What converters leave round the words of a line. Marks of Markdown: `# 通知`, `## 一、总则`, `**第一条** 为了…`,
//! `- （一）值守`, `1\. 值守`. Blanks and breaks of HTML: `&emsp;`, `<br>`, `<center>通知</center>`.
//!
//! They are no words of the document. A text that has them is read from a copy with blanks in their places, byte for
//! byte as long; stars inside a sentence stay.

use std::ops::Range;

use memchr::memchr3_iter;

use crate::ast::MarkerStyle;
use crate::charset::{is_blank, trim, trim_start};
use crate::lexis::marker::{self, Mark};
use crate::lexis::markup;

/// A label is no longer, in bytes, its colon left out: `主送机关`.
const LABEL: usize = 15;
/// A blank that takes no room, of three bytes.
const NO_ROOM: &str = "\u{200b}";

/// Whether the words of a line that opens with no marker may be dressed, by its first bytes: nearly all lines open with
/// those of a 汉字.
#[inline]
pub(super) fn may_be_dressed(line: &str) -> bool {
    matches!(line.as_bytes(), [b'!'..=b'~', ..]) && opens_dressed(line)
}

/// The same of a line that opens with a letter of ASCII.
fn opens_dressed(line: &str) -> bool {
    match line.as_bytes() {
        // `- 3 -` is the number of a page.
        [b'-' | b'*' | b'+', b' ', .., last] => *last != b'-' && numbered_entry(line).is_some(),
        [b'<', next, ..] => next.is_ascii_alphabetic() || *next == b'/',
        [b'0'..=b'9', b'\\', ..] | [b'0'..=b'9', b'0'..=b'9', b'\\', ..] => true,
        bytes => matches!(bytes, [b'#' | b'&', ..] | [b'*', b'*', ..]),
    }
}

/// `text` with blanks in the places of what its lines are dressed in.
pub(crate) fn undress(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = plain.len();
        blank_signs(line, &mut plain);
        let bare = plain.get(start..).unwrap_or("");
        if trim(bare).is_empty() {
            // What is nothing else stays: a line of the text is a line of the copy.
            plain.truncate(start);
            plain.push_str(line);
            continue;
        }
        // A mark behind \ is a letter.
        let is_letter = |at: usize| at > 0 && line.as_bytes().get(at - 1) == Some(&b'\\');
        let marks = dress(bare);
        if marks.iter().flatten().cloned().any(|mut mark| mark.any(is_letter)) {
            continue;
        }
        for marks in marks.into_iter().flatten() {
            plain.replace_range(start + marks.start..start + marks.end, &" ".repeat(marks.len()));
        }
    }
    plain
}

/// Puts `line` into `plain`, blanks in the places of what is no word.
fn blank_signs(line: &str, plain: &mut String) {
    let (mut done, mut letter) = (0, None);
    for at in memchr3_iter(b'\\', b'&', b'<', line.as_bytes()) {
        // The mark behind \ is a letter, and opens nothing.
        let opens = at >= done && letter != Some(at);
        let Some(sign) = line.get(at..).and_then(markup::sign).filter(|_| opens) else { continue };
        letter = (line.as_bytes().get(at) == Some(&b'\\')).then_some(at + 1);
        plain.push_str(line.get(done..at).unwrap_or(""));
        plain.push_str(sign.blank);
        let room = sign.len - sign.blank.len();
        (0..room / NO_ROOM.len()).for_each(|_| plain.push_str(NO_ROOM));
        (0..room % NO_ROOM.len()).for_each(|_| plain.push(' '));
        done = at + sign.len;
    }
    plain.push_str(line.get(done..).unwrap_or(""));
}

/// Where in `line` its marks of Markdown stand: those of a heading or a list, and those that open and close bold letters.
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
    let words = if heading { behind } else { numbered_entry(front).unwrap_or(front) };
    let opening = place(front, front.len() - words.len());
    let marker = marker::recognise(words).map_or(0, |mark| usize::from(mark.len));
    let letters = trim_start(words.get(marker..).unwrap_or(""));
    match bold(letters, marker > 0) {
        Some((stars, closing)) => [opening, place(letters, stars), place(closing, stars)],
        None => [opening, None, None],
    }
}

/// What stands behind the mark of an entry of a list that has a number of its own, or a label: `- （一）值守`.
fn numbered_entry(line: &str) -> Option<&str> {
    let words = trim_start(line.strip_prefix(['-', '*', '+'])?.strip_prefix(' ')?);
    let numbered = |mark: Mark| mark.sub != 1 || mark.style != MarkerStyle::Dotted;
    let letters = words.trim_start_matches('*');
    (letters.starts_with('附') || marker::recognise(letters).is_some_and(numbered)).then_some(words)
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
            ("**1\\. 值守。** 各县", "  1 . 值守。   各县"),
            ("- （一）值守", "  （一）值守"),
            ("- **1.** 值守", "    1.   值守"),
            ("\\# 值守", " # 值守"),
            ("- 附件：清单", "  附件：清单"),
            ("&emsp;&emsp;一、总则", "　\u{200b}　\u{200b}一、总则"),
            ("通知<br>\n", "通知\u{200b} \n"),
            ("通知\\\r\n", "通知 \r\n"),
            ("| 甲\\|乙 |", "| 甲\\|乙 |"),
            ("&emsp;\\#（1）", "　\u{200b} #（1）"),
            ("#\\#一、", "# #一、"),
            ("一、\\&emsp;\\\\", "一、 &emsp; \\"),
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
            "- 各县",
            "一、\\|",
            "- 3 个",
            "<center>",
            "&nbsp;",
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
