//! Results as they change, for components that show them.

mod answer;
mod areas;
mod audit;
mod certainty;
mod councils;
mod grouped;
mod incentive;
mod measures;
mod note;
mod offers;
mod risk;
mod rural;

pub use answer::AnswerView;
pub use areas::{AreasView, ComputedAreas};
pub use audit::{AuditView, audit_of, reach_of_service};
pub use certainty::{CertaintyView, draw_certainty};
pub use councils::{ComputedCouncils, CouncilsState, CouncilsView, PlacesState, places};
pub use grouped::{GroupedView, ShownGroups, draw_groups};
pub use incentive::PayView;
pub use measures::{ComputedMeasures, MeasuresView, draw_slope_intervals, input_of};
pub use note::NoteView;
pub use offers::{ComputedOffers, OffersView, draw_intervals};
pub use risk::{ComputedRisk, RiskState, RiskView};
pub use rural::{RuralState, RuralView};
