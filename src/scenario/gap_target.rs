//! What the slope target of the view `gap` is set to.

use super::{Percent, Thousandths};

/// A line over deprivation: three rates for each 100,000 people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// On average.
    pub mean: Thousandths,
    /// At the least deprived end.
    pub least: Thousandths,
    /// At the most deprived end.
    pub most: Thousandths,
}

impl Rates {
    /// Cambridgeshire, from appendix C of the strategy: the mean is printed, the ends follow from what is.
    pub const CAMBRIDGESHIRE: Self = Self::of(102, 52, 208);
    /// Made up, to have something for Peterborough, of which no rate is printed.
    pub const ILLUSTRATIVE: Self = Self::of(140, 70, 280);

    const fn of(mean: i64, least: i64, most: i64) -> Self {
        Self { mean: whole(mean), least: whole(least), most: whole(most) }
    }
}

/// The choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetChoices {
    /// By how much the slope is cut.
    pub cut: Percent,
    /// The line that is cut.
    pub rates: Rates,
    /// A second line beside it, cut by as much, with what has been typed of it so far.
    pub second: [Option<Thousandths>; 3],
}

impl Default for TargetChoices {
    fn default() -> Self {
        Self { cut: Percent::from_tenths(200), rates: Rates::CAMBRIDGESHIRE, second: [None; 3] }
    }
}

impl TargetChoices {
    /// The second line, once all three of its rates are there.
    pub fn second_rates(&self) -> Option<Rates> {
        let [mean, least, most] = self.second;
        Some(Rates { mean: mean?, least: least?, most: most? })
    }

    /// Sets the second line whole, or takes it away.
    pub fn set_second(&mut self, rates: Option<Rates>) {
        self.second = rates.map_or([None; 3], |rates| [rates.mean, rates.least, rates.most].map(Some));
    }
}

/// Reads a rate for each 100,000 people, from 0 to 100,000.
pub fn parse_rate(text: &str) -> Option<Thousandths> {
    const MOST: Thousandths = Thousandths::of(100_000_000);
    Thousandths::parse(&text.replace(',', ""), Thousandths::of(0)..=MOST).ok()
}

const fn whole(number: i64) -> Thousandths {
    Thousandths::of(1000 * number)
}
