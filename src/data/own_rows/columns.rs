//! What each column holds, found by its heading: tolerant of case, spacing and punctuation.

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The name of a row.
    Name,
    /// The value itself.
    Value,
    /// The number of events or cases: what a value is worked out from.
    Events,
    /// Out of how many people.
    Denominator,
    /// How many events were expected.
    Expected,
    /// How many people a row stands for.
    People,
    /// Deprivation score or rank.
    Deprivation,
    /// Lower 95% limit of the value.
    Lower,
    /// Upper 95% limit of the value.
    Upper,
    /// Age group, where several rows with one name are one unit.
    Age,
    /// Number of people of that age in the standard population.
    Standard,
}

impl Column {
    /// Every column, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Deprivation,
        Self::People,
        Self::Value,
        Self::Events,
        Self::Denominator,
        Self::Expected,
        Self::Lower,
        Self::Upper,
        Self::Age,
        Self::Standard,
    ];

    /// Words by which a heading is known, the surest first. Those of [`Self::loose_words`] come after all of these.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Name => {
                &["name", "area", "ward", "practice", "school", "place", "unit", "group", "code", "twentieth"]
            }
            Self::Value => {
                &["value", "rate", "ratio", "share", "percent", "percentage", "proportion", "prevalence", "mean"]
            }
            Self::Events => &["events", "numerator", "cases", "deaths", "observed"],
            Self::Denominator => &["denominator", "out of", "at risk", "eligible", "patients"],
            Self::Expected => &["expected"],
            Self::People => &["people", "population", "weight", "residents", "persons", "pupils"],
            Self::Deprivation => {
                // “Income deprivation rate” may be what is measured, beside the score that ranks.
                &[
                    "imd",
                    "deprivation score",
                    "deprivation rank",
                    "deprivation",
                    "score",
                    "rank",
                    "decile",
                    "quintile",
                    "fifth",
                ]
            }
            Self::Lower => &["lower ci", "lower limit", "lower 95", "lci", "lowerci", "lower", "low"],
            Self::Upper => &["upper ci", "upper limit", "upper 95", "uci", "upperci", "upper", "high"],
            Self::Age => &["age", "age group", "ageband", "agegroup", "stratum"],
            Self::Standard => &["standard", "esp", "stdpop"],
        }
    }

    /// Words that other headings have as well, such as “number of people”.
    const fn loose_words(self) -> &'static [&'static str] {
        match self {
            Self::Events => &["count", "number"],
            _ => &[],
        }
    }
}

/// In this order columns are looked for: those whose words are the surest first, each heading for one column at most.
const SEARCH: [Column; 11] = [
    Column::Standard,
    Column::Lower,
    Column::Upper,
    Column::Expected,
    Column::Age,
    Column::Deprivation,
    Column::Value,
    Column::Events,
    Column::Denominator,
    Column::People,
    Column::Name,
];

/// Which column holds what: positions from 0, in the order of [`Column::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns([Option<usize>; Column::ALL.len()]);

impl Columns {
    /// Finds columns by their headings.
    pub fn find(headings: &[String]) -> Self {
        let plain: Vec<String> = headings.iter().map(|heading| format!(" {} ", words_of(heading))).collect();
        let mut found = Self::default();
        for column in SEARCH {
            found.look_for(column, column.words(), &plain);
            // One of a pair alone is something else: “lower super output area”, “children in low-income families”, “deaths
            // under age 75”.
            match column {
                Column::Upper if found.of(Column::Lower).is_none() => found.set(Column::Upper, None),
                Column::Upper if found.of(Column::Upper).is_none() => found.set(Column::Lower, None),
                Column::Age if found.of(Column::Standard).is_none() => found.set(Column::Age, None),
                _ => {}
            }
        }
        for column in SEARCH {
            found.look_for(column, column.loose_words(), &plain);
        }
        found
    }

    /// Gives a column that has no place yet the first free heading with one of these words.
    fn look_for(&mut self, column: Column, words: &[&str], headings: &[String]) {
        if self.of(column).is_some() {
            return;
        }
        let is_free = |index: &usize| !self.0.contains(&Some(*index));
        let has = |word: &&str| {
            let word = format!(" {word} ");
            (0..headings.len()).filter(is_free).find(|&index| headings[index].contains(&word))
        };
        let place = words.iter().find_map(has);
        self.set(column, place);
    }

    /// Where a column is.
    pub fn of(&self, column: Column) -> Option<usize> {
        self.0[place_of(column)]
    }

    /// Says where a column is.
    pub fn set(&mut self, column: Column, place: Option<usize>) {
        self.0[place_of(column)] = place;
    }

    /// Whether all of them are columns of a table with these headings.
    pub fn fit(&self, headings: &[String]) -> bool {
        self.0.iter().flatten().all(|&place| place < headings.len())
    }

    /// As a short text: positions joined by commas, nothing where there is no such column.
    pub fn to_text(&self) -> String {
        let places = self.0.map(|place| place.map(|place| place.to_string()).unwrap_or_default());
        places.join(",")
    }

    /// Reads such a text.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut columns = Self::default();
        let mut places = text.split(',');
        for place in &mut columns.0 {
            *place = match places.next()? {
                "" => None,
                number => Some(number.parse().ok()?),
            };
        }
        places.next().is_none().then_some(columns)
    }
}

fn place_of(column: Column) -> usize {
    Column::ALL.iter().position(|&other| other == column).unwrap_or_default()
}

/// The words of a heading in small letters with one space between them.
fn words_of(heading: &str) -> String {
    let mut words = String::new();
    for character in heading.chars() {
        if character.is_alphanumeric() {
            words.extend(character.to_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&str], expect: &[Column]) {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let found = Columns::find(&headings);
        for (index, &column) in expect.iter().enumerate() {
            assert_eq!(found.of(column), Some(index), "{headings:?} {column:?}");
        }
        assert_eq!(found.0.iter().flatten().count(), expect.len(), "{headings:?}");
    }

    #[test]
    fn headings_are_found_whatever_their_case_and_spacing() {
        use Column::{Age, Denominator, Deprivation, Events, Expected, Lower, Name, People, Standard, Upper, Value};
        check(&["Area name", "IMD score", "Population", "Value"], &[Name, Deprivation, People, Value]);
        check(&["Ward", "deprivation_decile", "Deaths", "Population"], &[Name, Deprivation, Events, People]);
        check(&["practice", "CASES", "Patients", "IMD Rank"], &[Name, Events, Denominator, Deprivation]);
        check(&["Rate", "Lower 95% CI", "Upper 95% CI", "score"], &[Value, Lower, Upper, Deprivation]);
        check(&["Observed", "Expected", "Quintile"], &[Events, Expected, Deprivation]);
        check(
            &["Name", "Age group", "Events", "People", "Standard population", "Score"],
            &[Name, Age, Events, People, Standard, Deprivation],
        );
        check(&["twentieth", "people", "imd_score", "ratio"], &[Name, People, Deprivation, Value]);
    }

    #[test]
    fn a_word_that_means_something_else_is_not_taken_for_a_column() {
        use Column::{Deprivation, Events, Name, People, Value};
        check(&["Area", "IMD score", "Number of people", "Rate"], &[Name, Deprivation, People, Value]);
        check(&["Area", "IMD score", "Population", "Number"], &[Name, Deprivation, People, Events]);
        check(&["Area", "Score", "Population", "Deaths under age 75"], &[Name, Deprivation, People, Events]);
        check(
            &["Area", "IMD score", "Population", "Share of children in low income families"],
            &[Name, Deprivation, People, Value],
        );
        check(&["Lower super output area", "IMD score", "Population", "Value"], &[Name, Deprivation, People, Value]);
        check(&["LSOA code", "Income deprivation rate", "IMD score"], &[Name, Value, Deprivation]);
    }

    #[test]
    fn columns_survive_their_own_text() {
        let mut columns = Columns::default();
        assert_eq!(Columns::from_text(&columns.to_text()), Some(columns));
        columns.set(Column::Value, Some(3));
        columns.set(Column::Standard, Some(12));
        assert_eq!(Columns::from_text(&columns.to_text()), Some(columns));
        for text in ["", "1,2", "a,,,,,,,,,,", "1,,,,,,,,,,,"] {
            assert_eq!(Columns::from_text(text), None, "{text}");
        }
    }
}
