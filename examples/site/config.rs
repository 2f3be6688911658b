//! Reads a config: every key is known, every value one that the page can follow, else there is one message that says what to do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::{Table, Value};
use who_gets_missed::data::figures::{AuthorityList, Table as Figures};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::{Edition, Places};
use who_gets_missed::markup::is_web_address;
use who_gets_missed::palette;
use who_gets_missed::plain::plain;
use who_gets_missed::scenario::site_theme::Colour;
use who_gets_missed::scenario::{Door, Place, Scenario, SiteTheme, ToQuery, View, names_key};
use who_gets_missed::words::notice;
use who_gets_missed::words::web_team::{Compliance, OfSite};

use super::keys::{KEYS, REPEATED, Takes};
use super::problem::{Problem, did_you_mean};

type Result<T> = std::result::Result<T, Problem>;

/// Offers to start from.
#[derive(Debug)]
pub struct Start {
    pub name: String,
    pub story: String,
    /// The query of a link to them.
    pub query: String,
}

/// The data of an edition.
#[derive(Debug)]
pub struct AreasOf {
    pub edition: Edition,
    pub file7: PathBuf,
    /// Names to stand beside those of areas: the file and its column.
    pub lookup: Option<(PathBuf, String)>,
    pub outlines: Option<PathBuf>,
    pub attribution: Option<String>,
}

/// A config, understood.
#[derive(Debug, Default)]
pub struct Config {
    pub name: Option<String>,
    pub address: Option<String>,
    pub lead: Option<String>,
    pub notice: Option<String>,
    /// The query of the page that an address without choices shows, where that is not the usual one.
    pub start: Option<String>,
    pub hidden_doors: Vec<Door>,
    pub hidden_views: Vec<View>,
    pub accent: Option<Colour>,
    pub ground: Option<Colour>,
    pub accessibility: Option<String>,
    pub days: Option<u16>,
    pub privacy: Option<String>,
    pub compliance: Option<Compliance>,
    pub issues: Vec<String>,
    pub starts: Vec<Start>,
    /// The place whose areas are shown.
    pub place: Option<Place>,
    pub areas: Vec<AreasOf>,
}

impl Config {
    /// What the statements say of the site, on days that are told in words.
    pub fn of_site(&self, tested: String, prepared: String) -> OfSite {
        OfSite {
            name: self.name.clone(),
            address: self.address.clone(),
            accessibility: self.accessibility.clone(),
            days: self.days,
            privacy: self.privacy.clone(),
            compliance: self.compliance,
            issues: self.issues.clone(),
            tested,
            prepared,
        }
    }
}

/// The texts of a config by their keys.
struct Texts<'a>(&'a Table);

impl<'a> Texts<'a> {
    fn value(&self, key: &str) -> Option<&'a Value> {
        let mut parts = key.split('.');
        let mut value = self.0.get(parts.next()?)?;
        for part in parts {
            value = value.get(part)?;
        }
        Some(value)
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.value(key)?.as_str()
    }

    fn list(&self, key: &str) -> Option<Vec<&'a str>> {
        Some(self.value(key)?.as_array()?.iter().filter_map(Value::as_str).collect())
    }

    fn owned(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }
}

/// Reads the text of a config that stands in a folder. `built_in` reads a file of the built-in figures.
pub fn read(
    text: &str,
    folder: &Path,
    built_in: impl Fn(&str) -> std::result::Result<String, String>,
) -> Result<Config> {
    let table: Table = text.parse().map_err(|error| not_toml(text, &error))?;
    check_keys(&table)?;
    let texts = Texts(&table);
    let places = |edition| places_of(edition, &built_in);
    let (hidden_doors, hidden_views) = hidden(&texts)?;
    let starts = starts(&table)?;
    let (start, start_place) = start(&texts, &hidden_views, &places)?;
    let (accent, ground) = colours(&texts)?;
    let areas = areas(&texts, folder)?;
    let place = match texts.text("data.place") {
        Some(text) => Some(place_in("data.place", text, Edition::NEWEST, &places)?),
        None => start_place,
    };
    if let Some(of) = areas.first()
        && place.is_none()
    {
        return Err(Problem::new(
            format!("data.{}.file7", of.edition.key()),
            "There is data, and no place whose areas to show.",
            "Name it in data.place or start.place by its code, such as \"E07000008\".",
        ));
    }
    let config = Config {
        name: texts.owned("site.name"),
        address: address(&texts)?,
        lead: texts.owned("site.lead"),
        notice: texts.owned("site.notice"),
        start,
        hidden_doors,
        hidden_views,
        accent,
        ground,
        accessibility: texts.owned("contact.accessibility"),
        days: days(&texts)?,
        privacy: texts.owned("contact.privacy"),
        compliance: compliance(&texts)?,
        issues: texts.list("statement.issues").unwrap_or_default().into_iter().map(str::to_owned).collect(),
        starts,
        place,
        areas,
    };
    issues_fit(&config)?;
    Ok(config)
}

fn not_toml(text: &str, error: &toml::de::Error) -> Problem {
    let line = error.span().map(|span| 1 + text.get(..span.start).unwrap_or(text).matches('\n').count());
    let at = line.map_or_else(|| "the file".to_owned(), |line| format!("line {line}"));
    let what = error.message().lines().next().unwrap_or_default();
    Problem::new(at, format!("This is not TOML ({what})."), "Put texts in quotes, a key and its value on one line.")
}

/// Every key is known and holds what it takes.
fn check_keys(table: &Table) -> Result<()> {
    let sections: Vec<&str> = section_names();
    for (section, value) in table {
        if section == REPEATED {
            let Some(list) = value.as_array() else {
                return Err(Problem::new(
                    REPEATED,
                    "This is no list.",
                    "Head each with [[starting-points]], in two brackets.",
                ));
            };
            for one in list {
                let one = one.as_table().ok_or_else(|| no_section(REPEATED, "[[starting-points]]"))?;
                check_section(section, one)?;
            }
        } else if !sections.contains(&section.as_str()) {
            let otherwise = format!("Use one of {}.", sections.join(", "));
            return Err(Problem::new(
                section,
                "There is no such section.",
                did_you_mean(section, sections, &otherwise),
            ));
        } else {
            check_section(section, value.as_table().ok_or_else(|| no_section(section, &format!("[{section}]")))?)?;
        }
    }
    Ok(())
}

fn no_section(key: &str, heading: &str) -> Problem {
    Problem::new(key, "This is a section, not a key.", format!("Put its keys below the line {heading}."))
}

fn section_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = KEYS.iter().filter_map(|(key, _)| key.split('.').next()).collect();
    names.dedup();
    names
}

fn check_section(section: &str, table: &Table) -> Result<()> {
    for (key, value) in table {
        let path = format!("{section}.{key}");
        if section == "data" && key != "place" {
            let editions = Edition::ALL.map(Edition::key);
            if !editions.contains(&key.as_str()) {
                let otherwise = format!("Use data.{}.", editions.join(" or data."));
                let known = editions.into_iter().chain(["place"]);
                return Err(Problem::new(path, "There is no such edition.", did_you_mean(key, known, &otherwise)));
            }
            let of = value.as_table().ok_or_else(|| no_section(&path, &format!("[{path}]")))?;
            for (key, value) in of {
                check_value(&format!("{path}.{key}"), &format!("data.*.{key}"), value)?;
            }
        } else {
            check_value(&path, &path, value)?;
        }
    }
    Ok(())
}

const UNSEEN: &str = "There is something in it that cannot be seen.";
const SEEN: &str = "Type it anew, on one line.";

fn hides_something(text: &str) -> bool {
    plain(text) != text || text.contains(['\n', '\r', '\t'])
}

/// The key is one of those of its section, and its value what it takes.
fn check_value(key: &str, pattern: &str, value: &Value) -> Result<()> {
    let Some((_, takes)) = KEYS.iter().find(|(known, _)| *known == pattern) else {
        let (section, own) = pattern.rsplit_once('.').unwrap_or(("", pattern));
        let of_section = |known: &&(&'static str, Takes)| known.0.rsplit_once('.').is_some_and(|(of, _)| of == section);
        let known: Vec<&str> =
            KEYS.iter().filter(of_section).filter_map(|(known, _)| Some(known.rsplit_once('.')?.1)).collect();
        let otherwise = format!("Known here: {}.", known.join(", "));
        return Err(Problem::new(key, "There is no such key.", did_you_mean(own, known.clone(), &otherwise)));
    };
    let wrong = |what: &str, remedy: String| Err(Problem::new(key, what, remedy));
    match takes {
        Takes::Text(most) => {
            let Some(text) = value.as_str() else {
                return wrong("This is no text.", "Put it in quotes.".to_owned());
            };
            if text.trim().is_empty() {
                return wrong("This is empty.", "Put something there, or leave the key out.".to_owned());
            }
            if text.chars().count() > *most {
                return wrong("This is too long.", format!("Use at most {most} characters."));
            }
            if hides_something(text) {
                return wrong(UNSEEN, SEEN.to_owned());
            }
        }
        Takes::List => {
            let of_texts =
                |list: &&Vec<Value>| list.iter().all(|one| one.as_str().is_some_and(|text| !text.trim().is_empty()));
            let Some(list) = value.as_array().filter(of_texts) else {
                return wrong("This is no list of texts.", "Write it so: [\"one\", \"another\"].".to_owned());
            };
            if list.iter().filter_map(Value::as_str).any(hides_something) {
                return wrong(UNSEEN, SEEN.to_owned());
            }
        }
        Takes::Number => {
            if value.as_integer().is_none_or(|number| !(1..=365).contains(&number)) {
                return wrong("This is no number from 1 to 365.", "Write it without quotes, such as 5.".to_owned());
            }
        }
        Takes::YesOrNo => {
            if value.as_bool().is_none() {
                return wrong("This is neither true nor false.", "Write true or false, without quotes.".to_owned());
            }
        }
    }
    Ok(())
}

fn address(texts: &Texts) -> Result<Option<String>> {
    let Some(address) = texts.text("site.address") else { return Ok(None) };
    if !address.starts_with("https://") || !is_web_address(address) || address.contains(['?', '#']) {
        let remedy = "Use the whole address of the folder, such as \"https://www.example.gov.uk/who-gets-missed/\".";
        return Err(Problem::new("site.address", format!("“{address}” is not the address of a site."), remedy));
    }
    Ok(Some(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") }))
}

fn days(texts: &Texts) -> Result<Option<u16>> {
    let days = texts.value("contact.days").and_then(Value::as_integer).and_then(|days| u16::try_from(days).ok());
    if days.is_some() && texts.text("contact.accessibility").is_none() {
        let remedy = "Add contact.accessibility, or leave contact.days out.";
        return Err(Problem::new("contact.days", "There is nobody who would answer in so many days.", remedy));
    }
    Ok(days)
}

fn compliance(texts: &Texts) -> Result<Option<Compliance>> {
    let Some(text) = texts.text("statement.compliance") else { return Ok(None) };
    let names = Compliance::ALL.map(|(name, _)| name);
    let found = Compliance::ALL.into_iter().find(|(name, _)| *name == text);
    let wrong = || {
        let otherwise = format!("Use one of {}.", names.join(", "));
        Problem::new("statement.compliance", format!("“{text}” says nothing."), did_you_mean(text, names, &otherwise))
    };
    found.map(|(_, found)| Some(found)).ok_or_else(wrong)
}

/// What falls short is named where something does, and only there.
fn issues_fit(config: &Config) -> Result<()> {
    match (config.compliance, config.issues.is_empty()) {
        (Some(Compliance::Full), false) => Err(Problem::new(
            "statement.issues",
            "Something falls short, and statement.compliance says that nothing does.",
            "Use \"partial\" there, or leave the issues out.",
        )),
        (Some(Compliance::Partial | Compliance::None), true) => Err(Problem::new(
            "statement.compliance",
            "Something falls short, and it is not said what.",
            "List it in statement.issues, or use \"full\".",
        )),
        _ => Ok(()),
    }
}

fn places_of(edition: Edition, built_in: &impl Fn(&str) -> std::result::Result<String, String>) -> Result<Places> {
    let read = |path: &str| built_in(path).map_err(|why| Problem::new(path, why, "Build the page first: make build."));
    let damaged =
        |path: &str| Problem::new(path, "The built-in figures are damaged.", "Build the page anew: make build.");
    let path = Figures::authorities_path(edition);
    let AuthorityList(list) = read(&path)?.parse().map_err(|_| damaged(&path))?;
    let path = Footprints::path(edition);
    let footprints: Footprints = read(&path)?.parse().map_err(|_| damaged(&path))?;
    Ok(Places { footprints: Arc::new(footprints), ..Places::of(Arc::new(list)) })
}

/// The place that a text names, which the edition has.
fn place_in(key: &str, text: &str, edition: Edition, places: &impl Fn(Edition) -> Result<Places>) -> Result<Place> {
    let all = places(edition)?;
    let (place, unknown) = Place::read(text);
    let left = || unknown.first().copied().unwrap_or(text).to_owned();
    let named = |what: &str| {
        let names: Vec<&str> = all.authorities.iter().map(|authority| authority.name.as_str()).collect();
        let code = |name: &str| all.authorities.iter().find(|authority| authority.name == name).map(|found| found.code);
        let found = super::problem::nearest(what, names).and_then(|name| Some((name, code(name)?)));
        match found {
            Some((name, code)) => format!("Write its code: {name} is \"{code}\"."),
            None => "Use official codes, such as \"E07000008\" for a council or \"E10000003\" for a county.".to_owned(),
        }
    };
    let wrong = |what: &str| Problem::new(key, format!("“{what}” is no place that the page knows."), named(what));
    let Some(place) = place.filter(|_| unknown.is_empty()) else { return Err(wrong(&left())) };
    match place.unknown_codes(edition, &all).first() {
        Some(code) => Err(wrong(&code.to_string())),
        None => Ok(place),
    }
}

/// The page that an address without choices shows, and its place.
fn start(
    texts: &Texts,
    hidden: &[View],
    places: &impl Fn(Edition) -> Result<Places>,
) -> Result<(Option<String>, Option<Place>)> {
    let usual = Scenario::default();
    let mut scenario = usual.clone();
    if let Some(choices) = texts.text("start.choices") {
        for (own, key) in
            [("view", "start.view"), ("place", "start.place"), ("data", "start.edition"), ("guess", "start.guess")]
        {
            if names_key(choices, own) {
                return Err(Problem::new(
                    "start.choices",
                    format!("It says “{own}” too."),
                    format!("Say that in {key} alone."),
                ));
            }
        }
        scenario = followed("start.choices", choices)?;
    }
    if let Some(text) = texts.text("start.edition") {
        let names = Edition::ALL.map(Edition::key);
        let otherwise = format!("Use one of {}.", names.join(", "));
        let wrong =
            || Problem::new("start.edition", format!("“{text}” is no edition."), did_you_mean(text, names, &otherwise));
        scenario.data = Edition::ALL.into_iter().find(|edition| edition.key() == text).ok_or_else(wrong)?;
    }
    if let Some(text) = texts.text("start.view") {
        scenario.view = view("start.view", text)?;
    }
    if hidden.contains(&scenario.view) {
        let key = if texts.text("start.view").is_some() { "start.view" } else { "show.views" };
        let what = format!("The page would begin with “{}”, which is not shown.", scenario.view.key());
        return Err(Problem::new(
            key,
            what,
            "Add it to show.views and show.doors, or begin with another in start.view.",
        ));
    }
    let mut own_place = None;
    if let Some(text) = texts.text("start.place") {
        let place = place_in("start.place", text, scenario.data, places)?;
        scenario.place.clone_from(&place);
        own_place = Some(place);
    }
    let asks = texts.value("start.guess").and_then(Value::as_bool).unwrap_or(true);
    scenario.guess = asks && scenario.can_be_guessed();
    let is_usual = asks && Scenario { guess: false, ..scenario.clone() } == usual;
    // A link to the default page without a question says “v” alone.
    Ok(((!is_usual).then(|| scenario.to_query()), own_place))
}

/// The choices that a query names, all of which can be followed.
fn followed(key: &str, query: &str) -> Result<Scenario> {
    let query = query.trim_start_matches('?');
    let query = if names_key(query, "v") { query.to_owned() } else { format!("v=2&{query}") };
    let decoded = Scenario::from_query(&query);
    match decoded.notices.first() {
        Some(wrong) => {
            let remedy = "Set the page as it should be, and copy what follows the question mark of its address.";
            Err(Problem::new(key, notice::text(wrong), remedy))
        }
        None => Ok(decoded.scenario),
    }
}

fn view(key: &str, text: &str) -> Result<View> {
    let names: Vec<&str> = View::ALL.into_iter().map(View::key).collect();
    let found = View::ALL.into_iter().find(|view| view.key() == text);
    let otherwise = format!("Use one of {}.", names.join(", "));
    found.ok_or_else(|| {
        Problem::new(key, format!("“{text}” is no view."), did_you_mean(text, names.clone(), &otherwise))
    })
}

/// The doors and views that are not shown. What the foot of the page leads to always is: it says what all rests on.
fn hidden(texts: &Texts) -> Result<(Vec<Door>, Vec<View>)> {
    let mut hidden_doors = Vec::new();
    if let Some(wanted) = texts.list("show.doors") {
        let names = Door::IN_MASTHEAD.map(Door::key);
        if let Some(wrong) = wanted.iter().find(|door| !names.contains(door)) {
            let otherwise = format!("Use some of {}.", names.join(", "));
            return Err(Problem::new(
                "show.doors",
                format!("“{wrong}” is no door."),
                did_you_mean(wrong, names, &otherwise),
            ));
        }
        hidden_doors = Door::IN_MASTHEAD.into_iter().filter(|door| !wanted.contains(&door.key())).collect();
    }
    let mut hidden: Vec<View> = hidden_doors.iter().flat_map(|&door| View::behind(door)).collect();
    if let Some(wanted) = texts.list("show.views") {
        let wanted = wanted.into_iter().map(|text| view("show.views", text)).collect::<Result<Vec<View>>>()?;
        if let Some(both) = wanted.iter().find(|view| hidden.contains(view)) {
            let what = format!("“{}” stands behind a door that is not shown.", both.key());
            let remedy = format!("Add \"{}\" to show.doors, or leave the view out.", both.spec().door.key());
            return Err(Problem::new("show.views", what, remedy));
        }
        let others = View::ALL.into_iter().filter(|view| view.spec().door != Door::Foot && !wanted.contains(view));
        hidden.extend(others);
        let is_empty = |door: &Door| View::behind(*door).all(|view| hidden.contains(&view));
        hidden_doors = Door::IN_MASTHEAD.into_iter().filter(is_empty).collect();
    }
    hidden.sort_by_key(|view| *view as usize);
    hidden.dedup();
    Ok((hidden_doors, hidden))
}

/// Text needs this contrast with its ground (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

fn colours(texts: &Texts) -> Result<(Option<Colour>, Option<Colour>)> {
    let colour = |key: &str| -> Result<Option<Colour>> {
        let Some(text) = texts.text(key) else { return Ok(None) };
        let wrong = |_| {
            let remedy = "Use six hexadecimal digits, such as \"#12436d\".";
            Problem::new(key, format!("“{text}” is no colour."), remedy)
        };
        text.parse().map(Some).map_err(wrong)
    };
    let (accent, ground) = (colour("colours.accent")?, colour("colours.ground")?);
    let own = |css: &str| css.parse::<Colour>().unwrap_or(SiteTheme::GROUND);
    if let Some(ground) = ground {
        let texts = [own(palette::SOFT), SiteTheme::ACCENT];
        check_contrast("colours.ground", ground, &texts, "the page’s text", "lighter", 255)?;
    }
    if let Some(accent) = accent {
        let grounds = [ground.unwrap_or(SiteTheme::GROUND), own(palette::WASH)];
        check_contrast("colours.accent", accent, &grounds, "the background", "darker", 0)?;
    }
    let theme = SiteTheme { accent, ground, ..SiteTheme::default() };
    // The page itself would leave out what it does not find readable.
    debug_assert!(!theme.readable().1);
    Ok((accent, ground))
}

/// A colour can be read against others; else the nearest on its way to black or white that can.
fn check_contrast(key: &str, colour: Colour, others: &[Colour], what: &str, way: &str, end: u8) -> Result<()> {
    let least = |colour: Colour| others.iter().map(|&other| colour.contrast(other)).fold(f64::INFINITY, f64::min);
    if least(colour) >= LEAST_CONTRAST {
        return Ok(());
    }
    let towards = |step: u32| {
        let part = |part: u8| (u32::from(part) * (100 - step) + u32::from(end) * step) / 100;
        let [r, g, b] = colour.rgb.map(part);
        Colour::of(r << 16 | g << 8 | b)
    };
    let better = (1..=100).map(towards).find(|&colour| least(colour) >= LEAST_CONTRAST);
    let remedy = better
        .map_or_else(|| "Leave it out.".to_owned(), |better| format!("Take a {way} colour, such as \"#{better}\"."));
    let contrast = (least(colour) * 100.0).floor() / 100.0;
    Err(Problem::new(key, format!("#{colour} has a contrast of {contrast} with {what}, where 4.5 is needed."), remedy))
}

fn starts(table: &Table) -> Result<Vec<Start>> {
    const MOST: usize = 6;
    let Some(list) = table.get(REPEATED).and_then(Value::as_array) else { return Ok(Vec::new()) };
    if list.len() > MOST {
        return Err(Problem::new(REPEATED, format!("There are {}.", list.len()), format!("Use at most {MOST}.")));
    }
    let start = |one: &Value| {
        let get = |key: &str| one.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (name, story, choices) = (get("name"), get("story"), get("choices"));
        for (key, text) in [("name", &name), ("choices", &choices)] {
            if text.is_empty() {
                let remedy = format!("Add {key} = \"…\" below [[starting-points]].");
                return Err(Problem::new(format!("{REPEATED}.{key}"), "It is missing.", remedy));
            }
        }
        let key = format!("{REPEATED}.choices");
        let offers = followed(&key, &choices)?.offers;
        let usual = Scenario::default();
        if offers == usual.offers {
            let remedy =
                "Set the page Compare offers as it should be, and copy what follows the question mark of its address.";
            return Err(Problem::new(key, format!("“{name}” changes nothing of the offers."), remedy));
        }
        let query = Scenario { view: View::Strategies, offers, ..usual }.to_query();
        Ok(Start { name, story, query })
    };
    list.iter().map(start).collect()
}

fn areas(texts: &Texts, folder: &Path) -> Result<Vec<AreasOf>> {
    let mut found = Vec::new();
    for edition in Edition::ALL {
        let name = |key: &str| format!("data.{}.{key}", edition.key());
        let text = |key: &str| texts.text(&name(key));
        let path = |key: &str| text(key).map(|path| folder.join(path));
        if texts.value(&format!("data.{}", edition.key())).is_none() {
            continue;
        }
        let Some(file7) = path("file7") else {
            let remedy = "Name File 7 of this edition, as a CSV file from GOV.UK.";
            return Err(Problem::new(name("file7"), "It is missing.", remedy));
        };
        let lookup = match (path("lookup"), text("lookup-name")) {
            (Some(path), Some(column)) => Some((path, column.to_owned())),
            (None, None) => None,
            (Some(_), None) => {
                let remedy = "Name the column of the lookup whose names stand beside those of areas.";
                return Err(Problem::new(name("lookup-name"), "It is missing.", remedy));
            }
            (None, Some(_)) => {
                return Err(Problem::new(name("lookup"), "It is missing.", "Name the file that has this column."));
            }
        };
        let (outlines, attribution) = (path("outlines"), text("attribution").map(str::to_owned));
        if (outlines.is_some() || lookup.is_some()) && attribution.is_none() {
            let remedy = "Say whose outlines and lookups these are, as their licence asks; ONS has the words on the page of its file.";
            return Err(Problem::new(name("attribution"), "It is missing.", remedy));
        }
        found.push(AreasOf { edition, file7, lookup, outlines, attribution });
    }
    Ok(found)
}
