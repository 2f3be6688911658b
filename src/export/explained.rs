//! Why a number of a file is not there, beside it.

use serde_json::{Map, Value};

/// Says beside each number of an object that is not there why.
pub(super) fn explained(mut value: Value, why: &dyn Fn(&str) -> String) -> Value {
    if let Value::Object(all) = &mut value {
        let empty = all.iter().filter(|(_, value)| value.is_null());
        let reasons: Map<String, Value> = empty.map(|(key, _)| (key.clone(), Value::String(why(key)))).collect();
        if !reasons.is_empty() {
            all.insert(REASONS.to_owned(), Value::Object(reasons));
        }
    }
    value
}

/// Under this name each object says why numbers in it are not there.
pub(super) const REASONS: &str = "reasons";
