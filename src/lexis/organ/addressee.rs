//! Whether a line is 主送机关: organs, groups and persons, closed by a colon.

use std::ops::Range;

use super::{has_organ_ending, is_idle, opens_with_preposition, split, without_bracket};
use crate::charset;
use crate::lexis::token::{part, trim};
use crate::lexis::vocabulary;

/// No 主送 line is longer, in bytes.
const LONGEST: usize = 1200;
/// No name for those present is longer, in bytes: `人大代表`.
const LONGEST_AUDIENCE: usize = 18;
/// No last member of a list that is known by the others is longer, in bytes.
const LONGEST_MEMBER: usize = 60;

/// Whether `line` is 主送机关: `各县（市、区）人民政府，市政府各部门：`, `王某某委员：`.
pub(crate) fn recognise_addressee(line: &str) -> bool {
    let Some(list) = line.strip_suffix(charset::is_colon) else { return false };
    let list = trim(list);
    if list.is_empty() || list.len() > LONGEST || opens_with_number(list) || opens_with_preposition(list) {
        return false;
    }
    !leads(list) && has_addressee_ending(list)
}

/// Whether `line`, which ends in a colon, holds no word of a sentence: its place may tell that it is 主送机关.
pub(crate) fn may_be_addressee(line: &str) -> bool {
    let list = line.trim_end_matches(charset::is_colon);
    list.len() <= LONGEST && !leads(list) && !vocabulary::NOT_IN_LISTS.stand_in(list)
}

/// Whether a mark or a word of a sentence that leads to something stands in `list`.
fn leads(list: &str) -> bool {
    let stops = |c| match c {
        '\u{4e00}'..='\u{9fff}' => false,
        '；' | ';' | '《' | '“' | '"' => true,
        _ => charset::is_sentence_end(c) || charset::is_colon(c),
    };
    list.char_indices().any(|(at, c)| stops(c) || vocabulary::LEAD_SIGNS.stand_at(list, at, c))
}

/// Whether `list` opens with a number: `一、各单位`, `1.各单位`, `（一）各单位`.
fn opens_with_number(list: &str) -> bool {
    let rest = list.trim_start_matches(charset::is_han_numeral);
    let numbered = rest.len() < list.len() && rest.starts_with(['、', '.', '．', '是']);
    numbered
        || list.starts_with(|c| charset::is_digit(c) || charset::is_opener(c) || charset::circled_value(c).is_some())
}

/// Whether the last member of `list` is an organ, a group or a person, or another is a group of those meant.
fn has_addressee_ending(list: &str) -> bool {
    let bare = |range| without_bracket(trim(part(list, range)));
    let member = bare(last_member(list));
    let group = |member: &str| vocabulary::GROUPS.end(member);
    let grouped = || group(member) || (is_name(member) && split(list).map(bare).any(group));
    has_organ_ending(member)
        || (vocabulary::GROUP_SIGNS.stand_in(list) && grouped())
        || is_branch(member)
        || is_person(member)
        || is_audience(member)
}

/// The last member of `list`: mostly no bracket stands behind the mark in front of it.
fn last_member(list: &str) -> Range<usize> {
    let names = list.trim_end_matches(is_idle);
    let parts = |c| charset::is_separator(c) || charset::is_opener(c) || charset::is_closer(c);
    match names.char_indices().rev().find(|&(_, c)| parts(c)) {
        None => 0..names.len(),
        Some((at, c)) if charset::is_separator(c) => at + c.len_utf8()..names.len(),
        Some(_) => split(list).last().unwrap_or_default(),
    }
}

/// Whether `member` may be the last of a list of groups: `代办网点`, and no sentence.
fn is_name(member: &str) -> bool {
    member.len() <= LONGEST_MEMBER && !vocabulary::NOT_IN_LISTS.stand_in(member)
}

/// Whether `s` names a part of an organ or a company: `云岭石油有限公司采油厂`.
fn is_branch(s: &str) -> bool {
    let whole = s.strip_suffix(['厂', '站', '矿', '库', '场', '馆', '社', '段', '室', '处', '科', '队']);
    whole.is_some_and(|front| {
        ["公司", "集团", "局", "厅", "大学", "学院", "中心"].iter().any(|word| front.contains(word))
    })
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
            "市相关单位：",
            "各处、室：",
            "各分中心、市中心各处室：",
            "各有关单位和个人：",
            "各市场参与主体：",
            "各供水特许经营管理人：",
            "各有关保荐人、投资者：",
            "机关各部门，各分支机构、代办网点：",
            "各缴存单位及缴存职工，市中心各县（区）管理部、科室：",
            "各省、自治区、直辖市牵头部门，联席会议成员单位办公厅（室）：",
            "云岭石油股份有限公司青泉分公司清河采油厂：",
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
            "各科室负责人：",
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
            "各单位、各部门注意事项：",
            "各部门、各单位要做好：",
        ] {
            assert!(!recognise_addressee(line), "{line}");
        }
    }
}
