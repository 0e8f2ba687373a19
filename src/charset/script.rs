//! Traditional script: told by its commonest letters, read in Simplified ones.
//!
//! The rules of reading know Simplified letters only. A text in Traditional script is read from a copy in these, byte
//! for byte as long, so that all places are those of the text itself; what the tree says is taken from the text.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::han_set::{FIRST, HanSet, LAST};
use super::variants::VARIANTS;

/// By how many of its letters one script must lead for a text to be looked at no further.
const ENOUGH: i32 = 8;

/// The letters a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Script {
    #[default]
    Simplified,
    Traditional,
}

impl Script {
    /// The script of texts that follow one another. Less than a hundred letters of a document decide.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut lead: i32 = 0;
        'texts: for text in texts {
            for c in text.chars() {
                lead += side(c);
                if lead.abs() >= ENOUGH {
                    break 'texts;
                }
            }
        }
        if lead > 0 { Self::Traditional } else { Self::Simplified }
    }

    /// `text`, which is in this script, in Simplified letters.
    pub(crate) fn simplify(self, text: &str) -> Cow<'_, str> {
        if self == Self::Simplified { Cow::Borrowed(text) } else { Cow::Owned(simplify(text)) }
    }
}

/// The commonest letters of Traditional script.
static TRADITIONAL: HanSet = HanSet::of(&[
    '國', '發', '會', '關', '於', '條', '規', '號', '辦', '為', '與', '應', '業', '務', '實', '經', '個', '對', '機',
    '設', '單', '處', '統', '組', '總', '責', '員', '報', '請', '縣', '區', '廳', '黨', '書', '議', '決', '項', '時',
    '後', '進',
]);

/// Their Simplified forms.
static SIMPLIFIED: HanSet = HanSet::of(&[
    '国', '发', '会', '关', '条', '规', '号', '办', '为', '与', '应', '业', '务', '实', '经', '个', '对', '机', '设',
    '单', '处', '统', '组', '总', '责', '员', '报', '请', '县', '区', '厅', '党', '书', '议', '决', '项', '时', '进',
]);

/// 1 for the commonest letters of Traditional script, -1 for their Simplified forms.
fn side(c: char) -> i32 {
    i32::from(TRADITIONAL.has(c)) - i32::from(SIMPLIFIED.has(c))
}

/// `text` in Simplified letters, byte for byte as long.
pub(crate) fn simplify(text: &str) -> String {
    text.chars().map(simple).collect()
}

/// The Simplified form of a letter, and the quotation marks that go with it.
pub(crate) fn simple(c: char) -> char {
    /// The Simplified forms of the letters from [`FIRST`] on; most are their own.
    static FORMS: LazyLock<Vec<char>> = LazyLock::new(|| {
        let mut forms: Vec<char> = (FIRST..=LAST).collect();
        for (traditional, simple) in pairs() {
            if let Some(form) = place(traditional).and_then(|place| forms.get_mut(place)) {
                *form = simple;
            }
        }
        forms
    });
    match c {
        '「' => '“',
        '」' => '”',
        '『' => '‘',
        '』' => '’',
        _ => place(c).and_then(|place| FORMS.get(place)).copied().unwrap_or(c),
    }
}

/// The Traditional form of a letter of a number: of 第十条, 第一编.
pub(crate) const fn traditional_number(c: char) -> char {
    match c {
        '条' => '條',
        '编' => '編',
        '节' => '節',
        '万' => '萬',
        '亿' => '億',
        '贰' => '貳',
        '陆' => '陸',
        _ => c,
    }
}

/// Letters with their Simplified forms.
fn pairs() -> impl Iterator<Item = (char, char)> {
    let mut letters = VARIANTS.chars();
    std::iter::from_fn(move || letters.next().zip(letters.next()))
}

/// How far behind [`FIRST`] a letter stands.
fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(u32::from(FIRST)).and_then(|place| usize::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_takes_as_many_bytes_as_its_form() {
        for (traditional, simple) in pairs() {
            assert!((FIRST..=LAST).contains(&traditional) && (FIRST..=LAST).contains(&simple), "{traditional}");
            assert_eq!(super::simple(traditional), simple);
            assert_eq!(super::simple(simple), simple, "{simple} has a form of its own");
        }
        assert_eq!(simplify("關於「雲嶺市」的123 決定。"), "关于“云岭市”的123 决定。");
    }

    #[test]
    fn the_letters_that_tell_the_script_are_pairs() {
        let telling = |c: &char| side(*c) > 0;
        let all: Vec<char> = (FIRST..=LAST).filter(telling).collect();
        assert!(all.len() > 36);
        for c in all {
            assert!(side(simple(c)) < 0 || matches!(simple(c), '于' | '后'), "{c}");
        }
    }

    #[test]
    fn numbers_come_back() {
        for c in "條編節萬億貳陸".chars() {
            assert_eq!(traditional_number(simple(c)), c);
        }
    }

    #[test]
    fn the_script_is_that_of_most_telling_letters() {
        let is_traditional = |texts: &[&'static str]| Script::of(texts.iter().copied()) == Script::Traditional;
        assert!(is_traditional(&["關於值班的通知"]) && is_traditional(&["１", "第一條", "處"]));
        assert!(!is_traditional(&["关于值班的通知"]) && !is_traditional(&[]) && !is_traditional(&["2024"]));
        // Letters of the other script in names and titles change nothing.
        assert!(!is_traditional(&["关于表彰萬國發的决定，会议通知各单位"]));
    }
}
