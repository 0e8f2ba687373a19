//! The texts of the elements that were found, cut.

use hongtou::LineIndex;
use hongtou::query::Match;
use hongtou_extract::{Cut, Cutter, cut};

/// Characters that end a line.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A text of an element that was found, cut.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) found: &'a Match<'a>,
    pub(super) cut: Cut<'a>,
    /// What stands in the source between the text before it and itself.
    between: Option<&'a str>,
}

impl Piece<'_> {
    /// Whether it goes on in the line of the text before it.
    fn goes_on(&self) -> bool {
        self.between.is_some_and(|between| !between.contains(LINE_ENDS))
    }

    /// Whether it follows the text before it without a blank.
    pub(super) fn touches(&self) -> bool {
        self.between.is_some_and(str::is_empty)
    }
}

/// The texts that stand on one line each: a number, its heading and what runs in are together.
pub(super) fn lines<'p, 'a>(pieces: &'p [Piece<'a>]) -> impl Iterator<Item = &'p [Piece<'a>]> {
    pieces.chunk_by(|_, next| next.goes_on())
}

/// The texts of the elements that were found, cut.
pub(super) fn pieces<'a>(
    source: &'a str,
    index: &'a LineIndex<'a>,
    found: &'a [Match<'a>],
    cutter: Cutter<'a>,
) -> Vec<Piece<'a>> {
    let mut before = None;
    let cut =
        found.iter().flat_map(|found| cut(source, index, found.node, cutter).into_iter().map(move |cut| (found, cut)));
    let piece = |(found, cut): (&'a Match<'a>, Cut<'a>)| {
        let end: Option<u32> = before.replace(cut.span.end);
        let between = end.and_then(|end| source.get(end as usize..cut.span.start as usize));
        Piece { found, cut, between }
    };
    cut.map(piece).collect()
}
