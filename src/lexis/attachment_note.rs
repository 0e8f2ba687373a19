//! 附件说明: `附件：1. 名称`, and the names under it (9704 7.3.4).

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::attachment;
use super::input::{Input, Rule};
use super::numeral::{arabic_integer, circled_integer, integer};
use super::token::{self, blanks, colon, front, trim_range_by};
use crate::ast::{AttachmentNote, Text};
use crate::charset::{self, is_blank};

/// The labels; 附 alone is met in older documents.
const LABELS: &[&str] = &["附件清单", "附件目录", "附件列表", "附件", "附表", "附"];

/// Whether `line` opens a 附件说明: `附件：名称`, `附件：1.名称`, `附件1：名称`, `附件 1.名称`, `附：`.
pub(crate) fn recognise(line: &str) -> bool {
    if !line.starts_with('附') {
        return false;
    }
    front(line, opening).is_some_and(|(_, open)| open.colon || !line.ends_with(charset::is_stop))
}

/// Reads one entry of a 附件说明, with the label or without: `附件：1.名称`, `2.名称`.
pub(crate) fn attachment_note<'src>(whole: &Text<'src>) -> AttachmentNote<'src> {
    let text = whole.as_str();
    let (start, number) = match front(text, opening) {
        Some((end, opening)) => (end, opening.number),
        None => front(text, entry_number).unwrap_or_default(),
    };
    let name = trim_range_by(text, start..text.len(), |c| is_blank(c) || charset::is_stop(c));
    let name = (!name.is_empty()).then(|| whole.slice(name.start, name.end));
    AttachmentNote { text: whole.clone(), number, name }
}

/// What stands in front of the first name.
#[derive(Debug, Clone, Copy)]
struct Opening {
    number: Option<u32>,
    /// Whether a colon parts label and name.
    colon: bool,
}

// opening ::= one_of(LABELS) (blanks number)? colon entry_number? | "附件" blanks pointed_number
/// `附件：`, `附件：1.`, `附件1：`, `附件 1.`.
fn opening(i: Input<'_>) -> Rule<'_, Opening> {
    let label = (token::one_of(LABELS), opt(preceded(blanks, attachment::number)));
    let (rest, head) = opt(terminated(label, colon)).parse(i)?;
    if let Some((_, outer)) = head {
        let (rest, inner) = opt(entry_number).parse(rest)?;
        let number = outer.flatten().or(inner.flatten());
        return Ok((rest, Opening { number, colon: true }));
    }
    let (rest, number) = preceded((token::one_of(&["附件"]), blanks), pointed_number).parse(i)?;
    Ok((rest, Opening { number, colon: false }))
}

// entry_number ::= pointed_number
//     | blanks ("（" | "(") blanks integer blanks ("）" | ")") "、"? blanks | blanks circled_integer "、"? blanks | spaced_number
/// `1.`, `（一）`, `①`, `2　` in front of a name.
fn entry_number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let bracketed =
        delimited((blanks, one_of("（("), blanks), integer, (blanks, one_of("）)"), opt(one_of("、")), blanks));
    let circled = delimited(blanks, circled_integer, (opt(one_of("、")), blanks));
    alt((pointed_number, bracketed, circled, spaced_number)).parse(i)
}

// pointed_number ::= blanks integer blanks ("." | "．" | "、" | "﹑" | "）" | ")") blanks
/// `1.`, `２．`, `3、`, `一、`.
fn pointed_number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    delimited(blanks, integer, (blanks, one_of(".．、﹑）)"), blanks)).parse(i)
}

// spaced_number ::= blanks arabic_integer blank blanks &(letter | "《" | "“")
/// `1　` of `1　名称`; a year or an amount is none.
fn spaced_number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let small = verify(arabic_integer, |n| n.is_some_and(|n| n < 100));
    let name = satisfy(|c| c.is_alphabetic() && !"年月日号个项期份届次批".contains(c) || matches!(c, '《' | '“'));
    delimited(blanks, small, (satisfy(is_blank), blanks, peek(name))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<u32>, Option<String>) {
        let note = attachment_note(&Text::borrowed(text, 0));
        (note.number, note.name.map(|name| name.as_str().to_owned()))
    }

    #[test]
    fn lines_that_open_a_note() {
        for line in [
            "附件：名单",
            "附件:1.名单",
            "附 件：１．名单",
            "附件：",
            "附：名单",
            "附件1：名单",
            "附件1.名单",
            "附件 1. 名单",
            "附件一：名单",
            "附件目录：1.名单",
        ] {
            assert!(recognise(line), "{line}");
        }
        for line in [
            "附件",
            "附件1",
            "附件1 名单",
            "附件所列单位：",
            "附则",
            "",
            "附近的：",
            "附件1、附件2所列，照办。",
            "见附件：",
        ] {
            assert!(!recognise(line), "{line}");
        }
    }

    #[test]
    fn numbers_and_names() {
        for (text, number, name) in [
            ("附件：名单", None, Some("名单")),
            ("附件：1.名单", Some(1), Some("名单")),
            ("附 件∶ １． 名单；", Some(1), Some("名单")),
            ("附件：1、《章程》", Some(1), Some("《章程》")),
            ("附件：（一）名单", Some(1), Some("名单")),
            ("附件：①名单", Some(1), Some("名单")),
            ("附件：1　名单", Some(1), Some("名单")),
            ("附件：一、名单", Some(1), Some("名单")),
            ("附件：2024年工作要点", None, Some("2024年工作要点")),
            ("附件：1.2024年工作要点", Some(1), Some("2024年工作要点")),
            ("附件：12 项清单", None, Some("12 项清单")),
            ("附件2：名单", Some(2), Some("名单")),
            ("附件3.名单", Some(3), Some("名单")),
            ("2.名单。", Some(2), Some("名单")),
            ("３．名单", Some(3), Some("名单")),
            ("名单", None, Some("名单")),
            ("附件：", None, None),
            ("附：", None, None),
            ("", None, None),
        ] {
            assert_eq!(read(text), (number, name.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn names_know_where_they_stand() {
        let note = attachment_note(&Text::borrowed("附件：1. 名单", 30));
        assert_eq!(note.name.map(|name| (name.span.start, name.span.end)), Some((42, 48)));
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "附?件?[ 　0-9０-９一①（）：:、.．年名单。]{0,24}|\\PC{0,40}") {
            let note = attachment_note(&Text::borrowed(&line, 0));
            assert!(note.name.is_none_or(|name| line.contains(name.as_str())));
            let _ = recognise(&line);
        }
    }
}
