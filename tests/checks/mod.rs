//! What holds for every text: shared by the tests of the corpus, of arbitrary texts, and by the fuzz targets.

mod flat;
mod tree;

use hongtou::ast::Document;

/// Everything that is wrong with the reading of `source`; empty where all is well.
pub(crate) fn faults(source: &str) -> Vec<String> {
    let parse = hongtou::parse(source);
    let mut faults = flat::faults(source);
    faults.extend(tree::faults(source, &parse.document));
    faults.extend(round_trip(&parse.document));
    for diagnostic in &parse.diagnostics {
        let places = std::iter::once(diagnostic.span).chain(diagnostic.related.iter().map(|related| related.span));
        for span in places.filter(|span| source.get(span.start as usize..span.end as usize).is_none()) {
            faults.push(format!("{}: {span:?} is no part of the text", diagnostic.code));
        }
    }
    faults
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

/// Whether a character is blank, by the rule of the labels: white space, zero-width characters, U+FEFF.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}
