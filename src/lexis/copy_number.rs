//! 份号: `000001` (9704 7.2.1).

use nom::Parser;
use nom::combinator::opt;
use nom::sequence::{delimited, preceded};

use super::input::{Input, Rule};
use super::numeral;
use super::token::{blanks, is_whole, label, one_of, read};
use crate::ast::{CopyNumber, Text};
use crate::charset;

/// Labels in front of a 份号.
const LABELS: &[&str] = &["份号", "№", "No."];
/// No line with a 份号 is longer, in bytes.
const LONGEST: usize = 60;

/// Whether `line` is a 份号: six digits, or another count of them behind a label or with a leading zero.
pub(crate) fn recognise(line: &str) -> bool {
    let may_open = |c| charset::is_digit(c) || charset::is_blank(c) || charset::is_opener(c) || "份№N".contains(c);
    let may_end = |c| charset::is_digit(c) || charset::is_blank(c);
    if line.len() > LONGEST || !line.ends_with(may_end) || !line.starts_with(may_open) {
        return false;
    }
    let digits = line.chars().filter(|&c| charset::is_digit(c)).take(10).count();
    let bare = line.chars().all(|c| charset::is_digit(c) || charset::is_blank(c));
    let usual = digits == 6 || (line.starts_with(['0', '０']) && (3..=8).contains(&digits));
    (usual || (!bare && (1..=8).contains(&digits))) && is_whole(line, copy_number_rule)
}

/// Reads a 份号.
pub(crate) fn copy_number<'src>(whole: &Text<'src>) -> CopyNumber<'src> {
    let number = read(whole.as_str(), copy_number_rule).and_then(|(_, number)| number);
    CopyNumber { text: whole.clone(), number }
}

// copy_number ::= blanks label? digit+ blanks
/// `000001`, `份号：000001`.
fn copy_number_rule(i: Input<'_>) -> Rule<'_, Option<u32>> {
    preceded((blanks, opt(label(one_of(LABELS)))), delimited(blanks, numeral::arabic_integer, blanks)).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_numbers() {
        for (line, number) in [
            ("000001", 1),
            ("０００012", 12),
            ("份号：000120", 120),
            ("№ 0007", 7),
            ("份　号: 12", 12),
            ("0001", 1),
            ("123456", 123_456),
        ] {
            assert!(recognise(line), "{line}");
            assert_eq!(copy_number(&Text::borrowed(line, 0)).number, Some(number), "{line}");
        }
    }

    #[test]
    fn other_numbers() {
        for line in ["", "1", "12", "2024", "20240506", "000001号", "0", "份号", "12.5", "一二三四五六", "999999999999"]
        {
            assert!(!recognise(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(line in "\\PC{0,30}|[份号：0０9 ]{0,20}") {
            let _ = (recognise(&line), copy_number(&Text::borrowed(&line, 0)));
        }
    }
}
