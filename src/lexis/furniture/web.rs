//! What a web page adds to a document: publishers' tables, buttons, menus, the foot of the page.

use nom::Parser;
use nom::character::complete::one_of;
use nom::combinator::opt;

use super::words::{
    ACCOUNTS, BUTTONS, FEET, FILES, FIRST, FORM_LABELS, LABELS, PLACES, SECTIONS, WEAK_BUTTONS, WEAK_LABELS, opens_foot,
};
use crate::charset::{is_colon, is_blank, is_digit};
use crate::lexis::input::{Input, Rule};
use crate::lexis::token::{self, blanks, colon, front, range};

/// The longest line looked at, in bytes; a longer one is prose.
const LONGEST: usize = 400;

/// The longest line with a word of [`FEET`] in it.
const LONGEST_FOOT: usize = 240;

/// The longest line of names of files, in bytes: pages glue them.
const LONGEST_FILES: usize = 1200;

/// The longest step of a way through menus, in bytes.
const LONGEST_STEP: usize = 60;

/// The longest name of a publisher's account, in bytes.
const LONGEST_ACCOUNT: usize = 36;

/// Whether `line` is of the web page and not of the document: `索引号：…`, `【打印】【关闭】`, `首页 > 公告`.
pub(crate) fn is_web(line: &str) -> bool {
    if is_file(line) {
        return true;
    }
    if line.len() > LONGEST {
        return false;
    }
    if is_foot(line) || is_way(line) || is_account(line) {
        return true;
    }
    let first = line.trim_start_matches(is_frame);
    if !first.starts_with(may_open) || line.contains(['。', '；', '！']) {
        return false;
    }
    if line.starts_with(is_digit) {
        return is_dated_label(line);
    }
    is_section(first) || is_label_line(line) || are_buttons(line)
}

/// Whether `c` opens a label, a button or a section, or the date in front of a label.
fn may_open(c: char) -> bool {
    is_digit(c) || FIRST.contains(c)
}

/// Whether `c` is drawn round or between buttons.
fn is_frame(c: char) -> bool {
    is_blank(c)
        || matches!(
            c,
            '【' | '】' | '[' | ']' | '［' | '］' | '「' | '」' | '|' | '｜' | '·' | '丨' | '(' | ')' | '（' | '）'
        )
        || matches!(c, '-' | '—' | '>' | '＞' | '»' | '/' | '\\' | ':' | '：' | '.' | '…' | '“' | '”' | '"' | 'x' | '×')
}

// section ::= sections (colon | frame | <end>)
/// Whether `line` opens what stands under a document on its page: `相关文章：`, `上一篇：…`.
fn is_section(line: &str) -> bool {
    let Some((end, _)) = front(line, token::one_of(SECTIONS)) else { return false };
    let rest = line.get(end..).unwrap_or("");
    let follows = rest.chars().next();
    let shared = line.starts_with("分享") || line.starts_with("扫一扫");
    follows.is_none_or(|c| is_colon(c) || is_frame(c)) || shared && rest.len() < LONGEST_STEP
}

/// A label at the start of a line.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Whether only publishers' tables have it.
    strong: bool,
    /// Whether forms have it too.
    form: bool,
    /// Whether it is one for the size of letters.
    sizes: bool,
    /// Whether a colon or a bracket closes it, and not only a blank.
    closed: bool,
}

/// Whether `line` holds labels of a publisher's table: one that no text has, or two of any.
fn is_label_line(line: &str) -> bool {
    let Some((end, label)) = front(line, first_label) else { return false };
    let rest = line.get(end..).unwrap_or("");
    if label.closed {
        return label.strong || label.sizes && is_sizes(rest) || has_label(rest, label.form);
    }
    let column = |cell: &str| cell.is_empty() || LABELS.contains(&cell);
    let valued = label.strong || rest.contains(is_digit);
    valued && has_label(rest, label.form) && !rest.split(is_blank).all(column)
}

// first_label ::= opener? labels closer? colon | opener labels closer | labels blank blanks
/// `索引号：`, `【发布日期】`, `发文文号　`.
fn first_label(i: Input<'_>) -> Rule<'_, Label> {
    let (i, opened) = opt(one_of("【[［（(")).parse(i)?;
    let (i, word) = token::one_of(LABELS)(i)?;
    let (i, shut) = opt(one_of("】]］")).parse(i)?;
    let (i, coloned) = opt(colon).parse(i)?;
    let closed = coloned.is_some() || opened.is_some() && shut.is_some();
    let (i, _) = blanks(i)?;
    if !closed && !word_ends(word, i) {
        return Err(nom::Err::Error(()));
    }
    let is_of = |words| front(word.text, token::one_of(words)).is_some_and(|(end, _)| end == word.text.len());
    let (strong, form) = (!is_of(WEAK_LABELS), is_of(FORM_LABELS));
    Ok((i, Label { strong, form, sizes: word.text.starts_with('字'), closed }))
}

/// Whether a blank stands between `word` and `rest`.
fn word_ends(word: Input<'_>, rest: Input<'_>) -> bool {
    range(word).end < rest.start as usize && !rest.text.is_empty()
}

/// `2024-05-06 10:30 来源：云岭市财政局`: a date, then a label.
fn is_dated_label(line: &str) -> bool {
    let rest = line.trim_start_matches(|c| is_digit(c) || is_blank(c) || "-－/.:：年月日时分".contains(c));
    let date = line.len() - rest.len();
    date >= 8 && line.starts_with(is_digit) && front(rest, first_label).is_some_and(|(_, label)| label.closed)
}

/// Whether another label stands in `text`: with a colon, or a long one with a blank or the end behind it.
///
/// Behind a label that forms have, one that forms do not have.
fn has_label(text: &str, form: bool) -> bool {
    let ends = |at: usize, word: &str| {
        let follows = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
        let long = word.chars().count() > 2;
        follows.map_or(long, |c| is_colon(c) || long && is_blank(c))
    };
    let counts = |word: &&&str| !form || !FORM_LABELS.contains(*word);
    LABELS.iter().filter(counts).any(|word| text.match_indices(word).any(|(at, word)| ends(at, word)))
}

/// `[大 中 小]` behind 字号：.
fn is_sizes(rest: &str) -> bool {
    let rest = rest.trim_matches(is_frame);
    rest.is_empty() || rest.chars().all(|c| is_frame(c) || "大中小默认特超AT+".contains(c)) || rest.starts_with("大 中")
}

/// Whether `line` is the way through the menus to its page: `当前位置：首页>公告`, `首页 > 政务公开`.
fn is_way(line: &str) -> bool {
    if let Some((end, _)) = front(line, token::one_of(PLACES)) {
        return line.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c| is_colon(c) || is_frame(c)));
    }
    let is_step_end = |c| matches!(c, '>' | '＞' | '»' | '›');
    let Some(_) = line.find(is_step_end) else { return false };
    let steps = line.split(is_step_end);
    let short = |step: &str| step.len() <= LONGEST_STEP && !step.contains(['<', '《', '，', '=', '_', '“']);
    let count = line.matches(is_step_end).count();
    let home = line.trim_start_matches(is_frame).starts_with("首页");
    (count >= 2 || count == 1 && home) && steps.into_iter().all(short) && line.contains(is_letter)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii()
}

/// Whether `line` names an account of the publisher: `云岭财政微信`.
fn is_account(line: &str) -> bool {
    line.len() <= LONGEST_ACCOUNT
        && ACCOUNTS.iter().any(|word| line.ends_with(word))
        && line.chars().all(char::is_alphanumeric)
}

/// Whether `line` names a file to fetch: `1.云岭市管理办法.docx`. In a 附件说明 it is the name of an 附件.
fn is_file(line: &str) -> bool {
    line.ends_with(|c: char| c.is_ascii_alphabetic())
        && line.len() <= LONGEST_FILES
        && !line.starts_with('附')
        && !line.contains(['。', '；', '，'])
        && FILES.iter().any(|word| line.ends_with(word))
}

/// Whether `line` is buttons and nothing else: `【打印】【关闭窗口】`, `网站地图 | 联系我们`.
fn are_buttons(line: &str) -> bool {
    let (mut rest, mut strong, mut count) = (line.trim_start_matches(is_frame), false, 0);
    let framed = line.starts_with(['【', '[', '［']);
    while !rest.is_empty() {
        let (next, is_strong) = match (button(rest, BUTTONS), button(rest, WEAK_BUTTONS)) {
            (Some(next), _) => (next, true),
            (None, Some(next)) => (next, false),
            // One name that is no button among several that are.
            (None, None) => return strong && count > 1 && is_menu(line),
        };
        strong |= is_strong;
        count += 1;
        rest = next.trim_start_matches(is_frame);
    }
    let sizes = line.contains('大') && line.contains('中') && line.contains('小');
    strong
        || count > 1 && framed && (sizes || count <= 2)
        || sizes && (framed || line.contains("字"))
        || count > 1 && line.contains(['|', '｜']) && line.chars().filter(|&c| is_letter(c)).count() > 2
}

/// What is left of `text` behind one of `words`.
fn button<'t>(text: &'t str, words: &'static [&'static str]) -> Option<&'t str> {
    let rule = |i| token::one_of(words)(i).map(|(rest, word)| (rest, range(word)));
    front(text, rule).and_then(|(end, _)| text.get(end..))
}

/// Whether `line` is short names parted by upright strokes.
fn is_menu(line: &str) -> bool {
    line.contains(['|', '｜', '丨']) && line.split(['|', '｜', '丨']).all(|name| name.len() <= LONGEST_STEP)
}

/// Whether `line` holds what only the foot of a page holds. One walk over the line.
fn is_foot(line: &str) -> bool {
    let holds = |(at, c): (usize, char)| {
        let rest = if opens_foot(c) { line.get(at..).unwrap_or("") } else { return false };
        FEET.iter().any(|word| rest.starts_with(word)) || is_ownership(line, at, rest)
    };
    line.len() <= LONGEST_FOOT && line.char_indices().any(holds)
}

/// `版权所有` alone at an end of a line, or with a word on copying.
fn is_ownership(line: &str, at: usize, rest: &str) -> bool {
    let Some(behind) = rest.strip_prefix("版权所有") else { return false };
    let apart = behind.chars().next().is_none_or(is_blank);
    apart || line.contains("转载") || at == 0 && behind.starts_with(is_colon)
}

#[cfg(test)]
mod tests;
