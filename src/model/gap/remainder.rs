//! Many uncertain rows as two numbers: what they add together to the intercept and the slope of a line.
//!
//! A least-squares line is linear in its values. So where the values are normal on the scale on which the line is fitted,
//! intercept and slope are jointly normal, with a covariance that is known. Where they are normal on another scale, sums of
//! many of them are nearly so; their skewness is kept by drawing each of two uncorrelated parts from a shifted lognormal
//! distribution of the same mean, variance and skewness (the approximation of sums by L. F. Fenton, *The sum of log-normal
//! probability distributions in scatter transmission systems*, IRE Transactions on Communications Systems 1960, with a
//! shift for the third moment).

use super::slope_index::Transform;
use crate::model::bisect::bisect;
use crate::pace::Pace;

/// Mean, variance and third central moment of an uncertain value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moments {
    pub mean: f64,
    pub variance: f64,
    pub third: f64,
}

/// Steps between the places at which a value is weighed, and how far out they go, in standard errors. The sum over even
/// steps under a normal density is exact but for less than one part in 10^6.
const STEP: f64 = 0.5;
const STEPS_OUT: i32 = 14;

impl Moments {
    /// Of a value that is normal on a scale, in its own units: with m and s on the scale, exp(m + s²/2) and its relatives
    /// for a logarithm, by quadrature for a logit.
    pub fn of(scale: Transform, value: f64, error: f64) -> Self {
        let square = error * error;
        match scale {
            Transform::Plain => Self { mean: value, variance: square, third: 0.0 },
            Transform::Log => {
                let mean = libm::exp(value + square / 2.0);
                let ratio = libm::expm1(square);
                Self { mean, variance: mean * mean * ratio, third: mean * mean * mean * ratio * ratio * (ratio + 3.0) }
            }
            Transform::Logit => Self::by_quadrature(|z| scale.back(value + error * z)),
        }
    }

    fn by_quadrature(value: impl Fn(f64) -> f64) -> Self {
        let places = (-STEPS_OUT..=STEPS_OUT).map(|step| {
            let z = f64::from(step) * STEP;
            (value(z), libm::exp(-z * z / 2.0))
        });
        let places: Vec<(f64, f64)> = places.collect();
        let weights: f64 = places.iter().map(|(_, weight)| weight).sum();
        let mean_of =
            |of: &dyn Fn(f64) -> f64| places.iter().map(|&(value, weight)| weight * of(value)).sum::<f64>() / weights;
        let mean = mean_of(&|value| value);
        Self {
            mean,
            variance: mean_of(&|value| (value - mean) * (value - mean)),
            third: mean_of(&|value| (value - mean) * (value - mean) * (value - mean)),
        }
    }
}

/// A distribution with mean 0, standard deviation 1 and a skewness, as a function of a standard normal draw.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Skewed {
    sign: f64,
    /// The standard deviation of the logarithm; 0 for no skewness.
    spread: f64,
    /// What brings the standard deviation to 1.
    size: f64,
}

/// Skewness below this is none: its effect on a limit is past the sixth digit.
const LEAST_SKEWNESS: f64 = 1e-6;
/// The widest logarithm that is looked for; its skewness is past 10^20.
const WIDEST: f64 = 6.0;

impl Skewed {
    /// With s the standard deviation of the logarithm, the skewness is (exp(s²) + 2) sqrt(exp(s²) - 1).
    fn new(skewness: f64) -> Self {
        let size = skewness.abs();
        // Nor is there a skewness of what does not vary.
        if size.is_nan() || size <= LEAST_SKEWNESS {
            return Self { sign: 1.0, spread: 0.0, size: 1.0 };
        }
        let of = |spread: f64| {
            let ratio = libm::expm1(spread * spread);
            (ratio + 3.0) * ratio.sqrt()
        };
        let spread = bisect(0.0, WIDEST, |spread| of(spread) >= size);
        Self { sign: skewness.signum(), spread, size: 1.0 / libm::expm1(spread * spread).sqrt() }
    }

    fn of(self, normal: f64) -> f64 {
        if self.spread == 0.0 {
            return normal;
        }
        self.sign * self.size * libm::expm1(self.spread * self.sign * normal - self.spread * self.spread / 2.0)
    }
}

/// What many rows add to a line, drawn with two random numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Remainder {
    intercept: f64,
    slope: f64,
    /// Standard deviation of the slope, and what the intercept moves for each standard deviation of it.
    slope_size: f64,
    along: f64,
    /// Standard deviation of what else moves the intercept.
    across: f64,
    skewed_slope: Skewed,
    skewed_rest: Skewed,
}

/// A row: what its value adds to the intercept and to the slope for each unit, and its moments.
pub(super) type Weighted = ([f64; 2], Moments);

impl Remainder {
    pub async fn at(rows: &[Weighted], pace: &Pace) -> Self {
        let parts = |&([intercept, slope], moments): &Weighted| {
            let Moments { mean, variance, .. } = moments;
            [intercept * mean, slope * mean, slope * slope * variance, intercept * slope * variance]
        };
        let [intercept, slope, of_slope, of_both] = pace.sums(rows, parts).await;
        let slope_size = of_slope.sqrt();
        // What the intercept moves for each unit of the slope, by least squares.
        let each = if of_slope > 0.0 { of_both / of_slope } else { 0.0 };
        let rest = move |&[intercept, slope]: &[f64; 2]| intercept - each * slope;
        let variance = |(weights, moments): &Weighted| rest(weights) * rest(weights) * moments.variance;
        let across = pace.sum(rows, variance).await.sqrt();
        let third = |weight: f64, size: f64, moments: &Moments| {
            let part = if size > 0.0 { weight / size } else { 0.0 };
            part * part * part * moments.third
        };
        let thirds = |(weights, moments): &Weighted| {
            [third(weights[1], slope_size, moments), third(rest(weights), across, moments)]
        };
        let [of_slope, of_rest] = pace.sums(rows, thirds).await;
        Self {
            intercept,
            slope,
            slope_size,
            along: each * slope_size,
            across,
            skewed_slope: Skewed::new(of_slope),
            skewed_rest: Skewed::new(of_rest),
        }
    }

    /// What the rows add to intercept and slope in one draw, from two standard normal ones.
    pub fn draw(&self, [first, second]: [f64; 2]) -> (f64, f64) {
        let (slope, rest) = (self.skewed_slope.of(first), self.skewed_rest.of(second));
        (self.intercept + self.along * slope + self.across * rest, self.slope + self.slope_size * slope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::at_once;

    #[test]
    fn moments_of_a_logit_are_those_of_many_places() {
        // By the same sum over steps ten times as fine.
        let (value, error) = (-1.2, 0.8);
        let fine: Vec<(f64, f64)> = (-800..=800)
            .map(|step| f64::from(step) / 100.0)
            .map(|z| (Transform::Logit.back(value + error * z), libm::exp(-z * z / 2.0)))
            .collect();
        let weights: f64 = fine.iter().map(|(_, weight)| weight).sum();
        let mean: f64 = fine.iter().map(|(value, weight)| value * weight).sum::<f64>() / weights;
        let power =
            |n: i32| fine.iter().map(|(value, w)| w * libm::pow(value - mean, f64::from(n))).sum::<f64>() / weights;
        let found = Moments::of(Transform::Logit, value, error);
        for (found, expect) in [(found.mean, mean), (found.variance, power(2)), (found.third, power(3))] {
            assert!((found - expect).abs() < 1e-6 * expect.abs(), "{found} {expect}");
        }
    }

    #[test]
    fn a_skewed_draw_has_the_skewness_asked_for() {
        for skewness in [0.0, 0.3, -1.5, 6.0] {
            let skewed = Skewed::new(skewness);
            let found = Moments::by_quadrature_of(|z| skewed.of(z));
            assert!(found.mean.abs() < 1e-6 && (found.variance - 1.0).abs() < 1e-4, "{found:?}");
            assert!((found.third - skewness).abs() < 1e-3 * (1.0 + skewness.abs()), "{found:?}, {skewness}");
        }
    }

    impl Moments {
        /// Over steps fine and wide enough for a long tail.
        fn by_quadrature_of(value: impl Fn(f64) -> f64) -> Self {
            let places: Vec<(f64, f64)> = (-1200..=1200)
                .map(|step| f64::from(step) / 100.0)
                .map(|z| (value(z), libm::exp(-z * z / 2.0)))
                .collect();
            let weights: f64 = places.iter().map(|(_, weight)| weight).sum();
            let mean = places.iter().map(|(value, w)| value * w).sum::<f64>() / weights;
            let power = |n: i32| {
                places.iter().map(|(value, w)| w * libm::pow(value - mean, f64::from(n))).sum::<f64>() / weights
            };
            Self { mean, variance: power(2), third: power(3) }
        }
    }

    #[test]
    fn moments_of_a_logarithm_are_those_of_many_places() {
        for (value, error) in [(0.3, 0.2), (-2.0, 0.7)] {
            let found = Moments::of(Transform::Log, value, error);
            let expect = Moments::by_quadrature_of(|z| libm::exp(value + error * z));
            for (found, expect) in
                [(found.mean, expect.mean), (found.variance, expect.variance), (found.third, expect.third)]
            {
                assert!((found - expect).abs() < 1e-6 * expect.abs(), "{found} {expect}");
            }
        }
    }

    #[test]
    fn moments_of_a_logit_that_hardly_varies_lose_no_digits_beside_its_value() {
        // By the first step of a series: the slope of the logit's inverse is p (1 - p).
        let (value, error) = (-1.2, 1e-9);
        let p = Transform::Logit.back(value);
        let found = Moments::of(Transform::Logit, value, error);
        let expect = p * (1.0 - p) * error * p * (1.0 - p) * error;
        assert!((found.variance / expect - 1.0).abs() < 1e-4, "{found:?} {expect}");
    }

    /// Of one row that moves the intercept alone, by 2 for each standard deviation, and one that moves the slope by 3 and the
    /// intercept by half as much.
    #[test]
    fn the_first_draw_moves_the_slope_and_what_goes_with_it_and_the_second_the_rest() {
        let of = |mean, variance| Moments { mean, variance, third: 0.0 };
        let rows = [([1.0, 0.0], of(3.0, 4.0)), ([0.5, 1.0], of(5.0, 9.0))];
        let remainder = at_once(Remainder::at(&rows, &Pace::at_once()));
        let draws = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]].map(|draw| remainder.draw(draw));
        assert_eq!(draws, [(5.5, 5.0), (7.0, 8.0), (7.5, 5.0)]);
    }
}
