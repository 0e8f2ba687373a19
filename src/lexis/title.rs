//! 标题: 发文机关, 关于, 事由, 的, 文种 (9704 7.3.1).

use std::ops::Range;

use memchr::memchr_iter;

use super::kind::End;
use super::token::{depth_behind, fields, part, slice, trim, trim_range_by};
use super::{kind, organ, vocabulary};
use crate::ast::{Genre, Issue, IssueAction, Organ, Text, Title};
use crate::charset::{self, holds_pair};

/// The longest text between 的 and the 文种, in bytes: `的若干政策措施`.
const LONGEST_QUALIFIER: usize = 12;
/// The lengths a title may have, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=200;

/// The most bytes a title may have.
const LONGEST: usize = *LENGTHS.end() * 4;

/// A title taken apart, as bytes of its text.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    /// 发文机关, in front of everything; perhaps empty.
    issuers: Range<usize>,
    /// What stands behind 关于, or the action and what it acts on.
    subject: Option<Range<usize>>,
}

/// Reads a title whose lines were joined.
pub(crate) fn title<'src>(whole: &Text<'src>) -> Title<'src> {
    let text = whole.as_str();
    let end = kind::at_end(text);
    let parts = take_apart(text, end);
    Title {
        text: whole.clone(),
        issuers: issuers(whole, parts.issuers),
        subject: parts.subject.clone().and_then(|subject| slice(whole, subject)),
        kind: end.map(|end| kind::kind(whole, end)),
        issue: parts.subject.and_then(|subject| issue(whole, subject)),
    }
}

/// Whether `s`, lines joined, could be a title: it ends in a 文种, or says 关于…的…
pub(crate) fn looks_like_title(s: &str) -> bool {
    let s = trim(s);
    let kind = s.len() <= LONGEST && ends_in_kind(s);
    if s.len() > LONGEST || !kind && !s.contains("关于") {
        return false;
    }
    let open = s.ends_with(|c| charset::is_colon(c) || charset::is_separator(c));
    if open || opens_as_lead(s) {
        return false;
    }
    let Some(signs) = signs(s) else { return false };
    (kind && (signs.about || !signs.clauses)) || (signs.of && !signs.clauses)
}

/// What stands in a title outside brackets.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    /// 关于.
    about: bool,
    /// 的 behind 关于, with something behind it.
    of: bool,
    /// A comma.
    clauses: bool,
}

/// The signs in `s`; `None` where it is too long or too short, or holds the end of a sentence.
fn signs(s: &str) -> Option<Signs> {
    let (mut signs, mut depth, mut length, mut next) = (Signs::default(), 0_usize, 0_usize, 0);
    while let Some(tail) = s.as_bytes().get(next..).filter(|tail| !tail.is_empty()) {
        length += 1;
        // 汉字 are known by their first byte, 关于 and 的 by all of theirs.
        if let [0xe4..=0xe9, ..] = tail {
            next += 3;
            match tail {
                [0xe5, 0x85, 0xb3, 0xe4, 0xba, 0x8e, ..] => signs.about |= depth == 0,
                [0xe7, 0x9a, 0x84, _, ..] => signs.of |= signs.about && depth == 0,
                _ => {}
            }
            continue;
        }
        let c = s.get(next..)?.chars().next()?;
        next += c.len_utf8();
        match c {
            '，' | ',' => signs.clauses |= depth == 0,
            '；' | ';' => return None,
            _ if charset::is_sentence_end(c) && c != '!' && c != '?' => return None,
            _ => depth = depth_behind(depth, c),
        }
    }
    LENGTHS.contains(&length).then_some(signs)
}

/// Whether `s` ends in a 文种 that does not point back: `本办法` does.
fn ends_in_kind(s: &str) -> bool {
    let points = |front: &str| {
        (front.ends_with(['本', '该', '此', '其', '述', '各', '按']) && !front.ends_with("基本"))
            || front.ends_with("根据")
            || front.ends_with("依据")
    };
    in_front_of_kind(s).is_some_and(|front| !points(front) && !is_kind(front))
}

/// Whether a title may end with the line `s`: in a 文种, and `s` is no column.
pub(crate) fn ends_whole(s: &str) -> bool {
    in_front_of_kind(s).is_some_and(|front| !is_kind(front))
}

/// Whether `s` is the name of a column of a page: `通知公告`, one 文种 and another.
pub(crate) fn is_column(s: &str) -> bool {
    in_front_of_kind(s).is_some_and(is_kind)
}

/// What stands in front of the 文种 that ends `s`.
fn in_front_of_kind(s: &str) -> Option<&str> {
    kind::at_end(s).map(|(start, ..)| part(s, 0..start))
}

/// Whether `s` is a 文种 and nothing else.
fn is_kind(s: &str) -> bool {
    kind::at_end(s).is_some_and(|(start, ..)| start == 0)
}

/// Whether `s` opens as the first sentence of a text: 为做好…, 根据…, 经研究….
pub(crate) fn opens_as_lead(s: &str) -> bool {
    vocabulary::LEADS.open(s) && !vocabulary::NOT_LEADS.open(s)
}

/// Takes a title, which ends in `kind`, apart at 关于, at 印发 and its like, or at 对.
fn take_apart(text: &str, kind: Option<End>) -> Parts {
    let end = kind.map_or_else(|| kind::without_remarks(text).len(), |(start, ..)| start);
    let about = outside(text, "关于").next().filter(|&at| at < end);
    let front = part(text, 0..about.unwrap_or(end));
    if let Some(at) = action_behind_issuer(front).or_else(|| about.is_none().then(|| action_at_start(front))?) {
        return Parts { issuers: 0..at, subject: Some(at..subject_end(text, at, end)) };
    }
    if let Some(at) = about {
        let start = at + "关于".len();
        return Parts { issuers: 0..at, subject: Some(start..subject_end(text, start, end)) };
    }
    if let Some(at) = outside(front, "对").find(|&at| at == 0 || organ::is_organ(part(front, 0..at))) {
        let start = at + "对".len();
        return Parts { issuers: 0..at, subject: Some(start..subject_end(text, start, end)) };
    }
    // An order or announcement names its organ only: `云岭市人民政府令`.
    if organ::is_organ(front) {
        return Parts { issuers: 0..front.len(), subject: None };
    }
    match kind.and_then(|(_, genre, _)| issuer_in_front(front, genre)) {
        Some(at) => Parts { issuers: 0..at, subject: Some(at..end) },
        None => Parts { issuers: 0..0, subject: None },
    }
}

/// Where the issuer ends of one of the 15 文种 without 关于: `云岭市人民政府任免通知`. Laws and plans bear the names of
/// organs they are about.
fn issuer_in_front(front: &str, genre: Genre) -> Option<usize> {
    if matches!(genre, Genre::Other | Genre::Minutes | Genre::Report) {
        return None;
    }
    let ends = front.char_indices().rev().map(|(at, _)| at);
    ends.take_while(|&at| at > 0 && !front.starts_with(charset::is_digit))
        .find(|&at| organ::is_organ(part(front, 0..at)))
}

/// Where an action begins behind the issuer: `云岭市人民政府办公室转发…`.
fn action_behind_issuer(front: &str) -> Option<usize> {
    let issuer = |at: &usize| {
        let issuer = trim(part(front, 0..*at));
        organ::is_organ(issuer) || issuer.ends_with("部门") || issuer.ends_with("单位")
    };
    actions(front).find(issuer)
}

/// Where an action opens the title: `印发《…》的通知`.
fn action_at_start(front: &str) -> Option<usize> {
    let bare = charset::trim_start(front);
    let opens = vocabulary::ISSUE_ACTIONS.iter().any(|(word, _)| bare.starts_with(word));
    opens.then_some(front.len() - bare.len())
}

/// Where the words 印发, 转发 … stand outside brackets.
fn actions(text: &str) -> impl Iterator<Item = usize> {
    // The last two bytes of 发, 转 and 布: one of them is in each word.
    let holds_one = holds_pair(text, [[0x8f, 0x91], [0xbd, 0xac], [0xb8, 0x83]]);
    let words = if holds_one { vocabulary::ISSUE_ACTIONS } else { &[] };
    words.iter().flat_map(move |(word, _)| outside(text, word))
}

/// Where the subject ends that begins at `start`: in front of the last 的 if little stands behind it.
fn subject_end(text: &str, start: usize, end: usize) -> usize {
    let of = outside(text, "的").take_while(|&at| at < end).last();
    of.filter(|&at| at > start && end - at <= "的".len() + LONGEST_QUALIFIER).unwrap_or(end)
}

/// What a title passes on, where its subject begins with 印发 or the like.
fn issue<'src>(whole: &Text<'src>, subject: Range<usize>) -> Option<Issue<'src>> {
    let text = part(whole.as_str(), subject.clone());
    let front = text.trim_start_matches(charset::is_blank);
    let start = subject.start + text.len() - front.len();
    let opens = |(word, _): &&(&str, IssueAction)| front.starts_with(word);
    let (word, action) = vocabulary::ISSUE_ACTIONS.iter().find(opens)?;
    let what = slice(whole, start + word.len()..subject.end)?;
    let what = if is_quoted(&what) { slice(&what, "《".len()..what.len() - "》".len())? } else { what };
    Some(Issue { action: *action, what })
}

/// Whether one pair of 《》 stands round all of `text`.
fn is_quoted(text: &str) -> bool {
    let mut depth = 0_usize;
    let closed = text.char_indices().find(|&(_, c)| {
        match c {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '》' && depth == 0
    });
    text.starts_with('《') && closed.is_some_and(|(at, c)| at + c.len_utf8() == text.len())
}

/// The issuers in `range`: parted by 、, or by blanks where an organ stands on each side.
fn issuers<'src>(whole: &Text<'src>, range: Range<usize>) -> Vec<Organ<'src>> {
    let dash = |c| charset::is_blank(c) || matches!(c, '—' | '-' | '：' | ':');
    let range = trim_range_by(whole.as_str(), range, dash);
    let words = || fields(whole.as_str(), range.clone(), charset::is_blank);
    if words().all(|word| organ::is_organ(part(whole.as_str(), word))) {
        return words().flat_map(|word| organ::list(whole, word)).collect();
    }
    let listed = organ::list(whole, range.clone());
    if listed.iter().all(|name| organ::is_organ(&name.text)) {
        return listed;
    }
    organ::organ(whole, range).into_iter().collect()
}

/// Where `word`, which begins with a 汉字, stands in `text` outside 《》 and the like.
fn outside<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    // Its last byte tells the first letter best.
    let letter = word.as_bytes().get(2).copied().unwrap_or_default();
    let (mut depth, mut from) = (0, 0);
    memchr_iter(letter, text.as_bytes()).filter_map(move |at| {
        let at = at.checked_sub(2).filter(|&at| part(text, at..text.len()).starts_with(word))?;
        depth = charset::signs(part(text, from..at)).fold(depth, |depth, (_, c)| depth_behind(depth, c));
        from = at;
        (depth == 0).then_some(at)
    })
}

#[cfg(test)]
mod tests;
