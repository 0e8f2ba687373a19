//! Running heads: lines that stand beside page numbers again and again.

use crate::lexis::furniture;

use super::line::Line;
use super::text_of;

/// No running head is longer, in bytes.
const LONGEST: u32 = 120;

/// The first bytes of all running heads but the first of each, which may be the title; ascending.
pub(crate) fn find(source: &str, lines: &[Line]) -> Vec<u32> {
    let is_number = |n: usize| {
        lines.get(n).is_some_and(|line| line.len() < 30 && furniture::page_number(text_of(source, line)).is_some())
    };
    let mut beside: Vec<(&str, u32)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, line)| line.len() < 30 && is_number(*at)) {
        debug_assert!(line.len() < 30, "page numbers are short");
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        for near in neighbours.into_iter().flatten().filter_map(|n| lines.get(n)) {
            if near.len() < LONGEST && near.style.is_none() && !near.is_finished() {
                beside.push((text_of(source, near), near.start));
            }
        }
    }
    beside.sort_unstable();
    beside.dedup();
    let again = beside.windows(2).filter_map(|pair| match pair {
        [(first, _), (second, start)] if first == second && first.len() > 9 => Some(*start),
        _ => None,
    });
    let mut starts: Vec<u32> = again.collect();
    starts.sort_unstable();
    starts
}
