//! The view `checked`: each published figure is held here as its source prints it, and what stands beside it is worked out
//! again, from the built-in figures and from single areas of the official files, by code of its own.
//!
//! Where each was read: Annual Public Health Report 2022, text before figure 2 (31%, 11%). The English Indices of Deprivation
//! 2019: statistical release, 26 September 2019, key findings (61 per cent). English indices of deprivation 2025: statistical
//! release, 30 October 2025, main findings (65%). McCartney, Hoggett, Walsh and Lee, Public Health 217 (2023), abstract
//! (“between 55% and 62%”). Suffolk and North East Essex ICS, Core20Plus5 (80,068 people, approximately 10%, 28 LSOAs, 1/3).
//! Suffolk and North East Essex ICS, Deprivation & inequality (12.5% and 17.8% of neighbourhoods, IMD 2019).
//! Revisiting Targeting in Social Assistance, World Bank, 2022, page 474, table 7.3.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use support::built_in::{BuiltIn, report};
use who_gets_missed::data::figures::{REGIONS, Table};
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::reconciliation::ENGLAND;
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, RankBy};
use who_gets_missed::export::results_json;
use who_gets_missed::results::checked::{Check, Difference, Item, Pair, Printed};
use who_gets_missed::results::report::{Content, NoReport, Report};
use who_gets_missed::scenario::{Scenario, ToQuery, View};
use who_gets_missed::words::{checked as words, place};

/// What the page shows, from what is shipped.
fn checks() -> Vec<(Check, Vec<Pair>)> {
    let scenario = Scenario { view: View::Checked, ..Scenario::default() };
    let figures = |table| BuiltIn::read(table);
    let report = Report::of_checks::<NoReport>(
        &scenario,
        |of, need, rank| figures(Table { edition: of.data, need, rank }).input(of),
        |table| {
            let part = |part| support::built_in::text(&table.path(part)).parse().unwrap();
            Ok(REGIONS.map(part).to_vec())
        },
    );
    match report.unwrap().content() {
        Content::Checked(checks) => checks.clone(),
        Content::OfPlace(_) | Content::Councils(_) | Content::Gap(_) => panic!("not the view that was asked for"),
    }
}

fn pairs(check: Check) -> Vec<Pair> {
    checks().into_iter().find(|(of, _)| *of == check).unwrap().1
}

/// What was printed, what is found here and what the page says of the difference, all as shown.
#[track_caller]
fn check_rows<const N: usize>(check: Check, expect: [[&str; 3]; N]) {
    let rows = words::card(check, &pairs(check)).rows;
    let shown: Vec<&[String]> = rows.iter().map(|row| &row[1..]).collect();
    assert_eq!(shown, expect, "{check:?}");
}

#[test]
fn the_report_of_2022_prints_31_and_11_per_cent() {
    check_rows(Check::Report, [["31%", "30.5%", "0.5 points less"], ["11%", "11.0%", "as printed"]]);
}

#[test]
fn the_release_of_2019_says_61_per_cent_of_districts_and_that_of_2025_65() {
    check_rows(Check::DistrictsOf2019, [["61%", "61.2%", "as printed"]]);
    check_rows(Check::DistrictsOf2025, [["65%", "64.9%", "as printed"]]);
    for (check, parts) in [(Check::DistrictsOf2019, (194.0, 317.0)), (Check::DistrictsOf2025, (192.0, 296.0))] {
        assert_eq!(pairs(check)[0].parts, Some(parts), "{check:?}");
        assert!(words::why(check, &pairs(check)).contains(&format!("{} of {} districts", parts.0, parts.1)));
    }
}

#[test]
fn over_great_britain_55_to_62_per_cent_live_outside_the_fifth_and_england_lies_inside() {
    check_rows(Check::Outside, [["55% to 62%", "56.8%", "inside"]]);
    assert!(words::why(Check::Outside, &pairs(Check::Outside)).contains("inside it"));
    // In 2025 too it would, but a place that holds more or less does not.
    for (found, difference) in [(0.54, "1.0 points less"), (0.625, "0.5 points more")] {
        let beyond = Pair { found, ..pairs(Check::Outside)[0] };
        assert_eq!(words::difference(&beyond), difference);
        assert!(words::why(Check::Outside, &[beyond]).contains("outside it"));
    }
}

#[test]
fn the_nhs_in_suffolk_counts_80_068_people_and_28_areas_of_ipswich() {
    check_rows(Check::Suffolk, [["80,068", "78,530", "1,538 fewer (1.9%)"], ["about 10%", "10.5%", "0.5 points more"]]);
    check_rows(Check::Ipswich, [["28", "28", "as printed"], ["1 in 3", "32.9%", "as printed"]]);
}

#[test]
fn the_nhs_board_there_counts_an_eighth_of_its_areas_in_the_most_deprived_fifth() {
    check_rows(Check::Board, [["12.5%", "12.5%", "as printed"], ["17.8%", "17.8%", "as printed"]]);
    let why = words::why(Check::Board, &pairs(Check::Board));
    assert!(why.contains("70 and 100 of the board’s 562 areas"), "{why}");
    let other = Pair { found: 0.126, ..pairs(Check::Board)[0] };
    assert_eq!((words::difference(&other), other.agrees()), ("0.1 points more".to_owned(), false));
}

/// The page that the check of districts opens shows them: those without an area in the tenth miss 100%, all others less.
#[test]
fn on_the_page_of_all_councils_as_many_miss_less_than_all_as_have_an_area_in_the_tenth() {
    for (check, with, all) in [(Check::DistrictsOf2019, 194, 317), (Check::DistrictsOf2025, 192, 296)] {
        let scenario = check.page().unwrap();
        let report = report(&scenario).unwrap();
        let Content::Councils(of) = report.content() else { panic!("{check:?}") };
        let rows = &of.1.rows;
        let missed: Vec<String> =
            rows.iter().map(|row| who_gets_missed::words::councils::row(row)[1].clone()).collect();
        assert_eq!(
            (missed.iter().filter(|missed| *missed != "100.0%").count(), missed.len()),
            (with, all),
            "{check:?}"
        );
        assert!(missed[..with].iter().all(|missed| missed != "100.0%"), "they come first");
    }
}

#[test]
fn england_comes_to_its_official_totals_but_for_what_the_page_says() {
    let pairs = pairs(Check::Totals);
    assert_eq!(pairs.len(), 12);
    for pair in &pairs {
        let of = |edition, need| *ENGLAND.iter().find(|of| (of.edition, of.need) == (edition, need)).unwrap();
        let (printed, found, most) = match pair.item {
            // The people of 2025, within two in a million.
            Item::PeopleOf(edition @ Edition::Iod2025, need) => {
                let of = of(edition, need);
                (of.official_people.unwrap(), of.people, 4e-6)
            }
            Item::InNeedOf(edition, need) => {
                let of = of(edition, need);
                assert!(pair.found > f64::from(of.counted), "which gives a little more: {pair:?}");
                (of.counted, of.in_need, 0.027)
            }
            other => panic!("{other:?} is no total"),
        };
        assert_eq!(pair.printed, Printed::Count(printed));
        assert_eq!(pair.found.round(), f64::from(found), "{pair:?}");
        let Difference::Number(more, part) = pair.difference() else { panic!("{pair:?} differs") };
        assert_eq!(more.round(), f64::from(found) - f64::from(printed));
        assert!(part.abs() < most, "{pair:?}");
    }
    let why = words::why(Check::Totals, &pairs);
    assert!(why.contains("a little more") && why.contains("an estimate"), "{why}");
    // With the official file people are the official ones, and with other figures those in need need not be more.
    let exact: Vec<Pair> = pairs.iter().map(|pair| Pair { found: pair.printed.numbers()[0], ..*pair }).collect();
    let why = words::why(Check::Totals, &exact);
    assert!(!why.contains("a little more") && !why.contains("an estimate"), "{why}");
}

#[test]
fn an_economy_of_ten_people_has_the_errors_that_the_world_bank_prints() {
    // Each person for itself, by income; printed for scenarios 1 to 3: against the poverty line, and against the poorest fifth.
    const INCOMES: [u32; 10] = [6, 8, 11, 15, 21, 25, 30, 40, 50, 100];
    const POVERTY_LINE: u32 = 20;
    const PRINTED: [([u32; 2], [u8; 4]); 3] =
        [([6, 8], [50, 0, 0, 0]), ([8, 11], [50, 0, 50, 50]), ([11, 15], [50, 0, 100, 100])];
    assert_eq!(INCOMES.iter().sum::<u32>(), 306);
    assert_eq!(INCOMES.iter().map(|&income| POVERTY_LINE.saturating_sub(income)).sum::<u32>(), 40);
    let mut expect = Vec::new();
    for (paid, printed) in PRINTED {
        for (line, printed) in [(POVERTY_LINE, [printed[0], printed[1]]), (9, [printed[2], printed[3]])] {
            let poor: Vec<u32> = INCOMES.into_iter().filter(|&income| income < line).collect();
            let missed = poor.iter().filter(|income| !paid.contains(income)).count() as f64 / poor.len() as f64;
            let not_poor = paid.iter().filter(|income| !poor.contains(income)).count() as f64 / paid.len() as f64;
            for (printed, found) in printed.into_iter().zip([missed, not_poor]) {
                assert_eq!(f64::from(printed), 100.0 * found, "{paid:?} {line}");
                expect.push((Printed::Percent(printed), found));
            }
        }
    }
    let pairs = pairs(Check::TenPeople);
    assert_eq!(pairs.iter().map(|pair| (pair.printed, pair.found)).collect::<Vec<_>>(), expect);
    assert!(pairs.iter().all(Pair::agrees));
    assert!(words::why(Check::TenPeople, &pairs).contains("12 of the 12"));
}

#[test]
fn a_link_opens_the_page_on_which_the_number_stands() {
    for (check, pairs) in checks() {
        let Some(scenario) = check.page() else {
            assert_eq!(check, Check::TenPeople, "only what is about no place has no page");
            continue;
        };
        let query = scenario.to_query();
        let again = Scenario::from_query(&query);
        assert_eq!((again.scenario.clone(), again.notices.len()), (scenario.clone(), 0), "{query}");
        let list = BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank: scenario.rank });
        assert_eq!(place::of(&scenario, &list.places()), words::place(check), "{query}");
        assert!(words::card(check, &pairs).about.contains(words::place(check)));

        if check.councils().is_some() {
            assert_eq!(scenario.view, View::Councils, "{query}");
            assert_eq!(scenario.share.tenths(), 100, "{query}");
            continue;
        }
        assert_eq!(scenario.view, View::Missed, "{query}");
        let page: String = report(&scenario).unwrap().with(|exhibits| results_json(exhibits)).unwrap();
        let target = match report(&scenario).unwrap().content() {
            Content::OfPlace(of) => match &of.answer {
                who_gets_missed::results::report::PlaceAnswer::Target(missed) => missed.clone(),
                other => panic!("{other:?}"),
            },
            Content::Councils(_) | Content::Gap(_) | Content::Checked(_) => panic!("{query}"),
        };
        let measures = who_gets_missed::words::measures::all(&scenario, &target);
        let shown = measures.iter().fold(page, |text, measure| text + &measure.value + &measure.meaning);
        let expect: Vec<String> = match check {
            Check::Report => pairs.iter().map(words::found).collect(),
            Check::Outside => vec![words::found(&pairs[0])],
            Check::Suffolk => pairs.iter().map(words::found).collect(),
            Check::Ipswich => vec!["28 of the 85 areas".to_owned()],
            Check::Totals => vec!["of 13,251,754".to_owned(), "of 57,112,146".to_owned()],
            Check::Board => vec!["70 of the 562 areas".to_owned(), "\"areas\": 100.0".to_owned()],
            Check::DistrictsOf2019 | Check::DistrictsOf2025 | Check::TenPeople => unreachable!(),
        };
        let fifths = target.national.unwrap().map(|fifth| who_gets_missed::words::number::percent(fifth.need_share));
        for text in expect {
            let is_there = shown.contains(&text) || (check == Check::Report && fifths.contains(&text));
            assert!(is_there, "{query} does not show {text}");
        }
    }
}

#[test]
fn every_check_names_where_it_was_published_and_says_one_thing_of_each_figure() {
    let mut titles = BTreeSet::new();
    for (check, pairs) in checks() {
        let card = words::card(check, &pairs);
        assert!(titles.insert(card.title), "{}", card.title);
        assert!(!card.sources.is_empty() && !card.why.is_empty(), "{check:?}");
        for (text, address) in card.sources {
            let is_undated = [Check::Suffolk, Check::Ipswich, Check::Board].contains(&check);
            assert!(text.contains("20") || is_undated, "no year: {text}");
            assert!(address.is_none_or(|address| address.starts_with("https://")), "{address:?}");
        }
        assert_eq!(card.fold.is_some(), pairs.len() > 2, "{check:?}");
        let named: BTreeSet<&String> = card.rows.iter().map(|row| &row[0]).collect();
        assert_eq!(named.len(), pairs.len(), "two figures of one name: {check:?}");
        for (row, pair) in card.rows.iter().zip(&pairs) {
            assert_eq!(row.len(), words::headings().len());
            let is_same = ["as printed", "inside"].contains(&row[3].as_str());
            assert_eq!(is_same, pair.agrees(), "{row:?}");
        }
    }
}

#[test]
fn a_difference_is_that_of_the_number_from_the_printed_one() {
    let pair = |printed, found| Pair { item: Item::OutsideTarget, printed, found, parts: None };
    let cases = [
        (Printed::Percent(31), 0.305, "as printed"),
        (Printed::Percent(31), 0.3149, "as printed"),
        (Printed::Percent(31), 0.3151, "0.5 points more"),
        (Printed::Percent(31), 0.25, "6.0 points less"),
        (Printed::AboutPercent(10), 0.104, "as printed"),
        (Printed::Between(55, 62), 0.55, "inside"),
        (Printed::Between(55, 62), 0.62, "inside"),
        (Printed::Between(55, 62), 0.6201, "under 0.1 points more"),
        (Printed::OneIn(3), 0.29, "as printed"),
        (Printed::OneIn(3), 0.25, "8.3 points less"),
        (Printed::Count(1000), 1000.4, "as printed"),
        (Printed::Count(1000), 1005.0, "5 more (0.5%)"),
        (Printed::Count(1000), 900.0, "100 fewer (10.0%)"),
    ];
    for (printed, found, expect) in cases {
        assert_eq!(words::difference(&pair(printed, found)), expect, "{printed:?} {found}");
    }
}

// The rest is worked out from single areas.

const FILES: [(Edition, &str); 2] = [
    (Edition::Iod2019, "iod2019/File_7_IoD2019_rebuilt_30_columns.csv"),
    (Edition::Iod2025, "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv"),
];

/// The official file of an edition, unless it is not there.
fn file(edition: Edition) -> Option<OfficialFile> {
    let folder = env::var_os("MISSED_TEST_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join(FILES.into_iter().find(|(of, _)| *of == edition)?.1);
    match fs::read(&path) {
        Ok(bytes) => Some(Importer::read(&bytes).unwrap()),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "skipped: {}: {error}", path.display());
            None
        }
    }
}

/// An area as the file has it: its council, its rank, its people, and those on low incomes.
fn areas(file: &OfficialFile) -> Vec<(AuthorityCode, f64, f64, f64)> {
    let area = |area: &who_gets_missed::data::official::Area| {
        let counts = area.counts(NeedMeasure::Income);
        let code = file.authorities[usize::from(area.authority)].code;
        (code, f64::from(area.imd_rank), counts.people, counts.in_need)
    };
    file.areas.iter().map(area).collect()
}

#[track_caller]
fn check_found(check: Check, expect: &[f64]) {
    for (pair, expect) in pairs(check).iter().zip(expect) {
        assert!((pair.found - expect).abs() < 1e-4 * expect.max(1e-3), "{pair:?}, single areas say {expect}");
    }
}

#[test]
fn single_areas_give_the_same_districts() {
    for (edition, check) in [(Edition::Iod2019, Check::DistrictsOf2019), (Edition::Iod2025, Check::DistrictsOf2025)] {
        let Some(file) = file(edition) else { continue };
        let areas = areas(&file);
        let all: BTreeSet<AuthorityCode> = areas.iter().map(|area| area.0).collect();
        let tenth = areas.len() as f64 / 10.0;
        let with: BTreeSet<AuthorityCode> = areas.iter().filter(|area| area.1 <= tenth).map(|area| area.0).collect();
        check_found(check, &[with.len() as f64 / all.len() as f64]);
    }
}

#[test]
fn single_areas_give_the_same_fifths_people_and_areas() {
    let Some(file) = file(Edition::Iod2019) else { return };
    let areas = areas(&file);
    let nation = areas.len() as f64;
    let sum = |codes: &[&str], inside: &dyn Fn(f64) -> bool| {
        let is_there = |code: AuthorityCode| codes.is_empty() || codes.contains(&code.to_string().as_str());
        areas
            .iter()
            .filter(|area| is_there(area.0) && inside(area.1 / nation))
            .fold((0.0, 0.0, 0.0), |sum, area| (sum.0 + 1.0, sum.1 + area.2, sum.2 + area.3))
    };
    let (all, fifth) = (&|_| true, &|rank: f64| rank <= 0.2);

    let here = ["E06000031", "E07000008", "E07000009", "E07000010", "E07000011", "E07000012"];
    let total = sum(&here, all).2;
    check_found(Check::Report, &[sum(&here, fifth).2 / total, sum(&here, &|rank| rank > 0.8).2 / total]);

    check_found(Check::Outside, &[1.0 - sum(&[], fifth).2 / sum(&[], all).2]);

    let suffolk = ["E07000200", "E07000202", "E07000203", "E07000244", "E07000245"];
    let target = sum(&suffolk, fifth).1;
    check_found(Check::Suffolk, &[target, target / sum(&suffolk, all).1]);

    let ipswich = ["E07000202"];
    let target = sum(&ipswich, fifth).0;
    check_found(Check::Ipswich, &[target, target / sum(&ipswich, all).0]);
}

#[test]
fn single_areas_of_the_board_give_the_same_shares() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |path: &str| fs::read_to_string(folder.join(path));
    let (Ok(lookup), Ok(file)) = (read("geography/lsoa11_lookup_2022.csv"), read(FILES[0].1)) else {
        return;
    };
    let of_board: BTreeSet<&str> =
        lookup.lines().filter(|line| line.contains(",E54000023,")).map(|l| &l[..9]).collect();
    // Names of councils with a comma stand in quotes.
    let fields = |line: &str| -> Vec<String> {
        let parts = line.split('"').enumerate();
        let plain = parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { part.replace(',', " ") });
        plain.collect::<String>().split(',').map(str::to_owned).collect()
    };
    let mut lines = file.trim_start_matches('\u{feff}').lines();
    let head = fields(lines.next().unwrap());
    let rank = head.iter().position(|name| name.contains("Multiple Deprivation (IMD) Rank")).unwrap();
    let areas: Vec<Vec<String>> = lines.map(fields).collect();
    let nation = areas.len() as f64;
    let here = areas.iter().filter(|area| of_board.contains(area[0].as_str()));
    let ranks: Vec<f64> = here.map(|area| area[rank].parse::<f64>().unwrap() / nation).collect();
    let share = |is: &dyn Fn(f64) -> bool| ranks.iter().filter(|rank| is(**rank)).count() as f64 / ranks.len() as f64;
    assert_eq!(ranks.len(), 562);
    check_found(Check::Board, &[share(&|rank| rank <= 0.2), share(&|rank| rank > 0.8)]);
}

#[test]
fn single_areas_give_the_same_totals() {
    let pairs = pairs(Check::Totals);
    for edition in Edition::ALL {
        let Some(file) = file(edition) else { continue };
        for need in NeedMeasure::ALL {
            let (people, in_need) = file
                .areas
                .iter()
                .map(|area| area.counts(need))
                .fold((0.0, 0.0), |sum, area| (sum.0 + area.people, sum.1 + area.in_need));
            for pair in &pairs {
                let expect = match pair.item {
                    Item::PeopleOf(of, who) if (of, who) == (edition, need) => people,
                    Item::InNeedOf(of, who) if (of, who) == (edition, need) => in_need,
                    _ => continue,
                };
                // Some 6,000 counts are kept in tenths.
                assert!((pair.found - expect).abs() < 5.0, "{pair:?}, single areas say {expect}");
            }
        }
    }
}

#[test]
fn the_link_itself_changes_nothing() {
    let of = |query: &str| {
        let scenario = Scenario::from_query(query).scenario;
        let figures =
            |of: &Scenario, need, rank: RankBy| BuiltIn::read(Table { edition: of.data, need, rank }).input(of);
        let report = Report::of_checks::<NoReport>(&scenario, figures, |_| Ok(Vec::new())).unwrap();
        match report.content() {
            Content::Checked(checks) => checks.clone(),
            Content::OfPlace(_) | Content::Councils(_) | Content::Gap(_) => panic!("{query}"),
        }
    };
    assert_eq!(of("view=checked&place=E08000025&need=older&share=3&cut=local&rank=need"), of("view=checked"));
}
