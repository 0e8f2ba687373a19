//! Asks a document for its elements, in the spirit of CSS, and for its references:
//! [`Document::references`](crate::ast::Document::references).
//!
//! ```
//! use hongtou::query::Selector;
//!
//! let parse = hongtou::parse("关于值班的通知\n\n一、总体要求\n按时到岗。\n二、存在问题\n（一）交接不清。\n");
//! let selector: Selector = "section[heading*=问题] section".parse()?;
//! let found = parse.document.select(&selector);
//! assert_eq!(found[0].path(), "二/（一）");
//! assert_eq!(found[0].node.full_text(), "交接不清。");
//! # Ok::<(), hongtou::query::QueryError>(())
//! ```
//!
//! # The language
//!
//! | query | finds |
//! |---|---|
//! | `section` | every numbered section; the names are those of the JSON: `title`, `doc_number`, `paragraph`, `article`, … |
//! | `*` | every element; `provision`: 编章节条项目 of any kind; `document`: the text itself |
//! | `[level=1]` | those whose attribute is this; also `*=` contains, `^=` begins, `$=` ends, `>=`, `<=`; `[heading]`: those that have one |
//! | `chapter article` | 条 anywhere in a 章 |
//! | `section > table` | tables right in a section |
//! | `title, date` | either |
//! | `:has(table)` | those with a table in them |
//! | `:not([heading])` | those without a heading |
//! | `:contains(防汛)` | those in which a text has these characters, hard wraps rejoined |
//! | `:first`, `:last`, `:nth(2)` | the first, last, second of its name in what it stands in |
//! | `一/（三）/2` | 2. in （三） in 一、 as people cite it; also `（三）/2` and `（三）` |
//! | `第十条第二款第（一）项` | the 项 of that 款 of that 条; `第十条之一`, `第二章 第三条` |
//! | `附件2 > 三` | 三、 right in 附件2; `附件`: every attachment |
//!
//! A value stands bare or in quotes: `[heading="一、二"]`. Full-width `，`, `：`, `（` and `）` do as well as `,`, `:`, `(`
//! and `)`. Names may be put in front of any test: `section:has(table)`.
//!
//! Attributes: `level`, `number`, `sub` (之一), `style` (`（一）` or `han_paren`), `marker`, `heading`, `path`, `text` of
//! units and texts; `kind`, `genre`, `direction`, `subject`, `issuer`, `action` of titles; `agency`, `year`, `serial` of
//! 发文字号; `year`, `month`, `day` of dates; `organ` of 主送, 署名, 抄送 …; `name`, `post` of people and attachments; `label`.
//! A `document` or `attachment` has those of its title, 发文字号 and date too, and `title`:
//! `document[year>=2020][kind=通知] section`.
//!
//! Asking takes time in proportion to the document times the query.

mod attribute;
mod fault;
mod matcher;
mod reference;
mod selector;
mod syntax;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

pub use fault::QueryError;
pub use reference::{Citation, CitedUnit, Reason, Reference, ReferenceKind, Target};

use crate::ast::{Attachment, Document, Node, Text};
use crate::span::Span;
use matcher::Elements;

/// A query, read once and asked of any number of documents. Its display is a query that reads back to the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector(selector::Any);

impl FromStr for Selector {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        syntax::query(text).map(Self).map_err(|fault| fault.told(text))
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An element that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// The element.
    pub node: Node<'a>,
    /// Its place among [`Document::nodes`], from 1; 0 for the document itself.
    pub place: usize,
    /// The attachment it stands in.
    pub attachment: Option<&'a Attachment<'a>>,
    /// The numbered unit it stands in; itself where it is one.
    pub unit: Option<Node<'a>>,
}

impl<'a> Match<'a> {
    /// Where it stands in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.node.span()
    }

    /// The way to it as people cite it, that of its attachment in front: `附件2 > 一/（三）`; empty in front of the
    /// first number.
    #[must_use]
    pub fn path(&self) -> Cow<'a, str> {
        let label = |attachment: &'a Attachment<'a>| attachment.label.as_ref().map(Text::as_str);
        let own = match self.node {
            Node::Attachment(attachment) => label(attachment),
            _ => self.unit.and_then(Node::path),
        };
        match (self.attachment.and_then(label), own) {
            (None, own) => own.unwrap_or_default().into(),
            (Some(label), None) => label.into(),
            (Some(label), Some(own)) => format!("{label} > {own}").into(),
        }
    }
}

impl Document<'_> {
    /// The elements that `selector` finds, in the order of the source, those of attachments too.
    #[must_use]
    pub fn select<'a>(&'a self, selector: &Selector) -> Vec<Match<'a>> {
        let elements = Elements::of(self);
        let found = elements.found(&selector.0);
        let places = found.iter().enumerate().filter(|(_, found)| **found).map(|(place, _)| place);
        places.filter_map(|place| elements.matched(place)).collect()
    }
}
