//! How well a column names rows, or tells parts of a table apart of which one is meant.

use super::column::Look;
use super::indices::names_deprivation;
use super::vocabulary::RATES;

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
