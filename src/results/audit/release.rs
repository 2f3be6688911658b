//! What an audit comes to: with every count on the page itself, and as it leaves the device with small counts held back, others
//! rounded where that is asked for, and every measure worked out from what is left. So nothing in a file is made from a number that
//! the file holds back.

use super::worked::{Audit, FIFTHS};
use crate::model::audit::{
    BestGroup, Cell, Change, Gradient, Held, LimitsBy, Reach, Served, Standing, best_group, change, gradient,
    held_back, reach, rounded, standing,
};
use crate::model::gap::Level;
use crate::model::{Share, ascending};
use crate::scenario::Scenario;

/// What is held back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Counts below this are.
    pub least: f64,
    /// Whether other counts are rounded to 5.
    pub is_rounded: bool,
}

impl Rule {
    /// Nothing is held back: for the page itself.
    pub const NOTHING: Self = Self { least: 0.0, is_rounded: false };

    fn told(self, count: f64, is_held: bool) -> Option<f64> {
        (!is_held).then(|| if self.is_rounded { rounded(count) } else { count })
    }

    /// What is held back of the areas and fifths of a period. Besides small counts those of the areas and fifths with the fewest people in
    /// need, as far as needed.
    fn holds(self, units: &[f64], audit: &Audit) -> Held {
        let counts = in_fifths(units, &audit.fifths);
        let needs = in_fifths(&audit.in_need, &audit.fifths);
        let group = |(counts, needs): (&Vec<f64>, &Vec<f64>)| -> Vec<Cell> {
            counts.iter().zip(needs).map(|(&count, &order)| Cell { count, order }).collect()
        };
        held_back(&counts.iter().zip(&needs).map(group).collect::<Vec<_>>(), self.least)
    }

    /// A count that stands by itself, such as of people left out; `None` where it is held back. Nobody is no small number there.
    pub fn alone(self, count: f64) -> Option<f64> {
        self.told(count, count > 0.0 && count < self.least)
    }
}

impl Scenario {
    /// What is held back of an audit in what leaves the device.
    pub fn audit_rule(&self) -> Rule {
        Rule { least: f64::from(self.audit.least), is_rounded: self.audit.is_rounded }
    }
}

/// A fifth or an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    /// People served; `None` where that is held back.
    pub served: Option<f64>,
    /// People in need.
    pub in_need: f64,
    /// Served for each person in need; `None` also where nobody is in need.
    pub reach: Option<Reach>,
    /// How it lies beside the whole.
    pub standing: Option<Standing>,
    /// How many more would be served at the share of the whole; below 0 where more are.
    pub short: Option<f64>,
}

impl Told {
    fn new(served: Option<f64>, in_need: f64, by: LimitsBy, whole: Option<Reach>) -> Self {
        let of = served.map(|served| Served { served, in_need });
        Self {
            served,
            in_need,
            reach: of.and_then(|of| reach(of, by, Level::P95).ok()),
            standing: of.zip(whole).and_then(|(of, whole)| standing(of, whole.value, by).ok()),
            short: served.zip(whole).map(|(served, whole)| in_need * whole.value - served),
        }
    }

    fn counts(&self) -> Option<Served> {
        Some(Served { served: self.served?, in_need: self.in_need })
    }
}

/// A period.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// Its name; empty where the table has no periods.
    pub name: String,
    /// Its fifths, most deprived first; empty where there are too few areas.
    pub fifths: Vec<Told>,
    /// All of them.
    pub whole: Told,
    /// How use runs over fifths; `None` where one of them is held back, and without fifths.
    pub gradient: Option<Gradient>,
}

impl Period {
    /// The share of all people in need who live in a fifth (0 to 1).
    pub fn need_share(&self, fifth: usize) -> Option<f64> {
        Some(Share::of(self.fifths.get(fifth)?.in_need, self.whole.in_need).get())
    }

    /// Whether a fifth of it is held back.
    pub fn holds_fifths(&self) -> bool {
        self.fifths.iter().any(|of| of.served.is_none())
    }
}

/// A group of people.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// How many of it in each fifth; `None` without fifths, and where those of any group are held back.
    pub fifths: Option<Vec<f64>>,
    /// How many in all.
    pub served: f64,
}

impl Group {
    /// The share of the group that lives in a fifth (0 to 1): rounded parts may come to more than their rounded whole, but no share
    /// does.
    pub fn share_in(&self, fifth: usize) -> Option<f64> {
        Some(Share::of(*self.fifths.as_ref()?.get(fifth)?, self.served).get())
    }
}

/// What an audit comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// What is held back.
    pub rule: Rule,
    /// Every period; the last is shown.
    pub periods: Vec<Period>,
    /// The areas in it.
    pub units: Vec<Told>,
    /// The fifth that is served most.
    pub best: Option<BestGroup>,
    /// Areas that are served less than the whole by more than chance would make of it, those short of the most people first.
    pub low: Vec<usize>,
    /// How the gap changed; `None` for one period, and where one holds back what it takes.
    pub change: Option<Change>,
    /// The groups, where the table has several; `None` where one of them is held back, and with it all.
    pub groups: Option<Vec<Group>>,
    /// How many areas are held back.
    pub held_areas: usize,
    /// Whether the total of a fifth, or of all, is held back.
    pub holds_totals: bool,
}

impl Release {
    /// Works an audit out, without what is too small.
    pub fn new(audit: &Audit, rule: Rule) -> Self {
        let worked: Vec<(Period, Held)> =
            audit.periods.iter().map(|period| of_period(audit, &period.units, &period.name, rule)).collect();
        let (periods, mut held): (Vec<Period>, Vec<Held>) = worked.into_iter().unzip();
        let (shown, held) = (periods.last(), held.pop());
        let told = shown.and_then(all_told).unwrap_or_default();
        let whole = shown.and_then(|of| of.whole.reach);
        let by = by(shown);
        let served = audit.periods.last().map(|of| of.units.as_slice()).unwrap_or_default();
        let is_held = held.as_ref().map(|held| of_units(held, &audit.fifths)).unwrap_or_default();
        let unit = |((&served, &in_need), &is_held): ((&f64, &f64), &bool)| {
            Told::new(rule.told(served, is_held), in_need, by, whole)
        };
        let units: Vec<Told> = served.iter().zip(&audit.in_need).zip(&is_held).map(unit).collect();
        let ends = |period: &Period| {
            let told = all_told(period)?;
            Some((*told.first()?, *told.last()?))
        };
        let ends: Option<Vec<(Served, Served)>> = periods.iter().map(ends).collect();
        Self {
            rule,
            best: best_group(&told),
            low: low(&units),
            change: ends.and_then(|ends| change(&ends, Level::P95)),
            groups: groups(audit, shown, rule),
            held_areas: is_held.iter().filter(|is_held| **is_held).count(),
            holds_totals: held.is_some_and(|held| held.total || held.groups.contains(&true)),
            units,
            periods,
        }
    }

    /// The period that is shown: the last.
    pub fn shown(&self) -> Option<&Period> {
        self.periods.last()
    }

    /// What can be assumed of an uptake: low, likely and high in the least and in the most deprived fifth (0 to 1). `None` where a fifth
    /// is held back or has nobody in need, and where more than people are counted.
    pub fn uptake(&self) -> Option<[[f64; 3]; 2]> {
        let shown = self.shown()?;
        let gradient = shown.gradient.filter(|of| of.limits_by == LimitsBy::Wilson)?;
        let has_need = |of: Option<&Told>| of.is_some_and(|of| of.in_need > 0.0);
        let has_ends = has_need(shown.fifths.first()) && has_need(shown.fifths.last());
        let of = |reach: Reach| [reach.limits.lower, reach.value, reach.limits.upper];
        has_ends.then(|| [of(gradient.least), of(gradient.most)])
    }

    /// How use runs over fifths in it.
    pub fn gradient(&self) -> Option<&Gradient> {
        self.shown()?.gradient.as_ref()
    }
}

/// Every fifth of a period; `None` where one is held back.
fn all_told(period: &Period) -> Option<Vec<Served>> {
    period.fifths.iter().map(Told::counts).collect()
}

/// Whose limits shares have.
fn by(period: Option<&Period>) -> LimitsBy {
    let of = period.and_then(|period| {
        let told = all_told(period).filter(|told| !told.is_empty());
        told.or_else(|| Some(vec![period.whole.counts()?]))
    });
    LimitsBy::of(&of.unwrap_or_default())
}

/// The sum of a number of each area in each fifth. Areas without fifths are in the first.
fn in_fifths(units: &[f64], fifths: &[Option<usize>]) -> Vec<Vec<f64>> {
    let mut cells = vec![Vec::new(); FIFTHS];
    for (&of, fifth) in units.iter().zip(fifths) {
        if let Some(cell) = cells.get_mut(fifth.unwrap_or_default()) {
            cell.push(of);
        }
    }
    cells
}

fn sums(units: &[f64], fifths: &[Option<usize>]) -> Vec<f64> {
    in_fifths(units, fifths).iter().map(|cell| cell.iter().sum()).collect()
}

fn of_period(audit: &Audit, units: &[f64], name: &str, rule: Rule) -> (Period, Held) {
    let held = rule.holds(units, audit);
    let is_held = |at: usize| held.groups.get(at).copied().unwrap_or(true);
    let (served, in_need) = (sums(units, &audit.fifths), sums(&audit.in_need, &audit.fifths));
    let has_fifths = audit.fifths_of.is_some();
    // Without fifths the areas are one group, and its total that of all.
    let holds_total = held.total || !has_fifths && is_held(0);
    let all = rule.told(units.iter().sum(), holds_total);
    let all_in_need = audit.in_need.iter().sum();
    let counts: Vec<(Option<f64>, f64)> = match has_fifths {
        true => {
            served.iter().zip(&in_need).enumerate().map(|(at, (&of, &n))| (rule.told(of, is_held(at)), n)).collect()
        }
        false => Vec::new(),
    };
    let told: Option<Vec<Served>> =
        counts.iter().map(|&(served, in_need)| Some(Served { served: served?, in_need })).collect();
    let told = told.filter(|told| !told.is_empty());
    let whole = all.map(|served| Served { served, in_need: all_in_need });
    let by = LimitsBy::of(told.as_deref().unwrap_or(whole.as_slice()));
    let whole = Told::new(all, all_in_need, by, None);
    let period = Period {
        name: name.to_owned(),
        fifths: counts.iter().map(|&(served, in_need)| Told::new(served, in_need, by, whole.reach)).collect(),
        whole,
        gradient: told.and_then(|told| gradient(&told, Level::P95).ok()),
    };
    (period, held)
}

/// Whether each area is held back, in the order of the areas.
fn of_units(held: &Held, fifths: &[Option<usize>]) -> Vec<bool> {
    let mut next = [0_usize; FIFTHS];
    let mut is_held = |fifth: &Option<usize>| {
        let fifth = fifth.unwrap_or_default();
        let at = next.get_mut(fifth)?;
        let is_held = held.cells.get(fifth)?.get(*at).copied();
        *at += 1;
        is_held
    };
    fifths.iter().map(|fifth| is_held(fifth).unwrap_or(true)).collect()
}

/// Areas that are served less than the whole, those short of the most people first.
fn low(units: &[Told]) -> Vec<usize> {
    let below = units.iter().enumerate().filter(|(_, unit)| unit.standing == Some(Standing::Below));
    let below: Vec<(usize, f64)> = below.map(|(at, unit)| (at, -unit.short.unwrap_or_default())).collect();
    let keys: Vec<f64> = below.iter().map(|(_, key)| *key).collect();
    ascending(&keys).into_iter().filter_map(|place| below.get(place)).map(|(at, _)| *at).collect()
}

/// Groups are told where none of them is small, and by fifth where no part of any is, nor any fifth held back: else what is held
/// back of one could be had from the others.
fn groups(audit: &Audit, shown: Option<&Period>, rule: Rule) -> Option<Vec<Group>> {
    let is_small = |count: &f64| *count < rule.least;
    let counted: Vec<(&str, Vec<f64>, f64)> = audit
        .groups
        .iter()
        .map(|group| (group.name.as_str(), sums(&group.units, &audit.fifths), group.units.iter().sum()))
        .collect();
    let shown = shown.filter(|shown| shown.whole.served.is_some())?;
    if counted.iter().any(|(.., all)| is_small(all)) {
        return None;
    }
    let has_fifths = all_told(shown).is_some_and(|told| !told.is_empty())
        && !counted.iter().flat_map(|(_, fifths, _)| fifths).any(is_small);
    let told = |(name, fifths, all): (&str, Vec<f64>, f64)| {
        let fifths: Option<Vec<f64>> = fifths.into_iter().map(|count| rule.told(count, false)).collect();
        Some(Group { name: name.to_owned(), fifths: fifths.filter(|_| has_fifths), served: rule.told(all, false)? })
    };
    counted.into_iter().map(told).collect()
}
