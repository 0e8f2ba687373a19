//! The commands that the read-me shows, run in the root of the project.
//!
//! `UPDATE=1 cargo test -p hongtou-cli` writes down what they print.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::hongtou;

/// How the read-me calls the command.
const CALL: &str = "cargo run -q -p hongtou-cli -- ";

#[test]
fn the_commands_of_the_read_me_print_what_it_shows() {
    for name in ["README.md", "README.en.md"] {
        let kept = fs::read_to_string(root().join(name)).unwrap();
        let given = rewrite(&kept);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root().join(name), given).unwrap();
        } else {
            assert_eq!(kept, given, "{name}");
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The read-me with what its commands print under them. `cargo test` is what runs this.
fn rewrite(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        writeln!(out, "{line}").unwrap();
        if line != "```console" {
            continue;
        }
        for line in lines.by_ref().take_while(|line| *line != "```") {
            if let Some(command) = line.strip_prefix("$ ") {
                writeln!(out, "{line}").unwrap();
                out.push_str(&command.strip_prefix(CALL).map_or_else(String::new, run));
                assert!(command.starts_with("cargo "), "{command}");
            }
        }
        out.push_str("```\n");
    }
    out
}

fn run(arguments: &str) -> String {
    let run = hongtou()
        .args(arguments.split(' ').map(|argument| argument.trim_matches('\'')))
        .current_dir(root())
        .assert()
        .success();
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}
