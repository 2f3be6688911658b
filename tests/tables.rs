//! Any table that a person brings is read right, asked about or refused, and never wrong in silence: tables of a maker that
//! knows the right answer, each of its traits alone and many at random; the shared cases where they are at hand; random bytes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod support {
    pub mod made_tables;
}

use std::panic::catch_unwind;
use std::time::{Duration, Instant};
use std::{env, fs};

use serde_json::Value as Json;
use support::made_tables::{Deprivation, Dice, Layout, Made, More, Shape, Value, Written, encode, make};
use who_gets_missed::data::table::{AnswerKey, Answers, KeptRows, Purpose, Table};
use who_gets_missed::results::gap_measures::{Measured, ReadTable, RowsIn, read_table};
use who_gets_missed::scenario::MeasureChoices;
use who_gets_missed::scenario::gap::GapChoices;
use who_gets_missed::words::table::{choice, question, warning};

/// What comes of the bytes of a file with some answers, as `evaluate` goes about it.
fn read(bytes: &[u8], answers: &Answers) -> Result<ReadTable, String> {
    let table = Table::from_bytes(bytes).map_err(|error| error.to_string())?;
    let choices = GapChoices { reading: answers.clone(), ..GapChoices::default() };
    read_table(&table, &choices, |_| false).map_err(|error| error.to_string())
}

fn measured(rows: &RowsIn, choices: &MeasureChoices) -> Measured {
    Measured::new(rows, choices).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn close(what: &str, found: f64, expect: f64) {
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{what}: {found}, expected {expect}");
}

fn kinds(rows: &RowsIn) -> Vec<&'static str> {
    rows.reading.iter().flat_map(|reading| &reading.warnings).map(|warning| warning.kind()).collect()
}

/// The table asks what it must, and with the answers gives the numbers of its maker.
#[track_caller]
fn check(what: &str, made: &Made) {
    let mut answers = Answers::default();
    let mut open: Vec<(&str, String)> = made.asks.clone();
    let mut read_so_far = read(&made.bytes, &answers).unwrap_or_else(|error| panic!("{what}: {error}"));
    while let ReadTable::Asked(asked) = &read_so_far {
        for question_asked in asked {
            assert!(
                !question(question_asked, Purpose::Measured).is_empty() && question_asked.choices.len() > 1,
                "{what}"
            );
            assert!(question_asked.choices.iter().all(|of| !choice(question_asked, of).is_empty()), "{what}");
        }
        let place = open.iter().position(|(kind, _)| asked.iter().any(|question| question.kind() == *kind));
        let place = place.unwrap_or_else(|| panic!("{what} asks {asked:?}"));
        let (kind, answer) = open.remove(place);
        let key = AnswerKey::ALL.into_iter().find(|key| key.key() == kind).unwrap();
        assert!(answers.say(key, &answer));
        read_so_far = read(&made.bytes, &answers).unwrap_or_else(|error| panic!("{what}: {error}"));
    }
    assert_eq!(open, [], "{what} did not ask");
    let ReadTable::Rows(rows, choices) = read_so_far else { panic!("{what}") };
    let found = measured(&rows, &choices);
    assert_eq!(found.rows.len(), made.rows, "{what}, rows");
    close(&format!("{what}, most"), found.before.slope.most, made.most);
    close(&format!("{what}, least"), found.before.slope.least, made.least);
    close(&format!("{what}, mean"), found.before.concentration.mean, made.mean);
    assert_eq!(rows.has_people().then_some(found.people), made.people, "{what}, people");
    assert_eq!(found.has_limits(), made.has_limits, "{what}, limits");
    let told = kinds(&rows);
    for says in &made.says {
        assert!(told.contains(says), "{what} says {told:?}, not {says}");
    }
    for told in rows.reading.iter().flat_map(|reading| &reading.warnings) {
        let text = warning(told, Purpose::Measured);
        assert!(text.ends_with('.') && !text.contains("  "), "{text}");
    }
}

/// Traits that do not go together in one table.
fn can_be(shape: Shape) -> bool {
    let is_scored =
        matches!(shape.deprivation, Deprivation::Score | Deprivation::SnakeScore | Deprivation::RankBesideScore);
    // A comma between cells and before decimals, and numbers of rows over headings of two lines.
    let has_commas =
        shape.layout == Layout::DecimalComma && matches!(shape.value, Value::LimitsInOneCell | Value::Exponents);
    let has_sums = shape.more == More::SumRow && !is_scored;
    let unsigned = shape.written == Written::Utf16Unmarked && shape.layout == Layout::Pipe;
    !(has_commas || has_sums || unsigned)
}

#[test]
fn each_trait_alone_is_read_right_or_asked_about() {
    let all = Shape::each();
    assert!(all.len() > 70, "{}", all.len());
    for (shape, seed) in all.into_iter().zip(1..) {
        check(&format!("{shape:?} {seed}"), &make(shape, seed));
    }
}

#[test]
fn traits_at_random_are_read_right_or_asked_about() {
    let many: u64 = env::var("MANY_TABLES").ok().and_then(|many| many.parse().ok()).unwrap_or(400);
    let mut dice = Dice::new(2026);
    let (mut made, mut wrong) = (0, Vec::new());
    for seed in 0..many {
        let shape = Shape::random(&mut dice, 2 + (seed % 3) as usize);
        if can_be(shape) {
            let what = format!("{shape:?} {seed}");
            // All that are wrong are told, not the first alone.
            if let Err(why) = catch_unwind(|| check(&what, &make(shape, seed))) {
                wrong.push(why.downcast_ref::<String>().cloned().unwrap_or(what));
            }
            made += 1;
        }
    }
    assert!(wrong.is_empty(), "{} of {made} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(made > many * 3 / 4, "{made}");
}

/// The numbers of a table that asks nothing.
fn numbers(bytes: &[u8]) -> [f64; 4] {
    let ReadTable::Rows(rows, choices) = read(bytes, &Answers::default()).unwrap() else { panic!("it asks") };
    let found = measured(&rows, &choices);
    [found.before.slope.most, found.before.slope.least, found.before.concentration.mean, found.people]
}

#[test]
fn the_order_of_rows_and_columns_a_title_a_separator_and_an_encoding_change_no_number() {
    let mut dice = Dice::new(7);
    let values = [Value::Plain, Value::Percent, Value::Limits, Value::Eligible, Value::LifeExpectancy, Value::Smr];
    for seed in 0..60 {
        let shape = Shape { value: values[dice.below(values.len())], ..Shape::USUAL };
        let bytes = make(shape, seed).bytes;
        let expect = numbers(&bytes);
        let text = String::from_utf8(bytes).unwrap();
        // No cell of these has a comma in it but the heading of the ratio.
        let text = text.replace("\"Deaths under 75, SMR\"", "Deaths under 75 SMR");
        let mut lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let mut order: Vec<usize> = (0..lines[0].len()).collect();
        dice.shuffle(&mut order);
        dice.shuffle(&mut lines[1..]);
        let sign = [",", ";", "\t", "|"][dice.below(4)];
        let lines: Vec<String> =
            lines.iter().map(|line| order.iter().map(|&at| line[at]).collect::<Vec<_>>().join(sign)).collect();
        let title = ["", "A title\n\n", "Extracted on 3 March 2026\n"][dice.below(3)];
        let text = format!("{title}{}\n", lines.join("\n"));
        let written = Written::ALL[dice.below(Written::ALL.len())];
        let text = if written == Written::Cr { text.replace('\n', "\r") } else { text };
        let found = numbers(&encode(&text, written));
        for (found, expect) in found.into_iter().zip(expect) {
            close(&format!("{text:?} {written:?}"), found, expect);
        }
    }
}

#[test]
fn a_sheet_is_read_as_its_text_is() {
    for seed in 0..20 {
        let bytes = make(Shape { layout: Layout::Title, ..Shape::USUAL }, seed).bytes;
        let text = String::from_utf8(bytes.clone()).unwrap();
        let cells: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let sheet = Table::from_rows(&cells).unwrap().read(&Answers::default()).unwrap();
        let file = Table::from_bytes(&bytes).unwrap().read(&Answers::default()).unwrap();
        assert_eq!((sheet.rows, sheet.warnings, sheet.separator), (file.rows, file.warnings, None));
    }
}

#[test]
fn what_is_kept_is_read_as_before() {
    let made = make(Shape { more: More::Sexes, deprivation: Deprivation::QuintileAlone, ..Shape::USUAL }, 3);
    let text = String::from_utf8(made.bytes.clone()).unwrap();
    let mut kept = KeptRows { text, ..KeptRows::default() };
    kept.answers.say(AnswerKey::Direction, "low");
    kept.answers.choose_part("Sex", "Persons");
    let again = KeptRows::from_text(&kept.to_text());
    assert_eq!(again.read(), kept.read());
    assert!(again.read().unwrap().questions.is_empty());
}

/// Numbers where the shared cases say them.
fn check_case(what: &str, rows: &RowsIn, choices: &MeasureChoices, expect: &Json) {
    let found = measured(rows, choices);
    let slope = found.before.slope;
    assert_eq!(expect["rows"], found.rows.len(), "{what}");
    for (key, found) in [
        ("most_deprived_end", slope.most),
        ("least_deprived_end", slope.least),
        ("sii", slope.most - slope.least),
        ("mean", found.before.concentration.mean),
    ] {
        close(&format!("{what}, {key}"), found, expect[key].as_f64().unwrap());
    }
    match expect["rii"].as_f64() {
        Some(rii) => close(&format!("{what}, rii"), slope.most / slope.least, rii),
        None => assert_eq!(slope.rii, None, "{what}"),
    }
    assert_eq!(expect["people"].as_f64(), rows.has_people().then_some(found.people), "{what}");
    if let Some(name) = expect["most_deprived_row"].as_str() {
        assert_eq!(found.rows[0].name, name, "{what}");
    }
    if let Some(says) = expect["says"].as_str() {
        let kind = match says {
            "all rows count alike" => "unweighted",
            "left out" => "left-out",
            "lines left out" => "layout",
            says => says,
        };
        assert!(kinds(rows).contains(&kind), "{what} says {:?}", kinds(rows));
    }
    let reading = rows.reading.as_deref().unwrap();
    for (key, role) in [("value_column", "value"), ("people_column", "people"), ("events_column", "events")] {
        if let Some(heading) = expect[key].as_str() {
            let used = reading.uses.iter().find(|used| used.role.key() == role).map(|used| used.heading.as_str());
            assert_eq!(used, Some(heading), "{what}, {key}");
        }
    }
    if let Some(more) = expect["more_is"].as_str() {
        assert_eq!(choices.polarity.key(), more, "{what}");
    }
    if let Some(lower) = expect["first_lower"].as_f64() {
        assert_eq!(rows.units[0].limits.map(|limits| limits.lower), Some(lower), "{what}");
    }
}

#[test]
fn the_shared_cases_come_out_as_they_must() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/cases/tables");
    let Ok(expected) = fs::read_to_string(format!("{folder}/expected.json")) else {
        println!("skipped: no shared cases at {folder}");
        return;
    };
    let expected: Json = serde_json::from_str(&expected).unwrap();
    for case in expected.as_array().unwrap() {
        let name = case["file"].as_str().unwrap();
        let bytes = fs::read(format!("{folder}/{name}")).unwrap();
        let expect = &case["expect"];
        match (
            read(&bytes, &Answers::default()).unwrap_or_else(|error| panic!("{name}: {error}")),
            expect["asks"].as_str(),
        ) {
            (ReadTable::Rows(rows, choices), None) => check_case(name, &rows, &choices, expect),
            (ReadTable::Asked(asked), Some(kind)) => {
                assert_eq!(asked[0].kind(), kind, "{name}");
                for (answer, expect) in expect["then"].as_object().unwrap() {
                    let chosen = asked[0].choices.iter().find(|of| choice(&asked[0], of) == *answer);
                    let mut answers = Answers::default();
                    answers.set(asked[0].key, Some(chosen.unwrap().answer.clone()));
                    let ReadTable::Rows(rows, choices) = read(&bytes, &answers).unwrap() else {
                        panic!("{name} asks on")
                    };
                    check_case(name, &rows, &choices, expect);
                }
            }
            (ReadTable::Asked(asked), None) => panic!("{name} asks {asked:?}"),
            (ReadTable::Rows(..), Some(kind)) => panic!("{name} does not ask {kind}"),
        }
    }
}

#[test]
fn the_projects_own_tables_are_read_as_they_are() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
    let deaths = format!("{folder}/mortality/msoa11_CambsPboro_preventableU75_SMR_imd2019.csv");
    let schools = format!("{folder}/schools/spc_school_level_202223_Cambs_Pboro.csv");
    let (Ok(deaths), Ok(schools)) = (fs::read(deaths), fs::read(schools)) else {
        println!("skipped: no files at {folder}");
        return;
    };
    let taken = |bytes: &[u8]| match read(bytes, &Answers::default()).unwrap() {
        ReadTable::Rows(rows, choices) => measured(&rows, &choices),
        ReadTable::Asked(asked) => panic!("{asked:?}"),
    };
    // Worked out in numpy from the same file.
    let deaths = taken(&deaths);
    assert!((deaths.before.slope.sii - 94.5).abs() < 0.05 && (deaths.before.slope.rii.unwrap() - 3.23).abs() < 0.005);
    // The fifth of schools with the highest share of eligible pupils, cut through a school and in whole schools.
    let schools = taken(&schools);
    assert_eq!((schools.rows.len(), schools.left_out), (349, 38));
    let [cut, whole] = [69.8, 70.0].map(|count| schools.held(count).unwrap());
    assert!((cut.events - 0.306).abs() < 0.0005 && (whole.events - 0.309).abs() < 0.0005, "{cut:?} {whole:?}");
    assert!((cut.people - 0.167).abs() < 0.0005, "{cut:?}");
}

/// Bytes at random, and tables with bytes changed, taken out and doubled, are read or refused, and never break anything.
#[test]
fn random_bytes_are_read_or_refused() {
    let number = |name: &str| env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let many = number("MANY_BYTES").unwrap_or(20_000);
    let seed = number("MANY_BYTES_SEED").unwrap_or(99);
    let mut dice = Dice::new(seed);
    let signs: Vec<char> = "0123456789,;\t|\n\r\"%.-−<[]()aqQdD=e EmostleadpriIMD'£\u{feff}\u{a0}é".chars().collect();
    for turn in 0..many {
        let bytes: Vec<u8> = match turn % 4 {
            0 => (0..dice.below(120)).map(|_| dice.below(256) as u8).collect(),
            1 => (0..dice.below(200)).map(|_| signs[dice.below(signs.len())]).collect::<String>().into_bytes(),
            _ => {
                let mut bytes = make(Shape::random(&mut dice, 3), turn % 50).bytes;
                for _ in 0..=dice.below(6) {
                    let at = dice.below(bytes.len().max(1));
                    match dice.below(3) {
                        0 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
                        1 => bytes.truncate(at),
                        _ => bytes.splice(at..at, bytes.clone().into_iter().take(20)).for_each(drop),
                    }
                }
                bytes
            }
        };
        let mut answers = Answers::default();
        if turn % 3 == 0 {
            answers.say(
                AnswerKey::ALL[dice.below(AnswerKey::COUNT)],
                ["#1", "high", "none", "comma", "a:b|c", "2"][dice.below(6)],
            );
        }
        let is_quick = || {
            let begun = Instant::now();
            if let Ok(ReadTable::Rows(rows, choices)) = read(&bytes, &answers)
                && let Ok(found) = Measured::new(&rows, &choices)
            {
                assert!(found.before.slope.sii.is_finite(), "seed {seed}, turn {turn}");
            }
            begun.elapsed() < Duration::from_secs(1)
        };
        // A machine with other things to do may make it wait once.
        assert!((0..5).any(|_| is_quick()), "seed {seed}, turn {turn} takes more than a second");
    }
}
