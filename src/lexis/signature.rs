//! 发文机关署名 and personal signatures: `云岭市财政局　云岭市水利局`, `市　长　李某` (9704 7.3.5).

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::one_of;
use nom::character::complete::satisfy;
use nom::combinator::{opt, peek, recognize, verify};
use nom::multi::{many_m_n, many0_count};
use nom::sequence::{preceded, terminated};

use super::input::{Input, Rule};
use super::organ;
use super::token::{self, blanks, colon, range, slice, whole};
use super::vocabulary::{NOT_NAMES, POSTS};
use crate::ast::{Signature, Signer, Text};
use crate::charset::{self, holds_pair, is_blank, is_colon, trim_end};

/// The longest line with a personal signature, in bytes.
const LONGEST: usize = 150;

/// The longest line with a post alone, in bytes.
const LONGEST_POST: usize = 60;

/// The longest name, in characters.
const LONGEST_NAME: usize = 16;

/// The longest name without a point, in characters.
const LONGEST_PLAIN_NAME: usize = 4;

/// Most letters of the organ in front of a post.
const LONGEST_PREFIX: usize = 30;

/// Reads a line of 署名: its organs are parted by wide gaps, by single blanks between organs, or by 、.
pub(crate) fn signature<'src>(whole: &Text<'src>) -> Signature<'src> {
    let organs = match pieces(whole.as_str()).as_slice() {
        [piece] => organ::list(whole, piece.clone()),
        pieces => pieces.iter().flat_map(|piece| organ::list(whole, piece.clone())).collect(),
    };
    Signature { text: whole.clone(), organs }
}

/// The stretches of `text` that hold an organ each. A letter-spaced name is one stretch.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for run in runs(text) {
        if !text.get(run.clone()).is_some_and(|run| run.contains(|c: char| c.is_alphabetic() && !c.is_ascii())) {
            continue;
        }
        match pieces.last_mut() {
            Some(last) if !parts(text, last, &run) => last.end = run.end,
            _ => pieces.push(run),
        }
    }
    pieces
}

/// Whether gaps part `line` into two organs or more, and nothing else is on it.
pub(crate) fn are_organs(line: &str) -> bool {
    let pieces = if line.len() <= LONGEST * 2 { pieces(line) } else { Vec::new() };
    pieces.len() > 1 && pieces.into_iter().all(|piece| line.get(piece).is_some_and(organ::is_organ))
}

/// The stretches of `text` without a blank.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    let runs = text.split_inclusive(is_blank).map(move |piece| {
        let start = next;
        next += piece.len();
        start..start + trim_end(piece).len()
    });
    runs.filter(|run| !run.is_empty())
}

/// Whether the gap between the stretches `left` and `right` parts two organs.
fn parts(text: &str, left: &Range<usize>, right: &Range<usize>) -> bool {
    let part = |range: Range<usize>| text.get(range).unwrap_or("");
    let (before, blanks, after) = (part(left.clone()), part(left.end..right.start), part(right.clone()));
    let letters = |text: &str| text.chars().filter(|&c| !is_blank(c)).count();
    let last_run = before.rsplit(is_blank).next().unwrap_or("");
    let spaced = letters(last_run) == 1 && letters(after) == 1;
    let wide = blanks.chars().count() > 1 || blanks.contains('\t');
    if wide { !spaced || organ::is_organ(before) } else { organ::is_organ(before) && organ::is_organ(after) }
}

/// Whether `line` is a personal signature: a post, a gap, and a name of two to four letters.
pub(crate) fn recognise_signer(line: &str) -> bool {
    // The name is at the end: a short run of letters behind a gap.
    line.len() <= LONGEST
        && line.ends_with(|c| charset::is_han(c) || is_blank(c))
        && gap_in_front_of_name(line)
        && signer_parts(line).is_some()
}

/// Whether `line`, over a 成文日期, is a post with the name close behind it, and no organ: `国务院总理李某某`.
pub(crate) fn is_close_signer(line: &str) -> bool {
    close_parts(line).is_some() && !organ::is_organ(line)
}

/// Where post and name stand, with nothing between them.
fn close_parts(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    if line.len() > LONGEST_POST {
        return None;
    }
    // A name of two letters, or of three.
    let post = |&at: &usize| {
        let front = line.get(..at).unwrap_or("");
        front.ends_with(['员', '长', '理', '席', '任', '记']) && is_post(front)
    };
    let at = line.char_indices().rev().map(|(at, _)| at).take(3).skip(1).find(post)?;
    line.get(at..).is_some_and(|name| name.chars().all(is_letter) && is_name(name)).then_some((0..at, at..line.len()))
}

/// Whether `line` is a post alone, whose name is on the next line: `国务院总理`.
pub(crate) fn is_post(line: &str) -> bool {
    line.len() <= LONGEST_POST
        && line.chars().all(|c| charset::is_han(c) || is_blank(c))
        && POSTS.words().iter().any(|post| line.ends_with(post))
}

/// Whether a gap stands in front of the letters at the end of `line`, few as they are in a name.
fn gap_in_front_of_name(line: &str) -> bool {
    let line = trim_end(line);
    let gap = |most: usize| {
        let mut letters = line.chars().rev().take(most + 1);
        letters.find(|&c| !(is_letter(c) || is_point(c))).is_some_and(|c| is_blank(c) || is_colon(c))
    };
    gap(LONGEST_PLAIN_NAME) || (may_hold_point(line) && gap(LONGEST_NAME))
}

/// Whether a point may stand in `line`: the last two bytes of `·`, `•`, `．` or `・` do.
fn may_hold_point(line: &str) -> bool {
    holds_pair(line, [[0xc2, 0xb7], [0x80, 0xa2], [0xbc, 0x8e], [0x83, 0xbb]])
}

/// Reads a personal signature.
pub(crate) fn signer<'src>(whole: &Text<'src>) -> Signer<'src> {
    let (post, name) = signer_parts(whole.as_str()).or_else(|| close_parts(whole.as_str())).unzip();
    let text = |range: Option<Range<usize>>| range.and_then(|range| slice(whole, range));
    Signer { text: whole.clone(), post: text(post), name: text(name) }
}

/// Where post and name stand.
fn signer_parts(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    if line.len() > LONGEST {
        return None;
    }
    whole(line, signer_line)
}

// signer_line ::= titled_post separator name blanks
/// `省长　李某某`, `国务院总理 王某`, `部 长：张　某`.
fn signer_line(i: Input<'_>) -> Rule<'_, (Range<usize>, Range<usize>)> {
    let start = i.start as usize;
    let (i, end) = titled_post(i)?;
    let (i, ()) = separator(i)?;
    let (i, name) = verify(name, |name: &Input<'_>| is_name(name.text)).parse(i)?;
    let (i, _) = blanks(i)?;
    Ok((i, (start..end, range(name))))
}

// titled_post ::= (letter blanks){0,30} post
/// `云岭市市长`, `代省长`; gives the byte behind it.
fn titled_post(i: Input<'_>) -> Rule<'_, usize> {
    let mut rest = i;
    for _ in 0..=LONGEST_PREFIX {
        if let Ok((rest, post)) = post(rest) {
            return Ok((rest, range(post).end));
        }
        (rest, _) = (satisfy(is_letter), blanks).parse(rest)?;
    }
    Err(nom::Err::Error(()))
}

// post ::= one_in(POSTS) acting? &separator
/// `市长`, `省长（代）`; gives its last word.
fn post(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let (i, (post, acting)) = terminated((token::one_in(&POSTS), opt(acting)), peek(separator)).parse(i)?;
    Ok((i, acting.unwrap_or(post)))
}

// acting ::= ("（" | "(") ("代" | "代理" | "兼") ("）" | ")")
/// `（代）` behind a post.
fn acting(i: Input<'_>) -> Rule<'_, Input<'_>> {
    recognize((one_of("（("), token::one_of(&["代理", "代", "兼"]), one_of("）)"))).parse(i)
}

// separator ::= colon | blank blanks
fn separator(i: Input<'_>) -> Rule<'_, ()> {
    alt((colon.map(|_| ()), preceded(satisfy(is_blank), blanks).map(|_| ()))).parse(i)
}

// name ::= letter blanks letter (blanks letter){0,2} | letter+ "·" letter+
/// `李某某`, `王　某`, `阿某·买某`.
fn name(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let letters = |i| many0_count(satisfy(is_letter)).parse(i);
    let pointed = recognize((letters, satisfy(is_point), letters));
    let short = recognize((satisfy(is_letter), many_m_n(1, 3, preceded(blanks, satisfy(is_letter)))));
    alt((pointed, short)).parse(i)
}

/// Whether `name` may be one: no post, no word of a form.
fn is_name(name: &str) -> bool {
    let plain: String = name.chars().filter(|&c| !is_blank(c)).collect();
    let letters = plain.chars().count();
    (2..=16).contains(&letters)
        && !POSTS.words().iter().any(|post| plain.ends_with(post))
        && !NOT_NAMES.contains(&plain.as_str())
}

/// Whether `c` parts the halves of a name: `阿某·买某`.
const fn is_point(c: char) -> bool {
    matches!(c, '·' | '•' | '．' | '・')
}

/// Whether `c` is a 汉字.
fn is_letter(c: char) -> bool {
    charset::is_han(c) || (!c.is_ascii() && c.is_alphabetic())
}

#[cfg(test)]
mod tests;
