//! 期号, the number of 纪要 and 简报: `第31期`, `2024年第3期（总第208期）`.

use nom::bytes::complete::tag;
use nom::character::complete::satisfy;
use nom::combinator::opt;
use nom::sequence::{delimited, terminated};
use nom::{Input as _, Parser};

use super::{Number, is_year_digit, year_digits, year_value};
use crate::ast::Brackets;
use crate::charset;
use crate::lexis::input::{Input, Rule};
use crate::lexis::numeral;
use crate::lexis::token::{blanks, part, range, spaced};

// issue ::= <an organ or nothing> (year_digits "年")? issue_number issue_in_all?
/// `第31期`, `2024年第3期（总第208期）`, perhaps with the name of the series in front.
pub(super) fn issue(i: Input<'_>) -> Rule<'_, Number> {
    if !i.text.contains("期") {
        return Err(nom::Err::Error(()));
    }
    let try_at = |(at, _)| issue_at(i, start_of_issue(i.text, at)).ok();
    i.text.match_indices('第').find_map(try_at).ok_or(nom::Err::Error(()))
}

/// Where the number begins whose 第 is at byte `at`: in front of 总 and of a year.
fn start_of_issue(text: &str, at: usize) -> usize {
    let front = part(text, 0..at).trim_end_matches(charset::is_blank);
    let front = front.strip_suffix('总').map_or(front, |front| front.trim_end_matches(charset::is_blank));
    front.strip_suffix('年').map_or(front, |dated| dated.trim_end_matches(is_year_digit)).len()
}

// issue_at ::= letter* (year_digits "年")? issue_number issue_in_all?
/// The number that begins at byte `at`: `2024年第31期（总第208期）`.
fn issue_at(i: Input<'_>, at: usize) -> Rule<'_, Number> {
    let (rest, agency) = i.take_split(at);
    let year = opt(terminated((blanks, year_digits), (tag("年"), blanks)));
    let (rest, (year, serial)) = (year, terminated(issue_number, opt(issue_in_all))).parse(rest)?;
    let year = year.and_then(|(_, year)| year_value(year));
    let end = rest.start as usize;
    Ok((rest, Number { agency: range(agency), year, serial, brackets: Brackets::None, closed: true, issue: true, end }))
}

// issue_number ::= blanks "总"? blanks "第" blanks integer blanks "期"
/// `第 31 期`, `总第208期`.
fn issue_number(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let opening = (blanks, opt(tag("总")), blanks, spaced("第"), blanks);
    delimited(opening, numeral::integer, (blanks, tag("期"))).parse(i)
}

// issue_in_all ::= blanks opener issue_number blanks closer
/// `（总第208期）` behind the number within the year.
fn issue_in_all(i: Input<'_>) -> Rule<'_, Option<u32>> {
    let opener = (blanks, satisfy(charset::is_opener));
    delimited(opener, issue_number, (blanks, satisfy(charset::is_closer))).parse(i)
}
