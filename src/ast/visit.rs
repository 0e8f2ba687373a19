//! The visitor: one method for every kind of element, called in source order.

use super::node::parts;
use super::{
    Addressee, Attachment, AttachmentNote, Block, Cc, CopyNumber, Date, DocNumber, Document, Furniture, Heading,
    Imprint, Mark, Marker, Node, Note, Organ, Paragraph, Provision, Row, Secrecy, Section, Signatory, Signature,
    Signer, Subtitle, Table, Text, Title, Urgency,
};

/// Declares the visitor: for each element its method and the function that walks what is in it.
macro_rules! visitor {
    ($($method:ident $walk:ident $kind:ident: |$v:ident, $node:ident| $body:block)*) => {
        /// Visits a document element by element, in source order.
        ///
        /// Every method has a body that goes on into the element; a method of your own calls the `walk_`
        /// function of the same name to do so, before or after its work, or leaves it out.
        /// [`visit_text`](Visit::visit_text) sees every text once: that of a title, say, but not once more
        /// those of the organs named in it. Furniture comes behind the block of the body it stands in.
        ///
        /// ```
        /// use hongtou::ast::{Document, Section, Visit, walk_section};
        ///
        /// #[derive(Default)]
        /// struct Deepest { now: usize, most: usize }
        ///
        /// impl<'a> Visit<'a> for Deepest {
        ///     fn visit_section(&mut self, section: &'a Section<'a>) {
        ///         self.now += 1;
        ///         self.most = self.most.max(self.now);
        ///         walk_section(self, section);
        ///         self.now -= 1;
        ///     }
        /// }
        ///
        /// let document = Document::default();
        /// let mut deepest = Deepest::default();
        /// deepest.visit_document(&document);
        /// assert_eq!(deepest.most, 0);
        /// ```
        pub trait Visit<'a> {
            /// Called for every [`Text`] that stands on its own.
            fn visit_text(&mut self, _text: &'a Text<'a>) {}

            /// Called for every [`Organ`] named; its text is part of one already visited.
            fn visit_organ(&mut self, _organ: &'a Organ<'a>) {}

            $(
                #[doc = concat!("Called for every [`", stringify!($kind), "`].")]
                fn $method(&mut self, $node: &'a $kind<'a>) {
                    $walk(self, $node);
                }
            )*
        }

        $(
            #[doc = concat!("Visits what is in a [`", stringify!($kind), "`].")]
            pub fn $walk<'a, V: Visit<'a> + ?Sized>($v: &mut V, $node: &'a $kind<'a>) $body
        )*
    };
}

visitor! {
    visit_document walk_document Document: |v, node| { walk_parts(v, node); }
    visit_copy_number walk_copy_number CopyNumber: |v, node| { v.visit_text(&node.text); }
    visit_secrecy walk_secrecy Secrecy: |v, node| { v.visit_text(&node.text); }
    visit_urgency walk_urgency Urgency: |v, node| { v.visit_text(&node.text); }
    visit_mark walk_mark Mark: |v, node| { text_and_organs(v, &node.text, &node.organs); }
    visit_doc_number walk_doc_number DocNumber: |v, node| { v.visit_text(&node.text); }
    visit_signatory walk_signatory Signatory: |v, node| { v.visit_text(&node.text); }
    visit_title walk_title Title: |v, node| { text_and_organs(v, &node.text, &node.issuers); }
    visit_subtitle walk_subtitle Subtitle: |v, node| { v.visit_text(&node.text); }
    visit_addressee walk_addressee Addressee: |v, node| { text_and_organs(v, &node.text, &node.organs); }
    visit_block walk_block Block: |v, node| { dispatch(v, Node::from(node)); }
    visit_section walk_section Section: |v, node| { walk_unit(v, &node.marker, node.heading.as_ref(), &node.blocks); }
    visit_provision walk_provision Provision: |v, node| {
        walk_unit(v, &node.marker, node.heading.as_ref(), &node.blocks);
    }
    visit_marker walk_marker Marker: |v, node| { v.visit_text(&node.text); }
    visit_heading walk_heading Heading: |v, node| { v.visit_text(&node.text); }
    visit_paragraph walk_paragraph Paragraph: |v, node| { v.visit_text(&node.text); }
    visit_table walk_table Table: |v, node| { for row in &node.rows { v.visit_row(row); } }
    visit_row walk_row Row: |v, node| { v.visit_text(&node.text); }
    visit_attachment_note walk_attachment_note AttachmentNote: |v, node| { v.visit_text(&node.text); }
    visit_signature walk_signature Signature: |v, node| { text_and_organs(v, &node.text, &node.organs); }
    visit_signer walk_signer Signer: |v, node| { v.visit_text(&node.text); }
    visit_date walk_date Date: |v, node| { v.visit_text(&node.text); }
    visit_note walk_note Note: |v, node| { v.visit_text(&node.text); }
    visit_cc walk_cc Cc: |v, node| { text_and_organs(v, &node.text, &node.organs); }
    visit_imprint walk_imprint Imprint: |v, node| { text_and_organs(v, &node.text, node.organ.as_slice()); }
    visit_attachment walk_attachment Attachment: |v, node| {
        if let Some(label) = &node.label { v.visit_text(label); }
        v.visit_document(&node.document);
    }
    visit_furniture walk_furniture Furniture: |v, node| { v.visit_text(&node.text); }
}

fn text_and_organs<'a, V: Visit<'a> + ?Sized>(v: &mut V, text: &'a Text<'a>, organs: &'a [Organ<'a>]) {
    v.visit_text(text);
    for organ in organs {
        v.visit_organ(organ);
    }
}

fn walk_unit<'a, V: Visit<'a> + ?Sized>(
    v: &mut V,
    marker: &'a Marker<'a>,
    heading: Option<&'a Heading<'a>>,
    blocks: &'a [Block<'a>],
) {
    v.visit_marker(marker);
    if let Some(heading) = heading {
        v.visit_heading(heading);
    }
    for block in blocks {
        v.visit_block(block);
    }
}

fn walk_parts<'a, V: Visit<'a> + ?Sized>(v: &mut V, document: &'a Document<'a>) {
    let mut furniture = document.furniture.iter().peekable();
    for part in parts(document) {
        while let Some(before) = furniture.next_if(|next| next.text.span.start < part.span().start) {
            v.visit_furniture(before);
        }
        dispatch(v, part);
    }
    for behind in furniture {
        v.visit_furniture(behind);
    }
}

fn dispatch<'a, V: Visit<'a> + ?Sized>(v: &mut V, node: Node<'a>) {
    match node {
        Node::Document(node) => v.visit_document(node),
        Node::CopyNumber(node) => v.visit_copy_number(node),
        Node::Secrecy(node) => v.visit_secrecy(node),
        Node::Urgency(node) => v.visit_urgency(node),
        Node::Mark(node) => v.visit_mark(node),
        Node::DocNumber(node) => v.visit_doc_number(node),
        Node::Signatory(node) => v.visit_signatory(node),
        Node::Title(node) => v.visit_title(node),
        Node::Subtitle(node) => v.visit_subtitle(node),
        Node::Addressee(node) => v.visit_addressee(node),
        Node::Section(node) => v.visit_section(node),
        Node::Provision(node) => v.visit_provision(node),
        Node::Paragraph(node) => v.visit_paragraph(node),
        Node::Heading(node) => v.visit_heading(node),
        Node::Table(node) => v.visit_table(node),
        Node::Row(node) => v.visit_row(node),
        Node::AttachmentNote(node) => v.visit_attachment_note(node),
        Node::Signature(node) => v.visit_signature(node),
        Node::Signer(node) => v.visit_signer(node),
        Node::Date(node) => v.visit_date(node),
        Node::Note(node) => v.visit_note(node),
        Node::Cc(node) => v.visit_cc(node),
        Node::Imprint(node) => v.visit_imprint(node),
        Node::Attachment(node) => v.visit_attachment(node),
        Node::Furniture(node) => v.visit_furniture(node),
    }
}
