//! The command line.

mod extract;
mod files;
mod inputs;
mod query;
mod references;
mod stats;
mod tokens;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use hongtou::diagnostic::Code;

use files::ENCODINGS;

pub(crate) use extract::{ExtractArgs, TableFormat, VerifyArgs};
pub(crate) use files::FileArgs;
pub(crate) use query::{MatchFormat, QueryArgs};
pub(crate) use references::{ReferenceFormat, ReferencesArgs};
pub(crate) use stats::StatsArgs;
pub(crate) use tokens::{TokenFormat, TokensArgs};

/// Exit codes, under every help text.
const EXIT: &str = "\
Exit codes:
  0  all was read and written (but for `extract` also when the reader of a pipe went away)
  1  some input could not be read; the others were done
  2  the command line was not understood
  3  the output was not completely written (disk full, output closed)
  130  stopped by SIGINT; `extract --resume` goes on";

const PARSE_EXAMPLES: &str = "\
Examples:
  hongtou parse notice.txt                       the tree as JSON
  hongtou parse notice.txt --format outline      one line for each element
  pdftotext -layout notice.pdf - | hongtou parse --format markdown
  hongtou parse old.txt --encoding GB18030 --diagnostics never";

const LABEL_EXAMPLES: &str = "\
Each row is LINE<TAB>ROLE[<TAB>N], one for every line that is not blank. `+` continues the block before it; \
N is the length of a heading that runs into its text. With several files, `# FILE` stands before each.

Examples:
  hongtou label notice.txt
  hongtou label *.txt > labels.tsv";

/// Reads Chinese government documents (党政机关公文, GB/T 9704—2012).
#[derive(Debug, Parser)]
#[command(name = "hongtou", version, propagate_version = true, after_help = EXIT)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read documents and write their trees
    #[command(after_help = format!("{ENCODINGS}\n\n{PARSE_EXAMPLES}"))]
    Parse(ParseArgs),
    /// Write the role of every line: title, 发文字号, heading, …
    #[command(after_help = format!("{ENCODINGS}\n\n{LABEL_EXAMPLES}"))]
    Label(LabelArgs),
    /// Find elements: sections by heading, 条款项 as they are cited, …
    Query(QueryArgs),
    /// Find references and what they refer to: 前款, 第三条至第五条, 附件2, 《…》（文号）第十条
    References(ReferencesArgs),
    /// Read many documents and write a table: one row a text, section, paragraph, 条, citation or chunk
    Extract(Box<ExtractArgs>),
    /// Count what many texts are: 文种, organs, years, sections, lengths, remarks
    Stats(Box<StatsArgs>),
    /// Write the words of texts, each with its place: JSONL, plain text, CoNLL-U
    Tokens(Box<TokensArgs>),
    /// Check that a table written by `extract` is whole
    Verify(VerifyArgs),
    /// Explain a diagnostic, or list them all
    Explain(ExplainArgs),
    /// Write a completion script for a shell
    #[command(after_help = "Example:\n  hongtou completions bash > ~/.local/share/bash-completion/completions/hongtou")]
    Completions(CompletionsArgs),
}

/// `hongtou parse`.
#[derive(Debug, Args)]
pub(crate) struct ParseArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: FileArgs,
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Format::Json)]
    pub(crate) format: Format,
    /// How remarks on the text are written to standard error
    #[arg(long, short, value_enum, default_value_t = Diagnostics::Auto)]
    pub(crate) diagnostics: Diagnostics,
}

/// `hongtou label`.
#[derive(Debug, Args)]
pub(crate) struct LabelArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: FileArgs,
}

/// `hongtou explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The code in the brackets of a remark: `number-skipped`
    #[arg(value_name = "CODE", value_parser = PossibleValuesParser::new(Code::all().map(Code::name)), hide_possible_values = true)]
    pub(crate) code: Option<String>,
}

/// `hongtou completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// What `parse` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The whole tree, with spans and diagnostics: one JSON object a line, which names its file where there are several
    Json,
    /// One line for each element
    Outline,
    /// Headings and paragraphs
    Markdown,
    /// The document's text, lines rejoined
    Text,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Diagnostics {
    /// For people: the line, with carets under the place
    Auto,
    /// Not at all
    Never,
    /// One JSON object a line
    Json,
}
