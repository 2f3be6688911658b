//! Makes the built-in bands of schools from the published figures of single schools:
//! `cargo run --no-default-features --example schools -- SCHOOLS.csv public/figures`

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::make_schools::schools_csv;
use who_gets_missed::data::schools::SCHOOLS_PATH;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(source), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: schools SCHOOLS.csv FOLDER".into());
    };
    let bytes = fs::read(&source).map_err(|error| format!("{source}: {error}"))?;
    let csv = schools_csv(&bytes)?;
    let path = Path::new(&folder).join(SCHOOLS_PATH);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, &csv)?;
    eprintln!("{}: {} bands", path.display(), csv.lines().count() - 1);
    Ok(())
}
