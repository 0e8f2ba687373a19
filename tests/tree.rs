//! The walks over a tree: nothing twice, nothing left out, everything in source order.

#![expect(clippy::expect_used, clippy::unwrap_used, clippy::needless_for_each, reason = "a failing test may panic")]

mod support;

use hongtou::ast::{Block, Document, Node, Organ, Section, Text, Visit, walk_section};

/// Every text the visitor sees, and every organ.
#[derive(Default)]
struct Seen<'a> {
    texts: Vec<&'a Text<'a>>,
    organs: Vec<&'a str>,
    paths: Vec<&'a str>,
}

impl<'a> Visit<'a> for Seen<'a> {
    fn visit_text(&mut self, text: &'a Text<'a>) {
        self.texts.push(text);
    }
    fn visit_organ(&mut self, organ: &'a Organ<'a>) {
        self.organs.push(&organ.text);
    }
    fn visit_section(&mut self, section: &'a Section<'a>) {
        self.paths.push(&section.path);
        walk_section(self, section);
    }
}

#[test]
fn the_sample_is_sound() {
    let (source, document) = support::sample();
    for text in document.texts().filter(|text| text.pieces().is_empty()) {
        assert_eq!(text.span.of(&source), text.as_str());
    }
}

#[test]
fn texts_come_in_source_order_and_cover_the_source() {
    let (source, document) = support::sample();
    let spans: Vec<_> = document.texts().map(|text| text.span).collect();
    assert!(spans.iter().zip(spans.iter().skip(1)).all(|(a, b)| a.end <= b.start), "{spans:?}");
    let mut left = source.clone().into_bytes();
    spans.iter().for_each(|span| left.get_mut(span.start as usize..span.end as usize).unwrap().fill(b' '));
    let left = String::from_utf8(left).unwrap();
    assert_eq!(left.replace([' ', '\n', '　'], ""), "。", "only the point behind a heading has no text of its own");
}

#[test]
fn the_visitor_sees_the_same_texts() {
    let (_, document) = support::sample();
    let mut seen = Seen::default();
    seen.visit_document(&document);
    let mut texts: Vec<_> = document.texts().collect();
    // Furniture inside a section comes behind it: the one difference between the two walks.
    assert_ne!(seen.texts, texts);
    texts.sort_by_key(|text| text.span.start);
    seen.texts.sort_by_key(|text| text.span.start);
    assert_eq!(seen.texts, texts);
    assert_eq!(seen.paths, ["一", "一/（一）", "一/（一）/1", "二"]);
    let organs = ["云岭市人民政府", "云岭市人民政府", "各县（市、区）人民政府", "市政府各部门", "云岭市人民政府"];
    assert_eq!(seen.organs.get(..5).unwrap(), organs);
    assert_eq!(seen.organs.get(5..).unwrap(), ["市委办公室", "市人大常委会办公室", "云岭市人民政府办公室"]);
}

#[test]
fn nodes_are_nested_and_in_order() {
    let (_, document) = support::sample();
    let mut open: Vec<hongtou::Span> = Vec::new();
    let mut last = 0;
    for (depth, node) in document.nodes() {
        assert!(depth <= open.len(), "{} is one deeper than its parent at most", node.name());
        assert!(last <= node.span().start, "{} comes behind the one before", node.name());
        last = node.span().start;
        open.truncate(depth);
        if !matches!(node, Node::Furniture(_)) {
            assert!(open.iter().all(|parent| parent.contains(node.span())), "{} lies in its parent", node.name());
        }
        open.push(node.span());
    }
}

#[test]
fn iterators_stay_in_the_body() {
    let (_, document) = support::sample();
    let paths: Vec<_> = document.sections().map(|section| &*section.path).collect();
    assert_eq!(paths, ["一", "一/（一）", "一/（一）/1", "二"]);
    let paragraphs: Vec<_> = document.paragraphs().map(|(path, _)| path).collect();
    assert_eq!(paragraphs, ["", "一/（一）", "一/（一）/1", "二", ""]);
    assert_eq!(document.provisions().count(), 0, "those of the attachment are its own");
    let attached = &document.attachments.first().unwrap().document;
    let provisions: Vec<_> = attached.provisions().map(|unit| &*unit.path).collect();
    assert_eq!(provisions, ["第一章", "第一章/第一条", "第一章/第一条/（一）"]);
    let blocks = document.blocks().filter(|(_, block)| matches!(block, Block::Table(_)));
    assert_eq!(blocks.map(|(path, _)| path).collect::<Vec<_>>(), ["二"]);
}

#[test]
fn short_ways_lead_to_the_fields() {
    let (_, mut document) = support::sample();
    assert_eq!(document.kind().unwrap().text.as_str(), "通知");
    assert_eq!(document.doc_number().unwrap().serial, Some(12));
    assert_eq!(document.addressees().len(), 2);
    let issuer = |document: &Document<'_>| document.issuers().map(|organ| organ.text.span.start).next();
    let titled = issuer(&document).unwrap();
    document.title = None;
    let marked = issuer(&document).unwrap();
    document.header.marks.clear();
    let signed = issuer(&document).unwrap();
    assert!(marked < titled && titled < signed, "title, else mark, else signature");
    document.signatures.clear();
    assert_eq!(issuer(&document), None);
}

#[test]
fn an_owned_tree_is_the_same() {
    let (_, document) = support::sample();
    assert_eq!(document.clone().into_owned(), document);
}

#[test]
fn an_empty_document_has_no_nodes() {
    let document = Document::default();
    assert_eq!((document.nodes().count(), document.texts().count(), document.blocks().count()), (0, 0, 0));
}
