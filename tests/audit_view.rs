//! The view `audit`: how a table of people served is read, into which areas people are put, and that what leaves the device cannot be
//! undone.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod built_in;
}

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use who_gets_missed::chart::{AuditChart, Chart};
use who_gets_missed::data::table::{ColumnsSaid, NONE, ServedError, ServedTable, TableError};
use who_gets_missed::export::{AuditExport, Exportable, Origin, chart_csv, document, results_csv, results_csvw, sheet};
use who_gets_missed::model::Counts;
use who_gets_missed::results::areas::ListedUnit;
use who_gets_missed::results::audit::{Audit, AuditIn, AuditPlace, Release, Rule, ServiceReach, example};
use who_gets_missed::results::report::{Content, PlaceAnswer};
use who_gets_missed::scenario::Scenario;
use who_gets_missed::words::audit as words;

fn read(text: &str) -> Result<ServedTable, ServedError> {
    ServedTable::from_text(text, &ColumnsSaid::default())
}

/// How many of each code, in all periods and groups.
fn by_code(table: &ServedTable) -> BTreeMap<&str, f64> {
    let mut all = BTreeMap::new();
    for count in &table.counts {
        *all.entry(table.codes[count.code as usize].as_str()).or_default() += count.served;
    }
    all
}

#[test]
fn a_table_of_numbers_a_list_of_persons_and_a_table_of_persons_are_read() {
    let table = read("area_code,people_served\nE01000001,12\ne01000002,\"1,003\"\nE01000003,0\n").unwrap();
    assert_eq!(by_code(&table), BTreeMap::from([("E01000001", 12.0), ("E01000002", 1003.0), ("E01000003", 0.0)]));
    assert!(!table.is_of_people() && table.kind == "E01");

    let list = read("lsoa\nE01000001\nE01000002\nE01000001\n\n").unwrap();
    assert_eq!(by_code(&list), BTreeMap::from([("E01000001", 2.0), ("E01000002", 1.0)]));
    assert!(list.is_of_people() && list.rows == 3);
    // Without a heading the first line is a person too.
    assert_eq!(read("E01000001\nE01000002\nE01000001\n").unwrap().rows, 3);

    let persons = read("person_id,lsoa_code,year\n81,E01000001,2024\n82,E01000002,2023\n83,E01000001,2024\n").unwrap();
    assert_eq!(by_code(&persons), BTreeMap::from([("E01000001", 2.0), ("E01000002", 1.0)]));
    assert_eq!(persons.periods, ["2023", "2024"]);
    assert!(persons.is_of_people());
}

#[test]
fn marks_blanks_and_rows_without_a_code_are_counted_and_told() {
    let table = read("area_code,people_served\nE01000001,12\nE01000002,[c]\nE01000003,<5\nE01000004,\n,7\n").unwrap();
    assert_eq!((table.without_number, table.without_code, table.served()), (3, 7.0, 12.0));
    let twice = read("area_code,people_served\nE01000001,12\nE01000001,3\n").unwrap();
    assert_eq!((twice.added, twice.served()), (1, 15.0));
}

#[test]
fn what_is_no_number_of_people_and_what_could_be_several_things_is_said() {
    let of = |text: &str| read(text).unwrap_err();
    assert_eq!(
        of("area_code,people_served\nE01000001,2.5\n"),
        ServedError::NotACount { line: 2, cell: "2.5".to_owned() }
    );
    assert!(matches!(of("area_code,people_served\nE01000001,-2\n"), ServedError::NotACount { .. }));
    assert_eq!(
        of("area_code,people,number\nE01000001,2,3\n"),
        ServedError::WhichServed {
            columns: ["people", "number"].map(str::to_owned).to_vec(),
            all: ["area_code", "people", "number"].map(str::to_owned).to_vec(),
        }
    );
    // A number with an unknown heading is not taken for people in silence.
    assert!(matches!(of("area_code,score\nE01000001,2\nE01000002,5\n"), ServedError::WhichServed { .. }));
    assert_eq!(of("name,people_served\nAsh,2\nElm,4\n"), ServedError::NoCodes);
    assert_eq!(of("E01000001,2\nE01000002,3\n"), ServedError::Table(TableError::NoHeadings));
    let said = |served: &str| ColumnsSaid { served: Some(served.to_owned()), ..ColumnsSaid::default() };
    let text = "area_code,people,number\nE01000001,2,3\nE01000001,5,7\n";
    let served = |column: &str| ServedTable::from_text(text, &said(column)).map(|table| table.served());
    assert_eq!((served("number"), served("#2"), served(NONE)), (Ok(10.0), Ok(7.0), Ok(2.0)));
    assert_eq!(served("#9"), Err(ServedError::NoColumn("#9".to_owned())));
    for error in [of("name,people_served\nAsh,2\n"), of("area_code,people,number\nE01000001,2,3\n")] {
        assert!(!words::message(&error).problem.is_empty());
    }
}

#[test]
fn half_a_million_codes_are_counted() {
    let mut text = "lsoa\n".to_owned();
    for person in 0..500_000_u32 {
        text.push_str(&format!("E01{:06}\n", 1 + person.wrapping_mul(7919) % 33_000));
    }
    let table = read(&text).unwrap();
    assert_eq!((table.served(), table.rows), (500_000.0, 500_000));
    assert!(table.codes.len() <= 33_000);
}

/// A made-up place of so many areas in order, with people in need, and people served in each period.
fn made_up(in_need: &[f64], served: &[Vec<f64>], groups: usize) -> AuditIn {
    let unit = |(at, &in_need): (usize, &f64)| ListedUnit {
        code: format!("T{at:03}"),
        name: format!("Area {at}"),
        council: String::new(),
        counts: Counts { areas: 1.0, people: 4.0 * in_need, in_need },
        order: at as f64,
        national: None,
    };
    let place = AuditPlace::made_up(in_need.iter().enumerate().map(unit).collect());
    let mut text = "area_code,period,group,people_served\n".to_owned();
    for (period, units) in served.iter().enumerate() {
        for (at, &count) in units.iter().enumerate() {
            // Spread over groups, the first one taking what is left.
            let each = (count / groups as f64).floor();
            for group in 0..groups {
                let part = if group == 0 { count - each * (groups - 1) as f64 } else { each };
                text.push_str(&format!("T{at:03},{},g{group},{part}\n", 2020 + period));
            }
        }
    }
    AuditIn { place: Arc::new(place), served: Arc::new(read(&text).unwrap()), is_example: false }
}

/// Everything that leaves the page, as text.
fn files(scenario: &Scenario, input: &AuditIn) -> (Value, String) {
    let report =
        support::built_in::report(&Scenario { view: who_gets_missed::scenario::View::Missed, ..scenario.clone() })
            .unwrap();
    let Content::OfPlace(of) = report.content() else { panic!("no place") };
    let PlaceAnswer::Target(missed) = &of.answer else { panic!("no target") };
    let audit = Audit::new(scenario, input);
    let export = AuditExport::new(scenario, missed, &of.input.places, (input, &audit));
    let origin = Origin { date: "2026-11-26", link: "https://a.example/?view=audit" };
    let chart = Chart::Audit(AuditChart::Fifths);
    let mut text = results_csv(&export).unwrap() + &results_csvw(&export, &origin).unwrap();
    text += &chart_csv(chart, &export, &origin).unwrap();
    text += &sheet(chart, &export, &origin).unwrap().draw().text;
    let json = document(&export).unwrap();
    text += &json.to_string();
    text += &export.says().into_iter().map(|(_, text)| text).collect::<String>();
    (json, text)
}

/// Numbers that look random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A sum that is told: the areas in it and what they come to.
type Sum = (Vec<usize>, f64);

/// Every sum over areas that the file tells: of each area, of each fifth and of all.
fn sums(json: &Value) -> (Vec<Sum>, Vec<usize>) {
    let list = json["list"].as_array().unwrap();
    let fifth = |area: &Value| area["fifth"].as_u64().unwrap_or(1);
    let mut sums = Vec::new();
    let mut held = Vec::new();
    for (at, area) in list.iter().enumerate() {
        match area["served"].as_f64() {
            Some(served) => sums.push((vec![at], served)),
            None => held.push(at),
        }
    }
    let shown = json["periods"].as_array().unwrap().last().unwrap();
    for (number, of) in (1_u64..).zip(shown["fifths"].as_array().unwrap()) {
        if let Some(served) = of["served"].as_f64() {
            let areas = list.iter().enumerate().filter(|(_, area)| fifth(area) == number).map(|(at, _)| at);
            sums.push((areas.collect(), served));
        }
    }
    if let Some(served) = shown["whole"]["served"].as_f64() {
        sums.push(((0..list.len()).collect(), served));
    }
    if let Some(groups) = json["groups"].as_array().filter(|groups| !groups.is_empty()) {
        // Groups add up to all, and fifth by fifth to the fifths.
        let all: f64 = groups.iter().map(|group| group["served"].as_f64().unwrap()).sum();
        sums.push(((0..list.len()).collect(), all));
        for number in 1..=5_u64 {
            let parts: Option<Vec<f64>> =
                groups.iter().map(|group| group["fifths"][number as usize - 1].as_f64()).collect();
            if let Some(parts) = parts {
                let areas = list.iter().enumerate().filter(|(_, area)| fifth(area) == number).map(|(at, _)| at);
                sums.push((areas.collect(), parts.iter().sum()));
            }
        }
    }
    (sums, held)
}

/// Whether the number of an area follows from the sums: whether its row lies in the space of their rows.
fn follows(sums: &[Sum], areas: usize, of: usize) -> bool {
    let mut rows: Vec<Vec<f64>> = sums
        .iter()
        .map(|(members, _)| (0..areas).map(|at| f64::from(u8::from(members.contains(&at)))).collect())
        .collect();
    let mut wanted: Vec<f64> = (0..areas).map(|at| f64::from(u8::from(at == of))).collect();
    for column in 0..areas {
        let Some(pivot) = rows.iter().position(|row| row[column].abs() > 1e-9) else { continue };
        let row = rows.swap_remove(pivot);
        let take = |from: &mut Vec<f64>| {
            let factor = from[column] / row[column];
            from.iter_mut().zip(&row).for_each(|(to, with)| *to -= factor * with);
        };
        rows.iter_mut().for_each(take);
        take(&mut wanted);
    }
    wanted.iter().all(|left| left.abs() < 1e-6)
}

/// The least and the most that an area which is held back can be, given that nobody is served less than 0 times: it shares what is
/// left of each sum with others that are held back.
fn most_of(sums: &[Sum], held: &[usize], of: usize) -> f64 {
    let told = |at: &usize| sums.iter().find(|(members, _)| members.as_slice() == [*at]).map(|(_, served)| *served);
    let within = sums.iter().filter(|(members, _)| members.contains(&of) && members.len() > 1);
    let left = within.map(|(members, all)| {
        let known: f64 = members.iter().filter(|at| !held.contains(at)).filter_map(told).sum();
        all - known
    });
    left.fold(f64::INFINITY, f64::min)
}

#[test]
fn sums_and_differences_of_all_that_leaves_the_page_do_not_tell_what_is_held_back() {
    let mut numbers = Numbers(11);
    let mut found_held = 0;
    for round in 0..300_u64 {
        let areas = 5 + numbers.below(26) as usize;
        let in_need: Vec<f64> = (0..areas).map(|_| 20.0 + numbers.below(400) as f64).collect();
        let most = [6, 15, 40, 90, 20][round as usize % 5];
        let periods = 1 + numbers.below(2) as usize;
        let served: Vec<Vec<f64>> =
            (0..periods).map(|_| (0..areas).map(|_| numbers.below(most) as f64).collect()).collect();
        let input = made_up(&in_need, &served, 1 + numbers.below(2) as usize);
        for (small, least) in [("5", 5.0), ("10", 10.0)] {
            let scenario = Scenario::from_query(&format!("v=2&view=audit&small={small}")).scenario;
            let (json, _) = files(&scenario, &input);
            let (sums, held) = sums(&json);
            found_held += held.len();
            for (at, &served) in served.last().unwrap().iter().enumerate() {
                assert!(served >= least || held.contains(&at), "round {round}: area {at} with {served} is told");
            }
            for &at in &held {
                assert!(!follows(&sums, areas, at), "round {round}: area {at} follows from sums");
                let most = most_of(&sums, &held, at);
                assert!(most >= least - 1.0, "round {round}: area {at} is no small number, but {most} or less");
            }
        }
    }
    assert!(found_held > 1000, "{found_held}");
}

#[test]
fn nothing_in_a_file_is_made_from_what_it_holds_back() {
    let in_need = vec![100.0; 15];
    let of = |first: [f64; 3]| {
        let mut served = vec![30.0; 15];
        served[..3].copy_from_slice(&first);
        made_up(&in_need, &[vec![25.0; 15], served], 1)
    };
    for query in ["v=2&view=audit", "v=2&view=audit&small=10", "v=2&view=audit&rounded=1"] {
        let scenario = Scenario::from_query(query).scenario;
        // The same fifth, with other small numbers in its areas: the files are the same to the last sign.
        let texts: Vec<String> = [[1.0, 4.0, 30.0], [4.0, 1.0, 30.0], [2.0, 3.0, 30.0], [0.0, 5.0, 30.0]]
            .map(|first| files(&scenario, &of(first)).1)
            .to_vec();
        assert_eq!(texts[0], texts[1], "{query}");
        assert_eq!(texts[0], texts[2], "{query}");
        assert!(texts[0].contains("[c]"));
    }
}

#[test]
fn the_page_says_every_count_and_files_round_where_that_is_asked_for() {
    let served = vec![vec![3.0, 12.0, 13.0, 48.0, 52.0, 3.0, 41.0, 22.0, 33.0, 57.0]];
    let input = made_up(&[100.0; 10], &served, 1);
    let scenario = Scenario::from_query("v=2&view=audit&rounded=1").scenario;
    let audit = Audit::new(&scenario, &input);
    let open = Release::new(&audit, Rule::NOTHING);
    assert_eq!(open.units.iter().map(|unit| unit.served.unwrap()).collect::<Vec<f64>>(), served[0]);
    let (json, _) = files(&scenario, &input);
    let told: Vec<Option<f64>> = json["list"].as_array().unwrap().iter().map(|area| area["served"].as_f64()).collect();
    assert!(told.iter().flatten().all(|count| count % 5.0 == 0.0), "{told:?}");
    assert!(told[0].is_none() && told[5].is_none());
}

#[test]
fn a_room_is_shown_what_a_file_would_tell() {
    let mut served: Vec<f64> = (0..15).map(|at| 20.0 + f64::from(at)).collect();
    let scenario = Scenario::from_query("v=2&view=audit").scenario;
    let reach = |served: &[f64]| ServiceReach::new(&scenario, &made_up(&[100.0; 15], &[served.to_vec()], 1));
    let all = reach(&served);
    assert!((all.first().unwrap() - 63.0 / 300.0).abs() < 1e-12 && all.fifths.len() == 5);
    served[..3].fill(1.0);
    let held = reach(&served);
    assert_eq!((held.first(), held.answer(), held.more_at_best), (None, None, None));
    assert!(held.fifths.iter().filter(|fifth| fifth.is_none()).count() >= 2, "{held:?}");
}

#[test]
fn the_example_says_that_it_is_made_up_and_has_something_to_find() {
    let scenario = Scenario::from_query("v=2&view=audit").scenario;
    let (json, text) = files(&scenario, &example());
    assert_eq!(json["is_example"], true);
    assert!(text.contains(words::EXAMPLE) && json["place"].is_null());
    // Three areas stand out, and the gap is wide.
    assert_eq!(json["served_less"], serde_json::json!(["T03", "T09", "T01"]));
    let gradient = &json["periods"][1]["gradient"];
    assert!(gradient["gap"]["limits"]["lower"].as_f64().unwrap() > 0.0);
    assert!(json["change"]["p"].as_f64().unwrap() > 0.05);
}

#[test]
fn councils_of_another_year_are_followed_and_the_others_named() {
    let scenario = Scenario::from_query("v=2&view=audit&place=cambridgeshire-peterborough").scenario;
    let report =
        support::built_in::report(&Scenario { view: who_gets_missed::scenario::View::Missed, ..scenario.clone() })
            .unwrap();
    let Content::OfPlace(of) = report.content() else { panic!("no place") };
    let place = AuditPlace::of_councils(&of.input.totals, &of.input.places, scenario.data);
    assert_eq!(place.list.units.len(), 6);
    let served = read(
        "area_code,people_served\nE07000008,120\nE07000009,60\nE07000010,80\nE07000011,70\nE07000012,50\nE06000031,200\n\
         E06000023,9\nE07999999,4\n",
    );
    let input = AuditIn { place: Arc::new(place), served: Arc::new(served.unwrap()), is_example: false };
    let audit = Audit::new(&scenario, &input);
    assert_eq!(audit.counted(), 580.0);
    assert_eq!(audit.left_out.outside, [("Bristol, City of".to_owned(), 9.0)]);
    assert_eq!(audit.left_out.unknown, (vec!["E07999999".to_owned()], 4.0));
    let told = Release::new(&audit, Rule::NOTHING);
    let facts = words::Facts { scenario: &scenario, input: &input, audit: &audit, told: &told };
    let said = words::told(facts, Rule::NOTHING).join(" ");
    assert!(said.contains("Bristol") && said.contains("E07999999"), "{said}");
    // A file names no code that it knows nothing of: it may be anything that a person typed.
    let rule = scenario.audit_rule();
    let held = Release::new(&audit, rule);
    let told = words::told(words::Facts { told: &held, ..facts }, rule).join(" ");
    assert!(!told.contains("E07999999") && told.contains("fewer than 5 people"), "{told}");
}
