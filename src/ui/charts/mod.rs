//! Pictures of results. Each is a figure: a sentence, the picture, and the same numbers as a table.

mod concentration;
mod drawing;
mod figure;
mod people;
mod quintiles;

pub use concentration::ConcentrationFigure;
pub use figure::DataTable;
pub use people::PeopleFigure;
pub use quintiles::QuintileFigure;
