//! One row a text.

use chrono::NaiveDate;
use hongtou::ast::Text;

use crate::column::{CHARACTERS, Column, ID, NUMBER_OF_DOCUMENT, TEXT, TEXTS, TITLE, column, kind, word};
use crate::row::{Reading, Row};
use crate::value::Type;

pub(super) const COLUMNS: &[Column] = &[
    ID,
    TITLE,
    column("kind", Type::Text, "文种 as written: 通知", |row, cell| cell.put(kind(row).map(|kind| &kind.text))),
    column("genre", Type::Text, "which of the 15 文种 of 条例 第八条, or other", |row, cell| {
        cell.put(kind(row).and_then(|kind| word(kind.genre)));
    }),
    column("direction", Type::Text, "行文方向: upward, downward, lateral, public", |row, cell| {
        cell.put(kind(row).and_then(|kind| kind.direction).and_then(word));
    }),
    column("issuers", TEXTS, "发文机关: of the title, else of the 标志, else of the 署名", |row, cell| {
        cell.list(own(row).issuers().map(|organ| &organ.text));
    }),
    NUMBER_OF_DOCUMENT,
    column("copy_number", Type::Text, "份号", |row, cell| {
        cell.put(own(row).header.copy_number.as_ref().map(|n| &n.text));
    }),
    column("secrecy", Type::Text, "密级和保密期限", |row, cell| {
        cell.put(own(row).header.secrecy.as_ref().map(|s| &s.text));
    }),
    column("urgency", Type::Text, "紧急程度", |row, cell| {
        cell.put(own(row).header.urgency.as_ref().map(|u| &u.text));
    }),
    column("signatories", TEXTS, "签发人", |row, cell| {
        cell.list(own(row).header.signatories.iter().flat_map(|s| &s.names));
    }),
    column("addressees", TEXTS, "主送机关", |row, cell| {
        cell.list(own(row).addressees().iter().map(|organ| &organ.text));
    }),
    column("signatures", TEXTS, "发文机关署名", |row, cell| {
        cell.list(own(row).signatures.iter().flat_map(|s| &s.organs).map(|organ| &organ.text));
    }),
    column("signers", TEXTS, "who signed a 令 or 议案", |row, cell| {
        cell.list(own(row).signers.iter().filter_map(|signer| signer.name.as_ref()));
    }),
    column("date", Type::Date, "成文日期, where it is a day of the calendar", |row, cell| {
        let date = own(row).date.as_ref().and_then(|date| Some((date.year?, date.month?, date.day?)));
        let day = date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()));
        cell.put(day);
    }),
    column("date_text", Type::Text, "成文日期 as written", |row, cell| {
        cell.put(own(row).date.as_ref().map(|d| &d.text));
    }),
    column("notes", TEXTS, "附注", |row, cell| cell.list(own(row).notes.iter().map(|note| &note.text))),
    column("attachment_names", TEXTS, "附件说明", |row, cell| {
        cell.list(own(row).attachment_notes.iter().map(|note| note.name.as_ref().map_or("", Text::as_str)));
    }),
    column("ccs", TEXTS, "抄送机关", |row, cell| {
        cell.list(own(row).ccs.iter().flat_map(|cc| &cc.organs).map(|organ| &organ.text));
    }),
    column("imprint", Type::Text, "印发机关", |row, cell| {
        cell.put(own(row).imprint.as_ref().and_then(|i| i.organ.as_ref()).map(|organ| &organ.text));
    }),
    column("attachments", Type::Int, "attached and issued documents", |row, cell| {
        cell.put(row.reading.counts().attachments);
    }),
    column("sections", Type::Int, "numbered sections, those of attachments too", |row, cell| {
        cell.put(row.reading.counts().sections);
    }),
    column("articles", Type::Int, "条, those of attachments too", |row, cell| {
        cell.put(row.reading.counts().articles);
    }),
    column("paragraphs", Type::Int, "paragraphs, those of attachments too", |row, cell| {
        cell.put(row.reading.counts().paragraphs);
    }),
    CHARACTERS,
    column("diagnostics", Type::Int, "remarks on the text", |row, cell| {
        cell.put(row.reading.parse.diagnostics.len());
    }),
    TEXT,
];

/// The row of a text.
pub(super) fn row<'a>(reading: &'a Reading<'a>) -> Row<'a, 'a> {
    Row {
        reading,
        document: &reading.parse.document,
        attachment: None,
        units: &[],
        node: None,
        chunk: None,
        reference: None,
    }
}

fn own<'a>(row: &Row<'a, '_>) -> &'a hongtou::ast::Document<'a> {
    &row.reading.parse.document
}
