//! The list of units as a person looks at it: those that fit, in an order, a page at a time.

use super::areas::{AreasResult, ListedUnit, UnitList};
use crate::model::ascending;

/// Which units are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// All of them.
    #[default]
    All,
    /// Those inside the target, also in part.
    Inside,
    /// Those outside the target, also in part.
    Outside,
}

impl Which {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::All, Self::Inside, Self::Outside];
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnitOrder {
    /// Those with the most people missed first.
    #[default]
    Missed,
    /// The most deprived first.
    Deprived,
    /// Those with the highest share in need first.
    NeedRate,
    /// Those with the most people first.
    People,
    /// By name.
    Name,
}

impl UnitOrder {
    /// In the order of the page.
    pub const ALL: [Self; 5] = [Self::Missed, Self::Deprived, Self::NeedRate, Self::People, Self::Name];
}

/// Rows of a page of the list.
pub const ROWS: usize = 20;

/// What a person looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// Words or codes that have to stand in name or code.
    pub find: String,
    /// The council, if one is chosen.
    pub council: Option<String>,
    /// Which are listed.
    pub which: Which,
    /// In which order.
    pub order: UnitOrder,
}

impl Look {
    /// The units that fit, in order.
    pub fn at(&self, list: &UnitList, result: &AreasResult) -> Vec<u32> {
        let find = self.find.trim().to_lowercase();
        let fits = |at: &u32| {
            let Some(unit) = list.units.get(*at as usize) else { return false };
            let inside = result.inside.get(*at as usize).copied().unwrap_or_default();
            let is_shown = match self.which {
                Which::All => true,
                Which::Inside => inside > 0.0,
                Which::Outside => inside < 1.0,
            };
            is_shown
                && self.council.as_ref().is_none_or(|council| *council == unit.council)
                && (find.is_empty()
                    || unit.code.to_lowercase().contains(&find)
                    || unit.name.to_lowercase().contains(&find))
        };
        // The one order that changes with the target is there already: it is looked at for each step of a slider.
        if self.order == UnitOrder::Missed {
            return result.in_order_of_missed(list).filter(fits).collect();
        }
        let mut found: Vec<u32> = (0..).zip(&list.units).map(|(at, _)| at).filter(fits).collect();
        let unit = |at: u32| list.units.get(at as usize);
        match self.order {
            // As they stand.
            UnitOrder::Deprived | UnitOrder::Missed => {}
            UnitOrder::Name => found.sort_by_cached_key(|&at| unit(at).map(|unit| unit.label().to_lowercase())),
            UnitOrder::NeedRate => sort(&mut found, |at| unit(at).map_or(0.0, ListedUnit::need_rate)),
            UnitOrder::People => sort(&mut found, |at| unit(at).map_or(0.0, |unit| unit.counts.people)),
        }
        found
    }
}

/// The largest first; of equals the one that stood first.
fn sort(found: &mut Vec<u32>, of: impl Fn(u32) -> f64) {
    let keys: Vec<f64> = found.iter().map(|&at| -of(at)).collect();
    let sorted = ascending(&keys).into_iter().filter_map(|place| found.get(place).copied()).collect();
    *found = sorted;
}

/// A page of the list: from which row on, to which, of so many; all from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The first row.
    pub from: usize,
    /// After the last row.
    pub to: usize,
    /// All rows.
    pub all: usize,
}

impl Page {
    /// The page with this number, from 0; the last where there are not so many.
    pub fn number(number: usize, all: usize) -> Self {
        let last = all.saturating_sub(1) / ROWS;
        let from = number.min(last) * ROWS;
        Self { from, to: (from + ROWS).min(all), all }
    }

    /// The number of the page on which a row stands.
    pub const fn of(row: usize) -> usize {
        row / ROWS
    }

    /// Whether a page comes before.
    pub const fn has_before(self) -> bool {
        self.from > 0
    }

    /// Whether one comes after.
    pub const fn has_next(self) -> bool {
        self.to < self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_row_once() {
        for all in [0, 1, ROWS, ROWS + 1, 5 * ROWS] {
            let pages: Vec<Page> = (0..all.div_ceil(ROWS).max(1)).map(|number| Page::number(number, all)).collect();
            assert_eq!(pages.iter().map(|page| page.to - page.from).sum::<usize>(), all);
            assert!((0..all).all(|row| (pages[Page::of(row)].from..pages[Page::of(row)].to).contains(&row)));
            assert!(!pages[0].has_before() && !pages[pages.len() - 1].has_next());
            assert_eq!(Page::number(1000, all), pages[pages.len() - 1]);
        }
    }
}
