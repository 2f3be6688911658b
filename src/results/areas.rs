//! Which units exactly: one by one with people, those in need and those missed, targeted by a cut or by a list of codes.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use serde::Serialize;

use super::{MissError, RankedPlace};
use crate::data::official::OfficialFile;
use crate::data::table::Targetable;
use crate::data::{AuthorityCode, NeedMeasure, RankBy};
use crate::model::{Basis, Counts, Curve, Cut, CutScale, Edge, Margin, NationalPosition, Share, Target, ascending};
use crate::scenario::{Percent, Scenario};

/// A unit: an area, a school, a practice.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedUnit {
    /// Its code; empty if it has none.
    pub code: String,
    /// Its name; empty if it has none.
    pub name: String,
    /// The council it lies in; empty where that is not known.
    pub council: String,
    /// How many people it has, and how many of them are in need.
    pub counts: Counts,
    /// Deprivation order: lower is more deprived.
    pub order: f64,
    /// Place in the national ranking, if there is one.
    pub national: Option<NationalPosition>,
}

impl ListedUnit {
    /// Share of its people who are in need (0 to 1).
    pub fn need_rate(&self) -> f64 {
        Share::of(self.counts.in_need, self.counts.people).get()
    }

    /// Its name, else its code.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }
}

/// The units of a place, each by itself. Made once per (data, place, need, order).
#[derive(Debug, Clone, Default)]
pub struct UnitList {
    /// The units, most deprived first.
    pub units: Vec<ListedUnit>,
    /// Whether they have codes of their own; else their codes are numbers of rows.
    pub has_codes: bool,
    /// The councils of the units, by name.
    pub councils: Vec<String>,
    /// Which of them each unit lies in; `None` where that is not known of all.
    pub council_of: Option<Vec<u32>>,
    /// How many people in need each has: at each step of a slider this is read for all.
    in_need: Vec<f64>,
    /// The units, those with the most people in need first: made once, whatever the target is.
    by_need: Vec<u32>,
    /// The units by their code: made where it is asked for, as a list of a million takes long.
    by_code: OnceLock<HashMap<String, usize>>,
}

impl UnitList {
    /// Puts units into their order.
    pub fn new(units: Vec<ListedUnit>) -> Self {
        let orders: Vec<f64> = units.iter().map(|unit| unit.order).collect();
        let mut units: Vec<Option<ListedUnit>> = units.into_iter().map(Some).collect();
        let mut in_order = Vec::with_capacity(units.len());
        in_order.extend(ascending(&orders).into_iter().filter_map(|at| units.get_mut(at)?.take()));
        let units: Vec<ListedUnit> = in_order;
        let (councils, council_of) = councils_of(&units);
        let in_need: Vec<f64> = units.iter().map(|unit| unit.counts.in_need).collect();
        let least_first: Vec<f64> = in_need.iter().map(|in_need| -in_need).collect();
        let by_need = ascending(&least_first).into_iter().map(|at| at as u32).collect();
        Self { units, has_codes: true, councils, council_of, in_need, by_need, by_code: OnceLock::new() }
    }

    /// Those of a table; `None` where it holds bands of them.
    pub fn of_table(table: &Targetable, rank: RankBy) -> Option<Self> {
        if table.band > 0 {
            return None;
        }
        let listed = |unit: &crate::data::table::TargetUnit| ListedUnit {
            code: unit.code.clone(),
            name: unit.name.clone(),
            council: unit.council.clone(),
            counts: Counts { areas: 1.0, people: unit.people, in_need: unit.in_need },
            order: table.order(unit, rank),
            national: None,
        };
        Some(Self { has_codes: table.has_codes, ..Self::new(table.units.iter().map(listed).collect()) })
    }

    /// Those of an official file in these authorities.
    pub fn of_file(file: &OfficialFile, authorities: &[AuthorityCode], need: NeedMeasure, rank: RankBy) -> Self {
        let wanted: Vec<bool> = file.authorities.iter().map(|a| authorities.contains(&a.code)).collect();
        let areas = file.areas.iter().zip(file.positions(need, rank)).enumerate();
        let listed = areas.filter_map(|(at, (area, (order, national)))| {
            let council = usize::from(area.authority);
            wanted.get(council).copied().unwrap_or_default().then(|| ListedUnit {
                code: area.code(),
                name: file.names.get(at).to_owned(),
                council: file.authorities.get(council).map(|council| council.name.clone()).unwrap_or_default(),
                counts: area.counts(need),
                order,
                national,
            })
        });
        Self::new(listed.collect())
    }

    /// The unit with a code, whatever its case.
    pub fn with_code(&self, code: &str) -> Option<usize> {
        let by_code = self.by_code.get_or_init(|| {
            let coded = self.units.iter().enumerate().filter(|(_, unit)| !unit.code.is_empty());
            coded.map(|(at, unit)| (unit.code.clone(), at)).collect()
        });
        by_code.get(code).or_else(|| by_code.get(&code.to_ascii_uppercase())).copied()
    }
}

/// The councils of units, by name, and which of them each lies in; that is `None` where it is not known of all.
fn councils_of(units: &[ListedUnit]) -> (Vec<String>, Option<Vec<u32>>) {
    let names: BTreeSet<&str> =
        units.iter().map(|unit| unit.council.as_str()).filter(|name| !name.is_empty()).collect();
    let numbers: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
    let council_of = units.iter().map(|unit| numbers.get(unit.council.as_str()).copied()).collect();
    (names.into_iter().map(str::to_owned).collect(), council_of)
}

/// Units with people who are missed, those with the most first, and of as many those that are more deprived. While a slider moves this
/// is worked out at each step: units that are outside as a whole keep the order that they have among all.
fn most_missed_first(list: &UnitList, inside: &[f64]) -> Vec<u32> {
    let inside = |at: u32| inside.get(at as usize).copied().unwrap_or_default();
    let in_need = |at: u32| list.in_need.get(at as usize).copied().unwrap_or_default();
    let missed = |at: u32| in_need(at) * (1.0 - inside(at));
    let comes_first = |a: u32, b: u32| missed(a) > missed(b) || missed(a) == missed(b) && a < b;
    let mut partly: Vec<u32> =
        list.by_need.iter().copied().filter(|&at| inside(at) > 0.0 && missed(at) > 0.0).collect();
    partly.sort_by(|&a, &b| if comes_first(a, b) { Ordering::Less } else { Ordering::Greater });
    let mut partly = partly.into_iter().peekable();
    let mut all = Vec::with_capacity(list.by_need.len());
    for &at in list.by_need.iter().filter(|&&at| inside(at) <= 0.0 && missed(at) > 0.0) {
        while let Some(before) = partly.next_if(|&other| comes_first(other, at)) {
            all.push(before);
        }
        all.push(at);
    }
    all.extend(partly);
    all
}

/// What a target of units comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreasResult {
    /// Number of units.
    pub units: f64,
    /// Number of people.
    pub people: f64,
    /// Number of people in need.
    pub in_need: f64,
    /// The target: by the list of codes where there is one, else by the cut.
    pub target: Target,
    /// The target by the cut.
    pub by_cut: Target,
    /// The most that any target of as many people as the list holds can reach; `None` without a list.
    pub best: Option<Target>,
    /// Codes of the list that no unit has.
    pub unknown_codes: Vec<String>,
    /// How many units hold people who are missed.
    pub units_with_missed: usize,
    /// How many of them, those with the most first, hold half of all who are missed.
    pub units_with_half_of_missed: usize,
    /// The share (0 to 1) of each unit that is inside, in the order of [`UnitList::units`].
    #[serde(skip)]
    pub inside: Vec<f64>,
    /// Units with people who are missed, those with the most first.
    #[serde(skip)]
    pub by_missed: Vec<u32>,
}

impl AreasResult {
    /// Works the target out on the units of a place.
    ///
    /// # Errors
    /// [`MissError`] where the cut has no meaning for them.
    pub fn new(scenario: &Scenario, place: &RankedPlace, list: &UnitList) -> Result<Self, MissError> {
        let total = place.curve.total();
        let cut = scenario.cut()?;
        let by_cut = Target::new(place.curve.within(cut)?, total);
        let mut result = Self {
            units: total.areas,
            people: total.people,
            in_need: total.in_need,
            target: by_cut,
            by_cut,
            best: None,
            unknown_codes: Vec::new(),
            units_with_missed: 0,
            units_with_half_of_missed: 0,
            inside: Vec::new(),
            by_missed: Vec::new(),
        };
        match &scenario.codes {
            Some(codes) => result.take_list(codes.codes(), place, list)?,
            None => {
                let edge: Edge = place.curve.edge(cut)?;
                result.inside = list.units.iter().map(|unit| edge.share_of(unit.order)).collect();
            }
        }
        result.look_where(list);
        Ok(result)
    }

    fn take_list(&mut self, codes: &[String], place: &RankedPlace, list: &UnitList) -> Result<(), MissError> {
        self.inside = vec![0.0; list.units.len()];
        let mut held = Counts::default();
        for code in codes {
            match list.with_code(code) {
                None => self.unknown_codes.push(code.clone()),
                Some(at) => {
                    if let Some(inside) = self.inside.get_mut(at) {
                        *inside = 1.0;
                    }
                }
            }
        }
        // In the order of the units, so that the same list in another order has the same digits.
        for (unit, inside) in list.units.iter().zip(&self.inside) {
            if *inside > 0.0 {
                held += unit.counts;
            }
        }
        let total = place.curve.total();
        self.target = Target::new(held, total);
        let by_need = list.units.iter().map(|unit| crate::model::Unit {
            counts: unit.counts,
            order: -unit.need_rate(),
            national: None,
        });
        let scale = CutScale::Local { basis: Basis::People, margin: Margin::Split };
        let share = Share::of(held.people, total.people);
        self.best = Some(Target::new(Curve::new(by_need)?.within(Cut { scale, share })?, total));
        Ok(())
    }

    /// Where those are who are missed.
    fn look_where(&mut self, list: &UnitList) {
        let by_missed = most_missed_first(list, &self.inside);
        let of = |at: &u32| self.missed(list, *at as usize);
        let half = by_missed.iter().map(of).sum::<f64>() / 2.0;
        let mut running = 0.0;
        let before_half = by_missed.iter().take_while(|at| {
            let is_before = running < half * (1.0 - 1e-12);
            running += of(at);
            is_before
        });
        self.units_with_half_of_missed = before_half.count();
        self.units_with_missed = by_missed.len();
        self.by_missed = by_missed;
    }

    /// The smallest share that takes a unit in as a whole, in the order and on the scale of the page; `None` where it has no place there.
    pub fn share_taking(scenario: &Scenario, place: &RankedPlace, unit: &ListedUnit) -> Option<Percent> {
        place.curve.share_taking(unit.order, scenario.scale()).map(Percent::covering)
    }

    /// How many people in need a unit has outside the target.
    pub fn missed(&self, list: &UnitList, at: usize) -> f64 {
        list.in_need.get(at).copied().unwrap_or_default() * (1.0 - self.inside.get(at).copied().unwrap_or_default())
    }

    /// All units, those with the most people missed first, and of as many those that are more deprived.
    pub fn in_order_of_missed<'a>(&'a self, list: &'a UnitList) -> impl Iterator<Item = u32> + 'a {
        let all = (0..).zip(&list.units).map(|(at, _)| at);
        let nobody = all.filter(|&at: &u32| self.missed(list, at as usize) <= 0.0);
        self.by_missed.iter().copied().chain(nobody)
    }

    /// The codes of the units that are inside as a whole.
    pub fn whole_codes(&self, list: &UnitList) -> Vec<String> {
        let whole =
            list.units.iter().zip(&self.inside).filter(|(unit, inside)| **inside >= 1.0 && !unit.code.is_empty());
        whole.map(|(unit, _)| unit.code.clone()).collect()
    }

    /// How many are missed in all.
    pub fn all_missed(&self) -> f64 {
        self.in_need - self.target.in_need
    }
}
