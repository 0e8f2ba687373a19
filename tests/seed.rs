//! The document this project began with, where it is at hand: every field, heading and join.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

use hongtou::ast::Node;

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed.txt");

#[test]
fn the_first_document_is_read_whole() {
    let Ok(text) = std::fs::read_to_string(SEED) else { return };
    // Line 2 of the copy kept is empty: lines are found by what they are, not by their text.
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let parse = hongtou::parse(&text);
    let document = &parse.document;
    let header = &document.header;
    assert_eq!(header.marks[0].text.as_str(), lines[0]);
    let number = header.doc_number.as_ref().unwrap();
    assert_eq!((number.text.as_str(), number.year, number.serial), (lines[1], Some(2025), Some(9)));
    assert_eq!(header.signatories[0].text.as_str(), lines[2]);
    assert_eq!(header.signatories[0].names.len(), 1);
    assert_eq!(document.title.as_ref().unwrap().text.as_str(), lines[3]);
    assert_eq!(document.addressee.as_ref().unwrap().text.as_str(), lines[4]);
    let last = lines.len();
    assert_eq!(document.signatures[0].text.as_str(), lines[last - 3]);
    let date = document.date.as_ref().unwrap();
    assert_eq!((date.text.as_str(), date.year, date.month, date.day), (lines[last - 2], Some(2025), Some(1), Some(21)));
    assert_eq!(document.notes[0].text.as_str(), lines[last - 1]);
    assert!(document.furniture.is_empty());
}

#[test]
fn its_headings_joins_and_enumerations_are_found() {
    let Ok(text) = std::fs::read_to_string(SEED) else { return };
    let parse = hongtou::parse(&text);
    let levels: Vec<u32> = parse.document.sections().map(|section| u32::from(section.level)).collect();
    let count = |level: u32| levels.iter().filter(|&&l| l == level).count();
    assert_eq!((levels.len(), count(1), count(2), count(3)), (32, 3, 6, 23));
    for section in parse.document.sections() {
        let heading = section.heading.as_ref().unwrap();
        // The heading stands behind its marker, up to the end of its line or its 。.
        let line = text.get(section.marker.text.span.end as usize..).unwrap().lines().next().unwrap().trim();
        let written = if section.run_in { line.split('。').next().unwrap() } else { line };
        assert_eq!(heading.text.as_str(), written);
        assert_eq!(section.run_in, section.level == 3);
    }
    let paragraphs: Vec<_> = parse
        .document
        .nodes()
        .filter_map(|(_, node)| if let Node::Paragraph(paragraph) = node { Some(paragraph) } else { None })
        .collect();
    assert_eq!(paragraphs.iter().filter(|paragraph| !paragraph.text.pieces().is_empty()).count(), 6);
    let members: Vec<usize> = paragraphs.iter().map(|p| p.enumeration.len()).filter(|&n| n > 0).collect();
    assert_eq!(members, [3, 1, 1, 1, 1]);
}
