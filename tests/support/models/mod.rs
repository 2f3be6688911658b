//! What each sentence of the views `population`, `incentive` and `gap` has to be, from the numbers of the results.

pub mod gap;
pub mod incentive;
pub mod population;

use serde_json::Value;

/// A number of the results by its path.
pub fn number(of: &Value, path: &str) -> f64 {
    of.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

/// The same; `None` where there is none.
pub fn maybe(of: &Value, path: &str) -> Option<f64> {
    of.pointer(path).and_then(Value::as_f64)
}

/// Each sentence of a document with its kind.
pub fn sentences(of: &Value) -> Vec<(&str, usize, &str)> {
    let mut all = Vec::new();
    for (kind, said) in of["says"].as_object().into_iter().flatten() {
        match said {
            Value::Array(texts) => {
                all.extend(texts.iter().enumerate().filter_map(|(at, text)| Some((kind.as_str(), at, text.as_str()?))))
            }
            text => all.extend(text.as_str().map(|text| (kind.as_str(), 0, text))),
        }
    }
    all
}
