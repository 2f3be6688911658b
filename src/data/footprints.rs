//! What larger places are made of, as the built-in figures keep it: regions, combined authorities, integrated care boards
//! (ICBs) and their parts (sub-ICB locations), with other names by which people look for a place.
//!
//! Made by [`super::make_footprints`] from the lists of the Office for National Statistics; fetched when a link names such a
//! place or when a person searches.

use std::str::FromStr;

use super::listed_text::{DamagedFigures, read, string};
use super::{AuthorityCode, Edition, PlaceCode, PlaceKind};

/// What is known of a code beside the edition's list of authorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footprint {
    /// The code.
    pub code: PlaceCode,
    /// Its name without what its kind says; empty for an authority of this edition, whose name its list has.
    pub name: String,
    /// The year of the list that says what it is made of; `None` for authorities and regions.
    pub year: Option<u16>,
    /// What it is made of: sub-ICBs for an ICB, else authorities; none where that follows from the code.
    pub members: Vec<PlaceCode>,
    /// Other names, separated by a slash.
    pub also: String,
}

/// All that is known of an edition's larger places, in the order of the codes. Empty until it is fetched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footprints(pub Vec<Footprint>);

impl Footprints {
    /// Path of the edition's list below the folder of the built-in figures.
    pub fn path(edition: Edition) -> String {
        format!("{}/footprints.csv", edition.key())
    }

    /// What is known of a code.
    pub fn find(&self, code: PlaceCode) -> Option<&Footprint> {
        self.0.iter().find(|footprint| footprint.code == code)
    }

    /// The sub-ICBs that an authority lies in: more than one cut through it.
    pub fn sub_icbs_of(&self, authority: AuthorityCode) -> impl Iterator<Item = PlaceCode> {
        let holds = move |footprint: &&Footprint| {
            footprint.code.kind() == PlaceKind::SubIcb && footprint.members.iter().any(|&member| member == authority)
        };
        self.0.iter().filter(holds).map(|footprint| footprint.code)
    }
}

impl FromStr for Footprints {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut all = Vec::new();
        let mut is_header = true;
        read(text, &mut |row| {
            if !std::mem::take(&mut is_header) {
                let members = string(row, 3).unwrap_or_default().split_ascii_whitespace();
                all.push(Footprint {
                    code: string(row, 0)?.parse().ok()?,
                    name: string(row, 1).unwrap_or_default().to_owned(),
                    year: string(row, 2).map(str::parse).transpose().ok()?,
                    members: members.map(str::parse).collect::<Result<_, _>>().ok()?,
                    also: string(row, 4).unwrap_or_default().to_owned(),
                });
            }
            Some(())
        })?;
        // A copy that was cut short may end between two lines: the last line says so.
        match all.last() {
            Some(Footprint { code, .. }) if code.kind() == PlaceKind::Icb && text.ends_with('\n') => Ok(Self(all)),
            _ => Err(DamagedFigures { line: text.lines().count() as u64 + 1 }),
        }
    }
}
