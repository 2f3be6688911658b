//! One result for each period, sex or area of rows, as files.

use serde_json::{Value, json};

use super::explained::explained;
use super::{Origin, Table};
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::results::gap_measures::{GroupResult, Grouped, LimitsBy, RowsIn};
use crate::scenario::MeasureChoices;
use crate::words::gap_measures as words;

/// Groups with what they are made of.
#[derive(Clone, Copy)]
pub(super) struct Groups<'a> {
    /// The rows.
    pub input: &'a RowsIn,
    /// How they are measured.
    pub choices: &'a MeasureChoices,
    /// The groups.
    pub grouped: &'a Grouped,
}

/// The numbers of the picture.
pub(super) fn table(of: Groups) -> Table {
    let grouped = of.grouped;
    Table {
        title: words::grouped_caption(of.input, of.choices, grouped),
        headings: words::grouped_headings(of.input, of.choices, grouped),
        rows: words::grouped_rows(of.input, of.choices, grouped),
    }
}

/// The picture with what stands around it.
pub(super) fn sheet(of: Groups, origin: &Origin) -> Sheet {
    let grouped = of.grouped;
    let style = words::grouped_style(of.choices, grouped);
    let picture = words::trend(of.input, of.choices, grouped);
    Sheet {
        title: words::grouped_caption(of.input, of.choices, grouped),
        about: vec![
            format!("{}.", words::rows_name(of.input)),
            words::comparison(of.choices, grouped),
            words::grouped_note(of.choices, grouped),
        ],
        key: Vec::new(),
        layers: vec![words::draw_trend(&picture, style, SCENE_WIDTH)],
        foot: words::foot(of.input, origin.date, origin.link),
    }
}

/// Every number of every group.
pub(super) fn results(of: Groups) -> Value {
    let grouped = of.grouped;
    let has_people = of.input.has_people();
    let groups: Vec<Value> = grouped.groups.iter().map(|group| result(group, has_people)).collect();
    json!({
        "column": grouped.by,
        "are_periods": grouped.are_periods,
        "other_numbers_are_about": grouped.main,
        "comparison": words::comparison(of.choices, grouped),
        "groups": groups,
    })
}

fn result(group: &GroupResult, has_people: bool) -> Value {
    let measured = group.found.as_ref().ok();
    let (sii, rii) = (group.sii_limits(), group.rii_limits());
    let all = json!({
        "group": group.name,
        "rows": group.rows(),
        "rows_left_out": group.left_out,
        "people": measured.filter(|_| has_people).map(|measured| measured.people),
        "mean": measured.map(|measured| measured.before.concentration.mean),
        "most_deprived_end": measured.map(|measured| measured.before.slope.most),
        "least_deprived_end": measured.map(|measured| measured.before.slope.least),
        "sii": group.sii(),
        "sii_lower": sii.map(|(limits, _)| limits.lower),
        "sii_upper": sii.map(|(limits, _)| limits.upper),
        "sii_limits_from": sii.map(|(_, by)| match by {
            LimitsBy::Draws => "draws",
            LimitsBy::Line => "line",
        }),
        "rii": group.rii(),
        "rii_lower": rii.map(|limits| limits.lower),
        "rii_upper": rii.map(|limits| limits.upper),
        "editions": group.editions,
    });
    explained(all, &|key| words::no_group_number(group, key))
}
