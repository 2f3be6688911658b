//! Goes through a document of results and makes a row of each number in it.

use serde_json::{Map, Number, Value, json};

use super::explained::REASONS;
use super::named::{BY_NAME, assumption, option};
use crate::data::rural::AreaClass;
use crate::words::dictionary::{self as words, Kind, Measure, Shown};
use crate::words::{gap_target, population, reasons, rural};

/// What is measured in some rows of a table.
pub struct Measured {
    /// The key.
    pub key: String,
    /// The measure.
    pub measure: Measure,
    /// What it is counted in; not the same in all rows where it is of different assumptions.
    pub units: Vec<&'static str>,
}

/// The part of a number that is of the whole.
const WHOLE: &str = "all";
/// What names parts, describes others, or stands under names beside it.
const NO_RESULTS: [&str; 14] = [
    "key",
    "label",
    REASONS,
    "settings",
    "signs",
    "comparison",
    "borders",
    "pair",
    "worths",
    "thresholds",
    "page",
    "published_as",
    "sources",
    "unit",
];
/// What a part of a list is of: its key says so.
const NAMES: [&str; 16] = [
    "strategy",
    "quintile",
    "fifth",
    "code",
    "name",
    "assumption",
    "authority",
    "goal",
    "threshold",
    "check",
    "of",
    "area",
    "sex",
    "reach",
    "figure",
    "worth",
];
/// Objects that hold a number for each of several parts.
const MAPS: [&str; 5] = ["assumptions", "acceptability", "spread", "partial_information", "shares"];

/// A part with its key and its label.
type Part = (String, String);

/// A number with what stands around it.
#[derive(Default)]
struct Cell<'a> {
    value: Option<&'a Value>,
    limits: [Option<&'a Value>; 2],
    of: String,
    reason: String,
}

/// Goes through a document and makes a row of each number.
pub(super) struct Walk<'a> {
    pub shown: Shown<'a>,
    pub place: String,
    pub data: String,
    pub level: String,
    pub rows: Vec<Vec<String>>,
    pub measures: Vec<Measured>,
}

impl Walk<'_> {
    /// Everything in an object. `unit` is what the numbers in it are counted in, where that is said outside.
    pub fn object(&mut self, all: &Map<String, Value>, path: &[&str], parts: &[Part], unit: Option<Kind>) {
        let unit = all.get("unit").and_then(Value::as_str).and_then(kind_of).or(unit);
        for (key, value) in all {
            let is_name = all.contains_key("key") || all.contains_key("code");
            let is_said = |end: &str| all.contains_key(&format!("{key}{end}"));
            let of_check = all.contains_key("check") && matches!(&**key, "title" | "place");
            let of_group = is_name && key == "group" && path.ends_with(&["groups"]);
            let of_curve = is_name && key == "uptake" && path.ends_with(&["curve"]);
            if NO_RESULTS.contains(&key.strip_suffix(BY_NAME).unwrap_or(key))
                || (is_name && NAMES.contains(&&**key))
                || of_check
                || of_curve
                || of_group
                || (value.is_number() && is_said("_name"))
            {
                continue;
            }
            let at = |name| [path, &[name]].concat();
            match value {
                Value::Object(inside) => {
                    let key = key.strip_suffix(BY_NAME).unwrap_or(key);
                    self.inside((key, inside), all, &at(key), parts, unit);
                }
                Value::Array(list) => {
                    for part in list.iter().filter_map(Value::as_object) {
                        let parts = [parts, &[part_of(part)]].concat();
                        self.object(part, &at(key), &parts, unit);
                    }
                }
                value => self.number((key, value), all, &at(key), parts, unit),
            }
        }
    }

    /// An object in another one: a number with its limits, a number for each of several parts, or further objects.
    fn inside(
        &mut self,
        (key, inside): (&str, &Map<String, Value>),
        all: &Map<String, Value>,
        path: &[&str],
        parts: &[Part],
        unit: Option<Kind>,
    ) {
        let get = |name: &str| inside.get(name).filter(|value| value.is_number());
        let of_draws = |value| Cell {
            value,
            limits: [get("5%"), get("95%")],
            of: words::OF_DRAWS.to_owned(),
            reason: why(inside, "likely"),
        };
        if inside.contains_key("likely") {
            let unit = inside.get("unit").and_then(Value::as_str).and_then(kind_of).or(unit);
            let cell = match get("low") {
                Some(low) => Cell {
                    value: get("likely"),
                    limits: [Some(low), get("high")],
                    of: words::OF_RANGE.to_owned(),
                    ..Cell::default()
                },
                None => of_draws(get("likely")),
            };
            self.row(path, parts, cell, unit);
            if let Some(middle) = get("50%") {
                self.row(&[path, &["median"]].concat(), parts, Cell { value: Some(middle), ..Cell::default() }, unit);
            }
            for name in ["basis", "source"] {
                if let Some(value) = inside.get(name) {
                    self.number((name, value), inside, &[path, &[name]].concat(), parts, unit);
                }
            }
        } else if inside.contains_key("50%") {
            self.row(path, parts, of_draws(get("50%")), unit);
        } else if inside.len() == 2 && inside.contains_key("lower") && inside.contains_key("upper") {
            let of_another = key.strip_suffix("_limits").is_some_and(|of| all.contains_key(of));
            if key != "limits" && !of_another {
                let limits = [get("lower"), get("upper")];
                let cell =
                    Cell { limits, of: self.level.clone(), reason: words::LIMITS_ALONE.to_owned(), ..Cell::default() };
                self.row(path, parts, cell, unit);
            }
        } else if (MAPS.contains(&key) && path != ["spread"])
            || all.contains_key(&format!("{key}{BY_NAME}"))
            || key == RURAL_URBAN
        {
            self.map((key, inside), path, parts, unit);
        } else if let Some(Value::Object(outputs)) = all.get("outputs").filter(|_| key == "outcome") {
            // What stands among the outputs is told there.
            let rest = inside.iter().filter(|(key, _)| !outputs.contains_key(*key));
            let rest: Map<String, Value> = rest.map(|(key, value)| (key.clone(), value.clone())).collect();
            self.object(&rest, path, parts, unit);
        } else {
            self.object(inside, path, parts, unit);
        }
    }

    /// A number, or an object, for each of several parts.
    fn map(&mut self, (key, inside): (&str, &Map<String, Value>), path: &[&str], parts: &[Part], unit: Option<Kind>) {
        for (name, value) in inside.iter().filter(|(name, _)| *name != REASONS) {
            if key == RURAL_URBAN && !is_class(name) {
                let path = [path, &[&**name]].concat();
                match value {
                    Value::Object(further) => self.object(further, &path, parts, unit),
                    value => self.number((name, value), inside, &path, parts, unit),
                }
                continue;
            }
            let parts = [parts, &[(name.clone(), self.name(key, name))]].concat();
            match value {
                Value::Object(further) if further.contains_key("likely") => {
                    self.inside((key, further), inside, path, &parts, unit);
                }
                Value::Object(further) => self.object(further, path, &parts, unit),
                Value::Array(_) => {}
                value => {
                    let reason = json!({ key: why(inside, name) });
                    let around = Map::from_iter([(REASONS.to_owned(), reason)]);
                    self.number((key, value), &around, path, &parts, unit);
                }
            }
        }
    }

    /// What a part of a map is called.
    fn name(&self, map: &str, name: &str) -> String {
        let scenario = self.shown.scenario;
        match map {
            "assumptions" | "partial_information" => assumption(name),
            "acceptability" | "spread" => option(name, scenario),
            "shares" => gap_target::children_of(name).to_owned(),
            RURAL_URBAN => class_of(name).map(rural::class_name).unwrap_or_default().to_owned(),
            _ => {
                let line = scenario.population.thresholds.iter().find(|line| line.to_string() == name);
                line.map_or_else(|| name.to_owned(), |line| population::at(&scenario.population, *line))
            }
        }
    }

    /// A number, a text, or one that is not there, with its limits where they stand beside it.
    fn number(
        &mut self,
        (key, value): (&str, &Value),
        all: &Map<String, Value>,
        path: &[&str],
        parts: &[Part],
        unit: Option<Kind>,
    ) {
        let is_value = matches!(key, "value" | "now");
        let stem = |end: &str| key.strip_suffix(end).is_some_and(|of| all.contains_key(of));
        if stem("_lower") || stem("_upper") || (matches!(key, "lower" | "upper") && all.contains_key("value")) {
            return;
        }
        let get = |name: &str| all.get(name);
        let limits =
            get(&format!("{key}_limits")).or_else(|| get("limits").filter(|_| is_value)).and_then(Value::as_object);
        let limits = match limits {
            Some(limits) => [limits.get("lower"), limits.get("upper")],
            None if key == "value" => [get("lower"), get("upper")],
            None => [get(&format!("{key}_lower")), get(&format!("{key}_upper"))],
        };
        let limits = limits.map(|limit| limit.filter(|limit| limit.is_number()));
        let of = if limits[0].is_some() { self.level.clone() } else { String::new() };
        let left = Measure::at(path).and_then(|measure| match measure.kind {
            Kind::Left(of) => all.get(of).and_then(Value::as_f64),
            _ => None,
        });
        self.row(path, parts, Cell { value: Some(value), limits, of, reason: why(all, key) }, unit);
        if let (Some(left), Some(row)) = (left, self.rows.last_mut()) {
            row[SHOWN] = self.shown.write_left(left);
        }
    }

    fn row(&mut self, path: &[&str], parts: &[Part], cell: Cell, unit: Option<Kind>) {
        let measure = match path {
            [of @ .., "median"] => Measure::at(of).map(Measure::median),
            _ => Measure::at(path),
        };
        let value = cell.value.filter(|value| !value.is_null());
        let key = path.join(".");
        let is_text = value.is_some_and(Value::is_string);
        let mut measure =
            measure.unwrap_or_else(|| Measure::unknown(path.last().copied().unwrap_or_default(), is_text));
        measure.kind = match unit {
            Some(Kind::Share) if measure.kind == Kind::Tie && key.ends_with("difference") => Kind::Points,
            Some(Kind::Count) if measure.kind == Kind::Tie && key.ends_with("difference") => Kind::MoreCount,
            Some(unit) if measure.kind == Kind::Tie => unit,
            _ => self.shown.resolve(measure.kind),
        };
        let kind = measure.kind;
        let number = value.and_then(as_number);
        let shown = match value {
            Some(Value::String(text)) => text.clone(),
            _ => number
                .as_ref()
                .and_then(Number::as_f64)
                .map(|number| self.shown.write(kind, number))
                .unwrap_or_default(),
        };
        let plain = |value: Option<&Value>| value.and_then(as_number).as_ref().map(plain).unwrap_or_default();
        let [low, high] = cell.limits.map(plain);
        let of = if low.is_empty() { String::new() } else { cell.of };
        let (keys, labels): (Vec<&str>, Vec<&str>) = parts.iter().map(|(key, label)| (&**key, &**label)).unzip();
        let reason = if value.is_some() { String::new() } else { cell.reason };
        self.rows.push(vec![
            self.place.clone(),
            self.data.clone(),
            key.clone(),
            if keys.is_empty() { WHOLE.to_owned() } else { keys.join("/") },
            words::label(&measure.name, &labels),
            number.as_ref().map(self::plain).unwrap_or_default(),
            shown,
            kind.unit().to_owned(),
            low,
            high,
            of,
            reason,
        ]);
        match self.measures.iter_mut().find(|other| other.key == key) {
            Some(other) if other.units.contains(&kind.unit()) => {}
            Some(other) => other.units.push(kind.unit()),
            None => self.measures.push(Measured { key, measure, units: vec![kind.unit()] }),
        }
    }
}

/// Where the number as the page writes it stands in a row.
const SHOWN: usize = 6;
/// Under this name stands the target by class of area.
const RURAL_URBAN: &str = "rural_urban";

fn class_of(name: &str) -> Option<AreaClass> {
    AreaClass::ALL.into_iter().find(|class| class.key() == name)
}

fn is_class(name: &str) -> bool {
    class_of(name).is_some()
}

/// The part of a list that an object is.
fn part_of(part: &Map<String, Value>) -> Part {
    let text = |name: &str| part.get(name).and_then(Value::as_str).map(str::to_owned);
    (
        text("key").or_else(|| text("code")).unwrap_or_default(),
        text("label").or_else(|| text("name")).unwrap_or_default(),
    )
}

/// Why a number is not there.
fn why(all: &Map<String, Value>, key: &str) -> String {
    let said = all.get(REASONS).and_then(|reasons| reasons.get(key)).and_then(Value::as_str);
    said.or_else(|| reasons::of(key)).unwrap_or_default().to_owned()
}

/// A unit as the JSON file names it.
fn kind_of(unit: &str) -> Option<Kind> {
    Some(match unit {
        "share" => Kind::Share,
        "pounds" => Kind::Pounds,
        "each person each year" => Kind::YearlyRate,
        "number" => Kind::Count,
        _ => return None,
    })
}

/// A number; 1 or 0 for yes or no.
fn as_number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::Bool(is_so) => Some(u8::from(*is_so).into()),
        _ => None,
    }
}

/// All digits of a number as a plain decimal.
fn plain(number: &Number) -> String {
    match number.as_f64() {
        Some(value) if number.is_f64() => value.to_string(),
        _ => number.to_string(),
    }
}
