//! The input of every rule: text that knows where it stands.

use nom::{Compare, CompareResult, IResult, Input as NomInput, Needed, Offset};

/// Text and the byte offset of its start. Copy, three words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Input<'a> {
    /// What is left to read.
    pub(crate) text: &'a str,
    /// Offset of its first byte.
    pub(crate) start: u32,
}

/// What a rule gives: the rest and its value, or nothing.
pub(crate) type Rule<'a, T> = IResult<Input<'a>, T, ()>;

impl<'a> Input<'a> {
    /// `text`, which stands at byte `start`.
    pub(crate) fn new(text: &'a str, start: u32) -> Self {
        Self { text, start }
    }

    fn cut(self, from: usize, to: usize) -> Self {
        let start = self.start + u32::try_from(from).unwrap_or(u32::MAX - self.start);
        Self { text: self.text.get(from..to).unwrap_or(""), start }
    }
}

impl<'a> NomInput for Input<'a> {
    type Item = char;
    type Iter = std::str::Chars<'a>;
    type IterIndices = std::str::CharIndices<'a>;

    fn input_len(&self) -> usize {
        self.text.len()
    }
    fn take(&self, index: usize) -> Self {
        self.cut(0, index)
    }
    fn take_from(&self, index: usize) -> Self {
        self.cut(index, self.text.len())
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(char) -> bool>(&self, predicate: P) -> Option<usize> {
        self.text.position(predicate)
    }
    fn iter_elements(&self) -> Self::Iter {
        self.text.chars()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.text.char_indices()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        self.text.slice_index(count)
    }
}

impl<'t> Compare<&'t str> for Input<'_> {
    fn compare(&self, tag: &'t str) -> CompareResult {
        self.text.compare(tag)
    }
    fn compare_no_case(&self, tag: &'t str) -> CompareResult {
        self.text.compare_no_case(tag)
    }
}

impl Offset for Input<'_> {
    fn offset(&self, second: &Self) -> usize {
        (second.start - self.start) as usize
    }
}
