//! The built-in figures, read from the folder that the page is served with. Each test file uses a part of this.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use who_gets_missed::data::figures::{AuthorityList, FiguresTable, HeldOf, Part, Table, parts_of, population, totals};
use who_gets_missed::data::footprints::Footprints;
use who_gets_missed::data::rural::RuralFigures;
use who_gets_missed::data::stand_in::StandIn;
use who_gets_missed::data::{Authority, Edition, Extent, Places, Population, RankBy};
use who_gets_missed::results::councils::PlacesIn;
use who_gets_missed::results::gap_measures::RowsIn;
use who_gets_missed::results::report::{NoReport, PlaceInput, Report};
use who_gets_missed::results::rural::RuralIn;
use who_gets_missed::scenario::{Place, Scenario, View, Within};

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
    table: Table,
    pub list: AuthorityList,
    places: Places,
    parts: Vec<(Part, FiguresTable)>,
}

impl BuiltIn {
    pub fn read(table: Table) -> Self {
        let list: AuthorityList = text(&Table::authorities_path(table.edition)).parse().unwrap();
        let parts = Part::ALL.into_iter().chain([Part::Blocks]);
        let parts = parts.map(|part| (part, text(&table.path(part)).parse().unwrap())).collect();
        let footprints = text(&Footprints::path(table.edition)).parse().unwrap();
        let places = Places { footprints: Arc::new(footprints), ..Places::of(Arc::new(list.0.clone())) };
        Self { edition: table.edition, table, list, places, parts }
    }

    /// Every authority's stand-in.
    pub fn stand_ins(&self) -> impl Iterator<Item = &StandIn> {
        let is_region = |part: &Part| matches!(part, Part::Region(_));
        self.parts.iter().filter(move |(part, _)| is_region(part)).flat_map(|(_, table)| &table.0)
    }

    /// The stand-in of every part of an authority that a boundary of the NHS cuts through.
    pub fn blocks(&self) -> impl Iterator<Item = &StandIn> {
        let are_blocks = |part: &Part| matches!(part, Part::Blocks);
        self.parts.iter().filter(move |(part, _)| are_blocks(part)).flat_map(|(_, table)| &table.0)
    }

    /// That of England as one.
    pub fn england(&self) -> &StandIn {
        &self.parts[0].1.0[0]
    }

    pub fn authorities(&self) -> Vec<Authority> {
        self.list.0.clone()
    }

    pub fn places(&self) -> Places {
        self.places.clone()
    }

    /// What a place covers.
    pub fn extent(&self, place: &Place) -> Extent {
        place.extent(self.edition, &self.places)
    }

    pub fn population(&self, place: impl Into<Extent>) -> Population {
        self.try_population(place).unwrap()
    }

    pub fn try_population(&self, place: impl Into<Extent>) -> Option<Population> {
        let extent = place.into();
        population(self.tables(&extent), &extent).ok()
    }

    /// What a link needs of the figures.
    pub fn input(&self, scenario: &Scenario) -> Result<PlaceInput, NoReport> {
        let extent = self.extent(&scenario.place);
        let population = population(self.tables(&extent), &extent)?;
        let mut input = PlaceInput::new(population, self.places(), self.totals(&extent))?;
        if scenario.view == View::Missed && scenario.within == Within::Rural {
            input.rural = Some(self.rural(&extent));
        }
        Ok(input)
    }

    /// What a link that holds all councils side by side needs of the figures.
    pub fn every_place(&self, scenario: &Scenario) -> Result<PlacesIn, NoReport> {
        let tables: Vec<&FiguresTable> = self.parts.iter().map(|(_, table)| table).collect();
        Ok(PlacesIn::built_in(&tables, &self.places(), scenario)?)
    }

    pub fn totals(&self, place: impl Into<Extent>) -> Vec<HeldOf> {
        totals(self.parts.iter().map(|(_, table)| table), &place.into())
    }

    /// The place by class of area.
    pub fn rural(&self, place: &Extent) -> RuralIn {
        let wanted = parts_of(place, &self.list.0);
        let figures = wanted.iter().map(|&part| Arc::new(text(&RuralFigures::path(self.table, part)).parse().unwrap()));
        RuralIn {
            figures: figures.collect(),
            tables: self.tables(place).map(|table| Arc::new(table.clone())).collect(),
            extent: place.clone(),
        }
    }

    /// The tables that the page fetches for a place.
    fn tables(&self, place: &Extent) -> impl Iterator<Item = &FiguresTable> {
        let wanted = parts_of(place, &self.list.0);
        self.parts.iter().filter(move |(part, _)| wanted.contains(part)).map(|(_, table)| table)
    }
}
