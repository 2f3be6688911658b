//! Tails of distributions and the values that cut them off.

use statrs::function::{beta, erf, gamma};

use super::bisect::bisect;

/// The share (0 to 1) of the standard normal distribution above `z`. Any number, infinite ones too.
pub(in crate::model) fn normal_upper(z: f64) -> f64 {
    libm::erfc(z / std::f64::consts::SQRT_2) / 2.0
}

/// The value above which a share (over 0, under 1) of the standard normal distribution lies.
pub(in crate::model) fn normal_upper_quantile(share: f64) -> f64 {
    std::f64::consts::SQRT_2 * erf::erfc_inv(2.0 * share)
}

/// The density of the standard normal distribution.
pub(in crate::model) fn normal_density(z: f64) -> f64 {
    const ROOT_OF_TWO_PI: f64 = 2.506_628_274_631_000_5;
    libm::exp(-z * z / 2.0) / ROOT_OF_TWO_PI
}

/// The value above which a share (over 0, under 0.5) of Student's t distribution lies. `freedom`: 1 or more.
///
/// By halving on the regularised incomplete beta function: the inverse that `statrs` has is off by one part in 10^7
/// where there are many degrees of freedom.
pub(in crate::model) fn student_upper_quantile(share: f64, freedom: f64) -> f64 {
    let upper = |t: f64| beta::beta_reg(freedom / 2.0, 0.5, freedom / (freedom + t * t)) / 2.0;
    let mut high = 1.0;
    while upper(high) > share && high < MOST {
        high *= 2.0;
    }
    bisect(0.0, high, |t| upper(t) <= share)
}

/// Half the value below which a share (over 0, under 1) of the chi-squared distribution with `2 shape` degrees of
/// freedom lies. `shape`: above 0.
pub(in crate::model) fn half_chi_squared_quantile(share: f64, shape: f64) -> f64 {
    let is_past = |x: f64| match share {
        // Each tail from its own side, so that neither is lost beside 1.
        _ if x <= 0.0 => false,
        s if s < 0.5 => gamma::gamma_lr(shape, x) >= s,
        s => gamma::gamma_ur(shape, x) <= 1.0 - s,
    };
    let mut high = 1.0;
    while !is_past(high) && high < MOST {
        high *= 2.0;
    }
    bisect(0.0, high, is_past)
}

/// The share (0 to 1) of the chi-squared distribution with `freedom` degrees of freedom above `x`. `freedom`: above 0, `x`: 0 or more.
pub(in crate::model) fn chi_squared_upper(x: f64, freedom: f64) -> f64 {
    if x > 0.0 { gamma::gamma_ur(freedom / 2.0, x / 2.0) } else { 1.0 }
}

/// A bound for brackets, past anything that is asked for.
const MOST: f64 = 1e12;

#[cfg(test)]
mod tests {
    use super::*;

    /// With two degrees of freedom half the quantile of a share is `-ln(1 - share)`.
    #[test]
    fn neither_tail_of_the_chi_squared_distribution_loses_digits_beside_1() {
        let ln_2 = std::f64::consts::LN_2;
        // Powers of a half, which have no rounding: 2^-50 from the top, 2^-40 from the bottom.
        let (top, low) = (1.0 / (1_u64 << 50) as f64, 1.0 / (1_u64 << 40) as f64);
        for (share, expect) in [(1.0 - top, 50.0 * ln_2), (0.5, ln_2), (low, -libm::log1p(-low))] {
            let found = half_chi_squared_quantile(share, 1.0);
            assert!((found - expect).abs() <= 1e-9 * expect, "{share}: {found}, not {expect}");
        }
    }

    /// So near to 0 the share below x is x^0.04/gamma(1.04): mpmath has the quantile with 40 digits.
    #[test]
    fn a_quantile_next_to_0_has_all_its_digits() {
        let found = half_chi_squared_quantile(0.025, 0.04);
        assert!((found / 5.150_332_019_405_81e-41 - 1.0).abs() < 1e-11, "{found}");
    }
}
