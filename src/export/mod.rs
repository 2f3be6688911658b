//! Charts and results as files that stand on their own: each says what it shows, of which place, from which source, made
//! when, and how to come back.
//!
//! *Architecture invariant:* a file is made from the same results and words as the page, and never from the page itself.
//! Whatever a name in the data holds, it stays text in every kind of file.

mod areas;
pub mod areas_geojson;
mod audit;
mod charts;
mod checked;
mod councils;
mod csv;
mod csvw;
mod document;
mod explained;
mod file_name;
mod gap;
mod gap_grouped;
mod gap_measures;
mod gap_target;
mod incentive;
mod named;
mod note;
mod own_file;
mod population;
mod reading;
mod report;
mod tidy;
mod value;
mod walk;

pub use areas::AreasExport;
pub use audit::AuditExport;
pub use charts::{chart_csv, sheet, table};
pub use checked::ChecksExport;
pub use councils::{
    CouncilsExport, bands as councils_bands, key as councils_key, looks as councils_looks, on_map as councils_on_map,
    strip, strip_of_own,
};
pub use csv::Csv;
pub use csvw::results_csvw;
pub use document::{document, results_json};
pub use file_name::{chart_file_name, results_file_name};
pub use gap::GapExport;
pub use gap_measures::MeasuresExport;
pub use gap_target::SlopeTargetExport;
pub use incentive::IncentiveExport;
pub use note::note;
pub use own_file::{OfOwnFile, OwnFigures};
pub use population::{PopulationExport, risk_curves};
pub use report::view_of;
pub use tidy::{Listed, results_csv};

use serde_json::Value;

use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::data::Places;
use crate::data::figures::HeldOf;
use crate::model::strategies::Interval;
use crate::results::rural::RuralSplit;
use crate::results::strategies::Strategies;
use crate::results::value::Certainty;
use crate::results::{RankedPlace, TargetingResult};
use crate::scenario::Scenario;
use crate::words::gap_measures::Style;
use crate::words::says::{self, Said};
use crate::words::{exports, place, rural};

/// What a view shows, ready to be made into files.
pub trait Exportable {
    /// The choices.
    fn scenario(&self) -> &Scenario;

    /// The place, or what else it is about, in a few words.
    fn place(&self) -> String;

    /// The same of a chart, where that is about something else than the whole.
    fn place_of(&self, _chart: Chart) -> String {
        self.place()
    }

    /// A chart's numbers as the page shows them; `None` for a chart of another view.
    fn table(&self, chart: Chart) -> Option<Table>;

    /// A chart's picture with all that stands around it; `None` for a chart of another view.
    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet>;

    /// The first lines of a file of rows, a name and a value each: what it is about. `numbers` says how they are rounded.
    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>>;

    /// The sentences of the view, each under its kind.
    fn says(&self) -> Vec<Said>;

    /// All results as one table with a row for each unit, numbers in full, where they are such.
    fn listed(&self) -> Option<Listed> {
        None
    }

    /// How values of rows are written, where there are such.
    fn style(&self) -> Option<Style> {
        None
    }

    /// Every number of the view. Shares are 0 to 1, money is in pounds.
    ///
    /// # Errors
    /// None in practice: results hold numbers, texts and lists alone.
    fn results(&self) -> serde_json::Result<Value>;
}

/// What a file of rows holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileContent {
    /// A chart's numbers.
    Chart(Chart),
    /// All results.
    Results,
}

/// A chart's numbers as the page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the chart says, as a sentence.
    pub title: String,
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Offers worked out, and how sure they are.
#[derive(Clone, Copy)]
pub struct Offered<'a> {
    /// The result at the likely values.
    pub result: &'a Strategies,
    /// The 90% interval of each output of each strategy; empty if they were not worked out.
    pub intervals: &'a [Vec<Option<Interval>>],
    /// How sure the choice between them is, where that was worked out.
    pub certainty: Option<&'a Certainty>,
    /// What each authority of the place holds in all, for a budget that is split over them.
    pub totals: &'a [HeldOf],
}

/// A target by class of area.
#[derive(Clone, Copy)]
pub struct ByClass<'a> {
    /// The result.
    pub split: &'a RuralSplit,
    /// Whether the rest is from a file of the person's own, which knows no classes.
    pub has_own_file: bool,
}

/// A scenario with all that was worked out from it.
#[derive(Clone, Copy)]
pub struct PlaceExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// Whom the target reaches and misses.
    pub missed: &'a TargetingResult,
    /// The curve it was cut from.
    pub prepared: &'a RankedPlace,
    /// The places of the figures in use.
    pub places: &'a Places,
    /// The offers compared, where they are wanted.
    pub offers: Option<Offered<'a>>,
    /// The target by class of area, where that is wanted.
    pub rural: Option<ByClass<'a>>,
}

impl Exportable for PlaceExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        charts::table_of(chart, self)
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        charts::sheet_of(chart, self, origin)
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let (title, is_of_offers) = match of {
            FileContent::Chart(chart) => {
                (charts::title(chart, self).unwrap_or_default(), matches!(chart, Chart::Offers(_)))
            }
            FileContent::Results => (exports::results_title(self.scenario.view), self.offers.is_some()),
        };
        let about = (&*self.place(), self.scenario);
        let mut rows = exports::header(&title, numbers, about, self.missed, (origin.date, origin.link));
        if is_of_offers {
            rows.extend(exports::offers_header(self.scenario));
        }
        if self.rural.is_some() && of == FileContent::Results {
            rows.push(exports::fact(rural::HEADING, rural::source(self.scenario.data)));
        }
        rows
    }

    fn says(&self) -> Vec<Said> {
        match self.offers {
            None => {
                let mut said = says::of_target(self.scenario, self.missed);
                if let Some(ByClass { split, has_own_file }) = self.rural {
                    said.extend(says::of_rural(self.scenario, split, has_own_file));
                }
                said
            }
            Some(Offered { result, certainty, .. }) => says::of_offers(self.scenario, result, certainty),
        }
    }

    fn results(&self) -> serde_json::Result<Value> {
        document::results_of(self)
    }
}

/// When a file was made, and from which page.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The day, as in `2026-11-22`.
    pub date: &'a str,
    /// The whole link to the page.
    pub link: &'a str,
}
