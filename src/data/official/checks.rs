//! What the rows of one edition cannot say together: an area twice, areas of another census, ranks that contradict each
//! other. No list of areas is needed for it.
//!
//! Official ranks are given as follows, which holds for every column of ranks in both editions (`tests/official_files.rs`):
//! 1 is the highest score; areas with one score share a rank, and as many ranks are left out after it. So the 2019 ranks of
//! overall deprivation have 26 pairs of areas on one rank, and none of them is wrong.

use super::columns::Columns;
use super::{Area, Column, ImportError};
use crate::data::{Edition, NeedMeasure};
use crate::model::ascending;
use crate::pace::Pace;

/// Rates of areas that share a rank are the same. In copies whose rates were worked out again from rounded counts they
/// differ by up to 0.006, those of areas from two editions mostly by more than this.
const SAME_RATE: f64 = 0.01;

/// Numbers in the codes and lines of areas, in the order of the file.
pub type Lines = [(u32, u64)];

/// The code of an area.
fn code(number: u32) -> String {
    format!("E01{number:06}")
}

/// Each area stands in the file once.
pub fn no_area_twice(lines: &Lines) -> Result<(), ImportError> {
    let numbers: Vec<f64> = lines.iter().map(|&(number, _)| f64::from(number)).collect();
    match ascending(&numbers).windows(2).find(|pair| numbers[pair[0]] == numbers[pair[1]]) {
        None => Ok(()),
        Some(pair) => {
            let ((number, first), (_, second)) = (lines[pair[0]], lines[pair[1]]);
            Err(ImportError::RepeatedArea { code: code(number), first, second })
        }
    }
}

/// No area has a code past the last one of the edition. `is_all` says whether the file was read to its end.
pub fn no_other_census(edition: Edition, lines: &Lines, is_all: bool) -> Result<(), ImportError> {
    let mut others = lines.iter().filter(|&&(number, _)| number > edition.spec().last_area);
    match others.next() {
        None => Ok(()),
        Some(&(number, line)) => Err(ImportError::AreaOfAnotherYear {
            code: code(number),
            line,
            of: Edition::of_area(number),
            areas: 1 + others.count(),
            is_all,
            edition,
        }),
    }
}

/// The ranks of a file with what they are held against.
pub struct Ranks<'a> {
    /// The areas.
    pub areas: &'a [Area],
    /// The score of each by which the index ranks it, where the file has it.
    pub scores: &'a [Option<f64>],
    /// The line of each.
    pub lines: &'a Lines,
    /// The headers.
    pub columns: &'a Columns,
    /// Whether every area of England is there.
    pub is_all_england: bool,
}

impl Ranks<'_> {
    /// The ranks of the index, and those of each need, can all be of one edition.
    ///
    /// # Errors
    /// [`ImportError::RepeatedRank`] or [`ImportError::RankAgainstScore`].
    pub async fn check(&self, pace: &Pace) -> Result<(), ImportError> {
        let imd: Vec<Option<u32>> = self.areas.iter().map(|area| Some(area.imd_rank)).collect();
        let order = ordered(&imd);
        let score = |area: usize| self.scores.get(area).copied().flatten();
        let differ = |a, b| score(a).zip(score(b)).is_some_and(|(a, b)| a != b);
        self.no_rank_twice(Column::ImdRank, &order, &differ)?;
        self.no_rank_against_score(&order, &score)?;
        for need in NeedMeasure::ALL {
            pace.done(1.0).await;
            let value = |area: &Area| area.needs[need.index()];
            let ranks: Vec<Option<u32>> = self.areas.iter().map(|area| value(area)?.rank).collect();
            let rate = |area: usize| self.areas.get(area).and_then(value).map(|value| value.rate);
            let differ = |a, b| rate(a).zip(rate(b)).is_some_and(|(a, b)| (a - b).abs() > SAME_RATE);
            self.no_rank_twice(Column::Rank(need), &ordered(&ranks), &differ)?;
        }
        pace.done(1.0).await;
        Ok(())
    }

    /// Areas share a rank only if they do not differ and the ranks after it are left out.
    fn no_rank_twice(
        &self,
        column: Column,
        order: &[(u32, usize)],
        differ: &dyn Fn(usize, usize) -> bool,
    ) -> Result<(), ImportError> {
        // Where every area has a rank, a rank is one more than the number of areas before it.
        let is_complete = self.is_all_england && order.len() == self.areas.len();
        let (mut first, mut last_out_of_place, mut ranks) = (None, None, 0);
        let mut before = 0;
        for tied in order.chunk_by(|a, b| a.0 == b.0) {
            let after = before + tied.len();
            if let [(rank, one), (_, another), ..] = *tied {
                let (place, next) = (rank as usize, order.get(after));
                let next_is_left_out = next.is_none_or(|&(next, _)| next as usize >= place + tied.len());
                if !next_is_left_out || tied.windows(2).any(|pair| differ(pair[0].1, pair[1].1)) {
                    first = first.or(Some((rank, one, another)));
                    ranks += 1;
                } else if is_complete && place != before + 1 {
                    last_out_of_place = Some((rank, one, another));
                }
            }
            before = after;
        }
        // A rank that was changed into a later one puts those between out of their place, up to the one that it repeats.
        let Some((rank, one, another)) = first.or(last_out_of_place) else { return Ok(()) };
        Err(ImportError::RepeatedRank {
            column,
            header: self.columns.header(column).to_owned(),
            rank,
            first: self.line(one),
            second: self.line(another),
            ranks: ranks.max(1),
        })
    }

    /// Along the ranks of the index, scores fall.
    fn no_rank_against_score(
        &self,
        order: &[(u32, usize)],
        score: &dyn Fn(usize) -> Option<f64>,
    ) -> Result<(), ImportError> {
        let scored: Vec<(u32, usize, f64)> =
            order.iter().filter_map(|&(rank, area)| Some((rank, area, score(area)?))).collect();
        let mut against = scored.windows(2).filter(|pair| pair[1].2 > pair[0].2);
        match against.next() {
            Some(&[(other_rank, other, _), (rank, area, _)]) => Err(ImportError::RankAgainstScore {
                line: self.line(area),
                rank,
                other: self.line(other),
                other_rank,
                pairs: 1 + against.count(),
            }),
            _ => Ok(()),
        }
    }

    fn line(&self, area: usize) -> u64 {
        self.lines.get(area).map_or(0, |&(_, line)| line)
    }
}

/// Ranks with their areas, from the first rank on, those of one rank in the order of the file.
fn ordered(ranks: &[Option<u32>]) -> Vec<(u32, usize)> {
    let ranked: Vec<(u32, usize)> =
        ranks.iter().enumerate().filter_map(|(area, rank)| Some(((*rank)?, area))).collect();
    let keys: Vec<f64> = ranked.iter().map(|&(rank, _)| f64::from(rank)).collect();
    ascending(&keys).into_iter().map(|at| ranked[at]).collect()
}
