//! From bytes to lines, columns and characters, and back.

use memchr::memchr_iter;

use crate::span::{Span, offset};

/// Bytes between two checkpoints: what a look-up counts through at most, a few times over.
const STEP: usize = 512;

/// Finds line and column of a byte of a text, and the byte of a line and column.
///
/// A line ends at `\n` and nowhere else, as in editors and in `hongtou label`: `\r\n` ends a line by its `\n`, a
/// lone `\r` or U+2028 ends none, though the parser takes them for the end of a physical line. The index holds
/// four bytes for each line and eight for every 512 bytes of text; a look-up takes time that grows with the
/// logarithm of the text, also where all of it is one line.
///
/// ```
/// use hongtou::LineIndex;
/// let index = LineIndex::new("云岭市\n人民政府");
/// let position = index.position(13);
/// assert_eq!((position.line, position.column), (2, 2));
/// assert_eq!(index.offset(2, 2), Some(13));
/// assert_eq!(index.char_offset(13), 5);
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex<'src> {
    text: &'src str,
    /// The first byte of each line.
    lines: Vec<u32>,
    /// What stands before byte 0, 512, 1024 …
    checkpoints: Vec<Count>,
}

/// A place in a text. All its numbers begin at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column in characters (code points).
    pub column: u32,
    /// The column in UTF-16 units.
    pub utf16_column: u32,
    /// The column in bytes.
    pub byte_column: u32,
}

/// How many characters and UTF-16 units begin before a byte.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    chars: u32,
    utf16: u32,
}

impl Count {
    fn of(bytes: &[u8]) -> Self {
        // Sums of so few bytes fit a byte, so that many are counted at once.
        let parts = bytes.chunks(255).map(|part| {
            let chars = part.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
            let pairs = part.iter().map(|&byte| u8::from(byte >= 0xf0)).sum::<u8>();
            Self { chars: u32::from(chars), utf16: u32::from(chars) + u32::from(pairs) }
        });
        parts.fold(Self::default(), Self::plus)
    }

    fn plus(self, other: Self) -> Self {
        Self { chars: self.chars + other.chars, utf16: self.utf16 + other.utf16 }
    }
}

impl<'src> LineIndex<'src> {
    /// Reads `text` once. What lies behind 4 GiB is not indexed.
    #[must_use]
    pub fn new(text: &'src str) -> Self {
        let text = text.get(..text.floor_char_boundary(u32::MAX as usize)).unwrap_or(text);
        let ends = memchr_iter(b'\n', text.as_bytes()).map(|end| offset(end + 1));
        let counts = text.as_bytes().chunks_exact(STEP).scan(Count::default(), |before, chunk| {
            *before = before.plus(Count::of(chunk));
            Some(*before)
        });
        Self {
            text,
            lines: std::iter::once(0).chain(ends).collect(),
            checkpoints: std::iter::once(Count::default()).chain(counts).collect(),
        }
    }

    /// The number of lines; a text that ends with `\n` has an empty one behind it.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        offset(self.lines.len())
    }

    /// The bytes of `line`, its `\n` left out.
    #[must_use]
    pub fn line_span(&self, line: u32) -> Option<Span> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.lines.get(index)?;
        let end = self.lines.get(index + 1).map_or(offset(self.text.len()), |next| next - 1);
        Some(Span::new(start, end))
    }

    /// Where `byte` stands. Inside a character it stands for its start, behind the text for its end.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let byte = offset(self.text.floor_char_boundary(byte as usize));
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        let (before, at) = (self.before(start), self.before(byte));
        Position {
            line: offset(line),
            column: at.chars - before.chars + 1,
            utf16_column: at.utf16 - before.utf16 + 1,
            byte_column: byte - start + 1,
        }
    }

    /// The number of characters before `byte`.
    #[must_use]
    pub fn char_offset(&self, byte: u32) -> u32 {
        self.before(offset(self.text.floor_char_boundary(byte as usize))).chars
    }

    /// The byte where character `chars` (from 0) begins; the end of the text for the one behind the last.
    #[must_use]
    pub fn byte_offset(&self, chars: u32) -> Option<u32> {
        self.find(chars, |count| count.chars)
    }

    /// The byte at `column` (in characters) of `line`, both from 1; at most the end of the line.
    #[must_use]
    pub fn offset(&self, line: u32, column: u32) -> Option<u32> {
        self.in_line(line, column, |count| count.chars)
    }

    /// The byte at `column` (in UTF-16 units) of `line`, both from 1; at most the end of the line.
    #[must_use]
    pub fn offset_utf16(&self, line: u32, column: u32) -> Option<u32> {
        self.in_line(line, column, |count| count.utf16)
    }

    fn in_line(&self, line: u32, column: u32, unit: fn(Count) -> u32) -> Option<u32> {
        let span = self.line_span(line)?;
        let target = unit(self.before(span.start)).checked_add(column.checked_sub(1)?)?;
        let byte = self.find(target, unit)?;
        (byte <= span.end).then_some(byte)
    }

    /// What begins before `byte`.
    fn before(&self, byte: u32) -> Count {
        let step = byte as usize / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte as usize).unwrap_or_default();
        self.checkpoints.get(step).copied().unwrap_or_default().plus(Count::of(rest))
    }

    /// The first byte with `target` units before it that begins a character.
    fn find(&self, target: u32, unit: fn(Count) -> u32) -> Option<u32> {
        let step = self.checkpoints.partition_point(|count| unit(*count) <= target).checked_sub(1)?;
        let mut count = self.checkpoints.get(step).copied()?;
        let mut at = step * STEP;
        loop {
            let byte = self.text.as_bytes().get(at);
            if unit(count) == target && byte.is_none_or(|byte| byte & 0xc0 != 0x80) {
                return Some(offset(at));
            }
            count = count.plus(Count::of(&[*byte?]));
            at += 1;
            if unit(count) > target {
                return None;
            }
        }
    }
}
