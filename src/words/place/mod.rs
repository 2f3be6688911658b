//! Names of places, and the list to search for one.

mod search;

pub use search::{Choice, choices, matching};

use super::locale::{Plural, plural};
use super::{list_of, schools};
use crate::data::boundaries::{COUNTIES, successors};
use crate::data::figures::HeldOf;
use crate::data::places::in_edition_of;
use crate::data::{Authority, AuthorityCode, Edition, PlaceCode, PlaceKind, Places};
use crate::scenario::{Place, Scenario};

/// Name of the preset of all authorities.
pub const ENGLAND: &str = "All England";
/// Name of the preset of the reports behind the app.
pub const CAMBRIDGESHIRE_PETERBOROUGH: &str = "Cambridgeshire and Peterborough";

/// Stands for the place where the units are the person's own.
pub const OWN_TABLE: &str = "Your own table";

/// What stands for the place where units are not those of an edition.
pub fn own_table(scenario: &Scenario) -> &'static str {
    scenario.schools().map_or(OWN_TABLE, schools::name)
}

/// The name of a page's place: that which the person gave it, with what it is; else what it is.
pub fn of(scenario: &Scenario, places: &Places) -> String {
    if scenario.uses_own() {
        return on_card(scenario, places);
    }
    let what = name(&scenario.place, scenario.data, places);
    match &scenario.place_name {
        Some(given) => format!("{given} ({what})"),
        None => what,
    }
}

/// The same on a card, which has little room: a name of the person's own says enough.
pub fn on_card(scenario: &Scenario, places: &Places) -> String {
    let what = || match scenario.uses_own() {
        true => own_table(scenario).to_owned(),
        false => name(&scenario.place, scenario.data, places),
    };
    scenario.place_name.clone().unwrap_or_else(what)
}

/// Whether a name takes more than two lines of a narrow card in its usual type.
pub fn is_long(name: &str) -> bool {
    name.chars().count() > 34
}

/// The name of a place in an edition. Councils that its figures do not have are named by those that cover them there.
pub fn name(place: &Place, edition: Edition, places: &Places) -> String {
    let codes = match place {
        Place::England => return "England".to_owned(),
        Place::CambridgeshirePeterborough => return CAMBRIDGESHIRE_PETERBOROUGH.to_owned(),
        Place::Authorities(codes) => codes,
        Place::Footprints(codes) if codes.len() > MOST_NAMED => return format!("{} places", codes.len()),
        Place::Footprints(codes) => return listed(codes.iter().map(|&code| of_code(code, edition, places)).collect()),
    };
    let mut all = AuthorityCode::sorted(codes.iter().flat_map(|&code| places.authorities_for(edition, code)));
    // What these figures do not have is left out of them; only if that is all, its codes stand for it.
    if all.is_empty() {
        all.clone_from(codes);
    }
    for county in COUNTIES {
        let districts = AuthorityCode::sorted(county.districts().filter(|&code| places.has(code)));
        if districts.len() > 1 && districts == all {
            return county.name.to_owned();
        }
    }
    // A single one that is gone says so; of several the names are enough.
    if let [only] = codes.as_slice() {
        return of_authority(*only, edition, places);
    }
    listed(all.iter().map(|&code| authority(code, &places.authorities)).collect())
}

/// The name of a place with every part of it, however many: a name of the person's own where it has one.
pub fn in_full(place: &Place, given: Option<&str>, edition: Edition, places: &Places) -> String {
    match (given, place) {
        (Some(given), _) => given.to_owned(),
        (None, Place::Authorities(_) | Place::Footprints(_)) if place.codes().len() > MOST_NAMED => {
            let names: Vec<String> = place.codes().iter().map(|&code| of_code(code, edition, places)).collect();
            list_of(&names)
        }
        (None, _) => name(place, edition, places),
    }
}

/// The name of what a code stands for in an edition, with what took its place where that is another one; the code if these
/// figures do not have it.
pub fn of_code(code: PlaceCode, edition: Edition, places: &Places) -> String {
    let footprint = || places.footprints.find(in_edition_of(code, edition)).map(|footprint| &*footprint.name);
    let with = |kind: &str| footprint().map(|name| format!("{name} {kind}"));
    let found = match code.kind() {
        PlaceKind::Authority => code.authority().map(|code| of_authority(code, edition, places)),
        PlaceKind::County => COUNTIES.iter().find(|county| county.code == code.number()).map(|county| {
            let districts: Vec<AuthorityCode> = county.districts().collect();
            let gone = districts.iter().find(|&&code| !places.has(code));
            let later = gone.and_then(|&code| successors(code).find(|&(later, _)| places.has(later)));
            match later {
                Some((_, year)) => {
                    let all = districts.iter().flat_map(|&code| places.authorities_for(edition, code));
                    let names = AuthorityCode::sorted(all).into_iter().map(|code| authority(code, &places.authorities));
                    took_its_place(&listed(names.collect()), year)
                }
                None => county.name.to_owned(),
            }
        }),
        PlaceKind::Region => region(code).map(str::to_owned),
        PlaceKind::SubIcb => with("sub-ICB area"),
        PlaceKind::CombinedAuthority => with("combined authority"),
        PlaceKind::Icb => with("ICB"),
    };
    found.unwrap_or_else(|| code.to_string())
}

/// The name of an authority by any code that it has had, with what took its place where these figures do not have it.
fn of_authority(code: AuthorityCode, edition: Edition, places: &Places) -> String {
    let covering = places.authorities_for(edition, code);
    let later = successors(code).find(|(later, _)| covering.contains(later));
    let names = covering.iter().map(|&code| authority(code, &places.authorities)).collect::<Vec<_>>();
    match (later, names.is_empty()) {
        (_, true) => code.to_string(),
        (Some((_, year)), false) => took_its_place(&listed(names), year),
        (None, false) => listed(names),
    }
}

fn took_its_place(names: &str, year: u16) -> String {
    format!("{names}, which took its place in {year}")
}

/// The regions of England.
const REGIONS: [(u32, &str); 9] = [
    (12_000_001, "North East"),
    (12_000_002, "North West"),
    (12_000_003, "Yorkshire and The Humber"),
    (12_000_004, "East Midlands"),
    (12_000_005, "West Midlands"),
    (12_000_006, "East of England"),
    (12_000_007, "London"),
    (12_000_008, "South East"),
    (12_000_009, "South West"),
];

fn region(code: PlaceCode) -> Option<&'static str> {
    REGIONS.iter().find(|(number, _)| *number == code.number()).map(|(_, name)| *name)
}

fn listed(names: Vec<String>) -> String {
    if names.len() <= MOST_NAMED { list_of(&names) } else { format!("{} councils", names.len()) }
}

/// Parts of a place that its name names; of more it says how many.
const MOST_NAMED: usize = 3;

/// The name of an authority of which a place holds all or only a part.
pub fn held(held: &HeldOf, authorities: &[Authority]) -> String {
    let name = authority(held.authority, authorities);
    if held.is_whole { name } else { format!("part of {name}") }
}

/// The name of an authority, its code if these figures do not have it.
pub fn authority(code: AuthorityCode, authorities: &[Authority]) -> String {
    authorities.iter().find(|a| a.code == code).map_or_else(|| code.to_string(), |a| a.name.clone())
}

/// Label of the choice.
pub const LABEL: &str = "Council or area";
/// Hint below the label.
pub const HINT: &str = "Type a name or code, such as Leeds or London";
/// Label of the choice that adds to the place.
pub const ADD_LABEL: &str = "Add another place";
/// Heading of the part that combines places.
pub const COMBINE: &str = "Combine places";
/// Name of the list of choices.
pub const LIST: &str = "Places";
/// Said when nothing fits what was typed.
pub const NOTHING_FITS: &str =
    "No council, county, region, combined authority or NHS area in England has this name or code. Check the spelling.";

/// Said when nothing fits and the names of larger places are not there.
pub const NOT_ALL_HERE: &str = "Nothing found yet: the list of all places has not arrived.";
/// Leads to where places stand side by side.
pub const SIDE_BY_SIDE: &str = "See two or three places side by side";
/// Label of the field for a name of one's own.
pub const GIVEN: &str = "Name for this place";
/// Hint below it.
pub const GIVEN_HINT: &str =
    "Up to 40 characters. It is shown with what the place is made of, and is part of the link.";
/// Said when a name cannot be used.
pub const GIVEN_ERROR: &str = "Use at most 40 characters, all of which can be seen";

/// How many places fit, for a screen reader.
pub fn found(number: usize, nothing: &str) -> String {
    match plural(number) {
        _ if number == 0 => nothing.to_owned(),
        Plural::One => format!("{number} place fits. Press down arrow to choose it."),
        Plural::Other => format!("{number} places fit. Press down arrow to choose."),
    }
}

/// Name of the button that takes a part out of the place.
pub fn remove(part: &str) -> String {
    format!("Remove {part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let all =
            [("E08000035", "Leeds"), ("E09000005", "Brent"), ("E06000066", "Somerset"), ("E08000016", "Barnsley")];
        let authority =
            |(code, name): (&str, &str)| Authority { code: code.parse().unwrap(), name: name.to_owned(), region: None };
        let footprints = "code,name,year,members,also\nE38000237,Kent and Medway 91Q,2024,E08000035,\n\
                          E54000032,Kent and Medway,2024,E38000237,\n";
        Places {
            footprints: std::sync::Arc::new(footprints.parse().unwrap()),
            ..Places::of(std::sync::Arc::new(all.map(authority).to_vec()))
        }
    }

    #[test]
    fn places_are_named_after_what_they_hold() {
        let name = |text: &str| super::name(&text.parse().unwrap(), Edition::Iod2025, &places());
        assert_eq!(name("england"), "England");
        assert_eq!(name("E08000035"), "Leeds");
        assert_eq!(name("E08000035,E09000005"), "Leeds and Brent");
        assert_eq!(name("E06000001"), "E06000001");
        assert_eq!(name("E12000006"), "East of England");
        assert_eq!(name("E54000032,E08000035"), "Leeds and Kent and Medway ICB");
        assert_eq!(name("E54000099"), "E54000099");
    }

    #[test]
    fn what_took_the_place_of_a_council_or_county_is_named_and_a_new_code_is_the_same_council() {
        let name = |text: &str| super::name(&text.parse().unwrap(), Edition::Iod2025, &places());
        assert_eq!(name("E07000187"), "Somerset, which took its place in 2023");
        assert_eq!(name("E10000027"), "Somerset, which took its place in 2023");
        assert_eq!(name("E08000038"), "Barnsley");
    }

    #[test]
    fn a_name_of_ones_own_says_what_it_is_of() {
        let scenario = Scenario::from_query("v=2&place=E08000035,E09000005&place-name=Our%20patch").scenario;
        assert_eq!(of(&scenario, &places()), "Our patch (Leeds and Brent)");
    }
}
