//! What a view shows of figures of the person's own, as files: which version of the official file they were made from, or how the
//! table was read.

use serde_json::{Value, json};

use super::{Exportable, FileContent, Listed, Origin, Table};
use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::data::official::{FileVersion, NeedTotals};
use crate::data::table::{Purpose, Warning};
use crate::results::own_units::OwnTable;
use crate::scenario::Scenario;
use crate::words::gap_measures::Style;
use crate::words::says::Said;
use crate::words::{file_version as words, own_units, table as table_words};

/// What a view shows, and the file that its figures are from.
#[derive(Clone, Copy)]
pub struct OfOwnFile<'a> {
    /// What it shows.
    pub shown: &'a dyn Exportable,
    /// What the figures are.
    pub figures: OwnFigures<'a>,
}

/// Figures of the person's own.
#[derive(Clone, Copy)]
pub enum OwnFigures<'a> {
    /// An official file.
    Official(&'a FileVersion),
    /// A table.
    Table(&'a OwnTable),
}

impl Exportable for OfOwnFile<'_> {
    fn scenario(&self) -> &Scenario {
        self.shown.scenario()
    }

    fn place(&self) -> String {
        self.shown.place()
    }

    fn place_of(&self, chart: Chart) -> String {
        self.shown.place_of(chart)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        self.shown.table(chart)
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        self.shown.sheet(chart, origin)
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let mut rows = self.shown.header(of, numbers, origin);
        match self.figures {
            OwnFigures::Official(file) => rows.push(vec![words::LABEL.to_owned(), words::in_one(file)]),
            OwnFigures::Table(table) => {
                rows.push(vec![own_units::READ_AS.to_owned(), own_units::read_as(&table.units)]);
                let told = table.told().map(|warning| vec![own_units::NOTE.to_owned(), words_of(warning)]);
                rows.extend(told);
            }
        }
        rows
    }

    fn listed(&self) -> Option<Listed> {
        self.shown.listed()
    }

    fn style(&self) -> Option<Style> {
        self.shown.style()
    }

    fn says(&self) -> Vec<Said> {
        let mut said = self.shown.says();
        match self.figures {
            OwnFigures::Official(file) => {
                said.extend(words::version(file).into_iter().map(|sentence| ("file", sentence)));
            }
            OwnFigures::Table(table) => {
                said.push(("table", own_units::read_as(&table.units)));
                said.extend(table.told().map(|warning| ("table_warning", words_of(warning))));
            }
        }
        said
    }

    fn results(&self) -> serde_json::Result<Value> {
        let mut all = self.shown.results()?;
        match self.figures {
            OwnFigures::Official(file) => all["file"] = of_file(file),
            OwnFigures::Table(table) => all["reading"] = of_table(table),
        }
        Ok(all)
    }
}

/// Which version of an official file it is.
fn of_file(file: &FileVersion) -> Value {
    let FileVersion { edition, checksum, areas, councils, is_all_england, totals } = file;
    let total = |of: &NeedTotals| {
        let mut total = json!({ "need": of.need, "people": of.people, "in_need": of.in_need });
        if let Some(beside) = of.beside_built_in {
            total["beside_built_in"] = json!(beside);
        }
        total
    };
    json!({
        "edition": edition,
        "sha256": checksum,
        "areas": areas,
        "councils": councils,
        "all_england": is_all_england,
        "totals": totals.iter().map(total).collect::<Vec<_>>(),
    })
}

fn words_of(warning: &Warning) -> String {
    table_words::warning(warning, Purpose::Targeted)
}

/// How a table of units was read, or which bands they are.
fn of_table(table: &OwnTable) -> Value {
    let OwnTable { units, reading: Some(reading), id } = table else {
        return json!({ "table": table.id.to_string(), "bands": table.units.units.len(), "per_cent_each": table.units.band });
    };
    let columns = reading.uses.iter().map(|used| {
        json!({ "role": used.role.key(), "column": used.heading, "at": used.column + 1,
            "why": table_words::read_as(used, reading) })
    });
    let parts = reading.parts.iter().map(|part| json!({ "column": part.heading, "chosen": part.value }));
    let warnings = table.told().map(|warning| {
        json!({ "kind": warning.kind(), "text": words_of(warning), "lines": warning.lines(),
            "columns": warning.columns() })
    });
    json!({
        "table": id.to_string(),
        "recognised": reading.kind.map(|kind| json!({ "kind": kind.key(), "name": table_words::kind(kind) })),
        "columns": columns.collect::<Vec<_>>(),
        "filters": parts.collect::<Vec<_>>(),
        "most_deprived": units.direction.map(|direction| direction.key()),
        "rows_in_table": reading.rows_in_table,
        "rows": units.units.len(),
        "left_out": units.left_out,
        "warnings": warnings.collect::<Vec<_>>(),
    })
}
