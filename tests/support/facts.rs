//! A link worked out as the page works it out, for files made of it.

use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{Authority, AuthorityCode, Population};
use who_gets_missed::export::{Offered, PlaceExport};
use who_gets_missed::model::Counts;
use who_gets_missed::model::strategies::Interval;
use who_gets_missed::results::strategies::{DRAW_PART, Drawn, Strategies, sampler};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{Scenario, View};

use super::built_in::BuiltIn;

/// A link with all that comes of it.
pub struct Page {
    pub scenario: Scenario,
    pub authorities: Vec<Authority>,
    missed: TargetingResult,
    prepared: RankedPlace,
    result: Strategies,
    intervals: Vec<Vec<Option<Interval>>>,
    totals: Vec<(AuthorityCode, Counts)>,
}

impl Page {
    /// Works a link out on built-in figures.
    pub fn of(query: &str) -> Self {
        let scenario = Scenario::from_query(query).scenario;
        let Scenario { data: edition, need, rank, .. } = scenario;
        let built_in = BuiltIn::read(Table { edition, need, rank });
        let authorities = built_in.authorities();
        let codes = scenario.place.authorities(edition, &authorities);
        let totals = built_in.totals(&codes);
        Self { totals, ..Self::from(scenario, authorities, built_in.population(&codes)) }
    }

    /// Works choices out on any figures.
    pub fn from(scenario: Scenario, authorities: Vec<Authority>, population: Population) -> Self {
        let prepared = RankedPlace::new(population).unwrap();
        let missed = TargetingResult::new(&scenario, &prepared).unwrap();
        let result = Strategies::new(&scenario, &prepared).unwrap();
        let intervals = intervals(&scenario, &result);
        Self { scenario, authorities, missed, prepared, result, intervals, totals: Vec::new() }
    }

    /// Everything, with the offers.
    pub fn with_offers(&self) -> PlaceExport<'_> {
        let Self { scenario, authorities, missed, prepared, result, intervals, totals } = self;
        PlaceExport { scenario, missed, prepared, authorities, offers: Some(Offered { result, intervals, totals }) }
    }

    /// What the view of the link shows.
    pub fn facts(&self) -> PlaceExport<'_> {
        let all = self.with_offers();
        PlaceExport { offers: all.offers.filter(|_| self.scenario.view == View::Strategies), ..all }
    }
}

/// In parts, as the page does.
fn intervals(scenario: &Scenario, result: &Strategies) -> Vec<Vec<Option<Interval>>> {
    let offers = &scenario.offers;
    let mut sampler = sampler();
    while let Some(assumption) = sampler.next_assumption() {
        sampler.take(offers.range(assumption));
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
