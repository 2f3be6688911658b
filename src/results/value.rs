//! Value for money of the offers compared: what each costs and does beyond what it is held against, which of them no other one
//! beats, and, over draws, how sure that is and what it would be worth to know more.

use serde::Serialize;

use super::assumed::{is_used, range_in_use};
use crate::model::Counts;
use crate::model::strategies::{
    Against, Assumption, Cells, CostAndEffect, Interval, Outcome, Programme, Standing, Strategy, Values, acceptability,
    against, interval, partial_information, perfect_information, standings,
};
use crate::scenario::Offers;

/// An offer beyond what it is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OptionValue {
    /// Which.
    pub strategy: Strategy,
    /// What more it costs, in pounds.
    pub cost: f64,
    /// How many more people in need it reaches.
    pub in_need_reached: f64,
    /// How many more bad outcomes it averts, or years of life lost.
    pub averted: f64,
    /// How it stands by people in need reached.
    pub on_reached: Against,
    /// How it stands by what it averts.
    pub on_averted: Against,
}

/// Value for money at the likely values.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueForMoney {
    /// Who can have the offers.
    pub eligible: Counts,
    /// The service of today, where the offers are held against it.
    pub present: Option<Outcome>,
    /// The offers compared, in their order.
    pub options: Vec<OptionValue>,
    /// Where each option stands by what it averts: first what the offers are held against, then the offers in their order.
    pub standings: Vec<Standing>,
}

/// What an outcome costs and averts.
fn on_averted(outcome: &Outcome) -> CostAndEffect {
    CostAndEffect { cost: outcome.cost, effect: outcome.benefit }
}

fn on_reached(outcome: &Outcome) -> CostAndEffect {
    CostAndEffect { cost: outcome.cost, effect: outcome.in_need_reached }
}

impl ValueForMoney {
    /// Holds offers that were worked out on a place against nothing, or against the service of today.
    pub fn new(programme: &Programme, values: &Values, cells: &Cells, results: &[(Strategy, Outcome)]) -> Self {
        let present = programme.present(cells, values);
        let base = |of: fn(&Outcome) -> CostAndEffect| present.as_ref().map(of).unwrap_or_default();
        let options = results.iter().map(|(strategy, outcome)| {
            let averted = on_averted(outcome).beyond(base(on_averted));
            let reached = on_reached(outcome).beyond(base(on_reached));
            OptionValue {
                strategy: *strategy,
                cost: averted.cost,
                in_need_reached: reached.effect,
                averted: averted.effect,
                on_reached: against(reached),
                on_averted: against(averted),
            }
        });
        let offers = results.iter().map(|(_, outcome)| on_averted(outcome));
        let all: Vec<CostAndEffect> = std::iter::once(base(on_averted)).chain(offers).collect();
        Self {
            eligible: programme.cells(cells, values).total(),
            options: options.collect(),
            standings: standings(&all),
            present,
        }
    }
}

/// What each option costs and averts in each draw: first what the offers are held against, then the offers in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionsDrawn {
    programme: Programme,
    compare: Vec<Strategy>,
    options: Vec<Vec<CostAndEffect>>,
}

impl OptionsDrawn {
    /// No draws yet.
    pub fn new(offers: &Offers) -> Self {
        Self {
            programme: offers.programme(),
            compare: offers.compare.clone(),
            options: vec![Vec::new(); offers.compare.len() + 1],
        }
    }

    /// Works all options out in each of some draws.
    pub fn add(&mut self, cells: &Cells, draws: &[Values]) {
        let Some((base, offers)) = self.options.split_first_mut() else { return };
        for values in draws {
            let present = self.programme.present(cells, values);
            base.push(present.as_ref().map(on_averted).unwrap_or_default());
            for (&strategy, drawn) in self.compare.iter().zip(offers.iter_mut()) {
                drawn.push(on_averted(&self.programme.outcome(cells, strategy, values)));
            }
        }
    }

    /// What an offer, by its position, costs and averts beyond what it is held against, in each draw.
    pub fn beyond(&self, offer: usize) -> impl Iterator<Item = CostAndEffect> {
        let offer = self.options.get(offer + 1).map(Vec::as_slice).unwrap_or_default();
        let base = self.options.first().map(Vec::as_slice).unwrap_or_default();
        offer.iter().zip(base).map(|(one, other)| one.beyond(*other))
    }

    /// What it is worth on average to know an assumption before choosing, in pounds; `None` without draws.
    pub fn partial_information(&self, draws: &[Values], assumption: Assumption, worth: f64) -> Option<f64> {
        let values: Vec<f64> = draws.iter().map(|values| values[assumption]).collect();
        partial_information(&self.options, &values, worth)
    }

    /// The picture of how sure the choice is, and what it is worth to know for sure, but for single assumptions.
    pub fn certainty(&self, value: &ValueForMoney, worth: Option<f64>) -> Certainty {
        let mut certainty = self.outline(value, worth);
        (0..self.steps()).for_each(|step| self.fill(&mut certainty, step, worth));
        certainty
    }

    /// The same before its first step.
    pub fn outline(&self, value: &ValueForMoney, worth: Option<f64>) -> Certainty {
        let top = top_of_scale(&value.standings, worth);
        let worths = (0..=STEPS).map(|step| top * step as f64 / STEPS as f64).collect();
        let curves = self.options.iter().map(|_| Vec::with_capacity(STEPS + 1)).collect();
        Certainty { worths, curves, spread: Vec::new(), at_worth: None }
    }

    /// How many steps fill it: each goes through all draws once.
    pub fn steps(&self) -> usize {
        STEPS + 1 + self.compare.len() + 1
    }

    /// Takes the steps in their order: the curves at each worth, the spread of each offer, and what holds at the worth given.
    pub fn fill(&self, certainty: &mut Certainty, step: usize, worth: Option<f64>) {
        if let Some(&at) = certainty.worths.get(step) {
            let shares = acceptability(&self.options, at);
            certainty.curves.iter_mut().zip(shares).for_each(|(curve, share)| curve.push(share));
        } else if step < self.steps() - 1 {
            certainty.spread.push(Spread::of(self.beyond(step - STEPS - 1).collect()));
        } else {
            certainty.at_worth = worth.and_then(|worth| self.at_worth(worth));
        }
    }

    fn at_worth(&self, worth: f64) -> Option<AtWorth> {
        Some(AtWorth {
            worth,
            acceptability: acceptability(&self.options, worth),
            perfect_information: perfect_information(&self.options, worth)?,
            partial_information: Vec::new(),
        })
    }
}

/// Steps between the ends of the acceptability curves.
const STEPS: usize = 40;
/// The least sum of money, in pounds.
const PENNY: f64 = 0.01;
/// How many draws a picture shows.
const SHOWN: usize = 200;

/// Up to which worth of one averted the curves go: a round number past all at which the best choice changes, and past the one
/// that was given.
fn top_of_scale(standings: &[Standing], worth: Option<f64>) -> f64 {
    let ratios = standings.iter().filter_map(|standing| match standing {
        Standing::Next { ratio, .. } => Some(*ratio),
        _ => None,
    });
    let furthest = 2.0 * ratios.chain(worth).filter(|ratio| ratio.is_finite()).fold(0.0_f64, f64::max);
    if furthest <= 0.0 {
        return 1_000.0;
    }
    let mut step = 1.0;
    while step < furthest {
        step *= 10.0;
    }
    [0.1, 0.2, 0.5].map(|part| step * part).into_iter().find(|&top| top >= furthest).unwrap_or(step)
}

/// How far what an offer costs and averts beyond what it is held against spreads over draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The 90% interval of what more it costs, in pounds.
    pub cost: Option<Interval>,
    /// The 90% interval of what more it averts.
    pub averted: Option<Interval>,
    /// The share of draws (0 to 1) in which it averts more for more, averts more for as much or less, and averts as much or less.
    pub shares: [f64; 3],
    /// Every so many draws, for a picture.
    pub shown: Vec<CostAndEffect>,
}

impl Spread {
    fn of(draws: Vec<CostAndEffect>) -> Self {
        let count = draws.len().max(1) as f64;
        let share = |is: fn(&CostAndEffect) -> bool| draws.iter().filter(|draw| is(draw)).count() as f64 / count;
        let every = (draws.len() / SHOWN).max(1);
        Self {
            cost: interval(draws.iter().map(|draw| draw.cost).collect()),
            averted: interval(draws.iter().map(|draw| draw.effect).collect()),
            shares: [
                share(|draw| draw.effect > 0.0 && draw.cost > 0.0),
                share(|draw| draw.effect > 0.0 && draw.cost <= 0.0),
                share(|draw| draw.effect <= 0.0),
            ],
            shown: draws.into_iter().step_by(every).collect(),
        }
    }
}

/// How sure the choice is.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// What one averted may be worth, in pounds: the scale of the curves.
    pub worths: Vec<f64>,
    /// For each option, the share of draws (0 to 1) in which it is worth most, at each of these: first what the offers are held
    /// against.
    pub curves: Vec<Vec<f64>>,
    /// For each offer, how far it spreads.
    pub spread: Vec<Spread>,
    /// The same at what one averted is worth to the person, if they said so.
    pub at_worth: Option<AtWorth>,
}

/// How sure the choice is where one averted is worth so much.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AtWorth {
    /// So much, in pounds.
    pub worth: f64,
    /// The share of draws (0 to 1) in which each option is worth most: first what the offers are held against.
    pub acceptability: Vec<f64>,
    /// What it is worth on average to know everything before choosing, in pounds.
    pub perfect_information: f64,
    /// What it is worth to know one assumption, in pounds, the largest first.
    #[serde(skip)]
    pub partial_information: Vec<(Assumption, f64)>,
}

impl AtWorth {
    /// Whether it is worth a penny or more to know everything.
    pub fn is_worth_knowing(&self) -> bool {
        self.perfect_information >= PENNY
    }

    /// The assumptions that are worth a penny or more to know, with what they are worth, the largest first.
    pub fn worth_knowing(&self) -> impl Iterator<Item = (Assumption, f64)> {
        self.partial_information.iter().copied().filter(|(_, worth)| *worth >= PENNY)
    }

    /// Adds what it is worth to know an assumption, at its place.
    pub fn know(&mut self, assumption: Assumption, worth: f64) {
        let at = self.partial_information.partition_point(|(_, other)| *other >= worth);
        self.partial_information.insert(at, (assumption, worth));
    }
}

/// The assumptions of which something can still be learned: those in use that have a low and a high value that differ.
pub fn unsure(offers: &Offers) -> impl Iterator<Item = Assumption> {
    Assumption::ALL
        .into_iter()
        .filter(|&assumption| is_used(offers, assumption) && range_in_use(offers, assumption).is_spread())
}

/// What one averted is worth to the person, in pounds, if they said so.
pub fn worth(offers: &Offers) -> Option<f64> {
    offers.programme.worth.map(|worth| worth.get())
}

/// All of it at once, for files and tests; the page works it out in parts.
pub fn certainty(offers: &Offers, cells: &Cells, value: &ValueForMoney, draws: &[Values]) -> Certainty {
    let mut drawn = OptionsDrawn::new(offers);
    drawn.add(cells, draws);
    let mut certainty = drawn.certainty(value, worth(offers));
    if let Some(at) = &mut certainty.at_worth {
        for assumption in unsure(offers) {
            if let Some(worth) = drawn.partial_information(draws, assumption, at.worth) {
                at.know(assumption, worth);
            }
        }
    }
    certainty
}
