//! What the guided session asks has an answer for every council, and it is the one that the other views show.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{NeedMeasure, RankBy};
use who_gets_missed::model::strategies::{BreakEven, Outcome};
use who_gets_missed::results::audit::{ServiceReach, example};
use who_gets_missed::results::strategies::{Strategies, is_gap_smaller};
use who_gets_missed::results::workshop::{OFFERS, Workshop, choices, perfect_choices, target_of};
use who_gets_missed::results::{MissError, RankedPlace, TargetingResult};
use who_gets_missed::scenario::session::SessionQuestion;
use who_gets_missed::scenario::{CutKind, Place, Scenario};
use who_gets_missed::words::workshop as words;

use support::built_in::{BuiltIn, tables};

struct Figures(BuiltIn);

impl Figures {
    fn of(scenario: &Scenario, rank: RankBy) -> Self {
        Self(BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank }))
    }

    fn prepared(&self, scenario: &Scenario) -> Result<RankedPlace, MissError> {
        RankedPlace::new(self.0.population(self.0.extent(&scenario.place)))
    }
}

fn scenario(query: &str) -> Scenario {
    let decoded = Scenario::from_kept(query);
    assert_eq!(decoded.notices, []);
    decoded.scenario
}

fn workshop(query: &str) -> (Workshop, RankedPlace) {
    let scenario = scenario(query);
    let prepared = Figures::of(&scenario, RankBy::Imd).prepared(&scenario).unwrap();
    (Workshop::new(&scenario, &prepared).unwrap(), prepared)
}

#[test]
fn the_first_answer_is_the_published_case_and_the_second_is_not_the_same() {
    // The page's own choices of order, cut and share do not change what is asked.
    let (workshop, _) = workshop("rank=need&cut=local&basis=people&share=70&whole=1");
    let percent = |moment| (workshop.answer(moment).unwrap() * 1000.0).round() / 10.0;
    assert_eq!(percent(SessionQuestion::National), 30.5);
    assert_eq!(percent(SessionQuestion::Local), 42.2);
}

#[test]
fn each_moment_asks_for_what_the_view_behind_it_shows() {
    let (workshop, prepared) = workshop("place=E08000035");
    let asked = choices(&scenario("place=E08000035"), RankBy::Imd);
    let missed = TargetingResult::new(&asked, &prepared).unwrap();
    assert_eq!(workshop.answer(SessionQuestion::National), Some(missed.target.measures.coverage));
    assert_eq!(workshop.answer(SessionQuestion::Local), Some(missed.local_target.coverage));
    assert_eq!(missed.to_reach[1].goal, 0.8);
    assert_eq!(workshop.answer(SessionQuestion::Widen), Some(missed.to_reach[1].share));

    let offers = Strategies::new(&asked, &prepared).unwrap();
    let in_full: Vec<f64> = offers.results.iter().map(|result| result.outcome.in_need_reached).collect();
    assert_eq!(workshop.universal_at(workshop.uptake()), in_full[0]);
    assert_eq!(workshop.by_area, in_full[1]);
    assert_eq!(workshop.budget, offers.results[1].outcome.cost);

    let mut with_budget = asked.clone();
    with_budget.offers.funding = who_gets_missed::scenario::offers::FundingKind::Budget;
    with_budget.offers.budget = workshop.budget.round() as u64;
    let spent = Strategies::new(&with_budget, &prepared).unwrap();
    for (own, view) in workshop.spent.iter().zip(&spent.results) {
        assert!((own.in_need_reached - view.outcome.in_need_reached).abs() < 1.0, "{:?}", view.strategy);
    }
}

#[test]
fn at_the_tie_both_offers_reach_the_same_number_of_people_in_need() {
    // In Knowsley most people in need live in the fifth, so a universal offer can fall behind.
    let (workshop, _) = workshop("place=E08000011");
    let BreakEven::At(tie) = workshop.tie else { panic!("{:?}", workshop.tie) };
    assert!((workshop.universal_at(tie) - workshop.by_area).abs() < 1e-6 * workshop.by_area);
    assert_eq!(workshop.answer(SessionQuestion::Uptake), Some(tie));
    assert!(workshop.universal_at(tie - 0.05) < workshop.by_area);
    assert!(workshop.universal_at(tie + 0.05) > workshop.by_area);
}

#[test]
fn where_a_universal_offer_is_always_ahead_guessing_zero_says_never() {
    let (workshop, _) = workshop("");
    assert_eq!(workshop.tie, BreakEven::FirstAlways);
    assert!(workshop.universal_at(0.0) > workshop.by_area);
    assert_eq!(workshop.answer(SessionQuestion::Uptake), Some(0.0));
}

#[test]
fn nobody_spends_more_than_the_budget_and_the_winner_reaches_the_most() {
    for query in ["", "place=E08000035", "funding=budget&budget=250000", "start=school-meals&need=children"] {
        let (workshop, _) = workshop(query);
        let winners = workshop.winners();
        for (at, spent) in workshop.spent.iter().enumerate() {
            assert!(spent.cost <= workshop.budget * (1.0 + 1e-9), "{query} {:?}", OFFERS[at]);
            let best = workshop.spent[winners[0]].in_need_reached;
            assert!(spent.in_need_reached <= best + 0.5);
            assert_eq!(winners.contains(&at), spent.in_need_reached.round() >= best.round());
        }
    }
    assert_eq!(workshop("funding=budget&budget=250000").0.budget, 250_000.0);
}

#[test]
fn a_wider_target_reaches_more_until_it_reaches_the_goal() {
    let (workshop, prepared) = workshop("");
    let share = workshop.reach().unwrap().share;
    let mut before = -1.0;
    for tenths in (0..=1000).step_by(5) {
        let percent = who_gets_missed::scenario::Percent::from_tenths(tenths);
        let coverage = target_of(&prepared, percent).unwrap().coverage;
        assert!(coverage >= before);
        assert_eq!(coverage >= 0.8 - 1e-9, percent.as_share() >= share - 1e-9, "{percent}");
        before = coverage;
    }
}

#[test]
fn every_council_and_all_england_have_an_answer_to_every_question() {
    for table in tables().filter(|table| table.rank == RankBy::Imd) {
        let base = Scenario { data: table.edition, need: table.need, ..Scenario::default() };
        let by_deprivation = Figures::of(&base, RankBy::Imd);
        let by_need = Figures::of(&base, RankBy::Need);
        let councils = by_deprivation.0.authorities();
        let places = councils.iter().filter_map(|council| Place::of([council.code])).chain([Place::England]);
        let mut count = 0;
        for place in places {
            let scenario = Scenario { place, ..base.clone() };
            check(&scenario, &by_deprivation, &by_need);
            count += 1;
        }
        assert!(count > 290, "{table:?}: {count}");
    }
}

fn check(scenario: &Scenario, by_deprivation: &Figures, by_need: &Figures) {
    // Nobody in need at all is the one thing that leaves nothing to ask.
    let Ok(prepared) = by_deprivation.prepared(scenario) else { return };
    let service = ServiceReach::new(scenario, &example());
    let workshop = Workshop::new(scenario, &prepared).unwrap().with_service(Some(service));
    for moment in SessionQuestion::ALL {
        if let Some(answer) = workshop.answer(moment) {
            assert!((0.0..=1.0).contains(&answer), "{:?} {moment:?}: {answer}", scenario.place);
        }
        let has_one = moment.is_guessed() && moment != SessionQuestion::PerfectMap;
        assert_eq!(workshop.answer(moment).is_some(), has_one, "{:?} {moment:?}", scenario.place);
    }
    assert!(!workshop.winners().is_empty());
    assert!(workshop.budget.is_finite() && workshop.spent.iter().all(|spent| spent.in_need_reached.is_finite()));
    let perfect = TargetingResult::new(&perfect_choices(scenario), &by_need.prepared(scenario).unwrap()).unwrap();
    assert!((0.0..=1.0).contains(&perfect.target.measures.coverage));
    for moment in SessionQuestion::ALL {
        let said = [
            words::question(moment, &workshop, "here"),
            words::hint(moment, &workshop),
            words::whole_answer(moment, &workshop, Some(&perfect)),
            words::so_what(moment, &workshop, Some(&perfect)).join(" "),
        ];
        for text in said {
            assert!(!text.contains("NaN") && !text.contains("inf"), "{:?} {moment:?}: {text}", scenario.place);
        }
        let guesses = vec![0.0, 0.35, 1.0];
        for picture in words::pictures(moment, &workshop, Some(&perfect), guesses) {
            assert!(picture.most > 0.0 && picture.bars.iter().all(|bar| (0.0..=picture.most).contains(&bar.value)));
        }
    }
}

#[test]
fn the_smallest_places_can_be_asked_about() {
    for code in ["E09000001", "E06000053"] {
        for need in [NeedMeasure::Income, NeedMeasure::Children, NeedMeasure::Older] {
            let base = Scenario { need, ..scenario(&format!("place={code}")) };
            check(&base, &Figures::of(&base, RankBy::Imd), &Figures::of(&base, RankBy::Need));
        }
    }
}

#[test]
fn the_perfect_map_is_held_against_a_target_of_its_own_size() {
    let scenario = scenario("");
    let by_need = Figures::of(&scenario, RankBy::Need).prepared(&scenario).unwrap();
    let perfect = TargetingResult::new(&perfect_choices(&scenario), &by_need).unwrap();
    let (workshop, _) = workshop("");
    let difference = perfect.target.measures.coverage - workshop.missed.local_target.coverage;
    assert!((0.0..0.05).contains(&difference), "{difference}");
}

#[test]
fn the_room_is_told_how_far_off_its_middle_guess_was() {
    assert_eq!(words::room(&[], 0.305), "");
    assert_eq!(words::room(&[0.305], 0.3046), "The guess was 30.5%: just right.");
    assert_eq!(
        words::room(&[0.1, 0.3, 0.5], 0.3046),
        "The middle guess was 30.0%: 0.5 points too low. 1 of 3 came within 5 points."
    );
}

#[test]
fn a_tenth_of_uptake_the_scale_and_the_votes_are_worked_out_beside_the_answers() {
    let (workshop, prepared) = workshop("");
    let lost = workshop.universal_at(workshop.uptake()) - workshop.universal_at(workshop.uptake() - 0.1);
    assert!(lost > 0.0 && (workshop.lost_with_a_tenth_of_uptake() - lost).abs() < 1e-9);
    for uptake in [0.0, 0.5, 1.0] {
        assert!(
            workshop.universal_at(uptake) <= workshop.most_reached() && workshop.by_area <= workshop.most_reached()
        );
    }
    let reach = workshop.reach().unwrap().share;
    let reached = |share: f64| {
        let percent = who_gets_missed::scenario::Percent::from_share(share);
        workshop.is_goal_reached(&target_of(&prepared, percent).unwrap())
    };
    assert_eq!([reached(reach - 0.01), reached(reach + 0.01)], [false, true]);
    let winners = workshop.winners();
    let mut votes = [1, 2, 4];
    let right: u32 = winners.iter().map(|&at| votes[at]).sum();
    assert_eq!(workshop.votes_for_winners(&votes), (right, 7));
    votes = [0; 3];
    assert_eq!(workshop.votes_for_winners(&votes), (0, 0));
}

#[test]
fn whom_a_target_leaves_out_adds_up_with_whom_it_holds() {
    let (workshop, _) = workshop("");
    let missed = &workshop.missed;
    let target = &missed.target.measures;
    assert!((missed.in_need_outside() + target.in_need - missed.in_need).abs() < 1e-6);
    assert!((missed.people_share_outside() + target.people_share - 1.0).abs() < 1e-12);
    assert!((missed.number_needed_of_all() * missed.need_rate - 1.0).abs() < 1e-9);
    for cut in [CutKind::National, CutKind::Local] {
        let fifths = missed.quintiles(cut);
        let [most, least] = missed.most_and_least_in_need(cut);
        assert!(fifths.iter().all(|fifth| (least.need_share..=most.need_share).contains(&fifth.need_share)));
    }
}

#[test]
fn the_smaller_gap_is_the_one_nearer_to_none() {
    let (workshop, _) = workshop("");
    let gap = |gap_after| Outcome { gap_before: 0.2, gap_after, ..workshop.spent[0] };
    assert_eq!(is_gap_smaller(&gap(0.1), &gap(0.15)), Some(true));
    assert_eq!(is_gap_smaller(&gap(-0.15), &gap(0.1)), Some(false));
    assert_eq!(is_gap_smaller(&gap(0.1), &gap(-0.1)), None);
    assert!((gap(0.15).gap_change() + 0.05).abs() < 1e-12);
}

#[test]
fn of_a_service_nothing_is_said_that_is_not_known() {
    let said = |fifths: Vec<Option<f64>>, whole: Option<f64>, is_example: bool| {
        let service = ServiceReach { is_example, order: RankBy::Imd, fifths, whole, more_at_best: Some(12.0) };
        let workshop = workshop("").0.with_service(Some(service));
        let moment = SessionQuestion::Service;
        let pictures = words::pictures(moment, &workshop, None, vec![0.3]);
        for picture in &pictures {
            assert!(picture.bars.iter().all(|bar| (0.0..=picture.most).contains(&bar.value)));
        }
        let bars: Vec<(String, bool)> =
            pictures.into_iter().flat_map(|picture| picture.bars).map(|bar| (bar.figure, bar.is_answer)).collect();
        let texts = [
            words::question(moment, &workshop, "here"),
            words::whole_answer(moment, &workshop, None),
            words::so_what(moment, &workshop, None).join(" "),
        ];
        (workshop.answer(moment), texts, bars)
    };
    let told = [0.38, 0.45, 0.5, 0.52, 0.512].map(Some).to_vec();
    let (answer, [question, answered, so_what], bars) = said(told.clone(), Some(0.45), false);
    assert_eq!(answer, Some(0.38));
    assert_eq!(
        question,
        "Our own service: how many does it serve for every 100 people on low incomes in the most deprived fifth?"
    );
    assert_eq!(
        answered,
        "38.0% is the number served in the most deprived fifth, of the number of people on low incomes there. In the least \
         deprived fifth it is 51.2%."
    );
    assert!(so_what.contains("12 more would be") && !so_what.contains("made up"), "{so_what}");
    assert_eq!(bars.len(), 2);
    assert!(bars[0].1 && !bars[1].1);
    let (_, [question, _, so_what], _) = said(told.clone(), Some(0.45), true);
    assert!(question.starts_with("A made-up service") && so_what.contains("These numbers are made up."));

    // Held back: neither a number nor a bar.
    let held = [vec![None], told[1..].to_vec()].concat();
    let (answer, [_, answered, _], bars) = said(held, Some(0.45), false);
    assert_eq!(answer, None);
    assert!(answered.starts_with("No number can be told of the most deprived fifth"), "{answered}");
    assert!(bars.len() == 1 && !bars[0].1);

    // More contacts than people in need: no guess can be right, and the bars have their own scale.
    let (answer, [_, answered, _], bars) = said([1.4, 1.2, 1.1, 1.0, 0.9].map(Some).to_vec(), Some(1.1), false);
    assert_eq!((answer, bars.len()), (None, 2));
    assert!(answered.starts_with("140.0% is the number served"), "{answered}");

    // Too few areas for fifths.
    let (answer, [question, answered, _], bars) = said(Vec::new(), Some(0.45), false);
    assert_eq!((answer, bars.len()), (Some(0.45), 0));
    assert!(!question.contains("fifth") && answered.contains("too few areas for fifths"), "{answered}");
    let (_, [_, answered, _], _) = said(Vec::new(), None, false);
    assert!(answered.starts_with("No number can be told:"), "{answered}");
}
