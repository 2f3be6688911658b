//! Pure geometry: where things stand in a picture, in CSS pixels, from results alone. Words are handed in; no DOM, and no
//! colour but where a picture becomes a file.

pub mod bands;
pub mod concentration;
pub mod cost_curve;
pub mod coverage_cascade;
pub mod dot_map;
pub mod dot_strip;
pub mod equity_plane;
pub mod hex_map;
mod interval;
mod kinds;
pub mod map_file;
pub mod map_view;
mod names;
mod offers;
pub mod pair_bars;
pub mod people;
pub mod qr;
pub mod quintile_bars;
pub mod raster;
pub mod risk_curves;
pub mod risk_fifths;
pub mod room;
mod scale;
pub mod scatter;
mod scene;
pub mod shares_by_worth;
pub mod slope_lines;
pub mod svg;
pub mod svg_style;
pub mod text_width;
mod ticks;
pub mod tornado;
pub mod trend;
pub mod uptake_fifths;
pub mod value_bars;
pub mod value_plane;
pub mod years;

/// How a share (0 to 1) is written.
pub type WriteShare = fn(f64) -> String;

pub use kinds::{
    AuditChart, Chart, ChartFile, CouncilsChart, GapChart, OffersChart, PaymentChart, ResultsFile, RiskChart,
    RowsChart, TargetChart,
};
pub use offers::{offer_bar, offer_dot, offer_draw, offer_line};
pub use scale::{LinearScale, Point, Rect};
pub use scene::{Anchor, Scene, Shape};
pub use ticks::QUARTERS;
