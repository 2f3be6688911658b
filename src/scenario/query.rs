//! A scenario as the query of a link, and back.

use super::keys::{self, LinkKey, PLACE_KEY};
use super::notice::{Decoded, Notice, quoted};
use super::{CutKind, Offers, PopulationChoices, Scenario, migrate};

/// Notices shown at most: a link full of nonsense should not fill the page.
const MOST_NOTICES: usize = 5;

impl Scenario {
    /// Decodes the query of a link, with or without its question mark. Never fails: what cannot be followed is told
    /// in a notice, and the default stands in its place.
    pub fn from_query(query: &str) -> Decoded {
        let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
        let pairs: Vec<_> = pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        let has_choices = pairs.iter().any(|(key, _)| is_a_choice(key));
        let (pairs, mut notices) = migrate::to_current(pairs, has_choices);
        // A starting point comes first, wherever it stands: the other keys change it.
        let (starts, others): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|(key, _)| keys::find(key).is_some_and(LinkKey::is_start));
        let mut scenario = Self::default();
        for (key, value) in starts.into_iter().chain(others) {
            let read = match keys::find(&key) {
                Some(key) => key.read(&mut scenario, &value),
                None => Err(Notice::UnknownKey(quoted(&key))),
            };
            notices.extend(read.err());
        }
        if scenario.settle_own_units() && names_key(query, "cut") {
            notices.push(Notice::OwnUnitsHaveNoRanks);
        }
        if scenario.stop_without_steps() {
            notices.push(Notice::NoSteps);
        }
        notices.extend(scenario.fit_frame());
        notices.truncate(MOST_NOTICES);
        Decoded { scenario, notices }
    }

    /// Decodes a query that was kept. Unlike an address without choices, an empty one was kept by version 1 of the app.
    pub fn from_kept(query: &str) -> Decoded {
        Self::from_query(if query.is_empty() { "v=1" } else { query })
    }
}

/// Whether the query of a link says anything of the page; what others append to links says nothing.
pub fn has_choices(query: &str) -> bool {
    form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).any(|(name, _)| is_a_choice(&name))
}

fn is_a_choice(key: &str) -> bool {
    key == migrate::VERSION_KEY || keys::find(key).is_some()
}

/// Whether a link names a key itself, so that what it says is no default.
pub fn names_key(query: &str, key: &str) -> bool {
    form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).any(|(name, _)| name == key)
}

/// Writes a scenario as a query.
pub trait ToQuery {
    /// The query without its question mark. It names its version; defaults are left out and keys stand in a fixed order, so
    /// equal scenarios have equal links.
    fn to_query(&self) -> String;
}

impl ToQuery for Scenario {
    fn to_query(&self) -> String {
        self.written(&[])
    }
}

impl Scenario {
    /// The query of a link that is passed on. It names the place even where that is the default, so that the link means the same
    /// place whatever the default is by then.
    pub fn to_shared_query(&self) -> String {
        self.written(&[PLACE_KEY])
    }

    /// The query, with these keys whatever they say.
    fn written(&self, always: &[&str]) -> String {
        let (offers, population) =
            (Offers::starting(self.offers.start), PopulationChoices::starting(self.population.start));
        let (mut default, mut own) = (Self::default(), self.clone());
        let mut started = Self { offers, population, ..Self::default() };
        if self.own.is_used {
            // What follows from that needs no words.
            started.cut = CutKind::Local;
        }
        let (mut value, mut usual) = (String::new(), String::new());
        let mut query = format!("{}={}", migrate::VERSION_KEY, migrate::VERSION);
        let asked: Vec<&LinkKey> = keys::where_differing(self, &started).collect();
        for key in asked {
            value.clear();
            usual.clear();
            key.write(&mut own, &mut value);
            key.write(if key.is_start() { &mut default } else { &mut started }, &mut usual);
            if value != usual || always.contains(&key.name) {
                query.extend(["&", key.name, "=", &value]);
            }
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_is_passed_on_names_its_place() {
        let shared = |query: &str| Scenario::from_query(query).scenario.to_shared_query();
        assert_eq!(shared(""), "v=2&place=cambridgeshire-peterborough");
        assert_eq!(shared("share=30"), "v=2&data=iod2019&place=cambridgeshire-peterborough&share=30");
        assert_eq!(shared("v=2&place=E08000035&need=children"), "v=2&place=E08000035&need=children");
        for query in ["", "v=2&share=30", "v=2&view=gap&place=england"] {
            let scenario = Scenario::from_query(query).scenario;
            assert_eq!(Scenario::from_query(&scenario.to_shared_query()).scenario, scenario, "{query}");
        }
    }

    #[test]
    fn what_others_append_to_an_address_is_no_choice() {
        for query in ["", "?", "utm_source=newsletter", "?fbclid=1"] {
            assert!(!has_choices(query), "{query}");
        }
        for query in ["v=2", "?guess=0", "share=20", "?utm_source=x&embed=1"] {
            assert!(has_choices(query), "{query}");
        }
    }

    #[test]
    fn a_link_can_ask_for_a_guess() {
        let guess = |query: &str| Scenario::from_query(query).scenario.guess;
        assert!(guess("v=2&place=E08000035&embed=1&guess=1"));
        assert!(!guess("guess=0") && !guess("") && !guess("v=2"));
        let can = |query: &str| Scenario::from_query(query).scenario.can_be_guessed();
        assert!(can("") && can("v=2&guess=1&share=0.1"));
        for query in ["v=2&share=0", "v=2&share=100", "v=2&view=gap", "v=2&present=1"] {
            assert!(!can(query), "{query}");
        }
    }
}
