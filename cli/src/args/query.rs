//! The arguments of `hongtou query`.

use clap::{Args, ValueEnum};

use super::FileArgs;
use super::files::ENCODINGS;

const EXAMPLES: &str = "\
The language, in the spirit of CSS:
  section, article, title, doc_number, …      elements, by their names in the JSON; `*` is any
  document                                    the text itself
  [level=1]  [heading*=问题]                  attributes: = is, *= contains, ^= begins, $= ends
  [year>=2020]  [month<=6]  [heading]         no less; no more; has one
  chapter article   section > table   a, b    in it; right in it; either
  一/（三）/2   第十条第二款第（一）项        as people cite
  附件2 > 三                                  the same in an attachment
  :has(table)  :not([heading])  :contains(防汛)  :first  :last  :nth(2)

Nothing found is no error: the exit code is 0.

Examples:
  hongtou query 'section[heading*=存在问题]' report.txt
  hongtou query '第十条第二款' rules.txt --format json
  hongtou query 'document[kind=通知] > section' *.txt --format path
  hongtou query --count 'article' laws/*.txt";

/// `hongtou query`.
#[derive(Debug, Args)]
#[command(after_help = format!("{ENCODINGS}\n\n{EXAMPLES}"))]
pub(crate) struct QueryArgs {
    /// What to find
    #[arg(value_name = "SELECTOR")]
    pub(crate) selector: String,
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: FileArgs,
    /// What to write of each element found
    #[arg(long, short, value_enum, default_value_t = MatchFormat::Text)]
    pub(crate) format: MatchFormat,
    /// Write how many were found in each file
    #[arg(long, short, conflicts_with = "format")]
    pub(crate) count: bool,
}

/// What `query` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatchFormat {
    /// Its text, lines rejoined; with several files, their names and the line in front
    Text,
    /// One JSON object a line: file, type, path, span, line, text and the element itself
    Json,
    /// The way to it as people cite it
    Path,
    /// File, line and column, and the bytes it takes in the text: first, and one past the last
    Span,
}
