//! A document as one HTML file that needs nothing else. Word processors open it too.

use std::fmt::Write;

use super::{Chapter, Document, Exhibit, Fact, Prose, Table};
use crate::markup::{escaped, is_web_address};
use crate::palette::{FILE_LINE, INK};

/// How the file looks, on screen and on paper.
fn style() -> String {
    format!(
        "body{{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.5 Arial,Helvetica,sans-serif;color:{INK}}}\
h1{{font-size:1.8em;line-height:1.2}}h2{{font-size:1.3em;margin-top:1.6em}}dl{{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}}\
dt{{font-weight:bold}}dd{{margin:0;overflow-wrap:anywhere}}table{{border-collapse:collapse;width:100%;margin:1em 0}}\
caption,figcaption{{text-align:left;font-weight:bold;margin-bottom:.4em}}th,td{{border-bottom:1px solid {FILE_LINE};padding:.3em .6em .3em 0;text-align:left;vertical-align:top}}\
.n td,.n th+th{{text-align:right}}.f th,.f td{{height:1.6em;padding:.3em .4em;border:1px solid {FILE_LINE};white-space:pre-line}}figure{{margin:1em 0}}svg{{max-width:100%;height:auto}}footer{{margin-top:2em;border-top:1px solid {FILE_LINE};font-size:.9em}}\
@media print{{body{{margin:0;max-width:none;font-size:10.5pt}}h2{{break-after:avoid}}table,figure{{break-inside:avoid}}}}"
    )
}

/// Writes a document as HTML in a language.
pub fn to_html(document: &Document, language: &str) -> String {
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<dl>\n",
        escaped(language),
        escaped(&document.title),
        style(),
        escaped(&document.title)
    );
    for (name, value) in &document.facts {
        let _ = writeln!(text, "<dt>{}</dt><dd>{}</dd>", escaped(name), fact_html(value));
    }
    text.push_str("</dl>\n");
    for chapter in &document.chapters {
        write_chapter(&mut text, chapter);
    }
    text.push_str("</main>\n<footer>\n");
    for line in &document.foot {
        let _ = writeln!(text, "<p>{}</p>", escaped(line));
    }
    text.push_str("</footer>\n</body>\n</html>\n");
    text
}

fn write_chapter(text: &mut String, chapter: &Chapter) {
    let _ = writeln!(text, "<section>\n<h2>{}</h2>", escaped(&chapter.heading));
    for block in &chapter.prose {
        match block {
            Prose::Text(paragraph) => {
                let _ = writeln!(text, "<p>{}</p>", escaped(paragraph));
            }
            Prose::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
                let _ = write!(text, "<ul>\n{items}</ul>\n");
            }
        }
    }
    for exhibit in &chapter.exhibits {
        match exhibit {
            Exhibit::Table(table) => write_table(text, table),
            Exhibit::Picture(picture) => {
                // Our own drawing, in which every text is written as text.
                let _ = writeln!(
                    text,
                    "<figure>\n<figcaption>{}</figcaption>\n{}\n</figure>",
                    escaped(&picture.caption),
                    picture.svg
                );
            }
        }
    }
    text.push_str("</section>\n");
}

fn write_table(text: &mut String, table: &Table) {
    let class = match (table.blanks.is_empty(), table.is_numeric) {
        (false, _) => " class=\"f\"",
        (true, true) => " class=\"n\"",
        (true, false) => "",
    };
    let _ = write!(text, "<table{class}>\n<caption>{}</caption>\n", escaped(&table.caption));
    for width in &table.widths {
        let _ = write!(text, "<col style=\"width:{width}%\">");
    }
    text.push_str("<thead><tr>");
    for heading in &table.headings {
        let _ = write!(text, "<th scope=\"col\">{}</th>", escaped(heading));
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        text.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let _ = match column {
                0 => write!(text, "<th scope=\"row\">{}</th>", escaped(cell)),
                _ => write!(text, "<td>{}</td>", escaped(cell)),
            };
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody>\n</table>\n");
    if !table.note.is_empty() {
        let _ = writeln!(text, "<p>{}</p>", escaped(&table.note));
    }
}

fn fact_html(fact: &Fact) -> String {
    match fact {
        Fact::Link(link) if is_web_address(link) => {
            let link = escaped(link);
            format!("<a href=\"{link}\">{link}</a>")
        }
        Fact::Link(text) | Fact::Text(text) => escaped(text),
    }
}
