//! Makes the figures by class of area, rural and urban, from an official File 7, and a table that has the code of each small area,
//! of its sub-ICB, and the word Rural or Urban in a row. The figures of the same file have to be there:
//! `cargo run --no-default-features --example rural -- File_7.csv areas.csv public/figures`

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::figures::{AuthorityList, Table};
use who_gets_missed::data::make_blocks::area_codes;
use who_gets_missed::data::make_rural::rural_csv;
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::rural::{AreaClass, RuralFigures};
use who_gets_missed::data::{PlaceCode, PlaceKind, RankBy};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [source, areas, folder] = &arguments[..] else {
        return Err("usage: rural FILE_7.csv AREAS.csv FOLDER".into());
    };
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let bytes = read(Path::new(source))?;
    let file = Importer::read(&bytes)?;
    if !file.is_all_england() {
        return Err("the figures need a file of all England".into());
    }
    let codes = area_codes(&bytes).ok_or("a row of the first file has no code of an area")?;
    let areas = String::from_utf8(read(Path::new(areas))?)?;
    let lookup = read_areas(&areas);
    let found: Option<Vec<(AreaClass, PlaceCode)>> = codes.iter().map(|code| lookup.get(&**code).copied()).collect();
    let found = found.ok_or("the second file does not say of each area what it is and in which sub-ICB it lies")?;
    let (classes, sub_icbs): (Vec<AreaClass>, Vec<PlaceCode>) = found.into_iter().unzip();

    let folder = Path::new(folder);
    let edition = file.edition;
    let list = String::from_utf8(read(&folder.join(Table::authorities_path(edition)))?)?;
    let AuthorityList(list) = list.parse().map_err(|_| "the list of authorities cannot be read")?;
    let region = |code| list.iter().find(|authority| authority.code == code)?.region;
    for class in AreaClass::ALL {
        eprintln!("{} areas: {}", class.key(), classes.iter().filter(|&&of| of == class).count());
    }
    for &need in edition.built_in_needs() {
        for rank in RankBy::ALL {
            let parts = rural_csv(&file, (need, rank), (&classes, &sub_icbs), region);
            for (part, text) in parts.ok_or_else(|| format!("no {} figures", need.key()))? {
                fs::write(folder.join(RuralFigures::path(Table { edition, need, rank }, part)), text)?;
            }
        }
    }
    Ok(())
}

/// The class and the sub-ICB of each area, in columns of any name and order.
fn read_areas(text: &str) -> BTreeMap<&str, (AreaClass, PlaceCode)> {
    let row = |line| {
        let cells: Vec<&str> = str::split(line, ',').map(str::trim).collect();
        let area = cells.iter().copied().find(|cell| cell.starts_with("E01"))?;
        let mut codes = cells.iter().filter_map(|cell| cell.parse::<PlaceCode>().ok());
        let sub_icb = codes.find(|code| code.kind() == PlaceKind::SubIcb)?;
        // The words stand after names, of which one may be the same.
        let class = cells.iter().rev().find_map(|cell| match *cell {
            "Rural" => Some(AreaClass::Rural),
            "Urban" => Some(AreaClass::Urban),
            _ => None,
        })?;
        Some((area, (class, sub_icb)))
    };
    text.lines().filter_map(row).collect()
}
