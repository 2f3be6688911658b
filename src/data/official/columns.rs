//! Finding the columns by their headers.

use crate::data::{NeedMeasure, Years};

/// A column of File 7 that the app uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Code of the small area.
    AreaCode,
    /// Name of the small area.
    AreaName,
    /// Code of the local authority.
    AuthorityCode,
    /// Name of the local authority.
    AuthorityName,
    /// Rank of the Index of Multiple Deprivation.
    ImdRank,
    /// Score of the Index of Multiple Deprivation, higher for more deprived areas: what its ranks are held against.
    ImdScore,
    /// Share of people who are in need.
    Rate(NeedMeasure),
    /// Rank by this share.
    Rank(NeedMeasure),
    /// Number of people among whom need is counted.
    People(NeedMeasure),
}

impl Column {
    /// The columns that belong to no need.
    const OF_AREAS: [Self; 6] =
        [Self::AreaCode, Self::AuthorityCode, Self::AuthorityName, Self::ImdRank, Self::ImdScore, Self::AreaName];
    /// How many columns a need has.
    const OF_A_NEED: usize = 3;
    const COUNT: usize = Self::OF_AREAS.len() + Self::OF_A_NEED * NeedMeasure::COUNT;

    /// The columns without which nothing can be worked out.
    pub const REQUIRED: [Self; 6] = [
        Self::AreaCode,
        Self::AuthorityCode,
        Self::AuthorityName,
        Self::ImdRank,
        Self::Rate(NeedMeasure::EVERYWHERE),
        Self::People(NeedMeasure::EVERYWHERE),
    ];

    /// Every column.
    fn all() -> impl Iterator<Item = Self> {
        let of_need = |need| [Self::Rate(need), Self::Rank(need), Self::People(need)];
        Self::OF_AREAS.into_iter().chain(NeedMeasure::ALL.into_iter().flat_map(of_need))
    }

    /// Position in a table with a row for each column, in the order of [`Self::all`].
    const fn index(self) -> usize {
        let (need, at) = match self {
            Self::AreaCode => return 0,
            Self::AuthorityCode => return 1,
            Self::AuthorityName => return 2,
            Self::ImdRank => return 3,
            Self::ImdScore => return 4,
            Self::AreaName => return 5,
            Self::Rate(need) => (need, 0),
            Self::Rank(need) => (need, 1),
            Self::People(need) => (need, 2),
        };
        Self::OF_AREAS.len() + Self::OF_A_NEED * need.index() + at
    }

    /// How the header begins, as [`squeeze`] leaves it: as far as is needed to tell it from every other header of
    /// File 7, so that a header that was cut short is still found.
    const fn beginning(self) -> &'static str {
        match self {
            Self::AreaCode => "lsoaco",
            Self::AreaName => "lsoana",
            Self::AuthorityCode => "localauthoritydistrictco",
            Self::AuthorityName => "localauthoritydistrictna",
            Self::ImdRank => "indexofmultipledeprivationimdra",
            Self::ImdScore => "indexofmultipledeprivationimdsc",
            Self::Rate(need) => need.spec().headings.rate,
            Self::Rank(need) => need.spec().headings.rank,
            Self::People(need) => need.spec().headings.people,
        }
    }
}

/// A header without case, spacing, punctuation and years: what is left is the same in every edition.
fn squeeze(header: &str) -> String {
    let words = header.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| year(word).is_none());
    words.flat_map(str::chars).map(|c| c.to_ascii_lowercase()).collect()
}

fn year(word: &str) -> Option<u16> {
    let year = word.parse().ok()?;
    (1990..2100).contains(&year).then_some(year)
}

/// Which field of a row each column is.
#[derive(Debug, Clone)]
pub struct Columns {
    headers: Vec<String>,
    fields: [Option<usize>; Column::COUNT],
}

impl Columns {
    /// Finds the columns in a header row, whatever their order. Where two headers fit, the first counts.
    pub fn find(headers: Vec<String>) -> Self {
        let squeezed: Vec<String> = headers.iter().map(|header| squeeze(header)).collect();
        let mut fields = [None; Column::COUNT];
        for column in Column::all() {
            fields[column.index()] = squeezed.iter().position(|header| header.starts_with(column.beginning()));
        }
        Self { headers, fields }
    }

    /// The index of the column's field.
    pub fn field(&self, column: Column) -> Option<usize> {
        self.fields[column.index()]
    }

    /// The column's header as the file has it.
    pub fn header(&self, column: Column) -> &str {
        self.field(column).map_or("", |i| &self.headers[i])
    }

    /// The required columns that are not there.
    pub fn missing(&self) -> Vec<Column> {
        Column::REQUIRED.into_iter().filter(|&column| self.field(column).is_none()).collect()
    }

    /// The years that the headers name: the first of each, where it names one.
    pub fn years(&self) -> Years<Option<u16>> {
        let year = |column| self.header(column).split(|c: char| !c.is_ascii_alphanumeric()).find_map(year);
        Years {
            areas: year(Column::AreaCode),
            councils: year(Column::AuthorityCode),
            people: year(Column::People(NeedMeasure::EVERYWHERE)),
        }
    }

    /// How many fields the header row has.
    pub fn width(&self) -> usize {
        self.headers.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expect: Option<Column>) {
        let columns = Columns::find(vec![header.to_owned()]);
        let found = Column::all().find(|&column| columns.field(column).is_some());
        assert_eq!(found, expect, "{header}");
    }

    #[test]
    fn every_column_has_a_place_of_its_own() {
        assert!(Column::all().map(Column::index).eq(0..Column::COUNT));
    }

    #[test]
    fn the_headers_of_both_editions_are_found() {
        check("LSOA code (2011)", Some(Column::AreaCode));
        check("LSOA code (2021)", Some(Column::AreaCode));
        check("Local Authority District code (2019)", Some(Column::AuthorityCode));
        check("Local Authority District name (2024)", Some(Column::AuthorityName));
        check("Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)", Some(Column::ImdRank));
        check("Index of Multiple Deprivation (IMD) Score", Some(Column::ImdScore));
        check("Income Score (rate)", Some(Column::Rate(NeedMeasure::Income)));
        check("Total population: mid 2015 (excluding prisoners)", Some(Column::People(NeedMeasure::Income)));
        check("Total population: mid 2022", Some(Column::People(NeedMeasure::Income)));
        check("Older population aged 60 and over: mid 2022", Some(Column::People(NeedMeasure::Older)));
        check("Employment Score (rate)", Some(Column::Rate(NeedMeasure::Employment)));
        check(
            "Working age population 18-59/64: for use with Employment Deprivation Domain",
            Some(Column::People(NeedMeasure::Employment)),
        );
        check(
            "Income Deprivation Affecting Older People (IDAOPI) Score (rate)",
            Some(Column::Rate(NeedMeasure::Older)),
        );
    }

    #[test]
    fn case_spacing_punctuation_and_truncation_do_not_matter() {
        check("  lsoa  CODE ", Some(Column::AreaCode));
        check("index of multiple deprivation - imd - rank", Some(Column::ImdRank));
        check("Index of Multiple Deprivation (IMD) Ra", Some(Column::ImdRank));
        check("Dependent Children aged 0-15: mid", Some(Column::People(NeedMeasure::Children)));
    }

    #[test]
    fn neighbours_are_not_taken_for_what_they_are_not() {
        check("LSOA name (2011)", Some(Column::AreaName));
        check("Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Index of Multiple Deprivation (IMD)", None);
        check("Income Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Employment Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Population aged 16-59: mid 2015 (excluding prisoners)", None);
    }
}
