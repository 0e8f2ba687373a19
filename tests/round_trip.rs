//! What is written reads back as the same tree.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use hongtou::ast::Document;
use hongtou::{parse, to_outline, to_text};
use serde_json::Value;

mod support;

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

fn check(name: &str, source: &str) {
    let document = parse(source).document;
    let text = to_text(&document);
    let again = parse(&text).document;
    if shape(&document) != shape(&again) {
        similar(name, &to_outline(&document), &to_outline(&again));
        panic!("{name}: the tree changed in a value its outline does not show");
    }
    assert_eq!(to_text(&again), text, "{name}: the canonical text is its own canonical text");
}

/// Fails where the outlines differ, showing both.
fn similar(name: &str, document: &str, again: &str) {
    let bare = |outline: &str| -> Vec<String> {
        outline.lines().filter(|line| !line.trim_start().starts_with("furniture ")).map(str::to_owned).collect()
    };
    assert_eq!(bare(document), bare(again), "{name}");
}

#[test]
fn a_letter() {
    check("a letter", support::LETTER);
}

#[test]
fn the_corpus() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    // A packaged crate has no corpus.
    let Ok(files) = std::fs::read_dir(corpus) else { return };
    let texts = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let texts: Vec<_> = texts.collect();
    assert!(!texts.is_empty(), "there are texts in the corpus");
    for path in texts {
        check(&path.display().to_string(), &std::fs::read_to_string(&path).unwrap());
    }
}
