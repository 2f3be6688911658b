//! Measures of inequality on rows as files.

use serde_json::{Map, Value, json};

use super::explained::explained;
use super::gap_grouped::{self, Groups};
use super::{Exportable, FileContent, Origin, Table};
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::{Chart, RowsChart};
use crate::model::gap::{Limits, SlopeIntervals};
use crate::results::gap_measures::{Grouped, Measured, Measures, NoDraws, RowResult, RowsIn, RowsOrigin};
use crate::scenario::gap_measures::ValueKind;
use crate::scenario::{MeasureChoices, Scenario};
use crate::words::says::{self, Said};
use crate::words::{exports, gap_measures as words};

/// Rows measured, ready to be made into files.
#[derive(Clone, Copy)]
pub struct MeasuresExport<'a> {
    /// The choices of the page.
    pub scenario: &'a Scenario,
    /// The rows.
    pub input: &'a RowsIn,
    /// The choices that the rows are measured by.
    pub choices: &'a MeasureChoices,
    /// The result.
    pub measured: &'a Measured,
    /// Simulated intervals, or why there are none.
    pub intervals: &'a Result<Option<SlopeIntervals>, NoDraws>,
    /// One result for each period, sex or area, where that is asked for.
    pub grouped: Option<&'a Grouped>,
}

impl Exportable for MeasuresExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        let [built_in, own] = words::FILE_PLACES;
        if self.input.origin == RowsOrigin::BuiltIn { built_in } else { own }.to_owned()
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        match chart {
            Chart::Rows(RowsChart::Scatter) => Some(Table {
                title: self.title(),
                headings: words::rows_headings(self.input, self.choices, self.measured),
                rows: words::rows_rows(self.choices, self.measured),
            }),
            Chart::Rows(RowsChart::Groups) => self.groups().map(gap_grouped::table),
            Chart::Target(_)
            | Chart::Councils(_)
            | Chart::Offers(_)
            | Chart::Risk(_)
            | Chart::Gap(_)
            | Chart::Payment(_)
            | Chart::Audit(_) => None,
        }
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        if let Chart::Rows(RowsChart::Groups) = chart {
            return self.groups().map(|groups| gap_grouped::sheet(groups, origin));
        }
        let Chart::Rows(RowsChart::Scatter) = chart else { return None };
        let picture = words::picture(self.input, self.choices, self.measured);
        let begins_at_0 = picture.up_domain().0 == 0.0;
        let has_limits = self.measured.has_limits() && picture.has_limits();
        let row = words::dot(self.measured).to_owned();
        let [now, target] = words::LINES.map(str::to_owned);
        Some(Sheet {
            title: self.title(),
            about: vec![
                format!("{}.", words::rows_name(self.input)),
                words::headline(self.input, self.choices, self.measured),
                words::scatter_note(self.choices, self.measured, has_limits, begins_at_0),
            ],
            key: vec![("curve__dot--everyone", row), ("curve__need", now), ("curve__everyone", target)],
            layers: vec![words::draw(&picture, words::Style::of(self.choices, self.measured), SCENE_WIDTH)],
            foot: words::foot(self.input, origin.date, origin.link),
        })
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let title = match of {
            FileContent::Chart(Chart::Rows(RowsChart::Groups)) => {
                self.groups().map(|groups| gap_grouped::table(groups).title).unwrap_or_default()
            }
            FileContent::Chart(_) => self.title(),
            FileContent::Results => exports::results_title(self.scenario.view),
        };
        let mut rows = vec![
            exports::fact("Title", title),
            exports::fact("Numbers", numbers),
            exports::fact(words::FILE_ROWS, words::rows_name(self.input)),
        ];
        rows.extend(words::settings_rows(self.choices));
        rows.extend(words::bins_note(self.measured).map(|note| exports::fact("Note", note)));
        rows.extend(words::left_out(self.measured).map(|note| exports::fact("Note", note)));
        rows.extend([
            exports::fact("Source", words::source(self.input.origin)),
            exports::fact("Made on", origin.date),
            exports::fact("Link", origin.link),
        ]);
        rows
    }

    fn says(&self) -> Vec<Said> {
        let mut said = says::of_rows(self.input, self.choices, self.measured);
        said.extend(self.grouped.map(|grouped| ("groups_comparison", words::comparison(self.choices, grouped))));
        said
    }

    fn style(&self) -> Option<words::Style> {
        Some(words::Style::of(self.choices, self.measured))
    }

    fn results(&self) -> serde_json::Result<Value> {
        let measured = self.measured;
        let settings: Map<String, Value> =
            self.choices.settings().into_iter().map(|(key, value)| (key.to_owned(), Value::from(value))).collect();
        let intervals = match self.intervals {
            Ok(Some(found)) => {
                // Where the ratio itself has no meaning its limits have none.
                let rii = found.rii.filter(|_| measured.before.slope.rii.is_some());
                explained(json!({ "sii": found.sii, "rii": rii }), &|_| words::NO_RATIO_IN_A_DRAW.to_owned())
            }
            Ok(None) => Value::Null,
            Err(reason) => json!({ "none_because": words::no_draws(reason) }),
        };
        let fit = measured.picture.fit.as_ref().map(|fit| {
            json!({
                "intercept": fit.line.intercept, "slope": fit.line.slope, "intercept_limits": fit.intercept_limits,
                "slope_limits": fit.slope_limits, "r_squared": fit.r_squared, "points": fit.points,
            })
        });
        let ends = measured.picture.ends().map(|(most, least)| {
            json!({
                "most_deprived_end": { "x": most.x, "now": most.now, "target": most.target, "limits": most.limits },
                "least_deprived_end": { "x": least.x, "now": least.now, "target": least.target, "limits": least.limits },
            })
        });
        let groups: Vec<Value> = measured
            .groups
            .iter()
            .map(|group| {
                let group = json!({
                    "group": group.group, "rows": group.rows, "people": group.people, "mean": group.before,
                    "mean_after": group.after,
                });
                explained(group, &|_| words::NO_ROWS_IN_GROUP.to_owned())
            })
            .collect();
        let named = |of: &Measures| {
            Ok::<_, serde_json::Error>(explained(serde_json::to_value(of.named())?, &|key| words::no_measure(of, key)))
        };
        let mut all = json!({
            "rows_in_use": if self.input.origin == RowsOrigin::BuiltIn { "built-in" } else { "own" },
            "measures": words::value_name(self.input, words::Style::of(self.choices, measured)),
            "source": words::source(self.input.origin),
            "settings": settings,
            "signs": words::SIGNS,
            "page_sign": measured.sign,
            "rows_measured": measured.count(),
            "rows_left_out": measured.left_out,
            "people": self.input.has_people().then_some(measured.people),
            "before": named(&measured.before)?,
            "after": named(&measured.after)?,
            "sii_limits_by_line": measured.sii_by_line,
            "limits_by_draws": intervals,
            "line": explained(json!({ "fit": fit, "ends": ends }), &|_| words::NO_LINE.to_owned()),
            "groups": groups,
            "most_deprived_fifth_of_rows": fifth_of_rows(self),
            "rows": measured.rows.iter().map(row).collect::<Vec<Value>>(),
        });
        if let (Value::Object(all), Some(groups)) = (&mut all, self.groups()) {
            all.insert("by".to_owned(), gap_grouped::results(groups));
        }
        let why = |key: &str| match key {
            "limits_by_draws" => words::NO_LIMITS_BY_DRAWS.to_owned(),
            "most_deprived_fifth_of_rows" => words::NO_COUNTS.to_owned(),
            "people" => words::NO_PEOPLE.to_owned(),
            _ => words::NO_LIMITS_BY_LINE.to_owned(),
        };
        Ok(explained(all, &why))
    }
}

impl MeasuresExport<'_> {
    fn groups(&self) -> Option<Groups<'_>> {
        Some(Groups { input: self.input, choices: self.choices, grouped: self.grouped? })
    }

    fn title(&self) -> String {
        words::scatter_caption(self.input, self.choices, self.measured)
    }
}

/// What the most deprived fifth of rows holds of all that is counted; `None` where values are not counted in people.
fn fifth_of_rows(of: &MeasuresExport) -> Option<Value> {
    if !of.input.has_counts || of.choices.value == ValueKind::Ratio {
        return None;
    }
    let fifth = of.measured.count() as f64 / 5.0;
    let (cut, whole) = (of.measured.held(fifth)?, of.measured.held(fifth.ceil())?);
    Some(json!({
        "share_of_events": cut.events,
        "share_of_people": cut.people,
        "share_of_events_in_whole_rows": whole.events,
        "share_of_people_in_whole_rows": whole.people,
        "whole_rows": fifth.ceil(),
    }))
}

fn row(row: &RowResult) -> Value {
    let limit = |of: fn(Limits) -> f64| row.limits.map(of);
    let mut all = json!({
        "name": row.name,
        "people": row.people,
        "deprivation": row.deprivation,
        "rank": row.rank,
        "value": row.value,
        "lower": limit(|limits| limits.lower),
        "upper": limit(|limits| limits.upper),
        "on_line": row.on_line,
        "after": row.after,
        "group": row.group,
    });
    if let (Value::Object(all), Some(places)) = (&mut all, row.places) {
        all.insert("rows".to_owned(), json!(places));
    }
    all
}
