//! The view `missed`: whom a geographic target reaches and misses.

use serde::Serialize;
use thiserror::Error;

use crate::data::{Population, Resolution};
use crate::model::{
    Basis, Curve, CurveError, Cut, CutScale, NotAShare, Quintile, Share, SmallestTarget, Target, between_area_share,
    quintiles, smallest_target_reaching,
};
use crate::scenario::{CutKind, Scenario};

/// The shares of need for which the page always says how big a target must be.
pub const GOALS: [f64; 3] = [0.5, 0.8, 0.95];

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum MissError {
    /// The figures do not make a curve.
    #[error(transparent)]
    Curve(#[from] CurveError),
    /// A share out of range; the scenario's types rule it out.
    #[error(transparent)]
    Share(#[from] NotAShare),
}

/// What stays the same while the slider moves: made once per (data, place, need, rank).
#[derive(Debug, Clone)]
pub struct RankedPlace {
    /// The place's concentration curve.
    pub curve: Curve,
    /// Areas or bands.
    pub resolution: Resolution,
    /// Whether bands of several councils are put together.
    pub is_joined: bool,
    /// Where each band holds equally many of a table's units, how many per cent of them; 0 elsewhere.
    pub band: u8,
    /// How much of being in need lies between areas (0 to 1).
    pub between_area_share: Option<f64>,
    /// Fifths of England's areas, where the figures have national positions.
    pub national: Option<[Quintile; 5]>,
}

impl RankedPlace {
    /// Builds the curve of a place.
    ///
    /// # Errors
    /// [`MissError::Curve`] if the figures do not make a curve, for example because nobody is in need.
    pub fn new(population: Population) -> Result<Self, MissError> {
        let curve = match population.resolution {
            Resolution::Areas => Curve::new(population.units)?,
            Resolution::Bands => Curve::of_groups(population.units)?,
        };
        let between_area_share = between_area_share(curve.total(), population.squared_need);
        let national = if curve.has_national() { Some(quintiles(&curve, CutScale::National)?) } else { None };
        let Population { resolution, is_joined, band, .. } = population;
        Ok(Self { curve, resolution, is_joined, band, between_area_share, national })
    }

    /// Whether a target's figures interpolate inside a band.
    pub(super) fn interpolates(&self, scenario: &Scenario, cut: CutKind, share: Share) -> bool {
        let splits = cut == CutKind::Local && scenario.basis == Basis::Areas && !scenario.whole;
        let is_at_an_end = || {
            let bands = share.get() * 100.0 / f64::from(self.band);
            (bands - bands.round()).abs() < 1e-9
        };
        let is_exact = self.band > 0 && splits && is_at_an_end();
        !is_exact && interpolates(self.resolution, cut, share)
    }

    /// The target at each multiple of 5% of a scale, from 0 to 100%; none on a scale that the data do not have.
    pub fn at_each_twentieth(&self, scale: CutScale) -> Vec<(Share, Target)> {
        let at = |twentieth: u8| {
            let share = Share::of(f64::from(twentieth), 20.0);
            let held = self.curve.within(Cut { scale, share }).ok()?;
            Some((share, Target::new(held, self.curve.total())))
        };
        (0..=20).filter_map(at).collect()
    }
}

/// The measures of a target, with how much of need is a matter of place at all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TargetMeasures {
    /// The measures.
    #[serde(flatten)]
    pub measures: Target,
    /// Share of the variance of being in need that lies between areas (0 to 1).
    pub between_area_share: Option<f64>,
}

/// Everything the view shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetingResult {
    /// Number of areas in the place.
    pub units: f64,
    /// Number of people.
    pub people: f64,
    /// Number of people in need.
    pub in_need: f64,
    /// People in need / people (0 to 1).
    pub need_rate: f64,
    /// Areas or bands.
    pub resolution: Resolution,
    /// Where each band holds equally many of a table's units, how many per cent of them; 0 elsewhere.
    #[serde(skip)]
    pub band: u8,
    /// Whether bands of several councils are put together, so that a local target is less sure.
    pub is_joined: bool,
    /// Whether the target's figures interpolate inside a band, so that the page says "about".
    pub is_approximate: bool,
    /// The target asked for.
    pub target: TargetMeasures,
    /// Fifths of England's areas; `None` where the data have no national positions.
    pub national: Option<[Quintile; 5]>,
    /// Fifths of the place's own areas or people.
    pub local: [Quintile; 5],
    /// The same share of England's areas, against which `local_target` is shown.
    pub national_target: Option<Target>,
    /// The same share of the place itself.
    pub local_target: Target,
    /// Whether `national_target` interpolates inside a band.
    pub national_target_is_approximate: bool,
    /// Whether `local_target` does.
    pub local_target_is_approximate: bool,
    /// A target of half the scale in use.
    pub half_target: Target,
    /// Whether `half_target` interpolates inside a band.
    pub half_target_is_approximate: bool,
    /// How big the target must be for each of [`GOALS`], then for the scenario's own goal.
    pub to_reach: Vec<SmallestTarget>,
}

impl TargetingResult {
    /// Works the scenario out.
    ///
    /// # Errors
    /// [`MissError::Curve`] for a national cut of data without national positions.
    pub fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, MissError> {
        let curve = &prepared.curve;
        let total = curve.total();
        let cut = scenario.cut()?;
        let target_at = |scale: CutScale| -> Result<Target, MissError> {
            Ok(Target::new(curve.within(Cut { scale, share: cut.share })?, total))
        };
        let half = Share::of(1.0, 2.0);
        let is_approximate = |kind| prepared.interpolates(scenario, kind, cut.share);
        let local_target = target_at(scenario.local_scale())?;
        let national_target = if curve.has_national() { Some(target_at(CutScale::National)?) } else { None };
        let goals = GOALS.into_iter().chain([scenario.goal.as_share()]);
        let to_reach = goals.map(|goal| Ok(smallest_target_reaching(curve, Share::new(goal)?, scenario.scale())?));
        Ok(Self {
            units: total.areas,
            people: total.people,
            in_need: total.in_need,
            need_rate: Share::of(total.in_need, total.people).get(),
            resolution: prepared.resolution,
            is_joined: prepared.is_joined,
            band: prepared.band,
            is_approximate: is_approximate(scenario.cut),
            target: TargetMeasures { measures: target_at(cut.scale)?, between_area_share: prepared.between_area_share },
            national: prepared.national,
            local: quintiles(curve, scenario.local_scale())?,
            national_target,
            local_target,
            half_target: Target::new(curve.within(Cut { scale: cut.scale, share: half })?, total),
            half_target_is_approximate: prepared.interpolates(scenario, scenario.cut, half),
            national_target_is_approximate: is_approximate(CutKind::National),
            local_target_is_approximate: is_approximate(CutKind::Local),
            to_reach: to_reach.collect::<Result<_, MissError>>()?,
        })
    }

    /// Number of people in need outside the target.
    pub fn in_need_outside(&self) -> f64 {
        self.in_need - self.target.measures.in_need
    }

    /// Share of people outside the target (0 to 1).
    pub fn people_share_outside(&self) -> f64 {
        1.0 - self.target.measures.people_share
    }

    /// People offered for each person in need among them, if everyone were targeted.
    pub fn number_needed_of_all(&self) -> f64 {
        self.people / self.in_need
    }

    /// The fifths of the scale in use with the largest and with the smallest share of those in need, each the more deprived
    /// one of equals.
    pub fn most_and_least_in_need(&self, cut: CutKind) -> [&Quintile; 2] {
        let [first, rest @ ..] = self.quintiles(cut);
        let ahead = |is_ahead: fn(f64, f64) -> bool| {
            rest.iter()
                .fold(first, |best, fifth| if is_ahead(fifth.need_share, best.need_share) { fifth } else { best })
        };
        [ahead(|share, best| share > best), ahead(|share, best| share < best)]
    }

    /// The fifths of the scale in use.
    pub fn quintiles(&self, cut: CutKind) -> &[Quintile; 5] {
        match (cut, &self.national) {
            (CutKind::National, Some(national)) => national,
            _ => &self.local,
        }
    }
}

/// Bands know a national cut exactly at their own ends, every 5%, and at the two ends of any scale.
pub(super) fn interpolates(resolution: Resolution, cut: CutKind, share: Share) -> bool {
    let share = share.get();
    let bands = share * 20.0;
    let at_a_band_end = (bands - bands.round()).abs() < 1e-9;
    match (resolution, cut) {
        (Resolution::Areas, _) => false,
        (Resolution::Bands, CutKind::National) => !at_a_band_end,
        (Resolution::Bands, CutKind::Local) => share > 0.0 && share < 1.0,
    }
}
