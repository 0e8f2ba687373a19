//! Which number can come next: the markers open above, and the last number of each style.

use crate::ast::MarkerStyle;
use crate::lexis::marker::Mark;

use super::line::Line;

/// How a number fits what came before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The one after its sibling.
    Next,
    /// 1, the first of a series.
    First,
    /// It goes on counting over the heads of its parents: （二） under 二、 after （一） under 一、.
    RunsOn,
    /// Numbers are missing in between.
    Skipped,
    /// The same number again.
    Repeated,
    /// A lower number.
    Back,
}

impl Fit {
    /// Whether the number is the one expected.
    pub(crate) fn is_expected(self) -> bool {
        matches!(self, Self::Next | Self::First | Self::RunsOn)
    }
}

/// Styles told apart: dotted numbers by the count of their parts.
const KEYS: usize = 14;

/// A series that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Frame {
    key: u8,
    number: u32,
    sub: u32,
}

/// The series open at a place of the text. Depth is bounded by the count of styles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Numbering {
    open: Vec<Frame>,
    last: [u32; KEYS],
    /// The first part of the last dotted number.
    root: u32,
}

/// The slot of a style.
pub(crate) fn key(mark: &Mark) -> u8 {
    match mark.style {
        MarkerStyle::Dotted => 9 + u8::try_from(mark.sub & 0xff).unwrap_or(4).clamp(1, 4),
        style => style as u8,
    }
}

impl Numbering {
    /// Forgets everything: a new document begins.
    pub(crate) fn clear(&mut self) {
        self.open.clear();
        self.last = [0; KEYS];
        self.root = 0;
    }

    /// The last number of the style with this key, 0 where there was none.
    pub(crate) fn last(&self, key: u8) -> u32 {
        self.last.get(usize::from(key)).copied().unwrap_or(0)
    }

    /// The last number of 一、.
    pub(crate) fn last_han(&self) -> u32 {
        self.last(MarkerStyle::Han as u8)
    }

    /// The first part of the last dotted number: 3 of 3.1.4.
    pub(crate) fn dotted_root(&self) -> u32 {
        self.root
    }

    /// Whether a provision (第…条 or above) is open.
    pub(crate) fn in_law(&self) -> bool {
        self.open.iter().any(|f| f.key <= MarkerStyle::Article as u8)
    }

    /// Whether a 条 is open.
    pub(crate) fn in_article(&self) -> bool {
        self.open.iter().any(|f| f.key == MarkerStyle::Article as u8)
    }

    /// Whether the number of `line` is not the one that comes next.
    pub(crate) fn is_unexpected(&self, line: &Line) -> bool {
        line.mark().is_none_or(|mark| !self.fit(&mark).is_expected())
    }

    /// How `mark` fits here.
    pub(crate) fn fit(&self, mark: &Mark) -> Fit {
        let key = key(mark);
        let number = mark.number;
        let open = self.open.iter().rev().find(|f| f.key == key);
        let last = open.map_or(self.last(key), |f| f.number);
        let inserted = |frame: &Frame| number == frame.number && mark.sub == frame.sub + 1;
        if mark.style == MarkerStyle::Article && open.is_some_and(inserted) {
            return Fit::Next;
        }
        match number {
            1 if last == 1 && open.is_some() => Fit::Repeated,
            1 => Fit::First,
            n if n == last.wrapping_add(1) && n > 1 => {
                if open.is_some() {
                    Fit::Next
                } else {
                    Fit::RunsOn
                }
            }
            n if n == last => Fit::Repeated,
            n if n > last => Fit::Skipped,
            _ => Fit::Back,
        }
    }

    /// Opens a unit with `mark`: closes what is deeper, and what is of a lower rank.
    pub(crate) fn enter(&mut self, mark: &Mark) {
        let key = key(mark);
        if let Some(top) = self.open.last_mut().filter(|top| top.key == key) {
            // Most numbers follow their siblings.
            (top.number, top.sub) = (mark.number, mark.sub);
        } else {
            self.open_series(key, mark);
        }
        if mark.style == MarkerStyle::Dotted {
            self.root = dotted_root(mark);
        }
        if let Some(last) = self.last.get_mut(usize::from(key)) {
            *last = mark.number;
        }
    }

    #[inline(never)]
    fn open_series(&mut self, key: u8, mark: &Mark) {
        if let Some(at) = self.open.iter().rposition(|f| f.key == key) {
            self.open.truncate(at);
        } else if mark.style != MarkerStyle::Article {
            // 条 may stand under 一、; nothing else stands under a lower rank.
            while self.open.last().is_some_and(|f| f.key > key) {
                self.open.pop();
            }
        }
        if self.open.len() < KEYS {
            self.open.push(Frame { key, number: mark.number, sub: mark.sub });
        }
    }
}

/// The first part of a dotted number.
pub(crate) fn dotted_root(mark: &Mark) -> u32 {
    match mark.sub & 0xff {
        0 | 1 => mark.number,
        parts => mark.sub >> (8 * (parts - 1)).min(24) & 0xff,
    }
}
