//! Whether more of a value is worse or better, by its heading.

use serde::{Deserialize, Serialize};

use super::heading::Heading;
use super::vocabulary::DOMAINS;

/// Whether more of a value is worse or better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum More {
    /// More is worse, as with deaths.
    Worse,
    /// More is better, as with years of life.
    Better,
}

impl More {
    /// Its name in links and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
        }
    }
}

/// Beginnings of words by which more is worse, whatever else stands there.
const SURELY_WORSE: &[&str] = &[
    "death",
    "mortal",
    "smr",
    "admission",
    "suicid",
    "crime",
    "unemploy",
    "inactiv",
    "depriv",
    "povert",
    "not in",
    "worklessness",
    "workless",
    "stillb",
    "neet",
    "under 18 conception",
];
/// Beginnings of words by which more is better, whatever illness they are about.
const SURELY_BETTER: &[&str] = &[
    "life expectancy",
    "healthy life",
    "uptake",
    "coverage",
    "screen",
    "vaccin",
    "immuni",
    "surviv",
    "quit",
    "complet",
    "success",
    "receiv",
    "achiev",
    "attain",
    "breastf",
];
/// Beginnings of words by which more is worse.
const WORSE: &[&str] = &[
    "smok",
    "obes",
    "overweight",
    "excess",
    "prevalence",
    "disease",
    "cancer",
    "free school",
    "fsm",
    "claim",
    "teen",
    "conception",
    "emergen",
    "absen",
    "exclu",
    "disab",
    "lonel",
    "anxi",
    "depress",
    "homeless",
    "injur",
    "infant",
    "premature",
    "preventable",
    "avoidable",
    "violen",
    "drug",
    "alcohol",
    "diabet",
    "hypertens",
    "asthma",
    "copd",
    "stroke",
    "fracture",
    "dementia",
    "tooth",
    "decay",
    "overcrowd",
    "unplanned",
    "self harm",
    "low birth",
    "low income",
    "poor",
    "lost",
    "delay",
    "known to be eligible",
    "waiting",
];
/// Beginnings of words by which more is better.
const BETTER: &[&str] = &[
    "healthy",
    "employ",
    "good level",
    "good health",
    "readi",
    "ready",
    "satisf",
    "wellbeing",
    "well being",
    "active",
    "physical activity",
    "pass",
    "qualif",
    "earn",
    "household income",
    "median income",
    "mean income",
    "average income",
    "wealth",
    "expectancy",
    "progress",
];

/// Words that turn what is good into what is not.
const TURNED: &[&str] = &[
    "not",
    "never",
    "without",
    "non",
    "lack",
    "lacking",
    "low",
    "poor",
    "declined",
    "refused",
    "missed",
    "no qualifications",
];

/// What a heading says of more of the value; `None` where it says nothing, or two things.
pub fn more(heading: &Heading) -> Option<More> {
    let is = |beginnings: &[&str]| heading.has_any_beginning(beginnings);
    // Parts of an index of deprivation: “Income score (rate)”, “Employment score”.
    if heading.has("score") && heading.has_any(DOMAINS) {
        return Some(More::Worse);
    }
    let more = match (is(SURELY_WORSE), is(SURELY_BETTER), is(WORSE), is(BETTER)) {
        (true, true, ..) | (false, false, true, true) | (false, false, false, false) => None,
        (true, false, ..) | (false, false, true, false) => Some(More::Worse),
        (false, true, ..) | (false, false, false, true) => Some(More::Better),
    };
    match more {
        // “Not vaccinated”, “low satisfaction”: more of what is good, turned round.
        Some(More::Better) if heading.has_any(TURNED) => Some(More::Worse),
        // “No” may stand for “number” as well.
        Some(More::Better) if heading.has("no") => None,
        more => more,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_heading_says_of_more() {
        for (heading, expect) in [
            ("Life expectancy at birth", Some(More::Better)),
            ("Deaths under 75, SMR", Some(More::Worse)),
            ("Low birth weight %", Some(More::Worse)),
            ("MMR vaccination coverage", Some(More::Better)),
            ("Unemployment rate", Some(More::Worse)),
            ("Employment rate", Some(More::Better)),
            ("Uptake (%)", Some(More::Better)),
            ("Income Score (rate)", Some(More::Worse)),
            ("Employment Score (rate)", Some(More::Worse)),
            ("Breast cancer screening uptake", Some(More::Better)),
            ("Bowel screening, eligible people (%)", Some(More::Better)),
            ("Cancer survival after one year", Some(More::Better)),
            ("Not in education, employment or training", Some(More::Worse)),
            ("Deaths of people who were vaccinated", None),
            ("Children in low income families", Some(More::Worse)),
            ("Self-reported good health", Some(More::Better)),
            ("% not vaccinated", Some(More::Worse)),
            ("No qualifications (%)", Some(More::Worse)),
            ("Low life satisfaction", Some(More::Worse)),
            ("No. vaccinated", None),
            ("Low income", Some(More::Worse)),
            ("Nottingham rate", None),
            ("Income", None),
            ("Value", None),
            ("Rate", None),
        ] {
            assert_eq!(more(&Heading::new(heading)), expect, "{heading}");
        }
    }
}
