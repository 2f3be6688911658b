//! What is measured of the model and the readers, on a desk and in a browser alike.

use std::fmt::Write;

use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::data::{NeedMeasure, Population, RankBy, Resolution};
use who_gets_missed::model::strategies::{Assumption, Values};
use who_gets_missed::model::{Counts, Unit, squared_need_per_person};
use who_gets_missed::results::own_units::{ReadUnits, read_units};
use who_gets_missed::results::strategies::{Strategies, StrategyResult, all_draws, intervals};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{Percent, Scenario};

/// Bytes that the page takes at a time.
const STEP: usize = 32 * 1024;

/// All of England, cut at the most deprived share of its own areas.
pub fn scenario(share: f64) -> Scenario {
    Scenario::from_query(&format!("place=england&cut=local&share={share}")).scenario
}

/// All offers, on all of England.
pub fn offers() -> Scenario {
    Scenario::from_query(
        "view=strategies&place=england&cut=local&share=20&offers=universal,area,need,group,proportionate",
    )
    .scenario
}

/// An official file, as the page reads it; `None` where it cannot be used.
pub fn file(bytes: &[u8]) -> Option<OfficialFile> {
    let mut importer = Importer::default();
    for step in bytes.chunks(STEP) {
        importer.push(step).ok()?;
    }
    importer.finish().ok()
}

/// The units of such a file, all of England.
pub fn units_of_file(file: &OfficialFile) -> Option<Population> {
    let all: Vec<_> = file.authorities.iter().map(|authority| authority.code).collect();
    file.population(&all, NeedMeasure::Income, RankBy::Imd).ok()
}

/// The units of any table with people, people in need and a rank.
pub fn units_of_table(bytes: &[u8]) -> Option<Population> {
    let table = Table::from_bytes(bytes).ok()?;
    match read_units(&table, &Answers::default(), RankBy::Imd).ok()? {
        ReadUnits::Units(units, _) => Some(units.population(RankBy::Imd)),
        ReadUnits::Asked(_) => None,
    }
}

/// Units by order, people and people in need.
pub fn units_of(order: &[f64], people: &[f64], in_need: &[f64]) -> Population {
    let unit = |((&order, &people), &in_need): ((&f64, &f64), &f64)| Unit {
        counts: Counts { areas: 1.0, people, in_need },
        order,
        national: None,
    };
    let squares = people.iter().zip(in_need).map(|(&people, &in_need)| squared_need_per_person(people, in_need));
    Population {
        units: order.iter().zip(people).zip(in_need).map(unit).collect(),
        squared_need: squares.sum(),
        resolution: Resolution::Areas,
        is_joined: false,
        band: 0,
    }
}

/// Units, people, people in need, and what their order comes to: the same for whoever reads the same.
pub fn sums(population: &Population) -> Vec<f64> {
    let mut sums = [0.0; 4];
    for unit in &population.units {
        let of = [1.0, unit.counts.people, unit.counts.in_need, unit.order * unit.counts.people];
        sums.iter_mut().zip(of).for_each(|(sum, of)| *sum += of);
    }
    sums.to_vec()
}

/// The measures of a target, its fifths, and how big it must be to reach goals; what is not there is not a number.
pub fn measures(result: &TargetingResult) -> Vec<f64> {
    let target = &result.target.measures;
    let of_target = [
        target.precision,
        target.lift,
        target.number_needed,
        target.targeting_differential,
        target.efficiency,
        result.target.between_area_share,
    ];
    let mut numbers = vec![target.people_share, target.coverage];
    numbers.extend(of_target.map(|number| number.unwrap_or(f64::NAN)));
    numbers.extend(result.local.iter().flat_map(|fifth| [fifth.people_share, fifth.need_share]));
    numbers.extend(result.to_reach.iter().flat_map(|reach| [reach.share, reach.people_share]));
    numbers
}

/// Units to their curve, all measures and fifths.
pub fn evaluated(population: Population) -> Option<Vec<f64>> {
    let prepared = RankedPlace::new(population).ok()?;
    Some(measures(&TargetingResult::new(&scenario(20.0), &prepared).ok()?))
}

/// A step of the slider to so many thousandths: all that the page works out for it.
pub fn step(prepared: &RankedPlace, scenario: &mut Scenario, tenths: u16) -> Option<TargetingResult> {
    scenario.share = Percent::from_tenths(tenths);
    TargetingResult::new(scenario, prepared).ok()
}

/// All offers at their likely values.
pub fn compared(prepared: &RankedPlace) -> Option<Strategies> {
    Strategies::new(&offers(), prepared).ok()
}

/// The 90% interval of each output of each offer over all draws: low, middle and high.
pub fn drawn(result: &Strategies) -> Vec<f64> {
    let offers = offers().offers;
    let draws = all_draws(&offers);
    let of = |result_of: &StrategyResult| intervals(&offers, &result.cells, result_of.strategy, &draws);
    let all = result.results.iter().flat_map(of);
    all.flat_map(|of| of.map_or([f64::NAN; 3], |of| [of.low, of.middle, of.high])).collect()
}

/// The fifths and the assumptions that offers are worked out from, as JSON.
pub fn assumed(result: &Strategies) -> String {
    let offers = offers().offers;
    let mut text = String::from("{\"cells\":[");
    for fifth in result.cells.fifths {
        for (counts, after) in [(fifth.targeted, ","), (fifth.rest, ",")] {
            let _ = write!(text, "[{:?},{:?}]{after}", counts.people, counts.in_need);
        }
    }
    let _ = write!(text, "null],\"gradient\":{:?},\"ranges\":[", result.cells.gradient());
    let likely = Values::from_fn(|assumption| offers.range(assumption).likely());
    for assumption in Assumption::ALL.into_iter().take(Assumption::OF_OFFERS) {
        let range = offers.range(assumption);
        let _ = write!(text, "[{:?},{:?},{:?}],", range.low(), likely[assumption], range.high());
    }
    let _ = write!(text, "null],\"scope\":\"{:?}\",\"outreach\":\"{:?}\"}}", offers.need_scope, offers.outreach_where);
    text
}
