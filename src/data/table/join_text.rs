//! What is kept of a join with the table that came of it, as one line.

use super::join::{CouncilsFollowed, Followed, Join};
use super::rows::TableRow;

/// Names of what is kept.
const WITH: &str = "with";
const KIND: &str = "kind";
const COLUMN: &str = "column";
const OTHER_COLUMN: &str = "other-column";
const FIRST: &str = "first";
const GIVEN: &str = "given";
const ROW: &str = "row";
const CODE: &str = "code";
const COUNCILS: &str = "councils";
/// Between the parts of what is kept of councils, and between two of them.
const PART: char = '|';
const BETWEEN: char = ';';
/// Counts, in this order.
const COUNTS: [&str; 6] = ["joined", "left-out", "not-used", "repeated", "summed", "without"];
/// Rows and codes that are kept by name.
const MOST_KEPT: usize = 10;

impl Join {
    fn counts(&mut self) -> [&mut usize; 6] {
        [
            &mut self.joined,
            &mut self.left_out,
            &mut self.not_used,
            &mut self.repeated,
            &mut self.summed,
            &mut self.without,
        ]
    }

    /// As one line.
    pub fn to_text(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair(WITH, &self.with).append_pair(KIND, &self.kind);
        let [own, other] = &self.columns;
        text.append_pair(COLUMN, own).append_pair(OTHER_COLUMN, other);
        text.append_pair(FIRST, &self.first_column.to_string());
        for heading in &self.given {
            text.append_pair(GIVEN, heading);
        }
        for (name, count) in COUNTS.into_iter().zip(self.clone().counts()) {
            text.append_pair(name, &count.to_string());
        }
        for row in self.left_out_rows.iter().take(MOST_KEPT) {
            text.append_pair(ROW, &format!("{} {}", row.line, row.name));
        }
        for code in self.not_used_codes.iter().take(MOST_KEPT) {
            text.append_pair(CODE, code);
        }
        for followed in &self.followed {
            text.append_pair(COUNCILS, &councils_text(followed));
        }
        text.finish()
    }

    /// Reads such a line; what cannot be read is as if it were not there.
    pub fn from_text(text: &str) -> Self {
        let mut join = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let value = value.into_owned();
            let number = || value.parse::<usize>().unwrap_or_default();
            let [own, other] = &mut join.columns;
            match name.as_ref() {
                WITH => join.with = value,
                KIND => join.kind = value,
                COLUMN => *own = value,
                OTHER_COLUMN => *other = value,
                FIRST => join.first_column = number(),
                GIVEN => join.given.push(value),
                CODE => join.not_used_codes.push(value),
                COUNCILS => join.followed.extend(councils(&value)),
                ROW => {
                    let (line, name) = value.split_once(' ').unwrap_or((&value, ""));
                    join.left_out_rows.push(TableRow { line: line.parse().unwrap_or_default(), name: name.to_owned() });
                }
                name => {
                    let counts = COUNTS.into_iter().zip(join.counts());
                    counts.filter(|(of, _)| *of == name).for_each(|(_, count)| *count = number());
                }
            }
        }
        join
    }
}

fn councils_text(followed: &CouncilsFollowed) -> String {
    let CouncilsFollowed { own, other, year, how } = followed;
    let how = Followed::ALL.into_iter().find(|(of, _)| of == how).map_or("", |(_, name)| name);
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let list = |all: &[String]| {
        let names: Vec<String> = all.iter().map(|name| name.replace([PART, BETWEEN], " ")).collect();
        names.join(&BETWEEN.to_string())
    };
    [how, &year, &list(own), &list(other)].join(&PART.to_string())
}

fn councils(text: &str) -> Option<CouncilsFollowed> {
    let mut parts = text.split(PART);
    let name = parts.next()?;
    let (how, _) = Followed::ALL.into_iter().find(|(_, of)| *of == name)?;
    let year = parts.next()?.parse().ok();
    let mut list = || Some(parts.next()?.split(BETWEEN).map(str::to_owned).collect());
    Some(CouncilsFollowed { own: list()?, other: list()?, year, how })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_join_comes_back() {
        let join = Join {
            with: "File 7 & more".to_owned(),
            kind: "E01".to_owned(),
            columns: ["LSOA11CD".to_owned(), "LSOA code (2011)".to_owned()],
            first_column: 3,
            given: vec!["Index of Multiple Deprivation (IMD) Score".to_owned(), "Total population".to_owned()],
            joined: 69,
            left_out: 2,
            left_out_rows: vec![TableRow { line: 4, name: "E01000002 City of London 001B".to_owned() }],
            not_used: 1,
            not_used_codes: vec!["E01000003".to_owned()],
            repeated: 5,
            summed: 40,
            without: 6,
            followed: vec![
                CouncilsFollowed {
                    own: vec!["E07000026 Allerdale".to_owned(), "E07000028".to_owned()],
                    other: vec!["E06000063 Cumberland".to_owned()],
                    year: Some(2023),
                    how: Followed::Added,
                },
                CouncilsFollowed {
                    own: vec!["E08000038".to_owned()],
                    other: vec!["E08000016".to_owned()],
                    year: None,
                    how: Followed::Same,
                },
            ],
        };
        assert_eq!(Join::from_text(&join.to_text()), join);
        assert_eq!(Join::from_text("nothing"), Join::default());
    }
}
