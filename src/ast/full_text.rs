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
        let mut whole = Whole { text: String::with_capacity(self.span().len() as usize), numbered: false };
        whole.add(self);
        Cow::Owned(whole.text)
    }
}

/// The one text in a unit without heading, as most items are.
fn only_text(node: Node<'_>) -> Option<&Text<'_>> {
    match (node.heading(), node.blocks()) {
        (None, [only]) => Node::from(only).text(),
        _ => None,
    }
}

/// A text that grows line by line.
struct Whole {
    text: String,
    /// Whether it ends with the number of a unit, on whose line the text of that stands.
    numbered: bool,
}

impl Whole {
    /// Adds the text of `node`. Units nest as deep as there are styles of numbers.
    fn add(&mut self, node: Node<'_>) {
        let (heading, blocks): (_, &[Block<'_>]) = match node {
            Node::Section(section) => (section.heading.as_ref(), &section.blocks),
            Node::Provision(provision) => (provision.heading.as_ref(), &provision.blocks),
            Node::Table(table) => return table.rows.iter().for_each(|row| self.line(&row.text)),
            Node::Attachment(attachment) => return self.document(&attachment.document),
            Node::Document(whole) => return self.document(whole),
            leaf => return leaf.text().into_iter().for_each(|text| self.line(text)),
        };
        if let Some(heading) = heading {
            self.line(&heading.text);
            self.text.extend(heading.ending);
        }
        for block in blocks {
            self.numbered(Node::from(block));
        }
    }

    /// Adds the text of `node`, that of a unit with its number in front.
    fn numbered(&mut self, node: Node<'_>) {
        let marker = match node {
            Node::Section(section) => &section.marker.text,
            Node::Provision(provision) => &provision.marker.text,
            other => return self.add(other),
        };
        self.line(marker);
        self.numbered = true;
        self.add(node);
        self.numbered = false;
    }

    /// Adds the text of a whole document, a line for each of its texts.
    fn document(&mut self, document: &Document<'_>) {
        for (_, node) in document.nodes() {
            if !matches!(node, Node::Furniture(_)) {
                node.texts().for_each(|text| self.line(text));
                let heading = if let Node::Heading(heading) = node { Some(heading) } else { node.heading() };
                self.text.extend(heading.and_then(|heading| heading.ending));
            }
        }
    }

    /// Adds a line.
    fn line(&mut self, text: &str) {
        if !self.numbered && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.numbered = false;
        self.text.push_str(text);
    }
}
