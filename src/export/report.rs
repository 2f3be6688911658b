//! What a link comes to, as files.

use super::{Exhibits, Facts, GapFacts, IncentiveFacts, MeasuresFacts, Offered, PopulationFacts, TargetFacts};
use crate::results::report::{Answer, Content, MeasuredRows, OfPlace, Report};

impl Report {
    /// What the view has to show, for as long as it is looked at.
    pub fn with<T>(&self, look: impl FnOnce(&dyn Exhibits) -> T) -> T {
        let scenario = &self.scenario;
        match &self.content {
            Content::Gap(of) => {
                let (targets, rows) = &**of;
                let MeasuredRows { input, choices, measured, intervals } = rows;
                let measures = MeasuresFacts { scenario, input, choices, measured, intervals };
                look(&GapFacts { target: TargetFacts { scenario, targets }, measures: Some(measures) })
            }
            Content::OfPlace(of) => {
                let OfPlace { prepared, authorities, totals, answer } = &**of;
                let facts = |missed, offers| Facts { scenario, missed, prepared, authorities, offers };
                match answer {
                    Answer::Target(missed) => look(&facts(missed, None)),
                    Answer::Offers(missed, result, intervals) => {
                        look(&facts(missed, Some(Offered { result, intervals, totals })))
                    }
                    Answer::Risk(risk) => look(&PopulationFacts { scenario, risk, authorities }),
                    Answer::Payment(missed, result) => look(&IncentiveFacts { scenario, missed, result, authorities }),
                }
            }
        }
    }
}
