//! Stretches of bounded length, each of one unit, for retrieval.

use hongtou::Span;
use hongtou::ast::{Node, Text};

use crate::column::{ATTACHMENT, Column, END, HEADINGS, ID, NUMBER_OF_DOCUMENT, PATH, START, TEXT, TITLE, column};
use crate::row::{Reading, Row};
use crate::value::Type;
use crate::walk::walk;

pub(super) const COLUMNS: &[Column] = &[
    ID,
    column("chunk", Type::Text, "what it is called: the id, # and the byte where it begins", |row| {
        format!("{}#{}", row.reading.id, row.span().start).into()
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

/// The chunk that is open.
#[derive(Debug, Default)]
struct Open {
    text: String,
    chars: usize,
    span: Option<Span>,
    /// The unit it belongs to: where that begins.
    unit: Option<(u32, u32)>,
}

/// Calls `each` for every chunk: paragraphs and rows that stand in one unit, together while they are no longer
/// than `longest` characters. A longer paragraph is cut behind a sentence, a clause, or anywhere.
pub(super) fn rows<'a>(reading: &'a Reading<'a>, longest: usize, mut each: impl FnMut(&Row<'a, '_>)) {
    let longest = longest.max(1);
    let mut open = Open::default();
    let mut before: Option<Context<'a>> = None;
    walk(reading, |row| {
        let Some(text) = row.node.and_then(chunked) else { return };
        let now = Context::of(row);
        let unit = Some(now.key());
        if open.unit != unit || open.chars + text.chars().count() > longest {
            close(&mut open, before.as_ref(), reading, &mut each);
        }
        open.unit = unit;
        before = Some(now);
        for (piece, span) in pieces(text, longest) {
            let chars = piece.chars().count();
            if open.chars > 0 && open.chars + chars > longest {
                close(&mut open, before.as_ref(), reading, &mut each);
            }
            if !open.text.is_empty() {
                open.text.push('\n');
            }
            open.text.push_str(piece);
            open.chars += chars;
            open.span = Some(open.span.map_or(span, |all| all.to(span)));
        }
    });
    close(&mut open, before.as_ref(), reading, &mut each);
}

/// Where a chunk stands.
#[derive(Debug)]
struct Context<'a> {
    document: &'a hongtou::ast::Document<'a>,
    attachment: Option<&'a hongtou::ast::Attachment<'a>>,
    units: Vec<Node<'a>>,
}

impl<'a> Context<'a> {
    fn of(row: &Row<'a, '_>) -> Self {
        let mut units = row.units.to_vec();
        units.extend(row.node.filter(|node| node.path().is_some()));
        Self { document: row.document, attachment: row.attachment, units }
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

fn close<'a>(
    open: &mut Open,
    context: Option<&Context<'a>>,
    reading: &'a Reading<'a>,
    each: &mut impl FnMut(&Row<'a, '_>),
) {
    if let (Some(span), Some(context)) = (open.span, context) {
        each(&Row {
            reading,
            document: context.document,
            attachment: context.attachment,
            units: &context.units,
            node: None,
            chunk: Some((&open.text, span)),
        });
    }
    open.text.clear();
    (open.chars, open.span) = (0, None);
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
