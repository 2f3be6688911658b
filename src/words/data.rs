//! The view `data`: which figures these are, and adding one's own file.

use super::common::{edition_year, in_need, in_need_capital, people};
use super::edition::{source, words};
use super::number::{count, percent};
use super::sources::{PLACES, RURAL_2011, RURAL_2021, attribution};
use super::{Block, Section};
use crate::data::reconciliation::{ENGLAND, EnglandTotals};
use crate::data::{Edition, Extent};

/// Below the heading.
pub const LEAD: &str =
    "The tool comes with figures for every council in England. Add the official file for exact results.";

/// Heading of the part about one's own file.
pub const OWN_HEADING: &str = "Add the official file";
/// What it does.
pub const OWN_TEXT: &str =
    "With the file itself, every result is worked out from single areas and exact. The file stays on your device.";
/// Where to get the file.
pub const OWN_WHERE: &str =
    "Get “File 7: all ranks, scores, deciles and population denominators” as a CSV file from GOV.UK:";
/// Pages that have the file, as (text, address).
pub fn own_links() -> [(&'static str, &'static str); Edition::COUNT] {
    Edition::ALL.map(|edition| words(edition).link)
}
/// Label of the choice of file.
pub const CHOOSE: &str = "Choose File 7 (CSV)";
/// Hint of the drop zone.
pub const DROP: &str = "or drop it here, on any page";
/// Stops reading.
pub const CANCEL: &str = "Cancel";
/// Said when reading was stopped.
pub const CANCELLED: &str = "Stopped. The figures from before are still in use.";
/// Said after a problem.
pub const UNCHANGED: &str = "The figures from before are still in use.";
/// Heading of the files in use.
pub const IN_USE: &str = "Files in use on this device";
/// Takes a file out.
pub const REMOVE: &str = "Remove";
/// Name of that button.
pub fn remove(name: &str) -> String {
    format!("Remove {name}")
}
/// Said when a file was taken out.
pub fn removed(name: &str) -> String {
    format!("{name} was removed. The built-in figures are in use.")
}
/// Said where the browser cannot keep the file.
pub const NOT_KEPT: &str =
    "This browser does not let the page keep the file, so you will have to choose it again next time.";
/// Said where the file is kept.
pub const KEPT: &str = "It is kept on this device for your next visit.";
/// Said where a file is in use that does not hold the place shown.
pub const NOT_COVERED: &str = "The file you added does not cover this place.";
/// Said where a file is there, and the place cuts through an authority.
pub const CUTS: &str = "The file you added is not used: this place holds a part of a council, and the file does not say which \
     areas that part has.";
/// Why a file that was added is not used for what a place covers.
pub fn not_used(place: &Extent) -> &'static str {
    if place.whole_authorities().is_some() { NOT_COVERED } else { CUTS }
}
/// Which figures are in use, and why a file that is there is not.
pub fn with_another_file(figures: &str, not_used: Option<&str>) -> String {
    not_used.map_or_else(|| figures.to_owned(), |why| format!("{figures} {why}"))
}
/// Goes back to the result.
pub const SEE_RESULT: &str = "See who gets missed with this file";

/// While a file is read, of which this part is done (0 to 1).
pub fn reading(name: &str, part: f64) -> String {
    format!("Reading {name}: {}", super::number::whole_percent(part))
}

/// How much of a file (0 to 1) is read, in per cent, for the progress bar.
pub fn percent_read(part: f64) -> String {
    crate::decimal::tenths(100.0 * part)
}

/// What the built-in figures are, per edition.
pub fn sections() -> Vec<Section> {
    let all = Section {
        id: "built-in",
        heading: "The built-in figures",
        blocks: vec![
            Block::Text(
                "For each council how many people, and people in need, live in its most deprived areas: sums at enough \
                 points that between them a straight line is near. They were added up from the official files by the same \
                 code that reads a file here. Rows of single areas are not in them."
                    .to_owned(),
            ),
            Block::Text(super::bound::PROMISE.to_owned()),
        ],
    };
    let larger = Section {
        id: "larger-places",
        heading: "Larger places",
        blocks: vec![
            Block::Text(
                "Counties, regions, combined authorities, the NHS’s integrated care boards (ICBs) and their parts are sums of \
                 councils. Where a boundary of the NHS cuts through a council, each part of it has figures of its own, which \
                 keep the same promise."
                    .to_owned(),
            ),
            Block::List(vec![
                "The 2019 edition has the NHS’s places as they were in 2022, the 2025 edition as in 2024. Boards that \
                 merged or changed later stand as they were."
                    .to_owned(),
                "Combined authorities are those of 2025, and those of 2023 that were gone by then.".to_owned(),
                "Councils that merged are followed into the edition that is shown, and named.".to_owned(),
            ]),
            Block::Text(format!("Which area belongs to which place: {PLACES}. {}", attribution())),
        ],
    };
    let rural = Section {
        id: "rural-and-urban",
        heading: super::missed::RURAL,
        blocks: vec![
            Block::Text(
                "Each council, each part of one and England have figures for their rural and for their urban areas, which add \
                 up to the whole. Shares of either at a whole per cent of England’s areas, of all or of the same class, are \
                 within 0.25 percentage points of those from single areas, or a tenth of a person. Where a council has only \
                 one rural area, its rural figures are those of that area."
                    .to_owned(),
            ),
            Block::List(vec![
                format!("2019 edition: {RURAL_2011}. 5,598 of 32,844 areas are rural."),
                format!("2025 edition: {RURAL_2021}. 5,554 of 33,755 areas are rural."),
            ]),
            Block::Text(attribution()),
        ],
    };
    let totals = Section {
            id: "totals",
            heading: "How England adds up",
            blocks: vec![
                Block::Text(
                    "Councils add up to their regions and to England, to the tenth of a person. Numbers in need are published \
                     rates times people; the counts that are published beside them (File 8) are rounded to 5, and blank where \
                     they are small, so they add up to a little less."
                        .to_owned(),
                ),
                Block::List(ENGLAND.iter().map(adds_up).collect()),
            ],
        };
    [all, larger, rural].into_iter().chain(Edition::ALL.map(section)).chain([totals]).collect()
}

fn section(edition: Edition) -> Section {
    let words = words(edition);
    let needs: Vec<&str> = edition.built_in_needs().iter().map(|&need| in_need(need)).collect();
    let mut list = vec![
        format!(
            "{} small areas, called LSOAs, of about 1,500 residents each.",
            count(f64::from(edition.areas_in_england()))
        ),
        format!("Who is counted: {}.", needs.join(", ")),
    ];
    list.extend(words.people_estimated.into_iter().chain(words.notes.iter().copied()).map(str::to_owned));
    Section {
        id: edition.key(),
        heading: words.source.title,
        blocks: vec![Block::List(list), Block::Text(source(edition))],
    }
}

/// England's totals beside the official ones.
fn adds_up(of: &EnglandTotals) -> String {
    let number = |number: u32| count(f64::from(number));
    let official = of.official_people.map(|official| format!(" (official: {})", number(official))).unwrap_or_default();
    format!(
        "{}, {}: {} of {} {}{official}. The counts add up to {}, blank in {} areas: here it is {} more.",
        in_need_capital(of.need),
        edition_year(of.edition),
        number(of.in_need),
        number(of.people),
        people(of.need),
        number(of.counted),
        number(of.blank_areas),
        percent(of.above_the_counts()),
    )
}
