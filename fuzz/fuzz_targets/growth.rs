//! A text that says the same again and again is read in a moment: no rule asks another that asks it back.
#![no_main]

use std::time::{Duration, Instant};

/// Bytes of the repeated text. A thousandth of a second reads them.
const LONG: usize = 16 << 10;
/// What no other work of the machine adds.
const MOST: Duration = Duration::from_secs(1);

libfuzzer_sys::fuzz_target!(|text: &str| {
    let text = text.repeat(LONG / text.len().max(1));
    let start = Instant::now();
    std::hint::black_box(hongtou::parse(&text));
    assert!(start.elapsed() < MOST, "{} bytes took {:?}", text.len(), start.elapsed());
});
