//! What people see as one character.

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

use super::Word;
use super::place::{Place, Places, count};
use crate::ast::Text;
use crate::charset::is_blank;
use crate::source::LineIndex;
use crate::span::offset;

/// The grapheme clusters of a text, in order; [`graphemes`] gives them.
#[derive(Debug, Clone)]
pub struct Graphemes<'t> {
    clusters: GraphemeIndices<'t>,
    chars: u32,
    places: Places<'t>,
}

/// What people see as one character of `text` (extended grapheme clusters of UAX #29), blanks left out. `index` is
/// that of the source the text was read from. No dictionary is needed.
///
/// ```
/// use hongtou::LineIndex;
/// use hongtou::tokenize::graphemes;
///
/// let source = "辻\u{e0100}某e\u{301}";
/// let parse = hongtou::parse(source);
/// let text = parse.document.texts().next().unwrap();
/// let index = LineIndex::new(source);
/// let seen: Vec<_> = graphemes(text, &index).map(|grapheme| grapheme.text).collect();
/// assert_eq!(seen, ["辻\u{e0100}", "某", "e\u{301}"]);
/// ```
#[must_use]
pub fn graphemes<'t>(text: &'t Text<'_>, index: &'t LineIndex<'_>) -> Graphemes<'t> {
    Graphemes { clusters: text.grapheme_indices(true), chars: 0, places: Places::new(text, index) }
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        loop {
            let (at, text) = self.clusters.next()?;
            let start = Place { bytes: offset(at), chars: self.chars };
            self.chars = self.chars.saturating_add(count(text));
            if !text.chars().all(is_blank) {
                let end = Place { bytes: offset(at + text.len()), chars: self.chars };
                return Some(self.places.word(text, start, end));
            }
        }
    }
}
