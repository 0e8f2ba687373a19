//! What a web page adds to a document: publishers' tables, buttons, menus, the foot of the page.

use super::is_frame;
use super::label::{holds_barred_label, is_dated_label, is_label_line};
use super::words::{ACCOUNTS, BUTTONS, FEET, FILES, LABELS, PLACES, SECTIONS, WEAK_BUTTONS, may_hold_foot};
use crate::charset::{holds_pair, is_blank, is_colon, is_digit};
use crate::lexis::index::Openings;
use crate::lexis::organ;
use crate::lexis::token::{self, front, range};

/// The longest line looked at, in bytes; a longer one is prose.
const LONGEST: usize = 400;

/// The longest line with a word of [`FEET`] in it.
const LONGEST_FOOT: usize = 240;

/// The longest line of names of files, in bytes: pages glue them.
const LONGEST_FILES: usize = 1200;

/// The longest step of a way through menus, in bytes.
const LONGEST_STEP: usize = 60;

/// The longest label or button, in bytes, the mark behind it included.
const LONGEST_LABEL: usize = 36;

/// The longest run of buttons without a mark between them, in bytes.
const LONGEST_RUN: usize = 90;

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
    let long = line.len() > LONGEST_FOOT;
    let signed = !long && may_hold_foot(line);
    if signed && is_foot(line) || (signed || long || may_be_place(line)) && is_way(line) {
        return true;
    }
    if is_account(line) || is_publisher(line) {
        return true;
    }
    let first = line.trim_start_matches(is_frame);
    let dated = line.starts_with(is_digit);
    if !(dated || opens_with_word(first)) || is_run_on(first) || holds_sentence(line) {
        return holds_barred_label(line);
    }
    if dated {
        return is_dated_label(line);
    }
    is_section(first) || is_label_line(line) || are_buttons(line)
}

/// Whether `line` names who published the page: `云岭市人民政府发布`.
fn is_publisher(line: &str) -> bool {
    let who = line.strip_suffix("发布").filter(|who| !who.starts_with(is_digit));
    who.is_some_and(organ::is_organ)
}

/// Whether the end of a sentence stands in `line`.
fn holds_sentence(line: &str) -> bool {
    // The last two bytes of each.
    holds_pair(line, [[0x80, 0x82], [0xbc, 0x9b], [0xbc, 0x81]]) && line.contains(['。', '；', '！'])
}

/// Whether `line` is long and no mark or blank parts a label or a button from the rest.
fn is_run_on(line: &str) -> bool {
    line.len() > LONGEST_RUN && !head(line, LONGEST_LABEL).contains(is_frame)
}

/// The first bytes of `line`, `most` at most.
fn head(line: &str, most: usize) -> &str {
    (most.saturating_sub(3)..=most).rev().find_map(|end| line.get(..end)).unwrap_or(line)
}

/// Whether `line` opens with a label, a button or a section.
fn opens_with_word(line: &str) -> bool {
    let Some(letter) = line.chars().next() else { return false };
    let opens = |words: &&'static Openings| words.may_open(letter) && front(line, token::one_in(words)).is_some();
    [&LABELS, &BUTTONS, &WEAK_BUTTONS, &SECTIONS].iter().any(opens)
}

/// Whether `line` opens what stands under a document on its page: `相关文章：`, `上一篇：…`.
fn is_section(line: &str) -> bool {
    let Some((end, _)) = front(line, token::one_in(&SECTIONS)) else { return false };
    let rest = line.get(end..).unwrap_or("");
    let follows = rest.chars().next();
    let shared = line.starts_with("分享") || line.starts_with("扫一扫");
    follows.is_none_or(|c| is_colon(c) || is_frame(c)) || shared && rest.len() < LONGEST_STEP
}

/// Whether `line` is the way through the menus to its page: `当前位置：首页>公告`, `首页 > 政务公开`.
pub(crate) fn is_way(line: &str) -> bool {
    if let Some((end, _)) = may_be_place(line).then(|| front(line, token::one_in(&PLACES))).flatten() {
        return line.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c| is_colon(c) || is_frame(c)));
    }
    let is_step_end = |c| matches!(c, '>' | '＞' | '»' | '›');
    // The first step is short as all are.
    if !head(line, LONGEST_STEP + 3).contains(is_step_end) {
        return false;
    }
    let steps = line.split(is_step_end);
    let short = |step: &str| step.len() <= LONGEST_STEP && !step.contains(['<', '《', '，', '=', '_', '“']);
    let count = line.matches(is_step_end).count();
    let home = line.trim_start_matches(is_frame).starts_with("首页");
    (count >= 2 || count == 1 && home) && steps.into_iter().all(short) && line.contains(is_letter)
}

/// Whether `line` may tell where a page stands: `当前位置：`.
fn may_be_place(line: &str) -> bool {
    line.starts_with(['您', '你', '当', '所', '现'])
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii()
}

/// Whether `line` names an account of the publisher: `云岭财政微信`.
fn is_account(line: &str) -> bool {
    line.len() <= LONGEST_ACCOUNT
        && line.ends_with(['信', '博', '号', '端'])
        && ACCOUNTS.iter().any(|word| line.ends_with(word))
        && line.chars().all(char::is_alphanumeric)
}

/// Whether `line` names an 附件 as a file to fetch: `附件1：云岭市管理办法.pdf`.
pub(crate) fn is_attached_file(line: &str) -> bool {
    line.starts_with('附') && line.strip_prefix('附').is_some_and(is_file)
}

/// Whether `line` names a file to fetch: `1.云岭市管理办法.docx`. In a 附件说明 it is the name of an 附件.
pub(crate) fn is_file(line: &str) -> bool {
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
        let (next, is_strong) = match (button(rest, &BUTTONS), button(rest, &WEAK_BUTTONS)) {
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
        || count > 1 && line.contains(['|', '｜']) && line.chars().filter(|c| c.is_alphabetic()).count() > 3
        || line.ends_with(['|', '｜'])
}

/// What is left of `text` behind one of `words`.
fn button<'t>(text: &'t str, words: &'static Openings) -> Option<&'t str> {
    let rule = |i| token::one_in(words)(i).map(|(rest, word)| (rest, range(word)));
    front(text, rule).and_then(|(end, _)| text.get(end..))
}

/// Whether `line` is short names parted by upright strokes.
fn is_menu(line: &str) -> bool {
    line.contains(['|', '｜', '丨']) && line.split(['|', '｜', '丨']).all(|name| name.len() <= LONGEST_STEP)
}

/// Whether `line`, which is no longer than [`LONGEST_FOOT`], holds what only the foot of a page holds.
fn is_foot(line: &str) -> bool {
    // 版权所有 opens one of the words, so its places are among theirs.
    let holds = |rest: &str| FEET.open(rest) || is_ownership(line, line.len() - rest.len(), rest);
    FEET.places(line).any(holds)
}

/// `版权所有` alone at an end of a line, or with a word on copying.
fn is_ownership(line: &str, at: usize, rest: &str) -> bool {
    let Some(behind) = rest.strip_prefix("版权所有") else { return false };
    let apart = behind.chars().next().is_none_or(is_blank);
    apart || line.contains("转载") || at == 0 && behind.starts_with(is_colon)
}

#[cfg(test)]
mod tests;
