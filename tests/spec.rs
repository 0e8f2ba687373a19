//! The cases of `tests/spec/*.md`: prose, a `text` block, and the `outline` and `diagnostics` it must give.
//!
//! `UPDATE=1 cargo test --test spec` writes down what is given instead.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "md"));
    files.sort();
    files
}

#[test]
fn every_case_gives_what_it_says() {
    let mut wrong = Vec::new();
    for path in files() {
        let kept = fs::read_to_string(&path).unwrap();
        let given = rewrite(&kept);
        if given == kept {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, given).unwrap();
        } else {
            wrong.push(format!("{}:\n{}", path.display(), difference(&kept, &given)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_has_cases() {
    let files = files();
    assert!(!files.is_empty());
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let count = |kind: &str| text.matches(&format!("\n```{kind}\n")).count();
        assert!(
            count("text") > 0 && count("text") == count("outline"),
            "{}: each case has a text and an outline",
            path.display()
        );
    }
}

/// The file with what its texts give in the place of what it says.
fn rewrite(file: &str) -> String {
    let mut out = String::new();
    let mut text = String::new();
    let mut lines = file.lines();
    while let Some(line) = lines.next() {
        writeln!(out, "{line}").unwrap();
        let Some(kind @ ("text" | "outline" | "diagnostics")) = line.strip_prefix("```") else { continue };
        let body: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
        let body = body.iter().flat_map(|line| [line, "\n"]).collect::<String>();
        if kind == "text" {
            text.clone_from(&body);
        }
        out.push_str(&match kind {
            "outline" => hongtou::to_outline(&hongtou::parse(&text).document),
            "diagnostics" => diagnostics(&text),
            _ => body,
        });
        out.push_str("```\n");
    }
    out
}

/// `3:1 warning[number-skipped] …`, one a line.
fn diagnostics(text: &str) -> String {
    let mut out = String::new();
    for found in &hongtou::parse(text).diagnostics {
        let before = text.get(..found.span.start as usize).unwrap();
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let line = before.split('\n').count();
        writeln!(out, "{line}:{column} {}[{}] {}", found.severity, found.code, found.message).unwrap();
    }
    out
}

/// The lines that differ.
fn difference(kept: &str, given: &str) -> String {
    let same = kept.lines().zip(given.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str, sign: &str| {
        text.lines().skip(same).take(12).fold(String::new(), |out, line| format!("{out}{sign}{line}\n"))
    };
    format!("line {}:\n{}{}", same + 1, show(kept, "- "), show(given, "+ "))
}

#[test]
fn a_case_that_gives_something_else_is_seen() {
    let file = "# Case\n\n```text\n　\n```\n\n```outline\nnonsense\n```\n";
    assert_ne!(rewrite(file), file);
    assert_eq!(rewrite(&rewrite(file)), rewrite(file));
}
