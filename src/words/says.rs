//! The sentences that a view shows, each under its kind, so that words can be checked as numbers are: headlines, captions
//! and verdicts, made by the very functions that the page calls.

use super::{
    areas, audit, councils, gap_measures, gap_target, incentive, missed, population, rural, starting_points, strategies,
};
use crate::data::Places;
use crate::results::TargetingResult;
use crate::results::areas::{AreasResult, UnitList};
use crate::results::councils::Councils;
use crate::results::gap_measures::{Measured, RowsIn};
use crate::results::gap_target::Targets;
use crate::results::incentive::Incentives;
use crate::results::population::Risk;
use crate::results::rural::RuralSplit;
use crate::results::strategies::Strategies;
use crate::results::value::Certainty;
use crate::scenario::{MeasureChoices, Scenario};

/// A sentence under its kind; a kind may have several.
pub type Said = (&'static str, String);

/// Whom a target reaches and misses.
pub fn of_target(scenario: &Scenario, missed: &TargetingResult) -> Vec<Said> {
    vec![
        ("big_number", missed::big_number(missed)),
        ("big_number_meaning", missed::big_number_meaning(scenario)),
        ("headline", missed::headline(scenario, missed)),
        ("detail", missed::detail(scenario, missed)),
        ("figures", missed::figures_in_use(scenario, missed)),
        ("people", missed::people_caption(scenario, missed)),
        ("curve", missed::curve_caption(scenario, missed)),
        ("curve_description", missed::curve_description(scenario, missed)),
        ("handle", missed::handle_value(scenario, missed)),
        ("fifths", missed::quintile_caption(scenario, missed)),
        ("two_meanings", missed::two_meanings_text(scenario, missed)),
        ("goal", missed::goal_answer(scenario, missed)),
        ("perfect_map", missed::perfect_map(scenario)),
    ]
}

/// The target unit by unit.
pub fn of_areas(scenario: &Scenario, by_cut: &TargetingResult, result: &AreasResult, list: &UnitList) -> Vec<Said> {
    let mut said = match scenario.codes {
        Some(_) => vec![("headline", areas::headline(scenario, result)), ("detail", areas::detail(scenario, result))],
        None => vec![("headline", missed::headline(scenario, by_cut)), ("detail", missed::detail(scenario, by_cut))],
    };
    said.push(("figures", missed::figures_in_use(scenario, by_cut)));
    said.extend(areas::beside(scenario, result).map(|text| ("best", text)));
    said.extend(areas::unknown(scenario, result).map(|text| ("unknown", text)));
    said.push(("where_missed", areas::where_missed(scenario, result, list)));
    said
}

/// Whom a service reaches.
pub fn of_audit(facts: audit::Facts) -> Vec<Said> {
    let mut said = vec![
        ("big_number", audit::big_number(facts)),
        ("big_number_meaning", audit::big_number_meaning(facts)),
        ("headline", audit::headline(facts)),
    ];
    said.extend(audit::detail(facts).map(|text| ("detail", text)));
    said.push(("figures", audit::figures(facts)));
    said.push(("low", audit::low(facts)));
    said.extend(audit::best(facts).map(|text| ("best", text)));
    said.extend(audit::over_time(facts).map(|text| ("over_time", text)));
    said.extend(audit::groups_held(facts).map(|text| ("groups", text.to_owned())));
    said.push(("fifths", audit::fifths_note(facts)));
    said.push(("picture_description", audit::picture_description(facts)));
    said.push(("held_back", audit::held_back(&facts.scenario.audit)));
    said
}

/// The same by class of area, and the target ranked within each.
pub fn of_rural(scenario: &Scenario, split: &RuralSplit, has_own_file: bool) -> Vec<Said> {
    let mut said = vec![
        ("rural_definition", rural::definition(scenario.data)),
        ("rural_in_england", rural::in_england(scenario, split)),
        ("rural_here", rural::who_lives_where(scenario, split)),
        ("rural_missed", rural::who_is_missed(scenario, split)),
        ("rural_within", rural::ranked_within(scenario, split)),
        ("rural_bound", rural::bound(scenario)),
        ("rural_source", rural::source(scenario.data)),
    ];
    said.extend(has_own_file.then(|| ("rural_own_file", rural::own_file())));
    said
}

/// All councils side by side, and whether the place is unusual.
pub fn of_councils(scenario: &Scenario, result: &Councils, places: &Places) -> Vec<Said> {
    let mut said = vec![
        ("big_number", councils::big_number(result)),
        ("big_number_meaning", councils::big_number_meaning(scenario, places)),
        ("headline", councils::headline(result)),
        ("detail", councils::detail(result)),
        ("figures", councils::figures(scenario, result)),
        ("list_note", councils::list_note(result)),
        ("strip", councils::strip_caption(scenario, result)),
        ("strip_note", councils::strip_note(scenario, result, places)),
        ("strip_description", councils::strip_description(scenario, result, places)),
        ("map", councils::map_caption(scenario, result)),
        ("map_note", councils::map_note(scenario, result, places)),
        ("map_description", councils::map_description(scenario, result)),
    ];
    said.extend(councils::left_out(result).map(|text| ("left_out", text)));
    said.retain(|(_, text)| !text.is_empty());
    said
}

/// What offers come to, held against each other.
pub fn of_offers(scenario: &Scenario, result: &Strategies, certainty: Option<&Certainty>) -> Vec<Said> {
    let mut said: Vec<Said> = vec![("example", starting_points::notes(scenario))];
    said.extend(strategies::comparisons(scenario, result).into_iter().map(|text| ("comparison", text)));
    said.extend(strategies::all_limits(scenario, result).into_iter().map(|text| ("limit", text)));
    said.push(("destinations", strategies::destinations_caption(scenario)));
    let titles = result.results.iter().map(|of| strategies::destination_title(of.strategy, &of.outcome));
    said.extend(titles.map(|text| ("destination", text)));
    said.push(("tie", strategies::tie(scenario, result)));
    said.push(("tornado", strategies::tornado_caption(scenario)));
    said.extend(strategies::values(scenario, &result.value).into_iter().map(|text| ("value", text)));
    if let Some(certainty) = certainty {
        let sure = strategies::certainty(scenario, &result.value, certainty);
        said.extend(sure.into_iter().map(|text| ("certainty", text)));
    }
    said
}

/// Treating those past a threshold, held against shifting everybody.
pub fn of_risk(scenario: &Scenario, risk: &Risk) -> Vec<Said> {
    let choices = &scenario.population;
    let mut said = vec![
        ("big_number", population::big_number(choices, risk)),
        ("big_number_meaning", population::big_number_meaning(choices, risk)),
        ("headline", population::headline(choices, risk)),
        ("shift", population::shift_sentence(choices, risk)),
    ];
    said.extend(population::treat_facts(choices, risk).into_iter().map(|text| ("treat_fact", text)));
    said.extend(population::shift_facts(choices, risk).into_iter().map(|text| ("shift_fact", text)));
    said.extend([
        ("missed", population::missed_sentence(scenario, risk)),
        ("people_note", population::people_note(scenario, risk)),
        ("curves_description", population::curves_description(choices, risk)),
        ("moved_description", population::moved_description(choices, risk)),
        ("fifths", population::fifths_caption(choices, risk)),
        ("fifths_note", population::fifths_note(scenario, risk)),
    ]);
    said
}

/// What a payment brings.
pub fn of_payment(scenario: &Scenario, result: &Incentives) -> Vec<Said> {
    let mut said = vec![
        ("big_number", incentive::big_number(result)),
        ("big_number_meaning", incentive::big_number_meaning(result)),
        ("headline", incentive::headline(scenario, result)),
        ("detail", incentive::detail(scenario, result)),
        ("gap", incentive::gap_for_everyone(result)),
    ];
    said.extend(incentive::comparisons(scenario, result).into_iter().map(|text| ("comparison", text)));
    said.extend(incentive::limits(scenario, result).into_iter().map(|text| ("limit", text)));
    said.push(("curve_description", incentive::curve_description(scenario, result)));
    said
}

/// What cutting a slope asks for.
pub fn of_slope_target(scenario: &Scenario, targets: &Targets) -> Vec<Said> {
    let choices = &scenario.gap.target;
    let mut said: Vec<Said> = Vec::new();
    match &targets.line {
        Ok(line) => said.extend([
            ("slope_big_number", gap_target::big_number(line)),
            ("slope_big_number_meaning", gap_target::big_number_meaning(line)),
            ("slope_headline", gap_target::headline(choices, line)),
            ("slope_ratio", gap_target::ratio(line)),
            ("slope_everywhere", gap_target::everywhere(line)),
        ]),
        Err(error) => said.push(("slope_problem", gap_target::problem(*error, false))),
    }
    match targets.second {
        Some(Ok(line)) => said.push(("slope_second", gap_target::second(choices, &line))),
        Some(Err(error)) => said.push(("slope_second_problem", gap_target::problem(error, true))),
        None => {}
    }
    said
}

/// How wide the gap between rows is.
pub fn of_rows(input: &RowsIn, choices: &MeasureChoices, measured: &Measured) -> Vec<Said> {
    let mut said = vec![
        ("rows", gap_measures::rows_name(input).to_owned()),
        ("rows_headline", gap_measures::headline(input, choices, measured)),
        ("rows_target", gap_measures::target_sentence(choices, measured)),
        ("rows_caption", gap_measures::scatter_caption(input, choices, measured)),
    ];
    said.extend(gap_measures::left_out(measured).map(|text| ("rows_left_out", text)));
    said
}
