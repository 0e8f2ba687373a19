//! 版记: `抄送：…`, `云岭市人民政府办公室　2024年6月4日印发` (9704 7.4).

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{opt, peek};
use nom::sequence::{delimited, preceded, terminated};

use super::input::{Input, Rule};
use super::numeral::integer;
use super::token::{self, blanks, colon, front, range, slice, spaced, trim, whole};
use super::vocabulary::{self, CC_LABELS, WEAK_CC_LABELS};
use super::{date, organ};
use crate::ast::{Cc, Imprint, Organ, Text};
use crate::charset::is_blank;

/// Words that part an organ from 印发 in a sentence, never in a 版记.
const CLAUSE_WORDS: &[&str] = &["的", "关于", "已", "于", "由", "经", "根据", "自", "并", "《"];

/// The longest line of 印发, in bytes.
const LONGEST: usize = 200;

/// The longest 印发机关, in bytes.
const LONGEST_ORGAN: usize = 120;

/// Whether `line` opens a list of 抄送 organs: `抄送：…`, `抄　送：…`, `主送：…`.
pub(crate) fn recognise_cc(line: &str) -> bool {
    let may_open = |c| matches!(c, '抄' | '主' | '分' | '报' | '发' | '送' | '【' | '[');
    line.starts_with(may_open) && cc_parts(line).is_some()
}

/// Whether `line` names the 主题词, which stood in the 版记 until 2012: `主题词：水利　防汛　通知`.
pub(crate) fn is_keywords(line: &str) -> bool {
    line.starts_with('主') && front(line, keywords).is_some()
}

/// Whether `line`, behind a list of 抄送 organs, opens another: `发：各科室`.
pub(crate) fn is_next_cc(line: &str) -> bool {
    front(line, weak_cc_label).is_some()
}

/// Reads a line of 抄送.
pub(crate) fn cc<'src>(whole: &Text<'src>) -> Cc<'src> {
    let text = whole.as_str();
    let next = || front(text, weak_cc_label).map(|(end, label)| (range(label), end));
    let (label, start) = cc_parts(text).or_else(next).map_or((None, 0), |(label, start)| (Some(label), start));
    let label = label.map(|label| whole.slice(label.start, label.end));
    Cc { text: whole.clone(), label, organs: organ::list(whole, start..text.len()) }
}

/// Where the label stands and where the organs begin.
fn cc_parts(text: &str) -> Option<(Range<usize>, usize)> {
    if let Some((end, label)) = front(text, cc_label) {
        return Some((range(label), end));
    }
    let (end, label) = front(text, weak_cc_label)?;
    text.get(end..).filter(|rest| is_list(rest)).map(|_| (range(label), end))
}

/// Whether `rest` looks like organs and not like a sentence.
fn is_list(rest: &str) -> bool {
    let one = trim(rest.trim_end_matches('。'));
    let group = || vocabulary::GROUPS.end(one) && vocabulary::GROUP_SIGNS.stand_in(one);
    !one.contains(['。', '；', '：']) && (one.contains(['、', '，']) || organ::is_organ(one) || group())
}

// keywords ::= "主题词" colon
/// `主题词：`, `主 题 词：`.
fn keywords(i: Input<'_>) -> Rule<'_, ()> {
    (spaced("主题词"), colon).map(|_| ()).parse(i)
}

// cc_label ::= one_of(CC_LABELS) colon | ("【" | "[") one_of(CC_LABELS) ("】" | "]") colon?
/// `抄送：`, `抄　报 :`, `【抄送】`.
fn cc_label(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let bracketed = delimited(one_of("【["), token::one_of(CC_LABELS), (one_of("】]"), opt(colon)));
    alt((terminated(token::one_of(CC_LABELS), colon), bracketed)).parse(i)
}

// weak_cc_label ::= one_of(WEAK_CC_LABELS) colon | one_of(CC_LABELS) blank blanks
/// `报：`, or 抄送 with only blanks behind it.
fn weak_cc_label(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let blank = (peek(satisfy(is_blank)), blanks);
    alt((terminated(token::one_of(WEAK_CC_LABELS), colon), terminated(token::one_of(CC_LABELS), blank))).parse(i)
}

/// Whether `line` is that of 印发机关 and 印发日期: `某办公室　2024年6月4日印发`, `2024年6月4日印发`, `（共印120份）`.
pub(crate) fn recognise(line: &str) -> bool {
    let may_end = |c| matches!(c, '发' | '制' | '印' | '份' | '）' | ')') || is_blank(c);
    line.len() <= LONGEST && line.ends_with(may_end) && (imprint_parts(line).is_some() || is_copies(line))
}

/// Whether `line` is 印发日期 alone, the 印发机关 torn off it: `2024年6月4日印发`.
pub(crate) fn is_day(line: &str) -> bool {
    recognise(line) && imprint_parts(line).is_some_and(|(organ, _)| organ.is_empty())
}

/// Reads the line of 印发机关 and 印发日期.
pub(crate) fn imprint<'src>(whole: &Text<'src>) -> Imprint<'src> {
    let Some((organ, date)) = imprint_parts(whole.as_str()) else {
        return Imprint { text: whole.clone(), organ: None, date: None };
    };
    let organ = slice(whole, organ).map(|text| Organ { text });
    let date = slice(whole, date).map(|text| date::date(&text));
    Imprint { text: whole.clone(), organ, date }
}

/// Where organ and date stand in front of 印发.
fn imprint_parts(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let line = trim(without_copies(line));
    let printed = line.strip_suffix(['发', '制']).unwrap_or(line);
    let dated = trim(printed).strip_suffix('印').map(|front| front.trim_end_matches(is_blank))?;
    if !dated.ends_with('日') || dated.len() > LONGEST {
        return None;
    }
    let start = date::at_end(dated).or_else(|| date::whole_line(dated).then_some(0))?;
    dated.get(..start).filter(|organ| may_print(organ)).map(|_| (0..start, start..dated.len()))
}

/// `line` without `（共印120份）` or `共印120份` at its end.
fn without_copies(line: &str) -> &str {
    if !line.ends_with(|c| matches!(c, '份' | '）' | ')') || is_blank(c)) {
        return line;
    }
    let at = line.rfind("共印").filter(|&at| at > 0 && line.get(at..).is_some_and(is_copies));
    at.and_then(|at| line.get(..at)).map_or(line, |rest| rest.trim_end_matches(['（', '(']))
}

/// Whether `line` tells how many copies were printed: `共印120份`, `（共印 120 份）`.
pub(crate) fn is_copies(line: &str) -> bool {
    line.len() <= LONGEST && line.contains("份") && whole(line, copies).is_some()
}

// copies ::= ("（" | "(")? "共印" blanks integer blanks "份" ("）" | ")")? blanks
fn copies(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let open = (opt(one_of("（(")), spaced("共印"), blanks);
    delimited(open, integer, (blanks, one_of("份"), opt(one_of("）)")), blanks)).parse(i)
}

/// Whether `front` may be 印发机关, or nothing: no sentence.
fn may_print(front: &str) -> bool {
    let name = trim(front);
    let label = |name: &str| preceded(spaced("印发机关"), colon).parse(Input::new(name, 0)).is_ok();
    if name.is_empty() || organ::is_organ(name) || label(name) {
        return true;
    }
    let letter = |c: char| c.is_alphanumeric() || is_blank(c) || "（）()·".contains(c);
    name.len() <= LONGEST_ORGAN && name.chars().all(letter) && !CLAUSE_WORDS.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests;
