//! The text of an element with all that is in it.

use std::borrow::Cow;

use super::{Block, Document, Node, Text};

impl<'a> Node<'a> {
    /// The text of the element with all that is in it, a line each: of a unit its heading and its blocks, its own
    /// number left out, theirs in front. Lines of the source are rejoined; furniture is left out.
    ///
    /// ```
    /// let parse = hongtou::parse("关于值班的通知\n\n一、加强值班\n（一）落实责任。\n");
    /// let section = parse.document.nodes().find(|(_, node)| node.name() == "section").unwrap().1;
    /// assert_eq!(section.full_text(), "加强值班\n（一）落实责任。");
    /// ```
    #[must_use]
    pub fn full_text(self) -> Cow<'a, str> {
        if let Some(text) = self.text().or_else(|| only_text(self)) {
            return Cow::Borrowed(text.as_str());
        }
        let mut whole = String::new();
        add(self, &mut whole);
        Cow::Owned(whole)
    }
}

/// The one text in a unit without heading, as most items are.
fn only_text(node: Node<'_>) -> Option<&Text<'_>> {
    match (node.heading(), node.blocks()) {
        (None, [only]) => Node::from(only).text(),
        _ => None,
    }
}

/// Adds the text of `node`. Units nest as deep as there are styles of numbers.
fn add(node: Node<'_>, into: &mut String) {
    let (heading, blocks): (_, &[Block<'_>]) = match node {
        Node::Section(section) => (section.heading.as_ref(), &section.blocks),
        Node::Provision(provision) => (provision.heading.as_ref(), &provision.blocks),
        Node::Table(table) => return table.rows.iter().for_each(|row| line(into, &row.text)),
        Node::Attachment(attachment) => return document(&attachment.document, into),
        Node::Document(whole) => return document(whole, into),
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

/// Adds the text of a whole document, a line for each of its texts.
fn document(document: &Document<'_>, into: &mut String) {
    for (_, node) in document.nodes() {
        if !matches!(node, Node::Furniture(_)) {
            node.texts().for_each(|text| line(into, text));
            let heading = if let Node::Heading(heading) = node { Some(heading) } else { node.heading() };
            into.extend(heading.and_then(|heading| heading.ending));
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
