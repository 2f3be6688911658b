//! The people missed by class of area, rural and urban, and the same target ranked within each class.
//!
//! Both targets are of England's areas, whatever scale the rest of the view has in use: of all of them, or of its rural and of its
//! urban ones by themselves. How a local target splits is not known, as the figures by class follow England's rankings alone.

use std::sync::Arc;

use serde::Serialize;

use super::missed::interpolates;
use crate::data::figures::FiguresTable;
use crate::data::rural::{AreaClass, ClassHeld, ClassInEngland, RuralFigures, held};
use crate::data::{Extent, Resolution};
use crate::model::{Counts, Share};
use crate::scenario::{CutKind, Scenario};

/// The built-in figures that a place is split by.
#[derive(Debug, Clone)]
pub struct RuralIn {
    /// Those by class, of the parts of the place.
    pub figures: Vec<Arc<RuralFigures>>,
    /// Those of all classes, of the same parts.
    pub tables: Vec<Arc<FiguresTable>>,
    /// The place.
    pub extent: Extent,
}

/// What a target holds of the people of one class of areas.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ClassTarget {
    /// Number of areas.
    pub areas: f64,
    /// Number of people.
    pub people: f64,
    /// Number of people in need: those reached.
    pub in_need: f64,
    /// Number of people in need of the class who are missed.
    pub in_need_missed: f64,
    /// Reached / in need of the class (0 to 1); `None` if nobody of it is in need.
    pub coverage: Option<f64>,
    /// 1 - coverage.
    pub exclusion_error: Option<f64>,
    /// Of all whom the target misses, the share (0 to 1) who live in areas of the class; `None` if it misses nobody.
    pub missed_share: Option<f64>,
}

/// The people of one class of areas.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ClassSplit {
    /// Number of areas.
    pub areas: f64,
    /// Number of people.
    pub people: f64,
    /// Number of people in need.
    pub in_need: f64,
    /// Of all people in need, the share (0 to 1) who live in areas of the class.
    pub need_share: f64,
    /// Number of areas of the class in England.
    pub areas_in_england: f64,
    /// How many of those are in the target of all England's areas.
    pub areas_in_england_targeted: f64,
    /// The target of all England's areas.
    pub national: ClassTarget,
    /// The target of England's areas of the class.
    pub within: ClassTarget,
}

/// What a target holds of all people of the place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BothClasses {
    /// Number of areas.
    pub areas: f64,
    /// Number of people.
    pub people: f64,
    /// Share of people (0 to 1).
    pub people_share: f64,
    /// Number of people in need: those reached.
    pub in_need: f64,
    /// Number of people in need who are missed.
    pub in_need_missed: f64,
    /// Reached / in need (0 to 1).
    pub coverage: f64,
    /// 1 - coverage.
    pub exclusion_error: f64,
}

/// A place split by class of area, for the share of the target.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RuralSplit {
    /// Its rural areas.
    pub rural: ClassSplit,
    /// Its urban areas.
    pub urban: ClassSplit,
    /// The target of all England's areas.
    pub national: BothClasses,
    /// The target ranked within each class: of England's rural areas, and of its urban areas.
    pub within: BothClasses,
    /// Whether numbers of the first are estimates.
    pub national_is_approximate: bool,
    /// Whether numbers of the second are.
    pub within_is_approximate: bool,
}

impl RuralSplit {
    /// Works the scenario out; `None` if the figures lack a part of the place.
    pub fn new(scenario: &Scenario, input: &RuralIn) -> Option<Self> {
        let tenths = scenario.share.tenths();
        let figures = || input.figures.iter().map(|figures| &**figures);
        let tables: Vec<&FiguresTable> = input.tables.iter().map(|table| &**table).collect();
        let [rural, urban] = held(figures(), &tables, &input.extent, tenths)?;
        let total = rural.total + urban.total;
        let first = figures().next()?;
        let split = |class: AreaClass, own: &ClassHeld, other: &ClassHeld| {
            let ClassInEngland { areas, among_all } = first.in_england(class, tenths);
            ClassSplit {
                areas: own.total.areas,
                people: own.total.people,
                in_need: own.total.in_need,
                need_share: Share::of(own.total.in_need, total.in_need).get(),
                areas_in_england: areas,
                areas_in_england_targeted: among_all,
                national: class_target((own.total, own.among_all), missed(other.total, other.among_all)),
                within: class_target((own.total, own.among_class), missed(other.total, other.among_class)),
            }
        };
        let share = Share::of(f64::from(tenths), 1000.0);
        Some(Self {
            rural: split(AreaClass::Rural, &rural, &urban),
            urban: split(AreaClass::Urban, &urban, &rural),
            national: both(total, rural.among_all + urban.among_all),
            within: both(total, rural.among_class + urban.among_class),
            national_is_approximate: interpolates(Resolution::Bands, CutKind::National, share),
            within_is_approximate: share > Share::NONE && share < Share::ALL,
        })
    }

    /// Each class of areas.
    pub const fn classes(&self) -> [(AreaClass, &ClassSplit); AreaClass::COUNT] {
        [(AreaClass::Rural, &self.rural), (AreaClass::Urban, &self.urban)]
    }

    /// The only class that the place has areas of, where it has no areas of the other.
    pub fn only(&self) -> Option<AreaClass> {
        match (self.rural.areas > 0.0, self.urban.areas > 0.0) {
            (true, false) => Some(AreaClass::Rural),
            (false, true) => Some(AreaClass::Urban),
            (true, true) | (false, false) => None,
        }
    }
}

fn missed(total: Counts, held: Counts) -> f64 {
    (total.in_need - held.in_need).max(0.0)
}

fn class_target((total, held): (Counts, Counts), missed_elsewhere: f64) -> ClassTarget {
    let missed = missed(total, held);
    let all_missed = missed + missed_elsewhere;
    let coverage = (total.in_need > 0.0).then(|| Share::of(held.in_need, total.in_need).get());
    ClassTarget {
        areas: held.areas,
        people: held.people,
        in_need: held.in_need,
        in_need_missed: missed,
        coverage,
        exclusion_error: coverage.map(|coverage| 1.0 - coverage),
        missed_share: (all_missed > 0.0).then(|| Share::of(missed, all_missed).get()),
    }
}

fn both(total: Counts, held: Counts) -> BothClasses {
    let coverage = Share::of(held.in_need, total.in_need).get();
    BothClasses {
        areas: held.areas,
        people: held.people,
        people_share: Share::of(held.people, total.people).get(),
        in_need: held.in_need,
        in_need_missed: missed(total, held),
        coverage,
        exclusion_error: 1.0 - coverage,
    }
}
