//! Is a numbered block a heading, a heading with text behind it, or a plain item?
//!
//! What follows the number decides, then what stands under the block, then its siblings.

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::charset::trim_start;

use super::phrase::{Ends, LONG, Phrase, phrase};

/// A phrase so short is a heading even among items.
const SHORT: usize = 10;

/// No longer phrase is a heading with a ： and text behind it.
const LABEL: usize = 16;

/// No longer phrase is a heading with text behind it.
const LONGEST: usize = 45;

/// No longer phrase is a heading with nothing under it.
const BARE: usize = 30;

/// A phrase of clauses so short may be a heading, where its siblings are.
const CLAUSES: usize = 40;

/// The longest words that close a text, in bytes: `以上请示，妥否，请批示。`
const CLOSING: u32 = 45;

/// The longest word that does, in bytes: `请予大力支持。`.
const FORMULA: usize = 21;

/// What a block leans to before its siblings are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Heading,
    RunIn,
    /// A short sentence with text under it: a heading unless it ends a list or most of its siblings are items.
    Closed,
    /// A run-in heading if its siblings are.
    Perhaps,
    Item,
}

/// A member whose siblings have the last word. It has its heading until they say no.
#[derive(Debug, Clone, Copy)]
struct Member {
    block: u32,
    lean: Lean,
    /// Its heading ends in ：.
    label: bool,
    short: bool,
    /// An item stands in front of it.
    behind: bool,
    length: Length,
}

/// How long a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    /// Short, and of one clause.
    Brief,
    Middle,
    /// Longer than headings are, and of two clauses.
    Long,
}

/// A series, until it ends. Of most members it keeps no more than what they lean to.
#[derive(Debug, Default)]
struct Series {
    undecided: Vec<Member>,
    votes: Votes,
}

/// How many members of a series lean to what.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    all: u32,
    /// Headings, with text behind them or not.
    sure: u32,
    closed: u32,
    items: u32,
    forms: u32,
    /// A closed sentence is brief.
    brief: bool,
    /// One ends in ；, as members of a list do.
    listed: bool,
}

/// The place of dotted numbers among the series, less one.
const DOTTED: u8 = 5;

/// Places of series, a bit each.
type Places = u16;

/// The lists that may stand under 1.2.3.
const LISTS: Places = 1 << 2 | 1 << 4 | 1 << 5;

/// `place` and those below it.
const fn below(place: u8) -> Places {
    Places::MAX << place
}

/// Decides for every numbered section of `blocks`.
pub(crate) fn decide(source: &str, blocks: &mut [FlatBlock]) {
    let mut headings =
        Headings { source, blocks, series: Default::default(), open: 0, law: false, chapters: false, articles: None };
    for at in 0..headings.blocks.len() {
        headings.hear(at);
    }
    headings.close(Places::MAX);
}

/// The decision, in the midst of a text.
#[derive(Debug)]
struct Headings<'src, 'b> {
    source: &'src str,
    blocks: &'b mut [FlatBlock],
    /// One a level, those of dotted numbers behind the others.
    series: [Series; 11],
    /// The places of those that have members.
    open: Places,
    /// Whether the document has articles.
    law: bool,
    /// Whether it has chapters.
    chapters: bool,
    /// Whether its dotted numbers stand for articles, which the first of them tells.
    articles: Option<bool>,
}

impl Headings<'_, '_> {
    /// Takes note of the block at `at`.
    fn hear(&mut self, at: usize) {
        let Some(block) = self.blocks.get_mut(at) else { return };
        if block.opens {
            (self.law, self.chapters, self.articles) = (false, false, None);
        }
        let unit = block.role == Role::Numbered && block.level == 0;
        if unit {
            self.law |= block.style == Some(MarkerStyle::Article);
            self.chapters |= block.style < Some(MarkerStyle::Article);
            unit_heading(self.source, block);
        }
        let (opens, section) = (block.opens, (block.role == Role::Numbered && !unit).then_some(*block));
        if opens || unit {
            self.close(Places::MAX);
        }
        if let Some(block) = section {
            self.section(at, &block);
        }
    }

    /// A section joins its series; those that end where it stands are settled.
    fn section(&mut self, at: usize, block: &FlatBlock) {
        let (place, ended) = place(block);
        self.close(ended);
        let text = block.span.of(self.source);
        let phrase = phrase(text, usize::from(block.marker_len));
        let mut lean =
            lean(block, &phrase, self.law, || has_content(self.source, self.blocks, at, phrase.ends != Ends::Nothing));
        // In a law what is closed is an item, but for a short name of a series: `有关职责分工。`. `退休的。` is a condition.
        if self.law && phrase.ends == Ends::LastSentence && phrase.names() && leads_series(self.blocks, at) {
            lean = Lean::Heading;
        }
        let sentence = matches!(phrase.ends, Ends::Sentence | Ends::LastSentence);
        if block.style == Some(MarkerStyle::Dotted) && self.are_articles(lean) && sentence {
            lean = Lean::Item;
        }
        let Some(series) = self.series.get_mut(usize::from(place)) else { return };
        self.open |= 1 << place;
        // ； or ; ends it.
        if matches!(text.as_bytes(), [.., 0xef, 0xbc, 0x9b] | [.., b';']) {
            series.votes.listed = true;
            if sentence && lean == Lean::RunIn {
                lean = Lean::Perhaps;
            }
        }
        series.votes.add(lean, &phrase);
        if lean == Lean::Item {
            return;
        }
        if let Some(block) = self.blocks.get_mut(at) {
            set(block, phrase.start, phrase.start + phrase.words.len());
        }
        let (label, short) = (phrase.ends == Ends::Colon, phrase.chars <= SHORT);
        let decided = lean == Lean::Heading || (lean == Lean::RunIn && short && !label && !series.votes.listed);
        if let (false, Ok(block)) = (decided, u32::try_from(at)) {
            let behind = series.votes.items > 0;
            series.undecided.push(Member { block, lean, label, short, behind, length: length(&phrase) });
        }
    }

    /// Whether 1.2 stands for a 条: under a 章, where the first such number, which leans to `lean`, is that of an item.
    fn are_articles(&mut self, lean: Lean) -> bool {
        *self.articles.get_or_insert(self.chapters && lean == Lean::Item)
    }

    /// Settles those of the series at `places` that are open.
    fn close(&mut self, places: Places) {
        let mut ended = self.open & places;
        self.open &= !places;
        while ended > 0 {
            if let Some(series) = self.series.get_mut(ended.trailing_zeros() as usize) {
                series.settle(self.blocks);
            }
            ended &= ended - 1;
        }
    }
}

/// The place of the series that `block` is of, and those of the series that end where it stands.
///
/// A first number begins a new series; a higher one ends those below it. Lists under 1.2.3 do not end its series.
fn place(block: &FlatBlock) -> (u8, Places) {
    let level = block.level;
    let first = u8::from(block.number != 1);
    if block.style == Some(MarkerStyle::Dotted) {
        return (DOTTED + level, LISTS | below(DOTTED + level + first));
    }
    let lists = if level == 1 { Places::MAX } else { !below(DOTTED + 1) };
    (level, below(level + first) & lists)
}

impl Votes {
    fn add(&mut self, lean: Lean, phrase: &Phrase<'_>) {
        self.all += 1;
        self.forms += u32::from(phrase.form);
        match lean {
            Lean::Heading | Lean::RunIn => self.sure += 1,
            Lean::Closed => {
                self.closed += 1;
                self.brief |= phrase.is_brief();
            }
            Lean::Item => self.items += 1,
            Lean::Perhaps => {}
        }
    }
}

impl Series {
    /// The series ends: members that its votes speak against lose their headings.
    #[inline(never)]
    fn settle(&mut self, blocks: &mut [FlatBlock]) {
        let Votes { all, sure, closed, items, forms, brief, listed } = std::mem::take(&mut self.votes);
        // Sentences that close a list, or stand among items, are items; in a list so is what runs on behind a 。.
        let closed_are = !listed && sure + closed + u32::from(brief) > items;
        let headings = sure + if closed_are { closed } else { 0 };
        // Among blanks of a form a label with its value is one that is filled in.
        let form = forms * 2 > all;
        for member in self.undecided.drain(..) {
            let heading = match member.lean {
                Lean::Heading => true,
                Lean::RunIn if form && member.label => false,
                Lean::RunIn | Lean::Perhaps if listed && !member.label => headings > items,
                Lean::RunIn => headings > 1 || items + u32::from(member.behind) < 3 || member.short,
                Lean::Closed => closed_are && (closed > 1 || member.length == Length::Brief),
                Lean::Perhaps => headings > 0 && headings >= items + u32::from(member.length == Length::Long),
                Lean::Item => false,
            };
            if let (false, Some(block)) = (heading, blocks.get_mut(member.block as usize)) {
                set(block, 0, 0);
            }
        }
    }
}

fn length(phrase: &Phrase<'_>) -> Length {
    match phrase {
        _ if phrase.is_brief() => Length::Brief,
        _ if phrase.chars > BARE && phrase.commas > 0 => Length::Long,
        _ => Length::Middle,
    }
}

/// A 编, 章 or 节 is its heading.
fn unit_heading(source: &str, block: &mut FlatBlock) {
    if block.style == Some(MarkerStyle::Article) {
        return;
    }
    let text = block.span.of(source);
    let rest = text.get(usize::from(block.marker_len)..).unwrap_or("");
    let start = text.len() - trim_start(rest).len();
    set(block, start, text.len());
}

fn set(block: &mut FlatBlock, start: usize, end: usize) {
    if let (Ok(start), Ok(end)) = (u16::try_from(start), u16::try_from(end)) {
        (block.heading_start, block.heading_end) = (start, if start < end { end } else { 0 });
    }
}

/// Whether text or deeper units stand under the block at `at`, which ends as a `sentence` does or not.
fn has_content(source: &str, blocks: &[FlatBlock], at: usize, sentence: bool) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    let own = block.level;
    let mut behind = blocks.iter().skip(at + 1).filter(|b| b.role != Role::Furniture);
    let Some(next) = behind.next() else { return false };
    match next.role {
        // `此复。` over the 署名 closes all of the text, whose last sentence or item stands over it.
        Role::Paragraph if next.span.len() <= CLOSING && (sentence || is_formula(next.span.of(source))) => {
            let tail =
                |b: &FlatBlock| matches!(b.role, Role::Signature | Role::Date | Role::Signer | Role::AttachmentNote);
            !next.opens && !behind.next().is_some_and(tail)
        }
        Role::Paragraph | Role::Enumeration | Role::Heading | Role::Table => !next.opens,
        // 2.1 stands under 2., 3.1.6 behind （五） is no part of it.
        Role::Numbered if next.style == Some(MarkerStyle::Dotted) && block.style == Some(MarkerStyle::Arabic) => {
            next.level > own || next.number == 1
        }
        Role::Numbered if next.style == Some(MarkerStyle::Dotted) => {
            next.level > own && block.style != Some(MarkerStyle::HanParen)
        }
        // 3. behind 2.2 goes on with 2.
        Role::Numbered if block.style == Some(MarkerStyle::Dotted) && next.style == Some(MarkerStyle::Arabic) => {
            next.level > own && next.number == 1
        }
        Role::Numbered => next.level > own || (own == 1 && next.style == Some(MarkerStyle::Article)),
        _ => false,
    }
}

/// Whether `text` is a word that closes a document: `特此通知。`.
fn is_formula(text: &str) -> bool {
    text.len() <= FORMULA && text.ends_with('。')
}

/// Whether a deeper series begins right behind the block at `at`.
fn leads_series(blocks: &[FlatBlock], at: usize) -> bool {
    let next = blocks.get(at + 1).filter(|next| next.role == Role::Numbered && next.number == 1);
    next.zip(blocks.get(at)).is_some_and(|(next, block)| next.level > block.level)
}

fn lean(block: &FlatBlock, phrase: &Phrase<'_>, law: bool, content: impl Fn() -> bool) -> Lean {
    let Phrase { ends, chars, commas, .. } = *phrase;
    match ends {
        Ends::Nothing if content() || (block.level == 1 && chars <= BARE) => Lean::Heading,
        Ends::LastSentence if chars <= CLAUSES && commas <= 2 && !law && content() && !phrase.is_sentence() => {
            Lean::Closed
        }
        Ends::LastColon if chars <= SHORT && content() && !phrase.is_sentence() => Lean::Closed,
        // A sentence of many clauses is no heading, whatever it says.
        Ends::Sentence if commas > 2 || (commas > 1 && chars > BARE) || chars > LONGEST || phrase.is_sentence() => {
            Lean::Item
        }
        Ends::Sentence if chars > LONG || commas > 1 => Lean::Perhaps,
        Ends::Colon if phrase.form => Lean::Item,
        Ends::Sentence | Ends::Gap => Lean::RunIn,
        Ends::Colon if chars <= LABEL && commas == 0 && !phrase.hangs() && !phrase.is_sentence() => Lean::RunIn,
        Ends::Nothing | Ends::No | Ends::LastSentence | Ends::LastColon | Ends::Colon => Lean::Item,
    }
}
