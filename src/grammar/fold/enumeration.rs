//! 一是…二是…三是… inside a paragraph.

use std::sync::LazyLock;

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memchr_iter;
use memchr::memmem::{Finder, FinderBuilder};
use smallvec::SmallVec;

use crate::ast::{EnumerationItem, EnumerationStyle, Text};
use crate::charset::opens_han_numeral;
use crate::span::{Span, offset};

/// A way to count inside a paragraph: its style, what stands in front of a number, what behind.
#[derive(Debug)]
struct Way {
    style: EnumerationStyle,
    front: &'static str,
    back: &'static str,
}

impl Way {
    const fn new(style: EnumerationStyle, front: &'static str, back: &'static str) -> Self {
        Self { style, front, back }
    }
}

/// The ways to count in 汉字.
const HAN_WAYS: [Way; 6] = [
    Way::new(EnumerationStyle::Is, "", "是"),
    Way::new(EnumerationStyle::Is, "", "要"),
    Way::new(EnumerationStyle::Ordinal, "第", "，"),
    Way::new(EnumerationStyle::Ordinal, "第", "是"),
    Way::new(EnumerationStyle::HanParen, "（", "）"),
    Way::new(EnumerationStyle::HanParen, "(", ")"),
];
const CIRCLED_WAY: Way = Way::new(EnumerationStyle::Circled, "", "");
const SEQUENCE_WAY: Way = Way::new(EnumerationStyle::Sequence, "", "");

const HAN: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
    "十八", "十九", "二十",
];
const SEQUENCE: [&str; 4] = ["首先，", "其次，", "再次，", "最后，"];
const CIRCLED: [&str; 10] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"];

/// Numbers in order, each with what looks for it.
type Numbers = [Finder<'static>];

/// All numbers, made ready once.
#[derive(Debug)]
struct Searchers {
    han: [Finder<'static>; HAN.len()],
    circled: [Finder<'static>; CIRCLED.len()],
    sequence: [Finder<'static>; SEQUENCE.len()],
}

static SEARCHERS: LazyLock<Searchers> = LazyLock::new(|| {
    let finder = |word: &'static str| FinderBuilder::new().build_forward_with_ranker(Utf8, word);
    Searchers { han: HAN.map(finder), circled: CIRCLED.map(finder), sequence: SEQUENCE.map(finder) }
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

/// Where second members stand in a text: where they are missing there is no enumeration.
#[derive(Debug)]
pub(super) struct Seconds<'s> {
    han: Places<'s>,
    circled: Places<'s>,
    sequence: Places<'s>,
    /// The first of them all behind the start of what was asked for.
    next: usize,
}

impl<'s> Seconds<'s> {
    /// `is_circled` tells whether a circled number may stand in `source`.
    pub(super) fn new(source: &'s str, is_circled: bool) -> Self {
        let Searchers { han, circled, sequence } = &*SEARCHERS;
        let places = |numbers, second| Places { source, numbers, second, next: 0 };
        let han = places(han.as_slice(), |numbers, text| numbers.get(1)?.find(text));
        let sequence = places(sequence.as_slice(), |numbers, text| numbers.get(1)?.find(text));
        // Its first byte is rare: the quotes and dashes of a text have it too.
        let circled = places(circled.as_slice(), |numbers, text| {
            let second = numbers.get(1)?.needle();
            memchr_iter(0xe2, text).find(|&at| text.get(at..).is_some_and(|rest| rest.starts_with(second)))
        });
        let circled = if is_circled { circled } else { Places { next: usize::MAX, ..circled } };
        Self { han, circled, sequence, next: 0 }
    }

    /// The members of the enumeration in `text`: all of them, or the one that opens it.
    #[inline]
    pub(super) fn enumeration(&mut self, text: &Text<'_>) -> Box<[EnumerationItem]> {
        let opens = super::super::body::opens_enumeration(text);
        if opens | self.any_in(text.span) { self.found(text, opens) } else { Box::default() }
    }

    /// Whether one lies in `span`.
    fn any_in(&mut self, span: Span) -> bool {
        if self.next <= span.start as usize {
            self.look_from(span.start as usize);
        }
        self.next < span.end as usize
    }

    #[inline(never)]
    fn look_from(&mut self, start: usize) {
        self.next = self.han.from(start).min(self.circled.from(start)).min(self.sequence.from(start));
    }

    /// The members in a text that has some.
    // A call brings them back in two registers.
    #[inline(never)]
    fn found(&mut self, text: &Text<'_>, opens: bool) -> Box<[EnumerationItem]> {
        let Span { start, end } = text.span;
        let has = |places: &mut Places<'_>| places.from(start as usize) < end as usize;
        if opens | has(&mut self.han) {
            let found = counted(text, self.han.numbers);
            if !found.is_empty() {
                return found;
            }
        }
        if has(&mut self.circled) {
            return members(text, &CIRCLED_WAY, self.circled.numbers);
        }
        if opens | has(&mut self.sequence) {
            return members(text, &SEQUENCE_WAY, self.sequence.numbers);
        }
        Box::default()
    }
}

/// Places of a second number. Asked for in ascending order, they are looked for once.
#[derive(Debug)]
struct Places<'s> {
    source: &'s str,
    numbers: &'static Numbers,
    /// What looks for the second one of them.
    second: fn(&Numbers, &[u8]) -> Option<usize>,
    /// The first one behind the start of what was asked for.
    next: usize,
}

impl Places<'_> {
    /// The first one from byte `start` on; no text is as long where there is none.
    fn from(&mut self, start: usize) -> usize {
        if self.next <= start {
            let rest = self.source.as_bytes().get(start..).unwrap_or_default();
            self.next = (self.second)(self.numbers, rest).map_or(usize::MAX, |at| start + at);
        }
        self.next
    }
}

/// The members counted in 汉字, in the way that the words round a 二, or the first words, tell.
fn counted(text: &Text<'_>, numbers: &Numbers) -> Box<[EnumerationItem]> {
    let mut held = [false; HAN_WAYS.len()];
    for at in numbers.get(1).into_iter().flat_map(|second| second.find_iter(text.as_bytes())) {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let behind = behind.strip_prefix('二').unwrap_or_default();
        for (held, way) in held.iter_mut().zip(&HAN_WAYS) {
            *held |= behind.starts_with(way.back) && before.ends_with(way.front);
        }
    }
    let opens = text.starts_with(|c| opens_han_numeral(c) || matches!(c, '第' | '（' | '('));
    for (held, way) in held.into_iter().zip(&HAN_WAYS).filter(|&(held, _)| held || opens) {
        let numeral = || text.strip_prefix(way.front).is_some_and(|rest| rest.starts_with(opens_han_numeral));
        if held || (numeral() && opening(text, way, numbers).is_some()) {
            let found = members(text, way, numbers);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Box::default()
}

/// The place among `numbers` of the one that opens `text`.
fn opening(text: &str, way: &Way, numbers: &Numbers) -> Option<usize> {
    let rest = text.strip_prefix(way.front)?.as_bytes();
    let opens = |number: &Finder<'_>| {
        rest.strip_prefix(number.needle()).is_some_and(|behind| behind.starts_with(way.back.as_bytes()))
    };
    numbers.iter().position(opens)
}

/// The members counted with `numbers` in order, each at the start of a clause.
fn members(text: &Text<'_>, way: &Way, numbers: &Numbers) -> Box<[EnumerationItem]> {
    let mut starts = SmallVec::<[(usize, u32); 8]>::new();
    let mut from = 0;
    for (n, number) in numbers.iter().enumerate().skip(opening(text, way, numbers).unwrap_or(0)) {
        let Some(at) = find_clause(text, way, number, from) else { break };
        starts.push((at, u32::try_from(n + 1).unwrap_or(u32::MAX)));
        from = at + text.get(at..).and_then(|member| member.chars().next()).map_or(1, char::len_utf8);
    }
    let alone = starts.first().is_some_and(|&(at, _)| at == 0) && way.style != EnumerationStyle::HanParen;
    if starts.len() < 2 && !alone {
        return Box::default();
    }
    let ends = starts.iter().skip(1).map(|&(at, _)| at).chain([text.len()]);
    let item = |(&(start, number), end): (&(usize, u32), usize)| {
        let (span, at) = (text.source_span(start, end), Span::new(offset(start), offset(end)));
        EnumerationItem { span, at, number, style: way.style }
    };
    starts.iter().zip(ends).map(item).collect()
}

/// Where `number` stands at the start of a clause, behind byte `from`.
fn find_clause(text: &str, way: &Way, number: &Finder<'_>, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    number.find_iter(rest.as_bytes()).find_map(|at| {
        let (before, behind) = rest.split_at_checked(at)?;
        let start = from + before.strip_suffix(way.front)?.len();
        let goes_on = behind.get(number.needle().len()..)?.starts_with(way.back);
        (goes_on && ends_clause(text.get(..start)?)).then_some(start)
    })
}

/// Whether a clause may begin behind `front`.
fn ends_clause(front: &str) -> bool {
    front.trim_end().chars().next_back().is_none_or(|c| {
        matches!(c, '。' | '；' | '：' | '，' | '、' | ';' | ':' | ',' | '）' | ')' | '”' | '！' | '？')
    })
}
