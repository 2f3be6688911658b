//! What a browser keeps, or a person brings back: saved pages and the draft of a note.

use who_gets_missed::document::Draft;
use who_gets_missed::scenario::library::{Change, Library, read, write};

/// What was read is written so that it is read the same; what cannot be read is refused whole.
pub fn pages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(file) = read(&text) {
        let again = read(&write(&file.entries)).unwrap();
        assert_eq!((&again.entries, again.unreadable, again.adjusted), (&file.entries, 0, 0));
        let mut library = Library::default();
        library.merge(file.entries.clone());
        let before = library.entries().len();
        assert!(before <= file.entries.len());
        // The same pages a second time are no new ones.
        library.merge(library.entries().to_vec());
        assert_eq!(library.entries().len(), before);
    }
    if let Ok(change) = Change::from_text(&text) {
        assert_eq!(Change::from_text(&change.to_text()).unwrap(), change);
    }
    if let Ok(draft) = Draft::from_text(&text) {
        assert_eq!(Draft::from_text(&draft.to_text()).unwrap(), draft);
    }
}
