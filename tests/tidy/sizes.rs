//! Files stay short.

use crate::tree;

const LIMIT: usize = 400;
const MEDIAN: usize = 150;

#[test]
fn no_file_is_long() {
    let long: Vec<_> = tree::files("", &[".rs", ".py", "run", ".sh"])
        .iter()
        .map(|file| (file.text.lines().count(), file.path.clone()))
        .filter(|(lines, _)| *lines > LIMIT)
        .collect();
    assert!(long.is_empty(), "more than {LIMIT} lines: {long:?}");
}

#[test]
fn most_files_are_short() {
    let mut lines: Vec<_> = tree::files("src", &[".rs"]).iter().map(|file| file.text.lines().count()).collect();
    lines.sort_unstable();
    let median = lines.get(lines.len() / 2).copied().unwrap_or(0);
    assert!(median <= MEDIAN, "the median of {} files is {median} lines", lines.len());
}
