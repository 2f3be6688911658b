//! The note's last chapters: how sure it is, what it cannot show, what to ask next.

use super::{NoteInput, chapter, list, text};
use crate::data::{Edition, Resolution};
use crate::document::{Chapter, Prose};
use crate::words::bound::bound;
use crate::words::need::{limits as limits_of, not_a_trend, part_of_the_index};
use crate::words::strategies;

/// How sure the results are.
pub fn certainty(facts: &NoteInput) -> Chapter {
    let mut prose = vec![text(&match (facts.missed.resolution, facts.missed.is_approximate) {
        (Resolution::Areas, _) => "The target is worked out from single areas, so its size is exact.".to_owned(),
        (Resolution::Bands, false) => {
            "At this size the built-in figures are exact: they are sums over the same areas.".to_owned()
        }
        (Resolution::Bands, true) => format!(
            "At this size the target is worked out from the built-in figures, marked “about”. {} Adding the official file makes \
             them exact.",
            bound(facts.scenario, facts.missed)
        ),
    })];
    prose.push(text(
        "Rates are published with three decimals: in an area of 1,500 residents that is give or take one person. How \
         many people are in need changes from year to year, and these figures do not show by how much.",
    ));
    if facts.is_about_offers() {
        prose.push(text(
            "Intervals in brackets hold 9 in 10 of 10,000 draws, in which each assumption takes a value between its low \
             and its high one. They show what the assumptions leave open. They do not show whether the assumptions are \
             right.",
        ));
        prose.push(text(strategies::tie(facts.scenario, facts.offers)));
        let most = facts.offers.tornado.iter().take(3).map(|bar| strategies::assumption_name(bar.assumption));
        let most: Vec<&str> = most.collect();
        if !most.is_empty() {
            let [a, b] = facts.scenario.offers.pair();
            prose.push(text(format!(
                "What matters most for the difference between {} and {} ({}): {}.",
                strategies::name(a).to_ascii_lowercase(),
                strategies::name(b).to_ascii_lowercase(),
                strategies::tie_on_name(facts.scenario.offers.tie_on),
                most.join("; ")
            )));
        }
    }
    chapter("certainty", "How sure this is", prose, Vec::new())
}

/// What the figures cannot show.
pub fn limits(facts: &NoteInput) -> Chapter {
    let need = facts.scenario.need;
    let [claimed, stands_for] = limits_of(need);
    let mut items = vec![
        claimed,
        stands_for,
        "Inside the target does not mean reached: not everyone who is offered something takes it up.",
        part_of_the_index(need),
    ];
    match facts.scenario.data {
        Edition::Iod2019 => {
            items.push("People are counted at mid 2015. Places that have grown since are shown as they were.")
        }
        Edition::Iod2025 => {
            items.push(not_a_trend(need));
            if facts.missed.resolution == Resolution::Bands {
                items.push("The number of people in the built-in 2025 figures is an estimate.");
            }
        }
    }
    if facts.is_about_offers() {
        items.push(
            "Most assumptions about offers are illustrative. They show how the parts fit together, not what a service \
             will do.",
        );
    }
    chapter("limits", "What this cannot show", vec![list(&items)], Vec::new())
}

/// What to ask before deciding.
pub fn questions(facts: &NoteInput) -> Chapter {
    let mut items = vec![
        "Who lives outside the target and needs this too? Have they been asked?",
        "Does “most deprived” mean all England or this place? Does everyone in the room mean the same?",
        "Would an offer to everyone, with more effort where need is greater, do better?",
        "Would people stay away from an offer that singles out where they live?",
        "Which groups protected by the Equality Act 2010 would gain, and which would lose?",
        "How will we know who was missed? Who checks, and when?",
    ];
    if facts.is_about_offers() {
        items.push("Which assumption matters most, and who could tell us its value here?");
        items.push("Could a small trial tell before money is spent at scale?");
    }
    chapter(
        "questions",
        "Questions to ask next",
        vec![Prose::List(items.into_iter().map(str::to_owned).collect())],
        Vec::new(),
    )
}
