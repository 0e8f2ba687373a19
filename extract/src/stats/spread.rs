//! How texts are spread over a number: in bins, with its mean and its ends.

use serde::Serialize;

/// How many texts have a number in each bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// The bins, from the lowest.
    pub bins: Vec<Bin>,
    /// The sum of all numbers.
    pub sum: u64,
    /// The lowest; `None` where there is no text.
    pub least: Option<u64>,
    /// The highest.
    pub most: Option<u64>,
}

/// The texts whose number is so high, and lower than that of the next bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bin {
    /// The lowest number in it.
    pub from: u64,
    /// The highest; `None` where it has no end.
    pub to: Option<u64>,
    /// How many texts.
    pub documents: u64,
}

impl Spread {
    /// Bins that begin with these numbers.
    pub(crate) fn of(starts: &[u64]) -> Self {
        let ends = starts.iter().skip(1).map(|start| Some(start - 1)).chain([None]);
        let bins = starts.iter().zip(ends).map(|(&from, to)| Bin { from, to, documents: 0 }).collect();
        Self { bins, sum: 0, least: None, most: None }
    }

    pub(crate) fn add(&mut self, number: u64) {
        if let Some(bin) = self.bins.iter_mut().rev().find(|bin| bin.from <= number) {
            bin.documents += 1;
        }
        self.sum += number;
        self.least = Some(self.least.map_or(number, |least| least.min(number)));
        self.most = Some(self.most.map_or(number, |most| most.max(number)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_bin() {
        let mut spread = Spread::of(&[0, 1, 5]);
        for number in [0, 4, 5, 900] {
            spread.add(number);
        }
        let bins: Vec<_> = spread.bins.iter().map(|bin| (bin.from, bin.to, bin.documents)).collect();
        assert_eq!(bins, [(0, Some(0), 1), (1, Some(4), 1), (5, None, 2)]);
        assert_eq!((spread.sum, spread.least, spread.most), (909, Some(0), Some(900)));
    }
}
