#![allow(warnings)]
use hongtou::ast::*;
fn main() {
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        let p = hongtou::parse(&t);
        show(&p.document, 0);
        for d in p.diagnostics {
            println!("{:?} {:?} {}", d.code, d.span.of(&t).chars().take(20).collect::<String>(), d.message);
        }
    }
}
fn show(d: &Document, n: usize) {
    let pad = "  ".repeat(n);
    println!(
        "{pad}DOC title={:?} num={:?} addr={:?} marks={} date={:?} sig={:?} notes={:?} anotes={} furn={}",
        d.title.as_ref().map(|t| &t.text.content),
        d.header.doc_number.as_ref().map(|t| &t.text.content),
        d.addressee.as_ref().map(|t| &t.text.content),
        d.header.marks.len(),
        d.date.as_ref().map(|t| &t.text.content),
        d.signatures.iter().map(|t| &t.text.content).collect::<Vec<_>>(),
        d.notes.iter().map(|t| &t.text.content).collect::<Vec<_>>(),
        d.attachment_notes.len(),
        d.furniture.len()
    );
    for b in &d.body {
        blk(b, n + 1);
    }
    for a in &d.attachments {
        println!("{pad}  ATT {:?}", a.label.as_ref().map(|l| &l.content));
        show(&a.document, n + 2);
    }
}
fn cut(s: &str) -> String {
    s.chars().take(16).collect()
}
fn blk(b: &Block, n: usize) {
    let pad = "  ".repeat(n);
    match b {
        Block::Section(s) => {
            println!(
                "{pad}S {} [{}] {:?} run={} ",
                s.path,
                s.level,
                s.heading.as_ref().map(|h| &h.text.content),
                s.run_in
            );
            for b in &s.blocks {
                blk(b, n + 1)
            }
        }
        Block::Provision(s) => {
            println!("{pad}P {} {:?} {:?}", s.path, s.kind, s.heading.as_ref().map(|h| &h.text.content));
            for b in &s.blocks {
                blk(b, n + 1)
            }
        }
        Block::Paragraph(p) => println!(
            "{pad}p {} c={:?} e={:?} pc={}",
            cut(&p.text),
            p.clause,
            p.enumeration
                .iter()
                .map(|e| (e.number, cut(&p.text[e.at.start as usize..e.at.end as usize])))
                .collect::<Vec<_>>(),
            p.text.pieces.len()
        ),
        Block::Heading(h) => println!("{pad}H {}", h.text.content),
        Block::Table(t) => println!("{pad}T {} rows", t.rows.len()),
    }
}
