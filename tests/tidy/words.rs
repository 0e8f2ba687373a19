//! What may not stand in the sources.

use crate::tree;

/// Words that are not to be left, in pieces so that this file does not find itself.
const LEFT_OPEN: [[&str; 2]; 6] =
    [["todo", "!("], ["unimplemented", "!("], ["TO", "DO"], ["FIX", "ME"], ["#[ign", "ore"], ["#[al", "low("]];

/// Paths of one machine.
const MACHINE: [[&str; 2]; 5] = [["/ho", "me/"], ["/wo", "rk/"], ["/ro", "ot/"], ["/Us", "ers/"], ["/tmp/b", "ash"]];

fn find(folder: &str, endings: &[&str], words: &[[&str; 2]]) -> Vec<String> {
    let words: Vec<_> = words.iter().map(|parts| parts.concat()).collect();
    let mut found = Vec::new();
    for file in tree::files(folder, endings) {
        for (at, line) in file.text.lines().enumerate() {
            found.extend(
                words
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}:{}: {word}", file.path, at + 1)),
            );
        }
    }
    found
}

#[test]
fn nothing_is_left_open() {
    let found = find("", &[".rs", ".py", ".sh", "run"], &LEFT_OPEN);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_machine_is_named() {
    let found = find("", &[".rs", ".py", ".sh", "run", ".md", ".toml", ".txt", ".gold"], &MACHINE);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn only_where_others_structures_are_touched_is_trust_asked_for() {
    let word = ["uns", "afe"].concat();
    let users: Vec<_> = tree::files("", &[".rs"])
        .into_iter()
        .filter(|file| file.text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(&word)))
        .map(|file| file.path)
        .collect();
    assert_eq!(users, ["cli/src/output.rs", "python/src/capsule.rs"]);
}

#[test]
fn the_lints_of_members_are_those_of_the_workspace() {
    let lints = |path: &str, table: &str| {
        let text = std::fs::read_to_string(tree::root().join(path)).unwrap();
        let (_, rest) = text.split_once(&format!("[{table}]\n")).unwrap();
        let rows = rest.lines().take_while(|line| !line.is_empty() && !line.starts_with('['));
        rows.filter(|row| !row.starts_with(["uns", "afe_code"].concat().as_str()))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for (member, group) in [("cli", "rust"), ("cli", "clippy"), ("python", "rust"), ("python", "clippy")] {
        assert_eq!(
            lints(&format!("{member}/Cargo.toml"), &format!("lints.{group}")),
            lints("Cargo.toml", &format!("workspace.lints.{group}")),
            "{member}"
        );
    }
}
