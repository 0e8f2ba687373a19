#![allow(warnings)]
use std::time::Instant;
fn main() {
    let docs: Vec<String> =
        std::env::args().skip(1).map(|f| String::from_utf8_lossy(&std::fs::read(f).unwrap()).into_owned()).collect();
    let total: usize = docs.iter().map(|d| d.len()).sum();
    let mut p = hongtou::Parser::new();
    let mut best = [f64::MAX; 3];
    for _ in 0..30 {
        let t = Instant::now();
        let mut n = 0;
        for d in &docs {
            n += memchr::memchr_iter(b'\n', d.as_bytes()).count();
            for x in memchr::memchr_iter(b'\n', d.as_bytes()) {
                n += std::hint::black_box(x);
            }
        }
        best[0] = best[0].min(t.elapsed().as_secs_f64() / 1.0);
        std::hint::black_box(n);
        let t = Instant::now();
        for d in &docs {
            std::hint::black_box(p.blocks(d));
        }
        best[1] = best[1].min(t.elapsed().as_secs_f64());
        let t = Instant::now();
        for d in &docs {
            std::hint::black_box(p.parse(d));
        }
        best[2] = best[2].min(t.elapsed().as_secs_f64());
    }
    // one scan only
    let mut s = f64::MAX;
    for _ in 0..30 {
        let t = Instant::now();
        let mut n = 0usize;
        for d in &docs {
            for x in memchr::memchr_iter(b'\n', d.as_bytes()) {
                n = n.wrapping_add(x);
            }
        }
        std::hint::black_box(n);
        s = s.min(t.elapsed().as_secs_f64());
    }
    println!(
        "bytes {} scan {:.0} MB/s blocks {:.0} ({:.3}) parse {:.0} ({:.3})",
        total,
        total as f64 / s / 1e6,
        total as f64 / best[1] / 1e6,
        s / best[1],
        total as f64 / best[2] / 1e6,
        s / best[2]
    );
}
