//! What the law asks a site to say of itself, for a site that has an edition of its own (`examples/site`): its accessibility
//! statement in the form of the UK model, and what it keeps on a device. Where the site did not say something, that is said.

use super::edition::edition_year;
use super::number::count;
use super::{Block, Section, list_of};
use crate::data::official::OfficialFile;

/// How far a site says that it meets the guidelines, in the words of the model statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// Nothing falls short.
    Full,
    /// Some of it falls short.
    Partial,
    /// Most of it falls short.
    None,
}

impl Compliance {
    /// Every one, with its name.
    pub const ALL: [(&'static str, Self); 3] = [("full", Self::Full), ("partial", Self::Partial), ("none", Self::None)];
}

/// What a site says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfSite {
    /// Who runs it.
    pub name: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// Whom to tell of a problem in using it.
    pub accessibility: Option<String>,
    /// In how many days they answer.
    pub days: Option<u16>,
    /// Whom to ask about privacy.
    pub privacy: Option<String>,
    /// How far it says that it meets the guidelines.
    pub compliance: Option<Compliance>,
    /// What falls short.
    pub issues: Vec<String>,
    /// The day on which this version was tested, in words.
    pub tested: String,
    /// The day on which the statement was made.
    pub prepared: String,
}

/// Name of the links to both texts.
pub const LINKS: &str = "About this site";
/// The title of the statement.
pub const ACCESSIBILITY: &str = "Accessibility statement";
/// The title of the other text.
pub const PRIVACY: &str = "Privacy";
/// Both with their addresses on the site.
pub const STATEMENTS: [(&str, &str); 2] =
    [(ACCESSIBILITY, "site/accessibility-statement.html"), (PRIVACY, "site/privacy.html")];
/// Heading of the areas that the site brought.
pub const AREAS: &str = "Areas that came with this site";
/// Heading of its offers to start from.
pub const STARTS: &str = "Starting points of this site";

/// Who runs the site, and whom to ask.
pub fn who(name: Option<&str>, accessibility: Option<&str>, privacy: Option<&str>) -> Vec<String> {
    let run = name.map(|name| format!("This edition of the tool is run by {name}."));
    let accessibility = accessibility.map(|contact| format!("If something here is hard to use: {contact}"));
    let privacy = privacy.map(|contact| format!("Questions about privacy: {contact}"));
    [run, accessibility, privacy].into_iter().flatten().collect()
}

/// What a site brought of an edition.
pub fn areas(file: &OfficialFile, name: Option<&str>, attribution: Option<&str>) -> String {
    let councils: Vec<String> = file.authorities.iter().map(|authority| authority.name.clone()).collect();
    let year = edition_year(file.edition);
    let areas = count(file.areas.len() as f64);
    let from = name.map(|name| format!(", from {name}")).unwrap_or_default();
    let attribution = attribution.map(|attribution| format!(" {attribution}")).unwrap_or_default();
    format!("{areas} single areas of {}, File 7 of {year}{from}.{attribution}", list_of(&councils))
}
/// Leads back to the page.
pub const BACK: &str = "Go to the tool";

fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

fn list(items: &[&str]) -> Block {
    Block::List(items.iter().map(|&item| item.to_owned()).collect())
}

/// Where the site did not say whom to tell, else how to reach them.
fn contact(of: Option<&String>, key: &str) -> String {
    match of {
        Some(contact) => format!("Contact: {contact}"),
        None => {
            format!("No contact is given. Whoever runs this site has to put one in (“contact.{key}” in its site.toml).")
        }
    }
}

const GUIDELINES: &str = "Web Content Accessibility Guidelines version 2.2";

/// The accessibility statement. Headings and the sentences on enforcement and compliance are those of the UK model.
pub fn accessibility(of: &OfSite) -> Vec<Section> {
    let organisation = of.name.as_deref().unwrap_or("the organisation on whose website you found it");
    let scope = match &of.address {
        Some(address) => format!("This accessibility statement applies to {address} (the tool “Who gets missed?”)."),
        None => "This accessibility statement applies to the tool “Who gets missed?”.".to_owned(),
    };
    let about = vec![
        Block::Text(scope),
        Block::Text(format!(
            "This website is run by {organisation}. We want as many people as possible to be able to use this website. For \
             example, that means you should be able to:"
        )),
        list(&[
            "change colours, contrast levels and fonts using browser or device settings",
            "zoom in up to 400% without the text spilling off the screen",
            "use all of it with a keyboard alone",
            "read every chart’s and map’s numbers as text or as a table",
            "turn off movement with your device’s own setting",
        ]),
    ];
    let section = |id, heading, blocks| Section { id, heading, blocks };
    let mut sections = vec![
        section("scope", "What this statement is about", about),
        section("how", "How accessible this website is", how_accessible(of)),
        section("feedback", "Feedback and contact information", feedback(of)),
        section(
            "enforcement",
            "Enforcement procedure",
            vec![
                text(
                    "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies \
                     (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility \
                     regulations’). If you’re not happy with how we respond to your complaint, contact the Equality Advisory \
                     and Support Service (EASS).",
                ),
                Block::Link("Equality Advisory and Support Service", "https://www.equalityadvisoryservice.com/"),
            ],
        ),
        section("technical", "Technical information about this website’s accessibility", technical(of)),
    ];
    if !of.issues.is_empty() {
        sections.push(section(
            "non-accessible",
            "Non-accessible content",
            vec![
                text("The content listed below is non-accessible for the following reasons."),
                Block::List(of.issues.clone()),
            ],
        ));
    }
    sections.push(section("preparation", "Preparation of this accessibility statement", preparation(of)));
    sections
}

fn how_accessible(of: &OfSite) -> Vec<Block> {
    match of.issues.as_slice() {
        [] => vec![text(
            "We know of no part of this website that is not accessible. It has not been tested by people who use assistive \
             technology every day, so problems may remain.",
        )],
        issues => {
            vec![text("We know some parts of this website are not fully accessible:"), Block::List(issues.to_vec())]
        }
    }
}

fn feedback(of: &OfSite) -> Vec<Block> {
    let mut said = vec![
        text(
            "If you find any problems not listed on this page, think we’re not meeting accessibility requirements, or need \
             this information in a different format, tell us.",
        ),
        Block::Text(contact(of.accessibility.as_ref(), "accessibility")),
    ];
    said.extend(of.days.map(|days| match days {
        1 => text("We’ll consider your request and get back to you in 1 day."),
        _ => Block::Text(format!("We’ll consider your request and get back to you in {days} days.")),
    }));
    said
}

fn technical(of: &OfSite) -> Vec<Block> {
    let organisation = of.name.as_deref().unwrap_or("The organisation that runs this website");
    let said = match of.compliance {
        Some(Compliance::Full) => format!("This website is fully compliant with the {GUIDELINES} AA standard."),
        Some(Compliance::Partial) => format!(
            "This website is partially compliant with the {GUIDELINES} AA standard, due to the non-compliances listed below."
        ),
        Some(Compliance::None) => format!(
            "This website is not compliant with the {GUIDELINES} AA standard. The non-compliances are listed below."
        ),
        None => format!(
            "{organisation} has not said yet how far this website complies with the {GUIDELINES} AA standard. The test report \
             below is what it can go by (“statement.compliance” in its site.toml)."
        ),
    };
    vec![
        Block::Text(format!(
            "{organisation} is committed to making its website accessible, in accordance with the Public Sector Bodies \
             (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."
        )),
        Block::Text(format!("Compliance status: {said}")),
    ]
}

/// What is tested: each line names what the tests of the project do with the whole page (`tests/e2e`).
pub const TESTS: [&str; 7] = [
    "axe, which looks for failures of levels A and AA, on every view in windows 1,280 and 320 pixels wide, with errors and lists open",
    "the keyboard alone: everything is reached, and what has the focus is in sight",
    "400% zoom and wide text spacing: nothing is cut off",
    "forced colours: each part of a picture still looks like its key",
    "reduced motion: nothing moves",
    "names, roles and the order in which a screen reader gets them",
    "targets large enough for a finger",
];

fn preparation(of: &OfSite) -> Vec<Block> {
    vec![
        Block::Text(format!("This statement was prepared on {}.", of.prepared)),
        Block::Text(format!(
            "Version {} of the tool was last tested on {} against the WCAG 2.2 AA standard. The tests were run by script, in \
             Chromium, by the people who make the tool. They are:",
            env!("CARGO_PKG_VERSION"),
            of.tested
        )),
        list(&TESTS),
    ]
}

/// A thing that is kept in the browser: by which name, where, and what it is for.
pub const KEPT: [(&str, &str, &str); 12] = [
    ("who-gets-missed-app", "cache", "the page itself, so that it works without a network"),
    ("who-gets-missed-files", "cache", "official files that you add"),
    ("who-gets-missed-tables", "database", "tables that you choose to keep"),
    ("who-gets-missed-pages", "local storage", "pages that you save under a name"),
    ("who-gets-missed-pinned", "local storage", "which saved pages stand side by side"),
    ("who-gets-missed-note", "local storage", "what you write into the evidence note"),
    ("who-gets-missed-rows", "local storage", "your own rows on the page Close the gap"),
    ("who-gets-missed-units", "local storage", "your own table of areas, schools or practices"),
    ("who-gets-missed-lists", "local storage", "the last eight lists of codes that are too long for a link"),
    ("who-gets-missed-room", "session storage", "what a room said in a guided session"),
    ("who-gets-missed-guess", "session storage", "that you have made a guess, so that you are not asked again"),
    ("who-gets-missed-scroll", "session storage", "how far you have scrolled, for when you go back"),
];

/// What the site keeps, and where.
pub fn privacy(of: &OfSite) -> Vec<Section> {
    let kept = KEPT.map(|(name, place, what)| format!("{name} ({place}): {what}"));
    let section = |id, heading, blocks| Section { id, heading, blocks };
    vec![
        section(
            "sent",
            "What is sent",
            vec![
                text(
                    "The tool “Who gets missed?” sets no cookies and has no tracking and no accounts. Everything is worked out \
                     on your device. Your browser asks this website for the page and its figures, and no other website for \
                     anything. Files, tables and texts of yours are never sent.",
                ),
                text(
                    "The address of the page holds your choices. Browsers send it to this website when the page is loaded from \
                     there, as with any page, so it may stand in the records of the server.",
                ),
            ],
        ),
        section(
            "kept",
            "What is kept in your browser",
            vec![
                text(
                    "These are kept on your device alone, to do what you ask of the tool. Session storage is gone when the tab \
                     is closed. All of it goes when you clear this website’s data in your browser.",
                ),
                Block::List(kept.to_vec()),
                text("People served, on the page Audit, are kept nowhere: they are gone when the page is closed."),
            ],
        ),
        section("contact", "Questions about privacy", vec![Block::Text(contact(of.privacy.as_ref(), "privacy"))]),
    ]
}
