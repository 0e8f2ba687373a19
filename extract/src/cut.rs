//! The texts of elements, cut into words or graphemes.

use hongtou::ast::Node;
use hongtou::tokenize::{Tokenizer, Word, graphemes};
use hongtou::{LineIndex, Span};

/// What texts are cut into.
#[derive(Debug, Clone, Copy)]
pub enum Cutter<'c> {
    /// Words, by a tokenizer of its own or by that of the process.
    Words(Option<&'c Tokenizer>),
    /// What people see as one character.
    Graphemes,
}

/// A text of an element, cut.
#[derive(Debug)]
pub struct Cut<'a> {
    /// What it is to its element: marker, heading, ending, label or text.
    pub part: &'static str,
    /// The text.
    pub text: &'a str,
    /// Where it stands in the source.
    pub span: Span,
    /// The same in characters.
    pub char_span: Span,
    /// Its words or graphemes, in order.
    pub tokens: Vec<Word<'a>>,
}

/// The texts of an element itself, cut, in the order of the source: of a unit its number, its heading and the point
/// behind that, which is part of no text. Every character that is not blank is in exactly one token.
#[must_use]
pub fn cut<'a>(source: &'a str, index: &'a LineIndex<'a>, node: Node<'a>, cutter: Cutter<'a>) -> Vec<Cut<'a>> {
    let chars = |span: Span| Span::new(index.char_offset(span.start), index.char_offset(span.end));
    let text = |(at, text): (usize, &'a hongtou::ast::Text<'a>)| {
        let tokens = match cutter {
            Cutter::Words(own) => own.unwrap_or_else(|| Tokenizer::shared()).words(text, index).collect(),
            Cutter::Graphemes => graphemes(text, index).collect(),
        };
        Cut { part: part(node, at), text, span: text.span, char_span: chars(text.span), tokens }
    };
    let mut cut: Vec<_> = node.texts().enumerate().map(text).collect();
    let heading = if let Node::Heading(heading) = node { Some(heading) } else { node.heading() };
    let end = cut.last().map_or(0, |last| last.span.end);
    let ending = heading.and_then(|heading| ending(source, end, heading.ending?));
    cut.extend(ending.map(|(text, span)| {
        let at = Span::new(0, number(text.len()));
        let char_span = chars(span);
        let word = Word { text, span, char_span, at, char_at: Span::new(0, 1) };
        Cut { part: "ending", text, span, char_span, tokens: vec![word] }
    }));
    cut
}

/// The point that ends a heading, and where it stands behind byte `end`.
fn ending(source: &str, end: u32, ending: char) -> Option<(&str, Span)> {
    let rest = source.get(end as usize..)?;
    let blanks = rest.find(ending)?;
    let text = rest.get(blanks..)?.get(..ending.len_utf8())?;
    let start = end + number(blanks);
    Some((text, Span::new(start, start + number(text.len()))))
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
