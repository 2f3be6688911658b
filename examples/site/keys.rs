//! The keys of a config, each once: docs/own-edition.md has a row for each, which a test holds to this list.

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A text of at most so many signs.
    Text(usize),
    /// A list of texts.
    List,
    /// A whole number from 1.
    Number,
    /// Yes or no.
    YesOrNo,
}

/// The keys, by section. `*` stands for an edition.
pub const KEYS: [(&str, Takes); 27] = [
    ("site.name", Takes::Text(60)),
    ("site.address", Takes::Text(200)),
    ("site.lead", Takes::Text(300)),
    ("site.notice", Takes::Text(300)),
    ("start.place", Takes::Text(400)),
    ("start.edition", Takes::Text(40)),
    ("start.view", Takes::Text(40)),
    ("start.choices", Takes::Text(1000)),
    ("start.guess", Takes::YesOrNo),
    ("show.doors", Takes::List),
    ("show.views", Takes::List),
    ("colours.accent", Takes::Text(40)),
    ("colours.ground", Takes::Text(40)),
    ("contact.accessibility", Takes::Text(200)),
    ("contact.days", Takes::Number),
    ("contact.privacy", Takes::Text(200)),
    ("statement.compliance", Takes::Text(40)),
    ("statement.issues", Takes::List),
    ("starting-points.name", Takes::Text(40)),
    ("starting-points.story", Takes::Text(300)),
    ("starting-points.choices", Takes::Text(1000)),
    ("data.place", Takes::Text(400)),
    ("data.*.file7", Takes::Text(1000)),
    ("data.*.lookup", Takes::Text(1000)),
    ("data.*.lookup-name", Takes::Text(200)),
    ("data.*.outlines", Takes::Text(1000)),
    ("data.*.attribution", Takes::Text(400)),
];

/// The section whose keys stand in an array of tables.
pub const REPEATED: &str = "starting-points";
