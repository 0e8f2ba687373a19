//! 签发人: `签发人：王某　李某` (9704 7.2.6).

use std::ops::Range;

use nom::Parser;
use nom::combinator::recognize;

use super::doc_number;
use super::input::{Input, Rule};
use super::token::{blanks, colon, fields, one_of, part, read, trim};
use crate::ast::{Signatory, Text};
use crate::charset;

/// What stands in front of the names.
const LABELS: &[&str] = &["签发人", "签发", "会签人"];
/// No line with a 签发人 is longer, in bytes.
const LONGEST: usize = 300;

/// Where the label begins: at the start of the line, or behind the 发文字号.
pub(crate) fn recognise(line: &str) -> Option<usize> {
    if line.len() > LONGEST || !line.contains("签") {
        return None;
    }
    let sign = |&at: &usize| {
        let (names, _) = line.get(at..).and_then(|tail| read(tail, signatory_label))?;
        let front = trim(part(line, 0..at));
        let fits =
            front.is_empty() || doc_number::recognise(front).is_some() || doc_number::split_glued(front).is_some();
        (fits && are_names(names)).then_some(at)
    };
    line.match_indices('签').map(|(at, _)| at).find(|at| sign(at).is_some())
}

/// Reads the names of a 签发人 line.
pub(crate) fn signatory<'src>(whole: &Text<'src>) -> Signatory<'src> {
    let at = recognise(whole.as_str()).unwrap_or(0);
    let tail = part(whole.as_str(), at..whole.len());
    let start = read(tail, signatory_label).map_or(at, |(names, _)| whole.len() - names.len());
    let names = names(whole.as_str(), start..whole.len());
    Signatory { text: whole.clone(), names: names.into_iter().map(|name| whole.slice(name.start, name.end)).collect() }
}

// signatory_label ::= blanks ("签发人" | "签发" | "会签人") (colon | blank+)
/// `签 发 人：`.
fn signatory_label(i: Input<'_>) -> Rule<'_, Input<'_>> {
    let (rest, word) = recognize((blanks, one_of(LABELS))).parse(i)?;
    // Without a colon only the full label is one: `签发 意见` is none.
    match colon(rest) {
        Ok((rest, _)) => Ok((rest, word)),
        Err(_) if rest.text.starts_with(charset::is_blank) && word.text.contains('人') => Ok((blanks(rest)?.0, word)),
        Err(error) => Err(error),
    }
}

/// Whether `text` holds nothing but names, or nothing.
fn are_names(text: &str) -> bool {
    text.chars().all(|c| {
        charset::is_han(c) || charset::is_blank(c) || charset::is_separator(c) || c == '·' || charset::is_placeholder(c)
    })
}

/// The names in `range` of `line`, parted by 、 and blanks.
fn names(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    fields(line, range, charset::is_separator).flat_map(|group| names_of_group(line, group)).collect()
}

/// The names in a group without 、. A letter alone is no name, so it opens one: `王　某`; a third letter closes it.
fn names_of_group(line: &str, group: Range<usize>) -> Vec<Range<usize>> {
    let single = |name: &Range<usize>| part(line, name.clone()).chars().nth(1).is_none();
    let mut names: Vec<Range<usize>> = Vec::new();
    for word in fields(line, group, charset::is_blank) {
        match names.last_mut() {
            Some(name) if single(name) => name.end = word.end,
            _ => names.push(word),
        }
    }
    if names.len() > 1
        && let Some(last) = names.pop_if(|name| single(name))
    {
        names.last_mut().into_iter().for_each(|name| name.end = last.end);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_names(line: &str) -> Vec<String> {
        signatory(&Text::borrowed(line, 0)).names.into_iter().map(|name| name.to_string()).collect()
    }

    #[test]
    fn names_are_told_apart() {
        for (line, names) in [
            ("签发人：王某某", &["王某某"][..]),
            ("签发人: 王某某　李某某", &["王某某", "李某某"]),
            ("签 发 人：王某某、李某某", &["王某某", "李某某"]),
            ("签发人：王　某", &["王　某"]),
            ("签发人：王　某　李某某", &["王　某", "李某某"]),
            ("签发人：王　某　李　某", &["王　某", "李　某"]),
            ("签发人：王 小 某", &["王 小 某"]),
            ("签发人：王　某、李　某", &["王　某", "李　某"]),
            ("签发人　王某某", &["王某某"]),
            ("签发人：", &[]),
            ("云政发〔2024〕12号　　签发人：王某某", &["王某某"]),
        ] {
            assert!(recognise(line).is_some(), "{line}");
            assert_eq!(read_names(line), names, "{line}");
        }
    }

    #[test]
    fn the_label_is_found_behind_a_number() {
        let line = "云政发〔2024〕12号　　签发人：王某某";
        assert_eq!(recognise(line).and_then(|at| line.get(at..)), Some("签发人：王某某"));
        assert_eq!(recognise("签发人：王某某"), Some(0));
    }

    #[test]
    fn sentences_about_signing() {
        for line in [
            "",
            "签发人应当核对文稿。",
            "由签发人：王某某",
            "签发人：王某某负责，并于当日报送。",
            "签发日期：2024年5月6日",
            "签字盖章：王某",
            "公文的签发人：审核、复核",
            "签发 意见",
        ] {
            assert_eq!(recognise(line), None, "{line}");
        }
    }

    #[test]
    fn names_know_where_they_stand() {
        let names = signatory(&Text::borrowed("签发人：王某", 7)).names;
        assert_eq!(names.first().map(|name| (name.span.start, name.span.end)), Some((19, 25)));
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "\\PC{0,30}|[签发人：王李某　、 ]{0,24}") {
            let _ = (recognise(&line), read_names(&line));
        }
    }
}
