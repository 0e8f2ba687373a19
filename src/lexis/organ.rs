//! Organs, alone and in lists: `各县（市、区）人民政府，市政府各部门：`.

use std::ops::Range;

use super::token::{depth_behind, part, parted, slice, trim};
use super::vocabulary;
use crate::ast::{Addressee, Organ, Text};
use crate::charset;

mod addressee;
mod seams;

pub(crate) use addressee::{may_be_addressee, recognise_addressee};

/// No organ's name is longer, in characters.
const LONGEST: usize = 40;
/// Nor in bytes, blanks and a remark included.
const LONGEST_BYTES: usize = 400;

/// Reads 主送机关.
pub(crate) fn addressee<'src>(whole: &Text<'src>) -> Addressee<'src> {
    Addressee { text: whole.clone(), organs: list(whole, 0..whole.len()) }
}

/// The organs in the bytes `range` of `whole`, parted by 、，； outside brackets, or glued; a colon or 。 at the end is
/// left out.
pub(crate) fn list<'src>(whole: &Text<'src>, range: Range<usize>) -> Vec<Organ<'src>> {
    let start = range.start;
    let text = part(whole.as_str(), range);
    let mut organs = Vec::new();
    let mut read = |piece: Range<usize>| organs.extend(organ(whole, start + piece.start..start + piece.end));
    let mut last: Option<Range<usize>> = None;
    for piece in split(text) {
        match &mut last {
            // `各委、办、局` is one.
            Some(last) if is_letter(trim(part(text, piece.clone()))) => last.end = piece.end,
            last => seams::parts(text, piece, |part| {
                if let Some(last) = last.replace(part) {
                    read(last);
                }
            }),
        }
    }
    last.into_iter().for_each(read);
    organs
}

/// Whether `s` is one letter for a kind of organ: 办.
fn is_letter(s: &str) -> bool {
    matches!(s, "委" | "办" | "局" | "处" | "室" | "科" | "所" | "院" | "部" | "厅")
}

/// The organ on the bytes `range` of `whole`; `None` where nothing is there.
pub(crate) fn organ<'src>(whole: &Text<'src>, range: Range<usize>) -> Option<Organ<'src>> {
    slice(whole, range).map(|text| Organ { text })
}

/// The members of a list as byte ranges, some perhaps empty.
pub(super) fn split(list: &str) -> impl Iterator<Item = Range<usize>> {
    let list = list.trim_end_matches(is_idle);
    // Where brackets are left open, they hold nothing together.
    let mut even = None;
    let mut is_even = move || *even.get_or_insert_with(|| depth_at_end(list) == 0);
    let mut depth = 0_usize;
    parted(list, move |c| {
        depth = depth_behind(depth, c);
        charset::is_separator(c) && (depth == 0 || !is_even())
    })
}

/// Whether `c` is no part of a list at its end.
fn is_idle(c: char) -> bool {
    charset::is_blank(c) || charset::is_colon(c) || charset::is_sentence_end(c)
}

fn depth_at_end(text: &str) -> usize {
    charset::signs(text).fold(0, |depth, (_, c)| depth_behind(depth, c))
}

/// Whether `s` looks like the name of an organ: `云岭市人民政府办公室`, `青泉县财政局（代章）`.
pub(crate) fn is_organ(s: &str) -> bool {
    if !may_be_organ(s) {
        return false;
    }
    let name = trim(without_bracket(trim(s)));
    has_organ_ending(name) && !is_clause(name) && is_name(name)
}

/// Gives `take` the organs of `text` that have nothing between them.
pub(crate) fn parts(text: &str, take: impl FnMut(Range<usize>)) {
    seams::parts(text, 0..text.len(), take);
}

/// Whether `s` may be the name of an organ, by its length and its last letter.
pub(crate) fn may_be_organ(s: &str) -> bool {
    let may_end = |c| may_close_name(c) || charset::is_round_closer(c) || charset::is_blank(c);
    s.len() <= LONGEST_BYTES && s.ends_with(may_end)
}

/// Whether `s` is the end of an organ's name and no whole one: `领导小组办公室`, `委员会办公室（代章）`.
pub(crate) fn is_organ_end(s: &str) -> bool {
    let name = trim(without_bracket(trim(s)));
    vocabulary::ORGAN_TAILS.open(name) && is_organ(s)
}

/// Whether `name` is written in letters, blanks and round brackets, is as long as names are, and holds no word that no
/// organ's name holds.
fn is_name(name: &str) -> bool {
    let sign = |c| charset::is_blank(c) || charset::is_round_opener(c) || charset::is_round_closer(c) || c == '·';
    let letter = |c: char| charset::is_han(c) || sign(c) || c.is_alphanumeric();
    let mut length = 0;
    for (at, c) in name.char_indices() {
        length += 1;
        if length > LONGEST || !letter(c) || vocabulary::NOT_IN_ORGANS.stand_at(name, at, c) {
            return false;
        }
    }
    length >= 2
}

/// `name` without a remark in brackets at its end: （代章）, （盖章）.
fn without_bracket(name: &str) -> &str {
    if !name.ends_with(charset::is_round_closer) {
        return name;
    }
    let opener = name.rfind(charset::is_round_opener).filter(|&at| at > 0);
    opener.map_or(name, |at| part(name, 0..at))
}

/// Whether `name` ends as the names of organs do.
pub(super) fn has_organ_ending(name: &str) -> bool {
    let letter = || name.ends_with(vocabulary::ORGAN_LETTERS) && name.chars().nth(2).is_some();
    let word = || vocabulary::NOT_ORGANS.end(name) && !vocabulary::ORGANS_AFTER_ALL.end(name);
    (letter() || vocabulary::ORGAN_SUFFIXES.end(name)) && !word()
}

/// Whether `c` may be the last letter of an organ's name.
fn may_close_name(c: char) -> bool {
    vocabulary::ORGAN_SUFFIXES.may_end(c) || vocabulary::ORGAN_LETTERS.contains(&c)
}

/// Whether `name` opens as a clause.
fn is_clause(name: &str) -> bool {
    opens_with_preposition(name) || vocabulary::NOT_ORGAN_OPENINGS.open(name)
}

/// Whether `text` opens with a preposition: `报市人民政府`, `为做好`.
pub(super) fn opens_with_preposition(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(vocabulary::is_preposition)
        && letters.next().is_some_and(vocabulary::follows_preposition)
}

#[cfg(test)]
mod tests;
