//! Few points that stand for a whole curve: between them people and people in need run straight within a bound.
//!
//! The built-in figures cannot hold single areas. What a person reads off them is cumulative: what the most deprived part of
//! a council holds. So they keep the points ("knots") of that curve without which it would be off by more than the bound.

use crate::model::Counts;

/// How far results from the knots may be from those of single areas, as a share (0 to 1) of all people and of all people in
/// need: a quarter of a percentage point, less what rounding to tenths of a person may add.
pub const BOUND: f64 = 0.0025;

/// What rounding may add.
const ROOM: f64 = 0.0003;

/// Stretches with more points are gone through once, from the start; in shorter ones no set of fewer knots would do.
const SEARCHED: usize = 400;

/// The positions in `curve` that have to be kept, first and last included.
///
/// `curve` is cumulative: areas, people and people in need of the most deprived so many areas, from none to all, areas
/// ascending. Points at `forced` positions are kept whatever they add. Between two that are kept, each point left out is
/// within [`BOUND`] of the straight line, for a cut by areas (people and people in need against areas) and for one by people
/// (people in need against people). As both the curve and its stand-in are straight between points, that holds for every
/// cut.
pub fn knots(curve: &[Counts], forced: &[usize]) -> Vec<usize> {
    let Some(last) = curve.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![0];
    let mut from = 0;
    for stop in forced.iter().copied().chain([last]).filter(|&stop| stop > 0) {
        if stop > from {
            let straight = |a: usize, b: usize| is_straight(&curve[from + a..=from + b], curve[last]);
            let stretch =
                if stop - from <= SEARCHED { fewest(stop - from, straight) } else { greedy(stop - from, straight) };
            kept.extend(stretch.into_iter().map(|at| from + at));
            from = stop;
        }
    }
    kept
}

/// The fewest positions from 1 to `last` such that each stretch between two, and that from 0, is straight.
fn fewest(last: usize, is_straight: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    // For each position how many it takes to get there, and from where.
    let mut ways: Vec<(usize, usize)> = vec![(0, 0)];
    for end in 1..=last {
        let starts = (0..end).filter(|&start| end - start == 1 || is_straight(start, end));
        ways.push(starts.map(|start| (ways[start].0 + 1, start)).min().unwrap_or((end, end - 1)));
    }
    let mut kept = Vec::new();
    let mut at = last;
    while at > 0 {
        kept.push(at);
        at = ways[at].1;
    }
    kept.reverse();
    kept
}

/// The same, each as far on as can be; not always the fewest.
fn greedy(last: usize, is_straight: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut from = 0;
    while from < last {
        from = (from + 2..=last).take_while(|&end| is_straight(from, end)).last().unwrap_or(from + 1);
        kept.push(from);
    }
    kept
}

/// Whether all points lie near enough to the line from the first to the last.
fn is_straight(points: &[Counts], total: Counts) -> bool {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return true };
    let span = last - first;
    let (most_people, most_in_need) = ((BOUND - ROOM) * total.people, (BOUND - ROOM) * total.in_need);
    points.iter().all(|&point| {
        let off = |part: f64| point - (first + span * part);
        let by_areas = off(part((point - first).areas, span.areas));
        let by_people = off(part((point - first).people, span.people));
        by_areas.people.abs() <= most_people
            && by_areas.in_need.abs() <= most_in_need
            && by_people.in_need.abs() <= most_in_need
    })
}

fn part(done: f64, all: f64) -> f64 {
    if all > 0.0 { done / all } else { 0.0 }
}
