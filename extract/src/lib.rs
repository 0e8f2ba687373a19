//! Tables out of many Chinese government documents: one row a document, section, paragraph, 条, citation or chunk;
//! as JSONL, CSV or Parquet; resumable, nothing lost. And what they are, counted: [`stats()`].

mod batch;
mod column;
mod decode;
mod input;
mod manifest;
mod outcome;
mod own;
mod pipeline;
mod preset;
mod row;
mod run;
mod scan;
mod shard;
mod stats;
mod value;
mod verify;
mod walk;
mod worker;
mod write;

pub use batch::{Source, Texts, batches, framed_schema};
pub use column::Column;
pub use decode::{Decoded, Undecodable, decode, encoding};
pub use encoding_rs::Encoding;
pub use input::Inputs;
pub use manifest::ManifestError;
pub use outcome::{Outcome, Status, Tally};
pub use preset::Preset;
pub use row::Reading;
pub use run::{Options, Render, RunError, Watch, render_to, run, run_to};
pub use scan::scan;
pub use stats::{Bin, Count, Counter, Spread, Stats, stats};
pub use value::{Type, Value};
pub use verify::{Verified, verify};
pub use write::Format;
