//! The codes of all diagnostics: stable once published.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; the reading is sure.
    Info,
    /// Something is off, or the reading is a choice.
    Warning,
    /// Text could not be read as what it must be.
    Error,
}

/// Which remark. The name in JSON and on the command line is that of [`Code::name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// A number was left out: 一、 then 三、.
    NumberSkipped,
    /// A number stands twice: 二、 then 二、.
    NumberRepeated,
    /// A number goes back without a restart: 三、 then 二、.
    NumberMisordered,
    /// A marker stands alone on its line; its text is on the next.
    MarkerAlone,
    /// The 发文字号 lacks its year, its serial or its 号.
    DocNumberIncomplete,
    /// The brackets of the 发文字号 do not match.
    DocNumberBrackets,
    /// The 成文日期 lacks its year, month or day.
    DateIncomplete,
    /// The 成文日期 names a day that is not in the calendar.
    DateImpossible,
    /// A paragraph was cut by a page or a blank line and rejoined.
    ParagraphRejoined,
    /// The text had lost its line ends and was cut by its content.
    LinesLost,
    /// Text in front of the document was set aside as furniture.
    FrontMatter,
    /// An element that comes once stands twice; the second was kept as a paragraph.
    ElementRepeated,
    /// A heading-like line has no number and was taken for a heading.
    HeadingUnnumbered,
    /// An issued document begins without an 附件 line.
    AttachmentUnlabelled,
    /// The text is longer than 4 GiB can address; the rest was left out of the tree.
    TextTooLong,
}

/// What is written down about one code.
struct Entry {
    code: Code,
    name: &'static str,
    severity: Severity,
    summary: &'static str,
    doc: &'static str,
}

/// One row of the table; the file in `explain/` carries the code's name.
macro_rules! entry {
    ($code:ident, $name:literal, $severity:ident, $summary:literal) => {
        Entry {
            code: Code::$code,
            name: $name,
            severity: Severity::$severity,
            summary: $summary,
            doc: include_str!(concat!("explain/", $name, ".md")),
        }
    };
}

/// All codes, in the order of [`Code`].
static TABLE: [Entry; 15] = [
    entry!(NumberSkipped, "number-skipped", Warning, "a number was left out"),
    entry!(NumberRepeated, "number-repeated", Warning, "a number stands twice"),
    entry!(NumberMisordered, "number-misordered", Warning, "a number goes back without a restart"),
    entry!(MarkerAlone, "marker-alone", Warning, "a number stands alone on its line"),
    entry!(DocNumberIncomplete, "doc-number-incomplete", Warning, "the 发文字号 lacks its year, its serial or its 号"),
    entry!(DocNumberBrackets, "doc-number-brackets", Warning, "the brackets of the 发文字号 do not match"),
    entry!(DateIncomplete, "date-incomplete", Warning, "the 成文日期 lacks its year, month or day"),
    entry!(DateImpossible, "date-impossible", Warning, "the 成文日期 is not in the calendar"),
    entry!(ParagraphRejoined, "paragraph-rejoined", Info, "a paragraph cut in two was rejoined"),
    entry!(LinesLost, "lines-lost", Warning, "the text had lost its line ends"),
    entry!(FrontMatter, "front-matter", Info, "text in front of the document was set aside"),
    entry!(ElementRepeated, "element-repeated", Warning, "an element that comes once stands twice"),
    entry!(HeadingUnnumbered, "heading-unnumbered", Info, "a line without a number was taken for a heading"),
    entry!(AttachmentUnlabelled, "attachment-unlabelled", Info, "an issued document begins without an 附件 line"),
    entry!(TextTooLong, "text-too-long", Error, "the text is longer than 4 GiB"),
];

impl Code {
    /// Every code, in a fixed order.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        TABLE.iter().map(|entry| entry.code)
    }

    /// Its name in JSON and on the command line: `number-skipped`.
    ///
    /// ```
    /// use hongtou::diagnostic::Code;
    /// assert_eq!(Code::NumberSkipped.name(), "number-skipped");
    /// assert_eq!(Code::from_name("number-skipped"), Some(Code::NumberSkipped));
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }

    /// The code of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|entry| entry.name == name).map(|entry| entry.code)
    }

    /// How grave such a remark is.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.entry().map_or(Severity::Warning, |entry| entry.severity)
    }

    /// What it says, in one line.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.entry().map_or("", |entry| entry.summary)
    }

    /// What, why, an example, and what to write instead: Markdown, for people.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        self.entry().map_or("", |entry| entry.doc)
    }

    fn entry(self) -> Option<&'static Entry> {
        TABLE.get(self as usize)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Severity {
    /// Its name in JSON and in reports: `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_enum() {
        for (index, entry) in TABLE.iter().enumerate() {
            assert_eq!(entry.code as usize, index, "{}", entry.name);
        }
    }

    #[test]
    fn names_are_those_of_the_json() {
        for code in Code::all() {
            let json = serde_json::to_string(&code).unwrap_or_default();
            assert_eq!(json, format!("\"{}\"", code.name()));
            assert_eq!(Code::from_name(code.name()), Some(code));
            let json = serde_json::to_string(&code.severity()).unwrap_or_default();
            assert_eq!(json, format!("\"{}\"", code.severity()));
        }
        assert_eq!(Code::from_name("number"), None);
    }

    #[test]
    fn summaries_differ() {
        let mut seen: Vec<_> = Code::all().map(Code::summary).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), TABLE.len());
    }
}
