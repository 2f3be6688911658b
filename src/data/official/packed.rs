//! An official file on its way from where it is read to where it is used: its areas as bytes of one width, which take a small part
//! of the time that the file itself takes, and which can be taken over a few at a time.

use serde::{Deserialize, Serialize};

use super::{Area, AreaNames, FileVersion, NeedValue, OfficialFile, Warning};
use crate::data::{Authority, Edition, NeedMeasure};

/// Bytes of the number, the council and the rank of an area.
const OF_AREA: usize = 4 + 2 + 4;
/// Bytes of a need: rate, people and rank.
const OF_NEED: usize = 8 + 4 + 4;
/// Bytes of an area.
const WIDTH: usize = OF_AREA + OF_NEED * NeedMeasure::COUNT;
/// A number of people that there is not: the area has no figure. A rank is 0 where there is none.
const NOBODY: u32 = u32::MAX;
/// Areas taken over at a time.
const STEP: usize = 2048;

/// An official file with its areas as bytes.
#[derive(Serialize, Deserialize)]
pub struct Packed<'a> {
    edition: Edition,
    authorities: Vec<Authority>,
    names: AreaNames,
    warnings: Vec<Warning>,
    version: FileVersion,
    areas: &'a [u8],
}

impl<'a> Packed<'a> {
    /// The areas of a file as bytes.
    pub fn areas(file: &OfficialFile) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(WIDTH * file.areas.len());
        for area in &file.areas {
            bytes.extend(area.number.to_le_bytes());
            bytes.extend(area.authority.to_le_bytes());
            bytes.extend(area.imd_rank.to_le_bytes());
            for need in &area.needs {
                bytes.extend(need.map_or(0.0, |need| need.rate).to_le_bytes());
                bytes.extend(need.map_or(NOBODY, |need| need.people).to_le_bytes());
                bytes.extend(need.and_then(|need| need.rank).unwrap_or_default().to_le_bytes());
            }
        }
        bytes
    }

    /// A file, and its areas as [`Self::areas`] has them.
    pub fn new(file: OfficialFile, areas: &'a [u8]) -> Self {
        let OfficialFile { edition, authorities, names, warnings, version, .. } = file;
        Self { edition, authorities, names, warnings, version, areas }
    }

    /// Begins to take it over.
    pub fn open(self) -> Unpacking<'a> {
        let Self { edition, authorities, names, warnings, version, areas } = self;
        let rest = areas;
        let areas = Vec::with_capacity(rest.len() / WIDTH);
        Unpacking { file: OfficialFile { edition, authorities, areas, names, warnings, version }, rest }
    }
}

/// An official file that is being taken over.
pub struct Unpacking<'a> {
    file: OfficialFile,
    rest: &'a [u8],
}

impl Unpacking<'_> {
    /// Takes over some areas; says whether there may be more.
    pub fn step(&mut self) -> bool {
        let (now, later) = self.rest.split_at(self.rest.len().min(STEP * WIDTH));
        self.rest = later;
        self.file.areas.extend(now.chunks_exact(WIDTH).filter_map(area));
        !later.is_empty()
    }

    /// The file; `None` where bytes are missing.
    pub fn finish(mut self) -> Option<OfficialFile> {
        while self.step() {}
        let councils = self.file.authorities.len();
        let is_whole = self.file.areas.len() == self.file.version.areas
            && self.file.areas.iter().all(|area| usize::from(area.authority) < councils);
        is_whole.then_some(self.file)
    }
}

/// The next number.
fn next<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*number)
}

fn area(mut bytes: &[u8]) -> Option<Area> {
    let bytes = &mut bytes;
    let number = u32::from_le_bytes(next(bytes)?);
    let authority = u16::from_le_bytes(next(bytes)?);
    let imd_rank = u32::from_le_bytes(next(bytes)?);
    let mut needs = [None; NeedMeasure::COUNT];
    for need in &mut needs {
        let rate = f64::from_le_bytes(next(bytes)?);
        let people = u32::from_le_bytes(next(bytes)?);
        let rank = u32::from_le_bytes(next(bytes)?);
        *need = (people != NOBODY).then_some(NeedValue { people, rate, rank: (rank > 0).then_some(rank) });
    }
    Some(Area { number, authority, imd_rank, needs })
}
