//! The guess before the answer: what is asked, and the sentence that holds a guess against the answer, read again for every guess.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::chart::people::{of_a_hundred, rest_of_a_hundred};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{Edition, NeedMeasure, RankBy};
use who_gets_missed::model::Basis;
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{CutKind, Percent, Place, Scenario};
use who_gets_missed::words::{common, missed as words};

const SCALES: [(CutKind, Basis); 3] =
    [(CutKind::National, Basis::Areas), (CutKind::Local, Basis::Areas), (CutKind::Local, Basis::People)];

/// What is claimed of a guess, by the numbers before and after "and".
fn check(text: &str, guess: usize, result: &TargetingResult) -> Result<(), String> {
    let coverage = result.target.measures.coverage;
    let fail = |why: &str| Err(format!("{why}: {text} ({guess}, {coverage})"));
    let Some((said, held)) = text.trim_end_matches('.').split_once(", and ") else { return fail("one sentence") };
    if said != format!("You guessed {guess}") || !text.ends_with('.') {
        return fail("the guess");
    }
    let (whole, guess) = ((100.0 * coverage).round(), guess as f64);
    let is_told = (whole > 0.0 || coverage == 0.0) && (whole < 100.0 || coverage == 1.0);
    let about = if result.is_approximate { "about " } else { "" };
    let answer = match (is_told, whole > 50.0) {
        (true, _) => format!("it is {about}{whole}"),
        (false, false) => "it is fewer than 1".to_owned(),
        (false, true) => "it is more than 99".to_owned(),
    };
    let expected = match guess - whole {
        0.0 if is_told && result.is_approximate => "it is about that".to_owned(),
        0.0 if is_told => "that is right".to_owned(),
        apart if apart.abs() <= 5.0 => format!("{answer}: you were close"),
        apart if apart > 0.0 => format!("{answer}: fewer than you thought"),
        _ => format!("{answer}: more than you thought"),
    };
    if held == expected { Ok(()) } else { fail(&expected) }
}

#[test]
fn every_guess_is_held_against_every_kind_of_answer() {
    let mut tails = std::collections::BTreeSet::new();
    for rank in RankBy::ALL {
        let figures = BuiltIn::read(Table { edition: Edition::Iod2025, need: NeedMeasure::Income, rank });
        for place in ["cambridgeshire-peterborough", "E06000017", "E07000008", "E06000009", "E08000035", "england"] {
            let place: Place = place.parse().unwrap();
            let prepared = RankedPlace::new(figures.population(figures.extent(&place))).unwrap();
            for (cut, basis) in SCALES {
                for tenths in [1, 5, 10, 35, 200, 333, 500, 850, 990, 999] {
                    let share = Percent::from_tenths(tenths);
                    let scenario = Scenario { place: place.clone(), rank, cut, basis, share, ..Scenario::default() };
                    let result = TargetingResult::new(&scenario, &prepared).unwrap();
                    for guess in 0..=100 {
                        let text = words::guessed(&result, guess);
                        check(&text, guess, &result).unwrap();
                        assert!(check(&text, guess + 1, &result).is_err());
                        tails.insert(text.rsplit([':', ',']).next().unwrap().to_owned());
                    }
                }
            }
        }
    }
    assert_eq!(tails.len(), 5, "{tails:?}");
}

#[test]
fn the_question_names_need_place_and_target() {
    let asked = |query: &str| words::guess_question(&Scenario::from_query(query).scenario);
    for (query, expected) in [
        ("", "Of 100 people on low incomes here, how many live in England’s most deprived fifth of areas?"),
        (
            "v=2&place=england&share=35",
            "Of 100 people on low incomes in England, how many live in England’s most deprived 35% of areas?",
        ),
        (
            "v=2&need=children&cut=local",
            "Of 100 children in low-income families here, how many live in the most deprived fifth of areas here?",
        ),
        (
            "v=2&cut=local&basis=people&share=35",
            "Of 100 people on low incomes here, how many live in the most deprived areas here, home to 35% of residents?",
        ),
        (
            "v=2&rank=need&share=10",
            "Of 100 people on low incomes here, how many live in the tenth of England’s areas with the highest share of people on low incomes?",
        ),
    ] {
        assert_eq!(asked(query), expected, "{query}");
    }
    let scenario = Scenario::default();
    assert_eq!(words::guessed_for(&scenario, 41), "You guessed 41 for England’s most deprived fifth of areas.");
}

/// `index.html` shows the first view before its program is there: in the same words.
#[test]
fn the_page_without_its_program_says_what_the_program_says() {
    let html = include_str!("../index.html").split_whitespace().collect::<Vec<_>>().join(" ");
    let scenario = Scenario::default();
    let figures = BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank: scenario.rank });
    let prepared = RankedPlace::new(figures.population(figures.extent(&scenario.place))).unwrap();
    let result = TargetingResult::new(&scenario, &prepared).unwrap();
    let [reached, rest] = [of_a_hundred, rest_of_a_hundred].map(|of| of(result.target.measures.coverage));
    let caption = words::people_caption(&scenario, &result)
        .replace(&format!("{reached} are reached"), "{first:reached} are reached")
        .replace(&format!("{rest} are missed"), "{first:rest} are missed");
    for said in [
        common::TITLE,
        common::MENU,
        common::heading(scenario.view),
        words::LEAD,
        words::GUESS_LEAD,
        &words::guess_question(&scenario),
        &words::big_number_meaning(&scenario),
        &caption,
        words::INSIDE,
        words::OUTSIDE,
        words::REACHED_IN_SHORT,
        words::MISSED_IN_SHORT,
        words::SHOW_ANSWER,
        words::JUST_SHOW,
        words::EDITION,
        common::edition_label(Edition::Iod2019),
        common::edition_label(Edition::Iod2025),
    ] {
        assert!(html.contains(&format!(">{said}<")), "index.html does not say: {said}");
    }
    assert!(!result.is_approximate, "the number in the page would need an “about”");
}
