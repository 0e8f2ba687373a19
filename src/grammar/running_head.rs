//! Running heads: lines that stand beside page numbers again and again.

use crate::charset::{is_blank, is_digit, is_han, trim_start};
use crate::lexis::furniture;

use super::line::{End, Line};
use super::text_of;

/// No running head is longer, in bytes.
const LONGEST: u32 = 120;

/// No line with a page number is longer, in bytes.
const LONGEST_FOOT: u32 = 60;

/// A line beside a page number.
type Beside<'src> = (&'src str, u32, bool);

/// The first bytes of all running heads, ascending. The first of each may be the title, in front of all sentences.
pub(crate) fn find(source: &str, lines: &[Line]) -> Vec<u32> {
    let mut beside: Vec<Beside<'_>> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.len() < LONGEST_FOOT && line.style.is_none()) {
        let text = text_of(source, line);
        let number = match numbered_foot(text) {
            Some(name) => {
                beside.push((name, line.start, false));
                furniture::PageNumber { bare: false, value: None }
            }
            None => match furniture::page_number(text) {
                Some(number) => number,
                None => continue,
            },
        };
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        for near in neighbours.into_iter().flatten().filter_map(|n| lines.get(n)) {
            if (10..LONGEST).contains(&near.len()) && near.style.is_none() && !near.is_finished() {
                beside.push((text_of(source, near), near.start, number.bare));
            }
        }
    }
    beside.sort_unstable();
    beside.dedup_by_key(|(_, start, _)| *start);
    let sentence = lines.iter().find(|line| line.closes == End::Sentence).map_or(u32::MAX, |line| line.start);
    let same = beside.chunk_by(|(a, ..), (b, ..)| a == b).filter(|same| same.len() >= enough(same));
    let starts = same.flat_map(|same| same.iter().enumerate());
    let mut starts: Vec<u32> =
        starts.filter(|(n, (_, start, _))| *n > 0 || *start > sentence).map(|(_, (_, start, _))| *start).collect();
    starts.sort_unstable();
    starts
}

/// The words behind a page number: `云岭市水务局` of `- 3 云岭市水务局`.
fn numbered_foot(line: &str) -> Option<&str> {
    let dash = |c| matches!(c, '-' | '—' | '－' | '–');
    let behind = trim_start(line.strip_prefix(dash)?.trim_start_matches(dash));
    let name = behind.trim_start_matches(is_digit);
    let words = name.starts_with(is_blank) && name.len() < behind.len();
    Some(trim_start(name)).filter(|name| words && name.starts_with(is_han))
}

/// How often a line must stand beside numbers: once more where they are bare, as those of rows are, too.
fn enough(same: &[Beside<'_>]) -> usize {
    if same.iter().any(|(.., bare)| !bare) { 2 } else { 3 }
}
