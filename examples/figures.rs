//! Makes the built-in figures from an official File 7:
//! `cargo run --no-default-features --example figures -- File_7.csv public/figures`

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::RankBy;
use who_gets_missed::data::figures::Table;
use who_gets_missed::data::make_figures::{authorities_csv, bands_csv};
use who_gets_missed::data::official::Importer;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(source), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: figures FILE_7.csv FOLDER".into());
    };
    let bytes = fs::read(&source).map_err(|error| format!("{source}: {error}"))?;
    let file = Importer::read(&bytes)?;
    for warning in &file.warnings {
        eprintln!("note: {warning:?}");
    }
    if !file.is_all_england() {
        return Err("the built-in figures need a file of all England".into());
    }

    let write = |path: String, text: String| -> Result<(), Box<dyn Error>> {
        let path = Path::new(&folder).join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, &text)?;
        eprintln!("{}: {} rows", path.display(), text.lines().count() - 1);
        Ok(())
    };
    let edition = file.edition;
    write(Table::authorities_path(edition), authorities_csv(&file))?;
    for &need in edition.built_in_needs() {
        for rank in RankBy::ALL {
            let text = bands_csv(&file, need, rank).ok_or_else(|| format!("the file has no {} figures", need.key()))?;
            write(Table { edition, need, rank }.path(), text)?;
        }
    }
    Ok(())
}
