//! Finding the columns by their headers.

use crate::data::NeedMeasure;

/// A column of File 7 that the app uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Code of the small area.
    AreaCode,
    /// Code of the local authority.
    AuthorityCode,
    /// Name of the local authority.
    AuthorityName,
    /// Rank of the Index of Multiple Deprivation.
    ImdRank,
    /// Share of people who are income deprived.
    IncomeRate,
    /// Rank of the income domain.
    IncomeRank,
    /// Share of children who are income deprived (IDACI).
    ChildrenRate,
    /// Rank of IDACI.
    ChildrenRank,
    /// Share of older people who are income deprived (IDAOPI).
    OlderRate,
    /// Rank of IDAOPI.
    OlderRank,
    /// Number of people.
    People,
    /// Number of children aged 0 to 15.
    Children,
    /// Number of people aged 60 and over.
    Older,
    /// Share of working-age people who are employment deprived.
    EmploymentRate,
    /// Rank of the employment domain.
    EmploymentRank,
    /// Number of people of working age, as the employment domain counts them.
    WorkingAge,
}

/// The columns of a need measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedColumns {
    /// Share of people in need.
    pub rate: Column,
    /// Rank by that.
    pub rank: Column,
    /// Number of people it is a share of.
    pub people: Column,
}

impl NeedColumns {
    /// Those of a measure.
    pub const fn of(need: NeedMeasure) -> Self {
        let (rate, rank, people) = match need {
            NeedMeasure::Income => (Column::IncomeRate, Column::IncomeRank, Column::People),
            NeedMeasure::Children => (Column::ChildrenRate, Column::ChildrenRank, Column::Children),
            NeedMeasure::Older => (Column::OlderRate, Column::OlderRank, Column::Older),
            NeedMeasure::Employment => (Column::EmploymentRate, Column::EmploymentRank, Column::WorkingAge),
        };
        Self { rate, rank, people }
    }
}

impl Column {
    /// Every column, with those that cannot be done without first.
    pub const ALL: [Self; 16] = [
        Self::AreaCode,
        Self::AuthorityCode,
        Self::AuthorityName,
        Self::ImdRank,
        Self::IncomeRate,
        Self::People,
        Self::IncomeRank,
        Self::ChildrenRate,
        Self::ChildrenRank,
        Self::Children,
        Self::OlderRate,
        Self::OlderRank,
        Self::Older,
        Self::EmploymentRate,
        Self::EmploymentRank,
        Self::WorkingAge,
    ];

    /// The columns without which nothing can be worked out.
    pub const REQUIRED: [Self; 6] =
        [Self::AreaCode, Self::AuthorityCode, Self::AuthorityName, Self::ImdRank, Self::IncomeRate, Self::People];

    /// How the header begins, as [`squeeze`] leaves it: as far as is needed to tell it from every other header of
    /// File 7, so that a header that was cut short is still found.
    const fn beginning(self) -> &'static str {
        match self {
            Self::AreaCode => "lsoaco",
            Self::AuthorityCode => "localauthoritydistrictco",
            Self::AuthorityName => "localauthoritydistrictna",
            Self::ImdRank => "indexofmultipledeprivationimdra",
            Self::IncomeRate => "incomesc",
            Self::IncomeRank => "incomera",
            Self::ChildrenRate => "incomedeprivationaffectingchildrenindexidacisc",
            Self::ChildrenRank => "incomedeprivationaffectingchildrenindexidacira",
            Self::OlderRate => "incomedeprivationaffectingolderpeopleidaopisc",
            Self::OlderRank => "incomedeprivationaffectingolderpeopleidaopira",
            Self::People => "totalpop",
            Self::Children => "dependentchildren",
            Self::Older => "olderpop",
            Self::EmploymentRate => "employmentsc",
            Self::EmploymentRank => "employmentra",
            Self::WorkingAge => "workingagepop",
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
    fields: [Option<usize>; Column::ALL.len()],
}

impl Columns {
    /// Finds the columns in a header row, whatever their order. Where two headers fit, the first counts.
    pub fn find(headers: Vec<String>) -> Self {
        let squeezed: Vec<String> = headers.iter().map(|header| squeeze(header)).collect();
        let fields =
            Column::ALL.map(|column| squeezed.iter().position(|header| header.starts_with(column.beginning())));
        Self { headers, fields }
    }

    /// The index of the column's field.
    pub fn field(&self, column: Column) -> Option<usize> {
        Column::ALL.iter().position(|&c| c == column).and_then(|i| self.fields[i])
    }

    /// The column's header as the file has it.
    pub fn header(&self, column: Column) -> &str {
        self.field(column).map_or("", |i| &self.headers[i])
    }

    /// The required columns that are not there.
    pub fn missing(&self) -> Vec<Column> {
        Column::REQUIRED.into_iter().filter(|&column| self.field(column).is_none()).collect()
    }

    /// The first year that the column's header names.
    pub fn year(&self, column: Column) -> Option<u16> {
        self.header(column).split(|c: char| !c.is_ascii_alphanumeric()).find_map(year)
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
        let found = Column::ALL.into_iter().find(|&column| columns.field(column).is_some());
        assert_eq!(found, expect, "{header}");
    }

    #[test]
    fn the_headers_of_both_editions_are_found() {
        check("LSOA code (2011)", Some(Column::AreaCode));
        check("LSOA code (2021)", Some(Column::AreaCode));
        check("Local Authority District code (2019)", Some(Column::AuthorityCode));
        check("Local Authority District name (2024)", Some(Column::AuthorityName));
        check("Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)", Some(Column::ImdRank));
        check("Income Score (rate)", Some(Column::IncomeRate));
        check("Total population: mid 2015 (excluding prisoners)", Some(Column::People));
        check("Total population: mid 2022", Some(Column::People));
        check("Older population aged 60 and over: mid 2022", Some(Column::Older));
        check("Employment Score (rate)", Some(Column::EmploymentRate));
        check("Working age population 18-59/64: for use with Employment Deprivation Domain", Some(Column::WorkingAge));
        check("Income Deprivation Affecting Older People (IDAOPI) Score (rate)", Some(Column::OlderRate));
    }

    #[test]
    fn case_spacing_punctuation_and_truncation_do_not_matter() {
        check("  lsoa  CODE ", Some(Column::AreaCode));
        check("index of multiple deprivation - imd - rank", Some(Column::ImdRank));
        check("Index of Multiple Deprivation (IMD) Ra", Some(Column::ImdRank));
        check("Dependent Children aged 0-15: mid", Some(Column::Children));
    }

    #[test]
    fn neighbours_are_not_taken_for_what_they_are_not() {
        check("LSOA name (2011)", None);
        check("Index of Multiple Deprivation (IMD) Score", None);
        check("Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Index of Multiple Deprivation (IMD)", None);
        check("Income Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Employment Decile (where 1 is most deprived 10% of LSOAs)", None);
        check("Population aged 16-59: mid 2015 (excluding prisoners)", None);
    }
}
