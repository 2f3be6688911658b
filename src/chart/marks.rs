//! Round numbers for the marks of an axis.

/// Round numbers from 0 up to at most `most`, about `wanted` of them or fewer; only 0 if `most` is not above 0.
pub(super) fn round_marks(most: f64, wanted: u8) -> Vec<f64> {
    if !(most > 0.0 && most.is_finite()) {
        return vec![0.0];
    }
    let step = round_step(most / f64::from(wanted.max(1)));
    let mut marks = Vec::new();
    let mut mark = 0.0;
    while mark <= most * (1.0 + 1e-9) {
        marks.push(mark);
        mark = step * marks.len() as f64;
    }
    marks
}

/// The next 1, 2 or 5 times a power of ten that is not below a number above 0.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least {
        power /= 10.0;
    }
    [1.0, 2.0, 5.0]
        .map(|times| times * power)
        .into_iter()
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_few() {
        assert_eq!(round_marks(381.0, 4), [0.0, 100.0, 200.0, 300.0]);
        assert_eq!(round_marks(2000.0, 4), [0.0, 500.0, 1000.0, 1500.0, 2000.0]);
        assert_eq!(round_marks(208.0, 5), [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(round_marks(0.9, 4).len(), 2);
        assert_eq!(round_marks(0.0, 4), [0.0]);
        for most in [1e-6, 3.3, 99.0, 1e9] {
            assert!((2..=6).contains(&round_marks(most, 5).len()), "{most}");
        }
    }
}
