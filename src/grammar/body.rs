//! 正文: sections, provisions, paragraphs, tables, up to the 署名 or the next document.

use std::ops::{ControlFlow, RangeInclusive};

use crate::ast::{MarkerStyle, Role};
use crate::charset::{Letters, is_colon, is_digit};
use crate::diagnostic::Code;
use crate::lexis::{attachment_note, furniture, imprint, marker, note};

use super::clause::is_labelled;
use super::continuation::Joint;
use super::line::{End, Line};
use super::numbered::{LONGEST_NUMBER, closes_sentence};
use super::page::cells;
use super::reader::{Reader, Zone};
use super::table::{asks_for_seal, gaps, has_blanks, heads_rows};
use super::text_of;

/// A line longer than this many bytes is no signature, cell or title line.
pub(crate) const SHORT: u32 = 150;
/// So many lines in a row tell whom to ask.
const MOST_CONTACTS: usize = 8;

/// A line longer than this many bytes may be the first of a paragraph that goes on.
const LONG: u32 = 60;
/// A label of a web page is shorter, in bytes.
const LONGEST_LABEL: u32 = 60;
/// Cells of a heading without a number.
const HEADING: RangeInclusive<u32> = 4..=24;
/// One that ends in ： has no more with it: `所需资料：`.
const WIDEST_LABEL: u32 = 14;
/// Lines of the licence of a page in which the public domain is named.
const LICENCE: usize = 16;

/// Whether a line was taken, and the zone that begins with it or behind it, if one does.
type Turn = ControlFlow<Option<Zone>>;

const TAKEN: Turn = ControlFlow::Break(None);

const fn begins(zone: Zone) -> Turn {
    ControlFlow::Break(Some(zone))
}

impl Reader<'_, '_> {
    /// Reads lines of the body until another zone begins.
    pub(crate) fn body(&mut self) -> Zone {
        while let Some(line) = self.line(self.at) {
            let (at, text) = (self.at, text_of(self.source, line));
            if self.may_be_furniture(line, text) && self.page_furniture(at) {
                continue;
            }
            if let Some(joint) = self.continues(at, line, text) {
                self.join(at, line, text, joint);
                continue;
            }
            if self.is_row(line, text) || line.is_counter() && (self.is_spaced_row(at) || self.is_pair(at)) {
                self.rows(at);
                continue;
            }
            if line.style.is_some() && self.numbered(at, line, text) {
                continue;
            }
            if let ControlFlow::Break(Some(zone)) = self.unnumbered(at, line, text) {
                return zone;
            }
            // Every turn takes a line: what no rule took is a paragraph.
            if self.at == at {
                self.paragraph(at, line, text);
            }
        }
        Zone::Body
    }

    /// Lets the open block go on over `line`.
    fn join(&mut self, at: usize, line: &Line, text: &str, joint: Joint) {
        let Some(open) = &self.open else { return };
        let Some(before) = self.line(open.line) else { return };
        // What stands flush left where first lines are set in begins a printed line.
        let flush = || self.page.indented && self.page.indent(line) == 0;
        let torn = match joint {
            Joint::Full => false,
            Joint::Closer => self.page.width.is_some(),
            Joint::Other => self.page.width.is_some() && !flush() && !self.is_full(open, text),
        };
        let column = if torn { open.column + self.width_of(before) } else { 0 };
        // A blank line or another block stands between the two.
        let cut = !open.rejoined && (at > open.line + 1 || line.number > before.number + 1);
        if cut {
            self.report(Code::ParagraphRejoined, at, "the paragraph before breaks off; this line goes on with it");
        }
        self.extend(at);
        if let Some(open) = &mut self.open {
            open.column = column;
            open.prose |= line.is_finished() || closes_sentence(text);
            open.rejoined |= cut;
        }
        self.at += 1;
    }

    /// Whether line `at` begins with no number.
    fn is_plain(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| line.style.is_none())
    }

    /// A line that opens no unit.
    fn unnumbered(&mut self, at: usize, line: &Line, text: &str) -> Turn {
        if line.len() <= LONGEST_NUMBER && self.torn_number(at, line, text) {
            return TAKEN;
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) && self.bare_number(line, text) {
            return TAKEN;
        }
        if line.closes == End::Colon {
            self.label(at, line, text)?;
        }
        if text.starts_with('附') {
            self.attached(at, text)?;
        }
        if line.len() <= SHORT && !line.is_finished() {
            self.short_line(at, text)?;
        }
        self.closing(at, text)?;
        self.paragraph(at, line, text);
        TAKEN
    }

    /// A line that ends in ：, of the web page or with blanks to fill in.
    fn label(&mut self, at: usize, line: &Line, text: &str) -> Turn {
        if self.front_matter_ends(at) {
            return begins(Zone::Head);
        }
        if line.len() < LONGEST_LABEL && furniture::is_web(text) {
            self.push_furniture(at);
            return begins(Zone::Tail);
        }
        if line.len() <= SHORT && (self.is_blank_form(at) || asks_for_seal(text)) {
            return self.row(at);
        }
        ControlFlow::Continue(())
    }

    /// A line that begins with 附: it opens an 附件, or the 附件说明.
    fn attached(&mut self, at: usize, text: &str) -> Turn {
        if self.opens_attachment(at) || self.opens_titled_attachment(at) || self.opens_named_attachment(at).is_some() {
            self.next_document();
            return begins(Zone::Head);
        }
        if attachment_note::recognise(text) {
            self.attachment_notes();
            return TAKEN;
        }
        ControlFlow::Continue(())
    }

    /// A short line that closes no sentence.
    #[inline(never)]
    fn short_line(&mut self, at: usize, text: &str) -> Turn {
        if text.starts_with('第') && self.division(at, text) {
            return TAKEN;
        }
        let parted = gaps(text) >= 2;
        if parted && self.columns(at) {
            return TAKEN;
        }
        if parted && self.is_spaced_row(at) || heads_rows(text) || has_blanks(text) || asks_for_seal(text) {
            return self.row(at);
        }
        if self.way_begins(at) && self.front_matter_ends(at) {
            return begins(Zone::Head);
        }
        if self.signature_follows(at) {
            return begins(Zone::Signature);
        }
        if self.title_follows(at) {
            self.next_document();
            return begins(Zone::Head);
        }
        if self.is_pair(at) {
            return self.row(at);
        }
        if furniture::is_web(text) {
            self.push_furniture(at);
            return begins(Zone::Tail);
        }
        if self.front_matter_ends(at) {
            return begins(Zone::Head);
        }
        if imprint::recognise(text) || note::is_publicity_label(text) || note::is_of_copy(text) {
            return begins(Zone::Tail);
        }
        if self.table(at) { TAKEN } else { ControlFlow::Continue(()) }
    }

    /// `第一部分　部门概况`: a heading, its name on the line or on the next one.
    #[inline(never)]
    fn division(&mut self, at: usize, text: &str) -> bool {
        let Some(division) = marker::division(text) else { return false };
        self.push(Role::Heading, at);
        self.at += 1;
        let name = self.line(at + 1).filter(|_| !division.named);
        if name.is_some_and(|name| name.style.is_none() && name.closes == End::Other && name.len() < SHORT) {
            self.extend(at + 1);
            self.at += 1;
        }
        true
    }

    /// A line of what stands behind a body: 抄送, 主题词, the licence of a page, whom to ask.
    fn closing(&mut self, at: usize, text: &str) -> Turn {
        if imprint::recognise_cc(text) || imprint::is_keywords(text) {
            return begins(Zone::Tail);
        }
        if text.starts_with("本作品") && (at..at + LICENCE).any(|n| self.text(n).contains("公有领域")) {
            // The licence of a page has no units; what stands behind it is looked at as behind any document.
            let end = at + LICENCE;
            while self.at < end && self.is_plain(self.at) {
                self.push_furniture(self.at);
            }
            return begins(Zone::Tail);
        }
        if note::names_contact(text) && self.contacts(at) { TAKEN } else { ControlFlow::Continue(()) }
    }

    /// Takes line `at` as a row of a table.
    fn row(&mut self, at: usize) -> Turn {
        self.rows(at);
        TAKEN
    }

    /// Lines that tell whom to ask, in front of the 附件说明 or the 署名.
    fn contacts(&mut self, at: usize) -> bool {
        let end = (at + 1..at + MOST_CONTACTS).find(|&n| !note::is_contact(self.text(n))).unwrap_or(at);
        let next = self.text(end);
        let noted = next.starts_with('附') && attachment_note::recognise(next);
        if !noted && !self.signature_follows(end) {
            return false;
        }
        for n in at..end {
            self.push(Role::Note, n);
        }
        self.at = end;
        true
    }

    #[inline(never)]
    fn paragraph(&mut self, at: usize, line: &Line, text: &str) {
        let role = if opens_enumeration(text) {
            Role::Enumeration
        } else if self.is_unnumbered_heading(at, line, text) {
            Role::Heading
        } else {
            Role::Paragraph
        };
        self.push(role, at);
        self.at = at + 1;
    }

    /// Whether the line above ends in the middle of a sentence: no heading stands behind it.
    fn breaks_off(&self) -> bool {
        self.open.is_some_and(|open| {
            let article = self.blocks.get(open.block).is_some_and(|b| b.style == Some(MarkerStyle::Article));
            self.line(open.line).is_some_and(|line| !line.is_finished())
                && (article || self.text(open.line).contains(['，', ',']))
        })
    }

    /// A short line over numbered items or paragraphs: `所需资料：`.
    fn is_unnumbered_heading(&self, at: usize, line: &Line, text: &str) -> bool {
        // `会议议定以下事项：` leads to a list and names none, and so does what a meeting does: `会议要求：`.
        let acts = ['定', '求', '调', '出', '为', '意'];
        let says = || text.starts_with("会议") && text.trim_end_matches(is_colon).ends_with(acts);
        let lead = line.closes == End::Colon && (text.contains('下') || says() || cells(text) > WIDEST_LABEL);
        // Under a 条 `有下列情形的：` is a 款 of it.
        let clause = line.closes == End::Colon && self.numbering.in_article();
        matches!(line.closes, End::Colon | End::Other)
            && !(lead || clause)
            && HEADING.contains(&cells(text.trim_end_matches(is_colon)))
            && !self.breaks_off()
            && !text.contains(['，', '。', ',', '；'])
            && self.line(self.behind_page(at + 1)).is_some_and(|next| match next.style {
                Some(_) => next.value == 1,
                None => line.closes == End::Other && self.is_over_prose(line, next, text),
            })
            && !is_labelled(text)
    }

    /// Whether `next`, behind `line`, is a long paragraph, or one set in that goes on; not so in a law.
    fn is_over_prose(&self, line: &Line, next: &Line, text: &str) -> bool {
        let whole = next.len() > SHORT && next.closes == End::Sentence;
        let goes_on = || next.len() > LONG || self.is_wide(next);
        let first = next.set_in && !line.set_in && !next.is_finished() && goes_on();
        !text.starts_with(is_digit) && !self.numbering.in_law() && (whole || first)
    }
}

/// 一是…, 第一，…, 首先….
pub(crate) fn opens_enumeration(text: &str) -> bool {
    // The last bytes of the first letter tell for nearly all lines.
    matches!(*text.as_bytes(), [_, middle, last, ..] if COUNTS.may_be(middle, last)) && opens_with_count(text)
}

/// The letters an enumeration opens with.
const COUNTS: Letters =
    Letters::of(&['第', '首', '其', '再', '最', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);

fn opens_with_count(text: &str) -> bool {
    let mut chars = text.chars();
    let number = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    match chars.next() {
        Some('第') => chars.next().is_some_and(number) && matches!(chars.next(), Some('，' | ',' | '是' | '、')),
        Some('首' | '其' | '再' | '最') => {
            matches!((chars.next(), chars.next()), (Some('先' | '次' | '后'), Some('，' | ',')))
        }
        Some(c) if number(c) => matches!(chars.next(), Some('是' | '要')),
        _ => false,
    }
}
