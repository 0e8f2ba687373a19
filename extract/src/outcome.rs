//! What became of an input.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

/// What became of an input: each has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It was read whole.
    Ok,
    /// It was read, but some of its bytes were no characters and U+FFFD stands there.
    Partial,
    /// Its bytes are no text in any encoding looked for.
    Undecodable,
    /// The system, or the archive or table it is in, does not give it.
    Unreadable,
    /// It is no text: a PDF, a picture, a device.
    Unsupported,
    /// It is longer than the most that is read.
    TooLarge,
    /// The row of a table has no text.
    Missing,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Ok,
        Self::Partial,
        Self::Undecodable,
        Self::Unreadable,
        Self::Unsupported,
        Self::TooLarge,
        Self::Missing,
    ];

    /// Its name in the manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Partial => "partial",
            Self::Undecodable => "undecodable",
            Self::Unreadable => "unreadable",
            Self::Unsupported => "unsupported",
            Self::TooLarge => "too_large",
            Self::Missing => "missing",
        }
    }

    /// Whether the input has rows.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Ok | Self::Partial)
    }
}

/// What became of one input, as a line of the manifest says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its name: a path, `archive.zip#member`, `table.jsonl:17`.
    pub input: String,
    /// What became of it.
    pub status: Status,
    /// Its bytes.
    pub bytes: u64,
    /// Rows it gave.
    pub rows: u64,
    /// The encoding it was found in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Places that were no characters.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub replaced: u64,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl Outcome {
    /// That of an input of which nothing is known yet.
    pub(crate) fn of(input: String) -> Self {
        Self { input, status: Status::Ok, bytes: 0, rows: 0, encoding: None, replaced: 0, message: None }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// How a run, or a part of it, went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Inputs by status.
    counts: [u64; Status::ALL.len()],
    /// Rows they gave.
    pub rows: u64,
    /// Bytes they have.
    pub bytes: u64,
    /// Places in them that were no characters.
    pub replaced: u64,
}

impl Tally {
    /// Counts an input.
    pub fn add(&mut self, outcome: &Outcome) {
        if let Some(count) = self.counts.get_mut(outcome.status as usize) {
            *count += 1;
        }
        self.rows += outcome.rows;
        self.bytes += outcome.bytes;
        self.replaced += outcome.replaced;
    }

    /// Counts the inputs of another tally.
    pub(crate) fn join(&mut self, other: &Self) {
        self.counts.iter_mut().zip(other.counts).for_each(|(own, more)| *own += more);
        self.rows += other.rows;
        self.bytes += other.bytes;
        self.replaced += other.replaced;
    }

    /// All inputs.
    #[must_use]
    pub fn inputs(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Inputs that gave no rows.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.statuses().filter(|(status, _)| !status.is_read()).map(|(_, count)| count).sum()
    }

    /// The inputs of each status, where there are any.
    pub fn statuses(&self) -> impl Iterator<Item = (Status, u64)> {
        Status::ALL.into_iter().zip(self.counts).filter(|(_, count)| *count > 0)
    }
}

/// `{"all": 4, "ok": 3, "undecodable": 1, "bytes": 1200, "replaced": 0}`
impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("all", &self.inputs())?;
        for (status, count) in self.statuses() {
            map.serialize_entry(status.name(), &count)?;
        }
        map.serialize_entry("bytes", &self.bytes)?;
        map.serialize_entry("replaced", &self.replaced)?;
        map.end()
    }
}
