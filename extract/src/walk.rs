//! Every element of a text, with where it stands.

use hongtou::ast::{Attachment, Document, Node};

use crate::row::{Reading, Row};

/// What is open above an element.
enum Open<'a> {
    Unit,
    Attachment(Option<&'a Attachment<'a>>, &'a Document<'a>),
    Other,
}

/// Calls `each` for every element of the text, in source order, those of attachments included.
pub(crate) fn walk<'a>(reading: &'a Reading<'a>, mut each: impl FnMut(&Row<'a, '_>)) {
    let mut document = &reading.parse.document;
    let mut attachment = None;
    let mut open: Vec<Open<'a>> = Vec::with_capacity(8);
    let mut units: Vec<Node<'a>> = Vec::with_capacity(8);
    for (depth, node) in reading.parse.document.nodes() {
        while open.len() > depth {
            match open.pop() {
                Some(Open::Unit) => drop(units.pop()),
                Some(Open::Attachment(above, parent)) => (attachment, document) = (above, parent),
                _ => {}
            }
        }
        each(&Row { reading, document, attachment, units: &units, node: Some(node), chunk: None, reference: None });
        // What is deeper comes behind its parent, so that an element is as deep as there are parents open.
        open.push(match node {
            Node::Attachment(attached) => {
                let above = Open::Attachment(attachment, document);
                (attachment, document) = (Some(attached), &attached.document);
                above
            }
            unit if unit.path().is_some() => {
                units.push(unit);
                Open::Unit
            }
            _ => Open::Other,
        });
    }
}
