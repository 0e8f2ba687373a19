//! Rows with bars, as wide as the terminal, 汉字 being two columns wide.

use std::fmt;
use std::io::{self, IsTerminal};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::escape;

/// Columns where no terminal tells.
const WIDTH: usize = 80;
/// The fewest columns a bar has.
const LEAST: usize = 8;
/// A bar ends in one of these, an eighth each.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Names, how many there are of each, and a bar as long.
pub(crate) struct Bars {
    pub(crate) rows: Vec<(String, u64)>,
    /// How many there are of all.
    pub(crate) all: u64,
    /// Columns of a line.
    pub(crate) width: usize,
}

impl fmt::Display for Bars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = self.rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let digits = grouped(most).len();
        // Two blanks in front, then the name, the count, the share, the bar.
        let fixed = 2 + 2 + digits + 2 + "100.0 %".len() + 2;
        let room = self.width.saturating_sub(fixed + LEAST).max(LEAST);
        let names: Vec<_> = self.rows.iter().map(|(name, _)| cut(&escape::one_line(name), room)).collect();
        let name_width = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let bar_width = self.width.saturating_sub(fixed + name_width).max(LEAST);
        for (name, (_, count)) in names.iter().zip(&self.rows) {
            let blanks = " ".repeat(name_width - name.width());
            let (share, count_shown) = (share(*count, self.all), grouped(*count));
            let bar = bar(*count, most, bar_width);
            writeln!(f, "  {name}{blanks}  {count_shown:>digits$}  {share:>5} %  {bar}")?;
        }
        Ok(())
    }
}

/// Columns of the terminal that standard output is.
pub(crate) fn width() -> usize {
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|&columns: &usize| columns > 0);
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let terminal = if io::stdout().is_terminal() { terminal() } else { None };
    terminal.or_else(columns).unwrap_or(WIDTH)
}

/// `1,234,567`
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `33.3`, in hundredths of `all`.
fn share(count: u64, all: u64) -> String {
    let tenths = (u128::from(count) * 1000 + u128::from(all) / 2) / u128::from(all.max(1));
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A bar for `count` where that of `most` is `width` columns long; what is there is seen.
fn bar(count: u64, most: u64, width: usize) -> String {
    let eighths = u128::from(count) * width as u128 * 8 / u128::from(most);
    let eighths = usize::try_from(eighths).unwrap_or(0).max(usize::from(count > 0));
    "█".repeat(eighths / 8) + EIGHTHS.get(eighths % 8).unwrap_or(&"")
}

/// `name` in no more than `width` columns.
fn cut(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| match left.checked_sub(c.width().unwrap_or(0)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    name.chars().take_while(fits).collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_under_one_another() {
        let row = |name: &str, count| (name.to_owned(), count);
        let rows = vec![row("通知", 1200), row("工作方案", 300), row("A", 1), row("none", 0)];
        let shown = Bars { rows, all: 1501, width: 40 }.to_string();
        let expected = "  通知      1,200   79.9 %  ████████████
  工作方案    300   20.0 %  ███
  A             1    0.1 %  ▏
  none          0    0.0 %  
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let rows = vec![("云岭市人民政府办公室".repeat(20), 7), ("县\u{1b}[2J".to_owned(), 3)];
        for width in [44, 80, 200] {
            let shown = Bars { rows: rows.clone(), all: 7, width }.to_string();
            assert!(shown.lines().all(|line| line.width() <= width), "{width}: {shown}");
            assert!(shown.contains('…') && !shown.contains('\u{1b}'), "{shown}");
        }
    }

    #[test]
    fn digits_are_grouped_and_shares_rounded() {
        assert_eq!([grouped(0), grouped(999), grouped(1000), grouped(1_234_567)], ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(
            [share(1, 3), share(2, 3), share(0, 0), share(u64::MAX, u64::MAX)],
            ["33.3", "66.7", "0.0", "100.0"]
        );
    }
}
