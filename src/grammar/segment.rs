//! Texts that lost their line ends: cut by their content.
//!
//! A line that holds a whole document is cut behind the 标题, the 发文字号 and the 主送 (`head.rs`), where a number that
//! can come next stands behind a finished sentence or a heading and where blanks stand for line ends (`body.rs`), and
//! round the 署名 and what follows it (`tail.rs`). Each is linear in the line.

mod body;
mod head;
mod tail;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

use super::line::{self, Line};
use super::numbering::Numbering;

/// A line shorter than this many bytes holds no document.
const LONG: u32 = 300;
/// A text of more lines than this has kept its line ends: a long line is a long paragraph.
const FEW: usize = 12;

/// Cuts lines that hold several elements into the lines they were.
pub(crate) fn lost_lines(source: &str, lines: &mut Vec<Line>, diagnostics: &mut Vec<Diagnostic>) {
    let lost = lines.len() <= FEW && lines.iter().any(|line| line.len() > LONG);
    let count = lines.len();
    let joined = |at: usize, line: &Line| {
        let text = super::text_of(source, line);
        (at == 0 && head::is_joined(text)) || (at + 2 >= count && tail::is_joined(text))
    };
    let ends = [0, count.saturating_sub(2), count.saturating_sub(1)];
    if !lost && !ends.iter().any(|&at| lines.get(at).is_some_and(|line| joined(at, line))) {
        return;
    }
    let mut cut = Vec::with_capacity(count + 16);
    for (at, line) in lines.iter().enumerate() {
        let before = cut.len();
        if joined(at, line) || (lost && line.len() > LONG) {
            parts(source, line, &mut cut);
        }
        if cut.len() < before + 2 {
            cut.truncate(before);
            cut.push(*line);
        } else {
            let span = Span::new(line.start, line.end);
            let message = "this line holds several elements; it was cut by its content".to_owned();
            diagnostics.push(Diagnostic::new(Code::LinesLost, span, message));
        }
    }
    *lines = cut;
}

/// The parts of one line.
fn parts(source: &str, whole: &Line, into: &mut Vec<Line>) {
    let text = super::text_of(source, whole);
    let cuts = Cuts::of(text);
    if !cuts.strong {
        return;
    }
    let mut start = 0;
    for end in cuts.found.iter().copied().chain([text.len()]) {
        into.extend(line::part(source, whole.place(start), whole.place(end), whole.number));
        start = end;
    }
}

/// Where a line is to be cut, in bytes, ascending.
#[derive(Debug)]
struct Cuts<'t> {
    text: &'t str,
    /// Up to where the text was read.
    at: usize,
    /// The last cut, 0 in front of the first.
    last: usize,
    found: Vec<usize>,
    numbering: Numbering,
    /// The organ that the title or the 发文机关标志 begins with.
    issuer: &'t str,
    /// The number of the next entry, inside a 附件说明.
    entry: Option<u32>,
    /// Blanks that were taken for line ends behind 。.
    gaps: u32,
    /// Whether a sentence was closed inside a paragraph, no blank behind it.
    closed: bool,
    /// Whether an element of the head or tail, 一、, 第一条 or blanks for line ends were found: a list inside a
    /// paragraph has none.
    strong: bool,
}

impl<'t> Cuts<'t> {
    fn new(text: &'t str) -> Self {
        let numbering = Numbering::default();
        let (gaps, closed, strong) = (0, false, false);
        Self { text, at: 0, last: 0, found: Vec::new(), numbering, issuer: "", entry: None, gaps, closed, strong }
    }

    /// The cuts of all documents that `text` holds, one behind the other.
    fn of(text: &'t str) -> Self {
        let mut cuts = Self::new(text);
        loop {
            cuts.head();
            if !cuts.body() {
                return cuts;
            }
            cuts.numbering.clear();
            cuts.entry = None;
        }
    }

    fn cut(&mut self, at: usize) {
        if at > self.last && at < self.text.len() {
            self.found.push(at);
            self.last = at;
        }
        self.at = self.at.max(at);
    }

    /// No more than `bytes` of the text from byte `from` on.
    fn rest(&self, from: usize, bytes: usize) -> &'t str {
        let rest = self.text.get(from..).unwrap_or("");
        rest.get(..rest.floor_char_boundary(bytes)).unwrap_or(rest)
    }

    /// The text between two bytes.
    fn between(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut lines = Vec::new();
        let mut diagnostics = Vec::new();
        line::classify(text, &mut lines);
        let before = lines.len();
        lost_lines(text, &mut lines, &mut diagnostics);
        assert_eq!(diagnostics.is_empty(), lines.len() == before);
        let starts = lines.iter().map(|line| super::super::text_of(text, line));
        starts.map(|text| text.char_indices().nth(6).and_then(|(end, _)| text.get(..end)).unwrap_or(text)).collect()
    }

    #[test]
    fn a_document_on_one_line_is_cut() {
        let body = "为做好有关工作，经市政府同意，现就有关事项通知如下。".repeat(12);
        let text = format!(
            "云岭市人民政府关于做好防汛工作的通知云政发〔2024〕3号各县人民政府：{body}一、总体要求。坚持安全第一。二、工作任务（一）开展排查。各县要逐一排查。（二）落实责任。特此通知。云岭市人民政府2024年5月6日"
        );
        assert_eq!(
            cut(&text),
            [
                "云岭市人民政",
                "云政发〔20",
                "各县人民政府",
                "为做好有关工",
                "一、总体要求",
                "二、工作任务",
                "（一）开展排",
                "（二）落实责",
                "云岭市人民政"
            ]
        );
    }

    #[test]
    fn a_mark_in_front_and_the_whole_tail_behind() {
        let body = "为做好监测工作，请于3月5日前报送名单。".repeat(12);
        let text = format!(
            "云岭市水务局办公室云岭市财政局函云水办函〔2024〕7号关于开展监测的函（青泉县）青泉县人民政府：{body}附件：1.监测方案2.人员名单云岭市水务局2024年5月6日（此件公开发布）抄送：省水务厅。云岭市水务局2024年5月7日印发附件1监测方案"
        );
        assert_eq!(
            cut(&text),
            [
                "云岭市水务局",
                "云水办函〔2",
                "关于开展监测",
                "青泉县人民政",
                "为做好监测工",
                "附件：1.监",
                "2.人员名单",
                "云岭市水务局",
                "（此件公开发",
                "抄送：省水务",
                "云岭市水务局",
                "附件1",
                "监测方案"
            ]
        );
    }

    #[test]
    fn blanks_that_stand_for_line_ends() {
        let body = "为做好有关工作，经市政府同意，现就有关事项通知如下。".repeat(6);
        let text = format!(
            "各用水户、供水站： {body} 一、降低成本，促进消费 （一）开展排查。各县要逐一排查。逐一登记。 （二）落实责任。各县要落实责任。"
        );
        assert_eq!(cut(&text), ["各用水户、供", "为做好有关工", "一、降低成本", "（一）开展排", "（二）落实责"]);
        let text = format!("对青泉县第4626号提案的答复 王超远委员： 您的提案收悉。{body} 感谢您的支持。 云岭市水务局");
        assert_eq!(cut(&text), ["对青泉县第4", "王超远委员：", "您的提案收悉", "感谢您的支持", "云岭市水务局"]);
    }

    #[test]
    fn a_law_begins_with_its_first_chapter_or_its_purpose() {
        let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
        let text =
            format!("青泉县供水管理办法第一章总则第一条为了规范供水，制定本办法。第二条{body}第二章供水第三条{body}");
        assert_eq!(
            cut(&text),
            ["青泉县供水管", "第一章总则", "第一条为了规", "第二条供水单", "第二章供水", "第三条供水单"]
        );
    }

    #[test]
    fn a_blank_behind_a_number_parts_nothing() {
        let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
        let text = format!(
            "青泉县供水管理办法第一章 总 则第一条为了规范供水，制定本办法。第二条{body}第二章 供水的安全第三条{body}"
        );
        assert_eq!(
            cut(&text),
            ["青泉县供水管", "第一章 总 ", "第一条为了规", "第二条供水单", "第二章 供水", "第三条供水单"]
        );
    }

    #[test]
    fn items_run_on_behind_the_heading_of_a_section() {
        let body = "各县要逐一排查，及时登记。".repeat(6);
        let text = format!(
            "青泉县水务局关于供水安全的通知各供水单位：一、明确职责，抓好排查（一）排查水源。{body}（二）排查管网。{body}二、改进服务，方便用户（三）公开电话。{body}（四）上门抄表。由第（三）项的单位负责。"
        );
        assert_eq!(
            cut(&text),
            [
                "青泉县水务局",
                "各供水单位：",
                "一、明确职责",
                "（一）排查水",
                "（二）排查管",
                "二、改进服务",
                "（三）公开电",
                "（四）上门抄"
            ]
        );
    }

    #[test]
    fn points_under_a_heading_and_numbers_in_a_sentence() {
        let body = "各县要逐一排查，及时登记。".repeat(4);
        let text = format!(
            "各供水单位: 为规范供水,根据《关于供水的意见》,通知如下。{body} 一、抓好排查，明确职责 1.排查水源。{body} 2.排查管网，及时维修 3.奖励个人一、二、三等奖的单位。二、保障用水(唯一，含旧房)1.公开电话。(一)规范抄表，检修1、2号机组。"
        );
        assert_eq!(
            cut(&text),
            [
                "各供水单位:",
                "为规范供水,",
                "一、抓好排查",
                "1.排查水源",
                "2.排查管网",
                "3.奖励个人",
                "二、保障用水",
                "1.公开电话",
                "(一)规范抄"
            ]
        );
    }

    #[test]
    fn the_name_of_rules_stands_in_front_of_their_day() {
        let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
        let text = format!(
            "青泉县供水管理办法2019年5月6日青泉县人民政府令第20号公布第一条 为了规范供水，制定本办法。第二条 {body}"
        );
        assert_eq!(cut(&text), ["青泉县供水管", "2019年5", "第一条 为了", "第二条 供水"]);
    }

    #[test]
    fn ends_of_a_text_that_kept_some_line_ends() {
        let text = "青泉县水务局关于冬季供水的通知青水农〔2021〕7号各供水单位：\n各单位要巡查。\n特此通知。青泉县水务局2021年12月3日\n";
        assert_eq!(
            cut(text),
            ["青泉县水务局", "青水农〔20", "各供水单位：", "各单位要巡查", "特此通知。", "青泉县水务局"]
        );
    }

    #[test]
    fn lines_of_one_element_are_left() {
        for text in [
            "青泉县水务局关于冬季供水的通知\n各供水单位：\n",
            "关于转发《青泉县水务局关于冬季供水的通知》的通知\n",
            "经研究，同意你局意见。此件于2021年12月3日\n",
        ] {
            assert_eq!(cut(text).len(), text.lines().count(), "{text}");
        }
    }
}
