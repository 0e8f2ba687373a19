#![allow(warnings)]
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let docs: Vec<String> = a[2..].iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    let mut p = hongtou::Parser::new();
    let n = 2000;
    let mut best = f64::MAX;
    for _ in 0..5 {
        let t = std::time::Instant::now();
        for _ in 0..n / 5 {
            for d in &docs {
                if a[1] == "b" {
                    std::hint::black_box(p.blocks(d));
                } else {
                    std::hint::black_box(p.parse(d));
                }
            }
        }
        best = best.min(t.elapsed().as_secs_f64() / (n as f64 / 5.0) / docs.len() as f64);
    }
    let lines: usize = docs.iter().map(|d| d.lines().filter(|l| !l.trim().is_empty()).count()).sum();
    let bytes: usize = docs.iter().map(|d| d.len()).sum();
    println!(
        "{:.2} us/doc {:.0} ns/line {:.0} MB/s",
        best * 1e6,
        best * 1e9 * docs.len() as f64 / lines as f64,
        bytes as f64 / docs.len() as f64 / best / 1e6
    );
}
