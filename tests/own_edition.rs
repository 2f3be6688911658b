//! A site's own edition: every kind of wrong config is told in one message with its key and what to do; the areas that are made are
//! those of the official file to the last bit; the statements say what is so.
//!
//! The official files are not part of the project. The tests look for them in the folder that `MISSED_TEST_DATA` names, else in
//! `../shared/data`, and say that they are skipped where they are not there.
#![allow(clippy::unwrap_used, clippy::panic, dead_code)]

#[path = "../examples/site/areas.rs"]
mod areas;
#[path = "../examples/site/config.rs"]
mod config;
#[path = "../examples/site/keys.rs"]
mod keys;
#[path = "../examples/site/problem.rs"]
mod problem;
#[path = "../examples/site/texts.rs"]
mod texts;

mod support {
    pub mod built_in;
    pub mod file7;
}

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::{env, fs};

use config::{AreasOf, Config};
use keys::KEYS;
use problem::Problem;
use support::built_in;
use support::file7::{File7, areas as made_up};
use who_gets_missed::data::figures::{AuthorityList, Table};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::outlines::{Wanted, read_outlines};
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, Places, RankBy};
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::scenario::{Door, Place, Scenario, SiteTheme, View};
use who_gets_missed::words::web_team::{self, Compliance, KEPT, OfSite, TESTS};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(text: &str) -> Result<Config, Problem> {
    config::read(text, Path::new("folder"), |path| Ok(built_in::text(path)))
}

#[track_caller]
fn good(text: &str) -> Config {
    read(text).unwrap_or_else(|problem| panic!("{text}\n{problem}"))
}

/// Each: what stands in the file, the key that the message names, and a part of what is wrong and of what to do.
const WRONG: [(&str, &str, &str, &str); 55] = [
    ("[site\nname = 1", "line 1", "This is not TOML", "Put texts in quotes"),
    ("[site]\nname = Cambridge", "line 2", "This is not TOML", "Put texts in quotes"),
    ("[site]\nname = \"a\"\nname = \"b\"", "line 3", "duplicate key", "one line"),
    ("[sites]\nname = \"a\"", "sites", "There is no such section.", "Did you mean “site”?"),
    ("[zzzzzzzz]\nname = \"a\"", "zzzzzzzz", "There is no such section.", "Use one of site, start, show"),
    ("site = \"a\"", "site", "This is a section, not a key.", "below the line [site]"),
    ("starting-points = 1", "starting-points", "This is no list.", "[[starting-points]]"),
    ("starting-points = [1]", "starting-points", "This is a section", "[[starting-points]]"),
    ("[site]\nnmae = \"a\"", "site.nmae", "There is no such key.", "Did you mean “name”?"),
    ("[site]\nzzzzzzzz = \"a\"", "site.zzzzzzzz", "There is no such key.", "Known here: name, address, lead, notice."),
    ("[site]\nname = 1", "site.name", "This is no text.", "Put it in quotes."),
    ("[site]\nname = \" \"", "site.name", "This is empty.", "leave the key out"),
    ("[site]\nnotice = \"two\\nlines\"", "site.notice", "cannot be seen", "on one line"),
    ("[site]\nname = \"turned \\u202e round\"", "site.name", "cannot be seen", "Type it anew"),
    (
        "[site]\nname = \"0123456789012345678901234567890123456789012345678901234567890\"",
        "site.name",
        "too long",
        "at most 60",
    ),
    (
        "[site]\naddress = \"www.example.gov.uk\"",
        "site.address",
        "is not the address of a site",
        "\"https://www.example.gov.uk",
    ),
    ("[site]\naddress = \"http://example.gov.uk/\"", "site.address", "is not the address of a site", "https://"),
    ("[site]\naddress = \"https://example.gov.uk/?a=1\"", "site.address", "is not the address of a site", "folder"),
    ("[start]\nplace = \"Cambrige\"", "start.place", "“Cambrige” is no place", "Cambridge is \"E07000008\""),
    ("[start]\nplace = \"E07000999\"", "start.place", "“E07000999” is no place", "Use official codes"),
    ("[start]\nplace = \"E07000008,nonsense\"", "start.place", "“nonsense” is no place", "Use official codes"),
    ("[start]\nedition = \"2025\"", "start.edition", "“2025” is no edition", "Use one of iod2019, iod2025."),
    ("[start]\nview = \"area\"", "start.view", "“area” is no view", "Did you mean “areas”?"),
    ("[start]\nguess = \"yes\"", "start.guess", "neither true nor false", "without quotes"),
    (
        "[start]\nchoices = \"share=lots\"",
        "start.choices",
        "“lots” cannot be used for “share”",
        "copy what follows the question mark",
    ),
    (
        "[start]\nchoices = \"shaer=30\"",
        "start.choices",
        "“shaer” means nothing",
        "copy what follows the question mark",
    ),
    ("[start]\nchoices = \"place=E07000008\"", "start.choices", "It says “place” too.", "start.place alone"),
    ("[start]\nchoices = \"v=2&view=gap\"", "start.choices", "It says “view” too.", "start.view alone"),
    (
        "[start]\nview = \"gap\"\n[show]\ndoors = [\"see\"]",
        "start.view",
        "“gap”, which is not shown",
        "Add it to show.views",
    ),
    ("[show]\nviews = [\"areas\"]", "show.views", "“missed”, which is not shown", "begin with another in start.view"),
    ("[show]\ndoors = \"see\"", "show.doors", "This is no list of texts.", "[\"one\", \"another\"]"),
    ("[show]\ndoors = [1]", "show.doors", "This is no list of texts.", "[\"one\", \"another\"]"),
    ("[show]\ndoors = [\"se\\u0007e\"]", "show.doors", "cannot be seen", "Type it anew"),
    ("[statement]\nissues = [\"two\\nlines\"]", "statement.issues", "cannot be seen", "on one line"),
    ("[site]\n\"na\\u001b[31mme\" = \"a\"", "site.na[31mme", "There is no such key.", "Known here"),
    ("[show]\ndoors = [\"sea\"]", "show.doors", "“sea” is no door", "Did you mean “see”?"),
    ("[show]\nviews = [\"missed\", \"nota\"]", "show.views", "“nota” is no view", "Did you mean “note”?"),
    (
        "[show]\ndoors = [\"see\"]\nviews = [\"missed\", \"gap\"]",
        "show.views",
        "“gap” stands behind a door",
        "Add \"weigh\"",
    ),
    ("[colours]\naccent = \"red\"", "colours.accent", "“red” is no colour", "six hexadecimal digits"),
    (
        "[colours]\naccent = \"#ffdd00\"",
        "colours.accent",
        "#ffdd00 has a contrast of 1.24",
        "a darker colour, such as \"#",
    ),
    ("[colours]\nground = \"#222222\"", "colours.ground", "with the page’s text", "a lighter colour, such as \"#"),
    ("[contact]\ndays = 5", "contact.days", "nobody who would answer", "Add contact.accessibility"),
    (
        "[contact]\naccessibility = \"a@b.uk\"\ndays = \"5\"",
        "contact.days",
        "no number from 1 to 365",
        "without quotes",
    ),
    ("[contact]\naccessibility = \"a@b.uk\"\ndays = 0", "contact.days", "no number from 1 to 365", "such as 5"),
    ("[statement]\ncompliance = \"ful\"", "statement.compliance", "“ful” says nothing", "Did you mean “full”?"),
    ("[statement]\ncompliance = \"partial\"", "statement.compliance", "it is not said what", "statement.issues"),
    (
        "[statement]\ncompliance = \"full\"\nissues = [\"a\"]",
        "statement.issues",
        "says that nothing does",
        "\"partial\"",
    ),
    (
        "[[starting-points]]\nchoices = \"offers=universal,targeted\"",
        "starting-points.name",
        "It is missing.",
        "Add name =",
    ),
    ("[[starting-points]]\nname = \"a\"", "starting-points.choices", "It is missing.", "Add choices ="),
    (
        "[[starting-points]]\nname = \"a\"\nchoices = \"need=children\"",
        "starting-points.choices",
        "changes nothing of the offers",
        "Compare offers",
    ),
    ("[data]\niod2015.file7 = \"a\"", "data.iod2015", "There is no such edition.", "Did you mean “iod20"),
    ("[data.iod2025]\noutlines = \"a\"", "data.iod2025.file7", "It is missing.", "as a CSV file from GOV.UK"),
    (
        "[data.iod2025]\nfile7 = \"a\"\nlookup = \"b\"",
        "data.iod2025.lookup-name",
        "It is missing.",
        "column of the lookup",
    ),
    (
        "[data.iod2025]\nfile7 = \"a\"\noutlines = \"b\"",
        "data.iod2025.attribution",
        "It is missing.",
        "as their licence asks",
    ),
    (
        "[data.iod2025]\nfile7 = \"a\"",
        "data.iod2025.file7",
        "no place whose areas to show",
        "data.place or start.place",
    ),
];

#[test]
fn what_is_wrong_is_told_once_with_its_key_and_what_to_do() {
    let mut otherwise = Vec::new();
    for (text, key, what, remedy) in WRONG {
        match read(text) {
            Err(problem)
                if problem.key == key
                    && problem.what.contains(what)
                    && problem.remedy.contains(remedy)
                    && !problem.to_string().contains('\n') => {}
            Err(problem) => otherwise.push(format!("{text}\n  {problem}")),
            Ok(_) => otherwise.push(format!("{text}\n  nothing is wrong")),
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

#[test]
fn the_colour_that_is_proposed_can_be_read() {
    for wrong in ["accent = \"#ffdd00\"", "accent = \"#c0d0e0\"", "ground = \"#222222\"", "ground = \"#80b0a0\""] {
        let problem = read(&format!("[colours]\n{wrong}")).unwrap_err();
        let better = problem.remedy.split('"').nth(1).unwrap();
        let key = wrong.split(' ').next().unwrap();
        let config = good(&format!("[colours]\n{key} = \"{better}\""));
        let theme = SiteTheme { accent: config.accent, ground: config.ground, ..SiteTheme::default() };
        assert_eq!(theme.readable(), (theme, false), "{wrong}: {better}");
    }
}

/// The template with what it only shows put to use.
fn template() -> String {
    let text = fs::read_to_string(root().join("site.toml")).unwrap();
    let lines = text.lines().skip_while(|line| !line.is_empty());
    lines.map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn named_keys(text: &str) -> BTreeSet<String> {
    let table: toml::Table = text.parse().unwrap();
    let mut found = BTreeSet::new();
    for (section, value) in &table {
        let tables = value.as_array().map_or_else(|| vec![value.clone()], Clone::clone);
        for (key, value) in tables.iter().flat_map(|table| table.as_table().unwrap().clone()) {
            match value.as_table() {
                Some(of) => found.extend(of.keys().map(|key| format!("{section}.*.{key}"))),
                None => drop(found.insert(format!("{section}.{key}"))),
            }
        }
    }
    found
}

#[test]
fn the_usual_config_says_nothing_and_shows_every_key_as_it_can_be_used() {
    let usual = fs::read_to_string(root().join("site.toml")).unwrap();
    assert!(usual.parse::<toml::Table>().unwrap().is_empty());
    good(&template());
    let all: BTreeSet<String> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
    assert_eq!(all.len(), KEYS.len());
    assert_eq!(named_keys(&template()), all);
}

#[test]
fn the_documentation_has_a_row_for_each_key_and_no_other() {
    let text = fs::read_to_string(root().join("docs/own-edition.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let rows: Vec<&str> = rows.filter(|row| row.contains('.')).collect();
    assert_eq!(rows, KEYS.map(|(key, _)| key));
}

#[test]
fn an_address_without_choices_shows_the_start() {
    let start = |text: &str| good(text).start;
    assert_eq!(start(""), None);
    assert_eq!(start("[start]\nplace = \"cambridgeshire-peterborough\"\nedition = \"iod2025\""), None);
    assert_eq!(start("[start]\nplace = \"E07000008\"").unwrap(), "v=2&place=E07000008&guess=1");
    assert_eq!(start("[start]\nplace = \"E07000008\"\nguess = false").unwrap(), "v=2&place=E07000008");
    assert_eq!(start("[start]\nguess = false").unwrap(), "v=2");
    assert_eq!(
        start("[start]\nplace = \"E10000003\"\nview = \"areas\"\nedition = \"iod2019\"\nchoices = \"?share=30\"")
            .unwrap(),
        "v=2&view=areas&data=iod2019&place=E10000003&share=30"
    );
    for text in ["[start]\nplace = \"E07000008\"", "[start]\nview = \"strategies\"\nchoices = \"v=2&funding=budget\""] {
        assert_eq!(Scenario::from_query(&start(text).unwrap()).notices, []);
    }
}

#[test]
fn doors_and_views_that_are_not_named_are_hidden_and_the_foot_never() {
    let config = good("[show]\ndoors = [\"see\", \"weigh\"]");
    assert_eq!(config.hidden_doors, [Door::Use]);
    assert_eq!(config.hidden_views, View::behind(Door::Use).collect::<Vec<_>>());
    let config = good("[show]\nviews = [\"missed\", \"areas\", \"note\"]");
    assert_eq!(config.hidden_doors, [Door::Weigh]);
    assert!(View::behind(Door::Foot).all(|view| !config.hidden_views.contains(&view)));
    assert!(config.hidden_views.contains(&View::Councils) && !config.hidden_views.contains(&View::Areas));
    let config = good("[site]\nname = \"a\"");
    assert!(config.hidden_doors.is_empty() && config.hidden_views.is_empty());
}

fn places(edition: Edition) -> Places {
    let AuthorityList(list) = built_in::text(&Table::authorities_path(edition)).parse().unwrap();
    let footprints: Footprints = built_in::text(&Footprints::path(edition)).parse().unwrap();
    Places { footprints: Arc::new(footprints), ..Places::of(Arc::new(list)) }
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("own_edition").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn place(text: &str) -> Place {
    text.parse().ok().unwrap()
}

fn of(edition: Edition, file7: PathBuf) -> AreasOf {
    AreasOf { edition, file7, lookup: None, outlines: None, attribution: None }
}

fn squares(codes: &[String]) -> String {
    let feature = |(at, code): (usize, &String)| {
        let (west, south) = (0.02 * at as f64, 52.0);
        let ring =
            [[west, south], [west + 0.02, south], [west + 0.02, south + 0.01], [west, south + 0.01], [west, south]];
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"n\":{at},\"LSOA21CD\":\"{code}\"}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring:?}]}}}}"
        )
    };
    let features: Vec<String> = codes.iter().enumerate().map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","))
}

/// A made-up file with the councils that it has areas of.
fn made_up_file(folder: &Path) -> (PathBuf, OfficialFile) {
    let path = folder.join("file7.csv");
    let text = File7::new(Edition::Iod2025, &made_up(12)).csv();
    fs::write(&path, &text).unwrap();
    (path, Importer::read(text.as_bytes()).unwrap())
}

#[track_caller]
fn wrong_data(of: &AreasOf, place: &Place, key: &str, what: &str, remedy: &str) {
    let Err(problem) = areas::make(of, place, &places(of.edition)) else { panic!("nothing is wrong") };
    assert_eq!(problem.key, key, "{problem}");
    assert!(problem.what.contains(what) && problem.remedy.contains(remedy), "{problem}");
}

#[test]
fn what_is_wrong_with_data_is_told_with_its_key_too() {
    let folder = folder("wrong");
    let (path, file) = made_up_file(&folder);
    let edition = Edition::Iod2025;
    let own = Place::of([file.authorities[0].code]).unwrap();
    let write = |name: &str, text: &str| {
        fs::write(folder.join(name), text).unwrap();
        folder.join(name)
    };
    let usual = || of(edition, path.clone());
    wrong_data(
        &of(edition, folder.join("none.csv")),
        &own,
        "data.iod2025.file7",
        "none.csv cannot be read",
        "Check the path",
    );
    wrong_data(
        &of(edition, write("page.csv", "<!doctype html>")),
        &own,
        "data.iod2025.file7",
        "This is a web page",
        "File 7",
    );
    wrong_data(&of(Edition::Iod2019, path.clone()), &own, "data.iod2019.file7", "is of the", "[data.iod2025]");
    wrong_data(&usual(), &Place::England, "data.place", "too many", "Name councils");
    wrong_data(&usual(), &place("E38000260"), "data.place", "", "Name whole councils");
    let elsewhere = places(edition)
        .authorities
        .iter()
        .map(|one| one.code)
        .find(|code| file.authorities.iter().all(|authority| authority.code != *code));
    let elsewhere = Place::of([elsewhere.unwrap()]).unwrap();
    wrong_data(&usual(), &elsewhere, "data.iod2025.file7", "has no areas of", "File 7 of all England");

    let with_lookup = |name: &str, text: &str, column: &str| AreasOf {
        lookup: Some((write(name, text), column.to_owned())),
        ..usual()
    };
    let code = file.areas[0].code();
    let lookup = format!("area,ward_name\n{code},Abbey\n");
    wrong_data(&with_lookup("a.csv", "a,b\n1,2\n", "b"), &own, "data.iod2025.lookup", "no codes of areas", "E01015589");
    wrong_data(
        &with_lookup("b.csv", &lookup, "wardname"),
        &own,
        "data.iod2025.lookup-name",
        "no column",
        "Did you mean “ward_name”?",
    );
    let other = "area,ward_name\nE01099999,Abbey\n";
    wrong_data(
        &with_lookup("c.csv", other, "ward_name"),
        &own,
        "data.iod2025.lookup",
        "none of the areas",
        "2021 census",
    );

    let with_outlines = |name: &str, text: &str| AreasOf { outlines: Some(write(name, text)), ..usual() };
    let key = "data.iod2025.outlines";
    wrong_data(
        &AreasOf { outlines: Some(folder.join("none.json")), ..usual() },
        &own,
        key,
        "cannot be read",
        "Check the path",
    );
    wrong_data(&with_outlines("a.json", "not json"), &own, key, "neither GeoJSON nor TopoJSON", "GeoJSON");
    wrong_data(
        &with_outlines("b.json", &squares(&["E01099999".to_owned()])),
        &own,
        key,
        "No outline has a code",
        "same kind of area",
    );
}

#[test]
fn areas_have_names_of_a_lookup_and_outlines_of_their_own() {
    let folder = folder("made");
    let (path, file) = made_up_file(&folder);
    let own = file.authorities[0].code;
    let codes: Vec<String> = file.areas.iter().map(|area| area.code()).collect();
    fs::write(folder.join("wards.csv"), format!("\u{feff}lsoa,ward\r\n{},\"King's, Hedges\"\r\n", codes[0])).unwrap();
    fs::write(folder.join("all.json"), squares(&codes)).unwrap();
    let of = AreasOf {
        lookup: Some((folder.join("wards.csv"), "ward".to_owned())),
        outlines: Some(folder.join("all.json")),
        ..of(Edition::Iod2025, path)
    };
    let made = areas::make(&of, &Place::of([own]).unwrap(), &places(Edition::Iod2025)).unwrap();
    let read = Importer::read(made.csv.as_bytes()).unwrap();
    assert_eq!(read.authorities.iter().map(|one| one.code).collect::<Vec<_>>(), [own]);
    assert!(read.names.get(0).ends_with("(King's, Hedges)"), "{}", read.names.get(0));
    let of_own: Vec<String> = read.areas.iter().map(|area| area.code()).collect();
    assert!(!of_own.is_empty() && of_own.iter().all(|code| codes.contains(code)));
    let outlines = made.outlines.unwrap();
    assert_eq!(outlines.matches("\"Feature\"").count(), of_own.len());
    assert!(made.notes.iter().any(|note| note.contains("are not in the lookup")), "{:?}", made.notes);
    check_outlines(&squares(&codes), &outlines, &of_own);
}

/// The same shapes, corner by corner within a metre.
#[track_caller]
fn check_outlines(before: &str, after: &str, codes: &[String]) {
    let wanted: Vec<Wanted> = codes.iter().map(|code| Wanted { code, name: "" }).collect();
    let matched =
        |text: &str| at_once(read_outlines(text.as_bytes()).unwrap().matched(&wanted, &Pace::at_once())).unwrap();
    let (before, after) = (matched(before), matched(after));
    assert_eq!(before.found, after.found);
    for area in 0..codes.len() {
        let corners = |of: &who_gets_missed::data::outlines::Matched| -> Vec<Vec<[f64; 2]>> {
            let ring = |ring: &[[i32; 2]]| ring.iter().map(|&place| of.plane.degrees(place)).collect();
            of.shapes.rings_in(area).map(ring).collect()
        };
        let (before, after) = (corners(&before), corners(&after));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before.len(), after.len());
            // A ring may go the other way round.
            for corner in before {
                let is_near = |other: &[f64; 2]| (0..2).all(|at| (corner[at] - other[at]).abs() < 1.1e-5);
                assert!(after.iter().any(is_near), "{corner:?}");
            }
        }
    }
}

fn official(path: &str) -> Option<PathBuf> {
    let folder = env::var_os("MISSED_TEST_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let path = folder.join(path);
    if path.exists() {
        return Some(path);
    }
    // Past the test runner, which keeps what `println!` says of a test that passes to itself.
    let _ = writeln!(std::io::stderr(), "skipped: {} is not there", path.display());
    None
}

#[test]
fn areas_made_of_the_official_files_are_theirs_to_the_last_bit() {
    let of_2025 = "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv";
    let of_2019 = "iod2019/File_7_IoD2019_rebuilt_30_columns.csv";
    for (edition, file, own, codes, count) in [
        (Edition::Iod2025, of_2025, "E07000008", &["E07000008"][..], 78),
        (Edition::Iod2025, of_2025, "E09000002", &["E09000002"], 115),
        (
            Edition::Iod2019,
            of_2019,
            "cambridgeshire-peterborough",
            &["E06000031", "E07000008", "E07000009", "E07000010", "E07000011", "E07000012"],
            487,
        ),
    ] {
        let Some(path) = official(file) else { continue };
        let whole = Importer::read(&fs::read(&path).unwrap()).unwrap();
        let made = areas::make(&of(edition, path), &place(own), &places(edition)).unwrap();
        let made = Importer::read(made.csv.as_bytes()).unwrap();
        assert_eq!(made.areas.len(), count, "{own}");
        let codes: Vec<AuthorityCode> = codes.iter().map(|code| code.parse().unwrap()).collect();
        for need in NeedMeasure::ALL {
            for rank in RankBy::ALL {
                let population = |file: &OfficialFile| file.population(&codes, need, rank).unwrap();
                let (of_whole, of_made) = (population(&whole), population(&made));
                assert_eq!(of_whole.squared_need.to_bits(), of_made.squared_need.to_bits());
                // Without ranks in the file only all England has an order along the nation.
                let is_ranked = of_made.units.iter().all(|unit| unit.national.is_some());
                if is_ranked {
                    assert_eq!(of_whole.units, of_made.units, "{own} {need:?} {rank:?}");
                }
                assert!(is_ranked || rank == RankBy::Need);
            }
        }
    }
}

fn site() -> OfSite {
    OfSite {
        name: Some("Fenland <District> Council".to_owned()),
        address: Some("https://www.fenland.gov.uk/missed/".to_owned()),
        accessibility: Some("access@fenland.gov.uk or 01234 567890".to_owned()),
        days: Some(10),
        privacy: Some("https://www.fenland.gov.uk/privacy".to_owned()),
        compliance: Some(Compliance::Full),
        issues: Vec::new(),
        tested: "26 November 2026".to_owned(),
        prepared: "27 November 2026".to_owned(),
    }
}

/// Both forms of a text, without their markup.
fn forms(title: &str, of: &OfSite, sections: fn(&OfSite) -> Vec<who_gets_missed::words::Section>) -> [String; 2] {
    let sections = sections(of);
    let html = texts::page(title, of.name.as_deref(), &sections);
    assert!(!html.contains("<District>") && !html.contains("style="), "{html}");
    let icon = "<link rel=\"icon\" href=\"../icon.svg\" type=\"image/svg+xml\">";
    let parsed = html.replace("<!doctype html>\n", "").replace("{styles}", "").replace(icon, "");
    let closed = parsed
        .replace("<meta charset=\"utf-8\">", "")
        .replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "");
    let tree = roxmltree::Document::parse(&closed).unwrap();
    let text = tree.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect::<String>();
    let markdown = texts::markdown(title, &sections).replace('\\', "");
    for section in &sections {
        assert!(text.contains(section.heading) && markdown.contains(&format!("\n## {}\n", section.heading)));
    }
    [text, markdown]
}

#[test]
fn the_accessibility_statement_has_the_form_of_the_model_and_names_whom_to_tell() {
    for text in forms(web_team::ACCESSIBILITY, &site(), web_team::accessibility) {
        for said in [
            "This accessibility statement applies to https://www.fenland.gov.uk/missed/",
            "This website is run by Fenland <District> Council.",
            "How accessible this website is",
            "Feedback and contact information",
            "access@fenland.gov.uk or 01234 567890",
            "get back to you in 10 days",
            "Enforcement procedure",
            "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
            "https://www.equalityadvisoryservice.com/",
            "Technical information about this website’s accessibility",
            "This website is fully compliant with the Web Content Accessibility Guidelines version 2.2 AA standard.",
            "This statement was prepared on 27 November 2026.",
            "was last tested on 26 November 2026 against the WCAG 2.2 AA standard",
        ] {
            let is_link = said.ends_with("service.com/") && !text.contains("## ");
            assert!(is_link || text.contains(said), "{said}\n{text}");
        }
        assert!(TESTS.iter().all(|test| text.contains(test)) && !text.contains("Non-accessible content"));
    }
}

#[test]
fn what_a_site_does_not_say_is_not_made_up() {
    let said = forms(web_team::ACCESSIBILITY, &OfSite::default(), web_team::accessibility);
    for text in said {
        assert!(text.contains("No contact is given.") && text.contains("“contact.accessibility”"), "{text}");
        assert!(text.contains("has not said yet how far this website complies"), "{text}");
        assert!(!text.contains("compliant with") && !text.contains("days."), "{text}");
    }
    for text in forms(web_team::PRIVACY, &OfSite::default(), web_team::privacy) {
        assert!(text.contains("No contact is given.") && text.contains("“contact.privacy”"), "{text}");
    }
    let issues = vec!["The map cannot be read aloud.".to_owned()];
    let partial = OfSite { compliance: Some(Compliance::Partial), issues, ..site() };
    for text in forms(web_team::ACCESSIBILITY, &partial, web_team::accessibility) {
        assert!(text.contains("partially compliant") && text.contains("Non-accessible content"));
        assert_eq!(text.matches("The map cannot be read aloud.").count(), 2);
        assert!(!text.contains("We know of no part"));
    }
}

#[test]
fn addresses_in_texts_are_links_and_nothing_else_is() {
    let html = texts::page("a", None, &web_team::privacy(&site()));
    assert!(html.contains("<a class=\"govuk-link\" href=\"https://www.fenland.gov.uk/privacy\">"), "{html}");
    let html = texts::page("a", None, &web_team::accessibility(&site()));
    assert!(html.contains("href=\"mailto:access@fenland.gov.uk\""), "{html}");
    let hostile = OfSite { privacy: Some("\"><script>alert(1)</script> javascript:alert(1)@x".to_owned()), ..site() };
    let html = texts::page("a", None, &web_team::privacy(&hostile));
    assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{html}");
}

fn sources(folder: &str, ending: &str) -> String {
    fn all(folder: &Path, ending: &str, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                all(&path, ending, text);
            } else if path.to_string_lossy().ends_with(ending) {
                text.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut text = String::new();
    all(&root().join(folder), ending, &mut text);
    text
}

/// The names under which the page keeps things, as its sources have them.
#[test]
fn what_is_kept_is_told_and_nothing_else() {
    let told: BTreeSet<&str> = KEPT.iter().map(|(name, _, _)| *name).collect();
    let mut found = BTreeSet::new();
    let code = sources("src/ui", ".rs") + &sources("src/platform", ".rs");
    for text in code.split("const ").skip(1) {
        let value = text.split(": &str = \"").nth(1).and_then(|rest| rest.split('"').next());
        if let Some(name) = value.filter(|name| name.starts_with("who-gets-missed-") && !name.ends_with('-')) {
            found.insert(name.trim_end_matches('+').to_owned());
        }
    }
    for (file, name) in [("sw.js", "who-gets-missed-app"), ("scroll.js", "who-gets-missed-scroll")] {
        assert!(fs::read_to_string(root().join("public").join(file)).unwrap().contains(name));
        found.insert(name.to_owned());
    }
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), told);
    assert!(!code.contains("set_cookie") && !sources("public", ".js").contains("document.cookie"));
}

/// What the statement says is tested is tested.
#[test]
fn the_test_report_names_tests_that_there_are() {
    let tests = sources("tests/e2e", ".spec.mjs");
    for (said, test) in TESTS.iter().zip([
        "axe finds nothing, and nothing is cut off",
        "what has the focus is in sight, at 400% too",
        "at 400% and with wide spacing nothing is cut off",
        "with forced colours each part of a picture looks like its key",
        "works with forced colours and reduced motion",
        "a screen reader gets names, roles and headings in order",
        "every control is large enough for a finger",
    ]) {
        assert!(tests.contains(test), "{said}: {test}");
    }
}

fn run(arguments: &[&str]) -> Output {
    let fixed = ["run", "-q", "--no-default-features", "--example", "site", "--"];
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root()).args(fixed).args(arguments).output().unwrap()
}

#[test]
fn the_program_writes_a_plan_or_one_line() {
    let folder = folder("program");
    let out = folder.join("out");
    let config = folder.join("site.toml");
    let [out_name, config_name] = [out.to_str().unwrap(), config.to_str().unwrap()];
    fs::write(&config, "[site]\nname = \"Fenland District Council\"\n[start]\nplace = \"E07000010\"\n").unwrap();
    let run_it = |config: &str| run(&[config, out_name, "public/figures", "2026-11-26", "2026-11-27"]);
    let output = run_it(config_name);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let plan: serde_json::Value = serde_json::from_slice(&fs::read(out.join("plan.json")).unwrap()).unwrap();
    assert_eq!(plan["start"], "v=2&place=E07000010&guess=1");
    assert_eq!(plan["first"]["place"], "Fenland");
    assert!(plan["first"]["missed"].as_str().unwrap().ends_with('%'));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("contact.accessibility is not given") && told.contains("contact.privacy is not given"));
    let statement = fs::read_to_string(out.join("site/accessibility-statement.html")).unwrap();
    assert!(statement.contains("was last tested on 26 November 2026") && statement.contains("{styles}"));

    fs::write(&config, "[site]\nnmae = \"Fenland\"\n").unwrap();
    let output = run_it(config_name);
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, format!("{config_name}: site.nmae: There is no such key. Did you mean “name”?\n"));
    let output = run_it("none.toml");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("none.toml: the file: It cannot be read") && told.lines().count() == 1, "{told}");

    let output = run_it("site.toml");
    assert!(output.status.success());
    let plan: serde_json::Value = serde_json::from_slice(&fs::read(out.join("plan.json")).unwrap()).unwrap();
    assert_eq!(plan, serde_json::json!({ "is_default": true }));
}
