//! The arguments of `hongtou extract` and `hongtou verify`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{Args, ValueEnum};
use hongtou_extract::Preset;

use super::inputs::{InputArgs, thread_count};

const EXAMPLES: &str = "\
INPUT is a file, a folder (hidden files and those that .gitignore names are left out), an archive (.zip, .tar, .tar.gz: \
one text a member) or, with --text-column, a table (.jsonl, .csv, .tsv, .parquet: one text a row); those in a folder or \
an archive are read as if they were named. Encodings are found: UTF-8, UTF-16, GB18030, Big5.

With -o the table is written under another name and renamed when it is whole, and OUT.manifest.jsonl says of every \
input what became of it. `hongtou verify OUT` checks both. A device or a pipe is written to as it is, `-` is standard \
output.

Examples:
  hongtou extract texts/ -o documents.jsonl                       one row a text
  hongtou extract texts/ --as sections -o sections.parquet        one row a numbered section
  hongtou extract texts/ --select 'section[heading*=问题]' -o problems.csv
  hongtou extract crawl.jsonl --text-column text --id-column url --as articles -o articles.parquet
  hongtou extract laws/ --as citations -o citations.parquet       one row a reference: 前款, 附件2
  hongtou extract big/ --shard 10000 -o out.parquet --resume      out-00000.parquet, …
  hongtou extract notice.txt --columns title,doc_number,date      to standard output";

/// `hongtou extract`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(crate) struct ExtractArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// What a row is
    #[arg(long = "as", value_name = "WHAT", default_value = "documents", value_parser = preset(), help_heading = "Table")]
    pub(crate) preset: Preset,
    /// Rows are what this finds, in the language of `hongtou query`: 'section[heading*=问题]'
    #[arg(long, value_name = "SELECTOR", conflicts_with = "preset", help_heading = "Table")]
    pub(crate) select: Option<String>,
    /// The columns, in order; `help` lists them
    #[arg(long, value_name = "A,B,…", value_delimiter = ',', help_heading = "Table")]
    pub(crate) columns: Vec<String>,
    /// Words to know in the column `tokens` besides those of the dictionary, one a line
    #[arg(long, value_name = "FILE", help_heading = "Table")]
    pub(crate) user_dict: Option<PathBuf>,
    /// The most characters in a chunk
    #[arg(long, value_name = "N", default_value_t = 800, value_parser = RangedU64ValueParser::<usize>::new().range(1..), help_heading = "Table")]
    pub(crate) chunk_chars: usize,
    /// Where the table goes; its ending tells the format: .jsonl, .csv, .parquet. Without it: standard output
    #[arg(long, short, value_name = "OUT", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,
    /// How the table is written
    #[arg(long, short, value_enum, help_heading = "Output")]
    pub(crate) format: Option<TableFormat>,
    /// Leave CSV cells as they are that spreadsheets take for formulas
    #[arg(long, help_heading = "Output")]
    pub(crate) csv_raw: bool,
    /// Write a file for every N inputs: OUT-00000, OUT-00001, …
    #[arg(long, value_name = "N", requires = "output", value_parser = clap::value_parser!(u64).range(1..), help_heading = "Output")]
    pub(crate) shard: Option<u64>,
    /// Go on with a run that did not come to its end
    #[arg(long, requires = "output", help_heading = "Output")]
    pub(crate) resume: bool,
    /// Begin anew where an unfinished run stands
    #[arg(long, requires = "output", conflicts_with = "resume", help_heading = "Output")]
    pub(crate) force: bool,
    /// Threads; 0 for one a core
    #[arg(long, short = 'j', value_name = "N", default_value_t = 0, value_parser = thread_count(), help_heading = "Output")]
    pub(crate) threads: usize,
    /// Neither progress nor summary
    #[arg(long, short, help_heading = "Output")]
    pub(crate) quiet: bool,
}

/// The presets that need no selector, by their names.
fn preset() -> impl TypedValueParser<Value = Preset> {
    let known = PossibleValuesParser::new(Preset::ALL.map(Preset::name));
    known.try_map(|name| Preset::from_name(&name).ok_or("no such table"))
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// One JSON object a line
    Jsonl,
    /// Comma-separated, named values in columns of their own
    Csv,
    /// Apache Parquet, lists and named values nested
    Parquet,
}

/// `hongtou verify`.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// What `hongtou extract -o` was given
    #[arg(value_name = "OUT")]
    pub(crate) output: PathBuf,
}
