//! The view `audit`: whom a service reaches.
//!
//! Sentences are about what is told: on the page that is every count, in files small ones are held back.

mod page;
mod reading;
mod tables;

pub use page::*;
pub use reading::{message, nobody_here, told, which_sheet};
pub use tables::*;

use super::common::{areas, in_need};
use super::missed::{quintile_names, short_fifths};
use super::number::{count, fixed};
use crate::chart::value_bars::ValueBar;
use crate::model::audit::{Estimate, LimitsBy};
use crate::model::gap::Limits;
use crate::results::areas::UnitList;
use crate::results::audit::{Audit, AuditIn, FifthsOf, Period, Release, Told, UnitsOf};
use crate::scenario::Scenario;

/// What sentences are made from.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// The areas, and people served.
    pub input: &'a AuditIn,
    /// The counts.
    pub audit: &'a Audit,
    /// What they come to, as it is told.
    pub told: &'a Release,
}

impl Facts<'_> {
    /// The people in need.
    pub fn need(&self) -> String {
        match self.input.is_example {
            true => "people in need".to_owned(),
            false => in_need(self.scenario).to_owned(),
        }
    }

    /// The areas.
    pub fn areas(&self) -> String {
        match self.input.place.of {
            UnitsOf::Councils(_) => "councils".to_owned(),
            UnitsOf::Example | UnitsOf::File(_) => "areas".to_owned(),
            UnitsOf::Own => areas(self.scenario).to_owned(),
        }
    }

    fn list(&self) -> &UnitList {
        &self.input.place.list
    }

    fn shown(&self) -> Option<&Period> {
        self.told.shown()
    }

    /// The names of the fifths, most deprived first.
    pub fn fifths(&self) -> [String; 5] {
        quintile_names(self.input.place.order(self.scenario.rank))
    }

    /// The same in the middle of a sentence.
    fn fifth(&self, at: usize) -> String {
        self.fifths().get(at).map(|name| super::lower_first(name)).unwrap_or_default()
    }
}

/// Stands for a count that a file holds back.
pub const HELD: &str = "held back";
/// Stands where there is no such number.
pub const NONE: &str = "none";

/// A share as people of a hundred in need.
pub fn per_100(share: f64) -> String {
    fixed(100.0 * share, 1)
}

fn limits_of(limits: Limits) -> String {
    format!("{} to {}", per_100(limits.lower), per_100(limits.upper))
}

/// People served for each 100 in need, in the whole place.
pub fn big_number(facts: Facts) -> String {
    facts.shown().and_then(|shown| shown.whole.reach).map_or_else(|| NONE.to_owned(), |reach| per_100(reach.value))
}

/// What that is.
pub fn big_number_meaning(facts: Facts) -> String {
    let served = match facts.shown().and_then(|shown| shown.gradient) {
        Some(gradient) if gradient.limits_by == LimitsBy::Byar => "contacts or people",
        _ => "people",
    };
    format!("{served} served for every 100 {}", facts.need())
}

/// The one sentence: the most against the least deprived fifth.
pub fn headline(facts: Facts) -> String {
    let need = facts.need();
    let Some(shown) = facts.shown() else { return String::new() };
    let Some(gradient) = &shown.gradient else {
        return match (shown.whole.served, shown.whole.reach, facts.audit.fifths_of) {
            (None, ..) => "So few people were served that no number is told.".to_owned(),
            (_, None, _) => format!("There are no {need} here."),
            (Some(served), _, None) => format!(
                "{} people were served. There are only {} {} here, too few for fifths: at least 5 are needed.",
                count(served),
                facts.list().units.len(),
                facts.areas()
            ),
            (Some(served), _, Some(_)) if facts.told.holds_totals => {
                format!(
                    "{} people were served. Too few of them live in one of the fifths to compare fifths here.",
                    count(served)
                )
            }
            (Some(served), ..) => format!(
                "{} people were served. The {need} here live in one fifth alone, so there is nothing to compare.",
                count(served)
            ),
        };
    };
    if shown.whole.served == Some(0.0) {
        return format!("Nobody was served in the places where {need} live here.");
    }
    let [most, least] = ends(facts, shown);
    format!(
        "For every 100 {need}, this service reaches {} in the {most} and {} in the {least}.",
        per_100(gradient.most.value),
        per_100(gradient.least.value)
    )
}

/// The names of the two ends: the first and the last fifth in which people are in need.
fn ends(facts: Facts, shown: &Period) -> [String; 2] {
    let has_need = |of: &Told| of.in_need > 0.0;
    let first = shown.fifths.iter().position(has_need).unwrap_or_default();
    let last = shown.fifths.iter().rposition(has_need).unwrap_or_default();
    [facts.fifth(first), facts.fifth(last)]
}

/// The gap in numbers, and whether chance alone could make it.
pub fn detail(facts: Facts) -> Option<String> {
    let gradient = facts.told.gradient()?;
    let limits = gradient.gap.limits?;
    let by = match (limits.lower > 0.0, limits.upper < 0.0) {
        (true, _) => "The least deprived are reached more, by more than chance would make of it.",
        (_, true) => "The most deprived are reached more, by more than chance would make of it.",
        _ => "Chance alone could make such a gap.",
    };
    let by = match facts.input.place.of {
        UnitsOf::Councils(_) => by.replace("least deprived", "least in need").replace("most deprived", "most in need"),
        _ => by.to_owned(),
    };
    Some(format!(
        "The gap is {} in every 100 (95% limits {}). {by}",
        per_100(gradient.gap.value.abs()),
        gap_limits(gradient.gap, limits)
    ))
}

/// Limits of a gap, told in the direction of the gap itself.
fn gap_limits(gap: Estimate, limits: Limits) -> String {
    match gap.value < 0.0 {
        true => format!("{} to {}", per_100(-limits.upper), per_100(-limits.lower)),
        false => limits_of(limits),
    }
}

/// What it would come to if all fifths were served like the one that is served most; `None` where there is nothing to say.
pub fn best(facts: Facts) -> Option<String> {
    let best = facts.told.best.filter(|best| best.share > 0.0)?;
    let name = facts.fifth(best.group);
    if best.more < 0.5 {
        return Some("All fifths are served alike.".to_owned());
    }
    Some(format!(
        "If every fifth were served like the {name}, {} per 100, about {} more people would be served.",
        per_100(best.share),
        count(best.more)
    ))
}

/// Which areas with many in need are served less.
pub fn low(facts: Facts) -> String {
    let areas = facts.areas();
    let all = facts.told.units.iter().filter(|unit| unit.reach.is_some()).count();
    let of = match facts.told.held_areas {
        0 => format!("{} {areas}", count(all as f64)),
        held => format!("{} {areas} that are told ({} are held back)", count(all as f64), count(held as f64)),
    };
    match facts.told.low.len() {
        0 => format!("None of the {of} is served less than the whole by more than chance would make of it."),
        1 => format!("1 of the {of} is served less than the whole, by more than chance would make of it."),
        low => format!(
            "{} of the {of} are served less than the whole, by more than chance would make of it.",
            count(low as f64)
        ),
    }
}

/// How to read that.
pub const LOW_NOTE: &str = "By chance: outside 99.8% limits, which one area in five hundred leaves though nothing is behind it. The \
     last column is how many more people would be served at the share of the whole.";

/// Whether the gap changed over time; `None` for one period.
pub fn over_time(facts: Facts) -> Option<String> {
    let periods = &facts.told.periods;
    let (first, last) = (periods.first()?, periods.last()?);
    if periods.len() < 2 {
        return None;
    }
    let Some(change) = facts.told.change else {
        return Some(
            "Whether the gap changed cannot be told: a period has no fifths to compare, or nobody was served."
                .to_owned(),
        );
    };
    let verdict = match change.p < 0.05 {
        true => "The gap differs between periods by more than chance would make of it",
        false => "Chance alone could make as much difference between periods",
    };
    let gap = |period: &Period| period.gradient.map_or_else(|| NONE.to_owned(), |of| per_100(of.gap.value));
    Some(format!(
        "The gap was {} in {} and is {} in {}. {verdict} (p = {}).",
        gap(first),
        first.name,
        gap(last),
        last.name,
        p_value(change.p)
    ))
}

/// A probability.
pub fn p_value(p: f64) -> String {
    if p < 0.001 { "less than 0.001".to_owned() } else { fixed(p, 3) }
}

/// How that is worked out.
pub const OVER_TIME_NOTE: &str = "Cochran’s Q: the squares of how far each period’s gap lies from their weighted mean, each over its \
     variance, added up and held against chi-squared with one degree of freedom less than there are periods. It takes periods as \
     separate: where the same people are counted in several, chance differences are smaller than it allows for.";

/// What the fifths are of.
pub fn fifths_note(facts: Facts) -> String {
    let order = match facts.input.place.of {
        UnitsOf::Councils(_) => "Councils are put into fifths by their share in need",
        UnitsOf::Own => "The rows of your table are put into fifths in the order of the page",
        UnitsOf::Example => "The made-up areas are put into fifths by a made-up deprivation",
        UnitsOf::File(_) => match facts.audit.fifths_of {
            Some(FifthsOf::England) => {
                return "Fifths of England’s areas: each area of the place is in the one that its national rank says."
                    .to_owned();
            }
            Some(FifthsOf::Place) | None => "The place’s own areas are put into fifths",
        },
    };
    format!("{order}, equally many in each.")
}

/// Caption of the picture.
pub fn picture_caption(facts: Facts) -> String {
    format!("People served for every 100 {}", facts.need())
}

/// How to read it.
pub const PICTURE_NOTE: &str = "The line at the end of a bar runs between 95% limits.";

/// What it shows, for those who do not see it.
pub fn picture_description(facts: Facts) -> String {
    let bars: Vec<String> = bars(facts).into_iter().map(|bar| format!("{}: {}", bar.name, bar.figure)).collect();
    format!("{}. {}.", picture_caption(facts), bars.join("; "))
}

/// The fifths as bars; the one served most and the one served least are named.
pub fn bars(facts: Facts) -> Vec<ValueBar> {
    let Some(shown) = facts.shown() else { return Vec::new() };
    let shares: Vec<Option<f64>> = shown.fifths.iter().map(|of| of.reach.map(|reach| reach.value)).collect();
    let all: Vec<f64> = shares.iter().flatten().copied().collect();
    let (most, least) = (all.iter().copied().fold(f64::MIN, f64::max), all.iter().copied().fold(f64::MAX, f64::min));
    let is_marked = all.len() > 1 && most > least && !facts.told.holds_totals;
    let bar = |(of, name): (&Told, &String)| {
        let mark = match of.reach.map(|reach| reach.value).filter(|_| is_marked) {
            Some(share) if share >= most => ", served most",
            Some(share) if share <= least => ", served least",
            _ => "",
        };
        ValueBar {
            name: format!("{name}{mark}"),
            value: of.reach.map(|reach| reach.value),
            interval: of.reach.map(|reach| (reach.limits.lower, reach.limits.upper)),
            figure: share_told(of),
            class: "part part--reached",
        }
    };
    shown.fifths.iter().zip(&facts.fifths()).map(bar).collect()
}

/// A share, that it is held back, or that there is none.
fn share_told(of: &Told) -> String {
    match (of.reach, of.served) {
        (Some(reach), _) => per_100(reach.value),
        (None, None) => HELD.to_owned(),
        (None, Some(_)) => NONE.to_owned(),
    }
}

/// Short names of the fifths, for tables.
fn short_names(facts: Facts) -> [&'static str; 5] {
    match facts.input.place.of {
        UnitsOf::Councils(_) => short_fifths(crate::data::RankBy::Need),
        UnitsOf::Example => short_fifths(crate::data::RankBy::Imd),
        UnitsOf::Own | UnitsOf::File(_) => short_fifths(facts.scenario.rank),
    }
}

/// Where people in need are from.
pub fn figures(facts: Facts) -> String {
    match facts.input.place.of {
        UnitsOf::Example => EXAMPLE.to_owned(),
        UnitsOf::File(edition) => {
            let areas = count(facts.list().units.len() as f64);
            format!("People in need: {areas} single areas, from File 7 of {}.", super::edition::edition_year(edition))
        }
        UnitsOf::Councils(edition) => {
            let councils = count(facts.list().units.len() as f64);
            format!(
                "People in need: {councils} councils, from the built-in {} figures.",
                super::edition::edition_year(edition)
            )
        }
        UnitsOf::Own => {
            let rows = count(facts.list().units.len() as f64);
            format!("People in need: {rows} {}, from the table you added.", facts.areas())
        }
    }
}

/// Said of the example, wherever its numbers are.
pub const EXAMPLE: &str = "A made-up service in a made-up town: every number of this example is invented.";
/// The place of the example.
pub const EXAMPLE_PLACE: &str = "A made-up town";
/// Why a share is not there.
pub const NOBODY_IN_NEED: &str = "Nobody is in need here.";
/// Why there are no fifths, or nothing to compare over them.
pub const NO_FIFTHS: &str = "There are fewer than 5 areas, or people in need in fewer than two fifths.";
/// Why there are no limits.
pub const NO_LIMITS: &str = "Where nobody or everybody was served, this method has no limits.";
/// Why an audit has no place.
pub const NO_PLACE: &str = "It is about units of one’s own, or made up.";
/// Why there is no change.
pub const ONE_PERIOD: &str = "There is one period.";

/// Why a measure is not there.
pub fn no_measure(name: &str) -> &'static str {
    match name {
        "ratio" => "The most or the least deprived fifth served nobody.",
        "relative_index" => "The line is not above 0 at both ends.",
        _ => "Nobody was served.",
    }
}
