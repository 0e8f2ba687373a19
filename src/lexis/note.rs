//! 附注: `（此件公开发布）`, `（联系人：王某，联系电话：…）` (9704 7.3.6).

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::one_of;
use nom::combinator::{eof, opt, peek};
use nom::sequence::{preceded, terminated};

use super::input::{Input, Rule};
use super::token::{self, blanks, colon, front};
use super::vocabulary::{CONTACTS, NOTE_LABELS, PUBLICITY};
use crate::ast::{Note, Text};
use crate::charset::{is_blank, is_digit, is_han_numeral};

/// The longest note in brackets without a label, in characters.
const LONGEST: usize = 60;

/// The shortest note in brackets without a label, in characters: `（元）` and `（一）` are none.
const SHORTEST: usize = 3;

/// The longest line that tells whom to ask, in bytes.
const LONGEST_CONTACT: usize = 200;

/// The longest note on publication, in bytes.
const LONGEST_PUBLICITY: usize = 90;

/// The longest note with a label, in bytes.
const LONGEST_LABELLED: usize = 600;

/// Whether `line` is a 附注: in brackets as a whole, or a label of one, or `此件公开发布`.
pub(crate) fn recognise(line: &str) -> bool {
    if line.len() > LONGEST_LABELLED {
        return false;
    }
    let labelled = line.starts_with(may_open) && front(line, note_opening).is_some();
    labelled || in_brackets(line) || is_publicity(line)
}

/// Whether `line` tells whom to ask, without brackets: `联系人：王某　　联系电话：…`.
pub(crate) fn names_contact(line: &str) -> bool {
    line.len() <= LONGEST_CONTACT
        && line.starts_with('联')
        && !line.trim_end_matches('。').contains('。')
        && front(line, |i| terminated(token::spaced("联系人"), colon).parse(i)).is_some()
}

/// Whether `line` goes on with how to reach them: `联系电话：…`, `电子邮箱：…`.
pub(crate) fn is_contact(line: &str) -> bool {
    line.len() <= LONGEST_CONTACT
        && !line.trim_end_matches('。').contains('。')
        && front(line, |i| terminated(token::one_of(CONTACTS), colon).parse(i)).is_some()
}

/// Whether `line` is a remark in brackets on the copy at hand: `（此件发至县级）`.
pub(crate) fn is_of_copy(line: &str) -> bool {
    let of_copy =
        || line.strip_prefix(['（', '(']).is_some_and(|rest| rest.starts_with("此件") || rest.starts_with("本件"));
    line.ends_with(['）', ')']) && of_copy() && in_brackets(line)
}

/// Whether `line` says how the document is published, and no sentence begins so: `公开方式：主动公开`.
pub(crate) fn is_publicity_label(line: &str) -> bool {
    line.len() <= LONGEST_PUBLICITY && line.starts_with(['公', '信', '此', '（', '(']) && recognise(line) && {
        let line = line.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')') || is_blank(c));
        PUBLICITY.iter().any(|word| line.ends_with(word))
    }
}

/// Whether `c` may open a note with a label: the first letter of a label, a bracket or a blank.
fn may_open(c: char) -> bool {
    NOTE_LABELS.may_open(c) || matches!(c, '（' | '(') || is_blank(c)
}

/// Reads a 附注.
pub(crate) fn note<'src>(whole: &Text<'src>) -> Note<'src> {
    Note { text: whole.clone() }
}

// note_opening ::= ("（" | "(") one_of(NOTE_LABELS) colon | one_of(NOTE_LABELS) (colon | <end>)
/// `（联系人：`, `公开方式：`; the bracket may be closed on a later line.
fn note_opening(i: Input<'_>) -> Rule<'_, ()> {
    let bracketed = preceded((one_of("（("), blanks), terminated(token::one_in(&NOTE_LABELS), colon));
    let bare = terminated(token::one_in(&NOTE_LABELS), alt((colon, peek(eof))));
    preceded(opt(blanks), alt((bracketed, bare))).map(|_| ()).parse(i)
}

/// Whether `line` is one pair of brackets with words in it: no `（九）`, no `（甲）乙（丙）`.
fn in_brackets(line: &str) -> bool {
    let inside = line.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| {
        let number = |c| is_blank(c) || is_digit(c) || is_han_numeral(c) || matches!(c, '.' | ',' | '-');
        let letters = inside.chars().filter(|&c| !is_blank(c)).take(LONGEST).count();
        (SHORTEST..LONGEST).contains(&letters) && !inside.chars().all(number) && closes_at_end(inside)
    })
}

/// Whether no bracket inside closes the one in front.
fn closes_at_end(inside: &str) -> bool {
    let mut depth = 0_usize;
    inside.chars().all(|c| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth == 0 => return false,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        true
    })
}

/// Whether `line` says only how the document is published: `此件公开发布`, `本文有删减`, `主动公开`.
fn is_publicity(line: &str) -> bool {
    let line = line.trim_end_matches('。');
    if !line.ends_with(['开', '布', '减']) {
        return false;
    }
    let named = ["此件", "本件", "本文", "此文", "本文件"].iter().find_map(|word| line.strip_prefix(word));
    if named.is_none() && !line.ends_with("公开") {
        return false;
    }
    let said = named.unwrap_or(line).trim_matches(is_blank).trim_start_matches(['有', '可', '按', '属']);
    PUBLICITY.contains(&said.trim_start_matches("要求")) && (named.is_some() || said.len() > 9)
}

#[cfg(test)]
mod tests;
