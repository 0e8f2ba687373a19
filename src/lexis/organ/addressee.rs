//! Whether a line is 主送机关: organs, groups and persons, closed by a colon.

use super::{has_organ_ending, opens_with_preposition, split};
use crate::charset;
use crate::lexis::token::{part, trim};
use crate::lexis::vocabulary;

/// No 主送 line is longer, in bytes.
const LONGEST: usize = 1200;
/// No name for those present is longer, in bytes: `人大代表`.
const LONGEST_AUDIENCE: usize = 18;

/// Whether `line` is 主送机关: `各县（市、区）人民政府，市政府各部门：`, `王某某委员：`.
pub(crate) fn recognise_addressee(line: &str) -> bool {
    let Some(list) = line.strip_suffix(charset::is_colon) else { return false };
    let list = trim(list);
    let stops = |c| match c {
        '\u{4e00}'..='\u{9fff}' => false,
        '；' | ';' | '《' | '“' | '"' => true,
        _ => charset::is_sentence_end(c) || charset::is_colon(c),
    };
    if list.is_empty() || list.len() > LONGEST || list.contains(stops) || opens_with_number(list) {
        return false;
    }
    let lead = opens_with_preposition(list) || vocabulary::LEAD_SIGNS.stand_in(list);
    !lead && has_addressee_ending(list)
}

/// Whether `list` opens with a number: `一、各单位`, `1.各单位`, `（一）各单位`.
fn opens_with_number(list: &str) -> bool {
    let rest = list.trim_start_matches(charset::is_han_numeral);
    let numbered = rest.len() < list.len() && rest.starts_with(['、', '.', '．', '是']);
    numbered
        || list.starts_with(|c| charset::is_digit(c) || charset::is_opener(c) || charset::circled_value(c).is_some())
}

/// Whether the last member of `list` is an organ, a group or a person.
fn has_addressee_ending(list: &str) -> bool {
    let member = split(list).last().map_or("", |range| trim(part(list, range)));
    let group = || vocabulary::GROUPS.end(member.trim_end_matches(charset::is_round_closer));
    let grouped = || group() && vocabulary::GROUP_SIGNS.stand_in(list);
    has_organ_ending(member) || grouped() || is_person(member) || is_audience(member)
}

/// Whether `s` addresses those present, or all of a kind: `各位委员`, `同志们`.
fn is_audience(s: &str) -> bool {
    let persons = || s.strip_suffix('们').filter(|who| !matches!(*who, "他" | "她" | "它" | "我" | "你" | "人"));
    let who = s.strip_prefix("各位").or_else(persons);
    who.is_some_and(|who| !who.is_empty() && who.len() <= LONGEST_AUDIENCE && who.chars().all(charset::is_han))
}

/// Whether `s` is one name or more with an appellation: `王某某委员`, `李某等代表`.
fn is_person(s: &str) -> bool {
    let name = vocabulary::APPELLATIONS.find(s).and_then(|(_, word)| s.strip_suffix(word));
    let name = name.map(|name| trim(name.strip_suffix('等').unwrap_or(name)));
    name.is_some_and(|name| {
        let length = name.chars().filter(|&c| !charset::is_blank(c)).count();
        (1..=4).contains(&length) && name.starts_with(|c| vocabulary::SURNAMES.contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addressees() {
        for line in [
            "各县（市、区）人民政府，市政府各部门：",
            "各有关单位:",
            "国务院：",
            "云岭市人民政府∶",
            "王某某委员：",
            "周某某等代表：",
            "邓某、韩某某委员：",
            "马某某副主席：",
            "李某某同志：",
            "各分支机构、贷款受托银行:",
            "云岭分中心、县(市)管理部:",
            "各住房公积金缴存单位、缴存人:",
            "各市场参与人：",
            "各区、县(市)人民政府,市政府各有关委、办、局,各有关单位:",
            "云岭、青泉、临江省（自治区、直辖市）人民政府：",
            "云岭水务有限公司：",
            "省经贸委、省冶金厅：",
            "各乡镇人民政府、街道办事处：",
            "各市应急管理局：",
            "云岭供水有限责任公司：",
            "云岭市机构编制委员会：",
            "主任、各位副主任、秘书长、各位委员：",
            "各位代表：",
            "各位代表、同志们：",
            "同志们：",
            "女士们、先生们：",
        ] {
            assert!(recognise_addressee(line), "{line}");
        }
    }

    #[test]
    fn lead_sentences_and_labels() {
        for line in [
            "现将有关事项通知如下：",
            "应符合以下条件：",
            "所需资料：",
            "为做好有关工作，各单位：",
            "注意事项:",
            "牵头单位：",
            "责任部门：",
            "填报单位：",
            "主办单位：",
            "评审委员：",
            "一、各有关单位：",
            "（一）各有关部门：",
            "1.各有关单位：",
            "各部门要做到：",
            "各单位。各部门：",
            "各有关单位",
            "：",
            "",
            "联系人：",
            "附件：",
            "抄送：",
            "当前位置：",
            "分享：",
            "相关文档：",
            "会议议定以下事项：",
            "各位：",
            "们：",
            "他们：",
            "各位代表要做到的是：",
        ] {
            assert!(!recognise_addressee(line), "{line}");
        }
    }
}
