//! From bytes to lines and columns.

use std::ops::Range;

/// Finds lines and columns; places asked for in order of the text cost one walk over it.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    source: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The place asked for last, and its column.
    last: (usize, usize),
}

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> Places<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        let ends = source.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(ends).collect(), last: (0, 1) }
    }

    /// The place of byte `offset`.
    pub(crate) fn place(&mut self, offset: usize) -> Place {
        let line = self.line_of(offset);
        let start = self.start_of(line);
        let (from, column) = if (start..=offset).contains(&self.last.0) { self.last } else { (start, 1) };
        let column = column + self.source.get(from..offset).map_or(0, |text| text.chars().count());
        self.last = (offset, column);
        Place { line: line + 1, column }
    }

    /// The bytes of the line that holds byte `offset`, its end left out.
    pub(crate) fn line_range(&self, offset: usize) -> Range<usize> {
        let line = self.line_of(offset);
        let start = self.start_of(line);
        let next = self.starts.get(line + 1).copied().unwrap_or(self.source.len());
        let text = self.source.get(start..next).unwrap_or("").trim_end_matches(['\n', '\r']);
        start..start + text.len()
    }

    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    fn start_of(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_any_order() {
        let mut places = Places::new("标题\r\n一、加强值班\n");
        assert_eq!(places.place(0), Place { line: 1, column: 1 });
        assert_eq!(places.place(14), Place { line: 2, column: 3 });
        assert_eq!(places.place(17), Place { line: 2, column: 4 });
        assert_eq!(places.place(3), Place { line: 1, column: 2 });
        assert_eq!(places.line_range(3), 0..6);
        assert_eq!(places.line_range(8), 8..26);
    }
}
