//! What HTML and Markdown have for other than words: blanks, tags, `\` in front of a mark.

use memchr::memchr2;

/// No tag is longer, in bytes.
const LONGEST_TAG: usize = 200;

/// What HTML calls blanks, and the blanks.
const ENTITIES: [(&str, &str); 5] = [
    ("&nbsp;", "\u{a0}"),
    ("&ensp;", "\u{2002}"),
    ("&emsp;", "\u{3000}"),
    ("&#160;", "\u{a0}"),
    ("&#12288;", "\u{3000}"),
];

/// What is no word, at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    /// Its bytes.
    pub(crate) len: usize,
    /// The blank it stands for, if it stands for one.
    pub(crate) blank: &'static str,
}

/// The sign that opens `text`: `\` in front of a mark or a line end, `&nbsp;`, `<br>`.
pub(crate) fn sign(text: &str) -> Option<Sign> {
    let nothing = |len| Sign { len, blank: "" };
    match text.as_bytes() {
        // One of a bar parts no cells.
        [b'\\', next, ..] => {
            (next.is_ascii_punctuation() && *next != b'|' || matches!(next, b'\n'..=b'\r')).then_some(nothing(1))
        }
        [b'\\'] => Some(nothing(1)),
        [b'<', ..] => tag(text).map(nothing),
        [b'&', ..] => {
            let (name, blank) = ENTITIES.iter().find(|(name, _)| text.starts_with(name))?;
            Some(Sign { len: name.len(), blank })
        }
        _ => None,
    }
}

/// Whether `line` is nothing but a sign, a comment or a picture: `&nbsp;`, `<center>`, `<!-- 正文 -->`, `![印章](1.png)`.
#[inline]
pub(crate) fn is_markup(line: &str) -> bool {
    match line.as_bytes() {
        [b'<', b'!', b'-', b'-', .., b'-', b'-', b'>'] | [b'!', b'[', .., b')'] => true,
        // Of lines with words a copy is read that has none in front of them.
        [b'<', .., b'>'] | [b'&', .., b';'] => sign(line).is_some(),
        _ => false,
    }
}

/// The bytes of the tag of HTML that opens `text`: `<br>`, `</div>`, `<p align="right">`. Those of tables part cells.
fn tag(text: &str) -> Option<usize> {
    let text = text.get(..text.floor_char_boundary(LONGEST_TAG))?;
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let behind = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() && c != 't') || !behind.starts_with(['>', ' ', '/']) {
        return None;
    }
    let bytes = text.as_bytes().get(1..)?;
    let end = memchr2(b'>', b'<', bytes)?;
    (bytes.get(end) == Some(&b'>')).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_words() {
        for (text, len) in [
            ("\\.值守", 1),
            ("\\\r\n", 1),
            ("&nbsp;值守", 6),
            ("<br>值守", 4),
            ("<br/>", 5),
            ("</div>", 6),
            ("<p align=\"right\">云岭市", 17),
        ] {
            assert_eq!(sign(text).map(|sign| sign.len), Some(len), "{text}");
        }
    }

    #[test]
    fn words_and_what_parts_cells_are_none() {
        for text in [
            "\\|",
            "\\甲",
            "\\\t甲",
            "&甲;",
            "<td>",
            "</table>",
            "<值守>",
            "<a@b.cn>",
            "<https://a.cn>",
            "<p",
            "<p <br>",
            "",
        ] {
            assert_eq!(sign(text), None, "{text}");
        }
    }
}
