//! A place cut into deprivation fifths, each into what is targeted and what is not.

use crate::model::{Counts, Curve, CurveError, Cut, Share};

/// A deprivation fifth.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fifth {
    /// What lies inside the target.
    pub targeted: Counts,
    /// What lies outside it.
    pub rest: Counts,
}

impl Fifth {
    /// Inside and outside together.
    pub fn all(&self) -> Counts {
        self.targeted + self.rest
    }
}

/// The fifths of a place, most deprived first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cells {
    /// The fifths.
    pub fifths: [Fifth; 5],
    gradient: [f64; 5],
    rank: [f64; 5],
}

impl Cells {
    /// Cuts a place at a target. Fifths are fifths of the target's own scale.
    ///
    /// # Errors
    /// [`CurveError::NoNationalPosition`] for a national target of units without national positions.
    pub fn new(curve: &Curve, target: Cut) -> Result<Self, CurveError> {
        let within = |share: f64| curve.within(Cut { share: Share::of(share, 1.0), ..target });
        let target_share = target.share.get();
        let (mut before, mut targeted_before) = (Counts::default(), Counts::default());
        let mut fifths = [Fifth::default(); 5];
        for (number, fifth) in (1u8..).zip(&mut fifths) {
            let end = f64::from(number) / 5.0;
            let up_to = within(end)?;
            let targeted_up_to = within(end.min(target_share))?;
            let targeted = targeted_up_to - targeted_before;
            fifth.targeted = targeted;
            fifth.rest = up_to - before - targeted;
            (before, targeted_before) = (up_to, targeted_up_to);
        }
        Ok(Self::of(fifths))
    }

    /// The cells of fifths given as they are.
    pub fn of(fifths: [Fifth; 5]) -> Self {
        // Rounding may leave a trace of people in a cell that holds nobody.
        let held = |counts: Counts| Counts {
            areas: counts.areas.max(0.0),
            people: counts.people.max(0.0),
            in_need: counts.in_need.max(0.0).min(counts.people.max(0.0)),
        };
        let fifths = fifths.map(|fifth| Fifth { targeted: held(fifth.targeted), rest: held(fifth.rest) });
        let rank = mid_ranks(fifths.map(|fifth| fifth.all().people));
        let mut inhabited = fifths.iter().zip(rank).filter(|(fifth, _)| fifth.all().people > 0.0).map(|(_, rank)| rank);
        let first = inhabited.next().unwrap_or_default();
        let last = inhabited.next_back().unwrap_or(first);
        let gradient = rank.map(|rank| Share::of(last - rank, last - first).get());
        Self { fifths, gradient, rank }
    }

    /// How far each fifth is from the least to the most deprived one that people live in (0 to 1), by mid-cumulative
    /// population rank: the scale of gradients.
    pub fn gradient(&self) -> [f64; 5] {
        self.gradient
    }

    /// Everybody.
    pub fn total(&self) -> Counts {
        self.fifths.iter().fold(Counts::default(), |sum, fifth| sum + fifth.all())
    }

    /// Slope index of inequality of a risk over the fifths: the risk at the most deprived end less that at the least
    /// deprived end, by weighted least squares on mid-cumulative population rank. Positive where the deprived have the
    /// higher risk. 0 where all people live in one fifth.
    pub fn slope_index(&self, risk: [f64; 5]) -> f64 {
        let people = self.fifths.map(|fifth| fifth.all().people);
        let total: f64 = people.iter().sum();
        let mean = |value: [f64; 5]| people.iter().zip(value).map(|(n, v)| n * v).sum::<f64>() / total;
        let (mean_rank, mean_risk) = (mean(self.rank), mean(risk));
        let mut covariance = 0.0;
        let mut variance = 0.0;
        for ((n, rank), risk) in people.iter().zip(self.rank).zip(risk) {
            covariance += n * (rank - mean_rank) * (risk - mean_risk);
            variance += n * (rank - mean_rank) * (rank - mean_rank);
        }
        if variance > 0.0 { -covariance / variance } else { 0.0 }
    }
}

/// The mid-cumulative population rank of each fifth (0 to 1).
fn mid_ranks(people: [f64; 5]) -> [f64; 5] {
    let total: f64 = people.iter().sum();
    let mut before = 0.0;
    people.map(|n| {
        let middle = before + n / 2.0;
        before += n;
        Share::of(middle, total).get()
    })
}
