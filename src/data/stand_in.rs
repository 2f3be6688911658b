//! A council's curve as the built-in figures keep it, and the sum of several as units for the model.

use super::Block;
use crate::model::{Counts, NationalPosition, Unit, ascending, bounded};

/// Steps of the national ranking whose numbers of areas are kept: one a per cent.
pub const STEPS: usize = 100;

/// What stands in for the curve of the areas of one authority, or of a part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StandIn {
    /// The authority, or the part of it.
    pub block: Block,
    /// Sum over areas of squared need per person: what [`crate::model::between_area_share`] needs to know of them.
    pub squared_need: f64,
    /// The number of its areas among the most deprived 0%, 1% and so on to 100% of the nation's.
    pub areas_within: [f64; STEPS + 1],
    /// What its most deprived so many areas hold in all, from none to all: the points kept by [`super::knots::knots`]. Straight
    /// between them.
    pub knots: Vec<Counts>,
}

/// A place on the national ranking (0 to 1), and what is more deprived than that.
type Step = (f64, Counts);

/// Numbers between knots are rounded to so many parts of one, so that sums of them are exact and whole numbers stay whole.
const PARTS: f64 = (1_u32 << 20) as f64;

impl StandIn {
    /// One of which nothing is known yet.
    pub(super) fn empty(block: Block) -> Self {
        Self { block, squared_need: 0.0, areas_within: [0.0; STEPS + 1], knots: Vec::new() }
    }

    /// All of the authority.
    pub fn total(&self) -> Counts {
        self.knots.last().copied().unwrap_or_default()
    }

    /// What its most deprived `areas` (0 up to all) hold.
    pub fn holding(&self, areas: f64) -> Counts {
        let next = self.knots.partition_point(|knot| knot.areas < areas);
        if next == 0 { self.knots.first().copied().unwrap_or_default() } else { self.at_areas(areas, next) }
    }

    /// Its curve over the national ranking: at each per cent, and at each knot between as if its areas there were spread
    /// evenly.
    fn steps(&self) -> Vec<Step> {
        let mut steps = vec![(0.0, Counts::default())];
        let mut next = 1;
        for (step, ends) in (1_u32..).zip(self.areas_within.windows(2)) {
            let (from, to) = (ends[0], ends[1]);
            while self.knots.get(next).is_some_and(|knot| knot.areas < to) {
                let part = (self.knots[next].areas - from) / (to - from);
                if part > 0.0 {
                    steps.push(((f64::from(step - 1) + part) / STEPS as f64, self.knots[next]));
                }
                next += 1;
            }
            steps.push((f64::from(step) / STEPS as f64, self.at_areas(to, next)));
        }
        steps
    }

    /// What the most deprived `areas` hold; `next` is the first knot with at least as many.
    fn at_areas(&self, areas: f64, next: usize) -> Counts {
        let Some(&above) = self.knots.get(next) else { return self.total() };
        let below = self.knots[next - 1];
        if areas == above.areas {
            above
        } else {
            between(below, above, (areas - below.areas) / (above.areas - below.areas))
        }
    }
}

fn between(below: Counts, above: Counts, part: f64) -> Counts {
    let exact = |value: f64| (value * PARTS).round() / PARTS;
    let Counts { areas, people, in_need } = below + (above - below) * part;
    Counts { areas: exact(areas), people: exact(people), in_need: exact(in_need) }
}

/// The units of all these authorities together, most deprived first: one for each stretch of the national ranking on which all
/// their curves are straight.
pub fn units<'a>(curves: impl IntoIterator<Item = &'a StandIn>) -> Vec<Unit> {
    let curves: Vec<Vec<Step>> = curves.into_iter().map(StandIn::steps).collect();
    let all: Vec<f64> = curves.iter().flatten().map(|&(at, _)| at).collect();
    let mut places = vec![1; curves.len()];
    let mut before: Step = (0.0, Counts::default());
    let mut units = Vec::with_capacity(all.len());
    for end in ascending(&all).into_iter().map(|at| all[at]) {
        if end <= before.0 {
            continue;
        }
        let mut held = Counts::default();
        for (curve, place) in curves.iter().zip(&mut places) {
            while curve[*place].0 < end {
                *place += 1;
            }
            let ((from, below), (to, above)) = (curve[*place - 1], curve[*place]);
            held += if to == end { above } else { between(below, above, (end - from) / (to - from)) };
        }
        let mut counts = held - before.1;
        // Where nobody or everybody is in need, rounding may leave less than none or more than all.
        counts.people = counts.people.max(0.0);
        counts.in_need = bounded(counts.in_need, 0.0, counts.people);
        if counts.areas > 0.0 {
            let national = NationalPosition::Stretch { from: before.0, to: end };
            units.push(Unit { counts, order: units.len() as f64, national: Some(national) });
        }
        before = (end, held);
    }
    units
}
