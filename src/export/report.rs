//! What a link comes to, as files.

use super::{
    AreasExport, AuditExport, ByClass, ChecksExport, CouncilsExport, Exportable, GapExport, IncentiveExport,
    MeasuresExport, OfOwnFile, Offered, OwnFigures, PlaceExport, PopulationExport, SlopeTargetExport,
};
use crate::chart::Chart;
use crate::results::offered::OffersAnswer;
use crate::results::report::{Content, MeasuredRows, OfPlace, PlaceAnswer, PlaceInput, Report};
use crate::scenario::View;

impl Report {
    /// What the view has to show, for as long as it is looked at.
    pub fn with<T>(&self, look: impl FnOnce(&dyn Exportable) -> T) -> T {
        let scenario = self.scenario();
        match self.content() {
            Content::Gap(of) => {
                let (targets, rows) = &**of;
                let measures = rows.as_ref().ok().map(|rows| {
                    let MeasuredRows { input, choices, measured, intervals, grouped } = rows;
                    let grouped = grouped.as_ref();
                    MeasuresExport { scenario, input, choices, measured, intervals, grouped }
                });
                look(&GapExport { target: SlopeTargetExport { scenario, targets }, measures })
            }
            Content::Checked(checks) => look(&ChecksExport { scenario, checks }),
            Content::Councils(of) => {
                let (input, result) = &**of;
                look(&CouncilsExport { scenario, result, places: &input.places })
            }
            Content::OfPlace(of) => {
                let OfPlace { input, answer, rural } = &**of;
                let PlaceInput { prepared, places, totals, file, table, .. } = input;
                let own = file.as_ref().map(OwnFigures::Official).or(table.as_deref().map(OwnFigures::Table));
                let look = |shown: &dyn Exportable| match own {
                    Some(figures) => look(&OfOwnFile { shown, figures }),
                    None => look(shown),
                };
                let rural = rural.as_ref().map(|split| ByClass { split, has_own_file: file.is_some() });
                let facts = |missed, offers| PlaceExport { scenario, missed, prepared, places, offers, rural };
                match answer {
                    PlaceAnswer::Target(missed) => look(&facts(missed, None)),
                    PlaceAnswer::Offers(of) => {
                        let OffersAnswer { missed, result, intervals, certainty } = &**of;
                        let certainty = certainty.as_ref();
                        look(&facts(missed, Some(Offered { result, intervals, certainty, totals })))
                    }
                    PlaceAnswer::Areas(missed, list, result) => {
                        look(&AreasExport { scenario, missed, list, result, places })
                    }
                    PlaceAnswer::Risk(risk) => look(&PopulationExport { scenario, risk, places }),
                    PlaceAnswer::Audit(missed, input, audit) => {
                        look(&AuditExport::new(scenario, missed, places, (input, audit)))
                    }
                    PlaceAnswer::Payment(missed, result) => look(&IncentiveExport { scenario, missed, result, places }),
                }
            }
        }
    }
}

/// The view that has a chart.
pub const fn view_of(chart: Chart) -> View {
    match chart {
        Chart::Target(_) => View::Missed,
        Chart::Councils(_) => View::Councils,
        Chart::Offers(_) => View::Strategies,
        Chart::Risk(_) => View::Population,
        Chart::Gap(_) | Chart::Rows(_) => View::Gap,
        Chart::Payment(_) => View::Incentive,
        Chart::Audit(_) => View::Audit,
    }
}
