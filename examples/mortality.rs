//! Makes the built-in rows on preventable deaths from the published figures of single areas:
//! `cargo run --no-default-features --example mortality -- AREAS.csv public/figures`

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use who_gets_missed::data::make_mortality::{mortality_csv, mortality_twentieths};
use who_gets_missed::data::mortality::MORTALITY_PATH;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(source), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: mortality AREAS.csv FOLDER".into());
    };
    let bytes = fs::read(&source).map_err(|error| format!("{source}: {error}"))?;
    let rows = mortality_twentieths(&bytes)?;
    let path = Path::new(&folder).join(MORTALITY_PATH);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, mortality_csv(&rows))?;
    eprintln!("{}: {} rows", path.display(), rows.len());
    Ok(())
}
