//! The phrase behind a number: how far it goes, and whether it is a sentence of its own.

use crate::ast::FlatBlock;
use crate::charset::{has_gap, is_blank, trim_start};

/// The longest heading looked at, in characters.
const LONGEST: usize = 60;
/// A phrase so long is a heading only among headings.
pub(crate) const LONG: usize = 25;

/// What ends the phrase behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
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
pub(crate) struct Phrase {
    pub(crate) ends: Ends,
    /// Bytes from the start of the block.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) chars: usize,
    pub(crate) commas: usize,
    /// A whole sentence: it says who must do what.
    pub(crate) sentence: bool,
    /// It ends in a word that wants an object: 邮寄至.
    pub(crate) hangs: bool,
    /// Wide blanks part what stands behind its colon: blanks of a form.
    pub(crate) form: bool,
}

/// Reads the phrase behind the marker of `block`. Looks at no more than [`LONGEST`] characters.
pub(crate) fn phrase(source: &str, block: &FlatBlock) -> Phrase {
    let text = block.span.of(source);
    let mut found =
        Phrase { ends: Ends::No, start: 0, end: 0, chars: 0, commas: 0, sentence: false, hangs: false, form: false };
    let marker = usize::from(block.marker_len);
    let rest = text.get(marker..).unwrap_or("");
    let trimmed = trim_start(rest);
    found.start = text.len() - trimmed.len();
    found.ends = scan(trimmed, &mut found);
    found.end += found.start;
    if !matches!(found.ends, Ends::No | Ends::Nothing) {
        let words = text.get(found.start..found.end).unwrap_or("");
        // A sentence of many clauses is no heading, whatever it says.
        let clauses = found.ends == Ends::Sentence && found.commas > 2;
        found.sentence = clauses || is_sentence(words);
        found.form = found.ends == Ends::Colon
            && text.get(found.end..).is_some_and(|behind| has_gap(behind.lines().next().unwrap_or("")));
        found.hangs = found.ends == Ends::Colon && words.ends_with(['至', '为', '是', '于', '向', '到', '由', '括']);
    }
    found
}

/// Walks over the phrase: sets its end and counts, and gives what ends it.
fn scan(text: &str, found: &mut Phrase) -> Ends {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(&byte) = bytes.get(at) {
        if found.chars > LONGEST {
            return Ends::No;
        }
        // 汉字 end nothing: all but the marks of these lead bytes are passed over.
        if is_han_lead(byte) {
            let letters = han_letters(bytes.get(at..).unwrap_or_default(), LONGEST + 1 - found.chars);
            at += letters * "汉".len();
            found.chars += letters;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        found.end = at;
        at += c.len_utf8();
        if let Some(ends) = mark(text, c, at, &mut depth, found) {
            return ends;
        }
        found.chars += usize::from(!is_blank(c));
    }
    found.end = text.len();
    Ends::Nothing
}

/// Whether `byte` is the first of a 汉字.
const fn is_han_lead(byte: u8) -> bool {
    matches!(byte, 0xe4..=0xe9)
}

/// How many 汉字 `bytes` begin with; no more than `most` are counted.
fn han_letters(bytes: &[u8], most: usize) -> usize {
    let letters = bytes.as_chunks::<3>().0;
    let letters = letters.get(..most).unwrap_or(letters);
    letters.iter().position(|&[lead, ..]| !is_han_lead(lead)).unwrap_or(letters.len())
}

/// Whether `c`, which ends at byte `at`, ends the phrase.
fn mark(text: &str, c: char, at: usize, depth: &mut u32, found: &mut Phrase) -> Option<Ends> {
    let behind = text.get(at..).unwrap_or("");
    let last = || trim_start(behind).is_empty();
    match c {
        '（' | '(' | '《' | '〈' | '“' | '【' | '〔' | '[' => *depth += 1,
        '】' if found.chars > 0 && text.starts_with('【') => {
            found.chars += 1;
            found.end = at;
            return Some(if last() { Ends::Nothing } else { Ends::Gap });
        }
        '）' | ')' | '》' | '〉' | '”' | '】' | '〕' | ']' => *depth = depth.saturating_sub(1),
        _ if *depth > 0 => {}
        '。' => return Some(if last() { Ends::LastSentence } else { Ends::Sentence }),
        '：' | ':' | '∶' if !is_time(text, found.end, behind) => {
            return Some(if last() { Ends::LastColon } else { Ends::Colon });
        }
        '；' | ';' | '！' | '？' => return Some(Ends::No),
        '，' | ',' if last() => return Some(Ends::No),
        '，' | ',' => found.commas += 1,
        _ if is_blank(c) && is_gap(text, c, behind, found) => return Some(Ends::Gap),
        _ => {}
    }
    None
}

/// A colon inside `17:00` or `http://`.
fn is_time(text: &str, colon: usize, behind: &str) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let before = colon.checked_sub(1).and_then(|n| text.as_bytes().get(n));
    behind.starts_with('/') || (digit(before) && digit(behind.as_bytes().first()))
}

/// A gap wide enough to end a heading, with prose behind it: `明确责任　　各部门要…`.
fn is_gap(text: &str, c: char, behind: &str, found: &Phrase) -> bool {
    let before = text.get(..found.end).and_then(|front| front.chars().next_back()).unwrap_or(' ');
    // The blanks of a line end, and those the next line is set in by, part nothing.
    let ends_line =
        || behind.trim_start_matches(|c| is_blank(c) && !matches!(c, '\n' | '\r')).starts_with(['\n', '\r']);
    if !(4..=LONG).contains(&found.chars) || found.commas > 1 || c == '\n' || is_blank(before) || ends_line() {
        return false;
    }
    let after = behind.chars().next().unwrap_or(' ');
    let wide = c == '\u{3000}' || is_blank(after);
    let between_words = before.is_alphabetic() && !before.is_ascii() && !after.is_ascii();
    let head = behind.get(..behind.floor_char_boundary(120)).unwrap_or(behind);
    (wide || between_words) && head.contains('，') && behind.contains('。')
}

/// Whether a phrase is a sentence of its own: modal verbs, 本…, dates of effect, amounts.
pub(crate) fn is_sentence(phrase: &str) -> bool {
    if phrase.starts_with('本') {
        return true;
    }
    let (mut from, mut until, mut digits, mut amount) = (false, false, 0, false);
    let bytes = phrase.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Most 汉字 are told from those looked for by their last byte.
        if byte >= 0xe0 && !bytes.get(at + 2).is_some_and(|&last| may_tell(last)) {
            at += if byte < 0xf0 { 3 } else { 4 };
            continue;
        }
        let mut here = phrase.get(at..).unwrap_or("").chars();
        let (Some(c), next) = (here.next(), here.next().unwrap_or(' ')) else { break };
        at += c.len_utf8();
        match (c, next) {
            ('应', '当')
            | ('可', '以' | '通' | '按')
            | ('不', '得' | '予' | '可' | '允')
            | ('必', '须')
            | ('是', '指') => {
                return true;
            }
            ('位', '于')
            | ('仍', '按' | '由' | '可' | '以')
            | ('有', '权')
            | ('下', '列')
            | ('以' | '如', '下')
            | ('均', '为' | '可')
            // A condition, and what it stands for: …不一致的，以…为准.
            | ('的', '，' | ',')
            | ('为', '准') => return true,
            ('自', _) => from = true,
            ('起', _) => until = from,
            ('0'..='9', _) => digits += 1,
            ('元' | '%' | '日' | '倍', _) => amount = true,
            _ => {}
        }
    }
    until || (digits > 2 && amount && phrase.chars().nth(12).is_some())
}

/// The 汉字 that [`is_sentence`] looks for.
const TELLING: [char; 19] =
    ['位', '仍', '应', '可', '不', '必', '是', '有', '下', '以', '如', '均', '的', '为', '自', '起', '元', '日', '倍'];

/// The last six bits of all of them, a bit each.
const LAST_BITS: u64 = last_bits(&TELLING);

const fn last_bits(letters: &[char]) -> u64 {
    match letters {
        [] => 0,
        [letter, rest @ ..] => 1 << (*letter as u32 & 0x3f) | last_bits(rest),
    }
}

/// Whether a 汉字 whose last byte is `last` may be one of [`TELLING`].
const fn may_tell(last: u8) -> bool {
    LAST_BITS >> (last & 0x3f) & 1 == 1
}
