//! Labels of publishers' tables: `索引号：…`, `发布日期：… 来源：…`.

use nom::Parser;
use nom::character::complete::one_of;
use nom::combinator::opt;

use super::is_frame;
use super::words::{FORM_LABELS, LABELS, WEAK_LABELS};
use crate::charset::{is_blank, is_colon, is_digit, is_opener};
use crate::lexis::input::{Input, Rule};
use crate::lexis::token::{self, blanks, colon, front, range, trim};

/// The longest line that is a label alone, in bytes.
const LONGEST: usize = 60;

/// Where a label is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    /// In publishers' tables only.
    Publisher,
    /// In texts too.
    Text,
    /// In texts, and in forms with others of them.
    Form,
}

/// A label at the start of a line.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Where it is met.
    met: Met,
    /// Whether it is one for the size of letters.
    sizes: bool,
    /// Whether a colon or a bracket closes it, and not only a blank.
    closed: bool,
}

/// Whether `line` holds labels of a publisher's table: one that no text has, or two of any.
pub(super) fn is_label_line(line: &str) -> bool {
    let Some((end, label)) = front(line, first_label) else { return false };
    let rest = line.get(end..).unwrap_or("");
    if label.closed {
        return label.met == Met::Publisher || label.sizes && is_sizes(rest) || has_label(rest, label.met);
    }
    let column = |cell: &str| cell.is_empty() || LABELS.near(cell).any(|word| word == cell);
    let valued = label.met == Met::Publisher || rest.contains(is_digit);
    let mut cells = rest.split(|c| is_blank(c) || c == '|');
    (valued && has_label(rest, label.met) && !cells.all(column)) || is_label_row(line, label.met)
}

/// Whether `line` is a row of labels and values: `索  引  号<tab>0081<tab>分  类<tab>综合政务`.
fn is_label_row(line: &str, met: Met) -> bool {
    if !line.contains('\t') {
        return false;
    }
    let cells = || line.split('\t').map(trim).filter(|cell| !cell.is_empty());
    let labels = cells().filter(|cell| is_label(cell)).count();
    labels > usize::from(met != Met::Publisher) && labels < cells().count()
}

/// Whether bars in brackets part `line` into cells, and one that a label opens that no text has is among them:
/// `[ 信息发布：人事科 | 发布时间：2021-06-11 ]`.
pub(super) fn holds_barred_label(line: &str) -> bool {
    if !line.starts_with(['[', '【']) {
        return false;
    }
    let mut cells = line.split('|').skip(1);
    cells.any(|cell| {
        front(trim(cell), first_label).is_some_and(|(_, label)| label.closed && label.met == Met::Publisher)
    })
}

/// Whether `line` is one label and nothing else: `【发文字号】`, `发 布 日 期`.
pub(crate) fn is_label(line: &str) -> bool {
    line.len() <= LONGEST && may_open(line) && token::is_whole(line, token::label(token::one_in(&LABELS)))
}

/// Whether `line` opens with a label, whatever parts it from its value: `时效性现行有效`.
pub(crate) fn opens_with_any_label(line: &str) -> bool {
    line.len() <= LONGEST && front(line, token::one_in(&LABELS)).is_some()
}

/// Whether `line` may open with a label: its first letter tells of most that they do not.
pub(crate) fn may_open(line: &str) -> bool {
    line.starts_with(|c| LABELS.may_open(c) || is_opener(c) || is_blank(c))
}

/// Whether `line` opens with a label, a gap or a colon behind it: `名　　称<tab>管理办法`, `时间：2024-05-06`.
pub(crate) fn opens_with_label(line: &str) -> bool {
    front(line, first_label)
        .is_some_and(|(end, label)| label.closed || line.get(..end).is_some_and(|l| l.contains('\t')))
}

// first_label ::= opener? one_of(LABELS) closer? colon | opener one_of(LABELS) closer | one_of(LABELS) blank blanks
/// `索引号：`, `【发布日期】`, `[ 文号 ]`, `发文文号　`.
fn first_label(i: Input<'_>) -> Rule<'_, Label> {
    let (i, opened) = opt((one_of("【[［（("), blanks)).parse(i)?;
    let (i, word) = token::one_in(&LABELS)(i)?;
    let (i, shut) = opt((blanks, one_of("】]］"))).parse(i)?;
    let (i, coloned) = opt(colon).parse(i)?;
    let closed = coloned.is_some() || opened.is_some() && shut.is_some();
    let (i, _) = blanks(i)?;
    if !closed && !word_ends(word, i) {
        return Err(nom::Err::Error(()));
    }
    let is_of = |words| front(word.text, token::one_in(words)).is_some_and(|(end, _)| end == word.text.len());
    let met = match (is_of(&FORM_LABELS), is_of(&WEAK_LABELS)) {
        (true, _) => Met::Form,
        (false, true) => Met::Text,
        (false, false) => Met::Publisher,
    };
    Ok((i, Label { met, sizes: word.text.starts_with('字'), closed }))
}

/// Whether a blank stands between `word` and `rest`.
fn word_ends(word: Input<'_>, rest: Input<'_>) -> bool {
    range(word).end < rest.start as usize && !rest.text.is_empty()
}

/// `2024-05-06 10:30 来源：云岭市财政局`, `2024-05-06　A- A+`: a date, then a label or sizes of letters.
pub(super) fn is_dated_label(line: &str) -> bool {
    let sign = |c| matches!(c, '-' | '－' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '分');
    let rest = line.trim_start_matches(|c| is_digit(c) || is_blank(c) || sign(c));
    let date = line.len() - rest.len();
    date >= 8
        && !rest.is_empty()
        && line.starts_with(is_digit)
        && (front(rest, first_label).is_some_and(|(_, label)| label.closed) || rest.starts_with('A') && is_sizes(rest))
}

/// Whether another label stands in `text`: with a colon, or a long one with a blank or the end behind it.
///
/// Behind a label that forms have, one that forms do not have.
fn has_label(text: &str, met: Met) -> bool {
    let ends = |tail: &str, word: &str| {
        let Some(rest) = tail.strip_prefix(word) else { return false };
        let follows = rest.chars().next();
        let long = word.chars().count() > 2;
        follows.map_or(long, |c| is_colon(c) || long && is_blank(c))
    };
    let counts = |word: &str| met != Met::Form || !FORM_LABELS.near(word).any(|form| form == word);
    LABELS.places(text).any(|tail| LABELS.near(tail).any(|word| ends(tail, word) && counts(word)))
}

/// `[大 中 小]` behind 字号：.
fn is_sizes(rest: &str) -> bool {
    let rest = rest.trim_matches(is_frame);
    rest.is_empty() || rest.chars().all(|c| is_frame(c) || "大中小默认特超AT+".contains(c)) || rest.starts_with("大 中")
}
