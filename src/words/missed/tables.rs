//! What the tables of the view say.

use super::{a_part, about, about_left, about_percent, basis_label, home_to, is_england, named_part, share_of};
use crate::data::{RankBy, Resolution};
use crate::model::{Basis, SmallestTarget, Target};
use crate::results::shown::tenths_above;
use crate::results::{GOALS, TargetingResult};
use crate::scenario::{CutKind, Percent, Scenario};
use crate::words::capital;
use crate::words::common::{areas, areas_capital, everyone, in_need, people, rank_label};
use crate::words::number::{count, percent, short_decimal, tenths_of_points};

/// Heading of the two meanings.
pub const TWO_MEANINGS: &str = "“Most deprived” can mean two things";
/// Opens its table.
pub const TWO_MEANINGS_TABLE: &str = "Both meanings in numbers";

/// The two meanings against each other: what "most deprived" is compared with, share of people, share of need.
pub fn two_meanings(scenario: &Scenario, missed: &TargetingResult) -> Vec<Vec<String>> {
    let row = |name: String, target: &Target, is_approximate: bool| {
        let share = |share| about_percent(is_approximate, share);
        vec![name, share(target.people_share), share(target.coverage)]
    };
    let mut rows = Vec::new();
    if let Some(national) = &missed.national_target {
        rows.push(row("All England".to_owned(), national, missed.national_target_is_approximate));
    }
    let local = match scenario.basis {
        _ if scenario.uses_own() => format!("This table, by {}", basis_label(scenario.basis, scenario)),
        Basis::Areas => "This place".to_owned(),
        Basis::People => format!("This place, by {}", people(scenario)),
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
    vec![target, format!("holds this share of {}", everyone(scenario)), format!("and of {}", in_need(scenario))]
}

/// How many areas of the place each of the two takes, and how far what they reach lies apart.
pub fn two_meanings_text(scenario: &Scenario, missed: &TargetingResult) -> String {
    let Some(national) = &missed.national_target else {
        return format!(
            "There is no national ranking of {}, so a target is always a share of those here.",
            areas(scenario)
        );
    };
    let local = &missed.local_target;
    let difference = tenths_above(national.coverage, local.coverage);
    if is_england(scenario) && difference == 0 {
        return "For all England the two are the same. Choose a council to see how far apart they can be.".to_owned();
    }
    let part = named_part(scenario.share);
    let which = match scenario.rank {
        RankBy::Imd => format!("most deprived {part}"),
        RankBy::Need => format!("{part} most in need"),
    };
    let own = match (scenario.basis, scenario.rank) {
        (Basis::Areas, _) => format!("{} of the areas here", a_part(scenario.share)),
        (Basis::People, _) => format!("{} of the {} here", a_part(scenario.share), people(scenario)),
    };
    let inside = short_decimal(national.areas);
    let verb = if inside == short_decimal(1.0) { "is" } else { "are" };
    let areas = capital(&format!(
        "{}{inside} of the {} areas here {verb} in England’s {which}; {own} is {}{}.",
        about(missed.national_target_is_approximate),
        count(missed.units),
        about(missed.local_target_is_approximate),
        short_decimal(local.areas)
    ));
    match difference {
        0 => format!("{areas} Both reach the same share here."),
        points => format!(
            "{areas} What they reach differs by {}{} percentage points, so say which one you mean.",
            about(missed.national_target_is_approximate || missed.local_target_is_approximate),
            tenths_of_points(points)
        ),
    }
}

/// Heading of the question turned round.
pub const HOW_BIG: &str = "How big would the target have to be?";

/// Headings of its table.
pub fn how_big_headings(scenario: &Scenario) -> Vec<String> {
    let share = share_of(scenario);
    let target = match scenario.rank {
        RankBy::Imd => format!("target the most deprived {share}"),
        RankBy::Need => format!("target this {share}, most in need first"),
    };
    vec![
        format!("To reach this share of {}", in_need(scenario)),
        target,
        format!("{} this share of {}", home_to(scenario), everyone(scenario)),
    ]
}

/// The rows of its table.
pub fn how_big_rows(missed: &TargetingResult) -> Vec<Vec<String>> {
    let row = |reach: &SmallestTarget| {
        let is_rough = missed.resolution == Resolution::Bands && reach.share > 0.0 && reach.share < 1.0;
        let share = |share| about_percent(is_rough, share);
        vec![goal_name(reach.goal), share(reach.share), share(reach.people_share)]
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

/// The smallest target that reaches a goal (0 to 1), with its share of the scale in use (0 to 1).
pub fn target_reaching(scenario: &Scenario, goal: f64, is_rough: bool, share: f64) -> String {
    let order = match scenario.rank {
        RankBy::Imd => "the most deprived",
        RankBy::Need => "the most in need:",
    };
    let of = match scenario.cut {
        CutKind::National => "areas in England",
        CutKind::Local => basis_label(scenario.basis, scenario),
    };
    format!("To reach {}: {order} {} of {of}", goal_name(goal), about_percent(is_rough, share))
}

/// Label of the goal.
pub const GOAL: &str = "Or set your own goal: reach";
/// After the goal.
pub fn goal_unit(scenario: &Scenario) -> String {
    format!("% of {}", in_need(scenario))
}

/// The answer to the person's own goal.
pub fn goal_answer(scenario: &Scenario, missed: &TargetingResult) -> String {
    let Some(reach) = missed.to_reach.last() else { return String::new() };
    let is_rough = missed.resolution == Resolution::Bands && reach.share > 0.0 && reach.share < 1.0;
    let order = match scenario.rank {
        RankBy::Imd => "the most deprived",
        RankBy::Need => "the most in need:",
    };
    let here = if is_england(scenario) { "" } else { " here" };
    let of = match scenario.cut {
        CutKind::National => "areas in England",
        CutKind::Local => basis_label(scenario.basis, scenario),
    };
    format!(
        "To reach {} of {}{here}, target {order} {} of {of}. They {} {} of {}{here}.",
        percent(reach.goal),
        in_need(scenario),
        about_percent(is_rough, reach.share),
        if scenario.uses_own() { "have" } else { "are home to" },
        about_percent(is_rough, reach.people_share),
        everyone(scenario)
    )
}

/// Heading of the perfect map.
pub const PERFECT_MAP: &str = "Would a better map help?";

/// What a perfect map is.
pub fn perfect_map(scenario: &Scenario) -> String {
    format!(
        "A perfect map would order {} by the share of {} itself. No target {} as many people reaches more.",
        areas(scenario),
        in_need(scenario),
        if scenario.uses_own() { "with" } else { "that is home to" }
    )
}

/// Shows both orders side by side.
pub const SHOW_BOTH_ORDERS: &str = "Try the perfect map";
/// Caption of the two orders side by side.
pub const BOTH_ORDERS: &str = "The same target in both orders";

/// Headings of the two orders.
pub fn orders_headings(scenario: &Scenario) -> Vec<String> {
    let areas = areas_capital(scenario);
    vec![
        format!("{areas} in order of"),
        if is_england(scenario) { areas.into_owned() } else { format!("{areas} here") },
        format!("Share of {}", everyone(scenario)),
        format!("Share of {}", in_need(scenario)),
    ]
}

/// The target in the order of overall deprivation and in that of need itself.
pub fn orders_rows(scenario: &Scenario, by_imd: &TargetingResult, by_need: &TargetingResult) -> Vec<Vec<String>> {
    let row = |rank: RankBy, missed: &TargetingResult| {
        let (target, about) = (&missed.target.measures, about(missed.is_approximate));
        vec![
            rank_label(rank, scenario),
            format!("{about}{}", short_decimal(target.areas)),
            about_percent(missed.is_approximate, target.people_share),
            about_percent(missed.is_approximate, target.coverage),
        ]
    };
    vec![row(RankBy::Imd, by_imd), row(RankBy::Need, by_need)]
}

/// What the perfect map changes, and why where it reaches fewer.
pub fn orders_verdict(scenario: &Scenario, by_imd: &TargetingResult, by_need: &TargetingResult) -> String {
    let need = in_need(scenario);
    let [imd, best] = [by_imd, by_need].map(|missed| &missed.target.measures);
    let about = about(by_imd.is_approximate || by_need.is_approximate);
    let more = tenths_above(best.coverage, imd.coverage);
    let points = tenths_of_points(more);
    let misses =
        format!("misses {} of {need}", about_left(by_imd.is_approximate || by_need.is_approximate, best.coverage));
    if more == 0 {
        return format!("In both orders the target {misses}.");
    }
    if best.coverage > imd.coverage {
        return format!("The perfect map reaches {about}{points} points more, and still {misses}.");
    }
    let less = format!("Here the perfect map reaches {about}{points} points less and {misses}");
    if best.people < imd.people {
        return format!(
            "{less}, because its target is smaller: fewer people here {} in it.",
            if scenario.uses_own() { "are" } else { "live" }
        );
    }
    // No target of single areas could be so; results that are near but not exact can.
    format!("{less}. Results that are not exact can be so.")
}

/// Orders the areas of the whole page the other way.
pub const fn perfect_map_switch(rank: RankBy) -> &'static str {
    match rank {
        RankBy::Imd => "Use the perfect map on this page",
        RankBy::Need => "Back to overall deprivation",
    }
}
