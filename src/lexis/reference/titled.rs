//! Documents named by their title: `《云岭市停车管理办法》（云政发〔2024〕12号，以下简称《办法》）第十条`.

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{opt, recognize};

use super::attached::attached_of;
use super::{Base, Cited, Mention, from, provisions};
use crate::charset;
use crate::lexis::input::{Input, Rule};
use crate::lexis::token::{depth_behind, fields, part, trim_range, trim_range_by};
use crate::lexis::{doc_number, vocabulary};

/// The longest remark in brackets behind a title, in bytes.
const LONGEST_REMARK: usize = 300;
/// The longest short name, in bytes.
const LONGEST_ALIAS: usize = 90;
/// How many blanks may stand between a title and a remark.
const MOST_GAP: usize = 2;
/// How many remarks may stand behind one title.
const MOST_REMARKS: usize = 3;

/// What stands in 《》 and in no other 《》, with the signs. What is never closed is none.
pub(super) fn titles(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut closed): (Vec<usize>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    for (at, sign) in text.match_indices(['《', '》']) {
        if sign == "《" {
            open.push(at);
        } else if let Some(start) = open.pop() {
            while closed.pop_if(|inner| inner.start > start).is_some() {}
            closed.push(start..at + sign.len());
        }
    }
    closed
}

/// The document whose title stands at `title`, `number` in front of it, and its provisions.
pub(super) fn read(text: &str, title: Range<usize>, number: Option<Range<usize>>) -> Vec<Mention<'_>> {
    let start = number.as_ref().map_or(title.start, |number| number.start);
    let inner = trim_range(text, title.start + "《".len()..title.end - "》".len());
    if inner.is_empty() {
        return Vec::new();
    }
    let mut cited = Cited { title: Some(inner), number, alias: None };
    let mut end = title.end;
    for _ in 0..MOST_REMARKS {
        let Some(remark) = remark(text, end) else { break };
        if !note(text, remark.clone(), &mut cited) && !cites_provision(text, remark.end) {
            break;
        }
        end = remark.end;
    }
    behind(text, end, start, cited)
}

/// The provisions or attachments behind byte `end`, up to which `cited` was read; else the document as a whole.
pub(super) fn behind(text: &str, end: usize, start: usize, cited: Cited) -> Vec<Mention<'_>> {
    let whole = Mention::new(start..end, Base::Cited(cited.clone()));
    let Ok((rest, _)) = link(from(text, end)) else { return vec![whole] };
    let at = rest.start as usize;
    let mut found = provisions::read(text, at, start, Base::Cited(cited.clone()));
    if found.is_empty() {
        found = attached_of(text, at, start, &Base::Cited(cited));
    }
    if found.is_empty() { vec![whole] } else { found }
}

// link ::= blank{0,2} ("中的" | "中" | "的" | "之")?
/// What may stand between a document and its provision.
fn link(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let blanks = nom::bytes::complete::take_while_m_n(0, 2, charset::is_blank);
    recognize((blanks, opt(alt((tag("中的"), tag("中"), tag("的"), tag("之")))))).parse(i)
}

/// Whether a provision stands right behind byte `end`.
fn cites_provision(text: &str, end: usize) -> bool {
    !provisions::read(text, end, end, Base::Bare).is_empty()
}

/// A remark in round brackets at byte `at` or behind a blank there, brackets and all.
fn remark(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = part(text, at..text.len());
    let gap = rest.chars().take(MOST_GAP).take_while(|c| charset::is_blank(*c)).map(char::len_utf8).sum::<usize>();
    let (at, rest) = (at + gap, part(rest, gap..rest.len()));
    if !rest.starts_with(charset::is_round_opener) {
        return None;
    }
    let near = part(rest, 0..rest.floor_char_boundary(LONGEST_REMARK));
    let mut depth = 0;
    let closer = near.char_indices().find(|(_, c)| {
        depth = depth_behind(depth, *c);
        depth == 0
    });
    closer.map(|(close, c)| at..at + close + c.len_utf8())
}

/// Takes the 发文字号 and the short name that a remark gives; whether it gives one.
fn note(text: &str, remark: Range<usize>, cited: &mut Cited) -> bool {
    let mut said = false;
    let inner = trim_range_by(text, remark, |c| charset::is_round_opener(c) || charset::is_round_closer(c));
    for field in fields(text, inner, charset::is_separator) {
        if let Some(alias) = alias(text, field.clone()) {
            cited.alias.get_or_insert(alias);
            said = true;
        } else if let Some(number) = doc_number::recognise(part(text, field.clone())) {
            cited.number.get_or_insert(field.start + number.start..field.start + number.end);
            said = true;
        }
    }
    said
}

/// The short name that `field` gives: 办法 of `以下简称《办法》`.
fn alias(text: &str, field: Range<usize>) -> Option<Range<usize>> {
    let field = trim_range(text, field);
    let whole = part(text, field.clone());
    let word = vocabulary::SHORT_NAME.near(whole).find(|word| whole.starts_with(word))?;
    let sign = |c: char| charset::is_blank(c) || "《》“”\"‘’「」为：:".contains(c);
    let name = trim_range_by(text, field.start + word.len()..field.end, sign);
    (!name.is_empty() && name.len() <= LONGEST_ALIAS && !word.contains('统')).then_some(name)
}
