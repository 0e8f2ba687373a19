#![allow(warnings)]
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let docs: Vec<String> = a[2..].iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect();
    let mut p = hongtou::Parser::new();
    for _ in 0..2000 {
        for d in &docs {
            if a[1] == "b" {
                std::hint::black_box(p.blocks(d));
            } else {
                std::hint::black_box(p.parse(d));
            }
        }
    }
}
