//! The built-in figures, read from the folder that the page is served with. Each test file uses a part of this.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use who_gets_missed::data::figures::{AuthorityList, BandTable, Table};
use who_gets_missed::data::{Authority, AuthorityCode, Edition, Population, RankBy};

/// The text of a built-in file.
pub fn text(path: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every table that is shipped.
pub fn tables() -> impl Iterator<Item = Table> {
    let of = |edition: Edition| {
        let needs = edition.built_in_needs().iter();
        needs.flat_map(move |&need| RankBy::ALL.map(|rank| Table { edition, need, rank }))
    };
    Edition::ALL.into_iter().flat_map(of)
}

/// The figures of an edition: one table and the authorities in it.
pub struct BuiltIn {
    pub edition: Edition,
    pub list: AuthorityList,
    pub table: BandTable,
}

impl BuiltIn {
    pub fn read(table: Table) -> Self {
        let list = text(&Table::authorities_path(table.edition)).parse().unwrap();
        Self { edition: table.edition, list, table: text(&table.path()).parse().unwrap() }
    }

    pub fn authorities(&self) -> Vec<Authority> {
        self.list.0.clone()
    }

    pub fn population(&self, codes: &[AuthorityCode]) -> Population {
        self.table.population(codes).unwrap()
    }
}
