//! The arguments of `hongtou references`.

use clap::{Args, ValueEnum};

use super::FileArgs;
use super::files::ENCODINGS;

const EXAMPLES: &str = "\
Each line is LINE:COLUMN, the reference and what it refers to: the way to an element of the text (a query that finds \
it), another document with its provision, or why it is not known: no_such_article, outside_clause, \
nothing_before_clause, ambiguous_item, unknown_document. With several files their names stand in front.

Examples:
  hongtou references rules.txt
  hongtou references --unresolved laws/*.txt
  hongtou references rules.txt --format json";

/// `hongtou references`.
#[derive(Debug, Args)]
#[command(after_help = format!("{ENCODINGS}\n\n{EXAMPLES}"))]
pub(crate) struct ReferencesArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: FileArgs,
    /// What to write of each reference
    #[arg(long, short, value_enum, default_value_t = ReferenceFormat::Text)]
    pub(crate) format: ReferenceFormat,
    /// Only those that can't be followed
    #[arg(long, short)]
    pub(crate) unresolved: bool,
}

/// What `references` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReferenceFormat {
    /// Its place, its text and what it refers to
    Text,
    /// One JSON object a line: file, line, kind, text, span, place and target
    Json,
}
