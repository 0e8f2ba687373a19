//! Bytes to text: UTF-8, UTF-16, GB18030, Big5, as they are or as they are said to be.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at where an encoding is guessed.
const LOOKED_AT: usize = 1 << 16;
/// No longer text in GB18030 is UTF-8 by chance.
const SHORT: usize = 64;
/// Bytes with more than one character in so many that no text has are no text.
const FEWEST: usize = 20;

/// A text, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding.
    pub encoding: &'static str,
    /// Places that were no characters; U+FFFD stands there.
    pub replaced: usize,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undecodable {
    /// A file that holds text but is none.
    #[error("it looks like {kind}; take its text first: {with}")]
    Unsupported {
        /// What it is.
        kind: &'static str,
        /// A command that takes its text.
        with: &'static str,
    },
    /// No encoding gives a text.
    #[error(
        "it is no text in UTF-8, UTF-16, GB18030 or Big5; UTF-8 ends at offset {offset}, line {line}: byte {byte:02X}"
    )]
    NoText {
        /// Bytes that are UTF-8.
        offset: usize,
        /// The byte behind them.
        byte: u8,
        /// The line it stands on, from 1.
        line: usize,
    },
}

const KINDS: [(&[u8], &str, &str); 11] = [
    (b"%PDF", "a PDF file", "pdftotext -layout FILE -"),
    (b"PK\x03\x04", "a DOCX, OFD or ZIP file", "soffice --headless --convert-to txt:Text FILE"),
    (b"\xd0\xcf\x11\xe0", "a DOC or WPS file", "soffice --headless --convert-to txt:Text FILE"),
    (b"\x1f\x8b", "a gzip file", "gunzip -c FILE"),
    (b"Rar!", "a RAR archive", "unar FILE"),
    (b"7z\xbc\xaf", "a 7z archive", "7z x FILE"),
    (b"\x89PNG", "a picture", "tesseract FILE - -l chi_sim"),
    (b"\xff\xd8\xff", "a picture", "tesseract FILE - -l chi_sim"),
    (b"<!doctype html", "an HTML page", "w3m -dump FILE"),
    (b"<html", "an HTML page", "w3m -dump FILE"),
    (b"PAR1", "a Parquet file", "hongtou extract FILE --text-column COLUMN"),
];

/// The text that `bytes` are, in the encoding named by `forced` or in the one they are found to be in.
///
/// # Errors
///
/// Where they are a file of another kind, or no text in any encoding.
pub fn decode<'a>(bytes: &'a [u8], forced: Option<&'static Encoding>) -> Result<Decoded<'a>, Undecodable> {
    if let Some((_, kind, with)) = KINDS.iter().find(|(start, ..)| starts(bytes, start)) {
        return Err(Undecodable::Unsupported { kind, with });
    }
    if let Some(encoding) = forced {
        return Ok(lossy(bytes, encoding));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return enough(lossy(bytes, encoding), bytes);
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        if is_short_gb18030(text) {
            return Ok(lossy(bytes, GB18030));
        }
        // A text has no zero bytes; UTF-16 of Latin letters is full of them.
        if memchr::memchr(0, bytes).is_none_or(|_| utf16(bytes).is_none()) {
            return Ok(Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), replaced: 0 });
        }
    }
    let encoding = utf16(bytes).unwrap_or_else(|| chinese(bytes));
    enough(lossy(bytes, encoding), bytes)
}

/// The encoding of this name, or a common one for it.
#[must_use]
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(name.trim().as_bytes())
}

/// The encoding of a table of cells with this at its start; `None` for UTF-8.
pub(crate) fn encoding_of_table(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return (encoding != UTF_8).then_some(encoding);
    }
    // No table has zero bytes but for one in UTF-16.
    if let Some(wide) = memchr::memchr(0, head).and_then(|_| utf16(head)) {
        return Some(wide);
    }
    let lines = head.get(..memchr::memrchr(b'\n', head).map_or(head.len(), |at| at + 1)).unwrap_or(head);
    match simdutf8::basic::from_utf8(lines) {
        Ok(text) => is_short_gb18030(text).then_some(GB18030),
        Err(_) => Some(chinese(lines)).filter(|&encoding| encoding != UTF_8),
    }
}

/// Whether `bytes` begin with `start`, in letters of either case.
fn starts(bytes: &[u8], start: &[u8]) -> bool {
    bytes.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The text that `bytes` are in `encoding`, a byte order mark of it left out.
fn lossy<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, faulty) = encoding.decode_with_bom_removal(bytes);
    let replaced = if faulty { text.matches('\u{fffd}').count() } else { 0 };
    Decoded { text, encoding: encoding.name(), replaced }
}

/// A text, if few of its characters are such as no text has.
fn enough<'a>(decoded: Decoded<'a>, bytes: &[u8]) -> Result<Decoded<'a>, Undecodable> {
    let strange = decoded.text.chars().filter(|&c| is_strange(c)).count();
    let few = strange == 0 || strange.saturating_mul(FEWEST) <= decoded.text.chars().count();
    if few { Ok(decoded) } else { Err(no_text(bytes)) }
}

/// Where `bytes` are UTF-8 no longer.
fn no_text(bytes: &[u8]) -> Undecodable {
    let offset = std::str::from_utf8(bytes).err().map_or(bytes.len(), |error| error.valid_up_to());
    let line = 1 + bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count();
    Undecodable::NoText { offset, byte: bytes.get(offset).copied().unwrap_or_default(), line }
}

/// What stands for a bad place, and controls, which noise read as GB18030 is full of.
fn is_strange(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\t'..='\r')
}

/// UTF-16 without a byte order mark: as such, and not as its reverse, nearly every unit is one that Chinese is
/// written with.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LOOKED_AT.min(bytes.len()))?;
    let (pairs, _) = head.as_chunks::<2>();
    let common = |unit: fn([u8; 2]) -> u16| pairs.iter().filter(|&&pair| is_common(unit(pair))).count();
    let (little, big) = (common(u16::from_le_bytes), common(u16::from_be_bytes));
    // Pairs of Latin letters are 汉字 too.
    let letters = head.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    if pairs.is_empty() || little.max(big) * 10 < pairs.len() * 9 || letters * 3 > head.len() * 2 {
        return None;
    }
    Some(if little >= big { UTF_16LE } else { UTF_16BE })
}

/// Whether Chinese is written with this unit of UTF-16: blanks, ASCII, punctuation, 汉字, full-width letters.
fn is_common(unit: u16) -> bool {
    matches!(unit, 0x09..=0x0d | 0x20..=0x7e | 0x2000..=0x206f | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef)
}

/// Whether a text that would be UTF-8 is GB18030 all the same: some words whose bytes happen to be letters of two
/// bytes each, as those of 通知 are. Chinese in UTF-8 has letters of three.
fn is_short_gb18030(text: &str) -> bool {
    if text.len() > SHORT || text.is_ascii() {
        return false;
    }
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let gb18030 = || GB18030.decode_without_bom_handling_and_without_replacement(text.as_bytes());
    let is_word = |c: char| c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}');
    wide > 1.max(letters)
        && text.chars().all(|c| c < '\u{800}')
        && gb18030().is_some_and(|text| text.chars().all(is_word))
}

/// UTF-8 with a few bad places, else GB18030 or Big5.
fn chinese(bytes: &[u8]) -> &'static Encoding {
    if is_damaged_utf8(bytes) {
        return UTF_8;
    }
    let fits =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    let guess = || {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes.get(..LOOKED_AT).unwrap_or(bytes), bytes.len() <= LOOKED_AT);
        detector.guess(None, Utf8Detection::Deny)
    };
    // Many bytes are text in both.
    match (fits(GB18030), fits(BIG5)) {
        (true, false) => GB18030,
        (false, true) => BIG5,
        _ if guess() == BIG5 => BIG5,
        _ => GB18030,
    }
}

/// Whether the bytes are UTF-8 but for a few: a text cut off or damaged. Bytes in another encoding hardly ever
/// make characters of UTF-8.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let chunks = bytes.utf8_chunks().map(|chunk| {
        (usize::from(!chunk.invalid().is_empty()), chunk.valid().chars().filter(|c| !c.is_ascii()).count())
    });
    let (bad, characters) = chunks.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    bad * FEWEST <= characters
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "云岭市人民政府关于做好防汛工作的通知\n各县（市、区）人民政府：\n一、加强值守。\n";

    fn read(bytes: &[u8]) -> (String, &'static str, usize) {
        let decoded = decode(bytes, None).unwrap_or(Decoded { text: "".into(), encoding: "none", replaced: 0 });
        (decoded.text.into_owned(), decoded.encoding, decoded.replaced)
    }

    #[test]
    fn the_encodings_of_chinese_are_found() {
        let big5 = "雲嶺市人民政府關於做好防汛工作的通知，請各單位認真貫徹執行，並將執行情形報告本府。\n";
        assert_eq!(read(TEXT.as_bytes()), (TEXT.to_owned(), "UTF-8", 0));
        assert_eq!(read(&GB18030.encode(TEXT).0), (TEXT.to_owned(), "gb18030", 0));
        assert_eq!(read(&BIG5.encode(big5).0), (big5.to_owned(), "Big5", 0));
        let wide = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        assert_eq!(read(&wide(u16::to_le_bytes)), (TEXT.to_owned(), "UTF-16LE", 0));
        assert_eq!(read(&wide(u16::to_be_bytes)), (TEXT.to_owned(), "UTF-16BE", 0));
        assert_eq!(read(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), (TEXT.to_owned(), "UTF-8", 0));
        assert_eq!(read(&[b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat()), (TEXT.to_owned(), "UTF-16LE", 0));
        assert_eq!(read(&GB18030.encode("通知").0), ("通知".to_owned(), "gb18030", 0));
        assert_eq!(read("José·Peña".as_bytes()).1, "UTF-8");
        let latin = [b"the quick brown fox jumps over the lazy dog ".repeat(9), b"\xb9\xab\xb8\xe6".to_vec()].concat();
        assert_eq!(read(&latin).1, "gb18030");
    }

    #[test]
    fn an_encoding_that_is_said_holds() {
        let forced = |bytes: &[u8], name: &str| {
            let decoded = decode(bytes, encoding(name)).ok();
            decoded.map(|decoded| (decoded.text.into_owned(), decoded.encoding, decoded.replaced))
        };
        assert_eq!(forced(&BIG5.encode("通知").0, "big5"), Some(("通知".to_owned(), "Big5", 0)));
        assert_eq!(forced("通知x".as_bytes(), "utf-16le").map(|found| (found.1, found.2)), Some(("UTF-16LE", 1)));
        // A mark of another encoding is text like any other.
        assert_eq!(forced(b"\xef\xbb\xbfa", "gb18030").map(|found| found.1), Some("gb18030"));
        assert_eq!(forced(b"%PDF-1.7", "gb18030"), None);
        assert!(encoding("hz-gb-2312").is_none() && encoding("nonsense").is_none());
    }

    #[test]
    fn damage_is_counted() {
        let cut = TEXT.as_bytes().get(..TEXT.len() - 2).unwrap_or_default();
        let (text, encoding, replaced) = read(cut);
        assert_eq!((encoding, replaced), ("UTF-8", 1));
        assert!(text.ends_with('\u{fffd}'), "{text}");
        let odd = [TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect(), vec![b'x']].concat();
        assert_eq!((read(&odd).1, read(&odd).2), ("UTF-16LE", 1));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        assert!(matches!(
            decode(b"%PDF-1.7\n\xe2\xe3", None),
            Err(Undecodable::Unsupported { kind: "a PDF file", .. })
        ));
        assert!(matches!(decode(b"<!DOCTYPE html>\n<html>", None), Err(Undecodable::Unsupported { .. })));
        let noise: Vec<u8> = (0..4000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
        assert!(decode(&noise, None).is_err());
        assert_eq!(read(b""), (String::new(), "UTF-8", 0));
    }
}
