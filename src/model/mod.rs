//! Numbers in, numbers out: no text, no DOM, no clock, no IO.
//!
//! *Architecture invariant:* every share is between 0 and 1, every function is pure, and bad input is an error
//! value. `+ - * /` and `sqrt`, `libm` and `statrs` are used alone, so a result has the same digits on
//! every machine.

pub mod audit;
mod bisect;
mod clustering;
mod curve;
mod cut;
pub mod dots;
pub mod gap;
pub mod guesses;
pub mod incentive;
mod order;
mod plane;
pub mod population;
mod quintiles;
mod random;
pub mod shapes;
mod share;
mod smallest_target;
pub mod strategies;
mod tails;
mod target;
mod unit;

pub use clustering::{between_area_share, squared_need_per_person};
pub use curve::{Curve, CurveError, CurvePoint, Edge};
pub use cut::{Basis, Cut, CutScale, Margin};
pub use order::{Sorting, ascending};
pub use plane::Plane;
pub use quintiles::{Quintile, quintiles};
pub use share::{NotAShare, Share};
pub use smallest_target::{SmallestTarget, smallest_target_reaching};
pub use target::Target;
pub use unit::{Counts, NationalPosition, Unit};

/// A number held between two others, as by `f64::clamp`; but that panics, and for its words brings all that writes a number as
/// text, 20 kB of the program.
pub const fn bounded(value: f64, from: f64, to: f64) -> f64 {
    if value < from {
        from
    } else if value > to {
        to
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_at_an_end_stays_itself_with_its_sign() {
        assert_eq!([-0.5, 0.25, 1.5].map(|value| bounded(value, 0.0, 1.0)), [0.0, 0.25, 1.0]);
        assert!(bounded(-0.0, 0.0, 1.0).is_sign_negative());
        assert!(bounded(0.0, -1.0, -0.0).is_sign_positive());
    }
}
