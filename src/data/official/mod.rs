//! *File 7* of the English Indices of Deprivation, as published: all ranks, scores and population denominators of
//! every small area (LSOA), 2019 and 2025.

mod area;
mod checks;
mod columns;
mod councils;
mod error;
mod file;
mod importer;
mod names;
mod packed;
mod value;
mod version;

pub use area::{Area, NeedValue};
pub use columns::Column;
pub use error::{ImportError, NotACsv};
pub use file::{OfficialFile, Warning};
pub use importer::Importer;
pub use names::AreaNames;
pub use packed::{Packed, Unpacking};
pub use version::{Beside, FileVersion, NeedTotals};

/// How much of a file is read (0 to 1), by its bytes; 0 of an empty one.
pub fn part_read(done: f64, total: f64) -> f64 {
    if total > 0.0 { done / total } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::part_read;

    #[test]
    fn a_file_is_read_in_parts_of_itself() {
        assert_eq!(
            [part_read(0.0, 8.0), part_read(2.0, 8.0), part_read(8.0, 8.0), part_read(0.0, 0.0)],
            [0.0, 0.25, 1.0, 0.0]
        );
    }
}
