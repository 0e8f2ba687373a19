//! The line that opens an 附件: `附件`, `附 件 1`, `附件一：`.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::opt;
use nom::sequence::{delimited, preceded, terminated};

use super::input::{Input, Rule};
use super::numeral::{arabic_integer, circled_integer, integer};
use super::token::{self, blanks, colon, front, whole};
use crate::charset::{self, is_blank};

/// The longest label, in bytes.
const LONGEST: usize = 60;

/// The longest name on the line of its label, in bytes.
const LONGEST_NAME: usize = 240;

/// 附 alone is met in older documents, 附表 over a form.
const LABELS: &[&str] = &["附件", "附表", "附"];

/// Whether `line` is the label of an 附件, and the number in it: `附件2` gives `Some(Some(2))`.
#[expect(clippy::option_option, reason = "a label may have no number")]
pub(crate) fn label(line: &str) -> Option<Option<u32>> {
    if line.len() > LONGEST || !line.starts_with(may_open) {
        return None;
    }
    plain(line).map_or_else(|| whole(line, label_line), Some)
}

/// The number in `附件`, `附件1`, `附件1：`, as nearly all labels are written.
#[expect(clippy::option_option, reason = "a label may have no number")]
fn plain(line: &str) -> Option<Option<u32>> {
    let number = line.strip_prefix("附件")?;
    let digits = number.strip_suffix('：').unwrap_or(number);
    let small = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value = || digits.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    small.then(|| (!digits.is_empty()).then(value))
}

/// The byte where the name begins on a line with a label and a name: `附件1　名称`, `附件2：名称`.
///
/// A label without a number is left to 附件说明, unless only blanks part it from the name.
pub(crate) fn label_prefix(line: &str) -> Option<usize> {
    if line.len() > LONGEST + LONGEST_NAME || !line.starts_with('附') {
        return None;
    }
    let (end, ()) = front(line, label_before_name)?;
    line.get(end..).filter(|name| is_name(name) && !line.contains(charset::is_stop)).map(|_| end)
}

/// The byte where the name begins on a line of a bare label and a name: `附件：名称`.
pub(crate) fn name_behind_colon(line: &str) -> Option<usize> {
    if line.len() > LONGEST + LONGEST_NAME || !line.starts_with('附') {
        return None;
    }
    let (end, ()) = front(line, bare_label)?;
    line.get(end..).filter(|name| is_name(name) && !line.contains(charset::is_stop)).map(|_| end)
}

const fn may_open(c: char) -> bool {
    matches!(c, '附' | '【' | '[' | '（' | '(' | '〔' | '［')
}

/// Whether `rest` may be a name and not the end of a sentence or a list's first number.
fn is_name(rest: &str) -> bool {
    let opens = rest.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '《' | '“' | '"'));
    opens && !rest.ends_with(['：', ':', '、']) && !rest.starts_with(['至', '和', '及', '与', '中', '的', '所'])
}

// label_line ::= opener? one_of(LABELS) (blanks number)? (blanks closer)? (colon | blanks ("." | "、"))? blanks
/// `附件`, `附 件 1：`, `【附件2】`, `附件一`.
fn label_line(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (i, _) = opt(opener).parse(i)?;
    let (i, number) = preceded(token::one_of(LABELS), opt(preceded(blanks, number))).parse(i)?;
    let (i, _) = opt(preceded(blanks, closer)).parse(i)?;
    let (i, _) = opt(alt((colon.map(|_| ()), preceded(blanks, one_of(".．、")).map(|_| ())))).parse(i)?;
    let (i, _) = blanks(i)?;
    Ok((i, number.flatten()))
}

// label_before_name ::= one_of(LABELS) blanks number (blank | colon) blanks | "附件" blank blanks
/// `附件1 ` of `附件1 名称`.
fn label_before_name(i: Input<'_>) -> Rule<'_, ()> {
    let parted = |i| alt((colon.map(|_| ()), preceded(satisfy(is_blank), blanks).map(|_| ()))).parse(i);
    let numbered = (token::one_of(LABELS), blanks, number, parted).map(|_| ());
    let bare = (token::one_of(&["附件", "附表"]), satisfy(is_blank), blanks).map(|_| ());
    // The longer first: 附件 and a blank open both.
    alt((numbered, bare)).parse(i)
}

// bare_label ::= ("附件" | "附") colon blanks
/// `附件：` of `附件：名称`.
fn bare_label(i: Input<'_>) -> Rule<'_, ()> {
    (token::one_of(&["附件", "附"]), colon, blanks).map(|_| ()).parse(i)
}

// number ::= opener blanks integer blanks closer | "之" integer | circled_integer | integer ("-" arabic_integer)?
/// `1`, `一`, `（2）`, `①`, `1-2`.
pub(super) fn number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let bracketed = delimited((opener, blanks), integer, (blanks, closer));
    let among = preceded(one_of("之"), integer);
    let part = terminated(integer, opt((one_of("-－—―–"), arabic_integer)));
    alt((bracketed, among, circled_integer, part)).parse(i)
}

// opener ::= "【" | "[" | "（" | "(" | "〔" | "［"
fn opener(i: Input<'_>) -> Rule<'_, char> {
    one_of("【[（(〔［")(i)
}

// closer ::= "】" | "]" | "）" | ")" | "〕" | "］"
fn closer(i: Input<'_>) -> Rule<'_, char> {
    one_of("】]）)〕］")(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_their_numbers() {
        for (line, number) in [
            ("附件", None),
            ("附 件", None),
            ("附　　件", None),
            ("附件：", None),
            ("附件:", None),
            ("附：", None),
            ("附", None),
            ("【附件】", None),
            ("附件1", Some(1)),
            ("附件 1：", Some(1)),
            ("附 件 １２", Some(12)),
            ("附件一", Some(1)),
            ("附件十二:", Some(12)),
            ("附件（3）", Some(3)),
            ("（附件3）", Some(3)),
            ("附件②", Some(2)),
            ("附件之二", Some(2)),
            ("附件1-2", Some(1)),
            ("附件4.", Some(4)),
            ("附1", Some(1)),
            ("附表", None),
            ("附表2：", Some(2)),
            ("附\u{200b}件\u{feff}1", Some(1)),
        ] {
            assert_eq!(label(line), Some(number), "{line}");
        }
    }

    #[test]
    fn lines_that_only_begin_like_labels() {
        for line in
            ["附件1 名称", "附件：名称", "附则", "附近", "附件所列", "附表所列", "附件1和附件2", "件", "", "附件下载："]
        {
            assert_eq!(label(line), None, "{line}");
        }
    }

    #[test]
    fn names_behind_labels() {
        for (line, name) in [
            ("附件1 云岭市管理办法", "云岭市管理办法"),
            ("附件2：名单", "名单"),
            ("附 件 3　《章程》", "《章程》"),
            ("附件　云岭市实施方案", "云岭市实施方案"),
        ] {
            assert_eq!(label_prefix(line).and_then(|at| line.get(at..)), Some(name), "{line}");
        }
        for line in
            ["附件：名称", "附件1", "附件1所列单位，按规定办。", "附件 的规定", "附件：1.甲", "附件1：", "附近 的"]
        {
            assert_eq!(label_prefix(line), None, "{line}");
        }
    }

    #[test]
    fn names_behind_bare_labels() {
        for (line, name) in [
            ("附件：估值参考方法", Some("估值参考方法")),
            ("附: 名单", Some("名单")),
            ("附件：1.名单", None),
            ("附件1：名单", None),
            ("附件：", None),
        ] {
            assert_eq!(name_behind_colon(line).and_then(|at| line.get(at..)), name, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "[附件 　0-9０-９一①（）【】：:、.之至-]{0,24}|附\\PC{0,40}") {
            let _ = label(&line);
            let at = label_prefix(&line);
            assert!(at.is_none_or(|at| line.is_char_boundary(at)));
        }
    }
}
