//! The PERT distribution: a beta distribution between a low and a high value with a likely one.

use statrs::distribution::{Beta, ContinuousCDF};

use super::Range;

/// Steps in which the inverse of the distribution function is laid down; between them it is a straight line.
const STEPS: usize = 128;

/// A PERT distribution, ready to be drawn from.
///
/// alpha = 1 + 4 (likely - low)/(high - low), beta = 1 + 4 (high - likely)/(high - low).
/// Source: D. G. Malcolm and others, *Application of a technique for research and development program evaluation*,
/// Operations Research 1959; the form is the usual one of risk analysis (D. Vose, *Risk Analysis*, 2008).
#[derive(Debug, Clone)]
pub struct Pert {
    quantiles: Vec<f64>,
}

impl Pert {
    /// The distribution of a range. Without a spread it is the likely value alone.
    pub fn new(range: Range) -> Self {
        let (low, width) = (range.low(), range.high() - range.low());
        let at_likely = if width > 0.0 { (range.likely() - low) / width } else { 0.0 };
        let beta =
            (width > 0.0).then(|| Beta::new(1.0 + 4.0 * at_likely, 1.0 + 4.0 * (1.0 - at_likely)).ok()).flatten();
        let Some(beta) = beta else { return Self { quantiles: vec![range.likely(); 2] } };
        let quantile = |step: usize| match step {
            0 => low,
            STEPS => range.high(),
            _ => low + width * beta.inverse_cdf(step as f64 / STEPS as f64),
        };
        Self { quantiles: (0..=STEPS).map(quantile).collect() }
    }

    /// The value below which a share (0 to 1) of the distribution lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let steps = self.quantiles.len() - 1;
        let at = share * steps as f64;
        // The cast holds values out of range.
        let below = (at as usize).min(steps - 1);
        let (from, to) = (self.quantiles[below], self.quantiles[below + 1]);
        from + (to - from) * (at - below as f64)
    }
}
