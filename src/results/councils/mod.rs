//! The view `councils`: what the same target misses in every place of a kind (councils, or larger ones), and whether one of them stands out.
//!
//! Places are told apart by what the page prints of them, a tenth of a per cent: two that read the same are never said to differ.

mod input;
mod lie;
mod standing;

pub use input::{Home, NoFile, PlaceIn, PlacesError, PlacesIn, file_answers};
pub use lie::Named;
pub use standing::{Standing, Verdict};

use std::sync::Arc;

use serde::Serialize;

use self::lie::{Lie, named};
use super::{MissError, RankedPlace, TargetingResult};
use crate::data::hexagons::HexMap;
use crate::data::{AuthorityCode, PlaceCode};
use crate::model::{Target, ascending};
use crate::scenario::{ListKind, ListOrder, Percent, Place, Scenario};

/// What a target comes to in a place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PlaceFigures {
    /// Number of people.
    pub people: f64,
    /// Number of people in need.
    pub in_need: f64,
    /// People in need / people (0 to 1).
    pub need_rate: f64,
    /// Share of people inside the target (0 to 1).
    pub people_share: f64,
    /// Share of people in need inside the target (0 to 1).
    pub coverage: f64,
    /// 1 - coverage (0 to 1): the share of people in need who are missed.
    pub exclusion_error: f64,
    /// Number of people in need who are missed.
    pub in_need_missed: f64,
}

impl PlaceFigures {
    fn new(scenario: &Scenario, prepared: &RankedPlace) -> Result<Self, MissError> {
        let total = prepared.curve.total();
        let target = Target::new(prepared.curve.within(scenario.cut()?)?, total);
        Ok(Self {
            people: total.people,
            in_need: total.in_need,
            need_rate: total.in_need / total.people,
            people_share: target.people_share,
            coverage: target.coverage,
            exclusion_error: target.exclusion_error,
            in_need_missed: (total.in_need - target.in_need).max(0.0),
        })
    }

    /// The share missed as the page prints it, in steps: two places have the same where they read the same. What is nearly
    /// nothing or nearly all lies between the last tenths.
    fn step(&self) -> u16 {
        let reached = Percent::from_share(self.coverage).tenths();
        match reached {
            1000 if self.coverage < 1.0 => 5,
            0 if self.coverage > 0.0 => 9_995,
            _ => (1000 - reached) * 10,
        }
    }

    /// The share missed in tenths of a per cent (0 to 1000), as the page prints it.
    pub fn missed_tenths(&self) -> u16 {
        1000 - Percent::from_share(self.coverage).tenths()
    }
}

/// A place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    /// Its official code.
    pub code: PlaceCode,
    /// Its name.
    pub name: String,
    /// What the target comes to there, or why that cannot be said.
    pub figures: Result<PlaceFigures, MissError>,
    /// Its rank from the largest share missed, from 1, and whether others share it; `None` without figures.
    pub rank: Option<(usize, bool)>,
    /// Whether the place looked at is this one, or holds it.
    pub is_own: bool,
    /// Whether it borders the place looked at on land, where that is a single one of the list.
    pub is_neighbour: bool,
    /// Whether the two have something in common.
    pub is_around: bool,
}

impl PlaceRow {
    /// The place of a link to it.
    pub fn place(&self) -> Option<Place> {
        Place::of([self.code])
    }

    fn step(&self) -> Option<u16> {
        self.figures.as_ref().ok().map(PlaceFigures::step)
    }
}

/// From where to where shares reach, each as the figures of a place that has it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// Where the smallest share is missed.
    pub least: PlaceFigures,
    /// Where the middle half of the places begins.
    pub middle_from: PlaceFigures,
    /// Where it ends.
    pub middle_to: PlaceFigures,
    /// Where the largest share is missed.
    pub most: PlaceFigures,
    /// How many places the middle half is.
    pub middle: usize,
}

/// Everything the view shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Councils {
    /// The kind of the places.
    pub kind: ListKind,
    /// The year of the list that says which there are, where it is one beside the edition's own.
    pub year: Option<u16>,
    /// The places, in the order of the list.
    pub rows: Vec<PlaceRow>,
    /// The place looked at.
    pub own: PlaceFigures,
    /// The same with all that the first view says of it.
    pub missed: TargetingResult,
    /// Where it stands among the others; `None` if no other has figures.
    pub standing: Option<Standing>,
    /// From where to where shares reach; `None` if no place has figures.
    pub spread: Option<Spread>,
    /// Which places are named beside the strip.
    pub named: Named,
    /// These, as positions in the list, the largest share missed first.
    pub named_rows: Vec<usize>,
    /// Which place of the list each council lies in, in the order of the councils' codes.
    pub homes: Arc<Vec<Home>>,
    /// The councils that lie wholly in the place looked at.
    pub inside: Vec<AuthorityCode>,
    /// Whether the place looked at cuts through a council.
    pub is_cut: bool,
}

impl Councils {
    /// Works the scenario out.
    ///
    /// # Errors
    /// [`MissError`] where the place itself cannot be cut. Another that cannot says so in its row.
    pub fn new(scenario: &Scenario, input: &PlacesIn) -> Result<Self, MissError> {
        let extent = scenario.place.extent(scenario.data, &input.places);
        let lie = Lie::of(&extent, &input.all);
        let near = match lie.same(&input.all) {
            Some(same) => HexMap::of(scenario.data).bordering(
                scenario.data,
                (same.code, &same.extent),
                input.all.iter().map(|place| (place.code, &place.extent)),
            ),
            None => Vec::new(),
        };
        let row = |place: &PlaceIn| PlaceRow {
            code: place.code,
            name: place.name.clone(),
            figures: place.prepared.as_ref().map_err(|error| *error).and_then(|p| PlaceFigures::new(scenario, p)),
            rank: None,
            is_own: lie.own.contains(&place.code),
            is_neighbour: near.contains(&place.code),
            is_around: lie.around.contains(&place.code),
        };
        let mut rows: Vec<PlaceRow> = input.all.iter().map(row).collect();
        rank(&mut rows);
        let rows = ordered(rows, scenario.list);
        let own = PlaceFigures::new(scenario, &input.own)?;
        let missed = TargetingResult::new(scenario, &input.own)?;
        let is_other = |row: &&PlaceRow| lie.own.len() > 1 || !row.is_own;
        let standing = Standing::of(own.step(), rows.iter().filter(is_other).filter_map(PlaceRow::step));
        let (named, named_rows) = named(&rows, &lie);
        let blocks = extent.blocks().iter();
        Ok(Self {
            kind: input.kind,
            year: input.places.listed_in(input.kind.place_kind()),
            own,
            missed,
            standing: (standing.others > 0).then_some(standing),
            spread: spread(&rows),
            named,
            named_rows,
            homes: Arc::clone(&input.homes),
            inside: blocks.filter(|block| block.is_whole()).map(|block| block.authority).collect(),
            is_cut: extent.blocks().iter().any(|block| !block.is_whole()),
            rows,
        })
    }

    /// The row of a place.
    pub fn row_of(&self, code: PlaceCode) -> Option<&PlaceRow> {
        self.rows.iter().find(|row| row.code == code)
    }

    /// The row of the place looked at, where that is a single one of the list.
    pub fn own_row(&self) -> Option<&PlaceRow> {
        let mut own = self.rows.iter().filter(|row| row.is_own);
        own.next().filter(|_| own.next().is_none())
    }

    /// Which place of the list a council lies in.
    pub fn home_of(&self, council: AuthorityCode) -> Option<&Home> {
        let at = self.homes.binary_search_by_key(&council, |home| home.council).ok()?;
        self.homes.get(at)
    }

    /// How many councils lie in more than one place of the list.
    pub fn cut_councils(&self) -> usize {
        self.homes.iter().filter(|home| home.is_cut).count()
    }

    /// How many councils lie in no place of the list.
    pub fn councils_in_none(&self) -> usize {
        self.homes.iter().filter(|home| home.place.is_none()).count()
    }

    /// How many places have figures.
    pub fn known(&self) -> usize {
        self.rows.iter().filter(|row| row.figures.is_ok()).count()
    }

    /// The places that miss the most and those that miss the least, as far as there are any.
    pub fn ends(&self) -> Option<[Vec<&PlaceRow>; 2]> {
        let steps = || self.rows.iter().filter_map(PlaceRow::step);
        let (most, least) = (steps().max()?, steps().min()?);
        let at = |step: u16| self.rows.iter().filter(|row| row.step() == Some(step)).collect();
        Some([at(most), at(least)])
    }

    /// The rows whose name or code holds what a person typed, or all if nothing is typed, as positions in the list.
    pub fn matching(&self, typed: &str) -> Vec<usize> {
        let typed = typed.trim().to_lowercase();
        let fits = |row: &PlaceRow| {
            row.name.to_lowercase().contains(&typed) || row.code.to_string().to_lowercase().starts_with(&typed)
        };
        (0..self.rows.len()).filter(|&at| self.rows.get(at).is_some_and(fits)).collect()
    }
}

/// Gives each row its rank.
fn rank(rows: &mut [PlaceRow]) {
    let keys: Vec<f64> = rows.iter().filter_map(PlaceRow::step).map(f64::from).collect();
    let sorted: Vec<f64> = ascending(&keys).into_iter().filter_map(|at| keys.get(at).copied()).collect();
    for row in rows {
        let Some(own) = row.step().map(f64::from) else { continue };
        let (below, up_to) = (sorted.partition_point(|&step| step < own), sorted.partition_point(|&step| step <= own));
        row.rank = Some((1 + sorted.len() - up_to, up_to - below > 1));
    }
}

/// In the order asked for, from that of names. Those without figures come last.
fn ordered(rows: Vec<PlaceRow>, order: ListOrder) -> Vec<PlaceRow> {
    let key = |row: &PlaceRow| {
        let Ok(figures) = &row.figures else { return f64::MAX };
        match order {
            ListOrder::Most => -f64::from(figures.step()),
            ListOrder::Least => f64::from(figures.step()),
            ListOrder::Name => 0.0,
            ListOrder::Number => -figures.in_need_missed,
            ListOrder::Rate => -figures.need_rate,
        }
    };
    let keys: Vec<f64> = if order == ListOrder::Name { vec![0.0; rows.len()] } else { rows.iter().map(key).collect() };
    ascending(&keys).into_iter().filter_map(|at| rows.get(at).cloned()).collect()
}

/// From where to where shares reach, and the middle half of them: a quarter of the places, rounded down, is left out at each end.
fn spread(rows: &[PlaceRow]) -> Option<Spread> {
    let known: Vec<PlaceFigures> = rows.iter().filter_map(|row| row.figures.ok()).collect();
    let missed: Vec<f64> = known.iter().map(|figures| figures.exclusion_error).collect();
    let order = ascending(&missed);
    let last = order.len().checked_sub(1)?;
    let cut = order.len() / 4;
    let at = |index: usize| known.get(*order.get(index)?).copied();
    let middle = order.len() - 2 * cut;
    Some(Spread { least: at(0)?, middle_from: at(cut)?, middle_to: at(last - cut)?, most: at(last)?, middle })
}
