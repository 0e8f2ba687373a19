//! Whether a line is a 发文字号 line, and where a mark and a number are glued.

use std::ops::Range;

use super::{Number, line_of_number};
use crate::ast::Brackets;
use crate::charset;
use crate::lexis::token::{part, read, trim, trim_range};
use crate::lexis::{date, organ, vocabulary};

/// No 发文字号 line is longer, in bytes.
pub(super) const LONGEST: usize = 240;
/// No 机关代字 is longer, in characters.
const LONGEST_AGENCY: usize = 24;

/// The bytes of the number, where the line is nothing but a 发文字号: `发文字号：云政发〔2024〕12号`.
///
/// A date behind it is no part of it: `公告〔2019〕1号　2019年1月15日`.
pub(crate) fn recognise(line: &str) -> Option<Range<usize>> {
    if line.len() > LONGEST || !line.ends_with(may_end) {
        return None;
    }
    number_alone(line).or_else(|| {
        let front = date::at_end(line).filter(|_| line.contains("号"))?;
        number_alone(part(line, 0..front)).filter(|number| part(line, number.clone()).ends_with('号'))
    })
}

/// The bytes of the number, where the line holds nothing else.
fn number_alone(line: &str) -> Option<Range<usize>> {
    let number = whole(line)?;
    let agency = part(line, number.agency.clone());
    let fits = match number.brackets {
        _ if number.issue => agency.is_empty(),
        Brackets::None => is_order(agency, &number),
        _ => is_bracketed(agency, &number),
    };
    fits.then(|| trim_range(line, number.agency.start..number.end))
}

/// Whether `line` may be a 发文字号, by its last letter.
pub(crate) fn may_be_number(line: &str) -> bool {
    line.ends_with(may_end)
}

/// Whether `c` may end a line of a 发文字号, or the date behind it.
fn may_end(c: char) -> bool {
    let number = charset::is_digit(c) || charset::is_han_numeral(c) || charset::is_placeholder(c);
    let junk = charset::is_closer(c) || charset::is_blank(c) || matches!(c, '★' | '☆' | '〔');
    number || junk || matches!(c, '号' | '期' | '日' | '字' | '第')
}

/// Where the number begins on a line of a 发文机关标志 and a number: `云岭市人民政府文件云政发〔2024〕1号`,
/// `财政厅令第7号`.
pub(crate) fn split_glued(line: &str) -> Option<usize> {
    if !line.ends_with(may_end) || !line.contains(may_end_mark) {
        return None;
    }
    let number = whole(line)?;
    let agency = part(line, number.agency.clone());
    let glued = trim_range(line, 0..line.len()).start == number.agency.start && number.closed && !agency.is_empty();
    let own = match number.brackets {
        _ if number.issue => names_series(agency).then_some(agency.len()),
        Brackets::None if is_order(agency, &number) => ends_as_order(agency).then_some(agency.len()),
        Brackets::None => None,
        _ => end_of_mark(agency),
    };
    let at = number.agency.start + own.filter(|_| glued)?;
    Some(trim_range(line, at..number.end).start)
}

/// Where a 发文字号 in brackets begins that ends a title: `关于…的通知（云政发〔2024〕12号）`.
pub(crate) fn behind_title(line: &str) -> Option<usize> {
    let inner = line.strip_suffix(charset::is_round_closer).filter(|inner| inner.ends_with('号'))?;
    let mut depth = 0_usize;
    let opener = inner.char_indices().rev().take(LONGEST_AGENCY * 2).find(|&(_, c)| {
        depth += usize::from(charset::is_round_closer(c));
        let outer = charset::is_round_opener(c) && depth == 0;
        depth -= usize::from(charset::is_round_opener(c) && depth > 0);
        outer
    });
    let (at, c) = opener.filter(|&(at, _)| at > 0)?;
    number_alone(part(inner, at + c.len_utf8()..inner.len())).map(|_| at)
}

/// Where the title begins behind a 发文字号 in front of it, and where that number ends: `云政发〔2024〕12号关于…的通知`.
pub(crate) fn before_title(line: &str) -> Option<(usize, usize)> {
    let front = part(line, 0..line.floor_char_boundary(LONGEST_AGENCY * 4));
    let end = front.find('号')? + "号".len();
    let title = charset::trim_start(part(line, end..line.len()));
    let number = part(line, 0..end);
    // What is said of a numbered document, as in `…12号文件关于…`, is no title behind it.
    let issuer = title.split_once("关于").map_or(title, |(issuer, _)| issuer);
    let names = title.starts_with("关于") || organ::is_organ(issuer);
    let bracketed = || number_alone(number).is_some() && number.contains(charset::is_closer);
    (names && bracketed()).then_some((end, line.len() - title.len()))
}

/// Whether `c` may end a 发文机关标志 in front of a number: the last letter of 文件, 令, 公告, 通告, 决议, 纪要, 简报, or a gap.
fn may_end_mark(c: char) -> bool {
    matches!(c, '件' | '令' | '告' | '议' | '要' | '报') || charset::is_blank(c)
}

/// Whether `agency` names a series whose numbers are 期号: `市长办公会议纪要`.
fn names_series(agency: &str) -> bool {
    ["纪要", "简报"].iter().any(|word| trim(agency).ends_with(word)) && is_code_like(agency)
}

/// Whether `agency` ends in 令, 公告 or the like.
pub(super) fn ends_as_order(agency: &str) -> bool {
    let agency = agency.trim_end_matches(|c| charset::is_blank(c) || charset::is_opener(c));
    vocabulary::ORDER_WORDS.iter().any(|word| agency.ends_with(word))
}

/// The number, where it fills a line whose brackets are even.
fn whole(line: &str) -> Option<Number> {
    if line.len() > LONGEST || !line.ends_with(may_end) || !line.chars().rev().any(marks_number) {
        return None;
    }
    let (rest, number) = read(line, line_of_number)?;
    let bracket = |c| i32::from(charset::is_opener(c)) - i32::from(charset::is_closer(c));
    (rest.is_empty() && charset::signs(line).map(|(_, c)| bracket(c)).sum::<i32>() == 0).then_some(number)
}

/// Whether `c` is a sign that a number has.
const fn marks_number(c: char) -> bool {
    matches!(c, '号' | '〕' | '期' | ']' | '】' | '﹞' | '］')
}

/// Whether `agency` can stand in front of a year in brackets, in a number that is no sentence.
fn is_bracketed(agency: &str, number: &Number) -> bool {
    let marked = match number.brackets {
        Brackets::Round | Brackets::Other => number.closed && !agency.is_empty(),
        Brackets::Hexagonal if number.serial.is_none() && !number.closed => {
            number.year.is_some() && agency.chars().count() > 2
        }
        _ => number.closed || (number.serial.is_some() && !agency.is_empty()),
    };
    marked
        && is_code(agency)
        && charset::signs(agency).all(|(_, c)| !charset::is_separator(c))
        && end_of_mark(agency).is_none()
}

/// Whether `agency` can stand in front of a number without brackets: 令 and 公告 forms, or a short code.
fn is_order(agency: &str, number: &Number) -> bool {
    let short = || agency.chars().count() <= 4 && agency.ends_with(|c| vocabulary::AGENCY_ENDINGS.contains(c));
    let dated = || number.year.is_some() && !agency.ends_with("公报") && !agency.chars().any(charset::is_separator);
    let order = ends_as_order(agency) && number.agency.len() < LONGEST;
    agency.is_empty() || (is_code_like(agency) && (order || ((dated() || short()) && is_code(agency))))
}

/// Whether `agency` is short and holds no word of a sentence.
fn is_code(agency: &str) -> bool {
    agency.chars().count() <= LONGEST_AGENCY && is_code_like(agency)
}

/// Whether `agency` is written in letters, blanks and small brackets, and holds no word of a sentence.
fn is_code_like(agency: &str) -> bool {
    let letter =
        |c: char| charset::is_han(c) || c.is_alphanumeric() || charset::is_blank(c) || "()（）·-、，".contains(c);
    let opening = agency.starts_with(['见', '经', '以', '据', '和', '及', '与', '或', '由', '按']);
    let digit = agency.starts_with(charset::is_digit);
    let sentence = || vocabulary::NOT_AGENCY.stand_in(agency);
    !opening && !digit && agency.chars().all(letter) && !sentence()
}

/// Where a 发文机关标志 in front of a 机关代字 ends: behind 文件, or at a gap behind an organ.
fn end_of_mark(agency: &str) -> Option<usize> {
    let file = agency.rfind('件').and_then(|_| agency.rfind("文件")).map(|at| at + "文件".len());
    let gap = || {
        let at = agency.rfind(charset::is_blank)?;
        let mark = trim(part(agency, 0..at));
        (organ::is_organ(mark) || ends_as_order(mark)).then_some(at)
    };
    file.or_else(gap).filter(|&at| !trim(part(agency, at..agency.len())).is_empty())
}
