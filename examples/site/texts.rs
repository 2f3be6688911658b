//! Sections as a page of their own, and as Markdown to paste.

use std::fmt::Write;

use who_gets_missed::document::{Chapter, Document, Prose, to_markdown};
use who_gets_missed::markup::{escaped, is_web_address};
use who_gets_missed::words::common::TITLE;
use who_gets_missed::words::web_team::BACK;
use who_gets_missed::words::{Block, Section};

/// A text in which addresses and email addresses are links.
fn linked(text: &str) -> String {
    let word = |word: &str| {
        let core = word.trim_end_matches(['.', ',', ')', ';']);
        let rest = escaped(&word[core.len()..]);
        let shown = escaped(core);
        if is_web_address(core) {
            format!("<a class=\"govuk-link\" href=\"{shown}\">{shown}</a>{rest}")
        } else if is_email(core) {
            format!("<a class=\"govuk-link\" href=\"mailto:{shown}\">{shown}</a>{rest}")
        } else {
            format!("{shown}{rest}")
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn is_email(text: &str) -> bool {
    let is_plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
    text.split_once('@').is_some_and(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
}

/// A page with the page's own style, of which the build fills in the address.
pub fn page(title: &str, name: Option<&str>, sections: &[Section]) -> String {
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<link rel=\"icon\" href=\"../icon.svg\" type=\"image/svg+xml\">\n{{styles}}</head>\n\
         <body>\n<main class=\"page site-text\">\n<h1 class=\"govuk-heading-xl\">{}</h1>\n",
        escaped(&name.map_or_else(|| format!("{title}: {TITLE}"), |name| format!("{title}: {TITLE}, {name}"))),
        escaped(title),
    );
    for Section { id, heading, blocks } in sections {
        let _ = writeln!(text, "<section id=\"{id}\">\n<h2 class=\"govuk-heading-m\">{}</h2>", escaped(heading));
        for block in blocks {
            let _ = match block {
                Block::Text(said) => writeln!(text, "<p class=\"govuk-body\">{}</p>", linked(said)),
                Block::Link(said, address) => writeln!(
                    text,
                    "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{}</a></p>",
                    escaped(address),
                    escaped(said)
                ),
                Block::List(items) => {
                    let items: String = items.iter().map(|item| format!("<li>{}</li>\n", linked(item))).collect();
                    writeln!(text, "<ul class=\"govuk-list govuk-list--bullet\">\n{items}</ul>")
                }
            };
        }
        text.push_str("</section>\n");
    }
    let _ = write!(
        text,
        "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"../\">{BACK}</a></p>\n</main>\n</body>\n</html>\n"
    );
    text
}

/// The same as Markdown.
pub fn markdown(title: &str, sections: &[Section]) -> String {
    let prose = |block: &Block| match block {
        Block::Text(text) => Prose::Text(text.clone()),
        Block::List(items) => Prose::List(items.clone()),
        Block::Link(text, address) => Prose::Text(format!("{text}: {address}")),
    };
    let chapter = |section: &Section| Chapter {
        id: section.id,
        heading: section.heading.to_owned(),
        prose: section.blocks.iter().map(prose).collect(),
        exhibits: Vec::new(),
    };
    let chapters = sections.iter().map(chapter).collect();
    let text = to_markdown(&Document { title: title.to_owned(), facts: Vec::new(), chapters, foot: Vec::new() });
    // There is no foot for the rule above it.
    text.trim_end_matches(['-', '\n']).to_owned() + "\n"
}
