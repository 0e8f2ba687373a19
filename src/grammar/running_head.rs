//! Running heads: lines that stand beside page numbers again and again.

use crate::charset::{is_blank, is_digit, is_han, trim_start};
use crate::lexis::furniture;

use super::line::{End, Line};
use super::text_of;

/// No running head is shorter, in bytes.
const SHORTEST: u32 = 10;

/// No running head is longer, in bytes.
const LONGEST: u32 = 120;

/// A running head stands on one page in so many at least.
const PAGES: usize = 3;

/// No line with a page number is longer, in bytes.
const LONGEST_FOOT: u32 = 60;

/// A line beside another: its text, its place among the lines, and whether it is unsure that the other is a page number.
type Beside<'src> = (&'src str, usize, bool);

/// The first bytes of all running heads, ascending. The first of each may be the title, in front of all sentences.
pub(crate) fn find(source: &str, lines: &[Line]) -> Vec<u32> {
    let sentence = lines.iter().position(|line| line.closes == End::Sentence).unwrap_or(lines.len());
    let (beside_numbers, pages) = beside_numbers(source, lines);
    let mut heads = repeated(beside_numbers, sentence, pages);
    // The foot of a page may stand between its number and the head of the next page.
    let behind_feet = heads.iter().flat_map(|&head| beside(source, lines, head, true)).collect();
    heads.extend(repeated(behind_feet, sentence, pages));
    let mut starts: Vec<u32> = heads.into_iter().filter_map(|head| lines.get(head)).map(|line| line.start).collect();
    starts.sort_unstable();
    starts
}

/// The lines beside page numbers, and the words of feet that begin with one; and how many pages are surely numbered.
fn beside_numbers<'src>(source: &'src str, lines: &[Line]) -> (Vec<Beside<'src>>, usize) {
    let (mut found, mut pages) = (Vec::new(), 0);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| (line.len() < LONGEST_FOOT) & line.style.is_none()) {
        let text = text_of(source, line);
        if let Some(name) = numbered_foot(text) {
            pages += 1;
            found.push((name, at, false));
            found.extend(beside(source, lines, at, false));
        } else if let Some(number) = furniture::page_number(text) {
            pages += usize::from(!number.bare);
            found.extend(beside(source, lines, at, number.bare));
        }
    }
    (found, pages)
}

/// The lines beside line `at` that may be running heads.
fn beside<'src>(source: &'src str, lines: &[Line], at: usize, unsure: bool) -> impl Iterator<Item = Beside<'src>> {
    let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let near = neighbours.filter_map(|n| Some((n, lines.get(n)?)));
    let may_be = |line: &Line| (SHORTEST..LONGEST).contains(&line.len()) && line.style.is_none() && !line.is_finished();
    near.filter(move |(_, line)| may_be(line)).map(move |(n, line)| (text_of(source, line), n, unsure))
}

/// The places of lines that stand there again and again; the first of each only behind line `sentence`.
fn repeated(mut beside: Vec<Beside<'_>>, sentence: usize, pages: usize) -> Vec<usize> {
    beside.sort_unstable();
    beside.dedup_by_key(|(_, at, _)| *at);
    let same =
        beside.chunk_by(|(a, ..), (b, ..)| a == b).filter(|same| same.len() >= enough(same).max(pages.div_ceil(PAGES)));
    let places = same.flat_map(|same| same.iter().enumerate());
    places.filter(|(n, (_, at, _))| *n > 0 || *at > sentence).map(|(_, (_, at, _))| *at).collect()
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
    if same.iter().any(|(.., unsure)| !unsure) { 2 } else { 3 }
}
