//! What is written reads back as the same tree.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use hongtou::ast::Document;
use hongtou::{parse, to_outline, to_text};
use serde_json::Value;

/// A letter with furniture, wrapped lines and an attachment.
const LETTER: &str = include_str!("support/letter.txt");

/// The tree without the places it was read from, and without its furniture, which is not written.
fn shape(document: &Document<'_>) -> Value {
    let mut value = serde_json::to_value(document).unwrap();
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                for place in ["span", "pieces", "furniture"] {
                    fields.remove(place);
                }
                open.extend(fields.values_mut());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    value
}

/// Texts of the corpus that do not read back: their paragraphs are torn in mid-sentence where nothing tells so,
/// and a sentence without an end is joined to the next line when it is read again.
const TORN: [&str; 4] =
    ["false-friends-wrapped", "table-figures-and-form", "wrapped-figures-table", "wrapped-stranded-punctuation"];

/// The outlines of `source` and of its canonical text, where the trees differ.
fn difference(source: &str) -> Option<(String, String)> {
    let document = parse(source).document;
    let text = to_text(&document);
    let again = parse(&text).document;
    if shape(&document) == shape(&again) {
        assert_eq!(to_text(&again), text, "a canonical text is its own canonical text");
        return None;
    }
    Some((to_outline(&document), to_outline(&again)))
}

#[test]
fn a_letter() {
    assert_eq!(difference(LETTER), None);
}

#[test]
fn the_corpus() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    // A packaged crate has no corpus.
    let Ok(files) = std::fs::read_dir(corpus) else { return };
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let mut paths: Vec<_> = paths.collect();
    paths.sort();
    assert!(paths.len() > TORN.len(), "there are texts in the corpus");
    let mut torn = Vec::new();
    for path in &paths {
        let name = path.file_stem().unwrap().to_str().unwrap();
        match difference(&std::fs::read_to_string(path).unwrap()) {
            Some(_) if TORN.contains(&name) => torn.push(name),
            other => assert_eq!(other, None, "{name}"),
        }
    }
    assert_eq!(torn, TORN, "a text that reads back is to be taken off the list");
}
