//! 文种 at the end of a title: 通知, 请示, 办法（试行）.

use super::index::Endings;
use super::token::part;
use super::vocabulary;
use crate::ast::{Direction, Genre, Kind, Text};
use crate::charset;

/// The most remarks in brackets that may stand behind a 文种: `办法（试行）（征求意见稿）`.
const MOST_REMARKS: usize = 3;
/// No such remark is longer, in bytes.
const LONGEST_REMARK: usize = 90;

/// The words of [`vocabulary::KINDS`], in their order.
const WORDS: [&str; vocabulary::KINDS.len()] = {
    let mut words = [""; vocabulary::KINDS.len()];
    let (mut slots, mut kinds) = (words.as_mut_slice(), vocabulary::KINDS);
    while let ([slot, next_slots @ ..], [(word, ..), next_kinds @ ..]) = (slots, kinds) {
        *slot = word;
        (slots, kinds) = (next_slots, next_kinds);
    }
    words
};

/// The same by their last letters.
static ENDINGS: Endings = Endings::of(&WORDS);

/// Where a 文种 begins that ends a text, and what it is.
pub(crate) type End = (usize, Genre, Option<Direction>);

/// Where the 文种 begins that ends `s`, remarks in brackets and the 期号 of 纪要 behind it left out: `…办法（试行）`.
pub(crate) fn at_end(s: &str) -> Option<End> {
    if !s.ends_with(may_end) {
        return None;
    }
    let s = without_issue(without_remarks(s));
    if s.ends_with('条') {
        return clauses(s);
    }
    let found = ENDINGS.find(s);
    if found.is_none_or(|(_, word)| is_letter(word))
        && let Some(end) = letter_spaced(s)
    {
        return Some(end);
    }
    let (place, word) = found?;
    let (_, genre, direction) = vocabulary::KINDS.get(place)?;
    let part_of_word = is_letter(word) && vocabulary::NOT_KINDS.end(s);
    (!part_of_word).then(|| (s.len() - word.len(), *genre, *direction))
}

/// Whether `word` has one letter.
fn is_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// A 文种 of two letters with blanks between them: `通　知`.
fn letter_spaced(s: &str) -> Option<End> {
    let last = s.chars().next_back()?;
    let front = s.strip_suffix(last).filter(|front| front.ends_with(charset::is_blank)).map(trim_end)?;
    let first = front.chars().next_back()?;
    let (_, genre, direction) = vocabulary::KINDS.iter().find(|(word, ..)| word.chars().eq([first, last]))?;
    Some((front.len() - first.len_utf8(), *genre, *direction))
}

/// Whether `c` may end a 文种, or what stands behind one.
pub(crate) fn may_end(c: char) -> bool {
    ENDINGS.may_end(c) || closes_remark(c) || charset::is_blank(c) || matches!(c, '条' | '期')
}

/// `s` without a 期号 behind 纪要: `市长办公会议纪要第31期`.
fn without_issue(s: &str) -> &str {
    let Some(counted) = s.strip_suffix('期') else { return s };
    let number = |c| charset::is_digit(c) || charset::is_han_numeral(c) || charset::is_blank(c);
    let front = counted.trim_end_matches(number).strip_suffix('第').map(trim_end);
    front.filter(|front| front.ends_with("纪要")).unwrap_or(s)
}

/// A document named for the count of its clauses: `稳增长二十条`.
fn clauses(s: &str) -> Option<End> {
    let counted = s.strip_suffix('条')?;
    let front = counted.trim_end_matches(charset::is_han_numeral);
    let named = front.len() < counted.len() && !front.is_empty() && !front.ends_with('第');
    named.then_some((front.len(), Genre::Other, None))
}

/// Reads the 文种 that ends a title, where it is known where it begins.
pub(crate) fn kind<'src>(title: &Text<'src>, (start, genre, direction): End) -> Kind<'src> {
    let end = without_issue(without_remarks(title.as_str())).len();
    Kind { text: title.slice(start, end), genre, direction }
}

/// `s` without blanks and remarks in brackets at its end: （试行）, （2023年修订）, 【废止】.
pub(super) fn without_remarks(s: &str) -> &str {
    let mut s = trim_end(s);
    for _ in 0..MOST_REMARKS {
        let bare = without_remark(s);
        if bare.len() == s.len() {
            break;
        }
        s = bare;
    }
    s
}

fn without_remark(s: &str) -> &str {
    if !s.ends_with(closes_remark) {
        return s;
    }
    let opener = |c| charset::is_round_opener(c) || matches!(c, '【' | '［' | '[');
    let at = s.rfind(opener).filter(|&at| at > 0 && s.len() - at <= LONGEST_REMARK);
    at.map_or(s, |at| trim_end(part(s, 0..at)))
}

const fn closes_remark(c: char) -> bool {
    charset::is_round_closer(c) || matches!(c, '】' | '］' | ']')
}

fn trim_end(s: &str) -> &str {
    charset::trim_end(s)
}

#[cfg(test)]
mod tests;
