//! *Who gets missed?* A model of whom a geographic target reaches and misses, and its page.
//!
//! | module | what is there |
//! | --- | --- |
//! | [`model`] | numbers in, numbers out |
//! | [`decimal`] | numbers from and to text |
//! | [`cells`] | cells of a table as text |
//! | [`finger`] | what a finger on a slider does |
//! | [`palette`] | colours of what the page's style does not reach |
//! | [`pace`] | long work that tells how far it is |
//! | [`plain`] | texts of others without what cannot be seen |
//! | [`markup`] | texts inside markup |
//! | [`data`] | official files and built-in figures to units |
//! | [`scenario`] | the state of a page and its link |
//! | [`results`] | a scenario worked out on data |
//! | [`chart`] | pure geometry: scales, ticks, paths |
//! | [`document`] | texts with tables and pictures, and what a person wrote into them |
//! | [`words`] | everything a person reads |
//! | [`export`] | charts and results as files |
//! | `platform` | the browser, behind fallible functions |
//! | `ui` | Leptos views |
//!
//! What each may use stands in ARCHITECTURE.md, to which `tests/architecture.rs` holds it.
//!
//! Data flows one way: link, [`scenario::Scenario`], result, geometry and words, view. Without the feature `ui` the
//! last two are not compiled and no browser type is anywhere.

pub mod cells;
pub mod chart;
pub mod data;
pub mod decimal;
pub mod document;
pub mod export;
pub mod finger;
pub mod markup;
pub mod model;
pub mod pace;
pub mod palette;
pub mod plain;
pub mod results;
pub mod scenario;
pub mod words;

#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
