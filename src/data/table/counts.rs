//! How well a column fits what is counted: events, people, standard populations; points, `None` where it cannot be that.

use super::column::Look;
use super::heading::Heading;
use super::indices::names_deprivation;
use super::vocabulary::{DOMAINS, RATES, is_identity};

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
    "referrals",
    "referred",
    "hospitalisations",
    "hospitalizations",
    "fractures",
    "injuries",
    "falls",
    "offences",
    "infections",
    "vaccinations",
    "immunised",
    "absentees",
    "excluded",
    "exclusions",
    "suspensions",
    "contacts",
    "appointments",
    "visits",
    "prescriptions",
    "unemployed",
    "inactive",
    "responders",
    "completed",
    "achieved",
    "achieving",
    "screens",
    "reg",
];
/// The same for what a part of people are in.
const STATES: &[&str] = &[
    "in fuel poverty",
    "fuel poor",
    "in poverty",
    "in low income",
    "in relative low income",
    "in absolute low income",
    "low income families",
    "in need",
    "in care",
    "on benefits",
    "out of work",
    "living alone",
    "no car",
];
/// Words of whom something was asked or measured: what shares are out of.
const BASES: &[&str] = &[
    "base",
    "bases",
    "sample",
    "respondents",
    "responses",
    "surveyed",
    "examined",
    "measured",
    "tested",
    "cohort",
    "out of",
    "at risk",
    "patients",
];
/// Words for those who are not counted: “Non-smokers”.
const NEGATIVE: &[&str] = &["non", "not", "never", "without", "un"];
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
    // “Emergency admissions” with decimals are a ratio or a rate.
    let is_whole = look.whole * 10 >= look.numbers * 9;
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
    } else if is_whole
        && heading.has_any(EVENTS)
        && !(heading.has("deprived") && names_deprivation(heading) && !heading.has_any(DOMAINS))
    {
        if heading.has_any(NEGATIVE) { 60 } else { 75 }
    } else if is_whole && heading.has_any(STATES) {
        72
    } else if heading.has_any(&["with", "who", "register", "having"]) && look.counts() {
        70
    } else if heading.is_any(&["x", "number", "num", "no", "totalcount"]) {
        50
    } else if heading.has("number") && people(look).is_none() && denominator(look).is_none() {
        45
    } else {
        return None;
    };
    Some(if heading.has_any(&["performance", "used"]) { points - 15 } else { points })
}

/// Words for people, or households, who are in need.
const IN_NEED: &[&str] = &[
    "in need",
    "eligible",
    "poverty",
    "poor",
    "low income",
    "low incomes",
    "income deprived",
    "deprived",
    "fsm",
    "free school",
    "free meals",
    "pupil premium",
    "claimants",
    "on benefits",
    "receiving benefits",
    "universal credit",
    "unemployed",
    "out of work",
    "workless",
    "disadvantaged",
];

/// How well a column counts people, or households, who are in need.
pub fn in_need(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    let is_count = look.is_numeric()
        && look.percents == 0
        && look.range.is_some_and(|(least, most)| least >= -1.0 && most > 1.0)
        && !is_identity(look)
        && !heading.has_any(RATES)
        && !heading.has_any(&["rank", "score", "index", "decile", "quintile", "population", "denominator"]);
    if !is_count || !heading.has_any(IN_NEED) {
        return None;
    }
    Some(if heading.has_any(&["performance", "used"]) { 95 - 15 } else { 95 })
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
    if heading.has_any(&["with", "who", "known", "register"]) || heading.has_any(EVENTS) || heading.has_any(STATES) {
        return None;
    }
    if heading.has_any(BASES) && !names_deprivation(heading) || heading.is_any(&["n"]) {
        return Some(80);
    }
    if heading.has_any(&["offered", "invited"]) {
        return Some(60);
    }
    (heading.has("eligible") && !heading.has_any(&["known", "free", "fsm"])).then_some(70)
}

/// How well a column is how many people a row stands for.
pub fn people(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    if !look.counts() || is_identity(look) || heading.is_years() {
        return None;
    }
    // “Deaths” over “Population” in two lines of headings.
    let is_last = heading.ends_in(&["population", "pop", "people", "residents"]);
    let is_weight = heading.is_any(&["weight", "weights", "populationweight", "popweight"]);
    if !is_weight
        && (heading.has_any(RATES)
            || !is_last && (heading.has_any(EVENTS) || heading.has_any(STATES) || heading.has("with"))
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
    } else if heading.has_any(&["people", "residents", "headcount"]) {
        85
    } else if !is_whole {
        return is_weight.then_some(50);
    } else if heading.has("persons") {
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
        "electorate",
        "electors",
        "dwellings",
        "students",
    ]) || heading.is_any(&["list", "practicelist", "gplist"])
    {
        80
    } else if heading.has_any(&["women", "men", "children", "females", "males"]) {
        60
    } else if is_weight {
        50
    } else {
        return None;
    };
    Some(points - if is_part(heading) { 25 } else { 0 })
}

/// Whether a heading names a part of people: those of an age or a sex.
pub fn is_part(heading: &Heading) -> bool {
    heading.has_any(&[
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
    ]) && !heading.has_any(&["total", "all"])
}

/// How well a column is how many events were expected.
pub fn expected(look: &Look) -> Option<i32> {
    let heading = &look.heading;
    let says = heading.has("expected") || heading.has("exp") && !heading.has("life");
    (look.is_numeric() && says && !heading.has_any(RATES)).then_some(100)
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

/// Whether a heading says that numbers are all of what other columns are parts of, and no more than that.
pub fn is_total(look: &Look) -> bool {
    look.counts()
        && look.whole == look.numbers
        && look.heading.is_any(&["total", "totals", "all", "n", "totaln", "totalnumber", "denominator"])
}
