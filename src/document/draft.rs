//! What a person has written into a document that is otherwise made from results.

use serde::{Deserialize, Serialize};

use super::{Document, Fact, Prose, read, written};
use crate::plain::plain;

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
}

impl Draft {
    /// The draft as a text to keep (JSON).
    pub fn to_text(&self) -> String {
        // Strings alone always make JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a text that was kept; `None` if it is no draft.
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
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
        let original = written(made);
        if read(&text) != read(&original) {
            self.edits.push(Edit { chapter: chapter.to_owned(), original, text });
        }
    }

    /// Takes a chapter back to what results make of it.
    pub fn restore(&mut self, chapter: &str) {
        self.edits.retain(|edit| edit.chapter != chapter);
    }

    /// Whether results have changed since a chapter was written, so that its numbers may be old.
    pub fn is_stale(&self, chapter: &str, made: &[Prose]) -> bool {
        self.edit(chapter).is_some_and(|edit| edit.original != written(made))
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
        }
        document
    }
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
        assert_eq!(written(&applied.chapters[0].prose), "Most are missed.\n\n- See below");
        assert!(!draft.is_stale("missed", &made.chapters[0].prose));
        assert!(draft.is_stale("missed", &document("57.8% are missed.").chapters[0].prose));
        draft.restore("missed");
        assert_eq!(draft.apply(made.clone(), "").chapters, made.chapters);
    }

    #[test]
    fn what_is_kept_is_read_again_and_nonsense_is_none() {
        let mut draft = Draft { title: "“Ours” <b>".to_owned(), ..Draft::default() };
        draft.write("missed", &document("Made.").chapters[0].prose, "Line\n\n- \u{202e}item".to_owned());
        assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
        assert_eq!(Draft::from_text("{}"), Some(Draft::default()));
        for text in ["", "[1]", "{\"title\":1}", "{\"edits\":[{}]}", "nonsense"] {
            assert_eq!(Draft::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn the_text_as_it_was_is_no_change() {
        let made = document("69.5% are missed.");
        let mut draft = Draft::default();
        draft.write("missed", &made.chapters[0].prose, "69.5% are missed.\n".to_owned());
        assert_eq!(draft, Draft::default());
    }
}
