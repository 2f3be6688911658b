//! In a real browser: the numbers are the same to the last bit as on a desk, and the browser's refusals are errors.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used)]

use std::time::Duration;

use std::sync::Arc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use who_gets_missed::data::Places;
use who_gets_missed::data::figures::{AuthorityList, FiguresTable, Part, population};
use who_gets_missed::platform::tables::{self, Table, TablesError};
use who_gets_missed::platform::{address, files, files::Pieces, pause, storage};
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
    let text = "0123456789".repeat(250_000);
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

fn blob(text: &str) -> web_sys::Blob {
    let parts = js_sys::Array::of1(&wasm_bindgen::JsValue::from_str(text));
    web_sys::Blob::new_with_str_sequence(&parts).unwrap()
}

fn table(name: &str, text: &str) -> Table {
    let (file, day) = ("File é.csv".to_owned(), "2026-11-26".to_owned());
    let (kind, choices) = ("rows".to_owned(), "value=2".to_owned());
    Table { name: name.to_owned(), file, day, kind, choices, content: blob(text) }
}

/// Runs a script that may come to something later.
async fn run(script: &str) {
    let outcome = js_sys::Function::new_no_args(script).call0(&wasm_bindgen::JsValue::NULL).unwrap();
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&outcome)).await.unwrap();
}

async fn numbers() -> Vec<u32> {
    tables::list().await.unwrap().into_iter().map(|kept| kept.number).collect()
}

#[wasm_bindgen_test]
async fn a_table_comes_back_whole_under_its_number_until_it_is_removed() {
    let before = numbers().await;
    let text = "area,value\nÉlvet,1\n".repeat(100_000);
    let first = tables::add(&table("Deaths", &text)).await.unwrap();
    let second = tables::add(&table("Deaths", "b")).await.unwrap();
    assert_ne!(first.number, second.number, "a name is no key: none is overwritten");

    let listed = tables::list().await.unwrap();
    let kept = listed.iter().find(|kept| kept.number == first.number).unwrap();
    assert_eq!(Table { content: first.table.content.clone(), ..kept.table.clone() }, first.table);
    assert_eq!(kept.table.size(), text.len() as f64);
    assert_eq!(files::text(&kept.table.content).await.unwrap(), text);

    let renamed = tables::rename(first.number, "Deaths 2019").await.unwrap();
    assert_eq!((renamed.number, renamed.table.name.as_str()), (first.number, "Deaths 2019"));
    let read = tables::get(first.number).await.unwrap().table;
    assert_eq!((read.name.as_str(), read.choices.as_str(), read.size()), ("Deaths 2019", "value=2", text.len() as f64));
    assert_eq!(tables::get(second.number).await.unwrap().table.name, "Deaths");

    tables::remove(first.number).await.unwrap();
    assert_eq!(tables::get(first.number).await, Err(TablesError::Gone));
    assert_eq!(tables::rename(first.number, "x").await, Err(TablesError::Gone), "a rename brings nothing back");
    tables::put_back(&renamed).await.unwrap();
    assert_eq!(files::text(&tables::get(first.number).await.unwrap().table.content).await.unwrap(), text);
    assert_eq!(numbers().await.len(), before.len() + 2);

    tables::remove(first.number).await.unwrap();
    tables::remove(second.number).await.unwrap();
    tables::remove(second.number).await.unwrap();
    assert_eq!(numbers().await, before);
    let third = tables::add(&table("Deaths", "c")).await.unwrap();
    assert!(third.number > second.number, "a number is never given again");
    tables::remove(third.number).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_the_browser_refuses_is_told_by_its_reason() {
    let before = numbers().await;
    let refused = |name: &str| format!("throw new DOMException('', '{name}')");
    let cases = [
        ("SecurityError", TablesError::NotAllowed),
        ("QuotaExceededError", TablesError::Full),
        ("UnknownError", TablesError::Failed),
    ];
    for (name, expect) in cases {
        // As in a sandboxed frame.
        run(&format!("window.keptFactory ??= indexedDB; Object.defineProperty(window, 'indexedDB', {{ configurable: true, get() {{ {} }} }})", refused(name))).await;
        assert_eq!(tables::list().await, Err(expect));
        run("delete window.indexedDB; window.indexedDB ?? Object.defineProperty(window, 'indexedDB', { configurable: true, value: window.keptFactory })").await;
        run(&format!(
            "const store = IDBObjectStore.prototype; store.real ??= store.add; store.add = () => {{ {} }}",
            refused(name)
        ))
        .await;
        assert_eq!(tables::add(&table("a", "b")).await, Err(expect));
        run("IDBObjectStore.prototype.add = IDBObjectStore.prototype.real").await;
    }
    // A request that goes well in a transaction that does not is not kept.
    run("const store = IDBObjectStore.prototype; store.add = function (...all) {
            const request = this.real(...all);
            this.transaction.abort();
            return request;
        }")
    .await;
    assert_eq!(tables::add(&table("a", "b")).await, Err(TablesError::Failed));
    run("IDBObjectStore.prototype.add = IDBObjectStore.prototype.real").await;
    assert_eq!(numbers().await, before, "nothing of what failed is kept");
}

#[wasm_bindgen_test]
async fn the_tables_of_a_later_version_are_left_alone() {
    let open = |version: u32| {
        format!(
            "return new Promise((done, failed) => {{
                const request = indexedDB.open('who-gets-missed-tables', {version});
                request.onsuccess = () => {{ request.result.close(); done(); }};
                request.onerror = failed;
            }})"
        )
    };
    run(&open(99)).await;
    assert_eq!(tables::list().await, Err(TablesError::LaterVersion));
    assert_eq!(tables::add(&table("a", "b")).await, Err(TablesError::LaterVersion));
    let delete = "return new Promise((done, failed) => {
            const request = indexedDB.deleteDatabase('who-gets-missed-tables');
            request.onsuccess = done;
            request.onerror = request.onblocked = failed;
        })";
    run(delete).await;
    assert_eq!(numbers().await, [0; 0], "no connection of this version stands in the way");
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
