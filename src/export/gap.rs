//! The view `gap` as files: the slope target with the published figures, and the rows measured.

use serde_json::{Value, json};

use super::{Exportable, FileContent, MeasuresExport, Origin, SlopeTargetExport, Table};
use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::scenario::Scenario;
use crate::words::gap_measures::Style;
use crate::words::says::Said;

/// Both halves of the view.
#[derive(Clone, Copy)]
pub struct GapExport<'a> {
    /// The slope target and the published figures.
    pub target: SlopeTargetExport<'a>,
    /// The rows measured; `None` where rows and settings give no answer.
    pub measures: Option<MeasuresExport<'a>>,
}

impl GapExport<'_> {
    /// The half that has a chart.
    fn half(&self, chart: Chart) -> Option<&dyn Exportable> {
        match chart {
            Chart::Gap(_) => Some(&self.target),
            Chart::Rows(_) => self.measures.as_ref().map(|measures| measures as &dyn Exportable),
            Chart::Target(_)
            | Chart::Councils(_)
            | Chart::Offers(_)
            | Chart::Risk(_)
            | Chart::Payment(_)
            | Chart::Audit(_) => None,
        }
    }
}

impl Exportable for GapExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.target.scenario
    }

    fn place(&self) -> String {
        self.target.place()
    }

    /// A file of rows is named by whose they are.
    fn place_of(&self, chart: Chart) -> String {
        self.half(chart).map_or_else(|| self.place(), Exportable::place)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        self.half(chart)?.table(chart)
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        self.half(chart)?.sheet(chart, origin)
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        if let FileContent::Chart(chart) = of {
            return self.half(chart).map(|half| half.header(of, numbers, origin)).unwrap_or_default();
        }
        let mut rows = self.target.header(of, numbers, origin);
        if let Some(measures) = &self.measures {
            let further = measures.header(of, numbers, origin);
            // What both halves say, such as the title and the day, is said once.
            let further: Vec<_> = further.into_iter().filter(|row| !rows.contains(row)).collect();
            let before_the_day = rows.len().saturating_sub(2);
            rows.splice(before_the_day..before_the_day, further);
        }
        rows
    }

    fn says(&self) -> Vec<Said> {
        let mut said = self.target.says();
        said.extend(self.measures.iter().flat_map(Exportable::says));
        said
    }

    fn style(&self) -> Option<Style> {
        self.measures.as_ref().and_then(Exportable::style)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let mut all = self.target.results()?;
        let measures = self.measures.as_ref().map(Exportable::results).transpose()?;
        if let Value::Object(all) = &mut all {
            all.insert("rows".to_owned(), json!(measures));
            if let Some(reading) = self.measures.as_ref().and_then(super::reading::reading) {
                all.insert("reading".to_owned(), reading);
            }
        }
        Ok(all)
    }
}
