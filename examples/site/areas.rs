//! Makes the areas of the site's own place: figures, names and outlines.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use csv_core::{ReadRecordResult, Reader};
use who_gets_missed::data::make_areas::areas_csv;
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::outlines::{Wanted, read_outlines};
use who_gets_missed::data::{AuthorityCode, NeedMeasure, Places, RankBy};
use who_gets_missed::export::areas_geojson::outlines_geojson;
use who_gets_missed::pace::{Pace, at_once};
use who_gets_missed::scenario::Place;
use who_gets_missed::words::import::{self, Message};
use who_gets_missed::words::outlines::{no_match, outlines_message};
use who_gets_missed::words::{edition, place as place_words};

use crate::config::AreasOf;
use crate::problem::{Problem, did_you_mean};

/// What is made of an edition's data.
pub struct Made {
    /// Rows of File 7.
    pub csv: String,
    /// Outlines as GeoJSON.
    pub outlines: Option<String>,
    /// What whoever builds the site should know.
    pub notes: Vec<String>,
}

fn bytes(key: &str, path: &Path) -> Result<Vec<u8>, Problem> {
    let remedy = "Check the path: it is read from the folder of the config.";
    fs::read(path).map_err(|error| Problem::new(key, format!("{} cannot be read ({error}).", path.display()), remedy))
}

fn told(key: &str, path: &Path, Message { problem, advice }: Message) -> Problem {
    Problem::new(key, format!("{}: {problem}", path.display()), advice)
}

/// Makes the areas of a place.
pub fn make(of: &AreasOf, place: &Place, places: &Places) -> Result<Made, Problem> {
    let key = |name: &str| format!("data.{}.{name}", of.edition.key());
    let file = official(&key("file7"), of)?;
    let councils = councils(place, places, of, &file)?;
    let mut notes = Vec::new();
    let names = match &of.lookup {
        Some((path, column)) => lookup(&key("lookup"), &key("lookup-name"), path, column)?,
        None => HashMap::new(),
    };
    let csv = areas_csv(&file, &councils, |code| names.get(code).cloned());
    let made =
        Importer::read(csv.as_bytes()).map_err(|error| told(&key("file7"), &of.file7, import::message(&error)))?;
    check_exact(&key("file7"), &file, &made, &councils)?;
    for need in NeedMeasure::ALL.into_iter().filter(|&need| made.has_need(need)) {
        let is_ranked = |area: &_| has_rank(area, need);
        if !made.areas.iter().all(is_ranked) {
            notes.push(format!(
                "{}: File 7 has no ranks by “{}” for all areas. In that order a target is compared with the place alone.",
                of.edition.key(),
                need.key()
            ));
        }
    }
    if of.lookup.is_some() {
        let without = made.areas.iter().filter(|area| !names.contains_key(&area.code())).count();
        if without == made.areas.len() {
            let remedy =
                "Use a lookup of the same areas: those of the 2011 census for 2019, of the 2021 census for 2025.";
            return Err(Problem::new(key("lookup"), "It has none of the areas of this place.", remedy));
        }
        if without > 0 {
            notes.push(format!("{}: {without} of {} areas are not in the lookup.", of.edition.key(), made.areas.len()));
        }
    }
    let outlines = match &of.outlines {
        Some(path) => Some(outlines(&key("outlines"), path, &made, &mut notes)?),
        None => None,
    };
    Ok(Made { csv, outlines, notes })
}

fn has_rank(area: &who_gets_missed::data::official::Area, need: NeedMeasure) -> bool {
    area.needs[need.index()].is_some_and(|value| value.rank.is_some())
}

fn official(key: &str, of: &AreasOf) -> Result<OfficialFile, Problem> {
    let file = Importer::read(&bytes(key, &of.file7)?);
    let file = file.map_err(|error| told(key, &of.file7, import::message(&error)))?;
    if file.edition != of.edition {
        let what = format!("{} is of the {}.", of.file7.display(), edition::edition_label(file.edition));
        return Err(Problem::new(key, what, format!("Name it below [data.{}].", file.edition.key())));
    }
    Ok(file)
}

/// The councils of the place, all of which are in the file.
fn councils(place: &Place, places: &Places, of: &AreasOf, file: &OfficialFile) -> Result<Vec<AuthorityCode>, Problem> {
    if *place == Place::England {
        let remedy = "Name councils, a county or another larger place. For all England each person adds File 7 on the page Figures.";
        return Err(Problem::new(
            "data.place",
            "The areas of all England are too many for each visitor to fetch.",
            remedy,
        ));
    }
    let covered = place.extent(of.edition, places).whole_authorities();
    let Some(codes) = covered.filter(|codes| !codes.is_empty()) else {
        let remedy = "Name whole councils: File 7 does not say which areas a part of one has.";
        return Err(Problem::new("data.place", "The place cuts through a council.", remedy));
    };
    let is_missing = |code: &&AuthorityCode| !file.authorities.iter().any(|authority| authority.code == **code);
    match codes.iter().find(is_missing) {
        Some(&code) => {
            let name = place_words::authority(code, &places.authorities);
            let what = format!("{} has no areas of {name}.", of.file7.display());
            Err(Problem::new(format!("data.{}.file7", of.edition.key()), what, "Use File 7 of all England."))
        }
        None => Ok(codes),
    }
}

/// What is made is what the file says, to the last bit.
fn check_exact(key: &str, file: &OfficialFile, made: &OfficialFile, councils: &[AuthorityCode]) -> Result<(), Problem> {
    for need in NeedMeasure::ALL {
        let of = |file: &OfficialFile| {
            file.population(councils, need, RankBy::Imd).ok().map(|found| (found.units, found.squared_need))
        };
        if of(file) != of(made) {
            let what = format!("The areas made of it differ in “{}”.", need.key());
            return Err(Problem::new(key, what, "This is a fault of the tool: please tell its makers."));
        }
    }
    Ok(())
}

/// The name beside each area by its code. Which column has codes is told by what they look like.
fn lookup(key: &str, column_key: &str, path: &Path, column: &str) -> Result<HashMap<String, String>, Problem> {
    let rows = rows_of(&bytes(key, path)?);
    let (headings, rows) = rows.split_first().map_or((&[][..], &[][..]), |(first, rest)| (first.as_slice(), rest));
    let is_code =
        |text: &String| text.len() == 9 && text.starts_with("E01") && text[3..].bytes().all(|b| b.is_ascii_digit());
    let codes = rows.first().and_then(|row| row.iter().position(is_code));
    let Some(codes) = codes else {
        let remedy = "Use a CSV file with a heading row and a column of codes such as E01015589.";
        return Err(Problem::new(key, format!("{} has no codes of areas.", path.display()), remedy));
    };
    let Some(names) = headings.iter().position(|heading| heading == column) else {
        let known: Vec<&str> = headings.iter().map(String::as_str).collect();
        let otherwise = format!("It has {}.", known.join(", "));
        let what = format!("{} has no column “{column}”.", path.display());
        return Err(Problem::new(column_key, what, did_you_mean(column, known.clone(), &otherwise)));
    };
    let pair =
        |row: &Vec<String>| Some((row.get(codes)?.clone(), row.get(names).filter(|name| !name.is_empty())?.clone()));
    Ok(rows.iter().filter_map(pair).collect())
}

/// A CSV file as rows of cells.
fn rows_of(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = Reader::new();
    let (mut text, mut ends) = (vec![0; 64 * 1024], vec![0; 1024]);
    let mut rows = Vec::new();
    loop {
        let (mut written, mut fields) = (0, 0);
        loop {
            let (result, read, wrote, ended) = reader.read_record(bytes, &mut text[written..], &mut ends[fields..]);
            bytes = &bytes[read..];
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => text.resize(text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return rows,
            }
        }
        let starts = [0].into_iter().chain(ends.iter().copied());
        let cell = |(from, &to): (usize, &usize)| {
            String::from_utf8_lossy(text.get(from..to).unwrap_or_default()).trim().to_owned()
        };
        rows.push(starts.zip(&ends[..fields]).map(cell).collect());
    }
}

/// The outlines of the areas alone.
fn outlines(key: &str, path: &Path, made: &OfficialFile, notes: &mut Vec<String>) -> Result<String, Problem> {
    let read = read_outlines(&bytes(key, path)?).map_err(|error| told(key, path, outlines_message(&error)))?;
    let codes: Vec<String> = made.areas.iter().map(|area| area.code()).collect();
    let wanted: Vec<Wanted> = codes.iter().map(|code| Wanted { code, name: "" }).collect();
    let matched = at_once(read.matched(&wanted, &Pace::at_once())).map_err(|none| told(key, path, no_match(&none)))?;
    if matched.found < codes.len() {
        notes.push(format!("{key}: {} of {} areas have an outline.", matched.found, codes.len()));
    }
    Ok(outlines_geojson(&matched, &codes))
}
