//! The evidence note says what the results say, for every council, and whatever a person types stays text.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::built_in::BuiltIn;
use who_gets_missed::data::figures;
use who_gets_missed::data::schools::Schools;
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::data::{Places, RankBy};
use who_gets_missed::document::{
    Document, Draft, Exhibit, Fact, Picture, Prose, plain_text, read, to_docx, to_html, to_markdown,
};
use who_gets_missed::results::areas::{AreasResult, UnitList};
use who_gets_missed::results::note::missed_by_fifth;
use who_gets_missed::results::own_units::{OwnTable, ReadUnits, read_units};
use who_gets_missed::results::strategies::{Strategies, all_draws, intervals};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::{NoteScope, Scenario, TableId, View};
use who_gets_missed::words::note::{Named, NoteInput, PREPARED_BY, document};
use who_gets_missed::words::own_units::usual_names;

const LINK: &str = "https://example.org/tools/who-gets-missed/?view=note";

struct Worked {
    scenario: Scenario,
    missed: TargetingResult,
    offers: Strategies,
    figures: Arc<BuiltIn>,
}

fn work_out(query: &str, figures: impl Into<Arc<BuiltIn>>) -> Option<Worked> {
    let figures = figures.into();
    let decoded = Scenario::from_kept(query);
    assert_eq!(decoded.notices, [], "{query}");
    let scenario = decoded.scenario;
    let codes = figures.extent(&scenario.place);
    let prepared = RankedPlace::new(figures.try_population(&codes)?).ok()?;
    let missed = TargetingResult::new(&scenario, &prepared).unwrap();
    let offers = Strategies::new(&scenario, &prepared).unwrap();
    Some(Worked { scenario, missed, offers, figures })
}

fn figures_of(query: &str) -> BuiltIn {
    let Scenario { data: edition, need, rank, .. } = Scenario::from_kept(query).scenario;
    BuiltIn::read(figures::Table { edition, need, rank })
}

fn note_of(worked: &Worked) -> Document {
    let draws = all_draws(&worked.scenario.offers);
    let of = |strategy| intervals(&worked.scenario.offers, &worked.offers.cells, strategy, &draws[..200]).to_vec();
    let intervals: Vec<_> = worked.offers.results.iter().map(|result| of(result.strategy)).collect();
    document(&NoteInput {
        named: None,
        file: None,
        scenario: &worked.scenario,
        missed: &worked.missed,
        offers: &worked.offers,
        intervals: &intervals,
        certainty: None,
        places: &worked.figures.places(),
        date: "2026-11-22",
        link: LINK,
        audit: None,
    })
}

fn note(query: &str) -> Document {
    note_of(&work_out(query, figures_of(query)).unwrap())
}

/// Everything a chapter says, its tables too.
fn chapter(document: &Document, id: &str) -> String {
    let chapter = document.chapters.iter().find(|chapter| chapter.id == id).unwrap();
    let tables = chapter.exhibits.iter().filter_map(|exhibit| match exhibit {
        Exhibit::Table(table) => Some(table.rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")),
        Exhibit::Picture(_) => None,
    });
    format!("{}\n{}", plain_text(&chapter.prose), tables.collect::<Vec<_>>().join("\n"))
}

/// The figures of the page for Cambridgeshire and Peterborough, 2019, most deprived fifth of England's areas.
#[test]
fn the_note_on_the_published_case_says_what_the_page_says() {
    let note = note("view=note");
    assert_eq!(note.title, "A target by area in Cambridgeshire and Peterborough: who would be missed?");
    assert!(chapter(&note, "in-short").contains("30 in 100 people on low incomes here. 70 would be missed."));
    assert!(chapter(&note, "in-short").contains("inside it 23.1% are people on low incomes, against 9.7%"));
    assert!(chapter(&note, "place").contains("832,835 residents in 487 areas. 81,051 of them, 9.7%"));
    let missed = chapter(&note, "missed");
    assert!(missed.contains("56,363 people on low incomes live outside the target."), "{missed}");
    // The national and the place's own fifth, side by side, beside everyone.
    let options = chapter(&note, "target");
    assert!(
        options.contains("As proposed: the most deprived fifth of areas nationally 12.9% 30.5% 56,363 23.1%"),
        "{options}"
    );
    assert!(options.contains("The most deprived fifth of areas locally about 19.9% about 42.2%"), "{options}");
    assert!(options.contains("Everyone 100.0% 100.0% 0 9.7%"), "{options}");
    let place = chapter(&note, "place");
    assert!(place.contains("12.9% of all residents here. 24,688 people on low incomes, 30.5% of"), "{place}");
    assert!(place.contains("It is what is targeted here."), "{place}");
    assert!(note.facts.contains(&("Date".to_owned(), Fact::Text("22 November 2026".to_owned()))));
    assert!(note.facts.iter().any(|(_, value)| *value == Fact::Link(LINK.to_owned())));
    assert!(note.foot[0].contains("Open Government Licence v3.0"));
}

#[test]
fn a_note_on_offers_names_every_assumption_in_use_with_its_basis() {
    let note = note("view=note&note=offers&start=vaccination&stigma=2,8,15");
    let assumed = chapter(&note, "assumptions");
    assert!(assumed.contains("Science 374 (2021)"), "{assumed}");
    assert!(assumed.contains("Uptake that stigma costs 2.0% 8.0% 15.0% your own"), "{assumed}");
    assert!(assumed.contains("illustrative") && assumed.contains("published"));
    // What is not used is not listed: nobody is assessed for need here.
    assert!(!assumed.contains("sensitivity"), "{assumed}");
    assert!(chapter(&note, "certainty").contains("9 in 10 of 10,000 draws"));
    assert!(chapter(&note, "options").contains(" to "), "intervals stand in the table");
    assert!(chapter(&note, "risks").contains("Assumed to take 8.0 points from uptake (your own)."));
    assert!(chapter(&note, "certainty").contains("1 your own"));
}

#[test]
fn a_note_on_areas_holds_nothing_of_offers() {
    let text = to_markdown(&note("view=note&start=diabetes"));
    for word in ["Diabetes", "illustrative", "10,000 draws", "tigma"] {
        assert!(!text.contains(word), "{word}");
    }
}

/// Every council, both editions: who is missed by fifth adds up to all who are missed, and a note can be written.
#[test]
fn every_council_has_a_note_that_adds_up() {
    for (data, query) in [("iod2019", "share=20"), ("iod2025", "share=33.3&cut=local")] {
        let link = format!("view=note&note=offers&data={data}&{query}");
        let figures = Arc::new(figures_of(&link));
        for authority in figures.authorities() {
            let Some(worked) = work_out(&format!("{link}&place={}", authority.code), Arc::clone(&figures)) else {
                panic!("{} has no result", authority.name)
            };
            let missed: f64 = missed_by_fifth(&worked.offers.cells).iter().map(|fifth| fifth.missed).sum();
            let expected = worked.missed.in_need - worked.missed.target.measures.in_need;
            assert!(
                (missed - expected).abs() < 1e-6 * worked.missed.in_need,
                "{}: {missed}, {expected}",
                authority.name
            );
        }
    }
    for place in ["E09000001", "E06000053", "england"] {
        let note = note(&format!("view=note&note=offers&place={place}"));
        assert_eq!(note.chapters.len(), 15);
        for text in [to_html(&note, "en"), to_markdown(&note)] {
            assert!(!text.contains("NaN") && !text.contains("inf "), "{place}");
        }
    }
}

#[test]
fn the_view_a_note_is_opened_from_says_what_it_is_about() {
    let from = |query: &str| Scenario::from_query(query).scenario.at(View::Note).note;
    assert_eq!(from("view=strategies"), NoteScope::Offers);
    assert_eq!(from("note=offers"), NoteScope::Areas);
    assert_eq!(from("view=about&note=offers"), NoteScope::Offers);
    assert_eq!(Scenario::from_query("share=30").scenario.at(View::Data).share.tenths(), 300);
}

/// The order of an impact assessment. Drafts on people's devices name chapters by these, and cells by the places below: what is
/// here may be added to, never changed.
#[test]
fn the_chapters_are_those_of_an_impact_assessment_and_keep_their_names() {
    let ids = |query: &str| note(query).chapters.iter().map(|chapter| chapter.id).collect::<Vec<_>>();
    let [first, last] = [
        ["decision", "in-short", "place", "groups", "certainty"],
        ["questions", "monitoring", "recommendation", "limits", "sign-off"],
    ];
    let of_areas = [&first[..], &["target", "missed", "risks"], &last].concat();
    assert_eq!(ids("view=note"), of_areas);
    let of_offers = [&first[..], &["assumptions", "target", "options", "missed", "risks"], &last].concat();
    assert_eq!(ids("view=note&note=offers"), of_offers);

    let places: Vec<String> = note("view=note").places().into_iter().map(|(place, _)| place).collect();
    for kept in [
        "decision/decides/answer",
        "place/core20/means",
        "place/five-children/means",
        "groups/age/known",
        "groups/rural/action",
        "risks/outside/owner",
        "risks/outside/when",
        "risks/other/done",
        "questions/outside/said",
        "monitoring/coverage/goal",
        "monitoring/served/when",
        "sign-off/approved/name",
        "sign-off/approved/date",
    ] {
        assert!(places.iter().any(|place| place == kept), "{kept}");
    }
    let named = who_gets_missed::words::note::place("risks/other/owner", &note("view=note").places());
    assert_eq!(named, "Another risk: owner");
    let mut once = places.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), places.len(), "each is named once");
}

/// People served change what is said of uptake, where the measures begin, and what is evidence.
#[test]
fn a_note_with_people_served_says_whom_the_service_reaches_once() {
    use who_gets_missed::results::audit::{Audit, AuditIn, Release, example};
    use who_gets_missed::words::audit::{Facts, big_number, headline};
    let worked = work_out("view=note", figures_of("view=note")).unwrap();
    let input = AuditIn { is_example: false, ..example() };
    let audit = Audit::new(&worked.scenario, &input);
    let told = Release::new(&audit, worked.scenario.audit_rule());
    let facts = Facts { scenario: &worked.scenario, input: &input, audit: &audit, told: &told };
    let made = document(&NoteInput {
        named: None,
        file: None,
        scenario: &worked.scenario,
        missed: &worked.missed,
        offers: &worked.offers,
        intervals: &[],
        certainty: None,
        places: &worked.figures.places(),
        date: "2026-11-22",
        link: LINK,
        audit: Some(facts),
    });
    let at = |id| made.chapters.iter().position(|chapter| chapter.id == id).unwrap();
    assert_eq!(at("reach"), at("missed") + 1);
    let measures = table(&made, "monitoring", 0);
    assert_eq!(row(measures, "People served for every 100").unwrap()[1], big_number(facts));
    assert_eq!(row(measures, "Served in the most").unwrap()[1], headline(facts));
    assert!(!measures.rows.iter().flatten().any(|cell| cell.contains("Not known yet")));
    assert_eq!(
        row(table(&made, "risks", 0), "People in need do not take").unwrap()[1],
        "See “Whom the service reaches now”."
    );
    assert_eq!(row(table(&made, "certainty", 0), "People served").unwrap()[1], "your own");
    let without = note("view=note");
    assert_eq!(row(table(&without, "monitoring", 0), "People served").unwrap()[1], "Not known yet.");
    assert!(row(table(&without, "certainty", 0), "People served").is_none());
}

#[test]
fn a_cell_that_is_filled_is_kept_and_put_together_as_other_words_are() {
    let made = note("view=note");
    let name = |draft: &Draft| {
        let filled = draft.apply(made.clone(), PREPARED_BY);
        row(table(&filled, "sign-off", 0), "Approved by").unwrap()[1].clone()
    };
    let place = "sign-off/approved/name";
    let mut draft = Draft::default();
    draft.fill(place, " A. Smith\u{202e}\nand others ".to_owned());
    assert_eq!((name(&draft).as_str(), draft.filled(place).as_str()), ("A. Smith\nand others", "A. Smith\nand others"));
    assert_eq!(Draft::from_text(&draft.to_text()), Ok(draft.clone()));
    let there = Draft { title: "Ours".to_owned(), ..Draft::default() };
    let merged = there.merged(&Draft::default(), &draft);
    assert_eq!((name(&merged).as_str(), merged.title.as_str()), ("A. Smith\nand others", "Ours"));
    draft.fill(place, "B. Jones".to_owned());
    assert_eq!((name(&draft).as_str(), draft.edits.len()), ("B. Jones", 1));
    draft.fill(place, "  ".to_owned());
    assert_eq!(draft, Draft::default());
}

#[test]
fn what_a_person_fills_in_stands_in_every_file_as_text() {
    let mut draft = Draft::default();
    draft.fill("groups/disability/known", "<b>2,100</b> | people".to_owned());
    draft.fill("sign-off/approved/name", "A. Smith\nChair".to_owned());
    let filled = draft.apply(note("view=note"), PREPARED_BY);
    assert!(chapter(&filled, "groups").contains("Disability Not in these figures. <b>2,100</b> | people"));
    let html = to_html(&filled, "en");
    assert!(
        html.contains("<td>&lt;b&gt;2,100&lt;/b&gt; | people</td>") && html.contains("<table class=\"f\">"),
        "{html}"
    );
    assert!(to_markdown(&filled).contains("\\<b\\>2,100\\</b\\> \\| people |"));
    let file = to_docx(&filled, &[], "en-GB");
    let (said, elements) = texts(&stored(&file).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1);
    assert!(said.contains("<b>2,100</b> | people") && said.contains("A. SmithChair"), "{said}");
    assert_eq!(elements["w:br"], 1);
}

fn number(text: &str) -> f64 {
    let digits: String = text.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    digits.trim_end_matches('.').parse().unwrap_or_else(|_| panic!("{text}"))
}

fn table<'a>(document: &'a Document, id: &str, at: usize) -> &'a who_gets_missed::document::Table {
    let chapter = document.chapters.iter().find(|chapter| chapter.id == id).unwrap();
    let tables = chapter.exhibits.iter().filter_map(|exhibit| match exhibit {
        Exhibit::Table(table) => Some(table),
        Exhibit::Picture(_) => None,
    });
    tables.into_iter().nth(at).unwrap_or_else(|| panic!("{id} {at}"))
}

fn row<'a>(table: &'a who_gets_missed::document::Table, name: &str) -> Option<&'a Vec<String>> {
    table.rows.iter().find(|row| row[0].starts_with(name))
}

/// What a note on a target says is what the target does.
fn check_target(query: &str, worked: &Worked, note: &Document) {
    let (result, target) = (&worked.missed, &worked.missed.target.measures);
    let missed = result.in_need - target.in_need;
    let shown = |share: f64| (1000.0 * share).round() / 10.0;
    let near = |text: &str, share: f64| {
        text.contains("under") || text.contains("over") || (number(text) - shown(share)).abs() < 0.11
    };

    // The options: shares, people missed and need among those inside, which hang together.
    let options = table(note, "target", 0);
    let proposed = row(options, "As proposed").unwrap();
    assert!(near(&proposed[2], target.coverage), "{query}: {proposed:?}");
    assert!((number(&proposed[3]) - missed).abs() <= 0.5001, "{query}: {proposed:?}");
    assert_eq!(proposed[4] == "none", target.people <= 0.0, "{query}");
    let everyone = options.rows.last().unwrap();
    assert_eq!(everyone[1..4], ["100.0%", "100.0%", "0"], "{query}");
    for reaching in options.rows.iter().filter(|row| row[0].starts_with("To reach")) {
        let goal = if reaching[0].contains("half") {
            50.0
        } else if reaching[0].contains("8 in 10") {
            80.0
        } else {
            95.0
        };
        assert!(number(&reaching[2]) > goal - 0.11, "{query}: {reaching:?}");
    }

    // A risk stands there if, and only if, it is one.
    let risks = table(note, "risks", 0);
    assert_eq!(row(risks, "People in need outside").is_some(), missed >= 0.5, "{query}");
    assert_eq!(row(risks, "Effort goes").is_some(), target.precision.is_some_and(|share| share < 1.0), "{query}");
    if let Some(outside) = row(risks, "People in need outside") {
        assert!(near(outside[1].split('%').next().unwrap(), 1.0 - target.coverage), "{query}: {outside:?}");
    }

    // Each aim is answered by its number.
    let said = chapter(note, "recommendation");
    let does = if target.coverage >= 1.0 {
        "this target does it."
    } else if target.coverage > 0.5 {
        "this target does it:"
    } else if target.coverage > 0.0 {
        "this target alone does not do it"
    } else {
        "this target does nothing"
    };
    assert!(said.contains(does), "{query}: {said}");
    assert_eq!(said.contains("To leave nobody out, it needs a second way in"), missed >= 0.5, "{query}: {said}");
    let helps = if target.people <= 0.0 {
        "nobody is inside"
    } else if target.lift.unwrap() >= 1.05 {
        "most common, it does it"
    } else {
        "it hardly helps"
    };
    assert!(said.contains(helps), "{query}: {said}");
    let short = chapter(note, "in-short");
    assert!(missed >= 0.5 || !short.contains("It leaves out all the others"), "{query}: {short}");
}

/// What it says of the most deprived fifth of the country is what lies there, or why it is not told.
fn check_core20(query: &str, worked: &Worked, note: &Document) {
    let Worked { scenario, missed: result, .. } = worked;
    let core20 = &table(note, "place", 0).rows[0];
    if scenario.rank == RankBy::Need {
        assert!(core20[1].starts_with("Not shown"), "{query}: {core20:?}");
        return;
    }
    let fifth = result.national.unwrap()[0];
    if fifth.people <= 0.0 {
        assert_eq!(core20[1], "Nobody here lives in it.", "{query}");
        return;
    }
    let said = &core20[1];
    assert!((number(said.split(' ').next().unwrap()) - fifth.people).abs() <= 0.5001, "{query}: {said}");
    let shares: Vec<&str> =
        said.split(", ").filter_map(|part| part.split_once("% of")).map(|(share, _)| share).collect();
    for (told, share) in shares.iter().zip([fifth.people_share, fifth.need_share]) {
        assert!(told.contains("under") || (number(told) - 100.0 * share).abs() < 0.0501, "{query}: {said}");
    }
    let is_target = said.ends_with("It is what is targeted here.");
    assert_eq!(is_target, query.contains("cut=national&share=20"), "{query}: {said}");
    assert!(!is_target || (fifth.need_share - result.target.measures.coverage).abs() < 1e-9, "{query}");
}

/// What a note on offers says is what they do.
fn check_offers(query: &str, worked: &Worked, note: &Document) {
    let offers = &worked.scenario.offers;
    let results = &worked.offers.results;
    let bases = who_gets_missed::results::assumed::Bases::of(offers);
    let risks = table(note, "risks", 0);
    let likely = |assumption| offers.range(assumption).likely();
    use who_gets_missed::model::strategies::Assumption::{Stigma, UptakeLeast, UptakeMost};
    assert_eq!(row(risks, "Fewer take it up").is_some(), likely(UptakeMost) < likely(UptakeLeast), "{query}");
    assert_eq!(row(risks, "It turns out").is_some(), bases.illustrative > 0, "{query}");
    assert_eq!(
        row(risks, "Being singled out").is_some(),
        who_gets_missed::results::assumed::is_used(offers, Stigma),
        "{query}"
    );
    // Nobody is better on an aim than the one that is named alone.
    let said = chapter(note, "recommendation");
    let best = |is_ahead: fn(f64, f64) -> bool,
                value: &dyn Fn(&who_gets_missed::model::strategies::Outcome) -> Option<f64>| {
        results.iter().filter_map(|of| value(&of.outcome)).reduce(|a, b| if is_ahead(b, a) { b } else { a })
    };
    let line = |begins: &str| {
        said.lines().find(|line| line.contains(begins)).unwrap_or_else(|| panic!("{begins}: {said}")).to_owned()
    };
    let named = |line: &str| line.split_once(" (").map(|(_, rest)| rest.trim_end_matches([')', '.']).to_owned());
    if let Some(told) = named(&line("To reach the most")) {
        let most = best(|a, b| a > b, &|of| Some(of.in_need_reached)).unwrap();
        assert!((number(&told) - most).abs() <= 0.5001, "{query}: {told} {most}");
    }
    if let Some(told) = named(&line("To spend least")) {
        let least = best(|a, b| a < b, &|of| of.cost_per_in_need_reached).unwrap();
        assert!(told.contains("million") || (number(&told) - least).abs() <= 0.5001, "{query}: {told} {least}");
    }
    if results.iter().all(|of| of.outcome.in_need_reached <= 0.0) {
        assert!(line("To reach the most").contains("none of these offers does anything"), "{query}: {said}");
    }
}

/// Every council of both editions at some targets, larger places and England at many: what the note says of its numbers is so.
#[test]
fn every_sentence_of_the_assessment_is_true_of_every_place() {
    let mut checked = 0;
    for (data, rest) in [
        ("iod2019", "cut=national&share=20"),
        ("iod2025", "cut=local&share=33.3"),
        ("iod2025", "cut=national&share=0"),
        ("iod2019", "cut=local&share=100&need=children"),
        ("iod2025", "cut=national&share=20&rank=need&need=employment"),
        ("iod2025", "cut=national&share=47&need=older"),
    ] {
        let link = |note: &str| format!("view=note&note={note}&data={data}&{rest}");
        let figures = Arc::new(figures_of(&link("areas")));
        let authorities: Vec<_> = figures.authorities().into_iter().map(|of| of.code.to_string()).collect();
        let some = authorities.iter().step_by(if checked == 0 { 1 } else { 7 }).cloned();
        for place in some.chain(["england", "E12000006", "E54000056"].map(str::to_owned)) {
            let query = format!("{}&place={place}", link("areas"));
            // A place that this edition does not have has no note.
            let Some(worked) = work_out(&query, Arc::clone(&figures)) else { continue };
            let made = note_of(&worked);
            check_target(&query, &worked, &made);
            check_core20(&query, &worked, &made);
            checked += 1;
        }
    }
    assert!(checked > 500, "{checked}");
    for start in ["health-visits", "vaccination", "energy-bills", "school-meals", "diabetes", "childrens-centre"] {
        for rest in [
            "",
            "&share=0",
            "&share=100&cut=local",
            "&uptake-least=40&uptake-most=70",
            "&funding=budget&budget=0",
            "&funding=coverage&reach=0",
            "&offers=universal,area,need,group,proportionate",
            "&place=england",
            "&data=iod2025&place=E06000053",
        ] {
            let query = format!("view=note&note=offers&start={start}{rest}");
            let Some(worked) = work_out(&query, figures_of(&query)) else { panic!("{query}") };
            check_offers(&query, &worked, &note_of(&worked));
        }
    }
}

#[test]
fn before_the_draws_are_there_nothing_is_said_of_intervals() {
    let worked = work_out("view=note&note=offers", figures_of("view=note")).unwrap();
    let of = |intervals: &[Vec<Option<who_gets_missed::model::strategies::Interval>>]| {
        document(&NoteInput {
            named: None,
            file: None,
            scenario: &worked.scenario,
            missed: &worked.missed,
            offers: &worked.offers,
            intervals,
            certainty: None,
            places: &worked.figures.places(),
            date: "2026-11-22",
            link: LINK,
            audit: None,
        })
    };
    let (before, after) = (of(&[]), note_of(&worked));
    assert!(!to_markdown(&before).contains("draws") && to_markdown(&after).contains("draws"));
    // Tables to fill stay as they are when the draws come: somebody may be writing in one.
    for (before, after) in before.chapters.iter().zip(&after.chapters) {
        let forms = |of: &who_gets_missed::document::Chapter| {
            let all = of
                .exhibits
                .iter()
                .filter(|exhibit| matches!(exhibit, Exhibit::Table(table) if !table.blanks.is_empty()));
            all.cloned().collect::<Vec<_>>()
        };
        assert_eq!(forms(before), forms(after), "{}", before.id);
    }
}

#[test]
fn every_number_has_a_label_and_a_source_and_files_of_ones_own_their_checksum() {
    let evidence = |note: &Document| {
        table(note, "certainty", 0).rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
    };
    let said = evidence(&note("view=note&data=iod2025"));
    assert!(
        said.contains("in need published, all people an estimate") && said.contains("People counted at mid 2022"),
        "{said}"
    );
    let said = evidence(&note("view=note&data=iod2019"));
    assert!(
        !said.contains("estimate") && said.contains("File 7") && said.contains("Index of Multiple Deprivation"),
        "{said}"
    );
    let said = evidence(&note("view=note&rank=need"));
    assert!(!said.contains("Index of Multiple Deprivation"), "{said}");
    let said = evidence(&note("view=note&note=offers&start=vaccination&stigma=2,8,15"));
    assert!(said.contains("published") && said.contains("1 your own") && said.contains("illustrative"), "{said}");
    // As `sha256sum` begins on the same text.
    let said = evidence(&note_on("data=own&rank=need", &own_table()));
    assert!(said.contains(&format!("SHA-256 of its text begins {}", TableId::of(SCHOOLS))), "{said}");
    let said =
        evidence(&note_on("data=own&rank=need&table=schools-2023", &OwnTable::of_schools(Schools::All).unwrap()));
    assert!(said.contains("Department for Education") && !said.contains("SHA-256"), "{said}");

    // A file of the person's own is named by the checksum of its bytes.
    let worked = work_out("view=note&data=iod2019", figures_of("view=note&data=iod2019")).unwrap();
    let checksum = who_gets_missed::data::checksum::Checksum::of(b"its bytes");
    let file = who_gets_missed::data::official::FileVersion {
        edition: worked.scenario.data,
        checksum,
        areas: 1,
        councils: 1,
        is_all_england: false,
        totals: Vec::new(),
    };
    let mut missed = worked.missed.clone();
    missed.resolution = who_gets_missed::data::Resolution::Areas;
    let made = document(&NoteInput {
        named: None,
        file: Some(&file),
        scenario: &worked.scenario,
        missed: &missed,
        offers: &worked.offers,
        intervals: &[],
        certainty: None,
        places: &worked.figures.places(),
        date: "2026-11-22",
        link: LINK,
        audit: None,
    });
    assert!(evidence(&made).contains(&format!("SHA-256 {checksum}")), "{}", evidence(&made));
}

/// Six schools in the order of the share of pupils in need: A, B, C, D, E, F.
const SCHOOLS: &str = "School code,School,Pupils,Eligible pupils\n101,A,100,45\n102,B,250,80\n103,C,150,30\n104,D,200,20\n\
                       105,E,400,20\n106,F,300,6\n";

/// The note on units that are not areas.
fn note_on(query: &str, table: &OwnTable) -> Document {
    let mut scenario = Scenario::from_query(query).scenario;
    if scenario.schools().is_none() {
        scenario.use_table(&table.units, table.id, usual_names(&table.units));
    }
    let prepared = RankedPlace::new(table.units.population(scenario.rank)).unwrap();
    let missed = TargetingResult::new(&scenario, &prepared).unwrap();
    let offers = Strategies::new(&scenario, &prepared).unwrap();
    let list = UnitList::of_table(&table.units, scenario.rank);
    let result = list.as_ref().map(|list| AreasResult::new(&scenario, &prepared, list).unwrap());
    let named = list.as_ref().zip(result.as_ref());
    document(&NoteInput {
        audit: None,
        file: None,
        named: named.map(|(list, result)| Named { list, result }),
        scenario: &scenario,
        missed: &missed,
        offers: &offers,
        intervals: &[],
        certainty: None,
        places: &Places::default(),
        date: "2026-11-22",
        link: LINK,
    })
}

fn own_table() -> OwnTable {
    let table = Table::from_text(SCHOOLS).unwrap();
    match read_units(&table, &Answers::default(), RankBy::Need).unwrap() {
        ReadUnits::Units(units, reading) => OwnTable { units, reading: Some(*reading), id: TableId::of(SCHOOLS) },
        ReadUnits::Asked(questions) => panic!("{questions:?}"),
    }
}

#[test]
fn a_note_on_schools_speaks_of_schools() {
    let built_in = OwnTable::of_schools(Schools::All).unwrap();
    let own = own_table();
    for query in ["", "&share=33.3", "&note=offers", "&basis=people", "&codes=101,105"] {
        for (table, of) in [(&own, String::new()), (&built_in, "&table=schools-2023".to_owned())] {
            let note = note_on(&format!("data=own&rank=need{query}{of}"), table);
            let text = to_markdown(&note);
            assert!(text.contains("schools") && text.contains("pupils"), "{text}");
            for other in ["areas", " live", "residents", "low income", "deprivation fifth", "England’s", "in Your"] {
                // What is said of offers in general speaks of areas where offers are made by area.
                let is_of_offers = query.contains("offers") && matches!(other, "areas" | "low income");
                assert!(is_of_offers || !text.contains(other), "{query}{of}: “{other}” in {text}");
            }
        }
    }
}

#[test]
fn a_note_on_a_list_by_name_is_about_the_list() {
    let note = note_on("data=own&view=areas&rank=need&codes=101,105,999", &own_table());
    let said = |id| chapter(&note, id);
    assert!(said("decision").contains("3 schools by name"));
    // A and E: 65 of 201 pupils in need, 500 of 1,400 pupils.
    assert!(
        said("in-short").contains("That is 65 of 201 pupils in need. The target has 35.7% of all pupils."),
        "{}",
        said("in-short")
    );
    let list = said("target");
    assert!(list.contains("1 code is of none of the schools here") && list.contains("999"), "{list}");
    assert!(list.contains("A (101) 100 45 45.0%") && list.contains("E (105) 400 20 5.0%") && !list.contains("B (102)"));
    assert!(
        said("missed").contains("136 who are missed") || said("missed").contains("136 are missed"),
        "{}",
        said("missed")
    );
    // A note on offers is about the cut.
    assert!(!note_on("data=own&rank=need&codes=101,105&note=offers", &own_table()).chapters.iter().any(|c| c.id
        == "target"
        && chapter(&note_on("data=own&rank=need&codes=101,105&note=offers", &own_table()), c.id).contains("A (101)")));
}

/// Markup, quotes and line ends as people or attackers might type them.
fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'",
        "&amp;",
        "]]>",
        "-->",
        "|",
        "`",
        "# ",
        "- ",
        "\n",
        "\n\n",
        "\u{202e}",
        "\u{0}",
        "](javascript:alert(1))",
        "Who?",
        "30.5%",
        " ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400, rng_seed: RngSeed::Fixed(2022), failure_persistence: None, ..Default::default()
    })]

    /// Whatever is typed, the downloads hold the same elements and none of it as markup.
    #[test]
    fn nothing_typed_becomes_markup(title in typed(), author in typed(), text in typed()) {
        let prose = vec![Prose::Text("Made.".to_owned())];
        let chapter = who_gets_missed::document::Chapter {
            id: "decision", heading: "The decision".to_owned(), prose, exhibits: Vec::new(),
        };
        let made = Document { title: "T".to_owned(), facts: Vec::new(), chapters: vec![chapter], foot: Vec::new() };
        let mut draft = Draft { title, author, ..Draft::default() };
        draft.write("decision", &made.chapters[0].prose, text);
        let document = draft.apply(made, PREPARED_BY);
        let html = to_html(&document, "en");
        let names: Vec<&str> = html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap()).collect();
        let known = ["!doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "dl", "dt", "dd",
            "section", "h2", "p", "ul", "li", "footer"];
        for name in names {
            prop_assert!(known.contains(&name.trim_start_matches('/')), "{}", name);
        }
        let markdown = to_markdown(&document);
        prop_assert!(!markdown.replace("\\<", "").contains('<'), "{}", markdown);
        prop_assert!(!markdown.replace("\\]", "").contains("]("), "{}", markdown);
    }

    /// What stands in the field for a text is read as the same text.
    #[test]
    fn a_text_that_is_kept_as_it_is_stays(text in typed()) {
        let once = read(&text);
        prop_assert_eq!(read(&plain_text(&once)), once);
    }
}

/// The files in a ZIP archive that stores them as they are, by its directory.
fn stored(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, size: usize| {
        archive[at..at + size].iter().rev().fold(0_usize, |all, byte| all << 8 | usize::from(*byte))
    };
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let files = (0..number(end + 10, 2)).map(|_| {
        let (size, path, start) = (number(at + 20, 4), number(at + 28, 2), number(at + 42, 4));
        let name = String::from_utf8(archive[at + 46..at + 46 + path].to_vec()).unwrap();
        at += 46 + path;
        (name, archive[start + 30 + path..start + 30 + path + size].to_vec())
    });
    files.collect()
}

/// The texts of a part of a Word file, and how often each of its elements stands there. It has to be well-formed.
fn texts(part: &[u8]) -> (String, std::collections::HashMap<String, usize>) {
    let mut reader = quick_xml::Reader::from_reader(part);
    reader.config_mut().check_end_names = true;
    let (mut said, mut elements, mut depth) = (String::new(), std::collections::HashMap::new(), 0_i32);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) => {
                depth += 1;
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                *elements.entry(String::from_utf8_lossy(tag.name().as_ref()).into_owned()).or_default() += 1;
            }
            quick_xml::events::Event::Empty(tag) => {
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                *elements.entry(String::from_utf8_lossy(tag.name().as_ref()).into_owned()).or_default() += 1;
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Text(text) => said.push_str(&text.decode().unwrap()),
            quick_xml::events::Event::GeneralRef(name) => {
                said.push_str(match name.decode().unwrap().as_ref() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    _ => "'",
                });
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    (said, elements)
}

#[test]
fn the_word_file_holds_every_text_table_and_picture_of_the_note() {
    let hostile = "Warm packs <w:p>]]> & \u{0}\"100%\" 'too'";
    let mut note = note("view=note&note=areas");
    note.title = hostile.to_owned();
    let picture = |at: usize| Picture {
        caption: format!("Picture {at}"),
        description: format!("What is seen in {at}"),
        size: [720, if at == 0 { 400 } else { 2000 }],
        svg: String::new(),
    };
    for at in 0..2 {
        note.chapters[at].exhibits.insert(0, Exhibit::Picture(picture(at)));
    }
    let png = b"\x89PNG\r\n".to_vec();
    let file = to_docx(&note, &[Some(png.clone()), None], "en-GB");
    let files = stored(&file);
    let part = |path: &str| &files.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("{path}")).1;
    for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with(".png")) {
        assert!(!texts(bytes).1.is_empty(), "{path}");
    }
    let (said, elements) = texts(part("word/document.xml"));
    assert!(said.contains("Warm packs <w:p>]]> & \"100%\" 'too'"), "{said}");
    for chapter in &note.chapters {
        assert!(said.contains(&chapter.heading));
        for exhibit in &chapter.exhibits {
            if let Exhibit::Table(table) = exhibit {
                assert!(table.rows.iter().flatten().all(|cell| said.contains(cell.as_str())), "{}", table.caption);
            }
        }
    }
    let tables = note.chapters.iter().flat_map(|chapter| &chapter.exhibits);
    let tables = tables.filter(|exhibit| matches!(exhibit, Exhibit::Table(_))).count();
    assert_eq!((elements["w:tbl"], elements["w:tblHeader"]), (tables, tables));

    // The columns of each table fill the page, none is too narrow for its longest word where there is room for all, and every row
    // has the widths of its table.
    let body = String::from_utf8(part("word/document.xml").clone()).unwrap();
    let width_of = |text: &str| text.split('"').next().unwrap().parse::<u32>().unwrap();
    for table in body.split("<w:tbl>").skip(1).map(|rest| rest.split("</w:tbl>").next().unwrap()) {
        let columns: Vec<u32> = table.split("<w:gridCol w:w=\"").skip(1).map(width_of).collect();
        assert!((9600..=9638).contains(&columns.iter().sum::<u32>()), "{columns:?}");
        assert!(columns.iter().all(|&width| width > 600), "{columns:?}");
        let cells: Vec<u32> = table.split("<w:tcW w:w=\"").skip(1).map(width_of).collect();
        assert!(cells.chunks(columns.len()).all(|row| row == columns), "{cells:?}");
    }

    // One is painted, and stands for itself to those who do not see it; of the other the words are there.
    assert_eq!((elements["pic:pic"], part("word/media/picture1.png")), (1, &png));
    assert!(said.contains("What is seen in 1") && !said.contains("What is seen in 0"));
    let document = String::from_utf8(part("word/document.xml").clone()).unwrap();
    assert!(document.contains("descr=\"What is seen in 0\""));

    // Every link of the text leads somewhere: to a picture, or to the page.
    let links = String::from_utf8(part("word/_rels/document.xml.rels").clone()).unwrap();
    for id in document.split("rId").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(links.contains(&format!("Id=\"rId{id}\"")), "rId{id}");
    }
    assert!(links.contains("TargetMode=\"External\"") && links.contains("https://example.org/tools/"));
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/note.docx"), file).unwrap();
}
