//! What a link comes to, as files.

use super::{
    Exportable, GapExport, IncentiveExport, MeasuresExport, Offered, PlaceExport, PopulationExport, SlopeTargetExport,
};
use crate::results::report::{Answer, Content, MeasuredRows, OfPlace, Report};

impl Report {
    /// What the view has to show, for as long as it is looked at.
    pub fn with<T>(&self, look: impl FnOnce(&dyn Exportable) -> T) -> T {
        let scenario = &self.scenario;
        match &self.content {
            Content::Gap(of) => {
                let (targets, rows) = &**of;
                let MeasuredRows { input, choices, measured, intervals } = rows;
                let measures = MeasuresExport { scenario, input, choices, measured, intervals };
                look(&GapExport { target: SlopeTargetExport { scenario, targets }, measures: Some(measures) })
            }
            Content::OfPlace(of) => {
                let OfPlace { prepared, authorities, totals, answer } = &**of;
                let facts = |missed, offers| PlaceExport { scenario, missed, prepared, authorities, offers };
                match answer {
                    Answer::Target(missed) => look(&facts(missed, None)),
                    Answer::Offers(missed, result, intervals) => {
                        look(&facts(missed, Some(Offered { result, intervals, totals })))
                    }
                    Answer::Risk(risk) => look(&PopulationExport { scenario, risk, authorities }),
                    Answer::Payment(missed, result) => look(&IncentiveExport { scenario, missed, result, authorities }),
                }
            }
        }
    }
}
