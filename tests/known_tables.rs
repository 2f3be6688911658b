//! Tables that are known at once, by the headings that they really have; the rows are made up.
//!
//! Headings: SIMD 2020v2 (Scottish Government, indicators and lookup), WIMD 2019 (Welsh Government, ranks), NIMDM 2017 (NISRA,
//! results by Super Output Area), Fingertips downloads (Department of Health and Social Care), results of phe_rate,
//! phe_proportion, phe_dsr and calculate_ISRatio (R package PHEindicatormethods), as public repositories that read them name them.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use who_gets_missed::data::table::{AnswerKey, Answers, Direction, Kind, Reading, Role, Table};
use who_gets_missed::results::gap_measures::{Measured, RowsIn};
use who_gets_missed::scenario::MeasureChoices;

/// A table of twenty rows; a cell by its row, from the most (0) to the least deprived (19).
fn made(headings: &[&str], cell: impl Fn(usize, &str) -> String) -> String {
    let quoted = |text: &str| match text.contains([',', '\n', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let mut text = headings.iter().map(|heading| quoted(heading)).collect::<Vec<_>>().join(",");
    for row in 0..20 {
        // As published: by code, not by deprivation.
        let row = row * 7 % 20;
        text += "\n";
        text += &headings.iter().map(|heading| quoted(&cell(row, heading))).collect::<Vec<_>>().join(",");
    }
    text + "\n"
}

fn read(text: &str, said: &[(AnswerKey, &str)]) -> Reading {
    let mut answers = Answers::default();
    for (key, answer) in said {
        assert!(answers.say(*key, answer));
    }
    Table::from_text(text).unwrap().read(&answers).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn check(reading: &Reading, kind: Kind, direction: Direction, columns: &[(Role, &str)]) {
    assert_eq!(reading.kind, Some(kind));
    assert!(reading.questions.is_empty(), "{:?}", reading.questions);
    assert_eq!(reading.rows.direction, Some(direction));
    for (role, heading) in columns {
        assert_eq!(reading.heading_of(*role), Some(*heading), "{role:?} of {:?}", reading.uses);
    }
    let choices = MeasureChoices::default().for_rows(&reading.rows);
    let measured = Measured::new(&RowsIn::own(reading.clone()), &choices).unwrap();
    // The deprived have more of what is counted in every table here.
    assert!(measured.before.slope.most > measured.before.slope.least, "{:?}", measured.before.slope);
}

/// A value that falls from the most to the least deprived.
fn falling(row: usize, most: f64, step: f64) -> f64 {
    most - step * row as f64 + [0.0, 0.3, -0.2][row % 3] * step
}

#[test]
fn simd_2020v2_with_its_indicators() {
    let headings = [
        "Data_Zone",
        "Intermediate_Zone",
        "Council_area",
        "Total_population",
        "Working_age_population",
        "SIMD2020v2_Rank",
        "SIMD_2020v2_Percentile",
        "SIMD2020v2_Vigintile",
        "SIMD2020v2_Decile",
        "SIMD2020v2_Quintile",
        "SIMD2020v2_Income_Domain_Rank",
        "SIMD2020_Employment_Domain_Rank",
        "SIMD2020_Health_Domain_Rank",
        "SIMD2020_Education_Domain_Rank",
        "SIMD2020_Access_Domain_Rank",
        "SIMD2020_Crime_Domain_Rank",
        "SIMD2020_Housing_Domain_Rank",
        "income_rate",
        "income_count",
        "employment_rate",
        "employment_count",
    ];
    let text = made(&headings, |row, heading| match heading {
        "Data_Zone" => format!("S010065{:02}", row + 10),
        "Intermediate_Zone" => format!("Zone {}", row / 4),
        "Council_area" => "Aberdeen City".to_owned(),
        "Total_population" => (700 + 13 * row).to_string(),
        "Working_age_population" => (400 + 11 * row).to_string(),
        "SIMD2020v2_Rank" => (100 + 340 * row).to_string(),
        "SIMD_2020v2_Percentile" => (2 + 5 * row).to_string(),
        "SIMD2020v2_Vigintile" => (1 + row).to_string(),
        "SIMD2020v2_Decile" => (1 + row / 2).to_string(),
        "SIMD2020v2_Quintile" => (1 + row / 4).to_string(),
        "income_rate" => format!("{:.0}%", falling(row, 30.0, 1.4)),
        "income_count" => format!("{:.0}", falling(row, 220.0, 9.0)),
        "employment_rate" => format!("{:.0}%", falling(row, 25.0, 1.2)),
        "employment_count" => format!("{:.0}", falling(row, 110.0, 4.0)),
        _ => (50 + 331 * ((row + heading.len()) % 20)).to_string(),
    });
    let reading = read(&text, &[]);
    let columns =
        [(Role::Deprivation, "SIMD2020v2_Rank"), (Role::People, "Total_population"), (Role::Value, "income_rate")];
    check(&reading, Kind::Simd, Direction::Low, &columns);
}

#[test]
fn wimd_2019_with_a_rate_beside_it() {
    let headings = [
        "LSOA code",
        "LSOA name (Eng)",
        "Local Authority name (Eng)",
        "WIMD 2019 overall rank",
        "WIMD 2019 overall decile",
        "WIMD 2019 overall quintile",
        "WIMD 2019 overall quartile",
        "Population",
        "Emergency admissions, rate per 1,000",
    ];
    let text = made(&headings, |row, heading| match heading {
        "LSOA code" => format!("W010000{:02}", row + 10),
        "LSOA name (Eng)" => format!("Place {}", row + 1),
        "Local Authority name (Eng)" => "Isle of Anglesey".to_owned(),
        "WIMD 2019 overall rank" => (40 + 90 * row).to_string(),
        "WIMD 2019 overall decile" => (1 + row / 2).to_string(),
        "WIMD 2019 overall quintile" => (1 + row / 4).to_string(),
        "WIMD 2019 overall quartile" => (1 + row / 5).to_string(),
        "Population" => (1500 + 17 * row).to_string(),
        _ => format!("{:.1}", falling(row, 120.0, 3.0)),
    });
    let reading = read(&text, &[]);
    let columns = [
        (Role::Deprivation, "WIMD 2019 overall rank"),
        (Role::People, "Population"),
        (Role::Value, "Emergency admissions, rate per 1,000"),
    ];
    check(&reading, Kind::Wimd, Direction::Low, &columns);
}

#[test]
fn nimdm_2017_with_a_rate_beside_it() {
    let headings = [
        "LGD2014NAME",
        "2015 Default Urban/Rural ",
        "SOA2001",
        "SOA2001_name",
        "Multiple Deprivation Measure Rank \n(where 1 is most deprived)",
        "Income Domain Rank \n(where 1 is most deprived)",
        "Employment Domain Rank (where 1 is most deprived)",
        "Health Deprivation and Disability Domain Rank (where 1 is most deprived)",
        "Population",
        "Value",
    ];
    let text = made(&headings, |row, heading| match heading {
        "LGD2014NAME" => "Antrim and Newtownabbey".to_owned(),
        "2015 Default Urban/Rural " => ["Urban", "Rural"][row % 2].to_owned(),
        "SOA2001" => format!("95AA{:02}S1", row + 1),
        "SOA2001_name" => format!("Place {}", row + 1),
        "Population" => (1500 + 17 * row).to_string(),
        "Value" => format!("{:.1}", falling(row, 60.0, 2.0)),
        _ if heading.starts_with("Multiple") => (10 + 44 * row).to_string(),
        _ => (10 + 43 * ((row * 3 + heading.len()) % 20)).to_string(),
    });
    let reading = read(&text, &[]);
    let columns = [(Role::People, "Population"), (Role::Value, "Value"), (Role::Name, "SOA2001_name")];
    check(&reading, Kind::Nimdm, Direction::Low, &columns);
    assert!(reading.heading_of(Role::Deprivation).unwrap().starts_with("Multiple Deprivation Measure Rank"));
}

const FINGERTIPS: [&str; 26] = [
    "Indicator ID",
    "Indicator Name",
    "Parent Code",
    "Parent Name",
    "Area Code",
    "Area Name",
    "Area Type",
    "Sex",
    "Age",
    "Category Type",
    "Category",
    "Time period",
    "Value",
    "Lower CI 95.0 limit",
    "Upper CI 95.0 limit",
    "Lower CI 99.8 limit",
    "Upper CI 99.8 limit",
    "Count",
    "Denominator",
    "Value note",
    "Recent Trend",
    "Compared to England value or percentiles",
    "Compared to percentiles",
    "Time period Sortable",
    "New data",
    "Compared to goal",
];

/// The headings of downloads of other years: each of these instead of the one beside it, and one more at the end.
const FINGERTIPS_OF_OTHER_YEARS: [&[(&str, &str)]; 4] = [
    &[
        ("Compared to percentiles", "Compared to subnational parent value or percentiles"),
        ("Compared to goal", "Compared to Target"),
    ],
    &[
        ("Compared to percentiles", "Compared to Counties & UAs (from Apr 2021) value or percentiles"),
        ("", "Time period range"),
    ],
    &[("Sex", "Gender"), ("", "Time period range")],
    // As the R package fingertipsR renames them.
    &[
        ("Indicator ID", "IndicatorID"),
        ("Indicator Name", "IndicatorName"),
        ("Area Code", "AreaCode"),
        ("Area Name", "AreaName"),
        ("Area Type", "AreaType"),
        ("Category Type", "CategoryType"),
        ("Time period", "Timeperiod"),
        ("Lower CI 95.0 limit", "LowerCI95.0limit"),
        ("Upper CI 95.0 limit", "UpperCI95.0limit"),
        ("Lower CI 99.8 limit", "LowerCI99.8limit"),
        ("Upper CI 99.8 limit", "UpperCI99.8limit"),
        ("Time period Sortable", "TimeperiodSortable"),
    ],
];

/// A download with deciles of England as categories, for each sex and period.
fn fingertips() -> String {
    let deciles = [
        "Most deprived decile",
        "Second most deprived decile",
        "Third more deprived decile",
        "Fourth more deprived decile",
        "Fifth more deprived decile",
        "Fifth less deprived decile",
        "Fourth less deprived decile",
        "Third less deprived decile",
        "Second least deprived decile",
        "Least deprived decile",
    ];
    let mut text = FINGERTIPS.join(",");
    for (period, sortable, edition) in [("2015 - 17", "20150000", "IMD2015"), ("2018 - 20", "20180000", "IMD2019")] {
        for sex in ["Male", "Female"] {
            for (at, decile) in (0_u32..).zip(deciles) {
                let value = 150.0 - 9.0 * f64::from(at) + if sex == "Male" { 20.0 } else { 0.0 };
                let cells: Vec<String> = FINGERTIPS
                    .iter()
                    .map(|heading| match *heading {
                        "Indicator ID" => "108".to_owned(),
                        "Indicator Name" => "Under 75 mortality rate from all causes".to_owned(),
                        "Area Code" => "E92000001".to_owned(),
                        "Area Name" | "Area Type" => "England".to_owned(),
                        "Sex" => sex.to_owned(),
                        "Age" => "<75 yrs".to_owned(),
                        "Category Type" => format!("LSOA21 deprivation deciles within area ({edition} trend)"),
                        "Category" => decile.to_owned(),
                        "Time period" => period.to_owned(),
                        "Value" => format!("{value:.3}"),
                        "Lower CI 95.0 limit" => format!("{:.3}", value - 4.0),
                        "Upper CI 95.0 limit" => format!("{:.3}", value + 4.0),
                        "Lower CI 99.8 limit" => format!("{:.3}", value - 6.0),
                        "Upper CI 99.8 limit" => format!("{:.3}", value + 6.0),
                        "Count" => (4000 - 100 * at).to_string(),
                        "Denominator" => (2_600_000 + 10_000 * at).to_string(),
                        "Time period Sortable" => sortable.to_owned(),
                        _ => String::new(),
                    })
                    .collect();
                text += "\n";
                text += &cells.join(",");
            }
        }
    }
    text + "\n"
}

#[test]
fn a_fingertips_download_asks_for_period_and_sex_and_takes_its_95_limits() {
    let open = read(&fingertips(), &[]);
    let asked: Vec<&str> = open.questions.iter().filter_map(|of| of.column.as_deref()).collect();
    assert!(asked.contains(&"Sex") && !asked.contains(&"Category"), "{asked:?}");
    let said = [(AnswerKey::Filter, "Sex:Male"), (AnswerKey::Filter, "Time period:2018 - 20")];
    let reading = read(&fingertips(), &said);
    let columns = [
        (Role::Deprivation, "Category"),
        (Role::Value, "Value"),
        (Role::Lower, "Lower CI 95.0 limit"),
        (Role::Upper, "Upper CI 95.0 limit"),
    ];
    check(&reading, Kind::Fingertips, Direction::Low, &columns);
    assert_eq!(reading.rows.units.len(), 10);
    // One result for each period, with the editions by which they are ranked.
    let reading = read(&fingertips(), &[(AnswerKey::Filter, "Sex:Male"), (AnswerKey::By, "Time period")]);
    assert!(reading.questions.is_empty(), "{:?}", reading.questions);
    let by = reading.by.unwrap();
    let editions: Vec<&[String]> = by.groups.iter().map(|group| group.editions.as_slice()).collect();
    assert_eq!((editions, by.are_periods), (vec![&["IMD 2015".to_owned()][..], &["IMD 2019".to_owned()]], true));
}

#[test]
fn fingertips_downloads_of_every_year_are_read_alike() {
    let usual = fingertips();
    let (first, rows) = usual.split_once('\n').unwrap();
    let said = |sex: &'static str, period: &'static str| [(AnswerKey::Filter, sex), (AnswerKey::Filter, period)];
    let expected = read(&usual, &said("Sex:Male", "Time period:2018 - 20"));
    for renamed in FINGERTIPS_OF_OTHER_YEARS {
        let name = |heading: &str| renamed.iter().find(|(usual, _)| *usual == heading).map(|(_, other)| *other);
        let mut headings: Vec<&str> = first.split(',').map(|heading| name(heading).unwrap_or(heading)).collect();
        let mut body = rows.to_owned();
        if let Some(further) = name("") {
            headings.push(further);
            body = rows.lines().map(|row| format!("{row},3y\n")).collect();
        }
        let text = format!("{}\n{body}", headings.join(","));
        let sex = if name("Sex").is_some() { "Gender:Male" } else { "Sex:Male" };
        let period = if name("Time period").is_some() { "Timeperiod:2018 - 20" } else { "Time period:2018 - 20" };
        let reading = read(&text, &said(sex, period));
        let lower = name("Lower CI 95.0 limit").unwrap_or("Lower CI 95.0 limit");
        check(&reading, Kind::Fingertips, Direction::Low, &[(Role::Value, "Value"), (Role::Lower, lower)]);
        assert_eq!(reading.rows.units, expected.rows.units, "{headings:?}");
    }
}

/// Quintiles with what a function of PHEindicatormethods adds to them.
fn phe(added: &[&str], cell: impl Fn(u32, &str) -> String) -> String {
    let mut text = format!("quintile,{}", added.join(","));
    for quintile in 1..=5_u32 {
        let cells: Vec<String> = added.iter().map(|heading| cell(quintile, heading)).collect();
        text += &format!("\n{quintile},{}", cells.join(","));
    }
    text + "\n"
}

#[test]
fn results_of_phe_indicator_methods() {
    let value = |quintile: u32| 500.0 - 60.0 * f64::from(quintile);
    let cell = |quintile: u32, heading: &str| match heading {
        "total_count" | "x" | "observed" => (900 - 100 * quintile).to_string(),
        "total_pop" | "n" => (200_000 + 1000 * quintile).to_string(),
        "expected" => "500.5".to_owned(),
        "value" => value(quintile).to_string(),
        "lowercl" | "lower95_0cl" => (value(quintile) - 20.0).to_string(),
        "uppercl" | "upper95_0cl" => (value(quintile) + 20.0).to_string(),
        "lower99_8cl" => (value(quintile) - 40.0).to_string(),
        "upper99_8cl" => (value(quintile) + 40.0).to_string(),
        "confidence" => "95%".to_owned(),
        "statistic" => "dsr per 100000".to_owned(),
        "method" => "Dobson".to_owned(),
        _ => String::new(),
    };
    let usual = ["value", "lowercl", "uppercl", "confidence", "statistic", "method"];
    let both =
        ["value", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl", "confidence", "statistic", "method"];
    for (counts, further, people) in [
        (&["total_count", "total_pop"][..], &usual[..], Some("total_pop")),
        (&["x", "n"], &usual, Some("n")),
        (&["observed", "expected"], &usual, None),
        (&["total_count", "total_pop"], &both, Some("total_pop")),
    ] {
        let added = [counts, further].concat();
        let text = phe(&added, cell);
        let open = read(&text, &[]);
        assert_eq!(open.kind, Some(Kind::PheIndicatorMethods), "{text}");
        // Nothing says which quintile is deprived.
        assert_eq!(open.questions.iter().map(|of| of.kind()).collect::<Vec<_>>(), ["direction"], "{text}");
        let reading = read(&text, &[(AnswerKey::Direction, "low")]);
        let lower = further.iter().find(|heading| heading.starts_with("lower")).unwrap();
        check(&reading, Kind::PheIndicatorMethods, Direction::Low, &[(Role::Value, "value"), (Role::Lower, lower)]);
        let found = reading.heading_of(Role::People).or(reading.heading_of(Role::Denominator));
        assert_eq!(found, people, "{text}");
    }
}
