//! All results as one table: a row for each number, keys that tell rows apart, the numbers of the JSON file and the words of the
//! page, and a description that tells of every column and every measure.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod csv;
    pub mod facts;
    pub mod printed;
}

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::{env, fs};

use serde_json::Value;
use support::csv::read;
use support::facts::Page;
use support::printed::run;
use who_gets_missed::chart::{Chart, CouncilsChart, OffersChart, ResultsFile, RiskChart, RowsChart, TargetChart};
use who_gets_missed::export::{
    Exportable, Origin, document, results_csv, results_csvw, results_file_name, results_json, table,
};
use who_gets_missed::words::dictionary::{COLUMNS, UNITS};

/// Links whose results are a row for each number, each view with several places and settings.
const LINKS: [&str; 18] = [
    "",
    "place=england&share=12.5&goal=66.6",
    "data=iod2025&place=E07000008&need=children&cut=local&basis=people&rank=need&share=0",
    "within=rural&data=iod2019",
    "view=councils&place=E08000025",
    "view=councils&kind=icbs",
    "view=strategies",
    "view=strategies&offers=universal,area,need,group,proportionate&against=present&averts=deaths&worth=20000&years=10&tie-on=gap",
    "view=strategies&place=england&split=authorities&start=energy-bills&tie-by=cost-fixed&funding=budget&budget=10",
    "view=population",
    "view=population&factor-uptake=0",
    "view=population&factor-start=pressure&factor-shape=normal&factor-shift-by=percent&factor-shift=3",
    "view=gap",
    "view=gap&measure-value=rate&measure-scale=log&measure-level=99.8&measure-more=better",
    "view=incentive",
    "view=incentive&place=E08000035&cut=local&pay-found-uptake=40&averts=deaths",
    "view=checked",
    "view=strategies&funding=budget&budget=0",
];

type Row = BTreeMap<String, String>;

/// The table, its description and the JSON file, as `evaluate` prints them.
struct Files {
    headings: Vec<String>,
    rows: Vec<Row>,
    about: Value,
    results: Value,
    /// Every number in the text of the JSON file, and in its sentences.
    in_text: BTreeSet<u64>,
}

/// A number by its bits, with one zero.
fn bits(number: f64) -> u64 {
    (number + 0.0).to_bits()
}

/// What a page is made into alone where nothing else is asked for: the others are printed by `evaluate`.
const PRINTED_ALONE: [&str; 4] = ["within=rural", "view=checked", "worth=", "view=audit"];

impl Files {
    /// What several tests look at is printed once.
    #[track_caller]
    fn of(arguments: &[&str]) -> Arc<Self> {
        static PRINTED: Mutex<BTreeMap<Vec<String>, Arc<Files>>> = Mutex::new(BTreeMap::new());
        let key: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        if let Some(files) = PRINTED.lock().unwrap().get(&key) {
            return files.clone();
        }
        let files = Arc::new(Self::print(arguments));
        PRINTED.lock().unwrap().insert(key, files.clone());
        files
    }

    #[track_caller]
    fn print(arguments: &[&str]) -> Self {
        let print = |first: &[&str]| {
            let output = run(&[first, arguments].concat());
            assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        let is_page = arguments.len() == 1 && !PRINTED_ALONE.iter().any(|part| arguments[0].contains(part));
        let [table, about, results] = match is_page {
            true => {
                let origin = Origin { date: "2026-03-01", link: "https://example.org/" };
                let about = |of: &dyn Exportable| results_csvw(of, &origin);
                let page = Page::of(arguments[0]);
                [page.facts(results_csv), page.facts(about), page.facts(results_json)].map(Result::unwrap)
            }
            false => [print(&["--csv"]), print(&["--csvw"]), print(&[])],
        };
        let mut table = read(&table);
        let headings = table.remove(0);
        let rows = table.into_iter().map(|row| {
            assert_eq!(row.len(), headings.len(), "{arguments:?}: {row:?}");
            headings.iter().cloned().zip(row).collect()
        });
        Self {
            rows: rows.collect(),
            about: serde_json::from_str(&about).unwrap(),
            in_text: results
                .split(|sign: char| !sign.is_ascii_digit() && !"+-.e".contains(sign))
                .filter_map(|part| part.parse().ok())
                .map(bits)
                .collect(),
            results: serde_json::from_str(&results).unwrap(),
            headings,
        }
    }

    fn columns(&self) -> &[Value] {
        self.about["tableSchema"]["columns"].as_array().unwrap()
    }

    fn keys(&self) -> Vec<String> {
        let keys = self.about["tableSchema"]["primaryKey"].as_array().unwrap();
        keys.iter().map(|key| key.as_str().unwrap().to_owned()).collect()
    }

    /// Of any table: the description tells of its columns, the key tells its rows apart, and cells are what is told.
    #[track_caller]
    fn check_schema(&self, link: &str) {
        assert!(!self.rows.is_empty(), "{link}");
        let names: Vec<&str> = self.columns().iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(self.headings, names, "{link}");
        let key = self.keys();
        let mut taken = BTreeSet::new();
        for row in &self.rows {
            let of: Vec<&String> = key.iter().map(|name| &row[name]).collect();
            assert!(taken.insert(of.clone()), "{link}: {of:?} twice");
        }
        for column in self.columns() {
            assert!(!column["dc:description"].as_str().unwrap().is_empty(), "{link}: {column}");
            let null: Vec<&str> =
                column["null"].as_array().unwrap().iter().map(|null| null.as_str().unwrap()).collect();
            for cell in self.rows.iter().map(|row| &row[column["name"].as_str().unwrap()]) {
                let is_null = null.contains(&cell.as_str());
                assert!(!is_null || column["required"] == false, "{link}: empty {column}");
                if column["datatype"] == "number" && !is_null {
                    let number: f64 = cell.parse().unwrap_or_else(|_| panic!("{link}: {cell}"));
                    let is_plain = cell.bytes().all(|sign| sign.is_ascii_digit() || b"-.".contains(&sign));
                    assert!(number.is_finite() && is_plain, "{link}: {cell}");
                }
            }
        }
        for name in ["@context", "url", "dc:title", "dc:date", "dc:relation"] {
            assert!(!self.about[name].is_null(), "{link}: no {name}");
        }
        let date = self.about["dc:date"]["@value"].as_str().unwrap();
        assert!(date.len() == 10 && date.starts_with("20"), "{date}");
    }
}

#[test]
fn every_view_is_a_table_whose_columns_and_measures_are_told() {
    let units: Vec<&str> = UNITS.iter().map(|(unit, _)| *unit).collect();
    for link in LINKS {
        let files = Files::of(&[link]);
        files.check_schema(link);
        assert_eq!(files.headings, COLUMNS.map(|column| column.0), "{link}");
        assert_eq!(files.keys(), ["measure", "part"]);
        let told = files.about["schema:variableMeasured"].as_array().unwrap();
        let mut dictionary: BTreeMap<&str, &Value> = BTreeMap::new();
        for measure in told {
            let key = measure["schema:propertyID"].as_str().unwrap();
            assert!(dictionary.insert(key, measure).is_none(), "{link}: {key} twice");
            for name in ["schema:name", "schema:description"] {
                assert!(
                    measure[name].as_str().is_some_and(|text| !text.is_empty()),
                    "{link}: the dictionary lacks {key}"
                );
            }
        }
        let measures: BTreeSet<&str> = files.rows.iter().map(|row| &*row["measure"]).collect();
        assert_eq!(measures, dictionary.keys().copied().collect(), "{link}");
        for row in &files.rows {
            let [value, shown, reason, unit] = ["value", "shown", "reason", "unit"].map(|name| &*row[name]);
            assert!(units.contains(&unit), "{link}: {row:?}");
            let measure = dictionary[&*row["measure"]];
            assert!(measure["schema:unitText"].as_str().unwrap().split(" or ").any(|of| of == unit), "{link}: {row:?}");
            // A text, a number with its words, or why there is none.
            let is_there = !value.is_empty() || (unit == "text" && !shown.is_empty());
            assert_eq!(is_there, reason.is_empty(), "{link}: {row:?}");
            assert_eq!(value.is_empty() && unit != "text", shown.is_empty() && unit != "text", "{link}: {row:?}");
            assert!(!row["label"].is_empty() && !row["part"].is_empty(), "{link}: {row:?}");
            assert!(!row["label"].contains(": ,") && !row["label"].ends_with(": "), "{link}: {row:?}");
            let number = |name: &str| row[name].parse::<f64>().ok();
            for (end, is_beyond) in
                [("schema:minValue", f64::lt as fn(&f64, &f64) -> bool), ("schema:maxValue", f64::gt)]
            {
                let beyond = number("value").zip(measure[end].as_f64()).filter(|(value, end)| is_beyond(value, end));
                assert_eq!(beyond, None, "{link}: {row:?}");
            }
            assert_eq!(number("low").is_some(), !row["limits"].is_empty(), "{link}: {row:?}");
            assert!(number("low").zip(number("high")).is_none_or(|(low, high)| low <= high), "{link}: {row:?}");
        }
    }
}

/// Names in the JSON file whose numbers say what another is of, or how something was chosen or read.
const NO_NUMBERS: [&str; 17] = [
    "quintile",
    "fifth",
    "goal",
    "threshold",
    "thresholds",
    "worths",
    "settings",
    "reading",
    "register",
    "after",
    "option",
    "by",
    "less",
    "more",
    "uptake",
    "group",
    "worth",
];

fn numbers_in(value: &Value, found: &mut Vec<f64>, is_in_a_part: bool) {
    match value {
        Value::Number(number) => found.push(number.as_f64().unwrap()),
        Value::Array(all) => all.iter().filter(|part| part.is_object()).for_each(|part| numbers_in(part, found, true)),
        Value::Object(all) => {
            for (key, inside) in all {
                let is_name = NO_NUMBERS.contains(&&**key) && (is_in_a_part || inside.is_object() || inside.is_array());
                let is_object = inside.is_object() && ["after", "before"].contains(&&**key);
                if !is_name || is_object {
                    numbers_in(inside, found, is_in_a_part || key == "standing");
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_numbers_are_those_of_the_json_file_to_the_last_bit() {
    for link in LINKS {
        let files = Files::of(&[link]);
        let mut in_file = Vec::new();
        numbers_in(&files.results, &mut in_file, false);
        let cells =
            ["value", "low", "high"].map(|name| files.rows.iter().filter_map(move |row| row[name].parse().ok()));
        let in_table: Vec<f64> = cells.into_iter().flatten().collect();
        for number in &in_file {
            // A reader of JSON may lose the last bit.
            let is_there = in_table.iter().any(|cell| (cell - number).abs() <= 1e-14 * number.abs());
            assert!(is_there, "{link}: {number} is not in the table");
        }
        let is_yes_or_no = |number: f64| number == 0.0 || number == 1.0;
        for &number in in_table.iter().filter(|number| !is_yes_or_no(**number)) {
            assert!(files.in_text.contains(&bits(number)), "{link}: {number} is not in the JSON file");
        }
        assert!(in_file.len() > 20, "{link}");
    }
}

/// Every part of a list of objects has a name and a key that no other has.
fn check_named(value: &Value, path: &str) {
    match value {
        Value::Array(all) => {
            let mut taken = BTreeSet::new();
            for part in all.iter().filter(|part| part.is_object()) {
                check_named(part, path);
                let name = |names: [&str; 2]| names.into_iter().find_map(|name| part[name].as_str()).map(str::to_owned);
                let is_of_texts = ["columns", "warnings", "filters"].iter().any(|end| path.ends_with(end));
                if !is_of_texts {
                    let key = name(["key", "code"]).unwrap_or_else(|| panic!("{path}: no key in {part}"));
                    assert!(name(["label", "name"]).is_some_and(|name| !name.is_empty()), "{path}: no name in {part}");
                    assert!(taken.insert(key.clone()), "{path}: {key} twice");
                }
            }
        }
        Value::Object(all) => all.iter().for_each(|(key, inside)| check_named(inside, &format!("{path}.{key}"))),
        _ => {}
    }
}

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/person_level/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_part_of_the_json_file_is_told_by_its_place() {
    let (served, units) = (fixture("audit.csv"), fixture("units.csv"));
    let own: [&[&str]; 3] =
        [&["view=audit&data=own", &served, &units], &["view=areas&data=own", &units], &["view=audit"]];
    for arguments in LINKS.iter().map(std::slice::from_ref).chain(own) {
        check_named(&Files::of(arguments).results, "");
    }
    let offers = Files::of(&["view=strategies&worth=20000"]).results.clone();
    assert_eq!(offers["break_even"]["range_by_name"]["from"], offers["break_even"]["range"][0]);
    let certainty = &offers["value"]["certainty"];
    let (curves, by_worth) = (&certainty["acceptability"], certainty["by_worth"].as_array().unwrap());
    assert_eq!(by_worth.len(), certainty["worths"].as_array().unwrap().len());
    assert_eq!(by_worth[3]["acceptability"]["universal"], curves["universal"][3]);
    let risk = Files::of(&["view=population"]).results.clone();
    assert_eq!(risk["now"]["past_by_name"]["30"], risk["now"]["past"][1]);
}

#[test]
fn tables_of_units_stay_what_they_are_with_their_columns_told() {
    let (served, units) = (fixture("audit.csv"), fixture("units.csv"));
    let audit = Files::of(&["view=audit&data=own", &served, &units]);
    let areas = Files::of(&["view=areas&data=own", &units]);
    let example = Files::of(&["view=audit"]);
    for (files, name) in [(&audit, "audit"), (&areas, "areas"), (&example, "example")] {
        files.check_schema(name);
        assert!(files.columns().iter().all(|column| column["schema:unitText"].is_string()));
    }
    assert_eq!((audit.keys(), areas.keys()), (vec!["code".to_owned()], vec!["position".to_owned()]));
    // What is held back is marked, and no number.
    assert!(example.rows.iter().any(|row| row["served"] == "[c]"));
}

#[test]
fn results_by_period_have_the_limits_of_each() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tidy_grouped.csv");
    let rows = "A,2019/20,40,1000,9\nB,2019/20,20,1200,7\nC,2019/20,10,900,4\nD,2019/20,5,900,3\n\
                A,2020/21,40,1000,8\nB,2020/21,20,1200,6\nC,2020/21,10,900,3\nD,2020/21,5,900,3\n";
    fs::write(&path, format!("Area,Period,score,people,value\n{rows}")).unwrap();
    let link = "view=gap&rows-by=Period&measure-value=number&direction=high";
    let files = Files::of(&[link, path.to_str().unwrap()]);
    files.check_schema(link);
    let sii: Vec<&Row> = files.rows.iter().filter(|row| row["measure"] == "rows.by.groups.sii").collect();
    assert_eq!(sii.iter().map(|row| &*row["part"]).collect::<Vec<_>>(), ["2019/20", "2020/21"]);
    for row in sii {
        assert!(!row["low"].is_empty() && row["limits"] == "95%", "{row:?}");
    }
}

/// The words of each number of a measure, by its part.
#[track_caller]
fn shown(page: &Page, measure: &str) -> Vec<(String, String)> {
    let rows = read(&page.facts(results_csv).unwrap());
    let of = |row: &&Vec<String>| row[2] == measure;
    let found: Vec<_> = rows.iter().filter(of).map(|row| (row[3].clone(), row[6].clone())).collect();
    assert!(!found.is_empty(), "no {measure}");
    found
}

/// A column of a chart's table is how the numbers of a measure are shown.
#[track_caller]
fn check_shown(page: &Page, chart: Chart, column: usize, measure: &str) {
    let table = page.facts(|of| table(chart, of)).unwrap();
    let shown: Vec<String> = shown(page, measure).into_iter().map(|(_, shown)| shown).collect();
    let page: Vec<String> = table.rows.iter().map(|row| row[column].clone()).collect();
    assert_eq!(shown, page, "{measure}");
}

#[test]
fn a_number_is_shown_as_the_page_shows_it() {
    let page = Page::of("place=E07000008&cut=local&share=33.3");
    for (column, measure) in [(1, "areas"), (2, "people"), (3, "in_need"), (4, "people_share"), (5, "need_share")] {
        check_shown(&page, Chart::Target(TargetChart::Fifths), column, &format!("local.{measure}"));
    }
    let page = Page::of("view=strategies&offers=universal,area,proportionate");
    for (chart, output) in [
        (OffersChart::Reached, "in_need_reached"),
        (OffersChart::TotalCost, "cost"),
        (OffersChart::CostEach, "cost_per_in_need_reached"),
    ] {
        check_shown(&page, Chart::Offers(chart), 1, &format!("strategies.outputs.{output}"));
    }
    let page = Page::of("view=population");
    check_shown(&page, Chart::Risk(RiskChart::Fifths), 1, "fifths.fifths.adults");
    check_shown(&page, Chart::Risk(RiskChart::Moved), 2, "treat.crossings.adults_moved_below");
    check_shown(&page, Chart::Risk(RiskChart::Moved), 5, "equal_shift.at_lines");
    let page = Page::of("view=gap");
    for (column, measure) in [(1, "people"), (3, "value"), (4, "on_line"), (5, "after")] {
        check_shown(&page, Chart::Rows(RowsChart::Scatter), column, &format!("rows.rows.{measure}"));
    }
    let page = Page::of("view=councils");
    check_shown(&page, Chart::Councils(CouncilsChart::Strip), 3, "councils.figures.in_need_missed");
    check_shown(&page, Chart::Councils(CouncilsChart::Strip), 1, "councils.figures.exclusion_error");
}

#[test]
fn the_description_names_the_file_of_the_table() {
    let page = Page::of("place=E07000008");
    let names = [ResultsFile::Csv, ResultsFile::Csvw].map(|file| page.facts(|of| results_file_name(of, file)));
    assert_eq!(names[1], format!("{}-metadata.json", names[0]));
    let about = Files::of(&["place=E07000008"]).about.clone();
    assert_eq!(about["url"], names[0]);
    let document = page.facts(document).unwrap();
    assert_eq!(about["dc:source"], document["source"]);
    assert!(about["dc:license"]["@id"].as_str().unwrap().contains("open-government-licence"));
    // Rows of a person's own have no licence of ours.
    assert!(Files::of(&["view=areas&data=own", &fixture("units.csv")]).about["dc:license"].is_null());
}
