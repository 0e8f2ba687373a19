//! 紧急程度: `特急` (9704 7.2.3).

use nom::Parser;
use nom::character::complete::satisfy;
use nom::combinator::opt;
use nom::sequence::delimited;

use super::input::{Input, Rule};
use super::token::{blanks, is_whole, label, one_of, read, spaced};
use super::{secrecy, vocabulary};
use crate::ast::{Text, Urgency, UrgencyLevel};
use crate::charset;

/// Labels in front of a 紧急程度; 等级 is that of telegrams.
const LABELS: &[&str] = &["紧急程度", "缓急", "等级"];
/// No line with a 紧急程度 is longer, in bytes.
const LONGEST: usize = 60;

/// Whether `line` is a 紧急程度 and nothing else: `特 急`, `【加急】`.
pub(crate) fn recognise(line: &str) -> bool {
    is_alone(line)
}

/// Whether `text` is nothing but a 紧急程度.
pub(super) fn is_alone(text: &str) -> bool {
    let word = |c| matches!(c, '特' | '加' | '急' | '平' | '紧' | '缓' | '等');
    let may_open = |c| word(c) || charset::is_blank(c) || charset::is_opener(c);
    text.len() <= LONGEST && text.starts_with(may_open) && is_whole(text, urgency_rule)
}

/// Reads a 紧急程度, also one behind a 密级; `None` where there is none.
pub(crate) fn urgency<'src>(whole: &Text<'src>) -> Option<Urgency<'src>> {
    let at = secrecy::split(whole.as_str()).unwrap_or(0);
    let (_, level) = read(whole.as_str().get(at..).unwrap_or(""), urgency_rule)?;
    Some(Urgency { text: whole.clone(), level })
}

// urgency ::= blanks label? opener? level closer? ("·" "明电")? blanks
/// `特急`, `紧急程度：加急`, `特提·明电`.
fn urgency_rule(i: Input<'_>) -> Rule<'_, UrgencyLevel> {
    let front = (blanks, opt(label(one_of(LABELS))), opt(satisfy(charset::is_opener)), blanks);
    let telegram = (opt(satisfy(|c| matches!(c, '·' | '•' | '・'))), blanks, spaced("明电"), blanks);
    let back = (blanks, opt(satisfy(charset::is_closer)), blanks, opt(telegram));
    delimited(front, level, back).parse(i)
}

// level ::= "特提" | "特急" | "加急" | "急件" | "平急"
/// `特急`.
fn level(i: Input<'_>) -> Rule<'_, UrgencyLevel> {
    let read = |(word, level): &(&'static str, UrgencyLevel)| Some((spaced(word)(i).ok()?.0, *level));
    vocabulary::URGENCY.iter().find_map(read).ok_or(nom::Err::Error(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        for (line, level) in [
            ("特急", UrgencyLevel::ExtraUrgent),
            ("特　急", UrgencyLevel::ExtraUrgent),
            ("加急", UrgencyLevel::Urgent),
            ("急件", UrgencyLevel::Urgent),
            ("【特提】", UrgencyLevel::Flash),
            ("紧急程度：平急", UrgencyLevel::Routine),
            ("等级 特急·明电", UrgencyLevel::ExtraUrgent),
        ] {
            assert!(recognise(line), "{line}");
            assert_eq!(urgency(&Text::borrowed(line, 0)).map(|urgency| urgency.level), Some(level), "{line}");
        }
    }

    #[test]
    fn behind_a_secrecy() {
        let read = urgency(&Text::borrowed("机密★1年　特急", 0));
        assert_eq!(read.map(|urgency| urgency.level), Some(UrgencyLevel::ExtraUrgent));
        assert_eq!(urgency(&Text::borrowed("机密★1年", 0)), None);
    }

    #[test]
    fn other_lines() {
        for line in ["", "急", "特急件办理规定", "加急办理", "紧急通知", "等级"] {
            assert!(!recognise(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "\\PC{0,30}|[特加平急提件　【】等级·明电：]{0,16}") {
            let _ = (recognise(&line), urgency(&Text::borrowed(&line, 0)));
        }
    }
}
