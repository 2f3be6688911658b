//! Makes the built-in figures from an official File 7 and the regions of its authorities:
//! `cargo run --no-default-features --example figures -- File_7.csv regions.csv public/figures`

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::figures::Table;
use who_gets_missed::data::make_figures::{authorities_csv, figures_csv};
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::{AuthorityCode, RankBy};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [source, regions, folder] = &arguments[..] else {
        return Err("usage: figures FILE_7.csv REGIONS.csv FOLDER".into());
    };
    let read = |path: &str| fs::read(path).map_err(|error| format!("{path}: {error}"));
    let file = Importer::read(&read(source)?)?;
    for warning in &file.warnings {
        eprintln!("note: {warning:?}");
    }
    if !file.is_all_england() {
        return Err("the built-in figures need a file of all England".into());
    }
    let regions = read_regions(&String::from_utf8(read(regions)?)?);
    let region = |code| regions.get(&code).copied();
    let missing: Vec<_> = file.authorities.iter().filter(|a| region(a.code).is_none()).map(|a| &*a.name).collect();
    if !missing.is_empty() {
        return Err(format!("the second file names no region for {}", missing.join(", ")).into());
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
    write(Table::authorities_path(edition), authorities_csv(&file, region).unwrap_or_default())?;
    for &need in edition.built_in_needs() {
        for rank in RankBy::ALL {
            let parts = figures_csv(&file, need, rank, region).ok_or_else(|| format!("no {} figures", need.key()))?;
            for (part, text) in parts {
                write(Table { edition, need, rank }.path(part), text)?;
            }
        }
    }
    Ok(())
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
