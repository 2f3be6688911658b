//! Pictures of results. Each is a figure: a sentence, the picture, and the same numbers as a table.

mod concentration;
mod crowd;
mod drawing;
mod figure;
mod offers;
mod people;
mod picture;
mod quintiles;
mod value;

pub use concentration::ConcentrationFigure;
pub use crowd::Guessing;
pub use figure::{DataTable, Figure, Numbers, observed_width};
pub use offers::{DestinationsFigure, OutputFigure, PlaneFigure, ReachedAtOnce, TornadoFigure, UptakeFigure};
pub use people::{PeopleAtOnce, PeopleFigure, PeopleNumbers};
pub use picture::{Key, KeyMark, Picture};
pub use quintiles::QuintileFigure;
pub use value::{AcceptabilityFigure, ValuePlaneFigure};
