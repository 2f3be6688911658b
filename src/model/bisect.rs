//! The one root finder: a bracket halved until something has just come true.

/// Halvings of a bracket: to the last bit, even of a root that is tiny beside the bracket.
const HALVINGS: usize = 200;

/// The least number between two at which something has come true, if it stays true from there on and is true at
/// `high`.
pub(in crate::model) fn bisect(low: f64, high: f64, is_past: impl Fn(f64) -> bool) -> f64 {
    bracket((low, high), HALVINGS, is_past).1
}

/// The bracket that is left of two numbers after so many halvings, or once no number lies between them: below its end
/// something is not yet true, at its end it is. It has to be false at the first of the two and true at the second.
pub(in crate::model) fn bracket(
    (mut low, mut high): (f64, f64),
    halvings: usize,
    is_past: impl Fn(f64) -> bool,
) -> (f64, f64) {
    for _ in 0..halvings {
        let middle = (low + high) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if is_past(middle) { high = middle } else { low = middle }
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_neighbours_and_the_upper_one_is_past() {
        for root in [1e-9, 0.3, 612.34, 999.999] {
            let (low, high) = bracket((0.0, 1000.0), HALVINGS, |x| x >= root);
            assert!(low < root && high == root, "{low} {high}");
            assert_eq!(low.next_up(), high);
            assert_eq!(bisect(0.0, 1000.0, |x| x >= root), root);
        }
    }

    #[test]
    fn fewer_halvings_leave_a_wider_bracket_around_the_same_root() {
        assert_eq!(bracket((0.0, 8.0), 3, |x| x >= 2.5), (2.0, 3.0));
        assert_eq!(bracket((0.0, 8.0), 0, |x| x >= 2.5), (0.0, 8.0));
    }
}
