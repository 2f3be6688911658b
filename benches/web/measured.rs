//! The model and the readers for `make bench`, in a browser without the page.
#![allow(missing_docs, dead_code)]

#[path = "../shared/mod.rs"]
mod shared;

#[cfg(target_arch = "wasm32")]
mod page {
    use std::cell::RefCell;

    use wasm_bindgen::prelude::wasm_bindgen;
    use who_gets_missed::data::Population;
    use who_gets_missed::results::RankedPlace;
    use who_gets_missed::results::strategies::Strategies;
    use who_gets_missed::scenario::Scenario;

    use crate::shared;

    #[derive(Default)]
    struct Held {
        scenario: Scenario,
        units: Option<Population>,
        copies: Vec<Population>,
        prepared: Option<RankedPlace>,
        compared: Option<Strategies>,
    }

    thread_local! {
        static HELD: RefCell<Held> = RefCell::default();
    }

    fn holds(units: Option<Population>) -> Vec<f64> {
        let sums = units.as_ref().map(shared::sums).unwrap_or_default();
        HELD.with_borrow_mut(|held| *held = Held { units, ..Held::default() });
        sums
    }

    #[wasm_bindgen]
    pub fn read_file(bytes: &[u8]) -> Vec<f64> {
        holds(shared::file(bytes).as_ref().and_then(shared::units_of_file))
    }

    #[wasm_bindgen]
    pub fn read_table(bytes: &[u8]) -> Vec<f64> {
        holds(shared::units_of_table(bytes))
    }

    #[wasm_bindgen]
    pub fn take(order: &[f64], people: &[f64], in_need: &[f64]) -> Vec<f64> {
        holds(Some(shared::units_of(order, people, in_need)))
    }

    /// Copies of the units, as many as will be worked out: making a copy is not measured.
    #[wasm_bindgen]
    pub fn copy(times: usize) {
        HELD.with_borrow_mut(|held| {
            let Held { units, copies, .. } = held;
            copies.clear();
            copies.extend(units.iter().flat_map(|units| std::iter::repeat_n(units, times)).cloned());
        });
    }

    #[wasm_bindgen]
    pub fn evaluate() -> Vec<f64> {
        let copy = HELD.with_borrow_mut(|held| held.copies.pop());
        copy.and_then(shared::evaluated).unwrap_or_default()
    }

    #[wasm_bindgen]
    pub fn prepare() -> Option<String> {
        HELD.with_borrow_mut(|held| {
            held.scenario = shared::scenario(20.0);
            held.prepared = held.units.clone().and_then(|units| RankedPlace::new(units).ok());
            held.compared = held.prepared.as_ref().and_then(shared::compared);
            held.compared.as_ref().map(shared::assumed)
        })
    }

    /// A share of need that is reached, so that nothing of a step can be left out.
    #[wasm_bindgen]
    pub fn step(tenths: u16) -> f64 {
        HELD.with_borrow_mut(|held| {
            let Held { prepared, scenario, .. } = held;
            let result = prepared.as_ref().and_then(|prepared| shared::step(prepared, scenario, tenths));
            result.map_or(f64::NAN, |result| shared::measures(&result).iter().sum())
        })
    }

    #[wasm_bindgen]
    pub fn draw() -> Vec<f64> {
        HELD.with_borrow(|held| held.compared.as_ref().map(shared::drawn).unwrap_or_default())
    }
}

fn main() {}
