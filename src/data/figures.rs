//! The built-in figures: for each local authority a curve of few points that stands in for its areas.
//!
//! They are aggregates that the project's own importer computed from the official files (`make figures`), so that
//! every place in England works without a file. No row of a single area is among them. What they say of a council is within
//! [`super::knots::BOUND`] of what single areas say; national cuts at multiples of 5% are exact.

use std::str::FromStr;

use super::listed_text::{number, read, string};
use super::stand_in::{StandIn, units};
use super::{
    Authority, AuthorityCode, Block, Edition, Extent, NeedMeasure, Population, PopulationError, RankBy, Resolution,
};
use crate::model::Counts;

pub use super::listed_text::DamagedFigures;

/// Areas are written in parts of this: whole numbers, but for areas that tie across the end of a stretch.
pub const AREA_PARTS: f64 = 10_000.0;
/// People, and people in need, are written in tenths: far finer than the rates, which have three decimals.
pub const COUNT_PARTS: f64 = 10.0;

/// A part of England that has figures in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// All of it, as one.
    England,
    /// The region (1 to 9) with this last digit of its code, authority by authority.
    Region(u8),
    /// All authorities through which a boundary of the NHS runs, block by block. One file, as each has a checksum that the
    /// first view carries.
    Blocks,
}

impl Part {
    /// England, and every region.
    pub const ALL: [Self; 10] = {
        let mut all = [Self::England; 10];
        all.split_at_mut(1).1.copy_from_slice(&REGIONS);
        all
    };

    /// The name of its file: the official code, such as `E12000006` for the East of England, where it has one.
    pub fn code(self) -> String {
        match self {
            Self::England => "E92000001".to_owned(),
            Self::Region(digit) => format!("E1200000{digit}"),
            Self::Blocks => "blocks".to_owned(),
        }
    }
}

/// The nine regions, which hold every authority by itself.
pub const REGIONS: [Part; 9] = [
    Part::Region(1),
    Part::Region(2),
    Part::Region(3),
    Part::Region(4),
    Part::Region(5),
    Part::Region(6),
    Part::Region(7),
    Part::Region(8),
    Part::Region(9),
];

/// The parts that hold a place's figures, each once: England as a whole by itself, else the regions of its authorities, and
/// the blocks of those that it cuts through.
pub fn parts_of(place: &Extent, all: &[Authority]) -> Vec<Part> {
    if place.is_all_of(all) {
        return vec![Part::England];
    }
    parts_by_authority(place, all)
}

/// The parts that hold the figures of each authority by itself.
pub fn parts_by_authority(place: &Extent, all: &[Authority]) -> Vec<Part> {
    let holds = |part: &Part| {
        let in_part = |code| all.iter().any(|a| a.region.map(Part::Region) == Some(*part) && a.code == code);
        place.blocks().iter().any(|block| block.is_whole() && in_part(block.authority))
    };
    let cuts = place.blocks().iter().any(|block| !block.is_whole());
    REGIONS.into_iter().filter(holds).chain(cuts.then_some(Part::Blocks)).collect()
}

/// A set of built-in figures, by what it holds; a file for each part of England.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Table {
    /// Edition of the Indices of Deprivation.
    pub edition: Edition,
    /// The need measure it counts.
    pub need: NeedMeasure,
    /// The national ranking that it follows.
    pub rank: RankBy,
}

impl Table {
    /// Path of a part's file below the folder of the built-in figures.
    pub fn path(self, part: Part) -> String {
        let by = match self.rank {
            RankBy::Imd => "imd",
            RankBy::Need => self.need.key(),
        };
        format!("{}/{}-by-{by}/{}.csv", self.edition.key(), self.need.key(), part.code())
    }

    /// Path of the edition's list of authorities below the folder of the built-in figures.
    pub fn authorities_path(edition: Edition) -> String {
        format!("{}/authorities.csv", edition.key())
    }
}

/// The authorities of an edition, as text a row each with code and name.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorityList(pub Vec<Authority>);

/// One table of built-in figures. For its text see [`super::make_figures::figures_csv`].
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresTable(pub Vec<StandIn>);

impl FromStr for AuthorityList {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut authorities = Vec::new();
        let mut is_header = true;
        read(text, &mut |row| {
            if !std::mem::take(&mut is_header) {
                let code = match (string(row, 0), authorities.last()) {
                    (Some(code), _) => code.parse().ok()?,
                    (None, Some(Authority { code, .. })) => AuthorityCode::from_number(code.number() + 1),
                    (None, None) => return None,
                };
                let region = number(string(row, 2)?).filter(|digit| (1.0..=9.0).contains(digit))? as u8;
                authorities.push(Authority { code, name: string(row, 1)?.to_owned(), region: Some(region) });
            }
            Some(())
        })?;
        if authorities.is_empty() { Err(DamagedFigures { line: 1 }) } else { Ok(Self(authorities)) }
    }
}

impl FromStr for FiguresTable {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut curves: Vec<StandIn> = Vec::new();
        let mut line = 0;
        for row in text.lines() {
            line += 1;
            take(row, line, &mut curves).ok_or(DamagedFigures { line: line as u64 })?;
        }
        // A copy that was cut short may end between two lines.
        if line == 0 || line != 2 + 4 * curves.len() {
            Err(DamagedFigures { line: line as u64 + 1 })
        } else {
            Ok(Self(curves))
        }
    }
}

/// Takes a line, counted from 1.
fn take(row: &str, line: usize, curves: &mut Vec<StandIn>) -> Option<()> {
    match line {
        1 => {
            for text in row.split(',') {
                curves.push(StandIn::empty(block(text)?));
            }
            Some(())
        }
        2 => {
            let mut numbers = row.split(',').map(number);
            for curve in &mut *curves {
                curve.squared_need = numbers.next()??;
            }
            numbers.next().is_none().then_some(())
        }
        _ => {
            let (kind, at) = ((line - 3) / curves.len(), (line - 3) % curves.len());
            let curve = &mut curves[at];
            let set: fn(&mut Counts, f64) = match kind {
                0 => {
                    let ends = sums(digits(row)?, AREA_PARTS);
                    curve.areas_within = ends.try_into().ok()?;
                    return Some(());
                }
                1 => {
                    curve.knots = sums(digits(row)?, AREA_PARTS)
                        .into_iter()
                        .map(|areas| Counts { areas, ..Counts::default() })
                        .collect();
                    return Some(());
                }
                2 => |knot, people| knot.people = people,
                3 => |knot, in_need| knot.in_need = in_need,
                _ => return None,
            };
            let parts: Option<Vec<f64>> = row.split(',').map(number).collect();
            let sums = sums(parts?, COUNT_PARTS);
            if sums.len() != curve.knots.len() {
                return None;
            }
            for (knot, sum) in curve.knots.iter_mut().zip(sums) {
                set(knot, sum);
            }
            Some(())
        }
    }
}

/// A line of areas in parts: a sign each, or in brackets.
pub(super) fn digits(mut row: &str) -> Option<Vec<f64>> {
    let mut all = Vec::new();
    while let Some(sign) = row.chars().next() {
        let (areas, rest) = if sign == '(' {
            let (inside, rest) = row[1..].split_once(')')?;
            (number(inside)?, rest)
        } else {
            (f64::from(sign.to_digit(36)?), &row[1..])
        };
        all.push((areas * AREA_PARTS).round());
        row = rest;
    }
    Some(all)
}

/// From nothing on, what there is up to each; `parts` are whole, so that sums are exact.
pub(super) fn sums(parts: Vec<f64>, of: f64) -> Vec<f64> {
    let mut sum = 0.0;
    let after = parts.into_iter().map(|part| {
        sum += part;
        sum / of
    });
    [0.0].into_iter().chain(after).collect()
}

/// England as one stands where an authority does.
const ENGLAND: Block = Block::whole(AuthorityCode::from_number(92_000_001));

pub(super) fn block(text: &str) -> Option<Block> {
    if text == Part::England.code() { Some(ENGLAND) } else { text.parse().ok() }
}

/// What a place holds in all of each of its authorities, and whether that is all of the authority.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeldOf {
    /// The authority.
    pub authority: AuthorityCode,
    /// Whether the place holds all of it.
    pub is_whole: bool,
    /// What it holds of it.
    pub counts: Counts,
}

/// What a place holds in all of each of its authorities, in the order of their codes.
pub fn totals<'a>(tables: impl IntoIterator<Item = &'a FiguresTable>, place: &Extent) -> Vec<HeldOf> {
    let mut totals: Vec<HeldOf> = Vec::new();
    for curve in tables.into_iter().flat_map(|table| &table.0).filter(|curve| place.holds(curve.block)) {
        let Block { authority, .. } = curve.block;
        match totals.binary_search_by_key(&authority, |held| held.authority) {
            Ok(at) => {
                if let Some(held) = totals.get_mut(at) {
                    held.counts += curve.total();
                }
            }
            Err(at) => totals.insert(at, HeldOf { authority, is_whole: curve.block.is_whole(), counts: curve.total() }),
        }
    }
    totals
}

impl FiguresTable {
    /// Whether it holds England as one instead of single authorities.
    pub fn is_of_england(&self) -> bool {
        self.0.iter().any(|curve| curve.block == ENGLAND)
    }
}

/// The units of a place, from the tables of its [`parts_of`].
///
/// # Errors
/// [`PopulationError::NoSuchPlace`] if none of its authorities is in them.
pub fn population<'a>(
    tables: impl IntoIterator<Item = &'a FiguresTable>,
    place: &Extent,
) -> Result<Population, PopulationError> {
    let is_asked_for = |curve: &&StandIn| curve.block == ENGLAND || place.holds(curve.block);
    let curves: Vec<&StandIn> = tables.into_iter().flat_map(|table| &table.0).filter(is_asked_for).collect();
    let squared_need = curves.iter().map(|curve| curve.squared_need).sum();
    let is_joined = curves.len() > 1;
    let units = units(curves);
    if units.is_empty() {
        return Err(PopulationError::NoSuchPlace);
    }
    Ok(Population { units, squared_need, resolution: Resolution::Bands, is_joined, band: 0 })
}
