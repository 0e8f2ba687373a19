//! The flat blocks as line labels: what `hongtou label` prints and what trains line classifiers.

use std::fmt::Write;

use memchr::memchr;

use crate::ast::{Blocks, FlatBlock, MarkerStyle, Role};
use crate::charset::is_blank;
use crate::span::Span;

/// One row `LINE<TAB>ROLE[<TAB>N]` for every line of the text that is not blank, lines split at `\n`.
///
/// - The first line of a block has its role, every further one `+`. Furniture and rows of tables inside a block
///   have their own.
/// - A numbered unit is `hN` where all of it is a heading, `hNr` where text runs on behind the heading (the third
///   column is the heading's length in characters), `iN` where it has none; N is its level.
/// - Blocks on one line are parted by `|`; 署名 and date that fill a line are `signature+date`.
///
/// ```
/// assert_eq!(hongtou::labels(&hongtou::blocks("第一章　总则\n")), "1\tchapter\n");
/// ```
#[must_use]
pub fn labels(blocks: &Blocks<'_>) -> String {
    let mut out = String::with_capacity(blocks.source.len() / 8);
    let (mut rest, mut at, mut number) = (blocks.source, 0, 0_u32);
    let mut next = 0;
    while !rest.is_empty() {
        let end = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        (rest, at, number) = (behind, at + line.len(), number + 1);
        let here = blocks.blocks.get(next..).unwrap_or_default();
        let count = here.iter().take_while(|block| (block.span.start as usize) < at).count();
        if !line.trim_matches(is_blank).is_empty() {
            row(&mut out, blocks, number, next..next + count);
        }
        next += count;
    }
    out
}

/// The row of a line on which the blocks `here` begin.
fn row(out: &mut String, blocks: &Blocks<'_>, line: u32, here: std::ops::Range<usize>) {
    // Writing to a string does not fail.
    let _ = write!(out, "{line}\t");
    let (mut before, mut length) = (None, None);
    let alone = here.len() == 2;
    for (index, block) in here.filter_map(|index| Some((index, blocks.blocks.get(index)?))) {
        out.push_str(match (before, block.role) {
            (None, _) => "",
            (Some(Role::Signature), Role::Date) if alone => "+",
            _ => "|",
        });
        if block.role == Role::Numbered {
            length = length.or(numbered(out, blocks, index, block));
        } else {
            out.push_str(name(block.role));
        }
        before = Some(block.role);
    }
    if before.is_none() {
        out.push('+');
    }
    if let Some(length) = length {
        let _ = write!(out, "\t{length}");
    }
    out.push('\n');
}

/// The role of a numbered block, and the length of its heading where text runs on behind it.
fn numbered(out: &mut String, blocks: &Blocks<'_>, index: usize, block: &FlatBlock) -> Option<usize> {
    let unit = match block.style {
        Some(MarkerStyle::Part | MarkerStyle::Subpart) => Some("part"),
        Some(MarkerStyle::Chapter) => Some("chapter"),
        Some(MarkerStyle::Section) => Some("section"),
        Some(MarkerStyle::Article) => Some("article"),
        _ => None,
    };
    if let Some(unit) = unit {
        out.push_str(unit);
        return None;
    }
    let level = block.level.clamp(1, 5);
    if block.heading_end == 0 {
        let _ = write!(out, "i{level}");
        return None;
    }
    let start = block.span.start;
    let heading = Span::new(start + u32::from(block.heading_start), start + u32::from(block.heading_end));
    let behind = Span::new(heading.end, block.span.end).of(blocks.source);
    // The stars that close bold letters end nothing.
    let mut behind = behind.chars().filter(|&c| !is_blank(c) && c != '*');
    let ending = behind.next().is_none_or(|c| matches!(c, '。' | '：' | ':' | '∶' | '.' | '．'));
    let alone = ending && behind.next().is_none();
    let _ = write!(out, "h{level}{}", if alone { "" } else { "r" });
    if alone { None } else { blocks.part(index, heading).map(|text| text.chars().count()) }
}

/// The name of a role.
fn name(role: Role) -> &'static str {
    match role {
        Role::Furniture => "furniture",
        Role::CopyNumber => "copy_number",
        Role::Secrecy => "secrecy",
        Role::Urgency => "urgency",
        Role::Mark => "mark",
        Role::DocNumber => "doc_number",
        Role::Signatory => "signatory",
        Role::Title => "title",
        Role::Subtitle => "subtitle",
        Role::Addressee => "addressee",
        Role::Numbered => "numbered",
        Role::Heading => "hu",
        Role::Enumeration => "enum",
        Role::Paragraph => "p",
        Role::Table => "table",
        Role::AttachmentNote => "attachment_note",
        Role::Signature => "signature",
        Role::Signer => "signer",
        Role::Date => "date",
        Role::Note => "note",
        Role::Attachment => "attachment",
        Role::Cc => "cc",
        Role::Imprint => "imprint",
    }
}
