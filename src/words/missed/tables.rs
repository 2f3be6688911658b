//! What the tables of the view say.

use super::{about, named_part, share_of, unit};
use crate::data::{NeedMeasure, RankBy, Resolution};
use crate::model::{Basis, Reach, Target};
use crate::results::{GOALS, Missed};
use crate::scenario::{CutKind, Percent, Place, Scenario};
use crate::words::common::{everyone, in_need, people};
use crate::words::number::{decimal, percent, percent_left};

/// Heading of the two meanings.
pub const TWO_MEANINGS: &str = "“Most deprived” can mean two things";

/// The two meanings against each other: what "most deprived" is compared with, share of people, share of need.
pub fn two_meanings(scenario: &Scenario, missed: &Missed) -> Vec<Vec<String>> {
    let row = |name: String, target: &Target, is_approximate: bool| {
        let about = about(is_approximate);
        vec![name, format!("{about}{}", percent(target.people_share)), format!("{about}{}", percent(target.coverage))]
    };
    let mut rows = Vec::new();
    if let Some(national) = &missed.national_target {
        rows.push(row("All England".to_owned(), national, missed.national_target_is_approximate));
    }
    let local = match scenario.basis {
        Basis::Areas => "This place".to_owned(),
        Basis::People => format!("This place, by {}", people(scenario.need)),
    };
    rows.push(row(local, &missed.local_target, missed.local_target_is_approximate));
    rows
}

/// The headings of that table.
pub fn two_meanings_headings(scenario: &Scenario) -> Vec<String> {
    let share = named_part(scenario.share);
    let target = match scenario.rank {
        RankBy::Imd => format!("The most deprived {share}, compared with"),
        RankBy::Need => format!("The {share} most in need, compared with"),
    };
    vec![
        target,
        format!("holds this share of {}", everyone(scenario.need)),
        format!("and of {}", in_need(scenario.need)),
    ]
}

/// Why the two differ.
pub fn two_meanings_text(scenario: &Scenario, missed: &Missed) -> String {
    if scenario.place == Place::England {
        return "For all England the two are the same. Choose a council to see how far apart they can be.".to_owned();
    }
    let Some(national) = &missed.national_target else {
        return "These figures have no national ranking, so only the local meaning can be shown.".to_owned();
    };
    let difference = missed.local_target.coverage - national.coverage;
    let fifth = named_part(scenario.share);
    if difference.abs() < 0.02 {
        return format!(
            "The most deprived {fifth} of England’s areas and the most deprived {fifth} of this place come to nearly the same here."
        );
    }
    let (fewer, compared) = if difference > 0.0 { ("fewer", "less deprived") } else { ("more", "more deprived") };
    format!(
        "Areas here are {compared} than in England as a whole, so {fewer} of them are in the most deprived {fifth} \
         nationally. Say which one you mean: the two differ by {} percentage points here.",
        decimal(difference.abs() * 100.0)
    )
}

/// Heading of the question turned round.
pub const HOW_BIG: &str = "How big would the target have to be?";

/// Headings of its table.
pub fn how_big_headings(scenario: &Scenario) -> Vec<String> {
    let order = match scenario.rank {
        RankBy::Imd => "target the most deprived",
        RankBy::Need => "target the most in need",
    };
    vec![
        format!("To reach this share of {}", in_need(scenario.need)),
        format!("{order} {}", share_of(scenario)),
        format!("home to this share of {}", everyone(scenario.need)),
    ]
}

/// The rows of its table.
pub fn how_big_rows(missed: &Missed) -> Vec<Vec<String>> {
    let about = about(missed.resolution == Resolution::Bands);
    let row = |reach: &Reach| {
        vec![
            goal_name(reach.goal),
            format!("{about}{}", percent(reach.share)),
            format!("{about}{}", percent(reach.people_share)),
        ]
    };
    missed.to_reach[..GOALS.len()].iter().map(row).collect()
}

fn goal_name(goal: f64) -> String {
    match Percent::from_share(goal).tenths() {
        500 => "half".to_owned(),
        800 => "8 in 10".to_owned(),
        950 => "95 in 100".to_owned(),
        _ => percent(goal),
    }
}

/// Label of the goal.
pub const GOAL: &str = "Or set your own goal: reach";
/// After the goal.
pub fn goal_unit(need: NeedMeasure) -> String {
    format!("% of {}", in_need(need))
}

/// The answer to the person's own goal.
pub fn goal_answer(scenario: &Scenario, missed: &Missed) -> String {
    let Some(reach) = missed.to_reach.last() else { return String::new() };
    let about = about(missed.resolution == Resolution::Bands);
    let order = match scenario.rank {
        RankBy::Imd => "the most deprived",
        RankBy::Need => "the most in need:",
    };
    format!(
        "To reach {} of {}, target {order} {about}{}{}. They are home to {about}{} of {}.",
        percent(reach.goal),
        in_need(scenario.need),
        percent(reach.share).trim_end_matches('%'),
        unit(scenario),
        percent(reach.people_share),
        everyone(scenario.need)
    )
}

/// Heading of the perfect map.
pub const PERFECT_MAP: &str = "Would a better map help?";

/// What the perfect map says.
pub fn perfect_map(scenario: &Scenario, missed: &Missed) -> String {
    let need = in_need(scenario.need);
    let misses = format!("{}{}", about(missed.is_approximate), percent_left(missed.target.measures.coverage));
    // A share of England's areas is another number of this place's areas in another order, so it may hold fewer people.
    let is_part_of_england = scenario.cut == CutKind::National && scenario.place != Place::England;
    match (scenario.rank, is_part_of_england) {
        (RankBy::Imd, false) => format!(
            "Areas are ordered by overall deprivation. The best that any map could do is to order them by the share of \
             {need} itself."
        ),
        (RankBy::Imd, true) => format!(
            "England’s areas are ordered by overall deprivation. For England as a whole, the best that any map could do \
             is to order them by the share of {need} itself."
        ),
        (RankBy::Need, false) => format!(
            "Areas are now ordered by the share of {need} itself. No map could do better, and even so a target of this \
             size misses {misses}."
        ),
        (RankBy::Need, true) => format!(
            "England’s areas are now ordered by the share of {need} itself. For England as a whole no map could do \
             better. Here the target now holds {} of {}, and misses {misses} of {need}.",
            percent(missed.target.measures.people_share),
            everyone(scenario.need)
        ),
    }
}

/// Switches to the other order.
pub const fn perfect_map_switch(rank: RankBy) -> &'static str {
    match rank {
        RankBy::Imd => "Try the perfect map",
        RankBy::Need => "Back to overall deprivation",
    }
}
