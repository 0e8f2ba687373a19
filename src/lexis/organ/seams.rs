//! Organs written one behind the other with nothing between: `云岭市财政局云岭市水利局`.

use std::ops::Range;

use super::has_organ_ending;
use crate::lexis::token::part;

/// No name with organs glued is longer, in bytes.
const LONGEST: usize = 900;
/// A place's name has at most this many letters, its last one included: `双江拉祜族佤族自治县`.
const LONGEST_PLACE: usize = 12;
/// What opens the names of organs of the centre, as far as branches of theirs sign with local ones.
const CENTRE: &[&str] = &[
    "国家税务总局",
    "国家金融监督管理总局",
    "国家统计局",
    "中国人民银行",
    "中国银行保险监督管理委员会",
    "中国证券监督管理委员会",
    "中国银行业监督管理委员会",
    "中国保险监督管理委员会",
];
/// The letters these begin with.
const CENTRE_LETTERS: [char; 2] = ['国', '中'];

/// Gives `take` the organs glued on `range` of `text`: each begins with the place of the first, or as those of the centre do.
pub(super) fn parts(text: &str, range: Range<usize>, mut take: impl FnMut(Range<usize>)) {
    let name = part(text, range.clone());
    let mut start = 0;
    // One organ has one ending: two letters of it tell nothing, so only long names are looked at.
    if name.len() > LONGEST || name.chars().nth(8).is_none() {
        return take(range);
    }
    let place = place(name);
    let first = place.and_then(|place| place.chars().next());
    let may_begin = |c| Some(c) == first || CENTRE_LETTERS.contains(&c);
    for (at, _) in name.char_indices().skip(3).filter(|&(_, c)| may_begin(c)) {
        let (left, rest) = (part(name, start..at), part(name, at..name.len()));
        let local = place.is_some_and(|place| rest.starts_with(place) && (left.contains(place) || !is_central(left)));
        if (local || is_central(rest)) && has_organ_ending(left) && has_organ_ending(rest) {
            take(range.start + start..range.start + at);
            start = at;
        }
    }
    take(range.start + start..range.end);
}

fn is_central(name: &str) -> bool {
    name.starts_with(CENTRE_LETTERS) && CENTRE.iter().any(|word| name.starts_with(word))
}

/// The place `name` begins with: `云岭市`, or 市 alone.
fn place(name: &str) -> Option<&str> {
    let own = name.strip_prefix("中共").unwrap_or(name);
    let ends = |c| matches!(c, '省' | '市' | '县' | '区' | '州' | '盟' | '旗');
    let at = own.char_indices().take(LONGEST_PLACE).find(|&(_, c)| ends(c)).map(|(at, c)| at + c.len_utf8())?;
    own.get(..at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_organs_are_parted() {
        for (name, organs) in [
            ("云岭市财政局云岭市水利局", &["云岭市财政局", "云岭市水利局"][..]),
            ("市住房城乡建设委市规划资源局", &["市住房城乡建设委", "市规划资源局"]),
            (
                "云岭市住房公积金管理中心国家税务总局云岭市税务局云岭市自然资源局",
                &["云岭市住房公积金管理中心", "国家税务总局云岭市税务局", "云岭市自然资源局"],
            ),
            (
                "中国人民银行云岭市中心支行中国银行保险监督管理委员会云岭监管分局",
                &["中国人民银行云岭市中心支行", "中国银行保险监督管理委员会云岭监管分局"],
            ),
            ("中共云岭市委云岭市人民政府", &["中共云岭市委", "云岭市人民政府"]),
            ("云岭市人民政府办公室", &["云岭市人民政府办公室"]),
            ("中共云岭市委国家安全委员会办公室", &["中共云岭市委国家安全委员会办公室"]),
            ("国家税务总局云岭市税务局", &["国家税务总局云岭市税务局"]),
            ("各县（市、区）人民政府", &["各县（市、区）人民政府"]),
            ("云岭市发展和改革委员会", &["云岭市发展和改革委员会"]),
            ("", &[""]),
        ] {
            let mut found = Vec::new();
            parts(name, 0..name.len(), |range| found.push(part(name, range)));
            assert_eq!(found, organs, "{name}");
        }
    }
}
