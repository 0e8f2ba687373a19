//! Reads one element within a line, with nom; a rule never reports.

pub(crate) mod attachment;
pub(crate) mod attachment_note;
pub(crate) mod copy_number;
pub(crate) mod date;
pub(crate) mod doc_number;
pub(crate) mod furniture;
pub(crate) mod imprint;
mod index;
pub(crate) mod input;
pub(crate) mod kind;
pub(crate) mod mark;
pub(crate) mod marker;
pub(crate) mod markup;
pub(crate) mod note;
pub(crate) mod numeral;
pub(crate) mod organ;
pub(crate) mod reference;
pub(crate) mod secrecy;
pub(crate) mod signatory;
pub(crate) mod signature;
pub(crate) mod step;
pub(crate) mod title;
pub(crate) mod token;
pub(crate) mod urgency;
#[rustfmt::skip] // Lists of words read better several to a line.
pub(crate) mod vocabulary;
