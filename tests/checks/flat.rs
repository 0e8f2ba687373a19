//! The flat face: every line that is not blank has one label, blocks stand in order.

use hongtou::Span;

use super::is_blank;

pub(super) fn faults(source: &str) -> Vec<String> {
    let mut faults = labels(source);
    let blocks = hongtou::blocks(source);
    let mut last = Span::default();
    for block in &blocks.blocks {
        let span = block.span;
        match source.get(span.start as usize..span.end as usize) {
            None => faults.push(format!("{span:?} is no part of the text")),
            Some(text) if text.trim_matches(is_blank).is_empty() => faults.push(format!("{span:?} is blank")),
            Some(_) => {}
        }
        if span.start < last.start {
            faults.push(format!("{span:?} stands behind {last:?}"));
        }
        let before = source.get(..span.start as usize).unwrap_or("");
        if blocks.blocks.len() < 500 && before.split('\n').count() != block.line as usize {
            faults.push(format!("{span:?} is said to be on line {}", block.line));
        }
        last = span;
    }
    faults
}

/// One row for every line that is not blank, in order.
fn labels(source: &str) -> Vec<String> {
    let rows = hongtou::labels(&hongtou::blocks(source));
    let labelled: Vec<_> = rows.lines().filter_map(|row| row.split('\t').next()?.parse::<usize>().ok()).collect();
    let lines = source.split('\n').enumerate().filter(|(_, line)| !line.chars().all(is_blank));
    let expected: Vec<_> = lines.map(|(index, _)| index + 1).collect();
    if labelled == expected {
        return Vec::new();
    }
    let differs = labelled.iter().zip(&expected).find(|(a, b)| a != b);
    vec![format!("{} lines have labels, {} are not blank; first at {differs:?}", labelled.len(), expected.len())]
}
