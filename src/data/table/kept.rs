//! A table as a person brought it, to keep for the next visit.

use super::{Answers, Encoding, Join, Reading, Roles, Table, TableError};

/// The text of a table, and what the person said of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptRows {
    /// What was said.
    pub answers: Answers,
    /// Whether the person saw how it is read and said that this is right.
    pub is_right: bool,
    /// What the text was written in.
    pub encoding: Encoding,
    /// How it was joined to another, where the text is what came of that.
    pub join: Option<Join>,
    /// The text.
    pub text: String,
}

/// Begins the line of a text that was kept by earlier versions: positions of columns.
const COLUMNS: &str = "columns ";
/// Begins the line of answers.
const ANSWERS: &str = "answers ";
/// The same once the person has said that all is right.
const RIGHT: &str = "right ";
/// Stands before what is kept of a join, at the end of the line.
const JOIN: &str = "&join=";
/// Ends the line of answers of a text that was written in Windows-1252.
const OLD: &str = "&encoding=windows-1252";

impl KeptRows {
    /// Whether there are none, so that the built-in rows are measured.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// As one text: a line about the table, then the table.
    pub fn to_text(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let begin = if self.is_right { RIGHT } else { ANSWERS };
        // Others are read without a doubt, so nothing has to be told of them.
        let encoding = if self.encoding == Encoding::Windows1252 { OLD } else { "" };
        let join = self.join.as_ref().map(|join| format!("{JOIN}{}", join.to_text())).unwrap_or_default();
        format!("{begin}{}{encoding}{join}\n{}", self.answers.to_text(), self.text)
    }

    /// What was chosen, without the text: to be kept with a table that is kept as it came.
    pub fn choices(&self) -> String {
        let line = Self { text: String::from("."), ..self.clone() }.to_text();
        line.split('\n').next().unwrap_or_default().to_owned()
    }

    /// A text with what was chosen of it before; choices that cannot be read are none.
    pub fn with_choices(choices: &str, text: String, encoding: Encoding) -> Self {
        let line = choices.split('\n').next().unwrap_or_default();
        Self { text, encoding, ..Self::from_text(&format!("{line}\n.")) }
    }

    /// Reads such a text; what is none has no rows.
    pub fn from_text(text: &str) -> Self {
        let Some((first, text)) = text.split_once('\n') else { return Self::default() };
        // Signs of an answer are written as numbers, so no answer has such a mark in it.
        let (first, join) = match first.split_once(JOIN) {
            Some((first, join)) => (first, Some(Join::from_text(join))),
            None => (first, None),
        };
        let encoding = if first.ends_with(OLD) { Encoding::Windows1252 } else { Encoding::Utf8 };
        let kept = |answers, is_right| Self { answers, is_right, encoding, join: join.clone(), text: text.to_owned() };
        if let Some(columns) = first.strip_prefix(COLUMNS) {
            let answers = Roles::from_text(columns).map(|roles| Answers::of_columns(&roles)).unwrap_or_default();
            // Those rows were in use before anything was asked of them.
            return kept(answers, false);
        }
        if let Some(answers) = first.strip_prefix(ANSWERS) {
            return kept(Answers::from_text(answers), false);
        }
        match first.strip_prefix(RIGHT) {
            Some(answers) => kept(Answers::from_text(answers), true),
            None => Self::default(),
        }
    }

    /// The table.
    ///
    /// # Errors
    /// As for [`Table::from_text`].
    pub fn table(&self) -> Result<Table, TableError> {
        Ok(Table { encoding: self.encoding, join: self.join.clone(), ..Table::from_text(&self.text)? })
    }

    /// The table as it is read.
    ///
    /// # Errors
    /// As for [`Table::from_text`] and [`Table::read`].
    pub fn read(&self) -> Result<Reading, TableError> {
        self.table()?.read(&self.answers)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AnswerKey, Role};
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let mut answers = Answers::default();
        answers.set(AnswerKey::Column(Role::Value), Some("Rate per 100,000 & more".to_owned()));
        answers.choose_part("Sex", "Persons");
        answers.choose_part("Period", "2022");
        answers.choose_part("Period", "2023");
        assert_eq!(answers.get(AnswerKey::Filter), Some("Sex:Persons|Period:2023"));
        for (answers, is_right, encoding) in
            [(Answers::default(), false, Encoding::Windows1252), (answers, true, Encoding::Utf8)]
        {
            let join = is_right.then(|| Join { with: "a=b&c".to_owned(), joined: 1, ..Join::default() });
            let kept = KeptRows { answers, is_right, encoding, join, text: "a,b\n1,2\n".to_owned() };
            assert_eq!(KeptRows::from_text(&kept.to_text()), kept);
        }
        assert_eq!(KeptRows::default().to_text(), "");
        assert_eq!(KeptRows::from_text("something else"), KeptRows::default());
    }

    #[test]
    fn choices_come_back_with_a_table_that_is_used_again() {
        let mut answers = Answers::default();
        answers.choose_part("Sex", "Persons");
        answers.set(AnswerKey::Direction, Some("low".to_owned()));
        let join = Some(Join { with: "File 7".to_owned(), joined: 3, ..Join::default() });
        let kept = KeptRows { answers, is_right: true, join, text: "a,b\n1,2\n".to_owned(), ..KeptRows::default() };
        let choices = format!("{}\nSheet 2", kept.choices());
        assert_eq!(KeptRows::with_choices(&choices, kept.text.clone(), Encoding::Utf8), kept);
        let without = KeptRows { text: kept.text.clone(), ..KeptRows::default() };
        for none in ["", "something else"] {
            assert_eq!(KeptRows::with_choices(none, kept.text.clone(), Encoding::Utf8), without);
        }
    }

    #[test]
    fn what_an_earlier_version_kept_is_read() {
        let kept = KeptRows::from_text("columns 0,2,,1,,,,,,,\na,b,c\nx,1,2\n");
        assert_eq!(kept.answers.get(AnswerKey::Column(Role::Deprivation)), Some("#3"));
        assert_eq!(kept.answers.get(AnswerKey::Column(Role::People)), Some("none"));
        assert!(KeptRows::from_text("columns \na,b\n1,2\n").answers.is_empty());
    }
}
