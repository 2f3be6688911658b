//! What a table does not say, to be asked; and what was guessed or left out, to be told.

use serde::{Deserialize, Serialize};

use super::answers::AnswerKey;
use super::direction::DirectionBy;
use super::join::Join;
use super::levels::Whole;
use super::number::Decimals;
use super::roles::Role;
use super::rows::TableRow;
use super::text::Encoding;

/// What has to be known before there is a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub key: AnswerKey,
    /// The heading of the column it is about, where it is about one.
    pub column: Option<String>,
    /// Why it is asked although the table says something: a column that says the contrary.
    pub contradicted_by: Option<String>,
    /// What can be answered.
    pub choices: Vec<Choice>,
}

impl Question {
    /// Its name in files: `direction`, `filter`, `value` and so on.
    pub const fn kind(&self) -> &'static str {
        self.key.key()
    }
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// As links and what is kept have it.
    pub answer: String,
    /// The number, the value or the heading that it is about.
    pub shown: String,
}

/// Why a row is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The row.
    pub row: TableRow,
    /// The heading of the column in which a number is missing.
    pub column: String,
    /// What stands there.
    pub text: String,
}

/// Something to be told with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// The direction is the usual one of such a column, or as another column runs.
    Direction {
        /// The heading of the column.
        column: String,
        /// How it is known.
        by: DirectionBy,
    },
    /// Nothing says whether more is worse.
    Polarity {
        /// The heading of the value.
        column: String,
    },
    /// Rows that hold others are left out.
    Levels {
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<(TableRow, Whole)>,
    },
    /// Rows stand for one unit several times and are all counted.
    Repeats {
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<TableRow>,
    },
    /// Rows lack a number.
    LeftOut {
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<LeftOut>,
    },
    /// No column says how many people rows stand for.
    Unweighted,
    /// Limits are not used: they are not for 95%.
    LimitsOtherLevel,
    /// Limits are not used: they do not lie around the value.
    LimitsStray {
        /// Their headings.
        columns: Vec<String>,
    },
    /// Limits of some rows are not used: the lower is above the upper.
    LimitsCrossed {
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<TableRow>,
    },
    /// Values are per cent, as the signs of some say, and are taken as shares.
    Percent {
        /// The heading of the value.
        column: String,
        /// Cells without a sign.
        without: usize,
    },
    /// Values are worked out.
    WorkedOut {
        /// The heading of the events.
        events: String,
        /// The heading of what they are out of.
        of: String,
        /// Whether they are shares of people and not rates.
        is_share: bool,
    },
    /// A value may as well be a count.
    MayCount {
        /// The heading of the value.
        column: String,
        /// The heading of people.
        of: String,
    },
    /// Lines around the table are left out.
    LinesLeftOut {
        /// Lines above the headings.
        titles: Vec<u64>,
        /// Lines among and below the rows.
        notes: Vec<u64>,
        /// Lines that repeat the headings.
        repeated: Vec<u64>,
    },
    /// Groups of deprivation were its columns, and are its rows now.
    Turned,
    /// The text was not in UTF-8.
    Encoding(Encoding),
    /// Decimals stand after a comma.
    Decimals(Decimals),
    /// The table was joined to another.
    Joined(Join),
    /// Rows have no partner in the other table.
    NotJoined(Join),
    /// Another column could be meant.
    Columns {
        /// What for.
        role: Role,
        /// The heading of the one taken.
        taken: String,
        /// The headings of others.
        others: Vec<String>,
    },
}

impl Warning {
    /// Its name in files.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Direction { .. } => "direction",
            Self::Polarity { .. } => "polarity",
            Self::Levels { .. } => "levels",
            Self::Repeats { .. } => "repeats",
            Self::LeftOut { .. } | Self::NotJoined(_) => "left-out",
            Self::Joined(_) => "join",
            Self::Unweighted => "unweighted",
            Self::LimitsOtherLevel | Self::LimitsStray { .. } | Self::LimitsCrossed { .. } => "limits",
            Self::Percent { .. } | Self::MayCount { .. } | Self::WorkedOut { .. } => "unit",
            Self::Turned | Self::LinesLeftOut { .. } | Self::Encoding(_) | Self::Decimals(_) => "layout",
            Self::Columns { .. } => "columns",
        }
    }

    /// Lines that it is about.
    pub fn lines(&self) -> Vec<u64> {
        match self {
            Self::Levels { rows, .. } => rows.iter().map(|(row, _)| row.line).collect(),
            Self::Repeats { rows, .. } | Self::LimitsCrossed { rows, .. } => rows.iter().map(|row| row.line).collect(),
            Self::LeftOut { rows, .. } => rows.iter().map(|left| left.row.line).collect(),
            Self::NotJoined(join) => join.left_out_rows.iter().map(|row| row.line).collect(),
            Self::LinesLeftOut { titles, notes, repeated } => [titles.as_slice(), notes, repeated].concat(),
            Self::Direction { .. }
            | Self::Polarity { .. }
            | Self::Unweighted
            | Self::LimitsOtherLevel
            | Self::LimitsStray { .. }
            | Self::Percent { .. }
            | Self::MayCount { .. }
            | Self::WorkedOut { .. }
            | Self::Turned
            | Self::Encoding(_)
            | Self::Decimals(_)
            | Self::Joined(_)
            | Self::Columns { .. } => Vec::new(),
        }
    }

    /// Headings of columns that it is about.
    pub fn columns(&self) -> Vec<String> {
        match self {
            Self::Direction { column, .. } | Self::Polarity { column } | Self::Percent { column, .. } => {
                vec![column.clone()]
            }
            Self::LimitsStray { columns } => columns.clone(),
            Self::WorkedOut { events, of, .. } => vec![events.clone(), of.clone()],
            Self::MayCount { column, of } => vec![column.clone(), of.clone()],
            Self::Joined(join) => join.given.clone(),
            Self::NotJoined(join) => join.columns.first().cloned().into_iter().collect(),
            Self::Columns { taken, others, .. } => [std::slice::from_ref(taken), others].concat(),
            Self::LeftOut { rows, .. } => {
                let mut columns: Vec<String> = rows.iter().map(|left| left.column.clone()).collect();
                columns.sort();
                columns.dedup();
                columns
            }
            Self::Levels { .. }
            | Self::Repeats { .. }
            | Self::Unweighted
            | Self::LimitsOtherLevel
            | Self::LimitsCrossed { .. }
            | Self::LinesLeftOut { .. }
            | Self::Turned
            | Self::Encoding(_)
            | Self::Decimals(_) => Vec::new(),
        }
    }
}
