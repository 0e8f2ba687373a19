//! A document reads the same however its lines were set.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test may print its figures and fail by panicking")]

use std::fs;
use std::path::Path;

use hongtou::ast::Role;
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
fn roles(text: &str) -> String {
    let rows = labels(&blocks(text));
    rows.lines().filter_map(|row| row.split('\t').nth(1)).collect::<Vec<_>>().join(" ")
}

/// The outline without what is no part of the document.
fn outline(text: &str) -> String {
    let outline = to_outline(&parse(text).document);
    outline.lines().filter(|line| !line.trim_start().starts_with("furniture")).collect::<Vec<_>>().join("\n")
}

/// How many documents of the corpus read the same in another `setting`, in hundredths; the others are printed.
fn share(name: &str, setting: impl Fn(&str) -> Option<String>, reading: impl Fn(&str) -> String) -> usize {
    let set = corpus().into_iter().filter_map(|(name, text)| Some((name, setting(&text)?, text)));
    let set: Vec<_> = set.collect();
    let otherwise: Vec<_> =
        set.iter().filter(|(_, set, text)| reading(set) != reading(text)).map(|(name, ..)| name).collect();
    println!("{name}: {} of {} read otherwise: {otherwise:?}", otherwise.len(), set.len());
    100 - (otherwise.len() * 100).div_ceil(set.len().max(1))
}

#[test]
fn blank_lines_do_not_matter() {
    let apart = |text: &str| Some(each_line(text, |line| format!("{line}\n")));
    let share = share("blank lines", apart, roles);
    assert!(share >= 95, "{share} of 100");
}

#[test]
fn a_margin_does_not_matter() {
    let margin = |text: &str| Some(each_line(text, |line| format!("    {line}")));
    let share = share("margin", margin, roles);
    assert!(share == 100, "{share} of 100");
}

#[test]
fn half_width_marks_do_not_matter() {
    let half = |c| "（）：；，".chars().zip("():;,".chars()).find(|&(wide, _)| wide == c).map_or(c, |(_, half)| half);
    let share = share("half-width", |text| Some(text.chars().map(half).collect()), roles);
    assert!(share >= 91, "{share} of 100");
}

/// Lines as wide as a page, in cells, and its numbers.
struct Pages {
    width: usize,
    text: String,
    lines: usize,
}

impl Pages {
    fn end_line(&mut self) {
        self.text.push('\n');
        self.lines += 1;
    }

    /// Sets a paragraph: figures are not parted, no mark stands first on a line.
    fn set(&mut self, paragraph: &str, indent: &str) {
        self.text.push_str(indent);
        let mut cells = indent.chars().count() * 2;
        let mut figures = false;
        for c in paragraph.chars() {
            let width = if c.is_ascii() { 1 } else { 2 };
            let stays = (figures && c.is_ascii_alphanumeric()) || "，。、；：！？）》”:.".contains(c);
            if cells + width > self.width && !stays {
                self.end_line();
                cells = 0;
            }
            figures = c.is_ascii_alphanumeric();
            cells += width;
            self.text.push(c);
        }
        self.end_line();
        if self.lines.is_multiple_of(PAGE) {
            let number = (self.lines / PAGE).to_string();
            self.text.extend(["\n— ", &number, " —\n\n"]);
        }
    }
}

/// `text` on pages `width` cells wide, first lines of paragraphs set in; `None` where it is wrapped already, or has no
/// lines.
fn wrapped(text: &str, width: usize) -> Option<String> {
    let roles = roles(text);
    let mut roles = roles.split(' ');
    if roles.clone().any(|role| matches!(role, "+" | "table" | "furniture") || role.contains('|')) {
        return None;
    }
    let mut pages = Pages { width, text: String::new(), lines: 0 };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let body = matches!(roles.next()?.as_bytes(), b"p" | b"enum" | b"article" | [b'h' | b'i', b'1'..=b'5', ..]);
        pages.set(line, if body { "　　" } else { "" });
    }
    Some(pages.text)
}

#[test]
fn hard_wraps_and_pages_do_not_matter() {
    // Two columns a page leave 22 汉字 a line.
    for (width, least) in [(WIDTH, 92), (44, 75)] {
        let share = share(&format!("{width} cells"), |text| wrapped(text, width), outline);
        assert!(share >= least, "{width} cells: {share} of 100");
    }
}

/// Letters that an element is known by.
const OPENING: usize = 12;

/// How many of the elements of the corpus that `counts` takes begin where they do although `between` stands for line ends,
/// in hundredths.
fn found(between: &str, counts: impl Fn(Role) -> bool) -> usize {
    let elements = |text: &str| {
        let blocks = blocks(text);
        let opening = |text: &str| text.chars().filter(|c| !c.is_whitespace()).take(OPENING).collect::<String>();
        let kept = blocks.texts().filter(|(block, _)| counts(block.role));
        kept.map(|(block, text)| (block.role, block.level, opening(&text))).collect::<Vec<_>>()
    };
    let (mut all, mut same) = (0, 0);
    for (_, text) in corpus().into_iter().filter(|(_, text)| wrapped(text, WIDTH).is_some()) {
        let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (apart, joined) = (elements(&text), elements(&lines.join(between)));
        all += apart.len();
        let is_there = |(role, level, opening): &&(Role, u8, String)| {
            joined.iter().any(|(r, l, other)| r == role && l == level && other.starts_with(opening))
        };
        same += apart.iter().filter(is_there).count();
    }
    println!("{between:?} for line ends: {same} of {all} elements found");
    (same * 100).checked_div(all).unwrap_or(100)
}

#[test]
fn elements_are_found_without_line_ends() {
    let blanks = found(" ", |_| true);
    assert!(blanks >= 88, "blanks: {blanks} of 100");
    // Nothing tells where a paragraph ended.
    let nothing = found("", |role| !matches!(role, Role::Paragraph | Role::Heading | Role::Enumeration));
    assert!(nothing >= 84, "nothing: {nothing} of 100");
}

#[test]
fn an_attachment_may_have_other_pages() {
    let wrapped_corpus = || corpus().into_iter().filter_map(|(_, text)| wrapped(&text, WIDTH));
    let letter = wrapped_corpus().max_by_key(String::len).unwrap_or_default();
    for width in [WIDTH - 8, WIDTH + 16] {
        let attached = |text: &str, width| Some(format!("{letter}\n附件1\n\n{}", wrapped(text, width)?));
        let same = |text: &str| outline(&attached(text, WIDTH).unwrap_or_default());
        let set = corpus().into_iter().filter_map(|(name, text)| Some((name, attached(&text, width)?, same(&text))));
        let set: Vec<_> = set.collect();
        let otherwise: Vec<_> = set.iter().filter(|(_, set, same)| outline(set) != *same).map(|(n, ..)| n).collect();
        println!("{width}: {} of {} read otherwise: {otherwise:?}", otherwise.len(), set.len());
        assert!(otherwise.len() * 8 <= set.len(), "{width}");
    }
}
