//! Which outline is whose: the property that holds the codes of units is found by what it holds.

use std::collections::HashMap;

use thiserror::Error;

use super::Outlines;
use crate::model::Plane;
use crate::model::shapes::Shapes;
use crate::pace::Pace;

/// Examples that a person is shown.
const EXAMPLES: usize = 3;

/// A unit that an outline is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Its code; may be empty.
    pub code: &'a str,
    /// Its name; may be empty.
    pub name: &'a str,
}

/// Outlines of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// The shape of each unit, in their order; bare where the file has none.
    pub shapes: Shapes,
    /// Where they are drawn.
    pub plane: Plane,
    /// The property that tells whose they are.
    pub property: String,
    /// How many units have an outline.
    pub found: usize,
}

/// No property of the file names the units.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no property of the outlines matches: {theirs:?} against {ours:?}")]
pub struct NoMatch {
    /// A few texts of the outlines, most like codes first; none where they have no properties.
    pub theirs: Vec<String>,
    /// A few codes or names of the units.
    pub ours: Vec<String>,
}

/// A text as it is compared: letters and figures alone, in capitals.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The unit of each text that belongs to one alone.
fn of_one<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, Option<u32>> {
    let mut found = HashMap::new();
    for (at, text) in texts.enumerate() {
        let text = plain(text);
        if !text.is_empty() {
            let unit = u32::try_from(at).ok();
            found.entry(text).and_modify(|one| *one = None).or_insert(unit);
        }
    }
    found
}

impl Outlines {
    /// The outlines of units, by the property whose values are the codes of most of them; if none is, by names.
    ///
    /// # Errors
    /// [`NoMatch`] where no unit has an outline.
    pub async fn matched(&self, units: &[Wanted<'_>], pace: &Pace) -> Result<Matched, NoMatch> {
        for named in [of_one(units.iter().map(|unit| unit.code)), of_one(units.iter().map(|unit| unit.name))] {
            if let Some((column, rows)) = self.best(&named, units.len(), pace).await {
                return Ok(self.put_together(column, &rows, units.len()));
            }
        }
        let ours = units.iter().map(|unit| if unit.code.is_empty() { unit.name } else { unit.code });
        Err(NoMatch {
            theirs: self.examples(),
            ours: ours.filter(|text| !text.is_empty()).take(EXAMPLES).map(str::to_owned).collect(),
        })
    }

    /// The property that names most units, with the unit of each feature; `None` where none does.
    async fn best(
        &self,
        named: &HashMap<String, Option<u32>>,
        units: usize,
        pace: &Pace,
    ) -> Option<(usize, Vec<Option<u32>>)> {
        let mut best = None;
        let mut most = 0;
        for column in 0..self.columns.columns.len() {
            let mut rows = Vec::with_capacity(self.shapes.len());
            let mut seen = vec![false; units];
            for row in 0..self.shapes.len() {
                let unit = named.get(&plain(self.columns.get(column, row))).copied().flatten();
                if let Some(seen) =
                    unit.filter(|_| !self.shapes.is_bare(row)).and_then(|unit| seen.get_mut(unit as usize))
                {
                    *seen = true;
                }
                rows.push(unit);
                pace.step(row, self.shapes.len(), 0.0, 1.0).await;
            }
            let found = seen.into_iter().filter(|&seen| seen).count();
            if found > most {
                most = found;
                best = Some((column, rows));
            }
        }
        best
    }

    /// The shapes in the order of units, of all features that name one.
    fn put_together(&self, column: usize, rows: &[Option<u32>], units: usize) -> Matched {
        let mut features: Vec<(u32, usize)> =
            rows.iter().enumerate().filter_map(|(row, unit)| Some(((*unit)?, row))).collect();
        features.sort_unstable();
        let mut features = features.into_iter().peekable();
        let mut shapes = Shapes::default();
        for unit in 0..units {
            while let Some((_, row)) = features.next_if(|(of, _)| *of as usize == unit) {
                shapes.take(&self.shapes, row);
            }
            shapes.end_shape();
        }
        let found = (0..units).filter(|&unit| !shapes.is_bare(unit)).count();
        Matched { shapes, plane: self.plane, property: self.columns.columns[column].name.clone(), found }
    }

    /// Texts of the first feature, codes before others: what has figures and letters.
    fn examples(&self) -> Vec<String> {
        let of_first = |column| self.columns.get(column, 0).to_owned();
        let mut texts: Vec<String> = (0..self.columns.columns.len()).map(of_first).collect();
        texts.retain(|text| !text.is_empty());
        let has = |text: &str, is: fn(char) -> bool| text.chars().any(is);
        texts.sort_by_key(|text| !(has(text, |sign| sign.is_ascii_digit()) && has(text, char::is_alphabetic)));
        texts.truncate(EXAMPLES);
        texts
    }
}
