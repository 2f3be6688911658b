//! Prints a view's full result as JSON, so that anyone can check a number on the page:
//! `cargo run --no-default-features --example evaluate -- "share=30&cut=local" [File_7.csv]`
//!
//! The first argument is the part of a page's address after the question mark. Without a file the built-in figures
//! are used, with one the file’s own areas; on the view `gap` the file holds rows of one’s own, and a second one what those lack:
//! deprivation and people, joined by code. Each may be followed by the name of a sheet. What such a table does not say is asked on
//! standard error, with the keys that answer it; then nothing is printed and the exit code is 2.
//!
//! With `--csv` first, the table of all results is printed instead, with `--csvw` first its description: columns, measures, source.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;
use std::{env, fs};

use who_gets_missed::chart::ResultsFile;
use who_gets_missed::data::figures::{self, AuthorityList, FiguresTable, Part, Table};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::rural::RuralFigures;
use who_gets_missed::data::spreadsheet::{is_packed, sheet_text};
use who_gets_missed::data::table::{
    AnswerKey, Joinable, Purpose, Question, Role, ServedError, ServedTable, Table as OwnTableText, TableError, join,
    joinable,
};
use who_gets_missed::data::{Authority, NeedMeasure, Places, PopulationError, RankBy};
use who_gets_missed::export::{Origin, results_csv, results_csvw, results_json};
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::results::areas::UnitList;
use who_gets_missed::results::audit::{AuditIn, AuditPlace};
use who_gets_missed::results::councils::{PlacesIn, file_answers};
use who_gets_missed::results::gap_measures::{ReadTable, RowsIn, read_table};
use who_gets_missed::results::own_units::{OwnTable, ReadUnits, UnitsError, id_of, read_units, told_of_units};
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::results::rural::RuralIn;
use who_gets_missed::scenario::{NumbersOf, PLACE_KEY, Scenario, ToQuery, View, Within, names_key};
use who_gets_missed::words::import::Message;
use who_gets_missed::words::{
    audit as audit_words, councils, data, import, notice, own_units as unit_words, report as words,
    spreadsheet as sheet_words, table as table_words,
};

const USAGE: &str = "Usage: evaluate [--csv | --csvw] QUERY [FILE [SHEET] [OTHER FILE [SHEET]]]. QUERY is what stands after the question mark \
     of a link.";

fn main() -> ExitCode {
    match run() {
        Ok(text) => match write!(std::io::stdout(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(Stop::Told(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
        Err(Stop::Asked(questions)) => {
            eprintln!("{questions}");
            ExitCode::from(2)
        }
    }
}

/// Why there is nothing to print.
enum Stop {
    /// As a sentence.
    Told(String),
    /// Something has to be known first.
    Asked(String),
}

impl From<String> for Stop {
    fn from(sentence: String) -> Self {
        Self::Told(sentence)
    }
}

/// Why a link comes to nothing.
enum Failure {
    /// As a sentence.
    Told(String),
    /// What the link comes to.
    NoReport(NoReport),
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::Told(sentence)
    }
}

impl From<NoReport> for Failure {
    fn from(why: NoReport) -> Self {
        Self::NoReport(why)
    }
}

/// The very text that the page saves, or a sentence that says why there is none.
fn run() -> Result<String, Stop> {
    let mut arguments = env::args().skip(1).peekable();
    let wanted = match arguments.peek().map(String::as_str) {
        Some("--csv") => ResultsFile::Csv,
        Some("--csvw") => ResultsFile::Csvw,
        _ => ResultsFile::Json,
    };
    if wanted != ResultsFile::Json {
        arguments.next();
    }
    let query = arguments.next().unwrap_or_default();
    let path = arguments.next().map(PathBuf::from);
    let further: Vec<String> = arguments.collect();
    if further.len() > 3 || query.starts_with("--") {
        return Err(USAGE.to_owned().into());
    }
    let decoded = Scenario::from_query(&query);
    let is_audit = decoded.scenario.view == View::Audit;
    let takes_tables =
        decoded.scenario.view.spec().numbers == NumbersOf::Rows || decoded.scenario.uses_own() || is_audit;
    if !further.is_empty() && !takes_tables {
        return Err(USAGE.to_owned().into());
    }
    if decoded.scenario.view.needs_a_place()
        && let Some(why) = notice::unknown_place(&decoded.notices)
    {
        return Err(why.into());
    }
    for notice in &decoded.notices {
        eprintln!("{}", notice::text(notice));
    }
    let mut scenario = decoded.scenario;
    // On the view `audit` the first file holds people served, the one after it people in need.
    let (served, path, further) = if is_audit {
        let (sheet, other, other_sheet) = further_of(&further);
        let served = path.map(|path| served(&path, sheet.as_deref(), &scenario)).transpose()?;
        (served, other, other_sheet.into_iter().collect())
    } else {
        (None, path, further)
    };
    let path = path.as_deref();
    let table = own_units(path, &further, &query, &mut scenario)?;
    let path = path.filter(|_| table.is_none());
    let file = match scenario.view.spec().numbers {
        NumbersOf::Need | NumbersOf::Councils | NumbersOf::Residents => path.map(official).transpose()?,
        NumbersOf::Rows | NumbersOf::Nothing => None,
    };
    let rows = match path.filter(|_| scenario.view.spec().numbers == NumbersOf::Rows) {
        Some(path) => own_rows(path, &further, &query, &mut scenario)?,
        None => RowsIn::built_in(),
    };
    if let Some(file) = &file {
        scenario.data = file.edition;
    }
    let place = |need, rank| {
        if let Some(table) = &table {
            let mut input = PlaceInput::of_table(table.clone(), rank)?;
            input.audit = audited(&served, || AuditPlace::of_table(&table.units, rank))?;
            return Ok(input);
        }
        let mut input = place_figures(&scenario, (need, rank), file.as_ref())?;
        if scenario.view == View::Missed && scenario.within == Within::Rural {
            input.rural = Some(rural(&scenario, (need, rank))?);
        }
        let audit_place = || {
            let codes = scenario.place.extent(scenario.data, &input.places).whole_authorities();
            match file.as_ref().filter(|_| input.file.is_some()).zip(codes) {
                Some((file, codes)) => AuditPlace::of_file(file, &codes, need, rank),
                None => AuditPlace::of_councils(&input.totals, &input.places, scenario.data),
            }
        };
        input.audit = audited(&served, audit_place)?;
        Ok(input)
    };
    let every_place = |need, rank| every_place(&scenario, (need, rank), file.as_ref());
    let report = match scenario.view {
        View::Checked => checks(&scenario, path),
        View::Missed
        | View::Councils
        | View::Areas
        | View::Strategies
        | View::Population
        | View::Gap
        | View::Incentive
        | View::Audit
        | View::Saved
        | View::Note
        | View::Site
        | View::Data
        | View::About => Report::new(&scenario, place, every_place, || Ok(rows)),
    };
    let report = report.map_err(|failure| match failure {
        Failure::Told(sentence) => sentence,
        Failure::NoReport(why) => words::no_report(&scenario, &why),
    })?;
    let link = format!("?{}", report.with(|of| of.scenario().to_query()));
    let text = report.with(|of| match wanted {
        ResultsFile::Json => results_json(of),
        ResultsFile::Csv => results_csv(of),
        ResultsFile::Csvw => results_csvw(of, &Origin { date: &today(), link: &link }),
    });
    Ok(text.map_err(|error| error.to_string())?)
}

/// The day, as in `2026-11-22`.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    // Days since the first of March of the year 0, from which on a leap day ends a year.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (of_month, month_of_year) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    format!("{:04}-{month_of_year:02}-{of_month:02}", era * 400 + year + u64::from(month_of_year < 3))
}

/// People served, from a file.
fn served(path: &Path, sheet: Option<&str>, scenario: &Scenario) -> Result<Arc<ServedTable>, Stop> {
    let bytes = read(path)?;
    let columns = &scenario.audit.columns;
    let table = if is_packed(&bytes) {
        ServedTable::from_text(&of_sheet(path, &bytes, sheet)?, columns)
    } else {
        at_once(ServedTable::from_bytes_at(bytes, columns, &Pace::at_once()))
    };
    match table {
        Ok(table) => Ok(Arc::new(table)),
        Err(error @ ServedError::WhichServed { .. }) => {
            let mut text = format!("served-count: {}", told(audit_words::message(&error)));
            text.push_str("\n  served-count=HEADING, or served-count=none where each row is one person");
            Err(Stop::Asked(text))
        }
        Err(error) => Err(format!("{}: {}", path.display(), told(audit_words::message(&error))).into()),
    }
}

/// An audit of people served, if there are some; an error where they are of no area of the place.
fn audited(served: &Option<Arc<ServedTable>>, place: impl FnOnce() -> AuditPlace) -> Result<Option<AuditIn>, Failure> {
    let Some(served) = served.clone() else { return Ok(None) };
    let input = AuditIn { place: Arc::new(place()), served, is_example: false };
    match audit_words::nobody_here(&input) {
        None => Ok(Some(input)),
        Some(why) => Err(why.into()),
    }
}

/// The view `checked`, whose places are its own. A file of all England stands for its edition.
fn checks(scenario: &Scenario, path: Option<&Path>) -> Result<Report, Failure> {
    let file = path.map(official).transpose()?.filter(OfficialFile::is_all_england);
    let file_of = |of: &Scenario| file.as_ref().filter(|file| file.edition == of.data);
    let place = |of: &Scenario, need, rank| place_figures(of, (need, rank), file_of(of));
    Report::of_checks(scenario, place, |table| Ok(read_parts(table, figures::REGIONS)?))
}

fn told(Message { problem, advice }: Message) -> String {
    format!("{problem} {advice}")
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| words::unreadable(&path.display().to_string(), error.kind()))
}

/// A sheet of a spreadsheet as text. Which one is asked where several hold a table.
fn of_sheet(path: &Path, bytes: &[u8], name: Option<&str>) -> Result<String, Stop> {
    let read = sheet_text(bytes, name)
        .map_err(|error| format!("{}: {}", path.display(), told(sheet_words::message(error))))?;
    if name.is_none() && read.names.len() > 1 {
        let names = read.names.iter().map(|name| format!("\n  {name}")).collect::<String>();
        return Err(Stop::Asked(format!("Several sheets hold a table. Name one after the file:{names}")));
    }
    if let Some(note) = sheet_words::not_worked_out(read.not_worked_out) {
        eprintln!("{note}");
    }
    Ok(read.text)
}

/// A table of one's own.
fn own_table(path: &Path, sheet: Option<&str>) -> Result<OwnTableText, Stop> {
    let bytes = read(path)?;
    let table = if is_packed(&bytes) {
        OwnTableText::from_text(&of_sheet(path, &bytes, sheet)?)
    } else {
        OwnTableText::from_bytes(&bytes)
    };
    Ok(table.map_err(|error| format!("{}: {}", path.display(), told(table_words::table_message(&error))))?)
}

/// A sheet, another file and its sheet: what follows a file is a sheet of it unless a file has that name.
fn further_of(further: &[String]) -> (Option<String>, Option<PathBuf>, Option<String>) {
    let is_file = |text: &String| Path::new(text).is_file();
    let path = |text: &'_ String| Some(PathBuf::from(text));
    match further {
        [] => (None, None, None),
        [other, rest @ ..] if is_file(other) && rest.len() < 2 => (None, path(other), rest.first().cloned()),
        [sheet] => (Some(sheet.clone()), None, None),
        [sheet, other, rest @ ..] => (Some(sheet.clone()), path(other), rest.first().cloned()),
    }
}

/// The rows of one's own in a file, joined to another file if there is one; the scenario measures them as they say themselves,
/// where the link says nothing.
fn own_rows(path: &Path, further: &[String], query: &str, scenario: &mut Scenario) -> Result<RowsIn, Stop> {
    let (sheet, other, other_sheet) = further_of(further);
    let failed = |error| format!("{}: {}", path.display(), told(table_words::table_message(&error)));
    let mut table = own_table(path, sheet.as_deref())?;
    if let Some(other) = other {
        table = joined(path, table, &other, other_sheet.as_deref(), scenario)?;
    }
    let joinable = joinable(&table, &scenario.gap.reading);
    let read = match read_table(&table, &scenario.gap, |key| names_key(query, key)) {
        Err(TableError::NoColumn(role)) => {
            let problem = told(table_words::table_message(&TableError::NoColumn(role)));
            return Err(Stop::Asked(which_column(&table, role, problem, joinable.as_ref())));
        }
        read => read.map_err(failed)?,
    };
    match read {
        ReadTable::Rows(rows, measures) => {
            for warning in rows.reading.iter().flat_map(|reading| &reading.warnings) {
                eprintln!("{}: {}", warning.kind(), table_words::warning(warning, Purpose::Measured));
            }
            scenario.gap.measures = measures;
            Ok(rows)
        }
        ReadTable::Asked(questions) => Err(all_asked(&questions, Purpose::Measured)),
    }
}

/// The units of one's own in a file, where the link asks for such: an official file is what it is.
fn own_units(
    path: Option<&Path>,
    further: &[String],
    query: &str,
    scenario: &mut Scenario,
) -> Result<Option<Arc<OwnTable>>, Stop> {
    if !scenario.uses_own() {
        return Ok(None);
    }
    if let (None, Some(schools)) = (path, scenario.schools()) {
        return Ok(Some(Arc::new(OwnTable::of_schools(schools).map_err(|error| error.to_string())?)));
    }
    let path = path.ok_or_else(|| unit_words::NO_TABLE.to_owned())?;
    if scenario.gap.reading.is_empty() && further.is_empty() && Importer::read(&read(path)?).is_ok() {
        let others: Vec<&str> = query.split('&').filter(|pair| *pair != "data=own").collect();
        *scenario = Scenario::from_query(&others.join("&")).scenario;
        return Ok(None);
    }
    let (sheet, other, other_sheet) = further_of(further);
    let named = |message| format!("{}: {}", path.display(), told(message));
    let mut table = own_table(path, sheet.as_deref())?;
    if let Some(other) = other {
        table = joined(path, table, &other, other_sheet.as_deref(), scenario)?;
    }
    let id = id_of(&table);
    if scenario.own.table.is_some_and(|table| table != id) {
        eprintln!("{}", unit_words::OTHER_TABLE);
    }
    match read_units(&table, &scenario.gap.reading, scenario.rank) {
        Err(UnitsError::Table(TableError::NoColumn(role))) => Err(Stop::Asked(which_column(
            &table,
            role,
            told(table_words::units_message(&UnitsError::Table(TableError::NoColumn(role)))),
            joinable(&table, &scenario.gap.reading).as_ref(),
        ))),
        Err(error) => Err(named(table_words::units_message(&error)).into()),
        Ok(ReadUnits::Asked(questions)) => Err(all_asked(&questions, Purpose::Targeted)),
        Ok(ReadUnits::Units(units, reading)) => {
            for warning in told_of_units(&reading) {
                eprintln!("{}: {}", warning.kind(), table_words::warning(warning, Purpose::Targeted));
            }
            scenario.use_table(&units, id, unit_words::usual_names(&units));
            if names_key(query, PLACE_KEY) {
                eprintln!("{}", unit_words::NO_PLACE);
            }
            Ok(Some(Arc::new(OwnTable { units, reading: Some(*reading), id })))
        }
    }
}

/// A table joined to another.
fn joined(
    path: &Path,
    table: OwnTableText,
    other: &Path,
    other_sheet: Option<&str>,
    scenario: &mut Scenario,
) -> Result<OwnTableText, Stop> {
    let with = other.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let other = own_table(other, other_sheet)?;
    let both = join(&table, &scenario.gap.reading, &other, &with);
    let (table, reading) =
        both.map_err(|error| format!("{}: {}", path.display(), told(table_words::join_message(&error, &with))))?;
    scenario.gap.reading = reading;
    Ok(table)
}

/// Asks for a column that could not be found.
fn which_column(table: &OwnTableText, role: Role, problem: String, joinable: Option<&Joinable>) -> String {
    let mut text = format!("{}: {problem}", role.key());
    for (heading, number) in table.headings().iter().zip(1..) {
        text.push_str(&format!("\n  {}=%23{number}  ({heading})", role.key()));
    }
    if let Some(of) = joinable.filter(|of| of.lacks.deprivation || of.lacks.people) {
        text.push_str(&format!("\njoin: {} Name its file after this one.", table_words::joinable(of)));
    }
    text
}

fn all_asked(questions: &[Question], purpose: Purpose) -> Stop {
    let asked = questions.iter().map(|question| asked(question, purpose));
    Stop::Asked(asked.collect::<Vec<_>>().join("\n"))
}

/// A question with its answers, each as a part of a link.
fn asked(question: &Question, purpose: Purpose) -> String {
    let mut text = format!("{}: {}", question.kind(), table_words::question(question, purpose));
    for choice in &question.choices {
        let answer: String = choice.answer.chars().map(in_link).collect();
        text.push_str(&format!("\n  {}={answer}  ({})", question.key.key(), table_words::choice(question, choice)));
    }
    if question.key == AnswerKey::Filter {
        text.push_str("\n  Further columns: filter=COLUMN:VALUE once for each.");
    }
    if question.key == AnswerKey::Filter && purpose == Purpose::Measured {
        let by: String = question.column.iter().flat_map(|heading| heading.chars()).map(in_link).collect();
        text.push_str(&format!("\n  {}={by}  (one result for each)", AnswerKey::By.key()));
    }
    text
}

/// A sign of an answer as a link takes it.
fn in_link(sign: char) -> String {
    match sign {
        ' ' => "+".to_owned(),
        '%' | '&' | '+' | '=' | '#' | '|' => format!("%{:02X}", u32::from(sign)),
        _ => sign.to_string(),
    }
}

fn official(path: &Path) -> Result<OfficialFile, String> {
    let file = Importer::read(&read(path)?);
    let file = file.map_err(|error| format!("{}: {}", path.display(), told(import::message(&error))))?;
    for warning in &file.warnings {
        eprintln!("{}", import::warning(warning));
    }
    Ok(file)
}

/// The people of the place, in a file or in the built-in figures.
fn place_figures(
    scenario: &Scenario,
    (need, rank): (NeedMeasure, RankBy),
    file: Option<&OfficialFile>,
) -> Result<PlaceInput, Failure> {
    let edition = scenario.data;
    let extent = |places: &Places| {
        tell_unknown(scenario, places);
        scenario.place.extent(edition, places)
    };
    let AuthorityList(list) = built_in(&Table::authorities_path(edition))?;
    let footprints: Footprints =
        if scenario.place.needs_footprints() { built_in(&Footprints::path(edition))? } else { Footprints::default() };
    let of = |authorities: Vec<Authority>| Places {
        footprints: Arc::new(footprints.clone()),
        ..Places::of(Arc::new(authorities))
    };
    if let Some(file) = file {
        let places = of(if file.is_all_england() { file.authorities.clone() } else { list.clone() });
        let covered = extent(&places);
        // A file has areas by authority: it does not know which of them a place holds that cuts through one.
        if let Some(codes) = covered.whole_authorities().filter(|codes| file.covers(codes, &places.authorities)) {
            let population = file.population(&codes, need, rank).map_err(NoReport::from)?;
            let input = PlaceInput::new(population, places, file.totals(&codes, need))?;
            let list = (scenario.view == View::Areas).then(|| Arc::new(UnitList::of_file(file, &codes, need, rank)));
            return Ok(PlaceInput { file: Some(file.version.clone()), list, ..input });
        }
        eprintln!("{}", data::not_used(&covered));
    }
    if !edition.built_in_needs().contains(&need) {
        return Err(NoReport::Population(PopulationError::NoSuchNeed).into());
    }
    let places = of(list);
    let extent = extent(&places);
    let table = Table { edition, need, rank };
    let read = |parts| read_parts(table, parts);
    let population = figures::population(&read(figures::parts_of(&extent, &places.authorities))?, &extent)
        .map_err(NoReport::from)?;
    let totals = figures::totals(&read(figures::parts_by_authority(&extent, &places.authorities))?, &extent);
    Ok(PlaceInput::new(population, places, totals)?)
}

fn read_parts(table: Table, parts: impl IntoIterator<Item = Part>) -> Result<Vec<FiguresTable>, String> {
    parts.into_iter().map(|part| built_in(&table.path(part))).collect()
}

/// The place by class of area, from the built-in figures.
fn rural(scenario: &Scenario, (need, rank): (NeedMeasure, RankBy)) -> Result<RuralIn, Failure> {
    let edition = scenario.data;
    let AuthorityList(list) = built_in(&Table::authorities_path(edition))?;
    let places = places_of(scenario, list)?;
    let extent = scenario.place.extent(edition, &places);
    let table = Table { edition, need, rank };
    let parts = figures::parts_of(&extent, &places.authorities);
    let of = |part: &Part| Ok::<_, String>(Arc::new(built_in::<RuralFigures>(&RuralFigures::path(table, *part))?));
    let figures = parts.iter().map(of).collect::<Result<_, _>>()?;
    let tables = read_parts(table, parts)?.into_iter().map(Arc::new).collect();
    Ok(RuralIn { figures, tables, extent })
}

/// The places of figures with these authorities.
fn places_of(scenario: &Scenario, authorities: Vec<Authority>) -> Result<Places, String> {
    let footprints = if scenario.place.needs_footprints() || scenario.list_kind().needs_footprints() {
        built_in(&Footprints::path(scenario.data))?
    } else {
        Footprints::default()
    };
    Ok(Places { footprints: Arc::new(footprints), ..Places::of(Arc::new(authorities)) })
}

/// Every place of a kind, in a file of all England or in the built-in figures.
fn every_place(
    scenario: &Scenario,
    (need, rank): (NeedMeasure, RankBy),
    file: Option<&OfficialFile>,
) -> Result<PlacesIn, Failure> {
    let edition = scenario.data;
    if let Some(file) = file {
        let places = places_of(scenario, file.authorities.clone())?;
        match file_answers(file, &places, scenario) {
            Ok(()) => {
                tell_unknown(scenario, &places);
                return Ok(PlacesIn::of_file(file, &places, scenario, (need, rank)).map_err(NoReport::from)?);
            }
            Err(why) => eprintln!("{}", councils::file_not_used(why)),
        }
    }
    if !edition.built_in_needs().contains(&need) {
        return Err(NoReport::Population(PopulationError::NoSuchNeed).into());
    }
    let AuthorityList(list) = built_in(&Table::authorities_path(edition))?;
    let places = places_of(scenario, list)?;
    tell_unknown(scenario, &places);
    let table = Table { edition, need, rank };
    let tables = read_parts(table, Part::ALL.into_iter().chain([Part::Blocks]))?;
    Ok(PlacesIn::built_in(&tables, &places, scenario).map_err(NoReport::from)?)
}

/// Says which councils of the place there are not.
fn tell_unknown(scenario: &Scenario, places: &Places) {
    let unknown = scenario.place.unknown_codes(scenario.data, places);
    if !unknown.is_empty() && unknown != scenario.place.codes() {
        eprintln!("{}", notice::unknown_places(&unknown, scenario.data));
    }
}

fn built_in<T: std::str::FromStr>(path: &str) -> Result<T, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(path);
    let text = read(&path)?;
    String::from_utf8_lossy(&text).parse().map_err(|_| format!("{}: {}", path.display(), notice::DAMAGED))
}
