//! A page a view, and what of a page is fetched by itself. None uses another.

mod about;
mod areas;
mod audit;
mod checked;
mod councils;
mod data;
mod gap;
mod incentive;
mod missed;
mod missed_framed;
mod note;
mod population;
mod rural;
mod saved;
mod share;
mod site;
mod strategies;

pub use about::AboutPage;
pub use areas::{AreasPage, CurveOf, OnCurve};
pub use audit::AuditPage;
pub use checked::CheckedPage;
pub use councils::{CouncilsFramed, CouncilsPage};
pub use data::DataPage;
pub use gap::{GapFramed, GapPage};
pub use incentive::{IncentiveFramed, IncentivePage};
pub use missed::{MissedFurther, MissedPage};
pub use missed_framed::MissedFramed;
pub use note::NotePage;
pub use population::{PopulationFramed, PopulationPage};
pub use rural::RuralPart;
pub use saved::{Comparison, SavedPage};
pub use share::SharePanel;
pub use site::SitePage;
pub use strategies::{StrategiesFramed, StrategiesPage, ValueOf, ValuePart};
