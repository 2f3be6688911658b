//! What a person has written into a document that is otherwise made from results.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::{Document, Exhibit, Fact, Prose, Table, plain_text, read};
use crate::plain::plain;

/// The title, where it is named as a chapter is.
pub const TITLE: &str = "title";
/// Who prepared it, likewise.
pub const AUTHOR: &str = "author";

/// A chapter's text as a person wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The chapter.
    pub chapter: String,
    /// The text that stood there when it was written, as in a plain field.
    pub original: String,
    /// The new text, as in a plain field.
    pub text: String,
}

/// Everything a person has written into a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The title; empty for the one made from results.
    pub title: String,
    /// Who prepared it; may be empty.
    pub author: String,
    /// The chapters written anew.
    pub edits: Vec<Edit>,
    /// What was written for the same places elsewhere at the same time. The person is still to say which stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Edit>,
}

/// Why a text that was kept is no draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DraftError {
    /// It holds more than this version knows of.
    #[error("written by a later version")]
    LaterVersion,
    /// It is something else.
    #[error("not a draft")]
    Unreadable,
}

impl Draft {
    /// The draft as a text to keep (JSON).
    pub fn to_text(&self) -> String {
        // Strings alone always make JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a text that was kept.
    ///
    /// # Errors
    /// [`DraftError`] if it is no draft, or holds what this version would lose.
    pub fn from_text(text: &str) -> Result<Self, DraftError> {
        let kept: Value = serde_json::from_str(text).map_err(|_| DraftError::Unreadable)?;
        let known = Self { others: vec![Edit::of(TITLE, "")], ..Self::default() };
        let draft: Result<Self, _> = serde_json::from_value(kept.clone());
        let is_whole = match &draft {
            Ok(draft) => holds(&serde_json::to_value(draft).unwrap_or_default(), &kept),
            Err(_) => has_keys(&serde_json::to_value(known).unwrap_or_default(), &kept),
        };
        match draft {
            _ if !is_whole => Err(DraftError::LaterVersion),
            Ok(draft) => Ok(draft),
            Err(_) => Err(DraftError::Unreadable),
        }
    }

    /// What comes of this draft where `theirs` was kept meanwhile, both having begun from `base`: of each place what was
    /// written last, and where both wrote, this one's text, with the other one among [`Self::others`].
    #[must_use]
    pub fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let mut merged = self.clone();
        merged.others.extend(theirs.others.iter().filter(|other| !base.others.contains(other)).cloned());
        merged.others.retain(|other| !base.others.contains(other) || theirs.others.contains(other));
        let places = theirs.places().into_iter().chain(base.places());
        for place in places {
            let (mine, was, other) = (self.at(&place), base.at(&place), theirs.at(&place));
            if other == was || other == mine {
                continue;
            }
            match (mine, other) {
                (Some(mine), Some(other)) if Some(&mine) != was.as_ref() => {
                    if mine.text != other.text {
                        merged.others.push(other);
                    }
                }
                // Taken back there, written anew here.
                (Some(mine), None) if Some(&mine) != was.as_ref() => {}
                (_, None) => merged.restore(&place),
                (_, Some(other)) => merged.put(other),
            }
        }
        let mut seen: Vec<Edit> = Vec::new();
        merged.others.retain(|other| {
            let is_new = !seen.contains(other);
            seen.push(other.clone());
            is_new
        });
        merged
    }

    /// Writes a chapter anew that looked like `begun` when the person began. What was written there since stays among
    /// [`Self::others`].
    pub fn write_from(&mut self, begun: Option<&Edit>, chapter: &str, made: &[Prose], text: String) {
        let now = self.edit(chapter).cloned();
        self.write(chapter, made, text);
        if let Some(now) =
            now.filter(|now| Some(now) != begun && self.edit(chapter).is_none_or(|own| own.text != now.text))
        {
            self.others.push(now);
        }
    }

    /// Says which of two texts stays: the one among [`Self::others`], or the one that stands there.
    pub fn decide(&mut self, other: &Edit, is_other: bool) {
        self.others.retain(|edit| edit != other);
        if is_other {
            self.put(other.clone());
        }
    }

    /// The places that were written.
    fn places(&self) -> Vec<String> {
        let edits = self.edits.iter().map(|edit| edit.chapter.clone());
        [TITLE, AUTHOR].into_iter().map(str::to_owned).chain(edits).collect()
    }

    /// What was written at a place.
    fn at(&self, place: &str) -> Option<Edit> {
        match place {
            TITLE => Some(Edit::of(TITLE, &self.title)).filter(|edit| !edit.text.is_empty()),
            AUTHOR => Some(Edit::of(AUTHOR, &self.author)).filter(|edit| !edit.text.is_empty()),
            chapter => self.edit(chapter).cloned(),
        }
    }

    fn put(&mut self, edit: Edit) {
        self.restore(&edit.chapter);
        match edit.chapter.as_str() {
            TITLE => self.title = edit.text,
            AUTHOR => self.author = edit.text,
            _ => self.edits.push(edit),
        }
    }

    /// The title as it is shown; empty for the one made from results.
    pub fn shown_title(&self) -> String {
        plain(self.title.trim())
    }

    /// Who prepared it, as it is shown; may be empty.
    pub fn shown_author(&self) -> String {
        plain(self.author.trim())
    }

    /// What was written into a chapter.
    pub fn edit(&self, chapter: &str) -> Option<&Edit> {
        self.edits.iter().find(|edit| edit.chapter == chapter)
    }

    /// Writes a chapter anew. The text that was there before counts as no change.
    pub fn write(&mut self, chapter: &str, made: &[Prose], text: String) {
        self.restore(chapter);
        let original = plain_text(made);
        if read(&text) != read(&original) {
            self.edits.push(Edit { chapter: chapter.to_owned(), original, text });
        }
    }

    /// What was filled into a cell of a table, as it is shown; empty where nothing was.
    pub fn filled(&self, place: &str) -> String {
        self.edit(place).map(|edit| plain(edit.text.trim())).unwrap_or_default()
    }

    /// Fills a cell of a table, or empties it.
    pub fn fill(&mut self, place: &str, text: String) {
        let old = self.edits.iter().position(|edit| edit.chapter == place);
        match (old, text.trim().is_empty()) {
            (Some(at), false) => self.edits[at].text = text,
            (None, false) => self.edits.push(Edit::of(place, &text)),
            (Some(_), true) => self.restore(place),
            (None, true) => {}
        }
    }

    /// Takes a place back to what results make of it.
    pub fn restore(&mut self, place: &str) {
        match place {
            TITLE => self.title.clear(),
            AUTHOR => self.author.clear(),
            chapter => self.edits.retain(|edit| edit.chapter != chapter),
        }
    }

    /// Whether results have changed since a chapter was written, so that its numbers may be old.
    pub fn is_stale(&self, chapter: &str, made: &[Prose]) -> bool {
        self.edit(chapter).is_some_and(|edit| edit.original != plain_text(made))
    }

    /// Puts what a person wrote into a document. `prepared_by` names the author among its facts.
    pub fn apply(&self, mut document: Document, prepared_by: &str) -> Document {
        let (title, author) = (self.shown_title(), self.shown_author());
        if !title.is_empty() {
            document.title = title;
        }
        if !author.is_empty() {
            document.facts.insert(0, (prepared_by.to_owned(), Fact::Text(author)));
        }
        for chapter in &mut document.chapters {
            if let Some(edit) = self.edit(chapter.id) {
                chapter.prose = read(&edit.text);
            }
            for exhibit in &mut chapter.exhibits {
                if let Exhibit::Table(table) = exhibit {
                    self.fill_in(table);
                }
            }
        }
        document
    }

    fn fill_in(&self, table: &mut Table) {
        let Table { rows, blanks, .. } = table;
        for blank in blanks {
            if let Some(cell) = rows.get_mut(blank.row).and_then(|row| row.get_mut(blank.column)) {
                *cell = self.filled(&blank.place);
            }
        }
    }
}

impl Edit {
    fn of(place: &str, text: &str) -> Self {
        Self { chapter: place.to_owned(), original: String::new(), text: text.to_owned() }
    }
}

/// Whether everything in `part` is in `whole` too.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|there| holds(there, value)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(there, value)| holds(there, value))
        }
        // What is not there is as good as empty.
        (_, Value::Null) => true,
        _ => whole == part,
    }
}

/// Whether `whole` has every key of `part`.
fn has_keys(whole: &Value, part: &Value) -> bool {
    part.as_object().is_none_or(|part| part.keys().all(|key| whole.get(key).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Chapter;

    fn document(text: &str) -> Document {
        let prose = vec![Prose::Text(text.to_owned())];
        let chapter = Chapter { id: "missed", heading: "Who is missed".to_owned(), prose, exhibits: Vec::new() };
        Document { title: "Made".to_owned(), facts: Vec::new(), chapters: vec![chapter], foot: Vec::new() }
    }

    #[test]
    fn what_was_written_stands_until_it_is_taken_back() {
        let made = document("69.5% are missed.");
        let mut draft = Draft { title: " Ours ".to_owned(), author: "A. Smith".to_owned(), ..Draft::default() };
        draft.write("missed", &made.chapters[0].prose, "Most are missed.\n\n- See below".to_owned());
        let applied = draft.apply(made.clone(), "Prepared by");
        assert_eq!(applied.title, "Ours");
        assert_eq!(applied.facts, [("Prepared by".to_owned(), Fact::Text("A. Smith".to_owned()))]);
        assert_eq!(plain_text(&applied.chapters[0].prose), "Most are missed.\n\n- See below");
        assert!(!draft.is_stale("missed", &made.chapters[0].prose));
        assert!(draft.is_stale("missed", &document("57.8% are missed.").chapters[0].prose));
        draft.restore("missed");
        assert_eq!(draft.apply(made.clone(), "").chapters, made.chapters);
    }

    #[test]
    fn what_is_kept_is_read_again_and_nonsense_is_none() {
        let mut draft = Draft { title: "“Ours” <b>".to_owned(), ..Draft::default() };
        draft.write("missed", &document("Made.").chapters[0].prose, "Line\n\n- \u{202e}item".to_owned());
        draft.others.push(Edit::of(AUTHOR, "A. Smith"));
        assert_eq!(Draft::from_text(&draft.to_text()), Ok(draft));
        assert_eq!(Draft::from_text("{}"), Ok(Draft::default()));
        for text in ["", "[1]", "7", "{\"title\":1}", "{\"edits\":[{}]}", "nonsense"] {
            assert_eq!(Draft::from_text(text), Err(DraftError::Unreadable), "{text}");
        }
    }

    #[test]
    fn what_this_version_would_lose_is_of_a_later_one() {
        for text in [
            r#"{"version":2,"title":"Ours"}"#,
            r#"{"title":{"text":"Ours"},"version":2}"#,
            r#"{"title":"Ours","colour":"blue"}"#,
            r#"{"edits":[{"chapter":"missed","original":"a","text":"b","by":"A. Smith"}]}"#,
            r#"{"parts":[]}"#,
        ] {
            assert_eq!(Draft::from_text(text), Err(DraftError::LaterVersion), "{text}");
        }
    }

    fn titled(title: &str) -> Draft {
        Draft { title: title.to_owned(), ..Draft::default() }
    }

    fn written_as(text: &str) -> Draft {
        let mut draft = Draft::default();
        draft.write("missed", &document("Made.").chapters[0].prose, text.to_owned());
        draft
    }

    #[test]
    fn of_two_tabs_the_one_that_wrote_is_followed() {
        let base = Draft { author: "A. Smith".to_owned(), ..written_as("Old.") };
        let here = Draft { title: "Here".to_owned(), ..base.clone() };
        let there = Draft { author: String::new(), ..written_as("There.") };
        let merged = here.merged(&base, &there);
        assert_eq!(merged, Draft { title: "Here".to_owned(), ..written_as("There.") });
        // The other tab comes to the same.
        assert_eq!(there.merged(&there, &merged), merged);
        assert_eq!(base.merged(&base, &Draft::default()), Draft::default(), "what was removed there is removed here");
    }

    #[test]
    fn where_both_wrote_both_texts_are_kept_and_the_person_says_which_stays() {
        for (here, there, base) in [
            (titled("Here"), titled("There"), titled("Old")),
            (written_as("Here."), written_as("There."), written_as("Old.")),
        ] {
            let mut merged = here.merged(&base, &there);
            assert_eq!(Draft { others: Vec::new(), ..merged.clone() }, here);
            let [other] = &merged.others[..] else { panic!("one question: {merged:?}") };
            assert!(other.text.starts_with("There"));
            // The other tab, and a second look, ask the same question once.
            assert_eq!(there.merged(&there, &merged), merged);
            assert_eq!(merged.merged(&merged, &merged), merged);
            let other = other.clone();
            let undecided = merged.clone();
            merged.decide(&other, true);
            assert_eq!(merged, there);
            // What was decided here is no question there either.
            assert_eq!(undecided.merged(&undecided, &merged), merged);
            let mut mine = undecided.clone();
            mine.decide(&other, false);
            assert_eq!(mine, here);
        }
        let nothing = Draft::default();
        assert_eq!(nothing.merged(&titled("Old"), &titled("There")), titled("There"), "nothing is no text to keep");
        assert_eq!(titled("Here").merged(&titled("Old"), &nothing), titled("Here"));
        assert_eq!(titled("Same").merged(&titled("Old"), &titled("Same")), titled("Same"));
    }

    #[test]
    fn a_text_that_was_begun_before_another_one_came_keeps_both() {
        let made = document("Made.");
        let begun = written_as("Old.");
        let mut draft = written_as("There.");
        draft.write_from(begun.edit("missed"), "missed", &made.chapters[0].prose, "Here.".to_owned());
        assert_eq!(draft.edit("missed").map(|edit| edit.text.as_str()), Some("Here."));
        assert_eq!(draft.others.len(), 1);
        let mut alone = begun.clone();
        alone.write_from(begun.edit("missed"), "missed", &made.chapters[0].prose, "Here.".to_owned());
        assert_eq!(alone, written_as("Here."));
    }

    #[test]
    fn the_text_as_it_was_is_no_change() {
        let made = document("69.5% are missed.");
        let mut draft = Draft::default();
        draft.write("missed", &made.chapters[0].prose, "69.5% are missed.\n".to_owned());
        assert_eq!(draft, Draft::default());
    }
}
