//! What is named by its place: `前款`, `前两款`, `本条第一款`, `上述第（二）项`.

use nom::Parser;
use nom::bytes::complete::tag;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::preceded;

use super::provisions::{self, glued};
use super::{Base, Mention, from};
use crate::ast::MarkerStyle;
use crate::charset;
use crate::lexis::input::{Input, Rule};
use crate::lexis::numeral::integer;
use crate::lexis::step::{self, Unit};
use crate::lexis::token::part;
use crate::lexis::vocabulary;

/// `前款`, `前两款`, `前款第（一）项`, `前款和第九条`, 前 at byte `at`.
pub(super) fn before(text: &str, at: usize) -> Vec<Mention<'_>> {
    let Ok((rest, (unit, count))) = units_before(from(text, at)) else { return Vec::new() };
    // 前三条 may be measures: of 条 and 项 several are told by what follows.
    let vague = count > 1 && !matches!(unit, Unit::Clause);
    relative(text, at, rest, Base::Before(unit, count), vague, vocabulary::NOT_BEFORE)
}

/// `本条`, `本条第一款`, 本 at byte `at`.
pub(super) fn here(text: &str, at: usize) -> Vec<Mention<'_>> {
    let Ok((rest, unit)) = unit_here(from(text, at)) else { return Vec::new() };
    let sure = matches!(unit, Unit::Law(MarkerStyle::Article | MarkerStyle::Chapter));
    relative(text, at, rest, Base::Here(unit), !sure, vocabulary::NOT_HERE)
}

/// `上述第（二）项`, `前述第一款`, 述 at byte `at`.
pub(super) fn above(text: &str, at: usize, after: usize) -> Vec<Mention<'_>> {
    let start = at.saturating_sub("上".len());
    if start < after || !part(text, start..at).starts_with(['上', '前']) {
        return Vec::new();
    }
    provisions::read(text, at + "述".len(), start, Base::Above)
}

// units_before ::= "前" ("两" | integer)? law_unit
/// `前款`, `前两款`; how many.
fn units_before(i: Input<'_>) -> Rule<'_, (Unit, u32)> {
    let count = opt(integer.map(|count| count.filter(|count| *count > 1)).or(value(Some(2), tag("两"))));
    let (rest, (count, unit)) = preceded(tag("前"), (count, law_unit)).parse(i)?;
    match count {
        None => Ok((rest, (unit, 1))),
        Some(Some(count)) => Ok((rest, (unit, count))),
        Some(None) => Err(nom::Err::Error(())),
    }
}

// unit_here ::= "本" law_unit
/// `本条`.
fn unit_here(i: Input<'_>) -> Rule<'_, Unit> {
    preceded(tag("本"), law_unit).parse(i)
}

// law_unit ::= unit
/// 编章节条款项目, not 部分.
fn law_unit(i: Input<'_>) -> Rule<'_, Unit> {
    map(verify(step::unit, |unit| *unit != Unit::Portion), |unit| unit).parse(i)
}

/// The mention that begins with `base`, with the provisions behind it. Where it is `vague` it counts only with
/// provisions, or with what follows references.
fn relative<'a>(
    text: &'a str,
    at: usize,
    rest: Input<'a>,
    base: Base<'a>,
    vague: bool,
    no_word: &'static str,
) -> Vec<Mention<'a>> {
    let (Base::Here(unit) | Base::Before(unit, _)) = base else { return Vec::new() };
    let letter = part(text, 0..at).chars().next_back();
    if letter.is_some_and(|letter| no_word.contains(letter)) || glued(unit, rest.text) {
        return Vec::new();
    }
    let end = rest.start as usize;
    let found = provisions::read(text, end, at, base.clone());
    if !found.is_empty() {
        return found;
    }
    if vague && !follows(rest.text) {
        return Vec::new();
    }
    let mut found = vec![Mention::new(at..end, base)];
    found.extend(provisions::joined(text, rest));
    found
}

/// Whether a provision without anything round it is told to be one by what follows: `第三条规定`, not `第三条生产线`.
pub(super) fn is_cited(text: &str, mention: &Mention<'_>) -> bool {
    let (before, behind) = (part(text, 0..mention.range.start), part(text, mention.range.end..text.len()));
    match mention.steps.first() {
        // 第二部分 alone is the heading of one, or any part.
        Some(step) if step.unit == Unit::Portion => false,
        // No measure has brackets.
        Some(step) if step.is_bracketed() && !before.is_empty() => true,
        // A 条 that lost its line stands at the front, or at the end with no word that leads to it.
        _ if before.is_empty() => vocabulary::BEHIND_FIRST_REFERENCES.open(behind),
        _ => (!behind.is_empty() || before.ends_with(charset::is_han)) && follows(behind),
    }
}

/// Whether `rest` goes on as a sentence does behind a reference.
pub(super) fn follows(rest: &str) -> bool {
    let Some(letter) = rest.chars().next() else { return true };
    let stop = charset::is_stop(letter) || charset::is_closer(letter) || matches!(letter, '、' | '”' | '’' | '"');
    stop || vocabulary::BEHIND_REFERENCES.open(rest)
}
