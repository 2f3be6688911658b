//! The evidence note says what the results say, for every council, and whatever a person types stays text.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

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
    figures: BuiltIn,
}

fn work_out(query: &str, figures: BuiltIn) -> Option<Worked> {
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
        scenario: &worked.scenario,
        missed: &worked.missed,
        offers: &worked.offers,
        intervals: &intervals,
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
    // The national and the place's own fifth, side by side.
    assert!(missed.contains("All England 12.9% 30.5%"), "{missed}");
    assert!(missed.contains("This place about 19.9% about 42.2%"), "{missed}");
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
        for authority in figures_of(&link).authorities() {
            let Some(worked) = work_out(&format!("{link}&place={}", authority.code), figures_of(&link)) else {
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
        assert_eq!(note.chapters.len(), 10);
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

/// Markup, quotes and line ends as people or attackers might type them.
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
    let named = list.as_ref().zip(result.as_ref()).filter(|_| scenario.codes.is_some());
    document(&NoteInput {
        audit: None,
        named: named.map(|(list, result)| Named { list, result }),
        scenario: &scenario,
        missed: &missed,
        offers: &offers,
        intervals: &[],
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
    assert!(
        !note_on("data=own&rank=need&codes=101,105&note=offers", &own_table())
            .chapters
            .iter()
            .any(|c| c.heading == "The list")
    );
}

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
