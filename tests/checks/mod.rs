//! What holds for every text: shared by the tests of the corpus, of arbitrary texts, and by the fuzz targets.

mod flat;
mod tree;

use hongtou::ast::Document;
use hongtou::{Parse, Parser};

/// Everything that is wrong with the reading of `source`; empty where all is well.
pub(crate) fn faults(source: &str) -> Vec<String> {
    let parse = hongtou::parse(source);
    let mut faults = flat::faults(source);
    faults.extend(tree::faults(source, &parse.document));
    faults.extend(round_trip(&parse.document));
    faults.extend(references(source, &parse.document));
    faults.extend(summary(source, parse.clone()));
    for diagnostic in &parse.diagnostics {
        let places = std::iter::once(diagnostic.span).chain(diagnostic.related.iter().map(|related| related.span));
        for span in places.filter(|span| source.get(span.start as usize..span.end as usize).is_none()) {
            faults.push(format!("{}: {span:?} is no part of the text", diagnostic.code));
        }
    }
    faults
}

/// A summary is the tree without its bodies, and says how much is in them.
fn summary(source: &str, mut parse: Parse<'_>) -> Option<String> {
    let (summary, counts) = (Parser::new().summary(source), parse.document.counts());
    leave_out_bodies(&mut parse.document);
    let same = summary.parse == parse && summary.counts == counts;
    (!same).then(|| format!("the summary is of another tree: {:?}, not {counts:?}", summary.counts))
}

fn leave_out_bodies(document: &mut Document<'_>) {
    document.body.clear();
    document.attachments.iter_mut().for_each(|attachment| leave_out_bodies(&mut attachment.document));
}

/// The tree as JSON reads back to the same tree.
fn round_trip(document: &Document<'_>) -> Option<String> {
    let json = match serde_json::to_string(document) {
        Ok(json) => json,
        Err(error) => return Some(format!("no JSON: {error}")),
    };
    match serde_json::from_str::<Document<'_>>(&json) {
        Ok(back) if back == *document => None,
        Ok(_) => Some("JSON reads back to another tree".to_owned()),
        Err(error) => Some(format!("JSON does not read back: {error}")),
    }
}

/// References stand in the order of their elements, inside them, and say what the source says.
fn references(source: &str, document: &Document<'_>) -> Vec<String> {
    let (mut faults, mut last) = (Vec::new(), (0, 0));
    let letters = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    for reference in document.references() {
        let (span, place) = (reference.span(), &reference.place);
        if (place.place, span.start) < last || !place.span().contains(span) {
            faults.push(format!("a reference at {span:?} is out of its place"));
        }
        if reference.text.pieces().is_empty() && letters(span.of(source)) != letters(&reference.text) {
            faults.push(format!("a reference at {span:?} is no text of the source"));
        }
        last = (place.place, span.end);
    }
    faults
}

/// Whether a character is blank, by the rule of the labels: white space, zero-width characters, U+FEFF.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}
