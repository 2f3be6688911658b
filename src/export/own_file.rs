//! What a view shows of the person's own official file, as files: which version of it they were made from.

use serde_json::{Value, json};

use super::{Exportable, FileContent, Origin, Table};
use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::data::official::FileVersion;
use crate::scenario::Scenario;
use crate::words::file_version as words;
use crate::words::says::Said;

/// What a view shows, and the file that its figures are from.
#[derive(Clone, Copy)]
pub struct OfOwnFile<'a> {
    /// What it shows.
    pub shown: &'a dyn Exportable,
    /// The file.
    pub file: &'a FileVersion,
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
        rows.push(vec![words::LABEL.to_owned(), words::in_one(self.file)]);
        rows
    }

    fn says(&self) -> Vec<Said> {
        let mut said = self.shown.says();
        said.extend(words::version(self.file).into_iter().map(|sentence| ("file", sentence)));
        said
    }

    fn results(&self) -> serde_json::Result<Value> {
        let FileVersion { edition, checksum, areas, councils, is_all_england, totals } = self.file;
        let mut all = self.shown.results()?;
        let totals: Vec<Value> = totals
            .iter()
            .map(|of| {
                let mut total = json!({ "need": of.need, "people": of.people, "in_need": of.in_need });
                if let Some(beside) = of.beside_built_in {
                    total["beside_built_in"] = json!(beside);
                }
                total
            })
            .collect();
        all["file"] = json!({
            "edition": edition,
            "sha256": checksum,
            "areas": areas,
            "councils": councils,
            "all_england": is_all_england,
            "totals": totals,
        });
        Ok(all)
    }
}
