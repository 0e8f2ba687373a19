//! What many texts are: how many of each 文种, of which organs and years, how they are numbered, how long they are.

mod counter;
mod facts;
mod spread;

use std::collections::BTreeMap;
use std::path::Path;

use hongtou::diagnostic::Code;
use serde::{Serialize, Serializer};

pub use counter::{Count, Counter};
pub(crate) use facts::Facts;
pub use spread::{Bin, Spread};

use crate::outcome::Tally;
use crate::pipeline::pipeline;
use crate::run::{Options, RunError, Task, Watch, Work, count};
use crate::worker::Rows;

/// Sections in a text, the least of each bin.
const SECTIONS: &[u64] = &[0, 1, 5, 10, 20, 50, 100, 200];
/// Characters of a text.
const CHARACTERS: &[u64] = &[0, 1, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
/// Ranks of numbers that a text has: 一、 （一） 1. （1） ①.
const LEVELS: &[u64] = &[0, 1, 2, 3, 4, 5];

/// What some texts are. Its size does not depend on how many there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stats {
    /// The inputs and what became of them.
    pub inputs: Tally,
    /// Texts that were read.
    pub documents: u64,
    /// Texts by 文种 as written.
    pub kinds: Counter,
    /// Texts by 发文机关; one of several organs counts for each.
    pub issuers: Counter,
    /// Texts by the year of their 成文日期, else of their 发文字号.
    #[serde(serialize_with = "years")]
    pub years: BTreeMap<Option<u16>, u64>,
    /// Texts by how many ranks of 结构层次序数 they have.
    pub levels: Spread,
    /// Texts by numbered sections, those of attachments too.
    pub sections: Spread,
    /// Texts by 条.
    pub articles: Spread,
    /// Texts by characters.
    pub characters: Spread,
    /// Texts with a remark of each code.
    pub diagnostics: Counter,
    /// All remarks.
    pub remarks: u64,
}

impl Default for Stats {
    fn default() -> Self {
        Self {
            inputs: Tally::default(),
            documents: 0,
            kinds: Counter::default(),
            issuers: Counter::default(),
            years: BTreeMap::new(),
            levels: Spread::of(LEVELS),
            sections: Spread::of(SECTIONS),
            articles: Spread::of(SECTIONS),
            characters: Spread::of(CHARACTERS),
            diagnostics: Counter::default(),
            remarks: 0,
        }
    }
}

impl Stats {
    fn add(&mut self, facts: &Facts) {
        self.documents += 1;
        self.kinds.add(facts.kind.as_slice());
        self.issuers.add(&facts.issuers);
        *self.years.entry(facts.year).or_default() += 1;
        self.levels.add(u64::from(facts.levels.count_ones()));
        self.sections.add(facts.sections);
        self.articles.add(facts.articles);
        self.characters.add(facts.characters);
        let codes: Vec<_> = facts.remarks.keys().map(|code: &Code| code.name().to_owned()).collect();
        self.diagnostics.add(&codes);
        self.remarks += facts.remarks.values().sum::<u64>();
    }
}

/// `[{"year": 2024, "documents": 3}, {"year": null, "documents": 1}]`
fn years<S: Serializer>(years: &BTreeMap<Option<u16>, u64>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Year {
        year: Option<u16>,
        documents: u64,
    }
    serializer.collect_seq(years.iter().map(|(&year, &documents)| Year { year, documents }))
}

/// Reads all inputs and counts what they are. Of the options, those about a table don't matter.
///
/// # Errors
///
/// Where the run is told to stop, or the system gives no threads.
pub fn stats(options: &Options, watch: &dyn Watch) -> Result<Stats, RunError> {
    let options = &Options { shard: None, ..options.clone() };
    let mut stats = Stats::default();
    pipeline(Work { options, task: Task::Facts }, watch, Vec::new(), Path::new(""), |step| {
        count(&step.done, &mut stats.inputs, watch);
        if let Rows::Facts(facts) = &step.done.rows {
            for facts in facts {
                stats.add(facts);
            }
        }
        Ok(())
    })?;
    Ok(stats)
}
