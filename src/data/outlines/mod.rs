//! Outlines of areas that a person brings: GeoJSON, a sequence of its features, or TopoJSON.
//!
//! Longitude and latitude, or metres on the British National Grid: told by how large the numbers are, since few files say it.
//! Everything is drawn in one plane ([`Plane`]). The file is read once from its beginning to its end, without a tree of it: a
//! corner takes eight bytes.

mod drawn;
mod feature;
mod json;
mod matching;
mod reading;
mod topology;

use thiserror::Error;

use crate::model::Plane;
use crate::model::shapes::Shapes;

pub use matching::{Matched, NoMatch, Wanted};
pub use reading::{read_outlines, read_outlines_at};

/// The largest file that is read.
pub const MOST_OUTLINE_BYTES: usize = 100_000_000;

/// Why a file holds no outlines that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OutlinesError {
    /// It is larger than is read.
    #[error("larger than {MOST_OUTLINE_BYTES} bytes")]
    TooLong,
    /// It is something else.
    #[error("not JSON but {0:?}")]
    NotJson(NotJson),
    /// It is JSON, but damaged, or cut short.
    #[error("cannot be read at byte {byte}")]
    Broken {
        /// So many bytes were read.
        byte: usize,
    },
    /// It holds neither areas nor anything else that can lie on a map.
    #[error("no outlines")]
    NoOutlines,
    /// It holds points or lines, and no areas.
    #[error("points or lines instead of areas")]
    NoAreas,
    /// Its numbers are neither degrees nor metres on the National Grid.
    #[error("another projection: {0:?}")]
    OtherProjection(Option<String>),
}

/// What a file is that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJson {
    /// There is nothing in it.
    Empty,
    /// A packed file, as most shapefiles come in, or a GeoPackage.
    Packed,
    /// A part of a shapefile.
    Shapefile,
    /// Something else.
    Other,
}

/// What features are called and have: for each name of a property the texts of all features.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Columns {
    /// Every text, one after the other.
    texts: String,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    name: String,
    /// Where each feature's text begins and ends.
    cells: Vec<[u32; 2]>,
}

impl Columns {
    /// More properties than a person looks through.
    const MOST: usize = 100;

    fn set(&mut self, row: usize, name: &str, text: &str) {
        let at = self.columns.iter().position(|column| column.name == name).unwrap_or(self.columns.len());
        if at == self.columns.len() {
            if at == Self::MOST {
                return;
            }
            self.columns.push(Column { name: name.to_owned(), cells: Vec::new() });
        }
        let from = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push_str(text.trim());
        let to = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let cells = &mut self.columns[at].cells;
        cells.resize(cells.len().max(row + 1), [0, 0]);
        cells[row] = [from, to];
    }

    /// A feature's text; empty where it has none.
    fn get(&self, column: usize, row: usize) -> &str {
        let [from, to] = self.columns[column].cells.get(row).copied().unwrap_or_default();
        self.texts.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// Outlines as a file has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlines {
    /// The shape of each feature, in the order of the file.
    pub shapes: Shapes,
    /// Where they are drawn.
    pub plane: Plane,
    columns: Columns,
}
