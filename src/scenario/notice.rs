//! What in a link could not be followed, whoever reads the link.

use super::{Place, Scenario};
use crate::plain::plain;

/// Characters of a key or value that a notice repeats.
const MOST_QUOTED: usize = 40;

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
    /// The link compares the person's own units with all of England, in whose ranking they have no place.
    OwnUnitsHaveNoRanks,
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

/// What a notice repeats of a link: short, and without what cannot be seen.
pub(super) fn quoted(text: &str) -> String {
    let text = plain(text);
    let mut seen = text.chars().filter(|c| !c.is_control());
    let mut short: String = seen.by_ref().take(MOST_QUOTED).collect();
    if seen.next().is_some() {
        short.push('…');
    }
    short
}
