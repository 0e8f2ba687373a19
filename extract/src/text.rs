//! The text of an element with all that is in it.

use hongtou::ast::{Block, Document, Node};

/// The text of `node`, as [`add`] gives it.
pub(crate) fn whole(node: Node<'_>) -> String {
    let mut text = String::new();
    add(node, &mut text);
    text
}

/// Adds the text of `node`: of a unit its heading, and what is in it, a line each.
pub(crate) fn add(node: Node<'_>, into: &mut String) {
    let (heading, blocks): (_, &[Block<'_>]) = match node {
        Node::Section(section) => (section.heading.as_ref(), &section.blocks),
        Node::Provision(provision) => (provision.heading.as_ref(), &provision.blocks),
        Node::Table(table) => return table.rows.iter().for_each(|row| line(into, &row.text)),
        Node::Attachment(attachment) => return document(&attachment.document, into),
        leaf => return leaf.text().into_iter().for_each(|text| line(into, text)),
    };
    if let Some(heading) = heading {
        line(into, &heading.text);
        into.extend(heading.ending);
    }
    for block in blocks {
        numbered(Node::from(block), into);
    }
}

/// Adds the text of `node`, that of a unit with its number in front.
fn numbered(node: Node<'_>, into: &mut String) {
    let marker = match node {
        Node::Section(section) => &section.marker.text,
        Node::Provision(provision) => &provision.marker.text,
        other => return add(other, into),
    };
    line(into, marker);
    let start = into.len();
    add(node, into);
    // The number and its text stand on one line.
    if into.get(start..).is_some_and(|behind| behind.starts_with('\n')) {
        into.remove(start);
    }
}

/// Adds the text of a whole document, furniture left out.
pub(crate) fn document(document: &Document<'_>, into: &mut String) {
    for (_, node) in document.nodes() {
        match node {
            Node::Furniture(_) | Node::Table(_) | Node::Attachment(_) => {}
            other => other.texts().for_each(|text| line(into, text)),
        }
    }
}

/// Adds a line.
fn line(into: &mut String, text: &str) {
    if !into.is_empty() {
        into.push('\n');
    }
    into.push_str(text);
}
