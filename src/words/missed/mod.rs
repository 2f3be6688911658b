//! The view `missed`: its controls, its answer, and in the modules below its charts and tables.

use super::common::{areas, edition_year, everyone, in_need, people};
use super::number::{chosen_percent, count, decimal, in_a_hundred, percent, percent_left};
use super::{capital, schools};
use crate::chart::people::{of_a_hundred, rest_of_a_hundred};
use crate::data::{RankBy, Resolution};
use crate::model::Basis;
use crate::results::TargetingResult;
use crate::scenario::{CutKind, Percent, Place, Scenario, View, Whom};
use crate::words::bound::{EXACT, bound};

mod charts;
mod guess;
mod tables;

pub use charts::*;
pub use guess::*;
pub use tables::*;

/// Below the heading.
pub const LEAD: &str = "Choose a place and how big the target is. Everything is worked out on your device.";
/// Name of the controls.
pub const CONTROLS: &str = "Choose what to look at";
/// Label of the choice of need.
pub const NEED: &str = "Who needs to be reached";
/// Label of the choice of edition.
pub const EDITION: &str = "Figures from";
/// Label of the choice of order.
pub const RANK: &str = "Order areas by";
/// Label of the choice of cut.
pub const CUT: &str = "Most deprived compared with";
/// Label of the choice of basis.
pub const BASIS: &str = "The share is a share of";
/// Label of the choice of whole areas.
pub const WHOLE: &str = "Take whole areas only";
/// Label of the slider.
pub const SHARE: &str = "Target the most deprived";

/// The same in the order of the page.
pub const fn share_label(scenario: &Scenario) -> &'static str {
    match scenario.rank {
        RankBy::Imd => SHARE,
        RankBy::Need => "Target those most in need",
    }
}

/// Opens the part about rural and urban areas.
pub const RURAL: &str = "Rural and urban areas";
/// Opens the further controls.
pub const MORE: &str = "More choices";
/// Hint below the slider.
const SHARE_HINT: &str = "Slide, type a number, or drag the dot on the chart";
/// The same where there is no such chart.
const SHARE_HINT_ALONE: &str = "Slide, or type a number";

/// Below the heading where the page is about own units.
pub const OWN_LEAD: &str = "Choose how big the target is. Everything is worked out on your device.";

/// Label of the choice of order.
pub fn order_legend<'a>(whom: impl Into<Whom<'a>>) -> String {
    format!("Order {} by", areas(whom))
}

/// Label of the choice of whole units, and what that means.
pub fn whole_label<'a>(whom: impl Into<Whom<'a>>) -> [String; 2] {
    let areas = areas(whom);
    let hint = format!("{} are added until the share is reached, so the target can be a little bigger", capital(areas));
    [format!("Take whole {areas} only"), hint]
}

/// Hint below the slider: on the first view its chart has a dot to drag.
pub fn share_hint(view: View) -> &'static str {
    if view == View::Missed { SHARE_HINT } else { SHARE_HINT_ALONE }
}

/// Said when the number typed is not one.
pub const SHARE_ERROR: &str = "Type a number from 0 to 100, such as 20";
/// Said when the goal typed is not a number.
pub const GOAL_ERROR: &str = "Type a number from 0 to 100, such as 80";

/// The choice of cut.
pub const fn cut_label(cut: CutKind) -> &'static str {
    match cut {
        CutKind::National => "all England",
        CutKind::Local => "this place",
    }
}

/// The choice of basis.
pub fn basis_label<'a>(basis: Basis, whom: impl Into<Whom<'a>>) -> &'a str {
    match basis {
        Basis::Areas => areas(whom),
        Basis::People => people(whom),
    }
}

/// The same in a heading, where no number stands before it.
fn share_of(scenario: &Scenario) -> String {
    match scenario.cut {
        CutKind::National => "share of areas in England".to_owned(),
        CutKind::Local => format!("share of {} here", basis_label(scenario.basis, scenario)),
    }
}

/// What the share is a share of, after the number.
pub fn unit(scenario: &Scenario) -> String {
    match scenario.cut {
        CutKind::National => "% of areas in England".to_owned(),
        CutKind::Local => format!("% of {} here", basis_label(scenario.basis, scenario)),
    }
}

/// A share as a target is spoken of: "fifth", "35%".
fn part(share: Percent) -> Option<&'static str> {
    Some(match share.tenths() {
        50 => "twentieth",
        100 => "tenth",
        200 => "fifth",
        250 => "quarter",
        500 => "half",
        _ => return None,
    })
}

pub(in crate::words) fn named_part(share: Percent) -> String {
    part(share).map_or_else(|| chosen_percent(share), str::to_owned)
}

/// The target in words, such as "the most deprived fifth of areas nationally".
pub fn target_name(scenario: &Scenario, cut: CutKind) -> String {
    let share = named_part(scenario.share);
    let local_people = cut == CutKind::Local && scenario.basis == Basis::People;
    let of = if local_people { people(scenario) } else { areas(scenario) };
    let scale = match cut {
        CutKind::National => " nationally",
        CutKind::Local if scenario.uses_own() => "",
        CutKind::Local => " locally",
    };
    match (scenario.rank, local_people) {
        (RankBy::Imd, false) => format!("the most deprived {share} of {of}{scale}"),
        (RankBy::Imd, true) => {
            let part = a_part(scenario.share);
            format!("the most deprived {}, {} {part} of {of}{scale}", areas(scenario), home_to(scenario))
        }
        (RankBy::Need, false) => {
            format!("the {share} of {of}{scale} with the highest share of {}", in_need(scenario))
        }
        (RankBy::Need, true) => format!(
            "the {} with the highest share of {}, {} {} of {of}{scale}",
            areas(scenario),
            in_need(scenario),
            home_to(scenario),
            a_part(scenario.share)
        ),
    }
}

/// Between units and the people in them: people live in an area, and are in a school.
pub(in crate::words) fn home_to(scenario: &Scenario) -> &'static str {
    if scenario.uses_own() { "with" } else { "home to" }
}

/// The same between a target and the people in it.
pub(in crate::words) fn is_home_to(scenario: &Scenario) -> &'static str {
    if scenario.uses_own() { "has" } else { "is home to" }
}

fn a_part(share: Percent) -> String {
    part(share).map_or_else(|| chosen_percent(share), |name| format!("a {name}"))
}

pub(in crate::words) fn about(is_approximate: bool) -> &'static str {
    if is_approximate { "about " } else { "" }
}

/// A number that may be an estimate. What is nearly nothing or nearly all, such as `under 0.1%`, is not about as much.
pub(in crate::words) fn about_number(is_approximate: bool, shown: &str) -> String {
    let is_number = shown.starts_with(|first: char| first.is_ascii_digit());
    format!("{}{shown}", about(is_approximate && is_number))
}

/// A share that may be an estimate.
pub(in crate::words) fn about_percent(is_approximate: bool, share: f64) -> String {
    about_number(is_approximate, &percent(share))
}

/// What is left of a share that may be an estimate.
pub(in crate::words) fn about_left(is_approximate: bool, share: f64) -> String {
    about_number(is_approximate, &percent_left(share))
}

/// Whether a page is about all of England.
pub(in crate::words) fn is_england(scenario: &Scenario) -> bool {
    scenario.place == Place::England && !scenario.uses_own()
}

pub(in crate::words) fn here(scenario: &Scenario) -> &'static str {
    if is_england(scenario) { "in England" } else { "here" }
}

/// The big number: the share who are missed.
pub fn big_number(missed: &TargetingResult) -> String {
    percent_left(missed.target.measures.coverage)
}

/// Stands before the big number where it is an estimate.
pub fn big_number_about(missed: &TargetingResult) -> String {
    let shown = big_number(missed);
    about_number(missed.is_approximate, &shown).trim_end_matches(&shown).to_owned()
}

/// What the big number is, beside it.
pub fn big_number_meaning(scenario: &Scenario) -> String {
    format!("of {} {} would be missed", in_need(scenario), here(scenario))
}

/// The headline: whom the target would reach and miss, as people of a hundred. The exact share stands in [`big_number`].
pub fn headline(scenario: &Scenario, missed: &TargetingResult) -> String {
    let target = target_name(scenario, scenario.cut);
    let (need, here) = (in_need(scenario), here(scenario));
    let measures = &missed.target.measures;
    if scenario.share.tenths() == 0 {
        return format!("A target of nothing reaches none of the {need} {here}.");
    }
    if measures.in_need <= 0.0 {
        let why = match measures.areas <= 0.0 {
            true if scenario.uses_own() => format!(": it holds none of the {}", areas(scenario)),
            true => format!(": no area {here} is among them"),
            false => String::new(),
        };
        return format!("Targeting {target} would reach none of the {need} {here}{why}.");
    }
    if measures.coverage >= 1.0 {
        return format!("Targeting {target} would reach all {need} {here}.");
    }
    let reached = about_number(missed.is_approximate, &in_a_hundred(measures.coverage));
    let rest = match of_a_hundred(measures.coverage) {
        0 | 100 => "The others".to_owned(),
        _ => rest_of_a_hundred(measures.coverage).to_string(),
    };
    format!("Targeting {target} would reach {reached} {need} {here}. {rest} would be missed.")
}

/// How much more common need has to be inside a target than across the place to be worth a sentence, and how much less.
const NOTABLE_LIFT: [f64; 2] = [0.95, 1.05];

/// The numbers behind the headline, and what the target gains: even-handed, with the same weight.
pub fn detail(scenario: &Scenario, missed: &TargetingResult) -> String {
    let target = &missed.target.measures;
    let need = in_need(scenario);
    let about = about(missed.is_approximate);
    let mut text = format!("That is {about}{} of {} {need}.", count(target.in_need), count(missed.in_need));
    if target.people > 0.0 {
        text += &format!(
            " The target {} {} of {}",
            is_home_to(scenario),
            about_percent(missed.is_approximate, target.people_share),
            everyone(scenario)
        );
        let [less, more] = NOTABLE_LIFT;
        match target.lift {
            Some(lift) if lift >= more => {
                text += &format!(", with {} times the overall share of {need}.", decimal(lift));
            }
            Some(lift) if lift <= less => text += &format!(", with less than the overall share of {need}."),
            _ => text += ".",
        }
    }
    text
}

/// Which figures are in use, what they can and cannot say of this target, and how to have better ones.
pub fn figures_in_use(scenario: &Scenario, missed: &TargetingResult) -> String {
    let said = figures_in_short(scenario, missed);
    if missed.resolution == Resolution::Bands && missed.is_approximate && !scenario.uses_own() {
        return format!("{said} For exact results, add the official file on the Figures page.");
    }
    said
}

/// Which figures are in use, and what they can and cannot say of this target.
pub fn figures_in_short(scenario: &Scenario, missed: &TargetingResult) -> String {
    let number = count(missed.units);
    if let Some(of) = scenario.schools() {
        return schools::figures(of, scenario, missed);
    }
    if scenario.uses_own() {
        return format!("Exact: {number} {} of the table you added.", areas(scenario));
    }
    let year = edition_year(scenario.data);
    let in_use = match missed.resolution {
        Resolution::Areas => return format!("Exact: {number} single areas, from File 7 of {year}."),
        Resolution::Bands => format!("Built-in {year} figures: {number} areas."),
    };
    if !missed.is_approximate {
        return format!("{in_use} {EXACT}");
    }
    let limit = bound(scenario, missed);
    format!("{in_use} {limit}")
}
