//! What differs between pages and what it does to the result, said as a person would, with the numbers of the pages.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
}

use support::built_in::BuiltIn;
use who_gets_missed::data::figures::Table;
use who_gets_missed::results::{Compared, RankedPlace};
use who_gets_missed::scenario::Scenario;
use who_gets_missed::words::compare::{Cell, Column, groups, sentences};
use who_gets_missed::words::place;

fn column(name: &str, query: &str) -> Column {
    let decoded = Scenario::from_kept(query);
    assert_eq!(decoded.notices, [], "{query}");
    let scenario = decoded.scenario;
    let figures = BuiltIn::read(Table { edition: scenario.data, need: scenario.need, rank: scenario.rank });
    let codes = figures.extent(&scenario.place);
    let result = Compared::new(&scenario, &RankedPlace::new(figures.population(&codes)).unwrap()).unwrap();
    let place = place::of(&scenario, &figures.places());
    Column { name: name.to_owned(), scenario, place, result: Ok(result) }
}

#[track_caller]
fn check(first: &str, other: &str, expect: &str) {
    assert_eq!(sentences(&[column("A", first), column("B", other)]), [expect]);
}

#[test]
fn one_difference_is_named_with_what_it_does() {
    check(
        "",
        "share=30",
        "Only the size of the target differs: 30% instead of 20% reaches 39.8% instead of 30.5% of people on low incomes, \
         9.3 points more.",
    );
    check(
        "",
        "cut=local",
        "Only what “most deprived” is compared with differs: with this place instead of all England, the target reaches \
         about 42.2% instead of 30.5% of people on low incomes, 11.7 points more.",
    );
    check(
        "place=E06000002",
        "",
        "Only the place differs: with Cambridgeshire and Peterborough instead of Middlesbrough, the target reaches 30.5% \
         instead of 83.9% of people on low incomes, 53.4 points less.",
    );
    check(
        "",
        "need=children",
        "Only who needs to be reached differs: with children in low-income families instead of people on low incomes, the \
         target reaches 33.1% of children in low-income families instead of 30.5% of people on low incomes, 2.6 points \
         more.",
    );
}

#[test]
fn equal_results_are_said_to_be_equal() {
    check("", "goal=50&present=1", "Nothing differs that could change the results, so they are the same.");
    check(
        "place=E06000017",
        "place=E06000017&share=10",
        "Only the size of the target differs: with 10% instead of 20%, the result is the same, 0.0% of people on low \
         incomes.",
    );
    check(
        "view=strategies&offers=universal,area",
        "view=strategies&offers=universal,area&risk-most=1,2,3",
        "Only “Risk without it, most deprived fifth” differs: with 2.0% (1.0% to 3.0%) instead of 2.0% (1.0% to 4.0%), \
         each offer reaches as many people in need at the same cost.",
    );
}

#[test]
fn several_differences_are_not_told_apart() {
    check(
        "",
        "place=E06000002&share=30",
        "The place and the size of the target differ. Together they mean that the target reaches 88.5% instead of 30.5% of \
         people on low incomes, 58.0 points more.",
    );
    check(
        "",
        "place=E06000002&share=30&need=older&rank=need&cut=local",
        "The place, who needs to be reached and 3 other choices differ. Together they mean that the target reaches about \
         46.3% of older people on low incomes instead of 30.5% of people on low incomes, 15.8 points more.",
    );
}

#[test]
fn offers_are_held_against_each_other_one_by_one() {
    check(
        "view=strategies&funding=budget&budget=500000&offers=universal,area",
        "view=strategies&funding=budget&budget=1000000&offers=universal,area",
        "Only how far the offers go differs: with offers as far as £1.0 million instead of offers as far as £500,000, \
         universal reaches 3,895 instead of 1,731 people on low incomes, by area 9,601 instead of 4,267.",
    );
    check(
        "view=strategies&offers=universal,area",
        "view=strategies&offers=universal,area&share=30",
        "Only the size of the target differs: with 30% instead of 20%, by area reaches 20,217 instead of 15,306 people on \
         low incomes, the other offer as before.",
    );
}

#[test]
fn where_nobody_more_is_reached_the_cost_is_told_and_then_the_gap() {
    check(
        "view=strategies&offers=universal,area&cost-offer=0",
        "view=strategies&offers=universal,area&cost-offer=10",
        "Only “Cost of each offer” differs: with £10 instead of £0, each offer reaches as many people in need; universal \
         costs £367 instead of £218 for each of them, by area £163 instead of £93.28.",
    );
    check(
        "view=strategies&offers=universal,area&risk-most=2",
        "view=strategies&offers=universal,area&risk-most=8",
        "Only “Risk without it, most deprived fifth” differs: with 8.0% instead of 2.0%, each offer reaches as many people \
         in need at the same cost; universal leaves a gap of 5.0 points instead of 0.8 points, by area 6.3 points instead of \
         0.6 points.",
    );
}

#[test]
fn pages_of_different_kinds_share_their_target_alone() {
    check(
        "",
        "view=strategies&share=30",
        "One asks whom a target by area misses, the other compares offers, so only their targets can be held against each \
         other. Only the size of the target differs: the target of “B” holds 39.8% instead of 30.5% of people on low \
         incomes, 9.3 points more.",
    );
    check(
        "view=strategies",
        "",
        "One asks whom a target by area misses, the other compares offers, so only their targets can be held against each \
         other: it is the same one, with 30.5% of people on low incomes.",
    );
}

#[test]
fn of_more_than_two_pages_each_stands_against_the_first() {
    let said = sentences(&[column("A", ""), column("B", "share=30"), column("C", "goal=1")]);
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("“B” against the first page: only the size of the target differs: 30% instead of 20%"));
    assert_eq!(
        said[1],
        "“C” against the first page: nothing differs that could change the results, so they are the same."
    );
    assert_eq!(sentences(&[]), [""; 0]);
}

#[test]
fn a_page_without_a_result_still_says_what_differs() {
    let mut other = column("B", "share=30");
    other.result = Err("The figures did not come.".to_owned());
    assert_eq!(sentences(&[column("A", ""), other]), ["Only the size of the target differs."]);
}

#[test]
fn the_table_has_a_cell_for_each_page_and_marks_what_differs() {
    let columns = [column("A", ""), column("B", "view=strategies&cut=local&stigma=5"), column("C", "share=30")];
    let groups = groups(&columns);
    let all: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
    assert!(all.iter().all(|(_, cells)| cells.len() == columns.len()));
    let row = |label: &str| &all.iter().find(|(other, _)| other == label).unwrap().1;
    let text = |text: &str, differs| Cell::Text(text.to_owned(), differs);
    assert_eq!(
        row("Target the most deprived")[..],
        [text("20% of England’s areas", false), text("20% of areas here", false), text("30% of England’s areas", true)]
    );
    assert_eq!(row("Uptake that stigma costs")[..], [Cell::Absent, text("5.0%", false), Cell::Absent]);
    assert_eq!(row("Share in need missed")[2], text("60.2%", false));
    let headings: Vec<&str> = groups.iter().map(|group| group.heading.as_str()).collect();
    assert_eq!(headings, ["Choices", "The target", "Universal", "By area", "Proportionate universal"]);
}
