//! The examples that rest on published figures: their numbers are as printed, or follow from what is printed, and which
//! offer comes out best is so for the place that the page opens with.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::Edition;
use who_gets_missed::model::strategies::Strategy;
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::strategies::Strategies;
use who_gets_missed::scenario::offers::Offers;
use who_gets_missed::scenario::{Scenario, StartingPoint as Start};

#[test]
fn show() {
    for data in Edition::ALL {
    for start in Start::ALL {
        let scenario = Scenario { data, need: start.need(), offers: Offers::starting(start), ..Scenario::default() };
        let figures = BuiltIn::read(Table { edition: data, need: scenario.need, rank: scenario.rank });
        let prepared = RankedPlace::new(figures.population(figures.extent(&scenario.place))).unwrap();
        for r in Strategies::new(&scenario, &prepared).unwrap().results {
            let o = r.outcome;
            println!("{data:?} {start:?} {:?} reach {:.1}% cost {:.0} per in need {:.0} benefit/£m {:.3} gap {:.5}", r.strategy, 100.0*o.coverage, o.cost, o.cost_per_in_need_reached.unwrap_or(f64::NAN), o.benefit/o.cost*1e6, o.gap_after);
        }
    }
    }
    let _ = Strategy::ALL;
}
