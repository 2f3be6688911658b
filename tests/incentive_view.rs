//! The view `incentive`: its numbers against the trial, against another hand, and in every file; its links; and what it
//! says of choices that cannot be.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod csv;
    pub mod printed;
}

use std::fs;

use roxmltree::Document;
use serde_json::Value;
use support::built_in::BuiltIn;
use support::csv::read;
use support::printed::{check_kept, run};
use who_gets_missed::chart::svg_style::look;
use who_gets_missed::chart::{Chart, PaymentChart, TargetChart};
use who_gets_missed::data::Places;
use who_gets_missed::data::figures::Table;
use who_gets_missed::export::{IncentiveExport, Origin, chart_csv, results_csv, results_csvw, results_json, sheet};
use who_gets_missed::model::Counts;
use who_gets_missed::model::incentive::{
    Eligibility, IncentiveError, IncentiveFifth, IncentiveOutcome, found_outcome, incentive_outcome,
};
use who_gets_missed::model::strategies::{Cells, Fifth};
use who_gets_missed::results::incentive::{IncentiveProblem, Incentives, trial};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{
    IncentiveChoices, IncentiveStart, Notice, OfferOrder, Percent, Scenario, Thousandths, ToQuery,
};
use who_gets_missed::words::incentive as words;

const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?view=incentive" };
const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0";
const QUERIES: [&str; 6] = [
    "view=incentive",
    "view=incentive&pay-uptake-least=80&pay-uptake-most=63&pay-found-uptake=40",
    "view=incentive&pay-amount=200&pay-uptake-least=12&pay-uptake-most=8&pay-rise=10&cut=local&share=30&pay-order=gap",
    "view=incentive&place=E07000012&need=children",
    "view=incentive&pay-rise=0",
    "view=incentive&place=E07000008&share=0&pay-uptake-most=99",
];

/// A link worked out as the page does.
struct Page {
    scenario: Scenario,
    places: Places,
    missed: TargetingResult,
    result: Result<Incentives, IncentiveProblem>,
}

impl Page {
    fn of(query: &str) -> Self {
        let scenario = Scenario::from_query(query).scenario;
        let Scenario { data: edition, need, rank, .. } = scenario;
        let built_in = BuiltIn::read(Table { edition, need, rank });
        let places = built_in.places();
        let population = built_in.population(built_in.extent(&scenario.place));
        let prepared = RankedPlace::new(population).unwrap();
        let missed = TargetingResult::new(&scenario, &prepared).unwrap();
        let result = Incentives::new(&scenario, &prepared);
        Self { scenario, places, missed, result }
    }

    fn result(&self) -> &Incentives {
        self.result.as_ref().unwrap()
    }

    fn outcome(&self, reach: Eligibility) -> &IncentiveOutcome {
        self.result().outcome(reach).unwrap()
    }

    fn facts(&self) -> IncentiveExport<'_> {
        let Self { scenario, places, missed, .. } = self;
        IncentiveExport { scenario, missed, result: self.result(), places }
    }
}

#[track_caller]
fn near(found: f64, expect: f64) {
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{found}, expected {expect}");
}

#[test]
fn fifths_at_one_point_of_the_curve_are_marked_once_and_the_trial_with_them() {
    let page = Page::of("view=incentive");
    let (marks, trial_alone) = page.result().marked();
    assert_eq!(trial_alone, None);
    assert_eq!(marks.len(), 1);
    assert_eq!(
        (marks[0].fifths.as_slice(), marks[0].is_all, marks[0].is_trial),
        ([0, 1, 2, 3, 4].as_slice(), true, true)
    );
    // With a gradient each fifth has a point of its own, and the trial one beside them.
    let page = Page::of("view=incentive&pay-uptake-least=80&pay-uptake-most=63");
    let (marks, trial_alone) = page.result().marked();
    let fifths: Vec<usize> = marks.iter().flat_map(|mark| mark.fifths.clone()).collect();
    assert_eq!((marks.len(), fifths), (5, vec![0, 1, 2, 3, 4]));
    assert!(marks.iter().all(|mark| !mark.is_all && !mark.is_trial));
    assert_eq!(trial_alone, trial());
}

#[test]
fn who_is_left_out_and_who_comes_anyway_are_shares_of_the_people_here() {
    let page = Page::of("view=incentive");
    let result = page.result();
    let (all, areas) = (page.outcome(Eligibility::Universal), page.outcome(Eligibility::Areas));
    assert_eq!(result.left_out(all), None);
    near(result.left_out(areas).unwrap(), 1.0 - 107_073.0 / 832_835.0);
    near(result.targeted(), 107_073.0);
    near(result.additional_in_100(all), 4.2);
    near(all.anyway_share().unwrap(), 71.6 / 75.8);
    near(all.anyway_per_additional().unwrap(), 71.6 / 4.2);
    let page = Page::of("view=incentive&pay-rise=0&pay-uptake-least=0&pay-uptake-most=0");
    let nobody = page.outcome(Eligibility::Universal);
    assert_eq!((nobody.anyway_share(), nobody.anyway_per_additional()), (None, None));
}

#[test]
fn the_first_page_is_the_swedish_trial() {
    let page = Page::of("view=incentive");
    assert_eq!(page.scenario.incentive.start(), Some(IncentiveStart::Trial));
    let all = page.outcome(Eligibility::Universal);
    assert!((all.per_additional.unwrap() - 288.76).abs() < 0.005);
    assert_eq!(words::big_number(page.result()), "£288.76");
    // Of 832,835 residents; the shares of the trial.
    near(all.offered, 832_835.0);
    near(all.anyway, 0.716 * 832_835.0);
    near(all.additional, 0.042 * 832_835.0);
    near(all.cost, 16.0 * 0.758 * 832_835.0);
    assert_eq!((all.gap_before, all.gap_after), (0.0, 0.0));
    // 107,073 of them live in the most deprived national fifth: the same cost each, an eighth of it in all.
    let areas = page.outcome(Eligibility::Areas);
    near(areas.offered, 107_073.0);
    near(areas.per_additional.unwrap(), all.per_additional.unwrap());
    near(areas.gap_after, -0.042);
    assert_eq!(
        words::headline(&page.scenario, page.result()),
        "Offer everyone £16, and 4.2 in every 100 more come. 94.5% of those paid would have come anyway: 17 for each \
         extra person."
    );
}

#[test]
fn every_offer_is_as_another_hand_works_it_out() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/incentive.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut impossible = 0;
    for case in &cases {
        let numbers = |key: &str| case[key].as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect::<Vec<_>>();
        let number = |key: &str| case[key].as_f64().unwrap();
        let (people, targeted) = (numbers("people"), numbers("targeted"));
        let counts = |people| Counts { areas: 1.0, people, in_need: 0.0 };
        let mut fifths = [Fifth::default(); 5];
        for (index, fifth) in fifths.iter_mut().enumerate() {
            *fifth = Fifth { targeted: counts(targeted[index]), rest: counts(people[index] - targeted[index]) };
        }
        let percent = |share: f64| Percent::from_share(share);
        let pounds = |pounds: f64| Thousandths::of((1000.0 * pounds) as i64);
        let (uptake, found) = (numbers("uptake"), numbers("found"));
        let choices = IncentiveChoices {
            payment: pounds(number("payment")),
            uptake_least: percent(uptake[0]),
            uptake_most: percent(uptake[1]),
            rise: percent(number("rise")),
            assessment: pounds(number("assessment")),
            found_least: percent(found[0]),
            found_most: percent(found[1]),
            found_uptake: case["found_uptake"].as_f64().map(percent),
            order: OfferOrder::Reach,
        };
        let result = Incentives::of(&Cells::of(fifths), &choices);
        let Ok(result) = result else {
            assert_eq!(result.unwrap_err(), IncentiveError::Found);
            impossible += 1;
            continue;
        };
        for (reach, name) in [
            (Eligibility::Universal, "universal"),
            (Eligibility::Areas, "areas"),
            (Eligibility::Identified, "identified"),
        ] {
            let (found, expect) = (result.outcome(reach).unwrap(), &case["offers"][name]);
            let pairs = [
                (found.offered, "offered"),
                (found.paid, "paid"),
                (found.anyway, "anyway"),
                (found.additional, "additional"),
                (found.cost, "cost"),
                (found.gap_before, "gap_before"),
                (found.gap_after, "gap_after"),
            ];
            for (found, key) in pairs {
                near(found, expect[key].as_f64().unwrap());
            }
            match expect["per_additional"].as_f64() {
                Some(each) => near(found.per_additional.unwrap(), each),
                None => assert_eq!(found.per_additional, None),
            }
        }
    }
    assert!(cases.len() - impossible >= 30, "{impossible} cannot be");
}

#[test]
fn those_found_leave_the_rest_of_their_fifth_as_it_is() {
    let fifth = IncentiveFifth { people: 1000.0, targeted: 0.0, uptake: 0.7, rise: 0.05, identified: 0.4 };
    let mut fifths = [IncentiveFifth::default(); 5];
    (fifths[0], fifths[4]) = (fifth, IncentiveFifth { uptake: 0.8, identified: 0.1, ..fifth });
    // Found: 500 of 2,000, of whom 30% would come, 5 in 100 more with 20 pounds.
    let found = found_outcome(&fifths, 0.3, 20.0, 1.0).unwrap();
    near(found.anyway, 150.0);
    near(found.additional, 25.0);
    near(found.cost, 20.0 * 175.0 + 2000.0);
    near(found.fifths[0].uptake_after, 0.7 + 0.4 * 0.05);
    near(found.gap_before, 0.1);
    near(found.gap_after, 0.085);
    // With the uptake of their fifth it is what the other function works out.
    let alike = fifths.map(|fifth| IncentiveFifth { uptake: 0.7, ..fifth });
    let (one, other) = (
        found_outcome(&alike, 0.7, 20.0, 1.0).unwrap(),
        incentive_outcome(&alike, Eligibility::Identified, 20.0, 1.0).unwrap(),
    );
    near(one.cost, other.cost);
    near(one.gap_after, other.gap_after);
    // 40% of a fifth found, none of whom come: the rest would have to come more often than always.
    assert_eq!(found_outcome(&fifths, 0.0, 20.0, 1.0), Err(IncentiveError::Found));
    // All of them come: fewer than none of the rest.
    let seldom = fifths.map(|fifth| IncentiveFifth { uptake: 0.3, ..fifth });
    assert_eq!(found_outcome(&seldom, 1.0, 20.0, 1.0), Err(IncentiveError::Found));
    assert_eq!(found_outcome(&fifths, 1.1, 20.0, 1.0), Err(IncentiveError::Share));
}

#[test]
fn choices_that_cannot_all_be_true_have_one_clear_message() {
    for query in ["pay-found-uptake=0&pay-found-most=90", "pay-uptake-least=10&pay-uptake-most=10&pay-found-uptake=90"]
    {
        let page = Page::of(&format!("view=incentive&{query}"));
        assert_eq!(page.result, Err(IncentiveProblem::Payment(IncentiveError::Found)), "{query}");
        let message = words::cannot_be(&page.scenario);
        let share = page.scenario.incentive.found_uptake.unwrap();
        assert!(message.contains(&format!("{share}%")) && message.contains("Change that share"), "{message}");
    }
    for start in IncentiveStart::ALL {
        let mut page = Page::of("view=incentive").scenario;
        page.incentive = start.choices();
        assert!(Page::of(&page.to_query()).result.is_ok(), "{start:?}");
    }
}

#[test]
fn without_an_extra_person_the_page_says_so() {
    let page = Page::of("view=incentive&pay-rise=0");
    assert_eq!(words::big_number(page.result()), "No one");
    assert!(words::headline(&page.scenario, page.result()).contains("no one more comes"));
    assert!(page.result().curve.is_empty());
    let said =
        [words::detail(&page.scenario, page.result()), words::comparisons(&page.scenario, page.result()).concat()];
    assert!(said[1].contains("it brings in no one.") && !said.concat().contains("one extra"), "{said:?}");
    let none = Page::of("view=incentive&place=E07000012&share=0");
    assert!(words::comparisons(&none.scenario, none.result())[0].contains("it reaches no one"));
    let held = Page::of("view=incentive&pay-uptake-least=99");
    assert!(words::limits(&held.scenario, held.result())[0].contains("held at 100%"));
}

#[test]
fn few_people_are_told_in_words_that_fit_their_number() {
    let said = |query: &str| {
        let page = Page::of(&format!("view=incentive&{query}"));
        (words::detail(&page.scenario, page.result()), words::comparisons(&page.scenario, page.result()))
    };
    // In the Isles of Scilly few are left to come.
    let (detail, compared) = said("place=E06000053&need=older&pay-rise=0.1&cut=local&share=5");
    assert!(detail.contains("Fewer than 1 of them comes") || detail.contains("1 of them comes"), "{detail}");
    assert!(compared[0].contains("Fewer than 1 extra person comes instead of"), "{compared:?}");
    let (_, all) = said("share=100&cut=local&pay-found-least=100&pay-found-most=100");
    assert!(all.iter().all(|said| said.contains("and no one is left out.") && !said.contains("0.0%")), "{all:?}");
}

#[test]
fn what_is_estimated_is_told_as_about() {
    let said = |query: &str| {
        let page = Page::of(&format!("view=incentive&pay-uptake-least=80&pay-uptake-most=63&{query}"));
        words::comparisons(&page.scenario, page.result()).remove(0)
    };
    assert!(!said("share=20").contains("bout "), "{}", said("share=20"));
    for (query, each) in [("share=20&cut=local", "about £256, less"), ("share=33.3", "about £26")] {
        let said = said(query);
        let parts = [each, ". About ", "extra people come", ", and about ", "% of all residents are never offered it"];
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    }
}

#[test]
fn costs_that_read_alike_are_told_as_alike() {
    let page = Page::of("view=incentive&pay-amount=10000&pay-uptake-least=80&pay-uptake-most=79.9&pay-assessment=0");
    for (said, reach) in
        words::comparisons(&page.scenario, page.result()).iter().zip([Eligibility::Areas, Eligibility::Identified])
    {
        let shown = |reach| {
            let each = page.result().outcome(reach).and_then(|outcome| outcome.per_additional).unwrap();
            who_gets_missed::words::number::pounds_and_pence(each)
        };
        assert_eq!(shown(reach) == shown(Eligibility::Universal), said.contains("as for everyone"), "{said}");
    }
}

#[test]
fn the_offers_stand_in_the_order_asked_for() {
    let order = |query: &str| {
        let page = Page::of(&format!("view=incentive&pay-uptake-least=80&pay-uptake-most=63&pay-order={query}"));
        page.result().offers.iter().map(|offer| offer.reach).collect::<Vec<_>>()
    };
    use Eligibility::{Areas, Identified, Universal};
    assert_eq!(order("reach"), [Universal, Areas, Identified]);
    assert_eq!(order("one-more"), [Areas, Universal, Identified]);
    assert_eq!(order("cost"), [Areas, Identified, Universal]);
    assert_eq!(order("gap"), [Areas, Identified, Universal]);
}

#[test]
fn links_say_what_differs_and_bad_values_are_told() {
    let query = "v=2&view=incentive&pay-amount=25.5&pay-uptake-least=80&pay-uptake-most=63&pay-rise=5.1&pay-assessment=2&\
                 pay-found-least=10&pay-found-most=35.5&pay-found-uptake=40&pay-order=cost";
    let decoded = Scenario::from_query(query);
    assert_eq!((decoded.notices, decoded.scenario.to_query().as_str()), (Vec::new(), query));
    for (key, value) in [
        ("pay-amount", "-1"),
        ("pay-amount", "10000.01"),
        ("pay-amount", "a lot"),
        ("pay-rise", "101"),
        ("pay-uptake-least", ""),
        ("pay-uptake-most", "NaN"),
        ("pay-assessment", "1e3"),
        ("pay-found-least", "x"),
        ("pay-found-most", "100.1"),
        ("pay-found-uptake", "none"),
        ("pay-order", "best"),
    ] {
        let decoded = Scenario::from_query(&format!("v=2&{key}={}", value.replace(' ', "+")));
        assert_eq!(decoded.scenario, Scenario::default(), "{key}={value}");
        assert_eq!(decoded.notices, [Notice::BadValue { key: key.to_owned(), value: value.to_owned() }]);
    }
    assert_eq!(Scenario::from_query("pay-more=1").notices, [Notice::UnknownKey("pay-more".to_owned())]);
}

#[test]
fn every_file_holds_the_numbers_and_where_they_come_from() {
    for query in QUERIES {
        let page = Page::of(query);
        let json: Value = serde_json::from_str(&results_json(&page.facts()).unwrap()).unwrap();
        assert!(json["source"].as_str().unwrap().contains(LICENCE));
        assert!(json["trial"]["source"].as_str().unwrap().contains("Science 374"));
        assert_eq!(json["offers"].as_array().unwrap().len(), 3);
        for offer in json["offers"].as_array().unwrap() {
            let outcome = &offer["outcome"];
            let sum = outcome["anyway"].as_f64().unwrap() + outcome["additional"].as_f64().unwrap();
            near(outcome["paid"].as_f64().unwrap(), sum);
        }
        let rows = read(&results_csv(&page.facts()).unwrap());
        assert!(rows.iter().any(|row| row[2] == "offers.outcome.per_additional"));
        assert!(rows.iter().any(|row| row[2] == "assumptions.basis" && row[3] == "payment"));
        let about = results_csvw(&page.facts(), &ORIGIN).unwrap();
        assert!(about.contains("\"name\": \"Fifths\"") && about.contains("\"name\": \"Payment\""));
        for chart in PaymentChart::ALL.iter().copied().map(Chart::from) {
            let rows = read(&chart_csv(chart, &page.facts(), &ORIGIN).unwrap());
            assert!(rows.iter().any(|row| row[0] == "Source" && row[1].contains(LICENCE)));
            let sheet = sheet(chart, &page.facts(), &ORIGIN).unwrap();
            for shape in sheet.layers.iter().flat_map(|layer| &layer.shapes) {
                use who_gets_missed::chart::Shape;
                let (class, is_text) = match shape {
                    Shape::Line { class, .. } | Shape::Rect { class, .. } => (*class, false),
                    Shape::Path { class, .. } | Shape::Dot { class, .. } => (*class, false),
                    Shape::Text { class, .. } => (*class, true),
                };
                assert!(look(class, is_text).is_some(), "{class} has no look");
            }
            let svg = sheet.draw();
            let xml = Document::parse(&svg.text).unwrap();
            for node in xml.descendants().filter(roxmltree::Node::is_element) {
                assert!(
                    ["svg", "title", "g", "rect", "line", "path", "circle", "text"].contains(&node.tag_name().name())
                );
                assert!(node.attributes().all(|a| !a.name().starts_with("on") && !a.value().contains("url(")));
            }
            let texts: Vec<&str> = xml.descendants().filter_map(|node| node.text()).collect();
            let texts = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            for part in [LICENCE, ORIGIN.date, ORIGIN.link, "Science 374", "illustrative"] {
                assert!(texts.contains(part), "{query} {chart:?} does not say {part}");
            }
        }
        assert!(sheet(Chart::Target(TargetChart::Curve), &page.facts(), &ORIGIN).is_none());
    }
}

#[test]
fn the_curve_names_the_fifths_and_the_trial() {
    let names = |query: &str| {
        let page = Page::of(query);
        let picture = words::cost_picture(&page.scenario, page.result());
        picture.fifths.into_iter().chain(picture.trial).map(|mark| mark.name[0].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("view=incentive"), ["All fifths and the trial: £288.76"]);
    let sloped = names("view=incentive&pay-uptake-least=80&pay-uptake-most=63");
    assert_eq!((sloped.len(), sloped[0].as_str()), (6, "Most deprived fifth: £256.00"));
    assert_eq!(sloped[5], "The Swedish trial: £288.76");
    assert_eq!(names("view=incentive&pay-amount=20")[1], "The Swedish trial: £288.76");
}

#[test]
fn published_figures_are_called_so_only_as_long_as_they_are_those() {
    let basis = |query: &str, name: &str| {
        let page = Page::of(query);
        let entries = words::register(&page.scenario, page.result());
        entries.into_iter().find(|entry| entry.name == name).unwrap().basis
    };
    assert_eq!(basis("view=incentive", "Payment"), "published");
    assert_eq!(basis("view=incentive&pay-amount=200", "Payment"), "illustrative");
    assert_eq!(basis("view=incentive&pay-amount=17", "Payment"), "your own");
    assert_eq!(basis("view=incentive", "Cost of each assessment"), "illustrative");
}

#[test]
fn the_page_saves_to_the_letter_what_evaluate_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evaluated_incentive.json");
    let query = "view=incentive&place=E07000010&pay-uptake-least=80&pay-uptake-most=63&pay-found-uptake=40";
    let printed = String::from_utf8(run(&[query]).stdout).unwrap();
    assert_eq!(printed, results_json(&Page::of(query).facts()).unwrap());
    check_kept(path, &printed);
}
