//! Running text, and how a person writes it in a plain field: a blank line ends a paragraph, "- " begins an item.

use crate::plain::plain;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prose {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
}

const ITEM: &str = "- ";

/// Running text as it stands in a plain field.
pub fn plain_text(prose: &[Prose]) -> String {
    let block = |block: &Prose| match block {
        Prose::Text(text) => text.clone(),
        Prose::List(items) => items.iter().map(|item| format!("{ITEM}{item}")).collect::<Vec<_>>().join("\n"),
    };
    prose.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

/// Reads what a person wrote in a plain field. Any text can be read; lines that follow each other are one paragraph, and
/// what cannot be seen is left out.
pub fn read(text: &str) -> Vec<Prose> {
    let text = plain(text);
    let mut prose = Vec::new();
    let mut is_new = true;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            is_new = true;
            continue;
        }
        let item =
            ["- ", "* ", "• "].iter().find_map(|mark| line.strip_prefix(mark).or((line == mark.trim()).then_some("")));
        match (item, prose.last_mut()) {
            (Some(item), Some(Prose::List(items))) => items.push(item.trim().to_owned()),
            (Some(item), _) => prose.push(Prose::List(vec![item.trim().to_owned()])),
            (None, Some(Prose::Text(text))) if !is_new => join(text, line),
            (None, Some(Prose::List(items))) if !is_new => {
                if let Some(item) = items.last_mut() {
                    join(item, line);
                }
            }
            (None, _) => prose.push(Prose::Text(line.to_owned())),
        }
        is_new = false;
    }
    prose
}

fn join(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Prose {
        Prose::Text(text.to_owned())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let list = Prose::List(vec!["One.".to_owned(), "Two.".to_owned()]);
        let prose = [text("A paragraph."), list, text("Another one.")];
        assert_eq!(plain_text(&prose), "A paragraph.\n\n- One.\n- Two.\n\nAnother one.");
        assert_eq!(read(&plain_text(&prose)), prose);
    }

    #[test]
    fn people_write_as_they_like() {
        assert_eq!(read("one\ntwo\n\n\n three \r\n"), [text("one two"), text("three")]);
        let list = |items: &[&str]| Prose::List(items.iter().map(|&item| item.to_owned()).collect());
        assert_eq!(
            read("Ask:\n* who\n• why\n  and when\n\n- how"),
            [text("Ask:"), list(&["who", "why and when", "how"])]
        );
        assert_eq!(read(" \n\t\n"), []);
    }
}
