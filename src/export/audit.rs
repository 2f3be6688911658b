//! Whom a service reaches, as files. Every number in them, and every sentence, is made from what the rule lets be told.

use serde_json::{Value, json};

use super::explained::explained;
use super::{Exportable, FileContent, Listed, Origin, Table};
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::value_bars::value_bars;
use crate::chart::{AuditChart, Chart};
use crate::data::Places;
use crate::model::audit::{Estimate, Gradient, Reach, Standing};
use crate::model::gap::Limits;
use crate::results::TargetingResult;
use crate::results::audit::{Audit, AuditIn, FifthsOf, Period, Release, Told, UnitsOf};
use crate::scenario::Scenario;
use crate::words::audit::{self as words, Facts};
use crate::words::says::{self, Said};
use crate::words::{exports, place};

/// Marks a number that is held back, as official statistics do.
pub(super) const MARK: &str = "[c]";

/// An audit, ready to leave the device.
pub struct AuditExport<'a> {
    /// The choices.
    scenario: &'a Scenario,
    /// Whom the target reaches and misses, which says what figures are in use.
    missed: &'a TargetingResult,
    /// The places of the figures in use.
    places: &'a Places,
    /// The areas, and people served.
    input: &'a AuditIn,
    /// The counts.
    audit: &'a Audit,
    /// What may be told of them.
    told: Release,
}

impl<'a> AuditExport<'a> {
    /// Holds back what is too small.
    pub fn new(
        scenario: &'a Scenario,
        missed: &'a TargetingResult,
        places: &'a Places,
        (input, audit): (&'a AuditIn, &'a Audit),
    ) -> Self {
        Self { scenario, missed, places, input, audit, told: Release::new(audit, scenario.audit_rule()) }
    }

    fn facts(&self) -> Facts<'_> {
        Facts { scenario: self.scenario, input: self.input, audit: self.audit, told: &self.told }
    }

    fn source(&self) -> String {
        match self.input.place.of {
            UnitsOf::Example => words::EXAMPLE.to_owned(),
            UnitsOf::Councils(_) | UnitsOf::File(_) | UnitsOf::Own => exports::attribution(self.scenario),
        }
    }

    fn is_this(chart: Chart) -> bool {
        chart == Chart::Audit(AuditChart::Fifths)
    }

    /// Every area, with the names of [`words::COLUMNS`].
    fn areas(&self) -> Vec<Value> {
        let units = self.told.units.iter().zip(&self.input.place.list.units);
        units
            .zip(&self.audit.fifths)
            .map(|((told, unit), fifth)| {
                let limits = told.reach.map(|reach| reach.limits);
                json!({
                    "code": unit.code,
                    "name": unit.name,
                    "council": unit.council,
                    "fifth": fifth.map(|fifth| fifth + 1),
                    "in_need": told.in_need,
                    "served": told.served,
                    "served_per_100": told.reach.map(|reach| 100.0 * reach.value),
                    "lower": limits.map(|limits| 100.0 * limits.lower),
                    "upper": limits.map(|limits| 100.0 * limits.upper),
                    "standing": told.standing.map(standing),
                })
            })
            .collect()
    }
}

const fn standing(of: Standing) -> &'static str {
    match of {
        Standing::Below => "below",
        Standing::Within => "within",
        Standing::Above => "above",
    }
}

fn limits(of: Option<Limits>) -> Value {
    of.map_or(Value::Null, |of| json!({ "lower": of.lower, "upper": of.upper }))
}

fn estimate(of: Option<Estimate>) -> Value {
    of.map_or(Value::Null, |of| {
        explained(json!({ "value": of.value, "limits": limits(of.limits) }), &|_| words::NO_LIMITS.to_owned())
    })
}

fn share(of: Option<Reach>) -> Value {
    of.map_or(Value::Null, |of| json!({ "value": of.value, "limits": limits(Some(of.limits)) }))
}

fn told(of: &Told) -> Value {
    let value = json!({ "served": of.served, "in_need": of.in_need, "share": share(of.reach) });
    let is_held = of.served.is_none();
    explained(value, &|_| if is_held { words::HELD } else { words::NOBODY_IN_NEED }.to_owned())
}

fn gradient(of: Option<&Gradient>) -> Value {
    let Some(of) = of else { return Value::Null };
    let value = json!({
        "most_deprived": share(Some(of.most)),
        "least_deprived": share(Some(of.least)),
        "gap": estimate(Some(of.gap)),
        "ratio": estimate(of.ratio),
        "slope_index": estimate(of.slope),
        "relative_index": estimate(of.slope_ratio),
        "concentration_index": estimate(of.concentration),
        "limits_by": of.limits_by,
    });
    explained(value, &|name| words::no_measure(name).to_owned())
}

fn period(of: &Period, names: &[String; 5]) -> Value {
    let fifth = |(at, (of, name)): (u8, (&Told, &String))| {
        let mut all = told(of);
        all["key"] = json!(format!("fifth-{at}"));
        all["label"] = json!(name);
        all
    };
    let value = json!({
        "name": of.name,
        "whole": told(&of.whole),
        "fifths": (1..).zip(of.fifths.iter().zip(names)).map(fifth).collect::<Vec<Value>>(),
        "gradient": gradient(of.gradient.as_ref()),
    });
    let holds = of.holds_fifths();
    explained(value, &|_| if holds { words::HELD } else { words::NO_FIFTHS }.to_owned())
}

impl Exportable for AuditExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        match self.input.is_example {
            true => words::EXAMPLE_PLACE.to_owned(),
            false => place::of(self.scenario, self.places),
        }
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        Self::is_this(chart).then(|| Table {
            title: words::picture_caption(self.facts()),
            headings: words::fifths_headings(),
            rows: words::fifths_rows(self.facts()),
        })
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        if !Self::is_this(chart) {
            return None;
        }
        let facts = self.facts();
        let bars = words::bars(facts);
        let about = exports::place_and_scale(&self.place(), &words::fifths_note(facts));
        let mut foot = vec![words::figures(facts), words::held_back(&self.scenario.audit)];
        foot.push(self.source());
        foot.push(exports::made_with(origin.date, origin.link));
        Some(Sheet {
            title: words::picture_caption(facts),
            about: vec![about, words::headline(facts), words::PICTURE_NOTE.to_owned()],
            layers: if bars.is_empty() { Vec::new() } else { vec![value_bars(&bars, SCENE_WIDTH)] },
            foot,
            ..Sheet::default()
        })
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let facts = self.facts();
        let title = match of {
            FileContent::Chart(_) => words::picture_caption(facts),
            FileContent::Results => exports::results_title(self.scenario.view),
        };
        let mut rows = vec![
            exports::fact("Title", title),
            exports::fact("Numbers", numbers),
            exports::fact("Place", self.place()),
            exports::fact("Who is in need", facts.need()),
            exports::fact("Fifths", words::fifths_note(facts)),
            exports::fact("Held back", words::held_back(&self.scenario.audit)),
            exports::fact("Figures", words::figures(facts)),
        ];
        let read = words::told(facts, self.told.rule);
        rows.extend(read.into_iter().map(|sentence| exports::fact("Read", sentence)));
        rows.extend([
            exports::fact("Source", self.source()),
            exports::fact("Made on", origin.date),
            exports::fact("Link", origin.link),
        ]);
        rows
    }

    fn says(&self) -> Vec<Said> {
        says::of_audit(self.facts())
    }

    fn listed(&self) -> Option<Listed> {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let row = |area: Value| {
            let is_held = area["served"].is_null();
            let cell = |name: &str| if is_held && name == "served" { MARK.to_owned() } else { text(&area[name]) };
            words::COLUMNS.iter().map(|(name, ..)| cell(name)).collect()
        };
        Some(Listed { rows: self.areas().into_iter().map(row).collect(), columns: &words::COLUMNS, key: "code" })
    }

    fn results(&self) -> serde_json::Result<Value> {
        let Self { scenario, told: of, audit, .. } = self;
        let codes = |at: &usize| self.input.place.list.units.get(*at).map(|unit| unit.code.clone());
        let group = |group: &crate::results::audit::Group| {
            let value = json!({ "name": group.name, "served": group.served, "fifths": group.fifths });
            explained(value, &|_| words::HELD.to_owned())
        };
        let change = of.change.map(|change| {
            json!({
                "difference": estimate(Some(change.difference)),
                "q": change.statistic,
                "freedom": change.freedom,
                "p": change.p,
            })
        });
        let columns =
            words::COLUMNS.map(|(name, meaning, unit)| json!({ "name": name, "meaning": meaning, "unit": unit }));
        let areas = self.areas().into_iter().map(|area| {
            let is_held = area["served"].is_null();
            explained(area, &|_| if is_held { words::HELD } else { words::NOBODY_IN_NEED }.to_owned())
        });
        let names = self.facts().fifths();
        let all = json!({
            "data": if scenario.uses_own() { "own" } else { scenario.data.key() },
            "place": if scenario.uses_own() || self.input.is_example { None } else { Some(scenario.place.to_string()) },
            "is_example": self.input.is_example,
            "figures": words::figures(self.facts()),
            "people_estimated": exports::is_estimated(scenario, self.missed) && !self.input.is_example,
            "source": self.source(),
            "held_back": {
                "below": scenario.audit.least,
                "rounded_to": if scenario.audit.is_rounded { 5 } else { 1 },
                "areas": of.held_areas,
                "totals": of.holds_totals,
            },
            "fifths_of": audit.fifths_of.map(|of| match of {
                FifthsOf::England => "england",
                FifthsOf::Place => "place",
            }),
            "periods": of.periods.iter().map(|of| period(of, &names)).collect::<Vec<Value>>(),
            "best": of.best.map(|best| json!({ "fifth": best.group + 1, "share": best.share, "more": best.more })),
            "change": change,
            "groups": of.groups.as_ref().map(|groups| groups.iter().map(group).collect::<Vec<Value>>()),
            "served_less": of.low.iter().filter_map(codes).collect::<Vec<String>>(),
            "columns": columns,
            "list": areas.collect::<Vec<Value>>(),
            "read": words::told(self.facts(), of.rule),
        });
        let is_of_place = !scenario.uses_own() && !self.input.is_example;
        Ok(explained(all, &|name| match name {
            "place" => if is_of_place { "" } else { words::NO_PLACE }.to_owned(),
            "change" if of.periods.len() < 2 => words::ONE_PERIOD.to_owned(),
            "groups" => words::HELD.to_owned(),
            "fifths_of" => words::NO_FIFTHS.to_owned(),
            _ if of.holds_totals => words::HELD.to_owned(),
            _ => words::NO_FIFTHS.to_owned(),
        }))
    }
}
