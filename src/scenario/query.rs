//! A scenario as the query of a link, and back.

use super::keys::{self, LinkKey};
use super::notice::{Decoded, Notice, quoted};
use super::{Offers, PopulationChoices, Scenario, migrate};

/// Notices shown at most: a link full of nonsense should not fill the page.
const MOST_NOTICES: usize = 5;

impl Scenario {
    /// Decodes the query of a link, with or without its question mark. Never fails: what cannot be followed is told
    /// in a notice, and the default stands in its place.
    pub fn from_query(query: &str) -> Decoded {
        let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
        let pairs: Vec<_> = pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        let has_choices = pairs.iter().any(|(key, _)| key == migrate::VERSION_KEY || keys::find(key).is_some());
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
        let (offers, population) =
            (Offers::starting(self.offers.start), PopulationChoices::starting(self.population.start));
        let (mut default, mut own) = (Self::default(), self.clone());
        let mut started = Self { offers, population, ..Self::default() };
        let (mut value, mut usual) = (String::new(), String::new());
        let mut query = format!("{}={}", migrate::VERSION_KEY, migrate::VERSION);
        for key in keys::all() {
            value.clear();
            usual.clear();
            key.write(&mut own, &mut value);
            key.write(if key.is_start() { &mut default } else { &mut started }, &mut usual);
            if value != usual {
                query.extend(["&", key.name, "=", &value]);
            }
        }
        query
    }
}
