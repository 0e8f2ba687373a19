//! The tree, looked at as JSON, so that no walk of the library is trusted: every character is placed once, text
//! equals source, children lie inside their parents, siblings stand in order.

use hongtou::Span;
use hongtou::ast::Document;
use serde_json::{Map, Value};

use super::is_blank;

/// The names of blanks in HTML.
const NAMES: [&str; 5] = ["&nbsp;", "&ensp;", "&emsp;", "&#160;", "&#12288;"];

const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

pub(super) fn faults(source: &str, document: &Document<'_>) -> Vec<String> {
    let Ok(value) = serde_json::to_value(document) else { return vec!["no JSON".to_owned()] };
    let mut walk = Walk { source, placed: vec![false; source.len()], faults: Vec::new() };
    walk.value(&value, None, false);
    walk.lost();
    walk.faults
}

struct Walk<'a> {
    source: &'a str,
    /// For each byte, whether a text has it.
    placed: Vec<bool>,
    faults: Vec<String>,
}

impl Walk<'_> {
    /// `outer` is the span round it; `inside` tells that an element round it has this text already.
    fn value(&mut self, value: &Value, outer: Option<Span>, inside: bool) {
        match value {
            Value::Array(items) => {
                self.in_order(items);
                for item in items {
                    self.value(item, outer, inside);
                }
            }
            Value::Object(object) => self.object(object, outer, inside),
            _ => {}
        }
    }

    fn object(&mut self, object: &Map<String, Value>, outer: Option<Span>, inside: bool) {
        let span = span_of(object);
        if let (Some(span), Some(outer)) = (span, outer)
            && !outer.contains(span)
        {
            self.faults.push(format!("{span:?} is not inside {outer:?}"));
        }
        let text = object.get("text").and_then(Value::as_str);
        if let (Some(text), Some(span)) = (text, span) {
            self.text(text, span, object, inside);
        }
        for (name, value) in object.iter().filter(|(name, _)| !matches!(name.as_str(), "span" | "pieces" | "at")) {
            // What is not part of the document may lie between its parts.
            let outer = if name == "furniture" { None } else { span.or(outer) };
            self.value(value, outer, inside || text.is_some());
        }
    }

    /// The text is that of the source, and nobody else has it.
    fn text(&mut self, text: &str, span: Span, object: &Map<String, Value>, inside: bool) {
        for (part, start) in stretches(text, span, object) {
            let there = self.source.get(start..).unwrap_or("");
            // A blank may stand for the line end between two Latin words.
            let own = if there.starts_with(part) { part } else { part.strip_suffix(' ').unwrap_or(part) };
            if !there.starts_with(own) {
                self.faults.push(format!("{own:?} does not stand at {start}, in {span:?}"));
            } else if !inside {
                self.place(start, start + own.len());
            }
        }
        if !object.contains_key("pieces") && span.len() as usize != text.len() {
            self.faults.push(format!("{span:?} is not as long as {text:?}"));
        }
        if let Some(ending) = object.get("ending").and_then(Value::as_str) {
            self.ending(ending, span.end as usize);
        }
    }

    /// The point behind a heading belongs to it.
    fn ending(&mut self, ending: &str, from: usize) {
        let rest = self.source.get(from..).unwrap_or("");
        // Marks of Markdown and what HTML calls blanks may stand between the two.
        let at = from + rest.len() - behind_dress(rest).len();
        if self.source.get(at..).is_some_and(|rest| rest.starts_with(ending)) {
            self.place(at, at + ending.len());
        } else {
            self.faults.push(format!("no {ending:?} behind the heading that ends at {from}"));
        }
    }

    fn place(&mut self, start: usize, end: usize) {
        let Some(bytes) = self.placed.get_mut(start..end) else { return };
        if bytes.contains(&true) {
            self.faults.push(format!("{start}..{end} is placed twice"));
        }
        bytes.fill(true);
    }

    /// Characters that are in no text.
    fn lost(&mut self) {
        let lost = self.source.char_indices().filter(|(at, c)| !is_blank(*c) && self.placed.get(*at) != Some(&true));
        let lost: Vec<_> = lost.filter(|(at, c)| !self.is_dress(*at, *c)).take(20).collect();
        if !lost.is_empty() {
            self.faults.push(format!("not in the tree: {lost:?}"));
        }
    }

    /// Whether `c` at byte `at` is no word, in a text some line of which is dressed: # or a bullet in front of its words,
    /// a star beside another, \ in front of a mark or a line end, a part of `&nbsp;` or of a tag.
    fn is_dress(&self, at: usize, c: char) -> bool {
        let mut lines = self.source.split(LINE_ENDS);
        if !lines.any(|line| line.contains(['#', '*', '-', '+', '\\', '&', '<'])) {
            return false;
        }
        if self.is_in_sign(at, c) {
            return true;
        }
        let (before, behind) = self.source.split_at(at);
        // A tag may go on over the end of a line that is no \n.
        let first = || stands_first(before.rsplit(LINE_ENDS).next()) || stands_first(before.rsplit('\n').next());
        match c {
            '#' | '-' | '+' if first() => true,
            '*' => before.ends_with('*') || behind.starts_with("**") || first(),
            '\\' => behind.chars().nth(1).is_none_or(|c| c.is_ascii_punctuation() || matches!(c, '\n'..='\r')),
            _ => false,
        }
    }

    /// Whether `c` at byte `at` is part of the name of a blank, `&nbsp;`, or of a tag, `<p align="right">`.
    fn is_in_sign(&self, at: usize, c: char) -> bool {
        let to = at + c.len_utf8();
        let sign = |opener: char, closer: char| {
            let from = self.source.get(..to)?.rfind([opener, '\n'])?;
            let (sign, _) = self.source.get(from..)?.split_once(closer)?;
            (to <= from + sign.len() + 1 && !sign.contains('\n')).then_some(sign)
        };
        let named = || sign('&', ';').is_some_and(|name| NAMES.contains(&format!("{name};").as_str()));
        named() || sign('<', '>').and_then(|tag| tag.strip_prefix('<')).is_some_and(is_tag)
    }

    /// What stands in a list stands one behind the other; only in the gaps of a torn text may others stand.
    fn in_order(&mut self, items: &[Value]) {
        let objects = items.iter().filter_map(Value::as_object);
        let spans: Vec<_> = objects.filter_map(|item| Some((span_of(item)?, item.contains_key("pieces")))).collect();
        for pair in spans.windows(2) {
            if let [(before, torn), (after, _)] = pair
                && after.start < if *torn { before.start } else { before.end }
            {
                self.faults.push(format!("{after:?} stands behind {before:?}"));
            }
        }
    }
}

/// Whether no word is in `front`, the line in front of a mark: dress alone.
fn stands_first(front: Option<&str>) -> bool {
    let named = NAMES.iter().fold(front.unwrap_or("").to_owned(), |line, name| line.replace(name, ""));
    let words = |part: &str| part.strip_suffix('>').and_then(|tag| Some(tag.rsplit_once('<')?.0.to_owned()));
    let bare: String = named.split_inclusive('>').map(|part| words(part).unwrap_or(part.to_owned())).collect();
    bare.chars().all(|c| matches!(c, '#' | '-' | '+' | '*') || is_blank(c))
}

/// Whether a tag that is none of a table says `name` between its brackets.
fn is_tag(name: &str) -> bool {
    let name = name.strip_prefix('/').unwrap_or(name);
    let behind = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.starts_with(|c: char| c.is_ascii_alphabetic() && c != 't')
        && (behind.is_empty() || behind.starts_with([' ', '/']))
}

/// `text` from its first word on.
fn behind_dress(text: &str) -> &str {
    let bare = text.trim_start_matches(|c| is_blank(c) || matches!(c, '*' | '#' | '\\'));
    let named = NAMES.iter().find_map(|name| bare.strip_prefix(name));
    let behind = named.or_else(|| Some(bare.strip_prefix('<')?.split_once('>')?.1));
    behind.map_or(bare, behind_dress)
}

fn span_of(object: &Map<String, Value>) -> Option<Span> {
    let span = object.get("span")?;
    Some(Span::new(number(span, "start")?, number(span, "end")?))
}

fn number(object: &Value, name: &str) -> Option<u32> {
    u32::try_from(object.get(name)?.as_u64()?).ok()
}

/// The stretches a text is made of, and where in the source each begins.
fn stretches<'t>(text: &'t str, span: Span, object: &Map<String, Value>) -> Vec<(&'t str, usize)> {
    let pieces = object.get("pieces").and_then(Value::as_array).map_or(&[] as &[_], Vec::as_slice);
    let pairs = pieces.iter().filter_map(|piece| Some((number(piece, "at")?, number(piece, "source")?)));
    let mut starts: Vec<_> = pairs.map(|(at, from)| (at as usize, from as usize)).collect();
    if starts.is_empty() {
        starts.push((0, span.start as usize));
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain(std::iter::once(text.len()));
    starts.iter().zip(ends).map(|((at, from), end)| (text.get(*at..end).unwrap_or("\0?"), *from)).collect()
}
