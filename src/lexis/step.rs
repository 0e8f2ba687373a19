//! One step of the way to a unit as people cite it: `第十条之一`, `第二款`, `第（一）项`, `（三）`, `2`, `附件2`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map, opt, recognize, value};
use nom::multi::many1_count;
use nom::sequence::{delimited, preceded};

use super::input::{Input, Rule};
use super::numeral::{arabic_integer, circled_integer, han_integer, integer};
use crate::ast::MarkerStyle;
use crate::charset;

/// What a step names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Unit {
    /// 编, 分编, 章, 节, 条.
    Law(MarkerStyle),
    /// 款.
    Clause,
    /// 项.
    Item,
    /// 目.
    Subitem,
    /// 部分: a section of the first rank.
    Portion,
    /// A section, or the 项 or 目, whose number is written so.
    Section(MarkerStyle),
    /// 附件, or the one attachment where it has no number.
    Attachment,
}

/// A step and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step<'a> {
    /// What it names.
    pub(crate) unit: Unit,
    /// Which one; of 1.2.3 the last part; `None` for a bare 附件.
    pub(crate) number: Option<u32>,
    /// 之一; 0 where there is none.
    pub(crate) sub: u32,
    /// As written.
    pub(crate) text: &'a str,
}

impl Step<'_> {
    /// Whether its number stands in brackets: `第（一）项`.
    pub(crate) fn is_bracketed(&self) -> bool {
        self.text.contains(charset::is_round_opener)
    }
}

// step ::= attachment | ordinal | sign
/// Any step.
pub(crate) fn step(i: Input<'_>) -> Rule<'_, Step<'_>> {
    alt((attachment, ordinal, sign)).parse(i)
}

// attachment ::= "附件" integer?
/// `附件2`, `附件二`, `附件`.
pub(crate) fn attachment(i: Input<'_>) -> Rule<'_, Step<'_>> {
    let (rest, number) = preceded(tag("附件"), opt(integer)).parse(i)?;
    Ok((rest, step_of(i, rest, Unit::Attachment, number.flatten(), 0)))
}

// ordinal ::= "第" number unit ("之" han_integer)?
/// `第十条之一`, `第2款`, `第（一）项`.
pub(crate) fn ordinal(i: Input<'_>) -> Rule<'_, Step<'_>> {
    let (behind, ((number, inner), unit)) = preceded(tag("第"), (number, unit)).parse(i)?;
    let (rest, sub) = match unit {
        Unit::Law(_) => sub(behind)?,
        _ => (behind, inner),
    };
    match number {
        Some(_) => Ok((rest, step_of(i, rest, unit, number, sub))),
        None => Err(nom::Err::Error(())),
    }
}

// number ::= round_opener integer sub round_closer | integer
/// `（一）`, `（二之一）`, `一`, `2`; with its 之一.
pub(super) fn number(i: Input<'_>) -> Rule<'_, (Option<u32>, u32)> {
    let closed = delimited(satisfy(charset::is_round_opener), (integer, sub), satisfy(charset::is_round_closer));
    alt((closed, map(integer, |number| (number, 0)))).parse(i)
}

// sub ::= ("之" han_integer)?
/// 之一 of `第十条之一`; 0 where there is none.
pub(super) fn sub(i: Input<'_>) -> Rule<'_, u32> {
    map(opt(preceded(tag("之"), han_integer)), |sub| sub.flatten().unwrap_or(0)).parse(i)
}

// unit ::= "分编" | "编" | "章" | "节" | "条" | "款" | "项" | "目" | "部分"
/// What is counted.
pub(super) fn unit(i: Input<'_>) -> Rule<'_, Unit> {
    alt((
        value(Unit::Law(MarkerStyle::Subpart), tag("分编")),
        value(Unit::Law(MarkerStyle::Part), tag("编")),
        value(Unit::Law(MarkerStyle::Chapter), tag("章")),
        value(Unit::Law(MarkerStyle::Section), tag("节")),
        value(Unit::Law(MarkerStyle::Article), tag("条")),
        value(Unit::Clause, tag("款")),
        value(Unit::Item, tag("项")),
        value(Unit::Subitem, tag("目")),
        value(Unit::Portion, tag("部分")),
    ))
    .parse(i)
}

// sign ::= (han_paren | arabic_paren | circled_integer | dotted | arabic_integer | han_integer) point?
/// A number as a section has it: `（三）`, `（1）`, `①`, `1.2`, `2`, `一`.
fn sign(i: Input<'_>) -> Rule<'_, Step<'_>> {
    let styled = |style: MarkerStyle| move |number: Option<u32>| (style, (number, 0));
    let (behind, (style, (number, sub))) = alt((
        map(han_paren, |number| (MarkerStyle::HanParen, number)),
        map(arabic_paren, styled(MarkerStyle::ArabicParen)),
        map(circled_integer, styled(MarkerStyle::Circled)),
        map(dotted, styled(MarkerStyle::Dotted)),
        map(arabic_integer, styled(MarkerStyle::Arabic)),
        map(han_integer, styled(MarkerStyle::Han)),
    ))
    .parse(i)?;
    if number.is_none() {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = opt(point).parse(behind)?;
    Ok((rest, step_of(i, behind, Unit::Section(style), number, sub)))
}

// han_paren ::= round_opener han_integer sub round_closer
/// `（三）`, `（二之一）`.
fn han_paren(i: Input<'_>) -> Rule<'_, (Option<u32>, u32)> {
    delimited(satisfy(charset::is_round_opener), (han_integer, sub), satisfy(charset::is_round_closer)).parse(i)
}

// arabic_paren ::= round_opener arabic_integer round_closer
/// `（1）`.
fn arabic_paren(i: Input<'_>) -> Rule<'_, Option<u32>> {
    delimited(satisfy(charset::is_round_opener), arabic_integer, satisfy(charset::is_round_closer)).parse(i)
}

// dotted ::= arabic_integer ("." arabic_integer)+
/// `1.2.3`; its number is the last.
pub(super) fn dotted(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (rest, _) = recognize((arabic_integer, many1_count((one_of(".．"), arabic_integer)))).parse(i)?;
    let whole = i.text.get(..i.text.len() - rest.text.len()).unwrap_or_default();
    Ok((rest, whole.rsplit(['.', '．']).next().and_then(|last| last.parse().ok())))
}

// point ::= "、" | "." | "．"
/// What stands behind a number: `一、`, `1.`.
fn point(i: Input<'_>) -> Rule<'_, char> {
    one_of("、.．").parse(i)
}

/// The step that stands between `i` and `rest`.
fn step_of<'a>(i: Input<'a>, rest: Input<'a>, unit: Unit, number: Option<u32>, sub: u32) -> Step<'a> {
    let text = i.text.get(..i.text.len() - rest.text.len()).unwrap_or_default();
    Step { unit, number, sub, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Unit, Option<u32>, u32, &str)> {
        let (rest, step) = step(Input::new(text, 0)).ok()?;
        Some((step.unit, step.number, step.sub, rest.text))
    }

    #[test]
    fn steps_are_read_as_they_are_cited() {
        let section = Unit::Section;
        for (text, unit, number, sub) in [
            ("第十条", Unit::Law(MarkerStyle::Article), 10, 0),
            ("第10条之一", Unit::Law(MarkerStyle::Article), 10, 1),
            ("第三分编", Unit::Law(MarkerStyle::Subpart), 3, 0),
            ("第二款", Unit::Clause, 2, 0),
            ("第（一）项", Unit::Item, 1, 0),
            ("第（二之一）项", Unit::Item, 2, 1),
            ("（二之一）", section(MarkerStyle::HanParen), 2, 1),
            ("第1目", Unit::Subitem, 1, 0),
            ("第二部分", Unit::Portion, 2, 0),
            ("一、", section(MarkerStyle::Han), 1, 0),
            ("（三）", section(MarkerStyle::HanParen), 3, 0),
            ("(3)", section(MarkerStyle::ArabicParen), 3, 0),
            ("2", section(MarkerStyle::Arabic), 2, 0),
            ("1.2", section(MarkerStyle::Dotted), 2, 0),
            ("③", section(MarkerStyle::Circled), 3, 0),
            ("附件2", Unit::Attachment, 2, 0),
        ] {
            assert_eq!(read(text), Some((unit, Some(number), sub, "")), "{text}");
        }
        assert_eq!(read("附件"), Some((Unit::Attachment, None, 0, "")));
    }

    #[test]
    fn what_counts_nothing_is_no_step() {
        for text in ["", "第", "第条", "第十", "（）", "通知", "十百", "第（一项"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "[第一十（）()0-9.、条款项①附件之]{0,12}") {
            let _ = read(&text);
        }
    }
}
