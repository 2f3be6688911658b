//! The view `missed`: its controls, its answer, and in the modules below its charts and tables.

use super::common::{edition_year, everyone, in_need, people};
use super::number::{chosen_percent, count, decimal, in_a_hundred, percent, percent_left};
use crate::chart::people::{of_a_hundred, rest_of_a_hundred};
use crate::data::{NeedMeasure, RankBy, Resolution};
use crate::model::Basis;
use crate::results::TargetingResult;
use crate::scenario::{CutKind, Percent, Place, Scenario, View};
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
/// What that means.
pub const WHOLE_HINT: &str = "Areas are added until the share is reached, so the target can be a little bigger";
/// Label of the slider.
pub const SHARE: &str = "Target the most deprived";
/// Opens the part about rural and urban areas.
pub const RURAL: &str = "Rural and urban areas";
/// Opens the further controls.
pub const MORE: &str = "More choices";
/// Hint below the slider.
const SHARE_HINT: &str = "Slide, type a number, or drag the dot on the chart";
/// The same where there is no such chart.
const SHARE_HINT_ALONE: &str = "Slide, or type a number";

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
pub const fn basis_label(basis: Basis, need: NeedMeasure) -> &'static str {
    match (basis, need) {
        (Basis::Areas, _) => "areas",
        (Basis::People, need) => people(need),
    }
}

/// The same in a heading, where no number stands before it.
fn share_of(scenario: &Scenario) -> String {
    match scenario.cut {
        CutKind::National => "share of areas in England".to_owned(),
        CutKind::Local => format!("share of {} here", basis_label(scenario.basis, scenario.need)),
    }
}

/// What the share is a share of, after the number.
pub fn unit(scenario: &Scenario) -> String {
    match scenario.cut {
        CutKind::National => "% of areas in England".to_owned(),
        CutKind::Local => format!("% of {} here", basis_label(scenario.basis, scenario.need)),
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
    let of = if local_people { people(scenario.need) } else { "areas" };
    let scale = match cut {
        CutKind::National => "nationally",
        CutKind::Local => "locally",
    };
    match (scenario.rank, local_people) {
        (RankBy::Imd, false) => format!("the most deprived {share} of areas {scale}"),
        (RankBy::Imd, true) => format!("the most deprived areas, home to {} of {of} {scale}", a_part(scenario.share)),
        (RankBy::Need, false) => {
            format!("the {share} of areas {scale} with the highest share of {}", in_need(scenario.need))
        }
        (RankBy::Need, true) => format!(
            "the areas with the highest share of {}, home to {} of {of} {scale}",
            in_need(scenario.need),
            a_part(scenario.share)
        ),
    }
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

pub(super) fn here(place: &Place) -> &'static str {
    if *place == Place::England { "in England" } else { "here" }
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
    format!("of {} {} would be missed", in_need(scenario.need), here(&scenario.place))
}

/// The headline: whom the target would reach and miss, as people of a hundred. The exact share stands in [`big_number`].
pub fn headline(scenario: &Scenario, missed: &TargetingResult) -> String {
    let target = target_name(scenario, scenario.cut);
    let (need, here) = (in_need(scenario.need), here(&scenario.place));
    let measures = &missed.target.measures;
    if scenario.share.tenths() == 0 {
        return format!("A target of nothing reaches none of the {need} {here}.");
    }
    if measures.in_need <= 0.0 {
        let why = if measures.areas <= 0.0 { format!(": no area {here} is among them") } else { String::new() };
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
    let need = in_need(scenario.need);
    let about = about(missed.is_approximate);
    let mut text = format!("That is {about}{} of {} {need}.", count(target.in_need), count(missed.in_need));
    if target.people > 0.0 {
        text += &format!(
            " The target is home to {} of {}",
            about_percent(missed.is_approximate, target.people_share),
            everyone(scenario.need)
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
    if missed.resolution == Resolution::Bands && missed.is_approximate {
        return format!("{said} For exact results, add the official file on the Figures page.");
    }
    said
}

/// Which figures are in use, and what they can and cannot say of this target.
pub fn figures_in_short(scenario: &Scenario, missed: &TargetingResult) -> String {
    let areas = count(missed.units);
    let year = edition_year(scenario.data);
    let in_use = match missed.resolution {
        Resolution::Areas => return format!("Exact: {areas} single areas, from the {year} file you added."),
        Resolution::Bands => format!("Built-in {year} figures: {areas} areas."),
    };
    if !missed.is_approximate {
        return format!("{in_use} {EXACT}");
    }
    let limit = bound(scenario, missed);
    format!("{in_use} {limit}")
}
