//! Names of places.

use super::locale::{Plural, plural};
use crate::data::boundaries::{COUNTIES, predecessors, successor};
use crate::data::{Authority, AuthorityCode};
use crate::scenario::Place;

/// Name of the preset of all authorities.
pub const ENGLAND: &str = "All England";
/// Name of the preset of the reports behind the app.
pub const CAMBRIDGESHIRE_PETERBOROUGH: &str = "Cambridgeshire and Peterborough";

/// A place that can be chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the list says.
    pub label: String,
    /// What it stands for.
    pub place: Place,
}

/// Every place that the list offers: the two presets, the counties, then each council by name.
pub fn choices(authorities: &[Authority]) -> Vec<Choice> {
    let choice = |label: String, place: Place| Choice { label, place };
    let mut choices = vec![
        choice(CAMBRIDGESHIRE_PETERBOROUGH.to_owned(), Place::CambridgeshirePeterborough),
        choice(ENGLAND.to_owned(), Place::England),
    ];
    for county in COUNTIES {
        let districts = authorities.iter().map(|a| a.code).filter(|&code| county.holds(code));
        let districts: Vec<AuthorityCode> = districts.collect();
        if districts.len() > 1 {
            let label = format!("{} county ({} districts)", county.name, districts.len());
            choices.extend(Place::of(districts).map(|place| choice(label, place)));
        }
    }
    let mut councils: Vec<&Authority> = Vec::with_capacity(authorities.len());
    for authority in authorities {
        let at = councils.partition_point(|other| other.name <= authority.name);
        councils.insert(at, authority);
    }
    choices.extend(councils.into_iter().filter_map(|a| Some(choice(a.name.clone(), Place::of([a.code])?))));
    choices
}

/// The choices that fit what a person typed, best first: those that begin with it, then those with a word that does,
/// then those that hold it anywhere.
pub fn matching<'a>(choices: &'a [Choice], typed: &str) -> Vec<&'a Choice> {
    let typed = typed.trim().to_ascii_lowercase();
    if typed.is_empty() {
        return choices.iter().collect();
    }
    let fit = &|choice: &&Choice| {
        let label = choice.label.to_ascii_lowercase();
        let at = label.find(&typed)?;
        Some(match at {
            0 => 0,
            _ if label[..at].ends_with([' ', '-', '(', '\'']) => 1,
            _ => 2,
        })
    };
    (0..=2).flat_map(|best| choices.iter().filter(move |choice| fit(choice) == Some(best))).collect()
}

/// The name of a place. Councils that figures of another year do not have are named by those that cover them there.
pub fn name(place: &Place, authorities: &[Authority]) -> String {
    let codes = match place {
        Place::England => return "England".to_owned(),
        Place::CambridgeshirePeterborough => return CAMBRIDGESHIRE_PETERBOROUGH.to_owned(),
        Place::Authorities(codes) => codes,
    };
    let has = |code: AuthorityCode| authorities.iter().any(|a| a.code == code);
    let here = |&code: &AuthorityCode| match successor(code) {
        _ if has(code) => vec![code],
        Some((later, _)) if has(later) => vec![later],
        _ => predecessors(code).into_iter().filter(|&earlier| has(earlier)).collect(),
    };
    let mut all = AuthorityCode::sorted(codes.iter().flat_map(here));
    // What these figures do not have is left out of them; only if that is all, its codes stand for it.
    if all.is_empty() {
        all.clone_from(codes);
    }
    for county in COUNTIES {
        let districts = AuthorityCode::sorted(authorities.iter().map(|a| a.code).filter(|&code| county.holds(code)));
        if districts.len() > 1 && districts == all {
            return county.name.to_owned();
        }
    }
    // A single one that is gone says so; of several the names are enough.
    if let [only] = codes.as_slice()
        && !has(*only)
        && let Some((later, year)) = successor(*only)
        && has(later)
    {
        return format!("{}, which took its place in {year}", authority(later, authorities));
    }
    let names: Vec<String> = all.iter().map(|&code| authority(code, authorities)).collect();
    match names.as_slice() {
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] => format!("{first}, {second} and {third}"),
        _ => format!("{} councils", names.len()),
    }
}

/// The name of an authority, its code if these figures do not have it.
pub fn authority(code: AuthorityCode, authorities: &[Authority]) -> String {
    authorities.iter().find(|a| a.code == code).map_or_else(|| code.to_string(), |a| a.name.clone())
}

/// Label of the choice.
pub const LABEL: &str = "Council or area";
/// Hint below the label.
pub const HINT: &str = "Type a name, such as Leeds or Kent";
/// Label of the choice that adds to the place.
pub const ADD_LABEL: &str = "Add another council";
/// Heading of the part that combines councils.
pub const COMBINE: &str = "Combine councils";
/// Name of the list of choices.
pub const LIST: &str = "Places";
/// Said when nothing fits what was typed.
pub const NOTHING_FITS: &str = "No council or county in England has this name. Check the spelling.";

/// How many places fit, for a screen reader.
pub fn found(number: usize) -> String {
    match plural(number) {
        _ if number == 0 => NOTHING_FITS.to_owned(),
        Plural::One => format!("{number} place fits. Press down arrow to choose it."),
        Plural::Other => format!("{number} places fit. Press down arrow to choose."),
    }
}

/// Name of the button that takes a council out of the place.
pub fn remove(council: &str) -> String {
    format!("Remove {council}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authorities() -> Vec<Authority> {
        let all = [
            ("E08000035", "Leeds"),
            ("E07000068", "Brentwood"),
            ("E09000005", "Brent"),
            ("E06000019", "Herefordshire, County of"),
        ];
        all.map(|(code, name)| Authority { code: code.parse().unwrap(), name: name.to_owned(), region: None }).to_vec()
    }

    #[test]
    fn a_name_that_begins_with_what_was_typed_comes_first() {
        let choices = choices(&authorities());
        let labels = |typed| matching(&choices, typed).iter().map(|c| c.label.clone()).collect::<Vec<_>>();
        assert_eq!(labels("bren"), ["Brent", "Brentwood"]);
        assert_eq!(labels(" LEEDS "), ["Leeds"]);
        assert_eq!(labels("county of"), ["Herefordshire, County of"]);
        assert_eq!(labels("atlantis"), [""; 0]);
    }

    #[test]
    fn places_are_named_after_what_they_hold() {
        let name = |text: &str| super::name(&text.parse().unwrap(), &authorities());
        assert_eq!(name("england"), "England");
        assert_eq!(name("E08000035"), "Leeds");
        assert_eq!(name("E08000035,E09000005"), "Leeds and Brent");
        assert_eq!(name("E06000001"), "E06000001");
    }
}
