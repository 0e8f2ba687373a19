//! Reads all real numbers there are, where the corpus lies beside the project; says so where it does not.
#![expect(clippy::print_stdout, reason = "a measuring test tells what it measured")]

use std::path::Path;

use super::doc_number;
use super::recognise::recognise;
use crate::ast::Text;
use crate::charset;
use crate::lexis::token::trim;

/// Agency, year and serial by plain splitting, another way than the rules go.
fn expected(cell: &str) -> Option<(String, Option<u16>, Option<u32>)> {
    let cell = cell.rsplit_once('：').map_or(cell, |(_, number)| number);
    let digits = |s: &str| s.chars().filter_map(charset::digit_value).fold(0, |sum, digit| sum * 10 + digit);
    let (front, serial) = cell.split_once(['〕', '第'])?;
    let (agency, year) = match front.split_once('〔') {
        Some((agency, year)) => (agency, Some(year)),
        None => match front.strip_suffix('年').and_then(|dated| dated.split_at_checked(dated.len() - 4)) {
            Some((agency, year)) => (agency, Some(year)),
            None => (front, None),
        },
    };
    let (serial, _) = serial.split_once('号')?;
    Some((trim(agency).to_owned(), year.and_then(|year| u16::try_from(digits(year)).ok()), Some(digits(serial))))
}

#[test]
fn real_numbers_are_read_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/doc_numbers.tsv");
    let Ok(table) = std::fs::read_to_string(path) else {
        println!("skipped: the corpus of real numbers is not here");
        return;
    };
    let cells = || table.lines().skip(1).filter_map(|row| row.split('\t').next()).filter(|cell| !trim(cell).is_empty());
    let is_right = |cell: &&str| {
        let read = doc_number(&Text::borrowed(cell, 0));
        let agency = read.agency.map(|agency| agency.to_string()).unwrap_or_default();
        let right = expected(cell) == Some((agency, read.year, read.serial));
        if !right {
            println!("wrong: {cell:?} {:?} {:?}", read.year, read.serial);
        }
        right
    };
    let all = cells().count();
    let right = cells().filter(is_right).count();
    let known = cells().filter(|cell| recognise(trim(cell)).is_some()).count();
    for cell in cells().filter(|cell| recognise(trim(cell)).is_none()) {
        println!("not recognised: {cell:?}");
    }
    println!("{all} numbers: {right} read right, {known} recognised as lines");
    assert!(right * 1000 >= all * 999, "{right} of {all}");
    assert!(known * 1000 >= all * 990, "{known} of {all}");
}
