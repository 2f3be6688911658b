//! The note's last chapters: how sure it is, what it cannot show, what to ask next.

use super::{NoteInput, chapter, list, text};
use crate::data::{Edition, Resolution};
use crate::document::{Chapter, Prose};
use crate::words::bound::bound;
use crate::words::edition::{self, edition_year};
use crate::words::missed::figures_in_short;
use crate::words::need::{limits as limits_of, not_a_trend, part_of_the_index};
use crate::words::strategies;

/// How sure the results are.
pub fn certainty(facts: &NoteInput) -> Chapter {
    let is_own = facts.scenario.uses_own();
    let mut prose = vec![text(&match (facts.missed.resolution, facts.missed.is_approximate) {
        _ if is_own => figures_in_short(facts.scenario, facts.missed),
        (Resolution::Areas, _) => "The target is worked out from single areas, so its size is exact.".to_owned(),
        (Resolution::Bands, false) => {
            "At this size the built-in figures are exact: they are sums over the same areas.".to_owned()
        }
        (Resolution::Bands, true) => {
            format!("Results marked “about” are not exact. {}", bound(facts.scenario, facts.missed))
        }
    })];
    prose.push(text(match is_own {
        true => "How many people are in need changes from year to year, and these figures do not show by how much.",
        false => {
            "Rates have three decimals: in an area of 1,500 residents that is give or take one person. How \
             many people are in need changes from year to year, and these figures do not show by how much."
        }
    }));
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
                strategies::tie_on_name(facts.scenario.offers.tie_on, facts.scenario.offers.programme.averts),
                most.join("; ")
            )));
        }
    }
    chapter("certainty", "How sure this is", prose, Vec::new())
}

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
        items.push(
            "Most assumptions about offers are illustrative. They show how the parts fit together, not what a service \
             will do.",
        );
    }
    chapter("limits", "What this cannot show", vec![list(&items)], Vec::new())
}

/// What to ask before deciding.
pub fn questions(facts: &NoteInput) -> Chapter {
    let [outside, meaning, singled_out] = match facts.scenario.uses_own() {
        true => [
            "Who is outside the target and needs this too? Have they been asked?",
            "Is the order of the rows the right one for this offer? Does everyone in the room mean the same by it?",
            "Would people stay away from an offer that singles them out?",
        ],
        false => [
            "Who lives outside the target and needs this too? Have they been asked?",
            "Does “most deprived” mean all England or this place? Does everyone in the room mean the same?",
            "Would people stay away from an offer that singles out where they live?",
        ],
    };
    let mut items = vec![
        outside,
        meaning,
        "Would an offer to everyone, with more effort where need is greater, do better?",
        singled_out,
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
