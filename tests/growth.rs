//! Time grows as the text does: no rule looks at a text again and again.

#[path = "support/pieces.rs"]
mod pieces;

use std::hint::black_box;
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use pieces::PIECES;

/// The long text is so many times the short one.
const TIMES: u32 = 8;
/// What is less is not measured.
const LEAST: Duration = Duration::from_millis(20);
/// The machine may do other work at the same time.
const TRIES: usize = 5;

/// The time of one reading.
fn time(text: &str) -> Duration {
    let start = Instant::now();
    black_box(hongtou::parse(black_box(text)));
    start.elapsed()
}

/// Whether `bytes` of `unit`, one behind the other, are read in proportion to an eighth of them; twice that is forgiven.
fn grows_as_the_text(unit: &str, bytes: usize) -> bool {
    let short = unit.repeat(1 + bytes / unit.len() / TIMES as usize);
    let long = short.repeat(TIMES as usize);
    (0..TRIES).any(|_| time(&long) <= time(&short) * TIMES * 2 + LEAST)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn repeated_pieces(pieces in vec(select(PIECES), 1..12)) {
        prop_assert!(grows_as_the_text(&pieces.concat(), 16 << 10));
    }

    #[test]
    fn repeated_lines(lines in vec(vec(select(PIECES), 1..4), 1..8)) {
        let lines: String = lines.iter().map(|line| line.concat() + "\n").collect();
        prop_assert!(grows_as_the_text(&lines, 16 << 10));
    }
}

#[test]
fn documents_on_one_line() {
    let document = "云岭市水利局关于做好防汛工作的通知各县水利局：为做好防汛工作，现将有关事项通知如下：一、加强值班。各地要\
        落实值班制度。二、备足物资。云岭市水利局2024年5月6日（此件公开发布）";
    assert!(grows_as_the_text(document, 120 << 10));
}

#[test]
fn tags_that_never_end() {
    assert!(grows_as_the_text("</", 32 << 10));
    assert!(grows_as_the_text("<a", 32 << 10));
}

#[test]
fn headings_without_a_series() {
    assert!(grows_as_the_text("第一部分：部门概况\n", 2 << 20));
}

/// Organs close a document where an 附件 begins behind them; whether one does depends on the 署名 behind its names.
#[test]
fn organs_over_lists_of_names() {
    assert!(grows_as_the_text("附件：\n1、\n云岭市河道名录\n云岭市人民政府办公室\n", 16 << 10));
}
