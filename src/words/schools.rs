//! Built-in schools: what they are called, where their figures are from, and how near those are.

use super::number::{count, decimal};
use super::sources::attribution;
use crate::data::schools::Schools;
use crate::data::table::Targetable;
use crate::results::TargetingResult;
use crate::scenario::Scenario;

/// Who is in need.
pub const IN_NEED: &str = "pupils eligible for free school meals";
/// Everybody.
pub const PEOPLE: &str = "pupils";

/// What the units are called.
pub const fn units(schools: Schools) -> &'static str {
    match schools {
        Schools::All => "schools",
        Schools::Primary => "primary schools",
        Schools::Secondary => "secondary schools",
    }
}

/// What stands for the place.
pub const fn name(schools: Schools) -> &'static str {
    match schools {
        Schools::All => "Schools in Cambridgeshire and Peterborough",
        Schools::Primary => "Primary schools in Cambridgeshire and Peterborough",
        Schools::Secondary => "Secondary schools in Cambridgeshire and Peterborough",
    }
}

/// Where their figures are from.
pub fn source() -> String {
    format!(
        "Department for Education, Schools, pupils and their characteristics, 2022/23, state-funded schools, in bands that this \
         project made. {}",
        attribution()
    )
}

/// How the bands are made.
pub fn made_as(bands: &Targetable) -> String {
    let schools: f64 = bands.units.iter().map(|band| band.units).sum();
    format!(
        "{} schools in {} bands of equally many, ordered by the share of {IN_NEED}; no school by itself.",
        count(schools),
        bands.units.len()
    )
}

/// Which figures are in use, and what they can and cannot say of this target.
pub fn figures(schools: Schools, scenario: &Scenario, missed: &TargetingResult) -> String {
    let number = count(missed.units);
    let units = units(schools);
    let in_use = format!("Built-in figures of 2022/23: {number} {units} in bands.");
    if !missed.is_approximate {
        return format!("{in_use} At this size they are exact.");
    }
    let within = decimal(schools.within());
    let whole = if scenario.whole { ", give or take one school" } else { "" };
    format!("{in_use} Shares are within {within} percentage points of those from single schools{whole}.")
}

/// Said on the view that shows units one by one.
pub const NOT_ONE_BY_ONE: &str = "The built-in figures on schools are bands of several schools, not single ones. Add a table of \
     schools below to see them one by one.";
/// Label of the links to them.
pub const NO_TABLE_AT_HAND: &str = "No table at hand? Look at built-in figures first:";
