//! What the guided session answers, and what follows from it: sentences made of results.

use super::service::{service_answer, service_number, service_so_what};
use crate::data::Resolution;
use crate::model::guesses::{CARDS, card, median, near};
use crate::model::strategies::BreakEven;
use crate::model::{SmallestTarget, Target};
use crate::results::TargetingResult;
use crate::results::shown::tenths_above;
use crate::results::workshop::{OFFERS, Workshop, perfect_choices};
use crate::scenario::Percent;
use crate::scenario::session::SessionQuestion;
use crate::words::common::{everyone, in_need};
use crate::words::missed::{self, about_left, about_number, about_percent, here};
use crate::words::number::{count, percent, percent_left, pounds, tenths_of_points};
use crate::words::strategies as offers;

/// How the guesses compare with the answer.
pub fn room(guesses: &[f64], answer: f64) -> String {
    let Some(middle) = median(guesses) else { return String::new() };
    let off = tenths_above(middle, answer);
    let side = if off > 0 { "too high" } else { "too low" };
    let how_far = match off {
        0 => "just right".to_owned(),
        off => format!("{} points {side}", tenths_of_points(off)),
    };
    match guesses.len() {
        1 => format!("The guess was {}: {how_far}.", percent(middle)),
        number => format!(
            "The middle guess was {}: {how_far}. {} of {number} came within 5 points.",
            percent(middle),
            near(guesses, answer)
        ),
    }
}

pub(super) fn shown(share: f64, is_approximate: bool) -> String {
    about_percent(is_approximate, share)
}

pub(super) fn is_rough(missed: &TargetingResult) -> bool {
    missed.resolution == Resolution::Bands
}

/// The answer in a few characters.
pub fn big_answer(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> String {
    let missed = &workshop.missed;
    match moment {
        SessionQuestion::National => percent(missed.target.measures.coverage),
        SessionQuestion::Local => percent(missed.local_target.coverage),
        SessionQuestion::Widen => workshop.reach().map(|reach| percent(reach.share)).unwrap_or_default(),
        SessionQuestion::PerfectMap => {
            perfect.map(|perfect| percent(perfect.target.measures.coverage)).unwrap_or_default()
        }
        SessionQuestion::Uptake => match workshop.tie {
            BreakEven::At(uptake) => percent(uptake),
            BreakEven::FirstAlways => "Never".to_owned(),
            BreakEven::SecondAlways => "Always".to_owned(),
            BreakEven::Same | BreakEven::Jumps | BreakEven::Undefined => "No answer".to_owned(),
        },
        SessionQuestion::Budget => match workshop.winners().as_slice() {
            [one] => offers::name(OFFERS[*one]).to_owned(),
            _ => "About the same".to_owned(),
        },
        SessionQuestion::Service => service_number(workshop),
        SessionQuestion::Sentence => String::new(),
    }
}

/// Stands before the answer where it is an estimate.
pub fn big_answer_about(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> String {
    let missed = &workshop.missed;
    let is_rough = match moment {
        SessionQuestion::National => missed.is_approximate,
        SessionQuestion::Local => missed.local_target_is_approximate,
        SessionQuestion::Widen => is_rough(missed),
        SessionQuestion::PerfectMap => perfect.is_some_and(|perfect| perfect.is_approximate),
        SessionQuestion::Uptake => matches!(workshop.tie, BreakEven::At(_)) && is_rough(missed),
        SessionQuestion::Budget | SessionQuestion::Service | SessionQuestion::Sentence => false,
    };
    let shown = big_answer(moment, workshop, perfect);
    about_number(is_rough, &shown).trim_end_matches(&shown).to_owned()
}

/// What the answer says, after it.
pub fn answer(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> String {
    let (scenario, missed) = (&workshop.scenario, &workshop.missed);
    let (need, here) = (in_need(scenario), here(scenario));
    match moment {
        SessionQuestion::National => format!(
            "of {need} {here} live in England’s most deprived fifth of areas. {} live elsewhere.",
            percent_left(missed.target.measures.coverage)
        ),
        SessionQuestion::Local => format!(
            "of {need} live in this place’s own most deprived fifth. In England’s most deprived fifth it is {}.",
            shown(missed.target.measures.coverage, missed.is_approximate)
        ),
        SessionQuestion::Widen => {
            let home = workshop.reach().map(|reach| shown(reach.people_share, is_rough(missed))).unwrap_or_default();
            format!("of England’s areas must be targeted. They are home to {home} of {} {here}.", everyone(scenario))
        }
        SessionQuestion::PerfectMap => {
            let Some(perfect) = perfect else { return String::new() };
            let (best, now) = (perfect.target.measures.coverage, missed.local_target.coverage);
            let more = tenths_above(best, now);
            let than = if more >= 0 { "more" } else { "less" };
            format!(
                "of {need} live in the first fifth of the perfect map: {} points {than} than in the order of overall \
                 deprivation ({}).",
                tenths_of_points(more),
                shown(now, missed.local_target_is_approximate)
            )
        }
        SessionQuestion::Uptake => tie(workshop),
        SessionQuestion::Budget => spent(workshop),
        SessionQuestion::Service => service_answer(workshop),
        SessionQuestion::Sentence => String::new(),
    }
}

/// The answer in one line, for the notes.
pub fn whole_answer(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> String {
    let about = big_answer_about(moment, workshop, perfect);
    let end = if matches!(moment, SessionQuestion::Uptake) { "." } else { "" };
    format!("{about}{}{end} {}", big_answer(moment, workshop, perfect), answer(moment, workshop, perfect))
}

fn tie(workshop: &Workshop) -> String {
    let need = in_need(workshop.scenario.need);
    let area = count(workshop.by_area);
    match workshop.tie {
        BreakEven::At(_) => format!(
            "If so many say yes in the most deprived fifth, both offers reach {area} {need}. If fewer do, the offer to that \
             fifth alone reaches more."
        ),
        BreakEven::FirstAlways => format!(
            "Even if nobody in the most deprived fifth said yes, the offer to everyone would reach {} {need}. The offer to \
             that fifth alone reaches {area}.",
            count(workshop.universal_at(0.0))
        ),
        BreakEven::SecondAlways => format!(
            "Even if everyone in the most deprived fifth said yes, the offer to everyone would reach {} {need}. The offer \
             to that fifth alone reaches {area}.",
            count(workshop.universal_at(1.0))
        ),
        BreakEven::Same | BreakEven::Undefined => format!("Both offers reach the same number of {need} here."),
        BreakEven::Jumps => format!("At no uptake do both offers reach the same number of {need} here."),
    }
}

fn spent(workshop: &Workshop) -> String {
    let need = in_need(workshop.scenario.need);
    let reached = |at: usize| count(workshop.spent[at].in_need_reached);
    match workshop.winners().as_slice() {
        [best] => {
            let others = (0..OFFERS.len()).filter(|at| at != best);
            let others: Vec<String> =
                others.map(|at| format!("{} {}", offers::name(OFFERS[at]).to_lowercase(), reached(at))).collect();
            format!(
                "reaches the most {need} for {}: {}, against {}.",
                pounds(workshop.budget),
                reached(*best),
                others.join(" and ")
            )
        }
        best => {
            format!("{} offers reach {} {need} each for {}.", best.len(), reached(best[0]), pounds(workshop.budget))
        }
    }
}

/// What the slider that widens the target has reached.
pub fn widened(workshop: &Workshop, target: &Target) -> String {
    let (scenario, coverage) = (&workshop.scenario, target.coverage);
    let so_far = if workshop.is_goal_reached(target) { "8 in 10 are reached" } else { "not yet 8 in 10" };
    format!("reaches {} of {} {}: {so_far}.", percent(coverage), in_need(scenario), here(scenario))
}

/// The card that is right, from the guesses of a moment or the votes; empty where none is.
pub fn right_card(moment: SessionQuestion, workshop: &Workshop, answer: Option<f64>) -> String {
    let at = match (moment, workshop.winners().as_slice()) {
        (SessionQuestion::Budget, [one]) => Some(*one),
        (SessionQuestion::Budget, _) => Some(CARDS - 1),
        _ => answer.map(card),
    };
    at.map(super::card_named).unwrap_or_default()
}

/// How the votes compare with the answer.
pub fn voted(workshop: &Workshop, votes: &[u32; 3]) -> String {
    let (right, all) = workshop.votes_for_winners(votes);
    if all == 0 {
        return String::new();
    }
    format!("{right} of {} went to the offer that reaches the most.", super::votes(all))
}

/// Heading of what follows.
pub const SO_WHAT: &str = "So what?";

/// What follows from the answer: facts, with the same weight both ways.
pub fn so_what(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> Vec<String> {
    let (scenario, missed) = (&workshop.scenario, &workshop.missed);
    let (need, here) = (in_need(scenario), here(scenario));
    match moment {
        SessionQuestion::National => {
            vec![missed::headline(scenario, missed), missed::detail(scenario, missed)]
        }
        SessionQuestion::Local => vec![
            missed::two_meanings_text(scenario, missed),
            format!(
                "Even the place’s own fifth misses {} of {need}.",
                about_left(missed.local_target_is_approximate, missed.local_target.coverage)
            ),
        ],
        SessionQuestion::Widen => {
            let sizes = missed.to_reach.iter().take(crate::results::GOALS.len());
            sizes.map(|reach| size(reach, missed, here)).collect()
        }
        SessionQuestion::PerfectMap => {
            let mut said = Vec::new();
            if let Some(perfect) = perfect {
                let (scenario, now) = (perfect_choices(&workshop.scenario), &missed.local_target);
                said.push(missed::perfect_map(&scenario));
                said.push(format!(
                    "Even so it misses {} of {need}, against {} in the order of overall deprivation.",
                    about_left(perfect.is_approximate, perfect.target.measures.coverage),
                    percent_left(now.coverage)
                ));
            }
            if let Some(between) = missed.target.between_area_share {
                said.push(format!(
                    "Where they live explains {} of who is among {need} {here}. The rest is differences between \
                     neighbours.",
                    percent(between)
                ));
            }
            said
        }
        SessionQuestion::Uptake => vec![
            format!(
                "An offer to that fifth alone can do very well there. It cannot reach the {} of {need} who live elsewhere.",
                percent_left(missed.target.measures.coverage)
            ),
            format!(
                "An offer to everyone can reach all, yet it loses most where need is greatest if fewer say yes there: when 10 in \
                 100 no longer do, it loses {} {need}.",
                count(workshop.lost_with_a_tenth_of_uptake())
            ),
        ],
        SessionQuestion::Budget => money(workshop),
        SessionQuestion::Service => service_so_what(workshop),
        SessionQuestion::Sentence => Vec::new(),
    }
}

fn size(reach: &SmallestTarget, missed: &TargetingResult, here: &str) -> String {
    let goal = match Percent::from_share(reach.goal).tenths() {
        500 => "half".to_owned(),
        800 => "8 in 10".to_owned(),
        950 => "95 in 100".to_owned(),
        _ => percent(reach.goal),
    };
    let rough = is_rough(missed);
    format!(
        "To reach {goal}, target {} of England’s areas, home to {} of everyone {here}.",
        shown(reach.share, rough),
        shown(reach.people_share, rough)
    )
}

fn money(workshop: &Workshop) -> Vec<String> {
    let need = in_need(workshop.scenario.need);
    let each = |at: usize| {
        let outcome = &workshop.spent[at];
        let cost = outcome
            .cost_per_in_need_reached
            .map_or_else(|| "reaches nobody".to_owned(), |cost| format!("{} for each one reached", pounds(cost)));
        format!("{}: {cost}", offers::name(OFFERS[at]))
    };
    let universal = &workshop.spent[0];
    let mut said = vec![(0..OFFERS.len()).map(each).collect::<Vec<_>>().join(". ") + "."];
    said.push(format!(
        "By area: {} of {need} live outside the areas and are offered nothing.",
        percent_left(workshop.missed.target.measures.coverage)
    ));
    if universal.is_attainable && universal.scale < 1.0 {
        said.push(format!(
            "Universal: the money is enough to offer it to {} of people, drawn at random wherever they live.",
            percent(universal.scale)
        ));
    }
    said
}

/// A question to talk about.
pub const fn discuss(moment: SessionQuestion) -> &'static str {
    match moment {
        SessionQuestion::National => "Talk: which of our services go by this map?",
        SessionQuestion::Local => "Talk: which of the two do our plans and our funding mean?",
        SessionQuestion::Widen => "Talk: at what size is it no longer a target?",
        SessionQuestion::PerfectMap => "Talk: if not a better map, what would find the others?",
        SessionQuestion::Uptake => "Talk: what would raise uptake where it is lowest?",
        SessionQuestion::Budget => {
            "Talk: is it fair to leave people out because of where they live? Or to leave it to chance?"
        }
        SessionQuestion::Service => "Talk: who is in none of these numbers, and how would we find out?",
        SessionQuestion::Sentence => "",
    }
}
