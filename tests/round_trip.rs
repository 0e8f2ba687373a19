//! What is written reads back as the same tree.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test may print its figures and fail by panicking")]

use std::fs;
use std::path::Path;

use hongtou::ast::Document;
use hongtou::{parse, to_markdown, to_outline, to_text};
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

/// Name and text of every document in `folder`; none where there is no such folder.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.filter_map(|path| Some((name(&path), fs::read_to_string(&path).ok()?))).collect()
}

#[test]
fn the_corpus() {
    // A packaged crate has no corpus.
    for (name, text) in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) {
        assert_eq!(difference(&text), None, "{name}");
    }
}

/// Of the corpus so many hundredths read back from Markdown, in which empty cells and line ends of forms differ.
const IN_MARKDOWN: usize = 90;

#[test]
fn most_of_the_corpus_in_markdown() {
    let written = |document: &Document<'_>| {
        let outline = to_outline(document);
        let lines = outline.lines().filter(|line| !line.trim_start().starts_with("furniture"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"));
    let differs = |text: &str| {
        let document = parse(text).document;
        written(&parse(&to_markdown(&document)).document) != written(&document)
    };
    let torn: Vec<_> = texts.iter().filter(|(_, text)| differs(text)).map(|(name, _)| name).collect();
    assert!(torn.len() * 100 <= texts.len() * (100 - IN_MARKDOWN), "{torn:#?}");
}

/// The texts of `tests/spec`, each with the head it stands under.
fn cases() -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec")).unwrap() {
        let file = fs::read_to_string(file.unwrap().path()).unwrap();
        for case in file.split("\n## ").skip(1) {
            let (head, rest) = case.split_once('\n').unwrap();
            let texts = rest.split("```text\n").skip(1).filter_map(|text| text.split("```").next());
            cases.extend(texts.map(|text| (head.to_owned(), text.to_owned())));
        }
    }
    cases
}

#[test]
fn the_cases() {
    let torn: Vec<_> =
        cases().into_iter().filter(|(_, text)| difference(text).is_some()).map(|(name, _)| name).collect();
    // Behind furniture that is not written `（试行）` is a title.
    assert_eq!(torn, ["None over what follows"]);
}

/// Of texts that are no part of the project, in the folder that `HONGTOU_TEXTS` names, so many hundredths read back.
const ELSEWHERE: usize = 96;

#[test]
fn most_texts_elsewhere() {
    let Some(folder) = std::env::var_os("HONGTOU_TEXTS") else { return };
    let texts = texts(Path::new(&folder));
    let torn: Vec<_> = texts.iter().filter(|(_, text)| difference(text).is_some()).map(|(name, _)| name).collect();
    println!("{} of {} texts read back", texts.len() - torn.len(), texts.len());
    assert!(torn.len() * 100 <= texts.len() * (100 - ELSEWHERE), "{torn:#?}");
}
