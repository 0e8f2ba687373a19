//! A module uses only the layers under it.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{self, File};

/// Each layer and those it may use, by the table of `ARCHITECTURE.md`. What is not named there is the crate's face.
fn layers() -> BTreeMap<String, Vec<String>> {
    let page = std::fs::read_to_string(tree::root().join("ARCHITECTURE.md")).unwrap();
    let row = |line: &str| {
        let (name, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
        let may = rest.split(" | ").next()?.split(", ").filter(|name| *name != "—").map(str::to_owned).collect();
        name.chars().all(char::is_lowercase).then(|| (name.to_owned(), may))
    };
    let (_, table) = page.split_once("\n## Layers\n").unwrap();
    table.lines().take_while(|line| !line.starts_with("## ")).filter_map(row).collect()
}

#[test]
fn modules_use_only_the_layers_under_them() {
    let layers = layers();
    let mut wrong = Vec::new();
    for file in tree::files("src", &[".rs"]) {
        let layer = layer_of(&file.path);
        let Some(may) = layers.get(layer) else { continue };
        for used in uses(&file).iter().filter(|used| *used != layer && !may.contains(used)) {
            wrong.push(format!("{} uses {used}", file.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_is_a_layer() {
    let files = tree::files("src", &[".rs"]);
    let modules: BTreeSet<_> = files.iter().map(|file| layer_of(&file.path)).collect();
    let layers = layers();
    let named: BTreeSet<_> = layers.keys().map(String::as_str).chain(["lib", "fuzzing"]).collect();
    assert_eq!(named, modules);
}

#[test]
fn nom_is_used_in_the_grammars_only() {
    let users: Vec<_> = tree::files("src", &[".rs"])
        .into_iter()
        .filter(|file| !matches!(layer_of(&file.path), "lexis" | "query"))
        .filter(|file| code(file).any(|line| line.contains("nom::")))
        .map(|file| file.path)
        .collect();
    assert!(users.is_empty(), "{users:?}");
}

#[test]
fn members_use_the_public_face_only() {
    for file in ["cli/src", "extract/src", "python/src"].iter().flat_map(|folder| tree::files(folder, &[".rs"])) {
        assert!(!file.text.contains("fuzzing"), "{}", file.path);
        assert!(!file.text.contains("nom::"), "{}", file.path);
    }
}

/// `src/lexis/date.rs` and `src/lexis.rs` are of `lexis`.
fn layer_of(path: &str) -> &str {
    let path = path.strip_prefix("src/").unwrap_or(path);
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// Lines that are no comments, in front of the unit tests.
fn code(file: &File) -> impl Iterator<Item = &str> {
    tree::without_tests(&file.text).lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// What stands behind `crate::` in a file, groups in braces opened.
fn uses(file: &File) -> BTreeSet<String> {
    let text: String = code(file).flat_map(|line| [line, "\n"]).collect();
    let mut found = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => found.extend(members(group)),
            None => found.extend(identifier(rest)),
        }
    }
    found.retain(|name| name.starts_with(char::is_lowercase));
    // Names the crate's root gives again.
    if text.contains("crate::Span") {
        found.insert("span".to_owned());
    }
    if text.contains("crate::Diagnostic") {
        found.insert("diagnostic".to_owned());
    }
    found
}

/// The first names of `a::b, c::{d, e}}`.
fn members(group: &str) -> Vec<String> {
    let mut depth = 0_i32;
    let mut names = Vec::new();
    let mut fresh = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            _ if fresh && !c.is_whitespace() => {
                names.extend(identifier(group.get(at..).unwrap_or("")));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[test]
fn groups_of_uses_are_opened() {
    let text = "use crate::{span::Span, ast::{Text, Title}, lexis};\nfn f(x: crate::grammar::X) {}\n// crate::lint";
    let found = uses(&File { path: String::new(), text: text.to_owned() });
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["ast", "grammar", "lexis", "span"]);
}
