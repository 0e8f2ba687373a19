//! The body of a document that lost its line ends: its numbers, and blanks that stand for line ends.

use crate::ast::MarkerStyle;
use crate::charset::{is_blank, is_han, is_han_numeral, is_opener, is_unclosed};
use crate::grammar::numbering::{Fit, key};
use crate::lexis::marker::{self, Mark};

use super::Cuts;

/// So many blanks behind 。 stand for line ends, where other sentences have none behind them.
const GAPS: u32 = 2;
/// So many numbers ahead of the last one are taken for its next.
const JUMP: u32 = 3;
/// A heading without a mark at its end is no longer than this many bytes.
const HEADING: usize = 120;

impl Cuts<'_> {
    /// Cuts in front of numbers that can come next, at blanks that stand for line ends, and round the 附件说明 and the
    /// 署名. Whether another document follows.
    pub(super) fn body(&mut self) -> bool {
        let (text, start) = (self.text, self.at);
        let (mut before, mut gap) = (' ', None);
        for (at, c) in text.get(start..).unwrap_or("").char_indices().map(|(at, c)| (start + at, c)) {
            if gap.is_none() && is_plain(c) {
                self.closed |= before == '。';
                before = c;
                continue;
            }
            if is_blank(c) {
                gap = gap.or(Some(at));
                continue;
            }
            let blank = gap.is_some();
            let parted = gap.take().is_some_and(|gap| self.gap(gap, before, c));
            let first = parted || at == self.last;
            let finished =
                first || matches!(before, '。' | '；' | '：' | '！' | ';' | ':' | '”' | '）' | ')' | '〕' | '】');
            // `（十一）` holds no 一）, 第3.1.2条 neither 3.1.2 nor 1.2.
            let inside = is_opener(before)
                || is_han_numeral(before)
                || is_digit(c) && (is_digit(before) || matches!(before, '.' | '第'));
            let mentioned = matches!(before, '（' | '(' | '《' | '“' | '见' | '和' | '及');
            if c == '附' && !mentioned && self.attachment_note(at) || self.is_entry(at, c) {
                self.cut(at);
            } else if !inside && (finished || blank || at - self.last < HEADING || self.opens_law(at, c)) {
                self.number(at, finished, blank);
            }
            self.closed |= before == '。' && !parted;
            if c == '日' && self.tail(at + c.len_utf8()) {
                return true;
            }
            before = c;
        }
        false
    }

    /// Blanks at byte `gap`, between the letters `before` and `c`: cut where they may stand for a line end.
    fn gap(&mut self, gap: usize, before: char, c: char) -> bool {
        let words = !c.is_ascii() && !before.is_ascii();
        let ends = self.ends_heading(gap) || (words && (matches!(before, '。' | '：') || gap - self.last < HEADING));
        let cuts = ends && self.entry.is_none() && !self.is_bare(gap);
        if cuts {
            self.cut(gap);
            self.gaps += u32::from(before == '。');
            // A row of a table is cut by its tabs.
            self.strong |= self.gaps == GAPS && self.closed && !self.text.contains('\t');
        }
        cuts
    }

    /// Whether no more than a number, or a letter behind it, stands between the last cut and byte `end`: `第一章 总 则`.
    fn is_bare(&self, end: usize) -> bool {
        let line = self.between(self.last, end).trim_start_matches(is_blank);
        let words = |mark: Mark| line.get(usize::from(mark.len)..).map(|rest| rest.trim_matches(is_blank));
        marker::recognise(line).and_then(words).is_some_and(|words| words.chars().nth(1).is_none())
    }

    /// Whether 第一章, or 第一条 with its purpose behind it, stands at byte `at`: `第一条为了规范…`.
    fn opens_law(&self, at: usize, c: char) -> bool {
        let purpose = |rest: &str| rest.trim_start_matches(is_blank).starts_with(['为', '根']);
        let first = |rest: &str| rest.starts_with('章') || rest.strip_prefix('条').is_some_and(purpose);
        c == '第' && self.rest(at, 24).strip_prefix("第一").is_some_and(first)
    }

    /// Whether a heading stands between the last cut and the blank at byte `gap`: a number and words without a mark.
    fn ends_heading(&self, gap: usize) -> bool {
        self.heading(gap).is_some_and(|style| style <= MarkerStyle::HanParen)
    }

    /// The style of the number in front of a few words without a mark between the last cut and byte `end`.
    fn heading(&self, end: usize) -> Option<MarkerStyle> {
        let line = self.between(self.last, end).trim_start_matches(is_blank);
        let mark = marker::recognise(line).filter(|_| line.len() < HEADING)?;
        let words = line.get(usize::from(mark.len)..)?;
        (!words.is_empty() && !words.contains(['，', ',', '。', '；', '：'])).then_some(mark.style)
    }

    /// A number at byte `at`: opens a line where it can come next.
    fn number(&mut self, at: usize, finished: bool, blank: bool) {
        let Some(mark) = marker::recognise(self.rest(at, 64)) else { return };
        let fit = self.numbering.fit(&mark);
        let strong = !matches!(mark.style, MarkerStyle::Arabic | MarkerStyle::Dotted | MarkerStyle::Circled);
        let counts = self.entry.is_some() && !strong;
        // A blank or a first number tells that the sentence before has ended.
        let chapter = || self.heading(at).is_some_and(|style| style < MarkerStyle::Article);
        // （四） under 二、 goes on counting behind （三） under 一、.
        let runs_on = || fit == Fit::RunsOn && mark.style == MarkerStyle::HanParen && self.says_nothing(at);
        let begins = || strong && (blank || fit == Fit::First || chapter() || runs_on());
        // `1.` right behind the heading of （一）, or `3.` behind 2. whose 。 was lost.
        let points = matches!(mark.style, MarkerStyle::Arabic | MarkerStyle::Dotted);
        let counted = || points && (blank && fit == Fit::Next || self.is_headed(at));
        let opens = || finished || (begins() || counted()) && !self.is_reference(at, &mark);
        let jumps = || (strong || blank) && self.jumps(at, &mark, fit);
        let follows = || jumps() || self.heads_dotted(at, &mark);
        if !counts && (fit.is_expected() && opens() || finished && follows()) {
            self.numbering.enter(&mark);
            self.strong |= mark.style <= MarkerStyle::Han;
            self.cut(at);
        }
    }

    /// Whether the number at byte `at` is a little ahead of the last one: one that was not seen hides none behind it.
    fn jumps(&self, at: usize, mark: &Mark, fit: Fit) -> bool {
        let last = self.numbering.last(key(mark));
        fit == Fit::Skipped && last > 0 && mark.number <= last + JUMP && !self.is_reference(at, mark)
    }

    /// Whether `1.2　` with a word behind it stands at byte `at`: nothing else begins so.
    fn heads_dotted(&self, at: usize, mark: &Mark) -> bool {
        let rest = self.rest(at + usize::from(mark.len), 12);
        let word = rest.trim_start_matches(is_blank);
        mark.style == MarkerStyle::Dotted && word.len() < rest.len() && word.starts_with(is_han)
    }

    /// Whether a heading may be all that stands between the last cut and byte `end`: few words, no sentence.
    fn says_nothing(&self, end: usize) -> bool {
        end - self.last < HEADING && !self.between(self.last, end).contains('。')
    }

    /// Whether the heading of a numbered unit may be all that stands between the last cut and byte `end`.
    fn is_headed(&self, end: usize) -> bool {
        let line = self.between(self.last, end).trim_start_matches(is_blank);
        self.says_nothing(end) && marker::recognise(line).is_some() && !is_unclosed(line)
    }

    /// Whether what stands behind the number at byte `at` makes it a part of a sentence: `第一条规定`, `（一）项`,
    /// `一、二、三等奖`, `1、2号`, `唯一，以下相同`.
    fn is_reference(&self, at: usize, mark: &Mark) -> bool {
        let end = at + usize::from(mark.len);
        let rest = self.rest(end, 12);
        let counts_on =
            rest.starts_with(is_digit) || marker::recognise(rest).is_some_and(|next| next.style == mark.style);
        let clause = mark.style == MarkerStyle::Han && self.between(at, end).ends_with(['，', ',']);
        rest.starts_with(['项', '款', '的', '、', '至', '和']) || rest.starts_with("规定") || clause || counts_on
    }

    /// Whether a 附件说明 begins at byte `at`: `附件：1.名称`.
    fn attachment_note(&mut self, at: usize) -> bool {
        let rest = self.rest(at, 12);
        let labelled = ["附件：", "附件:", "附：", "附:"].iter().any(|label| rest.starts_with(label));
        if labelled {
            self.entry = Some(1);
        }
        labelled
    }

    /// Whether another entry of a 附件说明 begins with the letter `c` at byte `at`: the next number with its point. The
    /// first stands on the line of the label.
    fn is_entry(&mut self, at: usize, c: char) -> bool {
        let Some(next) = self.entry.filter(|_| c.is_ascii_digit() && !self.between(0, at).ends_with(is_digit)) else {
            return false;
        };
        let mark = marker::recognise(self.rest(at, 64)).filter(|mark| mark.number == next);
        let arabic = mark.is_some_and(|mark| mark.style == MarkerStyle::Arabic);
        if arabic {
            self.entry = Some(next + 1);
        }
        arabic && next > 1
    }
}

/// Whether neither a number nor an 附件 can begin with `c`, and no date ends with it: most letters.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') && !is_han_numeral(c) && !matches!(c, '第' | '附' | '日')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}
