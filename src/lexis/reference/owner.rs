//! Whose 条 they are: `本办法`, `该条例`, `公司法` in front of 第.

use std::ops::Range;

use super::Base;
use crate::charset;
use crate::lexis::token::part;
use crate::lexis::vocabulary;

/// No longer name is taken for one that stands behind a stop, in characters.
const SHORT: usize = 8;

/// How far back a name may begin, in bytes.
const LONGEST: usize = 96;

/// The most letters between 本 and the kind: `本实施细则`.
const MOST_BETWEEN: usize = 4;

/// What stands in front of a provision: where it begins, and whose it is. `before` is what of the text was not read.
pub(super) fn owner(text: &str, before: Range<usize>) -> (usize, Base<'_>) {
    let end = before.end;
    let bare = (end, Base::Bare);
    let near = part(text, text.floor_char_boundary(before.start.max(end.saturating_sub(LONGEST)))..end);
    // 本办法的第三条.
    let run = letters(near);
    let run = run.strip_suffix('的').filter(|run| kind(run).is_some()).unwrap_or(run);
    let Some(kind) = kind(run) else { return bare };
    // Where the last `len` bytes of the run begin.
    let start = |len: usize| end - (near.len() - run_end(near, run)) - len;
    let front = part(run, 0..run.len() - kind.len());
    if let Some((_, between)) = front.rsplit_once('本').filter(|(_, between)| may_stand_between(between)) {
        let own = part(run, front.len() - between.len()..run.len());
        return (start(own.len() + "本".len()), Base::Own(own));
    }
    if front.ends_with(['该', '同', '此']) {
        return (start(kind.len() + "该".len()), Base::That(kind));
    }
    let (name, cut) = name(run, front);
    if name == kind {
        // 条例第三条 of 细则 is none of theirs; 按照规定第三条 says nothing of whose it is.
        let names = vocabulary::NAMES_OF_DOCUMENTS.contains(&kind);
        return if names { (start(kind.len()), Base::Named { name: kind, sure: kind == "宪法" }) } else { bare };
    }
    let sure = cut || (run.len() < near.len() && name.chars().count() <= SHORT);
    (start(name.len()), Base::Named { name, sure })
}

/// The 汉字 at the end of `near`.
fn letters(near: &str) -> &str {
    near.rsplit(|c| !charset::is_han(c)).next().unwrap_or(near)
}

/// Where `run`, a stretch at the end of `near` or in front of a 的 there, ends.
fn run_end(near: &str, run: &str) -> usize {
    if near.ends_with(run) { near.len() } else { near.len() - "的".len() }
}

/// The kind of document that a name ends in: 办法 of 停车管理办法.
fn kind(name: &str) -> Option<&'static str> {
    vocabulary::CITED_KINDS.find(name).map(|(_, kind)| kind)
}

/// Whether these letters may stand between 本 and a kind: 实施 of `本实施细则`, not 市停车管理 of `本市停车管理办法`.
fn may_stand_between(between: &str) -> bool {
    between.chars().count() <= MOST_BETWEEN && !between.starts_with(|c| vocabulary::HERE.contains(c))
}

/// The name at the end of `run`, and whether it is known where it begins: behind 依照 and the like. `front` is the
/// run without the kind.
fn name<'a>(run: &'a str, front: &str) -> (&'a str, bool) {
    let behind = |tail: &str| {
        let word = vocabulary::BEFORE_NAMES.near(tail).find(|word| tail.starts_with(word))?;
        Some(front.len() - tail.len() + word.len())
    };
    let cut = vocabulary::BEFORE_NAMES.places(front).filter_map(behind).last();
    let name = part(run, cut.unwrap_or(0)..run.len());
    let bare = name.trim_start_matches(|c| vocabulary::BEFORE_NAME.contains(c));
    (bare, cut.is_some() || bare.len() < name.len())
}
