#![allow(warnings)]
use std::time::Instant;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mb: usize = a[1].parse().unwrap();
    let docs: Vec<String> = a[2..].iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    let one: usize = docs.iter().map(|d| d.len()).sum();
    let n = mb * 1_000_000 / one + 1;
    let mut all: Vec<String> = Vec::new();
    for _ in 0..n {
        for d in &docs {
            all.push(d.clone());
        }
    }
    let total = one * n;
    let mut p = hongtou::Parser::new();
    let mut r = vec![vec![]; 4];
    for _ in 0..7 {
        let t = Instant::now();
        let mut k = 0usize;
        for d in &all {
            for x in memchr::memchr_iter(b'\n', d.as_bytes()) {
                k = k.wrapping_add(x);
            }
        }
        std::hint::black_box(k);
        r[0].push(t.elapsed().as_secs_f64());
        let t = Instant::now();
        for d in &all {
            std::hint::black_box(d.clone());
        }
        r[1].push(t.elapsed().as_secs_f64());
        let t = Instant::now();
        for d in &all {
            std::hint::black_box(p.blocks(d));
        }
        r[2].push(t.elapsed().as_secs_f64());
        let t = Instant::now();
        for d in &all {
            std::hint::black_box(p.parse(d));
        }
        r[3].push(t.elapsed().as_secs_f64());
    }
    for v in &mut r {
        v.sort_by(|a, b| a.partial_cmp(b).unwrap());
    }
    let m = |i: usize| total as f64 / r[i][3] / 1e6;
    println!(
        "total {}MB lines/doc: scan {:.0} copy {:.0} blocks {:.0} ({:.3}) parse {:.0} ({:.3})",
        total / 1000000,
        m(0),
        m(1),
        m(2),
        m(2) / m(0),
        m(3),
        m(3) / m(0)
    );
}
