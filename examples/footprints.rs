//! Makes the list of footprints and the figures of building blocks from an official File 7, the regions of its authorities, a
//! table that has the code of each small area and of its sub-ICB in a row, and lists with the codes and names of places:
//! `cargo run --no-default-features --example footprints -- File_7.csv regions.csv areas.csv public/figures lists.csv...`

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::figures::Table;
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::make_blocks::{area_codes, blocks_csv};
use who_gets_missed::data::make_footprints::{Lists, footprints_csv};
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::{AuthorityCode, PlaceCode, PlaceKind, RankBy};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [source, regions, areas, folder, lists @ ..] = &arguments[..] else {
        return Err("usage: footprints FILE_7.csv REGIONS.csv AREAS.csv FOLDER LISTS.csv...".into());
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
    let sub_icbs = sub_icbs.ok_or("the third file does not say of each area in which sub-ICB it lies")?;
    let region_bytes = read(regions)?;
    let regions = read_regions(&String::from_utf8(region_bytes.clone())?);
    let region = |code| regions.get(&code).copied();

    let mut all = Lists::default();
    all.read(&region_bytes).ok_or("the second file cannot be read")?;
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
            let parts = blocks_csv(&file, (need, rank), &sub_icbs, region);
            for (part, text) in parts.ok_or_else(|| format!("no {} blocks", need.key()))? {
                write(Table { edition, need, rank }.path(part), text)?;
            }
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

/// The code of an authority and of its region stand in the same row, in columns of any name and order.
fn read_regions(text: &str) -> BTreeMap<AuthorityCode, u8> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        let code = cells.iter().find_map(|cell| cell.parse().ok())?;
        let region = cells.iter().find_map(|cell| cell.strip_prefix("E1200000")?.parse().ok())?;
        Some((code, region))
    };
    text.lines().filter_map(row).collect()
}
