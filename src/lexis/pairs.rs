//! Pairs of bytes: a look at a line that rules out most of what it could hold.

/// Whether one of `pairs` stands in `text`, two bytes side by side: the last two of a 汉字 nearly tell which it is.
///
/// All bytes are looked at, without a branch, which is vectorised.
pub(crate) fn holds_pair<const N: usize>(text: impl AsRef<[u8]>, pairs: [[u8; 2]; N]) -> bool {
    let bytes = text.as_ref();
    let is_one = |a: u8, b: u8| {
        pairs.iter().fold(0, |found, &[first, last]| found | (u8::from(a == first) & u8::from(b == last)))
    };
    let behind = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(behind).fold(0, |found, (&a, &b)| found | is_one(a, b)) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_at_every_place() {
        let pairs = [[0xbd, 0x91], [b'a', b'b']];
        for len in 0..70 {
            let text = "甲".repeat(len);
            assert!(!holds_pair(&text, pairs));
            assert!(holds_pair(format!("{text}网"), pairs) && holds_pair(format!("ab{text}"), pairs));
        }
    }
}
