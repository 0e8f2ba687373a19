//! Elements that come once or in a list: read into their values.

use crate::ast::{Brackets, Date, DocNumber, Document, Furniture, Mark, Role, Subtitle, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexis::{
    attachment_note, copy_number, date, doc_number, imprint, mark, note, organ, secrecy, signatory, signature, title,
    urgency,
};

use super::Source;

/// Puts `value` where nothing is yet; says whether it fitted.
fn once<T>(slot: &mut Option<T>, value: impl FnOnce() -> Option<T>) -> bool {
    if slot.is_none() {
        *slot = value();
    }
    slot.is_some()
}

/// Reads an element that is no part of the body into `document`. `false` where it can't be: it stands there already.
pub(super) fn element<'src>(
    source: &Source<'src, '_>,
    document: &mut Document<'src>,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let text = source.whole();
    let header = &mut document.header;
    match source.block.role {
        Role::Furniture => document.furniture.push(Furniture { text }),
        Role::CopyNumber if header.copy_number.is_none() => header.copy_number = Some(copy_number::copy_number(&text)),
        Role::Secrecy if header.secrecy.is_none() => return once(&mut header.secrecy, || secrecy::secrecy(&text)),
        Role::Urgency if header.urgency.is_none() => return once(&mut header.urgency, || urgency::urgency(&text)),
        Role::Mark => header.marks.push(mark(text)),
        Role::DocNumber if header.doc_number.is_none() => {
            let number = doc_number::doc_number(&text);
            look_at_number(source, &number, diagnostics);
            header.doc_number = Some(number);
        }
        Role::Signatory => header.signatories.push(signatory::signatory(&text)),
        Role::Title if document.title.is_none() => document.title = Some(title::title(&text)),
        Role::Subtitle => document.subtitles.push(Subtitle { text }),
        Role::Addressee if document.addressee.is_none() => document.addressee = Some(organ::addressee(&text)),
        Role::AttachmentNote => document.attachment_notes.push(attachment_note::attachment_note(&text)),
        Role::Signature => document.signatures.push(signature::signature(&text)),
        Role::Signer => document.signers.push(signature::signer(&text)),
        Role::Date if document.date.is_none() => {
            let date = date::date(&text);
            look_at_date(source, &date, diagnostics);
            document.date = Some(date);
        }
        Role::Note => document.notes.push(note::note(&text)),
        Role::Cc => document.ccs.push(imprint::cc(&text)),
        Role::Imprint if document.imprint.is_none() => document.imprint = Some(imprint::imprint(&text)),
        _ => {
            report(
                source,
                diagnostics,
                Code::ElementRepeated,
                "this element stands here a second time; it was kept as a paragraph",
            );
            return false;
        }
    }
    true
}

/// A 发文机关标志 and its organs.
fn mark(text: Text<'_>) -> Mark<'_> {
    let organs = mark::over_kind(&text).unwrap_or_else(|| mark::organs(&text)).len();
    let mut organs = organ::list(&text, 0..organs);
    // 专题会议 is none.
    organs.retain(|organ| !text.ends_with("纪要") || organ::is_organ(&organ.text));
    Mark { text, organs }
}

/// Reports what a 发文字号 lacks.
fn look_at_number(source: &Source<'_, '_>, number: &DocNumber<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let undated = number.year.is_none() && number.agency.is_some() && number.brackets != Brackets::None;
    if number.serial.is_none() || undated {
        report(source, diagnostics, Code::DocNumberIncomplete, "the 发文字号 lacks its year or serial");
    }
    if number.brackets == Brackets::Other {
        report(source, diagnostics, Code::DocNumberBrackets, "the brackets round the year do not match");
    }
}

/// Reports what a 成文日期 lacks, or that there is no such day.
fn look_at_date(source: &Source<'_, '_>, date: &Date<'_>, diagnostics: &mut Vec<Diagnostic>) {
    match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) if !date::exists(year, month, day) => {
            report(source, diagnostics, Code::DateImpossible, "no such day is in the calendar");
        }
        (Some(_), Some(_), Some(_)) => {}
        _ => report(source, diagnostics, Code::DateIncomplete, "the 成文日期 lacks its year, month or day"),
    }
}

#[cold]
pub(super) fn report(source: &Source<'_, '_>, diagnostics: &mut Vec<Diagnostic>, code: Code, message: &'static str) {
    diagnostics.push(Diagnostic::new(code, source.block.span, message));
}
