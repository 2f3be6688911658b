//! How a table of people served was read, who is left out, and what is wrong with one.

use super::Facts;
use crate::data::table::{ServedError, ServedTable};
use crate::results::audit::{AuditIn, Rule, UnitsOf};
use crate::words::import::Message;
use crate::words::number::count;
use crate::words::table::table_message;

/// The most codes or councils that are named.
const NAMED: usize = 5;

fn people(number: f64) -> String {
    match number {
        1.0 => "1 person".to_owned(),
        number => format!("{} people", count(number)),
    }
}

/// What is said of people left out, for the page: every count. `None` where a count is held back there is "fewer than".
fn told_people(number: f64, rule: Rule) -> String {
    rule.alone(number).map_or_else(|| format!("fewer than {} people", count(rule.least)), people)
}

/// How the table was read and who is left out. `rule` says what may be told; codes are named on the page alone.
pub fn told(facts: Facts, rule: Rule) -> Vec<String> {
    if facts.input.is_example {
        return Vec::new();
    }
    let (table, left_out) = (&*facts.input.served, &facts.audit.left_out);
    let is_on_page = rule == Rule::NOTHING;
    let mut said = vec![read_as(table, is_on_page)];
    if table.periods.len() > 1
        && let Some(last) = table.periods.last()
    {
        said.push(format!(
            "{} periods; the numbers are those of {last}, the last, unless they say otherwise.",
            count(table.periods.len() as f64)
        ));
    }
    if table.groups.len() > 1 {
        said.push(format!(
            "{} groups, added up, as groups of which nobody is in two.",
            count(table.groups.len() as f64)
        ));
    }
    if is_on_page && table.added > 0 {
        said.push(format!(
            "{} rows are of an area that another row names too: their numbers were added up.",
            count(table.added as f64)
        ));
    }
    if table.without_number > 0 {
        said.push(format!(
            "{} rows hold no number, or a mark for one that is held back. They count as nobody, so what is shown is the least that can be.",
            count(table.without_number as f64)
        ));
    }
    if facts.audit.not_named > 0 {
        said.push(format!(
            "{} {} of the place are not in the table: they count as nobody served.",
            count(facts.audit.not_named as f64),
            facts.areas()
        ));
    }
    if facts.audit.followed > 0 {
        said.push(format!(
            "{} codes are of councils that have another code by now, and were followed.",
            count(facts.audit.followed as f64)
        ));
    }
    if left_out.people() > 0.0 && is_on_page {
        said.push(format!("Left out: {} of {}.", people(left_out.people()), people(facts.audit.all_people())));
    }
    if left_out.people_outside() > 0.0 {
        let most: Vec<String> =
            left_out.outside.iter().take(NAMED).map(|(name, number)| format!("{name} {}", count(*number))).collect();
        let named = if is_on_page { format!(": {}", most.join(", ")) } else { String::new() };
        said.push(format!("Outside the place: {}{named}.", told_people(left_out.people_outside(), rule)));
    }
    let (codes, number) = &left_out.other_census;
    if !codes.is_empty() {
        let census = match facts.input.place.of {
            UnitsOf::File(crate::data::Edition::Iod2025) => "2011 that were drawn anew for 2021",
            _ => "2021 that there were not in 2011",
        };
        said.push(format!(
            "In areas of {census}: {}, in {} areas{}. Areas that stayed as they were have the same code in both and are counted.",
            told_people(*number, rule),
            count(codes.len() as f64),
            if is_on_page { format!(" ({})", some_of(codes)) } else { String::new() }
        ));
    }
    let (codes, number) = &left_out.unknown;
    if !codes.is_empty() {
        said.push(format!(
            "With a code that nothing is known of here: {}, {} codes{}.",
            told_people(*number, rule),
            count(codes.len() as f64),
            if is_on_page { format!(" ({})", some_of(codes)) } else { String::new() }
        ));
    }
    if left_out.without_code > 0.0 {
        said.push(format!("Without a code: {}.", told_people(left_out.without_code, rule)));
    }
    said
}

fn some_of(codes: &[String]) -> String {
    let named: Vec<&str> = codes.iter().take(NAMED).map(String::as_str).collect();
    let more = if codes.len() > NAMED { " and others" } else { "" };
    format!("{}{more}", named.join(", "))
}

fn read_as(table: &ServedTable, is_on_page: bool) -> String {
    let area = match table.columns.area.as_str() {
        "" => "the only column".to_owned(),
        heading => format!("“{heading}”"),
    };
    let counted = match &table.columns.served {
        Some(heading) => format!("people served from “{heading}”"),
        // How many rows there are is the number of people: in a file it would tell who is held back.
        None if is_on_page => {
            format!("{} rows, each of them one person, counted by area and then let go of", count(table.rows as f64))
        }
        None => "each row one person, counted by area".to_owned(),
    };
    let further = |what: &str, heading: &Option<String>| heading.as_ref().map(|of| format!(", {what} from “{of}”"));
    let period = further("periods", &table.columns.period).unwrap_or_default();
    let group = further("groups", &table.columns.group).unwrap_or_default();
    format!("Read as: areas from {area}, {counted}{period}{group}.")
}

/// What is wrong with a table, and what can be done.
pub fn message(error: &ServedError) -> Message {
    let of = |problem: String, advice: &str| Message { problem, advice: advice.to_owned() };
    match error {
        ServedError::Table(error) => table_message(error),
        ServedError::NoCodes => of(
            "No column holds codes of areas.".to_owned(),
            "Each row needs the code of an area, such as E01017948 or E07000008, or a code of your own table.",
        ),
        ServedError::WhichServed { columns: headings, .. } => of(
            format!("Several columns, or one with another heading, could count people: {}.", headings.join(", ")),
            "Choose below which one does, or that each row is one person. Or call it people_served.",
        ),
        ServedError::NoColumn(heading) => of(format!("There is no column “{heading}”."), "Choose another."),
        ServedError::NotACount { line, cell } => of(
            format!("Line {}: “{cell}” is no number of people.", count(*line as f64)),
            "Numbers of people are whole and 0 or more. A mark such as “c” or “<5” is taken for a number that is held back.",
        ),
        ServedError::TooManyValues(heading) => of(
            format!("“{heading}” has more than 60 different values."),
            "Groups and periods are few. Choose another column, or none.",
        ),
        ServedError::Nothing => of(
            "No row has a code and a number.".to_owned(),
            "Each row needs the code of an area and how many people were served there, or is one person with the code alone.",
        ),
    }
}

/// Said of a workbook with several sheets.
pub fn which_sheet(names: &[String]) -> Message {
    Message {
        problem: format!("Several sheets hold a table: {}.", names.join(", ")),
        advice: "Save the one that you mean as a file of its own, or copy it and paste it here.".to_owned(),
    }
}

/// Why none of the codes belongs to an area of the place; `None` where one does.
pub fn nobody_here(input: &AuditIn) -> Option<String> {
    let (place, table) = (&input.place, &input.served);
    if table.codes.iter().any(|code| place.find(code).is_some()) {
        return None;
    }
    let of_small_areas = matches!(place.of, UnitsOf::Councils(_)) && !table.is_of_councils();
    if of_small_areas {
        return Some(super::NEEDS_FILE.to_owned());
    }
    let elsewhere: Vec<&str> = table.codes.iter().filter_map(|code| place.outside(code)).collect();
    Some(match elsewhere.first() {
        Some(council) => format!(
            "{} They are of {council} and others. Choose the place that your service is for.",
            super::NOBODY_HERE
        ),
        None => super::NOBODY_HERE.to_owned(),
    })
}
