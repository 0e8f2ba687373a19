//! How many texts have each name, the most frequent names kept.

use std::collections::HashMap;
use std::mem::take;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// Names that are kept where there are too many.
const KEPT: usize = 10_000;
/// Names that are too many.
const TOO_MANY: usize = 2 * KEPT;

/// How many texts have each name.
///
/// Where there are more than 20,000 names, the rarest are given up and their texts counted together; a name met again
/// later is then counted from there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counter {
    counts: HashMap<String, u64>,
    /// Texts that have none.
    pub none: u64,
    /// Texts whose name was given up.
    pub others: u64,
}

/// A name and its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count<'c> {
    /// The name.
    pub name: &'c str,
    /// Texts that have it.
    pub documents: u64,
}

impl Counter {
    /// Counts a text with these names.
    pub(crate) fn add(&mut self, names: &[String]) {
        self.none += u64::from(names.is_empty());
        for name in names {
            match self.counts.get_mut(name) {
                Some(count) => *count += 1,
                None => drop(self.counts.insert(name.clone(), 1)),
            }
        }
        if self.counts.len() > TOO_MANY {
            self.give_up();
        }
    }

    /// Gives up the names with the fewest texts.
    fn give_up(&mut self) {
        let mut all: Vec<_> = take(&mut self.counts).into_iter().collect();
        all.sort_unstable_by(|(a, more), (b, fewer)| fewer.cmp(more).then_with(|| a.cmp(b)));
        self.others += all.iter().skip(KEPT).map(|(_, count)| count).sum::<u64>();
        self.counts.extend(all.into_iter().take(KEPT));
    }

    /// The names, the most frequent first, those as frequent in their order.
    #[must_use]
    pub fn names(&self) -> Vec<Count<'_>> {
        let mut all: Vec<_> = self.counts.iter().map(|(name, &documents)| Count { name, documents }).collect();
        all.sort_unstable_by(|a, b| b.documents.cmp(&a.documents).then_with(|| a.name.cmp(b.name)));
        all
    }
}

impl Serialize for Counter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut counter = serializer.serialize_struct("Counter", 3)?;
        counter.serialize_field("names", &self.names())?;
        counter.serialize_field("none", &self.none)?;
        counter.serialize_field("others", &self.others)?;
        counter.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_names_are_kept_however_many_there_are() {
        let mut counter = Counter::default();
        for at in 0..3 * TOO_MANY {
            counter.add(&[format!("乡{at}"), "县".to_owned()]);
        }
        counter.add(&[]);
        assert!(counter.counts.len() <= TOO_MANY);
        let names = counter.names();
        assert_eq!(names.first(), Some(&Count { name: "县", documents: 3 * TOO_MANY as u64 }));
        let all: u64 = names.iter().map(|count| count.documents).sum();
        assert_eq!((all + counter.others, counter.none), (6 * TOO_MANY as u64, 1), "every text is counted");
    }
}
