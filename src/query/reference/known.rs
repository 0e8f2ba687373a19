//! The documents that a text has named so far, by title, short name and number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::ast::{DocNumber, Document, Exchange, Node, Text};
use crate::charset::Script;
use crate::lexis::doc_number::doc_number;
use crate::lexis::reference::Cited;
use crate::query::matcher::Elements;

/// What laws are called in full.
const STATE: &str = "中华人民共和国";
/// How many documents are looked through for the one that 该办法 means.
const MOST_BACK: usize = 8;

/// A document that was named.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    /// Its full title.
    pub(super) title: Option<Text<'a>>,
    pub(super) number: Option<DocNumber<'a>>,
    /// Where it stands in the text, if it does: 0, or the place of an attachment.
    pub(super) own: Option<usize>,
}

/// A document of the text.
struct Own {
    at: usize,
    /// Its 发文字号, without blanks.
    number: Option<String>,
}

impl Own {
    /// Whether it may be the one that is cited with this number: another number is that of another document.
    fn may_have(&self, number: Option<&DocNumber<'_>>) -> bool {
        number.is_none_or(|number| self.number.as_ref() == Some(&plain(&number.text)))
    }
}

/// The documents that were named, the latest last.
#[derive(Default)]
pub(super) struct Library<'a> {
    named: Vec<Known<'a>>,
    /// Places among the named, by title, short name or number without blanks.
    by_name: HashMap<String, usize>,
    /// The documents in the text, by their titles without blanks.
    own: HashMap<String, Own>,
    /// Those named in the element that is being read, with the name used.
    recent: Vec<(usize, String)>,
    script: Script,
}

impl<'a> Library<'a> {
    /// A library that knows the document and its attachments.
    pub(super) fn of(elements: &Elements<'a>, script: Script) -> Self {
        let mut library = Self { script, ..Self::default() };
        for (at, node) in elements.nodes.iter().enumerate() {
            let document: &Document<'_> = match node {
                Node::Document(document) => document,
                Node::Attachment(attachment) => &attachment.document,
                _ => continue,
            };
            let Some(title) = &document.title else { continue };
            let whole = plain(&title.text);
            // 云岭市人民政府关于…的意见 is cited as 关于…的意见 too.
            let short = script
                .simplify(&whole)
                .find("关于")
                .filter(|_| !title.issuers.is_empty())
                .map(|at| whole.split_at(at).1.to_owned());
            for name in std::iter::once(whole).chain(short) {
                let number = document.doc_number().map(|number| plain(&number.text));
                library.own.entry(name).or_insert(Own { at, number });
            }
        }
        library
    }

    /// Begins another element.
    pub(super) fn begin(&mut self) {
        self.recent.clear();
    }

    /// The document that is named in `text`, known from now on.
    pub(super) fn name(&mut self, text: &Text<'a>, cited: &Cited) -> &Known<'a> {
        let part = |range: &Option<Range<usize>>| range.clone().map(|range| text.slice(range.start, range.end));
        let title = part(&cited.title);
        let number = part(&cited.number).map(|number| self.number(&number));
        let named =
            title.as_deref().or(number.as_ref().map(|number| number.text.as_str())).map(plain).unwrap_or_default();
        let earlier = self.by_name.get(&named).copied().filter(|&at| self.is_same(at, number.as_ref()));
        let at = earlier.unwrap_or_else(|| {
            let own = self.own.get(&named).filter(|own| own.may_have(number.as_ref())).map(|own| own.at);
            self.named.push(Known { title, number: number.clone(), own });
            self.named.len() - 1
        });
        if let Some(known) = self.named.get_mut(at) {
            known.number = known.number.take().or(number.clone());
        }
        let of_state = self.script.simplify(&named).starts_with(STATE);
        let short = named.get(STATE.len()..).filter(|_| of_state).map(str::to_owned);
        let others = [part(&cited.alias).map(|alias| plain(&alias)), number.map(|number| plain(&number.text)), short];
        self.recent.push((at, named.clone()));
        self.by_name.insert(named, at);
        for name in others.into_iter().flatten() {
            self.recent.push((at, name.clone()));
            self.by_name.insert(name, at);
        }
        self.at(at)
    }

    /// The 发文字号 written so.
    fn number(&self, text: &Text<'a>) -> DocNumber<'a> {
        match self.script.simplify(text) {
            Cow::Borrowed(_) => doc_number(text),
            Cow::Owned(simple) => doc_number(&Text::borrowed(&simple, 0)).exchange(&Within(text)),
        }
    }

    /// Whether the known document may be the one that has this number.
    fn is_same(&self, at: usize, number: Option<&DocNumber<'_>>) -> bool {
        let own = self.named.get(at).and_then(|known| known.number.as_ref());
        own.zip(number).is_none_or(|(own, number)| plain(&own.text) == plain(&number.text))
    }

    /// The document named at the end of `name`, and the bytes in front of its name.
    pub(super) fn ends(&mut self, name: &str) -> Option<(usize, &Known<'a>)> {
        let mut tails = name.char_indices().filter_map(|(at, _)| Some((at, name.get(at..)?)));
        let (front, tail, at) = tails.find_map(|(at, tail)| Some((at, tail, *self.by_name.get(tail)?)))?;
        self.recent.push((at, tail.to_owned()));
        Some((front, self.named.get(at)?))
    }

    /// The document that 该办法 means: the last named here whose name ends so.
    pub(super) fn last(&self, kind: &str) -> Option<&Known<'a>> {
        let (at, _) = self.recent.iter().rev().take(MOST_BACK).find(|(_, name)| name.ends_with(kind))?;
        self.named.get(*at)
    }

    fn at(&self, at: usize) -> &Known<'a> {
        const NONE: &Known<'static> = &Known { title: None, number: None, own: None };
        self.named.get(at).unwrap_or(NONE)
    }
}

/// Texts for those in the same places of a text.
struct Within<'w, 'a>(&'w Text<'a>);

impl<'a> Exchange<'_, 'a> for Within<'_, 'a> {
    fn text(&self, text: Text<'_>) -> Text<'a> {
        self.0.slice(text.span.start as usize, text.span.end as usize)
    }
}

/// `name` without blanks, and with one kind of brackets round titles in it.
fn plain(name: &str) -> String {
    let signs = name.chars().filter(|c| !c.is_whitespace());
    signs
        .map(|c| {
            if c == '〈' {
                '《'
            } else if c == '〉' {
                '》'
            } else {
                c
            }
        })
        .collect()
}
