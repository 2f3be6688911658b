//! What is wrong with a config: the key, and what to do.

use std::fmt;

use who_gets_missed::plain::plain;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The key, or where in the file.
    pub key: String,
    /// What is wrong there.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl Problem {
    pub fn new(key: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { key: one_line(&key.into()), what: one_line(&what.into()), remedy: one_line(&remedy.into()) }
    }
}

/// More of what stands in a file is not told.
const MOST_TOLD: usize = 400;

/// A text that may be of the file, as a terminal can show it: nothing in it that cannot be seen, on one line, and not without end.
fn one_line(text: &str) -> String {
    let seen = plain(text).replace(['\n', '\r', '\t'], " ");
    let mut told: String = seen.chars().take(MOST_TOLD).collect();
    if told.len() < seen.len() {
        told.push('…');
    }
    if told.trim().is_empty() { "“”".to_owned() } else { told }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.key, self.what, self.remedy)
    }
}

/// The known name that is most like a text, if any is like it.
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = known.into_iter().map(|name| (distance(&text.to_lowercase(), &name.to_lowercase()), name)).min()?;
    (found.0 <= (text.chars().count() / 3).max(2)).then_some(found.1)
}

/// How many signs have to be put in, left out or changed to make one text of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, sign) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (to, &wanted) in other.iter().enumerate() {
            let changed = before + usize::from(sign != wanted);
            before = row[to + 1];
            row[to + 1] = changed.min(before + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}

/// “Did you mean …?” before what else can be done.
pub fn did_you_mean<'a>(text: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    nearest(text, known).map_or_else(|| otherwise.to_owned(), |name| format!("Did you mean “{name}”?"))
}
