//! The note's chapter on groups: whom the law protects, and who is often left out.

use super::{Form, NoteInput, chapter, form, text};
use crate::data::NeedMeasure;
use crate::document::{Chapter, Exhibit};
use crate::words::capital;
use crate::words::need::counted;

/// What the figures say of most groups.
const NOT_TOLD: &str = "Not in these figures.";

/// The groups, with the name of each in drafts.
const GROUPS: [(&str, &str); 18] = [
    ("age", "Age"),
    ("disability", "Disability"),
    ("gender-reassignment", "Gender reassignment"),
    ("marriage", "Marriage and civil partnership"),
    ("pregnancy", "Pregnancy and maternity"),
    ("race", "Race"),
    ("religion", "Religion or belief"),
    ("sex", "Sex"),
    ("orientation", "Sexual orientation"),
    ("carers", "Carers"),
    ("learning", "People with a learning disability, autistic people"),
    ("home", "People without a settled home"),
    ("travellers", "Gypsy, Roma and Traveller communities"),
    ("migrants", "Vulnerable migrants"),
    ("dependence", "People dependent on drugs or alcohol"),
    ("justice", "People in contact with the justice system"),
    ("exploited", "Sex workers, victims of modern slavery"),
    ("rural", "People in villages and on the coast"),
];

/// The groups, each with what the figures say and room for the rest.
pub fn groups(facts: &NoteInput) -> Chapter {
    let row = |(key, name): (&'static str, &str)| {
        (key, vec![Some(name.to_owned()), Some(told(facts, key)), None, None, None])
    };
    let table = form(Form {
        chapter: "groups",
        caption: "Group by group",
        headings: &[
            "Group",
            "What these figures say",
            "What is known here",
            "What the proposal does to them",
            "What will be done",
        ],
        widths: &[23, 23, 18, 18, 18],
        keys: &["", "", "known", "effect", "action"],
        rows: GROUPS.map(row).to_vec(),
        note: "The first nine are protected by law; most of the others are inclusion health groups.".to_owned(),
    });
    let left_out = match facts.scenario.uses_own() {
        true => "Whoever is in none of the rows is not counted at all.",
        false => "These figures count by area alone, so they do not tell who the people missed are.",
    };
    let prose = vec![text(format!("{left_out} A field that is left empty says that nobody has looked yet."))];
    chapter("groups", "Protected characteristics and inclusion groups", prose, vec![Exhibit::Table(table)])
}

/// What the figures say of a group.
fn told(facts: &NoteInput, key: &str) -> String {
    let scenario = facts.scenario;
    let is_of_work = !scenario.uses_own() && scenario.need == NeedMeasure::Employment;
    match key {
        "age" => format!("{} are counted, all together.", capital(counted(scenario))),
        "disability" | "carers" if is_of_work => "Among those counted, not told apart.".to_owned(),
        "home" if !scenario.uses_own() => "Counted badly by any map.".to_owned(),
        "rural" if !scenario.uses_own() => "Not here; the page “One place” tells rural from urban.".to_owned(),
        _ => NOT_TOLD.to_owned(),
    }
}
