//! Running heads: lines that stand beside page numbers again and again.

use crate::lexis::furniture;

use super::line::{End, Line};
use super::text_of;

/// No running head is longer, in bytes.
const LONGEST: u32 = 120;

/// A line beside a page number.
type Beside<'src> = (&'src str, u32, bool);

/// The first bytes of all running heads, ascending. The first of each may be the title, in front of all sentences.
pub(crate) fn find(source: &str, lines: &[Line]) -> Vec<u32> {
    let number = |line: &Line| furniture::page_number(text_of(source, line));
    let mut beside: Vec<Beside<'_>> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.len() < 30) {
        let Some(number) = number(line) else { continue };
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

/// How often a line must stand beside numbers: once more where they are bare, as those of rows are, too.
fn enough(same: &[Beside<'_>]) -> usize {
    if same.iter().any(|(.., bare)| !bare) { 2 } else { 3 }
}
