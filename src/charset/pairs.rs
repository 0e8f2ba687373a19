//! Pairs of bytes: a look at a line that rules out most of what it could hold.

/// So many places of a text are looked at together.
const STRIDE: usize = 32;
/// Their bytes, and the one behind them.
type Stretch = [u8; STRIDE + 1];

/// Whether one of `pairs` stands in `text`, two bytes side by side: the last two of a 汉字 nearly tell which it is.
pub(crate) fn holds_pair<const N: usize>(text: impl AsRef<[u8]>, pairs: [[u8; 2]; N]) -> bool {
    holds(text.as_ref(), [], pairs)
}

/// Whether one of `signs`, single bytes, or one of `pairs` stands in the text of `bytes`.
///
/// All bytes are looked at without a branch, in stretches of one length, which is vectorised; the last stretch may lie
/// over the one before.
pub(crate) fn holds<const M: usize, const N: usize>(bytes: &[u8], signs: [u8; M], pairs: [[u8; 2]; N]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        let mut short: Stretch = [0; STRIDE + 1];
        if let Some((front, _)) = short.split_at_mut_checked(bytes.len()) {
            front.copy_from_slice(bytes);
        }
        return stand_in(&short, signs, pairs) > 0;
    };
    let (mut found, mut rest) = (stand_in(last, signs, pairs), bytes);
    while rest.len() > last.len()
        && let Some(stretch) = rest.first_chunk()
    {
        found |= stand_in(stretch, signs, pairs);
        rest = rest.get(STRIDE..).unwrap_or_default();
    }
    found > 0 || bytes.last().is_some_and(|byte| signs.contains(byte))
}

/// 1 where a sign or a pair stands in `stretch`, else 0. A sign on its last byte is not looked at.
#[inline]
fn stand_in<const M: usize, const N: usize>(stretch: &Stretch, signs: [u8; M], pairs: [[u8; 2]; N]) -> u8 {
    let is_one = |a: u8, b: u8| {
        let sign = signs.iter().fold(0, |found, &sign| found | u8::from(a == sign));
        pairs.iter().fold(sign, |found, &[first, last]| found | (u8::from(a == first) & u8::from(b == last)))
    };
    let behind = stretch.get(1..).unwrap_or_default();
    stretch.iter().zip(behind).fold(0, |found, (&a, &b)| found | is_one(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_signs_are_found_at_every_place() {
        let pairs = [[0xbd, 0x91], [b'a', b'b']];
        for len in 0..70 {
            for behind in 0..40 {
                let (front, rest) = ("甲".repeat(len), "乙".repeat(behind));
                assert!(!holds(format!("{front}{rest}").as_bytes(), [b'>'], pairs));
                assert!(holds_pair(format!("{front}网{rest}"), pairs) && holds_pair(format!("ab{front}"), pairs));
                assert!(holds(format!("{front}>{rest}").as_bytes(), [b'>'], pairs), "{len} {behind}");
            }
        }
    }
}
