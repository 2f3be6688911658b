//! Words that headings of this trade have in common.

use super::column::Look;
use super::heading::Heading;

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
    "twentieth",
    "tenth",
    "fifth",
    "quantile",
    "ntile",
];
/// Names of indices of deprivation.
pub const INDICES: &[&str] =
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
pub fn is_identity(look: &Look) -> bool {
    let heading = &look.heading;
    heading.has_any(IDENTITIES) && !heading.has_any(&["rate", "ratio", "per", "%"])
        || heading.flat().is_empty()
        || look.is_years()
}

/// Whether a heading names deprivation at all.
pub fn names_deprivation(heading: &Heading) -> bool {
    heading.has_any(INDICES) || heading.has_any_beginning(&["depriv", "simd", "wimd", "nimdm", "idac", "idaop"])
}
