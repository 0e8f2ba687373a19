//! One row a reference: `前款`, `第三条至第五条`, `《…》（文号）第十条`.

use hongtou::query::{Citation, Target};

use crate::column::{Column, DOC_NUMBER, END, ID, NUMBER_OF_DOCUMENT, PATH, START, TEXT, TITLE, column};
use crate::row::{Reading, Row};
use crate::value::Type;
use crate::walk::walk;

pub(super) const COLUMNS: &[Column] = &[
    ID,
    TITLE,
    NUMBER_OF_DOCUMENT,
    PATH,
    column(
        "kind",
        Type::Text,
        "what is referred to: document, doc_number, attachment, article, clause, …",
        |row, cell| {
            cell.put(row.reference.map(|reference| reference.kind.name()));
        },
    ),
    TEXT,
    column("cited_title", Type::Text, "the title of another document, of a short name the full one", |row, cell| {
        cell.put(cited(row).and_then(|cited| cited.title.as_ref()));
    }),
    column("cited_doc_number", DOC_NUMBER, "the 发文字号 of another document", |row, cell| {
        cell.put(cited(row).and_then(|cited| cited.doc_number.as_ref()));
    }),
    column(
        "cited_provision",
        Type::Text,
        "what is cited of another document: 第十条第二款, 第三条至第五条",
        |row, cell| cell.put(provision(row)),
    ),
    column(
        "target",
        Type::Text,
        "the way to the element of the text, of several to the first: 第十条/第二款",
        |row, cell| cell.put(target(row).and_then(Target::path)),
    ),
    column("target_last", Type::Text, "the way to the last of several", |row, cell| {
        cell.put(target(row).and_then(Target::last_path));
    }),
    column(
        "target_type",
        Type::Text,
        "the name of that element: article, paragraph, section, attachment, …",
        |row, cell| cell.put(target(row).and_then(Target::node).map(|found| found.node.name())),
    ),
    column(
        "resolved",
        Type::Bool,
        "whether it is known what it refers to, here or in another document",
        |row, cell| cell.put(target(row).map(|target| target.reason().is_none())),
    ),
    column(
        "reason",
        Type::Text,
        "why it is not: no_such_article, outside_clause, nothing_before_clause, …",
        |row, cell| cell.put(target(row).and_then(Target::reason).map(|reason| reason.to_string())),
    ),
    START,
    END,
];

/// Calls `each` for every reference of a text.
pub(super) fn rows<'a>(reading: &'a Reading<'a>, mut each: impl FnMut(&Row<'a, '_>)) {
    let references = reading.parse.document.references();
    let mut left = references.iter().peekable();
    if left.peek().is_none() {
        return;
    }
    let mut place = 0;
    walk(reading, |row| {
        place += 1;
        while let Some(reference) = left.next_if(|reference| reference.place.place == place) {
            let chunk = Some((reference.text.as_str(), reference.span()));
            each(&Row { chunk, reference: Some(reference), ..*row });
        }
    });
}

fn target<'r>(row: &'r Row<'_, '_>) -> Option<&'r Target<'r>> {
    row.reference.map(|reference| &reference.target)
}

fn cited<'r>(row: &'r Row<'_, '_>) -> Option<&'r Citation<'r>> {
    if let Some(Target::Cited(cited)) = target(row) { Some(cited) } else { None }
}

/// The way to a provision of another document.
fn provision(row: &Row<'_, '_>) -> Option<String> {
    let cited = cited(row).filter(|cited| !cited.provision.is_empty())?;
    let way = |units: &[hongtou::query::CitedUnit<'_>]| units.iter().map(ToString::to_string).collect::<String>();
    let through = if cited.through.is_empty() { String::new() } else { format!("至{}", way(&cited.through)) };
    Some(format!("{}{through}", way(&cited.provision)))
}
