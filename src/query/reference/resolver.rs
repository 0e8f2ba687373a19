//! From a reference as written to what it refers to.

use std::cell::OnceCell;

use super::Reference;
use super::known::{Known, Library};
use super::table::{Found, Table};
use super::target::{Citation, Reason, ReferenceKind, Target};

use crate::ast::{MarkerStyle, Node, ProvisionKind, Text};
use crate::charset::Script;
use crate::lexis::reference::{Base, Cited, Mention};
use crate::lexis::step::{Step, Unit};
use crate::query::matcher::Elements;

const ARTICLE: Unit = Unit::Law(MarkerStyle::Article);

/// How far behind a title it is said that it is repealed, in bytes.
const FURTHEST: usize = 180;

/// The element at a place, or why there is none.
type At = Result<usize, Reason>;

/// Follows the references of a document.
pub(super) struct Resolver<'e, 'a> {
    elements: &'e Elements<'a>,
    /// Made for the first reference that asks for it.
    table: OnceCell<Table<'a>>,
    library: Library<'a>,
    script: Script,
}

impl<'e, 'a> Resolver<'e, 'a> {
    pub(super) fn new(elements: &'e Elements<'a>, script: Script) -> Self {
        Self { elements, table: OnceCell::new(), library: Library::of(elements, script), script }
    }

    /// Begins the text of another element.
    pub(super) fn begin(&mut self) {
        self.library.begin();
    }

    /// The reference that `mention` makes in the text of the element at `place`.
    pub(super) fn reference(
        &mut self,
        place: usize,
        text: &'a Text<'a>,
        mention: &Mention<'a>,
    ) -> Option<Reference<'a>> {
        let mut start = mention.range.start;
        let target = match &mention.base {
            Base::Cited(cited) => {
                let mut known = self.library.name(text, cited).clone();
                // What is repealed is an older one of the same title.
                known.own = known.own.filter(|_| !is_repealed(text, mention, self.script));
                self.of_document(place, &known, mention)
            }
            Base::That(kind) => match self.library.last(kind).cloned() {
                Some(known) => self.of_document(place, &known, mention),
                None => Target::Unresolved { reason: Reason::UnknownDocument },
            },
            Base::Named { name, sure } => match self.library.ends(name).map(|(front, known)| (front, known.clone())) {
                Some((front, known)) => {
                    // The others of a list stand without the name.
                    let named = text.get(start..).is_some_and(|rest| rest.starts_with(name));
                    start += if named { front } else { 0 };
                    self.of_document(place, &known, mention)
                }
                None if *sure => {
                    let at = text.get(..start + name.len()).and_then(|front| front.rfind(name)).unwrap_or(start);
                    let cited = Cited { title: Some(at..at + name.len()), ..Cited::default() };
                    let known = self.library.name(text, &cited).clone();
                    self.of_document(place, &known, mention)
                }
                // 办法第三条 in an 办法.
                None if self.titled(place, name).is_some() => {
                    self.of_elements(place, self.titled(place, name), mention)
                }
                None => Target::Unresolved { reason: Reason::UnknownDocument },
            },
            _ => self.of_elements(place, None, mention),
        };
        let place = self.elements.matched(place)?;
        Some(Reference { kind: kind(mention), text: text.slice(start, mention.range.end), place, target })
    }

    fn table(&self) -> &Table<'a> {
        self.table.get_or_init(|| Table::of(self.elements))
    }

    /// What is referred to of a document that was named.
    fn of_document(&self, place: usize, known: &Known<'a>, mention: &Mention<'a>) -> Target<'a> {
        if let Some(own) = known.own {
            return self.of_elements(place, Some(own), mention);
        }
        Target::Cited(Citation {
            title: known.title.clone(),
            doc_number: known.number.clone(),
            provision: mention.steps.iter().map(Into::into).collect(),
            through: mention.through.iter().map(Into::into).collect(),
        })
    }

    /// What is referred to in the text itself, in its document at `document` where one is named.
    fn of_elements(&self, place: usize, document: Option<usize>, mention: &Mention<'a>) -> Target<'a> {
        self.ends(place, document, mention).unwrap_or_else(|reason| Target::Unresolved { reason })
    }

    fn ends(&self, place: usize, document: Option<usize>, mention: &Mention<'a>) -> Result<Target<'a>, Reason> {
        let Mention { base, steps, through, .. } = mention;
        let (first, last) = match base {
            Base::Before(unit, count) if *count > 1 => {
                if !steps.is_empty() {
                    return Err(Reason::Ambiguous((*unit).into()));
                }
                (self.before(place, *unit, *count)?, Some(self.before(place, *unit, 1)?))
            }
            _ => {
                let first = self.way(place, document, base, steps)?;
                let last = if through.is_empty() { None } else { Some(self.way(place, document, base, through)?) };
                (first, last)
            }
        };
        let found = |at| self.elements.matched(at).ok_or(Reason::UnknownDocument);
        Ok(match last {
            None => Target::Node(found(first)?),
            Some(last) => Target::Nodes { first: found(first)?, last: found(last)? },
        })
    }

    /// The element at the end of a way.
    fn way(&self, place: usize, document: Option<usize>, base: &Base<'_>, steps: &[Step<'_>]) -> At {
        let (mut at, rest) = match (document, base, steps) {
            (Some(document), _, steps) => (document, steps),
            (None, Base::Own(kind), steps) => (self.own(place, kind), steps),
            (None, Base::Here(unit), steps) => (self.here_or_dotted(place, *unit)?.0, steps),
            (None, Base::Before(unit, _), steps) => (self.before(place, *unit, 1)?, steps),
            (None, Base::Above, [first, rest @ ..]) => (self.above(place, first)?, rest),
            (None, _, [first, rest @ ..]) => (self.bare(place, first)?, rest),
            (None, _, []) => return Err(Reason::UnknownDocument),
        };
        for step in rest {
            at = self.inside(at, step)?;
        }
        Ok(at)
    }

    /// The element at `at` and those it stands in, up to its document; a 项 stands in its 款.
    fn around(&self, at: usize) -> impl Iterator<Item = (usize, Node<'a>)> {
        let mut next = Some(at);
        std::iter::from_fn(move || {
            let at = next?;
            let node = *self.elements.nodes.get(at)?;
            let outer = self.elements.holders.get(at).copied().filter(|outer| *outer < at);
            // What an attachment stands in is another document.
            next = outer.filter(|_| !matches!(node, Node::Attachment(_)));
            Some((at, node))
        })
    }

    /// The unit in which `place` stands: 本条.
    fn here(&self, place: usize, unit: Unit) -> At {
        let is = |node: Node<'_>| is_unit(node, unit);
        self.around(place).find(|(_, node)| is(*node)).map(|(at, _)| at).ok_or(Reason::Outside(unit.into()))
    }

    /// The unit in which `place` stands, and what it is: where there are no 条, 3.1.5 is one.
    fn here_or_dotted(&self, place: usize, unit: Unit) -> Result<(usize, Unit), Reason> {
        const DOTTED: MarkerStyle = MarkerStyle::Dotted;
        let dotted = |node| matches!(node, Node::Section(section) if section.marker.style == DOTTED && unit == ARTICLE);
        self.here(place, unit).map(|at| (at, unit)).or_else(|reason| {
            let found = self.around(place).find(|(_, node)| dotted(*node));
            found.map(|(at, _)| (at, Unit::Section(DOTTED))).ok_or(reason)
        })
    }

    /// The unit `count` before the one in which `place` stands: 前款.
    fn before(&self, place: usize, unit: Unit, count: u32) -> At {
        let (nothing, missing) = (Reason::NothingBefore(unit.into()), Reason::NoSuch(unit.into()));
        let (here, unit) = self.here_or_dotted(place, unit)?;
        let steps = usize::try_from(count).unwrap_or(usize::MAX);
        let holder = |at: usize| self.elements.holders.get(at).copied().unwrap_or(0);
        match unit {
            ARTICLE => return self.table().before(here, steps).ok_or(nothing),
            Unit::Item => {
                let before = self.table().item_before(here, steps);
                return before.filter(|before| holder(*before) == holder(here)).ok_or(nothing);
            }
            _ => {}
        }
        let number = match self.elements.nodes.get(here) {
            Some(Node::Paragraph(paragraph)) => paragraph.clause,
            Some(Node::Provision(provision)) => provision.marker.number,
            Some(Node::Section(section)) => section.marker.number,
            _ => None,
        };
        let number = number.and_then(|number| number.checked_sub(count)).filter(|number| *number > 0).ok_or(nothing)?;
        only(self.table().numbered(holder(here), unit, number, 0), unit).unwrap_or(Err(missing))
    }

    /// The document itself, or the one of this kind in which `place` stands, or that is attached to it: 本办法.
    fn own(&self, place: usize, kind: &str) -> usize {
        let innermost = self.table().document(place);
        self.titled(place, kind).unwrap_or_else(|| match self.table().named(innermost, kind) {
            Some(Found::One(attached)) if !self.table().has_articles(innermost) => attached,
            _ => innermost,
        })
    }

    /// The document of this kind in which `place` stands; 附件 is any that is attached.
    fn titled(&self, place: usize, kind: &str) -> Option<usize> {
        let mut document = self.table().document(place);
        loop {
            let title = match self.elements.nodes.get(document)? {
                Node::Attachment(_) if kind == "附件" => return Some(document),
                Node::Attachment(own) => own.document.title.as_ref(),
                Node::Document(own) => own.title.as_ref(),
                _ => None,
            };
            if title.is_some_and(|title| names(&title.text, kind)) {
                return Some(document);
            }
            if document == 0 {
                return None;
            }
            document = self.table().document(document);
        }
    }

    /// A unit in front of `place`: 上述第（二）项.
    fn above(&self, place: usize, step: &Step<'_>) -> At {
        if self.here(place, ARTICLE).is_err() {
            // Where there are no 条, 上述第7条 is 7. .
            let sections = step.unit == ARTICLE && !self.table().has_articles(self.table().document(place));
            return self.bare(place, &Step { unit: if sections { Unit::Item } else { step.unit }, ..*step });
        }
        if step.unit != Unit::Item {
            return self.bare(place, step);
        }
        // The list of 项 that stands last in front, in the same 条.
        let outside = Reason::NoSuch(ReferenceKind::Item);
        let item = self.table().last_item(place).ok_or(outside)?;
        if self.here(item, ARTICLE) != self.here(place, ARTICLE) {
            return Err(outside);
        }
        let holder = self.elements.holders.get(item).copied().unwrap_or(0);
        self.inside(holder, step)
    }

    /// A unit of which nothing is said but its number: looked for in what is around `place`, from within.
    fn bare(&self, place: usize, step: &Step<'_>) -> At {
        let kind = step.unit.into();
        match step.unit {
            // No 条 has brackets: 第（三）条 is （三）.
            ARTICLE if step.is_bracketed() => return self.bare(place, &Step { unit: Unit::Item, ..*step }),
            ARTICLE => {
                let article = self.here(place, ARTICLE).ok();
                let series = article.and_then(|article| self.table().series(article));
                let series = series.unwrap_or_else(|| self.table().document(place));
                return self.find(series, step).unwrap_or(Err(Reason::NoSuch(kind)));
            }
            Unit::Attachment | Unit::Portion | Unit::Section(_) => {
                return self.inside(self.table().document(place), step);
            }
            _ => {}
        }
        let lower = matches!(step.unit, Unit::Clause | Unit::Item | Unit::Subitem);
        for (at, node) in self.around(place) {
            if let Some(found) = self.find(at, step) {
                return found;
            }
            if lower && is_unit(node, ARTICLE) {
                return Err(Reason::NoSuch(kind));
            }
        }
        if lower { Err(Reason::Outside(kind)) } else { Err(Reason::NoSuch(kind)) }
    }

    /// The unit that `step` names in the element at `outer`.
    fn inside(&self, outer: usize, step: &Step<'_>) -> At {
        let missing = Reason::NoSuch(step.unit.into());
        if let Some(found) = self.find(outer, step) {
            return found;
        }
        match step.unit {
            // 条 are numbered through the whole text: that of a 章 is one that stands in it.
            ARTICLE if !self.is_document(outer) => {
                let document = self.table().document(outer);
                let found = self.find(document, step).unwrap_or(Err(missing))?;
                self.around(found).any(|(at, _)| at == outer).then_some(found).ok_or(missing)
            }
            // Where there are no 条, 本通知第三条 is 三、.
            ARTICLE if !self.table().has_articles(outer) => {
                let section = Step { unit: Unit::Portion, ..*step };
                self.find(outer, &section).unwrap_or(Err(missing))
            }
            Unit::Attachment => self.attachment(outer, step),
            _ => Err(missing),
        }
    }

    /// An attachment of the document at `document`, or of the one that is attached to; else its entry in the 附件说明.
    fn attachment(&self, document: usize, step: &Step<'_>) -> At {
        let missing = Reason::NoSuch(ReferenceKind::Attachment);
        let mut over = document;
        loop {
            let note = self.table().note(over, step.number.unwrap_or(0));
            if let Some(found) = self.find(over, step).or(note.map(Ok)) {
                return found;
            }
            if over == 0 {
                return Err(missing);
            }
            over = self.table().document(over);
        }
    }

    /// The unit that `step` names right in the element at `outer`, if there is one.
    fn find(&self, outer: usize, step: &Step<'_>) -> Option<At> {
        let table = self.table();
        let number = step.number.unwrap_or(0);
        let numbered = |unit| table.numbered(outer, unit, number, step.sub);
        let found = match step.unit {
            Unit::Section(MarkerStyle::Dotted) => table.dotted(outer, step.text),
            // （二） is a sign of its own, whatever it is called.
            Unit::Clause | Unit::Item if step.is_bracketed() => {
                let styles = [MarkerStyle::HanParen, MarkerStyle::ArabicParen].map(Unit::Section);
                let signs = [Unit::Item].into_iter().chain(styles.into_iter().filter(|_| step.unit == Unit::Item));
                signs.into_iter().find_map(numbered).or_else(|| numbered(step.unit))
            }
            Unit::Attachment => {
                let label = step.text.split_whitespace().collect::<String>();
                let label = if label.starts_with("附件") { label } else { format!("附件{label}") };
                table.named(outer, &label).or_else(|| table.numbered(outer, Unit::Attachment, number, 0))
            }
            unit => numbered(unit),
        };
        only(found, step.unit)
    }

    fn is_document(&self, at: usize) -> bool {
        matches!(self.elements.nodes.get(at), Some(Node::Document(_) | Node::Attachment(_)))
    }
}

/// The one that was found; several are ambiguous.
fn only(found: Option<Found>, unit: Unit) -> Option<At> {
    Some(match found? {
        Found::One(at) => Ok(at),
        Found::Many => Err(Reason::Ambiguous(unit.into())),
    })
}

/// Whether `node` is such a unit.
fn is_unit(node: Node<'_>, unit: Unit) -> bool {
    match node {
        Node::Paragraph(paragraph) => unit == Unit::Clause && paragraph.clause.is_some(),
        Node::Provision(provision) => match provision.kind {
            ProvisionKind::Item => unit == Unit::Item,
            ProvisionKind::Subitem => unit == Unit::Subitem,
            _ => unit == Unit::Law(provision.marker.style),
        },
        _ => false,
    }
}

/// Whether a title is that of such a document: `…停车管理办法（试行）` is an 办法.
fn names(title: &str, kind: &str) -> bool {
    let front = title.trim_end_matches(['）', ')']);
    let bare = if front.len() < title.len() { front.rfind(['（', '(']).and_then(|at| title.get(..at)) } else { None };
    bare.unwrap_or(title).trim_end().ends_with(kind)
}

/// Whether a document is said to be no longer in force: 原《…办法》, 《…办法》同时废止.
fn is_repealed(text: &str, mention: &Mention<'_>, script: Script) -> bool {
    let before = text.get(..mention.range.start).unwrap_or_default();
    let behind = text.get(mention.range.end..).unwrap_or_default();
    let near = behind.get(..behind.floor_char_boundary(FURTHEST)).unwrap_or(behind);
    let clause = near.split(['，', '。', '；', ',', ';']).next().unwrap_or(near);
    before.ends_with('原') || ["废止", "停止执行"].iter().any(|word| script.simplify(clause).contains(word))
}

/// What is referred to by a mention.
fn kind(mention: &Mention<'_>) -> ReferenceKind {
    match (mention.steps.last(), &mention.base) {
        (Some(step), _) => step.unit.into(),
        (None, Base::Here(unit) | Base::Before(unit, _)) => (*unit).into(),
        (None, Base::Cited(cited)) if cited.title.is_none() => ReferenceKind::DocNumber,
        (None, _) => ReferenceKind::Document,
    }
}
