//! *Who gets missed?* A model of whom a geographic target reaches and misses, and its page.
//!
//! | module | what is there | may use |
//! | --- | --- | --- |
//! | [`model`] | numbers in, numbers out | nothing |
//! | [`decimal`] | numbers from and to text | nothing |
//! | [`finger`] | what a finger on a slider does | nothing |
//! | [`palette`] | colours of what the page's style does not reach | nothing |
//! | [`plain`] | texts of others without what cannot be seen | nothing |
//! | [`markup`] | texts inside markup | `plain` |
//! | [`data`] | official files and built-in figures to units | `model` |
//! | [`scenario`] | the state of a page and its link | `model`, `data` |
//! | [`results`] | a scenario worked out on data | `scenario`, `data`, `model` |
//! | [`chart`] | pure geometry: scales, ticks, paths | `model`, `results` |
//! | [`words`] | everything a person reads | all above |
//! | [`export`] | charts and results as files | all above |
//! | `platform` | the browser, behind fallible functions | |
//! | `ui` | Leptos views | everything |
//!
//! Data flows one way: link, [`scenario::Scenario`], result, geometry and words, view. Without the feature `ui` the
//! last two are not compiled and no browser type is anywhere.

pub mod chart;
pub mod data;
pub mod decimal;
pub mod document;
pub mod export;
pub mod finger;
pub mod markup;
pub mod model;
pub mod palette;
pub mod plain;
pub mod results;
pub mod scenario;
pub mod words;

#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
