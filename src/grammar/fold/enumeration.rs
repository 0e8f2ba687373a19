//! 一是…二是…三是… inside a paragraph.

use std::sync::LazyLock;

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memmem::{self, FindIter, Finder, FinderBuilder};

use crate::ast::{EnumerationItem, EnumerationStyle, Text};
use crate::charset::opens_han_numeral;
use crate::span::Span;

/// The ways to count inside a paragraph: style, what stands in front of the number, what behind.
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

/// Looks for the second member of an enumeration: where it is missing there is none.
#[derive(Debug)]
struct Searchers {
    han: Finder<'static>,
    circled: Finder<'static>,
    sequence: Finder<'static>,
}

static SEARCHERS: LazyLock<Searchers> = LazyLock::new(|| {
    let finder = |word: &'static str| FinderBuilder::new().build_forward_with_ranker(Utf8, word);
    Searchers { han: finder("二"), circled: finder("②"), sequence: finder("其次，") }
});

/// How often bytes are met in Chinese text: the first ones of characters, and those of ，。、, tell least.
struct Utf8;

impl HeuristicFrequencyRank for Utf8 {
    fn rank(&self, byte: u8) -> u8 {
        match byte {
            0x80 | 0x8c | 0xbc => 254,
            0xc0.. => 255,
            _ => 0,
        }
    }
}

/// Where second members stand in a text. Asked for places in ascending order, it looks at the text once.
#[derive(Debug)]
pub(super) struct Seconds<'s> {
    han: Places<'s>,
    circled: Places<'s>,
    sequence: Places<'s>,
}

impl<'s> Seconds<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let places = |finder: &'s Finder<'static>| Places::new(finder.find_iter(source.as_bytes()));
        let Searchers { han, circled, sequence } = &*SEARCHERS;
        Self { han: places(han), circled: places(circled), sequence: places(sequence) }
    }

    /// The members of the enumeration in `text`: all of them, or the one that opens it.
    pub(super) fn enumeration(&mut self, text: &Text<'_>) -> Box<[EnumerationItem]> {
        let opens = super::super::body::opens_enumeration(text);
        if opens || self.han.any_in(text.span) {
            let found = counted(text);
            if !found.is_empty() {
                return found;
            }
        }
        if self.circled.any_in(text.span) {
            return members(text, EnumerationStyle::Circled, |n, into| write(into, "", CIRCLED.get(n), ""));
        }
        if opens || self.sequence.any_in(text.span) {
            return members(text, EnumerationStyle::Sequence, |n, into| write(into, "", SEQUENCE.get(n), ""));
        }
        Box::default()
    }
}

/// Places of a word, ascending.
#[derive(Debug)]
struct Places<'s> {
    rest: FindIter<'s, 's>,
    next: Option<usize>,
}

impl<'s> Places<'s> {
    fn new(mut rest: FindIter<'s, 's>) -> Self {
        let next = rest.next();
        Self { rest, next }
    }

    /// Whether one lies in `span`.
    fn any_in(&mut self, span: Span) -> bool {
        while self.next.is_some_and(|at| at < span.start as usize) {
            self.next = self.rest.next();
        }
        self.next.is_some_and(|at| at < span.end as usize)
    }
}

/// The members counted in 汉字, in the style that the words round a 二, or the first words, tell.
fn counted(text: &Text<'_>) -> Box<[EnumerationItem]> {
    let mut held = [false; STYLES.len()];
    for at in SEARCHERS.han.find_iter(text.as_bytes()) {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let behind = behind.strip_prefix('二').unwrap_or_default();
        for (held, (_, front, back)) in held.iter_mut().zip(STYLES) {
            *held |= before.ends_with(front) && behind.starts_with(back);
        }
    }
    for (held, (style, front, back)) in held.into_iter().zip(STYLES) {
        let opens = || {
            text.strip_prefix(front).filter(|rest| rest.starts_with(opens_han_numeral)).is_some_and(|rest| {
                HAN.iter().any(|han| rest.strip_prefix(han).is_some_and(|behind| behind.starts_with(back)))
            })
        };
        if !held && !opens() {
            continue;
        }
        let found = members(text, style, |n, into| write(into, front, HAN.get(n), back));
        if !found.is_empty() {
            return found;
        }
    }
    Box::default()
}

/// Writes the number of a member, with what stands round it, into `into`; `None` where it has no number.
fn write(into: &mut String, front: &str, number: Option<&&str>, back: &str) -> Option<()> {
    into.clear();
    into.push_str(front);
    into.push_str(number?);
    into.push_str(back);
    Some(())
}

/// The members whose numbers are `word(0)`, `word(1)` …, in order, each at the start of a clause.
fn members(
    text: &Text<'_>,
    style: EnumerationStyle,
    word: impl Fn(usize, &mut String) -> Option<()>,
) -> Box<[EnumerationItem]> {
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let (mut from, mut number) = (0, String::new());
    let first = (0..HAN.len()).find(|&n| word(n, &mut number).is_some() && text.starts_with(&number)).unwrap_or(0);
    for n in first.. {
        let Some(at) = word(n, &mut number).and_then(|()| find_clause(text, &number, from)) else { break };
        starts.push((at, u32::try_from(n + 1).unwrap_or(u32::MAX)));
        from = at + 3;
    }
    let alone = starts.first().is_some_and(|&(at, _)| at == 0) && style != EnumerationStyle::HanParen;
    if starts.len() < 2 && !alone {
        return Box::default();
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
