//! The arguments of `hongtou tokens`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::inputs::{InputArgs, thread_count};

const EXAMPLES: &str = "\
INPUT is what it is to `hongtou extract`: files, folders, archives, tables, in any encoding of Chinese. The texts of all \
elements are cut but those of furniture (page numbers, web menus); --select takes others. Places are those in the text \
as it was decoded; a word torn by a line end is one word.

In JSONL: id, element (its number in the text), type, part (marker, heading, ending, label or text), path, text, its place, \
and tokens, each with start and end (bytes), char_start and char_end (characters) and at (its first character in the text). \
In CoNLL-U: sentences end at 。！？； and MISC has TokenRange (characters) and ByteRange.

A user dictionary has one word a line, if wanted with a count and a part of speech: `蓝绿空间 20 n`.

Examples:
  hongtou tokens notice.txt                              one JSON object for each text
  hongtou tokens texts/ --format plain > words.txt       parted by blanks, one paragraph a line
  hongtou tokens texts/ --format conllu --user-dict organs.txt > texts.conllu
  hongtou tokens crawl.jsonl --text-column text --select 'section[heading*=问题] *'
  hongtou tokens notice.txt --graphemes --select title";

/// `hongtou tokens`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TokensArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// Words to know besides those of the dictionary, one a line
    #[arg(long, value_name = "FILE", conflicts_with = "graphemes", help_heading = "Tokens")]
    pub(crate) user_dict: Option<PathBuf>,
    /// Take what people see as one character in the place of words
    #[arg(long, help_heading = "Tokens")]
    pub(crate) graphemes: bool,
    /// Take the texts of the elements this finds, in the language of `hongtou query`
    #[arg(long, value_name = "SELECTOR", default_value = ":not(furniture)", help_heading = "Tokens")]
    pub(crate) select: String,
    /// How they are written
    #[arg(long, short, value_enum, default_value_t = TokenFormat::Jsonl, help_heading = "Output")]
    pub(crate) format: TokenFormat,
    /// Threads; 0 for one a core
    #[arg(long, short = 'j', value_name = "N", default_value_t = 0, value_parser = thread_count(), help_heading = "Output")]
    pub(crate) threads: usize,
    /// Neither progress nor summary
    #[arg(long, short, help_heading = "Output")]
    pub(crate) quiet: bool,
}

/// How tokens are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TokenFormat {
    /// One JSON object for each text, with the places of its tokens
    Jsonl,
    /// Tokens parted by blanks, one paragraph a line
    Plain,
    /// CoNLL-U: sentences, one token a line
    Conllu,
}
