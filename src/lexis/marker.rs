//! The number that opens a unit: `一、`, `（一）`, `1.`, `第十条之一`, `①`.

mod common;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{opt, value};
use nom::sequence::{delimited, preceded, terminated};

use super::input::{Input, Rule};
use super::numeral::{arabic_integer, circled_integer, han_integer, integer};
use super::token::colon;
use crate::ast::MarkerStyle;
use crate::charset::{self, HanSet};

/// What a line's first characters say it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How the number is written.
    pub(crate) style: MarkerStyle,
    /// Its value; `u32::MAX` where it does not fit. Of 1.2.3 the last part.
    pub(crate) number: u32,
    /// 之一; of 1.2.3 the parts in front, a byte each, the count of all parts in the lowest byte.
    pub(crate) sub: u32,
    /// Its bytes.
    pub(crate) len: u8,
}

/// The longest stretch looked at, in bytes: a marker is never longer.
const LONGEST: usize = 64;

/// The blanks between cells of a table: letter-spacing has fewer.
const CELLS: &str = "   ";

/// No larger number has a comma for its point.
const MOST_BEFORE_COMMA: u32 = 20;

/// The marker `line` begins with, if it begins with one. The first bytes decide for nearly all lines.
#[inline]
pub(crate) fn recognise(line: &str) -> Option<Mark> {
    if may_open(line.as_bytes()) { opened(line) } else { None }
}

/// The marker of a line that may open with one.
#[inline(never)]
fn opened(line: &str) -> Option<Mark> {
    let found = common::common(line.as_bytes());
    if found.is_some() { found } else { uncommon(line) }
}

/// One that is no common marker: few lines ask for it.
#[cold]
fn uncommon(line: &str) -> Option<Mark> {
    if counts_something(line) { None } else { by_grammar(line) }
}

/// What the grammar reads.
#[cold]
fn by_grammar(line: &str) -> Option<Mark> {
    let head = line.get(..line.floor_char_boundary(LONGEST)).unwrap_or(line);
    let (rest, mark) = marker(Input::new(head, 0)).ok()?;
    Some(Mark { len: u8::try_from(head.len() - rest.text.len()).ok()?, ..mark })
}

/// Whether nothing that makes a marker of a number stands behind it: `2024年`, `一是`, `（此件`, `3/12`, `12`.
fn counts_something(line: &str) -> bool {
    let number = |c| charset::is_digit(c) || charset::is_han_numeral(c);
    let makes = |c| charset::is_blank(c) || matches!(c, '.' | '．' | ',' | '，' | ')' | '）' | '、' | '﹑');
    let behind = line.strip_prefix(['（', '(']).unwrap_or(line).trim_start_matches(number);
    match behind.chars().next() {
        // `第一条`, `（二之一）`.
        Some('第' | '之') => false,
        Some(c) => charset::is_han(c) || (behind.len() < line.len() && !makes(c)),
        None => true,
    }
}

/// The 汉字 that may open a marker.
static OPENERS: HanSet = HanSet::of(&[
    '第', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '廿', '卅', '百', '千', '万', '零',
]);

/// Whether these bytes may open a marker: digits, 汉字 numerals, 第, brackets, ①.
#[inline]
fn may_open(bytes: &[u8]) -> bool {
    match *bytes {
        [first @ 0xe4..=0xe9, middle, last, ..] => OPENERS.has_bytes([first, middle, last]),
        [b'0'..=b'9' | b'(', ..]
        // ① and friends, Kangxi radicals, 〇 and ㈠, （, ０–９.
        | [0xe2, 0x91 | 0x92 | 0x93 | 0x9d | 0x9e | 0xbc, ..]
        | [0xe3, 0x80 | 0x88 | 0x89 | 0x8a, ..]
        | [0xef, 0xbc, 0x88 | 0x90..=0x99, ..] => true,
        _ => false,
    }
}

// marker ::= law_marker | bracketed | circled | han_marker | arabic_marker
fn marker(i: Input<'_>) -> Rule<'_, Mark> {
    match i.text.chars().next() {
        Some('第') => law_marker(i),
        Some('（' | '(') => bracketed(i),
        Some('\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' | '㉑'..='㊿') => circled(i),
        Some('0'..='9' | '０'..='９') => arabic_marker(i),
        _ => han_marker(i),
    }
}

// law_marker ::= "第" integer law_unit ("之" han_integer)?
/// `第三章`, `第十条之一`, `第 2 条`.
fn law_marker(i: Input<'_>) -> Rule<'_, Mark> {
    let (i, number) = delimited((tag("第"), blanks), integer, blanks).parse(i)?;
    let (i, style) = law_unit(i)?;
    let (i, sub) = opt(preceded(tag("之"), han_integer)).parse(i)?;
    Ok((i, mark(style, number, sub.flatten().unwrap_or(0))))
}

// law_unit ::= "分编" | "编" | "章" | "节" | "条"
fn law_unit(i: Input<'_>) -> Rule<'_, MarkerStyle> {
    alt((
        value(MarkerStyle::Article, tag("条")),
        value(MarkerStyle::Chapter, tag("章")),
        value(MarkerStyle::Section, tag("节")),
        value(MarkerStyle::Subpart, tag("分编")),
        value(MarkerStyle::Part, tag("编")),
    ))
    .parse(i)
}

/// A part of a document that is no 编: its number, and whether its name stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Division {
    pub(crate) number: Option<u32>,
    pub(crate) named: bool,
}

// division ::= "第" integer "部分" colon? <a name>?
/// `第一部分　部门概况`, `第二部分`.
pub(crate) fn division(line: &str) -> Option<Division> {
    let rule = |i| terminated(delimited(tag("第"), integer, tag("部分")), opt(colon)).parse(i);
    let (name, number) = line.strip_prefix('第').and_then(|_| rule(Input::new(line, 0)).ok())?;
    let name = charset::trim_start(name.text);
    // `第二部分由各单位编写，…` is a sentence.
    let named = name.chars().nth(1).is_some() && !name.contains(CELLS) && !name.contains(['，', ',']);
    (named || name.is_empty()).then_some(Division { number, named })
}

// bracketed ::= ("（" | "(") (arabic_integer | han_integer ("之" han_integer)?) ("）" | ")") "、"?
/// `（一）`, `(2)`, `（三）、`, `（二之一）`, of any width.
fn bracketed(i: Input<'_>) -> Rule<'_, Mark> {
    let sub = opt(preceded(tag("之"), han_integer));
    let han = (han_integer, sub).map(|(n, sub)| (MarkerStyle::HanParen, n, sub.flatten().unwrap_or(0)));
    let arabic = arabic_integer.map(|n| (MarkerStyle::ArabicParen, n, 0));
    let number = delimited((one_of("（("), blanks), alt((arabic, han)), (blanks, one_of("）)")));
    let (i, (style, number, sub)) = terminated(number, opt(tag("、"))).parse(i)?;
    Ok((i, mark(style, number, sub)))
}

// circled ::= circled_integer | "⑴" … "⒇" | "㈠" … "㈩" | "⒈" … "⒛"
/// `①`; `⑴` counts as （1）, `㈠` as （一）, `⒈` as 1. .
fn circled(i: Input<'_>) -> Rule<'_, Mark> {
    let code = |c: char, from: char| Some(c as u32 - from as u32 + 1);
    let form = satisfy(|_| true).map_opt(move |c| match c {
        '⑴'..='⒇' => Some(mark(MarkerStyle::ArabicParen, code(c, '⑴'), 0)),
        '⒈'..='⒛' => Some(mark(MarkerStyle::Arabic, code(c, '⒈'), 0)),
        '㈠'..='㈩' => Some(mark(MarkerStyle::HanParen, code(c, '㈠'), 0)),
        _ => None,
    });
    terminated(alt((form, circled_integer.map(|n| mark(MarkerStyle::Circled, n, 0)))), opt(tag("、"))).parse(i)
}

// han_marker ::= han_integer blanks ("、" | "．" | "." | "﹑" | "）" | ")" | <a comma of ASCII>)
/// `一、`, `十二．`, `一,`; `一）` counts as （一）.
fn han_marker(i: Input<'_>) -> Rule<'_, Mark> {
    let (i, number) = terminated(han_integer, blanks).parse(i)?;
    // `一，` is more often the end of `…之一，` on the line before.
    if let Ok((i, ',')) = comma(i, number) {
        return Ok((i, mark(MarkerStyle::Han, number, 0)));
    }
    let (i, point) = one_of("、．.﹑）)")(i)?;
    let style = if matches!(point, '）' | ')') { MarkerStyle::HanParen } else { MarkerStyle::Han };
    Ok((i, mark(style, number, 0)))
}

// comma ::= ("," | "，") blanks <a letter that is no unit>
/// A comma typed for the point, behind a small number: of `1,最低标准`, not of `1,000元` or `三十，或者公司`.
fn comma(i: Input<'_>, number: Option<u32>) -> Rule<'_, char> {
    let (rest, comma) = one_of(",，")(i)?;
    let letter = blanks(rest)?.0.text.chars().next().is_some_and(|c| c.is_alphabetic() && !is_unit(c));
    let small = number.is_some_and(|n| (1..=MOST_BEFORE_COMMA).contains(&n));
    if small && letter { Ok((rest, comma)) } else { Err(nom::Err::Error(())) }
}

// arabic_marker ::= dotted | arabic_integer ("." | "．" | "、" | "﹑" | "）" | ")" | comma) | arabic_integer blank
/// `1.`, `2、`, `3）`, `1.2.1`; `1　总则` counts as a dotted number of one part.
fn arabic_marker(i: Input<'_>) -> Rule<'_, Mark> {
    if let Ok((rest, mark)) = dotted(i) {
        return Ok((rest, mark));
    }
    let (i, number) = arabic_integer(i)?;
    if number.is_some_and(|n| n < 100) && i.text.starts_with(charset::is_blank) {
        // A heading follows, not more digits or a unit: `1　总则`.
        let heading = i.text.trim_start_matches(charset::is_blank);
        if heading.starts_with(|c: char| c.is_alphabetic() && !is_unit(c)) {
            return Ok((i, mark(MarkerStyle::Dotted, number, 1)));
        }
    }
    let (i, ()) = blanks(i)?;
    if let Ok((i, _)) = comma(i, number) {
        return Ok((i, mark(MarkerStyle::Arabic, number, 0)));
    }
    let (i, point) = one_of(".．、﹑）)")(i)?;
    let style = if matches!(point, '）' | ')') { MarkerStyle::ArabicParen } else { MarkerStyle::Arabic };
    Ok((i, mark(style, number, 0)))
}

// dotted ::= small (("." | "．") small){1,3} "."? (blank | letter)
/// `1.2`, `3.1.4`: parts of one or two digits, no unit or digit behind.
fn dotted(i: Input<'_>) -> Rule<'_, Mark> {
    let (mut i, first) = small(i)?;
    let (mut parts, mut last, mut count) = (0, first, 1);
    while count < 4 {
        let Ok((rest, next)) = preceded(one_of(".．"), small).parse(i) else { break };
        (parts, last, count) = ((parts << 8) | last, next, count + 1);
        i = rest;
    }
    let (i, _) = opt(one_of(".．、")).parse(i)?;
    let follows = i.text.chars().next();
    let word = |c: char| c.is_alphabetic() && !opens_unit(c, i.text);
    let heading = follows.is_none_or(|c| charset::is_blank(c) || word(c) || c == '《' || c == '“');
    if count < 2 || !heading {
        return Err(nom::Err::Error(()));
    }
    Ok((i, Mark { style: MarkerStyle::Dotted, number: last, sub: (parts << 8) | count, len: 0 }))
}

// small ::= digit{1,2}
fn small(i: Input<'_>) -> Rule<'_, u32> {
    let (rest, digits) = take_while_m_n(1, 2, charset::is_digit)(i)?;
    if rest.text.starts_with(charset::is_digit) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, digits.text.chars().filter_map(charset::digit_value).fold(0, |sum, d| sum * 10 + d)))
}

// blanks ::= blank{0,4}
fn blanks(i: Input<'_>) -> Rule<'_, ()> {
    let (i, _) = take_while_m_n(0, 4, charset::is_blank)(i)?;
    Ok((i, ()))
}

/// Whether `text`, whose first letter is `c`, begins with a unit: `公里`, not `公司`.
fn opens_unit(c: char, text: &str) -> bool {
    match c {
        '公' => ["公里", "公斤", "公顷", "公分", "公尺"].iter().any(|unit| text.starts_with(unit)),
        '平' => ["平方", "平米"].iter().any(|unit| text.starts_with(unit)),
        _ => is_unit(c),
    }
}

/// Characters that make `1.5` in front of them an amount: `1.5万元`, `1.5个百分点`.
const fn is_unit(c: char) -> bool {
    matches!(
        c,
        '万' | '亿'
            | '千'
            | '百'
            | '个'
            | '倍'
            | '元'
            | '米'
            | '吨'
            | '亩'
            | '公'
            | '平'
            | '年'
            | '月'
            | '日'
            | '号'
            | '折'
            | '度'
    )
}

fn mark(style: MarkerStyle, number: Option<u32>, sub: u32) -> Mark {
    Mark { style, number: number.unwrap_or(u32::MAX), sub, len: 0 }
}

#[cfg(test)]
mod tests;
