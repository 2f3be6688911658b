//! The view `population`: what it works out against SciPy (`support/population_view.py`), what its links hold, what it
//! says of choices that cannot be true together, and the files it makes.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod csv;
}

use std::sync::LazyLock;

use proptest::prelude::*;
use roxmltree::Document;
use serde_json::Value;
use support::built_in::BuiltIn;
use support::csv::read;
use who_gets_missed::chart::svg_style::look;
use who_gets_missed::chart::{Chart, RiskChart, Shape, TargetChart};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{Edition, NeedMeasure, Places, RankBy};
use who_gets_missed::export::{Exportable, Origin, PopulationExport, chart_csv, document, results_csv, sheet, table};
use who_gets_missed::model::population::{BMI_1993, BMI_2019, EXCESS_WEIGHT_GAP_2019};
use who_gets_missed::results::RankedPlace;
use who_gets_missed::results::population::{RESIDENTS, Risk, RiskProblem};
use who_gets_missed::scenario::population::{ADULTS_2015, FactorStart, GradientKind, PopulationChoices};
use who_gets_missed::scenario::{CutKind, Notice, Percent, Scenario, Thousandths, ToQuery};
use who_gets_missed::words::population as words;

static EXAMPLES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixtures/population_view.json")).unwrap());
const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?view=population" };

struct Page {
    scenario: Scenario,
    places: Places,
    prepared: RankedPlace,
}

impl Page {
    fn of(query: &str) -> Self {
        let scenario = Scenario::from_query(query).scenario;
        let (need, rank) = RESIDENTS;
        let built_in = BuiltIn::read(Table { edition: scenario.data, need, rank });
        let places = built_in.places();
        let population = built_in.population(built_in.extent(&scenario.place));
        Self { scenario, places, prepared: RankedPlace::new(population).unwrap() }
    }

    fn risk(&self) -> Result<Risk, RiskProblem> {
        Risk::new(&self.scenario, &self.prepared)
    }

    fn facts<'a>(&'a self, risk: &'a Risk) -> PopulationExport<'a> {
        PopulationExport { scenario: &self.scenario, risk, places: &self.places }
    }
}

#[track_caller]
fn check(what: &str, found: f64, expect: &Value) {
    let expect = expect.as_f64().unwrap();
    let off = (found - expect).abs();
    assert!(off <= 1e-8 * expect.abs() || off <= 1e-9, "{what}: {found}, worked out as {expect}");
}

#[test]
fn the_view_shows_what_an_independent_script_works_out() {
    for (query, expect) in EXAMPLES.as_object().unwrap() {
        let risk = Page::of(query).risk().unwrap();
        check("residents", risk.residents, &expect["residents"]);
        check("adults", risk.adults, &expect["adults"]);
        check("mean", risk.now.mean().unwrap(), &expect["mean"]);
        match risk.earlier {
            Some(earlier) => check("earlier", earlier.mean().unwrap(), &expect["earlier"]),
            None => assert!(expect["earlier"].is_null()),
        }
        check("treated", risk.treat.treated, &expect["treated"]);
        check("fall", -risk.treat.mean_change, &expect["fall"]);
        for (index, crossing) in risk.treat.crossings.iter().enumerate() {
            check("moved by treating", crossing.moved_below, &expect["treat"][index]);
            check("moved by the shift", risk.shift.crossings[index].moved_below, &expect["shift"][index]);
        }
        check("equal for the mean", risk.equal.mean.unwrap(), &expect["equal_mean"]);
        check("equal for the line", risk.equal.treat_past.unwrap(), &expect["equal_line"]);
        for (index, fifth) in risk.fifths.iter().enumerate() {
            check("share", fifth.people_share, &expect["people_share"][index]);
            check("past the first line", fifth.past_low, &expect["past_low"][index]);
            check("past the second line", fifth.past_high, &expect["past_high"][index]);
        }
        check("missed", risk.missed.missed, &expect["missed"]);
    }
}

#[test]
fn the_share_of_adults_is_that_of_the_built_in_figures() {
    let people = |need| {
        let built_in = BuiltIn::read(Table { edition: Edition::Iod2019, need, rank: RankBy::Imd });
        let codes: Vec<_> = built_in.authorities().iter().map(|authority| authority.code).collect();
        RankedPlace::new(built_in.population(&codes)).unwrap().curve.total().people
    };
    let adults = 1.0 - people(NeedMeasure::Children) / people(NeedMeasure::Income);
    assert_eq!(Percent::from_share(adults).tenths(), ADULTS_2015);
    assert_eq!(PopulationChoices::default().adults.tenths(), ADULTS_2015);
}

#[test]
fn bands_and_those_left_out_add_up_to_the_shares_past_the_lines() {
    let page = Page::of("view=population");
    let risk = page.risk().unwrap();
    let choices = &page.scenario.population;
    let [first, second] = [0, 1].map(|index| choices.line(index).get());
    let past = |line| risk.now.share_above(line);
    assert!((risk.share_in_band(first, Some(second)) + past(second) - past(first)).abs() < 1e-12);
    assert_eq!(risk.share_in_band(first, None), past(first));
    assert_eq!(risk.at_risk_not_offered(choices), past(first) - risk.treat.eligible);
    assert_eq!(risk.adults_of(0.5), risk.adults / 2.0);
    assert_eq!(risk.mean_after_treating(), risk.now.mean().map(|mean| mean + risk.treat.mean_change));
    for fifth in risk.fifths {
        assert!((fifth.adults_at_risk() - fifth.adults * fifth.past_low).abs() < 1e-6);
    }
}

#[test]
fn the_start_is_the_published_figures() {
    let risk = Page::of("view=population").risk().unwrap();
    for (curve, published) in [(risk.now, BMI_2019), (risk.earlier.unwrap(), BMI_1993)] {
        for (line, share) in published.thresholds.into_iter().zip(published.shares) {
            assert!((curve.share_above(line) - share).abs() < 1e-9);
        }
    }
    let [first, .., last] = risk.fifths;
    assert!((EXCESS_WEIGHT_GAP_2019 - (first.past_low - last.past_low)).abs() < 1e-9);
}

#[test]
fn a_shift_by_nothing_changes_nothing_and_says_so() {
    for by in ["units", "percent"] {
        let page = Page::of(&format!("view=population&factor-shift=0&factor-shift-by={by}"));
        let risk = page.risk().unwrap();
        assert_eq!(risk.shift.after, risk.now);
        assert_eq!(risk.shift.mean_change, 0.0);
        assert!(risk.shift.crossings.iter().all(|crossing| crossing.moved_below == 0.0));
        assert!(words::shift_sentence(&page.scenario.population, &risk).contains("changes nothing"));
        assert!(risk.shift.crossings.iter().all(|crossing| crossing.before == crossing.after));
    }
}

proptest! {
    #[test]
    fn any_two_shares_in_order_come_back_and_any_others_are_refused(
        (a, b) in (0..=1000_u16, 0..=1000_u16), lognormal in any::<bool>()
    ) {
        let mut page = PAGE.with(|page| Scenario::clone(&page.scenario));
        page.population.past = [Percent::from_tenths(a), Percent::from_tenths(b)];
        page.population.earlier = None;
        page.population.gradient = GradientKind::None;
        if !lognormal {
            page.population.shape = who_gets_missed::model::population::Shape::Normal;
        }
        let risk = PAGE.with(|all| Risk::new(&page, &all.prepared));
        let is_possible = 0 < b && b < a && a < 1000;
        match risk {
            Ok(risk) => {
                prop_assert!(is_possible);
                prop_assert!((risk.now.share_above(25.0) - f64::from(a) / 1000.0).abs() < 1e-9);
                prop_assert!((risk.now.share_above(30.0) - f64::from(b) / 1000.0).abs() < 1e-9);
                let shares: f64 = risk.fifths.iter().map(|fifth| fifth.people_share).sum();
                prop_assert!((shares - 1.0).abs() < 1e-12 && (0.0..=1.0).contains(&risk.missed.missed));
            }
            // Shares within two and a half points of each other make a curve so wide that it says nothing.
            Err(problem @ RiskProblem::TooWide) => {
                prop_assert!(is_possible && a - b <= 25);
                prop_assert!(words::problem(&page.population, problem).contains("further apart"));
            }
            Err(problem) => {
                prop_assert!(!is_possible, "{problem:?}");
                prop_assert!(words::problem(&page.population, problem).len() > 40);
            }
        }
    }
}

thread_local! {
    static PAGE: Page = Page::of("view=population");
}

#[test]
fn each_impossible_combination_has_a_clear_message_of_its_own() {
    let cases = [
        ("factor-past=20,30", "Fewer adults must have BMI 30 or more"),
        ("factor-past=64.2,64.2", "Fewer adults must have BMI 30 or more"),
        ("factor-past=100,28", "above 0% and below 100%"),
        ("factor-past=64.2,0", "above 0% and below 100%"),
        ("factor-earlier=10,20", "in the earlier year"),
        ("factor-thresholds=30,25", "The lines must rise, but they are 30, 25"),
        ("factor-thresholds=25,30,30", "The lines must rise"),
        ("factor-thresholds=0,30", "only values above 0"),
        ("factor-fit=moments&factor-sd=0&factor-earlier=none", "The spread must be above 0"),
        ("factor-past=50.2,50", "Put the two shares further apart"),
        ("factor-earlier=50.2,50", "in the earlier year are so close"),
        ("factor-fit=moments&factor-sd=5000&factor-earlier=none", "The spread is so large beside the average"),
        ("factor-effect=101", "cannot lower a value by more than 100%"),
        ("factor-treat-past=0", "from a line above 0"),
        ("factor-shift=100&factor-shift-by=percent", "leaves nothing"),
        (
            "factor-shape=normal&factor-fit=moments&factor-mean=-5&factor-sd=40&factor-gradient=none&factor-earlier=none\
             &factor-shift-by=percent&factor-shift=5",
            "no meaning where the average is 0 or below",
        ),
        ("factor-past=99.9,0.1&factor-gap=50", "The difference between the fifths is too large"),
        (
            "factor-fit=moments&factor-mean=-900&factor-sd=1&factor-shape=normal&factor-gradient=none",
            "Nobody has BMI 25 or more",
        ),
    ];
    for (query, says) in cases {
        let page = Page::of(&format!("view=population&{query}"));
        let problem = page.risk().expect_err(query);
        let message = words::problem(&page.scenario.population, problem);
        assert!(message.contains(says), "{query}: {message}");
        assert!(message.ends_with('.') && message.len() < 260, "{query}: {message}");
    }
}

#[test]
fn links_keep_every_choice_and_tell_of_what_makes_no_sense() {
    let query = "view=population&factor-start=own&factor-name=sodium+%26+salt&factor-unit=g%2Fday&factor-thresholds=6,8.5,12\
                 &factor-year=2020&factor-earlier=60,20&factor-earlier-year=2006";
    let decoded = Scenario::from_query(query);
    assert_eq!(decoded.notices, []);
    let choices = &decoded.scenario.population;
    assert_eq!((choices.name.as_deref(), choices.unit.as_deref()), (Some("sodium & salt"), Some("g/day")));
    assert_eq!(choices.thresholds[1], Thousandths::of(8500));
    assert_eq!(Scenario::from_query(&decoded.scenario.to_query()).scenario, decoded.scenario);
    // The start comes first, wherever it stands.
    let turned = Scenario::from_query("factor-uptake=7&factor-start=pressure&view=population").scenario.population;
    assert_eq!((turned.start, turned.uptake.tenths()), (FactorStart::Pressure, 70));

    let long = "x".repeat(41);
    for (key, value) in [
        ("name", long.as_str()),
        ("name", "a%0Ab"),
        ("unit", "%E2%80%AE"),
        ("start", "salt"),
        ("shape", "flat"),
        ("fit", "guess"),
        ("past", "64.2"),
        ("past", "64.2,x"),
        ("mean", "1e9"),
        ("sd", "-1"),
        ("thresholds", "25"),
        ("thresholds", "1,2,3,4,5"),
        ("treat-past", ""),
        ("uptake", "120"),
        ("effect", "-1"),
        ("effect-by", "kg"),
        ("shift", "-0.5"),
        ("gradient", "steep"),
        ("year", "12"),
        ("earlier", "no"),
        ("adults", "-1"),
    ] {
        let decoded = Scenario::from_query(&format!("view=population&factor-{key}={value}"));
        assert!(matches!(&*decoded.notices, [Notice::BadValue { .. }]), "{key}={value}: {:?}", decoded.notices);
        assert_eq!(decoded.scenario.population, PopulationChoices::default(), "{key}={value}");
    }
    assert!(matches!(&*Scenario::from_query("factor-colour=1").notices, [Notice::UnknownKey(_)]));
}

#[test]
fn the_two_most_deprived_fifths_are_never_mixed_up() {
    let said = |query: &str| {
        let page = Page::of(query);
        let risk = page.risk().unwrap();
        (risk.scale, words::missed_sentence(&page.scenario, &risk), words::fifths_note(&page.scenario, &risk))
    };
    let (scale, sentence, note) = said("view=population");
    assert!(
        scale == CutKind::National && sentence.contains("most deprived fifth of England’s areas (12.9% of"),
        "{sentence}"
    );
    assert!(note.contains("Fifths of England’s areas, so a place"), "{note}");
    let (scale, sentence, note) = said("view=population&cut=local");
    assert!(
        scale == CutKind::Local && sentence.contains("most deprived fifth of this place’s own areas"),
        "{sentence}"
    );
    assert!(
        note.contains("this place’s own areas. A fifth of England’s areas is another thing")
            && note.contains("estimate")
    );
    // England's own areas are England's.
    let (_, sentence, note) = said("view=population&place=england&cut=local");
    assert!(sentence.contains("fifth of England’s areas") && !note.contains("another thing"), "{sentence} {note}");
}

#[test]
fn any_need_that_a_link_asks_for_leaves_the_residents_as_they_are() {
    let residents = |query: &str| Page::of(query).risk().unwrap().residents;
    let all = residents("view=population&place=E08000035");
    for query in ["need=children", "need=older&rank=need", "share=5"] {
        assert_eq!(residents(&format!("view=population&place=E08000035&{query}")), all);
    }
}

const QUERIES: [&str; 4] = [
    "view=population",
    "view=population&cut=local&place=E07000008&factor-shift=0&factor-earlier=none&factor-gradient=none",
    "view=population&factor-start=pressure&data=iod2025&place=england&factor-gradient=mean&factor-gap=4",
    "view=population&factor-start=own&factor-name=%3Cscript%3Ealert(1)%3C%2Fscript%3E&factor-unit==1%2B1&factor-fit=moments",
];

#[test]
fn every_chart_is_a_drawing_that_stands_on_its_own_with_its_sources() {
    for query in QUERIES {
        let page = Page::of(query);
        let risk = page.risk().unwrap();
        let facts = page.facts(&risk);
        for chart in RiskChart::ALL.iter().copied().map(Chart::from) {
            let sheet = sheet(chart, &facts, &ORIGIN).unwrap();
            for shape in sheet.layers.iter().flat_map(|layer| &layer.shapes) {
                let (class, is_text) = match shape {
                    Shape::Line { class, .. }
                    | Shape::Rect { class, .. }
                    | Shape::Path { class, .. }
                    | Shape::Dot { class, .. } => (*class, false),
                    Shape::Text { class, .. } => (*class, true),
                };
                assert!(look(class, is_text).is_some_and(|look| !look.is_empty()), "{class} has no look");
            }
            let svg = sheet.draw();
            assert!(!svg.text.contains("<script"), "{query} {chart:?}");
            let xml = Document::parse(&svg.text).unwrap();
            let texts: Vec<&str> = xml
                .descendants()
                .filter(|node| node.has_tag_name("text") || node.tag_name().name() == "text")
                .filter_map(|node| node.text())
                .collect();
            let texts = texts.join(" ");
            for part in ["Open Government Licence v3.0", ORIGIN.date, ORIGIN.link] {
                assert!(texts.contains(part), "{query} {chart:?} does not say {part}");
            }
            assert_eq!(texts.contains("SN03336"), query == QUERIES[0] || query == QUERIES[1], "{query} {chart:?}");

            let shown = table(chart, &facts).unwrap();
            let rows = read(&chart_csv(chart, &facts, &ORIGIN).unwrap());
            let guarded = |rows: &[Vec<String>]| rows.concat().join("|").replace('\'', "");
            assert_eq!(guarded(&rows[rows.len() - shown.rows.len()..]), guarded(&shown.rows), "{query} {chart:?}");
            assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '@'])), "{query} {chart:?}");
        }
        assert!(
            facts.table(Chart::Target(TargetChart::Curve)).is_none()
                && facts.sheet(Chart::Target(TargetChart::People), &ORIGIN).is_none()
        );
    }
}

#[test]
fn all_results_hold_the_numbers_and_their_sources() {
    let page = Page::of("view=population");
    let risk = page.risk().unwrap();
    let json = document(&page.facts(&risk)).unwrap();
    assert_eq!(json["query"], page.scenario.to_query());
    assert_eq!(json["missed"]["missed"].as_f64(), Some(risk.missed.missed));
    assert_eq!(json["treat"]["crossings"][1]["moved_below"].as_f64(), Some(risk.treat.crossings[1].moved_below));
    assert_eq!(json["now"]["past"][0].as_f64(), Some(risk.now.share_above(25.0)));
    assert!(json["source"].as_str().unwrap().contains("Open Government Licence"));
    for figure in json["register"].as_array().unwrap() {
        let (basis, source) = (figure["basis"].as_str().unwrap(), figure["source"].as_str().unwrap());
        assert_eq!(basis == "published", !source.is_empty(), "{figure}");
    }
    let rows = read(&results_csv(&page.facts(&risk)).unwrap());
    let value = |name: &str| rows.iter().find(|row| row[2] == name).map(|row| row[5].clone());
    assert_eq!(value("missed.missed"), Some(json["missed"]["missed"].to_string()));
    assert_eq!(value("equal_shift.for_the_mean"), Some(json["equal_shift"]["for_the_mean"].to_string()));
}

#[test]
fn treatment_that_does_nothing_is_told_in_words_not_in_noughts() {
    let cases = [
        ("factor-uptake=0", "Nobody takes treatment up."),
        ("factor-effect=0", "Treatment lowers nothing."),
        ("factor-thresholds=25,25.001&factor-gradient=none&factor-earlier=none", "Nobody is past the line"),
    ];
    for (query, says) in cases {
        let page = Page::of(&format!("view=population&{query}"));
        let risk = page.risk().unwrap();
        let choices = &page.scenario.population;
        assert_eq!(words::big_number(choices, &risk), "No fall", "{query}");
        let said = format!("{} {}", words::big_number_meaning(choices, &risk), words::headline(choices, &risk));
        assert!(said.contains(says) && said.contains("nobody moves below BMI 30"), "{query}: {said}");
        assert!(!said.contains(" 0 ") && !said.contains("0.0"), "{query}: {said}");
    }
}

#[test]
fn a_local_fifth_of_bands_is_told_as_an_estimate() {
    let said = |query: &str| {
        let page = Page::of(&format!("view=population&{query}"));
        let risk = page.risk().unwrap();
        let caption = words::fifths_caption(&page.scenario.population, &risk);
        format!("{} {caption}", words::missed_sentence(&page.scenario, &risk))
    };
    assert!(!said("").contains("bout "), "{}", said(""));
    let local = said("cut=local");
    assert!(local.contains("It then misses about ") && local.contains(" About "), "{local}");
    let scilly = said("place=E06000053");
    assert!(scilly.contains("(none of this place’s people do)") && scilly.contains("misses 100.0%"), "{scilly}");
}

#[test]
fn the_answer_says_where_each_does_better() {
    let page = Page::of("view=population");
    let risk = page.risk().unwrap();
    let choices = &page.scenario.population;
    let treat = words::treat_does_well(choices, &risk).join(" ");
    assert!(treat.contains("1.7 kg/m² against 1 kg/m²"), "{treat}");
    assert!(
        treat.contains("For the same fall of the average, it moves more people below BMI 30, 35 and 40."),
        "{treat}"
    );
    assert!(words::shift_does_well(choices, &risk).join(" ").contains("36.2 in 100 adults from BMI 25 to 30"));
    // Who is offered no treatment hangs on the line from which it is offered.
    for (query, says) in
        [("factor-treat-past=35", Some("55.9 in 100 adults from BMI 25 to 35")), ("factor-treat-past=25", None)]
    {
        let page = Page::of(&format!("view=population&{query}"));
        let said = words::shift_does_well(&page.scenario.population, &page.risk().unwrap()).join(" ");
        assert_eq!(said.contains("who are offered no treatment"), says.is_some(), "{said}");
        assert!(says.is_none_or(|says| said.contains(says)), "{said}");
    }
    // With a large programme the highest line turns.
    let page = Page::of("view=population&factor-uptake=90&factor-effect=20&factor-shift=0.2");
    let risk = page.risk().unwrap();
    assert_eq!(risk.is_treat_ahead_at_the_top(), Some(true));
    assert!(
        words::treat_does_well(&page.scenario.population, &risk).join(" ").contains("below the highest line, BMI 40")
    );
}
