//! Stretches of bounded length, each of one unit, for retrieval.

use hongtou::Span;
use hongtou::ast::{Attachment, Document, Node, Text};

use crate::column::{ATTACHMENT, Column, END, HEADINGS, ID, NUMBER_OF_DOCUMENT, PATH, START, TEXT, TITLE, column};
use crate::row::{Reading, Row, is_unit};
use crate::value::Type;
use crate::walk::walk;

pub(super) const COLUMNS: &[Column] = &[
    ID,
    column("chunk", Type::Text, "what it is called: the id, # and the byte where it begins", |row, cell| {
        cell.put(format!("{}#{}", row.reading.id, row.span().start));
    }),
    TITLE,
    NUMBER_OF_DOCUMENT,
    ATTACHMENT,
    PATH,
    HEADINGS,
    TEXT,
    START,
    END,
];

/// Calls `each` for every chunk: paragraphs and rows that stand in one unit, together while they are no longer
/// than `longest` characters. A longer paragraph is cut behind a sentence, a clause, or anywhere. A unit of a heading
/// alone is a chunk of its heading.
pub(super) fn rows<'a>(reading: &'a Reading<'a>, longest: usize, mut each: impl FnMut(&Row<'a, '_>)) {
    let longest = longest.max(1);
    let mut open = Open::default();
    let mut bare: Option<(Place<'a>, &'a Text<'a>)> = None;
    walk(reading, |row| {
        // The first element behind a heading tells whether anything stands under it.
        if let Some((place, heading)) = bare.take_if(|(place, _)| row.units.len() < place.units.len()) {
            open.add(place, heading, longest, &mut each);
        }
        bare = row.node.and_then(Node::heading).map(|heading| (Place::of(row), &heading.text));
        if let Some(text) = row.node.and_then(chunked) {
            open.add(Place::of(row), text, longest, &mut each);
        }
    });
    if let Some((place, heading)) = bare {
        open.add(place, heading, longest, &mut each);
    }
    open.close(&mut each);
}

/// The chunk that is open.
#[derive(Debug, Default)]
struct Open<'a> {
    text: String,
    chars: usize,
    span: Option<Span>,
    place: Option<Place<'a>>,
}

impl<'a> Open<'a> {
    /// Adds a text, to a new chunk where it stands elsewhere or does not fit.
    fn add(&mut self, place: Place<'a>, text: &Text<'_>, longest: usize, each: &mut impl FnMut(&Row<'a, '_>)) {
        let same = self.place.as_ref().is_some_and(|own| own.key() == place.key());
        // A line end comes between.
        if !same || self.chars + 1 + text.chars().count() > longest {
            self.close(each);
        }
        self.place = Some(place);
        for (piece, span) in pieces(text, longest) {
            let chars = piece.chars().count();
            if self.chars > 0 && self.chars + 1 + chars > longest {
                self.close(each);
            }
            if self.chars > 0 {
                self.text.push('\n');
                self.chars += 1;
            }
            self.text.push_str(piece);
            self.chars += chars;
            self.span = Some(self.span.map_or(span, |all| all.to(span)));
        }
    }

    /// Ends the chunk, if there is one.
    fn close(&mut self, each: &mut impl FnMut(&Row<'a, '_>)) {
        if let (Some(span), Some(place)) = (self.span.take(), &self.place) {
            each(&Row {
                reading: place.reading,
                document: place.document,
                attachment: place.attachment,
                units: &place.units,
                node: None,
                chunk: Some((&self.text, span)),
                reference: None,
            });
        }
        self.text.clear();
        self.chars = 0;
    }
}

/// Where a chunk stands.
#[derive(Debug)]
struct Place<'a> {
    reading: &'a Reading<'a>,
    document: &'a Document<'a>,
    attachment: Option<&'a Attachment<'a>>,
    units: Vec<Node<'a>>,
}

impl<'a> Place<'a> {
    fn of(row: &Row<'a, '_>) -> Self {
        let Row { reading, document, attachment, .. } = *row;
        let mut units = row.units.to_vec();
        units.extend(row.node.filter(|node| is_unit(*node)));
        Self { reading, document, attachment, units }
    }

    fn key(&self) -> (u32, u32) {
        (self.document.span.start, self.units.last().map_or(u32::MAX, |unit| unit.span().start))
    }
}

/// The text of an element that goes into chunks.
fn chunked(node: Node<'_>) -> Option<&Text<'_>> {
    match node {
        Node::Paragraph(_) | Node::Row(_) | Node::Subtitle(_) => node.text(),
        Node::Heading(heading) => Some(&heading.text),
        _ => None,
    }
}

/// `text` in pieces of no more than `longest` characters, each with its place in the source.
fn pieces<'t>(text: &'t Text<'_>, longest: usize) -> impl Iterator<Item = (&'t str, Span)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let end = match rest.char_indices().nth(longest) {
            None => rest.len(),
            Some((most, _)) => cut(rest.get(..most).unwrap_or(rest)),
        };
        let piece = rest.get(..end).unwrap_or(rest);
        let span = text.source_span(from, from + end);
        from += end;
        Some((piece, span))
    })
}

/// Where a stretch too long is cut: behind its last sentence, else its last clause, else at its end.
fn cut(text: &str) -> usize {
    let behind =
        |marks: &[char]| text.rfind(marks).and_then(|at| Some(at + text.get(at..)?.chars().next()?.len_utf8()));
    behind(&['。', '！', '？']).or_else(|| behind(&['；', '，', '、', ';', ','])).unwrap_or(text.len())
}
