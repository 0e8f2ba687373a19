//! How much longer words take with their places than without: `hongtou::tokenize` against bare jieba-rs.
//!
//! `cargo bench --bench tokens --features tokenize [-- ROUNDS]`. One process, one thread; in every round the
//! contenders cut each document one after the other, and what is given is the median of all ratios to jieba-rs on the
//! same document in the same round.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its figures and may fail by panicking")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use hongtou::LineIndex;
use hongtou::ast::Document;
use hongtou::tokenize::{Tokenizer, graphemes};
use jieba_rs::Jieba;

/// A text, and its tree.
struct Input {
    source: String,
    document: Document<'static>,
}

/// A way to cut a text; what it gives is looked at, so that none of it is left out.
type Cutter = fn(&Jieba, &Input) -> usize;

const CONTENDERS: [(&str, Cutter); 5] = [
    ("jieba-rs, the source", |jieba, input| jieba.cut(&input.source, true).len()),
    ("jieba-rs, text by text", |jieba, input| input.document.texts().map(|text| jieba.cut(text, true).len()).sum()),
    ("hongtou words", |_, input| words(&input.source, &input.document)),
    ("hongtou parse and words", |_, input| words(&input.source, &hongtou::parse(&input.source).document)),
    ("hongtou graphemes", |_, input| {
        let index = LineIndex::new(&input.source);
        let places = |text| graphemes(text, &index).map(|word| word.char_span.end as usize).max().unwrap_or(0);
        input.document.texts().map(places).sum()
    }),
];

fn words(source: &str, document: &Document<'_>) -> usize {
    let (tokenizer, index) = (Tokenizer::shared(), LineIndex::new(source));
    let places = |text| tokenizer.words(text, &index).map(|word| word.char_span.end as usize).max().unwrap_or(0);
    document.texts().map(places).sum()
}

fn main() {
    let rounds = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(15);
    let start = Instant::now();
    let _ = black_box(Tokenizer::shared());
    println!("dictionary loaded in {} ms", start.elapsed().as_millis());
    let jieba = Jieba::new();
    for kind in ["long", "wrapped"] {
        let inputs = inputs(kind);
        let bytes: usize = inputs.iter().map(|input| input.source.len()).sum();
        println!("\ncorpus/bench/{kind}-*.txt, {} documents, {bytes} bytes, {rounds} rounds", inputs.len());
        println!("{:28}{:>10}{:>16}", "", "MB/s", "time / jieba");
        report(&measure(&jieba, &inputs, rounds), bytes, rounds);
    }
}

fn inputs(kind: &str) -> Vec<Input> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/bench");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with(kind) && name.ends_with(".txt")
    });
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let source = fs::read_to_string(path).unwrap();
        let document = hongtou::parse(&source).document.into_owned();
        Input { source, document }
    };
    paths.iter().map(read).collect()
}

/// For each contender the time of every input in every round.
fn measure(jieba: &Jieba, inputs: &[Input], rounds: usize) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(rounds * inputs.len()); CONTENDERS.len()];
    // The first round warms up.
    for round in 0..=rounds {
        for input in inputs {
            for ((_, cut), times) in CONTENDERS.iter().zip(&mut times) {
                // Two dictionaries take turns: each is to be in the cache when it is measured.
                black_box(cut(jieba, black_box(input)));
                let start = Instant::now();
                black_box(cut(jieba, black_box(input)));
                if round > 0 {
                    times.push(start.elapsed());
                }
            }
        }
    }
    times
}

fn report(times: &[Vec<Duration>], bytes: usize, rounds: usize) {
    let Some(jieba) = times.first() else { return };
    for ((name, _), own) in CONTENDERS.iter().zip(times) {
        let ratio = median(jieba.iter().zip(own).map(|(jieba, own)| own.as_secs_f64() / jieba.as_secs_f64()));
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let speed = (bytes * rounds) as f64 / own.iter().sum::<Duration>().as_secs_f64() / 1e6;
        println!("{name:28}{speed:>10.1}{ratio:>16.3}");
    }
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
