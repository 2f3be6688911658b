//! What the story of each ready-made page claims is so, in the built-in figures.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::data::figures::Table;
use who_gets_missed::model::strategies::{Outcome, Strategy};
use who_gets_missed::results::{Compared, RankedPlace};
use who_gets_missed::scenario::{ReadyMade, Scenario, ToQuery};
use who_gets_missed::words::{place, ready_made};

fn scenario(page: ReadyMade) -> Scenario {
    let decoded = Scenario::from_query(page.query());
    assert_eq!(decoded.notices, [], "{page:?}");
    decoded.scenario
}

fn figures(scenario: &Scenario) -> BuiltIn {
    BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank: scenario.rank })
}

fn result(page: ReadyMade) -> Compared {
    let scenario = scenario(page);
    let figures = figures(&scenario);
    let codes = figures.extent(&scenario.place);
    Compared::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap()
}

/// The share of people in need inside the target, and of all people.
fn target(page: ReadyMade) -> (f64, f64) {
    let target = result(page).missed.target.measures;
    (target.coverage, target.people_share)
}

fn outcome(page: ReadyMade, strategy: Strategy) -> Outcome {
    let results = result(page).strategies.unwrap().results;
    results.into_iter().find(|result| result.strategy == strategy).unwrap().outcome
}

#[test]
fn most_people_on_low_incomes_live_outside_the_national_fifth() {
    assert!(target(ReadyMade::NationalFifth).0 < 0.5);
}

#[test]
fn the_places_own_fifth_is_wider_reaches_more_and_still_misses_more_than_half() {
    let (own, national) = (target(ReadyMade::OwnFifth), target(ReadyMade::NationalFifth));
    assert!(own.1 > national.1 && own.0 > national.0 && own.0 < 0.5, "{own:?} {national:?}");
}

#[test]
fn to_reach_8_in_10_most_residents_are_inside_the_target_and_a_smaller_one_does_not_do() {
    let (reached, people) = target(ReadyMade::EightInTen);
    assert!(reached >= 0.8 && people > 0.5, "{reached} {people}");
    let needed = result(ReadyMade::EightInTen).missed.to_reach[1];
    let share = scenario(ReadyMade::EightInTen).share.as_share();
    assert!(needed.goal == 0.8 && needed.share > share - 0.05, "the next smaller step of 5% would do");
}

#[test]
fn even_the_perfect_map_of_the_place_misses_more_than_half() {
    let (perfect, own) = (target(ReadyMade::PerfectMap), target(ReadyMade::OwnFifth));
    assert!(perfect.0 < 0.5 && perfect.0 >= own.0, "{perfect:?} {own:?}");
}

#[test]
fn in_middlesbrough_the_target_misses_few_and_holds_many_who_are_not_in_need() {
    let missed = result(ReadyMade::Town).missed;
    let target = missed.target.measures;
    assert!(target.coverage > 0.8 && target.leakage.unwrap() > 0.5, "{target:?}");
}

#[test]
fn in_rutland_the_target_reaches_nobody_although_there_is_need() {
    let missed = result(ReadyMade::Rural).missed;
    assert!(missed.in_need > 0.0 && missed.target.measures.areas == 0.0);
}

#[test]
fn a_few_more_of_the_children_live_in_the_national_fifth_and_most_do_not() {
    let (children, all) = (target(ReadyMade::Children).0, target(ReadyMade::NationalFifth).0);
    assert!(children > all && children < all + 0.1 && children < 0.5, "{children} {all}");
}

#[test]
fn with_the_same_budget_in_middlesbrough_the_offer_by_area_wins_clearly() {
    let by_area = outcome(ReadyMade::SameBudget, Strategy::ByArea);
    for other in [Strategy::Universal, Strategy::Proportionate] {
        let other = outcome(ReadyMade::SameBudget, other);
        assert!((by_area.cost - other.cost).abs() < 1.0, "one budget for each");
        assert!(by_area.in_need_reached > 1.2 * other.in_need_reached);
        assert!(by_area.gap_after.abs() < other.gap_after.abs());
    }
}

#[test]
fn outreach_wins_some_back_at_a_cost_and_by_area_is_cheaper_and_reaches_far_fewer() {
    let page = ReadyMade::FallingUptake;
    let [universal, by_area, more] =
        [Strategy::Universal, Strategy::ByArea, Strategy::Proportionate].map(|strategy| outcome(page, strategy));
    assert!(universal.uptake_gap.unwrap() > 0.2, "far fewer come where deprivation is high");
    assert!(more.in_need_reached > universal.in_need_reached && more.cost > universal.cost);
    assert!(by_area.cost_per_in_need_reached < universal.cost_per_in_need_reached);
    assert!(by_area.in_need_reached < 0.5 * universal.in_need_reached);
}

#[test]
fn the_links_are_as_short_as_links_are_and_the_titles_differ() {
    let mut titles: Vec<&str> = ReadyMade::ALL.into_iter().map(ready_made::title).collect();
    for page in ReadyMade::ALL {
        assert_eq!(scenario(page).to_query(), page.query());
    }
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), ReadyMade::ALL.len());
}

#[test]
fn a_story_names_the_place_that_its_page_opens() {
    for page in ReadyMade::ALL {
        let scenario = scenario(page);
        let name = place::of(&scenario, &figures(&scenario).places());
        let text = format!("{} {}", ready_made::title(page), ready_made::story(page));
        // The last one is about an assumption, and would be so anywhere.
        assert!(text.contains(&name) || page == ReadyMade::FallingUptake, "{page:?}: {name}");
    }
}
