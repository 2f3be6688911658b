//! The view `missed`.

use super::common::{everyone, in_need, people};
use super::number::{count, decimal, in_words, percent, percent_left};
use crate::chart::concentration::{CurveWords, OnCurve};
use crate::data::{Edition, NeedMeasure, RankBy, Resolution};
use crate::model::{Basis, Quintile, Reach, Share, Target};
use crate::results::{GOALS, Missed, Prepared};
use crate::scenario::{CutKind, Percent, Place, Scenario};

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
/// Opens the further controls.
pub const MORE: &str = "More choices";
/// Hint below the slider.
pub const SHARE_HINT: &str = "Slide, type a number, or drag the dot on the chart";
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
        (Basis::People, NeedMeasure::Income) => "residents",
        (Basis::People, NeedMeasure::Children) => "children",
        (Basis::People, NeedMeasure::Older) => "older people",
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

fn named_part(share: Percent) -> String {
    part(share).map_or_else(|| format!("{share}%"), str::to_owned)
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
    part(share).map_or_else(|| format!("{share}%"), |name| format!("a {name}"))
}

fn about(is_approximate: bool) -> &'static str {
    if is_approximate { "about " } else { "" }
}

fn here(place: &Place) -> &'static str {
    if *place == Place::England { "in England" } else { "here" }
}

/// The big number: the share who are missed.
pub fn big_number(missed: &Missed) -> String {
    percent_left(missed.target.measures.coverage)
}

/// Stands before the big number where it is an estimate.
pub fn big_number_about(missed: &Missed) -> String {
    about(missed.is_approximate).to_owned()
}

/// What the big number is, beside it.
pub fn big_number_meaning(scenario: &Scenario) -> String {
    format!("of {} {} would be missed", in_need(scenario.need), here(&scenario.place))
}

/// The headline: whom the target would reach and miss.
pub fn headline(scenario: &Scenario, missed: &Missed) -> String {
    let target = target_name(scenario, scenario.cut);
    let (need, here) = (in_need(scenario.need), here(&scenario.place));
    let coverage = missed.target.measures.coverage;
    if missed.target.measures.people <= 0.0 {
        return format!("Targeting {target} would reach none of the {need} {here}: no area {here} is among them.");
    }
    if coverage >= 1.0 {
        return format!("Targeting {target} would reach all {need} {here}.");
    }
    format!(
        "Targeting {target} would reach {} {need} {here}: {}{}. {} would be missed.",
        in_words(coverage),
        about(missed.is_approximate),
        percent(coverage),
        percent_left(coverage),
    )
}

/// The numbers behind the headline, and what the target gains: even-handed, with the same weight.
pub fn detail(scenario: &Scenario, missed: &Missed) -> String {
    let target = &missed.target.measures;
    let need = in_need(scenario.need);
    let about = about(missed.is_approximate);
    let mut text = format!("That is {about}{} of {} {need}.", count(target.in_need), count(missed.in_need));
    if target.people > 0.0 {
        text +=
            &format!(" The target is home to {about}{} of {}", percent(target.people_share), everyone(scenario.need));
        match target.lift {
            Some(lift) if lift >= 1.05 => {
                text += &format!(
                    ", and low income is {} times as common there as across {}.",
                    decimal(lift),
                    the_place(&scenario.place)
                );
            }
            _ => text += ".",
        }
    }
    text
}

fn the_place(place: &Place) -> &'static str {
    if *place == Place::England { "England" } else { "the whole place" }
}

/// Which figures are in use, and what they can and cannot say of this target.
pub fn figures_in_use(scenario: &Scenario, missed: &Missed) -> String {
    let areas = count(missed.units);
    let year = match scenario.data {
        Edition::Iod2019 => "2019",
        Edition::Iod2025 => "2025",
    };
    let in_use = match missed.resolution {
        Resolution::Areas => return format!("Exact: {areas} single areas, from the {year} file you added."),
        Resolution::Bands => format!("Built-in {year} figures: {areas} areas in bands of 5%."),
    };
    if !missed.is_approximate {
        return in_use;
    }
    let limit = match scenario.cut {
        CutKind::National => "They are exact at every 5%; between those, as here, they are estimates.",
        CutKind::Local => "A local target is an estimate with them: for 95% of councils within 1 percentage point.",
    };
    format!("{in_use} {limit} For exact results, add the official file on the Figures page.")
}

/// Caption of the hundred people.
pub fn people_caption(scenario: &Scenario, reached: usize) -> String {
    let missed = 100 - reached;
    let is = |number: usize| if number == 1 { "is" } else { "are" };
    format!(
        "Of every 100 {}, {reached} {} reached and {missed} {} missed",
        in_need(scenario.need),
        is(reached),
        is(missed)
    )
}

/// Headings of their table.
pub fn people_headings(need: NeedMeasure) -> Vec<String> {
    let group = super::common::in_need_capital(need);
    vec![group.to_owned(), "Number".to_owned(), "Share".to_owned()]
}

/// Rows of their table.
pub fn people_rows(missed: &Missed) -> Vec<Vec<String>> {
    let target = &missed.target.measures;
    vec![
        vec![REACHED.to_owned(), count(target.in_need), percent(target.coverage)],
        vec![MISSED.to_owned(), count(missed.in_need - target.in_need), percent_left(target.coverage)],
    ]
}

/// Key of the hundred people.
pub const REACHED: &str = "Inside the target: reached";
/// Key of the hundred people.
pub const MISSED: &str = "Outside the target: missed";

/// Caption of the curve.
pub fn curve_caption(missed: &Missed) -> &'static str {
    match missed.target.between_area_share {
        Some(between) if between > 0.25 => "A bigger target reaches more, and need here clusters in some areas",
        _ => "A bigger target reaches more, but need is spread across all areas",
    }
}

/// How to read the curve.
pub const CURVE_HOW_TO: &str = "Follow the slider from left to right: the solid line is the share of people in need \
     inside the target, the dashed line the share of everyone. The space between them is what targeting gains.";

/// The curve for those who do not see it.
pub fn curve_description(scenario: &Scenario, missed: &Missed) -> String {
    let target = &missed.target.measures;
    format!(
        "Line chart. At {} {}, the target holds {} of {} and {} of {}.",
        scenario.share,
        unit(scenario),
        percent(target.coverage),
        in_need(scenario.need),
        percent(target.people_share),
        everyone(scenario.need)
    )
}

/// What the curve says.
pub fn curve_words(scenario: &Scenario) -> CurveWords {
    CurveWords {
        need: super::common::in_need_capital(scenario.need).to_owned(),
        everyone: super::common::everyone_capital(scenario.need).to_owned(),
        axis: [axis(scenario), short_axis(scenario.rank).to_owned()],
    }
}

/// The figures beside the two dots on the curve.
pub fn curve_figures(target: OnCurve) -> [String; 2] {
    [percent(target.in_need), percent(target.people)]
}

/// The names of the fifths, most deprived first.
pub fn quintile_names(rank: RankBy) -> [String; 5] {
    [1, 2, 3, 4, 5].map(|fifth| quintile_name(fifth, rank).to_owned())
}

/// The horizontal axis of the curve.
fn axis(scenario: &Scenario) -> String {
    let order = match scenario.rank {
        RankBy::Imd => "from the most to the least deprived",
        RankBy::Need => "from the most to the least in need",
    };
    match scenario.cut {
        CutKind::National => format!("Areas of England, {order}"),
        CutKind::Local if scenario.basis == Basis::Areas => format!("Areas of this place, {order}"),
        CutKind::Local => match scenario.need {
            NeedMeasure::Income => format!("Residents of this place, {order} area"),
            NeedMeasure::Children => format!("Children of this place, {order} area"),
            NeedMeasure::Older => format!("Older people of this place, {order} area"),
        },
    }
}

/// The same where there is little room.
const fn short_axis(rank: RankBy) -> &'static str {
    match rank {
        RankBy::Imd => "Most deprived first",
        RankBy::Need => "Most in need first",
    }
}

/// Name of the handle on the curve.
pub const HANDLE: &str = "Size of the target";

/// The handle's value for a screen reader.
pub fn handle_value(scenario: &Scenario, missed: &Missed) -> String {
    format!("{} {}, reaches {}", scenario.share, unit(scenario), percent(missed.target.measures.coverage))
}

/// Opens the numbers behind a chart.
pub const SHOW_TABLE: &str = "Show these numbers as a table";

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

/// Caption of the fifths.
pub fn quintile_caption(scenario: &Scenario, missed: &Missed) -> String {
    let least = missed.quintiles(scenario.cut)[4];
    if least.need_share > 0.0 {
        let which = match scenario.rank {
            RankBy::Imd => "the least deprived",
            RankBy::Need => "the one least in need",
        };
        format!("Every fifth is home to {}: even {which} holds {}", in_need(scenario.need), percent(least.need_share))
    } else {
        format!("Where {} live, by fifth", in_need(scenario.need))
    }
}

/// What the fifths are fifths of.
pub fn quintile_scale(scenario: &Scenario) -> String {
    match (scenario.cut, scenario.basis) {
        (CutKind::National, _) => "Fifths of the areas of England.".to_owned(),
        (CutKind::Local, Basis::Areas) => "Fifths of the areas of this place.".to_owned(),
        (CutKind::Local, Basis::People) => {
            format!("Fifths of the {} of this place.", people(scenario.need))
        }
    }
}

/// Name of a fifth (1 to 5).
const fn quintile_name(quintile: u8, rank: RankBy) -> &'static str {
    match (quintile, rank) {
        (1, RankBy::Imd) => "Most deprived fifth",
        (1, RankBy::Need) => "Fifth most in need",
        (2, _) => "Second fifth",
        (3, _) => "Middle fifth",
        (4, _) => "Fourth fifth",
        (_, RankBy::Imd) => "Least deprived fifth",
        (_, RankBy::Need) => "Fifth least in need",
    }
}

/// Headings of the fifths' table.
pub fn quintile_headings(need: NeedMeasure) -> [String; 6] {
    [
        "Fifth".to_owned(),
        "Areas".to_owned(),
        super::common::everyone_capital(need).to_owned(),
        super::common::in_need_capital(need).to_owned(),
        format!("Share of {}", everyone(need)),
        format!("Share of {}", in_need(need)),
    ]
}

/// Rows of the fifths' table.
pub fn quintile_rows(scenario: &Scenario, missed: &Missed) -> Vec<Vec<String>> {
    let row = |fifth: &Quintile| {
        vec![
            quintile_name(fifth.quintile, scenario.rank).to_owned(),
            decimal(fifth.areas).trim_end_matches(".0").to_owned(),
            count(fifth.people),
            count(fifth.in_need),
            percent(fifth.people_share),
            percent(fifth.need_share),
        ]
    };
    missed.quintiles(scenario.cut).iter().map(row).collect()
}

/// Rows of the curve's table.
pub fn curve_rows(scenario: &Scenario, prepared: &Prepared) -> Vec<Vec<String>> {
    let row = |(share, target): (Share, Target)| {
        let size = Percent::from_share(share.get());
        vec![format!("{size}{}", unit(scenario)), percent(target.people_share), percent(target.coverage)]
    };
    prepared.at_each_twentieth(scenario.scale()).into_iter().map(row).collect()
}

/// Headings of the curve's table.
pub fn curve_headings(scenario: &Scenario) -> [String; 3] {
    [
        "Target".to_owned(),
        format!("Share of {}", everyone(scenario.need)),
        format!("Share of {}", in_need(scenario.need)),
    ]
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
        format!("{order} {}", unit(scenario).replace("% of", "share of")),
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
    match scenario.rank {
        RankBy::Imd => format!(
            "Areas are ordered by overall deprivation. The best that any map could do is to order them by the share of \
             {need} itself."
        ),
        RankBy::Need => format!(
            "Areas are now ordered by the share of {need} itself. No map could do better, and even so a target of this \
             size misses {}{}.",
            about(missed.is_approximate),
            percent_left(missed.target.measures.coverage)
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
