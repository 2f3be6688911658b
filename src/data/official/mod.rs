//! *File 7* of the English Indices of Deprivation, as published: all ranks, scores and population denominators of
//! every small area (LSOA), 2019 and 2025.

mod columns;
mod error;
mod file;
mod importer;
mod value;

pub use columns::Column;
pub use error::{ImportError, NotACsv};
pub use file::{Area, NeedValue, OfficialFile, Warning};
pub use importer::Importer;
