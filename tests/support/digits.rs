//! The bits of every number of a result, to compare machines by.

use std::fmt::Write;

use who_gets_missed::data::figures::{AuthorityList, BandTable};
use who_gets_missed::results::{Missed, Prepared};
use who_gets_missed::scenario::Scenario;

/// The numbers of the result of a query on built-in figures for people on low incomes by IMD, as hexadecimal bits.
pub fn of(query: &str, list: &AuthorityList, table: &BandTable) -> String {
    let scenario = Scenario::from_query(query).scenario;
    let codes = scenario.place.authorities(scenario.data, &list.0);
    let prepared = Prepared::new(table.population(&codes).unwrap()).unwrap();
    let missed = Missed::new(&scenario, &prepared).unwrap();

    let target = missed.target.measures;
    let mut numbers = vec![
        Some(missed.in_need),
        Some(missed.need_rate),
        Some(target.people_share),
        Some(target.coverage),
        target.precision,
        target.lift,
        target.number_needed,
        target.targeting_differential,
        target.efficiency,
        missed.target.between_area_share,
    ];
    numbers.extend(missed.local.iter().flat_map(|fifth| [Some(fifth.people_share), Some(fifth.need_share)]));
    numbers.extend(missed.to_reach.iter().flat_map(|reach| [Some(reach.share), Some(reach.people_share)]));
    let mut bits = String::new();
    for number in numbers {
        let _ = write!(bits, "{:x}.", number.map_or(0, f64::to_bits));
    }
    bits
}
