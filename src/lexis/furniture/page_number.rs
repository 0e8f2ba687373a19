//! Page numbers: `— 1 —`, `- 12 -`, `第 3 页`, `3/12`, `12` (9704 7.5).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{opt, value, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::charset::{HanSet, is_blank, is_digit};
use crate::lexis::input::{Input, Rule};
use crate::lexis::numeral::{arabic_integer, integer};
use crate::lexis::token::{blanks, spaced, whole};

/// The longest line of a page number, in bytes.
const LONGEST: usize = 80;

/// The 汉字 that may open a page number: 一 is typed for a dash.
static OPENERS: HanSet = HanSet::of(&['第', '共', '一']);

/// A page number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageNumber {
    /// Whether the line is the number alone, without dashes or words.
    pub(crate) bare: bool,
    /// Its value.
    pub(crate) value: Option<u32>,
}

/// The page number that `line` is: `— 1 —`, `第3页 共10页`, `1 / 12`, `12`.
#[inline]
pub(crate) fn page_number(line: &str) -> Option<PageNumber> {
    match *line.as_bytes() {
        // Most lines open with a 汉字 that is none of these, or with brackets or quotes.
        [first @ 0xe4..=0xe9, middle, last, ..] if !OPENERS.has_bytes([first, middle, last]) => None,
        [] | [0xe3, ..] | [0xef, 0xbc, 0x88, ..] | [0xe2, 0x80, 0x9c, ..] => None,
        [b'0'..=b'9', ..] if is_figure(line) => None,
        _ => opened(line),
    }
}

/// The same of a line that may open as page numbers do.
fn opened(line: &str) -> Option<PageNumber> {
    let may_open = |c| is_digit(c) || is_dash(c) || is_roman(c) || matches!(c, '第' | '共' | 'P' | 'p');
    let may_end = |c| {
        is_digit(c)
            || is_dash(c)
            || is_roman(c)
            || is_blank(c)
            || matches!(c, '页' | '/' | '／' | '，' | ',' | '、' | '|')
    };
    // Most lines fail at their last character, a 汉字 or a mark such as 。.
    let ends_in_text =
        matches!(line.as_bytes(), [.., 0xe3..=0xe9, _, _]) && !line.ends_with(['页', '、', '一', '\u{3000}']);
    if line.len() > LONGEST || ends_in_text || !line.ends_with(may_end) || !line.starts_with(may_open) {
        return None;
    }
    plain(line).or_else(|| whole(line, line_of_number))
}

/// Whether the number that opens `line` goes on otherwise than one of a page, `3/12` included: `12.5`, `1,204`.
fn is_figure(line: &str) -> bool {
    let behind = line.bytes().find(|byte| !byte.is_ascii_digit());
    behind.is_some_and(|byte| matches!(byte, b'!'..=b'.' | b':'..=b'~' | 0xe4..=0xe9))
}

/// `— 1 —`, `-12-`, `12`, as nearly all are written.
fn plain(line: &str) -> Option<PageNumber> {
    let framed = line.strip_prefix(['—', '-']).and_then(|rest| rest.strip_suffix(['—', '-']));
    let digits = framed.map_or(line, |inner| inner.trim_matches(' '));
    let small = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value = || digits.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    small.then(|| PageNumber { bare: framed.is_none(), value: Some(value()) })
}

// line_of_number ::= bare | dashed | paged | of_total
fn line_of_number(i: Input<'_>) -> Rule<'_, PageNumber> {
    let framed = alt((dashed, paged, of_total)).map(|value| PageNumber { bare: false, value });
    // A bare number opens the others too.
    alt((framed, terminated(bare, blanks))).parse(i)
}

// bare ::= small | roman
/// `12`, `IV`.
fn bare(i: Input<'_>) -> Rule<'_, PageNumber> {
    alt((small, roman)).map(|value| PageNumber { bare: true, value }).parse(i)
}

// dashed ::= dash+ blanks (paged | counted | integer | roman) blanks dash+
/// `— 1 —`, `-12-`, `－１－`, `·3·`, `--- Page 2 ---`, `-- 1 of 1 --`.
fn dashed(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let dashes = |i| take_while1(is_dash)(i);
    let number = alt((paged, counted, integer, roman));
    delimited((dashes, blanks), number, (blanks, dashes, blanks)).parse(i)
}

// paged ::= in_han | total separator in_han | in_english
/// `第 3 页`, `第3页 共10页`, `第3页/共10页`, `共10页 第3页`, `Page 3 of 10`.
fn paged(i: Input<'_>) -> Rule<'_, Option<u32>> {
    alt((in_han, preceded((total, separator), in_han), in_english)).parse(i)
}

// in_han ::= "第" leaf separator total?
/// `第 3 页`, `第3页 共10页`.
fn in_han(i: Input<'_>) -> Rule<'_, Option<u32>> {
    delimited(spaced("第"), leaf, (separator, opt(total))).parse(i)
}

// total ::= "共" leaf blanks
/// `共10页`.
fn total(i: Input<'_>) -> Rule<'_, Option<u32>> {
    delimited(spaced("共"), leaf, blanks).parse(i)
}

// leaf ::= blanks (integer | "n" | "m")? blanks "页"
/// ` 3 页`; a template leaves the number open.
fn leaf(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let open = opt(one_of("nmNM")).map(|_| None);
    delimited(blanks, alt((integer, open)), (blanks, spaced("页"))).parse(i)
}

// separator ::= blanks ("/" | "／" | "，" | "," | "、" | "|")? blanks
fn separator(i: Input<'_>) -> Rule<'_, Option<char>> {
    delimited(blanks, opt(one_of("/／，,、|")), blanks).parse(i)
}

// in_english ::= ("Page" | "page" | "PAGE" | "P.") blanks counted blanks
/// `Page 3 of 10`.
fn in_english(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let word = alt((tag("Page"), tag("page"), tag("PAGE"), tag("P.")));
    delimited((word, blanks), counted, blanks).parse(i)
}

// counted ::= small (blanks "of" blanks small)?
/// `3`, `3 of 10`.
fn counted(i: Input<'_>) -> Rule<'_, Option<u32>> {
    terminated(small, opt((blanks, tag("of"), blanks, small))).parse(i)
}

// of_total ::= small blanks ("/" | "／") blanks small blanks
/// `3/12`, `1 / 12`: not more than the total, and more than one in all.
fn of_total(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let pair = (small, preceded((blanks, one_of("/／"), blanks), small));
    let (i, (page, _)) = verify(pair, |(page, total)| page <= total && *total > Some(1)).parse(i)?;
    value(page, blanks).parse(i)
}

// small ::= digit{1,4}
/// A number of at most four digits of either width.
fn small(i: Input<'_>) -> Rule<'_, Option<u32>> {
    verify(arabic_integer, |n| n.is_some_and(|n| n < 10_000)).parse(i)
}

// roman ::= ("i" | "v" | "x"){1,6} | ("I" | "V" | "X"){1,6} | "Ⅰ" … "Ⅻ"
/// A Roman number up to 39, as front matter has.
fn roman(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let (i, run) = take_while1(is_roman)(i)?;
    match roman_value(run.text) {
        Some(number) => Ok((i, Some(number))),
        None => Err(nom::Err::Error(())),
    }
}

fn roman_value(run: &str) -> Option<u32> {
    let mut letters = run.chars();
    if let (Some(c @ ('Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')), None) = (letters.next(), letters.next()) {
        let first = if c < 'ⅰ' { 'Ⅰ' } else { 'ⅰ' };
        return Some(c as u32 - first as u32 + 1);
    }
    let one_case = run.chars().all(|c| c.is_ascii_lowercase()) || run.chars().all(|c| c.is_ascii_uppercase());
    let tens = run.chars().take_while(|c| c.eq_ignore_ascii_case(&'x')).count();
    let ones = run.get(tens..)?.to_ascii_lowercase();
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].iter().position(|form| *form == ones)?;
    (one_case && tens < 4).then(|| u32::try_from(tens * 10 + ones).ok()).flatten()
}

const fn is_roman(c: char) -> bool {
    matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '=' | '—' | '－' | '–' | '―' | '─' | '‐' | '‑' | '−' | '·' | '•' | '~' | '～' | '﹣' | '一')
}

#[cfg(test)]
mod tests;
