//! A document reads the same however its lines were set.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test may print its figures and fail by panicking")]

use std::fs;
use std::path::Path;

use hongtou::{blocks, labels, parse, to_outline};

/// Cells of a line in the hard-wrapped setting: 28 汉字.
const WIDTH: usize = 56;
/// Lines of its pages.
const PAGE: usize = 22;

/// Name and text of every document of the corpus; none where there is no corpus.
fn corpus() -> Vec<(String, String)> {
    let Ok(files) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) else { return Vec::new() };
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// Each line that is not blank, in `line`'s setting.
fn each_line(text: &str, line: impl Fn(&str) -> String) -> String {
    text.lines().map(|l| if l.trim().is_empty() { l.to_owned() } else { line(l) }).collect::<Vec<_>>().join("\n")
}

/// The roles of the labels, line numbers and lengths left out.
fn roles(text: &str) -> Vec<String> {
    labels(&blocks(text)).lines().filter_map(|row| Some(row.split('\t').nth(1)?.to_owned())).collect()
}

/// How many documents of the corpus `same` holds for, in hundredths; those it does not hold for are printed.
fn share(setting: &str, same: impl Fn(&str) -> bool) -> usize {
    let corpus = corpus();
    let other: Vec<_> = corpus.iter().filter(|(_, text)| !same(text)).map(|(name, _)| name).collect();
    println!("{setting}: {} of {} read otherwise: {other:?}", other.len(), corpus.len());
    100 - (other.len() * 100).div_ceil(corpus.len().max(1))
}

#[test]
fn blank_lines_do_not_matter() {
    let apart = |text: &str| each_line(text, |line| format!("{line}\n"));
    let s = share("blank lines", |text| roles(text) == roles(&apart(text)));
    assert!(s >= 90, "{s}");
}

#[test]
fn a_margin_does_not_matter() {
    let margin = |text: &str| each_line(text, |line| format!("    {line}"));
    let s = share("margin", |text| roles(text) == roles(&margin(text)));
    assert!(s >= 90, "{s}");
}

#[test]
fn half_width_marks_do_not_matter() {
    let narrow = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                '（' => '(',
                '）' => ')',
                '：' => ':',
                '；' => ';',
                '，' => ',',
                c => c,
            })
            .collect()
    };
    let s = share("half-width", |text| roles(text) == roles(&narrow(text)));
    assert!(s >= 90, "{s}");
}

/// `text` on pages of 22 lines of 28 汉字, first lines of paragraphs set in; `None` where it is wrapped already.
fn wrapped(text: &str) -> Option<String> {
    let roles = labels(&blocks(text));
    let mut rows = roles.lines().map(|row| row.split('\t').nth(1).unwrap_or("").to_owned());
    if roles.lines().any(|row| matches!(row.split('\t').nth(1), Some("+" | "table" | "furniture"))) {
        return None;
    }
    let (mut page, mut lines) = (0, 0);
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let role = rows.next()?;
        let body =
            role == "p" || role == "enum" || role == "article" || role.starts_with(['h', 'i']) && role.len() <= 3;
        let mut cells = if body {
            out.push_str("　　");
            4
        } else {
            0
        };
        let mut figures = false;
        for c in line.chars() {
            let wide = if c.is_ascii() { 1 } else { 2 };
            let parts = !(figures && c.is_ascii_alphanumeric());
            figures = c.is_ascii_alphanumeric();
            if cells + wide > WIDTH && parts && !"，。、；：！？）》”:.".contains(c) {
                out.push('\n');
                lines += 1;
                cells = 0;
            }
            cells += wide;
            out.push(c);
        }
        out.push('\n');
        lines += 1;
        if lines >= PAGE {
            page += 1;
            lines = 0;
            out.push_str(&format!("\n— {page} —\n\n"));
        }
    }
    Some(out)
}

#[test]
fn hard_wraps_and_pages_do_not_matter() {
    let outline = |text: &str| {
        to_outline(&parse(text).document)
            .lines()
            .filter(|l| !l.trim_start().starts_with("furniture"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    if let Some(dir) = std::env::var_os("DUMP") {
        for (n, t) in corpus() {
            if let Some(w) = wrapped(&t) {
                let (a, b) = (outline(&t), outline(&w));
                if a != b {
                    let d = Path::new(&dir);
                    fs::write(d.join(n.clone() + ".a"), a).unwrap();
                    fs::write(d.join(n.clone() + ".b"), b).unwrap();
                    fs::write(d.join(n + ".w"), w).unwrap();
                }
            }
        }
    }
    let s = share("wrapped", |text| wrapped(text).is_none_or(|w| outline(text) == outline(&w)));
    assert!(s >= 90, "{s}");
}
