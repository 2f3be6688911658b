//! The view `checked`: published figures beside what comes out here, where each was published, and why they differ.

use super::common::{edition_label, edition_year, in_need_capital, people_capital};
use super::edition::words;
use super::number::{count, percent, points};
use super::says::Said;
use super::sources::{
    BOARD, BOARD_ADDRESS, CORE20, CORE20_ADDRESS, IDENTIFIED, IDENTIFIED_ADDRESS, INDICES_2019, INDICES_2019_ADDRESS,
    INDICES_2025, INDICES_2025_ADDRESS, RELEASE_2019, RELEASE_2025, RELEASE_2025_ADDRESS, REPORT, REVISITING,
    REVISITING_ADDRESS,
};
use crate::data::Edition;
use crate::results::checked::{Check, Difference, Item, Pair, Printed, Way};

/// Below the heading.
pub const LEAD: &str =
    "Figures that others have published, beside what this tool gives. Each says how far the two differ, and why.";
/// Opens why figures differ, and where they were published.
pub const WHY: &str = "Why they differ, and where it was published";
/// Said of the sources.
pub const READ: &str = "Each source was read again on 25 or 26 November 2026. What could not be read is not here.";
/// What it is about, in the file of results.
pub const ABOUT: &str = "Published figures";
/// Leads to the page from the figures.
pub const FROM_FIGURES: &str = "See how these figures compare with published ones";

/// Headings of a table of figures.
pub fn headings() -> Vec<String> {
    ["Of what", "Published", "Here", "Difference"].map(str::to_owned).to_vec()
}

/// Everything that is shown of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What was checked.
    pub title: &'static str,
    /// Of which place and edition; where it has a page, what the link to that says.
    pub about: String,
    /// A row for each figure, for [`headings`].
    pub rows: Vec<Vec<String>>,
    /// What opens the rows where they are many.
    pub fold: Option<&'static str>,
    /// Why the two differ, or what makes them agree.
    pub why: String,
    /// Where it was published, with an address where there is one.
    pub sources: Vec<(String, Option<&'static str>)>,
}

/// What is shown of a check.
pub fn card(check: Check, pairs: &[Pair]) -> Card {
    let row = |pair: &Pair| vec![item(pair.item), printed(pair.printed), found(pair), difference(pair)];
    Card {
        title: title(check),
        about: about(check),
        rows: pairs.iter().map(row).collect(),
        fold: fold(check),
        why: why(check, pairs),
        sources: sources(check),
    }
}

/// What was checked.
pub const fn title(check: Check) -> &'static str {
    match check {
        Check::Report => "Where people on low incomes live",
        Check::Outside => "People on low incomes outside England’s most deprived fifth",
        Check::DistrictsOf2019 => "Districts with an area in the most deprived tenth, 2019",
        Check::DistrictsOf2025 => "Districts with an area in the most deprived tenth, 2025",
        Check::Suffolk => "Who lives in the most deprived fifth (Core20)",
        Check::Ipswich => "How many areas are in the most deprived fifth (Core20)",
        Check::Board => "How many areas of an NHS board are in the outer fifths",
        Check::Totals => "How England adds up",
        Check::TenPeople => "Ten people, two payments",
    }
}

/// Opens the figures of a check that has many.
const fn fold(check: Check) -> Option<&'static str> {
    match check {
        Check::Totals => Some("Show the totals"),
        Check::TenPeople => Some("Show the ten people’s figures"),
        Check::Report
        | Check::Outside
        | Check::DistrictsOf2019
        | Check::DistrictsOf2025
        | Check::Suffolk
        | Check::Ipswich
        | Check::Board => None,
    }
}

/// Of which place it is.
pub const fn place(check: Check) -> &'static str {
    match check {
        Check::Report => super::place::CAMBRIDGESHIRE_PETERBOROUGH,
        Check::Outside | Check::DistrictsOf2019 | Check::DistrictsOf2025 | Check::Totals => "England",
        Check::Suffolk => "Suffolk",
        Check::Ipswich => "Ipswich",
        Check::Board => "Suffolk and North East Essex ICB",
        Check::TenPeople => "An example of no place",
    }
}

/// The edition that its page is of; the totals are of all.
const fn edition(check: Check) -> Edition {
    match check {
        Check::Report | Check::Outside | Check::DistrictsOf2019 | Check::Suffolk | Check::Ipswich | Check::Board => {
            Edition::Iod2019
        }
        Check::DistrictsOf2025 | Check::Totals | Check::TenPeople => Edition::Iod2025,
    }
}

/// Of which place and edition it is; where there is a page with the number, what the link to it says.
fn about(check: Check) -> String {
    let (place, edition) = (place(check), edition_label(edition(check)));
    match check {
        Check::TenPeople => place.to_owned(),
        Check::DistrictsOf2019 | Check::DistrictsOf2025 => {
            format!("Open all councils of {place} with its most deprived tenth, {edition}")
        }
        Check::Report | Check::Outside | Check::Suffolk | Check::Ipswich | Check::Board | Check::Totals => {
            format!("Open {place}, {edition}")
        }
    }
}

/// What a figure is of.
pub fn item(item: Item) -> String {
    let of_two = |Way { chosen: [one, other], in_need }: Way, what: &str| {
        format!("Paid: {one} and {other}; poor: 1 to {in_need}. {what}")
    };
    match item {
        Item::InMostDeprivedFifth => "Most deprived fifth".to_owned(),
        Item::InLeastDeprivedFifth => "Least deprived fifth".to_owned(),
        Item::OutsideTarget => "Share of them".to_owned(),
        Item::Districts => "Share of districts".to_owned(),
        Item::PeopleInside => "People".to_owned(),
        Item::ShareInside => "Share of residents".to_owned(),
        Item::AreasInMostDeprivedFifth => "Share of its areas in the most deprived fifth".to_owned(),
        Item::AreasInLeastDeprivedFifth => "In the least deprived fifth".to_owned(),
        Item::AreasInside => "Areas".to_owned(),
        Item::AreasShareInside => "Share of its areas".to_owned(),
        Item::PeopleOf(edition, need) => format!("{}, {}", people_capital(need), edition_year(edition)),
        Item::InNeedOf(edition, need) => format!("{}, {}", in_need_capital(need), edition_year(edition)),
        Item::Missed(way) => of_two(way, "Missed"),
        Item::NotInNeed(way) => of_two(way, "Not poor"),
    }
}

/// A number as it was printed.
pub fn printed(printed: Printed) -> String {
    match printed {
        Printed::Percent(share) => format!("{share}%"),
        Printed::Tenths(tenths) => percent(f64::from(tenths) / 1000.0),
        Printed::AboutPercent(share) => format!("about {share}%"),
        Printed::Between(least, most) => format!("{least}% to {most}%"),
        Printed::OneIn(parts) => format!("1 in {parts}"),
        Printed::Count(number) => count(f64::from(number)),
    }
}

/// The number found here.
pub fn found(pair: &Pair) -> String {
    match pair.printed {
        Printed::Count(_) => count(pair.found),
        Printed::Percent(_)
        | Printed::Tenths(_)
        | Printed::AboutPercent(_)
        | Printed::Between(..)
        | Printed::OneIn(_) => percent(pair.found),
    }
}

/// How they differ.
pub fn difference(pair: &Pair) -> String {
    let or_less = |of: f64, more: &'static str, less: &'static str| if of < 0.0 { less } else { more };
    match pair.difference() {
        Difference::AsPrinted => "as printed".to_owned(),
        Difference::Inside => "inside".to_owned(),
        Difference::Share(share) if share.abs() < 0.0005 => {
            format!("under 0.1 points {}", or_less(share, "more", "less"))
        }
        Difference::Share(share) => format!("{} {}", points(share.abs()), or_less(share, "more", "less")),
        Difference::Number(more, part) => {
            format!("{} {} ({})", count(more.abs()), or_less(more, "more", "fewer"), percent(part.abs()))
        }
    }
}

/// Why they differ, or what makes them agree.
pub fn why(check: Check, pairs: &[Pair]) -> String {
    let people_at = words(edition(check)).people_at;
    let parts = pairs.iter().find_map(|pair| pair.parts);
    let of = parts.map(|(part, whole)| format!("{} of {}", count(part), count(whole))).unwrap_or_default();
    match check {
        Check::Report => format!(
            "The report names no year for its number of people. Here it is that of {people_at}, which was published with the \
             edition."
        ),
        Check::Outside => {
            let lies = if pairs.iter().all(Pair::agrees) { "inside" } else { "outside" };
            format!("The range is over four indices of England, Scotland and Wales. England by itself is {lies} it.")
        }
        Check::DistrictsOf2019 | Check::DistrictsOf2025 => {
            format!(
                "Both count official ranks. Here {of} districts have an area within the first tenth. On the page that opens \
                 every other one misses 100%."
            )
        }
        Check::Suffolk => format!(
            "Here people are those of {people_at}. The passage of the source that was read does not name its year."
        ),
        Check::Ipswich => format!(
            "Both count official ranks, so the number of people does not matter. Here {of} areas have one in the first fifth."
        ),
        Check::Board => {
            let areas: Vec<String> = pairs.iter().filter_map(|pair| pair.parts).map(|(part, _)| count(part)).collect();
            let whole = parts.map(|(_, whole)| count(whole)).unwrap_or_default();
            format!(
                "Both count official ranks. Here {} of the board’s {whole} areas, as its boundary was in 2022.",
                areas.join(" and ")
            )
        }
        Check::Totals => totals(pairs),
        Check::TenPeople => format!(
            "Ten people stand in order of income, number 1 the poorest. Missed is the share of the poor who get nothing \
             (exclusion error). Not poor is the share of those paid who are not poor (inclusion error). The measures of \
             every target here give {} of the {} figures as printed.",
            pairs.iter().filter(|pair| pair.agrees()).count(),
            pairs.len()
        ),
    }
}

/// Why England's totals differ. With the official file itself people do not.
fn totals(pairs: &[Pair]) -> String {
    let of = |is_in_need: bool| pairs.iter().filter(move |pair| matches!(pair.item, Item::InNeedOf(..)) == is_in_need);
    let is_more = of(true).all(|pair| pair.found > pair.printed.numbers().iter().sum());
    let more = if is_more { ", which gives a little more" } else { "" };
    let estimated =
        if of(false).all(Pair::agrees) { "" } else { " People of 2025 are an estimate, set to official totals." };
    format!(
        "Counts of people in need are published rounded to 5, and blank where they are small. Here the published rate is \
         taken times the people{more}.{estimated}"
    )
}

/// Where it was published.
pub fn sources(check: Check) -> Vec<(String, Option<&'static str>)> {
    match check {
        Check::Report => vec![(format!("{REPORT}, figure 2 and the text before it"), None)],
        Check::Outside => vec![(format!("{IDENTIFIED}, abstract"), Some(IDENTIFIED_ADDRESS))],
        Check::DistrictsOf2019 => vec![(format!("{RELEASE_2019}, key findings"), Some(INDICES_2019_ADDRESS))],
        Check::DistrictsOf2025 => vec![(format!("{RELEASE_2025}, main findings"), Some(RELEASE_2025_ADDRESS))],
        Check::Suffolk | Check::Ipswich => vec![(CORE20.to_string(), Some(CORE20_ADDRESS))],
        Check::Board => vec![(BOARD.to_string(), Some(BOARD_ADDRESS))],
        Check::Totals => vec![
            (INDICES_2019.part("File 8"), Some(INDICES_2019_ADDRESS)),
            (INDICES_2025.part("File 8 and population denominators"), Some(INDICES_2025_ADDRESS)),
        ],
        Check::TenPeople => vec![(REVISITING.part("table 7.3 on page 474"), Some(REVISITING_ADDRESS))],
    }
}

/// The sentences of the page, each under its kind.
pub fn says(checks: &[(Check, Vec<Pair>)]) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for (check, pairs) in checks {
        let title = title(*check);
        said.extend(pairs.iter().map(|pair| {
            let (item, printed, found) = (item(pair.item), printed(pair.printed), found(pair));
            ("figure", format!("{title}. {item}: published {printed}, here {found}, {}.", difference(pair)))
        }));
        said.push(("why", format!("{title}. {}", why(*check, pairs))));
    }
    said
}
