//! 密级和保密期限: `机密★1年` (9704 7.2.2).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while1;
use nom::character::complete::satisfy;
use nom::combinator::{map, opt, value};
use nom::sequence::{delimited, preceded, terminated};

use super::input::{Input, Rule};
use super::token::{blanks, label, one_of, read, spaced, trim};
use super::{numeral, urgency, vocabulary};
use crate::ast::{Secrecy, SecrecyLevel, SecrecyTerm, Text};
use crate::charset;

/// Labels in front of a 密级.
const LABELS: &[&str] = &["密级和保密期限", "密级"];
/// No line with a 密级 is longer, in bytes.
const LONGEST: usize = 90;

/// 密级 and 保密期限 as written.
type Parts = (SecrecyLevel, Option<SecrecyTerm>);

/// Whether `line` is a 密级, with or without a term, perhaps with a 紧急程度 behind it: `机密★1年　特急`.
pub(crate) fn recognise(line: &str) -> bool {
    let may_open = |c| matches!(c, '绝' | '机' | '秘' | '密') || charset::is_blank(c) || charset::is_opener(c);
    if line.len() > LONGEST || !line.starts_with(may_open) {
        return false;
    }
    let behind = read(line, secrecy_rule).map(|(behind, _)| trim(behind));
    behind.is_some_and(|behind| behind.is_empty() || urgency::is_alone(behind))
}

/// Where the 紧急程度 begins on a line that has both: `机密★1年　特急`.
pub(crate) fn split(line: &str) -> Option<usize> {
    let (behind, _) = read(line, secrecy_rule).filter(|_| recognise(line))?;
    (!behind.is_empty()).then(|| line.len() - behind.len())
}

/// Reads a 密级; `None` where there is none.
pub(crate) fn secrecy<'src>(whole: &Text<'src>) -> Option<Secrecy<'src>> {
    let (_, (level, term)) = read(whole.as_str(), secrecy_rule)?;
    Some(Secrecy { text: whole.clone(), level, term })
}

// secrecy ::= blanks label? level ("★" term?)? blanks
/// `机密★1年`, `秘 密`, `密级：绝密`.
fn secrecy_rule(i: Input<'_>) -> Rule<'_, Parts> {
    let star = delimited(blanks, satisfy(|c| matches!(c, '★' | '☆' | '*' | '＊')), blanks);
    let term = map(opt(preceded(star, opt(term))), Option::flatten);
    delimited((blanks, opt(label(one_of(LABELS)))), (level, term), blanks).parse(i)
}

// level ::= "绝密" | "机密" | "秘密"
/// `机密`.
fn level(i: Input<'_>) -> Rule<'_, SecrecyLevel> {
    let read = |(word, level): &(&'static str, SecrecyLevel)| Some((spaced(word)(i).ok()?.0, *level));
    vocabulary::SECRECY.iter().find_map(read).ok_or(nom::Err::Error(()))
}

// term ::= counted | "长期" | <anything but blanks>
/// `1年`, `六个月`, `30日`, `长期`.
fn term(i: Input<'_>) -> Rule<'_, SecrecyTerm> {
    let other = take_while1(|c| !charset::is_blank(c));
    alt((counted, value(SecrecyTerm::LongTerm, spaced("长期")), value(SecrecyTerm::Other, other))).parse(i)
}

// counted ::= integer ("年" | "个月" | "月" | "天" | "日")
/// A term in years, months or days.
fn counted(i: Input<'_>) -> Rule<'_, SecrecyTerm> {
    let (i, count) = terminated(numeral::integer, blanks).parse(i)?;
    let years = value(SecrecyTerm::Years as fn(u16) -> SecrecyTerm, spaced("年"));
    let months = value(SecrecyTerm::Months as fn(u16) -> SecrecyTerm, alt((spaced("个月"), spaced("月"))));
    let days = value(SecrecyTerm::Days as fn(u16) -> SecrecyTerm, alt((spaced("天"), spaced("日"))));
    let (rest, unit) = alt((years, months, days)).parse(i)?;
    Ok((rest, count.and_then(|count| u16::try_from(count).ok()).map_or(SecrecyTerm::Other, unit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<Parts> {
        secrecy(&Text::borrowed(line, 0)).map(|secrecy| (secrecy.level, secrecy.term))
    }

    #[test]
    fn levels_and_terms() {
        use SecrecyLevel::{Confidential, Secret, TopSecret};
        for (line, level, term) in [
            ("机密", Secret, None),
            ("绝 密", TopSecret, None),
            ("密级：秘密", Confidential, None),
            ("机密★", Secret, None),
            ("机密★1年", Secret, Some(SecrecyTerm::Years(1))),
            ("机密 ★ １０ 年", Secret, Some(SecrecyTerm::Years(10))),
            ("秘密☆六个月", Confidential, Some(SecrecyTerm::Months(6))),
            ("秘密*30天", Confidential, Some(SecrecyTerm::Days(30))),
            ("绝密★长期", TopSecret, Some(SecrecyTerm::LongTerm)),
            ("机密★启用前", Secret, Some(SecrecyTerm::Other)),
            ("机密★99999年", Secret, Some(SecrecyTerm::Other)),
        ] {
            assert!(recognise(line), "{line}");
            assert_eq!(parts(line), Some((level, term)), "{line}");
            assert_eq!(split(line), None, "{line}");
        }
    }

    #[test]
    fn an_urgency_may_stand_behind() {
        let line = "机密★1年　特急";
        assert!(recognise(line));
        assert_eq!(split(line).and_then(|at| line.get(at..)), Some("特急"));
        assert_eq!(parts(line), Some((SecrecyLevel::Secret, Some(SecrecyTerm::Years(1)))));
        assert_eq!(split("机密　加 急"), Some("机密　".len()));
    }

    #[test]
    fn sentences_about_secrets() {
        for line in ["", "机密文件管理规定", "秘密级", "绝密事项如下", "特急", "机密 文件", "密级"]
        {
            assert!(!recognise(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "\\PC{0,30}|[机绝秘密★1年长期　特急]{0,16}") {
            let _ = (recognise(&line), split(&line), parts(&line));
        }
    }
}
