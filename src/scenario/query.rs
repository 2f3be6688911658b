//! A scenario as the query of a link, and back.

use super::keys::{self, LinkKey, Value};
use super::{Offers, Place, PopulationChoices, Scenario, migrate};
use crate::plain::plain;

/// Something in a link that could not be followed. The page works all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The key means nothing here.
    UnknownKey(String),
    /// The key cannot have this value; the default is used.
    BadValue {
        /// The key.
        key: String,
        /// The value in the link.
        value: String,
    },
    /// A part of the place is unknown, and left out.
    PlaceLeftOut {
        /// What names no place.
        part: String,
        /// What is left.
        rest: Place,
    },
    /// The link asks for figures of the person's own, which never leave the device they are on.
    OwnFiguresElsewhere,
    /// The link was made by a later version of the app.
    LaterVersion,
    /// The link presents a page one thing at a time that has no steps.
    NoSteps,
}

/// A decoded link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The state of the page.
    pub scenario: Scenario,
    /// What in the link could not be followed.
    pub notices: Vec<Notice>,
}

/// The key of the place.
pub const PLACE_KEY: &str = "place";
/// The last step of a presentation that a link can name.
pub const MOST_STEPS: u8 = 99;
/// Notices shown at most: a link full of nonsense should not fill the page.
const MOST_NOTICES: usize = 5;
/// Characters of a key or value that a notice repeats.
const MOST_QUOTED: usize = 40;

/// How a link has what a page is about.
pub(super) const PAGE_KEYS: [LinkKey; 10] = [
    LinkKey::of("view", |s| Value::Choice(&mut s.view)),
    LinkKey::of("data", |s| Value::Edition(&mut s.data)),
    LinkKey::of(PLACE_KEY, |s| Value::Place(&mut s.place)),
    LinkKey::of("need", |s| Value::Choice(&mut s.need)),
    LinkKey::of("rank", |s| Value::Choice(&mut s.rank)),
    LinkKey::of("cut", |s| Value::Choice(&mut s.cut)),
    LinkKey::of("basis", |s| Value::Choice(&mut s.basis)),
    LinkKey::of("share", |s| Value::Percent(&mut s.share)),
    LinkKey::of("whole", |s| Value::Choice(&mut s.whole)),
    LinkKey::of("goal", |s| Value::Percent(&mut s.goal)),
];

/// How it has the way in which a page is shown.
pub(super) const SHOWN_KEYS: [LinkKey; 10] = [
    LinkKey::of("note", |s| Value::Choice(&mut s.note)),
    LinkKey::of("embed", |s| Value::Choice(&mut s.embed)),
    LinkKey::of("lock", |s| Value::Locks(&mut s.lock)),
    LinkKey::of("accent", |s| Value::ColourIfAny(&mut s.theme.accent)),
    LinkKey::of("ground", |s| Value::ColourIfAny(&mut s.theme.ground)),
    LinkKey::of("font", |s| Value::Choice(&mut s.theme.font)),
    LinkKey::of("density", |s| Value::Choice(&mut s.theme.density)),
    LinkKey::of("present", |s| Value::Choice(&mut s.present)),
    LinkKey::of("session", |s| Value::Choice(&mut s.session)),
    LinkKey::of("step", |s| Value::Small(&mut s.step, parse_step)),
];

fn parse_step(text: &str) -> Option<u8> {
    text.parse().ok().filter(|step| *step <= MOST_STEPS)
}

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
        notices.truncate(MOST_NOTICES);
        Decoded { scenario, notices }
    }

    /// Decodes a query that was kept. Unlike an address without choices, an empty one was kept by version 1 of the app.
    pub fn from_kept(query: &str) -> Decoded {
        Self::from_query(if query.is_empty() { "v=1" } else { query })
    }
}

pub(super) fn quoted(text: &str) -> String {
    let text = plain(text);
    let mut seen = text.chars().filter(|c| !c.is_control());
    let mut short: String = seen.by_ref().take(MOST_QUOTED).collect();
    if seen.next().is_some() {
        short.push('…');
    }
    short
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
