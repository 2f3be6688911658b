//! What a link comes to: the answer to its view on some figures, in one place for every view.
//!
//! `evaluate`, the files that the page saves and the tests that hold links all go through here, so that a view that is added
//! is added once; `export` looks at it to make files. What a page has worked out already goes in as it is ([`PlaceInput`],
//! [`Undrawn`]), so that a file holds the very numbers that are shown.

use std::sync::Arc;

use thiserror::Error;

use super::areas::{AreasResult, UnitList};
use super::audit::{Audit, AuditIn, example};
use super::checked::{Check, Pair};
use super::councils::{Councils, PlacesError, PlacesIn};
use super::gap_measures::{Grouped, MeasureError, Measured, NoDraws, RowsIn};
use super::gap_target::Targets;
use super::incentive::{IncentiveProblem, Incentives};
use super::offered::OffersAnswer;
use super::own_units::OwnTable;
use super::population::{RESIDENTS, Risk, RiskProblem};
use super::rural::{RuralIn, RuralSplit};
use super::strategies::{Intervals, Strategies, all_draws, all_intervals};
use super::value::{Certainty, certainty};
use super::{MissError, RankedPlace, TargetingResult};
use crate::data::figures::{FiguresTable, HeldOf, Table};
use crate::data::official::FileVersion;
use crate::data::{NeedMeasure, Places, Population, PopulationError, RankBy};
use crate::model::gap::{Simulation, SlopeIntervals};
use crate::scenario::{MeasureChoices, NumbersOf, Offers, Scenario, View, Within};

/// Why a link comes to nothing.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NoReport {
    /// The view shows no numbers of its own.
    #[error("the view has no numbers of its own")]
    NoNumbers(View),
    /// The built-in figures hold no single areas.
    #[error("the built-in figures hold no single areas")]
    NoUnits,
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

impl From<PlacesError> for NoReport {
    fn from(error: PlacesError) -> Self {
        match error {
            PlacesError::Population(error) => Self::Population(error),
            PlacesError::Place(error) => Self::Place(error),
        }
    }
}

/// The people of a place in some figures, ready to be cut.
#[derive(Debug, Clone)]
pub struct PlaceInput {
    /// The curve of the place.
    pub prepared: Arc<RankedPlace>,
    /// The places of the figures.
    pub places: Places,
    /// What each authority of the place holds in all.
    pub totals: Vec<HeldOf>,
    /// Whom the target reaches and misses, where that is known already.
    pub missed: Option<TargetingResult>,
    /// The person's own file that the figures are from; `None` for the built-in ones.
    pub file: Option<FileVersion>,
    /// The person's own units that the figures are, with how their table was read.
    pub table: Option<Arc<OwnTable>>,
    /// The areas of an official file one by one, where the view is about them.
    pub list: Option<Arc<UnitList>>,
    /// Figures by class of area, where the link asks for them; they are built in, whatever the others are from.
    pub rural: Option<RuralIn>,
    /// People served, with the areas that they are counted in, where the person brought some; else an example is shown.
    pub audit: Option<AuditIn>,
}

impl PlaceInput {
    /// That of people who are in no curve yet.
    ///
    /// # Errors
    /// [`NoReport::Place`] where there is nobody.
    pub fn new(population: Population, places: Places, totals: Vec<HeldOf>) -> Result<Self, NoReport> {
        let prepared = Arc::new(RankedPlace::new(population)?);
        Ok(Self {
            prepared,
            places,
            totals,
            missed: None,
            file: None,
            table: None,
            list: None,
            rural: None,
            audit: None,
        })
    }

    /// That of the person's own units, in an order.
    ///
    /// # Errors
    /// [`NoReport::Place`] where nobody is in need.
    pub fn of_table(table: Arc<OwnTable>, rank: RankBy) -> Result<Self, NoReport> {
        let input = Self::new(table.units.population(rank), Places::default(), Vec::new())?;
        Ok(Self { table: Some(table), ..input })
    }
}

/// Whom a view counts in which order, whatever else the link says.
const fn need_and_order(scenario: &Scenario) -> (NeedMeasure, RankBy) {
    match scenario.view.spec().numbers {
        NumbersOf::Residents => RESIDENTS,
        NumbersOf::Need | NumbersOf::Councils | NumbersOf::Rows | NumbersOf::Nothing => (scenario.need, scenario.rank),
    }
}

/// The answer of a view about a place.
#[derive(Debug, Clone)]
pub enum PlaceAnswer {
    /// Whom a target reaches and misses.
    Target(TargetingResult),
    /// That, and the offers compared.
    Offers(Box<OffersAnswer>),
    /// Two approaches to a risk factor.
    Risk(Risk),
    /// The same one by one.
    Areas(TargetingResult, Arc<UnitList>, AreasResult),
    /// Whom a target reaches and misses, and what a payment does.
    Payment(TargetingResult, Incentives),
    /// Whom a target reaches and misses, and whom a service reaches.
    Audit(TargetingResult, AuditIn, Box<Audit>),
}

/// An answer that speaks of a place.
#[derive(Debug, Clone)]
pub struct OfPlace {
    /// The place.
    pub input: PlaceInput,
    /// The answer.
    pub answer: PlaceAnswer,
    /// The same by class of area, where the link asks for it.
    pub rural: Option<RuralSplit>,
}

/// Rows of the view `gap` measured.
#[derive(Debug, Clone)]
pub struct MeasuredRows {
    /// The rows.
    pub input: RowsIn,
    /// The choices that they are measured by.
    pub choices: MeasureChoices,
    /// The result.
    pub measured: Measured,
    /// Intervals, `None` until they are drawn and where a draw left the range of numbers; or why there are none.
    pub intervals: Result<Option<SlopeIntervals>, NoDraws>,
    /// One result for each period, sex or area, where that is asked for; limits as above.
    pub grouped: Option<Grouped>,
}

/// What a link comes to.
#[derive(Debug, Clone)]
pub enum Content {
    /// An answer that speaks of a place.
    OfPlace(Box<OfPlace>),
    /// Every council side by side, among them the place.
    Councils(Box<(PlacesIn, Councils)>),
    /// A slope target, and rows measured or why they cannot be.
    Gap(Box<(Targets, Result<MeasuredRows, MeasureError>)>),
    /// What was published, each beside what is found here.
    Checked(Vec<(Check, Vec<Pair>)>),
}

/// What is still to be drawn of a report, and where it belongs.
pub enum Undrawn<'a> {
    /// Nothing.
    Nothing,
    /// How sure the outputs of offers are.
    Offers(&'a Offers, &'a Strategies, &'a mut Intervals),
    /// How sure the slope over rows is.
    Slope(Simulation, &'a mut MeasuredRows),
}

/// A link with all that it comes to.
#[derive(Debug, Clone)]
pub struct Report {
    scenario: Scenario,
    content: Content,
}

impl Report {
    /// Works a link out whole, with all draws. Asks for the people of a place, or of every place, in need and order as the view
    /// counts them, or for rows, as the view has use for.
    ///
    /// # Errors
    /// What asking for figures comes to; [`NoReport`] where choices and figures give no answer together, or only a part of one.
    pub fn new<E: From<NoReport>>(
        scenario: &Scenario,
        place: impl FnOnce(NeedMeasure, RankBy) -> Result<PlaceInput, E>,
        every_place: impl FnOnce(NeedMeasure, RankBy) -> Result<PlacesIn, E>,
        rows: impl FnOnce() -> Result<RowsIn, E>,
    ) -> Result<Self, E> {
        let mut report = Self::at_likely(scenario, place, every_place, rows)?;
        if let Content::Gap(of) = &report.content
            && let Err(error) = &of.1
        {
            return Err(NoReport::Rows(error.clone()).into());
        }
        match report.undrawn() {
            Undrawn::Nothing => {}
            Undrawn::Offers(offers, result, intervals) => *intervals = all_intervals(offers, result),
            Undrawn::Slope(_, rows) => rows.intervals = rows.measured.intervals(&rows.choices),
        }
        if let Some((grouped, choices)) = report.groups() {
            grouped.draw(choices);
        }
        if let Some((offers, result, found)) = report.uncertain() {
            let draws = all_draws(offers);
            *found = Some(certainty(offers, &result.cells, &result.value, &draws));
        }
        Ok(report)
    }

    /// The same without draws, which a page takes in slices: what is left to draw is in [`Report::undrawn`]. Rows that cannot
    /// be measured leave the rest of their view as it is.
    ///
    /// # Errors
    /// As for [`Report::new`], but for those rows.
    pub fn at_likely<E: From<NoReport>>(
        scenario: &Scenario,
        place: impl FnOnce(NeedMeasure, RankBy) -> Result<PlaceInput, E>,
        every_place: impl FnOnce(NeedMeasure, RankBy) -> Result<PlacesIn, E>,
        rows: impl FnOnce() -> Result<RowsIn, E>,
    ) -> Result<Self, E> {
        let place = || {
            let (need, rank) = need_and_order(scenario);
            place(need, rank)
        };
        let of_place = |input, answer| Content::OfPlace(Box::new(OfPlace { input, answer, rural: None }));
        let content = match scenario.view {
            View::Missed => {
                let mut input = place()?;
                let answer = PlaceAnswer::Target(missed(scenario, &mut input)?);
                let rural = rural(scenario, &input)?;
                Content::OfPlace(Box::new(OfPlace { input, answer, rural }))
            }
            View::Councils => {
                let (need, rank) = need_and_order(scenario);
                let input = every_place(need, rank)?;
                let result = Councils::new(scenario, &input).map_err(NoReport::from)?;
                Content::Councils(Box::new((input, result)))
            }
            View::Strategies => {
                let mut input = place()?;
                let result = Strategies::new(scenario, &input.prepared).map_err(NoReport::from)?;
                let missed = missed(scenario, &mut input)?;
                let answer = OffersAnswer { missed, result, intervals: Vec::new(), certainty: None };
                of_place(input, PlaceAnswer::Offers(Box::new(answer)))
            }
            View::Areas => {
                let mut input = place()?;
                let (_, rank) = need_and_order(scenario);
                let of_table = |table: &Arc<OwnTable>| UnitList::of_table(&table.units, rank).map(Arc::new);
                let list =
                    input.list.clone().or_else(|| input.table.as_ref().and_then(of_table)).ok_or(NoReport::NoUnits)?;
                let result = AreasResult::new(scenario, &input.prepared, &list).map_err(NoReport::from)?;
                let answer = PlaceAnswer::Areas(missed(scenario, &mut input)?, list, result);
                of_place(input, answer)
            }
            View::Population => {
                let input = place()?;
                let answer = PlaceAnswer::Risk(Risk::new(scenario, &input.prepared).map_err(NoReport::from)?);
                of_place(input, answer)
            }
            View::Incentive => {
                let mut input = place()?;
                let missed = missed(scenario, &mut input)?;
                let result = Incentives::new(scenario, &input.prepared).map_err(NoReport::from)?;
                of_place(input, PlaceAnswer::Payment(missed, result))
            }
            View::Audit => {
                let mut input = place()?;
                let audited = input.audit.take().unwrap_or_else(example);
                let audit = Box::new(Audit::new(scenario, &audited));
                let answer = PlaceAnswer::Audit(missed(scenario, &mut input)?, audited, audit);
                of_place(input, answer)
            }
            View::Gap => Content::Gap(Box::new((Targets::new(&scenario.gap.target), measured(scenario, rows()?)))),
            view @ (View::Saved | View::Note | View::Site | View::Data | View::Checked | View::About) => {
                return Err(NoReport::NoNumbers(view).into());
            }
        };
        Ok(Self { scenario: scenario.clone(), content })
    }

    /// The report of the view `gap` for rows that are measured already.
    pub fn of_rows(scenario: &Scenario, rows: Result<MeasuredRows, MeasureError>) -> Self {
        let content = Content::Gap(Box::new((Targets::new(&scenario.gap.target), rows)));
        Self { scenario: scenario.clone(), content }
    }

    /// The report of the view `checked`, which is about places of its own, whatever the link says: asks for the people of
    /// each in the need and order of its own, and for tables with every region.
    ///
    /// # Errors
    /// As for [`Report::new`].
    pub fn of_checks<E: From<NoReport>>(
        scenario: &Scenario,
        mut place: impl FnMut(&Scenario, NeedMeasure, RankBy) -> Result<PlaceInput, E>,
        mut regions: impl FnMut(Table) -> Result<Vec<FiguresTable>, E>,
    ) -> Result<Self, E> {
        let mut target = |of: Scenario| {
            let (need, rank) = need_and_order(&of);
            Ok(missed(&of, &mut place(&of, need, rank)?)?)
        };
        let mut all = Vec::with_capacity(Check::COUNT);
        for check in Check::ALL {
            let targets: Vec<TargetingResult> =
                check.targets().into_iter().map(&mut target).collect::<Result<_, E>>()?;
            let councils = check.councils().map(&mut regions).transpose()?.unwrap_or_default();
            all.push((check, check.pairs(&targets, &councils)));
        }
        Ok(Self { scenario: scenario.clone(), content: Content::Checked(all) })
    }

    /// The link.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What it comes to.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// One result for each period, sex or area of rows, whose limits a page draws after the others; and how they are measured.
    pub fn groups(&mut self) -> Option<(&mut Grouped, &MeasureChoices)> {
        match &mut self.content {
            Content::Gap(of) => {
                let rows = of.1.as_mut().ok()?;
                Some((rows.grouped.as_mut()?, &rows.choices))
            }
            Content::OfPlace(_) | Content::Councils(_) | Content::Checked(_) => None,
        }
    }

    /// Offers of which it is not drawn yet how sure the choice between them is, which a page draws after the others.
    pub fn uncertain(&mut self) -> Option<(&Offers, &Strategies, &mut Option<Certainty>)> {
        match &mut self.content {
            Content::OfPlace(of) => {
                let PlaceAnswer::Offers(of) = &mut of.answer else { return None };
                of.certainty.is_none().then_some((&self.scenario.offers, &of.result, &mut of.certainty))
            }
            Content::Councils(_) | Content::Gap(_) | Content::Checked(_) => None,
        }
    }

    /// What is still to be drawn.
    pub fn undrawn(&mut self) -> Undrawn<'_> {
        match &mut self.content {
            Content::OfPlace(of) => match &mut of.answer {
                PlaceAnswer::Offers(of) if of.intervals.is_empty() => {
                    Undrawn::Offers(&self.scenario.offers, &of.result, &mut of.intervals)
                }
                PlaceAnswer::Target(_)
                | PlaceAnswer::Offers(..)
                | PlaceAnswer::Areas(..)
                | PlaceAnswer::Risk(_)
                | PlaceAnswer::Payment(..)
                | PlaceAnswer::Audit(..) => Undrawn::Nothing,
            },
            Content::Councils(_) => Undrawn::Nothing,
            Content::Gap(of) => match &mut of.1 {
                Ok(rows) => match rows.measured.simulation(&rows.choices) {
                    Ok(simulation) if rows.intervals == Ok(None) => Undrawn::Slope(simulation, rows),
                    Ok(_) | Err(_) => Undrawn::Nothing,
                },
                Err(_) => Undrawn::Nothing,
            },
            Content::Checked(_) => Undrawn::Nothing,
        }
    }
}

/// Whom the target reaches and misses, worked out unless it is known.
fn missed(scenario: &Scenario, input: &mut PlaceInput) -> Result<TargetingResult, NoReport> {
    match input.missed.take() {
        Some(missed) => Ok(missed),
        None => Ok(TargetingResult::new(scenario, &input.prepared)?),
    }
}

/// The place by class of area, where that is asked for.
fn rural(scenario: &Scenario, input: &PlaceInput) -> Result<Option<RuralSplit>, NoReport> {
    match scenario.within {
        Within::England => Ok(None),
        Within::Rural => {
            let split = input.rural.as_ref().and_then(|figures| RuralSplit::new(scenario, figures));
            split.map(Some).ok_or(NoReport::Population(PopulationError::NoSuchPlace))
        }
    }
}

/// Rows measured, with the draws to come.
fn measured(scenario: &Scenario, input: RowsIn) -> Result<MeasuredRows, MeasureError> {
    let choices = input.choices(&scenario.gap.measures);
    let measured = Measured::new(&input, &choices)?;
    let intervals = measured.simulation(&choices).map(|_| None);
    let grouped = Grouped::new(&input, &choices);
    Ok(MeasuredRows { input, choices, measured, intervals, grouped })
}
