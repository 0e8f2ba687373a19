//! The texts of elements, cut into words or graphemes.

use hongtou::ast::Node;
use hongtou::query::Match;
use hongtou::tokenize::{Tokenizer, Word, graphemes};
use hongtou::{LineIndex, Span};

/// Characters that end a line.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// What texts are cut into.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cutter<'c> {
    /// Words, by a tokenizer of its own or by that of the process.
    Words(Option<&'c Tokenizer>),
    Graphemes,
}

/// A text of an element, cut.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) found: &'a Match<'a>,
    /// What it is to its element: marker, heading, ending, label or text.
    pub(super) part: &'static str,
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) char_span: Span,
    pub(super) tokens: Vec<Word<'a>>,
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
pub(super) fn cut<'a>(
    source: &'a str,
    index: &'a LineIndex<'a>,
    found: &'a [Match<'a>],
    cutter: Cutter<'a>,
) -> Vec<Piece<'a>> {
    let mut cut = Cut { source, index, cutter, end: None, pieces: Vec::new() };
    for found in found {
        cut.element(found);
    }
    cut.pieces
}

struct Cut<'a> {
    source: &'a str,
    index: &'a LineIndex<'a>,
    cutter: Cutter<'a>,
    /// Where the text before ends.
    end: Option<u32>,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Cut<'a> {
    fn element(&mut self, found: &'a Match<'a>) {
        let index = self.index;
        for (at, text) in found.node.texts().enumerate() {
            let tokens = match self.cutter {
                Cutter::Words(own) => own.unwrap_or_else(|| Tokenizer::shared()).words(text, index).collect(),
                Cutter::Graphemes => graphemes(text, index).collect(),
            };
            self.push(found, part(found.node, at), text, text.span, tokens);
        }
        let heading = if let Node::Heading(heading) = found.node { Some(heading) } else { found.node.heading() };
        if let Some(ending) = heading.and_then(|heading| heading.ending) {
            self.ending(found, ending);
        }
    }

    /// The point behind a heading, which is in none of the texts.
    fn ending(&mut self, found: &'a Match<'a>, ending: char) {
        let end = self.end.unwrap_or_default();
        let Some(rest) = self.source.get(end as usize..) else { return };
        let Some((blanks, _)) = rest.split_once(ending) else { return };
        let text = rest.get(blanks.len()..).and_then(|rest| rest.get(..ending.len_utf8())).unwrap_or_default();
        let (start, len) = (end + number(blanks.len()), number(text.len()));
        let span = Span::new(start, start + len);
        let word = Word { text, span, char_span: self.chars(span), at: Span::new(0, len), char_at: Span::new(0, 1) };
        self.push(found, "ending", text, span, vec![word]);
    }

    fn push(&mut self, found: &'a Match<'a>, part: &'static str, text: &'a str, span: Span, tokens: Vec<Word<'a>>) {
        let before = self.end.replace(span.end);
        let between = before.and_then(|end| self.source.get(end as usize..span.start as usize));
        self.pieces.push(Piece { found, part, text, span, char_span: self.chars(span), tokens, between });
    }

    fn chars(&self, span: Span) -> Span {
        let index = self.index;
        Span::new(index.char_offset(span.start), index.char_offset(span.end))
    }
}

/// What the text at `at` is to its element.
fn part(node: Node<'_>, at: usize) -> &'static str {
    match (node, at) {
        (Node::Section(_) | Node::Provision(_), 0) => "marker",
        (Node::Section(_) | Node::Provision(_), _) => "heading",
        (Node::Attachment(_), _) => "label",
        _ => "text",
    }
}

/// A length as the offset it is; texts are at most 4 GiB.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
