//! Which end of the deprivation column is the most deprived.

use serde::{Deserialize, Serialize};

use super::column::Look;
use super::heading::Heading;
use super::indices;
use super::meaning::{self, DeprivationKind};

/// Which end of a column is the most deprived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The highest number.
    High,
    /// The lowest number.
    Low,
}

impl Direction {
    /// Its name in links and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
        }
    }

    const fn of(is_high: bool) -> Self {
        if is_high { Self::High } else { Self::Low }
    }
}

/// How it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DirectionBy {
    /// The person said so.
    Told,
    /// The heading says so.
    Heading,
    /// The groups say so in words.
    Words,
    /// It is a score of deprivation, or a rank of an index, whose direction is fixed.
    Kind,
    /// Another column of the table says so by how it runs; its heading.
    Beside(String),
    /// It is the usual one of such a column, which the table does not confirm.
    Guess,
}

/// What the table says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This.
    Known(Direction, DirectionBy),
    /// Nothing.
    Open,
    /// Two things: the heading or the kind of column says one, another column the other.
    Contradicted(String),
}

/// Finds the direction of a column.
pub fn find(looks: &[Look], column: usize, kind: DeprivationKind, in_words: Option<bool>) -> Found {
    let Some(look) = looks.get(column) else { return Found::Open };
    let said = said(&look.heading, look).map(|direction| (direction, DirectionBy::Heading));
    let said = said.or_else(|| in_words.map(|lowest| (Direction::of(!lowest), DirectionBy::Words)));
    let own = said.or_else(|| by_kind(&look.heading, kind).map(|direction| (direction, DirectionBy::Kind)));
    let beside = beside(looks, column);
    match (own, beside) {
        (Some((direction, _)), Some((other, heading))) if direction != other => Found::Contradicted(heading),
        (Some((direction, by)), _) => Found::Known(direction, by),
        (None, Some((direction, heading))) => Found::Known(direction, DirectionBy::Beside(heading)),
        (None, None) if is_turned(&look.heading) => Found::Open,
        (None, None) => match kind {
            // The most deprived area has the highest rank where ranks are averaged.
            // Source: Ministry of Housing, Communities and Local Government, *The English Indices of Deprivation 2019:
            // Research report*, chapter 3.8.
            DeprivationKind::AverageRank => Found::Known(Direction::High, DirectionBy::Guess),
            DeprivationKind::Score => Found::Known(Direction::High, DirectionBy::Guess),
            DeprivationKind::Rank => Found::Known(Direction::Low, DirectionBy::Guess),
            DeprivationKind::Group | DeprivationKind::Words | DeprivationKind::Unknown => Found::Open,
        },
    }
}

/// Whether a heading says that numbers run another way than those of deprivation do.
fn is_turned(heading: &Heading) -> bool {
    heading.has_any_beginning(&["affluen", "advantage", "prosper", "wealth", "invert", "revers"])
}

/// A score of deprivation is high, and the rank of an index low, where people are deprived.
fn by_kind(heading: &Heading, kind: DeprivationKind) -> Option<Direction> {
    // Pupils are eligible where their parents have little.
    let is_meals = heading.has("eligible") && heading.has_any(&["free school", "fsm"]);
    if !(indices::names_deprivation(heading) || is_meals) || is_turned(heading) {
        return None;
    }
    match kind {
        DeprivationKind::Score => Some(Direction::High),
        DeprivationKind::Rank => Some(Direction::Low),
        DeprivationKind::AverageRank | DeprivationKind::Group | DeprivationKind::Words | DeprivationKind::Unknown => {
            None
        }
    }
}

/// How a column runs beside one whose direction is fixed, and the heading of that one.
fn beside(looks: &[Look], column: usize) -> Option<(Direction, String)> {
    let look = looks.get(column)?;
    let index_of = |heading: &Heading| {
        ["simd", "wimd", "nimdm", "imd", "idaci", "idaopi"].into_iter().find(|index| heading.has_beginning(index))
    };
    let mut best: Option<(f64, Direction, String)> = None;
    for (other, at) in looks.iter().zip(0..) {
        if at == column || !other.is_numeric() {
            continue;
        }
        let (fit, kind) = meaning::deprivation(other);
        // A domain runs with the whole in most areas only; it says nothing for sure.
        let is_whole = fit.is_some_and(|points| points >= 60);
        let Some(fixed) = said(&other.heading, other).or_else(|| by_kind(&other.heading, kind)) else { continue };
        if !is_whole
            || (index_of(&other.heading).is_some()
                && index_of(&look.heading).is_some()
                && index_of(&other.heading) != index_of(&look.heading))
        {
            continue;
        }
        let runs = correlation(&look.values, &other.values)?;
        if runs.abs() >= 0.6 && best.as_ref().is_none_or(|(most, ..)| runs.abs() > *most) {
            let is_high = (runs > 0.0) == (fixed == Direction::High);
            best = Some((runs.abs(), Direction::of(is_high), other.heading.words().collect::<Vec<_>>().join(" ")));
        }
    }
    best.map(|(_, direction, heading)| (direction, heading))
}

/// Pearson's correlation of two columns over the rows that have both; `None` with fewer than three.
fn correlation(a: &[Option<f64>], b: &[Option<f64>]) -> Option<f64> {
    let both: Vec<(f64, f64)> = a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    if both.len() < 3 {
        return Some(0.0);
    }
    let count = both.len() as f64;
    let (mean_a, mean_b) = both.iter().fold((0.0, 0.0), |sum, both| (sum.0 + both.0 / count, sum.1 + both.1 / count));
    let (mut up, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (a, b) in both {
        up += (a - mean_a) * (b - mean_b);
        of_a += (a - mean_a) * (a - mean_a);
        of_b += (b - mean_b) * (b - mean_b);
    }
    let size = (of_a * of_b).sqrt();
    Some(if size > 0.0 { up / size } else { 0.0 })
}

/// What a heading says of its direction: “5 = most deprived”, “where 1 is most deprived”, “high = deprived”.
fn said(heading: &Heading, look: &Look) -> Option<Direction> {
    let words: Vec<&str> = heading.words().collect();
    let end_of = |word: &str| match word {
        "most" | "more" | "worst" => Some(true),
        "least" | "less" | "best" => Some(false),
        _ => None,
    };
    let is_joint = |word: &str| {
        matches!(
            word,
            "is" | "are"
                | "being"
                | "equals"
                | "means"
                | "the"
                | "score"
                | "scores"
                | "rank"
                | "number"
                | "numbers"
                | "values"
                | "value"
                | "q"
                | "d"
        )
    };
    // Skips what stands between the two.
    let end_after = |from: usize| words.iter().skip(from).find(|word| !is_joint(word)).and_then(|word| end_of(word));
    let (least, most) = look.range.or(look.groups).unwrap_or((1.0, 1.0));
    let of_number = |number: f64, is_most: bool| {
        let (to_low, to_high) = ((number - least).abs(), (number - most).abs());
        // Rows of one group alone: a number beyond it is its end.
        let is_beyond = number != least && least == most;
        let is_high = if is_beyond { number > most } else { to_high < to_low };
        (is_beyond || to_low != to_high).then(|| Direction::of(is_high == is_most))
    };
    // “1-5 (most to least)”: the lowest number is the first.
    for (at, word) in words.iter().enumerate() {
        let rest: Vec<&str> = words.iter().skip(at + 1).copied().filter(|word| *word != "deprived").collect();
        if let (Some(is_most), ["to", other, ..]) = (end_of(word), rest.as_slice())
            && end_of(other) == Some(!is_most)
        {
            return Some(Direction::of(!is_most));
        }
    }
    for (at, word) in words.iter().enumerate() {
        let number = word.parse::<u32>().ok().filter(|number| *number <= 100_000 && !(2000..=2040).contains(number));
        if let (Some(number), Some(is_most)) = (number, end_after(at + 1)) {
            // “1 is most deprived 10%”, but not “10 most”, of a list.
            return of_number(f64::from(number), is_most);
        }
        let is_high = match *word {
            "high" | "higher" | "highest" | "larger" | "bigger" => Some(true),
            "low" | "lower" | "lowest" | "smaller" => Some(false),
            _ => None,
        };
        if let (Some(is_high), Some(is_most)) =
            (is_high, end_after(at + 1).or_else(|| (words.get(at + 1) == Some(&"deprived")).then_some(true)))
        {
            return Some(Direction::of(is_high == is_most));
        }
    }
    // “Most deprived = 1”.
    for (at, word) in words.iter().enumerate() {
        let Some(is_most) = end_of(word) else { continue };
        let rest: Vec<&str> = words
            .iter()
            .skip(at + 1)
            .copied()
            .filter(|word| !matches!(*word, "deprived" | "is" | "equals" | "first"))
            .collect();
        if let Some(number) = rest.first().and_then(|number| number.parse::<u32>().ok())
            && rest.get(1) != Some(&"%")
        {
            return of_number(f64::from(number), is_most);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_heading_says_of_its_direction() {
        let look = |heading: &str| Look { heading: Heading::new(heading), range: Some((1.0, 5.0)), ..Look::none() };
        for (heading, direction) in [
            ("Deprivation quintile (5 = most deprived)", Some(Direction::High)),
            ("IMD quintile (Q1 most deprived)", Some(Direction::Low)),
            ("IMD Decile (where 1 is most deprived 10% of LSOAs)", Some(Direction::Low)),
            ("Quintile (1=least deprived)", Some(Direction::High)),
            ("Quintile 1 (most) to 5 (least)", Some(Direction::Low)),
            ("Quintile, most deprived = 5", Some(Direction::High)),
            ("Quintile 1-5 (least to most)", Some(Direction::High)),
            ("Score (higher = more deprived)", Some(Direction::High)),
            ("Score, high is less deprived", Some(Direction::Low)),
            ("IMD quintile", None),
            ("IMD 2019 quintile", None),
        ] {
            let look = look(heading);
            assert_eq!(said(&look.heading, &look), direction, "{heading}");
        }
        let one = |heading: &str| Look { heading: Heading::new(heading), range: Some((3.0, 3.0)), ..Look::none() };
        for (heading, direction) in [("1 = most deprived", Direction::Low), ("10 = most deprived", Direction::High)] {
            let look = one(heading);
            assert_eq!(said(&look.heading, &look), Some(direction), "{heading}");
        }
    }
}
