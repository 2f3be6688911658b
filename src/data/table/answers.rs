//! What a person says of a table: which column is which, which rows are meant, which end is deprived.

use serde::{Deserialize, Serialize};

use super::Table;
use super::direction::Direction;
use super::error::TableError;
use super::number::Decimals;
use super::polarity::More;
use super::propose::Told;
use super::roles::{Role, Roles};

/// What can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AnswerKey {
    /// Which end of the deprivation column is the most deprived.
    Direction,
    /// Which period, sex and so on is meant.
    Filter,
    /// Which level of area is meant.
    Level,
    /// Which sign stands before decimals.
    Decimals,
    /// Whether numbers beside those with a per cent sign are per cent too.
    Unit,
    /// Whether more of the value is worse or better.
    More,
    /// By which column there is one result for each period, sex or area.
    By,
    /// Which column holds something.
    Column(Role),
}

impl AnswerKey {
    /// How many there are.
    pub const COUNT: usize = 7 + Role::ALL.len();

    /// Every key, in the order of links.
    pub const ALL: [Self; Self::COUNT] = {
        let mut all = [Self::Direction; Self::COUNT];
        (all[1], all[2], all[3]) = (Self::Filter, Self::Level, Self::Decimals);
        (all[4], all[5], all[6]) = (Self::Unit, Self::More, Self::By);
        let mut at = 0;
        while at < Role::ALL.len() {
            all[7 + at] = Self::Column(Role::ALL[at]);
            at += 1;
        }
        all
    };

    /// Its name in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Filter => "filter",
            Self::Level => "level",
            Self::Decimals => "decimals",
            Self::Unit => "unit",
            Self::More => "more",
            Self::By => "rows-by",
            Self::Column(role) => role.key(),
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::Direction => 0,
            Self::Filter => 1,
            Self::Level => 2,
            Self::Decimals => 3,
            Self::Unit => 4,
            Self::More => 5,
            Self::By => 6,
            Self::Column(role) => 7 + role as usize,
        }
    }
}

/// Characters of an answer.
const MOST_CHARACTERS: usize = 400;
/// Says that there is no such column.
pub const NONE: &str = "none";

/// Answers, each as a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers([Option<String>; AnswerKey::COUNT]);

impl Answers {
    /// What was said.
    pub fn get(&self, key: AnswerKey) -> Option<&str> {
        self.0.get(key.place()).and_then(Option::as_deref)
    }

    /// Says something, or takes it back.
    pub fn set(&mut self, key: AnswerKey, answer: Option<String>) {
        if let Some(place) = self.0.get_mut(key.place()) {
            *place = answer;
        }
    }

    /// Says what a link says; whether that can be an answer. Parts are added to each other, of each column one.
    pub fn say(&mut self, key: AnswerKey, text: &str) -> bool {
        let Some(answer) = kept(text) else { return false };
        let can_be = match key {
            AnswerKey::Direction => direction(&answer, None).is_some(),
            AnswerKey::Decimals => matches!(answer.as_str(), "comma" | "point"),
            AnswerKey::Unit => matches!(answer.as_str(), "share" | "percent"),
            AnswerKey::More => matches!(answer.as_str(), "worse" | "better"),
            AnswerKey::Filter | AnswerKey::Level | AnswerKey::By | AnswerKey::Column(_) => true,
        };
        if can_be {
            let before = self.get(key).filter(|_| key == AnswerKey::Filter);
            let all = before.map_or_else(|| answer.clone(), |before| format!("{before}|{answer}"));
            self.set(key, kept(&all).or(Some(answer)));
        }
        can_be
    }

    /// Chooses a part of a column: one of the column that was chosen before goes.
    pub fn choose_part(&mut self, heading: &str, value: &str) {
        let before = self.get(AnswerKey::Filter).unwrap_or_default();
        let begin = format!("{heading}:");
        let mut parts: Vec<String> =
            before.split('|').filter(|part| !part.is_empty() && !part.starts_with(&begin)).map(str::to_owned).collect();
        parts.push(format!("{begin}{value}"));
        self.set(AnswerKey::Filter, Some(parts.join("|")));
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The answers of columns that were told by their positions.
    pub fn of_columns(roles: &Roles) -> Self {
        let mut answers = Self::default();
        for role in Role::ALL {
            let text = roles.of(role).map_or_else(|| NONE.to_owned(), |column| format!("#{}", column + 1));
            answers.set(AnswerKey::Column(role), Some(text));
        }
        answers
    }

    /// As one line, to be kept.
    pub fn to_text(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for key in AnswerKey::ALL {
            if let Some(answer) = self.get(key) {
                text.append_pair(key.key(), answer);
            }
        }
        text.finish()
    }

    /// Reads such a line; what is none says nothing.
    pub fn from_text(text: &str) -> Self {
        let mut answers = Self::default();
        for (name, answer) in form_urlencoded::parse(text.as_bytes()) {
            if let Some(key) = AnswerKey::ALL.into_iter().find(|key| key.key() == name) {
                answers.set(key, kept(&answer));
            }
        }
        answers
    }

    /// Which sign stands before decimals.
    pub(super) fn decimals(&self) -> Option<Decimals> {
        match self.get(AnswerKey::Decimals)? {
            "comma" => Some(Decimals::Comma),
            "point" => Some(Decimals::Point),
            _ => None,
        }
    }

    /// Which end is deprived, in a column with these as its least and most: “high”, “low”, or “5 is most deprived”.
    pub(super) fn direction(&self, range: Option<(f64, f64)>) -> Option<Direction> {
        direction(self.get(AnswerKey::Direction)?, range)
    }

    /// Whether more is worse or better.
    pub(super) fn more(&self) -> Option<More> {
        match self.get(AnswerKey::More)? {
            "worse" => Some(More::Worse),
            "better" => Some(More::Better),
            _ => None,
        }
    }

    /// By which column there is one result for each of its values.
    ///
    /// # Errors
    /// [`TableError::NoSuchColumn`] for one that is not there.
    pub(super) fn by(&self, table: &Table) -> Result<Option<usize>, TableError> {
        Ok(self.get(AnswerKey::By).map(|answer| column(table, answer)).transpose()?.flatten())
    }

    /// Which columns were told.
    ///
    /// # Errors
    /// [`TableError::NoSuchColumn`] for one that is not there.
    pub(super) fn columns(&self, table: &Table) -> Result<Told, TableError> {
        let mut told = Told::default();
        for (role, told) in Role::ALL.into_iter().zip(&mut told) {
            if let Some(answer) = self.get(AnswerKey::Column(role)) {
                *told = Some(column(table, answer)?);
            }
        }
        Ok(told)
    }
}

fn direction(said: &str, range: Option<(f64, f64)>) -> Option<Direction> {
    // Words of a link, in the letters of English: tables of all others would be part of the first view.
    let said = said.trim().to_ascii_lowercase();
    let (least, most) = range.unwrap_or_default();
    let is_between = |sign: char| !sign.is_ascii_alphanumeric() && sign != '.';
    let words: Vec<&str> = said.split(is_between).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["high" | "highest" | "score", ..] => Some(Direction::High),
        ["low" | "lowest" | "rank", ..] => Some(Direction::Low),
        [number, rest @ ..] => {
            // “Q5”, “D10”.
            let digits = number.trim_start_matches(|sign: char| !sign.is_ascii_digit());
            let number: f64 = crate::decimal::parse(digits)?;
            let is_least = rest.iter().any(|word| matches!(*word, "least" | "less"));
            let is_high = (number - most).abs() < (number - least).abs();
            Some(if is_high == is_least { Direction::Low } else { Direction::High })
        }
        [] => None,
    }
}

/// An answer as it is kept: short, and without what cannot be seen.
pub fn kept(text: &str) -> Option<String> {
    let text = text.trim();
    let is_short = !text.is_empty() && text.chars().count() <= MOST_CHARACTERS;
    (is_short && !text.contains(char::is_control) && crate::plain::plain(text) == text).then(|| text.to_owned())
}

/// A column by its heading, or by its number from 1.
pub(super) fn column(table: &Table, answer: &str) -> Result<Option<usize>, TableError> {
    if answer == NONE {
        return Ok(None);
    }
    let same = |heading: &String| heading.trim().eq_ignore_ascii_case(answer.trim());
    let numbered = || {
        let number: usize = answer.strip_prefix('#').unwrap_or(answer).trim().parse().ok()?;
        number.checked_sub(1).filter(|&column| column < table.headings().len())
    };
    let found = table.headings().iter().position(same).or_else(numbered);
    found.map(Some).ok_or_else(|| TableError::NoSuchColumn(answer.to_owned()))
}
