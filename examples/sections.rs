//! Prints every numbered section with its path, level and heading, one a line, parted by tabs.
//!
//! `cargo run --example sections corpus/reply-official.txt`

use std::io::Write;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "corpus/reply-official.txt".to_owned());
    let text = std::fs::read_to_string(path)?;
    let parse = hongtou::parse(&text);
    let mut out = std::io::stdout().lock();
    for section in parse.document.sections() {
        let heading = section.heading.as_ref().map_or("", |heading| heading.text.as_str());
        writeln!(out, "{}\t{}\t{}", section.path, section.level, heading)?;
    }
    Ok(())
}
