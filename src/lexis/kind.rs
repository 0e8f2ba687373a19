//! 文种 at the end of a title: 通知, 请示, 办法（试行）.

use super::token::part;
use super::vocabulary;
use crate::ast::{Direction, Genre, Kind, Text};
use crate::charset;

/// The most remarks in brackets that may stand behind a 文种: `办法（试行）（征求意见稿）`.
const MOST_REMARKS: usize = 3;
/// No such remark is longer, in bytes.
const LONGEST_REMARK: usize = 90;

/// Where the 文种 begins that ends `s`, a remark in brackets behind it left out: `…办法（试行）`.
pub(crate) fn at_end(s: &str) -> Option<(usize, Genre, Option<Direction>)> {
    let s = without_remarks(s);
    let fits = |(word, ..): &&(&str, Genre, Option<Direction>)| s.ends_with(word);
    if vocabulary::NOT_KINDS.iter().any(|word| s.ends_with(word)) {
        return None;
    }
    let listed = vocabulary::KINDS.iter().find(fits);
    listed.map(|(word, genre, direction)| (s.len() - word.len(), *genre, *direction)).or_else(|| clauses(s))
}

/// A document named for the count of its clauses: `稳增长二十条`.
fn clauses(s: &str) -> Option<(usize, Genre, Option<Direction>)> {
    let counted = s.strip_suffix('条')?;
    let front = counted.trim_end_matches(charset::is_han_numeral);
    let named = front.len() < counted.len() && !front.is_empty() && !front.ends_with('第');
    named.then_some((front.len(), Genre::Other, None))
}

/// Reads the 文种 that ends a title.
pub(crate) fn kind<'src>(title: &Text<'src>) -> Option<Kind<'src>> {
    let (start, genre, direction) = at_end(title.as_str())?;
    let end = without_remarks(title.as_str()).len();
    Some(Kind { text: title.slice(start, end), genre, direction })
}

/// `s` without blanks and remarks in brackets at its end: （试行）, （2023年修订）, 【废止】.
pub(super) fn without_remarks(s: &str) -> &str {
    (0..MOST_REMARKS).fold(trim_end(s), |s, _| without_remark(s))
}

fn without_remark(s: &str) -> &str {
    let closer = |c| charset::is_round_closer(c) || matches!(c, '】' | '］' | ']');
    let opener = |c| charset::is_round_opener(c) || matches!(c, '【' | '［' | '[');
    let at = s.rfind(opener).filter(|&at| at > 0 && s.ends_with(closer) && s.len() - at <= LONGEST_REMARK);
    at.map_or(s, |at| trim_end(part(s, 0..at)))
}

fn trim_end(s: &str) -> &str {
    s.trim_end_matches(charset::is_blank)
}

#[cfg(test)]
mod tests;
