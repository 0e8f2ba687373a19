//! Texts in Traditional script are read as those in Simplified letters.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

mod checks;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use hongtou::ast::Node;
use hongtou::query::{Match, Selector, Target};
use hongtou::{Parse, blocks, labels, parse};

/// A Traditional form for each Simplified letter that has one, out of the table of the crate.
fn forms() -> HashMap<char, char> {
    let table = include_str!("../src/charset/variants.rs");
    let (_, table) = table.split_once('"').unwrap();
    let letters: Vec<char> = table.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    let pairs = letters.as_chunks::<2>().0.iter();
    // Of several forms the first one will do: all are read alike.
    pairs.rev().map(|[traditional, simple]| (*simple, *traditional)).collect()
}

/// The texts of the corpus that have letters enough to tell their script by.
fn corpus() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let named = texts.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()));
    let texts: Vec<_> = named.filter(|(name, text)| !name.contains("traditional") && text.len() > 600).collect();
    assert!(texts.len() > 80, "{} texts", texts.len());
    texts
}

/// What there is to a reading besides its letters: every element with its place and its depth, every number.
fn shape(parse: &Parse<'_>) -> Vec<String> {
    let nodes = parse.document.nodes();
    let node = |(depth, node): (usize, Node<'_>)| {
        let texts: Vec<_> = node.texts().map(|text| (text.span, text.len(), text.pieces().to_vec())).collect();
        format!("{depth} {} {:?} {:?} {texts:?}", node.name(), node.span(), node.path().map(str::len))
    };
    nodes.map(node).chain(parse.diagnostics.iter().map(|remark| format!("{remark:?}"))).collect()
}

#[test]
fn the_corpus_reads_the_same_in_either_script() {
    let forms = forms();
    for (name, text) in corpus() {
        let traditional: String = text.chars().map(|c| *forms.get(&c).unwrap_or(&c)).collect();
        let (simple, read) = (parse(&text), parse(&traditional));
        assert_eq!(shape(&simple), shape(&read), "{name}");
        assert_eq!(blocks(&text).blocks, blocks(&traditional).blocks, "{name}");
        assert_eq!(labels(&blocks(&text)), labels(&blocks(&traditional)), "{name}");
        let faults = checks::faults(&traditional);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
        let targets = |parse: &Parse<'_>| {
            let all = parse.document.references().into_iter();
            let told = |target: &Target<'_>| match target {
                Target::Node(found) => format!("{}", found.place),
                Target::Nodes { first, last } => format!("{} to {}", first.place, last.place),
                Target::Cited(cited) => {
                    let number =
                        cited.doc_number.as_ref().map(|n| (n.agency.as_ref().map(|a| a.span), n.year, n.serial));
                    let units: Vec<_> = cited.provision.iter().map(|unit| (unit.unit, unit.number)).collect();
                    format!("{:?} {number:?} {units:?}", cited.title.as_ref().map(|title| title.span))
                }
                Target::Unresolved { reason } => reason.to_string(),
            };
            all.map(|found| format!("{:?} {:?} {}", found.kind, found.span(), told(&found.target))).collect::<Vec<_>>()
        };
        assert_eq!(targets(&simple), targets(&read), "{name}");
    }
}

#[test]
fn references_are_shown_in_the_letters_of_the_text() {
    let text = "雲嶺市停車管理辦法\n第一條　為了規範停車秩序，制定本辦法。\n第二條　依照《雲嶺省停車條例》（雲政發〔2021〕8號）第十條、第一條處罰。\n\
        第三條　前條規定不適用於本辦法第一條規定的情形。原《雲嶺市停車管理辦法》同時廢止。\n";
    let parse = parse(text);
    let found: Vec<_> = parse.document.references().iter().map(|r| format!("{} = {}", &*r.text, r.target)).collect();
    assert_eq!(
        found,
        [
            "《雲嶺省停車條例》（雲政發〔2021〕8號）第十條 = 《雲嶺省停車條例》（雲政發〔2021〕8號）第十條",
            "第一條 = 《雲嶺省停車條例》（雲政發〔2021〕8號）第一條",
            "前條 = 第二條",
            "本辦法第一條 = 第一條",
            "《雲嶺市停車管理辦法》 = 《雲嶺市停車管理辦法》",
        ]
    );
}

#[test]
fn units_are_cited_in_either_script() {
    let text = "雲嶺市停車管理辦法\n第一條　為了規範停車秩序，制定本辦法。\n第二條　下列車輛除外：\n（一）公交車；\n（二）消防車。\n";
    let parse = parse(text);
    for query in ["第二條（二）", "第二条（二）", "第二條第（二）項", "article[number=2] > item:last"]
    {
        let selector: Selector = query.parse().unwrap();
        let found: Vec<_> = parse.document.select(&selector).iter().map(Match::path).collect();
        assert_eq!(found, ["第二條/（二）"], "{query}");
    }
    let Err(error) = "第二條第五丈".parse::<Selector>() else { panic!() };
    assert_eq!(error.span.start, 9, "the place is that of what can't be read");
}
