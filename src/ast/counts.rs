//! How much is in a document.

use super::{Document, Node, ProvisionKind};

/// How many elements of a kind a text has, those of attachments too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// 附件 and issued documents.
    pub attachments: usize,
    /// Numbered sections.
    pub sections: usize,
    /// The ranks of these, a bit for each: 1 << 1 for 一、, 1 << 2 for （一）.
    pub levels: u8,
    /// 条.
    pub articles: usize,
    /// Paragraphs.
    pub paragraphs: usize,
}

impl Counts {
    /// Counts a numbered unit: in a law a `kind`, else a section of this rank.
    pub(crate) const fn add_unit(&mut self, kind: Option<ProvisionKind>, level: u8) {
        match kind {
            None => {
                self.sections += 1;
                self.levels |= 1 << (level & 7);
            }
            Some(ProvisionKind::Article) => self.articles += 1,
            Some(_) => {}
        }
    }

    fn and(mut self, node: Node<'_>) -> Self {
        match node {
            Node::Attachment(_) => self.attachments += 1,
            Node::Section(section) => self.add_unit(None, section.level),
            Node::Provision(provision) => self.add_unit(Some(provision.kind), 0),
            Node::Paragraph(_) => self.paragraphs += 1,
            _ => {}
        }
        self
    }
}

impl Document<'_> {
    /// How many elements it has, those of its attachments too.
    ///
    /// ```
    /// let parse = hongtou::parse("关于值班的通知\n\n一、甲。\n二、乙。\n");
    /// assert_eq!(parse.document.counts().sections, 2);
    /// ```
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.nodes().fold(Counts::default(), |counts, (_, node)| counts.and(node))
    }
}
