//! What a link comes to: the answer to its view on some figures.
//!
//! `evaluate` and the tests that hold links go through here, so that a view that is added is added in one place;
//! `export` looks at it to make files.

use thiserror::Error;

use super::gap_measures::{MeasureError, Measured, NoDraws, RowsIn};
use super::gap_target::Targets;
use super::incentive::{IncentiveProblem, Incentives};
use super::population::{RESIDENTS, Risk, RiskProblem};
use super::strategies::{Strategies, all_intervals};
use super::{MissError, RankedPlace, TargetingResult};
use crate::data::{Authority, AuthorityCode, NeedMeasure, Population, PopulationError, RankBy};
use crate::model::Counts;
use crate::model::gap::SlopeIntervals;
use crate::model::strategies::Interval;
use crate::scenario::{MeasureChoices, Scenario, View};

/// Why a link comes to nothing.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NoReport {
    /// The view shows no numbers of its own.
    #[error("the view has no numbers of its own")]
    NoNumbers(View),
    /// The figures do not hold the place or the need.
    #[error(transparent)]
    Population(#[from] PopulationError),
    /// The place cannot be cut.
    #[error(transparent)]
    Place(#[from] MissError),
    /// The choices of the view `population` cannot be true together.
    #[error(transparent)]
    Risk(#[from] RiskProblem),
    /// The choices of the view `incentive` cannot be true together.
    #[error(transparent)]
    Payment(#[from] IncentiveProblem),
    /// Rows and choices of the view `gap` give no answer together.
    #[error(transparent)]
    Rows(#[from] MeasureError),
}

/// The people of a place in some figures.
#[derive(Debug, Clone)]
pub struct PlaceFigures {
    /// The authorities of the figures.
    pub authorities: Vec<Authority>,
    /// The units of the place.
    pub population: Population,
    /// What each authority of the place holds in all.
    pub totals: Vec<(AuthorityCode, Counts)>,
}

/// Whom a view counts in which order, whatever else the link says.
pub fn need_and_order(scenario: &Scenario) -> (NeedMeasure, RankBy) {
    match scenario.view {
        View::Population => RESIDENTS,
        _ => (scenario.need, scenario.rank),
    }
}

/// Whether the answer of a view depends on a place.
pub const fn needs_a_place(view: View) -> bool {
    match view {
        View::Missed | View::Strategies | View::Population | View::Incentive => true,
        View::Gap | View::Saved | View::Note | View::Site | View::Data | View::About => false,
    }
}

/// The answer of a view.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    Target(TargetingResult),
    Offers(TargetingResult, Strategies, Vec<Vec<Option<Interval>>>),
    Risk(Risk),
    Payment(TargetingResult, Incentives),
}

/// Rows of the view `gap` measured.
#[derive(Debug, Clone)]
pub(crate) struct MeasuredRows {
    pub(crate) input: RowsIn,
    pub(crate) choices: MeasureChoices,
    pub(crate) measured: Measured,
    pub(crate) intervals: Result<Option<SlopeIntervals>, NoDraws>,
}

/// An answer that speaks of a place.
#[derive(Debug, Clone)]
pub(crate) struct OfPlace {
    pub(crate) prepared: RankedPlace,
    pub(crate) authorities: Vec<Authority>,
    pub(crate) totals: Vec<(AuthorityCode, Counts)>,
    pub(crate) answer: Answer,
}

#[derive(Debug, Clone)]
pub(crate) enum Content {
    OfPlace(Box<OfPlace>),
    Gap(Box<(Targets, MeasuredRows)>),
}

/// A link with all that it comes to.
#[derive(Debug, Clone)]
pub struct Report {
    pub(crate) scenario: Scenario,
    pub(crate) content: Content,
}

impl Report {
    /// Works out a view that speaks of a place.
    ///
    /// # Errors
    /// [`NoReport`] if the view speaks of no place, or where choices and figures give no answer together.
    pub fn of_place(scenario: &Scenario, figures: PlaceFigures) -> Result<Self, NoReport> {
        let PlaceFigures { authorities, population, totals } = figures;
        let prepared = RankedPlace::new(population)?;
        let missed = || TargetingResult::new(scenario, &prepared);
        let answer = match scenario.view {
            View::Missed => Answer::Target(missed()?),
            View::Strategies => {
                let result = Strategies::new(scenario, &prepared)?;
                let intervals = all_intervals(&scenario.offers, &result);
                Answer::Offers(missed()?, result, intervals)
            }
            View::Population => Answer::Risk(Risk::new(scenario, &prepared)?),
            View::Incentive => Answer::Payment(missed()?, Incentives::new(scenario, &prepared)?),
            view @ (View::Gap | View::Saved | View::Note | View::Site | View::Data | View::About) => {
                return Err(NoReport::NoNumbers(view));
            }
        };
        let content = Content::OfPlace(Box::new(OfPlace { prepared, authorities, totals, answer }));
        Ok(Self { scenario: scenario.clone(), content })
    }

    /// Works the view `gap` out on rows.
    ///
    /// # Errors
    /// [`NoReport`] for another view, or where rows and choices give no answer together.
    pub fn of_rows(scenario: &Scenario, input: RowsIn) -> Result<Self, NoReport> {
        if scenario.view != View::Gap {
            return Err(NoReport::NoNumbers(scenario.view));
        }
        let choices = input.choices(&scenario.gap.measures);
        let measured = Measured::new(&input, &choices)?;
        let intervals = measured.intervals(&choices);
        let targets = Targets::new(&scenario.gap.target);
        let rows = MeasuredRows { input, choices, measured, intervals };
        let content = Content::Gap(Box::new((targets, rows)));
        Ok(Self { scenario: scenario.clone(), content })
    }
}
