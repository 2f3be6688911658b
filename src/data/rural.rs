//! Rural and urban areas: what each class of a place's areas holds, as the built-in figures keep it.
//!
//! The official classification says of each small area whether it is rural or urban ([`AreaClass`]). For each authority, and for
//! each block of one that a boundary of the NHS cuts, the areas of one class have a curve of their own on England's ranking, kept
//! like that of an authority ([`super::stand_in`]) at the ends of every whole per cent of two scales: all areas of England, and
//! England's areas of that class. So a target of a whole per cent of either is within [`super::knots::BOUND`] of what single areas
//! say, as a share of the class; national ones at multiples of 5% are exact, and both classes add up to the authority.
//!
//! Made by [`super::make_rural`]; fetched when a person asks for it.

use std::str::FromStr;

use super::figures::{AREA_PARTS, COUNT_PARTS, FiguresTable, Part, Table, block, digits, sums};
use super::listed::listed;
use super::listed_text::{DamagedFigures, number};
use super::stand_in::{STEPS, StandIn};
use super::{Block, Extent};
use crate::model::{Counts, ascending};

listed! {
    /// What the official classification calls an area, in two classes.
    pub enum AreaClass {
        /// Rural: town and fringe, villages and hamlets.
        Rural,
        /// Urban: the rest.
        Urban,
    }
}

impl AreaClass {
    /// The name in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rural => "rural",
            Self::Urban => "urban",
        }
    }
}

/// What the most deprived are the most deprived of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankedAmong {
    /// All areas of England.
    All,
    /// England's areas of the same class.
    Class,
}

/// The number of areas among the most deprived 0%, 1% and so on to 100% of a scale.
type Within = [f64; STEPS + 1];

/// England's areas of a class in the order of the ranking, as the lines of parts count them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ClassOrder {
    /// Numbers of them between which parts are counted, from none to all: at the end of every per cent of both scales, and where
    /// such an end runs through areas that tie, before and after these.
    pub ends: Vec<f64>,
    /// How many are in each per cent of all areas of England, cumulative.
    pub among_all: Within,
    /// How many are in each per cent of themselves.
    pub among_class: Within,
}

impl ClassOrder {
    /// From how many are in each per cent of all areas; `ends` where areas tie, else it follows: a single area is inside a cut as a
    /// whole or not at all, as in [`crate::model::NationalPosition`].
    pub fn new(among_all: Within, ends: Option<Vec<f64>>) -> Self {
        let total = among_all[STEPS];
        let among_class = std::array::from_fn(|percent| {
            let areas = total * (percent as f64 / STEPS as f64);
            if ends.is_some() { areas } else { (areas + RANK_TOLERANCE).floor() }
        });
        let ends = ends.unwrap_or_else(|| {
            let all: Vec<f64> = among_all.into_iter().chain(among_class).collect();
            let mut ends: Vec<f64> = ascending(&all).into_iter().map(|at| all[at]).collect();
            ends.dedup();
            ends
        });
        Self { ends, among_all, among_class }
    }

    /// What a part holds of each per cent of a scale, from what it holds up to each of the ends; areas that tie count alike.
    fn within(&self, scale: &Within, up_to_ends: &[f64]) -> Within {
        let at = |areas: f64| {
            let next = self.ends.partition_point(|&end| end < areas);
            let of = |at: usize| Some((*self.ends.get(at)?, *up_to_ends.get(at)?));
            match (next.checked_sub(1).and_then(of), of(next)) {
                (Some((from, below)), Some((to, above))) => below + (above - below) * ((areas - from) / (to - from)),
                (None, Some((_, above))) => above,
                (_, None) => up_to_ends.last().copied().unwrap_or_default(),
            }
        };
        scale.map(at)
    }
}

/// As in [`crate::model::NationalPosition`].
const RANK_TOLERANCE: f64 = 1e-6;

/// The areas of one class in an authority, or in a block of one.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassPart {
    /// The class.
    pub class: AreaClass,
    /// Whether the authority or block has areas of no other class: then its curve is that of the whole, and not kept twice.
    pub is_whole: bool,
    /// How many of them are among the most deprived of England's areas of the class.
    pub of_class: Within,
    /// Their curve on England's ranking of all areas; without knots where it is that of the whole.
    pub stand_in: StandIn,
}

impl ClassPart {
    /// What those among the most deprived `tenths` (0 to 1,000) of a per mille hold; `whole` is the curve of the whole.
    fn within(&self, among: RankedAmong, tenths: u16, whole: &StandIn) -> Counts {
        let ends = match among {
            RankedAmong::All => &self.stand_in.areas_within,
            RankedAmong::Class => &self.of_class,
        };
        let (percent, rest) = (usize::from(tenths / 10), f64::from(tenths % 10) / 10.0);
        let at = |percent: usize| ends.get(percent).copied().unwrap_or(ends[STEPS]);
        let areas = at(percent) + (at(percent + 1) - at(percent)) * rest;
        let curve = self.curve(whole);
        // Where areas tie, their number at an end that is exact was rounded.
        let exact = curve.knots.iter().find(|knot| (knot.areas - areas).abs() < SAME);
        exact.copied().unwrap_or_else(|| curve.holding(areas))
    }

    fn curve<'a>(&'a self, whole: &'a StandIn) -> &'a StandIn {
        if self.is_whole { whole } else { &self.stand_in }
    }
}

/// Areas are whole but for ties that an end runs through.
const SAME: f64 = 1e-3;

/// What the areas of a class in a place hold.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ClassHeld {
    /// All of them.
    pub total: Counts,
    /// Those in the target of England's areas.
    pub among_all: Counts,
    /// Those in the target of England's areas of the class.
    pub among_class: Counts,
}

/// The areas of a class in England.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassInEngland {
    /// How many there are.
    pub areas: f64,
    /// How many are in the target of all areas.
    pub among_all: f64,
}

/// The figures of a part of England by class. For the text see [`super::make_rural::rural_csv`].
#[derive(Debug, Clone, PartialEq)]
pub struct RuralFigures {
    /// England's number of areas of each class in the most deprived 0%, 1% and so on of its areas, by [`AreaClass::index`].
    pub of_england: [Within; AreaClass::COUNT],
    /// The parts.
    pub parts: Vec<ClassPart>,
}

impl RuralFigures {
    /// Path of a part's file below the folder of the built-in figures.
    pub fn path(table: Table, part: Part) -> String {
        table.path(part).replace(&part.code(), &format!("rural-{}", part.code()))
    }

    /// England's areas of a class, for a target of `tenths` (0 to 1,000) of a per mille of its areas.
    pub fn in_england(&self, class: AreaClass, tenths: u16) -> ClassInEngland {
        let of_england = &self.of_england[class.index()];
        let (percent, rest) = (usize::from(tenths / 10), f64::from(tenths % 10) / 10.0);
        let at = |percent: usize| of_england.get(percent).copied().unwrap_or(of_england[STEPS]);
        ClassInEngland { areas: of_england[STEPS], among_all: at(percent) + (at(percent + 1) - at(percent)) * rest }
    }
}

/// What the areas of each class in a place hold, by [`AreaClass::index`], for a target of `tenths` (0 to 1,000) of a per mille;
/// `rural` and `tables` are of the same parts of one table. `None` if they lack a part of the place.
pub fn held<'a>(
    rural: impl IntoIterator<Item = &'a RuralFigures>,
    tables: &[&FiguresTable],
    place: &Extent,
    tenths: u16,
) -> Option<[ClassHeld; AreaClass::COUNT]> {
    let find = |block: Block| tables.iter().flat_map(|table| &table.0).find(|curve| curve.block == block);
    let is_england = tables.iter().any(|table| table.is_of_england());
    let mut all = [ClassHeld::default(); AreaClass::COUNT];
    let mut found: Vec<Block> = Vec::new();
    for part in rural.into_iter().flat_map(|figures| &figures.parts) {
        let block = part.stand_in.block;
        if !is_england && !place.holds(block) {
            continue;
        }
        if found.last() != Some(&block) {
            found.push(block);
        }
        let whole = find(block)?;
        let held = &mut all[part.class.index()];
        held.total += part.curve(whole).total();
        held.among_all += part.within(RankedAmong::All, tenths, whole);
        held.among_class += part.within(RankedAmong::Class, tenths, whole);
    }
    let blocks = if is_england { 1 } else { place.blocks().len() };
    (found.len() == blocks).then_some(all)
}

/// Signs after the code of an authority or block all of whose areas are of one class.
pub(super) const WHOLLY: [(AreaClass, char); AreaClass::COUNT] = [(AreaClass::Rural, 'r'), (AreaClass::Urban, 'u')];

impl FromStr for RuralFigures {
    type Err = DamagedFigures;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut line = 0;
        let mut lines = text.lines();
        let figures = read(&mut || {
            line += 1;
            lines.next()
        });
        let figures = figures.ok_or(DamagedFigures { line })?;
        // A copy that was cut short may end between two lines, or in the last one.
        if lines.next().is_some() || !text.ends_with('\n') {
            return Err(DamagedFigures { line });
        }
        Ok(figures)
    }
}

/// Reads line after line.
fn read<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<RuralFigures> {
    let mut orders = Vec::with_capacity(AreaClass::COUNT);
    for _ in AreaClass::ALL {
        let among_all = cumulative(next()?)?.try_into().ok()?;
        let ends = next()?;
        orders.push(ClassOrder::new(among_all, if ends.is_empty() { None } else { Some(cumulative(ends)?) }));
    }
    let orders: [ClassOrder; AreaClass::COUNT] = orders.try_into().ok()?;
    let mut parts: Vec<ClassPart> = Vec::new();
    for text in next()?.split(',') {
        parts.extend(parts_of(text)?);
    }
    for part in &mut parts {
        let up_to_ends = cumulative(next()?)?;
        let order = &orders[part.class.index()];
        if up_to_ends.len() != order.ends.len() {
            return None;
        }
        part.stand_in.areas_within = order.within(&order.among_all, &up_to_ends);
        part.of_class = order.within(&order.among_class, &up_to_ends);
    }
    let set: [fn(&mut Counts, f64); 2] = [|knot, people| knot.people = people, |knot, in_need| knot.in_need = in_need];
    let mut own: Vec<&mut ClassPart> = parts.iter_mut().filter(|part| !part.is_whole).collect();
    for part in &mut own {
        let areas = cumulative(next()?)?;
        part.stand_in.knots = areas.into_iter().map(|areas| Counts { areas, ..Counts::default() }).collect();
    }
    for set in set {
        for part in &mut own {
            let all: Option<Vec<f64>> = next()?.split(',').map(number).collect();
            let all = sums(all?, COUNT_PARTS);
            if all.len() != part.stand_in.knots.len() {
                return None;
            }
            for (knot, sum) in part.stand_in.knots.iter_mut().zip(all) {
                set(knot, sum);
            }
        }
    }
    Some(RuralFigures { of_england: orders.map(|order| order.among_all), parts })
}

fn cumulative(row: &str) -> Option<Vec<f64>> {
    Some(sums(digits(row)?, AREA_PARTS))
}

/// The parts that a code stands for: both classes, or the one that its sign names.
fn parts_of(text: &str) -> Option<Vec<ClassPart>> {
    let wholly = WHOLLY.into_iter().find_map(|(class, sign)| Some((class, text.strip_suffix(sign)?)));
    let part = |class, is_whole, code| {
        let stand_in = StandIn::empty(block(code)?);
        Some(ClassPart { class, is_whole, of_class: [0.0; STEPS + 1], stand_in })
    };
    match wholly {
        Some((class, code)) => Some(vec![part(class, true, code)?]),
        None => AreaClass::ALL.into_iter().map(|class| part(class, false, text)).collect(),
    }
}
