//! Makes the list of footprints and the figures of building blocks from an official File 7, a table
//! that has the code of each small area and of its sub-ICB in a row, and lists with the codes and names of places:
//! `cargo run --no-default-features --example footprints -- File_7.csv areas.csv public/figures lists.csv...`

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::figures::{Part, Table};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::make_blocks::{area_codes, blocks_csv};
use who_gets_missed::data::make_footprints::{Lists, footprints_csv};
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::{PlaceCode, PlaceKind, RankBy};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [source, areas, folder, lists @ ..] = &arguments[..] else {
        return Err("usage: footprints FILE_7.csv AREAS.csv FOLDER LISTS.csv...".into());
    };
    let read = |path: &String| fs::read(path).map_err(|error| format!("{path}: {error}"));
    let bytes = read(source)?;
    let file = Importer::read(&bytes)?;
    if !file.is_all_england() {
        return Err("the blocks need a file of all England".into());
    }
    let codes = area_codes(&bytes).ok_or("a row of the first file has no code of an area")?;
    let areas = String::from_utf8(read(areas)?)?;
    let lookup = read_areas(&areas);
    let sub_icbs: Option<Vec<PlaceCode>> = codes.iter().map(|code| lookup.get(&**code).copied()).collect();
    let sub_icbs = sub_icbs.ok_or("the second file does not say of each area in which sub-ICB it lies")?;

    let mut all = Lists::default();
    for list in lists {
        all.read(&read(list)?).ok_or_else(|| format!("{list} cannot be read"))?;
    }
    let write = |path: String, text: String| -> Result<(), Box<dyn Error>> {
        let path = Path::new(&folder).join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, &text)?;
        Ok(())
    };
    let edition = file.edition;
    let footprints = footprints_csv(&file, &sub_icbs, &all).ok_or("the lists do not name every place")?;
    write(Footprints::path(edition), footprints)?;
    for &need in edition.built_in_needs() {
        for rank in RankBy::ALL {
            let blocks = blocks_csv(&file, need, rank, &sub_icbs).ok_or_else(|| format!("no {} blocks", need.key()))?;
            write(Table { edition, need, rank }.path(Part::Blocks), blocks)?;
        }
    }
    Ok(())
}

/// The sub-ICB of each area, in columns of any name and order.
fn read_areas(text: &str) -> BTreeMap<&str, PlaceCode> {
    let row = |line| {
        let cells: Vec<&str> = str::split(line, ',').map(str::trim).collect();
        let area = cells.iter().copied().find(|cell| cell.starts_with("E01"))?;
        let mut codes = cells.iter().filter_map(|cell| cell.parse::<PlaceCode>().ok());
        Some((area, codes.find(|code| code.kind() == PlaceKind::SubIcb)?))
    };
    text.lines().filter_map(row).collect()
}
