//! What is asked of a table, and what can be answered.

use super::column_name;
use crate::data::table::{AnswerKey, Choice, Purpose, Question, Role};

/// A question.
pub fn question(asked: &Question, purpose: Purpose) -> String {
    let column = asked.column.as_deref().unwrap_or_default();
    match asked.key {
        AnswerKey::Direction => match &asked.contradicted_by {
            Some(other) => format!(
                "Which end of “{column}” is the most deprived? Its kind or its heading says one thing, “{other}” runs the other way."
            ),
            None => format!("Which end of “{column}” is the most deprived? The table does not say."),
        },
        AnswerKey::Filter => format!("Rows stand for the same thing several times. Which “{column}” is meant?"),
        AnswerKey::Level => {
            "The rows are of several kinds of area, which may hold each other. Which are meant?".to_owned()
        }
        AnswerKey::Decimals => {
            format!("Is the comma in “{column}” a decimal comma, or does it stand between thousands?")
        }
        AnswerKey::Unit => {
            format!(
                "Some cells of “{column}” have a per cent sign and others are below 1 without one. What are the others?"
            )
        }
        AnswerKey::By => "By what are there several results?".to_owned(),
        AnswerKey::More => format!("Is more of “{column}” worse or better?"),
        AnswerKey::Column(Role::Value) if purpose == Purpose::Measured => {
            "Several columns could be what is measured. Which one?".to_owned()
        }
        AnswerKey::Column(role) => format!("Several columns could hold the {}. Which one?", column_name(role, purpose)),
    }
}

/// An answer to it.
pub fn choice(asked: &Question, choice: &Choice) -> String {
    match (asked.key, choice.answer.as_str()) {
        (AnswerKey::Direction, _) => format!("{} is most deprived", choice.shown),
        (AnswerKey::Decimals, "comma") => "A decimal comma: 45,123 is a little over 45".to_owned(),
        (AnswerKey::Decimals, _) => "Between thousands: 45,123 is over 45 thousand".to_owned(),
        (AnswerKey::Unit, "share") => "Shares: 0.5 is 50%".to_owned(),
        (AnswerKey::Unit, _) => "Per cent: 0.5 is 0.5%".to_owned(),
        (AnswerKey::Level, code) => level(code),
        (AnswerKey::More | AnswerKey::By, _) => choice.shown.clone(),
        (AnswerKey::Filter | AnswerKey::Column(_), _) if choice.shown.is_empty() => "(blank)".to_owned(),
        (AnswerKey::Filter | AnswerKey::Column(_), _) => choice.shown.clone(),
    }
}

/// A kind of area by the beginning of its codes.
pub(super) fn level(code: &str) -> String {
    let name = match code {
        "E01" | "W01" => "lower super output areas",
        "E02" | "W02" => "middle super output areas",
        "E05" | "W05" => "wards",
        "E06" => "unitary authorities, metropolitan districts and London boroughs",
        "E07" => "districts, with authorities of one tier",
        "E10" => "counties, with authorities of one tier",
        "E12" => "regions",
        "E38" => "sub-ICBs",
        "E47" => "combined authorities",
        "E54" => "integrated care boards",
        _ => return format!("areas with codes {code}…"),
    };
    format!("{name} (codes {code}…)")
}
