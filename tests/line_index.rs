//! The line index against a slow reading of its rules.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use hongtou::{LineIndex, Position};
use proptest::prelude::*;

/// Counts every character from the start.
fn slow(text: &str, byte: usize) -> Position {
    let mut position = Position { line: 1, column: 1, utf16_column: 1, byte_column: 1 };
    for (_, c) in text.char_indices().take_while(|(at, _)| *at < byte) {
        if c == '\n' {
            position = Position { line: position.line + 1, column: 1, utf16_column: 1, byte_column: 1 };
        } else {
            position.column += 1;
            position.utf16_column += u32::try_from(c.len_utf16()).unwrap();
            position.byte_column += u32::try_from(c.len_utf8()).unwrap();
        }
    }
    position
}

fn check(text: &str) {
    let index = LineIndex::new(text);
    let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for (chars, byte) in bytes.enumerate() {
        let (chars, at) = (u32::try_from(chars).unwrap(), u32::try_from(byte).unwrap());
        let position = index.position(at);
        assert_eq!(position, slow(text, byte), "{byte} of {text:?}");
        assert_eq!(index.char_offset(at), chars, "{byte} of {text:?}");
        assert_eq!(index.byte_offset(chars), Some(at), "{chars} of {text:?}");
        assert_eq!(index.offset(position.line, position.column), Some(at));
        assert_eq!(index.offset_utf16(position.line, position.utf16_column), Some(at));
    }
}

proptest! {
    #[test]
    fn the_index_is_the_count(text in "([云岭a\r\u{2028}😀]|\n){0,60}") {
        check(&text);
    }

    #[test]
    fn checkpoints_do_not_show(unit in "[云a😀é\n]{1,5}", times in 1..700_usize) {
        let text = unit.repeat(times);
        let index = LineIndex::new(&text);
        for (chars, (at, _)) in text.char_indices().enumerate().filter(|(_, (at, _))| at % 512 < 4 || at % 512 > 508) {
            let (chars, byte) = (u32::try_from(chars).unwrap(), u32::try_from(at).unwrap());
            prop_assert_eq!(index.position(byte), slow(&text, at));
            prop_assert_eq!(index.byte_offset(chars), Some(byte));
        }
    }
}

#[test]
fn only_a_line_feed_ends_a_line() {
    let index = LineIndex::new("一\r\n二\r三\u{2028}四\n");
    assert_eq!(index.line_count(), 3);
    assert_eq!(index.line_span(1).unwrap().len(), 4, "the \\r of \\r\\n is part of its line");
    assert_eq!(index.position(5).line, 2);
    assert!(index.line_span(3).unwrap().is_empty());
}

#[test]
fn what_is_not_there_is_none() {
    let index = LineIndex::new("云岭\n市😀");
    assert_eq!(index.offset(1, 3), Some(6), "the end of the line");
    assert_eq!(index.offset(1, 4), None, "not over the end into the next line");
    assert_eq!(index.offset(3, 1), None);
    assert_eq!(index.offset(0, 1), None);
    assert_eq!(index.offset(1, 0), None);
    assert_eq!(index.byte_offset(6), None);
    assert_eq!(index.offset_utf16(2, 3), None, "inside a surrogate pair");
    assert_eq!(index.position(4), index.position(3), "inside a character");
    assert_eq!(index.position(99), index.position(14), "behind the text");
}

#[test]
fn an_empty_text_has_one_line() {
    let index = LineIndex::new("");
    assert_eq!((index.line_count(), index.position(0).line, index.offset(1, 1)), (1, 1, Some(0)));
}
