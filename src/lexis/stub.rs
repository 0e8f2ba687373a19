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
