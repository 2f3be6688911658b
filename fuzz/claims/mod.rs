//! What must hold of any bytes, for each reader and for the model: the claims that fuzzing tries to break. Each takes bytes and panics
//! where something does not hold. The targets of libFuzzer call them, and so does `tests/fuzz.rs`, on the seeds, on every input that
//! once broke one, and on some thousand changes of them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod edition;
mod links;
mod model;
mod outlines;
mod pages;
mod sheets;
mod tables;

/// What must hold of some bytes.
pub type Claim = fn(&[u8]);

/// The claims by the name of their target.
pub const ALL: [(&str, Claim); 10] = [
    ("tables", tables::tables),
    ("official", tables::official),
    ("files", sheets::files),
    ("xlsx", sheets::xlsx),
    ("ods", sheets::ods),
    ("outlines", outlines::outlines),
    ("pages", pages::pages),
    ("links", links::links),
    ("model", model::model),
    ("edition", edition::edition),
];

/// The claims of a target.
#[allow(dead_code, reason = "the test goes through all of them")]
pub fn named(name: &str) -> Claim {
    ALL.iter().find(|(target, _)| *target == name).unwrap().1
}
