//! The list of places to search: every kind in one, told apart by what is said beside the name.

use super::{CAMBRIDGESHIRE_PETERBOROUGH, ENGLAND, REGIONS, authority, listed};
use crate::data::boundaries::{COUNTIES, other_codes, other_nhs_code, successors};
use crate::data::footprints::Footprint;
use crate::data::{Authority, AuthorityCode, Edition, PlaceCode, PlaceKind, Places};
use crate::scenario::Place;

/// A place that can be chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name.
    pub label: String,
    /// What kind of place it is; empty for a council.
    pub kind: String,
    /// What it stands for.
    pub place: Place,
    /// Whether it stands in the list while nothing is typed.
    is_listed: bool,
    /// Its name as it is compared with what a person typed, then others by which it is found.
    keys: Vec<String>,
}

impl Choice {
    fn new(label: &str, kind: String, place: Place) -> Self {
        let mut keys = vec![plain_words(label)];
        keys.extend(initials(label));
        Self { label: label.to_owned(), kind, place, is_listed: true, keys }
    }

    /// Found by this code, and by its other names.
    fn known_as(mut self, code: PlaceCode, places: &Places) -> Self {
        self.keys.push(plain_words(&code.to_string()));
        let other = other_nhs_code(code.number()).and_then(PlaceCode::from_number);
        self.keys.extend(other.map(|code| plain_words(&code.to_string())));
        if let Some(Footprint { also, .. }) = places.footprints.find(code) {
            self.keys.extend(also.split('/').map(plain_words).filter(|key| !key.is_empty()));
        }
        self
    }

    fn only_when_typed(self) -> Self {
        Self { is_listed: false, ..self }
    }
}

/// Every place that can be found: presets, regions, counties, each council by name, combined authorities and integrated care
/// boards; then those that stand in the list only when they are typed, parts of boards and councils of other years.
pub fn choices(edition: Edition, places: &Places) -> Vec<Choice> {
    let authorities = &places.authorities;
    let mut all = vec![
        Choice::new(CAMBRIDGESHIRE_PETERBOROUGH, String::new(), Place::CambridgeshirePeterborough),
        Choice {
            keys: vec!["all england".to_owned(), "england".to_owned(), "e92000001".to_owned()],
            ..Choice::new(ENGLAND, String::new(), Place::England)
        },
    ];
    for (number, name) in REGIONS {
        all.extend(choice(number, name, "region of England".to_owned(), places));
    }
    let mut former = Vec::new();
    for county in COUNTIES {
        let districts: Vec<AuthorityCode> = county.districts().filter(|&code| places.has(code)).collect();
        let (kind, place, is_here) = match PlaceCode::from_number(county.code) {
            Some(_) if districts.len() > 1 => (county_of(districts.len()), Place::of(districts), true),
            Some(code) => ("former county".to_owned(), Place::of([code]), false),
            None => continue,
        };
        if let (Some(place), Some(code)) = (place, PlaceCode::from_number(county.code)) {
            let choice = Choice { is_listed: is_here, ..Choice::new(county.name, kind, place) };
            let list = if is_here { &mut all } else { &mut former };
            list.push(choice.known_as(code, places));
        }
    }
    let mut councils: Vec<&Authority> = Vec::with_capacity(authorities.len());
    for authority in authorities.iter() {
        let at = councils.partition_point(|other| other.name <= authority.name);
        councils.insert(at, authority);
    }
    for council in councils {
        if let Some(mut council_choice) = choice(council.code.number(), &council.name, String::new(), places) {
            council_choice.keys.extend(other_codes(council.code).map(|code| plain_words(&code.to_string())));
            all.push(council_choice);
        }
    }
    for kind in [PlaceKind::CombinedAuthority, PlaceKind::Icb, PlaceKind::SubIcb, PlaceKind::Authority] {
        let of_kind = places.footprints.0.iter().filter(|footprint| footprint.code.kind() == kind);
        all.extend(of_kind.filter_map(|footprint| larger(footprint, edition, places)));
    }
    all.extend(former);
    all
}

fn choice(number: u32, name: &str, kind: String, places: &Places) -> Option<Choice> {
    let code = PlaceCode::from_number(number)?;
    Some(Choice::new(name, kind, Place::of([code])?).known_as(code, places))
}

fn county_of(districts: usize) -> String {
    format!("county ({districts} districts)")
}

/// A place that the list of footprints names.
fn larger(footprint: &Footprint, edition: Edition, places: &Places) -> Option<Choice> {
    let Footprint { code, name, year, members, .. } = footprint;
    let year = year.map(|year| format!(", {year}")).unwrap_or_default();
    let made = |kind: String| choice(code.number(), name, kind, places);
    match code.kind() {
        PlaceKind::CombinedAuthority => made(format!("combined authority{year}")),
        PlaceKind::Icb => made(format!("integrated care board{year}")),
        PlaceKind::SubIcb => {
            let names = members.iter().filter_map(|member| member.authority());
            let names = listed(names.map(|code| authority(code, &places.authorities)).collect());
            made(format!("sub-ICB area{year}: {names}")).map(Choice::only_when_typed)
        }
        PlaceKind::Authority => {
            let code = code.authority()?;
            let covering = places.authorities_for(edition, code);
            // One that only has another code here is found by that code already.
            if places.has(code) || name.is_empty() || other_codes(code).next().is_some() || covering.is_empty() {
                return None;
            }
            let kind = match successors(code).find(|(later, _)| covering.contains(later)) {
                Some((later, year)) => format!("council until {year}, now {}", authority(later, &places.authorities)),
                None => format!("council of a later year ({} here)", districts(covering.len())),
            };
            made(kind).map(Choice::only_when_typed)
        }
        PlaceKind::County | PlaceKind::Region => None,
    }
}

fn districts(number: usize) -> String {
    if number == 1 { "1 district".to_owned() } else { format!("{number} districts") }
}

/// The choices that fit what a person typed, best first: those that are called just this, then those that begin with it, those
/// with a word that does, those of which another name does, those that hold it anywhere, and those with all of its words.
pub fn matching(choices: &[Choice], typed: &str) -> Vec<Choice> {
    let typed = plain_words(typed);
    if typed.is_empty() {
        return choices.iter().filter(|choice| choice.is_listed).cloned().collect();
    }
    let fits: Vec<Option<u8>> = choices.iter().map(|choice| fit(choice, &typed)).collect();
    let as_good =
        |best: u8| choices.iter().zip(&fits).filter(move |(_, fit)| **fit == Some(best)).map(|(choice, _)| choice);
    (0..=WORST).flat_map(as_good).cloned().collect()
}

/// The worst way to fit.
const WORST: u8 = 5;

fn fit(choice: &Choice, typed: &str) -> Option<u8> {
    let [name, others @ ..] = choice.keys.as_slice() else { return None };
    if choice.keys.iter().any(|key| key == typed) {
        return Some(0);
    }
    let has_word = |word: &str| name.split(' ').any(|own| own.starts_with(word));
    match name.find(typed) {
        Some(0) => Some(1),
        Some(at) if name[..at].ends_with(' ') => Some(2),
        _ if others.iter().any(|other| other.starts_with(typed)) => Some(3),
        Some(_) => Some(4),
        None => typed.split(' ').all(has_word).then_some(WORST),
    }
}

/// A text without what people leave out or write in more than one way: capitals, full stops, apostrophes, hyphens, “&”.
fn plain_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '.' | '\'' | '’' | ',' | '(' | ')' => {}
            '&' => words.push_str("and"),
            _ if sign.is_alphanumeric() => words.extend(sign.to_lowercase()),
            _ if words.ends_with(' ') || words.is_empty() => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Words that people leave out of initials.
const SMALL: [&str; 6] = ["and", "of", "the", "upon", "on", "with"];

/// The first letters of the words of a name, with and without small words; none of a single word.
fn initials(label: &str) -> Vec<String> {
    let words = plain_words(label);
    let first_of = |with_small: bool| -> String {
        let words = words.split(' ').filter(|word| with_small || !SMALL.contains(word));
        words.filter_map(|word| word.chars().next()).collect()
    };
    let mut all = vec![first_of(false), first_of(true)];
    all.dedup();
    all.retain(|initials| initials.len() > 1);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let all = [
            ("E08000035", "Leeds"),
            ("E07000068", "Brentwood"),
            ("E09000005", "Brent"),
            ("E06000019", "Herefordshire, County of"),
            ("E08000013", "St. Helens"),
            ("E06000022", "Bath and North East Somerset"),
            ("E09000001", "City of London"),
            ("E08000016", "Barnsley"),
        ];
        let authority =
            |(code, name): (&str, &str)| Authority { code: code.parse().unwrap(), name: name.to_owned(), region: None };
        Places::of(std::sync::Arc::new(all.map(authority).to_vec()))
    }

    fn check(typed: &str, expect: &[&str]) {
        let choices = choices(Edition::Iod2025, &places());
        let found = matching(&choices, typed);
        let labels: Vec<&str> = found.iter().map(|choice| &*choice.label).collect();
        assert_eq!(labels, expect, "{typed}");
    }

    #[test]
    fn a_name_that_begins_with_what_was_typed_comes_first() {
        check("bren", &["Brent", "Brentwood"]);
        check(" LEEDS ", &["Leeds"]);
        check("county of", &["Herefordshire, County of"]);
        check("atlantis", &[]);
    }

    #[test]
    fn all_of_london_comes_before_its_city() {
        check("London", &["London", "City of London"]);
    }

    #[test]
    fn full_stops_capitals_and_the_sign_for_and_make_no_difference() {
        check("St Helens", &["St. Helens"]);
        check("st. helens", &["St. Helens"]);
        check("Bath & North East", &["Bath and North East Somerset"]);
    }

    #[test]
    fn places_are_found_by_codes_initials_and_words_in_any_order() {
        check("E08000035", &["Leeds"]);
        check("e08000038", &["Barnsley"]);
        check("E12000007", &["London"]);
        check("E10000003", &["Cambridgeshire"]);
        check("BNES", &["Bath and North East Somerset"]);
        check("somerset bath", &["Bath and North East Somerset"]);
        check("E92000001", &["All England"]);
    }
}
