//! Words that headings of this trade have in common.

use super::column::Look;
use super::indices::names_deprivation;

/// Words for numbers that are no counts.
pub const RATES: &[&str] = &[
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
    "sar",
    "shr",
    "asmr",
    "asir",
    "prev",
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
/// Parts of an index of deprivation.
pub const DOMAINS: &[&str] = &[
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
/// Words for groups of deprivation.
pub const GROUPS: &[&str] = &[
    "decile",
    "deciles",
    "quintile",
    "quintiles",
    "quartile",
    "tertile",
    "vigintile",
    "ventile",
    "percentile",
    "quartiles",
    "twentieth",
    "tenth",
    "tenths",
    "fifth",
    "fifths",
    "quantile",
    "ntile",
];
/// Words of headings of what tells rows apart and is no number to measure.
const IDENTITIES: &[&str] = &[
    "urn",
    "id",
    "code",
    "codes",
    "postcode",
    "easting",
    "northing",
    "latitude",
    "longitude",
    "ref",
    "reference",
    "laestab",
    "estab",
    "uprn",
    "sort",
    "sortable",
    "objectid",
    "fid",
];
/// The same where such a word is all of the heading.
const WHOLE_IDENTITIES: &[&str] = &["lat", "long", "lng", "order", "x", "no", "number", "index", "row"];
/// Words for times, sexes and ages.
const PARTS: &[&str] =
    &["year", "years", "period", "month", "quarter", "date", "sex", "gender", "age", "ages", "ageband", "agegroup"];
/// Words for people and for what they are counted in.
pub const PEOPLE: &[&str] = &[
    "population",
    "populations",
    "pop",
    "people",
    "residents",
    "persons",
    "inhabitants",
    "headcount",
    "children",
    "pupils",
    "patients",
    "adults",
    "births",
    "households",
    "base",
    "denominator",
];

/// Whether numbers under a heading tell rows apart and measure nothing.
pub fn is_identity(look: &Look) -> bool {
    let heading = &look.heading;
    let says_more = heading.has_any(&["rate", "ratio", "per", "%"]);
    heading.has_any(IDENTITIES) && !says_more
        || is_part(look)
        || heading.flat().is_empty() && !heading.has("%")
        || are_years(look)
        || heading.is_any(WHOLE_IDENTITIES) && is_counted_up(look)
}

/// Whether numbers are years, as people and rates are not that happen to lie among them.
pub fn are_years(look: &Look) -> bool {
    let heading = &look.heading;
    look.is_years() && !heading.has_any(PEOPLE) && !heading.has_any(RATES) && !names_deprivation(heading)
}

/// Whether numbers say of which time, sex or age a row is: “Year”, “Sex” as 1 and 2. “Mid-year population” and “Year 6, obese”
/// say something else.
fn is_part(look: &Look) -> bool {
    let heading = &look.heading;
    let is_short =
        heading.words().count() <= 3 && !heading.words().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_coded = look.whole == look.numbers && look.different <= 60;
    heading.has_any(PARTS) && is_short && is_coded && !heading.has_any(RATES) && !heading.has_any(PEOPLE)
}

/// Whether numbers count rows: each is as much more than the one before.
fn is_counted_up(look: &Look) -> bool {
    let steps = look.values.iter().zip(look.values.iter().skip(1)).map(|(one, next)| Some((*next)? - (*one)?));
    let first = steps.clone().next().flatten();
    look.numbers > 2 && first.is_some_and(|first| first >= 1.0) && steps.into_iter().all(|step| step == first)
}
