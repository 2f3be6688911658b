//! Which version of an official file is in use, said by what can be known of it: its checksum and what it adds up to.

use super::common::{edition_year, in_need, in_need_capital, people};
use super::number::count;
use crate::data::official::{Beside, FileVersion, NeedTotals};

/// What a file is held against. The built-in figures themselves are rounded to tenths of a person in each stretch.
const MADE_FROM: &str = "the file that the built-in figures were made from";

/// What the version is, a sentence or two each.
pub fn version(of: &FileVersion) -> Vec<String> {
    let mut said = vec![checksum(of)];
    said.extend(of.totals.first().map(|totals| first_figures(of, totals)));
    if !of.is_all_england {
        return said;
    }
    let differences: Vec<String> = of.differences().map(|(totals, beside)| difference(totals, beside)).collect();
    if differences.is_empty() {
        said.push(match of.totals.as_slice() {
            [_] => format!("Both numbers are those of {MADE_FROM}."),
            _ => format!("These and its other totals for England are those of {MADE_FROM}."),
        });
    } else {
        said.extend(differences);
        if of.edition.built_in_people_are_estimated() {
            said.push(format!(
                "In the file that those {} figures were made from the number of people is an estimate. So a difference does not \
                 by itself mean that the official file was corrected.",
                edition_year(of.edition)
            ));
        }
    }
    said
}

fn checksum(of: &FileVersion) -> String {
    format!(
        "Its version: the checksum (SHA-256) begins {}. Another version of the file has another one.",
        of.checksum.short()
    )
}

/// The number of the need that every file has.
fn first_figures(of: &FileVersion, totals: &NeedTotals) -> String {
    let (need, all) = (count(totals.in_need), count(totals.people));
    let place = if of.is_all_england { "England in this file" } else { "The areas in this file together" };
    format!("{place}: {need} {} among {all} {}.", in_need(totals.need), people(totals.need))
}

/// By how much a total differs from the built-in one.
fn difference(totals: &NeedTotals, beside: Beside) -> String {
    let people = people(totals.need);
    let official = match beside.more_than_official {
        None => String::new(),
        Some(0) => format!(" Its number of {people} is the official one."),
        Some(more) => format!(" Beside the official number it has {} {people}.", more_or_fewer(more)),
    };
    format!(
        "{}: beside {MADE_FROM} this one has {} {people}, and {} in need.{official}",
        in_need_capital(totals.need),
        more_or_fewer(beside.more_people),
        more_or_fewer(beside.more_in_need),
    )
}

fn more_or_fewer(more: i64) -> String {
    let number = count(more.unsigned_abs() as f64);
    match more {
        0 => "as many".to_owned(),
        1.. => format!("{number} more"),
        ..0 => format!("{number} fewer"),
    }
}

/// All of it as one text, for a file of results.
pub fn in_one(of: &FileVersion) -> String {
    version(of).join(" ")
}

/// The name under which it stands in the first lines of a file of rows.
pub const LABEL: &str = "Own file";

/// Said of a file that takes the place of one of the same edition.
pub const fn replaced(is_same: bool) -> &'static str {
    if is_same {
        "It is the same, byte for byte, as the file that was in use before."
    } else {
        "It is not the same as the file that was in use before, whose place it takes."
    }
}
