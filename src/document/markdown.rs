//! A document as Markdown (CommonMark with the tables of GitHub).

use std::fmt::Write;

use super::{Chapter, Document, Exhibit, Fact, Prose, Table};
use crate::markup::is_web_address;
use crate::plain::plain;

/// Writes a document as Markdown. Pictures become their caption and description: a Markdown file has no place for them.
pub fn to_markdown(document: &Document) -> String {
    let mut text = format!("# {}\n\n", inline(&document.title));
    for (name, value) in &document.facts {
        // Two spaces at the end of a line break it.
        let value = match value {
            Fact::Link(link) if is_web_address(link) => format!("<{link}>"),
            Fact::Link(value) | Fact::Text(value) => inline(value),
        };
        let _ = writeln!(text, "**{}:** {value}  ", inline(name));
    }
    for chapter in &document.chapters {
        write_chapter(&mut text, chapter);
    }
    text.push_str("\n---\n");
    for line in &document.foot {
        let _ = write!(text, "\n{}\n", inline(line));
    }
    text
}

fn write_chapter(text: &mut String, chapter: &Chapter) {
    let _ = writeln!(text, "\n## {}", inline(&chapter.heading));
    for block in &chapter.prose {
        text.push('\n');
        match block {
            Prose::Text(paragraph) => {
                let _ = writeln!(text, "{}", inline(paragraph));
            }
            Prose::List(items) => {
                for item in items {
                    let _ = writeln!(text, "- {}", inline(item));
                }
            }
        }
    }
    for exhibit in &chapter.exhibits {
        match exhibit {
            Exhibit::Table(table) => write_table(text, table),
            Exhibit::Picture(picture) => {
                let _ = write!(text, "\n**{}**\n\n{}\n", inline(&picture.caption), inline(&picture.description));
            }
        }
    }
}

fn write_table(text: &mut String, table: &Table) {
    let row = |cells: &[String]| format!("| {} |\n", cells.iter().map(|c| inline(c)).collect::<Vec<_>>().join(" | "));
    let rule = |column| if column > 0 && table.is_numeric { "---:" } else { "---" };
    let _ = write!(text, "\n**{}**\n\n", inline(&table.caption));
    text.push_str(&row(&table.headings));
    let rules: Vec<&str> = (0..table.headings.len()).map(rule).collect();
    let _ = writeln!(text, "| {} |", rules.join(" | "));
    for cells in &table.rows {
        text.push_str(&row(cells));
    }
    if !table.note.is_empty() {
        let _ = write!(text, "\n{}\n", inline(&table.note));
    }
}

/// A text on one line with nothing in it that Markdown would take for its own, also not where it makes links of addresses
/// by itself, as GitHub does.
fn inline(text: &str) -> String {
    const SPECIAL: &str = "\\`*_{}[]<>|#~&!$";
    let one_line = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::with_capacity(one_line.len());
    for (index, char) in one_line.char_indices() {
        let (before, after) = (&one_line[..index], &one_line[index + char.len_utf8()..]);
        let begins_a_list = index == 0 && matches!(char, '-' | '+' | '=' | ':');
        let numbers_a_list = matches!(char, '.' | ')') && index > 0 && before.chars().all(|c| c.is_ascii_digit());
        let makes_a_link = match char {
            ':' => after.starts_with("//") || SCHEMES.iter().any(|scheme| ends_with(before, scheme)),
            '.' => ends_with(before, "www"),
            _ => false,
        };
        if SPECIAL.contains(char) || begins_a_list || numbers_a_list || makes_a_link {
            safe.push('\\');
        }
        safe.push(char);
    }
    safe
}

/// What begins an address without two slashes.
const SCHEMES: [&str; 3] = ["mailto", "xmpp", "javascript"];

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::inline;

    #[test]
    fn nothing_a_person_types_becomes_markup() {
        let cases = [
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("# not a heading", "\\# not a heading"),
            ("- not an item", "\\- not an item"),
            ("1. not an item", "1\\. not an item"),
            ("in 1.5 of 2", "in 1.5 of 2"),
            ("a | b", "a \\| b"),
            ("![x](javascript:alert(1))", "\\!\\[x\\](javascript\\:alert(1))"),
            ("two\n\nlines", "two lines"),
            ("https://example.org/?a=1&b=2", "https\\://example.org/?a=1\\&b=2"),
            ("see www.example.org, MailTo:a", "see www\\.example.org, MailTo\\:a"),
            ("at 10:30: half", "at 10:30: half"),
        ];
        for (typed, safe) in cases {
            assert_eq!(inline(typed), safe);
        }
    }
}
