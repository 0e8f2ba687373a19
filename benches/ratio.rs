//! How fast a text is read, as a share of looking for its line ends.
//!
//! `cargo bench --bench ratio [-- ROUNDS]`. One process, one thread; in every round each contender reads all
//! documents in turn, and what is given is the median of the rounds' ratios, so that the machine's other work
//! strikes all alike. Wall time in MB/s is for orientation only.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its figures and may fail by panicking")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// A document of the bench.
struct Text {
    source: String,
    parse: hongtou::Parse<'static>,
}

/// What is done with one document; what it gives is looked at, so that none of it is left out.
type Contender = fn(&Text) -> usize;

const CONTENDERS: [(&str, Contender); 10] = [
    ("memchr line scan", |text| scan(&text.source)),
    ("scan, one node a line", |text| nodes(&text.source)),
    ("UTF-8 check of std", |text| utf8(&text.source)),
    ("JSON of a tree at hand", written),
    ("hongtou blocks", |text| blocks(&text.source)),
    ("hongtou tree", |text| tree(&text.source)),
    ("hongtou tree, kept parser", |text| kept(&text.source)),
    ("hongtou tree to JSON", |text| json(&text.source)),
    ("pulldown-cmark events", |text| pulldown(&text.source)),
    ("comrak tree", |text| comrak(&text.source)),
];

/// How much is read in one round by one contender.
const VOLUME: usize = 16 << 20;

fn main() {
    let rounds = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(15);
    for (kind, what) in [("long", "document-shaped"), ("wrapped", "hard-wrapped")] {
        let texts = texts(kind);
        let bytes: usize = texts.iter().map(|text| text.source.len()).sum();
        println!("\n{what}: corpus/bench/{kind}-*.txt, {} documents, {bytes} bytes, {rounds} rounds", texts.len());
        println!("{:28}{:>10}{:>16}{:>20}{:>16}", "", "MB/s", "share of scan", "of pulldown-cmark", "of comrak");
        report(&measure(&texts, bytes, rounds), bytes);
    }
}

fn texts(kind: &str) -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/bench");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let of_kind = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with(kind) && name.ends_with(".txt")
    };
    let text = |path| {
        let source = fs::read_to_string(path).unwrap();
        Text { parse: hongtou::parse(&source).into_owned(), source }
    };
    paths.iter().filter(of_kind).map(text).collect()
}

/// For each contender the time of one reading of all texts, round by round.
fn measure(texts: &[Text], bytes: usize, rounds: usize) -> Vec<Vec<Duration>> {
    let cycles = (VOLUME / bytes).max(1);
    let mut times = vec![Vec::with_capacity(rounds); CONTENDERS.len()];
    for round in 0..=rounds {
        for (contender, times) in CONTENDERS.iter().zip(&mut times) {
            let start = Instant::now();
            for _ in 0..cycles {
                for text in texts {
                    black_box(contender.1(black_box(text)));
                }
            }
            // The first round warms up.
            if round > 0 {
                times.push(start.elapsed() / u32::try_from(cycles).unwrap());
            }
        }
    }
    times
}

fn report(times: &[Vec<Duration>], bytes: usize) {
    let [scan, .., pulldown, comrak] = times else { return };
    for ((name, _), own) in CONTENDERS.iter().zip(times) {
        let ratio = |other: &[Duration]| {
            median(other.iter().zip(own).map(|(other, own)| other.as_secs_f64() / own.as_secs_f64()))
        };
        let speed = median(own.iter().map(|time| megabytes(bytes) / time.as_secs_f64()));
        println!("{name:28}{speed:>10.0}{:>16.4}{:>20.3}{:>16.2}", ratio(scan), ratio(pulldown), ratio(comrak));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<_> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The least any reader of lines does: where does each line end?
fn scan(text: &str) -> usize {
    let mut start = 0;
    let mut longest = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        longest = longest.max(end - start);
        start = end + 1;
    }
    longest.max(text.len() - start)
}

/// The least any reader that builds a tree does: a node as large as that of a section for each line.
fn nodes(text: &str) -> usize {
    let mut nodes = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        if end > start {
            nodes.push(Box::new([start; size_of::<hongtou::ast::Section<'_>>() / size_of::<usize>()]));
        }
        start = end + 1;
    }
    black_box(&nodes).len()
}

/// What serde takes to write a tree, whatever reading took.
fn written(text: &Text) -> usize {
    hongtou::to_json(&text.parse.document, &text.parse.diagnostics).len()
}

/// What the standard library takes to say that bytes are text.
fn utf8(text: &str) -> usize {
    std::str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len)
}

fn blocks(text: &str) -> usize {
    hongtou::blocks(text).blocks.len()
}

fn tree(text: &str) -> usize {
    hongtou::parse(text).document.body.len()
}

/// A parser that keeps its buffers from one text to the next.
fn kept(text: &str) -> usize {
    thread_local!(static PARSER: std::cell::RefCell<hongtou::Parser> = std::cell::RefCell::default());
    PARSER.with_borrow_mut(|parser| parser.parse(text).document.body.len())
}

fn json(text: &str) -> usize {
    let parse = hongtou::parse(text);
    hongtou::to_json(&parse.document, &parse.diagnostics).len()
}

fn pulldown(text: &str) -> usize {
    pulldown_cmark::Parser::new(text).count()
}

fn comrak(text: &str) -> usize {
    let arena = comrak::Arena::new();
    comrak::parse_document(&arena, text, &comrak::Options::default()).children().count()
}
