//! The units of the view `areas` one by one: as a tidy table, and with all else as JSON.

use serde_json::{Value, json};

use super::{Exportable, FileContent, Listed, Origin, Table};
use crate::chart::Chart;
use crate::chart::svg::Sheet;
use crate::data::Places;
use crate::results::TargetingResult;
use crate::results::areas::{AreasResult, UnitList};
use crate::scenario::Scenario;
use crate::words::says::{self, Said};
use crate::words::{areas as words, exports, measures, place};

/// What the view shows.
#[derive(Clone, Copy)]
pub struct AreasExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// Whom the cut reaches and misses.
    pub missed: &'a TargetingResult,
    /// The units.
    pub list: &'a UnitList,
    /// What the target comes to on them.
    pub result: &'a AreasResult,
    /// The places of the figures in use.
    pub places: &'a Places,
}

impl AreasExport<'_> {
    /// The running share of people missed, for each unit in the order of the list.
    fn running(&self) -> Vec<Option<f64>> {
        let all: f64 = self.result.by_missed.iter().map(|&at| self.result.missed(self.list, at as usize)).sum();
        let mut shares = vec![None; self.list.units.len()];
        let mut running = 0.0;
        for at in self.result.by_missed.iter().map(|&at| at as usize) {
            running += self.result.missed(self.list, at);
            if let Some(share) = shares.get_mut(at) {
                *share = (all > 0.0).then_some(running / all);
            }
        }
        shares
    }

    /// Every unit, with the names of [`words::COLUMNS`].
    fn units(&self) -> Vec<Value> {
        let running = self.running();
        let unit = |(at, unit): (usize, &crate::results::areas::ListedUnit)| {
            json!({
                "code": unit.code,
                "name": unit.name,
                "council": unit.council,
                "position": at + 1,
                "people": unit.counts.people,
                "in_need": unit.counts.in_need,
                "need_rate": unit.need_rate(),
                "inside": self.result.inside.get(at),
                "missed": self.result.missed(self.list, at),
                "missed_running_share": running.get(at).copied().flatten(),
            })
        };
        self.list.units.iter().enumerate().map(unit).collect()
    }
}

impl Exportable for AreasExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }

    fn table(&self, _chart: Chart) -> Option<Table> {
        None
    }

    fn sheet(&self, _chart: Chart, _origin: &Origin) -> Option<Sheet> {
        None
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let title = exports::results_title(self.scenario.view);
        let about = (&*self.place(), self.scenario);
        let mut rows = exports::header(&title, numbers, about, self.missed, (origin.date, origin.link));
        if of == FileContent::Results {
            rows.extend(words::COLUMNS.iter().map(|(name, means, unit)| words::column(name, means, unit)));
        }
        rows
    }

    fn says(&self) -> Vec<Said> {
        says::of_areas(self.scenario, self.missed, self.result, self.list)
    }

    fn listed(&self) -> Option<Listed> {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let row = |unit: Value| words::COLUMNS.iter().map(|(name, ..)| text(&unit[*name])).collect();
        Some(Listed { rows: self.units().into_iter().map(row).collect(), columns: &words::COLUMNS, key: "position" })
    }

    fn results(&self) -> serde_json::Result<Value> {
        let Self { scenario, result, .. } = *self;
        let mut all = serde_json::to_value(result)?;
        for target in ["target", "by_cut", "best"] {
            let own = &mut all[target];
            *own =
                super::explained::explained(own.take(), &|measure| measures::no_value(self.missed, measure).to_owned());
        }
        let columns =
            words::COLUMNS.map(|(name, meaning, unit)| json!({ "name": name, "meaning": meaning, "unit": unit }));
        let mut about = json!({
            "data": if scenario.uses_own() { "own" } else { scenario.data.key() },
            "place": if scenario.uses_own() { None } else { Some(scenario.place.to_string()) },
            "figures": exports::figures(scenario, self.missed),
            "source": exports::attribution(scenario),
            "target_by": if scenario.codes.is_some() { "codes" } else { "cut" },
            "columns": columns,
            "list": self.units(),
        });
        if let (Value::Object(all), Value::Object(about)) = (&mut all, &mut about) {
            all.append(about);
        }
        Ok(all)
    }
}
