//! What a room guessed, held against the answer.

use std::cmp::Ordering;

use super::bounded;

/// How near a guess must come to count as near: 5 percentage points.
pub const NEAR: f64 = 0.05;

/// The guess in the middle: as many are lower as are higher. With an even number of guesses the mean of the middle two;
/// `None` without any.
pub fn median(guesses: &[f64]) -> Option<f64> {
    let mut sorted = guesses.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(half)) {
        (1, Some(&middle)) => Some(middle),
        (_, Some(&above)) => Some((sorted[half - 1] + above) / 2.0),
        (_, None) => None,
    }
}

/// How many shares (0 to 1) lie no further than [`NEAR`] from the answer, both rounded to a tenth of a per cent as they
/// are shown: who guesses 35.5% where the page says 30.5% is near.
pub fn near(guesses: &[f64], answer: f64) -> usize {
    let shown = |share: f64| (share * 1000.0).round();
    guesses.iter().filter(|&&guess| (shown(guess) - shown(answer)).abs() <= shown(NEAR)).count()
}

/// Cards that a room without phones holds up, each for a quarter of the scale.
pub const CARDS: usize = 4;

/// The card, from 0, that a share (0 to 1) belongs to, rounded to a tenth of a per cent as it is shown: a quarter begins with
/// its lower end.
pub fn card(share: f64) -> usize {
    let tenths = bounded((share * 1000.0).round(), 0.0, 1000.0) as usize;
    (tenths * CARDS / 1000).min(CARDS - 1)
}

/// How a guess stands against the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// It is the answer.
    Same,
    /// It is no further than [`NEAR`] from it.
    Near,
    /// It is further above it.
    Over,
    /// It is further below it.
    Under,
}

/// Holds a guess against the answer, both shares from 0 to 1 as they are shown.
pub fn against(guess: f64, answer: f64) -> Against {
    match guess.total_cmp(&answer) {
        Ordering::Equal => Against::Same,
        _ if near(&[guess], answer) > 0 => Against::Near,
        Ordering::Greater => Against::Over,
        Ordering::Less => Against::Under,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_held_against_the_answer() {
        let all = [
            (0.3, Against::Same),
            (0.35, Against::Near),
            (0.25, Against::Near),
            (0.36, Against::Over),
            (0.24, Against::Under),
        ];
        for (guess, expected) in all {
            assert_eq!(against(guess, 0.3), expected, "{guess}");
        }
    }

    #[test]
    fn the_middle_guess_has_as_many_below_as_above() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[0.3]), Some(0.3));
        assert_eq!(median(&[0.9, 0.1, 0.4]), Some(0.4));
        assert_eq!(median(&[0.75, 0.25, 1.0, 0.5]), Some(0.625));
    }

    #[test]
    fn a_share_belongs_to_one_card_as_it_is_shown() {
        let cards = [0.0, 0.2494, 0.2496, 0.25, 0.4999, 0.5, 0.7494, 0.75, 1.0].map(card);
        assert_eq!(cards, [0, 0, 1, 1, 2, 2, 2, 3, 3]);
    }

    #[test]
    fn near_is_within_five_points_of_the_answer_as_it_is_shown() {
        let answer = 0.304_6;
        assert_eq!(near(&[0.255, 0.305, 0.355], answer), 3);
        assert_eq!(near(&[0.254, 0.356, 0.0, 1.0], answer), 0);
        assert_eq!(near(&[], answer), 0);
    }
}
