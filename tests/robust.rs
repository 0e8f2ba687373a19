//! Texts of any shape: nothing panics, nothing overflows, nothing is lost.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod checks;
#[path = "support/pieces.rs"]
mod pieces;

use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use pieces::PIECES;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn texts_of_known_pieces_hold(pieces in vec(select(PIECES), 0..60)) {
        prop_assert_eq!(checks::faults(&pieces.concat()), Vec::<String>::new());
    }

    #[test]
    fn texts_of_known_lines_hold(lines in vec(vec(select(PIECES), 1..4), 0..40)) {
        let text = lines.iter().map(|line| line.concat()).collect::<Vec<_>>().join("\n");
        prop_assert_eq!(checks::faults(&text), Vec::<String>::new());
    }

    #[test]
    fn any_text_holds(text in "\\PC*|(?s).*") {
        prop_assert_eq!(checks::faults(&text), Vec::<String>::new());
    }
}

/// What the fuzz targets found once.
#[test]
fn texts_that_went_wrong_once_hold() {
    let indented = format!("*\t\0\r{}\0\r\0", "\t".repeat(80));
    let read_again = "件\n\0\t岭\n﹝2022﹞号\n关于".to_owned();
    let torn_front_matter = "一是附件：\n—1—\n。\n云政发〔2024〕12号\n关于印发《云岭市防汛办法》的通知".to_owned();
    let cells = format!("一、金额\n注\n{}", "10\n河东\n20\n".repeat(5));
    let torn_point = "一、\n第一部分云政发〔2024〕12号\n— 1 —\n。\n".to_owned();
    let torn_point_of_copy = "第一部分\\\n。\n#".to_owned();
    let escaped = "&emsp;\\#（1）".to_owned();
    let in_tags = "<b  r&es>\n&emsp;*一、\n<cen }\\cente k>>\n".to_owned();
    let escaped_point = "1.经费\\\\\\:\\\\\n# ".to_owned();
    let tag_over_return = "<p a=\r b>\t#\tK\n".to_owned();
    let tag_in_line = "]<p a>\u{5385}\n# 甲<p b=\"\u{5385}\">乙\n".to_owned();
    let texts = [indented, read_again, torn_front_matter, cells, torn_point, torn_point_of_copy, escaped, in_tags];
    for text in texts.into_iter().chain([escaped_point, tag_over_return, tag_in_line]) {
        assert_eq!(checks::faults(&text), Vec::<String>::new(), "{text:?}");
    }
}

/// How often a piece is repeated.
const MANY: usize = 1_000_000;

/// A stack a recursion on the length of the text would not live in.
const STACK: usize = 128 * 1024;

/// Reads, walks, writes, copies and drops a text on a small stack.
fn survives(name: &str, text: String) {
    let work = move || {
        let parse = hongtou::parse(&text);
        let sizes = [
            hongtou::to_json(&parse.document, &parse.diagnostics).len(),
            hongtou::to_outline(&parse.document).len(),
            hongtou::to_markdown(&parse.document).len(),
            hongtou::to_text(&parse.document).len(),
            hongtou::labels(&hongtou::blocks(&text)).len(),
        ];
        assert!(sizes.iter().all(|size| *size > 0), "{sizes:?}");
        drop(parse.clone());
        drop(parse);
    };
    let thread = thread::Builder::new().name(name.to_owned()).stack_size(STACK).spawn(work).unwrap();
    assert!(thread.join().is_ok(), "{name}");
}

#[test]
fn markers_repeated_on_one_line() {
    for piece in ["一、", "（一）", "1.", "①", "第一条", "（", "《", "附件：", "一是", "。"] {
        survives(piece, piece.repeat(MANY));
    }
}

#[test]
fn markers_repeated_line_by_line() {
    for piece in ["一、值班\n", "（一）\n", "1.\n", "第一条 值班\n", "附件\n", "（\n", "\n", "值班\n"]
    {
        survives(piece.trim(), piece.repeat(MANY / 4) + "值班");
    }
}

#[test]
fn documents_repeated_and_levels_nested() {
    let levels = "第一编 总则\n第一章 总则\n第一节 总则\n第一条 总则\n一、值班\n（一）值班\n1.值班\n（1）值班\n①值班\n1.1 值班\n";
    survives("levels", levels.repeat(MANY / 100));
    let issued = "附件1\n云岭市防汛办法\n第一条 值班。\n云岭市人民政府\n2024年5月6日\n";
    survives("attachments", issued.repeat(MANY / 100));
}
