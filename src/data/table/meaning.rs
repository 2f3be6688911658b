//! How well a column fits what it could hold, by its heading and its values: points, `None` where it cannot be that.

use super::column::Look;
use super::counts::{events, people};
use super::indices::{INDICES, names_deprivation};
use super::vocabulary::{DOMAINS, GROUPS, RATES, are_years, is_identity};

/// What kind of deprivation a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeprivationKind {
    /// A score: more is more deprived.
    Score,
    /// A rank, 1 the most deprived in every index of the United Kingdom.
    Rank,
    /// A mean of ranks over areas, where the most deprived area has the highest rank.
    AverageRank,
    /// The number of a group.
    Group,
    /// A group in words.
    Words,
    /// Nothing says what.
    Unknown,
}

/// How well a column ranks rows by deprivation, and what kind it is.
pub fn deprivation(look: &Look) -> (Option<i32>, DeprivationKind) {
    let heading = &look.heading;
    let kind = kind_of(look);
    if !(look.is_numeric() || look.is_groups) || are_years(look) {
        return (None, kind);
    }
    let is_domain = heading.has_any(DOMAINS);
    let is_index = heading.has_any(INDICES) || heading.has_any_beginning(&["simd", "wimd", "nimdm"]);
    let is_kind = heading.has_any(&["score", "rank"]) || heading.has_any(GROUPS);
    let is_idac = heading.has_any_beginning(&["idac", "idaop"]);
    // “Income score (rate)” is a share of people before it is a rank.
    let base = match (is_index, heading.has_beginning("depriv"), is_domain, is_kind || look.is_groups) {
        (true, _, false, _) => 100,
        (true, _, true, _) => 58,
        (false, true, false, _) => 80,
        (false, true, true, _) => 55,
        (false, false, true, true) => 30,
        // “Attainment 8 score” and “Rank of smoking” speak of something else.
        (false, false, false, true) if says_something_else(look, kind) => return (None, kind),
        (false, false, false, true) => 40,
        // “IDACI” alone is one.
        (false, false, _, false) if !is_idac => return (None, kind),
        (false, false, _, false) => 60,
    };
    // Words that speak of deprivation themselves need no heading.
    let base = if look.is_groups && base < 80 {
        75
    } else if is_idac && base < 60 {
        60
    } else {
        base
    };
    if heading.has_any(&[
        "proportion",
        "extent",
        "concentration",
        "population",
        "people",
        "number",
        "denominator",
        "count",
    ]) {
        return (Some(base - 60), kind);
    }
    let bonus = match kind {
        DeprivationKind::Score if heading.has_any(&["rate", "%", "percent"]) => 6,
        DeprivationKind::Score => 9,
        DeprivationKind::Rank if heading.has("of") => 6,
        DeprivationKind::Rank => 7,
        DeprivationKind::AverageRank => 5,
        DeprivationKind::Words => 3,
        // Finer groups say more.
        DeprivationKind::Group if heading.has_any(&["percentile", "vigintile", "ventile", "twentieth"]) => 4,
        DeprivationKind::Group if heading.has_any(&["decile", "deciles", "tenth"]) => 2,
        DeprivationKind::Group => 1,
        DeprivationKind::Unknown => 0,
    };
    // Where all rows have the same there is no order, and any other column is better.
    let less = if look.different < 2 && look.filled > 1 { 70 } else { 0 };
    (Some(base + bonus - less), kind)
}

/// Words that a heading of deprivation may have beside “score” or “rank”.
const BESIDE: &[&str] = &[
    "score",
    "scores",
    "rank",
    "ranks",
    "ranking",
    "national",
    "nationally",
    "local",
    "locally",
    "overall",
    "average",
    "avg",
    "mean",
    "weighted",
    "population",
    "pop",
    "area",
    "areas",
    "lsoa",
    "msoa",
    "ward",
    "practice",
    "school",
    "district",
    "within",
    "county",
    "england",
    "of",
    "in",
    "the",
    "index",
    "total",
    "most",
    "least",
    "more",
    "less",
    "worst",
    "best",
    "high",
    "higher",
    "highest",
    "low",
    "lower",
    "lowest",
    "is",
    "are",
    "and",
    "to",
    "out",
    "1",
    "n",
    "id",
    "for",
    "by",
    "where",
    "uk",
    "level",
    "raw",
    "combined",
    "final",
    "bigger",
    "larger",
    "smaller",
    "means",
    "first",
];

/// Whether a heading with “score” or “rank” in it has other words too, so that it may be a score of anything.
fn says_something_else(look: &Look, kind: DeprivationKind) -> bool {
    let is_score = matches!(kind, DeprivationKind::Score | DeprivationKind::Rank | DeprivationKind::AverageRank);
    let is_beside = |word: &str| BESIDE.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    is_score && !look.heading.words().all(is_beside)
}

fn kind_of(look: &Look) -> DeprivationKind {
    let heading = &look.heading;
    let is_whole = look.whole == look.numbers;
    if look.is_groups {
        DeprivationKind::Words
    } else if heading.has_any(&["average rank", "avg rank", "mean rank", "averagerank"]) && !heading.has("rank of") {
        DeprivationKind::AverageRank
    } else if heading.has_any(GROUPS) {
        DeprivationKind::Group
    } else if heading.has_any(&["rank", "ranking", "ranks"]) {
        DeprivationKind::Rank
    } else if heading.has_any(&["score", "scores", "carstairs", "townsend", "jarman", "rate", "%"]) {
        DeprivationKind::Score
    } else if is_whole && look.different <= 20 && look.range.is_some_and(|(least, most)| least >= 0.0 && most <= 20.0) {
        DeprivationKind::Group
    } else if is_whole {
        DeprivationKind::Unknown
    } else {
        DeprivationKind::Score
    }
}

/// How well a column is what is measured.
pub fn value(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if !look.is_numeric() || is_identity(look) && !heading.is_years() {
        return None;
    }
    if heading.has_any(&["rank", "expected", "se", "variance", "denominator", "numerator", "note"])
        || heading.has("confidence") && look.pairs == 0
        || heading.has_any(GROUPS)
    {
        return None;
    }
    if heading.has("standard") && !heading.has_any(&["ratio", "rate"]) {
        return None;
    }
    let is_rate = heading.has_any(RATES);
    if !is_rate
        && !heading.is_any(&["value"])
        && (events(look).is_some_and(|points| points >= 40) || people(look).is_some_and(|points| points >= 50))
    {
        return None;
    }
    let points = if heading.is_any(&["value", "indicatorvalue", "val"]) {
        100
    } else if heading.has_any(&[
        "rate",
        "ratio",
        "smr",
        "dsr",
        "asr",
        "isr",
        "sir",
        "per",
        "expectancy",
        "rates",
        "ratios",
        "mortality",
        "sar",
        "shr",
        "asmr",
        "asir",
    ]) {
        60
    } else if heading.has("value")
        || heading.is_any(&["measure", "result", "estimate", "figure", "statistic", "indicator"])
    {
        57
    } else if heading.has_any(&[
        "prevalence",
        "proportion",
        "share",
        "percent",
        "percentage",
        "pct",
        "perc",
        "prop",
        "%",
        "incidence",
    ]) || look.percents > 0
    {
        55
    } else if heading.has_any(&["mean", "average", "avg", "median", "uptake", "coverage", "survival", "prev"]) {
        50
    } else if heading.has_any(&["index", "score"]) {
        35
    } else if heading.is_years() {
        32
    } else {
        20
    };
    let less = if names_deprivation(heading) {
        25
    } else if heading.has_any(&["rank", "weight"]) {
        10
    } else {
        0
    };
    Some(points - less - context(look))
}

/// Points that a value loses because it says where or beside what something is, and is seldom what is measured.
fn context(look: &Look) -> i32 {
    let heading = &look.heading;
    let is_of_age = heading.has("age") && heading.has_any(&["mean", "median", "average"]);
    if look.different < 2 && look.filled > 2 {
        // The same in every row, as the value of England beside each.
        70
    } else if heading.has_any(&["density", "hectares", "km"]) || is_of_age {
        40
    } else if heading.has_any(&["england", "benchmark", "comparator"]) {
        30
    } else if heading.has_any(&["change", "difference"]) {
        15
    } else {
        0
    }
}

/// Whether a column is a domain of an index of deprivation.
pub fn is_domain(look: &Look) -> bool {
    look.heading.has("score") && look.heading.has_any(DOMAINS)
}
