//! The built-in figures, read from the folder that the page is served with. Each test file uses a part of this.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use who_gets_missed::data::figures::{AuthorityList, FiguresTable, Part, Table, parts_of, population, totals};
use who_gets_missed::data::stand_in::StandIn;
use who_gets_missed::data::{Authority, AuthorityCode, Edition, Population, RankBy};
use who_gets_missed::model::Counts;
use who_gets_missed::results::councils::PlacesIn;
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::scenario::Scenario;

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

/// What a link comes to on what is shipped.
pub fn report(scenario: &Scenario) -> Result<Report, NoReport> {
    let place = |need, rank| BuiltIn::read(Table { edition: scenario.data, need, rank }).input(scenario);
    let every_place = |need, rank| BuiltIn::read(Table { edition: scenario.data, need, rank }).every_place(scenario);
    Report::new(scenario, place, every_place, || Ok(RowsIn::built_in()))
}

/// The figures of an edition: one table and the authorities in it.
pub struct BuiltIn {
    pub edition: Edition,
    pub list: AuthorityList,
    parts: Vec<(Part, FiguresTable)>,
}

impl BuiltIn {
    pub fn read(table: Table) -> Self {
        let list = text(&Table::authorities_path(table.edition)).parse().unwrap();
        let parts = Part::ALL.into_iter().map(|part| (part, text(&table.path(part)).parse().unwrap())).collect();
        Self { edition: table.edition, list, parts }
    }

    /// Every authority's stand-in.
    pub fn stand_ins(&self) -> impl Iterator<Item = &StandIn> {
        self.parts.iter().filter(|(part, _)| *part != Part::England).flat_map(|(_, table)| &table.0)
    }

    /// That of England as one.
    pub fn england(&self) -> &StandIn {
        &self.parts[0].1.0[0]
    }

    pub fn authorities(&self) -> Vec<Authority> {
        self.list.0.clone()
    }

    pub fn population(&self, codes: &[AuthorityCode]) -> Population {
        self.try_population(codes).unwrap()
    }

    pub fn try_population(&self, codes: &[AuthorityCode]) -> Option<Population> {
        population(self.tables(codes), codes).ok()
    }

    /// What a link needs of the figures.
    pub fn input(&self, scenario: &Scenario) -> Result<PlaceInput, NoReport> {
        let authorities = self.authorities();
        let codes = scenario.place.authorities(self.edition, &authorities);
        let population = population(self.tables(&codes), &codes)?;
        PlaceInput::new(population, authorities, self.totals(&codes))
    }

    /// What a link that holds all councils side by side needs of the figures.
    pub fn every_place(&self, scenario: &Scenario) -> Result<PlacesIn, NoReport> {
        let tables: Vec<&FiguresTable> = self.parts.iter().map(|(_, table)| table).collect();
        Ok(PlacesIn::built_in(&tables, &Arc::new(self.authorities()), scenario)?)
    }

    pub fn totals(&self, codes: &[AuthorityCode]) -> Vec<(AuthorityCode, Counts)> {
        totals(self.parts.iter().map(|(_, table)| table), codes)
    }

    /// The tables that the page fetches for a place.
    fn tables(&self, codes: &[AuthorityCode]) -> impl Iterator<Item = &FiguresTable> {
        let wanted = parts_of(codes, &self.list.0);
        self.parts.iter().filter(move |(part, _)| wanted.contains(part)).map(|(_, table)| table)
    }
}
