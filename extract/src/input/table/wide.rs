//! Tables in UTF-16, given as UTF-8, a stretch at a time.

use std::io::{self, Cursor, Read};

use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE};

/// Bytes that are decoded at once.
const STRETCH: usize = 1 << 14;

/// Whether a table in this encoding has two bytes for a letter.
pub(super) fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// The encoding of lines of JSON that begin with these bytes, where it is one of two bytes a letter.
pub(super) fn of_lines(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xff, 0xfe, ..] | [1..=0xff, 0, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] | [0, 1..=0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// `head` and what follows it, as UTF-8 where it is in a `wide` encoding, a byte order mark left out.
pub(super) fn utf8<'r>(head: Vec<u8>, rest: impl Read + 'r, wide: Option<&'static Encoding>) -> Box<dyn Read + 'r> {
    let inner = Cursor::new(head).chain(rest);
    match wide {
        None => Box::new(inner),
        Some(encoding) => Box::new(Wide {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; STRETCH],
            text: Cursor::default(),
            ended: false,
        }),
    }
}

/// Decodes what it reads; what is no character becomes U+FFFD.
struct Wide<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What was decoded and not yet taken.
    text: Cursor<Vec<u8>>,
    ended: bool,
}

impl<R: Read> Read for Wide<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.text.read(buffer)?;
            if read > 0 || self.ended || buffer.is_empty() {
                return Ok(read);
            }
            let len = self.inner.read(&mut self.raw)?;
            self.ended = len == 0;
            let most = self.decoder.max_utf8_buffer_length(len).unwrap_or_default();
            let text = self.text.get_mut();
            text.resize(most, 0);
            let raw = self.raw.get(..len).unwrap_or_default();
            let (_, _, written, _) = self.decoder.decode_to_utf8(raw, text, self.ended);
            text.truncate(written);
            self.text.set_position(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let len = buffer.len().min(1);
            self.0.read(buffer.get_mut(..len).unwrap_or_default())
        }
    }

    #[test]
    fn what_is_torn_between_reads_is_one_letter() -> io::Result<()> {
        let text = "{\"text\":\"通知𠀀\"}\n".repeat(2000);
        for (mark, unit, encoding) in [
            (b"\xff\xfe".as_slice(), u16::to_le_bytes as fn(u16) -> [u8; 2], UTF_16LE),
            (b"", u16::to_be_bytes, UTF_16BE),
        ] {
            let bytes = [mark.to_vec(), text.encode_utf16().flat_map(unit).collect()].concat();
            assert_eq!(of_lines(&bytes), Some(encoding));
            let (head, rest) = bytes.split_at(2);
            let mut read = String::new();
            utf8(head.to_vec(), Slow(rest), Some(encoding)).read_to_string(&mut read)?;
            assert_eq!(read, text);
            let mut read = String::new();
            let cut = rest.get(..rest.len() - 1).unwrap_or_default();
            utf8(head.to_vec(), cut, Some(encoding)).read_to_string(&mut read)?;
            assert_eq!(read.matches('\u{fffd}').count(), 1);
        }
        assert_eq!(of_lines("{}".as_bytes()), None);
        assert_eq!(of_lines("通知".as_bytes()), None);
        assert_eq!(of_lines(b""), None);
        Ok(())
    }
}
