//! Prints the outline of a document and what there is to say of it.
//!
//! `cargo run --example outline corpus/notice-plain-items.txt`

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "corpus/reply-official.txt".to_owned());
    let text = std::fs::read_to_string(path)?;
    let parse = hongtou::parse(&text);
    let mut out = std::io::stdout().lock();
    std::io::Write::write_all(&mut out, hongtou::to_outline(&parse.document).as_bytes())?;
    for remark in &parse.diagnostics {
        std::io::Write::write_fmt(&mut out, format_args!("{}: {}\n", remark.code.name(), remark.message))?;
    }
    Ok(())
}
