//! Which counts are held back in what leaves the device, so that small ones cannot be told, nor worked out from the others, not even
//! by somebody who knows this rule.
//!
//! Counts form a tree: the total, groups, and the counts of each group. What hangs below a count adds up to it. The rule is that of
//! sql/3-withhold.sql, with three differences. Nobody is a small number here, since an area where nobody is served says something of
//! those who live there. What is held back besides is chosen by a number that everybody can see. And something always is, even where
//! small counts would hide each other: so a file with a higher bound holds back all that one with a lower bound does, and both
//! together tell no more than one.

/// What is held back of counts in groups, of the totals of groups and of the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The total.
    pub total: bool,
    /// The total of each group.
    pub groups: Vec<bool>,
    /// Each count of each group.
    pub cells: Vec<Vec<bool>>,
}

impl Held {
    /// Whether anything is.
    pub fn is_any(&self) -> bool {
        self.total || self.groups.contains(&true) || self.cells.iter().flatten().any(|held| *held)
    }
}

/// A count of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// How many there are; whole, 0 or more.
    pub count: f64,
    /// What decides which counts are held back besides small ones: the lowest first. It must not come from counts of people.
    pub order: f64,
}

/// A part of a total.
#[derive(Clone, Copy)]
struct Part {
    cell: Cell,
    /// Whether it is small, or the total of small ones that could not be protected beside it.
    is_unsafe: bool,
}

/// Holds back every count below `least`, 0 too, and as many more as are needed beside a total that is told.
///
/// Beside k unsafe parts of a total that is told, parts that are not small are held back too, in order: one, and further ones until the
/// sum of all that is held back is at least k (`least` - 1) and `least` for each of these. So every unsafe part can be anything from 0
/// to `least` - 1. A total of unsafe parts alone is unsafe itself where it is one, or their sum is below `least` - 1. Below what is
/// held back everything is.
///
/// `cells` are the counts of each group. Groups without any stand for nothing.
pub fn held_back(cells: &[Vec<Cell>], least: f64) -> Held {
    let parts = |group: &Vec<Cell>| -> Vec<Part> {
        group.iter().map(|&cell| Part { cell, is_unsafe: cell.count < least }).collect()
    };
    let groups: Vec<Vec<Part>> = cells.iter().map(parts).collect();
    let filled: Vec<usize> =
        (0..groups.len()).filter(|&at| groups.get(at).is_some_and(|group| !group.is_empty())).collect();
    let totals: Vec<Part> = filled.iter().filter_map(|&at| Some(sum_of(groups.get(at)?, least))).collect();
    let total = !totals.is_empty() && sum_of(&totals, least).is_unsafe;
    let mut is_held = vec![false; groups.len()];
    for (&at, held) in filled.iter().zip(held_of(&totals, total, least)) {
        is_held[at] = held;
    }
    let of_groups = groups.iter().zip(&is_held).map(|(group, &is_held)| held_of(group, is_held, least)).collect();
    Held { total, cells: of_groups, groups: is_held }
}

/// How many parts are unsafe, their sum, and whether all are.
fn unsafe_of(parts: &[Part]) -> (f64, f64, bool) {
    let of = parts.iter().filter(|part| part.is_unsafe);
    let (number, sum) = of.fold((0_u32, 0.0), |(number, sum), part| (number + 1, sum + part.cell.count));
    (f64::from(number), sum, parts.iter().all(|part| part.is_unsafe))
}

/// The total of parts. Its place in the order is the sum of theirs.
fn sum_of(parts: &[Part], least: f64) -> Part {
    let cell = Cell {
        count: parts.iter().map(|part| part.cell.count).sum(),
        order: parts.iter().map(|part| part.cell.order).sum(),
    };
    let (number, sum, are_all) = unsafe_of(parts);
    let is_exposed = number > 0.0 && are_all && (number < 2.0 || sum < least - 1.0);
    Part { cell, is_unsafe: cell.count < least || is_exposed }
}

/// Which parts of a total are held back.
fn held_of(parts: &[Part], is_total_held: bool, least: f64) -> Vec<bool> {
    if is_total_held {
        return vec![true; parts.len()];
    }
    let (number, sum, _) = unsafe_of(parts);
    let mut held: Vec<bool> = parts.iter().map(|part| part.is_unsafe).collect();
    if number < 1.0 {
        return held;
    }
    let mut room = number * (least - 1.0) - sum;
    let mut safe: Vec<(usize, Cell)> =
        parts.iter().enumerate().filter(|(_, part)| !part.is_unsafe).map(|(at, part)| (at, part.cell)).collect();
    safe.sort_by(|(_, a), (_, b)| a.order.total_cmp(&b.order));
    let mut is_first = true;
    for (at, cell) in safe {
        if !is_first && room <= 0.0 {
            break;
        }
        held[at] = true;
        room -= cell.count - least;
        is_first = false;
    }
    held
}

/// A count to the nearest multiple of 5.
pub fn rounded(count: f64) -> f64 {
    (count / 5.0).round() * 5.0
}
