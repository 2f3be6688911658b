//! Reading File 7, piece by piece.

use super::checks::{Ranks, no_area_twice, no_other_census};
use super::columns::Columns;
use super::councils::Councils;
use super::value::{self, Value};
use super::{Area, AreaNames, Column, ImportError, NeedValue, NotACsv, OfficialFile, Warning};
use crate::data::checksum::{Checksum, Hasher};
use crate::data::records::{Record, Records};
use crate::data::{Authority, AuthorityCode, Edition, NeedMeasure};
use crate::pace::{Pace, at_once};
use crate::plain::plain;

/// Columns at most; File 7 has some fifty.
const MOST_COLUMNS: usize = 1000;
/// Bytes of a line at most: what is longer is refused before it costs the memory of the page.
const MOST_LINE: usize = 1 << 20;

/// Reads File 7 from bytes that arrive in pieces, so that a page can go on answering between them.
///
/// Columns are found by header, tolerant of case, spacing, punctuation, year and truncation; never by position.
#[derive(Default)]
pub struct Importer {
    records: Records,
    rows: Rows,
    hasher: Hasher,
    started: bool,
}

impl Importer {
    /// Reads a whole file at once.
    ///
    /// # Errors
    /// [`ImportError`] that says what is missing, or which line and column is wrong.
    pub fn read(bytes: &[u8]) -> Result<OfficialFile, ImportError> {
        let mut importer = Self::default();
        importer.push(bytes)?;
        importer.finish()
    }

    /// Takes the next bytes. The first piece should hold at least four bytes.
    ///
    /// # Errors
    /// [`ImportError`] as soon as the bytes show that the file cannot be used.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        if !self.started && !bytes.is_empty() {
            self.started = true;
            if let Some(kind) = sniff(bytes) {
                return Err(ImportError::NotACsv(kind));
            }
        }
        for bytes in bytes.chunks(MOST_LINE) {
            self.hasher.push(bytes);
            let rows = &mut self.rows;
            self.records.push(bytes, &mut |record| rows.take(&record))?;
            if self.records.unfinished() > MOST_LINE {
                return Err(ImportError::TooWide { line: self.records.line() });
            }
        }
        Ok(())
    }

    /// Closes the file.
    ///
    /// # Errors
    /// [`ImportError`] if the last line, or the file as a whole, cannot be used.
    pub fn finish(self) -> Result<OfficialFile, ImportError> {
        at_once(self.finish_at(&Pace::at_once()))
    }

    /// The same at a pace.
    ///
    /// # Errors
    /// As for [`Self::finish`].
    pub async fn finish_at(mut self, pace: &Pace) -> Result<OfficialFile, ImportError> {
        let rows = &mut self.rows;
        self.records.finish(&mut |record| rows.take(&record))?;
        self.rows.finish(self.hasher.finish(), pace).await
    }
}

/// Tells a file that is not comma-separated text by its first bytes.
fn sniff(bytes: &[u8]) -> Option<NotACsv> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    match bytes {
        [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(NotACsv::Workbook),
        [b'%', b'P', b'D', b'F', ..] => Some(NotACsv::Pdf),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(NotACsv::Utf16),
        _ if start.first() == Some(&b'<') => Some(NotACsv::WebPage),
        _ if bytes.iter().take(4096).any(|&b| b == 0) => Some(NotACsv::Binary),
        _ => None,
    }
}

/// The rows read so far.
#[derive(Default)]
struct Rows {
    /// The columns, and the editions that the years in their headers can be of.
    header: Option<(Columns, Vec<Edition>)>,
    councils: Councils,
    areas: Vec<Area>,
    names: AreaNames,
    /// The score of each area by which the index ranks it, where the file has it.
    scores: Vec<Option<f64>>,
    /// Number in the code and line of each area.
    lines: Vec<(u32, u64)>,
    /// The highest rank of any kind, and its line.
    highest_rank: (u32, u64),
}

impl Rows {
    fn take(&mut self, record: &Record) -> Result<(), ImportError> {
        if record.is_blank() {
            return Ok(());
        }
        if record.len() > MOST_COLUMNS {
            return Err(ImportError::TooWide { line: record.line });
        }
        match self.header.take() {
            None => self.header = Some(read_header(record)?),
            Some((columns, can_be)) => {
                let row = Row { record, columns: &columns };
                let outcome = self.take_area(&row).and_then(|()| self.no_area_too_many(record.line, &can_be));
                self.header = Some((columns, can_be));
                outcome?;
            }
        }
        Ok(())
    }

    fn take_area(&mut self, row: &Row) -> Result<(), ImportError> {
        row.check_width()?;
        let number = row.area_code()?;
        self.lines.push((number, row.record.line));
        let authority = self.authority(row)?;
        // An area without a rank has no place in the order, so it cannot be in the curve.
        let Some(imd_rank) = row.rank(Column::ImdRank)? else { return row.refuse(Column::ImdRank) };
        self.note_rank(imd_rank, row);
        let mut needs = [None; NeedMeasure::COUNT];
        for need in NeedMeasure::ALL {
            let found = (row.rate(Column::Rate(need))?, row.people(Column::People(need))?);
            if let (Some(rate), Some(people)) = found {
                let rank = row.rank(Column::Rank(need))?;
                self.note_rank(rank.unwrap_or_default(), row);
                needs[need.index()] = Some(NeedValue { people, rate, rank });
            }
        }
        self.areas.push(Area { number, authority, imd_rank, needs });
        self.names.push(&row.text(Column::AreaName));
        self.scores.push(row.score());
        Ok(())
    }

    fn authority(&mut self, row: &Row) -> Result<u16, ImportError> {
        let Ok(code) = row.text(Column::AuthorityCode).parse::<AuthorityCode>() else {
            return row.refuse(Column::AuthorityCode);
        };
        // Areas of an authority stand together, mostly at the end of what was read.
        let known = self.councils.list.iter().rposition(|authority| authority.code == code);
        let Ok(index) = u16::try_from(known.unwrap_or(self.councils.list.len())) else {
            return row.refuse(Column::AuthorityCode);
        };
        if known.is_none() {
            let name = row.text(Column::AuthorityName);
            if name.is_empty() {
                return row.refuse(Column::AuthorityName);
            }
            self.councils.list.push(Authority { region: None, code, name });
            self.councils.lines.push(row.record.line);
        }
        Ok(index)
    }

    fn note_rank(&mut self, rank: u32, row: &Row) {
        self.highest_rank = self.highest_rank.max((rank, row.record.line));
    }

    /// A file with more areas than any edition that it can be is given up at once, whatever else comes.
    fn no_area_too_many(&self, line: u64, can_be: &[Edition]) -> Result<(), ImportError> {
        let largest = can_be.iter().copied().max_by_key(|edition| edition.areas_in_england());
        let Some(edition) = largest.filter(|edition| self.areas.len() > edition.areas_in_england() as usize) else {
            return Ok(());
        };
        no_area_twice(&self.lines)?;
        no_other_census(edition, &self.lines, false)?;
        Err(ImportError::TooManyAreas { line, edition })
    }

    async fn finish(self, checksum: Checksum, pace: &Pace) -> Result<OfficialFile, ImportError> {
        no_area_twice(&self.lines)?;
        let Some((columns, can_be)) = self.header else { return Err(ImportError::Empty) };
        if self.areas.is_empty() {
            return Err(ImportError::NoRows);
        }
        let edition = only_edition(&can_be, self.areas.len()).ok_or(ImportError::UnknownEdition)?;
        no_other_census(edition, &self.lines, true)?;
        pace.done(1.0).await;
        let (rank, line) = self.highest_rank;
        if rank > edition.areas_in_england() {
            return Err(ImportError::RankOutOfRange { line, rank, edition });
        }
        let mut areas = self.areas;
        let is_all_england = areas.len() == edition.areas_in_england() as usize;
        let (authorities, followed) = self.councils.follow(edition, &mut areas, is_all_england)?;
        let ranks =
            Ranks { areas: &areas, scores: &self.scores, lines: &self.lines, columns: &columns, is_all_england };
        ranks.check(pace).await?;
        let mut warnings = Vec::new();
        if !is_all_england {
            warnings.push(Warning::PartOfEngland { areas: areas.len(), of: edition.areas_in_england() });
        }
        warnings.extend(followed);
        for need in NeedMeasure::ALL {
            let blank = areas.iter().filter(|area| area.needs[need.index()].is_none()).count();
            if blank == areas.len() {
                warnings.push(Warning::NoNeed(need));
            } else if blank > 0 {
                warnings.push(Warning::BlankAreas { need, areas: blank });
            }
        }
        if warnings.contains(&Warning::NoNeed(NeedMeasure::EVERYWHERE)) {
            return Err(ImportError::NoIncomeFigures);
        }
        Ok(OfficialFile::new(edition, authorities, areas, self.names, warnings, checksum))
    }
}

fn read_header(record: &Record) -> Result<(Columns, Vec<Edition>), ImportError> {
    let headers = (0..record.len()).map(|i| text(record.field(i))).collect();
    let columns = Columns::find(headers);
    let missing = columns.missing();
    if missing.len() == Column::REQUIRED.len() {
        return Err(ImportError::NotFile7);
    }
    if !missing.is_empty() {
        return Err(ImportError::MissingColumns(missing));
    }
    let can_be: Vec<Edition> = Edition::with_years(columns.years()).collect();
    if can_be.is_empty() {
        return Err(ImportError::UnknownEdition);
    }
    Ok((columns, can_be))
}

/// The one edition that it can be: by the years in the headers, else by the number of areas of a whole file.
fn only_edition(can_be: &[Edition], areas: usize) -> Option<Edition> {
    match *can_be {
        [only] => Some(only),
        _ => can_be.iter().copied().find(|edition| edition.areas_in_england() as usize == areas),
    }
}

/// A row with what is needed to read it.
struct Row<'a> {
    record: &'a Record<'a>,
    columns: &'a Columns,
}

impl Row<'_> {
    fn check_width(&self) -> Result<(), ImportError> {
        let (found, expected) = (self.record.len(), self.columns.width());
        if found < expected {
            return Err(ImportError::ShortRow { line: self.record.line, found, expected });
        }
        Ok(())
    }

    fn cell(&self, column: Column) -> &[u8] {
        self.columns.field(column).map_or(&[], |i| self.record.field(i))
    }

    fn text(&self, column: Column) -> String {
        text(self.cell(column))
    }

    fn refuse<T>(&self, column: Column) -> Result<T, ImportError> {
        Err(ImportError::BadCell {
            line: self.record.line,
            column,
            header: self.columns.header(column).to_owned(),
            found: self.text(column),
        })
    }

    /// The number in the code of an English small area.
    fn area_code(&self) -> Result<u32, ImportError> {
        let code = self.text(Column::AreaCode);
        let digits =
            code.strip_prefix("E01").filter(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_digit()));
        match digits.and_then(|rest| rest.parse().ok()) {
            Some(number) => Ok(number),
            None => self.refuse(Column::AreaCode),
        }
    }

    /// A number that `fits`, `None` where the cell is blank or suppressed.
    fn number(&self, column: Column, fits: impl Fn(f64) -> bool) -> Result<Option<f64>, ImportError> {
        match value::read(self.cell(column)) {
            Value::Absent => Ok(None),
            Value::Number(number) if fits(number) => Ok(Some(number)),
            Value::Number(_) | Value::Unreadable => self.refuse(column),
        }
    }

    /// The score that the ranks are held against; what cannot be read says nothing about them.
    fn score(&self) -> Option<f64> {
        match value::read(self.cell(Column::ImdScore)) {
            Value::Number(score) => Some(score),
            Value::Absent | Value::Unreadable => None,
        }
    }

    fn rate(&self, column: Column) -> Result<Option<f64>, ImportError> {
        self.number(column, |n| (0.0..=1.0).contains(&n))
    }

    fn people(&self, column: Column) -> Result<Option<u32>, ImportError> {
        let people = self.number(column, |n| n.fract() == 0.0 && (0.0..=1e6).contains(&n))?;
        Ok(people.map(|n| n as u32))
    }

    fn rank(&self, column: Column) -> Result<Option<u32>, ImportError> {
        let rank = self.number(column, |n| n.fract() == 0.0 && (1.0..=1e6).contains(&n))?;
        Ok(rank.map(|n| n as u32))
    }
}

fn text(bytes: &[u8]) -> String {
    plain(&String::from_utf8_lossy(bytes))
}
