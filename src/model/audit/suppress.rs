//! Which counts are held back in what leaves the device, so that small ones cannot be told, nor worked out from the others.

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

/// Holds back every count below `least` (0 too), and as many more as are needed so that what is held back cannot be worked out from
/// sums: among the counts that make up a total that is told there are none held back, or at least two that come to `least` or more
/// together. So each of them can still be anything from 0 to `least`. Those added are the smallest of the rest.
///
/// `cells` are the counts of each group. Groups without any stand for nothing.
pub fn held_back(cells: &[Vec<f64>], least: f64) -> Held {
    let sums: Vec<f64> = cells.iter().map(|group| group.iter().sum()).collect();
    let mut held = Held {
        total: sums.iter().sum::<f64>() < least,
        groups: sums.iter().zip(cells).map(|(&sum, group)| sum < least && !group.is_empty()).collect(),
        cells: cells.iter().map(|group| group.iter().map(|&count| count < least).collect()).collect(),
    };
    for (at, group) in cells.iter().enumerate() {
        if !hold_more(group, &mut held.cells[at], least) {
            // All counts of the group are held back and still do not hide each other.
            held.groups[at] = true;
        }
    }
    hold_groups(cells, &sums, &mut held, least);
    held
}

/// Whether counts that are held back hide each other where their sum is known.
fn is_hidden(counts: impl Iterator<Item = f64>, least: f64) -> bool {
    let (number, sum) = counts.fold((0_u32, 0.0), |(number, sum), count| (number + 1, sum + count));
    number == 0 || number >= 2 && sum >= least
}

/// Holds back the smallest counts until those held back hide each other; says whether they do.
fn hold_more(counts: &[f64], held: &mut [bool], least: f64) -> bool {
    loop {
        let chosen = counts.iter().zip(&*held).filter(|(_, held)| **held).map(|(count, _)| *count);
        if is_hidden(chosen, least) {
            return true;
        }
        match smallest(counts, held) {
            Some(at) => held[at] = true,
            None => return false,
        }
    }
}

/// The smallest count that is not held back; the first of equals.
fn smallest(counts: &[f64], held: &[bool]) -> Option<usize> {
    let open = counts.iter().zip(held).enumerate().filter(|(_, (_, held))| !**held);
    open.min_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b)).map(|(at, _)| at)
}

/// Holds back further totals of groups until those held back, and the counts behind them, hide each other.
fn hold_groups(cells: &[Vec<f64>], sums: &[f64], held: &mut Held, least: f64) {
    if !held.groups.contains(&true) && !held.total {
        return;
    }
    loop {
        // The total of a group that is held back is not to be had as the sum of its counts.
        for (at, group) in cells.iter().enumerate() {
            if held.groups[at]
                && !held.cells[at].contains(&true)
                && let Some(smallest) = smallest(group, &held.cells[at])
            {
                held.cells[at][smallest] = true;
            }
        }
        let groups = held.groups.iter().filter(|held| **held).count();
        let behind = cells.iter().enumerate().filter(|(at, _)| held.groups[*at]).flat_map(|(at, group)| {
            group.iter().zip(&held.cells[at]).filter(|(_, held)| **held).map(|(count, _)| *count)
        });
        if !held.total && groups >= 2 && is_hidden(behind, least) {
            return;
        }
        let open: Vec<bool> = held.groups.iter().zip(cells).map(|(held, group)| *held || group.is_empty()).collect();
        match smallest(sums, &open) {
            Some(at) => held.groups[at] = true,
            // All totals of groups are held back: then one more count, and at last the total.
            None if held.total => return,
            None => held.total = !hold_one(cells, held),
        }
    }
}

/// Holds back the smallest count that is not; says whether there was one.
fn hold_one(cells: &[Vec<f64>], held: &mut Held) -> bool {
    let open = cells.iter().enumerate().flat_map(|(group, counts)| {
        let open = counts.iter().enumerate().filter(|(at, _)| !held.cells[group][*at]);
        open.map(move |(at, count)| (group, at, *count)).collect::<Vec<_>>()
    });
    match open.min_by(|(.., a), (.., b)| a.total_cmp(b)) {
        Some((group, at, _)) => {
            held.cells[group][at] = true;
            true
        }
        None => false,
    }
}

/// A count to the nearest multiple of 5.
pub fn rounded(count: f64) -> f64 {
    (count / 5.0).round() * 5.0
}
