#![allow(warnings)]
use hongtou::ast::*;
fn main() {
    for f in std::env::args().skip(1) {
        let t = String::from_utf8_lossy(&std::fs::read(&f).unwrap()).into_owned();
        let b = hongtou::blocks(&t);
        let mut o = String::new();
        let mut pos = 0usize;
        let isb = |c: char| {
            matches!(
                c,
                ' ' | '\t' | '\r' | '\u{c}' | '\u{b}' | '\u{85}' | '\u{3000}' | '\u{a0}' | '\u{feff}' | '\u{2000}'
                    ..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}'
            )
        };
        for (n, l) in t.split('\n').enumerate() {
            let (s, e) = (pos as u32, (pos + l.len()) as u32);
            pos += l.len() + 1;
            if l.chars().all(isb) {
                continue;
            }
            let st: Vec<&FlatBlock> = b.blocks.iter().filter(|x| x.span.start >= s && x.span.start < e).collect();
            let role = if st.is_empty() {
                "+".to_string()
            } else {
                st.iter().map(|x| name(x, &t)).collect::<Vec<_>>().join("|")
            };
            let role = role.replace("signature|date", "signature+date");
            o.push_str(&format!("{}\t{}\n", n + 1, role));
        }
        if std::env::args().count() == 2 {
            print!("{o}");
        } else {
            let id = std::path::Path::new(&f).file_stem().unwrap().to_str().unwrap().to_string();
            std::fs::write(format!("/tmp/pred_lex3/{id}.gold"), o).unwrap();
        }
    }
}
fn name(x: &FlatBlock, t: &str) -> String {
    use Role::*;
    match x.role {
        Furniture => "furniture",
        CopyNumber => "copy_number",
        Secrecy => "secrecy",
        Urgency => "urgency",
        Mark => "mark",
        DocNumber => "doc_number",
        Signatory => "signatory",
        Title => "title",
        Subtitle => "subtitle",
        Addressee => "addressee",
        Heading => "hu",
        Enumeration => "enum",
        Paragraph => "p",
        Table => "table",
        AttachmentNote => "attachment_note",
        Signature => "signature",
        Signer => "signer",
        Date => "date",
        Note => "note",
        Attachment => "attachment",
        Cc => "cc",
        Imprint => "imprint",
        Numbered => {
            let k = match x.style {
                Some(MarkerStyle::Part) | Some(MarkerStyle::Subpart) => "part",
                Some(MarkerStyle::Chapter) => "chapter",
                Some(MarkerStyle::Section) => "section",
                Some(MarkerStyle::Article) => "article",
                _ => "",
            };
            if !k.is_empty() {
                return k.into();
            }
            let tx = x.span.of(t);
            if x.heading_end == 0 {
                return format!("i{}", x.level);
            }
            let rest = tx[x.heading_end as usize..]
                .trim_matches(|c: char| c.is_whitespace() || c == '。' || c == '：' || c == ':');
            if rest.is_empty() {
                return format!("h{}", x.level);
            }
            let n = tx[x.heading_start as usize..x.heading_end as usize]
                .split('\n')
                .map(|l| l.trim().chars().count())
                .sum::<usize>();
            return format!("h{}r\t{}", x.level, n);
        }
        _ => "?",
    }
    .into()
}
