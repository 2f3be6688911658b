//! Rows as units to measure.

use super::{Column, Columns, OwnRowsError, OwnTable, Trouble};
use crate::decimal;
use crate::model::gap::{Limits, Stratum};

/// A unit: an area, a group, a practice. What is missing is `None`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnUnit {
    /// The line of the text on which it stands first, from 1.
    pub line: u64,
    /// Its name; empty if it has none.
    pub name: String,
    /// Its value as given; a per cent sign divides by 100.
    pub value: Option<f64>,
    /// Number of events (0 or more).
    pub events: Option<f64>,
    /// Out of how many people (0 or more).
    pub denominator: Option<f64>,
    /// Number of events expected (0 or more).
    pub expected: Option<f64>,
    /// Its age groups; empty for a unit without, and for one in which an age group lacks a number.
    pub strata: Vec<Stratum>,
    /// How many people it stands for (0 or more).
    pub people: Option<f64>,
    /// Deprivation score or rank.
    pub deprivation: Option<f64>,
    /// 95% limits of the value as given.
    pub limits: Option<Limits>,
}

/// Rows ready to be measured.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRows {
    /// Which column holds what.
    pub columns: Columns,
    /// The units, in the order of the text.
    pub units: Vec<OwnUnit>,
    /// The heading of what is measured.
    pub heading: String,
    /// Whether values were given in per cent.
    pub has_percent: bool,
    /// Whether the heading of the deprivation column says that it holds a rank or the number of a group.
    pub is_ranked: bool,
    /// Whether units are made of age groups.
    pub has_ages: bool,
}

/// Numbers past this, either way, are refused, as they are by the model.
const MOST: f64 = 1e12;
/// Characters of a cell that a message repeats.
const MOST_QUOTED: usize = 30;
/// What stands for a number that is not there.
const MISSING: [&str; 12] = ["", "-", "–", "—", ".", "..", "*", "n/a", "na", "null", "none", "x"];

/// The numbers of one line.
struct Numbers {
    line: u64,
    cells: [Option<f64>; Column::ALL.len()],
}

impl Numbers {
    fn get(&self, column: Column) -> Option<f64> {
        let place = Column::ALL.iter().position(|&other| other == column);
        place.and_then(|place| self.cells[place])
    }
}

impl OwnRows {
    /// Reads the numbers of a table.
    ///
    /// # Errors
    /// [`OwnRowsError`] if a column is missing or a cell cannot be used.
    pub fn new(table: &OwnTable, columns: Columns) -> Result<Self, OwnRowsError> {
        let has = |column: Column| columns.of(column).is_some();
        if !has(Column::Deprivation) {
            return Err(OwnRowsError::NoColumn(Column::Deprivation));
        }
        let has_counts =
            has(Column::Events) && (has(Column::Denominator) || has(Column::People) || has(Column::Expected));
        if !(has(Column::Value) || has_counts) {
            return Err(OwnRowsError::NoColumn(Column::Value));
        }
        let has_ages = has(Column::Age) && has(Column::Standard) && has_counts;
        let reader = Reader { table, columns };
        let mut units: Vec<OwnUnit> = Vec::new();
        let mut places: Vec<(String, usize)> = Vec::new();
        let mut incomplete: Vec<bool> = Vec::new();
        let mut has_percent = false;
        for (line, cells) in &table.lines {
            let numbers = reader.numbers(*line, cells)?;
            let name = columns.of(Column::Name).map(|place| cells[place].clone()).unwrap_or_default();
            has_percent |= columns.of(Column::Value).is_some_and(|place| cells[place].ends_with('%'));
            let unit = reader.unit(&numbers, name, cells)?;
            if !has_ages {
                units.push(unit);
                continue;
            }
            let stratum = unit.events.zip(unit.denominator).zip(numbers.get(Column::Standard));
            let known = places.partition_point(|(other, _)| *other < unit.name);
            let place = match places.get(known).filter(|(other, _)| *other == unit.name) {
                Some(&(_, place)) => place,
                None => {
                    places.insert(known, (unit.name.clone(), units.len()));
                    incomplete.push(false);
                    units.push(OwnUnit { value: None, limits: None, people: Some(0.0), ..unit.clone() });
                    units.len() - 1
                }
            };
            let whole = &mut units[place];
            if whole.deprivation != unit.deprivation {
                return Err(reader.cell_error(*line, Column::Deprivation, cells, Trouble::Differs));
            }
            whole.people = whole.people.zip(unit.people).map(|(sum, more)| sum + more);
            match stratum {
                Some(((events, people), standard)) if people > 0.0 => {
                    whole.strata.push(Stratum { events, people, standard });
                }
                _ => incomplete[place] = true,
            }
        }
        for (unit, is_incomplete) in units.iter_mut().zip(incomplete) {
            let sum = |part: fn(&Stratum) -> f64| (!is_incomplete).then(|| unit.strata.iter().map(part).sum::<f64>());
            (unit.events, unit.denominator) = (sum(|stratum| stratum.events), sum(|stratum| stratum.people));
            if is_incomplete {
                unit.strata.clear();
            }
        }
        let heading = |column: Column| columns.of(column).map(|place| table.headings[place].clone());
        let deprivation = heading(Column::Deprivation).unwrap_or_default().to_lowercase();
        let is_ranked = ["rank", "decile", "quintile", "fifth", "tenth", "twentieth", "quantile"]
            .iter()
            .any(|word| deprivation.contains(word));
        let heading =
            heading(Column::Value).filter(|_| !has_ages).or_else(|| heading(Column::Events)).unwrap_or_default();
        Ok(Self { columns, units, heading, has_percent, is_ranked, has_ages })
    }

    /// Whether values are worked out from events and people.
    pub fn has_counts(&self) -> bool {
        self.has_ages || self.columns.of(Column::Value).is_none()
    }

    /// Whether they are worked out from events that were expected.
    pub fn has_expected(&self) -> bool {
        self.has_counts() && !self.has_ages && self.columns.of(Column::Expected).is_some()
    }
}

struct Reader<'a> {
    table: &'a OwnTable,
    columns: Columns,
}

impl Reader<'_> {
    fn numbers(&self, line: u64, cells: &[String]) -> Result<Numbers, OwnRowsError> {
        let mut numbers = Numbers { line, cells: [None; Column::ALL.len()] };
        for (column, number) in Column::ALL.into_iter().zip(&mut numbers.cells) {
            let Some(place) = self.columns.of(column) else { continue };
            if matches!(column, Column::Name | Column::Age) {
                continue;
            }
            let trouble = |trouble| self.cell_error(line, column, cells, trouble);
            *number = read_number(&cells[place]).map_err(trouble)?;
            // Where semicolons part cells, “45,123” is more likely 45.123 than 45123: not to be guessed.
            if self.table.has_semicolons && cells[place].contains(',') && number.is_some() {
                return Err(trouble(Trouble::DecimalComma));
            }
            let counts = !matches!(column, Column::Value | Column::Deprivation | Column::Lower | Column::Upper);
            if counts && number.is_some_and(|number| number < 0.0) {
                return Err(trouble(Trouble::Negative));
            }
        }
        Ok(numbers)
    }

    fn unit(&self, numbers: &Numbers, name: String, cells: &[String]) -> Result<OwnUnit, OwnRowsError> {
        let get = |column: Column| numbers.get(column);
        let has = |column: Column| self.columns.of(column).is_some();
        let (people, denominator) = match (has(Column::People), has(Column::Denominator)) {
            (true, true) => (get(Column::People), get(Column::Denominator)),
            (true, false) => (get(Column::People), get(Column::People)),
            (false, true) => (get(Column::Denominator), get(Column::Denominator)),
            // Without a column of people all rows count alike.
            (false, false) => (Some(1.0), None),
        };
        let (lower, upper) = (get(Column::Lower), get(Column::Upper));
        if lower.zip(upper).is_some_and(|(lower, upper)| lower > upper) {
            return Err(self.cell_error(numbers.line, Column::Lower, cells, Trouble::LimitsCrossed));
        }
        Ok(OwnUnit {
            line: numbers.line,
            name,
            value: get(Column::Value),
            events: get(Column::Events),
            denominator,
            expected: get(Column::Expected),
            strata: Vec::new(),
            people,
            deprivation: get(Column::Deprivation),
            limits: lower.zip(upper).map(|(lower, upper)| Limits { lower, upper }),
        })
    }

    fn cell_error(&self, line: u64, column: Column, cells: &[String], trouble: Trouble) -> OwnRowsError {
        let place = self.columns.of(column).unwrap_or_default();
        let quoted = |text: &String| -> String {
            let mut short: String = text.chars().filter(|c| !c.is_control()).take(MOST_QUOTED).collect();
            if text.chars().count() > MOST_QUOTED {
                short.push('…');
            }
            short
        };
        let heading = self.table.headings.get(place).map(quoted).unwrap_or_default();
        OwnRowsError::Cell { line, heading, text: cells.get(place).map(quoted).unwrap_or_default(), trouble }
    }
}

/// The number in a cell; `None` for one that is missing.
fn read_number(cell: &str) -> Result<Option<f64>, Trouble> {
    let text = cell.trim();
    if MISSING.iter().any(|missing| text.eq_ignore_ascii_case(missing)) {
        return Ok(None);
    }
    let (text, whole) = text.strip_suffix('%').map_or((text, 1.0), |text| (text.trim_end(), 100.0));
    // A real minus sign, as this page itself writes it.
    let text = text.replace('−', "-");
    let plain = if text.contains(',') { without_groups(&text)? } else { text };
    let number = decimal::parse(&plain).ok_or(Trouble::NotANumber)? / whole;
    if number.abs() <= MOST { Ok(Some(number)) } else { Err(Trouble::TooLarge) }
}

/// A number without the commas between groups of three digits.
fn without_groups(text: &str) -> Result<String, Trouble> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if !is_digits(first) || !rest.iter().all(|group| is_digits(group)) || fraction.contains(',') {
        return Err(Trouble::NotANumber);
    }
    if first.len() > 3 || rest.iter().any(|group| group.len() != 3) {
        return Err(if rest.len() == 1 && fraction.is_empty() { Trouble::DecimalComma } else { Trouble::NotANumber });
    }
    Ok(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        let cases = [
            ("12.5", Ok(Some(12.5))),
            (" 1,234,567.5 ", Ok(Some(1_234_567.5))),
            ("45%", Ok(Some(0.45))),
            ("−3", Ok(Some(-3.0))),
            ("N/A", Ok(None)),
            ("..", Ok(None)),
            ("", Ok(None)),
            ("12,5", Err(Trouble::DecimalComma)),
            ("12,34,567", Err(Trouble::NotANumber)),
            ("1,2.5,3", Err(Trouble::NotANumber)),
            ("twelve", Err(Trouble::NotANumber)),
            ("1e5", Err(Trouble::NotANumber)),
            ("9999999999999", Err(Trouble::TooLarge)),
        ];
        for (text, expect) in cases {
            assert_eq!(read_number(text), expect, "{text}");
        }
    }
}
