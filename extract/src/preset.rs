//! Tables people ask for: what is a row, and which columns it has.

mod chunks;
mod citations;
mod documents;

use hongtou::ast::{Node, ProvisionKind};
use hongtou::query::Selector;

use crate::column::{
    ATTACHMENT, CHAR_END, CHAR_START, CHARACTERS, Column, DEPTH, ENCODING, END, HEADING, HEADINGS, ID, INPUT, JSON,
    LEVEL, LINE, MARKER, NUMBER, NUMBER_OF_DOCUMENT, PATH, REPLACED, RUN_IN, SHA256, START, SUB, TEXT, TITLE, TOKENS,
    TYPE,
};
use crate::row::{Reading, Row};
use crate::run::Options;
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
    /// A reference: 前款, 第三条至第五条, 《…》（文号）第十条.
    Citations,
    /// A stretch of bounded length for retrieval.
    Chunks,
    /// An element that a selector finds.
    Selected,
}

const SECTIONS: &[Column] =
    &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, LEVEL, DEPTH, NUMBER, MARKER, HEADING, RUN_IN, TEXT, START, END];
const PARAGRAPHS: &[Column] = &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, HEADINGS, NUMBER, TEXT, START, END];
const ARTICLES: &[Column] =
    &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, HEADINGS, NUMBER, SUB, MARKER, HEADING, TEXT, START, END];
const SELECTED: &[Column] = &[ID, TITLE, NUMBER_OF_DOCUMENT, ATTACHMENT, PATH, TYPE, NUMBER, HEADING, TEXT, START, END];
/// What every table can have besides.
const MORE: &[Column] = &[
    ID,
    INPUT,
    SHA256,
    ENCODING,
    REPLACED,
    TITLE,
    NUMBER_OF_DOCUMENT,
    ATTACHMENT,
    PATH,
    TYPE,
    START,
    END,
    CHAR_START,
    CHAR_END,
    LINE,
    CHARACTERS,
    DEPTH,
    HEADINGS,
    MARKER,
    TEXT,
    TOKENS,
    JSON,
];

impl Preset {
    /// Those that need no selector.
    pub const ALL: [Self; 6] =
        [Self::Documents, Self::Sections, Self::Paragraphs, Self::Articles, Self::Citations, Self::Chunks];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Sections => "sections",
            Self::Paragraphs => "paragraphs",
            Self::Articles => "articles",
            Self::Citations => "citations",
            Self::Chunks => "chunks",
            Self::Selected => "selected",
        }
    }

    /// The one of this name, of those that need no selector.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The columns it has where none are asked for.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Documents => documents::COLUMNS,
            Self::Sections => SECTIONS,
            Self::Paragraphs => PARAGRAPHS,
            Self::Articles => ARTICLES,
            Self::Citations => citations::COLUMNS,
            Self::Chunks => chunks::COLUMNS,
            Self::Selected => SELECTED,
        }
    }

    /// The columns it can have, its own first.
    pub fn all_columns(self) -> impl Iterator<Item = &'static Column> {
        let own = self.columns();
        own.iter().chain(MORE.iter().filter(|more| own.iter().all(|column| column.name != more.name)))
    }

    /// The columns of these names, in their order.
    ///
    /// # Errors
    ///
    /// Which name is none of a column, with those it can have, or stands twice.
    ///
    /// ```
    /// use hongtou_extract::Preset;
    /// let columns = Preset::Sections.named(&["text".to_owned(), "path".to_owned()]);
    /// assert!(columns.is_ok_and(|columns| columns[1].name == "path"));
    /// assert!(Preset::Sections.named(&["txt".to_owned()]).is_err());
    /// ```
    pub fn named(self, names: &[String]) -> Result<Vec<&'static Column>, String> {
        let mut columns: Vec<&Column> = Vec::with_capacity(names.len());
        for name in names {
            let found = self.all_columns().find(|column| column.name == name).ok_or_else(|| {
                let there: Vec<_> = self.all_columns().map(|column| column.name).collect();
                format!("{} have no column {name:?}; theirs: {}", self.name(), there.join(", "))
            })?;
            if columns.iter().any(|column| column.name == found.name) {
                return Err(format!("the column {name:?} is named twice"));
            }
            columns.push(found);
        }
        Ok(columns)
    }

    /// Calls `each` for every row of a text.
    pub(crate) fn rows<'a>(self, reading: &'a Reading<'a>, options: &Options, mut each: impl FnMut(&Row<'a, '_>)) {
        let wanted = |node: Option<Node<'_>>| match (self, node) {
            (Self::Sections, Some(Node::Section(_))) | (Self::Paragraphs, Some(Node::Paragraph(_))) => true,
            (Self::Articles, Some(Node::Provision(provision))) => provision.kind == ProvisionKind::Article,
            _ => false,
        };
        match self {
            Self::Documents => each(&documents::row(reading)),
            Self::Citations => citations::rows(reading, each),
            Self::Chunks => chunks::rows(reading, options.longest_chunk, each),
            Self::Selected => selected(reading, options.selector.as_ref(), each),
            _ => walk(reading, |row| {
                if wanted(row.node) {
                    each(row);
                }
            }),
        }
    }
}

/// Calls `each` for every element that `selector` finds.
fn selected<'a>(reading: &'a Reading<'a>, selector: Option<&Selector>, mut each: impl FnMut(&Row<'a, '_>)) {
    let found = selector.map(|selector| reading.parse.document.select(selector)).unwrap_or_default();
    let mut wanted = found.iter().map(|found| found.place).peekable();
    if wanted.next_if_eq(&0).is_some() {
        each(&documents::row(reading));
    }
    // Without one there is nothing to walk for.
    let mut place = 0;
    if wanted.peek().is_some() {
        walk(reading, |row| {
            place += 1;
            if wanted.next_if_eq(&place).is_some() {
                each(row);
            }
        });
    }
}
