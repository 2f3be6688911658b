//! How a table was joined to another, or why it cannot be.

use super::{few, many};
use crate::data::table::{COUNCIL, CouncilsFollowed, Followed, Join, JoinError, Joinable, PRACTICE, Purpose, Side};
use crate::words::capital;
use crate::words::import::Message;
use crate::words::number::count;

/// A kind of code, as so many of it.
fn kind_name(kind: &str) -> String {
    match kind {
        COUNCIL => "councils".to_owned(),
        PRACTICE => "general practices".to_owned(),
        _ => super::asked::level(kind),
    }
}

/// What a table is called; one without a name is “the other table”.
fn named(with: &str) -> String {
    if with.is_empty() { "the other table".to_owned() } else { format!("“{with}”") }
}

fn quoted(headings: &[String]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("“{heading}”")).collect();
    listed(&quoted)
}

/// What came of a join.
pub fn joined(join: &Join) -> String {
    let [own, other] = &join.columns;
    let with = named(&join.with);
    let mut text = format!(
        "Joined to {with} by code (“{own}” here, “{other}” there), which gives {}: {} a partner.",
        quoted(&join.given),
        many(join.joined, "row has", "rows have")
    );
    if join.summed > 0 {
        let areas = many(join.summed, "finer area", "finer areas");
        text += &format!(" It has {areas} in these: people are added up, and a score is their mean by people.");
    }
    for councils in join.followed.iter().filter(|councils| !councils.how.is_left_out()) {
        text += &format!(" {}", followed(councils, &with));
    }
    if join.without > 0 {
        text +=
            &format!(" {} a number and count nowhere.", many(join.without, "more of them lacks", "more of them lack"));
    }
    if join.repeated > 0 {
        text += &format!(" {} in several rows here.", many(join.repeated, "code stands", "codes stand"));
    }
    if join.not_used > 0 {
        let codes = few(join.not_used_codes.clone(), join.not_used);
        text +=
            &format!(" {} has {} that no row here has: {codes}.", capital(&with), many(join.not_used, "code", "codes"));
    }
    text
}

/// Which rows have no partner.
pub fn not_joined(join: &Join) -> String {
    let name = |row: &crate::data::table::TableRow| match row.name.is_empty() {
        true => format!("line {}", row.line),
        false => format!("{} (line {})", row.name, row.line),
    };
    let rows = few(join.left_out_rows.iter().map(name).collect(), join.left_out);
    let with = named(&join.with);
    let mut text = match join.left_out {
        1 => format!("1 row is left out, as {with} does not have its code: {rows}."),
        several => format!("{} rows are left out, as {with} does not have their codes: {rows}.", count(several as f64)),
    };
    for councils in join.followed.iter().filter(|councils| councils.how.is_left_out()) {
        text += &format!(" {}", followed(councils, &with));
    }
    text
}

/// What became of councils that the two tables have by different codes.
fn followed(of: &CouncilsFollowed, with: &str) -> String {
    let (own, other) = (listed(&of.own), listed(&of.other));
    let since = of.year.map(|year| format!(" since {year}")).unwrap_or_default();
    match of.how {
        Followed::Same => format!("{own} is the same council as {other} in {with}."),
        Followed::Added => format!("{own} are one council{since}, {other}: their counts are added up."),
        Followed::AddedThere => {
            format!(
                "{own} is one council{since}; {with} has {other}: their people are added up, and a score is their mean by people."
            )
        }
        Followed::Rates | Followed::PartMissing => {
            let (are, as_) = match of.own.len() {
                1 => ("is a part of one council", "It is not counted there"),
                _ => ("are parts of one council", "They are not put together"),
            };
            let why = match of.how {
                Followed::Rates => "rates and scores cannot be added up, as counts can",
                _ => "not each part of it has one row here",
            };
            format!("{own} {are}{since}, {other}. {as_}: {why}.")
        }
        Followed::NoMean => {
            format!("{own} is one council{since}; {with} has {other}, whose deprivation has no mean by people there.")
        }
    }
}

/// Names with “and” before the last.
fn listed(names: &[String]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// Why two tables cannot be joined, and what to do. `with` is what the other is called.
pub fn join_message(error: &JoinError, with: &str) -> Message {
    let other = named(with);
    let message = |problem: String, advice: &str| Message { problem, advice: advice.to_owned() };
    let shown = |code: &Option<String>| code.as_ref().map(|code| format!(" (as {code} is)")).unwrap_or_default();
    match error {
        JoinError::NotNeeded => message(
            format!("This table has deprivation and people of its own, so there is nothing to take from {other}."),
            "Use it by itself.",
        ),
        JoinError::NoCodes(Side::Own) => message(
            "No column of codes was found in this table.".to_owned(),
            "Add a column with the codes of areas or practices, such as E01012345 or E07000008.",
        ),
        JoinError::NoCodes(Side::Other) => message(
            format!("No column of codes was found in {other}."),
            "Choose a table that has the same codes, with deprivation and people.",
        ),
        JoinError::NoMatch { own, other: kinds } => {
            let kinds: Vec<String> = kinds.iter().map(|kind| kind_name(kind)).collect();
            message(
                format!(
                    "This table has codes of {}, and none of them is in {other}, which has {}.",
                    kind_name(own),
                    kinds.join(" and ")
                ),
                "Choose a table of the same areas. Areas of one kind are not put in place of another.",
            )
        }
        JoinError::OtherCensus { own, own_code, other: census, other_code } => message(
            format!(
                "This table has areas of the {} census{}, {other} has those of {}{}.",
                own.year(),
                shown(own_code),
                census.year(),
                shown(other_code)
            ),
            "Areas of two censuses are not the same, so they are not joined. Use a table of the same census.",
        ),
        JoinError::TwoCensuses(side, [first, second]) => {
            let which = match side {
                Side::Own => "This table".to_owned(),
                Side::Other => format!("The table {other}"),
            };
            message(
                format!("{which} has areas of two censuses: {first} is of 2011, {second} of 2021."),
                "Use rows of one census.",
            )
        }
        JoinError::OtherLacks(role) => message(
            format!("No column for the {} was found in {other}.", super::column_name(*role, Purpose::Measured)),
            "Choose a table that has it, with the same codes.",
        ),
        JoinError::Repeats { count: number, codes } => message(
            format!(
                "In {other} {} in several rows that do not say the same: {}.",
                many(*number, "code stands", "codes stand"),
                few(codes.clone(), *number)
            ),
            "Leave one row for each code, such as those of one year, and join again.",
        ),
        JoinError::CannotAverage(heading) => message(
            format!("{} has finer areas, and “{heading}” cannot be averaged over them.", capital(&other)),
            "Use a table with a score of deprivation. Ranks and groups of areas have no mean with a meaning.",
        ),
        JoinError::NothingToWeighBy => message(
            format!("{} has finer areas, and does not say how many people live in each.", capital(&other)),
            "Use a table that has a number of people as well.",
        ),
        JoinError::Table(error) => super::table_message(error),
    }
}

/// Said of a table that could be joined to another.
pub fn joinable(of: &Joinable) -> String {
    let lacks = match (of.lacks.deprivation, of.lacks.people) {
        (true, true) => "no deprivation and no number of people",
        (true, false) => "no deprivation",
        (false, _) => "no number of people",
    };
    format!(
        "This table has codes of {} (“{}”), but {lacks}. Another table may have that for the same codes.",
        kind_name(&of.kind),
        of.heading
    )
}

/// Heading of the tables that could be joined.
pub const JOIN: &str = "Take deprivation and people from another table";
/// Above the buttons.
pub const JOIN_WITH: &str = "Join it by code to:";
/// Said where there is none. File 7 has codes of small areas and councils alone.
pub const fn none_to_join(could_be_file_7: bool) -> &'static str {
    if could_be_file_7 {
        "There is none here yet. Add File 7 on the page “Figures”, or use a table that has them and keep it on this device; then \
         come back."
    } else {
        "There is none here yet. Use a table that has them and keep it on this device; then come back."
    }
}
/// The name of a button.
pub fn join_with(name: &str) -> String {
    format!("Join to “{name}”")
}
/// What the file of an edition is called.
pub fn file_7(edition: &str) -> String {
    format!("File 7, {edition}")
}
