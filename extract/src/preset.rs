//! Tables people ask for: what is a row, and which columns it has.

mod chunks;
mod documents;

use hongtou::ast::{Node, ProvisionKind};

use crate::column::{
    ATTACHMENT, CHAR_END, CHAR_START, CHARACTERS, Column, DEPTH, END, HEADING, HEADINGS, ID, LEVEL, LINE, MARKER,
    NUMBER, NUMBER_OF_DOCUMENT, PATH, RUN_IN, SHA256, START, SUB, TEXT, TITLE, TYPE,
};
use crate::row::{Reading, Row};
use crate::walk::walk;

/// What a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// A text: its 版头, title and so on.
    Documents,
    /// A numbered section: 一、 （一） 1. （1） ①.
    Sections,
    /// A paragraph.
    Paragraphs,
    /// A 条.
    Articles,
    /// A stretch of bounded length for retrieval.
    Chunks,
}

const SECTIONS: &[Column] =
    &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, LEVEL, DEPTH, NUMBER, MARKER, HEADING, RUN_IN, TEXT, START, END];
const PARAGRAPHS: &[Column] = &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, HEADINGS, NUMBER, TEXT, START, END];
const ARTICLES: &[Column] =
    &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, HEADINGS, NUMBER, SUB, MARKER, HEADING, TEXT, START, END];
/// What every table can have besides.
const MORE: &[Column] = &[SHA256, TYPE, LINE, CHAR_START, CHAR_END, CHARACTERS, DEPTH, HEADINGS, MARKER];

impl Preset {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Documents, Self::Sections, Self::Paragraphs, Self::Articles, Self::Chunks];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Sections => "sections",
            Self::Paragraphs => "paragraphs",
            Self::Articles => "articles",
            Self::Chunks => "chunks",
        }
    }

    /// The columns it has where none are asked for.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Documents => documents::COLUMNS,
            Self::Sections => SECTIONS,
            Self::Paragraphs => PARAGRAPHS,
            Self::Articles => ARTICLES,
            Self::Chunks => chunks::COLUMNS,
        }
    }

    /// The columns it can have, its own first.
    pub fn all_columns(self) -> impl Iterator<Item = &'static Column> {
        let own = self.columns();
        own.iter().chain(MORE.iter().filter(|more| own.iter().all(|column| column.name != more.name)))
    }

    /// Calls `each` for every row of a text. A chunk has no more than `longest` characters.
    pub(crate) fn rows<'a>(self, reading: &'a Reading<'a>, longest: usize, mut each: impl FnMut(&Row<'a, '_>)) {
        let wanted = |node: Option<Node<'_>>| match (self, node) {
            (Self::Sections, Some(Node::Section(_))) | (Self::Paragraphs, Some(Node::Paragraph(_))) => true,
            (Self::Articles, Some(Node::Provision(provision))) => provision.kind == ProvisionKind::Article,
            _ => false,
        };
        match self {
            Self::Documents => each(&documents::row(reading)),
            Self::Chunks => chunks::rows(reading, longest, each),
            _ => walk(reading, |row| {
                if wanted(row.node) {
                    each(row);
                }
            }),
        }
    }
}
