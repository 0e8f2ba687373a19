//! Line labels from blocks made by hand, and their invariants on any text.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failing test may panic")]

use hongtou::ast::{Blocks, FlatBlock, MarkerStyle, Role};
use hongtou::{Span, labels};
use proptest::prelude::*;

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap()
}

/// The block that stands where `text` does.
fn block(source: &str, text: &str, role: Role) -> FlatBlock {
    let start = source.find(text).expect("the text is there");
    FlatBlock {
        span: Span::new(number(start), number(start + text.len())),
        line: number(source.get(..start).unwrap().matches('\n').count() + 1),
        number: u32::MAX,
        role,
        style: None,
        level: 0,
        marker_len: 0,
        opens: false,
        joined: text.contains('\n'),
        heading_start: 0,
        heading_end: 0,
    }
}

/// A numbered block, its heading the one between `marker` and `heading_end`.
fn numbered(source: &str, text: &str, marker: &str, heading: &str, style: MarkerStyle, level: u8) -> FlatBlock {
    let heading_end = if heading.is_empty() { 0 } else { text.find(heading).unwrap() + heading.len() };
    FlatBlock {
        number: 1,
        style: Some(style),
        level,
        marker_len: u8::try_from(marker.len()).unwrap(),
        heading_start: u16::try_from(if heading.is_empty() { 0 } else { marker.len() }).unwrap(),
        heading_end: u16::try_from(heading_end).unwrap(),
        ..block(source, text, Role::Numbered)
    }
}

#[test]
fn furniture_inside_a_block_keeps_its_role() {
    let source = "现将办法\n\n— 1 —\n印发给你们。\n特此通知。";
    let whole = "现将办法\n\n— 1 —\n印发给你们。";
    let parts = [(whole, Role::Paragraph), ("— 1 —", Role::Furniture), ("特此通知。", Role::Paragraph)];
    let blocks: Vec<_> = parts.iter().map(|(text, role)| block(source, text, *role)).collect();
    let blocks = Blocks { source, blocks };
    assert_eq!(labels(&blocks), "1\tp\n3\tfurniture\n4\t+\n5\tp\n");
    assert_eq!(blocks.text(0).unwrap().as_str(), "现将办法印发给你们。");
    let texts: Vec<_> = blocks.texts().map(|(block, text)| (block.role, text.to_string())).collect();
    assert_eq!(texts.get(2).unwrap(), &(Role::Paragraph, "特此通知。".to_owned()));
    assert!(blocks.text(3).is_none());
}

#[test]
fn elements_on_one_line_are_parted() {
    let source = "云政发〔2024〕2号　签发人：李某\n云岭市人民政府　2024年5月6日\r\n";
    let parts = [
        ("云政发〔2024〕2号", Role::DocNumber),
        ("签发人：李某", Role::Signatory),
        ("云岭市人民政府", Role::Signature),
        ("2024年5月6日", Role::Date),
    ];
    let blocks = parts.iter().map(|(text, role)| block(source, text, *role)).collect();
    assert_eq!(labels(&Blocks { source, blocks }), "1\tdoc_number|signatory\n2\tsignature+date\n");
}

#[test]
fn headings_are_told_from_items() {
    let source = "一、总体要求\n（二）目标。到2025年\n1.建成；\n第三条　本办法\n（4）范围：\n② 加强\n　管理。严格\n";
    let blocks = vec![
        numbered(source, "一、总体要求", "一、", "总体要求", MarkerStyle::Han, 1),
        numbered(source, "（二）目标。到2025年", "（二）", "目标", MarkerStyle::HanParen, 2),
        numbered(source, "1.建成；", "1.", "", MarkerStyle::Arabic, 3),
        numbered(source, "第三条　本办法", "第三条", "", MarkerStyle::Article, 0),
        numbered(source, "（4）范围：", "（4）", "范围", MarkerStyle::ArabicParen, 4),
        numbered(source, "② 加强\n　管理。严格", "② ", "加强\n　管理", MarkerStyle::Circled, 5),
    ];
    let expected = "1\th1\n2\th2r\t2\n3\ti3\n4\tarticle\n5\th4\n6\th5r\t4\n7\t+\n";
    assert_eq!(labels(&Blocks { source, blocks }), expected);
}

#[test]
fn a_carriage_return_alone_is_inside_a_line() {
    let source = "一条\r二条\n\u{feff}\n　\u{85}三条";
    let blocks = ["一条", "二条", "三条"].map(|text| block(source, text, Role::Paragraph)).to_vec();
    assert_eq!(labels(&Blocks { source, blocks }), "1\tp|p\n3\tp\n");
}

proptest! {
    #[test]
    fn every_line_that_is_not_blank_has_one_row(text in "([一二（）、。：附件抄送第条章年月日号 1.a\t\u{3000}\r]|\n){0,120}") {
        let rows = labels(&hongtou::blocks(&text));
        let numbers: Vec<u32> = rows.lines().map(|row| row.split('\t').next().unwrap().parse().unwrap()).collect();
        let blank = |line: &str| line.chars().all(char::is_whitespace);
        let lines = text.split('\n').zip(1_u32..).filter(|(line, _)| !blank(line)).map(|(_, number)| number);
        prop_assert_eq!(numbers, lines.collect::<Vec<_>>());
        prop_assert!(!rows.contains("\tnumbered"));
    }
}
