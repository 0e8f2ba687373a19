//! References in a text, and what they refer to.

mod known;
mod resolver;
mod table;
mod target;

pub use target::{Citation, CitedUnit, Reason, ReferenceKind, Target};

use serde::{Serialize, Serializer};

use super::Match;
use super::matcher::Elements;
use crate::ast::{Document, Node, Text};
use crate::charset::Script;
use crate::lexis::reference::mentions_in;
use crate::span::Span;
use resolver::Resolver;
use target::Place;

/// A reference: `前款`, `本办法第十条第二款`, `附件2`, `《…办法》（云政发〔2024〕12号）`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'a> {
    /// What is referred to: of `第十条第二款` a 款.
    pub kind: ReferenceKind,
    /// As written, lines rejoined.
    pub text: Text<'a>,
    /// The element in whose text it stands.
    pub place: Match<'a>,
    /// What it refers to.
    pub target: Target<'a>,
}

impl Reference<'_> {
    /// Where it stands in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.text.span
    }
}

/// A reference as JSON has it.
#[derive(Serialize)]
struct Written<'r, 'a> {
    kind: ReferenceKind,
    #[serde(flatten)]
    text: &'r Text<'a>,
    place: Place,
    target: &'r Target<'a>,
}

impl Serialize for Reference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = Place::of(&self.place, self.place.path().into_owned());
        Written { kind: self.kind, text: &self.text, place, target: &self.target }.serialize(serializer)
    }
}

impl Document<'_> {
    /// The references in titles, headings, paragraphs, tables and notes, attachments included, in the order of the
    /// source.
    ///
    /// What a reference can't be followed to is said by [`Target::Unresolved`]; nothing is guessed. In a list such
    /// as `第十条、第十一条` each member is a reference; `第三条至第五条` is one, to all of them. Time is in
    /// proportion to the document.
    ///
    /// ```
    /// let text = "云岭市停车管理办法\n第一条 市交通部门负责停车管理。\n第二条 依照前条和《道路法》第五条处罚。\n";
    /// let parse = hongtou::parse(text);
    /// let references = parse.document.references();
    /// assert_eq!(references[0].span().of(text), "前条");
    /// assert_eq!(references[0].target.path().as_deref(), Some("第一条"));
    /// let hongtou::query::Target::Cited(law) = &references[1].target else { panic!() };
    /// assert_eq!(law.title.as_deref(), Some("道路法"));
    /// assert_eq!(law.provision[0].number, Some(5));
    /// ```
    #[must_use]
    pub fn references(&self) -> Vec<Reference<'_>> {
        let elements = Elements::of(self);
        let script = Script::of(elements.nodes.iter().filter_map(|node| citing(*node)).map(Text::as_str));
        let mut resolver = Resolver::new(&elements, script);
        let mut found = Vec::new();
        for (place, node) in elements.nodes.iter().enumerate() {
            if let Some(text) = citing(*node) {
                resolver.begin();
                // 附件说明 names the attachments, it does not refer to them.
                let all = mentions_in(text, script).filter_map(|mention| resolver.reference(place, text, &mention));
                let names = matches!(node, Node::AttachmentNote(_));
                found.extend(all.filter(|reference| !(names && reference.kind == ReferenceKind::Attachment)));
            }
        }
        found
    }
}

/// The text of an element in which references are looked for: of a unit its heading.
fn citing(node: Node<'_>) -> Option<&Text<'_>> {
    match node {
        Node::Section(_) | Node::Provision(_) => node.heading().map(|heading| &heading.text),
        Node::Title(_)
        | Node::Subtitle(_)
        | Node::Paragraph(_)
        | Node::Heading(_)
        | Node::Row(_)
        | Node::AttachmentNote(_)
        | Node::Note(_) => node.text(),
        _ => None,
    }
}
