//! The settings.

use crate::scenario::gap_measures::{Across, Confidence, DeprivationColumn, LineScale, Polarity, ValueKind};
use crate::words::number::fixed;

/// Heading of the settings.
pub const SETTINGS: &str = "How to measure";
/// Label of the cut.
pub const CUT: &str = "Cut this slope by";
/// After it.
pub const CUT_UNIT: &str = "%";
/// Said of text that is no cut.
pub const CUT_ERROR: &str = "Type a number from 0 to 100, such as 20";
/// Label of what a value is.
pub const VALUE: &str = "A value is";
/// Label of what a rate is for.
pub const PER: &str = "For each";
/// Label of the deprivation column.
pub const ORDER: &str = "Deprivation is";
/// Label of the polarity.
pub const MORE: &str = "A higher value is";
/// Label of what is across.
pub const ACROSS: &str = "Place dots by";
/// Label of the line's scale.
pub const SCALE: &str = "The line is straight";
/// Label of the level.
pub const LEVEL: &str = "Limits hold for";
/// Heading of further settings.
pub const FURTHER: &str = "More settings";
/// Label of the aversion.
pub const AVERSION: &str = "How much the worst off count (e)";
/// Its hint.
pub const AVERSION_HINT: &str =
    "For Atkinson’s index: 0 counts all alike, 1 is usual, more counts the lowest values more.";
/// Said of text that is no aversion.
pub const AVERSION_ERROR: &str = "Type a number from 0 to 20, such as 1";
/// Labels of the bounds.
pub const BOUNDS: [&str; 2] = ["Least that a value can be", "Most that a value can be"];
/// Their hint.
pub const BOUNDS_HINT: &str =
    "For the two corrected indices: what is possible, not what is in the rows. Leave empty if there is no limit.";
/// Said of text that is no bound.
pub const BOUND_ERROR: &str = "Type a number, such as 100, or leave it empty";
/// Label of the groups.
pub const GROUPS: &str = "Number of groups";
/// Said of text that is no number of groups.
pub const GROUPS_ERROR: &str = "Type a whole number from 2 to 20, such as 5";
/// Label of the draws.
pub const DRAWS: &str = "Number of draws";
/// Takes all settings back.
pub const RESET: &str = "Back to the starting settings";

/// What a value is.
pub const fn value_kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Ratio => "a ratio (100 = as expected)",
        ValueKind::Rate => "a rate (events for people)",
        ValueKind::Share => "a share of people",
        ValueKind::Number => "another number",
    }
}

/// What a rate is for.
pub fn per(per: u32) -> String {
    format!("{} people", fixed(f64::from(per), 0))
}

/// What the deprivation column holds.
pub const fn order(order: DeprivationColumn) -> &'static str {
    match order {
        DeprivationColumn::Score => "a score (high = deprived)",
        DeprivationColumn::Rank => "a rank (1 = most deprived)",
    }
}

/// Whether more is better.
pub const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Worse => "worse, like deaths",
        Polarity::Better => "better, like years of life",
    }
}

/// What the dots are placed by.
pub const fn across(across: Across) -> &'static str {
    match across {
        Across::People => "rank among all people",
        Across::Deprivation => "deprivation score or rank",
    }
}

/// The scale of the line.
pub const fn scale(scale: LineScale) -> &'static str {
    match scale {
        LineScale::Plain => "on values as they are",
        LineScale::Log => "on logarithms (rates)",
        LineScale::Logit => "on logits (shares)",
    }
}

/// How sure limits are.
pub const fn level(level: Confidence) -> &'static str {
    match level {
        Confidence::P95 => "95%",
        Confidence::P99_8 => "99.8%",
    }
}

/// Said where a link is about somebody's own rows.
pub const LINK_FOR_OWN_ROWS: &str = "This link was made with rows of somebody’s own. Those stay on the device they are on, so the \
     built-in rows are shown here.";
