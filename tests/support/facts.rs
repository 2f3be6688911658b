//! A link worked out as the page works it out, for files made of it. Each test file uses a part of this.
#![allow(dead_code)]

use std::sync::Arc;

use who_gets_missed::data::AuthorityCode;
use who_gets_missed::data::figures::Table;
use who_gets_missed::export::Exportable;
use who_gets_missed::results::assumed::range_in_use;
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::report::{NoReport, PlaceInput, Report, Undrawn};
use who_gets_missed::results::strategies::{DRAW_PART, Drawn, Intervals, Strategies, sampler};
use who_gets_missed::results::value::{Certainty, OptionsDrawn, unsure, worth};
use who_gets_missed::scenario::{Offers, Scenario, View};

use super::built_in::BuiltIn;

/// A link with all that comes of it.
pub struct Page {
    pub scenario: Scenario,
    view: Report,
    offers: Report,
}

impl Page {
    /// Works a link out on built-in figures.
    pub fn of(query: &str) -> Self {
        let scenario = Scenario::from_query(query).scenario;
        let input = built_in(&scenario);
        Self::from(scenario, &input)
    }

    /// The same where an authority has another name.
    pub fn with_name(query: &str, code: AuthorityCode, name: &str) -> Self {
        let scenario = Scenario::from_query(query).scenario;
        let mut input = built_in(&scenario);
        let mut authorities = input.places.authorities.to_vec();
        authorities.iter_mut().find(|authority| authority.code == code).unwrap().name = name.to_owned();
        input.places.authorities = Arc::new(authorities);
        Self::from(scenario, &input)
    }

    /// Works choices out on any figures.
    pub fn from(scenario: Scenario, input: &PlaceInput) -> Self {
        let offers = drawn(&Scenario { view: View::Strategies, ..scenario.clone() }, input);
        let view = if scenario.view == View::Strategies { offers.clone() } else { drawn(&scenario, input) };
        Self { scenario, view, offers }
    }

    /// Everything, with the offers.
    pub fn with_offers<T>(&self, look: impl FnOnce(&dyn Exportable) -> T) -> T {
        self.offers.with(look)
    }

    /// What the view of the link shows.
    pub fn facts<T>(&self, look: impl FnOnce(&dyn Exportable) -> T) -> T {
        self.view.with(look)
    }
}

fn built_in(scenario: &Scenario) -> PlaceInput {
    let Scenario { data: edition, need, rank, .. } = *scenario;
    BuiltIn::read(Table { edition, need, rank }).input(scenario).unwrap()
}

fn drawn(scenario: &Scenario, input: &PlaceInput) -> Report {
    let place = |_, _| Ok::<_, NoReport>(input.clone());
    let every_place = |need, rank| BuiltIn::read(Table { edition: scenario.data, need, rank }).every_place(scenario);
    let mut report = Report::at_likely(scenario, place, every_place, || Ok(RowsIn::built_in())).unwrap();
    if let Undrawn::Offers(offers, result, intervals) = report.undrawn() {
        *intervals = in_parts(offers, result);
    }
    if let Some((offers, result, certainty)) = report.uncertain() {
        *certainty = Some(certainty_in_parts(offers, result));
    }
    report
}

/// In parts, as the page does.
fn in_parts(offers: &Offers, result: &Strategies) -> Intervals {
    let mut sampler = sampler();
    while let Some(assumption) = sampler.next_assumption() {
        sampler.take(range_in_use(offers, assumption));
    }
    let of = |&strategy| {
        let mut drawn = Drawn::new();
        for part in sampler.draws().chunks(DRAW_PART) {
            drawn.add(offers, &result.cells, strategy, part);
        }
        drawn.intervals().to_vec()
    };
    offers.compare.iter().map(of).collect()
}

/// How sure the choice is, in parts, as the page does.
fn certainty_in_parts(offers: &Offers, result: &Strategies) -> Certainty {
    let mut sampler = sampler();
    while let Some(assumption) = sampler.next_assumption() {
        sampler.take(range_in_use(offers, assumption));
    }
    let mut drawn = OptionsDrawn::new(offers);
    for part in sampler.draws().chunks(DRAW_PART) {
        drawn.add(&result.cells, part);
    }
    let mut certainty = drawn.certainty(&result.value, worth(offers));
    if let Some(at) = &mut certainty.at_worth {
        for assumption in unsure(offers) {
            at.know(assumption, drawn.partial_information(sampler.draws(), assumption, at.worth).unwrap());
        }
    }
    certainty
}
