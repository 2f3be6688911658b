//! Tables in the shapes in which people who do this work keep theirs: each is read right, or asks the right thing. What a
//! column is, is told by its words and its numbers together.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use who_gets_missed::data::table::{AnswerKey, Answers, Reading, Role, Table, TableError};

/// Eight areas from the most to the least deprived: a name, a score, people, a rate and a number of cases.
const AREAS: [(&str, f64, u32, f64, u32); 8] = [
    ("Ashford Vale", 55.3, 4317, 164.7, 711),
    ("Brook End", 47.5, 8635, 157.1, 1357),
    ("Castle Mount", 40.9, 7376, 138.4, 1021),
    ("Dunmere", 33.7, 2210, 129.0, 285),
    ("Easter Field", 25.2, 5120, 121.5, 622),
    ("Fenwick Row", 18.6, 6034, 101.9, 615),
    ("Gorse Hill", 12.4, 3901, 96.2, 375),
    ("Hartwell", 8.1, 9120, 83.8, 764),
];

/// A table of the areas: headings, and the cells of each by its place.
fn areas(headings: &str, cells: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..AREAS.len()).map(|at| format!("{},{}\n", AREAS[at].0, cells(at))).collect();
    format!("{headings}\n{}", rows.concat())
}

fn try_read(text: &str, said: &[(AnswerKey, &str)]) -> Result<Reading, TableError> {
    let mut answers = Answers::default();
    for (key, answer) in said {
        assert!(answers.say(*key, answer));
    }
    Table::from_text(text)?.read(&answers)
}

#[track_caller]
fn read(text: &str) -> Reading {
    let reading = try_read(text, &[]).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(reading.questions.is_empty(), "{:?}\n{text}", reading.questions);
    reading
}

/// The headings in use, those that are asked for left out.
#[track_caller]
fn check(text: &str, columns: &[(Role, &str)]) -> Reading {
    let reading = read(text);
    for (role, heading) in columns {
        assert_eq!(reading.heading_of(*role), Some(*heading), "{role:?} of {:?}\n{text}", reading.uses);
    }
    reading
}

fn says(reading: &Reading, kind: &str) -> bool {
    reading.warnings.iter().any(|warning| warning.kind() == kind)
}

/// What a table asks first.
fn asks(text: &str, said: &[(AnswerKey, &str)]) -> Vec<&'static str> {
    let reading = try_read(text, said).unwrap_or_else(|error| panic!("{error}\n{text}"));
    reading.questions.iter().map(|question| question.kind()).collect()
}

#[test]
fn people_have_many_names() {
    for name in [
        "Mid-year population",
        "Base (number of responses)",
        "Unweighted base",
        "Sample size",
        "Respondents",
        "Number of respondents",
        "Number measured",
        "List",
        "Electorate",
        "Dwellings",
        "Cohort",
        "Children examined",
    ] {
        let text = areas(&format!("Ward,IMD score,{name},Rate"), |at| {
            let (_, score, people, rate, _) = AREAS[at];
            format!("{score},{people},{rate}")
        });
        let reading = read(&text);
        let found = reading.heading_of(Role::People).or(reading.heading_of(Role::Denominator));
        assert_eq!(found, Some(name), "{:?}", reading.uses);
        assert_eq!(reading.heading_of(Role::Value), Some("Rate"));
    }
}

#[test]
fn people_are_known_by_the_ratio_that_the_value_is() {
    let percent = |at: usize| (1000.0 * f64::from(AREAS[at].4) / f64::from(AREAS[at].2)).round() / 10.0;
    for headings in ["Area,IMD score,n,N,%", "Area,IMD score,Yes,Asked,Percentage", "Area,IMD score,A,B,pct"] {
        let text = areas(headings, |at| format!("{},{},{},{}", AREAS[at].1, AREAS[at].4, AREAS[at].2, percent(at)));
        let people = headings.split(',').nth(3).unwrap();
        let value = headings.split(',').nth(4).unwrap();
        check(&text, &[(Role::People, people), (Role::Value, value)]);
    }
    // Of two with the same word the larger; those of two years are asked.
    let text = areas("LSOA,IMD score,Households,Households with heating,Rate", |at| {
        format!("{},{},{},{}", AREAS[at].1, AREAS[at].2, AREAS[at].4, AREAS[at].3)
    });
    check(&text, &[(Role::People, "Households")]);
    let years = areas("Ward,IMD score,Rate,Population 2021,Population 2022", |at| {
        let (_, score, people, rate, _) = AREAS[at];
        format!("{score},{rate},{people},{}", people + 9)
    });
    assert_eq!(asks(&years, &[]), ["people"]);
}

#[test]
fn all_people_are_the_weight_and_not_a_part_of_them() {
    let text = areas("Ward,IMD score,Male population,Respondents,Rate", |at| {
        let (_, score, people, rate, _) = AREAS[at];
        format!("{score},{},{people},{rate}", people / 2)
    });
    let reading = check(&text, &[(Role::Denominator, "Respondents")]);
    assert_eq!(reading.heading_of(Role::People), None);
    let total = areas("Ward,IMD score,Smokers,Non-smokers,Total", |at| {
        let (_, score, people, _, cases) = AREAS[at];
        format!("{score},{cases},{},{people}", people - cases)
    });
    check(&total, &[(Role::Events, "Smokers"), (Role::Denominator, "Total")]);
    let parts = areas("Ward,IMD score,Fuel poor,Others,Homes", |at| {
        let (_, score, people, _, cases) = AREAS[at];
        format!("{score},{cases},{},{people}", people - cases)
    });
    check(&parts, &[(Role::Events, "Fuel poor"), (Role::Denominator, "Homes")]);
}

#[test]
fn a_number_that_counts_people_is_no_value() {
    for name in ["Persistent absentees", "Referrals", "Late starters"] {
        let text = areas(&format!("School,IDACI score,Pupils on roll,{name}"), |at| {
            let (_, score, people, _, cases) = AREAS[at];
            format!("{score},{people},{cases}")
        });
        let reading = check(&text, &[(Role::Events, name), (Role::People, "Pupils on roll")]);
        assert!(says(&reading, "unit"));
    }
    // One that does not go with people is a rate, and told.
    let rate =
        areas("Ward,IMD score,Population,Asthma", |at| format!("{},{},{:.0}", AREAS[at].1, AREAS[at].2, AREAS[at].3));
    assert!(says(&check(&rate, &[(Role::Value, "Asthma")]), "unit"));
    // Up to 100 it may be per cent as well: taken as it is, and told.
    let few = areas("Ward,IMD score,Population,Pharmacies", |at| format!("{},{},{}", AREAS[at].1, AREAS[at].2, at % 4));
    assert!(says(&check(&few, &[(Role::Value, "Pharmacies")]), "unit"));
    // A ratio is no number of admissions, whatever it is of.
    let ratio = areas("MSOA,IMD score,Population,\"Emergency admissions, all ages, SAR\",LL,UL", |at| {
        let (_, score, people, rate, _) = AREAS[at];
        format!("{score},{people},{rate},{},{}", rate - 9.0, rate + 9.0)
    });
    assert!(check(&ratio, &[(Role::Value, "Emergency admissions, all ages, SAR")]).has_limits);
}

#[test]
fn codes_of_sexes_and_years_are_no_values() {
    let mut text = "Sex,GeoCode,Decile,Population,LifeExp,LowerCI,UpperCI\n".to_owned();
    for sex in [1, 2] {
        for decile in 1..=10 {
            let life = 73.0 + f64::from(decile) + f64::from(sex);
            text += &format!("{sex},E06000001,{decile},{},{life},{},{}\n", 2000 + decile, life - 0.3, life + 0.3);
        }
    }
    assert_eq!(asks(&text, &[]), ["filter", "direction"]);
    let said = [(AnswerKey::Filter, "Sex:1"), (AnswerKey::Direction, "low")];
    let reading = try_read(&text, &said).unwrap();
    assert_eq!(reading.heading_of(Role::Value), Some("LifeExp"));
    assert_eq!(reading.heading_of(Role::Expected), None);
    assert!(reading.has_limits && reading.questions.is_empty() && reading.meant == 10);
    // Numbers of people may lie among years.
    let small = areas("Ward,IMD score,Population,Admissions rate", |at| {
        format!("{},{},{}", AREAS[at].1, 1990 + at, 2031 - 3 * at)
    });
    check(&small, &[(Role::People, "Population"), (Role::Value, "Admissions rate")]);
    // A year in a heading is not a year in its cells.
    let year = areas("Ward,IMD score,Mid-year population,Year 6 obesity prevalence", |at| {
        let (_, score, people, rate, _) = AREAS[at];
        format!("{score},{people},{rate}")
    });
    check(&year, &[(Role::People, "Mid-year population"), (Role::Value, "Year 6 obesity prevalence")]);
}

#[test]
fn a_score_of_something_else_is_no_deprivation() {
    for (headings, cell) in [
        ("School,Number on roll,% FSM6,Attainment 8 score", "41.5"),
        ("School,Number on roll,% FSM6,Rank of attendance", "3"),
    ] {
        let text = areas(headings, |at| format!("{},{}%,{cell}", AREAS[at].2, AREAS[at].1));
        assert_eq!(try_read(&text, &[]).unwrap_err(), TableError::NoColumn(Role::Deprivation), "{headings}");
    }
    for heading in
        ["Score", "Rank", "National rank", "Average score", "IDACI", "Ward rank 2019", "Weighted average score"]
    {
        let text = areas(&format!("Ward,{heading},Population,Rate"), |at| {
            let (_, score, people, rate, _) = AREAS[at];
            format!("{score},{people},{rate}")
        });
        assert_eq!(read(&text).heading_of(Role::Deprivation), Some(heading));
    }
    for heading in ["Affluence score", "NHSE_reversed_imd_quintile"] {
        let text = areas(&format!("Ward,{heading},Population,Rate"), |at| {
            let (_, _, people, rate, _) = AREAS[at];
            format!("{},{people},{rate}", at / 2 + 1)
        });
        let said = [(AnswerKey::Column(Role::Deprivation), heading)];
        assert_eq!(asks(&text, &said), ["direction"], "{heading}");
    }
}

/// Groups in words, from the most deprived as given, come to that order.
#[track_caller]
fn check_groups(heading: &str, groups: &[&str]) -> Reading {
    for turn in [false, true] {
        let mut rows: Vec<String> =
            groups.iter().enumerate().map(|(at, group)| format!("{group},{},{}\n", 1000 + at, 90 - 4 * at)).collect();
        if turn {
            rows.reverse();
        }
        let text = format!("{heading},Population,Rate per 1000\n{}", rows.concat());
        let reading = read(&text);
        let mut units: Vec<(f64, f64)> =
            reading.rows.units.iter().map(|unit| (unit.deprivation.unwrap(), unit.value.unwrap())).collect();
        units.sort_by(|a, b| a.0.total_cmp(&b.0));
        if reading.direction_by.is_some() && reading.most_deprived.as_ref().unwrap().deprivation > units[0].0 {
            units.reverse();
        }
        let found: Vec<f64> = units.iter().map(|unit| unit.1).collect();
        let expect: Vec<f64> = (0..groups.len()).map(|at| 90.0 - 4.0 * at as f64).collect();
        assert_eq!(found, expect, "{text}");
        let all: std::collections::HashSet<u64> = units.iter().map(|unit| unit.0.to_bits()).collect();
        assert_eq!(all.len(), groups.len(), "{text}");
    }
    read(&format!(
        "{heading},Population,Rate per 1000\n{}",
        groups.iter().enumerate().map(|(at, group)| format!("{group},1000,{}\n", 90 - at)).collect::<String>()
    ))
}

#[test]
fn groups_are_read_in_the_words_that_tables_have() {
    let group = "Deprivation group";
    check_groups(
        group,
        &[
            "10% most deprived",
            "10-20% most deprived",
            "20-30% most deprived",
            "30-50% most deprived",
            "50% least deprived",
        ],
    );
    check_groups("IDACI decile", &["0-10% (most deprived)", "10-20%", "20-30%", "30-40%", "90-100% (least deprived)"]);
    check_groups(group, &["80-100% (most deprived)", "60-80%", "40-60%", "20-40%", "0-20% (least deprived)"]);
    check_groups(group, &["Most deprived 20%", "20-40% most deprived", "40-60%", "60-80%", "Least deprived 20%"]);
    check_groups(
        group,
        &["0 to 20% most deprived", "20 to 40% most deprived", "20 to 40% least deprived", "0 to 20% least deprived"],
    );
    check_groups(group, &["Most deprived", "More deprived", "Average", "Less deprived", "Least deprived"]);
    check_groups(group, &["Most deprived", "Q2", "Q3", "Q4", "Most affluent"]);
    check_groups("Deprivation level", &["High", "Medium", "Low"]);
    check_groups("Deprivation", &["Very high", "High", "Moderate", "Low", "Very low"]);
    check_groups("Deprivation", &["Deprived", "Not deprived"]);
    check_groups("Core20", &["20% most deprived", "Other"]);
    check_groups("Population group", &["Core20", "Non-Core20"]);
    check_groups("Quintile", &["Q5 Most deprived", "Q4", "Q3", "Q2", "Q1 Least deprived"]);
    // Numbers between two ends are counted from either; the order of the rows says from which.
    check_groups(group, &["Most deprived", "2", "3", "4", "Least deprived"]);
    check_groups(group, &["Most deprived", "4", "3", "2", "Least deprived"]);
    check_groups(group, &["Most deprived", "2", "Middle", "4", "Least deprived"]);
    check_groups(group, &["A (most deprived)", "B", "C", "D", "E (least deprived)"]);
    check_groups(group, &["E: most deprived", "D", "C", "B", "A: least deprived"]);
    // What is no group of deprivation is none.
    for cells in [["Urban", "Other"], ["Rest", "Other"], ["High", "Low"]] {
        let text = format!("Kind,Population,Rate\n{},1000,5.5\n{},900,4.5\n", cells[0], cells[1]);
        assert_eq!(try_read(&text, &[]).unwrap_err(), TableError::NoColumn(Role::Deprivation), "{cells:?}");
    }
}

#[test]
fn places_are_groups_of_which_one_end_has_to_be_said() {
    let places = ["1st", "2nd", "3rd", "4th", "5th"];
    let text = |heading: &str| areas(heading, |at| format!("{},{},{}", places[at % 5], AREAS[at].2, AREAS[at].3));
    let text_of_imd = text("Area,IMD quintile,Population,Rate per 1000");
    assert_eq!(asks(&text_of_imd, &[]), ["direction"]);
    let reading = try_read(&text_of_imd, &[(AnswerKey::Direction, "low")]).unwrap();
    assert_eq!(reading.rows.units.iter().filter_map(|unit| unit.deprivation).fold(0.0, f64::max), 5.0);
    assert_eq!(reading.most_deprived.unwrap().deprivation, 1.0);
    // Nothing says what is first here.
    let of_what = text("Area,Position,Population,Rate per 1000");
    assert_eq!(try_read(&of_what, &[]).unwrap_err(), TableError::NoColumn(Role::Deprivation));
}

#[test]
fn a_number_that_is_about_right_is_a_number() {
    let text = areas("Area,IMD score,Population,Rate per 1000", |at| {
        let sign = ["~", "≈ ", ""][at % 3];
        format!("{},{},{sign}{}", AREAS[at].1, AREAS[at].2, AREAS[at].3)
    });
    let values: Vec<f64> = read(&text).rows.units.iter().filter_map(|unit| unit.value).collect();
    assert_eq!(values, AREAS.map(|area| area.3));
    // The sign alone stands for none.
    let without = text.replacen(&AREAS[1].3.to_string(), "", 1).replacen("≈ ", "~", 1);
    assert!(says(&read(&without), "left-out"), "{without}");
}

#[test]
fn limits_stand_in_the_cell_of_the_value() {
    for (open, between, close) in [("(", " to ", ")"), ("[", "; ", "]"), ("(95% CI: ", "-", ")")] {
        let text = areas("Area,IMD score,Population,DSR (95% CI)", |at| {
            let (_, score, people, rate, _) = AREAS[at];
            format!("{score},{people},{rate} {open}{}{between}{}{close}", rate - 8.0, rate + 8.0)
        });
        let reading = check(&text, &[(Role::Value, "DSR (95% CI)")]);
        assert!(reading.has_limits && reading.rows.units.iter().all(|unit| unit.limits.is_some()), "{text}");
        assert_eq!(reading.rows.units[0].value, Some(164.7));
    }
    // A number and a per cent in one cell are two things.
    let both = areas("Area,IMD score,Population,Smokers n (%)", |at| {
        format!("{},{},{} (16.5%)", AREAS[at].1, AREAS[at].2, AREAS[at].4)
    });
    assert_eq!(try_read(&both, &[]).unwrap_err(), TableError::NoColumn(Role::Value));
}

#[test]
fn what_stands_around_a_value_is_not_measured() {
    for (other, cell) in [
        ("Population density (per hectare)", "31.5"),
        ("Median age", "41.2"),
        ("England rate", "120.5"),
        ("Income score (rate)", "0.153"),
        ("Change since last year", "-1.5"),
    ] {
        for (first, value) in [(true, "Mean days"), (false, "Percentage")] {
            let headings = if first { format!("{other},{value}") } else { format!("{value},{other}") };
            let text = areas(&format!("Ward,IMD score,Population,{headings}"), |at| {
                let (_, score, people, rate, _) = AREAS[at];
                // Not the same in each row, but for the value of England.
                let cell = if other.starts_with("England") { cell.to_owned() } else { format!("{cell}{at}") };
                let cells = if first { format!("{cell},{rate}") } else { format!("{rate},{cell}") };
                format!("{score},{people},{cells}")
            });
            check(&text, &[(Role::Value, value)]);
        }
        // Nor does it keep deaths from being counted.
        let counted = areas(&format!("Ward,IMD score,Population,{other},Deaths"), |at| {
            format!("{},{},{cell}{at},{}", AREAS[at].1, AREAS[at].2, AREAS[at].4)
        });
        if !other.starts_with("England") {
            check(&counted, &[(Role::Events, "Deaths")]);
        }
    }
    // The only limits lie around what is measured.
    let limits = areas("Ward,IMD score,Population,Mean income,Score of health,lowci,upci", |at| {
        let (_, score, people, rate, _) = AREAS[at];
        format!("{score},{people},{},{rate},{},{}", 900.5 - rate, rate - 5.0, rate + 5.0)
    });
    assert!(check(&limits, &[(Role::Value, "Score of health")]).has_limits);
    // An own column beside an index is what is measured.
    let simd = areas("Data_Zone,SIMD2020v2_Rank,Total_population,income_rate,Smoking rate", |at| {
        format!("{},{},{}%,{}", at * 90 + 1, AREAS[at].2, 30 - at, AREAS[at].3)
    });
    check(&simd, &[(Role::Value, "Smoking rate")]);
}

#[test]
fn marks_and_notes_around_numbers_and_headings() {
    for mark in ["***", "^", "!", "¬", "§"] {
        let text = areas("Ward,IMD score [note 1],Population [note 2],Rate [note 3]", |at| {
            let (_, score, people, rate, _) = AREAS[at];
            format!("{score},{people},{}", if at == 2 { mark.to_owned() } else { rate.to_string() })
        });
        let reading = check(&text, &[(Role::Value, "Rate [note 3]"), (Role::People, "Population [note 2]")]);
        assert!(
            says(&reading, "left-out") && reading.rows.units.iter().filter(|unit| unit.value.is_none()).count() == 1
        );
    }
    let arrows = areas("Ward,IMD score,Population,Rate", |at| {
        format!("{},{},{} {}", AREAS[at].1, AREAS[at].2, AREAS[at].3, ["▲", "▼", "→"][at % 3])
    });
    assert_eq!(read(&arrows).rows.units[0].value, Some(164.7));
    for row in ["Median,25,6000,120", "Statistical neighbours,25,31000,120", "All pupils,25,6000,120"] {
        let text =
            areas("Ward,IMD score,Population,Rate", |at| format!("{},{},{}", AREAS[at].1, AREAS[at].2, AREAS[at].3));
        let reading = read(&format!("{text}{row}\n"));
        assert!(says(&reading, "levels") && reading.meant == AREAS.len(), "{row}");
    }
}

#[test]
fn rows_are_named_by_what_tells_them_apart() {
    let mut text = "Practice.Code,Year,IMD_quintile,ICB.NAME,Rate\n".to_owned();
    for at in 0..10 {
        for year in [2019, 2020] {
            text += &format!("A8100{at},{year},{},{} ICB,{}.5\n", at / 2 + 1, ["North", "South"][at % 2], 90 - at);
        }
    }
    assert_eq!(asks(&text, &[]), ["filter", "direction"]);
    let said = [(AnswerKey::Filter, "Year:2020"), (AnswerKey::Direction, "high")];
    let reading = try_read(&text, &said).unwrap();
    assert_eq!((reading.heading_of(Role::Name), reading.meant), (Some("Practice.Code"), 10));
    assert!(reading.questions.is_empty());
}

#[test]
fn two_lines_of_headings_and_two_tables() {
    let rows = areas("", |at| format!("{},{},{},{}", AREAS[at].1, AREAS[at].2, AREAS[at].4, AREAS[at].3));
    let text = format!("Area,Deprivation,Deaths,,\n,IMD score,Population,Number,DSR{rows}");
    check(&text, &[(Role::People, "Deaths Population"), (Role::Value, "Deaths DSR")]);

    let table =
        areas("Area,IMD score,Population,Rate", |at| format!("{},{},{}", AREAS[at].1, AREAS[at].2, AREAS[at].3));
    for gap in ["\n\n", "\nTable 2: admissions,,,\n"] {
        let other = table.replace("Rate", "Other rate").replace("Area", "Place");
        let reading = read(&format!("{table}{gap}{other}"));
        assert_eq!(reading.meant, AREAS.len());
        assert!(says(&reading, "layout") && !says(&reading, "repeats"));
    }
}

#[test]
fn a_table_whose_columns_are_groups_is_turned() {
    let text = "Rates by group\n\nDecile,Most deprived,2,3,4,Least deprived\nPopulation,1000,1100,1200,1300,1400\nRate,50.5,44.5,40.5,33.5,30.5\nSource: a survey\n";
    let reading = check(text, &[(Role::Deprivation, "Decile"), (Role::People, "Population"), (Role::Value, "Rate")]);
    assert_eq!(reading.meant, 5);
    assert_eq!(reading.most_deprived.as_ref().map(|most| most.row.line), Some(2));
    assert!(says(&reading, "layout"));
    let numbers = "IMD quintile,1,2,3,4,5\nPopulation,1000,1100,1200,1300,1400\nRate,50.5,44.5,40.5,33.5,30.5\n";
    assert_eq!(asks(numbers, &[]), ["direction"]);
    let years = "Year,Q1 (most deprived),Q2,Q3,Q4,Q5 (least deprived)\n2021,50.5,44,40,33,30\n2022,51.5,45,41,34,31\n2023,53,46,42,35,32\n";
    assert_eq!(asks(years, &[]), ["value"]);
    let reading = try_read(years, &[(AnswerKey::Column(Role::Value), "2023")]).unwrap();
    assert!(reading.questions.is_empty() && reading.rows.units[0].value == Some(53.0));
    // Beside columns of other things groups are no rows, and are not taken for deprivation either.
    let beside = "Area,Households,Most deprived 20%,2nd,Least deprived 20%,Rate,Type,Note\nA,10,5,3,2,4.5,x,y\nB,20,9,6,5,5.5,x,y\n";
    assert_eq!(try_read(beside, &[]).unwrap_err(), TableError::GroupsAcross);
}

#[test]
fn cells_may_be_set_apart_by_spaces() {
    let wide: String = AREAS.iter().map(|of| format!("{:<16}{:<8}{:<8}{}\n", of.0, of.1, of.2, of.3)).collect();
    let wide = format!("{:<16}{:<8}{:<8}{}\n{wide}", "Area", "IMD", "People", "Rate");
    let row =
        |(of, at): (&(&str, f64, u32, f64, u32), u32)| format!("\"{at}\" \"{}\" {} {} {}\n", of.0, of.1, of.2, of.3);
    let quoted: String = AREAS.iter().zip(1..).map(row).collect();
    let quoted = format!("\"area\" \"imd\" \"pop\" \"rate\"\n{quoted}");
    for text in [wide, quoted] {
        let reading = read(&text);
        assert_eq!((reading.meant, reading.separator), (AREAS.len(), Some(b' ')), "{text}");
        assert_eq!(reading.rows.units[0].name, "Ashford Vale", "{text}");
    }
    assert_eq!(Table::from_text("some words\nand some more words\nalone\n").unwrap_err(), TableError::OneColumn);
}
