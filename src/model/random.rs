//! Random numbers from a seed.

use super::tails::normal_upper_quantile;

/// The generator SplitMix64 (Steele, Lea and Flood, 2014): whole numbers only, so the same on every machine.
#[derive(Debug, Clone)]
pub(in crate::model) struct SplitMix(pub u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`, by the high bits of a product; the bias is below one in 2^50 here.
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A draw from the standard normal distribution, by inverse CDF of 53 random bits and a half.
    pub fn normal(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        // Never 0 nor 1, so never infinite: the last of the 2^53 steps rounds to 1 and is taken one lower.
        let share = ((self.next() >> 11) as f64 + 0.5) * STEP;
        -normal_upper_quantile(share.min(1.0 - STEP))
    }
}
