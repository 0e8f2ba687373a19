//! The arguments of `hongtou stats`.

use clap::Args;

use super::inputs::{InputArgs, thread_count};

const EXAMPLES: &str = "\
Examples:
  hongtou stats texts/                                  what they are, with bars
  hongtou stats crawl.jsonl --text-column text --top 30
  hongtou stats texts/ --json | jq '.kinds.names[0]'";

/// `hongtou stats`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct StatsArgs {
    /// What to read
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// Write one JSON object, with all names
    #[arg(long, help_heading = "Output")]
    pub(crate) json: bool,
    /// The most names in each list
    #[arg(long, value_name = "N", default_value_t = 12, help_heading = "Output")]
    pub(crate) top: usize,
    /// Threads; 0 for one a core
    #[arg(long, short = 'j', value_name = "N", default_value_t = 0, value_parser = thread_count(), help_heading = "Output")]
    pub(crate) threads: usize,
    /// No progress
    #[arg(long, short, help_heading = "Output")]
    pub(crate) quiet: bool,
}
