//! The phrase behind a number: how far it goes, and whether it is a sentence of its own.

use crate::charset::{Letters, has_gap, is_blank, is_han_numeral, trim_end, trim_start};

/// The longest heading looked at, in characters.
const LONGEST: usize = 60;
/// Bytes behind a gap in which the text under a heading has its first comma.
const CLAUSE: usize = 120;
/// A label with a figure in it has no more characters.
const LABEL: usize = 12;
/// A phrase so long is a heading only among headings.
pub(crate) const LONG: usize = 25;

/// No longer phrase names a series of items.
const NAME: usize = 20;

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
    /// A ； or ，, a 。 with a 但书 behind it, the quoted text of a 条 behind its colon, or the phrase is too long.
    No,
}

/// The phrase behind a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<'src> {
    pub(crate) ends: Ends,
    /// Bytes from the start of the block.
    pub(crate) start: usize,
    pub(crate) words: &'src str,
    pub(crate) chars: usize,
    pub(crate) commas: usize,
    /// Wide blanks part what stands behind its colon: blanks of a form.
    pub(crate) form: bool,
}

impl Phrase<'_> {
    /// A whole sentence: it says who must do what.
    pub(crate) fn is_sentence(&self) -> bool {
        is_sentence(self.words)
    }

    /// It ends in a word that wants an object: 邮寄至.
    pub(crate) fn hangs(&self) -> bool {
        self.words.ends_with(['至', '为', '是', '于', '向', '到', '由', '括']) && !self.words.ends_with("行为")
    }

    /// It names something, in few words and no clauses.
    pub(crate) fn names(&self) -> bool {
        self.commas == 0 && self.chars <= NAME && !self.words.ends_with('的') && !self.is_sentence()
    }

    /// Short, and of one clause.
    pub(crate) const fn is_brief(&self) -> bool {
        self.commas == 0 && self.chars <= LONG
    }
}

/// Reads the phrase behind the marker, `marker` bytes long, of the block `text`. Looks at no more than [`LONGEST`]
/// characters.
#[inline(never)]
pub(crate) fn phrase(text: &str, marker: usize) -> Phrase<'_> {
    let block = text.len();
    let text = trim_start(text.get(marker..).unwrap_or(""));
    let (mut chars, mut commas, mut depth) = (0, 0, 0_u32);
    let mut rest = text;
    let (ends, end) = loop {
        // 汉字 end nothing: all but the marks are passed over.
        let letters = han_letters(rest.as_bytes(), LONGEST + 1 - chars);
        chars += letters;
        let front = rest.get(letters * "汉".len()..).unwrap_or("");
        let mut behind = front.chars();
        let end = text.len() - front.len();
        let Some(c) = behind.next() else { break (Ends::Nothing, end) };
        if chars > LONGEST {
            break (Ends::No, end);
        }
        rest = behind.as_str();
        let last = rest.is_empty();
        match c {
            '0'..='9' | '、' => {}
            '。' if depth == 0 && (last || rest == "”") => break (Ends::LastSentence, end),
            '。' if depth == 0 => break (if rest.starts_with('但') { Ends::No } else { Ends::Sentence }, end),
            '，' | ',' if depth == 0 && last => break (Ends::No, end),
            '，' | ',' if depth == 0 => commas += 1,
            '：' | ':' | '∶' if depth == 0 && !is_time(text, end, rest) => {
                let behind = if amends(text, end, rest) { Ends::No } else { Ends::Colon };
                break (if last { Ends::LastColon } else { behind }, end);
            }
            // They stand in no heading.
            '；' | ';' | '！' | '？' if depth == 0 => break (Ends::No, end),
            '（' | '(' | '《' | '〈' | '“' | '【' | '〔' | '[' => depth += 1,
            '】' if chars > 0 && text.starts_with('【') => {
                chars += 1;
                break (if last { Ends::Nothing } else { Ends::Gap }, text.len() - rest.len());
            }
            '）' | ')' | '》' | '〉' | '”' | '】' | '〕' | ']' => depth = depth.saturating_sub(1),
            _ if is_blank(c) => {
                if depth == 0 && commas <= 1 && is_gap(text, end, chars) {
                    break (Ends::Gap, end);
                }
                continue;
            }
            _ => {}
        }
        chars += 1;
    };
    let (words, behind) = text.split_at_checked(end).unwrap_or((text, ""));
    let words = trim_end(words);
    let form = ends == Ends::Colon && is_form(behind);
    Phrase { ends, start: block - text.len(), words, chars, commas, form }
}

/// How many 汉字 `bytes` begin with; no more than `most` are counted.
fn han_letters(bytes: &[u8], most: usize) -> usize {
    let letters = bytes.as_chunks::<3>().0;
    let letters = letters.get(..most).unwrap_or(letters);
    letters.iter().position(|[lead, ..]| !matches!(lead, 0xe4..=0xe9)).unwrap_or(letters.len())
}

/// Whether wide blanks stand on the line behind a colon.
#[cold]
fn is_form(behind: &str) -> bool {
    has_gap(behind.lines().next().unwrap_or(""))
}

/// A gap wide enough to end a heading, with prose behind it: `明确责任　　各部门要…`.
#[cold]
fn is_gap(text: &str, at: usize, chars: usize) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut behind = behind.chars();
    let (before, c) = (before.chars().next_back().unwrap_or(' '), behind.next().unwrap_or('\n'));
    let behind = behind.as_str();
    // The blanks of a line end, and those the next line is set in by, part nothing.
    let ends_line =
        || behind.trim_start_matches(|c| is_blank(c) && !matches!(c, '\n' | '\r')).starts_with(['\n', '\r']);
    if !(4..=LONG).contains(&chars) || c == '\n' || is_blank(before) || ends_line() {
        return false;
    }
    let after = behind.chars().next().unwrap_or(' ');
    let wide = c == '\u{3000}' || is_blank(after);
    let between_words = before.is_alphabetic() && !before.is_ascii() && !after.is_ascii();
    let head = behind.get(..behind.floor_char_boundary(CLAUSE)).unwrap_or(behind);
    // The stars of bold letters leave more blanks than one.
    let bold = wide && behind.starts_with("  ");
    (bold || (wide || between_words) && head.contains('，')) && behind.contains('。')
}

/// Whether the words in front of the colon name a 条, 款 or 项, and its text is quoted `behind` it, to the end: they
/// are no heading. `新增第五条：“…”`, but `活动主题：“…”`.
fn amends(text: &str, colon: usize, behind: &str) -> bool {
    let Some(quoted) = behind.strip_prefix('“') else { return false };
    let head = text.get(..colon).unwrap_or_default();
    let names = ['条', '款', '项'].iter().any(|&unit| {
        head.match_indices(unit).any(|(at, _)| head.get(..at).is_some_and(|front| front.ends_with(is_han_numeral)))
    });
    // Of a term that is explained no more than its first words are quoted.
    let last = |at: usize| quoted.get(at..).is_some_and(|end| end.chars().nth(2).is_none());
    names && quoted.find('”').is_none_or(last)
}

/// A colon inside `17:00` or `http://`.
fn is_time(text: &str, colon: usize, behind: &str) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let before = colon.checked_sub(1).and_then(|n| text.as_bytes().get(n));
    behind.starts_with('/') || (digit(before) && digit(behind.as_bytes().first()))
}

/// Whether a phrase is a sentence of its own: modal verbs, 本…, dates of effect, amounts.
pub(crate) fn is_sentence(phrase: &str) -> bool {
    // `其他事项按原规定执行`
    if phrase.starts_with('本') || phrase.ends_with("执行") && phrase.contains('按') {
        return true;
    }
    let (mut from, mut until, mut digits, mut amount) = (false, false, 0, false);
    let mut rest = phrase.as_bytes();
    loop {
        match *rest {
            // Most 汉字 are told from those looked for by their last two bytes.
            [0xe0..=0xef, middle, last, ref behind @ ..] if !TELLING.may_be(middle, last) => {
                rest = behind;
                continue;
            }
            [byte @ 0..0x80, ref behind @ ..] => {
                digits += u32::from(byte.is_ascii_digit());
                amount |= byte == b'%';
                rest = behind;
                continue;
            }
            _ => {}
        }
        let mut here = phrase.get(phrase.len() - rest.len()..).unwrap_or("").chars();
        let Some(c) = here.next() else { break };
        rest = here.as_str().as_bytes();
        match (c, here.next().unwrap_or(' ')) {
            ('应', '当')
            | ('可', '以' | '通' | '按')
            | ('不', '得' | '予' | '可' | '允')
            | ('必', '须')
            | ('是', '指')
            | ('位', '于')
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
            ('元' | '日' | '倍', _) => amount = true,
            _ => {}
        }
    }
    until || (digits > 2 && amount && phrase.chars().nth(LABEL).is_some())
}

/// The 汉字 that [`is_sentence`] looks for.
const TELLING: Letters = Letters::of(&[
    '位', '仍', '应', '可', '不', '必', '是', '有', '下', '以', '如', '均', '的', '为', '自', '起', '元', '日', '倍',
]);
