//! What holds of the tree of any text.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use hongtou::ast::{Text, Visit};
use hongtou::{from_json, parse, to_json, to_markdown, to_outline};
use proptest::prelude::*;

/// A letter with furniture, wrapped lines and an attachment.
const LETTER: &str = include_str!("support/letter.txt");

#[derive(Default)]
struct Seen<'a>(Vec<&'a Text<'a>>);

impl<'a> Visit<'a> for Seen<'a> {
    fn visit_text(&mut self, text: &'a Text<'a>) {
        self.0.push(text);
    }
}

/// A text of lines such as documents are made of, in any order.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        prop::sample::select(LETTER.lines().map(str::to_owned).collect::<Vec<_>>()),
        "(第[一二三十]{1,2}[章节条]　?|[一二三]、|（[一二]）|[12][.、]|附件[12]?：?|抄送：|一是)?[云岭市人民 ，。；：a1\u{202e}|*]{0,12}",
    ];
    prop::collection::vec((line, prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r", "\u{2028}"])), 0..24)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

#[test]
fn lines_are_given_back_once_only() {
    let document = parse("青泉\n1\t河道\n云发〔2024〕2\n各部门：").document;
    assert_eq!(document.texts().count(), 4, "a reading that has no end has no texts");
}

#[test]
fn a_table_ends_where_another_element_stands() {
    let document = parse("序号\t河道\t责任单位\n    附件：1.任务分工表\n序号\t河道\t责任单位\n").document;
    let starts: Vec<_> = document.texts().map(|text| text.span.start).collect();
    assert!(starts.is_sorted(), "{starts:?}");
}

#[test]
fn a_heading_stands_behind_the_foot_of_the_page_above_it() {
    let document = parse("三、\n— 1 —\n工作要求\n各地要加强值班。\n").document;
    let texts: Vec<_> = document.texts().map(Text::as_str).collect();
    assert_eq!(texts, ["三、", "— 1 —", "工作要求", "各地要加强值班。"]);
}

proptest! {
    #[test]
    fn json_in_is_json_out(text in lines()) {
        let read = parse(&text);
        let back = from_json(&to_json(&read.document, &read.diagnostics)).unwrap();
        prop_assert_eq!(&back.document, &read.document);
        prop_assert_eq!(back.diagnostics, read.diagnostics);
    }

    #[test]
    fn an_owned_tree_is_the_same(text in lines()) {
        let document = parse(&text).document;
        prop_assert_eq!(&document.clone().into_owned(), &document);
    }

    #[test]
    fn texts_stand_in_order_and_nothing_is_left_out(text in lines()) {
        let document = parse(&text).document;
        let starts: Vec<_> = document.texts().map(|text| text.span.start).collect();
        prop_assert!(starts.is_sorted(), "{starts:?}");
        let written: String = document.texts().map(Text::as_str).collect();
        let mut seen = Seen::default();
        Visit::visit_document(&mut seen, &document);
        let mut texts: Vec<_> = document.texts().collect();
        texts.sort_by_key(|text| text.span.start);
        seen.0.sort_by_key(|text| text.span.start);
        prop_assert_eq!(seen.0, texts);
        // What is written holds the same characters, points behind headings left out.
        let bare = |text: &str| -> Vec<char> {
            let mut chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            chars.sort_unstable();
            chars
        };
        prop_assert_eq!(bare(&written), bare(&text));
    }

    #[test]
    fn an_outline_is_lines_that_steer_nothing(text in lines()) {
        let document = parse(&text).document;
        let outline = to_outline(&document);
        prop_assert!(!outline.contains('\u{202e}') && !outline.chars().any(|c| c.is_control() && c != '\n'), "{outline:?}");
        prop_assert_eq!(outline.lines().count(), document.nodes().count());
        prop_assert!(!to_markdown(&document).contains("\n\n\n"), "a block is never empty");
    }
}
