//! What can be targeted as a whole, and how many people that is.

use std::ops::{Add, AddAssign, Mul, Sub};

use super::bounded;

/// Areas, people and people in need. Counts may be fractional: need is a rate times a population, and a cut may
/// run through the middle of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Number of areas (0 or more): 1 for a single area, more for a band of them.
    pub areas: f64,
    /// Number of people (0 or more).
    pub people: f64,
    /// Number of people in need (0 up to `people`).
    pub in_need: f64,
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            areas: self.areas + other.areas,
            people: self.people + other.people,
            in_need: self.in_need + other.in_need,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Counts {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Counts {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self { areas: self.areas * factor, people: self.people * factor, in_need: self.in_need * factor }
    }
}

/// Where a unit stands among all units of the nation, most deprived first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NationalPosition {
    /// A single area with an official rank: it is inside a national cut as a whole or not at all.
    Rank {
        /// The official rank, 1 for the most deprived.
        rank: u32,
        /// How many areas the nation has.
        of: u32,
    },
    /// A stretch of the ranking (a band, or areas that tie): it is inside a cut with the part of it below the cut.
    Stretch {
        /// Share of the nation's areas that are more deprived than the stretch.
        from: f64,
        /// Share of the nation's areas up to the end of the stretch; above `from`.
        to: f64,
    },
}

/// Ranks are whole numbers, so half of this is far from any of them, while a cut such as 0.6, which has no exact
/// binary form, still lands on the whole number that a person means by it.
const RANK_TOLERANCE: f64 = 1e-6;

impl NationalPosition {
    /// The share of the unit (0 to 1) that lies within the most deprived `cut` (0 to 1) of the nation's areas.
    ///
    /// A single area counts if its official rank is at most `cut` times the number of areas, so that 0.2 is the
    /// official most deprived fifth.
    pub fn share_within(self, cut: f64) -> f64 {
        match self {
            Self::Rank { rank, of } => {
                let inside = f64::from(rank) <= cut * f64::from(of) + RANK_TOLERANCE;
                f64::from(u8::from(inside))
            }
            Self::Stretch { from, to } => bounded((cut - from) / (to - from), 0.0, 1.0),
        }
    }

    /// The share of the nation's areas (0 to 1) up to and including this unit.
    pub fn end(self) -> f64 {
        match self {
            Self::Rank { rank, of } => f64::from(rank) / f64::from(of),
            Self::Stretch { to, .. } => to,
        }
    }

    /// The cut (0 to 1) at which the first `fraction` (0 to 1) of the unit is inside.
    pub fn cut_taking(self, fraction: f64) -> f64 {
        match self {
            Self::Rank { .. } => self.end(),
            Self::Stretch { from, to } => from + fraction * (to - from),
        }
    }
}

/// More areas or people than any nation has; sums of such numbers are still exact enough and finite.
const MOST: f64 = 1e12;

/// What can be targeted as a whole: a small area, a school, or a band of areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Areas, people and people in need.
    pub counts: Counts,
    /// Deprivation order: lower is more deprived, equal values are one segment. Any finite number.
    pub order: f64,
    /// Place in the national ranking, if there is one.
    pub national: Option<NationalPosition>,
}

impl Unit {
    /// Whether the counts and the order are numbers that can be true of a unit.
    pub fn is_valid(&self) -> bool {
        let Counts { areas, people, in_need } = self.counts;
        let position_is_valid = match self.national {
            None => true,
            Some(NationalPosition::Rank { rank, of }) => rank >= 1 && rank <= of,
            Some(NationalPosition::Stretch { from, to }) => from >= 0.0 && from < to && to <= 1.0 + 1e-12,
        };
        (0.0..=MOST).contains(&areas)
            && (0.0..=MOST).contains(&people)
            && (0.0..=people).contains(&in_need)
            && self.order.is_finite()
            && position_is_valid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the memory of a million is held against (benches/web/report.mjs).
    #[test]
    fn a_unit_takes_56_bytes() {
        assert_eq!(size_of::<Unit>(), 56);
    }

    #[test]
    fn what_cannot_be_true_of_a_unit_is_told() {
        let (counts, stretch) =
            (Counts { areas: 1.0, people: 100.0, in_need: 30.0 }, |from, to| NationalPosition::Stretch { from, to });
        let is_valid = |counts, order, national| Unit { counts, order, national }.is_valid();
        assert!(is_valid(counts, -3.0, None));
        for impossible in [
            Counts { areas: -1.0, ..counts },
            Counts { areas: f64::NAN, ..counts },
            Counts { people: -1.0, in_need: 0.0, ..counts },
            Counts { people: f64::INFINITY, ..counts },
            Counts { in_need: 100.5, ..counts },
            Counts { in_need: -0.5, ..counts },
        ] {
            assert!(!is_valid(impossible, 1.0, None), "{impossible:?}");
        }
        assert!(!is_valid(counts, f64::INFINITY, None) && !is_valid(counts, f64::NAN, None));
        for (rank, of, expect) in [(1, 10, true), (10, 10, true), (0, 10, false), (11, 10, false)] {
            assert_eq!(is_valid(counts, 1.0, Some(NationalPosition::Rank { rank, of })), expect, "{rank} of {of}");
        }
        for (from, to, expect) in [
            (0.0, 0.2, true),
            (0.8, 1.0, true),
            (-0.1, 0.2, false),
            (0.2, 0.2, false),
            (0.3, 0.2, false),
            (0.8, 1.1, false),
        ] {
            assert_eq!(is_valid(counts, 1.0, Some(stretch(from, to))), expect, "{from} to {to}");
        }
    }

    #[test]
    fn counts_are_added_each_to_its_own() {
        let (one, other) =
            (Counts { areas: 3.0, people: 500.0, in_need: 70.0 }, Counts { areas: 4.0, people: 25.0, in_need: 2.0 });
        assert_eq!(one + other, Counts { areas: 7.0, people: 525.0, in_need: 72.0 });
        assert_eq!((one + other) - other, one);
    }

    #[test]
    fn an_area_at_the_very_cut_is_inside_though_the_cut_has_no_exact_form() {
        // 0.29 x 100 is a little below 29 in binary numbers.
        let at = |rank| NationalPosition::Rank { rank, of: 100 };
        assert_eq!((at(29).share_within(0.29), at(30).share_within(0.29)), (1.0, 0.0));
        assert_eq!((at(25).end(), at(25).cut_taking(0.5)), (0.25, 0.25));
    }

    #[test]
    fn a_stretch_is_inside_with_the_part_of_it_below_the_cut() {
        let stretch = NationalPosition::Stretch { from: 0.25, to: 0.75 };
        assert_eq!([0.1, 0.25, 0.375, 0.75, 0.9].map(|cut| stretch.share_within(cut)), [0.0, 0.0, 0.25, 1.0, 1.0]);
        assert_eq!([0.0, 0.25, 1.0].map(|part| stretch.cut_taking(part)), [0.25, 0.375, 0.75]);
        assert_eq!(stretch.end(), 0.75);
    }
}
