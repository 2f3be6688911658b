//! The note's last chapters: what it cannot show, who was asked, who signs.

use super::{Form, NoteInput, chapter, form, list, text};
use crate::data::{Edition, Resolution};
use crate::document::{Chapter, Exhibit};
use crate::words::edition::{self, edition_year};
use crate::words::need::{limits as limits_of, not_a_trend, part_of_the_index};

/// What the figures cannot show.
pub fn limits(facts: &NoteInput) -> Chapter {
    let (need, data) = (facts.scenario.need, facts.scenario.data);
    let [claimed, stands_for] = limits_of(need);
    let is_own = facts.scenario.uses_own();
    let reached = "Inside the target does not mean reached: not everyone who is offered something takes it up.";
    let mut items = match is_own {
        true => vec!["People can be in need in other ways than the one that is counted here.", reached],
        false => vec![claimed, stands_for, reached, part_of_the_index(need)],
    };
    if !is_own {
        items.extend(edition::words(data).limit);
        items.extend((Edition::ALL[0] != data).then(|| not_a_trend(need)));
    }
    let estimated = format!("The number of people in the built-in {} figures is an estimate.", edition_year(data));
    if !is_own && facts.missed.resolution == Resolution::Bands && data.built_in_people_are_estimated() {
        items.push(&estimated);
    }
    if facts.is_about_offers() {
        items.push("Assumptions show how the parts of an offer fit together, not what a service will do.");
    }
    chapter("limits", "What this cannot show", vec![list(&items)], Vec::new())
}

/// Who was asked, and what to ask them.
pub fn engagement(facts: &NoteInput) -> Chapter {
    let is_own = facts.scenario.uses_own();
    let mut items = match is_own {
        true => vec![
            "Is the order of the rows the right one for this offer? Does everyone in the room mean the same by it?",
            "Would people stay away from an offer that singles them out?",
        ],
        false => vec![
            "Does “most deprived” mean all England or this place? Does everyone in the room mean the same?",
            "Would people stay away from an offer that singles out where they live?",
        ],
    };
    items.push("Would an offer to everyone, with more effort where need is greater, do better?");
    if facts.is_about_offers() {
        items.push("Which assumption matters most, and who could tell us its value here?");
        items.push("Could a small trial tell before money is spent at scale?");
    }
    let asked: [(&'static str, &str); 3] = [
        ("inside", "People in need who would be offered it"),
        ("outside", "People in need who would not, or would not come"),
        ("staff", "Those who would do the work"),
    ];
    let asked = form(Form {
        chapter: "questions",
        caption: "Who was asked",
        headings: &["Who", "How and when", "What they said", "What changed"],
        widths: &[25, 25, 25, 25],
        keys: &["", "how", "said", "changed"],
        rows: asked.map(|(key, who)| (key, vec![Some(who.to_owned()), None, None, None])).to_vec(),
        note: String::new(),
    });
    let prose = vec![text("Ask before this is decided:"), list(&items)];
    chapter("questions", "Engagement", prose, vec![Exhibit::Table(asked)])
}

/// Who signs.
pub fn sign_off() -> Chapter {
    let roles: [(&'static str, &str); 4] = [
        ("prepared", "Prepared by"),
        ("equality", "Checked for equality and health inequalities by"),
        ("approved", "Approved by"),
        ("review", "To be looked at again by"),
    ];
    let signed = form(Form {
        chapter: "sign-off",
        caption: "Who has read and agreed this",
        headings: &["Part", "Name and role", "Date"],
        widths: &[36, 44, 20],
        keys: &["", "name", "date"],
        rows: roles.map(|(key, role)| (key, vec![Some(role.to_owned()), None, None])).to_vec(),
        note: String::new(),
    });
    chapter("sign-off", "Sign-off", Vec::new(), vec![Exhibit::Table(signed)])
}
