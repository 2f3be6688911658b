//! No sentence says of one need what is true of another: "low income" stands only where the need's own words have it, in
//! what the page says, in files, in the note and in the guided session. Their numbers do not matter here.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::chart::{Chart, Shape};
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::{Edition, NeedMeasure, RankBy};
use who_gets_missed::document::to_markdown;
use who_gets_missed::export::{
    Exportable, Offered, Origin, PlaceExport, chart_csv, note, results_csv, results_csvw, results_json, sheet, view_of,
};
use who_gets_missed::model::Basis;
use who_gets_missed::results::audit::{ServiceReach, example};
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::offered::OffersAnswer;
use who_gets_missed::results::report::{Content, NoReport, PlaceAnswer, PlaceInput, Report};
use who_gets_missed::results::workshop::Workshop;
use who_gets_missed::scenario::session::SessionQuestion;
use who_gets_missed::scenario::{CutKind, NoteScope, NumbersOf, Offers, Scenario, StartingPoint, View};
use who_gets_missed::words::need::{NeedWords, words};
use who_gets_missed::words::note::NoteInput;
use who_gets_missed::words::{edition, measures, missed, share, workshop};

const ORIGIN: Origin = Origin { date: "2026-11-22", link: "https://example.org/" };

/// A text with where it stands.
type Said = (String, String);

/// How low income may be spoken of.
const LOW_INCOME: [&str; 4] = ["low income", "low-income", "lower income", "lower-income"];

/// Sentences, or parts of them, in which a need may say that it is about low income.
fn own(need: NeedMeasure, at: Edition) -> Vec<String> {
    let NeedWords { in_need, itself, meanings, limits, not_a_trend, part_of_the_index, .. } = words(need);
    let mut own: Vec<String> =
        [*in_need, *itself, meanings[at.index()], not_a_trend, part_of_the_index].map(str::to_owned).to_vec();
    own.extend(limits.map(str::to_owned));
    // What an edition says of its people is the same whatever is looked at.
    own.extend(edition::people_estimated(at).map(str::to_owned));
    own
}

/// What is left of a text without the need's own words, if it still speaks of low income.
fn foreign(text: &str, own: &[String]) -> Option<String> {
    let mut rest = text.replace('\\', "").to_lowercase();
    let mut own: Vec<String> = own.iter().map(|words| words.to_lowercase()).collect();
    own.sort_by_key(|words| std::cmp::Reverse(words.len()));
    for words in own {
        rest = rest.replace(&words, "…");
    }
    LOW_INCOME.iter().any(|said| rest.contains(said)).then_some(rest)
}

/// What a view says, and its files.
fn of_view(of: &dyn Exportable, charts: &[Chart]) -> Vec<Said> {
    let mut said: Vec<Said> = of.says().into_iter().map(|(kind, text)| (kind.to_owned(), text)).collect();
    said.push(("all results".to_owned(), results_csv(of).unwrap() + &results_csvw(of, &ORIGIN).unwrap()));
    said.push(("results for programs".to_owned(), results_json(of).unwrap()));
    for &chart in charts {
        let csv = chart_csv(chart, of, &ORIGIN).unwrap();
        let sheet = sheet(chart, of, &ORIGIN).unwrap();
        let mut texts = vec![sheet.title];
        texts.extend(sheet.about.into_iter().chain(sheet.foot).chain(sheet.key.into_iter().map(|(_, text)| text)));
        for shape in sheet.layers.into_iter().flat_map(|layer| layer.shapes) {
            if let Shape::Text { text, .. } = shape {
                texts.push(text);
            }
        }
        said.extend([(format!("numbers of {chart:?}"), csv), (format!("picture of {chart:?}"), texts.join(" "))]);
    }
    said
}

/// What else the first view says, and the target in the name of a saved page.
fn of_target(facts: &PlaceExport) -> Vec<Said> {
    let PlaceExport { scenario, missed: result, .. } = *facts;
    let mut texts = vec![
        missed::target_name(scenario, scenario.cut),
        missed::unit(scenario),
        missed::orders_verdict(scenario, result, result),
        share::target(scenario),
    ];
    let tables = [missed::two_meanings_headings(scenario), missed::how_big_headings(scenario)];
    texts.extend(tables.into_iter().flatten().chain(missed::orders_headings(scenario)));
    texts.extend(missed::orders_rows(scenario, result, result).into_iter().flatten());
    texts.extend(measures::all(scenario, result).into_iter().map(|measure| measure.meaning));
    texts.into_iter().map(|text| ("the first view".to_owned(), text)).collect()
}

fn of_note(facts: &PlaceExport) -> Vec<Said> {
    let offered = facts.offers.unwrap();
    let say = |scope| {
        let scenario = Scenario { note: scope, ..facts.scenario.clone() };
        let input = NoteInput {
            named: None,
            file: None,
            scenario: &scenario,
            missed: facts.missed,
            offers: offered.result,
            intervals: offered.intervals,
            certainty: None,
            places: facts.places,
            date: ORIGIN.date,
            link: ORIGIN.link,
            audit: None,
        };
        (format!("note on {scope:?}"), to_markdown(&note(&input, facts.prepared)))
    };
    [NoteScope::Areas, NoteScope::Offers].map(say).to_vec()
}

fn of_session(facts: &PlaceExport) -> Vec<Said> {
    let session = Workshop::new(facts.scenario, facts.prepared).unwrap();
    let session =
        session.with_service(Some(ServiceReach { is_example: false, ..ServiceReach::new(facts.scenario, &example()) }));
    let perfect = Some(facts.missed);
    let mut said = vec![("welcome".to_owned(), workshop::welcome(facts.scenario.need, facts.scenario.session_plan()))];
    for moment in SessionQuestion::ALL {
        let mut texts = vec![
            workshop::question(moment, &session, "here"),
            workshop::hint(moment, &session),
            workshop::whole_answer(moment, &session, perfect),
        ];
        texts.extend(workshop::so_what(moment, &session, perfect));
        texts.extend(workshop::notes(moment).map(str::to_owned));
        for picture in workshop::pictures(moment, &session, perfect, vec![0.3]) {
            texts.extend(picture.bars.into_iter().map(|bar| bar.name));
        }
        said.extend(texts.into_iter().map(|text| (format!("{moment:?}"), text)));
    }
    said
}

/// Everything that is said of a scenario.
fn all(scenario: &Scenario) -> Vec<Said> {
    // Figures of the need that all editions have stand for those of the others.
    let table = Table { edition: scenario.data, need: NeedMeasure::EVERYWHERE, rank: scenario.rank };
    let figures = BuiltIn::read(table);
    let input = figures.input(scenario).unwrap();
    let report = |view| {
        let scenario = Scenario { view, ..scenario.clone() };
        let every_place = |_, _| figures.every_place(&scenario);
        Report::new::<NoReport>(&scenario, |_, _| Ok(input.clone()), every_place, || Ok(RowsIn::built_in())).unwrap()
    };
    let mut said = Vec::new();
    // Single areas are not built in.
    for view in View::which(|spec| matches!(spec.numbers, NumbersOf::Need | NumbersOf::Councils) && spec.key != "areas")
    {
        let charts: Vec<Chart> = Chart::ALL.iter().copied().filter(|&chart| view_of(chart) == view).collect();
        said.extend(report(view).with(|of| of_view(of, &charts)));
    }
    let offers = report(View::Strategies);
    let Content::OfPlace(of) = offers.content() else { panic!("offers are of a place") };
    let PlaceAnswer::Offers(offers) = &of.answer else { panic!("the view compares offers") };
    let OffersAnswer { missed, result, intervals, certainty } = &**offers;
    let PlaceInput { prepared, places, totals, .. } = &of.input;
    let offered = Offered { result, intervals, certainty: certainty.as_ref(), totals };
    let facts = PlaceExport { scenario, missed, prepared, places, offers: Some(offered), rural: None };
    said.extend(of_target(&facts));
    said.extend(of_note(&facts));
    said.extend(of_session(&facts));
    said
}

#[test]
fn low_income_is_said_only_in_the_words_of_the_need() {
    let mut count = 0;
    for need in NeedMeasure::ALL {
        for (turn, start) in StartingPoint::ALL.into_iter().enumerate() {
            let data = Edition::ALL[turn % Edition::COUNT];
            let rank = RankBy::ALL[(turn / 2) % RankBy::ALL.len()];
            let (cut, basis) = [(CutKind::National, Basis::Areas), (CutKind::Local, Basis::People)][(turn / 3) % 2];
            let scenario =
                Scenario { data, need, rank, cut, basis, offers: Offers::starting(start), ..Scenario::default() };
            let mut own = own(need, data);
            // Whom an example has in mind, where others are counted.
            own.push(format!("stand for {}", words(start.need()).in_need));
            for (place, text) in all(&scenario) {
                count += 1;
                if let Some(rest) = foreign(&text, &own) {
                    panic!("{need:?}, {data:?}, {start:?}, {place}:\n{rest}");
                }
            }
        }
    }
    assert!(count > 2_000, "{count}");
}

#[test]
fn the_words_of_another_need_are_found() {
    let own_of = |need| own(need, Edition::Iod2019);
    for (need, text) in [
        (NeedMeasure::Children, "Even so, most people on low incomes may live elsewhere."),
        (NeedMeasure::Older, "It reaches older people on low incomes, and people on low incomes."),
        (NeedMeasure::Income, "Children in low-income families are missed."),
        (NeedMeasure::Children, "They live where incomes are lower: lower-income areas."),
    ] {
        assert!(foreign(text, &own_of(need)).is_some(), "{need:?}: {text}");
    }
    for need in NeedMeasure::ALL {
        let NeedWords { in_need_capital, itself, .. } = words(need);
        let text = format!("{in_need_capital} live in areas in order of {itself}.");
        assert!(foreign(&text, &own_of(need)).is_none(), "{text}");
    }
}

#[test]
fn each_need_has_words_of_its_own() {
    for need in NeedMeasure::ALL {
        for other in NeedMeasure::ALL.into_iter().filter(|&other| other != need) {
            let [one, two] = [need, other].map(words);
            assert_ne!(one.in_need, two.in_need);
            assert_ne!(one.meanings, two.meanings);
        }
        let words = words(need);
        for (text, capital) in [
            (words.in_need, words.in_need_capital),
            (words.everyone, words.everyone_capital),
            (words.people, words.people_capital),
        ] {
            assert_eq!(text.to_lowercase(), capital.to_lowercase());
            assert!(capital.starts_with(|first: char| first.is_uppercase()), "{capital}");
        }
    }
}
