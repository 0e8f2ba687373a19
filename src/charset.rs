//! The characters of the field, defined once: blanks, line ends, digits, punctuation.

mod blanks;
mod han_set;
mod letters;
mod marks;
mod pairs;
mod script;
mod variants;

pub(crate) use blanks::{opens_blank, trim, trim_end, trim_start, without};
pub(crate) use han_set::HanSet;
pub(crate) use letters::Letters;
pub(crate) use marks::{full_stops, has_clause, has_gap, has_mark, is_unclosed};
pub(crate) use pairs::{holds, holds_pair};
pub(crate) use script::{Script, simple, simplify, traditional_number};

/// Whether `c` is blank: white space, zero-width characters, U+FEFF.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{3000}' | '\u{feff}')
        || matches!(c, '\u{2000}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}')
}

/// Whether `c` ends a physical line: `\n`, `\r`, U+000B, U+000C, U+0085, U+2028, U+2029.
pub(crate) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The value of an Arabic digit of either width.
pub(crate) const fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Whether `c` is an Arabic digit of either width.
pub(crate) const fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// `c`, with the Kangxi radicals and the forms of accounts folded into the plain numeral: ⼗ and 拾 to 十.
pub(crate) const fn fold_numeral(c: char) -> char {
    match c {
        '\u{2f00}' | '壹' => '一',
        '\u{2f06}' | '贰' | '貳' => '二',
        '叁' | '參' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '\u{2f0b}' | '捌' => '八',
        '玖' => '九',
        '\u{2f17}' | '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        '萬' => '万',
        '億' => '亿',
        _ => c,
    }
}

/// The value of a 汉字 digit. Zero has many shapes: 〇, ○, 零, and the letter or digit typed in its place.
pub(crate) const fn han_digit_value(c: char) -> Option<u32> {
    match fold_numeral(c) {
        '〇' | '○' | '◯' | '零' | 'Ｏ' | '０' | 'O' | '0' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// The value of a 汉字 unit: 十, 百, 千, 万, 亿.
pub(crate) const fn han_unit_value(c: char) -> Option<u32> {
    match fold_numeral(c) {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// The value of 廿, 卅, 卌.
pub(crate) const fn han_tens_value(c: char) -> Option<u32> {
    match c {
        '廿' => Some(20),
        '卅' => Some(30),
        '卌' => Some(40),
        _ => None,
    }
}

/// The 汉字 with a value.
static NUMERALS: HanSet = HanSet::of(&[
    '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '廿', '卅', '卌', '壹',
    '贰', '貳', '叁', '參', '肆', '伍', '陆', '陸', '柒', '捌', '玖', '拾', '佰', '仟', '萬', '億',
]);

/// Whether `c` may stand inside a 汉字 number.
pub(crate) fn is_han_numeral(c: char) -> bool {
    // ○, the digits typed for it and the radicals ⼀ to ⼗ are no 汉字.
    let typed = || matches!(c, 'O' | '0' | '○' | '◯' | '\u{2f00}'..='\u{2f17}' | '〇' | 'Ｏ' | '０');
    NUMERALS.has(c) || typed() && has_value(c)
}

fn has_value(c: char) -> bool {
    han_digit_value(c).is_some() || han_unit_value(c).is_some() || han_tens_value(c).is_some()
}

/// Whether `c` may open a 汉字 number: not a letter or digit typed for 〇.
pub(crate) fn opens_han_numeral(c: char) -> bool {
    !matches!(c, 'Ｏ' | '０' | 'O' | '0' | '◯') && is_han_numeral(c)
}

/// The value of a circled number: ① to ㊿, black, double and sans-serif forms.
pub(crate) const fn circled_value(c: char) -> Option<u32> {
    let (base, first) = match c {
        '①'..='⑳' => ('①', 1),
        '㉑'..='㉟' => ('㉑', 21),
        '㊱'..='㊿' => ('㊱', 36),
        '❶'..='❿' => ('❶', 1),
        '⓫'..='⓴' => ('⓫', 11),
        '⓵'..='⓾' => ('⓵', 1),
        '➀'..='➉' => ('➀', 1),
        '➊'..='➓' => ('➊', 1),
        _ => return None,
    };
    Some(c as u32 - base as u32 + first)
}

/// Whether `c` is a 汉字, Kangxi radicals and 〇 included.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{2f00}'..='\u{2fdf}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The characters of `text` that are no 汉字, with their places. 汉字 are passed by their first byte.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        while let Some(0xe4..=0xe9) = text.as_bytes().get(next) {
            next += 3;
        }
        let (at, c) = (next, text.get(next..)?.chars().next()?);
        next += c.len_utf8();
        Some((at, c))
    })
}

/// Whether `c` is a colon of any width: ：, :, ∶.
pub(crate) const fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':' | '∶' | '﹕' | '︰')
}

/// Whether `c` ends a sentence: 。！？.
pub(crate) const fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '｡')
}

/// Whether `c` parts the members of a list: 、，；.
pub(crate) const fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | '；' | ',' | ';' | '﹐' | '﹑' | '﹔')
}

/// Whether `c` ends a sentence or parts its clauses; 、 does not.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';' | '，' | ',')
}

/// Whether `c` opens a bracket of any kind.
pub(crate) const fn is_opener(c: char) -> bool {
    matches!(c, '(' | '（' | '﹙' | '[' | '［' | '〔' | '﹝' | '【' | '〖' | '{' | '｛' | '《' | '〈' | '「' | '『')
}

/// Whether `c` closes a bracket of any kind.
pub(crate) const fn is_closer(c: char) -> bool {
    matches!(c, ')' | '）' | '﹚' | ']' | '］' | '〕' | '﹞' | '】' | '〗' | '}' | '｝' | '》' | '〉' | '」' | '』')
}

/// Whether `c` opens a round bracket: （ or (.
pub(crate) const fn is_round_opener(c: char) -> bool {
    matches!(c, '(' | '（' | '﹙')
}

/// Whether `c` closes a round bracket: ） or ).
pub(crate) const fn is_round_closer(c: char) -> bool {
    matches!(c, ')' | '）' | '﹚')
}

/// Whether `c` stands in a form where something is to be filled in: ×, X, _.
pub(crate) const fn is_placeholder(c: char) -> bool {
    matches!(c, '×' | 'X' | 'x' | 'Ｘ' | 'ｘ' | '_' | '＿' | '*' | '＊' | '╳')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_value_is_a_numeral() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_han_numeral(c), has_value(c), "{c}");
        }
    }

    #[test]
    fn white_space_is_blank() {
        for c in (0..=0xffff).filter_map(char::from_u32).filter(|c| c.is_whitespace()) {
            assert!(is_blank(c), "{c:?}");
        }
    }
}
