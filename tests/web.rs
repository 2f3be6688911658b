//! In a real browser: the numbers are the same to the last bit as on a desk, and the browser's refusals are errors.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used)]

use std::time::Duration;

use std::sync::Arc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use who_gets_missed::data::Places;
use who_gets_missed::data::figures::{AuthorityList, FiguresTable, Part, population};
use who_gets_missed::platform::{address, files::Pieces, pause, storage};
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::Scenario;
use who_gets_missed::ui;

wasm_bindgen_test_configure!(run_in_browser);

const AUTHORITIES: &str = include_str!("../public/figures/iod2019/authorities.csv");
/// People on low incomes by IMD: England, Yorkshire and the Humber, the East of England, London.
const INCOME: [(Part, &str); 4] = [
    (Part::England, include_str!("../public/figures/iod2019/income-by-imd/E92000001.csv")),
    (Part::Region(3), include_str!("../public/figures/iod2019/income-by-imd/E12000003.csv")),
    (Part::Region(6), include_str!("../public/figures/iod2019/income-by-imd/E12000006.csv")),
    (Part::Region(7), include_str!("../public/figures/iod2019/income-by-imd/E12000007.csv")),
];

fn income() -> [(Part, FiguresTable); 4] {
    INCOME.map(|(part, text)| (part, text.parse().unwrap()))
}

/// Each line: a query, and the bits of every number of its result as `tests/same_digits.rs` wrote them on a desk.
const GOLDEN: &str = include_str!("fixtures/same_digits.txt");

#[path = "support/digits.rs"]
mod digits;

#[wasm_bindgen_test]
fn every_number_has_the_same_bits_as_on_a_desk() {
    let list: AuthorityList = AUTHORITIES.parse().unwrap();
    let tables = income();
    assert!(GOLDEN.lines().count() >= 5);
    for line in GOLDEN.lines() {
        let (query, bits) = line.split_once(' ').unwrap();
        assert_eq!(digits::of(query, &list, &tables), bits, "{query}");
    }
}

#[wasm_bindgen_test]
fn the_first_sight_is_the_published_case() {
    let list: AuthorityList = AUTHORITIES.parse().unwrap();
    let [_, _, (_, table), _] = income();
    let scenario = Scenario::from_query("v=1").scenario;
    let extent = scenario.place.extent(scenario.data, &Places::of(Arc::new(list.0)));
    let prepared = RankedPlace::new(population([&table], &extent).unwrap()).unwrap();
    let missed = TargetingResult::new(&scenario, &prepared).unwrap();
    assert!((missed.target.measures.coverage - 0.3046).abs() < 5e-5);
}

#[wasm_bindgen_test]
async fn a_file_arrives_whole_in_pieces() {
    let text = "0123456789".repeat(50_000);
    let parts = js_sys::Array::of1(&wasm_bindgen::JsValue::from_str(&text));
    let blob = web_sys::Blob::new_with_str_sequence(&parts).unwrap();
    let mut pieces = Pieces::of(blob);
    let mut read = Vec::new();
    let mut count = 0;
    while let Some(piece) = pieces.next().await.unwrap() {
        read.extend(piece);
        count += 1;
    }
    assert_eq!(read, text.as_bytes());
    assert!(count > 1);
    assert_eq!(pieces.progress(), (text.len() as f64, text.len() as f64));
}

#[wasm_bindgen_test]
async fn what_is_kept_comes_back_until_it_is_removed() {
    let parts = js_sys::Array::of1(&wasm_bindgen::JsValue::from_str("LSOA code"));
    let file = web_sys::File::new_with_str_sequence(&parts, "kept – é.csv").unwrap();
    storage::keep("test", &file).await.unwrap();
    let (name, blob) = storage::kept("test").await.unwrap().unwrap();
    assert_eq!((name.as_str(), blob.size()), ("kept – é.csv", 9.0));
    storage::remove("test").await.unwrap();
    assert!(storage::kept("test").await.unwrap().is_none());
}

#[wasm_bindgen_test]
fn the_address_follows_without_a_step_for_back() {
    let before = web_sys::window().unwrap().history().unwrap().length().unwrap();
    address::replace("share=30").unwrap();
    assert_eq!(address::query(), "?share=30");
    assert!(address::full("share=40").ends_with("?share=40"));
    assert_eq!(web_sys::window().unwrap().history().unwrap().length().unwrap(), before);
    address::replace("").unwrap();
}

#[wasm_bindgen_test]
async fn the_app_mounts() {
    ui::mount();
    // A task of its own, after those that the browser has to do already.
    pause(Duration::from_millis(50)).await;
    let text = web_sys::window().unwrap().document().unwrap().body().unwrap().inner_text();
    assert!(text.contains("who gets missed?"), "{text}");
}
