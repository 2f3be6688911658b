//! The bits of every number of a result, to compare machines by.

use std::fmt::Write;
use std::sync::Arc;

use who_gets_missed::data::Places;
use who_gets_missed::data::figures::{AuthorityList, FiguresTable, Part, parts_of, population};
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::model::audit::Estimate;
use who_gets_missed::results::audit::{Audit, Release, Rule, example};
use who_gets_missed::results::gap_measures::{Measured, RowsIn};
use who_gets_missed::results::incentive::Incentives;
use who_gets_missed::results::population::Risk;
use who_gets_missed::results::strategies::{MEASURES, Strategies, StrategyResult, all_draws, intervals, split};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{Scenario, View};
use who_gets_missed::words::gap_measures::EXAMPLES;

/// The numbers of the result of a query on built-in figures for people on low incomes by IMD, as hexadecimal bits.
pub fn of(query: &str, list: &AuthorityList, parts: &[(Part, FiguresTable)]) -> String {
    let scenario = Scenario::from_query(query).scenario;
    let extent = scenario.place.extent(scenario.data, &Places::of(Arc::new(list.0.clone())));
    let wanted = parts_of(&extent, &list.0);
    let tables = parts.iter().filter(|(part, _)| wanted.contains(part)).map(|(_, table)| table);
    let prepared = RankedPlace::new(population(tables, &extent).unwrap()).unwrap();
    match scenario.view {
        // Each council is cut as any place is.
        View::Missed | View::Councils | View::Areas => of_target(&scenario, &prepared),
        View::Strategies => of_offers(&scenario, &prepared),
        View::Population => of_risk(&scenario, &prepared),
        View::Incentive => of_payment(&scenario, &prepared),
        View::Gap => of_gap(&scenario),
        View::Audit => of_audit(&scenario),
        // No numbers, nothing to hold.
        View::Saved | View::Note | View::Site | View::Data | View::Checked | View::About => String::new(),
    }
}

/// Whom the example's service reaches.
fn of_audit(scenario: &Scenario) -> String {
    let told = Release::new(&Audit::new(scenario, &example()), Rule::NOTHING);
    let gradient = told.gradient().unwrap();
    let ends =
        |of: Option<Estimate>| of.and_then(|of| of.limits).map(|limits| [Some(limits.lower), Some(limits.upper)]);
    let all = [Some(gradient.gap), gradient.ratio, gradient.slope, gradient.slope_ratio, gradient.concentration];
    let mut numbers: Vec<Option<f64>> = all.into_iter().filter_map(ends).flatten().collect();
    numbers.extend([told.change.map(|change| change.p), told.best.map(|best| best.more)]);
    bits(numbers)
}

/// Whom a target reaches.
fn of_target(scenario: &Scenario, prepared: &RankedPlace) -> String {
    let missed = TargetingResult::new(scenario, prepared).unwrap();
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
    bits(numbers)
}

/// Every output of every strategy, with the interval of each over all draws.
fn of_offers(scenario: &Scenario, prepared: &RankedPlace) -> String {
    let result = Strategies::new(scenario, prepared).unwrap();
    let draws = all_draws(&scenario.offers);
    let mut numbers = Vec::new();
    for StrategyResult { strategy, outcome } in &result.results {
        let all = intervals(&scenario.offers, &result.cells, *strategy, &draws);
        for ((_, measure), interval) in MEASURES.iter().zip(all) {
            let [low, middle, high] = interval.map_or([None; 3], |i| [Some(i.low), Some(i.middle), Some(i.high)]);
            numbers.extend([measure(outcome), low, middle, high]);
        }
    }
    let fifths = result.cells.fifths.map(|fifth| fifth.all());
    numbers.extend(split(&scenario.offers, &fifths).unwrap().iter().map(|part| Some(part.budget)));
    bits(numbers)
}

/// Both approaches to a risk factor, the shifts that do as much, and the fifths.
fn of_risk(scenario: &Scenario, prepared: &RankedPlace) -> String {
    let risk = Risk::new(scenario, prepared).unwrap();
    let mut numbers = vec![risk.now.mean(), risk.now.sd(), risk.earlier.and_then(|earlier| earlier.mean())];
    numbers.extend([risk.treat.eligible, risk.treat.treated, risk.treat.mean_change, risk.shift.mean_change].map(Some));
    let past = [risk.treat_at, risk.shift_at];
    for crossing in risk.treat.crossings.iter().chain(&risk.shift.crossings).chain(&past) {
        numbers.extend([crossing.before, crossing.after, crossing.moved_below].map(Some));
    }
    numbers.extend([risk.equal.mean, risk.equal.treat_past]);
    numbers.extend(&risk.equal.thresholds);
    for fifth in &risk.fifths {
        numbers.extend([Some(fifth.adults), Some(fifth.past_low), Some(fifth.past_high), fifth.mean]);
    }
    numbers.extend([risk.missed.at_risk, risk.missed.reached, risk.missed.missed].map(Some));
    bits(numbers)
}

/// What a payment does, to whomever it is offered, and the curve of its cost.
fn of_payment(scenario: &Scenario, prepared: &RankedPlace) -> String {
    let result = Incentives::new(scenario, prepared).unwrap();
    let mut numbers = Vec::new();
    for offer in &result.offers {
        let done = &offer.outcome;
        numbers.extend([done.offered, done.paid, done.anyway, done.additional, done.cost].map(Some));
        numbers.extend([done.per_additional, Some(done.gap_before), Some(done.gap_after)]);
        numbers.extend(done.fifths.iter().map(|fifth| Some(fifth.uptake_after)));
    }
    let points = result.curve.iter().step_by(25).chain(result.on_curve.iter().flatten());
    numbers.extend(points.flat_map(|&(uptake, pounds)| [Some(uptake), Some(pounds)]));
    bits(numbers)
}

/// Measures of the built-in rows, and drawn intervals of an example of own rows.
fn of_gap(scenario: &Scenario) -> String {
    let (_, _, example) = EXAMPLES[1];
    let own = RowsIn::own(Table::from_text(example).unwrap().read(&Answers::default()).unwrap());
    let mut numbers = Vec::new();
    for input in [RowsIn::built_in(), own] {
        let choices = input.choices(&scenario.gap.measures);
        let measured = Measured::new(&input, &choices).unwrap();
        for of in [&measured.before, &measured.after] {
            numbers.extend([Some(of.slope.sii), of.slope.rii, of.concentration.index, of.gini]);
            numbers.push(of.equal.map(|equal| equal.equivalent));
        }
        numbers.push(measured.sii_by_line.map(|limits| limits.lower));
        for row in &measured.rows {
            numbers.extend([Some(row.on_line), Some(row.after), row.limits.map(|limits| limits.upper)]);
        }
        if let Ok(Some(found)) = measured.intervals(&choices) {
            numbers.extend([Some(found.sii.lower), Some(found.sii.upper), found.rii.map(|rii| rii.lower)]);
        }
    }
    bits(numbers)
}

fn bits(numbers: Vec<Option<f64>>) -> String {
    let mut bits = String::new();
    for number in numbers {
        let _ = write!(bits, "{:x}.", number.map_or(0, f64::to_bits));
    }
    bits
}
