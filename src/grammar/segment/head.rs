//! The head of a document that lost its line ends: 发文机关标志, 发文字号, 标题, 主送.

use crate::charset::{is_blank, is_closer, is_colon, is_han, is_opener, is_stop};
use crate::lexis::vocabulary::ADOPTIONS;
use crate::lexis::{doc_number, kind, mark, marker, organ, title};

use super::Cuts;
use super::tail::label;

/// Bytes in which the head of a document is looked for.
const HEAD: usize = 900;
/// No 主送 that is told by its place alone is longer, in bytes.
const LONGEST_LIST: usize = 180;
/// The longest remark in brackets behind a 文种, in bytes.
const LONGEST_REMARK: usize = 90;
/// No name without 关于 is longer, in bytes, with what tells its end.
const NAME: usize = 200;
/// Characters of the shortest one.
const SHORTEST_NAME: usize = 5;
/// What first numbers begin with.
const ONES: [char; 6] = ['第', '一', '（', '(', '1', '１'];
/// Digits of a year.
const YEAR: usize = 4;
/// The longest word for a 文种 with what qualifies it, in characters: `指导意见`.
const LONGEST_KIND: usize = 4;

/// Whether `line` is a whole head: a title with a 发文字号 or a 主送 on its line.
pub(super) fn is_joined(line: &str) -> bool {
    if line.len() > HEAD || !(line.ends_with(is_colon) || line.ends_with('号')) || !line.contains("关于") {
        return false;
    }
    let mut cuts = Cuts::new(line);
    cuts.head();
    !cuts.found.is_empty() && cuts.at == line.len()
}

impl Cuts<'_> {
    /// Cuts behind the 发文机关标志, the 发文字号, the 标题 and the 主送.
    pub(super) fn head(&mut self) {
        let (mut numbered, mut titled) = (false, false);
        if let Some(end) = label(self.rest(self.start(), HEAD)).filter(|_| self.last == 0) {
            self.cut(self.start() + end);
        }
        for _ in 0..4 {
            let start = self.start();
            let rest = self.rest(start, HEAD);
            let rest = rest.get(..rest.find('。').unwrap_or(rest.len())).unwrap_or("");
            if let Some((mark, end)) = number(rest).filter(|_| !numbered) {
                self.name_issuer(rest.get(..mark).unwrap_or(""));
                self.cut(start + mark);
                self.cut(start + end);
                numbered = true;
            } else if let Some((issuer, end)) = title(rest).filter(|_| !titled) {
                self.name_issuer(issuer);
                self.cut(start + end);
                titled = true;
            } else {
                break;
            }
            self.strong = true;
        }
        if titled {
            self.adoptions();
            self.speech();
        }
        let start = self.start();
        let rest = self.rest(start, HEAD);
        let by_place = || addressee_by_place(rest, numbered || titled);
        if let Some(end) = addressee(rest).or_else(by_place) {
            self.cut(start + end);
            self.strong = true;
        }
    }

    /// Cuts behind each 题注, and behind the occasion of a speech.
    fn adoptions(&mut self) {
        while let Some(end) = adoption_end(self.rest(self.start(), HEAD)) {
            self.cut(self.start() + end);
        }
    }

    /// Cuts between who gives a speech and whom it is given to: `省长　李某某各位代表：`.
    fn speech(&mut self) {
        let start = self.start();
        let rest = self.rest(start, HEAD);
        let alone = |&at: &usize| at < LONGEST_REMARK && !self.between(start, start + at).contains(parts_clauses);
        if let Some(all) = rest.find("各位").filter(alone) {
            self.cut(start + all);
        }
    }

    /// Where the text behind the last cut begins.
    fn start(&self) -> usize {
        let from = self.at.max(self.last);
        let rest = self.text.get(from..).unwrap_or("");
        from + rest.len() - rest.trim_start_matches(is_blank).len()
    }
}

impl<'t> Cuts<'t> {
    fn name_issuer(&mut self, name: &'t str) {
        let name = mark::organs(name);
        if organ::is_organ(name) {
            self.issuer = name;
        }
    }
}

/// The end of a 题注 that stands first: in brackets, or with its day in front and another, or the first number, behind it;
/// or that of the occasion of a speech: `——2026年1月27日在云岭市第十四届人民代表大会第四次会议上`.
fn adoption_end(text: &str) -> Option<usize> {
    if text.starts_with("——") {
        let end = text.find("会议上").map(|at| at + "会议上".len());
        return end.filter(|&end| end <= clause_end(text));
    }
    if text.starts_with(['（', '(']) {
        let end = text.find(['）', ')']).and_then(|at| Some(at + text.get(at..)?.chars().next()?.len_utf8()))?;
        return text.get(..end).filter(|told| told.contains('日')).map(|_| end);
    }
    let told = text
        .get(..text.find('。').unwrap_or(text.len()))
        .filter(|told| told.starts_with(|c: char| c.is_ascii_digit()))?;
    let ends = ADOPTIONS.into_iter().flat_map(|word| told.match_indices(word)).map(|(at, word)| at + word.len());
    ends.filter(|&end| begins_law(text.get(end..).unwrap_or(""))).min()
}

/// Whether `c` parts clauses, or whom something is said to from it.
fn parts_clauses(c: char) -> bool {
    is_stop(c) || is_colon(c)
}

/// Whether a day or the first number of rules begins `text`.
fn begins_law(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    text.starts_with("第一") || text.find('年') == Some(YEAR) && text.starts_with(|c: char| c.is_ascii_digit())
}

/// Where a 发文字号 that stands first begins, behind its 发文机关标志, and ends.
fn number(text: &str) -> Option<(usize, usize)> {
    let end = text.find('号')? + '号'.len_utf8();
    let (front, behind) = text.split_at_checked(end)?;
    // `令第20号公布` tells of another day.
    if front.contains("关于") || ["公布", "发布"].iter().any(|told| behind.starts_with(told)) {
        return None;
    }
    let own = || is_number(front).then_some(0);
    let start = end_of_mark(front).or_else(|| doc_number::split_glued(front)).or_else(own)?;
    Some((start, end))
}

/// Where a 发文机关标志 in front of a number ends: `云岭市人民政府文件`, `云岭市水务局函`.
fn end_of_mark(front: &str) -> Option<usize> {
    let marks = ["文件", "函"].into_iter().flat_map(|word| front.match_indices(word));
    let mut marks = marks.filter_map(|(at, word)| Some((word, front.get(..at)?, front.get(at + word.len()..)?)));
    let found = marks.find(|&(word, organs, number)| {
        (word == "文件" || organ::is_organ(organs)) && number.starts_with(is_han) && is_number(number)
    });
    found.map(|(_, _, number)| front.len() - number.len())
}

fn is_number(text: &str) -> bool {
    text.len() < 90 && doc_number::recognise(text).is_some()
}

/// The end of the first colon or full stop.
fn end_of_colon(text: &str) -> Option<usize> {
    let at = text.find(|c| is_colon(c) || c == '。')?;
    Some(at + text.get(at..)?.chars().next()?.len_utf8())
}

/// The end of a 主送 that stands first.
fn addressee(text: &str) -> Option<usize> {
    let end = end_of_colon(text)?;
    text.get(..end).filter(|list| organ::recognise_addressee(list.trim())).map(|_| end)
}

/// The end of a 主送 by its place: a few words, a colon, and a lead behind it; a blank is enough behind a title.
fn addressee_by_place(text: &str, headed: bool) -> Option<usize> {
    let end = end_of_colon(text).filter(|&end| end <= LONGEST_LIST)?;
    let (list, behind) = text.split_at_checked(end)?;
    let blank = behind.starts_with(is_blank);
    let begins = title::opens_as_lead(behind.trim_start_matches(is_blank));
    let leads = list.trim_end_matches(is_colon).ends_with('下') || title::opens_as_lead(list);
    let alone = || !list.contains(is_blank) && !list.contains("关于");
    // `王某某代表：您提出的…`.
    let people = ["代表", "委员"].iter().any(|post| list.trim_end_matches(is_colon).ends_with(post));
    let follows = people || if headed { begins || blank } else { begins && blank && alone() };
    (follows && !leads && !list.contains(['。', '；', '《'])).then_some(end)
}

/// The organ that the title begins with, or its name, and the end of a title that begins `text`. A 主送 with its colon is
/// no part of one.
fn title(text: &str) -> Option<(&str, usize)> {
    let about = title_end(text)
        .filter(|&end| end <= clause_end(text) && text.get(..end).is_some_and(|title| !title.contains(is_colon)));
    let front = text.find("关于").or_else(|| text.find('对')).and_then(|at| text.get(..at)).unwrap_or("");
    about.or_else(|| name_end(text)).or_else(|| name_over_text(text)).map(|end| (front, end))
}

/// Where the first clause of `text` ends; commas in brackets and quotes end none.
fn clause_end(text: &str) -> usize {
    let mut depth = 0_usize;
    let ends = |&(_, c): &(usize, char)| {
        let (opens, closes) = (is_opener(c) || c == '“', is_closer(c) || c == '”');
        depth = (depth + usize::from(opens)).saturating_sub(usize::from(closes));
        depth == 0 && matches!(c, '，' | ',')
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// The end of a name over the first number, a lead or a dash: `云岭市供水办法第一章`, `云岭市供水方案为`, `工作报告——`.
pub(super) fn name_over_text(text: &str) -> Option<usize> {
    let text = text.get(..text.floor_char_boundary(NAME)).filter(|text| !title::opens_as_lead(text))?;
    let plain = |&(_, c): &(usize, char)| !parts_clauses(c);
    let ends = text.char_indices().take_while(plain).skip(SHORTEST_NAME - 1).filter(|&(_, c)| kind::may_end(c));
    ends.map(|(at, c)| at + c.len_utf8()).find(|&end| {
        let (name, behind) = text.split_at_checked(end).unwrap_or_default();
        let named = || kind::at_end(name).is_some_and(|(start, ..)| start > 0);
        let behind = behind.trim_start_matches(is_blank);
        let tells = || !behind.starts_with(ONES) || opens_series(behind) || adoption_end(behind).is_some();
        begins_text(behind) && named() && tells()
    })
}

/// Whether what stands under the name of rules may begin `text`.
fn begins_text(text: &str) -> bool {
    text.starts_with(ONES) || text.starts_with("——") || title::opens_as_lead(text)
}

/// Whether the first number of a series begins `text`.
fn opens_series(text: &str) -> bool {
    marker::recognise(text).is_some_and(|mark| mark.number == 1)
}

/// The end of the name of rules, their 题注 or a day behind it: `云岭市供水办法（2019年…`.
fn name_end(text: &str) -> Option<usize> {
    // A name may begin with its year.
    let from = text.find(|c: char| !c.is_ascii_digit())?;
    let ends = |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '（' | '(');
    let end = from + text.get(from..)?.find(ends)?;
    let (name, behind) = text.split_at_checked(end).filter(|_| end <= LONGEST_LIST)?;
    let told = behind.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit() || matches!(c, '（' | '('));
    let named = told && !name.contains(['，', ',', '《', '：', ':']) && kind::at_end(name).is_some();
    // A 题注 is no part of it.
    let remark = Some(remark(behind)).filter(|&end| !behind.get(..end).unwrap_or("").contains('日'));
    named.then(|| end + remark.unwrap_or(0))
}

/// The end of a title that begins `text`: …关于…的＋文种, a remark in brackets behind it included.
pub(super) fn title_end(text: &str) -> Option<usize> {
    let answers = || text.find('对').filter(|&at| at == 0 || text.get(..at).is_some_and(organ::is_organ));
    let mut from = [text.find("关于"), answers()].into_iter().flatten().min()?;
    while let Some(at) = text.get(from..)?.find('的').map(|n| from + n + '的'.len_utf8()) {
        let ends = text.get(at..)?.char_indices().skip(1).take(LONGEST_KIND).map(|(n, _)| at + n);
        if let Some(end) = ends.chain([text.len()]).find_map(|end| kind_end(text, at, end)) {
            return Some(end);
        }
        from = at;
    }
    None
}

/// The end of a title whose 文种 stands on the bytes `start..end`, where it can end there.
fn kind_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let word = text.get(start..end).filter(|word| word.chars().count() <= LONGEST_KIND)?;
    let (at, ..) = kind::at_end(text.get(..end)?)?;
    let behind = text.get(end..)?;
    if at < start || behind.starts_with(['》', '」', '”']) {
        return None;
    }
    let remark = remark(behind);
    let rest = behind.get(remark..).unwrap_or("");
    // A word of one letter, or one in brackets, may be part of another: what follows must tell.
    let plain = remark == 0 && word.chars().count() > 1 && !behind.starts_with(['（', '(']);
    (plain || begins_element(rest)).then_some(end + remark)
}

/// The length of a remark in brackets that stands first, 0 where none does.
fn remark(text: &str) -> usize {
    let close = text.starts_with(['（', '(']).then(|| text.find(['）', ')'])).flatten();
    let end = close.and_then(|at| Some(at + text.get(at..)?.chars().next()?.len_utf8()));
    end.filter(|&end| end <= LONGEST_REMARK).unwrap_or(0)
}

/// Whether what follows a title begins `text`: a 发文字号, a 主送, a first number or a lead.
fn begins_element(text: &str) -> bool {
    text.is_empty()
        || title::opens_as_lead(text)
        || marker::recognise(text).is_some_and(|mark| mark.number == 1)
        || number(text).is_some()
        || addressee(text).is_some()
}
