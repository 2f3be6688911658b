//! The places of an edition's figures: which authorities, or parts of them, a code stands for.
//!
//! The building block is what of an authority lies in one sub-ICB. Most authorities are one block, and stand for themselves;
//! those through which a boundary of the NHS runs have a curve for each block ([`super::figures::Part::Blocks`]).

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::boundaries::{COUNTIES, County, in_edition, same_area};
use super::footprints::{Footprint, Footprints};
use super::{Authority, AuthorityCode, Edition, PlaceCode, PlaceKind};

/// An authority, or the part of it that lies in a sub-ICB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block {
    /// The authority.
    pub authority: AuthorityCode,
    /// The sub-ICB; `None` for all of the authority.
    pub sub_icb: Option<PlaceCode>,
}

impl Block {
    /// All of an authority.
    pub const fn whole(authority: AuthorityCode) -> Self {
        Self { authority, sub_icb: None }
    }

    /// Whether it is all of the authority.
    pub const fn is_whole(self) -> bool {
        self.sub_icb.is_none()
    }
}

/// The text names no block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotABlock;

impl FromStr for Block {
    type Err = NotABlock;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (authority, sub_icb) = text.split_once('+').map_or((text, None), |(code, rest)| (code, Some(rest)));
        let sub_icb = sub_icb.map(str::parse::<PlaceCode>).transpose().map_err(|_| NotABlock)?;
        if sub_icb.is_some_and(|code| code.kind() != PlaceKind::SubIcb) {
            return Err(NotABlock);
        }
        Ok(Self { authority: authority.parse().map_err(|_| NotABlock)?, sub_icb })
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.authority)?;
        self.sub_icb.map_or(Ok(()), |code| write!(f, "+{code}"))
    }
}

/// What a place covers in an edition: blocks that do not overlap, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent(Vec<Block>);

impl Extent {
    /// A single block.
    pub fn of(block: Block) -> Self {
        Self(vec![block])
    }

    /// The blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it covers this block.
    pub fn holds(&self, block: Block) -> bool {
        self.0.binary_search(&block).is_ok()
    }

    /// Whether it covers all of this block.
    pub fn covers(&self, block: Block) -> bool {
        self.holds(block) || self.holds(Block::whole(block.authority))
    }

    /// Whether another place covers all of it.
    pub fn is_within(&self, other: &Self) -> bool {
        !self.is_empty() && self.0.iter().all(|&block| other.covers(block))
    }

    /// Whether the two have something in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|&block| other.covers(block)) || other.0.iter().any(|&block| self.covers(block))
    }

    /// The authorities that it covers, wholly or in part.
    pub fn authorities(&self) -> Vec<AuthorityCode> {
        AuthorityCode::sorted(self.0.iter().map(|block| block.authority))
    }

    /// The authorities that it covers, where it cuts through none.
    pub fn whole_authorities(&self) -> Option<Vec<AuthorityCode>> {
        self.0.iter().map(|block| block.is_whole().then_some(block.authority)).collect()
    }

    /// Whether it is all of these authorities and nothing else.
    pub fn is_all_of(&self, all: &[Authority]) -> bool {
        self.0.len() == all.len() && self.0.iter().all(|block| block.is_whole())
    }

    fn add(&mut self, block: Block) {
        if let Err(at) = self.0.binary_search(&block) {
            self.0.insert(at, block);
        }
    }
}

impl From<&[AuthorityCode]> for Extent {
    fn from(codes: &[AuthorityCode]) -> Self {
        let mut extent = Self::default();
        for &code in codes {
            extent.add(Block::whole(code));
        }
        extent
    }
}

impl From<&Vec<AuthorityCode>> for Extent {
    fn from(codes: &Vec<AuthorityCode>) -> Self {
        codes.as_slice().into()
    }
}

impl From<&Self> for Extent {
    fn from(extent: &Self) -> Self {
        extent.clone()
    }
}

/// A place of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPlace {
    /// Its official code.
    pub code: PlaceCode,
    /// Its name, without what its kind says.
    pub name: String,
    /// What it covers.
    pub extent: Extent,
}

/// The authorities of some figures, and what larger places are made of there. Cheap to copy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    /// The authorities of the figures in use.
    pub authorities: Arc<Vec<Authority>>,
    /// Larger places; empty until they are fetched.
    pub footprints: Arc<Footprints>,
}

impl Places {
    /// Places of which only the authorities are known.
    pub fn of(authorities: Arc<Vec<Authority>>) -> Self {
        Self { authorities, footprints: Arc::default() }
    }

    /// Whether the figures have this authority.
    pub fn has(&self, code: AuthorityCode) -> bool {
        self.authorities.iter().any(|authority| authority.code == code)
    }

    /// All authorities of the figures.
    pub fn all(&self) -> Extent {
        let mut extent = Extent::default();
        for authority in &*self.authorities {
            extent.add(Block::whole(authority.code));
        }
        extent
    }

    /// What these codes cover together in an edition. Authorities that merged are followed; a code that these figures do not
    /// have covers nothing.
    pub fn extent(&self, edition: Edition, codes: impl IntoIterator<Item = PlaceCode>) -> Extent {
        let mut found = Extent::default();
        for code in codes {
            self.cover(edition, code, &mut found);
        }
        let mut extent = Extent::default();
        for &block in &found.0 {
            let whole = Block::whole(block.authority);
            // Where every part of an authority is there, it is whole.
            let has_every_part = || {
                let parts = self.footprints.sub_icbs_of(block.authority);
                parts.map(|code| Block { sub_icb: Some(code), ..block }).all(|part| found.holds(part))
            };
            let is_whole = found.holds(whole) || (!block.is_whole() && has_every_part());
            extent.add(if is_whole { whole } else { block });
        }
        extent
    }

    /// The year of the newest list of places of a kind; `None` for kinds whose lists name none.
    pub fn listed_in(&self, kind: PlaceKind) -> Option<u16> {
        self.footprints.0.iter().filter(|footprint| footprint.code.kind() == kind).filter_map(|of| of.year).max()
    }

    /// All places of a kind that there are in an edition, those of the newest list alone; none before it is fetched.
    pub fn all_of(&self, edition: Edition, kind: PlaceKind) -> Vec<ListedPlace> {
        if kind == PlaceKind::Authority {
            let authority = |Authority { code, name, .. }: &Authority| ListedPlace {
                code: (*code).into(),
                name: name.clone(),
                extent: [*code].as_slice().into(),
            };
            return self.authorities.iter().map(authority).collect();
        }
        let year = self.listed_in(kind);
        let is_listed = |of: &&Footprint| of.code.kind() == kind && of.year == year;
        let place = |of: &Footprint| ListedPlace {
            code: of.code,
            name: of.name.clone(),
            extent: self.extent(edition, [of.code]),
        };
        let all = self.footprints.0.iter().filter(is_listed).map(place);
        all.filter(|place| !place.extent.is_empty()).collect()
    }

    /// The authorities of these figures that cover the one with this code.
    pub fn authorities_for(&self, edition: Edition, code: AuthorityCode) -> Vec<AuthorityCode> {
        if self.has(code) {
            return vec![code];
        }
        let mut codes = AuthorityCode::sorted(in_edition(same_area(code, edition), edition));
        codes.retain(|&code| self.has(code));
        codes
    }

    fn cover(&self, edition: Edition, code: PlaceCode, found: &mut Extent) {
        let members = || self.footprints.find(in_edition_of(code, edition)).map(|footprint| &*footprint.members);
        let add_authority = |code: AuthorityCode| {
            for code in self.authorities_for(edition, code) {
                found.add(Block::whole(code));
            }
        };
        match code.kind() {
            PlaceKind::Authority => code.authority().into_iter().for_each(add_authority),
            PlaceKind::County => {
                COUNTIES
                    .iter()
                    .filter(|county| county.code == code.number())
                    .flat_map(County::districts)
                    .for_each(add_authority);
            }
            PlaceKind::Region | PlaceKind::CombinedAuthority => {
                members().into_iter().flatten().filter_map(|member| member.authority()).for_each(add_authority);
            }
            PlaceKind::SubIcb => self.cover_sub_icb(in_edition_of(code, edition), found),
            PlaceKind::Icb => {
                for &member in members().into_iter().flatten() {
                    self.cover_sub_icb(member, found);
                }
            }
        }
    }

    fn cover_sub_icb(&self, code: PlaceCode, found: &mut Extent) {
        let members = self.footprints.find(code).into_iter().flat_map(|footprint| &footprint.members);
        for authority in members.filter_map(|member| member.authority()).filter(|&authority| self.has(authority)) {
            let is_cut = self.footprints.sub_icbs_of(authority).nth(1).is_some();
            found.add(Block { authority, sub_icb: is_cut.then_some(code) });
        }
    }
}

/// The code that a place of the NHS has in the lists of an edition.
pub fn in_edition_of(code: PlaceCode, edition: Edition) -> PlaceCode {
    super::boundaries::nhs_code(code.number(), edition).and_then(PlaceCode::from_number).unwrap_or(code)
}
