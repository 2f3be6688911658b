//! What leaves the page is inert: whatever a link, a file or a person holds, a document has no link or markup but our own,
//! a spreadsheet runs nothing, and no text looks like another one.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod csv;
}

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use who_gets_missed::data::table::{Answers, Table};
use who_gets_missed::document::{Chapter, Document, Draft, Fact, Prose, to_html, to_markdown};
use who_gets_missed::export::Csv;
use who_gets_missed::scenario::library::{checked, shortened};
use who_gets_missed::scenario::population::kept_text;
use who_gets_missed::scenario::{Notice, Scenario};
use who_gets_missed::words::note::PREPARED_BY;
use who_gets_missed::words::notice;

const LINK: &str = "https://example.org/tools/who-gets-missed/?view=note&share=30";

/// What people and attackers might type, and any other character between.
fn typed() -> impl Strategy<Value = String> {
    const PIECES: [&str; 60] = [
        "https://evil.example",
        "http://evil.example/a.png",
        "www.evil.example",
        "HTTPS://EVIL.EXAMPLE",
        "ftp://evil.example",
        "javascript:alert(1)",
        "mailto:a@evil.example",
        "![x](",
        "[x](",
        "[x]: ",
        "](",
        ")",
        "<",
        ">",
        "<https://evil.example>",
        "<img src=x onerror=alert(1)>",
        "<!-- ",
        " -->",
        "&lt;",
        "&#60;",
        "\\",
        "`",
        "```",
        "~~~",
        "# ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        "---",
        "===",
        "|",
        "| --- |",
        "$",
        "*",
        "_",
        "!",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "\u{feff}",
        "\u{e0041}",
        "\n",
        "\n\n",
        "\r",
        "\t",
        "    ",
        "=1+1",
        "@",
        ";",
        "\"",
    ];
    let piece = prop_oneof![
        4 => select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => vec(select("abcxyz 019".chars().collect::<Vec<_>>()), 1..6).prop_map(|word| word.into_iter().collect()),
    ];
    vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

/// Whether the text shows all that is in it: no control but the ends of lines, no mark of direction, none without a width,
/// no tag.
fn is_plain(text: &str) -> bool {
    let is_unseen = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        is_control
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    !text.contains(is_unseen) && !text.contains("a\u{200d}")
}

/// Holds a text of a Markdown file to the rule that each sign which could be markup has a backslash before it.
#[track_caller]
fn check_is_text(source: &str) {
    assert!(is_plain(source), "{source:?}");
    assert!(!source.contains(['\n', '\r', '\t']), "{source:?}");
    let mut rest = source.chars().peekable();
    let mut bare = String::new();
    while let Some(char) = rest.next() {
        match char {
            '\\' => {
                let escaped = rest.next();
                assert!(
                    escaped.is_some_and(|c| c.is_ascii_punctuation()),
                    "{source:?}: a line break or a bare backslash"
                );
                // Stands for itself, and parts what is before it from what is after it.
                bare.push('\u{1}');
            }
            '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '$' | '#' | '{' | '}' => {
                panic!("{source:?}: {char}")
            }
            _ => bare.push(char.to_ascii_lowercase()),
        }
    }
    // What GitHub makes a link of.
    for link in ["://", "www.", "mailto:", "xmpp:", "javascript:"] {
        assert!(!bare.contains(link), "{source:?}: {link}");
    }
    // What begins a block at the start of a line.
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    assert!(!bare.starts_with(['-', '+', '=', ' ', ':']), "{source:?}");
    assert!(digits.len() == bare.len() || !digits.starts_with(['.', ')']), "{source:?}");
}

fn written(title: &str, author: &str, text: &str) -> Document {
    let prose = vec![Prose::Text("Made.".to_owned())];
    let chapter = Chapter { id: "decision", heading: "The decision".to_owned(), prose, exhibits: Vec::new() };
    let facts = vec![("Opens to".to_owned(), Fact::Link(LINK.to_owned()))];
    let made = Document { title: "T".to_owned(), facts, chapters: vec![chapter], foot: vec!["Source.".to_owned()] };
    let mut draft = Draft { title: title.to_owned(), author: author.to_owned(), ..Draft::default() };
    draft.write("decision", &made.chapters[0].prose, text.to_owned());
    draft.apply(made, PREPARED_BY)
}

/// The Markdown of a note holds the lines that we make, and in them nothing but text.
#[track_caller]
fn check_markdown(markdown: &str) {
    for line in markdown.lines().filter(|line| !line.is_empty()) {
        if line == "---" || line == format!("**Opens to:** <{LINK}>  ") {
            continue;
        }
        let heading = line.strip_prefix("# ").or_else(|| line.strip_prefix("## "));
        let fact = line.strip_prefix(&*format!("**{PREPARED_BY}:** ")).and_then(|line| line.strip_suffix("  "));
        let item = line.strip_prefix("- ");
        // An item that says nothing.
        if line.trim_end() == "-" {
            continue;
        }
        check_is_text(heading.or(fact).or(item).unwrap_or(line));
    }
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(settings(3000))]

    #[test]
    fn markdown_holds_no_link_picture_or_markup_but_our_own_link(title in typed(), author in typed(), text in typed()) {
        check_markdown(&to_markdown(&written(&title, &author, &text)));
    }

    #[test]
    fn a_file_of_the_note_holds_one_link_and_shows_all_that_is_in_it(title in typed(), author in typed(), text in typed()) {
        let html = to_html(&written(&title, &author, &text), "en");
        prop_assert_eq!(html.matches("<a ").count(), 1);
        prop_assert!(!html.contains("<img") && !html.contains("<script"));
        prop_assert!(is_plain(&html), "{:?}", html);
    }

    #[test]
    fn no_cell_of_a_table_begins_a_formula_wherever_a_program_cuts_it(rows in vec(vec(cell(), 1..4), 1..4)) {
        let mut csv = Csv::new();
        csv.rows(&rows);
        let text = csv.text();
        for cell in support::csv::read(&text).iter().flatten() {
            prop_assert!(is_number(cell) || !begins_a_formula(cell), "comma: {:?} in {:?}", cell, text);
        }
        // With semicolons or tabs between cells quotes inside a line mean nothing.
        for piece in text.trim_start_matches('\u{feff}').split([';', '\t', '\r', '\n']) {
            let first = piece.split(',').next().unwrap_or_default();
            prop_assert!(is_number(first) || !begins_a_formula(piece), "{:?} in {:?}", piece, text);
        }
        let is_plain = is_plain(text.trim_start_matches('\u{feff}'));
        prop_assert!(is_plain);
    }

    #[test]
    fn what_a_page_repeats_of_a_link_shows_all_that_is_in_it(key in typed(), value in typed()) {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair(&key, &value).append_pair("place", &value).append_pair("factor-name", &value).finish();
        let decoded = Scenario::from_query(&query);
        prop_assert!(!decoded.notices.is_empty() || key.is_empty() || kept_text(&value).is_some());
        for told in &decoded.notices {
            prop_assert!(is_plain(&notice::text(told)) && !notice::text(told).contains(char::is_control), "{:?}", told);
        }
        if let Some(name) = decoded.scenario.population.name {
            prop_assert!(is_plain(&name), "{:?}", name);
        }
    }

    #[test]
    fn names_show_all_that_is_in_them(text in typed()) {
        for name in [checked(&text).ok(), shortened(&text), kept_text(&text)].into_iter().flatten() {
            prop_assert!(is_plain(&name) && !name.contains(char::is_control), "{:?}", name);
        }
    }
}

/// A cell as a name in a file may be, and numbers.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        typed(),
        select(vec!["-12", "+3.5", "-1.5e-7", "-3.2%", "x;-1", "-1;=1", "a\t-b", ";\"=1", "\"=1", "; =1", "\n+1"])
            .prop_map(str::to_owned)
    ]
}

/// As spreadsheets see it: behind spaces and quotes.
fn begins_a_formula(cell: &str) -> bool {
    cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r'])
}

fn is_number(cell: &str) -> bool {
    cell.trim_end_matches('%').parse::<f64>().is_ok_and(f64::is_finite)
}

#[test]
fn a_control_character_opens_no_way_through_the_field_for_the_author() {
    let cases = [
        ("https://x\u{1}![a](https://evil.example/a.png)", "https\\://x\\!\\[a\\](https\\://evil.example/a.png)"),
        ("https://evil.example", "https\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        ("A. Smith\u{202e}", "A. Smith"),
        ("Dr A: B, 1:2", "Dr A: B, 1:2"),
    ];
    for (author, expected) in cases {
        let markdown = to_markdown(&written("", author, "x"));
        assert!(markdown.contains(&format!("**{PREPARED_BY}:** {expected}  \n")), "{markdown}");
        assert!(markdown.contains(&format!("**Opens to:** <{LINK}>")), "our own link stays one");
    }
}

#[test]
fn a_name_that_is_turned_round_is_told_as_it_is() {
    let decoded = Scenario::from_query("%E2%80%AEerahs=1&share=%E2%81%A6x%E2%80%8B");
    let expected =
        [Notice::UnknownKey("erahs".to_owned()), Notice::BadValue { key: "share".to_owned(), value: "x".to_owned() }];
    assert_eq!(decoded.notices, expected);
}

#[test]
fn names_of_rows_in_a_file_show_all_that_is_in_them() {
    let text = "area\u{200b},imd score,population,value\nLe\u{202e}eds\u{e0041},1,100,5\nB,2,100,6\n";
    let reading = Table::from_text(text).unwrap().read(&Answers::default()).unwrap();
    assert_eq!(reading.rows.units[0].name, "Leeds");
}
