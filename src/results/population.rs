//! The view `population`: treating those past a threshold against shifting everybody.

use serde::Serialize;
use thiserror::Error;

use super::RankedPlace;
use crate::data::{NeedMeasure, RankBy, Resolution};
use crate::model::population::{
    ApproachError, Crossing, Distribution, FifthsError, FitError, Goal, HighRisk, PopulationFifth, Prevalences, Shape,
    Shifted, ThresholdMissed, fifths, high_risk, missed_by_threshold, population_shift, smallest_shift,
};
use crate::model::{CurveError, quintiles};
use crate::scenario::population::{FitKind, PopulationChoices, SizeBy};
use crate::scenario::{CutKind, Percent, Scenario};

/// Whose numbers the place has on this view, whatever need another view looks at: residents of all ages, in areas ordered
/// by overall deprivation.
pub const RESIDENTS: (NeedMeasure, RankBy) = (NeedMeasure::Income, RankBy::Imd);

/// Why there is no result: choices that cannot be true together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RiskProblem {
    /// The lines do not rise.
    #[error("the thresholds must rise")]
    Lines,
    /// No distribution fits.
    #[error(transparent)]
    Fit(FitError),
    /// None fits the earlier year.
    #[error("in the earlier year: {0}")]
    Earlier(FitError),
    /// The distribution is so wide that its mean says nothing of most people.
    #[error("the distribution is too wide")]
    TooWide,
    /// That of the earlier year is.
    #[error("in the earlier year the distribution is too wide")]
    EarlierTooWide,
    /// The programme cannot be.
    #[error("the programme: {0}")]
    Treat(ApproachError),
    /// The shift cannot be.
    #[error("the shift: {0}")]
    Shift(ApproachError),
    /// The fifths cannot be so.
    #[error(transparent)]
    Fifths(FifthsError),
    /// The place has no such fifths.
    #[error(transparent)]
    Place(CurveError),
}

/// The smallest shifts of everybody that do as much as the programme: in units, or as a share of the value, as the shift
/// is counted. `None` where no shift in range does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EqualShift {
    /// To lower the mean as much.
    pub mean: Option<f64>,
    /// To move as many below the line past which the programme treats.
    pub treat_past: Option<f64>,
    /// To move as many below each line.
    pub thresholds: Vec<Option<f64>>,
}

/// A deprivation fifth of the place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FifthAtRisk {
    /// Its share of the place's adults (0 to 1).
    pub people_share: f64,
    /// Its adults.
    pub adults: f64,
    /// Share of its adults past the first line (0 to 1).
    pub past_low: f64,
    /// Share of its adults past the second line (0 to 1).
    pub past_high: f64,
    /// Their mean, in units; `None` past the range of numbers.
    pub mean: Option<f64>,
}

impl FifthAtRisk {
    /// Its adults past the second line, and those past the first one alone.
    pub fn adults_past(&self) -> [f64; 2] {
        [self.adults * self.past_high, self.adults * (self.past_low - self.past_high)]
    }

    /// Its adults past the first line: both of [`Self::adults_past`].
    pub fn adults_at_risk(&self) -> f64 {
        let [high, between] = self.adults_past();
        high + between
    }
}

/// Everything the view shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// The risk factor as it is.
    pub now: Distribution,
    /// As it was in the earlier year.
    pub earlier: Option<Distribution>,
    /// The programme, with who moves below each line.
    pub treat: HighRisk,
    /// Who moves below the line past which it treats.
    pub treat_at: Crossing,
    /// The shift, with who moves below each line.
    pub shift: Shifted,
    /// Who moves below the line past which the programme treats.
    pub shift_at: Crossing,
    /// The smallest shifts that do as much as the programme.
    pub equal: EqualShift,
    /// The place's fifths, most deprived first.
    pub fifths: [FifthAtRisk; 5],
    /// Whom "past the second line, in the most deprived fifth" misses.
    pub missed: ThresholdMissed,
    /// Residents of the place, of all ages.
    pub residents: f64,
    /// Adults of the place.
    pub adults: f64,
    /// Which fifths they are: of England, or of the place.
    pub scale: CutKind,
    /// Single areas or bands.
    pub resolution: Resolution,
    /// Whether the fifths' people are estimated inside bands.
    pub is_approximate: bool,
}

impl Risk {
    /// Works a scenario out on a place's residents (see [`RESIDENTS`]).
    ///
    /// # Errors
    /// [`RiskProblem`] for choices that cannot be true together.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, RiskProblem> {
        let choices = &scenario.population;
        let thresholds: Vec<f64> = choices.thresholds.iter().map(|line| line.get()).collect();
        if !thresholds.is_sorted_by(|a, b| a < b) {
            return Err(RiskProblem::Lines);
        }
        let (now, earlier) = (fit(choices)?, fit_earlier(choices)?);
        if is_too_wide(&now, choices.fit, &thresholds) {
            return Err(RiskProblem::TooWide);
        }
        if earlier.is_some_and(|earlier| is_too_wide(&earlier, FitKind::Prevalences, &thresholds)) {
            return Err(RiskProblem::EarlierTooWide);
        }

        let programme = choices.programme();
        let mut all = thresholds.clone();
        all.push(programme.threshold);
        // A share of a value at or below 0 is no fall.
        if choices.shift_by == SizeBy::Percent && now.mean().is_some_and(|mean| mean <= 0.0) {
            return Err(RiskProblem::Shift(ApproachError::Threshold));
        }
        let mut treat = high_risk(&now, programme, &all).map_err(RiskProblem::Treat)?;
        let mut shift = population_shift(&now, choices.whole_shift(), &all).map_err(RiskProblem::Shift)?;
        let treat_at = treat.crossings.pop().ok_or(RiskProblem::Lines)?;
        let shift_at = shift.crossings.pop().ok_or(RiskProblem::Lines)?;
        let equal = equal_shift(choices, &now, &treat, treat_at).map_err(RiskProblem::Shift)?;

        let curve = &prepared.curve;
        let (place, scale) = match (scenario.cut, prepared.national) {
            (CutKind::National, Some(national)) => (national, CutKind::National),
            _ => (quintiles(curve, scenario.local_scale()).map_err(RiskProblem::Place)?, CutKind::Local),
        };
        let residents = curve.total().people;
        let adults = residents * choices.adults.as_share();
        let people = place.map(|fifth| fifth.people);
        let parts = fifths(&now, people, choices.gradient()).map_err(RiskProblem::Fifths)?;
        let (low, high) = (choices.line(0).get(), choices.line(1).get());
        let missed = missed_by_threshold(&parts, low, high).map_err(RiskProblem::Fifths)?;
        let at_risk = |fifth: PopulationFifth| FifthAtRisk {
            people_share: fifth.people_share,
            adults: adults * fifth.people_share,
            past_low: fifth.distribution.share_above(low),
            past_high: fifth.distribution.share_above(high),
            mean: fifth.distribution.mean(),
        };
        Ok(Self {
            now,
            earlier,
            treat,
            treat_at,
            shift,
            shift_at,
            equal,
            fifths: parts.map(at_risk),
            missed,
            residents,
            adults,
            scale,
            resolution: prepared.resolution,
            is_approximate: prepared.resolution == Resolution::Bands && scale == CutKind::Local,
        })
    }

    /// How far the value of a treated person falls on average, in units; `None` if nobody is treated.
    pub fn fall_of_treated(&self) -> Option<f64> {
        (self.treat.treated > 0.0).then(|| -self.treat.mean_change / self.treat.treated)
    }

    /// How many adults of the place a share of them is.
    pub fn adults_of(&self, share: f64) -> f64 {
        self.adults * share
    }

    /// Share of adults (0 to 1) past the first line whom no treatment is offered; 0 or less where it is offered from that
    /// line on.
    pub fn at_risk_not_offered(&self, choices: &PopulationChoices) -> f64 {
        self.now.share_above(choices.line(0).get()) - self.treat.eligible
    }

    /// Share of adults (0 to 1) from a line up to the next one, or past it where there is none.
    pub fn share_in_band(&self, line: f64, next: Option<f64>) -> f64 {
        let past = |line| self.now.share_above(line);
        (past(line) - next.map_or(0.0, past)).max(0.0)
    }

    /// The mean after the programme; `None` past the range of numbers.
    pub fn mean_after_treating(&self) -> Option<f64> {
        self.now.mean().map(|mean| mean + self.treat.mean_change)
    }

    /// The lines below which the programme moves more people than a shift that lowers the mean as much.
    pub fn lines_that_treating_leads(&self) -> impl Iterator<Item = usize> {
        let same = self.equal.mean.unwrap_or(f64::INFINITY);
        let leads = move |&(_, shift): &(usize, &Option<f64>)| shift.is_none_or(|size| size > same);
        self.equal.thresholds.iter().enumerate().filter(leads).map(|(index, _)| index)
    }

    /// Whether the programme moves more people below the highest line than the shift does; `None` if they move as many.
    pub fn is_treat_ahead_at_the_top(&self) -> Option<bool> {
        let moved = |crossings: &[Crossing]| crossings.last().map_or(0.0, |crossing| crossing.moved_below);
        let (treat, shift) = (moved(&self.treat.crossings), moved(&self.shift.crossings));
        (treat != shift).then_some(treat > shift)
    }
}

fn fit(choices: &PopulationChoices) -> Result<Distribution, RiskProblem> {
    match choices.fit {
        FitKind::Prevalences => Distribution::from_prevalences(choices.shape, prevalences(choices, choices.past)),
        FitKind::Moments => Distribution::from_mean_and_sd(choices.shape, choices.mean.get(), choices.sd.get()),
    }
    .map_err(RiskProblem::Fit)
}

fn fit_earlier(choices: &PopulationChoices) -> Result<Option<Distribution>, RiskProblem> {
    let fit = |shares| Distribution::from_prevalences(choices.shape, prevalences(choices, shares));
    choices.earlier.map(fit).transpose().map_err(RiskProblem::Earlier)
}

fn prevalences(choices: &PopulationChoices, shares: [Percent; 2]) -> Prevalences {
    Prevalences { thresholds: [choices.line(0).get(), choices.line(1).get()], shares: shares.map(Percent::as_share) }
}

/// A mean of more than this many times the value that half of people are past says nothing of most of them.
const MOST_MEAN_TO_MEDIAN: f64 = 90.0;
/// Nor does a spread of more than this many times the distance of the first two lines.
const MOST_SPREAD: f64 = 100.0;

fn is_too_wide(distribution: &Distribution, fit: FitKind, thresholds: &[f64]) -> bool {
    let (Some(mean), Some(sd)) = (distribution.mean(), distribution.sd()) else { return true };
    match distribution.shape() {
        // A spread that was typed is what it is, wherever the lines lie.
        Shape::Normal => fit == FitKind::Prevalences && sd > MOST_SPREAD * (thresholds[1] - thresholds[0]),
        Shape::Lognormal => {
            let median = distribution.value_with_share_above(0.5).unwrap_or_default();
            mean > MOST_MEAN_TO_MEDIAN * median
        }
    }
}

/// Shifts by more than this many times the distance of the outer lines are looked for first.
const MOST_SPANS: f64 = 20.0;
/// Further ones are looked for where none up to there does, as far as numbers are let in.
const FURTHEST: f64 = 1e9;
/// Shifts up to this share of the value are looked for first.
const MOST_SHARE: f64 = 0.99;
/// Shifts that leave less of the value than this are none.
const LEAST_LEFT: f64 = 1e-9;

fn equal_shift(
    choices: &PopulationChoices,
    now: &Distribution,
    treat: &HighRisk,
    treat_at: Crossing,
) -> Result<EqualShift, ApproachError> {
    let fall = -treat.mean_change;
    let span = choices.line(usize::MAX).get() - choices.line(0).get();
    let most = match choices.shift_by {
        SizeBy::Units => fall.max(MOST_SPANS * span),
        SizeBy::Percent => MOST_SHARE,
    };
    let smallest = |goal| {
        let mut most = most;
        loop {
            let found = smallest_shift(now, choices.shift_of_size(), goal, most)?;
            most = match choices.shift_by {
                _ if found.is_some() => return Ok(found),
                SizeBy::Units if most < FURTHEST => (2.0 * most).max(1.0),
                // What is left is halved.
                SizeBy::Percent if 1.0 - most > LEAST_LEFT => (1.0 + most) / 2.0,
                SizeBy::Units | SizeBy::Percent => return Ok(None),
            };
        }
    };
    let moved =
        |crossing: &Crossing| smallest(Goal::MovedBelow { threshold: crossing.threshold, share: crossing.moved_below });
    Ok(EqualShift {
        mean: smallest(Goal::MeanFall(fall))?,
        treat_past: moved(&treat_at)?,
        thresholds: treat.crossings.iter().map(moved).collect::<Result<_, _>>()?,
    })
}
