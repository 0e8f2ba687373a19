//! Is a numbered block a heading, a heading with text behind it, or a plain item?
//!
//! What follows the number decides, then what stands under the block, then its siblings.

use crate::ast::{FlatBlock, MarkerStyle, Role};
use crate::charset::is_blank;

/// The longest heading looked at, in characters.
const LONGEST: usize = 60;
/// A phrase so long is a heading only among headings.
const LONG: usize = 25;
/// A phrase so short is a heading even among items.
const SHORT: usize = 6;

/// What ends the phrase behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// A 。 with text behind it.
    Sentence,
    /// A ： with text behind it.
    Colon,
    /// A wide gap with text behind it, or a closing 】.
    Gap,
    /// A 。 that ends the block.
    LastSentence,
    /// A ： that ends the block.
    LastColon,
    /// The block ends without a mark.
    Nothing,
    /// A ； or ，, or the phrase is too long.
    No,
}

/// The phrase behind a number.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    ends: Ends,
    /// Bytes from the start of the block.
    start: usize,
    end: usize,
    chars: usize,
    commas: usize,
    /// A whole sentence: it says who must do what.
    sentence: bool,
    /// It ends in a word that wants an object: 邮寄至.
    hangs: bool,
}

/// What a block leans to before its siblings are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Heading,
    RunIn,
    /// A run-in heading if its siblings are.
    Perhaps,
    Item,
}

/// One member of a series, until the series ends.
#[derive(Debug, Clone, Copy)]
struct Member {
    block: usize,
    lean: Lean,
    phrase: Phrase,
}

/// The open series, one a style; kept between texts for their room.
#[derive(Debug, Default)]
pub(crate) struct Series {
    open: [Vec<Member>; 6],
}

/// Decides for every numbered section of `blocks`.
pub(crate) fn decide(source: &str, blocks: &mut [FlatBlock], series: &mut Series) {
    series.open.iter_mut().for_each(Vec::clear);
    let mut law = false;
    for at in 0..blocks.len() {
        let Some(block) = blocks.get(at).copied() else { return };
        if block.opens {
            close(blocks, series, 0);
            law = false;
        }
        if block.role != Role::Numbered {
            continue;
        }
        if block.level == 0 {
            law |= block.style == Some(MarkerStyle::Article);
            law_heading(source, blocks, at);
            close(blocks, series, 0);
            continue;
        }
        let level = usize::from(block.level);
        // A first number begins a new series; a higher one ends those below it.
        close(blocks, series, if block.number == 1 { level } else { level + 1 });
        let phrase = phrase(source, &block);
        let lean = lean(&block, phrase, has_content(blocks, at), law);
        if let Some(open) = series.open.get_mut(level) {
            open.push(Member { block: at, lean, phrase });
        }
    }
    close(blocks, series, 0);
}

/// A 编, 章 or 节 is its heading.
fn law_heading(source: &str, blocks: &mut [FlatBlock], at: usize) {
    let Some(block) = blocks.get_mut(at) else { return };
    if block.style == Some(MarkerStyle::Article) {
        return;
    }
    let text = block.span.of(source);
    let rest = text.get(usize::from(block.marker_len)..).unwrap_or("");
    let start = text.len() - rest.trim_start_matches(is_blank).len();
    set(block, start, text.len());
}

fn set(block: &mut FlatBlock, start: usize, end: usize) {
    if let (Ok(start), Ok(end)) = (u16::try_from(start), u16::try_from(end)) {
        (block.heading_start, block.heading_end) = (start, if start < end { end } else { 0 });
    }
}

/// Ends the series of `level` and below: their members are settled among themselves.
fn close(blocks: &mut [FlatBlock], series: &mut Series, level: usize) {
    for open in series.open.iter_mut().skip(level) {
        if open.is_empty() {
            continue;
        }
        let headings = open.iter().filter(|m| matches!(m.lean, Lean::RunIn | Lean::Heading)).count();
        let items = open.iter().filter(|m| m.lean == Lean::Item).count();
        for member in open.drain(..) {
            let Some(block) = blocks.get_mut(member.block) else { continue };
            let own = usize::from(member.lean == Lean::RunIn);
            let heading = match member.lean {
                Lean::Heading => true,
                Lean::RunIn => headings > own || items < 3 || member.phrase.chars <= SHORT,
                Lean::Perhaps => headings > 0 && headings >= items,
                Lean::Item => false,
            };
            if heading {
                set(block, member.phrase.start, member.phrase.end);
            }
        }
    }
}

/// Whether text or deeper units stand under the block at `at`.
fn has_content(blocks: &[FlatBlock], at: usize) -> bool {
    let own = blocks.get(at).map_or(0, |b| b.level);
    let next = blocks.iter().skip(at + 1).find(|b| b.role != Role::Furniture);
    next.is_some_and(|next| match next.role {
        Role::Paragraph | Role::Enumeration | Role::Heading | Role::Table => !next.opens,
        Role::Numbered => next.level > own || (own == 1 && next.style == Some(MarkerStyle::Article)),
        _ => false,
    })
}

fn lean(block: &FlatBlock, phrase: Phrase, content: bool, law: bool) -> Lean {
    let brief = phrase.chars <= LONG && phrase.commas <= 1;
    match phrase.ends {
        Ends::Nothing if content || block.level == 1 => Lean::Heading,
        Ends::Nothing | Ends::No => Lean::Item,
        Ends::LastSentence if content && brief && !phrase.sentence && phrase.commas == 0 && !law => Lean::Heading,
        Ends::LastColon if content && phrase.chars <= 10 && !phrase.sentence => Lean::Heading,
        Ends::LastSentence | Ends::LastColon => Lean::Item,
        Ends::Colon if phrase.chars > 16 || phrase.commas > 0 || phrase.sentence || phrase.hangs => Lean::Item,
        Ends::Sentence if phrase.sentence || phrase.commas > 2 => Lean::Item,
        Ends::Sentence if !brief => Lean::Perhaps,
        Ends::Sentence | Ends::Colon | Ends::Gap => Lean::RunIn,
    }
}

/// Reads the phrase behind the marker of `block`. Looks at no more than [`LONGEST`] characters.
fn phrase(source: &str, block: &FlatBlock) -> Phrase {
    let text = block.span.of(source);
    let mut found = Phrase { ends: Ends::No, start: 0, end: 0, chars: 0, commas: 0, sentence: false, hangs: false };
    let marker = usize::from(block.marker_len);
    let rest = text.get(marker..).unwrap_or("");
    let trimmed = rest.trim_start_matches(is_blank);
    found.start = text.len() - trimmed.len();
    found.ends = scan(trimmed, &mut found);
    found.end += found.start;
    let words = text.get(found.start..found.end).unwrap_or("");
    found.sentence = is_sentence(words, found.chars);
    found.hangs = words.ends_with(['至', '为', '是', '于', '向', '到', '由', '括']);
    found
}

/// Walks over the phrase: sets its end and counts, and gives what ends it.
fn scan(text: &str, found: &mut Phrase) -> Ends {
    let mut depth = 0_u32;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let behind = text.get(at + c.len_utf8()..).unwrap_or("");
        let last = behind.trim_start_matches(is_blank).is_empty();
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        found.end = at;
        match c {
            '（' | '(' | '《' | '〈' | '“' | '【' | '〔' | '[' => depth += 1,
            '】' if found.chars > 0 && text.starts_with('【') => {
                found.chars += 1;
                found.end = at + c.len_utf8();
                return if last { Ends::Nothing } else { Ends::Gap };
            }
            '）' | ')' | '》' | '〉' | '”' | '】' | '〕' | ']' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return if last { Ends::LastSentence } else { Ends::Sentence },
            '：' | ':' | '∶' if depth == 0 && !(before.is_ascii_digit() && after.is_ascii_digit()) && after != '/' =>
            {
                return if last { Ends::LastColon } else { Ends::Colon };
            }
            '；' | ';' | '！' | '？' if depth == 0 => return Ends::No,
            '，' | ',' if last => return Ends::No,
            '，' | ',' => found.commas += usize::from(depth == 0),
            _ if is_blank(c) => {
                if depth == 0 && is_gap(c, before, after, found, behind) {
                    return Ends::Gap;
                }
                continue;
            }
            _ => {}
        }
        found.chars += 1;
        before = c;
        if found.chars > LONGEST {
            return Ends::No;
        }
    }
    found.end = text.len();
    Ends::Nothing
}

/// A gap wide enough to end a heading, with prose behind it: `明确责任　　各部门要…`.
fn is_gap(c: char, before: char, after: char, found: &Phrase, behind: &str) -> bool {
    let wide = c == '\u{3000}' || is_blank(after);
    let between_words = before.is_alphabetic() && !before.is_ascii() && !after.is_ascii();
    let head = behind.get(..behind.floor_char_boundary(120)).unwrap_or(behind);
    (4..=LONG).contains(&found.chars)
        && !head.starts_with(['\n', '\r'])
        && c != '\n'
        && (wide || between_words)
        && found.commas <= 1
        && head.contains('，')
        && behind.contains('。')
}

/// Whether a phrase is a sentence of its own: modal verbs, 本…, dates of effect, amounts.
fn is_sentence(phrase: &str, chars: usize) -> bool {
    const MODAL: [&str; 14] = [
        "应当",
        "可以",
        "可通过",
        "可按",
        "不得",
        "必须",
        "是指",
        "有权",
        "下列",
        "以下",
        "如下",
        "均为",
        "均可",
        "不予",
    ];
    const OWN: [&str; 8] = ["本通知", "本意见", "本办法", "本规定", "本政策", "本措施", "本细则", "本次"];
    MODAL.iter().any(|word| phrase.contains(word))
        || OWN.iter().any(|word| phrase.starts_with(word))
        || (phrase.contains('自') && phrase.contains('起'))
        || (chars > 12
            && phrase.bytes().filter(u8::is_ascii_digit).count() > 2
            && phrase.contains(['元', '%', '日', '倍']))
}
