//! A 发文字号 in a sentence: `根据云政发〔2024〕12号`, `财政部令第87号`.

use std::ops::Range;

use crate::charset;
use crate::lexis::doc_number;
use crate::lexis::token::part;
use crate::lexis::vocabulary;

/// How far in front of 号 a 发文字号 may begin, in bytes.
const LONGEST: usize = 144;
/// The longest 机关代字 in a sentence, in characters.
const LONGEST_AGENCY: usize = 24;

/// The 发文字号 that ends with the 号 behind `before`, which is what of the text was not read.
pub(super) fn number(text: &str, before: Range<usize>) -> Option<Range<usize>> {
    let from = text.ceil_char_boundary(before.start.max(before.end.saturating_sub(LONGEST)));
    let near = part(text, from..before.end);
    let end = before.end + "号".len();
    let (sign, agency) = sign(near)?;
    let mut start = near.len() - sign.len() - agency.len();
    start += cut(agency);
    let whole = part(text, from + start..end);
    // Without brackets or 第 it is the number of a house or a day.
    let number = doc_number::recognise(whole)?;
    (number.start == 0 && number.end == whole.len() && start < near.len() - sign.len()).then(|| from + start..end)
}

/// The year and the serial at the end of `near`, and the letters in front of them.
fn sign(near: &str) -> Option<(&str, &str)> {
    let serial = |c: char| {
        charset::is_digit(c) || charset::is_han_numeral(c) || charset::is_blank(c) || charset::is_placeholder(c)
    };
    let mut rest = near.trim_end_matches(serial);
    rest = rest.strip_suffix('第').unwrap_or(rest).trim_end_matches(charset::is_blank);
    if rest.ends_with(charset::is_closer) {
        rest = rest.trim_end_matches(charset::is_closer).trim_end_matches(|c| serial(c) || c == '年');
        rest = rest.strip_suffix(charset::is_opener)?.trim_end_matches(charset::is_blank);
    } else if rest.len() == near.len() {
        return None;
    } else {
        rest = rest.strip_suffix('年').map_or(rest, |year| year.trim_end_matches(serial));
    }
    let sign = part(near, rest.len()..near.len());
    let letters = rest.char_indices().rev().take(LONGEST_AGENCY).take_while(|(_, c)| is_letter(*c));
    let agency = letters.last().map_or("", |(at, _)| part(rest, at..rest.len()));
    Some((sign, agency))
}

/// Whether `c` may stand in the 机关代字 of a number in a sentence.
fn is_letter(c: char) -> bool {
    charset::is_han(c) || c.is_ascii_uppercase()
}

/// The bytes at the front of `agency` that belong to the sentence: 根据 of `根据云政发`.
fn cut(agency: &str) -> usize {
    let behind = |tail: &str| {
        let words = [&vocabulary::NOT_AGENCY, &vocabulary::BEFORE_NAMES];
        let word = words.iter().find_map(|words| words.near(tail).find(|word| tail.starts_with(word)))?;
        Some(agency.len() - tail.len() + word.len())
    };
    let tails = agency.char_indices().filter_map(|(at, _)| agency.get(at..));
    // 国家能源局以国能发〔2024〕1号批复.
    let by = agency.rfind('以').map_or(0, |at| at + "以".len());
    let cut = tails.filter_map(behind).max().unwrap_or(0).max(by);
    let rest = part(agency, cut..agency.len());
    let bare = rest.trim_start_matches(|c| "见经据和及与或由按在年月日".contains(c));
    agency.len() - bare.len()
}
