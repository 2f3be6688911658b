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
    total: Counts,
    gradient: [f64; 5],
    slope_weights: [f64; 5],
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
        let total = fifths.iter().fold(Counts::default(), |sum, fifth| sum + fifth.all());
        let slope_weights = slope_weights(fifths.map(|fifth| fifth.all().people), rank);
        Self { fifths, total, gradient, slope_weights }
    }

    /// The same cells with those people alone who can have something: a share (0 to 1) of people in need, and of others.
    #[must_use]
    pub fn eligible(&self, in_need: f64, others: f64) -> Self {
        // The digits of a place where everybody can have it stay as they are.
        if in_need >= 1.0 && others >= 1.0 {
            return *self;
        }
        let of = |counts: Counts| {
            let need = counts.in_need * in_need;
            Counts { people: need + (counts.people - counts.in_need) * others, in_need: need, ..counts }
        };
        Self::of(self.fifths.map(|fifth| Fifth { targeted: of(fifth.targeted), rest: of(fifth.rest) }))
    }

    /// How far each fifth is from the least to the most deprived one that people live in (0 to 1), by mid-cumulative
    /// population rank: the scale of gradients.
    pub fn gradient(&self) -> [f64; 5] {
        self.gradient
    }

    /// Everybody.
    pub fn total(&self) -> Counts {
        self.total
    }

    /// Slope index of inequality of a risk over the fifths: the risk at the most deprived end less that at the least
    /// deprived end, by weighted least squares on mid-cumulative population rank. Positive where the deprived have the
    /// higher risk. 0 where all people live in one fifth.
    pub fn slope_index(&self, risk: [f64; 5]) -> f64 {
        self.slope_weights.iter().zip(risk).map(|(weight, risk)| weight * risk).sum()
    }
}

/// The slope of weighted least squares is linear in the values: these are the weights, turned so that a higher value
/// in more deprived fifths is positive. All 0 where all people live in one fifth.
fn slope_weights(people: [f64; 5], rank: [f64; 5]) -> [f64; 5] {
    let total: f64 = people.iter().sum();
    let mean = people.iter().zip(rank).map(|(n, rank)| n * rank).sum::<f64>() / total;
    let variance: f64 = people.iter().zip(rank).map(|(n, rank)| n * (rank - mean) * (rank - mean)).sum();
    let mut weights = [0.0; 5];
    if variance > 0.0 {
        for ((weight, n), rank) in weights.iter_mut().zip(people).zip(rank) {
            *weight = n * (mean - rank) / variance;
        }
    }
    weights
}

/// The mid-cumulative population rank of each fifth (0 to 1).
pub(in crate::model) fn mid_ranks(people: [f64; 5]) -> [f64; 5] {
    let total: f64 = people.iter().sum();
    let mut before = 0.0;
    people.map(|n| {
        let middle = before + n / 2.0;
        before += n;
        Share::of(middle, total).get()
    })
}
