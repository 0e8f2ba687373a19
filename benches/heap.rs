//! How much memory reading a text takes at most, in times of its length.
//!
//! `cargo bench --bench heap [-- FILE…]`; without files, those of the corpus. Only what the library asks for is
//! counted, not the text itself.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench prints its figures and may fail by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

#[global_allocator]
static HEAP: dhat::Alloc = dhat::Alloc;

/// What reading one text took.
struct Figure {
    name: String,
    bytes: usize,
    blocks: f64,
    tree: f64,
}

fn main() {
    let mut figures: Vec<_> = paths().iter().map(|path| figure(path)).collect();
    figures.sort_by(|a, b| b.tree.total_cmp(&a.tree));
    println!("{:44}{:>10}{:>10}{:>10}", "peak heap / bytes of text", "bytes", "blocks", "tree");
    for figure in figures.iter().take(10) {
        println!("{:44}{:>10}{:>10.2}{:>10.2}", figure.name, figure.bytes, figure.blocks, figure.tree);
    }
    let median = |of: fn(&Figure) -> f64| {
        let mut all: Vec<_> = figures.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
    };
    println!("{:44}{:>10}{:>10.2}{:>10.2}", "median", figures.len(), median(|f| f.blocks), median(|f| f.tree));
}

/// The files named, or those of the corpus and its benches.
fn paths() -> Vec<PathBuf> {
    let named: Vec<_> = std::env::args_os().skip(1).filter(|name| name != "--bench").map(PathBuf::from).collect();
    if !named.is_empty() {
        return named;
    }
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = [corpus.join("bench"), corpus];
    let mut paths: Vec<_> =
        folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    paths
}

fn figure(path: &Path) -> Figure {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let times = |peak: usize| ratio(peak, text.len());
    let blocks = times(peak(|| hongtou::blocks(&text)));
    let tree = times(peak(|| hongtou::parse(&text)));
    Figure { name, bytes: text.len(), blocks, tree }
}

/// The most that was held at once while `work` ran.
fn peak<T>(work: impl FnOnce() -> T) -> usize {
    let profiler = dhat::Profiler::builder().testing().build();
    let kept = work();
    let peak = dhat::HeapStats::get().max_bytes;
    drop(kept);
    drop(profiler);
    peak
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn ratio(peak: usize, bytes: usize) -> f64 {
    peak as f64 / bytes.max(1) as f64
}
