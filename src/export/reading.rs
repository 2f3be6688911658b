//! How a table of one's own was read, as a file of results has it.

use serde_json::{Value, json};

use super::MeasuresExport;
use crate::data::table::{CouncilsFollowed, Direction, DirectionBy, Followed, Join, More, Reading, Role, Warning};
use crate::scenario::gap_measures::{DeprivationColumn, Polarity};
use crate::words::table as words;

/// The reading of the rows that are measured; `None` for the built-in ones.
pub(super) fn reading(of: &MeasuresExport) -> Option<Value> {
    let reading = of.input.reading.as_deref()?;
    let heading = |role: Role| reading.heading_of(role);
    let measured = of.measured;
    let most_deprived = measured.most_deprived();
    let people = heading(Role::People).or_else(|| heading(Role::Denominator));
    let columns: Vec<Value> = reading
        .uses
        .iter()
        .map(|used| {
            json!({ "role": used.role.key(), "column": used.heading, "at": used.column + 1, "why": words::read_as(used, reading) })
        })
        .collect();
    let parts: Vec<Value> =
        reading.parts.iter().map(|part| json!({ "column": part.heading, "chosen": part.value })).collect();
    let first_limits = reading.first_limits;
    let mut all = json!({
        "recognised": reading.kind.map(|kind| json!({ "kind": kind.key(), "name": words::kind(kind) })),
        "encoding": reading.encoding.name(),
        "separator": reading.separator.map(|sign| char::from(sign).to_string()),
        "heading_line": reading.heading_line,
        "columns": columns,
        "name_column": heading(Role::Name),
        "deprivation_column": heading(Role::Deprivation),
        "value_column": heading(Role::Value),
        "events_column": heading(Role::Events),
        "out_of_column": heading(Role::Denominator),
        "expected_column": heading(Role::Expected),
        "people_column": people,
        "lower_column": heading(Role::Lower),
        "upper_column": heading(Role::Upper),
        "limits": measured.has_limits() || measured.bins.is_some() && of.input.can_have_limits(),
        "first_lower": first_limits.map(|limits| limits.lower),
        "first_upper": first_limits.map(|limits| limits.upper),
        "direction": direction(of, reading),
        "most_deprived_row": most_deprived.map(|(name, _)| name),
        "most_deprived_value": most_deprived.map(|(_, number)| number),
        "more_is": of.choices.polarity.key(),
        "more_because": more_because(of, reading),
        "filters": parts,
        "rows_in_table": reading.rows_in_table,
        "rows": measured.count(),
        "left_out": measured.left_out + reading.join.as_ref().map_or(0, |join| join.left_out),
        "people": reading.has_people.then_some(measured.people),
        "most_minus_least": measured.before.slope.most - measured.before.slope.least,
        "most_over_least": most_over_least(of),
        "warnings": warnings(of, reading),
    });
    if let (Value::Object(all), Some(of)) = (&mut all, &reading.join) {
        all.insert("join".to_owned(), join(of));
    }
    Some(all)
}

/// How the table was joined to another.
fn join(of: &Join) -> Value {
    let rows: Vec<Value> = of.left_out_rows.iter().map(|row| json!({ "line": row.line, "row": row.name })).collect();
    let followed: Vec<Value> = of.followed.iter().map(councils).collect();
    let [code_column, code_column_of_other] = &of.columns;
    json!({
        "with": of.with,
        "codes": of.kind,
        "code_column": code_column,
        "code_column_of_other": code_column_of_other,
        "gives": of.given,
        "joined": of.joined,
        "left_out": of.left_out,
        "left_out_rows": rows,
        "codes_not_used": of.not_used,
        "first_codes_not_used": of.not_used_codes,
        "codes_in_several_rows": of.repeated,
        "finer_areas": of.summed,
        "finer_areas_without_a_number": of.without,
        "councils_followed": followed,
    })
}

/// Councils that the two tables have by different codes.
fn councils(of: &CouncilsFollowed) -> Value {
    let how = Followed::ALL.into_iter().find(|(how, _)| *how == of.how).map(|(_, name)| name);
    json!({ "here": of.own, "there": of.other, "year": of.year, "how": how, "left_out": of.how.is_left_out() })
}

/// The most deprived end as a multiple of the least deprived one, whichever of them is better off.
fn most_over_least(of: &MeasuresExport) -> Option<f64> {
    let slope = of.measured.before.slope;
    slope.rii.map(|_| slope.most / slope.least).filter(|ratio| ratio.is_finite())
}

/// Which end is the most deprived in what is measured, and how that is known.
fn direction(of: &MeasuresExport, reading: &Reading) -> Value {
    let used = match of.choices.order {
        DeprivationColumn::Score => Direction::High,
        DeprivationColumn::Rank => Direction::Low,
    };
    let by = reading.direction_by.as_ref().filter(|_| reading.rows.direction == Some(used));
    let because = match by {
        Some(DirectionBy::Told) | None => "told".to_owned(),
        Some(DirectionBy::Heading) => "heading".to_owned(),
        Some(DirectionBy::Words) => "words".to_owned(),
        Some(DirectionBy::Kind) => "kind".to_owned(),
        Some(DirectionBy::Beside(column)) => format!("beside {column}"),
        Some(DirectionBy::Guess) => "guess".to_owned(),
    };
    json!({ "most_deprived": used.key(), "because": because })
}

fn more_because(of: &MeasuresExport, reading: &Reading) -> &'static str {
    let used = match of.choices.polarity {
        Polarity::Worse => More::Worse,
        Polarity::Better => More::Better,
    };
    match reading.rows.more {
        Some(more) if more == used => "heading",
        None if used == More::Worse => "guess",
        Some(_) | None => "told",
    }
}

fn warnings(of: &MeasuresExport, reading: &Reading) -> Vec<Value> {
    let is_told = |warning: &&Warning| match warning {
        Warning::Polarity { .. } => of.choices.polarity == Polarity::Worse,
        _ => true,
    };
    let warning = |warning: &Warning| {
        json!({
            "kind": warning.kind(), "text": words::warning(warning, reading.purpose), "lines": warning.lines(), "columns": warning.columns(),
        })
    };
    reading.warnings.iter().filter(is_told).map(warning).collect()
}
