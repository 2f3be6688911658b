//! Bands of one size over shares that are shown side by side: shades of a map, and the scale of a strip.

/// How far apart bands may begin, in tenths of a per cent.
const STEPS: [u16; 5] = [10, 20, 50, 100, 200];
/// The most bands, each with a shade of its own.
pub const MOST: usize = 5;
/// All, in tenths of a per cent.
const WHOLE: u16 = 1000;

/// Bands from one round share to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands {
    /// Where the first begins, in tenths of a per cent.
    from: u16,
    /// The size of each, in tenths of a per cent.
    step: u16,
    /// How many there are, from 1 to [`MOST`].
    count: u16,
}

impl Bands {
    /// The smallest bands that hold all these tenths of a per cent (0 to 1000); all that there is without any.
    pub fn over(tenths: impl Iterator<Item = u16> + Clone) -> Self {
        let (least, most) = (tenths.clone().min().unwrap_or(0).min(WHOLE), tenths.max().unwrap_or(WHOLE).min(WHOLE));
        let of = |step: u16| {
            // What lies at the very end belongs to the band below it, so that one size is enough.
            let from = (least / step * step).min(WHOLE - step);
            Self { from, step, count: most.saturating_sub(from).div_ceil(step).max(1) }
        };
        let fits = |bands: &Self| usize::from(bands.count) <= MOST;
        // The largest step has five bands over everything.
        STEPS.into_iter().map(of).find(fits).unwrap_or(Self { from: 0, step: 200, count: 5 })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        usize::from(self.count)
    }

    /// The band of so many tenths of a per cent, from 0.
    pub fn of(&self, tenths: u16) -> usize {
        usize::from((tenths.saturating_sub(self.from) / self.step).min(self.count - 1))
    }

    /// Whether a band is the last, which alone holds what lies at its end.
    pub fn is_last(&self, band: usize) -> bool {
        band + 1 >= self.count()
    }

    /// The shade of a band: from 0 for the lightest to 4 for the darkest, as far apart as they can be.
    pub fn shade(&self, band: usize) -> usize {
        match self.count() {
            0 | 1 => MOST / 2,
            count => (band.min(count - 1) * (MOST - 1) + (count - 1) / 2) / (count - 1),
        }
    }

    /// Where a band begins and ends, as shares (0 to 1).
    pub fn ends(&self, band: usize) -> [f64; 2] {
        let at = |band: usize| (f64::from(self.from) + f64::from(self.step) * band as f64) / f64::from(WHOLE);
        [at(band), at(band + 1)]
    }

    /// Where bands begin, and where the last ends, as shares (0 to 1).
    pub fn ticks(&self) -> Vec<f64> {
        (0..=self.count()).map(|band| self.ends(band)[0]).collect()
    }

    /// Where the first begins and the last ends, as shares (0 to 1).
    pub fn domain(&self) -> (f64, f64) {
        (self.ends(0)[0], self.ends(self.count())[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(tenths: &[u16]) -> Bands {
        Bands::over(tenths.iter().copied())
    }

    #[test]
    fn every_share_lies_in_a_band_and_there_are_no_more_than_shades() {
        for least in (0..=1000).step_by(7) {
            for most in (least..=1000).step_by(11) {
                let bands = over(&[least, most]);
                assert!((1..=MOST).contains(&bands.count()), "{least} to {most}: {bands:?}");
                for tenths in [least, most] {
                    let [from, to] = bands.ends(bands.of(tenths)).map(|share| share * 1000.0);
                    let tenths = f64::from(tenths);
                    assert!(from - 1e-9 <= tenths && tenths <= to + 1e-9 && to < 1000.1, "{tenths}: {bands:?}");
                }
            }
        }
    }

    #[test]
    fn bands_are_round_and_shades_spread_out() {
        assert_eq!(over(&[214, 1000]).ticks(), [0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(over(&[583, 702]).ticks(), [0.55, 0.6, 0.65, 0.7, 0.75]);
        assert_eq!(over(&[1000, 1000]).ticks(), [0.99, 1.0]);
        assert_eq!(over(&[0]).ticks(), [0.0, 0.01]);
        let shades = |bands: Bands| (0..bands.count()).map(|band| bands.shade(band)).collect::<Vec<_>>();
        assert_eq!(shades(over(&[0, 1000])), [0, 1, 2, 3, 4]);
        assert_eq!(shades(over(&[214, 1000])), [0, 1, 3, 4]);
        assert_eq!(shades(over(&[500, 505])), [2]);
    }
}
