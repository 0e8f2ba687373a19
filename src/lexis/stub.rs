#![allow(warnings)]
fn sq(s: &str) -> String {
    s.chars()
        .filter(|c| !crate::charset::is_blank(*c))
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xff10 + 48).unwrap(),
            '：' | '∶' => ':',
            '（' => '(',
            '）' => ')',
            _ => c,
        })
        .collect()
}
pub(crate) mod doc_number {
    use crate::ast::*;
    pub(crate) fn doc_number<'s>(t: &Text<'s>) -> DocNumber<'s> {
        DocNumber { text: t.clone(), agency: None, year: Some(1), serial: Some(1), brackets: Brackets::None }
    }
    use super::*;
    use std::ops::Range;
    pub(crate) fn recognise(l: &str) -> Option<Range<usize>> {
        let s = sq(l);
        if s.chars().count() > 40 {
            return None;
        }
        let s = s.trim_matches(|c| c == '(' || c == ')' || c == '★');
        let b = s.find(|c| "〔[【﹝［(".contains(c));
        let has = |c: &str| s.contains(c);
        if (s.contains("〔20")
            || s.contains("〔19")
            || s.contains("[20")
            || s.contains("﹝20")
            || s.contains("(20")
            || s.contains("【20")
            || s.contains("［20"))
            && (s.ends_with('号') || s.ends_with(|c: char| c.is_ascii_digit()))
            && !has("，")
            && !has("关于")
            && !has("《")
            && !has("文件")
        {
            return Some(0..l.len());
        }
        if s.starts_with('第') && s.ends_with('号') && s.chars().count() < 10 {
            return Some(0..l.len());
        }
        None
    }
    pub(crate) fn split_glued(l: &str) -> Option<usize> {
        if l.len() > 150 {
            return None;
        }
        if let Some(i) = l.find("文件") {
            if recognise(&l[i + 6..]).is_some() {
                return Some(i + 6);
            }
        }
        if let Some(i) = l.find("令第") {
            if l.ends_with('号') {
                return Some(i + 3);
            }
        }
        None
    }
}
pub(crate) mod date {
    use crate::ast::*;
    pub(crate) fn date<'s>(t: &Text<'s>) -> Date<'s> {
        Date { text: t.clone(), year: None, month: None, day: None }
    }
    pub(crate) fn exists(y: u16, m: u8, d: u8) -> bool {
        true
    }
    use super::*;
    fn only(s: &str) -> bool {
        let n = s.chars().count();
        n >= 3
            && n <= 16
            && s.contains('年')
            && (s.ends_with('日') || s.ends_with('月'))
            && s.chars().all(|c| c.is_ascii_digit() || "年月日〇○零一二三四五六七八九十Ｏ".contains(c))
    }
    pub(crate) fn whole_line(l: &str) -> bool {
        l.len() < 120 && {
            let s = sq(l);
            only(&s)
                || (s.len() >= 8
                    && s.len() <= 10
                    && s.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '.' || c == '/')
                    && (s.starts_with("20") || s.starts_with("19"))
                    && s.matches(|c: char| c == '-' || c == '.' || c == '/').count() == 2)
        }
    }
    pub(crate) fn at_end(l: &str) -> Option<usize> {
        if l.len() > 150 || !l.ends_with('日') {
            return None;
        }
        let i = l
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_digit() || "年月日〇○零一二三四五六七八九十 ".contains(*c))
            .last()?
            .0;
        if i > 0 && l[i..].contains('年') { Some(i) } else { None }
    }
}
pub(crate) mod copy_number {
    use crate::ast::*;
    pub(crate) fn copy_number<'s>(t: &Text<'s>) -> CopyNumber<'s> {
        CopyNumber { text: t.clone(), number: None }
    }
    pub(crate) fn recognise(l: &str) -> bool {
        l.len() == 6 && l.bytes().all(|b| b.is_ascii_digit())
    }
}
pub(crate) mod secrecy {
    use crate::ast::*;
    pub(crate) fn secrecy<'s>(t: &Text<'s>) -> Option<Secrecy<'s>> {
        None
    }
    pub(crate) fn recognise(l: &str) -> bool {
        l.len() < 40 && ["绝密", "机密", "秘密"].iter().any(|w| l == *w || l.starts_with(&format!("{w}★")))
    }
}
pub(crate) mod urgency {
    use crate::ast::*;
    pub(crate) fn urgency<'s>(t: &Text<'s>) -> Option<Urgency<'s>> {
        None
    }
    pub(crate) fn recognise(l: &str) -> bool {
        ["特急", "加急", "平急", "特提"].contains(&l)
    }
}
pub(crate) mod signatory {
    use crate::ast::*;
    pub(crate) fn signatory<'s>(t: &Text<'s>) -> Signatory<'s> {
        Signatory { text: t.clone(), names: vec![] }
    }
    pub(crate) fn recognise(l: &str) -> Option<usize> {
        if l.len() < 150 { l.find("签发人") } else { None }
    }
}
pub(crate) mod organ {
    use crate::ast::*;
    pub(crate) fn list<'s>(t: &Text<'s>, r: std::ops::Range<usize>) -> Vec<Organ<'s>> {
        vec![]
    }
    pub(crate) fn addressee<'s>(t: &Text<'s>) -> Addressee<'s> {
        Addressee { text: t.clone(), organs: vec![] }
    }
    use super::*;
    pub(crate) fn is_organ(l: &str) -> bool {
        let s = sq(l);
        let n = s.chars().count();
        n >= 2
            && n <= 40
            && !s.contains(|c| "，。；:、《》".contains(c))
            && [
                "政府",
                "委员会",
                "办公室",
                "办公厅",
                "局",
                "部",
                "厅",
                "委",
                "院",
                "署",
                "银行",
                "中心",
                "公司",
                "协会",
                "总局",
                "支行",
                "分行",
                "大队",
                "交易所",
                "国务院",
                "管理部",
                "教委",
                "受让人)",
                "专家组",
                "会",
            ]
            .iter()
            .any(|w| s.ends_with(w))
            && !s.starts_with("关于")
            && !s.contains("关于")
    }
    pub(crate) fn recognise_addressee(l: &str) -> bool {
        let s = sq(l);
        if !s.ends_with(':') || s.contains(|c| "。；！？《".contains(c)) {
            return false;
        }
        let b = s.trim_end_matches(':');
        if ["如下", "以下", "下列", "资料", "事项", "包括", "反馈", "原则", "标准"].iter().any(|w| b.ends_with(w))
        {
            return false;
        }
        !["为", "根据", "按照", "现", "经"].iter().any(|w| b.starts_with(w))
            && !b.contains("现将")
            && !b.contains("现就")
            && b.chars().count() < 200
    }
}
pub(crate) mod kind {
    pub(crate) fn at_end(s: &str) -> Option<usize> {
        let t = super::sq(s);
        let t = if t.ends_with(')') { &t[..t.rfind('(').unwrap_or(t.len())] } else { &t[..] };
        [
            "通知", "意见", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "决定", "决议", "公告", "通告",
            "公报", "命令", "令", "办法", "规定", "方案", "规划", "要点", "纲要", "制度", "章程", "答复", "公示",
            "计划", "细则", "条例", "准则", "规则", "指引", "指南", "措施", "预案", "说明", "解读", "清单", "标准",
            "行动",
        ]
        .iter()
        .find(|w| t.ends_with(**w))
        .map(|w| t.len() - w.len())
    }
}
pub(crate) mod title {
    use crate::ast::*;
    pub(crate) fn title<'s>(t: &Text<'s>) -> Title<'s> {
        Title { text: t.clone(), issuers: vec![], subject: None, kind: None, issue: None }
    }
    pub(crate) fn looks_like_title(s: &str) -> bool {
        s.chars().count() >= 4 && !s.contains('。') && super::kind::at_end(s).is_some()
    }
}
pub(crate) mod attachment {
    use super::*;
    pub(crate) fn label(l: &str) -> Option<Option<u32>> {
        if l.len() > 40 {
            return None;
        }
        let s = sq(l);
        let r = s.strip_prefix("附件").or_else(|| s.strip_prefix("附"))?;
        let r = r.trim_end_matches(':');
        if r.is_empty() {
            return Some(None);
        }
        if r.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)) {
            return Some(r.parse().ok().or(Some(1)));
        }
        None
    }
}
pub(crate) mod attachment_note {
    use crate::ast::*;
    pub(crate) fn attachment_note<'s>(t: &Text<'s>) -> AttachmentNote<'s> {
        AttachmentNote { text: t.clone(), number: None, name: None }
    }
    use super::*;
    pub(crate) fn recognise(l: &str) -> bool {
        let s = sq(&l[..l.floor_char_boundary(60)]);
        s.starts_with("附件:") || s.starts_with("附:") || (s.starts_with("附件1") && s.contains(':'))
    }
}
pub(crate) mod imprint {
    use crate::ast::*;
    pub(crate) fn cc<'s>(t: &Text<'s>) -> Cc<'s> {
        Cc { text: t.clone(), label: None, organs: vec![] }
    }
    pub(crate) fn imprint<'s>(t: &Text<'s>) -> Imprint<'s> {
        Imprint { text: t.clone(), organ: None, date: None }
    }
    use super::*;
    pub(crate) fn recognise_cc(l: &str) -> bool {
        ["抄送", "分送", "抄报", "抄发", "主送"]
            .iter()
            .any(|w| l.starts_with(w) && l[w.len()..].starts_with(['：', ':']))
    }
    pub(crate) fn recognise(l: &str) -> bool {
        l.ends_with("印发") && l.contains('日')
    }
}
pub(crate) mod signature {
    use crate::ast::*;
    pub(crate) fn signature<'s>(t: &Text<'s>) -> Signature<'s> {
        Signature { text: t.clone(), organs: vec![] }
    }
    pub(crate) fn signer<'s>(t: &Text<'s>) -> Signer<'s> {
        Signer { text: t.clone(), post: None, name: None }
    }
    pub(crate) fn recognise_signer(l: &str) -> bool {
        let s = super::sq(l);
        let n = s.chars().count();
        n >= 4
            && n <= 10
            && l.contains([' ', '\u{3000}'])
            && ["部长", "省长", "市长", "主席", "总理", "县长", "局长", "主任", "署长", "行长", "代主席"]
                .iter()
                .any(|w| s.starts_with(w))
    }
}
pub(crate) mod note {
    use super::*;
    pub(crate) fn recognise(l: &str) -> bool {
        let s = sq(l);
        (s.starts_with('(') && s.ends_with(')') && s.chars().count() < 60) || s.starts_with("联系人:")
    }
}
pub(crate) mod furniture {
    use super::*;
    pub(crate) struct PageNumber {
        pub(crate) bare: bool,
        pub(crate) value: Option<u32>,
    }
    pub(crate) fn page_number(l: &str) -> Option<PageNumber> {
        let s = sq(l);
        if s.is_empty() || s.len() > 16 {
            return None;
        }
        let t = s.trim_matches(|c| c == '-' || c == '—' || c == '－' || c == '–');
        if t.is_empty() {
            return None;
        }
        if t.len() < 5 && t.bytes().all(|b| b.is_ascii_digit()) {
            return Some(PageNumber { bare: t.len() == s.len(), value: t.parse().ok() });
        }
        None
    }
    pub(crate) fn is_web(l: &str) -> bool {
        let s = sq(l);
        (s.contains("发布日期:")
            || s.contains("浏览")
            || s.contains("字号:")
            || s.contains("分享到")
            || s.contains("扫一扫")
            || s.starts_with("来源:")
            || s.starts_with("相关文章")
            || s.starts_with("附件下载")
            || s.starts_with("文件下载")
            || s.starts_with("文件解读")
            || s.starts_with("打印")
            || s.contains("发文文号")
            || s.contains("【打印】"))
            && s.chars().count() < 120
    }
    pub(crate) fn is_contents(l: &str) -> bool {
        (l.contains("......") || l.contains("……")) && l.ends_with(|c: char| c.is_ascii_digit())
    }
}
use crate::ast::*;
use std::borrow::Cow;
