//! Diagnostics are explained, and what the documentation shows is run.

use std::collections::BTreeSet;

use hongtou::diagnostic::Code;

use crate::tree;

#[test]
fn every_code_is_in_the_table() {
    let source = std::fs::read_to_string(tree::root().join("src/diagnostic/code.rs")).unwrap();
    let (_, body) = source.split_once("pub enum Code {").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let variants: Vec<_> = body.lines().map(str::trim).filter(|line| line.starts_with(char::is_uppercase)).collect();
    assert_eq!(variants.len(), Code::all().count(), "{variants:?}");
}

#[test]
fn every_code_is_explained_in_four_parts() {
    for code in Code::all() {
        let text = code.explanation();
        assert!(text.starts_with(&format!("# {code}\n")), "{code}");
        let heads: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(heads, ["What", "Why", "Example", "Instead"], "{code}");
        let parts = text.split("\n## ").skip(1).filter_map(|part| part.split_once('\n'));
        assert!(parts.into_iter().all(|(_, body)| body.trim().chars().count() > 10), "{code}: an empty part");
        assert!(!code.summary().is_empty(), "{code}");
    }
}

#[test]
fn no_explanation_is_left_over() {
    let files: BTreeSet<_> =
        tree::files("src/diagnostic/explain", &[".md"]).into_iter().map(|file| file.path).collect();
    let codes: BTreeSet<_> = Code::all().map(|code| format!("src/diagnostic/explain/{code}.md")).collect();
    assert_eq!(files, codes);
}

#[test]
fn what_an_explanation_shows_is_so() {
    for code in Code::all() {
        let (example, instead) = code.explanation().split_once("\n## Instead\n").unwrap();
        let reported = |text: &str| hongtou::parse(text).diagnostics.iter().any(|found| found.code == code);
        if let Some(text) = block(example) {
            assert!(reported(text), "{code} is not reported for its example");
        }
        if let Some(text) = block(instead) {
            let found = hongtou::parse(text).diagnostics;
            assert!(found.is_empty(), "{code}: what is to be written instead has remarks: {found:?}");
        }
    }
}

/// The first block of kind `text`.
fn block(text: &str) -> Option<&str> {
    text.split_once("```text\n")?.1.split_once("\n```").map(|(block, _)| block)
}

/// Code in the read-me is run: Rust as doctests, commands by the test beside this one.
#[test]
fn every_block_of_the_read_me_is_run() {
    let library = std::fs::read_to_string(tree::root().join("src/lib.rs")).unwrap();
    for name in ["README.md", "README.en.md"] {
        let text = std::fs::read_to_string(tree::root().join(name)).unwrap();
        assert!(library.contains(&format!("include_str!(\"../{name}\")")), "{name} is no doctest");
        let kinds: BTreeSet<_> =
            text.lines().filter_map(|line| line.strip_prefix("```")).filter(|kind| !kind.is_empty()).collect();
        assert!(kinds.is_subset(&BTreeSet::from(["rust", "console", "python", "text"])), "{name}: {kinds:?}");
        assert!(kinds.contains("rust") && kinds.contains("console"), "{name}: {kinds:?}");
    }
}
