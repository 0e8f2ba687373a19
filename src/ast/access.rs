//! Short ways to what is asked for most.

use std::slice;

use super::{Block, DocNumber, Document, Kind, Node, Nodes, Organ, Paragraph, Provision, Section, Text};

/// The blocks of a body, depth first, with the path of the unit each stands in.
struct Descent<'a, 'src> {
    open: Vec<(&'a str, slice::Iter<'a, Block<'src>>)>,
}

impl<'a, 'src> Iterator for Descent<'a, 'src> {
    type Item = (&'a str, &'a Block<'src>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (path, blocks) = self.open.last_mut()?;
            let path = *path;
            let Some(block) = blocks.next() else {
                self.open.pop();
                continue;
            };
            let (path, inner): (&'a str, &'a [Block<'src>]) = match block {
                Block::Section(section) => (&section.path, &section.blocks),
                Block::Provision(provision) => (&provision.path, &provision.blocks),
                _ => (path, &[]),
            };
            if !inner.is_empty() {
                self.open.push((path, inner.iter()));
            }
            return Some((path, block));
        }
    }
}

impl<'src> Document<'src> {
    /// 文种, as its title names it.
    #[must_use]
    pub fn kind(&self) -> Option<&Kind<'src>> {
        self.title.as_ref()?.kind.as_ref()
    }

    /// 发文字号.
    #[must_use]
    pub fn doc_number(&self) -> Option<&DocNumber<'src>> {
        self.header.doc_number.as_ref()
    }

    /// 发文机关, from where it is named first: the title, else the 发文机关标志, else the 署名.
    pub fn issuers(&self) -> impl Iterator<Item = &Organ<'src>> {
        let titled = self.title.as_ref().map_or(&[][..], |title| &title.issuers);
        let marks = if titled.is_empty() { self.header.marks.as_slice() } else { &[] };
        let marked = marks.iter().any(|mark| !mark.organs.is_empty());
        let signed = if titled.is_empty() && !marked { self.signatures.as_slice() } else { &[] };
        let marks = marks.iter().flat_map(|mark| &mark.organs);
        titled.iter().chain(marks).chain(signed.iter().flat_map(|signature| &signature.organs))
    }

    /// 主送机关.
    #[must_use]
    pub fn addressees(&self) -> &[Organ<'src>] {
        self.addressee.as_ref().map_or(&[], |addressee| &addressee.organs)
    }

    /// The blocks of the 正文, depth first, each with its path as people cite it: its own where it is numbered,
    /// else that of the unit it stands in. Attachments are documents of their own and not among them.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, &Block<'src>)> {
        Descent { open: vec![("", self.body.iter())] }
    }

    /// The numbered sections of the 正文, depth first.
    pub fn sections(&self) -> impl Iterator<Item = &Section<'src>> {
        self.blocks().filter_map(|(_, block)| if let Block::Section(section) = block { Some(&**section) } else { None })
    }

    /// 编章节条项目 of the 正文, depth first.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision<'src>> {
        self.blocks().filter_map(|(_, block)| if let Block::Provision(unit) = block { Some(&**unit) } else { None })
    }

    /// The paragraphs of the 正文, depth first, each with the path of the unit it stands in.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&str, &Paragraph<'src>)> {
        self.blocks().filter_map(
            |(path, block)| {
                if let Block::Paragraph(paragraph) = block { Some((path, paragraph)) } else { None }
            },
        )
    }

    /// Every element in source order, attachments included, with its depth.
    #[must_use]
    pub fn nodes(&self) -> Nodes<'_> {
        Nodes::new(self)
    }

    /// Every text in source order, attachments included; each stretch of the source is in one of them at most.
    pub fn texts(&self) -> impl Iterator<Item = &Text<'_>> {
        let mut nodes = self.nodes().map(|(_, node)| node).peekable();
        // A heading on the next page waits for the furniture between its marker and itself.
        let mut heading: Option<&Text<'_>> = None;
        std::iter::from_fn(move || {
            let in_front = |node: &Node<'_>, text: &Text<'_>| match node {
                Node::Furniture(furniture) => furniture.text.span.start < text.span.start,
                _ => false,
            };
            if let Some(text) = heading {
                let furniture = nodes.next_if(|node| in_front(node, text));
                return furniture.and_then(Node::text).or_else(|| heading.take());
            }
            loop {
                let mut texts = nodes.next()?.texts();
                if let Some(first) = texts.next() {
                    heading = texts.next();
                    return Some(first);
                }
            }
        })
    }
}
