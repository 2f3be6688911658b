//! How well a column fits what it could hold, by its heading and its values: points, `None` where it cannot be that.

use super::column::Look;
use super::heading::Heading;

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

/// Words for numbers that are no counts.
const RATES: &[&str] = &[
    "rate",
    "rates",
    "ratio",
    "ratios",
    "smr",
    "smrs",
    "dsr",
    "asr",
    "isr",
    "sir",
    "per",
    "percent",
    "percentage",
    "pct",
    "perc",
    "%",
    "proportion",
    "prop",
    "share",
    "prevalence",
    "incidence",
    "mean",
    "average",
    "avg",
    "median",
    "expectancy",
    "score",
    "index",
    "uptake",
    "coverage",
    "rank",
    "decile",
    "quintile",
    "quartile",
    "change",
    "difference",
    "gap",
    "density",
    "weight",
    "probability",
];
/// Words for numbers that count what happened or who has something.
const EVENTS: &[&str] = &[
    "deaths",
    "death",
    "cases",
    "case",
    "events",
    "event",
    "count",
    "counts",
    "numerator",
    "observed",
    "admissions",
    "incidents",
    "attendances",
    "diagnosed",
    "smokers",
    "claimants",
    "deprived",
    "obese",
    "overweight",
    "died",
    "crimes",
    "stays",
    "conceptions",
    "known",
    "successes",
    "quitters",
    "vaccinated",
    "screened",
    "suicides",
    "attended",
];
const DOMAINS: &[&str] = &[
    "income",
    "employment",
    "education",
    "skills",
    "health",
    "crime",
    "barriers",
    "housing",
    "living",
    "environment",
    "children",
    "older",
    "idaci",
    "idaopi",
    "access",
    "safety",
    "physical",
    "services",
];
const GROUPS: &[&str] = &[
    "decile",
    "deciles",
    "quintile",
    "quintiles",
    "quartile",
    "tertile",
    "vigintile",
    "ventile",
    "percentile",
    "twentieth",
    "tenth",
    "fifth",
    "quantile",
    "ntile",
];
const INDICES: &[&str] =
    &["imd", "simd", "wimd", "nimdm", "mdm", "iod", "carstairs", "townsend", "jarman", "multiple deprivation", "imds"];
/// Headings of what tells rows apart and is no number to measure.
const IDENTITIES: &[&str] = &[
    "urn",
    "id",
    "code",
    "codes",
    "postcode",
    "easting",
    "northing",
    "lat",
    "long",
    "latitude",
    "longitude",
    "ref",
    "reference",
    "laestab",
    "estab",
    "uprn",
    "year",
    "period",
    "month",
    "quarter",
    "date",
    "sort",
    "sortable",
    "objectid",
    "fid",
    "order",
];

/// Whether numbers under a heading tell rows apart and measure nothing.
fn is_identity(look: &Look) -> bool {
    let heading = &look.heading;
    heading.has_any(IDENTITIES) && !heading.has_any(&["rate", "ratio", "per", "%"])
        || heading.flat().is_empty()
        || look.is_years()
}

/// Whether a heading names deprivation at all.
pub fn names_deprivation(heading: &Heading) -> bool {
    heading.has_any(INDICES) || heading.has_any_beginning(&["depriv", "simd", "wimd", "nimdm", "idac", "idaop"])
}

/// How well a column ranks rows by deprivation, and what kind it is.
pub fn deprivation(look: &Look) -> (Option<i32>, DeprivationKind) {
    let heading = &look.heading;
    let kind = kind_of(look);
    if look.different < 2 || !(look.is_numeric() || look.is_groups) || look.is_years() {
        return (None, kind);
    }
    let is_domain = heading.has_any(DOMAINS);
    let is_index = heading.has_any(INDICES) || heading.has_any_beginning(&["simd", "wimd", "nimdm"]);
    let is_kind = heading.has_any(&["score", "rank"]) || heading.has_any(GROUPS);
    // “Income score (rate)” is a share of people before it is a rank.
    let base = match (is_index, heading.has_beginning("depriv"), is_domain, is_kind || look.is_groups) {
        (true, _, false, _) => 100,
        (true, _, true, _) => 58,
        (false, true, false, _) => 80,
        (false, true, true, _) => 55,
        (false, false, true, true) => 30,
        (false, false, false, true) => 40,
        (false, false, _, false) => return (None, kind),
    };
    let is_idac = heading.has_any_beginning(&["idac", "idaop"]);
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
    (Some(base + bonus), kind)
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
    if heading.has_any(&["rank", "expected", "confidence", "se", "variance", "denominator", "numerator", "note"])
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
    ]) {
        60
    } else if heading.has("value") {
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
    } else if heading.has_any(&["mean", "average", "avg", "median", "uptake", "coverage"]) {
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
    Some(points - less)
}

/// How well a column counts events.
pub fn events(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if !look.is_numeric() || look.range.is_some_and(|(least, _)| least < -1.0) || look.percents > 0 || is_identity(look)
    {
        return None;
    }
    let others = heading.has_any(RATES)
        || heading.has_any(&["expected", "population", "denominator"])
        || heading.has("standard");
    if others && !heading.is_any(&["numerator"]) || heading.is_years() {
        return None;
    }
    let points = if heading.has("numerator") {
        100
    } else if heading.has_any(&["observed", "obs"]) {
        90
    } else if heading.has_any(&["events", "cases", "event", "case"]) {
        85
    } else if heading.has("known") || heading.has_any(&["free school", "fsm"]) {
        82
    } else if heading.has_any(&["count", "counts"]) {
        80
    } else if heading.has_any(EVENTS)
        && !(heading.has("deprived") && names_deprivation(heading) && !heading.has_any(DOMAINS))
    {
        75
    } else if heading.has_any(&["with", "who", "register", "having"]) && look.counts() {
        70
    } else if heading.is_any(&["x", "number", "num", "no", "totalcount"]) {
        50
    } else if heading.has("number") && people(look).is_none() {
        45
    } else {
        return None;
    };
    Some(if heading.has_any(&["performance", "used"]) { points - 15 } else { points })
}

/// How well a column is out of how many events happened.
pub fn denominator(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if !look.counts() || heading.has_any(RATES) || is_identity(look) {
        return None;
    }
    if heading.has_any(&["denominator", "denom"]) {
        return (!heading.has("population")).then_some(100);
    }
    if heading.has_any(&["with", "who", "known", "register"]) || heading.has_any(EVENTS) {
        return None;
    }
    if heading.has_any(&["out of", "at risk", "patients", "respondents"]) || heading.is_any(&["n"]) {
        return Some(80);
    }
    (heading.has("eligible") && !heading.has_any(&["known", "free", "fsm"])).then_some(70)
}

/// How well a column is how many people a row stands for.
pub fn people(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if !look.counts() || is_identity(look) || heading.is_years() {
        return None;
    }
    let is_weight = heading.is_any(&["weight", "weights", "populationweight", "popweight"]);
    if !is_weight
        && (heading.has_any(RATES)
            || heading.has_any(EVENTS)
            || heading.has("with")
            || heading.has_any(&["standard", "expected", "esp"]))
    {
        return None;
    }
    // “Persons” over rates of all persons is no number of people.
    let is_whole = look.whole * 10 >= look.numbers * 9;
    let is_population = heading.has_any_beginning(&["population"])
        || heading.has_any(&["pop", "inhabitants", "mye", "denominator"])
        || heading.is_any(&["totalpop", "pop"]);
    let points = if is_population && heading.has_any(&["total", "all"]) {
        100
    } else if is_population {
        90
    } else if !is_whole {
        return is_weight.then_some(50);
    } else if heading.has_any(&["people", "persons", "residents", "headcount", "usual residents"]) {
        85
    } else if heading.has_any(&[
        "pupils",
        "patients",
        "list size",
        "registered",
        "roll",
        "households",
        "births",
        "adults",
    ]) {
        80
    } else if heading.has_any(&["women", "men", "children", "females", "males"]) {
        60
    } else if is_weight {
        50
    } else {
        return None;
    };
    let is_part = heading.has_any(&[
        "aged",
        "older",
        "working",
        "male",
        "female",
        "males",
        "females",
        "women",
        "men",
        "children",
        "dependent",
        "used",
        "performance",
        "prisoners",
    ]) && !heading.has_any(&["total", "all"]);
    Some(points - if is_part { 25 } else { 0 })
}

/// How well a column is how many events were expected.
pub fn expected(look: &Look) -> Option<i32> {
    (look.is_numeric() && look.heading.has_any(&["expected", "exp"]) && !look.heading.has_any(RATES)).then_some(100)
}

/// How well a column holds a standard population.
pub fn standard(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    let says = heading.has_any(&["esp", "stdpop", "std pop"])
        || heading.has("standard") && !heading.has_any(&["ratio", "rate", "error", "deviation"]);
    (look.is_numeric() && says).then_some(100)
}

/// How well a column holds age groups.
pub fn age(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    let says = heading.has_any(&["age", "ages", "stratum"]) || heading.is_any(&["ageband", "agegroup", "agegrp"]);
    (says && look.different > 1 && !heading.has_any(RATES)).then_some(100)
}

/// How well a column names rows.
pub fn name(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    let is_code = look.is_codes() || heading.has_any(&["code", "urn", "id"]);
    if look.different < 2 || look.is_groups || filters(look).is_some() || !(look.is_text() || is_code) {
        return None;
    }
    let mut points = (look.different.min(5000) as i32) * 2;
    if heading.has_any(&[
        "name",
        "label",
        "area",
        "ward",
        "practice",
        "school",
        "district",
        "authority",
        "place",
        "unit",
        "locality",
    ]) || heading.is_any(&["areaname"])
    {
        points += 20;
    }
    if heading.has_any(&["parent", "region", "type", "note", "trend", "comment", "postcode", "address"]) {
        points -= 120;
    }
    if is_code {
        points -= 30;
    }
    Some(points)
}

/// How likely a column tells periods, sexes, ages, indicators or other parts apart of which one is meant.
pub fn filters(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if look.different < 2
        || look.different > 120
        || heading.has_any(RATES)
        || heading.has_any(&["rank", "population", "note"])
    {
        return None;
    }
    let says = heading.has_any(&[
        "sex",
        "gender",
        "period",
        "year",
        "years",
        "time",
        "date",
        "age",
        "ages",
        "indicator",
        "measure",
        "metric",
        "domain",
        "category",
        "ethnicity",
        "ethnic",
        "quarter",
        "month",
        "cause",
        "condition",
        "type",
        "level",
        "geography",
        "breakdown",
        "characteristic",
        "subgroup",
        "dimension",
        "statistic",
        "variable",
        "topic",
    ]) || heading.is_any(&["timeperiod", "agegroup", "ageband"]);
    if says && (look.is_text() || look.is_years() || look.whole == look.numbers) && !names_deprivation(heading) {
        return Some(100);
    }
    // Few texts that come again and again, whatever their heading.
    None
}
