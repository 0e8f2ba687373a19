//! The codes of all diagnostics: stable once published.

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

impl Code {
    /// How grave it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::ParagraphRejoined | Self::FrontMatter | Self::HeadingUnnumbered | Self::AttachmentUnlabelled => {
                Severity::Info
            }
            Self::TextTooLong => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
