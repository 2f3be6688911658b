//! What the charts of the view say.

use super::{about_number, about_percent, basis_label, is_england, is_home_to, unit};
use crate::chart::concentration::{CurveWords, OnCurve};
use crate::chart::people::{of_a_hundred, rest_of_a_hundred};
use crate::data::RankBy;
use crate::model::{Basis, Quintile, Share, Target};
use crate::results::{RankedPlace, TargetingResult};
use crate::scenario::{CutKind, Percent, Scenario};
use crate::words::common::{
    areas_capital, everyone, everyone_capital, in_need, in_need_capital, people, people_capital,
};
use crate::words::locale::{Plural, plural};
use crate::words::number::{chosen, count, percent, percent_left, short_decimal};
use crate::words::{capital, lower_first};

/// Caption of the hundred people.
pub fn people_caption(scenario: &Scenario, missed: &TargetingResult) -> String {
    let coverage = missed.target.measures.coverage;
    let reached = of_a_hundred(coverage);
    let people = |number: usize| match plural(number) {
        Plural::One => format!("{number} is"),
        Plural::Other => format!("{number} are"),
    };
    // A few who do not fill a hundredth are no nobody.
    let [is_reached, is_missed] = match reached {
        0 if coverage > 0.0 => ["fewer than 1 is".to_owned(), "more than 99 are".to_owned()],
        100 if coverage < 1.0 => ["more than 99 are".to_owned(), "fewer than 1 is".to_owned()],
        _ => [people(reached), people(rest_of_a_hundred(coverage))],
    };
    let is_reached = about_number(missed.is_approximate, &is_reached);
    format!("Of every 100 {}, {is_reached} reached and {is_missed} missed", in_need(scenario))
}

/// Headings of their table.
pub fn people_headings(scenario: &Scenario) -> Vec<String> {
    vec![in_need_capital(scenario).into_owned(), "Number".to_owned(), "Share".to_owned()]
}

/// Rows of their table.
pub fn people_rows(missed: &TargetingResult) -> Vec<Vec<String>> {
    let target = &missed.target.measures;
    vec![
        vec![REACHED.to_owned(), count(target.in_need), percent(target.coverage)],
        vec![MISSED.to_owned(), count(missed.in_need_outside()), percent_left(target.coverage)],
    ]
}

/// Key of the hundred people.
pub const REACHED: &str = "Inside the target: reached";
/// Key of the hundred people.
pub const MISSED: &str = "Outside the target: missed";
/// The same where there is little room.
pub const REACHED_IN_SHORT: &str = "Reached";
/// The same where there is little room.
pub const MISSED_IN_SHORT: &str = "Missed";

/// Caption of the curve: what half of its scale holds.
pub fn curve_caption(scenario: &Scenario, missed: &TargetingResult) -> String {
    let half = &missed.half_target;
    let which = match (scenario.cut, scenario.rank) {
        (CutKind::National, RankBy::Imd) => "more deprived half of England’s areas",
        (CutKind::National, RankBy::Need) => "half of England’s areas most in need",
        (CutKind::Local, RankBy::Imd) => "more deprived half here",
        (CutKind::Local, RankBy::Need) => "half here most in need",
    };
    if half.people <= 0.0 {
        return format!("Nobody here {} in the {which}", if scenario.uses_own() { "is" } else { "lives" });
    }
    let is_said = scenario.cut == CutKind::Local || is_england(scenario);
    let here = if is_said { "" } else { " here" };
    format!(
        "The {which} holds {} of {}{here}",
        about_percent(missed.half_target_is_approximate, half.coverage),
        in_need(scenario)
    )
}

/// How to read the curve.
pub const CURVE_HOW_TO: &str = "To the right the target grows. The solid line is the share of people in need inside it, the \
     dashed line that of everyone; between them lies what targeting gains.";

/// The curve for those who do not see it.
pub fn curve_description(scenario: &Scenario, missed: &TargetingResult) -> String {
    let target = &missed.target.measures;
    format!(
        "Line chart. At {}{}, the target holds {} of {} and {} of {}.",
        chosen(scenario.share),
        unit(scenario),
        percent(target.coverage),
        in_need(scenario),
        percent(target.people_share),
        everyone(scenario)
    )
}

/// What the curve says.
pub fn curve_words(scenario: &Scenario) -> CurveWords {
    CurveWords {
        need: in_need_capital(scenario).into_owned(),
        everyone: everyone_capital(scenario).into_owned(),
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

/// The same where there is little room.
pub const fn short_fifths(rank: RankBy) -> [&'static str; 5] {
    match rank {
        RankBy::Imd => ["Most deprived", "Second", "Middle", "Fourth", "Least deprived"],
        RankBy::Need => ["Most in need", "Second", "Middle", "Fourth", "Least in need"],
    }
}

/// The horizontal axis of the curve.
fn axis(scenario: &Scenario) -> String {
    let order = match scenario.rank {
        RankBy::Imd => "from the most to the least deprived",
        RankBy::Need => "from the most to the least in need",
    };
    match scenario.cut {
        CutKind::National => format!("Areas of England, {order}"),
        CutKind::Local if scenario.uses_own() => format!("{}, {order}", capital(basis_label(scenario.basis, scenario))),
        CutKind::Local if scenario.basis == Basis::Areas => format!("Areas of this place, {order}"),
        CutKind::Local => format!("{} of this place, {order} area", people_capital(scenario)),
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
pub fn handle_value(scenario: &Scenario, missed: &TargetingResult) -> String {
    format!("{}{}, reaches {}", chosen(scenario.share), unit(scenario), percent(missed.target.measures.coverage))
}

/// Opens the numbers behind a chart.
pub const NUMBERS: &str = "Numbers and downloads";
/// Opens the fifths.
pub const FIFTHS: &str = "Fifth by fifth";
/// The same of the hundred people, which stand above.
pub const NUMBERS_OF_PEOPLE: &str = "Numbers of the hundred people";

/// Caption of the fifths: that all hold some of those in need, or how many hold none.
pub fn quintile_caption(scenario: &Scenario, missed: &TargetingResult) -> String {
    let fifths = missed.quintiles(scenario.cut);
    let need = in_need(scenario);
    let without = fifths.iter().filter(|fifth| fifth.in_need <= 0.0).count();
    let [most, least] = missed.most_and_least_in_need(scenario.cut);
    let name = |fifth: &Quintile| lower_first(quintile_name(fifth.quintile, scenario.rank));
    let last = &fifths[4];
    if without == 0 {
        // "Even" says that it is the one that holds least.
        let even = if last.need_share <= least.need_share { "even the" } else { "the" };
        let home = is_home_to(scenario);
        return format!("Every fifth {home} {need}: {even} {} holds {}", name(last), percent(last.need_share));
    }
    let verb = match plural(without) {
        Plural::One => "holds",
        Plural::Other => "hold",
    };
    let share = percent(most.need_share);
    format!("{without} of the 5 fifths {verb} none of the {need}: the {} holds {share}", name(most))
}

/// What stands for the two ends of a gradient where nobody lives in the most or the least deprived fifth; `None` where
/// people live in both. `people`: of each fifth, most deprived first.
pub fn empty_ends(scenario: &Scenario, people: [f64; 5]) -> Option<String> {
    let whose = match scenario.cut {
        CutKind::National => "England’s ",
        CutKind::Local => "the ",
    };
    let [lives, live] = if scenario.uses_own() { ["is", "are"] } else { ["lives", "live"] };
    let name = |fifth: u8| lower_first(quintile_name(fifth, scenario.rank));
    let inhabited: Vec<u8> = (1..).zip(people).filter(|&(_, people)| people > 0.0).map(|(fifth, _)| fifth).collect();
    let (&first, &last) = (inhabited.first()?, inhabited.last()?);
    let says = |empty: u8, instead: u8| {
        format!("Nobody here {lives} in {whose}{}: what is set for it holds for the {}", name(empty), name(instead))
    };
    match (first, last) {
        (1, 5) => None,
        (only, _) if only == last => Some(format!(
            "All here {live} in {whose}{}: what is set for the {} holds for all of them.",
            name(only),
            name(5)
        )),
        (1, _) => Some(says(5, last) + "."),
        (_, 5) => Some(says(1, first) + "."),
        _ => Some(format!("{}. {}.", says(1, first), says(5, last))),
    }
}

/// What the fifths are fifths of.
pub fn quintile_scale(scenario: &Scenario) -> String {
    if scenario.uses_own() {
        return format!("Fifths of the {}.", basis_label(scenario.basis, scenario));
    }
    match (scenario.cut, scenario.basis) {
        (CutKind::National, _) => "Fifths of the areas of England.".to_owned(),
        (CutKind::Local, Basis::Areas) => "Fifths of the areas of this place.".to_owned(),
        (CutKind::Local, Basis::People) => {
            format!("Fifths of the {} of this place.", people(scenario))
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
pub fn quintile_headings(scenario: &Scenario) -> [String; 6] {
    [
        "Fifth".to_owned(),
        areas_capital(scenario).into_owned(),
        everyone_capital(scenario).into_owned(),
        in_need_capital(scenario).into_owned(),
        format!("Share of {}", everyone(scenario)),
        format!("Share of {}", in_need(scenario)),
    ]
}

/// Rows of the fifths' table.
pub fn quintile_rows(scenario: &Scenario, missed: &TargetingResult) -> Vec<Vec<String>> {
    let row = |fifth: &Quintile| {
        vec![
            quintile_name(fifth.quintile, scenario.rank).to_owned(),
            short_decimal(fifth.areas),
            count(fifth.people),
            count(fifth.in_need),
            percent(fifth.people_share),
            percent(fifth.need_share),
        ]
    };
    missed.quintiles(scenario.cut).iter().map(row).collect()
}

/// Rows of the curve's table.
pub fn curve_rows(scenario: &Scenario, prepared: &RankedPlace) -> Vec<Vec<String>> {
    let row = |(share, target): (Share, Target)| {
        let size = Percent::from_share(share.get());
        vec![format!("{}{}", chosen(size), unit(scenario)), percent(target.people_share), percent(target.coverage)]
    };
    prepared.at_each_twentieth(scenario.scale()).into_iter().map(row).collect()
}

/// Headings of the curve's table.
pub fn curve_headings(scenario: &Scenario) -> [String; 3] {
    ["Target".to_owned(), format!("Share of {}", everyone(scenario)), format!("Share of {}", in_need(scenario))]
}
