//! The tail of a document that lost its line ends: 署名 and 成文日期, 附注, 版记, the label of an 附件.

use crate::charset::{is_blank, is_colon, is_han};
use crate::grammar::body::SHORT;
use crate::lexis::{date, furniture, imprint, kind, note, organ, signature};

use super::Cuts;
use super::head::{name_over_text, title_end};

/// No date is longer, in bytes.
const DATE: usize = 60;
/// No 署名 is longer, in bytes.
const SIGNED: usize = 900;
/// No name of a person has more characters.
const PERSON: usize = 4;
/// No list of 抄送 is longer, in bytes.
const LIST: usize = 1200;
/// No line of 印发机关 and 印发日期 is longer, in bytes.
const IMPRINT: usize = 240;
/// No words of a web page behind a document are longer, in bytes.
const WEB: usize = 30;

/// Whether `line` is the last of a body with 署名 and 成文日期 behind it: `特此通知。云岭市人民政府2024年5月6日`.
pub(super) fn is_joined(line: &str) -> bool {
    line.ends_with('日') && line.contains('。') && {
        let mut cuts = Cuts::new(line);
        cuts.tail(line.len()) && !cuts.found.is_empty()
    }
}

impl Cuts<'_> {
    /// Cuts round 署名 and 成文日期, where a date that ends at byte `end` is one, and round what follows them.
    pub(super) fn tail(&mut self, end: usize) -> bool {
        // Prose stands behind most dates.
        if !self.follows_date(end) {
            return false;
        }
        let Some((start, dated)) = self.signed(end) else { return false };
        self.cut(start);
        // More than fit on a line of a 署名 are parted.
        let organs = self.between(start, dated);
        if organs.len() > SHORT as usize {
            organ::parts(organs, |organ| self.cut(start + organ.start));
        }
        self.cut(end);
        self.strong = true;
        while let Some(end) = self.tail_element(self.at) {
            self.cut(end);
        }
        true
    }

    /// Where the 署名 begins whose date ends at byte `end`, and the date; that for both, where the organs can't be told.
    fn signed(&self, end: usize) -> Option<(usize, usize)> {
        let from = self.text.floor_char_boundary(end.saturating_sub(DATE)).max(self.last);
        let front = self.between(from, end);
        let dated = from + date::at_end(front)?;
        let from = self.text.floor_char_boundary(dated.saturating_sub(SIGNED)).max(self.last);
        let front = self.between(from, dated).trim_end_matches(is_blank);
        let stop = |c| matches!(c, '。' | '；' | '！' | '：');
        let behind = front.rfind(stop).and_then(|at| Some(at + front.get(at..)?.chars().next()?.len_utf8()));
        let from = from + behind.unwrap_or(0);
        let name = self.between(from, dated).trim_end_matches(is_blank);
        let own = name.strip_suffix(self.issuer).filter(|_| !self.issuer.is_empty()).map(str::len);
        // The 署名 is missing, or a blank in it was cut: no more than a name stands in front of the date, an end or a
        // title behind it.
        let behind = self.rest(end, LIST).trim_start_matches(is_blank);
        let alone = name.trim_start_matches(is_blank).chars().nth(PERSON).is_none();
        if alone && self.strong && (behind.is_empty() || is_titled(behind)) {
            return Some((dated, dated));
        }
        // A label has a name behind it.
        let labelled = self.between(self.last, from).trim_start_matches(is_blank).starts_with('附');
        let least = usize::from(labelled);
        let signer = || (signature::recognise_signer(name) || signature::is_close_signer(name)).then_some(0);
        let begins = own.or_else(signer).or_else(|| begins_organ(name, least));
        // Where nothing parts the last 附件 from the 署名, the date at least is told.
        begins.map(|at| from + at).or(self.entry.map(|_| dated)).map(|start| (start, dated))
    }

    /// Whether what stands behind byte `end` lets a 成文日期 end there.
    fn follows_date(&self, end: usize) -> bool {
        let rest = self.rest(end, LIST).trim_start_matches(is_blank);
        let web = || rest.len() < WEB && (furniture::is_web(rest) || furniture::is_label(rest));
        rest.is_empty() || self.tail_element(end).is_some() || is_titled(rest) || web()
    }

    /// The end of an element behind the 成文日期 that begins at byte `at`.
    fn tail_element(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at, LIST);
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        let rest = rest.get(blank..)?;
        let behind = |mark: char| rest.find(mark).map(|at| at + mark.len_utf8());
        let end = match rest.chars().next()? {
            '（' | '(' => {
                behind('）').or_else(|| behind(')')).filter(|&end| note::recognise(rest.get(..end).unwrap_or("")))
            }
            '抄' | '主' => behind('。').filter(|&end| imprint::recognise_cc(rest.get(..end).unwrap_or(""))),
            '附' => label(rest),
            _ => printed(rest),
        };
        end.map(|end| at + blank + end)
    }
}

/// Whether the title of an issued document begins `text`.
fn is_titled(text: &str) -> bool {
    text.starts_with("关于") && title_end(text).is_some() || name_over_text(text).is_some()
}

/// The end of the label of an 附件 that stands first: `附件1`.
pub(super) fn label(text: &str) -> Option<usize> {
    let behind = text.strip_prefix("附件")?;
    let behind = behind.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(is_colon);
    (!behind.starts_with(['《', '、', '和'])).then_some(text.len() - behind.len())
}

/// The end of the line of 印发机关 and 印发日期 that stands first.
fn printed(text: &str) -> Option<usize> {
    let text = text.get(..text.floor_char_boundary(IMPRINT))?;
    let end = text.find("日印发")? + "日印发".len();
    text.get(..end).filter(|line| imprint::recognise(line)).map(|_| end)
}

/// Where the organs begin that end `text`, at its start or behind the end of something else, from byte `least` on.
fn begins_organ(text: &str, least: usize) -> Option<usize> {
    let starts = text.char_indices().filter(|&(at, c)| at >= least && is_han(c)).map(|(at, _)| at);
    let mut starts = starts.filter(|&at| at == 0 || text.get(..at).is_some_and(ends_something));
    starts.find(|&at| text.get(at..).is_some_and(|name| organ::is_organ(name) || are_organs(name)))
}

/// Whether `text` is several organs with nothing between them.
fn are_organs(text: &str) -> bool {
    let (mut count, mut all) = (0, text.chars().all(is_han));
    if !all {
        return false;
    }
    organ::parts(text, |organ| {
        count += 1;
        all &= text.get(organ).is_some_and(organ::is_organ);
    });
    count > 1 && all
}

/// Whether a word, a number or a name ends with `text`, as those of people, telephones and attachments do.
fn ends_something(text: &str) -> bool {
    let mark = |c: char| c.is_ascii_alphanumeric() || is_blank(c) || matches!(c, '）' | ')' | '》' | '”');
    text.ends_with(mark) || kind::at_end(text).is_some()
}
