//! Every sentence of the page is true of every state that can show it: each kind is read here again, its numbers are held
//! against the results by code of its own, and what it claims in words ("every", "even", "more", "about") is asked of them.
//!
//! Each council of both editions, each need and order, on each scale, takes its turn at each whole share from 0 to 100:
//! a part of them in a quick run, all with `ALL_SENTENCES=1`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
    pub mod needs;
    pub mod read_sentence;
}

use std::collections::BTreeMap;
use std::env;

use support::built_in::{BuiltIn, tables};
use support::needs::called;
use support::read_sentence::{Claim, numbers, tenth};
use who_gets_missed::data::boundaries;
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{AuthorityCode, Edition, Extent, NeedMeasure, PlaceCode, RankBy, Resolution};
use who_gets_missed::model::strategies::Outcome;
use who_gets_missed::model::{Basis, Target};
use who_gets_missed::results::strategies::Strategies;
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{CutKind, Offers, Percent, Place, Scenario, StartingPoint};
use who_gets_missed::words::{missed as words, says, starting_points, strategies};

/// A state of the first view, with its result.
struct State {
    scenario: Scenario,
    missed: TargetingResult,
}

const SCALES: [(CutKind, Basis); 3] =
    [(CutKind::National, Basis::Areas), (CutKind::Local, Basis::Areas), (CutKind::Local, Basis::People)];

/// Sizes that have words or limits of their own.
const TELLING_SHARES: [u16; 6] = [0, 1, 5, 20, 50, 100];

fn in_need(need: NeedMeasure) -> &'static str {
    called(need).in_need
}

/// The number by which the size of a target is told; none where it has a name.
fn told_size(share: Percent) -> Option<f64> {
    let named = [50, 100, 200, 250, 500].contains(&share.tenths());
    (!named).then(|| f64::from(share.tenths()) / 10.0)
}

/// A share in per cent as it has to be read: as `12.9%`, or in words where it is nearly nothing or nearly all.
fn per_cent(share: f64) -> f64 {
    match 100.0 * share {
        some if share > 0.0 && some < 0.05 => 0.1,
        most if share < 1.0 && most >= 99.95 => 99.9,
        shown => shown,
    }
}

/// Whether a share is told as nearly nothing or nearly all, which is not about as much.
fn is_bound(share: f64) -> bool {
    per_cent(share) != 100.0 * share
}

/// Whether a sentence of this kind is true of a state.
fn check(kind: &str, state: &State, text: &str) -> Result<(), String> {
    let (scenario, result) = (&state.scenario, &state.missed);
    let claim = Claim::of(text);
    let target = &result.target.measures;
    claim.holds(!text.is_empty() && !text.contains("  ") && !text.contains("NaN"), "it is a sentence")?;
    let is_england = scenario.place == Place::England;
    let about = result.is_approximate;
    let names_need = |claim: &Claim| claim.holds(claim.has(in_need(scenario.need)), "it names those in need");
    match kind {
        "big_number" => claim.counts(&[tenth(100.0 - shown(target.coverage))]),
        "big_number_meaning" => {
            names_need(&claim)?;
            claim.holds(claim.has("in England") == is_england, "it says where")
        }
        "headline" => headline(state, &claim),
        "detail" => {
            names_need(&claim)?;
            let mut expected = vec![target.in_need.round(), result.in_need.round()];
            let lift = target.lift.filter(|&lift| lift >= 1.05);
            if target.people > 0.0 {
                expected.push(per_cent(target.people_share));
                expected.extend(lift);
            }
            claim.counts(&expected)?;
            claim.says("times the overall share", lift.is_some())?;
            claim.says("less than the overall share", target.lift.is_some_and(|lift| lift <= 0.95))?;
            claim.says("about ", about)
        }
        "people" => {
            names_need(&claim)?;
            let reached = (100.0 * target.coverage).round();
            claim.says("fewer than 1 is reached", reached == 0.0 && target.coverage > 0.0)?;
            claim.says("fewer than 1 is missed", reached == 100.0 && target.coverage < 1.0)?;
            claim.says("about ", about && !text.contains("than"))?;
            match text.contains("than") {
                true => Ok(()),
                false => claim.counts(&[100.0, reached, 100.0 - reached]),
            }
        }
        "curve" => {
            let half = &result.half_target;
            claim.says("Nobody here", half.people <= 0.0)?;
            if half.people <= 0.0 {
                return Ok(());
            }
            names_need(&claim)?;
            claim.says("about ", result.half_target_is_approximate && !is_bound(half.coverage))?;
            claim.counts(&[per_cent(half.coverage)])
        }
        "fifths" => fifths(state, &claim),
        "two_meanings" => two_meanings(state, &claim),
        "goal" => {
            let reach = result.to_reach.last().unwrap();
            let is_all_or_none = reach.share <= 0.0 || reach.share >= 1.0;
            names_need(&claim)?;
            let is_number = !is_bound(reach.share) || !is_bound(reach.people_share);
            claim.says("about ", result.resolution == Resolution::Bands && !is_all_or_none && is_number)?;
            claim.counts(&[80.0, per_cent(reach.share), per_cent(reach.people_share)])
        }
        "handle" => claim.counts(&[f64::from(scenario.share.tenths()) / 10.0, per_cent(target.coverage)]),
        "curve_description" => {
            names_need(&claim)?;
            claim.counts(&[
                f64::from(scenario.share.tenths()) / 10.0,
                per_cent(target.coverage),
                per_cent(target.people_share),
            ])
        }
        "figures" => {
            // How near they are is held against single areas by `built_in_accuracy`.
            let is_joined = is_of_several(scenario);
            let is_whole = scenario.share.tenths() % 10 == 0;
            let mut expected = vec![if scenario.data.key() == "iod2019" { 2019.0 } else { 2025.0 }, result.units];
            match (about, scenario.cut) {
                (true, CutKind::Local) if is_joined => expected.push(1.5),
                (true, _) => expected.push(0.25),
                (false, _) => {}
            }
            claim.counts(&expected)?;
            claim.says("they are exact", !about)?;
            claim.says("estimates", about && scenario.cut == CutKind::National && !is_whole)?;
            claim.says("several councils", about && scenario.cut == CutKind::Local && is_joined)?;
            claim.says("add the official file", about)
        }
        "perfect_map" => names_need(&claim),
        _ => Err(format!("no check is written for the kind “{kind}”")),
    }
}

/// Whether a place is made of the figures of several councils. England has its own.
fn is_of_several(scenario: &Scenario) -> bool {
    let in_edition =
        |code: PlaceCode| code.authority().map_or(0, |code| boundaries::in_edition(code, scenario.data).len());
    scenario.place != Place::England && scenario.place.codes().into_iter().map(in_edition).sum::<usize>() > 1
}

/// A share in per cent as it is shown, so that the two shares of a whole add up.
fn shown(share: f64) -> f64 {
    let tenths = (1000.0 * share).round() / 10.0;
    match tenths {
        0.0 if share > 0.0 => 0.1,
        100.0 if share < 1.0 => 99.9,
        _ => tenths,
    }
}

fn headline(state: &State, claim: &Claim) -> Result<(), String> {
    let (scenario, target) = (&state.scenario, &state.missed.target.measures);
    claim.holds(claim.has(in_need(scenario.need)), "it names those in need")?;
    claim.says("none of the", target.in_need <= 0.0)?;
    claim.says("would reach all ", target.coverage >= 1.0)?;
    claim.says("no area", target.in_need <= 0.0 && target.areas <= 0.0 && scenario.share.tenths() > 0)?;
    let is_some = target.in_need > 0.0 && target.coverage < 1.0;
    claim.says("would be missed", is_some)?;
    let is_number = ![0.0, 100.0].contains(&(100.0 * target.coverage).round());
    claim.says("about ", is_some && state.missed.is_approximate && is_number)?;
    let mut expected: Vec<f64> = told_size(scenario.share).into_iter().filter(|&size| size > 0.0).collect();
    if is_some {
        let reached = (100.0 * target.coverage).round();
        match reached {
            0.0 => expected.extend([1.0, 100.0]),
            100.0 => expected.extend([99.0, 100.0]),
            _ => expected.extend([reached, 100.0, 100.0 - reached]),
        }
    }
    claim.counts(&expected)
}

/// "Every fifth" is every fifth, "even" is the one that holds least, and the one that holds most is named.
fn fifths(state: &State, claim: &Claim) -> Result<(), String> {
    let fifths = state.missed.quintiles(state.scenario.cut);
    claim.holds(claim.has(in_need(state.scenario.need)), "it names those in need")?;
    let holds: Vec<f64> = fifths.iter().map(|fifth| fifth.need_share).collect();
    let without = fifths.iter().filter(|fifth| fifth.in_need <= 0.0).count();
    let fewest = holds.iter().copied().fold(f64::MAX, f64::min);
    claim.says("Every fifth is home", without == 0)?;
    claim.says("even the", without == 0 && holds[4] <= fewest)?;
    if without == 0 {
        return claim.counts(&[per_cent(holds[4])]);
    }
    claim.says("none of the", true)?;
    let most = holds.iter().copied().fold(0.0, f64::max);
    let names = match state.scenario.rank {
        RankBy::Imd => ["most deprived fifth", "second fifth", "middle fifth", "fourth fifth", "least deprived fifth"],
        RankBy::Need => ["fifth most in need", "second fifth", "middle fifth", "fourth fifth", "fifth least in need"],
    };
    let named = names.iter().position(|name| claim.has(name)).ok_or("it names no fifth")?;
    claim.holds(holds[named] >= most, "the fifth named holds most")?;
    claim.counts(&[without as f64, 5.0, per_cent(most)])
}

fn two_meanings(state: &State, claim: &Claim) -> Result<(), String> {
    let (scenario, result) = (&state.scenario, &state.missed);
    let Some(national) = &result.national_target else { return claim.says("no national ranking", true) };
    let local = &result.local_target;
    let apart = (shown_tenths(local) - shown_tenths(national)).abs();
    let same_nation = scenario.place == Place::England && apart == 0.0;
    claim.says("the two are the same", same_nation)?;
    if same_nation {
        return Ok(());
    }
    claim.says("Both reach the same share", apart == 0.0)?;
    let size = told_size(scenario.share);
    let mut expected = vec![national.areas, result.units];
    // The size is told of England, and again of the place.
    expected.extend(size);
    expected.extend(size);
    expected.push(local.areas);
    expected.extend((apart > 0.0).then_some(apart / 10.0));
    claim.counts(&expected)
}

fn shown_tenths(target: &Target) -> f64 {
    (1000.0 * target.coverage).round()
}

/// What is said of both orders side by side.
fn check_orders(
    text: &str,
    need: NeedMeasure,
    by_imd: &TargetingResult,
    by_need: &TargetingResult,
) -> Result<(), String> {
    let claim = Claim::of(text);
    claim.holds(claim.has(in_need(need)), "it names those in need")?;
    let [imd, need] = [by_imd, by_need].map(|missed| &missed.target.measures);
    let apart = (shown_tenths(imd) - shown_tenths(need)).abs();
    claim.says("In both orders", apart == 0.0)?;
    claim.says("points more", apart > 0.0 && need.coverage > imd.coverage)?;
    claim.says("points less", apart > 0.0 && need.coverage < imd.coverage)?;
    claim.says("its target is smaller", claim.has("points less") && need.people < imd.people)?;
    let mut expected: Vec<f64> = (apart > 0.0).then_some(apart / 10.0).into_iter().collect();
    expected.push(100.0 - shown(need.coverage));
    claim.counts(&expected)
}

/// Each state that the turn of a place comes to.
fn shares(turn: usize) -> Vec<u16> {
    if env::var_os("ALL_SENTENCES").is_some() {
        return (0..=100).collect();
    }
    let mut shares: Vec<u16> = TELLING_SHARES.to_vec();
    shares.extend((0..4).map(|step| u16::try_from((turn * 31 + step * 26) % 101).unwrap()));
    shares
}

/// Every place of an edition: each council, and England.
fn places(figures: &BuiltIn) -> Vec<(Place, Extent)> {
    let codes: Vec<AuthorityCode> = figures.authorities().iter().map(|authority| authority.code).collect();
    let mut places: Vec<_> =
        codes.iter().map(|&code| (Place::of([code]).unwrap(), Extent::from(&vec![code]))).collect();
    places.push((Place::England, Extent::from(&codes)));
    let own = Place::CambridgeshirePeterborough;
    places.push((own.clone(), figures.extent(&own)));
    places
}

#[test]
fn every_sentence_of_the_first_view_is_true_of_every_state() {
    let mut checked: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut states, mut turn) = (0_usize, 0_usize);
    for table in tables() {
        let figures = BuiltIn::read(table);
        let other = match table.rank {
            RankBy::Imd => RankBy::Need,
            RankBy::Need => RankBy::Imd,
        };
        let others = (table.rank == RankBy::Imd).then(|| BuiltIn::read(Table { rank: other, ..table }));
        for (place, codes) in places(&figures) {
            let Ok(prepared) = RankedPlace::new(figures.population(&codes)) else { continue };
            let other = others.as_ref().and_then(|others| RankedPlace::new(others.population(&codes)).ok());
            for (cut, basis) in SCALES {
                turn += 1;
                for share in shares(turn) {
                    let Table { edition: data, need, rank } = table;
                    let share = Percent::from_tenths(10 * share);
                    let place = place.clone();
                    let scenario = Scenario { data, place, need, rank, cut, basis, share, ..Scenario::default() };
                    let missed = TargetingResult::new(&scenario, &prepared).unwrap();
                    let state = State { scenario, missed };
                    states += 1;
                    for (kind, text) in says::of_target(&state.scenario, &state.missed) {
                        if let Err(why) = check(kind, &state, &text) {
                            panic!("{:?}: {kind}: {why}\n{text}", state.scenario);
                        }
                        *checked.entry(kind).or_default() += 1;
                    }
                    if let Some(other) = &other {
                        let by_need =
                            TargetingResult::new(&Scenario { rank: RankBy::Need, ..state.scenario.clone() }, other)
                                .unwrap();
                        let text = words::orders_verdict(&state.scenario, &state.missed, &by_need);
                        if let Err(why) = check_orders(&text, need, &state.missed, &by_need) {
                            panic!("{:?}: both orders: {why}\n{text}", state.scenario);
                        }
                        *checked.entry("both_orders").or_default() += 1;
                    }
                }
            }
        }
    }
    println!("{states} states, {} kinds: {checked:?}", checked.len());
    assert!(states > 20_000 && checked.len() >= 14, "{states} states, {checked:?}");
}

#[test]
fn a_sentence_that_is_broken_on_purpose_is_found() {
    let figures = BuiltIn::read(Table { edition: Edition::Iod2019, need: NeedMeasure::Income, rank: RankBy::Imd });
    let mut broken: BTreeMap<&str, usize> = BTreeMap::new();
    // A place with all fifths, one with two empty ones, and England, at sizes with and without a name.
    for (place, share) in [("cambridgeshire-peterborough", 20), ("E06000017", 33), ("england", 35), ("E06000009", 1)] {
        for (cut, basis) in SCALES {
            let place: Place = place.parse().unwrap();
            let codes = figures.extent(&place);
            let prepared = RankedPlace::new(figures.population(&codes)).unwrap();
            let scenario =
                Scenario { place, cut, basis, share: Percent::from_tenths(10 * share), ..Scenario::default() };
            let state = State { missed: TargetingResult::new(&scenario, &prepared).unwrap(), scenario };
            for (kind, text) in says::of_target(&state.scenario, &state.missed) {
                for broken_text in breakages(&text) {
                    assert!(check(kind, &state, &broken_text).is_err(), "{kind} passed: {broken_text}");
                    *broken.entry(kind).or_default() += 1;
                }
            }
        }
    }
    for (kind, text, is_true) in two_sided() {
        assert!(is_true(&text).is_ok(), "{kind}: {text}");
        for broken_text in breakages(&text) {
            assert!(is_true(&broken_text).is_err(), "{kind} passed: {broken_text}");
            *broken.entry(kind).or_default() += 1;
        }
    }
    println!("{broken:?}");
    assert!(broken.len() >= 15 && broken.values().all(|&times| times > 0), "{broken:?}");
}

type Asked = Box<dyn Fn(&str) -> Result<(), String>>;

/// Sentences that hold two results against each other, with how they are asked.
fn two_sided() -> Vec<(&'static str, String, Asked)> {
    let mut all: Vec<(&'static str, String, Asked)> = Vec::new();
    let need = NeedMeasure::Income;
    let [by_imd, by_need] = RankBy::ALL.map(|rank| BuiltIn::read(Table { edition: Edition::Iod2019, need, rank }));
    for place in ["cambridgeshire-peterborough", "E06000009", "E06000017", "england"] {
        let place: Place = place.parse().unwrap();
        let scenario = Scenario { place, ..Scenario::default() };
        let codes = by_imd.extent(&scenario.place);
        let [imd, best] = [&by_imd, &by_need].map(|figures| RankedPlace::new(figures.population(&codes)).unwrap());
        let missed = [&imd, &best].map(|prepared| TargetingResult::new(&scenario, prepared).unwrap());
        let text = words::orders_verdict(&scenario, &missed[0], &missed[1]);
        all.push(("both_orders", text, Box::new(move |text| check_orders(text, need, &missed[0], &missed[1]))));
        let result = Strategies::new(&scenario, &imd).unwrap();
        let of = [0, 1].map(|at| (strategies::name(result.results[at].strategy), result.results[at].outcome));
        let text = strategies::comparisons(&scenario, &result).swap_remove(0);
        let asked = move |text: &str| check_comparison(text, need, (of[0].0, &of[0].1), (of[1].0, &of[1].1));
        all.push(("comparison", text, Box::new(asked)));
    }
    all
}

/// The sentence with each of its numbers changed in turn, and with the words that it claims by turned round.
fn breakages(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (at, length, value) in numbers(text) {
        let other = if value >= 1.0 { value + 1.0 } else { value + 0.25 };
        all.push(format!("{}{other}{}", &text[..at], &text[at + length..]));
    }
    let turned = [
        ("Every fifth is", "1 fifth is"),
        ("even the", "the"),
        ("low incomes", "high incomes"),
        ("less than the overall", "0.5 times the overall"),
        ("none of the", "some of the"),
        ("Nobody here lives", "All here live"),
        ("Both reach the same share", "They differ"),
        (" in England", " elsewhere"),
        (" here", " in England"),
        ("about ", ""),
        ("are the same", "differ"),
    ];
    // " here" is claimed only of the meaning of the big number; elsewhere it is grammar.
    let of_meaning = text.ends_with("would be missed") && !text.contains("Of every");
    for (from, to) in turned {
        let is_claim = of_meaning || ![" here", " in England"].contains(&from);
        // Twice "about", as of two estimates, stays a claim with one of them.
        let once = from != "about " || text.matches("about ").count() == 1;
        if text.contains(from) && is_claim && once {
            all.push(text.replace(from, to));
        }
    }
    all
}

#[test]
fn sentences_that_were_false_once_are_found() {
    let figures = BuiltIn::read(Table { edition: Edition::Iod2019, need: NeedMeasure::Income, rank: RankBy::Imd });
    let state = |place: &str, cut| {
        let place: Place = place.parse().unwrap();
        let codes = figures.extent(&place);
        let scenario = Scenario { place, cut, ..Scenario::default() };
        State {
            missed: TargetingResult::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap(),
            scenario,
        }
    };
    // Rutland has no area in two of England's fifths, and most of those in need in the least deprived one.
    let rutland = state("E06000017", CutKind::National);
    let every = "Every fifth is home to people on low incomes: even the least deprived fifth holds 49.9%";
    assert!(check("fifths", &rutland, every).is_err());
    // Three roundings of one number.
    let first = state("cambridgeshire-peterborough", CutKind::National);
    let rounded = "Targeting the most deprived fifth of areas nationally would reach about 3 in 10 people on low incomes \
         here: 30.5%. 69.5% would be missed.";
    assert!(check("headline", &first, rounded).is_err());
    let even = "Every fifth is home to people on low incomes: even the least deprived fifth holds 11.0%";
    assert!(check("fifths", &first, even).is_ok());
}

#[test]
fn whom_an_example_counts_follows_the_need_that_is_looked_at() {
    let counted = NeedMeasure::ALL.map(|need| (need, called(need).counted));
    for start in StartingPoint::ALL {
        for need in NeedMeasure::ALL {
            let mut scenario = Scenario { need, ..Scenario::default() };
            scenario.offers = Offers::starting(start);
            let notes = starting_points::notes(&scenario);
            for (of, whom) in counted {
                assert_eq!(notes.contains(&format!("count {whom}.")), of == need, "{start:?} {need:?}: {notes}");
            }
            assert!(notes.to_lowercase().contains(in_need(need)), "{notes}");
        }
    }
}

/// The first offer against each other one: who reaches more, what that costs, whose gap is smaller.
fn check_comparison(text: &str, need: NeedMeasure, one: (&str, &Outcome), two: (&str, &Outcome)) -> Result<(), String> {
    let claim = Claim::of(text);
    let ((a, one), (b, two)) = (one, two);
    claim.holds(claim.has(in_need(need)), "it names those in need")?;
    let close = |x: f64, y: f64| x.max(y) <= x.min(y) * 1.02;
    let mut expected = Vec::new();
    let mut ratio = |x: f64, y: f64| {
        let (large, small) = (x.max(y), x.min(y));
        if !close(x, y) && small > 0.0 {
            expected.push(if large / small < 1.3 { (100.0 * (large / small - 1.0)).round() } else { large / small });
        }
    };
    ratio(one.in_need_reached, two.in_need_reached);
    ratio(one.cost, two.cost);
    claim.says("about the same number", close(one.in_need_reached, two.in_need_reached))?;
    if !close(one.in_need_reached, two.in_need_reached) {
        let winner = if one.in_need_reached > two.in_need_reached { a } else { b };
        claim.holds(claim.text().starts_with(&format!("{winner} reaches")), "who reaches more comes first")?;
    }
    claim.says("; they cost about the same.", close(one.cost, two.cost))?;
    claim.says(
        "reaches nobody in need",
        one.cost_per_in_need_reached.is_none() || two.cost_per_in_need_reached.is_none(),
    )?;
    let gap = one.gap_after.abs() - two.gap_after.abs();
    let is_level = gap.abs() <= 0.005 * one.gap_before.abs();
    claim.says("The gap ends up about the same", is_level)?;
    if !is_level {
        let winner = if gap > 0.0 { b } else { a };
        claim.says(&format!("{winner} leaves the smaller gap"), true)?;
    }
    if let (Some(x), Some(y)) = (one.cost_per_in_need_reached, two.cost_per_in_need_reached) {
        claim.says("For each person in need reached they cost about the same", close(x, y))?;
        if !close(x, y) {
            let cheap = if x < y { a } else { b };
            claim.says(&format!("For each person in need reached, {} is cheaper", cheap.to_lowercase()), true)?;
            expected.extend([x.min(y), x.max(y)].map(|pounds| if pounds < 999_999.5 { pounds } else { pounds / 1e6 }));
        }
    }
    claim.counts(&expected)
}

#[test]
fn offers_are_held_against_each_other_as_their_numbers_stand_for_every_start_and_council() {
    let mut checked = 0_usize;
    for table in tables().filter(|table| table.rank == RankBy::Imd) {
        let figures = BuiltIn::read(table);
        for (turn, (place, codes)) in places(&figures).into_iter().enumerate() {
            let Ok(prepared) = RankedPlace::new(figures.population(&codes)) else { continue };
            for start in StartingPoint::ALL {
                for cut in [CutKind::National, CutKind::Local] {
                    let share = Percent::from_tenths(u16::try_from((turn * 37) % 101).unwrap() * 10);
                    let offers = Offers::starting(start);
                    let Table { edition: data, need, rank } = table;
                    let place = place.clone();
                    let scenario = Scenario { data, place, need, rank, cut, share, offers, ..Scenario::default() };
                    let result = Strategies::new(&scenario, &prepared).unwrap();
                    let of: Vec<_> =
                        result.results.iter().map(|of| (strategies::name(of.strategy), &of.outcome)).collect();
                    let sentences = strategies::comparisons(&scenario, &result);
                    assert_eq!(sentences.len(), of.len() - 1);
                    for (text, other) in sentences.iter().zip(&of[1..]) {
                        if let Err(why) = check_comparison(text, need, of[0], *other) {
                            panic!("{scenario:?}: {why}\n{text}");
                        }
                        checked += 1;
                    }
                }
            }
        }
    }
    println!("{checked} comparisons");
    assert!(checked > 10_000, "{checked}");
}

#[test]
fn what_stands_for_a_fifth_that_nobody_lives_in_is_said_of_every_place_without_one() {
    let names = ["most deprived fifth", "second fifth", "middle fifth", "fourth fifth", "least deprived fifth"];
    let (mut said, mut silent) = (0, 0);
    for table in tables().filter(|table| table.rank == RankBy::Imd) {
        let figures = BuiltIn::read(table);
        for (place, codes) in places(&figures) {
            let Ok(prepared) = RankedPlace::new(figures.population(&codes)) else { continue };
            let Table { edition: data, need, rank } = table;
            let scenario = Scenario { data, place, need, rank, ..Scenario::default() };
            let result = Strategies::new(&scenario, &prepared).unwrap();
            let people = result.cells.fifths.map(|fifth| fifth.all().people);
            let lived_in: Vec<usize> = (0..5).filter(|&fifth| people[fifth] > 0.0).collect();
            let limits = strategies::all_limits(&scenario, &result);
            let text = limits.iter().find(|text| text.contains("here live")).cloned().unwrap_or_default();
            assert_eq!(text.is_empty(), people[0] > 0.0 && people[4] > 0.0, "{scenario:?}: {text}");
            if text.is_empty() {
                silent += 1;
                continue;
            }
            said += 1;
            if lived_in.len() == 1 {
                assert!(text.contains(names[lived_in[0]]) && text.contains("all of them"), "{text}");
                continue;
            }
            for (end, stands_in) in [(0, lived_in[0]), (4, lived_in[lived_in.len() - 1])] {
                let is_said =
                    text.contains(&format!("{}: what is set for it holds for the {}", names[end], names[stands_in]));
                assert_eq!(is_said, people[end] <= 0.0, "{text}");
            }
        }
    }
    println!("said of {said}, not of {silent}");
    assert!(said > 50 && silent > 300, "said of {said}, not of {silent}");
}

#[test]
fn a_budget_that_the_fixed_cost_uses_up_and_a_reach_of_nothing_are_told() {
    let figures = BuiltIn::read(Table { edition: Edition::Iod2019, need: NeedMeasure::Income, rank: RankBy::Imd });
    let limits = |query: &str| {
        let scenario = Scenario::from_query(query).scenario;
        let codes = figures.extent(&scenario.place);
        let result = Strategies::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap();
        assert!(result.results.iter().all(|of| of.outcome.reached == 0.0), "{query}");
        strategies::all_limits(&scenario, &result)
    };
    let used_up = limits("view=strategies&funding=budget&budget=100000&cost-fixed=100000");
    assert!(used_up.iter().all(|text| text.contains("used up by the fixed cost")), "{used_up:?}");
    let below = limits("view=strategies&funding=budget&budget=99999&cost-fixed=100000");
    assert!(below.iter().all(|text| text.contains("below the fixed cost")), "{below:?}");
    let nothing = limits("view=strategies&funding=coverage&reach=0");
    assert!(nothing.iter().all(|text| text.contains("0% are to be reached")), "{nothing:?}");
}

#[test]
fn what_a_budget_pays_for_is_told_once_for_all_offers() {
    let figures = BuiltIn::read(Table { edition: Edition::Iod2019, need: NeedMeasure::Income, rank: RankBy::Imd });
    let query = "view=strategies&offers=universal,area,need,group,proportionate&funding=budget&budget=300000";
    let scenario = Scenario::from_query(query).scenario;
    let codes = figures.extent(&scenario.place);
    let result = Strategies::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap();
    let said = strategies::all_limits(&scenario, &result);
    let paid: Vec<&String> = said.iter().filter(|text| text.contains("budget")).collect();
    assert_eq!(paid.len(), 1, "{said:?}");
    for of in &result.results {
        let share = who_gets_missed::words::number::percent(of.outcome.scale);
        let name = strategies::name(of.strategy).to_lowercase();
        assert!(paid[0].contains(&format!("{name} {share}")), "{paid:?}");
    }
}

#[test]
fn what_an_offer_averts_is_never_told_as_nothing_where_it_is_something() {
    let figures = BuiltIn::read(Table { edition: Edition::Iod2025, need: NeedMeasure::Income, rank: RankBy::Imd });
    let mut small = 0;
    for rate in ["0.1", "1", "10", "100", "1000"] {
        for people in ["1,5", "10,50", "200,1000"] {
            let query = format!(
                "v=2&view=strategies&averts=deaths&rate-least={rate}&rate-most={rate}&eligible=number&eligible-numbers={people}\
                 &place=E07000008&offers=universal,area,need"
            );
            let scenario = Scenario::from_query(&query).scenario;
            let codes = figures.extent(&scenario.place);
            let result = Strategies::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap();
            for option in &result.value.options {
                let said = strategies::value(&scenario, option);
                assert!(!said.contains(" 0.0 "), "{query}: {said}");
                small += usize::from(said.contains("under 0.1"));
                assert!(!said.contains("under 0.1") || option.averted.abs() < 0.05, "{said}");
            }
        }
    }
    assert!(small > 5, "{small}");
}
