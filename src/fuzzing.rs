//! A way in for the fuzz targets: every rule on one line.

use crate::ast::Text;
use crate::lexis::{
    attachment, attachment_note, copy_number, date, doc_number, furniture, imprint, kind, marker, note, organ,
    reference, secrecy, signatory, signature, title, urgency,
};
use crate::span::Span;

/// Asks every element of `line`, which is looked at as it is and as if it were that element.
///
/// What is read of it is given back: places, all of them in the line.
#[must_use]
pub fn every_rule(line: &str) -> Vec<Span> {
    recognise(line);
    let whole = Text::borrowed(line, 0);
    let mut found = Vec::new();
    let mut see = |text: Option<&Text<'_>>| found.extend(text.map(|text| text.span));
    title::title(&whole).issuers.iter().for_each(|organ| see(Some(&organ.text)));
    organ::addressee(&whole).organs.iter().for_each(|organ| see(Some(&organ.text)));
    signature::signature(&whole).organs.iter().for_each(|organ| see(Some(&organ.text)));
    imprint::cc(&whole).organs.iter().for_each(|organ| see(Some(&organ.text)));
    signatory::signatory(&whole).names.iter().for_each(|name| see(Some(name)));
    see(doc_number::doc_number(&whole).agency.as_ref());
    see(attachment_note::attachment_note(&whole).name.as_ref());
    see(imprint::imprint(&whole).organ.as_ref().map(|organ| &organ.text));
    see(signature::signer(&whole).name.as_ref());
    see(kind::at_end(&whole).map(|end| kind::kind(&whole, end)).as_ref().map(|kind| &kind.text));
    see(secrecy::secrecy(&whole).as_ref().map(|secrecy| &secrecy.text));
    see(urgency::urgency(&whole).as_ref().map(|urgency| &urgency.text));
    see(Some(&copy_number::copy_number(&whole).text));
    see(Some(&date::date(&whole).text));
    see(Some(&note::note(&whole).text));
    for mention in reference::mentions(line) {
        see(Some(&whole.slice(mention.range.start, mention.range.end)));
    }
    found
}

/// Asks what the line could be; only that nothing panics is of interest.
fn recognise(line: &str) {
    let _ = (attachment::label(line), attachment::label_prefix(line), attachment_note::recognise(line));
    let _ = (copy_number::recognise(line), date::whole_line(line), date::at_end(line));
    let _ = (doc_number::recognise(line), doc_number::split_glued(line), marker::recognise(line));
    let _ = (furniture::is_contents(line), furniture::is_web(line), furniture::page_number(line));
    let _ = (imprint::recognise(line), imprint::recognise_cc(line), note::recognise(line), organ::is_organ(line));
    let _ = (organ::recognise_addressee(line), secrecy::recognise(line), secrecy::split(line));
    let _ = (signatory::recognise(line), signature::recognise_signer(line), title::looks_like_title(line));
    let _ = (urgency::recognise(line), kind::at_end(line));
}
