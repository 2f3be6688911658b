//! From files to units: the official files, the built-in figures made from them, and the places they cover.
//!
//! *Architecture invariant:* nothing here reads a file or asks the network. Bytes come in, rows and warnings go out.

pub mod authority;
pub mod boundaries;
pub mod checksum;
pub mod councils;
mod edition;
pub mod figures;
pub mod footprints;
pub mod hexagons;
pub mod knots;
pub(crate) mod listed;
mod listed_text;
pub mod make_areas;
pub mod make_blocks;
pub mod make_figures;
pub mod make_footprints;
pub mod make_mortality;
pub mod make_rural;
pub mod make_schools;
pub mod mortality;
mod need;
pub mod official;
pub mod outlines;
mod place_code;
pub mod places;
mod population;
pub mod reconciliation;
mod records;
pub mod rural;
pub mod schools;
pub mod spreadsheet;
pub mod stand_in;
pub mod table;

pub use authority::{Authority, AuthorityCode};
pub use edition::{Edition, EditionSpec, Years};
pub use need::{NeedHeadings, NeedMeasure, NeedSpec, RankBy};
pub use place_code::{NotAPlaceCode, PlaceCode, PlaceKind};
pub use places::{Block, Extent, ListedPlace, Places};
pub use population::{Population, PopulationError, Resolution};
