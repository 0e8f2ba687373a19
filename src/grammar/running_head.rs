//! Running heads: lines that stand beside page numbers again and again.

use crate::charset::{is_blank, is_digit, is_han, trim_start};
use crate::lexis::furniture;

use super::line::{End, Line};
use super::text_of;

/// No running head is shorter, in bytes.
const SHORTEST: u32 = 10;

/// No running head is longer, in bytes.
const LONGEST: u32 = 120;

/// From one page with a running head to another with it: it may stand on every other page.
const PAGES: u32 = 2;

/// No line with a page number is longer, in bytes.
const LONGEST_FOOT: u32 = 60;

/// A line beside another. There may be as many as lines of a table: they are kept small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Beside<'src> {
    text: &'src str,
    /// Its place among the lines.
    at: usize,
    /// How many page numbers stand in front of the other.
    page: u32,
    /// Whether it is unsure that the other is a page number.
    unsure: bool,
}

/// The first bytes of all running heads, ascending. The first of each may be the title, in front of all sentences.
pub(crate) fn find(source: &str, lines: &[Line]) -> Vec<u32> {
    let sentence = lines.iter().position(|line| line.closes == End::Sentence).unwrap_or(lines.len());
    let mut heads = repeated(beside_numbers(source, lines), sentence);
    // The foot of a page may stand between its number and the head of the next page.
    let behind_feet = heads.iter().flat_map(|head| beside(source, lines, head.at, head.page, true)).collect();
    heads.extend(repeated(behind_feet, sentence));
    let mut starts: Vec<u32> = heads.into_iter().filter_map(|head| lines.get(head.at)).map(|line| line.start).collect();
    starts.sort_unstable();
    starts
}

/// The lines beside page numbers, and the words of feet that begin with one.
fn beside_numbers<'src>(source: &'src str, lines: &[Line]) -> Vec<Beside<'src>> {
    let (mut found, mut page) = (Vec::new(), 0);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| (line.len() < LONGEST_FOOT) & line.style.is_none()) {
        let text = text_of(source, line);
        if let Some(name) = numbered_foot(text) {
            found.push(Beside { text: name, at, page, unsure: false });
            found.extend(beside(source, lines, at, page, false));
            page += 1;
        } else if let Some(number) = furniture::page_number(text) {
            found.extend(beside(source, lines, at, page, number.bare));
            page += 1;
        }
    }
    found
}

/// The lines beside line `at` that may be running heads.
fn beside<'src>(
    source: &'src str,
    lines: &[Line],
    at: usize,
    page: u32,
    unsure: bool,
) -> impl Iterator<Item = Beside<'src>> {
    let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let near = neighbours.filter_map(|n| Some((n, lines.get(n)?)));
    let may_be = |line: &Line| (SHORTEST..LONGEST).contains(&line.len()) && line.style.is_none() && !line.is_finished();
    let found = move |(at, line): (usize, &Line)| Beside { text: text_of(source, line), at, page, unsure };
    near.filter(move |(_, line)| may_be(line)).map(found)
}

/// The lines that stand there again and again; the first of each only behind line `sentence`.
fn repeated(mut beside: Vec<Beside<'_>>, sentence: usize) -> Vec<Beside<'_>> {
    beside.sort_unstable();
    beside.dedup_by_key(|beside| beside.at);
    let same = beside.chunk_by(|a, b| a.text == b.text).filter(|same| same.len() >= enough(same) && are_near(same));
    let places = same.flat_map(|same| same.iter().enumerate());
    places.filter(|(n, beside)| *n > 0 || beside.at > sentence).map(|(_, beside)| *beside).collect()
}

/// Whether one stands near another: two ends of sentences may be the same by chance.
fn are_near(same: &[Beside<'_>]) -> bool {
    same.windows(2).any(|pair| matches!(pair, [a, b] if b.page <= a.page + PAGES))
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
    if same.iter().any(|beside| !beside.unsure) { 2 } else { 3 }
}
