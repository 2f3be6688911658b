//! Results have the same digits on every machine: this writes down the bits that `tests/web.rs` compares in a browser.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use who_gets_missed::data::figures::{AuthorityList, Part};

#[path = "support/digits.rs"]
mod digits;

/// Set to write the file anew after a change of the figures or the model.
const WRITE: &str = "WRITE_SAME_DIGITS";

const QUERIES: [&str; 16] = [
    "share=20",
    "share=33.3",
    "share=33.3&cut=local",
    "share=61.7&cut=local&basis=people",
    "place=england&share=12.5&goal=66.6",
    "place=E08000035,E09000005&cut=local&whole=1&share=7.1",
    "view=strategies&offers=universal,area,need,group,proportionate&theta=2.5",
    "view=strategies&start=energy-bills&place=england&funding=budget&budget=5000000&stigma=1,4,9",
    "view=gap&measure-value=rate&measure-order=rank",
    "view=gap&measure-value=share&measure-order=rank&measure-scale=log&measure-aversion=0.5&measure-cut=33.3",
    "view=population",
    "view=population&place=E08000035&cut=local&factor-shape=normal&factor-gradient=mean&factor-gap=1.7&factor-shift=2.3",
    "view=population&factor-start=pressure&place=england&factor-fit=moments&factor-shift=3.3&factor-shift-by=percent",
    "view=incentive",
    "view=incentive&pay-uptake-least=80&pay-uptake-most=63&pay-found-uptake=40",
    "view=incentive&place=E08000035&cut=local&share=33.3&pay-amount=200&pay-uptake-least=12&pay-uptake-most=8&pay-rise=10.1",
];

#[test]
fn the_bits_are_as_written_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let list: AuthorityList = read("public/figures/iod2019/authorities.csv").parse().unwrap();
    let table = |part: Part| {
        let text = read(&format!("public/figures/iod2019/income-by-imd/{}.csv", part.code()));
        (part, text.parse().unwrap())
    };
    let tables = [Part::England, Part::Region(3), Part::Region(6), Part::Region(7)].map(table);
    let lines: String =
        QUERIES.iter().map(|query| format!("{query} {}\n", digits::of(query, &list, &tables))).collect();
    let golden = "tests/fixtures/same_digits.txt";
    if std::env::var_os(WRITE).is_some() {
        fs::write(root.join(golden), &lines).unwrap();
    }
    assert_eq!(lines, read(golden), "run again with {WRITE}=1 if the figures or the model were meant to change");
}
