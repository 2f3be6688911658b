//! The PERT distribution: a beta distribution between a low and a high value with a likely one.

use statrs::distribution::{Beta, ContinuousCDF};

use super::Range;

/// Steps in which the inverse of the distribution function is laid down; between them it is a straight line.
const STEPS: usize = 128;
/// How often the first and the last step are halved.
const HALVINGS: u32 = 8;

/// A PERT distribution, ready to be drawn from.
///
/// alpha = 1 + 4 (likely - low)/(high - low), beta = 1 + 4 (high - likely)/(high - low).
/// Source: D. G. Malcolm and others, *Application of a technique for research and development program evaluation*,
/// Operations Research 1959; the form is the usual one of risk analysis (D. Vose, *Risk Analysis*, 2008).
#[derive(Debug, Clone)]
pub struct Pert {
    quantiles: Vec<(f64, f64)>,
}

impl Pert {
    /// The distribution of a range. Without a spread it is the likely value alone.
    pub fn new(range: Range) -> Self {
        let (low, width) = (range.low(), range.high() - range.low());
        let at_likely = if width > 0.0 { (range.likely() - low) / width } else { 0.0 };
        let beta =
            (width > 0.0).then(|| Beta::new(1.0 + 4.0 * at_likely, 1.0 + 4.0 * (1.0 - at_likely)).ok()).flatten();
        let Some(beta) = beta else { return Self { quantiles: vec![(0.0, range.likely()), (1.0, range.likely())] } };
        let quantile = |share: f64| match share {
            0.0 => low,
            1.0 => range.high(),
            _ => low + width * beta.inverse_cdf(share),
        };
        let step = 1.0 / STEPS as f64;
        // The outermost steps are halved again and again: the ends can be steep.
        let halved = (1..=HALVINGS).map(|times| step / f64::from(1u32 << times));
        let mut shares: Vec<f64> = (0..=STEPS).map(|at| at as f64 * step).collect();
        shares.extend(halved.flat_map(|share| [share, 1.0 - share]));
        shares.sort_by(f64::total_cmp);
        Self { quantiles: shares.into_iter().map(|share| (share, quantile(share))).collect() }
    }

    /// The value below which a share (0 to 1) of the distribution lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let above = self.quantiles.partition_point(|&(at, _)| at <= share).clamp(1, self.quantiles.len() - 1);
        let ((start, from), (end, to)) = (self.quantiles[above - 1], self.quantiles[above]);
        from + (to - from) * ((share - start) / (end - start))
    }
}
