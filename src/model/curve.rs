//! The concentration curve: cumulative need against cumulative areas and people, most deprived first.

use thiserror::Error;

use super::{Basis, Counts, Cut, CutScale, Margin, NationalPosition, Share, Unit, ascending};

/// Why no curve can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CurveError {
    /// There are no people in the units.
    #[error("there are no people in these units")]
    NoPeople,
    /// Nobody in the units is in need, so no share of need can be missed.
    #[error("nobody in these units is in need")]
    NobodyInNeed,
    /// A count is negative or not finite, or more people are in need than there are.
    #[error("a unit has counts that cannot be true")]
    ImpossibleUnit,
    /// The national positions do not rise with the deprivation order.
    #[error("national positions do not follow the order of the units")]
    NationalOrder,
    /// A national cut was asked of units without national positions.
    #[error("these units have no position in a national ranking")]
    NoNationalPosition,
}

/// Where one band ends the next begins, but for rounding.
const SAME_PLACE: f64 = 1e-9;

/// One segment of the curve: all units of equal rank.
#[derive(Debug, Clone, Copy)]
struct Segment {
    /// The order of its units.
    order: f64,
    /// All that is more deprived.
    before: Counts,
    /// The segment itself.
    size: Counts,
    national: Option<NationalPosition>,
}

impl Segment {
    fn up_to(&self, fraction: f64) -> Counts {
        self.before + self.size * fraction
    }
}

/// Where a target ends: units before it are inside, units after it outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The order of the units at which it ends.
    pub order: f64,
    /// The share (0 to 1) of those units that is inside.
    pub share: f64,
}

impl Edge {
    /// A target without units.
    pub const NOTHING: Self = Self { order: f64::NEG_INFINITY, share: 0.0 };
    /// A target of all units.
    pub const EVERYTHING: Self = Self { order: f64::INFINITY, share: 1.0 };

    /// The share (0 to 1) of a unit with this order that is inside.
    pub fn share_of(self, order: f64) -> f64 {
        if order < self.order {
            1.0
        } else if order > self.order {
            0.0
        } else {
            self.share
        }
    }
}

/// A point on the concentration curve. All values are shares (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurvePoint {
    /// Position on the scale of the cut.
    pub position: f64,
    /// Cumulative share of people.
    pub people: f64,
    /// Cumulative share of people in need.
    pub in_need: f64,
}

/// Prefix sums over units, most deprived first. Built once per (data, place, need, rank); any cut is then O(log n).
#[derive(Debug, Clone)]
pub struct Curve {
    segments: Vec<Segment>,
    total: Counts,
    has_national: bool,
    /// Whether units are groups of areas, whose order within them is not known, so that all count alike.
    has_groups: bool,
}

impl Curve {
    /// Sorts the units by deprivation, most deprived first, and joins those of equal order into one segment.
    ///
    /// # Errors
    /// [`CurveError`] if a unit cannot be true, nobody lives in the units, nobody is in need, or national positions
    /// contradict the order.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Result<Self, CurveError> {
        let units: Vec<Unit> = units.into_iter().collect();
        Self::check(&units)?;
        let keys: Vec<f64> = units.iter().map(|unit| unit.order).collect();
        let in_order = ascending(&keys);

        let mut segments: Vec<Segment> = Vec::with_capacity(units.len());
        let mut before = Counts::default();
        for same_rank in in_order.chunk_by(|&a, &b| keys[a] == keys[b]) {
            let size = same_rank.iter().fold(Counts::default(), |sum, &unit| sum + units[unit].counts);
            let national = units[same_rank[0]].national;
            if same_rank.iter().any(|&unit| units[unit].national != national) {
                return Err(CurveError::NationalOrder);
            }
            segments.push(Segment { order: keys[same_rank[0]], before, size, national });
            before += size;
        }

        let positions = || segments.iter().filter_map(|segment| segment.national);
        let has_national = segments.iter().all(|segment| segment.national.is_some());
        let is_in_order = positions().zip(positions().skip(1)).all(|(a, b)| a.end() <= b.cut_taking(0.0) + SAME_PLACE);
        if !(has_national || positions().next().is_none()) || !is_in_order {
            return Err(CurveError::NationalOrder);
        }
        Ok(Self { segments, total: before, has_national, has_groups: false })
    }

    /// Whether units without national positions make a curve, which is known sooner than the curve.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn check(units: &[Unit]) -> Result<(), CurveError> {
        let (mut has_people, mut has_need) = (false, false);
        for unit in units {
            if !unit.is_valid() {
                return Err(CurveError::ImpossibleUnit);
            }
            has_people |= unit.counts.people > 0.0;
            has_need |= unit.counts.in_need > 0.0;
        }
        if !has_people {
            return Err(CurveError::NoPeople);
        }
        if !has_need {
            return Err(CurveError::NobodyInNeed);
        }
        Ok(())
    }

    /// The same for units that are groups of areas: a target of whole areas takes whole areas of a group, not all of it.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of_groups(units: impl IntoIterator<Item = Unit>) -> Result<Self, CurveError> {
        Ok(Self { has_groups: true, ..Self::new(units)? })
    }

    /// Areas, people and people in need of the whole place.
    pub fn total(&self) -> Counts {
        self.total
    }

    /// Whether a national cut can be asked for.
    pub fn has_national(&self) -> bool {
        self.has_national
    }

    /// What the target holds: everything up to the cut.
    ///
    /// # Errors
    /// [`CurveError::NoNationalPosition`] for a national cut of units that have no national position.
    pub fn within(&self, cut: Cut) -> Result<Counts, CurveError> {
        match cut.scale {
            CutScale::National => self.within_national(cut.share.get()),
            CutScale::Local { basis, margin } => Ok(self.within_local(cut.share.get(), basis, margin)),
        }
    }

    /// The smallest share (0 to 1) of a scale at which all units of an order are inside; `None` where no unit has that order or no place
    /// on the scale.
    pub fn share_taking(&self, order: f64, scale: CutScale) -> Option<f64> {
        let at = self.segments.partition_point(|segment| segment.order < order);
        let segment = self.segments.get(at).filter(|segment| segment.order == order)?;
        match scale {
            CutScale::National => segment.national.map(NationalPosition::end),
            CutScale::Local { basis, .. } => {
                let of = |held: Counts| if basis == Basis::Areas { held.areas } else { held.people };
                Some(of(segment.up_to(1.0)) / of(self.total))
            }
        }
    }

    /// Where the target ends in the order of the units. Units that are groups of areas are never taken whole.
    ///
    /// # Errors
    /// As for [`Self::within`].
    pub fn edge(&self, cut: Cut) -> Result<Edge, CurveError> {
        let marginal = match cut.scale {
            CutScale::National => self.marginal_national(cut.share.get())?,
            CutScale::Local { basis, margin } => self.marginal_local(cut.share.get(), basis, margin),
        };
        Ok(marginal.map_or(Edge::EVERYTHING, |(segment, share)| Edge { order: segment.order, share }))
    }

    /// The segment at which a national target ends and the share of it inside; `None` where it takes all.
    fn marginal_national(&self, cut: f64) -> Result<Option<(&Segment, f64)>, CurveError> {
        if !self.has_national {
            return Err(CurveError::NoNationalPosition);
        }
        let share_within = |s: &Segment| s.national.map_or(0.0, |position| position.share_within(cut));
        let marginal = self.segments.partition_point(|s| share_within(s) >= 1.0);
        Ok(self.segments.get(marginal).map(|s| (s, share_within(s))))
    }

    fn within_national(&self, cut: f64) -> Result<Counts, CurveError> {
        Ok(self.marginal_national(cut)?.map_or(self.total, |(segment, share)| segment.up_to(share)))
    }

    fn within_local(&self, share: f64, basis: Basis, margin: Margin) -> Counts {
        if share < 1.0 && margin == Margin::Whole && self.has_groups {
            return self.whole_areas(self.within_local(share, basis, Margin::Split));
        }
        self.marginal_local(share, basis, margin).map_or(self.total, |(segment, share)| segment.up_to(share))
    }

    /// The same for a local target.
    fn marginal_local(&self, share: f64, basis: Basis, margin: Margin) -> Option<(&Segment, f64)> {
        if share >= 1.0 {
            return None;
        }
        let size = |counts: Counts| on(basis, counts);
        let cut = share * size(self.total);
        // A running share within rounding of the cut has reached it.
        let reached = cut * (1.0 - 1e-12);
        let marginal = self.segments.partition_point(|s| size(s.before) + size(s.size) < reached);
        let segment = self.segments.get(marginal)?;
        let fraction = match margin {
            Margin::Split => Share::of(cut - size(segment.before), size(segment.size)).get(),
            Margin::Whole => f64::from(u8::from(size(segment.before) < reached)),
        };
        Some((segment, fraction))
    }

    /// What the first so many areas hold, a part of one taken whole: within a group every area counts as much as another.
    fn whole_areas(&self, held: Counts) -> Counts {
        let areas = (held.areas * (1.0 - 1e-12)).ceil();
        self.within_local(Share::of(areas, self.total.areas).get(), Basis::Areas, Margin::Split)
    }

    /// The least of the place, most deprived first, that holds `need` people in need, as (position on the scale,
    /// what it holds). Position is a share (0 to 1).
    pub(super) fn reaching(&self, need: f64, scale: CutScale) -> Result<(f64, Counts), CurveError> {
        if scale == CutScale::National && !self.has_national {
            return Err(CurveError::NoNationalPosition);
        }
        if need <= 0.0 {
            return Ok((0.0, Counts::default()));
        }
        let enough = need * (1.0 - 1e-12);
        let marginal = self.segments.partition_point(|s| s.before.in_need + s.size.in_need < enough);
        let Some(segment) = self.segments.get(marginal) else { return Ok((1.0, self.total)) };
        let part = Share::of(need - segment.before.in_need, segment.size.in_need).get();
        Ok(match (scale, segment.national) {
            (CutScale::National, Some(position)) => {
                let cut = position.cut_taking(part);
                (cut, segment.up_to(position.share_within(cut)))
            }
            (CutScale::Local { basis, margin }, _) => {
                let held = match margin {
                    Margin::Split => segment.up_to(part),
                    Margin::Whole if self.has_groups => self.whole_areas(segment.up_to(part)),
                    Margin::Whole => segment.up_to(1.0),
                };
                (Share::of(on(basis, held), on(basis, self.total)).get(), held)
            }
            (CutScale::National, None) => return Err(CurveError::NoNationalPosition),
        })
    }

    /// The curve's corner points on a scale, from (0, 0) to (1, 1).
    ///
    /// # Errors
    /// [`CurveError::NoNationalPosition`] on the national scale for units that have no national position.
    pub fn points(&self, scale: CutScale) -> Result<Vec<CurvePoint>, CurveError> {
        if scale == CutScale::National && !self.has_national {
            return Err(CurveError::NoNationalPosition);
        }
        let total = self.total;
        let shares = |position: f64, held: Counts| CurvePoint {
            position,
            people: Share::of(held.people, total.people).get(),
            in_need: Share::of(held.in_need, total.in_need).get(),
        };
        let mut points = Vec::with_capacity(self.segments.len() + 2);
        points.push(shares(0.0, Counts::default()));
        for segment in &self.segments {
            let held = segment.up_to(1.0);
            let position = match (scale, segment.national) {
                (CutScale::Local { basis, .. }, _) => Share::of(on(basis, held), on(basis, total)).get(),
                (CutScale::National, position) => {
                    // Between two areas of the place the nation goes on, but the place gains nobody: a flat step.
                    let start = position.map_or(0.0, |p| p.cut_taking(0.0));
                    points.push(shares(start, segment.before));
                    position.map_or(0.0, NationalPosition::end)
                }
            };
            points.push(shares(position, held));
        }
        points.push(shares(1.0, total));
        Ok(points)
    }
}

fn on(basis: Basis, counts: Counts) -> f64 {
    match basis {
        Basis::Areas => counts.areas,
        Basis::People => counts.people,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_group_whole_areas_are_taken_or_a_part_of_one() {
        let group = Counts { areas: 10.0, people: 1000.0, in_need: 200.0 };
        let curve = Curve::of_groups([Unit { counts: group, order: 1.0, national: None }]).unwrap();
        let taken = |margin| {
            let scale = CutScale::Local { basis: Basis::Areas, margin };
            curve.within(Cut { scale, share: Share::of(1.0, 4.0) }).unwrap()
        };
        assert_eq!(taken(Margin::Split), group * 0.25);
        assert_eq!(taken(Margin::Whole), group * 0.3);
    }

    #[test]
    fn of_ten_areas_a_cut_between_two_takes_a_part_of_one_and_a_cut_at_an_end_none_of_the_next() {
        let counts = Counts { areas: 1.0, people: 100.0, in_need: 20.0 };
        let areas = (0..10).map(|at| Unit { counts, order: f64::from(at), national: None });
        let curve = Curve::new(areas).unwrap();
        let taken = |share: f64, margin| {
            let scale = CutScale::Local { basis: Basis::Areas, margin };
            curve.within(Cut { scale, share: Share::of(share, 1.0) }).unwrap().areas
        };
        assert_eq!([0.0, 0.25, 0.5].map(|share| taken(share, Margin::Split)), [0.0, 2.5, 5.0]);
        assert_eq!([0.0, 0.25, 0.5].map(|share| taken(share, Margin::Whole)), [0.0, 3.0, 5.0]);
    }

    #[test]
    fn of_a_group_a_cut_at_the_end_of_an_area_takes_none_of_the_next() {
        let counts = Counts { areas: 10.0, people: 1000.0, in_need: 200.0 };
        let curve = Curve::of_groups([Unit { counts, order: 1.0, national: None }]).unwrap();
        let scale = CutScale::Local { basis: Basis::Areas, margin: Margin::Whole };
        assert_eq!(curve.within(Cut { scale, share: Share::of(1.0, 2.0) }).unwrap(), counts * 0.5);
    }

    #[test]
    fn units_without_people_are_told_from_units_without_need() {
        let of = |people| Unit { counts: Counts { areas: 1.0, people, in_need: 0.0 }, order: 1.0, national: None };
        assert_eq!(Curve::check(&[of(0.0)]), Err(CurveError::NoPeople));
        assert_eq!(Curve::check(&[of(0.0), of(10.0)]), Err(CurveError::NobodyInNeed));
    }
}
