//! What the declarations of the keys say of themselves, for the reference of links (`examples/link_keys.rs`).

use super::{Scenario, keys};

/// A key as the reference has it.
pub struct KeyFacts {
    /// As links have it.
    pub name: &'static str,
    /// What its value can be called, where it is one of a few things.
    pub names: Vec<String>,
    /// What a link of the newest version says where it names no choice: empty where it says nothing.
    pub default: String,
}

/// Every key, in the order in which links have them.
pub fn key_facts() -> Vec<KeyFacts> {
    let mut page = Scenario::default();
    let mut facts = |key: &keys::LinkKey| {
        let mut default = String::new();
        key.write(&mut page, &mut default);
        KeyFacts { name: key.name, names: key.names(&mut page), default }
    };
    keys::all().map(&mut facts).collect()
}
