//! Reads the config of a site's own edition of the page and writes what `scripts/site.mjs` puts into it: a plan, the figures and
//! outlines of the site's own areas, and its statements (docs/own-edition.md).
//!
//! `cargo run --no-default-features --example site -- site.toml FOLDER FIGURES TESTED PREPARED`
//! FIGURES is the folder of the built-in figures; TESTED and PREPARED are days such as 2026-11-27.

mod areas;
mod config;
mod keys;
mod problem;
mod texts;

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs};

use serde_json::{Map, Value, json};
use who_gets_missed::data::figures::{AuthorityList, FiguresTable, Table, parts_of, population};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::{Edition, Places};
use who_gets_missed::markup::escaped;
use who_gets_missed::results::{RankedPlace, TargetingResult};
use who_gets_missed::scenario::library::Day;
use who_gets_missed::scenario::{Door, Scenario, View};
use who_gets_missed::words::locale::date;
use who_gets_missed::words::web_team;
use who_gets_missed::words::{edition, number, place};

use self::config::Config;
use self::problem::Problem;

fn main() -> ExitCode {
    match run() {
        Ok(notes) => {
            for note in notes {
                let _ = writeln!(std::io::stderr(), "note: {note}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// Where things are read from and written to.
struct Folders {
    figures: PathBuf,
    out: PathBuf,
}

impl Folders {
    fn built_in(&self, path: &str) -> Result<String, String> {
        let path = self.figures.join(path);
        fs::read_to_string(&path).map_err(|error| format!("{} cannot be read ({error}).", path.display()))
    }

    fn parsed<T: std::str::FromStr>(&self, path: &str) -> Result<T, String> {
        self.built_in(path)?.parse().map_err(|_| format!("{path} is damaged."))
    }

    fn places(&self, edition: Edition) -> Result<Places, String> {
        let AuthorityList(list) = self.parsed(&Table::authorities_path(edition))?;
        let footprints: Footprints = self.parsed(&Footprints::path(edition))?;
        Ok(Places { footprints: Arc::new(footprints), ..Places::of(Arc::new(list)) })
    }

    fn write(&self, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
        let path = self.out.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, text)?)
    }
}

fn run() -> Result<Vec<String>, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, out, figures, tested, prepared] = &arguments[..] else {
        return Err("usage: site CONFIG FOLDER FIGURES TESTED PREPARED".into());
    };
    let folders = Folders { figures: figures.into(), out: out.into() };
    let at = |problem: Problem| format!("{path}: {problem}");
    let text = fs::read_to_string(path).map_err(|error| {
        at(Problem::new("the file", format!("It cannot be read ({error})."), "Name it so: make site CONFIG=site.toml"))
    })?;
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    let config = config::read(&text, folder, |path| folders.built_in(path)).map_err(at)?;

    let mut notes = Vec::new();
    let mut own = Vec::new();
    if let Some(place) = &config.place {
        for of in &config.areas {
            let made = areas::make(of, place, &folders.places(of.edition)?).map_err(at)?;
            let key = of.edition.key();
            folders.write(&format!("figures/site/{key}.csv"), &made.csv)?;
            if let Some(outlines) = &made.outlines {
                folders.write(&format!("figures/site/{key}.geojson"), outlines)?;
            }
            own.push(key);
            notes.extend(made.notes);
        }
    }
    for (key, contact) in [("accessibility", &config.accessibility), ("privacy", &config.privacy)] {
        if contact.is_none() && !is_default(&config) {
            notes.push(format!("contact.{key} is not given: the text on {key} says so."));
        }
    }
    if !is_default(&config) {
        write_texts(&folders, &config, (in_words(tested)?, in_words(prepared)?))?;
    }
    let plan = plan(&folders, &config, &own)?;
    folders.write("plan.json", &format!("{plan:#}\n"))?;
    Ok(notes)
}

/// Whether the config says nothing, so that the page is the usual one.
fn is_default(config: &Config) -> bool {
    let Config { name, address, lead, notice, start, hidden_doors, hidden_views, accent, ground, .. } = config;
    let Config { accessibility, days, privacy, compliance, issues, starts, areas, .. } = config;
    let texts = [name, address, lead, notice, start, accessibility, privacy];
    texts.iter().all(|text| text.is_none())
        && hidden_doors.is_empty()
        && hidden_views.is_empty()
        && accent.is_none()
        && ground.is_none()
        && days.is_none()
        && compliance.is_none()
        && issues.is_empty()
        && starts.is_empty()
        && areas.is_empty()
}

fn in_words(day: &str) -> Result<String, String> {
    let wrong = || format!("“{day}” is no day; write it as 2026-11-27");
    let day: Day = day.parse().map_err(|_| wrong())?;
    date(day.day, usize::from(day.month), &day.year.to_string()).ok_or_else(wrong)
}

fn write_texts(folders: &Folders, config: &Config, (tested, prepared): (String, String)) -> Result<(), Box<dyn Error>> {
    let of = config.of_site(tested, prepared);
    let [accessibility, privacy] = [web_team::accessibility(&of), web_team::privacy(&of)];
    for (file, title, sections) in
        [("accessibility-statement", web_team::ACCESSIBILITY, &accessibility), ("privacy", web_team::PRIVACY, &privacy)]
    {
        folders.write(&format!("site/{file}.html"), &texts::page(title, config.name.as_deref(), sections))?;
        folders.write(&format!("site/{file}.md"), &texts::markdown(title, sections))?;
    }
    Ok(())
}

/// What the page is told, as attributes of its root.
fn attributes(config: &Config, own: &[&str]) -> Map<String, Value> {
    let mut said = Map::new();
    let mut say = |key: &str, text: Option<String>| {
        if let Some(text) = text {
            said.insert(format!("data-site{key}"), Value::from(text));
        }
    };
    say("", Some(String::new()));
    say("-name", config.name.clone());
    say("-lead", config.lead.clone());
    say("-accessibility", config.accessibility.clone());
    say("-privacy", config.privacy.clone());
    say("-areas", (!own.is_empty()).then(|| own.join(" ")));
    let of_outlines = config.areas.iter().filter(|of| of.outlines.is_some()).map(|of| of.edition.key());
    let with_outlines: Vec<&str> = of_outlines.collect();
    say("-outlines", (!with_outlines.is_empty()).then(|| with_outlines.join(" ")));
    for of in &config.areas {
        say(&format!("-attribution-{}", of.edition.key()), of.attribution.clone());
    }
    // A line each: a name, its story and its query.
    let start = |start: &config::Start| format!("{}\t{}\t{}", start.name, start.story, start.query);
    say("-starts", (!config.starts.is_empty()).then(|| config.starts.iter().map(start).collect::<Vec<_>>().join("\n")));
    said
}

fn plan(folders: &Folders, config: &Config, own: &[&str]) -> Result<Value, Box<dyn Error>> {
    if is_default(config) {
        return Ok(json!({ "is_default": true }));
    }
    let door =
        |door: &Door| json!({ "key": door.key(), "at": Door::IN_MASTHEAD.iter().position(|other| other == door) });
    Ok(json!({
        "is_default": false,
        "name": config.name,
        "address": config.address,
        "lead": config.lead.as_deref().map(escaped),
        "notice": config.notice,
        "start": config.start,
        "first": first(folders, config)?,
        "hidden_doors": config.hidden_doors.iter().map(door).collect::<Vec<_>>(),
        "hidden_views": config.hidden_views.iter().copied().map(View::key).collect::<Vec<_>>(),
        "accent": config.accent.map(|colour| format!("#{colour}")),
        "ground": config.ground.map(|colour| format!("#{colour}")),
        "attributes": attributes(config, own),
        "links": {
            "about": web_team::LINKS,
            "accessibility": web_team::ACCESSIBILITY,
            "privacy": web_team::PRIVACY,
        },
    }))
}

/// What `index.html` shows of the first view before the program is there, where that is the usual one of another place.
fn first(folders: &Folders, config: &Config) -> Result<Value, Box<dyn Error>> {
    let Some(query) = &config.start else { return Ok(Value::Null) };
    let scenario = Scenario::from_query(query).scenario;
    let usual =
        Scenario { place: scenario.place.clone(), data: scenario.data, guess: scenario.guess, ..Scenario::default() };
    if scenario != usual {
        return Ok(Value::Null);
    }
    let places = folders.places(scenario.data)?;
    let extent = scenario.place.extent(scenario.data, &places);
    let table = Table { edition: scenario.data, need: scenario.need, rank: scenario.rank };
    let parts = parts_of(&extent, &places.authorities);
    let tables =
        parts.into_iter().map(|part| folders.parsed(&table.path(part))).collect::<Result<Vec<FiguresTable>, _>>()?;
    let ranked = RankedPlace::new(population(&tables, &extent).map_err(|error| format!("{error:?}"))?)?;
    let result = TargetingResult::new(&scenario, &ranked)?;
    let coverage = result.target.measures.coverage;
    let reached = (coverage * 100.0).round();
    Ok(json!({
        "place": escaped(&place::of(&scenario, &places)),
        "edition": scenario.data.key(),
        "missed": number::percent_left(coverage),
        "reached": reached,
        "rest": 100.0 - reached,
        "source": escaped(&edition::source_name(scenario.data)),
    }))
}
