//! Tokens as JSON: one object for each text.

use std::borrow::Cow;

use serde::Serialize;

use super::cut::Piece;

/// A text.
#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    element: usize,
    #[serde(rename = "type")]
    name: &'a str,
    part: &'a str,
    path: Cow<'a, str>,
    text: &'a str,
    start: u32,
    end: u32,
    char_start: u32,
    char_end: u32,
    tokens: Vec<Token<'a>>,
}

/// A word or a grapheme.
#[derive(Serialize)]
struct Token<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    char_start: u32,
    char_end: u32,
    at: u32,
}

/// Writes an object on a line for each text; tells how many.
pub(super) fn write(id: &str, pieces: &[Piece<'_>], into: &mut Vec<u8>) -> u64 {
    for piece in pieces {
        // Nothing in it can fail to be written.
        let _ = serde_json::to_writer(&mut *into, &record(id, piece));
        into.push(b'\n');
    }
    pieces.len() as u64
}

fn record<'a>(id: &'a str, piece: &'a Piece<'_>) -> Record<'a> {
    let cut = &piece.cut;
    let tokens = cut.tokens.iter().map(|word| Token {
        text: word.text,
        start: word.span.start,
        end: word.span.end,
        char_start: word.char_span.start,
        char_end: word.char_span.end,
        at: word.char_at.start,
    });
    Record {
        id,
        element: piece.found.place,
        name: piece.found.node.name(),
        part: cut.part,
        path: piece.found.path(),
        text: cut.text,
        start: cut.span.start,
        end: cut.span.end,
        char_start: cut.char_span.start,
        char_end: cut.char_span.end,
        tokens: tokens.collect(),
    }
}
