//! 一是…二是…三是… inside a paragraph.

use memchr::memmem;

use crate::ast::{EnumerationItem, EnumerationStyle, Text};
use crate::span::Span;

/// The ways to count inside a paragraph; the second member tells that there is an enumeration.
const STYLES: [(EnumerationStyle, &str, &str); 6] = [
    (EnumerationStyle::Is, "", "是"),
    (EnumerationStyle::Is, "", "要"),
    (EnumerationStyle::Ordinal, "第", "，"),
    (EnumerationStyle::Ordinal, "第", "是"),
    (EnumerationStyle::HanParen, "（", "）"),
    (EnumerationStyle::HanParen, "(", ")"),
];
const HAN: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
    "十八", "十九", "二十",
];
const SEQUENCE: [&str; 4] = ["首先，", "其次，", "再次，", "最后，"];
const CIRCLED: [&str; 10] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"];

/// The members of the enumeration in `text`: all of them, or the one that opens it.
pub(super) fn enumeration(text: &Text<'_>) -> Vec<EnumerationItem> {
    let bytes = text.as_bytes();
    let counted = memmem::find(bytes, "二".as_bytes()).is_some() || opens_with_number(text);
    if counted {
        for (style, front, back) in STYLES {
            let word = |n: usize| HAN.get(n).map(|han| [front, han, back].concat());
            let found = members(text, style, word);
            if !found.is_empty() {
                return found;
            }
        }
    }
    if memmem::find(bytes, "②".as_bytes()).is_some() {
        return members(text, EnumerationStyle::Circled, |n| CIRCLED.get(n).map(|&c| c.to_owned()));
    }
    if text.starts_with("首先，") || memmem::find(bytes, "其次，".as_bytes()).is_some() {
        return members(text, EnumerationStyle::Sequence, |n| SEQUENCE.get(n).map(|&s| s.to_owned()));
    }
    Vec::new()
}

/// A paragraph may be one member of an enumeration: 三是….
fn opens_with_number(text: &str) -> bool {
    super::super::body::opens_enumeration(text)
}

/// The members whose numbers are `word(0)`, `word(1)` …, in order, each at the start of a clause.
fn members(text: &Text<'_>, style: EnumerationStyle, word: impl Fn(usize) -> Option<String>) -> Vec<EnumerationItem> {
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let mut from = 0;
    let first = (0..HAN.len()).find(|&n| word(n).is_some_and(|w| text.starts_with(&w))).unwrap_or(0);
    for n in first.. {
        let Some(at) = word(n).and_then(|w| find_clause(text, &w, from)) else { break };
        starts.push((at, u32::try_from(n + 1).unwrap_or(u32::MAX)));
        from = at + 3;
    }
    let alone = starts.first().is_some_and(|&(at, _)| at == 0) && style != EnumerationStyle::HanParen;
    if starts.len() < 2 && !alone {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|&(at, _)| at).chain([text.len()]);
    let item = |(&(start, number), end): (&(usize, u32), usize)| {
        let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        EnumerationItem { span: text.source_span(start, end), at: Span::new(at(start), at(end)), number, style }
    };
    starts.iter().zip(ends).map(item).collect()
}

/// Where `word` stands at the start of a clause, behind byte `from`.
fn find_clause(text: &str, word: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    memmem::find_iter(rest.as_bytes(), word.as_bytes()).map(|at| from + at).find(|&at| {
        let before = text.get(..at).and_then(|front| front.trim_end().chars().next_back());
        before.is_none_or(|c| {
            matches!(c, '。' | '；' | '：' | '，' | '、' | ';' | ':' | ',' | '）' | ')' | '”' | '！' | '？')
        })
    })
}
