//! hongtou reads the plain text of Chinese government documents (党政机关公文, GB/T 9704—2012) into a typed tree.
//!
//! ```
//! use hongtou::ast::Block;
//!
//! let text = "云岭市人民政府关于做好防汛工作的通知
//! 云政发〔2024〕12号
//!
//! 各县（市、区）人民政府：
//!
//! 一、加强值班。各地要落实领导带班制度。
//! 二、备足物资
//! （一）沙袋、木桩就近存放。
//!
//! 云岭市人民政府
//! 2024年5月6日
//! ";
//! let parse = hongtou::parse(text);
//! let document = &parse.document;
//!
//! // Elements are fields; what a text does not have is `None` or empty.
//! assert_eq!(document.doc_number().and_then(|number| number.serial), Some(12));
//! assert_eq!(document.addressees()[0].text.as_str(), "各县（市、区）人民政府");
//! assert!(document.header.signatories.is_empty());
//!
//! // The body is a tree that can be matched on.
//! let Block::Section(first) = &document.body[0] else { panic!("一、 is a section") };
//! let heading = first.heading.as_ref().map(|heading| heading.text.as_str());
//! assert_eq!((first.level, first.run_in, heading), (1, true, Some("加强值班")));
//!
//! // Every node knows its place: bytes of the source, half-open.
//! let deepest = document.sections().last().unwrap();
//! assert_eq!(deepest.path.as_str(), "二/（一）");
//! assert_eq!(deepest.span.of(text), "（一）沙袋、木桩就近存放。");
//! ```
//!
//! # What always holds
//!
//! - Any text has a tree: [`parse`] does not fail, does not panic, and takes time and memory in proportion to the text.
//!   What is odd in a text is a [`Diagnostic`] with a stable code; [`Parse::ok`] is the strict view.
//! - Every line that is not blank belongs to exactly one element. Page numbers, running heads and what web pages put
//!   round a document are [`Furniture`](ast::Furniture).
//! - Texts are those of the source. A paragraph that a line wrap or a page cut is one [`Text`](ast::Text), which tells
//!   for each of its [`pieces`](ast::Text::pieces) where it stands.
//! - Texts in Traditional script are read as those in Simplified letters; what the tree says is in the letters of the text.
//! - Marks of Markdown round the words of a line (`## 一、总则`, `**第一条** 为了…`) are as blanks are: in no text of the tree.
//! - Nothing is guessed: `云政发〔2024〕号` has no serial, and `2024年5月` no day.
//!
//! # Places
//!
//! A [`Span`] counts bytes of the source. [`LineIndex`] makes lines, columns and characters of them, from 1 where they
//! are for people, from 0 where they are offsets.
//!
//! # Ways through a document
//!
//! | for | use |
//! |---|---|
//! | an element | the fields of [`ast::Document`] |
//! | sections, paragraphs, 条 in order, with their paths | [`sections`](ast::Document::sections), [`blocks`](ast::Document::blocks), [`provisions`](ast::Document::provisions) |
//! | every node, attachments too | [`nodes`](ast::Document::nodes), or a visitor: [`ast::Visit`] |
//! | what a selector or a citation names: `一/（三）/2`, `第十条第二款` | [`select`](ast::Document::select), [`query`] |
//! | what its `前款`, `附件2`, `《…》第十条` refer to | [`references`](ast::Document::references) |
//! | the elements round the bodies, and how much is in these | [`Parser::summary`] |
//! | the reading without a tree, for the least memory | [`blocks`], and [`labels`] for a role of every line |
//! | many texts, one after the other | [`Parser`], which keeps its buffers |
//! | a tree that outlives its text | [`Parse::into_owned`] |
//! | JSON and back, Markdown, an outline, plain text | [`to_json`], [`from_json`], [`to_markdown`], [`to_outline`], [`to_text`] |
//!
//! # Features
//!
//! None is on by default. `schema`: `schema()`, the JSON Schema of the tree. `tokenize`: words and graphemes with their
//! places.

use std::borrow::Cow;

pub mod ast;
mod charset;
pub mod diagnostic;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod grammar;
mod lexis;
pub mod query;
mod serialize;
mod source;
mod span;
#[cfg(feature = "tokenize")]
pub mod tokenize;

pub use diagnostic::Diagnostic;
#[cfg(feature = "schema")]
pub use serialize::schema;
pub use serialize::{Envelope, JsonError, from_json, labels, to_json, to_markdown, to_outline, to_text};
pub use source::{LineIndex, Position};
pub use span::Span;

/// A text read: its tree, and what there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Parse<'src> {
    /// The tree.
    pub document: ast::Document<'src>,
    /// Remarks, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'src> Parse<'src> {
    /// The tree, where there is nothing to warn of; else what there is.
    ///
    /// # Errors
    ///
    /// All diagnostics, where one of them is a [`diagnostic::Severity::Warning`] or worse.
    ///
    /// ```
    /// let parse = hongtou::parse("关于值班的通知\n\n一、甲。\n三、丙。\n");
    /// let diagnostics = parse.ok().unwrap_err();
    /// assert_eq!(diagnostics[0].code.name(), "number-skipped");
    /// ```
    pub fn ok(self) -> Result<ast::Document<'src>, Vec<Diagnostic>> {
        let grave = |d: &Diagnostic| d.severity >= diagnostic::Severity::Warning;
        if self.diagnostics.iter().any(grave) { Err(self.diagnostics) } else { Ok(self.document) }
    }

    /// The same, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Parse<'static> {
        Parse { document: self.document.into_owned(), diagnostics: self.diagnostics }
    }
}

/// A text read without its bodies: see [`Parser::summary`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary<'src> {
    /// What [`Parser::parse`] gives, but for the bodies, which are empty.
    pub parse: Parse<'src>,
    /// How much is in them.
    pub counts: ast::Counts,
}

/// What of `source` 32 bits can address, and the remark where that is not all.
fn addressable(source: &str) -> (&str, Option<Diagnostic>) {
    let end = u32::MAX - 1;
    let Some(head) = source.get(..source.floor_char_boundary(end as usize)).filter(|head| head.len() < source.len())
    else {
        return (source, None);
    };
    let message = format!("found {} bytes, expected no more than {end}; the rest was left out", source.len());
    let span = Span::new(u32::try_from(head.len()).unwrap_or(end), end);
    (head, Some(Diagnostic::new(diagnostic::Code::TextTooLong, span, message)))
}

/// Reads texts one after the other, keeping its buffers.
#[derive(Debug, Default)]
pub struct Parser {
    buffers: grammar::Buffers,
}

impl Parser {
    /// A parser with empty buffers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree of `source`.
    pub fn parse<'src>(&mut self, source: &'src str) -> Parse<'src> {
        let (source, too_long) = addressable(source);
        by_plain(source, &mut self.buffers, |plain, rare, buffers| {
            made(grammar::read(plain, rare, buffers), too_long, grammar::fold)
        })
    }

    /// What stands round the bodies of `source`, and how much is in them: of a tree as much as a row of a table takes,
    /// without the time and memory of the rest.
    ///
    /// ```
    /// let summary = hongtou::Parser::new().summary("关于值班的通知\n\n各县：\n一、甲。\n二、乙。\n");
    /// assert_eq!(summary.parse.document.addressees()[0].text.as_str(), "各县");
    /// assert_eq!((summary.counts.sections, summary.counts.paragraphs), (2, 2));
    /// assert!(summary.parse.document.body.is_empty());
    /// ```
    pub fn summary<'src>(&mut self, source: &'src str) -> Summary<'src> {
        let (source, too_long) = addressable(source);
        let mut counts = ast::Counts::default();
        let parse = by_plain(source, &mut self.buffers, |plain, rare, buffers| {
            made(grammar::read(plain, rare, buffers), too_long, |blocks, rare, diagnostics| {
                let (document, counted) = grammar::count(blocks, rare, diagnostics);
                counts = counted;
                document
            })
        });
        Summary { parse, counts }
    }

    /// The blocks of `source`, flat.
    pub fn blocks<'src>(&mut self, source: &'src str) -> ast::Blocks<'src> {
        let (source, _) = addressable(source);
        let (plain, rare) = plain(source, charset::Script::of([source]), &mut self.buffers);
        let reading = grammar::read(&plain, rare, &mut self.buffers);
        // All places are the same in the copy.
        ast::Blocks { source, blocks: reading.blocks.blocks }
    }
}

/// `source`, written in `script`, as the rules know texts: in Simplified letters, without marks of Markdown. Where it is
/// written otherwise, a copy, byte for byte as long. Its lines are put into the buffers; says what is rare in it.
fn plain<'src>(
    source: &'src str,
    script: charset::Script,
    buffers: &mut grammar::Buffers,
) -> (Cow<'src, str>, source::Rare) {
    let simplified = script.simplify(source);
    let rare = grammar::lines(&simplified, buffers);
    if !rare.dressed {
        return (simplified, rare);
    }
    let undressed = grammar::undress(&simplified);
    let rare = grammar::lines(&undressed, buffers);
    (Cow::Owned(undressed), rare)
}

/// What `read` makes of `source`, by way of a plain copy where it needs one.
fn by_plain<'src>(
    source: &'src str,
    buffers: &mut grammar::Buffers,
    read: impl for<'t> FnOnce(&'t str, source::Rare, &mut grammar::Buffers) -> Parse<'t>,
) -> Parse<'src> {
    let script = charset::Script::of([source]);
    match plain(source, script, buffers) {
        (Cow::Borrowed(source), rare) => read(source, rare, buffers),
        (Cow::Owned(copy), rare) => {
            let Parse { document, diagnostics } = read(&copy, rare, buffers);
            Parse { document: document.exchange(&ast::InPlace { source, script }), diagnostics }
        }
    }
}

/// What `fold` makes of what was read.
fn made<'src>(
    reading: grammar::Reading<'src>,
    too_long: Option<Diagnostic>,
    fold: impl FnOnce(&ast::Blocks<'src>, source::Rare, &mut Vec<Diagnostic>) -> ast::Document<'src>,
) -> Parse<'src> {
    let grammar::Reading { blocks, mut diagnostics, rare } = reading;
    diagnostics.extend(too_long);
    let document = fold(&blocks, rare, &mut diagnostics);
    diagnostics.sort_by_key(|d| d.span.start);
    Parse { document, diagnostics }
}

/// The tree of `source`. Any text has one.
#[must_use]
pub fn parse(source: &str) -> Parse<'_> {
    let (source, too_long) = addressable(source);
    by_plain(source, &mut grammar::Buffers::default(), |plain, rare, buffers| {
        let reading = grammar::read(plain, rare, buffers);
        // The buffers are given back before the tree grows.
        *buffers = grammar::Buffers::default();
        made(reading, too_long, grammar::fold)
    })
}

/// The blocks of `source`, flat.
#[must_use]
pub fn blocks(source: &str) -> ast::Blocks<'_> {
    Parser::new().blocks(source)
}

/// The code of the read-me, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.en.md")]
struct ReadMe;
