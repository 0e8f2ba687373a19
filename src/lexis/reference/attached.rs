//! Attachments in a sentence: `附件2`, `附件1至附件3`, `（见附件）`, `附件2第三条`.

use nom::bytes::complete::tag;
use nom::character::complete::satisfy;
use nom::combinator::{map, opt, verify};
use nom::sequence::{delimited, preceded};
use nom::{Input as _, Parser, branch::alt};

use super::provisions::through;
use super::relative::follows;
use super::{Base, Mention, from, owner, provisions};
use crate::charset;
use crate::lexis::input::{Input, Rule};
use crate::lexis::numeral::{arabic_integer, circled_integer, han_integer};
use crate::lexis::step::{Step, Unit};
use crate::lexis::token::{blanks, part};
use crate::lexis::vocabulary;

/// The attachments named at byte `at`, where they are referred to; what of the text stands behind `after` was not
/// read.
pub(super) fn attached(text: &str, at: usize, after: usize) -> Vec<Mention<'_>> {
    let (start, base) = match owner::owner(text, after..at) {
        (start, base @ (Base::Own(_) | Base::That(_))) => (start, base),
        _ => (at, Base::Bare),
    };
    let found = attached_of(text, at, start, &base);
    if found.first().is_some_and(|first| first.base == Base::Bare && !is_cited(text, first)) {
        return Vec::new();
    }
    found
}

/// Whether an attachment is referred to, and not labelled or meant as a kind of paper: `见附件`, `附件2`.
fn is_cited(text: &str, mention: &Mention<'_>) -> bool {
    let (before, behind) = (part(text, 0..mention.range.start), part(text, mention.range.end..text.len()));
    let numbered = mention.steps.iter().any(|step| step.number.is_some());
    if before.trim_end_matches(charset::is_blank).is_empty() {
        return numbered && follows(behind) && !behind.is_empty() && !behind.starts_with(charset::is_colon);
    }
    // `2.附件一：` labels one.
    if behind.starts_with(charset::is_colon) && before.ends_with(['.', '．', '、', '。']) {
        return false;
    }
    let bracketed = before.ends_with(charset::is_round_opener) && behind.starts_with(charset::is_round_closer);
    let seen = before.trim_end_matches(charset::is_blank).ends_with('见') && !behind.starts_with(charset::is_han);
    numbered || bracketed || seen || behind.starts_with("所列") || mention.steps.len() > 1
}

/// The attachments named at byte `at` of what `base` says, and the provisions of the last.
pub(super) fn attached_of<'a>(text: &'a str, at: usize, start: usize, base: &Base<'a>) -> Vec<Mention<'a>> {
    let mut found: Vec<Mention<'a>> = Vec::new();
    let Ok((mut rest, first)) = label(from(text, at)) else { return found };
    let numbered = first.number.is_some();
    found.push(Mention { steps: vec![first], ..Mention::new(start..rest.start as usize, base.clone()) });
    while let Some((behind, (last_of_several, step))) = more(rest).ok().filter(|_| numbered) {
        let end = behind.start as usize;
        match found.last_mut() {
            Some(last) if last_of_several && last.through.is_empty() => {
                last.through = vec![step];
                last.range.end = end;
            }
            _ => {
                let begin = end - step.text.len();
                found.push(Mention { steps: vec![step], ..Mention::new(begin..end, base.clone()) });
            }
        }
        rest = behind;
    }
    provisions_of_last(text, &mut found);
    found
}

/// Reads the provisions behind the last attachment: `附件2第三条`.
fn provisions_of_last<'a>(text: &'a str, found: &mut Vec<Mention<'a>>) {
    let Some(last) = found.last().filter(|last| last.through.is_empty()) else { return };
    let mut inner = provisions::read(text, last.range.end, last.range.start, last.base.clone());
    for mention in &mut inner {
        for way in [&mut mention.steps, &mut mention.through].into_iter().filter(|way| !way.is_empty()) {
            way.splice(0..0, last.steps.iter().copied());
        }
    }
    if !inner.is_empty() {
        found.pop();
        found.append(&mut inner);
    }
}

// label ::= "附件" blanks number?
/// `附件2`, `附件`; an `附件` without a number has no blanks behind it.
fn label(i: Input<'_>) -> Rule<'_, Step<'_>> {
    let (bare, _) = tag("附件")(i)?;
    let numbered = preceded(blanks, number).parse(bare).ok();
    let (rest, (number, sub)) = numbered.map_or((bare, (None, 0)), |(rest, (number, sub))| (rest, (Some(number), sub)));
    let text = i.take(i.text.len() - rest.text.len()).text;
    Ok((rest, Step { unit: Unit::Attachment, number, sub, text }))
}

// more ::= (through | "、" | "和" | "及" | "与") "附件"? blanks number
/// One more number of a list, and whether it is the last of several: `、2`, `至附件3`.
fn more(i: Input<'_>) -> Rule<'_, (bool, Step<'_>)> {
    let and = alt((tag("、"), tag("和"), tag("及"), tag("与")));
    let (written, joint) = alt((map(through, |_| true), map(and, |_| false))).parse(i)?;
    let (rest, (number, sub)) = preceded((opt(tag("附件")), blanks), number).parse(written)?;
    let text = written.take(written.text.len() - rest.text.len()).text;
    Ok((rest, (joint, Step { unit: Unit::Attachment, number: Some(number), sub, text })))
}

// number ::= bracketed | circled_integer | arabic_integer ("-" arabic_integer)? | han_integer
/// `2`, `一`, `（3）`, `1-2`; not that of an amount or a point of a list: `附件3份`, `附件一并`, `附件1.`.
fn number(i: Input<'_>) -> Rule<'_, (u32, u32)> {
    let part = preceded(alt((tag("-"), tag("－"), tag("—"), tag("–"))), arabic_integer);
    let plain = |number| (number, None);
    let any =
        alt((map(bracketed, plain), map(circled_integer, plain), (arabic_integer, opt(part)), map(han_integer, plain)));
    let (rest, (number, part)) =
        verify(any, |(number, _): &(Option<u32>, _)| number.is_some_and(|number| number < 1000)).parse(i)?;
    if rest.text.starts_with(|c| vocabulary::NOT_BEHIND_ATTACHMENTS.contains(c)) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, (number.unwrap_or(0), part.flatten().unwrap_or(0))))
}

// bracketed ::= round_opener (arabic_integer | han_integer) round_closer
/// `（3）`.
fn bracketed(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (opener, closer) = (satisfy(charset::is_round_opener), satisfy(charset::is_round_closer));
    delimited(opener, alt((arabic_integer, han_integer)), closer).parse(i)
}
