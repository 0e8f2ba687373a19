//! Which elements of a document a selector finds: for each test one pass over the elements.

use super::Match;
use super::selector::{Any, Cited, Relation, Test, Way};
use crate::ast::{Document, MarkerStyle, Node, ProvisionKind};
use crate::lexis::step::Unit;

/// The elements of a document in source order, the document itself first.
pub(super) struct Elements<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    /// The place of the element each stands in; of the document its own, which is 0.
    pub(super) parents: Vec<usize>,
    /// The same, but for a 项 the 款 it belongs to, in front of which it stands in the tree of its 条.
    pub(super) holders: Vec<usize>,
    /// Which of its name it is in its parent, from 1, and how many there are.
    places: Vec<(u32, usize)>,
    counts: Vec<u32>,
}

/// For each element whether it is in the set.
type Set = Vec<bool>;

impl<'a> Elements<'a> {
    pub(super) fn of(document: &'a Document<'a>) -> Self {
        let root = Node::Document(document);
        let mut all =
            Self { nodes: vec![root], parents: vec![0], holders: vec![0], places: vec![(1, 0)], counts: vec![1] };
        let mut open = vec![Open::of(0)];
        for (depth, node) in document.nodes() {
            open.truncate(depth + 1);
            let at = all.nodes.len();
            if let Some(parent) = open.last_mut() {
                all.add(node, at, parent);
            }
            open.push(Open::of(at));
        }
        all
    }

    fn add(&mut self, node: Node<'a>, at: usize, parent: &mut Open) {
        if matches!(node, Node::Paragraph(paragraph) if paragraph.clause.is_some()) {
            parent.clause = Some(at);
        }
        let item = matches!(node, Node::Provision(provision) if provision.kind == ProvisionKind::Item);
        let place = parent.place(node.name(), &mut self.counts);
        self.nodes.push(node);
        self.parents.push(parent.at);
        self.holders.push(parent.clause.filter(|_| item).unwrap_or(parent.at));
        self.places.push(place);
    }

    /// The element at `place`, and what it stands in.
    pub(super) fn matched(&self, place: usize) -> Option<Match<'a>> {
        let node = *self.nodes.get(place)?;
        let (mut at, mut attachment, mut unit) = (place, None, Some(node).filter(|node| node.path().is_some()));
        while at > 0 && attachment.is_none() {
            at = *self.parents.get(at)?;
            match self.nodes.get(at)? {
                Node::Attachment(over) => attachment = Some(*over),
                over => unit = unit.or(Some(*over).filter(|over| over.path().is_some())),
            }
        }
        Some(Match { node, place, attachment, unit })
    }

    /// Those that `any` finds.
    pub(super) fn found(&self, any: &Any) -> Set {
        let mut found = vec![false; self.nodes.len()];
        for way in &any.0 {
            let more = self.way(way);
            found.iter_mut().zip(more).for_each(|(own, more)| *own |= more);
        }
        found
    }

    fn way(&self, way: &Way) -> Set {
        let mut found = self.tests(&way.first, vec![true; self.nodes.len()]);
        for (relation, tests) in &way.rest {
            let may = match relation {
                Relation::Inside => self.inside(&found),
                Relation::Child => self.children(&found),
            };
            found = self.tests(tests, may);
        }
        found
    }

    /// Those that stand in one of `outer`, however deep.
    fn inside(&self, outer: &Set) -> Set {
        let mut inside = vec![false; self.nodes.len()];
        for (at, &holder) in self.holders.iter().enumerate().skip(1) {
            let is = is(&inside, holder) || is(outer, holder);
            inside.iter_mut().skip(at).take(1).for_each(|own| *own = is);
        }
        inside
    }

    /// Those that stand in one of `outer` with nothing between.
    fn children(&self, outer: &Set) -> Set {
        let in_one =
            self.parents.iter().zip(&self.holders).map(|(&parent, &holder)| is(outer, parent) || is(outer, holder));
        // The document stands in none.
        std::iter::once(false).chain(in_one.skip(1)).collect()
    }

    /// Those in which one of `inner` stands.
    fn around(&self, inner: &Set) -> Set {
        let mut around = vec![false; self.nodes.len()];
        for (at, &holder) in self.holders.iter().enumerate().skip(1).rev() {
            if (is(inner, at) || is(&around, at))
                && let Some(own) = around.get_mut(holder)
            {
                *own = true;
            }
        }
        around
    }

    /// Those of `set` that pass all tests.
    fn tests(&self, tests: &[Test], mut set: Set) -> Set {
        for test in tests {
            let passed = self.passed(test);
            set.iter_mut().enumerate().filter(|(_, own)| **own).for_each(|(at, own)| *own = passed(at));
        }
        set
    }

    /// Whether the element at a place passes `test`.
    fn passed<'t>(&'t self, test: &'t Test) -> Box<dyn Fn(usize) -> bool + 't> {
        let each = move |holds: fn(Node<'_>, &Test) -> bool| {
            Box::new(move |at| self.nodes.get(at).is_some_and(|node| holds(*node, test)))
        };
        match test {
            Test::Any => Box::new(|_| true),
            Test::Has(any) => set(self.around(&self.found(any))),
            Test::Not(any) => {
                let found = self.found(any);
                Box::new(move |at| !is(&found, at))
            }
            Test::Contains(wanted) => {
                let own: Set =
                    self.nodes.iter().map(|node| node.texts().any(|own| own.contains(wanted.as_str()))).collect();
                let around = self.around(&own);
                Box::new(move |at| is(&own, at) || is(&around, at))
            }
            Test::Nth(n) => Box::new(move |at| self.places.get(at).is_some_and(|(nth, _)| nth == n)),
            Test::Last => {
                Box::new(|at| self.places.get(at).is_some_and(|(nth, group)| self.counts.get(*group) == Some(nth)))
            }
            Test::Name(_) | Test::Provision | Test::Step(_) | Test::Attribute(..) => each(holds),
        }
    }
}

fn set<'t>(set: Set) -> Box<dyn Fn(usize) -> bool + 't> {
    Box::new(move |at| is(&set, at))
}

fn is(set: &Set, at: usize) -> bool {
    set.get(at).copied().unwrap_or(false)
}

/// Whether `node` alone passes `test`.
fn holds(node: Node<'_>, test: &Test) -> bool {
    match test {
        Test::Name(name) => node.name() == *name,
        Test::Provision => matches!(node, Node::Provision(_)),
        Test::Step(cited) => is_cited(node, cited),
        Test::Attribute(attribute, wanted) => attribute.holds(node, wanted.as_ref()),
        _ => false,
    }
}

/// Whether `node` is what `cited` names.
pub(super) fn is_cited(node: Node<'_>, cited: &Cited) -> bool {
    let step = &cited.step;
    match node {
        Node::Attachment(attachment) => {
            step.unit == Unit::Attachment && (step.number.is_none() || step.number == attachment.number)
        }
        Node::Paragraph(paragraph) => step.unit == Unit::Clause && paragraph.clause == step.number,
        Node::Section(section) => {
            let marker = &section.marker;
            let styled = match step.unit {
                Unit::Portion => section.level == 1,
                Unit::Section(MarkerStyle::Dotted) => {
                    marker.style == MarkerStyle::Dotted && section.path.rsplit('/').next() == Some(&cited.text)
                }
                Unit::Section(style) => marker.style == style,
                _ => false,
            };
            styled && marker.number == step.number && marker.sub.map_or(0, u32::from) == step.sub
        }
        Node::Provision(provision) => {
            let marker = &provision.marker;
            let of_kind = match (step.unit, provision.kind) {
                (Unit::Item, ProvisionKind::Item) | (Unit::Subitem, ProvisionKind::Subitem) => true,
                (Unit::Law(style) | Unit::Section(style), _) => marker.style == style,
                _ => false,
            };
            of_kind && marker.number == step.number && marker.sub.map_or(0, u32::from) == step.sub
        }
        _ => false,
    }
}

/// An element whose parts are being counted.
struct Open {
    at: usize,
    /// The last 款 in it.
    clause: Option<usize>,
    /// How many there are of each name, as places in the counts.
    groups: Vec<(&'static str, usize)>,
}

impl Open {
    fn of(at: usize) -> Self {
        Self { at, clause: None, groups: Vec::new() }
    }

    /// Counts one more of this name; which it is, and where they are counted.
    fn place(&mut self, name: &'static str, counts: &mut Vec<u32>) -> (u32, usize) {
        let known = self.groups.iter().find(|(own, _)| *own == name).map(|(_, group)| *group);
        let group = known.unwrap_or_else(|| {
            self.groups.push((name, counts.len()));
            counts.push(0);
            counts.len() - 1
        });
        let count = counts.get_mut(group).map_or(0, |count| {
            *count += 1;
            *count
        });
        (count, group)
    }
}
