//! Organs, alone and in lists: `各县（市、区）人民政府，市政府各部门：`.

use std::ops::Range;

use super::token::{part, slice, trim};
use super::vocabulary;
use crate::ast::{Addressee, Organ, Text};
use crate::charset;

mod addressee;

pub(crate) use addressee::recognise_addressee;

/// No organ's name is longer, in characters.
const LONGEST: usize = 40;
/// Nor in bytes, blanks and a remark included.
const LONGEST_BYTES: usize = 400;

/// Reads 主送机关.
pub(crate) fn addressee<'src>(whole: &Text<'src>) -> Addressee<'src> {
    Addressee { text: whole.clone(), organs: list(whole, 0..whole.len()) }
}

/// The organs in the bytes `range` of `whole`, parted by 、，； outside brackets; a colon or 。 at the end is left out.
pub(crate) fn list<'src>(whole: &Text<'src>, range: Range<usize>) -> Vec<Organ<'src>> {
    let start = range.start;
    let pieces = split(part(whole.as_str(), range));
    pieces.filter_map(|piece| organ(whole, start + piece.start..start + piece.end)).collect()
}

/// The organ on the bytes `range` of `whole`; `None` where nothing is there.
pub(crate) fn organ<'src>(whole: &Text<'src>, range: Range<usize>) -> Option<Organ<'src>> {
    slice(whole, range).map(|text| Organ { text })
}

/// The members of a list as byte ranges, some perhaps empty.
pub(super) fn split(list: &str) -> impl Iterator<Item = Range<usize>> {
    let idle = |c| charset::is_blank(c) || charset::is_colon(c) || charset::is_sentence_end(c);
    let list = list.trim_end_matches(idle);
    let even = depth_at_end(list) == 0;
    let mut depth = 0_usize;
    let mut start = 0;
    let ends = list.char_indices().filter(move |&(_, c)| {
        depth = step(depth, c);
        charset::is_separator(c) && (depth == 0 || !even)
    });
    let ends = ends.map(|(at, c)| (at, at + c.len_utf8())).chain(std::iter::once((list.len(), list.len())));
    ends.map(move |(end, next)| std::mem::replace(&mut start, next)..end)
}

/// The depth of brackets behind `c`.
fn step(depth: usize, c: char) -> usize {
    if charset::is_opener(c) { depth + 1 } else { depth.saturating_sub(usize::from(charset::is_closer(c))) }
}

fn depth_at_end(text: &str) -> usize {
    text.chars().fold(0, step)
}

/// Whether `s` looks like the name of an organ: `云岭市人民政府办公室`, `青泉县财政局（代章）`.
pub(crate) fn is_organ(s: &str) -> bool {
    if s.len() > LONGEST_BYTES {
        return false;
    }
    let name = trim(without_bracket(trim(s)));
    let length = name.chars().take(LONGEST + 1).count();
    let letter = |c: char| charset::is_han(c) || c.is_alphanumeric() || charset::is_blank(c) || "()（）·".contains(c);
    (2..=LONGEST).contains(&length) && name.chars().all(letter) && has_organ_ending(name) && !is_clause(name)
}

/// `name` without a remark in brackets at its end: （代章）, （盖章）.
fn without_bracket(name: &str) -> &str {
    let closed = name.ends_with(charset::is_round_closer);
    let opener = name.rfind(charset::is_round_opener).filter(|&at| closed && at > 0);
    opener.map_or(name, |at| part(name, 0..at))
}

/// Whether `name` ends as the names of organs do.
pub(super) fn has_organ_ending(name: &str) -> bool {
    let word = vocabulary::ORGAN_SUFFIXES.iter().any(|suffix| name.ends_with(suffix));
    let letter = || name.ends_with(|c| vocabulary::ORGAN_LETTERS.contains(c)) && name.chars().nth(2).is_some();
    (word || letter()) && !vocabulary::NOT_ORGANS.iter().any(|word| name.ends_with(word))
}

/// Whether `name` opens as a clause or holds a word no organ's name holds.
fn is_clause(name: &str) -> bool {
    opens_with_preposition(name)
        || vocabulary::NOT_ORGAN_OPENINGS.iter().any(|word| name.starts_with(word))
        || vocabulary::NOT_IN_ORGANS.iter().any(|word| name.contains(word))
}

/// Whether `text` opens with a preposition: `报市人民政府`, `为做好`.
pub(super) fn opens_with_preposition(text: &str) -> bool {
    let mut letters = text.chars();
    let preposition = letters.next().is_some_and(|c| vocabulary::PREPOSITIONS.contains(c));
    preposition && letters.next().is_some_and(|c| vocabulary::AFTER_PREPOSITION.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let text = Text::borrowed(text, 0);
        list(&text, 0..text.len()).into_iter().map(|organ| organ.text.to_string()).collect()
    }

    #[test]
    fn lists_are_split_outside_brackets() {
        assert_eq!(names("各县（市、区）人民政府，市政府各部门："), ["各县（市、区）人民政府", "市政府各部门"]);
        assert_eq!(names("云岭市、青泉市、临江市人民政府:"), ["云岭市", "青泉市", "临江市人民政府"]);
        assert_eq!(names("省委各部门;省军区，　省法院。"), ["省委各部门", "省军区", "省法院"]);
        assert_eq!(names("："), Vec::<String>::new());
        assert_eq!(names("甲（乙、丙、丁"), ["甲（乙", "丙", "丁"]);
    }

    #[test]
    fn members_know_where_they_stand() {
        let text = Text::borrowed("甲局、 乙局：", 5);
        let spans: Vec<_> = list(&text, 0..text.len()).iter().map(|o| (o.text.span.start, o.text.span.end)).collect();
        assert_eq!(spans, [(5, 11), (15, 21)]);
    }

    #[test]
    fn a_long_list_is_split_in_linear_time() {
        for unit in ["甲局、", "（、", "）", "　，"] {
            let text = unit.repeat(200_000);
            let text = Text::borrowed(&text, 0);
            assert!(list(&text, 0..text.len()).len() <= 200_001, "{unit}");
        }
    }

    #[test]
    fn names_of_organs() {
        for name in [
            "云岭市人民政府",
            "云岭市人民政府办公室",
            "国务院",
            "国务院办公厅",
            "青泉县财政局",
            "财政部",
            "中国人民银行云岭市分行",
            "云岭市住房公积金管理中心",
            "国家税务总局云岭市税务局",
            "中共云岭市委",
            "青泉县人民法院",
            "云岭市发展和改革委员会",
            "中国人民银行云岭市中心支行",
            "云岭水务集团有限公司",
            "青泉县财政局（代章）",
            "云岭市促进投资局",
            "中国海洋学会",
            "省教育厅",
            "应急管理部",
            "云岭市不动产登记中心",
            "本河市人民政府",
            "经济贸易局",
            "对外贸易委员会",
            "和河市教育局",
            "云岭（青泉）管理委员会",
        ] {
            assert!(is_organ(name), "{name}");
        }
    }

    #[test]
    fn what_only_ends_like_an_organ() {
        for text in [
            "全市经济社会发展大局",
            "按照市委工作部署",
            "各级领导干部",
            "以人民为中心",
            "报市人民政府",
            "经国务院",
            "由县级人民政府",
            "所在地的人民法院",
            "通知有关委员会",
            "",
            "局",
            "二〇二四年",
            "甲局、乙局",
            "县级以上人民政府",
            "制定方案。市财政局",
        ] {
            assert!(!is_organ(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_list_panics(text in "\\PC{0,40}|[局部市、，（）() 　：各]{0,30}") {
            let _ = (names(&text), is_organ(&text), recognise_addressee(&text));
        }
    }
}
