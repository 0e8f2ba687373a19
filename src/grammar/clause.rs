//! What the words of a line say of the sentence or the list it stands in.

use memchr::memrchr_iter;

use crate::charset::{has_mark, holds, is_colon, is_digit, trim_start};

/// No document calls itself by a longer name, in bytes: `本实施细则`.
const LONGEST_OWN: usize = 24;
/// A label with its colon has no more bytes: `联系人及联系电话：`.
const LONGEST_LABEL: usize = 36;

/// Whether `text` begins with a mark that closes something, 。，、；：》”）】〉！？: it was torn off the line before.
pub(crate) fn opens_with_closer(text: &str) -> bool {
    match text.as_bytes() {
        [b',' | b';' | b')', ..] | [0xe2, 0x80, 0x9d, ..] => true,
        [0xe3, 0x80, third, ..] => matches!(third, 0x81 | 0x82 | 0x89 | 0x8b | 0x91),
        [0xef, 0xbc, third, ..] => matches!(third, 0x81 | 0x89 | 0x8c | 0x9a | 0x9b | 0x9f),
        _ => false,
    }
}

/// Whether `text` is the caption of a figure or a table: `图 4：…`, `表3-1 …`.
pub(super) fn names_figure(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("图").or_else(|| text.strip_prefix("表")) else { return false };
    let number = |c: char| is_digit(c) || matches!(c, '-' | '.' | '—' | '－');
    let behind = trim_start(rest).trim_start_matches(number);
    let numbered = behind.len() < trim_start(rest).len();
    numbered && trim_start(behind).starts_with(is_colon)
}

/// Whether `text` is the sentence that closes a document: `本通知自2024年5月6日起施行。`.
pub(super) fn sets_in_force(text: &str) -> bool {
    let from = if text.starts_with('本') { text.split_once('自') } else { None };
    from.is_some_and(|(own, date)| own.len() <= LONGEST_OWN && date.contains('起'))
}

/// Whether `text` is a note or an example (GB/T 1.1): `注：…`, `示例：…`.
pub(super) fn opens_note(text: &str) -> bool {
    let label = text.strip_prefix('注').or_else(|| text.strip_prefix("示例"));
    label.is_some_and(|rest| rest.starts_with(is_colon))
}

/// Whether `text` begins as a 附件说明 does: `附件：`. Its name may end on the next line.
pub(super) fn opens_attachment_note(text: &str) -> bool {
    let label = text.strip_prefix('附').map(|rest| rest.strip_prefix('件').unwrap_or(rest));
    label.is_some_and(|rest| rest.starts_with(is_colon))
}

/// Whether a quotation is open at the end of `text`.
pub(super) fn is_quoting(text: &str) -> bool {
    let bytes = text.as_bytes();
    let quote = |at: usize| bytes.get(at + 1..at + 3).filter(|rest| matches!(rest, [0x80, 0x9c | 0x9d]));
    memrchr_iter(0xe2, bytes).find_map(quote) == Some(&[0x80, 0x9c])
}

/// Whether `text` is in the midst of a sentence at byte `at`, behind another.
pub(super) fn breaks_off(text: &str, at: usize) -> bool {
    let front = text.get(..at).and_then(|front| front.rsplit_once('。'));
    front.is_some_and(|(_, last)| !trim_start(last).is_empty())
}

/// What stands in `text` behind its last 。.
pub(super) fn last_sentence(text: &str) -> &str {
    text.rsplit('。').next().unwrap_or(text)
}

/// Whether a comma stands in `text`.
pub(super) fn has_comma(text: &str) -> bool {
    // The last two bytes of ，.
    holds(text.as_bytes(), [b','], [[0xbc, 0x8c]]) && (has_mark(text, ['，']) || text.contains(','))
}

/// Whether `text` begins with a short label and a colon: `联系电话：`. `13:00` is none.
pub(crate) fn is_labelled(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(LONGEST_LABEL)).unwrap_or(text);
    let labels = |colon: usize| !head.get(..colon).unwrap_or("").contains(['，', '。', '、', ',', '《']);
    head.find(['：', ':']).is_some_and(|colon| labels(colon) && colon + 3 < text.len()) && !text.starts_with(is_digit)
}
