//! Every element of a text, with where it stands.

use hongtou::ast::{Attachment, Document, Node};

use crate::row::{Reading, Row, is_unit};

/// What is open above an element.
enum Open<'a> {
    Unit,
    /// An attachment, and where one was before it.
    Attachment(Option<&'a Attachment<'a>>, &'a Document<'a>),
}

/// Calls `each` for every element of the text, in source order, those of attachments included.
pub(crate) fn walk<'a>(reading: &'a Reading<'a>, mut each: impl FnMut(&Row<'a, '_>)) {
    let mut document = &reading.parse.document;
    let mut attachment = None;
    // Each with its depth.
    let mut open: Vec<(usize, Open<'a>)> = Vec::with_capacity(8);
    let mut units: Vec<Node<'a>> = Vec::with_capacity(8);
    for (depth, node) in reading.parse.document.nodes() {
        while let Some((_, left)) = open.pop_if(|(own, _)| *own >= depth) {
            match left {
                Open::Unit => drop(units.pop()),
                Open::Attachment(above, parent) => (attachment, document) = (above, parent),
            }
        }
        each(&Row { reading, document, attachment, units: &units, node: Some(node), chunk: None, reference: None });
        match node {
            Node::Attachment(attached) => {
                open.push((depth, Open::Attachment(attachment, document)));
                (attachment, document) = (Some(attached), &attached.document);
            }
            unit if is_unit(unit) => {
                open.push((depth, Open::Unit));
                units.push(unit);
            }
            _ => {}
        }
    }
}
