//! The view `population` as files.

use serde_json::{Map, Value, json};

use super::explained::explained;
use super::{Exportable, FileContent, Origin, Table};
use crate::chart::pair_bars::pair_bars;
use crate::chart::risk_curves::RiskCurves;
use crate::chart::risk_fifths::risk_fifths;
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::{Chart, RiskChart};
use crate::data::Places;
use crate::model::population::{Crossing, Distribution};
use crate::results::population::Risk;
use crate::scenario::Scenario;
use crate::words::says::{self, Said};
use crate::words::{exports, place, population as words};

/// A scenario with what was worked out from it.
#[derive(Clone, Copy)]
pub struct PopulationExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// The two approaches worked out.
    pub risk: &'a Risk,
    /// The places of the figures in use.
    pub places: &'a Places,
}

/// The picture of a risk factor over people.
pub fn risk_curves(scenario: &Scenario, risk: &Risk) -> RiskCurves {
    RiskCurves {
        now: risk.now,
        earlier: risk.earlier,
        programme: scenario.population.programme(),
        shifted: risk.shift.after,
        thresholds: scenario.population.thresholds.iter().map(|line| line.get()).collect(),
    }
}

impl PopulationExport<'_> {
    /// The chart as one of this view; `None` for a chart of another.
    const fn own(chart: Chart) -> Option<RiskChart> {
        match chart {
            Chart::Risk(chart) => Some(chart),
            Chart::Target(_)
            | Chart::Councils(_)
            | Chart::Offers(_)
            | Chart::Gap(_)
            | Chart::Rows(_)
            | Chart::Payment(_)
            | Chart::Audit(_) => None,
        }
    }

    fn title(&self, chart: RiskChart) -> String {
        let choices = &self.scenario.population;
        match chart {
            RiskChart::Curves => words::curves_caption(choices),
            RiskChart::Moved => words::MOVED_CAPTION.to_owned(),
            RiskChart::Fifths => words::fifths_caption(choices, self.risk),
        }
    }
}

impl Exportable for PopulationExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        let (chart, choices, risk) = (Self::own(chart)?, &self.scenario.population, self.risk);
        let (headings, rows) = match chart {
            RiskChart::Curves => (words::curves_headings(choices, risk), words::curves_rows(choices, risk)),
            RiskChart::Moved => (words::moved_headings(choices), words::moved_rows(choices, risk)),
            RiskChart::Fifths => (words::fifths_headings(choices), words::fifths_rows(risk)),
        };
        Some(Table { title: self.title(chart), headings, rows })
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        let (chart, scenario) = (Self::own(chart)?, self.scenario);
        let (choices, risk) = (&scenario.population, self.risk);
        let both = words::about_curves(&self.place(), choices);
        let (about, key, scene) = match chart {
            RiskChart::Curves => {
                let picture = risk_curves(scenario, risk);
                let scene = picture.scene(&words::curves_words(choices, risk), SCENE_WIDTH);
                (vec![both, words::curves_note(choices)], Vec::new(), scene)
            }
            RiskChart::Moved => {
                let key = vec![
                    ("bar bar--need", words::treat_name(choices)),
                    ("bar bar--everyone", words::shift_name(choices)),
                ];
                let scene = pair_bars(&words::moved_bars(choices, risk), SCENE_WIDTH);
                (vec![both, words::MOVED_NOTE.to_owned()], key, scene)
            }
            RiskChart::Fifths => {
                let classes = ["part part--reached", "part part--missed", "part part--others"];
                let key = classes.into_iter().zip(words::fifths_key(choices)).collect();
                let about = words::about_fifths(&self.place(), scenario, risk);
                let scene = risk_fifths(&words::fifths_bars(risk), SCENE_WIDTH);
                (vec![about, words::fifths_note(scenario, risk)], key, scene)
            }
        };
        let foot = words::foot(scenario, risk, origin.date, origin.link);
        Some(Sheet { title: self.title(chart), about, key, layers: vec![scene], foot })
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let title = match of {
            FileContent::Chart(chart) => Self::own(chart).map(|chart| self.title(chart)).unwrap_or_default(),
            FileContent::Results => exports::results_title(self.scenario.view),
        };
        let about = (&*self.place(), self.scenario);
        words::header(&title, numbers, about, self.risk, (origin.date, origin.link))
    }

    fn says(&self) -> Vec<Said> {
        says::of_risk(self.scenario, self.risk)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let (scenario, choices, risk) = (self.scenario, &self.scenario.population, self.risk);
        let thresholds: Vec<f64> = choices.thresholds.iter().map(|line| line.get()).collect();
        let of = |curve: &Distribution| {
            let past: Vec<f64> = thresholds.iter().map(|&line| curve.share_above(line)).collect();
            explained(json!({ "mean": curve.mean(), "sd": curve.sd(), "past": past }), &|_| words::NO_MEAN.to_owned())
        };
        let crossing = |crossing: &Crossing| {
            json!({
                "threshold": crossing.threshold,
                "before": crossing.before,
                "after": crossing.after,
                "moved_below": crossing.moved_below,
                "adults_moved_below": crossing.moved_below * risk.adults,
            })
        };
        let crossings = |all: &[Crossing]| all.iter().map(crossing).collect::<Vec<Value>>();
        let equal = &risk.equal;
        let mut equal_shift = json!({
            "counted_in": words::equal_unit(choices),
            "for_the_mean": equal.mean,
            "at_threshold": equal.treat_past,
            "at_lines": equal.thresholds,
        });
        let reasons = [
            ("for_the_mean", equal.mean.is_none(), words::NO_EQUAL_MEAN),
            ("at_threshold", equal.treat_past.is_none(), words::NO_EQUAL_LINE),
            ("at_lines", equal.thresholds.contains(&None), words::NO_EQUAL_LINE),
        ];
        let reasons = reasons.into_iter().filter(|(_, is_none, _)| *is_none);
        let reasons: Map<String, Value> = reasons.map(|(key, _, why)| (key.to_owned(), why.into())).collect();
        if !reasons.is_empty() {
            equal_shift["reasons"] = Value::Object(reasons);
        }
        let earlier = risk.earlier.as_ref().map(of);
        let fifths =
            risk.fifths.iter().map(|fifth| Ok(explained(serde_json::to_value(fifth)?, &|_| words::NO_MEAN.to_owned())));
        let fifths = fifths.collect::<serde_json::Result<Vec<Value>>>()?;
        let register: Vec<Value> = words::register_rows(scenario, risk)
            .into_iter()
            .map(|row| json!({ "figure": row[0], "value": row[1], "basis": row[2], "source": row[3] }))
            .collect();
        Ok(json!({
            "data": scenario.data.key(),
            "place": scenario.place.to_string(),
            "figures": words::figures(scenario, risk),
            "source": exports::attribution(scenario),
            "residents": risk.residents,
            "adults": risk.adults,
            "factor": {
                "name": words::factor(choices),
                "unit": words::unit(choices),
                "shape": choices.shape.key(),
                "thresholds": thresholds,
            },
            "now": of(&risk.now),
            "earlier": earlier,
            "treat": {
                "threshold": choices.treat_past.get(),
                "uptake": choices.uptake.as_share(),
                "effect": words::chosen_effect(choices),
                "eligible": risk.treat.eligible,
                "treated": risk.treat.treated,
                "adults_treated": risk.treat.treated * risk.adults,
                "mean_change": risk.treat.mean_change,
                "at_threshold": crossing(&risk.treat_at),
                "crossings": crossings(&risk.treat.crossings),
            },
            "shift": {
                "size": words::chosen_shift(choices),
                "mean_change": risk.shift.mean_change,
                "after": of(&risk.shift.after),
                "at_threshold": crossing(&risk.shift_at),
                "crossings": crossings(&risk.shift.crossings),
            },
            "equal_shift": equal_shift,
            "fifths": { "of": risk.scale.key(), "fifths": fifths },
            "missed": risk.missed,
            "register": register,
        }))
    }
}
