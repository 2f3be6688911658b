//! The config of a site's own edition: any text is understood or refused in one line that says where and what to do.

#[path = "../../examples/site/config.rs"]
mod config;
#[path = "../../examples/site/keys.rs"]
mod keys;
#[path = "../../examples/site/problem.rs"]
mod problem;
#[path = "../../examples/site/texts.rs"]
mod texts;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use who_gets_missed::scenario::{Door, Scenario, SiteTheme, ToQuery, View};
use who_gets_missed::words::web_team;

use config::{AreasOf, Config};
use problem::Problem;

thread_local! {
    static BUILT_IN: RefCell<HashMap<String, String>> = RefCell::default();
}

/// A file of the built-in figures, from the disk once.
fn built_in(path: &str) -> Result<String, String> {
    BUILT_IN.with_borrow_mut(|known| {
        // The tests stand in the project, the target in a folder of it.
        let figures = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("public/figures"));
        let read = || fs::read_to_string(figures.clone().find(|folder| folder.is_dir()).unwrap().join(path)).unwrap();
        Ok(known.entry(path.to_owned()).or_insert_with(read).clone())
    })
}

fn is_one_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(char::is_control)
}

/// What is read is what the page can follow.
pub fn edition(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = || config::read(&text, Path::new("folder"), built_in);
    match read() {
        Err(problem) => refused(&problem),
        Ok(config) => {
            understood(&config);
            assert_eq!(format!("{config:?}"), format!("{:?}", read().unwrap()));
        }
    }
}

fn refused(problem: &Problem) {
    let Problem { key, what, remedy } = problem;
    assert!([key, what, remedy].into_iter().all(|part| is_one_line(part)), "{problem:?}");
    assert!(remedy.ends_with(['.', '?']) && problem.to_string().chars().count() < 2500, "{problem:?}");
}

fn understood(config: &Config) {
    let choices = |query: &String| {
        let decoded = Scenario::from_query(query);
        assert!(decoded.notices.is_empty() && decoded.scenario.to_query() == *query, "{query}: {:?}", decoded.notices);
        decoded.scenario
    };
    let start = config.start.as_ref().map_or_else(Scenario::default, choices);
    assert!(!config.hidden_views.contains(&start.view), "{config:?}");
    for door in &config.hidden_doors {
        assert!(View::behind(*door).all(|view| config.hidden_views.contains(&view)), "{config:?}");
    }
    assert!(View::behind(Door::Foot).all(|view| !config.hidden_views.contains(&view)), "{config:?}");
    for offers in &config.starts {
        assert!(is_one_line(&offers.name) && !offers.story.contains(char::is_control), "{offers:?}");
        assert!(choices(&offers.query).offers != Scenario::default().offers, "{offers:?}");
    }
    for AreasOf { edition, file7, lookup, outlines, attribution } in &config.areas {
        let lookup = lookup.as_ref().map(|(path, column)| {
            assert!(is_one_line(column), "{edition:?}, {column:?}");
            path
        });
        let is_found = |path: &PathBuf| path.starts_with("folder") || path.has_root();
        assert!([Some(file7), lookup, outlines.as_ref()].into_iter().flatten().all(is_found), "{config:?}");
        assert!(attribution.is_some() || (lookup.is_none() && outlines.is_none()), "{config:?}");
    }
    let theme = SiteTheme { accent: config.accent, ground: config.ground, ..SiteTheme::default() };
    assert_eq!(theme.readable(), (theme, false));
    if let Some(address) = &config.address {
        assert!(address.starts_with("https://") && address.ends_with('/') && !address.contains(['"', '<', ' ']));
    }
    assert!(config.areas.is_empty() || config.place.is_some(), "{config:?}");
    let shown = [&config.name, &config.lead, &config.notice, &config.accessibility, &config.privacy];
    assert!(shown.into_iter().flatten().chain(&config.issues).all(|text| is_one_line(text)), "{config:?}");
    statements(config);
}

/// The texts for the web team hold no element that the config brought.
fn statements(config: &Config) {
    let day = || "27 November 2026".to_owned();
    let of = config.of_site(day(), day());
    for (title, sections) in
        [(web_team::ACCESSIBILITY, web_team::accessibility(&of)), (web_team::PRIVACY, web_team::privacy(&of))]
    {
        let page = texts::page(title, config.name.as_deref(), &sections);
        let known = [
            "!doctype", "html", "head", "meta", "title", "link", "body", "main", "section", "h1", "h2", "p", "a", "ul",
            "li",
        ];
        for element in page.split('<').skip(1) {
            let name = element.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            assert!(known.contains(&name), "{name}: {page}");
        }
        let hidden = |sign: char| sign.is_control() && sign != '\n';
        assert!(!page.contains(hidden) && !texts::markdown(title, &sections).contains(hidden), "{config:?}");
    }
}
