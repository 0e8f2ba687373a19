//! References: `本条第一款`, `第三条至第五条`, `附件2`, `《…办法》（云政发〔2024〕12号）第十条`.

mod attached;
mod lead;
mod numbered;
mod owner;
mod provisions;
mod relative;
#[cfg(test)]
mod tests;
mod titled;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use super::input::Input;
use super::step::{Step, Unit};
use super::token::part;
use crate::charset::Script;
use crate::span::offset;
use lead::Lead;

/// A reference as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention<'a> {
    /// The bytes of the text it takes.
    pub(crate) range: Range<usize>,
    /// Where the way begins.
    pub(crate) base: Base<'a>,
    /// The way from there; a later member of a list has the steps it shares with the one before.
    pub(crate) steps: Vec<Step<'a>>,
    /// The way to the last of several: what stands behind 至.
    pub(crate) through: Vec<Step<'a>>,
}

/// Where a way begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Base<'a> {
    /// Nothing is said: `第十条`.
    Bare,
    /// The text itself, or the one it stands in, by its kind: 办法 of `本办法`.
    Own(&'a str),
    /// A document named before, by its kind: 条例 of `该条例`.
    That(&'a str),
    /// A document named without 《》; whether it is known where the name begins.
    Named {
        /// Its name, and where that is not known what stands in front.
        name: &'a str,
        /// Whether it is known where the name begins.
        sure: bool,
    },
    /// The unit it stands in: `本条`.
    Here(Unit),
    /// The units before: `前款`, `前两款`.
    Before(Unit, u32),
    /// What stands above: `上述第（二）项`.
    Above,
    /// A document by its title, its number, or both.
    Cited(Cited),
}

/// A document by its title, its number, or both, as bytes of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cited {
    /// The title, without 《》.
    pub(crate) title: Option<Range<usize>>,
    /// 发文字号.
    pub(crate) number: Option<Range<usize>>,
    /// What it is called from here on: 办法 of `（以下简称《办法》）`.
    pub(crate) alias: Option<Range<usize>>,
}

impl<'a> Mention<'a> {
    fn new(range: Range<usize>, base: Base<'a>) -> Self {
        Self { range, base, steps: Vec::new(), through: Vec::new() }
    }

    /// What was read in `simple`, in the letters of `text`: that which stands in the same places.
    fn over<'t>(self, simple: &str, text: &'t str) -> Mention<'t> {
        let within = part(simple, self.range.clone());
        let same = |words: &str| {
            // Words of the vocabulary are no part of the text; they stand in the reference itself.
            let at = place(words, simple).or_else(|| within.rfind(words).map(|at| self.range.start + at));
            at.map_or("", |at| part(text, at..at + words.len()))
        };
        let ways = [self.steps, self.through];
        let [steps, through] = ways.map(|way| way.iter().map(|step| Step { text: same(step.text), ..*step }).collect());
        let base = match self.base {
            Base::Bare => Base::Bare,
            Base::Own(kind) => Base::Own(same(kind)),
            Base::That(kind) => Base::That(same(kind)),
            Base::Named { name, sure } => Base::Named { name: same(name), sure },
            Base::Here(unit) => Base::Here(unit),
            Base::Before(unit, count) => Base::Before(unit, count),
            Base::Above => Base::Above,
            Base::Cited(cited) => Base::Cited(cited),
        };
        Mention { range: self.range, base, steps, through }
    }
}

/// Where `part` stands in `whole`, which it was cut from; `None` where it was not.
fn place(part: &str, whole: &str) -> Option<usize> {
    let at = part.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    (whole.get(at..at + part.len()) == Some(part)).then_some(at)
}

/// The references in a text in this script, in its order.
pub(crate) fn mentions_in(text: &str, script: Script) -> impl Iterator<Item = Mention<'_>> {
    let (direct, by_way) = match script.simplify(text) {
        Cow::Borrowed(text) => (Some(mentions(text)), Vec::new()),
        Cow::Owned(simple) => (None, mentions(&simple).map(|mention| mention.over(&simple, text)).collect()),
    };
    direct.into_iter().flatten().chain(by_way)
}

/// The references in a text in Simplified letters, in its order.
pub(crate) fn mentions(text: &str) -> impl Iterator<Item = Mention<'_>> {
    let mut reader = Reader { text, from: 0, titles: None, ready: VecDeque::new() };
    let mut leads = lead::leads(text);
    std::iter::from_fn(move || {
        while reader.ready.is_empty() {
            let (at, lead) = leads.next()?;
            if at >= reader.from {
                reader.read(at, lead);
            }
        }
        reader.ready.pop_front()
    })
}

/// What is left to read of a text.
struct Reader<'a> {
    text: &'a str,
    /// What stands in front of it was read.
    from: usize,
    /// The titles in the text, once one was met: those in 《》 that stand in no other.
    titles: Option<VecDeque<Range<usize>>>,
    ready: VecDeque<Mention<'a>>,
}

impl<'a> Reader<'a> {
    /// Reads what `lead`, which stands at byte `at`, opens, if it opens a reference.
    fn read(&mut self, at: usize, lead: Lead) {
        let found = match lead {
            Lead::Ordinal => self.ordinal(at),
            Lead::Before => relative::before(self.text, at),
            Lead::Here => relative::here(self.text, at),
            Lead::Above => relative::above(self.text, at, self.from),
            Lead::Attachment => attached::attached(self.text, at, self.from),
            Lead::Title => self.title(at, None),
            Lead::Number => self.number(at),
        };
        if let Some(last) = found.last() {
            self.from = last.range.end.max(at + 1);
        }
        self.ready.extend(found);
    }

    /// 条款项 with what is said of the document they are in: `本办法第十条`.
    fn ordinal(&self, at: usize) -> Vec<Mention<'a>> {
        let (start, base) = owner::owner(self.text, self.from..at);
        let found = provisions::read(self.text, at, start, base);
        let sure = found.first().is_some_and(|first| first.base != Base::Bare || !first.through.is_empty());
        let alone = matches!(found.as_slice(), [only] if only.steps.len() == 1);
        if alone && !sure && !found.iter().all(|only| relative::is_cited(self.text, only)) {
            return Vec::new();
        }
        found
    }

    /// A title with its number, and the provisions of it: `《…办法》（云政发〔2024〕12号）第十条`.
    fn title(&mut self, at: usize, number: Option<Range<usize>>) -> Vec<Mention<'a>> {
        let text = self.text;
        let titles = self.titles.get_or_insert_with(|| titled::titles(text).into());
        while titles.front().is_some_and(|title| title.start < at) {
            titles.pop_front();
        }
        let Some(title) = titles.front().filter(|title| title.start == at).cloned() else { return Vec::new() };
        titled::read(text, title, number)
    }

    /// A 发文字号, with the title behind it.
    fn number(&mut self, at: usize) -> Vec<Mention<'a>> {
        let Some(number) = numbered::number(self.text, self.from..at) else { return Vec::new() };
        let titled = if part(self.text, number.end..self.text.len()).starts_with('《') {
            self.title(number.end, Some(number.clone()))
        } else {
            Vec::new()
        };
        if !titled.is_empty() {
            return titled;
        }
        let cited = Cited { number: Some(number.clone()), ..Cited::default() };
        titled::behind(self.text, number.end, number.start, cited)
    }
}

/// What is left of `text` from byte `at` on; rules give places in bytes of the whole text.
fn from(text: &str, at: usize) -> Input<'_> {
    Input::new(part(text, at..text.len()), offset(at))
}
