//! Making the figures by class of area, rural and urban: aggregates of authorities, of blocks and of England, from an official
//! file and the class of each of its areas. Rounded so that both classes add up to the whole, to the last digit.

use std::collections::BTreeMap;

use super::figures::{AREA_PARTS, Part};
use super::make_blocks::{add_up, rounded};
use super::make_figures::{Column, CurveLines, columns, differences, digits, in_parts};
use super::official::OfficialFile;
use super::rural::{AreaClass, ClassOrder, WHOLLY};
use super::stand_in::STEPS;
use super::{AuthorityCode, Block, NeedMeasure, PlaceCode, RankBy};
use crate::model::{Counts, NationalPosition, ascending};

/// The areas of one class, with the place of each among England's of that class.
#[derive(Default)]
struct ClassColumn {
    column: Column,
    of_class: Vec<NationalPosition>,
}

/// One after another, by class.
type ByClass<T> = [T; AreaClass::COUNT];

/// The areas of each class, where there are any.
type Classes = ByClass<Option<ClassColumn>>;

/// The texts of one table by class of area, a part of England each. For the rural areas of England and for the urban ones a line of
/// their number in each per cent of its ranking, and one of those between the ends at which parts are counted, empty where no areas
/// tie; one of the codes of authorities or blocks, with a sign where all areas are of one class; then for each class of each a line
/// of its areas between these ends; for each of those with both classes a line of areas from knot to knot; of tenths of people; of
/// tenths of people in need.
///
/// `classes` and `sub_icbs` say of each area of the file what it is and where it lies. `None` if the file does not place every area
/// in this ranking, or the classes cannot be made to add up.
pub fn rural_csv(
    file: &OfficialFile,
    (need, rank): (NeedMeasure, RankBy),
    (classes, sub_icbs): (&[AreaClass], &[PlaceCode]),
    region: impl Fn(AuthorityCode) -> Option<u8>,
) -> Option<Vec<(Part, String)>> {
    if !file.is_all_england() || !file.has_need(need) || [classes.len(), sub_icbs.len()] != [file.areas.len(); 2] {
        return None;
    }
    let positions = of_class(file, (need, rank), classes)?;
    let split = |belongs_to: &dyn Fn(usize, AuthorityCode) -> Option<Block>| {
        split(file, (need, rank), classes, &positions, belongs_to)
    };
    let mut authorities = columns(file, need, rank, |_, authority| Some(Block::whole(authority)))?;
    for column in authorities.values_mut() {
        column.round();
    }
    let mut by_authority = split(&|_, authority| Some(Block::whole(authority)))?;
    adds_up(&authorities, &mut by_authority)?;
    let blocks = rounded(file, need, rank, sub_icbs)?;
    let mut by_block = split(&|at, authority| {
        let block = Block { authority, sub_icb: Some(*sub_icbs.get(at)?) };
        blocks.contains_key(&block).then_some(block)
    })?;
    adds_up(&blocks, &mut by_block)?;

    let england = AreaClass::ALL.map(|class| {
        let all = || by_authority.values().filter_map(|both| both[class.index()].as_ref());
        let of_class = all().flat_map(|part| part.of_class.iter().copied()).collect();
        ClassColumn { column: Column::of_all(all().map(|part| &part.column)), of_class }
    });
    let orders = england.each_ref().map(ClassColumn::order);
    let mut parts: BTreeMap<Part, Vec<(String, Classes)>> = BTreeMap::new();
    for (block, both) in by_authority {
        parts.entry(Part::Region(region(block.authority)?)).or_default().push((block.to_string(), both));
    }
    parts.insert(Part::Blocks, by_block.into_iter().map(|(block, both)| (block.to_string(), both)).collect());
    parts.insert(Part::England, vec![(Part::England.code(), england.map(Some))]);
    Some(parts.into_iter().map(|(part, all)| (part, text_of(&orders, &all))).collect())
}

/// Where each area stands among England's of its class.
fn of_class(
    file: &OfficialFile,
    (need, rank): (NeedMeasure, RankBy),
    classes: &[AreaClass],
) -> Option<Vec<NationalPosition>> {
    let positions = file.positions(need, rank);
    let mut all = vec![None; positions.len()];
    for class in AreaClass::ALL {
        let own: Vec<usize> = (0..classes.len()).filter(|&at| classes[at] == class).collect();
        let keys: Vec<f64> = own.iter().map(|&at| positions[at].0).collect();
        let of = own.len();
        let mut before = 0;
        for tied in ascending(&keys).chunk_by(|&a, &b| keys[a] == keys[b]) {
            let after = before + tied.len();
            for &at in tied {
                // As England's ranking has it: single areas by their rank, areas that tie as a stretch.
                all[own[at]] = Some(match positions[own[at]].1? {
                    NationalPosition::Rank { .. } => {
                        NationalPosition::Rank { rank: u32::try_from(after).ok()?, of: u32::try_from(of).ok()? }
                    }
                    NationalPosition::Stretch { .. } => {
                        NationalPosition::Stretch { from: before as f64 / of as f64, to: after as f64 / of as f64 }
                    }
                });
            }
            before = after;
        }
    }
    all.into_iter().collect()
}

/// The areas of each class by what each belongs to.
fn split(
    file: &OfficialFile,
    (need, rank): (NeedMeasure, RankBy),
    classes: &[AreaClass],
    positions: &[NationalPosition],
    belongs_to: &dyn Fn(usize, AuthorityCode) -> Option<Block>,
) -> Option<BTreeMap<Block, Classes>> {
    let mut all: BTreeMap<Block, Classes> = BTreeMap::new();
    let by_class =
        columns(file, need, rank, |at, authority| Some((belongs_to(at, authority)?, classes.get(at)?.index())))?;
    for ((block, class), mut column) in by_class {
        column.round();
        *all.entry(block).or_default().get_mut(class)? = Some(ClassColumn { column, of_class: Vec::new() });
    }
    // In the same order as the areas of the columns: that of the file.
    for (at, area) in file.areas.iter().enumerate() {
        let Some(block) = belongs_to(at, file.authorities[usize::from(area.authority)].code) else { continue };
        let both = all.get_mut(&block)?;
        both.get_mut(classes.get(at)?.index())?.as_mut()?.of_class.push(positions[at]);
    }
    Some(all)
}

/// Lets the classes of each add up to the whole.
fn adds_up(wholes: &BTreeMap<Block, Column>, all: &mut BTreeMap<Block, Classes>) -> Option<()> {
    for (block, both) in all {
        let mut own: Vec<&mut Column> = both.iter_mut().flatten().map(|part| &mut part.column).collect();
        add_up(wholes.get(block)?, &mut own)?;
    }
    Some(())
}

/// The number of areas of a class in each per cent of England's ranking, cumulative, as it is written.
fn within_all(column: &Column) -> [f64; STEPS + 1] {
    let mut all = [0.0; STEPS + 1];
    for (percent, within) in all.iter_mut().enumerate() {
        let cut = percent as f64 / STEPS as f64;
        let areas: f64 = column.areas.iter().map(|(_, counts, at)| counts.areas * at.share_within(cut)).sum();
        *within = (areas * AREA_PARTS).round() / AREA_PARTS;
    }
    all
}

impl ClassColumn {
    /// The order of England's areas of the class, of which this holds all.
    fn order(&self) -> ClassOrder {
        let among_all = within_all(&self.column);
        let of = self.of_class.len() as f64;
        let mut groups = Vec::new();
        for position in &self.of_class {
            if let NationalPosition::Stretch { from, to } = position {
                groups.push([from * of, to * of].map(f64::round));
            }
        }
        if groups.is_empty() {
            return ClassOrder::new(among_all, None);
        }
        let ClassOrder { among_class, .. } = ClassOrder::new(among_all, Some(Vec::new()));
        let mut ends = vec![0.0, of];
        for areas in among_all.into_iter().chain(among_class) {
            ends.extend(groups.iter().filter(|[from, to]| (*from..*to).contains(&areas)).flatten());
        }
        let mut in_order: Vec<f64> = ascending(&ends).into_iter().map(|at| ends[at]).collect();
        in_order.dedup();
        ClassOrder::new(among_all, Some(in_order))
    }

    /// The line of its areas between the ends of the order, and those of its curve.
    fn lines(&self, order: &ClassOrder) -> (String, CurveLines) {
        let of = order.among_all[STEPS];
        let of_class: Vec<f64> = self.of_class.iter().map(|position| (position.end() * of).round()).collect();
        let in_order = ascending(&of_class);
        let mut areas = in_order.iter().peekable();
        let mut held = Counts::default();
        let (mut curve, mut within) = (vec![held], Vec::new());
        for &end in &order.ends {
            while let Some(&at) = areas.next_if(|&&at| of_class[at] <= end) {
                held += self.column.areas[at].1;
            }
            within.push(in_parts(held)[0]);
            if held.areas > curve[curve.len() - 1].areas {
                curve.push(held);
            }
        }
        (digits(differences(within)), CurveLines::of(&self.column.kept(&curve)))
    }
}

fn text_of(orders: &ByClass<ClassOrder>, all: &[(String, Classes)]) -> String {
    let in_parts = |all: &[f64]| all.iter().map(|areas| (areas * AREA_PARTS).round() as u64).collect::<Vec<u64>>();
    let mut lines = Vec::new();
    for order in orders {
        lines.push(digits(differences(in_parts(&order.among_all))));
        let follow = ClassOrder::new(order.among_all, None).ends == order.ends;
        lines.push(if follow { String::new() } else { digits(differences(in_parts(&order.ends))) });
    }
    let mut codes = Vec::new();
    let mut within = Vec::new();
    let mut curves: [Vec<String>; 3] = Default::default();
    for (code, both) in all {
        let is_only = |class: AreaClass| both.iter().flatten().count() == 1 && both[class.index()].is_some();
        let wholly = WHOLLY.into_iter().find(|(class, _)| is_only(*class));
        codes.push(wholly.map_or_else(|| code.clone(), |(_, sign)| format!("{code}{sign}")));
        for (part, order) in both.iter().zip(orders) {
            let Some(part) = part else { continue };
            let (areas, CurveLines(curve)) = part.lines(order);
            within.push(areas);
            if wholly.is_none() {
                for (lines, line) in curves.iter_mut().zip(curve) {
                    lines.push(line);
                }
            }
        }
    }
    lines.push(codes.join(","));
    lines.extend(within);
    lines.extend(curves.into_iter().flatten());
    lines.join("\n") + "\n"
}
