//! What the view `incentive` shows, as files.

use serde_json::{Value, json};

use super::explained::explained;
use super::{Exportable, FileContent, Origin, Table};
use crate::chart::cost_curve::cost_curve;
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::uptake_fifths::uptake_fifths;
use crate::chart::{Chart, PaymentChart};
use crate::data::Places;
use crate::model::incentive::TRIAL;
use crate::results::TargetingResult;
use crate::results::incentive::{Incentives, PaidOffer};
use crate::scenario::Scenario;
use crate::words::says::{self, Said};
use crate::words::{exports, incentive as words, missed, number, place};

/// A payment worked out on a place.
#[derive(Clone, Copy)]
pub struct IncentiveExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// Whom the target reaches and misses, which says what figures are in use.
    pub missed: &'a TargetingResult,
    /// The result.
    pub result: &'a Incentives,
    /// The places of the figures in use.
    pub places: &'a Places,
}

impl IncentiveExport<'_> {
    /// The chart as one of this view; `None` for a chart of another.
    const fn own(chart: Chart) -> Option<PaymentChart> {
        match chart {
            Chart::Payment(chart) => Some(chart),
            Chart::Target(_)
            | Chart::Councils(_)
            | Chart::Offers(_)
            | Chart::Risk(_)
            | Chart::Gap(_)
            | Chart::Rows(_)
            | Chart::Audit(_) => None,
        }
    }

    const fn title(chart: PaymentChart) -> &'static str {
        match chart {
            PaymentChart::OneMore => words::CURVE_CAPTION,
            PaymentChart::UptakeFifths => words::UPTAKE_CAPTION,
        }
    }
}

impl Exportable for IncentiveExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        let Self { scenario, result, .. } = *self;
        let chart = Self::own(chart)?;
        let (headings, rows) = match chart {
            PaymentChart::OneMore => (words::curve_headings(), words::curve_rows(scenario, result)),
            PaymentChart::UptakeFifths => (words::uptake_headings(), words::uptake_rows(scenario, result)),
        };
        Some(Table { title: Self::title(chart).to_owned(), headings, rows })
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        let Self { scenario, missed, result, .. } = *self;
        let about = exports::place_and_scale(&self.place(), &words::scale(scenario));
        let chart = Self::own(chart)?;
        let mut sheet = match chart {
            PaymentChart::OneMore => {
                let picture = words::cost_picture(scenario, result);
                let is_empty = picture.curve.is_empty();
                let write = (words::axis_share as fn(f64) -> String, words::axis_pounds as fn(f64) -> String);
                let scene = cost_curve(&picture, words::CURVE_AXES, write, SCENE_WIDTH);
                Sheet {
                    title: Self::title(chart).to_owned(),
                    about: vec![about, if is_empty { words::NO_CURVE } else { words::CURVE_NOTE }.to_owned()],
                    layers: if is_empty { Vec::new() } else { vec![scene] },
                    ..Sheet::default()
                }
            }
            PaymentChart::UptakeFifths => {
                let groups = words::uptake_groups(result);
                let names = missed::quintile_names(scenario.rank);
                let write = (words::axis_share as fn(f64) -> String, number::percent as fn(f64) -> String);
                let scene = uptake_fifths(&groups, &names, missed::short_fifths(scenario.rank), write, SCENE_WIDTH);
                let [without, with] = words::UPTAKE_KEY.map(str::to_owned);
                Sheet {
                    title: Self::title(chart).to_owned(),
                    about: vec![about, words::GAP_NOTE.to_owned()],
                    key: vec![("bar bar--everyone", without), ("bar bar--need", with)],
                    layers: vec![scene],
                    ..Sheet::default()
                }
            }
        };
        sheet.foot.extend(words::register(scenario, result).into_iter().map(|entry| entry.in_a_line()));
        sheet.foot.extend(exports::foot(scenario, missed, false, origin.date, origin.link));
        Some(sheet)
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let title = match of {
            FileContent::Chart(chart) => Self::own(chart).map(Self::title).unwrap_or_default().to_owned(),
            FileContent::Results => exports::results_title(self.scenario.view),
        };
        let about = (&*self.place(), self.scenario);
        let mut rows = exports::header(&title, numbers, about, self.missed, (origin.date, origin.link));
        rows.push(vec!["Fifths".to_owned(), words::scale(self.scenario)]);
        for entry in words::register(self.scenario, self.result) {
            rows.push(vec![
                entry.name.to_owned(),
                entry.value,
                entry.basis.to_owned(),
                entry.source.unwrap_or_default(),
            ]);
        }
        rows
    }

    fn says(&self) -> Vec<Said> {
        says::of_payment(self.scenario, self.result)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let Self { scenario, missed, result, .. } = *self;
        let choices = &scenario.incentive;
        let fifths: Vec<Value> = (1..)
            .zip(&result.fifths)
            .zip(result.on_curve)
            .map(|((number, fifth), on_curve): ((u8, _), _)| {
                let fifth = json!({
                    "quintile": number,
                    "people": fifth.people,
                    "targeted": fifth.targeted,
                    "uptake": fifth.uptake,
                    "rise": fifth.rise,
                    "identified": fifth.identified,
                    "per_additional": on_curve.map(|(_, cost)| cost),
                });
                explained(fifth, &|_| words::NO_ONE_MORE.to_owned())
            })
            .collect();
        let offer = |paid: &PaidOffer| {
            let mut paid = serde_json::to_value(paid)?;
            paid["outcome"] = explained(paid["outcome"].take(), &|_| words::NO_ONE_MORE.to_owned());
            Ok(paid)
        };
        let offers = result.offers.iter().map(offer).collect::<serde_json::Result<Vec<Value>>>()?;
        let figures: Vec<Value> = words::register(scenario, result)
            .into_iter()
            .map(|entry| json!({ "name": entry.name, "value": entry.value, "basis": entry.basis, "source": entry.source }))
            .collect();
        let curve: Vec<Value> =
            result.curve.iter().map(|(uptake, cost)| json!({ "uptake": uptake, "per_additional": cost })).collect();
        Ok(json!({
            "data": scenario.data.key(),
            "place": scenario.place.to_string(),
            "figures": exports::figures(scenario, missed),
            "source": exports::attribution(scenario),
            "fifths_of": words::scale(scenario),
            "payment": choices.payment.get(),
            "assessment": choices.assessment.get(),
            "found_uptake": choices.found_uptake.map(|uptake| uptake.as_share()),
            "people": result.people(),
            "fifths": fifths,
            "offers": offers,
            "curve": curve,
            "trial": {
                "payment": TRIAL.payment,
                "uptake": TRIAL.uptake,
                "rise": TRIAL.rise,
                "per_additional": TRIAL.cost().ok().and_then(|cost| cost.per_additional),
                "source": words::trial_source(),
            },
            "assumptions": figures,
        }))
    }
}
