//! Every rule of `lexis` has its production over it, and every name in a production exists.

use std::collections::BTreeSet;

use crate::tree::{self, File};

/// One `name ::= …` comment.
struct Production {
    place: String,
    name: String,
    /// What stands in brackets behind the name: `words` of `one_of(words)`.
    parameter: String,
    right: String,
}

#[test]
fn every_rule_has_its_production() {
    let mut wrong = Vec::new();
    for file in tree::files("src/lexis", &[".rs"]) {
        let lines: Vec<_> = tree::without_tests(&file.text).lines().collect();
        for (at, name) in rules(&lines) {
            let over = comment_over(&lines, at);
            // `date_rule` reads what the production `date` says: `date` itself gives the element.
            let names = [name.as_str(), name.trim_end_matches("_rule")];
            if !over.iter().any(|line| names.iter().any(|name| line.starts_with(&format!("// {name} ::= ")))) {
                wrong.push(format!("{}:{}: {name}", file.path, at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "rules without a production of their name: {wrong:#?}");
}

#[test]
fn every_name_in_a_production_exists() {
    let known = known();
    let mut wrong = Vec::new();
    for production in productions() {
        let names = names(&production.right).into_iter();
        for name in names.filter(|name| !known.contains(name) && *name != production.parameter) {
            wrong.push(format!("{}: {} ::= … {name} …", production.place, production.name));
        }
    }
    assert!(wrong.is_empty(), "names that do not exist: {wrong:#?}");
}

#[test]
fn no_production_of_a_file_stands_twice() {
    for file in tree::files("src/lexis", &[".rs"]) {
        let mut seen = BTreeSet::new();
        for production in productions_of(&file) {
            assert!(seen.insert(production.name.clone()), "{}: {} again", production.place, production.name);
        }
    }
}

/// The functions that return a `Rule`: index of the line and name.
fn rules(lines: &[&str]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = function(line) else { continue };
        let signature = lines.iter().skip(at).take(8).copied().collect::<Vec<_>>().join(" ");
        if behind_parameters(&signature).starts_with(" -> Rule<") {
            found.push((at, name));
        }
    }
    found
}

/// What follows the parameters of a function.
fn behind_parameters(signature: &str) -> &str {
    let mut depth = 0_i32;
    let end = signature.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        *c == ')' && depth == 0
    });
    end.and_then(|(at, _)| signature.get(at + 1..)).unwrap_or("")
}

/// The name of the function that a line opens.
fn function(line: &str) -> Option<String> {
    let line = line.trim_start();
    let rest = ["fn ", "pub(crate) fn ", "pub(super) fn "].iter().find_map(|start| line.strip_prefix(start))?;
    Some(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}

/// The comments and attributes right over a line.
fn comment_over<'a>(lines: &[&'a str], at: usize) -> Vec<&'a str> {
    let over = lines.iter().take(at).rev().map(|line| line.trim_start());
    over.take_while(|line| line.starts_with("//") || line.starts_with("#[")).collect()
}

fn productions() -> Vec<Production> {
    tree::files("src/lexis", &[".rs"]).iter().flat_map(productions_of).collect()
}

/// The productions of a file; a line that goes on is indented or begins with `|`.
fn productions_of(file: &File) -> Vec<Production> {
    let mut found: Vec<Production> = Vec::new();
    let mut open = false;
    for (at, line) in file.text.lines().enumerate() {
        let comment = line.trim_start().strip_prefix("// ");
        if let Some((left, right)) = comment.and_then(|comment| comment.split_once(" ::= ")) {
            let (place, right) = (format!("{}:{}", file.path, at + 1), right.to_owned());
            let (name, parameter) = left.trim_end_matches(')').split_once('(').unwrap_or((left, ""));
            found.push(Production { place, name: name.to_owned(), parameter: parameter.to_owned(), right });
            open = true;
        } else if let Some(more) = comment.filter(|text| open && (text.starts_with(' ') || text.starts_with('|'))) {
            if let Some(last) = found.last_mut() {
                last.right += more;
            }
        } else {
            open = false;
        }
    }
    found
}

/// What a production may name: productions, and what `lexis` and `charset` define (`is_digit` is `digit`).
fn known() -> BTreeSet<String> {
    let mut known: BTreeSet<_> = productions().into_iter().map(|production| production.name).collect();
    let charset = tree::files("src", &["charset.rs"]);
    for line in tree::files("src/lexis", &[".rs"]).iter().chain(&charset).flat_map(|file| file.text.lines()) {
        let line = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
        let Some(rest) = ["fn ", "const fn ", "const ", "static "].iter().find_map(|word| line.strip_prefix(word))
        else {
            continue;
        };
        let word = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("").to_lowercase();
        known.insert(word.strip_prefix("is_").unwrap_or(&word).to_owned());
    }
    // Any character, and any of a word.
    known.extend(["any", "letter"].map(str::to_owned));
    known
}

/// The words of the right side that are names: small Latin letters, outside quotes and `<prose>`.
fn names(right: &str) -> Vec<String> {
    let outside: String = right.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let outside: String = outside.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest)).collect();
    let words = outside.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).map(str::to_owned).collect()
}

#[test]
fn names_stand_outside_quotes() {
    let right = r#""第" integer <what is left> law_unit ("之" han_integer)? "end""#;
    assert_eq!(names(right), ["integer", "law_unit", "han_integer"]);
}
