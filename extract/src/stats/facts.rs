//! What is counted of one text.

use std::collections::BTreeMap;

use hongtou::diagnostic::Code;

use crate::row::Reading;

/// What is counted of one text.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// 文种, if it has one.
    pub(crate) kind: Option<String>,
    /// 发文机关, each once.
    pub(crate) issuers: Vec<String>,
    pub(crate) year: Option<u16>,
    /// A bit for each rank of its sections.
    pub(crate) levels: u64,
    pub(crate) sections: u64,
    pub(crate) articles: u64,
    pub(crate) characters: u64,
    /// How many remarks it has of each code.
    pub(crate) remarks: BTreeMap<Code, u64>,
}

impl Facts {
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let (document, counts) = (&reading.parse.document, reading.counts());
        let mut facts = Self {
            kind: document.kind().map(|kind| kind.text.to_string()),
            year: document.date.as_ref().and_then(|date| date.year).or(document.doc_number().and_then(|n| n.year)),
            levels: counts.levels.into(),
            sections: counts.sections as u64,
            articles: counts.articles as u64,
            characters: reading.source.chars().count() as u64,
            ..Self::default()
        };
        for issuer in document.issuers() {
            let name = issuer.text.to_string();
            if !facts.issuers.contains(&name) {
                facts.issuers.push(name);
            }
        }
        for remark in &reading.parse.diagnostics {
            *facts.remarks.entry(remark.code).or_default() += 1;
        }
        facts
    }
}
