//! Columns with limits of the value: in pairs, of one level.

use super::column::Look;
use super::heading::Heading;

/// Which limit a column holds, and for how many in a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Limit {
    is_upper: bool,
    level: Level,
}

/// For how many in a hundred limits hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    P95,
    Unsaid,
    Other,
}

/// Pairs of limits of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// Those for 95%, or that do not say for what.
    pub best: Option<(usize, usize)>,
    /// Whether there are pairs for another level.
    pub has_others: bool,
}

const LOWER: &[&str] = &[
    "lowercl",
    "lowerci",
    "lci",
    "lcl",
    "cilow",
    "cilower",
    "conflow",
    "ll",
    "llim",
    "lowerlimit",
    "lowerbound",
    "cill",
    "lowci",
    "lowcl",
    "cilow",
    "locl",
    "loci",
    "lb",
    "cil",
];
const UPPER: &[&str] = &[
    "uppercl",
    "upperci",
    "uci",
    "ucl",
    "cihigh",
    "ciupper",
    "confhigh",
    "ul",
    "ulim",
    "upperlimit",
    "upperbound",
    "ciul",
    "upci",
    "upcl",
    "ciup",
    "hicl",
    "hici",
    "highci",
    "ub",
    "ciu",
];

fn limit(look: &Look) -> Option<Limit> {
    if !look.is_numeric() {
        return None;
    }
    let heading = &look.heading;
    // “Lower super output area” is no limit, nor is a percentile of deprivation.
    if heading.has_any(&[
        "super",
        "area",
        "lsoa",
        "tier",
        "quartile",
        "decile",
        "quintile",
        "income",
        "deprivation",
        "score",
        "rank",
    ]) {
        return None;
    }
    let flat = heading.flat();
    let without_level = flat
        .trim_start_matches(|sign: char| sign.is_ascii_digit())
        .trim_end_matches(|sign: char| sign.is_ascii_digit());
    let says = |words: &[&str], names: &[&str]| heading.has_any(words) || names.contains(&without_level);
    let is_interval = heading.has_any(&["ci", "cl", "limit", "confidence", "95", "998", "99", "interval", "bound"]);
    let is_lower = says(&["lower", "lci", "lcl", "ll"], LOWER)
        || (is_interval && heading.has_any(&["low", "min", "from"]))
        || heading.is_any(&["low", "25"]);
    let is_upper = says(&["upper", "uci", "ucl", "ul"], UPPER)
        || (is_interval && heading.has_any(&["high", "max", "to"]))
        || heading.is_any(&["high", "975"]);
    (is_lower != is_upper).then(|| Limit { is_upper, level: level(heading) })
}

fn level(heading: &Heading) -> Level {
    let flat = heading.flat();
    if heading.has_any(&["99", "998", "90", "80", "98"]) || flat.contains("998") || flat.contains("999") {
        Level::Other
    } else if heading.has("95") || flat.contains("95") || heading.is_any(&["25", "975"]) {
        Level::P95
    } else {
        Level::Unsaid
    }
}

/// Columns that hold limits of any level.
pub fn all(looks: &[Look]) -> Vec<usize> {
    let found = pairs(looks);
    let is_pair = found.best.is_some() || found.has_others;
    // One of a pair alone is something else: “children in low-income families”, “high blood pressure”.
    (0..looks.len()).filter(|&column| is_pair && looks.get(column).and_then(limit).is_some()).collect()
}

/// Finds pairs.
pub fn pairs(looks: &[Look]) -> Found {
    let limits: Vec<(usize, Limit)> =
        looks.iter().enumerate().filter_map(|(column, look)| Some((column, limit(look)?))).collect();
    let pair = |level: Level| {
        let of = |is_upper: bool| limits.iter().find(|(_, limit)| limit.level == level && limit.is_upper == is_upper);
        Some((of(false)?.0, of(true)?.0))
    };
    let best = pair(Level::P95).or_else(|| pair(Level::Unsaid));
    Found { best, has_others: pair(Level::Other).is_some() }
}

/// Whether there is one pair of limits in the whole table.
pub fn are_one_pair(looks: &[Look]) -> bool {
    looks.iter().filter_map(limit).filter(|limit| limit.is_upper).count() == 1
}

/// A column that holds both limits of each row in one cell.
pub fn in_one_cell(looks: &[Look]) -> Option<(usize, usize)> {
    let is_both = |look: &Look| {
        let says = look.heading.has_any(&["ci", "cl", "limits", "confidence", "interval", "range"]);
        says && look.pairs > 0 && look.pairs * 2 > look.texts && look.is_text() && level(&look.heading) != Level::Other
    };
    looks.iter().position(is_both).map(|column| (column, column))
}

/// Whether a column of values holds the limits of each in the same cell.
pub fn with_value(look: &Look) -> bool {
    look.pairs * 2 > look.numbers && look.pairs > 0 && level(&look.heading) != Level::Other
}

/// Whether limits lie around values in nearly every row.
pub fn surround(lower: &[Option<f64>], value: &[Option<f64>], upper: &[Option<f64>]) -> bool {
    let (mut inside, mut outside) = (0_usize, 0_usize);
    for ((lower, value), upper) in lower.iter().zip(value).zip(upper) {
        if let (Some(lower), Some(value), Some(upper)) = (lower, value, upper) {
            // Printed numbers are rounded, each by itself.
            let slack = 0.011 * value.abs().max(0.01);
            let is_inside = lower - slack <= *value && *value <= upper + slack;
            *(if is_inside { &mut inside } else { &mut outside }) += 1;
        }
    }
    outside * 10 <= inside
}
