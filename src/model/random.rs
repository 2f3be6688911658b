//! Random numbers from a seed.

use super::bounded;
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

    /// A share strictly between 0 and 1, of 53 random bits and a half.
    pub fn share(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        // Never 0 nor 1, so never infinite as a quantile: the last of the 2^53 steps rounds to 1 and is taken one lower.
        (((self.next() >> 11) as f64 + 0.5) * STEP).min(1.0 - STEP)
    }

    /// A draw from the standard normal distribution, by inverse CDF.
    pub fn normal(&mut self) -> f64 {
        -normal_upper_quantile(self.share())
    }
}

/// Parts of the table below.
const PARTS: usize = 4096;
/// Parts at either end in which quantiles rise too fast for straight lines.
const ENDS: usize = 16;

/// Quantiles of the standard normal distribution between which draws lie on straight lines, but for the outer 0.4% at either
/// end, which are exact: off by 0.00014 at most, at a tenth of the time.
#[derive(Debug, Clone)]
pub(in crate::model) struct NormalTable(Vec<f64>);

impl NormalTable {
    /// Works the quantiles out.
    pub fn new() -> Self {
        let at = |part: usize| -normal_upper_quantile(bounded(part as f64 / PARTS as f64, 1e-9, 1.0 - 1e-9));
        Self((0..=PARTS).map(at).collect())
    }

    /// A draw from the standard normal distribution.
    pub fn normal(&self, random: &mut SplitMix) -> f64 {
        let share = random.share();
        let place = share * PARTS as f64;
        // The cast cuts off what is behind the point.
        let part = place as usize;
        if !(ENDS..PARTS - ENDS).contains(&part) {
            return -normal_upper_quantile(share);
        }
        let (low, high) = (self.0[part], self.0[part + 1]);
        low + (high - low) * (place - part as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_on_the_table_are_nearly_those_without_it() {
        let table = NormalTable::new();
        let (mut exact, mut quick) = (SplitMix(5), SplitMix(5));
        for _ in 0..200_000 {
            let (exact, quick) = (exact.normal(), table.normal(&mut quick));
            assert!((exact - quick).abs() < 2e-4, "{exact} {quick}");
        }
    }

    /// The first numbers of SplitMix64 from 1234567, as its authors' program in C gives them.
    #[test]
    fn numbers_are_those_of_the_generator() {
        let mut random = SplitMix(1_234_567);
        let expect = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
        ];
        assert_eq!(expect.map(|_| random.next()), expect);
    }

    #[test]
    fn draws_lie_on_straight_lines_but_for_the_ends() {
        let table = NormalTable::new();
        let (mut shares, mut exact, mut quick) = (SplitMix(9), SplitMix(9), SplitMix(9));
        let end = ENDS as f64 / PARTS as f64;
        let (mut at_ends, mut between) = (0, 0);
        for _ in 0..20_000 {
            let is_at_end = !(end..1.0 - end).contains(&shares.share());
            let is_exact = exact.normal() == table.normal(&mut quick);
            at_ends += usize::from(is_at_end && is_exact);
            between += usize::from(!is_at_end && !is_exact);
            assert!(is_exact || !is_at_end);
        }
        assert!(at_ends > 100 && between > 19_000, "{at_ends} {between}");
    }

    /// From these seeds the generator gives the least and the largest of its numbers: its steps taken back.
    #[test]
    fn a_share_is_never_0_nor_1() {
        let least_half = 0.5 / (1_u64 << 53) as f64;
        assert_eq!(SplitMix(0x61c8_8646_80b5_83eb).share(), least_half);
        assert_eq!(SplitMix(0x3162_8af6_7b21_31ab).share(), 1.0 - 2.0 * least_half);
    }
}
