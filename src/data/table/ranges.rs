//! Groups of deprivation as the per cent that they reach from and to: “0-10% (most deprived)”, “10-20% most deprived”.

use super::group::{End, GroupCell, Groups};

/// Takes a range out of the words of a cell: two numbers that rise, the last with a per cent sign.
pub fn take(words: &mut Vec<String>) -> Option<(u32, u32)> {
    let is_percent = |at: usize| words.get(at).is_some_and(|word| matches!(word.as_str(), "%" | "percent"));
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).filter(|&number| number <= 100);
    let found = (0..words.len()).find_map(|at| {
        let from = number(at)?;
        let mut next = at + 1;
        while is_percent(next) || words.get(next).is_some_and(|word| word == "to") {
            next += 1;
        }
        let to = number(next).filter(|&to| to > from)?;
        is_percent(next + 1).then_some((at, next + 1, from, to))
    });
    let (first, last, from, to) = found?;
    words.drain(first..=last);
    Some((from, to))
}

/// Places of groups from the most deprived, some of which are ranges; `None` where they contradict each other.
pub fn groups(cells: &[Option<GroupCell>]) -> Option<Groups> {
    let mut kinds: Vec<GroupCell> = Vec::new();
    for group in cells.iter().flatten() {
        if !kinds.contains(group) {
            kinds.push(*group);
        }
    }
    let votes = |from_most: bool| kinds.iter().filter(|group| vote(group) == Some(from_most)).count();
    let (most, least) = (votes(true), votes(false));
    let place = |group: GroupCell| -> Option<f64> {
        let place = match (group.range, group.place) {
            // Where ranges are counted from both ends each says from which.
            (Some((_, to)), Some((End::Least, _))) if most > 0 && least > 0 => 100 - to,
            (Some((from, _)), Some((End::Most, _))) if most > 0 && least > 0 => from,
            (Some(_), None) if most > 0 && least > 0 => return None,
            (Some((_, to)), _) if least > 0 => 100 - to,
            (Some((from, _)), _) => from,
            (None, Some((End::Most, _))) => 0,
            (None, Some((End::Least, _))) => 100,
            (None, None) => return None,
        };
        Some(f64::from(place))
    };
    let mut places: Vec<f64> = kinds.iter().map(|&group| place(group)).collect::<Option<_>>()?;
    places.sort_by(f64::total_cmp);
    if places.windows(2).any(|pair| pair.first() == pair.last()) {
        return None;
    }
    let rank = |place: f64| places.partition_point(|&other| other < place) as f64 + 1.0;
    let numbers = cells.iter().map(|cell| cell.and_then(place).map(rank)).collect();
    Some(Groups { numbers, lowest_is_most: Some(true), is_guess: most + least == 0 })
}

/// Whether a range says that it is counted from the most deprived (`true`) or from the least.
fn vote(group: &GroupCell) -> Option<bool> {
    let ((from, to), (end, _)) = group.range.zip(group.place)?;
    match (from, to) {
        (0, 100) => None,
        (0, _) => Some(end == End::Most),
        (_, 100) => Some(end == End::Least),
        _ => Some(end == End::Most),
    }
}
