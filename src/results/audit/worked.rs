//! The counts of an audit: by area, by period and by group, with the fifth that each area is in. What they come to is worked out by
//! `release`, with or without holding any back.

use super::AuditIn;
use super::matched::{LeftOut, Matched};
use crate::model::gap::{DeprivationOrder, quantile_groups};
use crate::results::areas::{ListedUnit, UnitList};
use crate::scenario::{CutKind, Scenario};

/// How many groups of areas there are.
pub const FIFTHS: usize = 5;

/// What areas are put into fifths of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FifthsOf {
    /// England's areas, by their national rank.
    England,
    /// The place's own areas.
    Place,
}

/// People served by area, under a name: in a period, or of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The name; empty where the table has none.
    pub name: String,
    /// How many, in the order of the areas.
    pub units: Vec<f64>,
}

/// The counts of an audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// What the fifths are of; `None` where there are too few areas for fifths.
    pub fifths_of: Option<FifthsOf>,
    /// The fifth of each area, from 0 for the most deprived.
    pub fifths: Vec<Option<usize>>,
    /// People in need in each area.
    pub in_need: Vec<f64>,
    /// Every period, in the order of time. The last one is shown.
    pub periods: Vec<Counted>,
    /// Groups in that period, where the table has several.
    pub groups: Vec<Counted>,
    /// Areas that the table does not speak of: nobody is counted there.
    pub not_named: usize,
    /// Councils with another code by now.
    pub followed: usize,
    /// Who is left out.
    pub left_out: LeftOut,
}

impl Audit {
    /// Counts people in areas.
    pub fn new(scenario: &Scenario, input: &AuditIn) -> Self {
        let list = &input.place.list;
        let matched = Matched::new(&input.place, &input.served);
        let (fifths_of, fifths) = fifths(scenario.cut, list);
        let named = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        let groups = match matched.served.last() {
            Some(groups) if input.served.groups.len() > 1 => groups
                .iter()
                .enumerate()
                .map(|(at, units)| Counted { name: named(&input.served.groups, at), units: units.clone() })
                .collect(),
            _ => Vec::new(),
        };
        let period = |(at, groups): (usize, &Vec<Vec<f64>>)| Counted {
            name: named(&input.served.periods, at),
            units: (0..list.units.len()).map(|unit| groups.iter().filter_map(|group| group.get(unit)).sum()).collect(),
        };
        Self {
            fifths_of,
            fifths,
            in_need: list.units.iter().map(|unit| unit.counts.in_need).collect(),
            periods: matched.served.iter().enumerate().map(period).collect(),
            groups,
            not_named: matched.is_named.iter().filter(|is_named| !**is_named).count(),
            followed: matched.followed,
            left_out: matched.left_out,
        }
    }

    /// How many people belong to an area of the place, in all periods.
    pub fn counted(&self) -> f64 {
        self.periods.iter().flat_map(|period| &period.units).sum()
    }

    /// How many people the table has in all.
    pub fn all_people(&self) -> f64 {
        self.counted() + self.left_out.people()
    }

    /// Whether nobody at all was served in an area of the place.
    pub fn is_empty(&self) -> bool {
        self.counted() <= 0.0
    }
}

/// The fifth of each area: of England where all have a national rank and that is asked for, else of the place. Whole areas only.
fn fifths(cut: CutKind, list: &UnitList) -> (Option<FifthsOf>, Vec<Option<usize>>) {
    let units = &list.units;
    if cut == CutKind::National && !units.is_empty() && units.iter().all(|unit| unit.national.is_some()) {
        let fifth = |unit: &ListedUnit| {
            let national = unit.national?;
            // An area that ties across a border is in the fifth with most of its stretch.
            let is_within = |fifth: &usize| national.share_within((fifth + 1) as f64 / FIFTHS as f64) >= 0.5;
            Some((0..FIFTHS).find(is_within).unwrap_or(FIFTHS - 1))
        };
        return (Some(FifthsOf::England), units.iter().map(fifth).collect());
    }
    let order: Vec<Option<f64>> = units.iter().map(|unit| Some(unit.order)).collect();
    let groups = quantile_groups(&order, 5, DeprivationOrder::LowestFirst);
    if groups.is_empty() || groups.contains(&None) {
        return (None, vec![None; units.len()]);
    }
    (Some(FifthsOf::Place), groups.into_iter().map(|group| Some((group? as usize).saturating_sub(1))).collect())
}
