//! The pictures of the guided session: what was guessed, and the answer as bars.

use super::answers::{is_rough, shown};
use super::service::served_share;
use crate::chart::QUARTERS;
use crate::chart::people::{of_a_hundred, rest_of_a_hundred};
use crate::chart::room::{Room, RoomBar, longest};
use crate::model::Target;
use crate::model::guesses::median;
use crate::model::strategies::BreakEven;
use crate::results::TargetingResult;
use crate::results::audit::ServiceReach;
use crate::results::workshop::{OFFERS, Workshop};
use crate::scenario::session::SessionQuestion;
use crate::words::common::{everyone_capital, in_need};
use crate::words::locale::{Plural, plural};
use crate::words::missed::quintile_names;
use crate::words::number::{count, percent, whole_percent};
use crate::words::strategies as offers;

/// Marks on the scale of shares.
fn marks() -> Vec<(f64, String)> {
    QUARTERS.map(|share| (share, whole_percent(share))).to_vec()
}

/// Stands above the guesses in the picture.
fn guesses_name(number: usize) -> String {
    match plural(number) {
        Plural::One => "Your guess".to_owned(),
        Plural::Other => format!("{number} guesses"),
    }
}

/// Name of the middle guess in the picture; none for a single one.
fn middle_name(guesses: &[f64]) -> Option<(f64, String)> {
    let middle = median(guesses)?;
    let name = if guesses.len() == 1 { percent(middle) } else { format!("Middle guess: {}", percent(middle)) };
    Some((middle, name))
}

/// Bars, the first of them the answer.
fn bars_of(bars: Vec<(String, f64, String)>) -> Vec<RoomBar> {
    let bar = |(at, (name, value, figure))| RoomBar { name, value, figure, is_answer: at == 0 };
    bars.into_iter().enumerate().map(bar).collect()
}

/// The pictures of an answer: the guesses, and the answer as bars below them where it is a share too.
pub fn pictures(
    moment: SessionQuestion,
    workshop: &Workshop,
    perfect: Option<&TargetingResult>,
    guesses: Vec<f64>,
) -> Vec<Room> {
    let shares = Room {
        guesses_name: guesses_name(guesses.len()),
        middle: middle_name(&guesses),
        guesses,
        marks: marks(),
        most: 1.0,
        bars: share_bars(moment, workshop),
        answer: answer_among_guesses(moment, workshop, perfect),
        ..Room::default()
    };
    // An answer of "never" has no place on the scale of the guesses, so people are counted instead.
    let counted = match moment {
        SessionQuestion::Uptake if shares.bars.is_empty() => {
            Some(offers_at(workshop, workshop.answer(moment).unwrap_or_default()))
        }
        SessionQuestion::Service if shares.bars.is_empty() => workshop.service.as_ref().and_then(served_picture),
        _ => None,
    };
    let has_shares = !shares.bars.is_empty() || !shares.guesses.is_empty();
    has_shares.then_some(shares).into_iter().chain(counted).collect()
}

/// Where the answer stands among the guesses. It is named where no bar below them does that.
fn answer_among_guesses(
    moment: SessionQuestion,
    workshop: &Workshop,
    perfect: Option<&TargetingResult>,
) -> Option<(f64, String)> {
    let missed = &workshop.missed;
    let named = |answer, is_approximate| Some((answer, format!("{ANSWER}: {}", shown(answer, is_approximate))));
    match moment {
        SessionQuestion::National => named(missed.target.measures.coverage, missed.is_approximate),
        SessionQuestion::Local => named(missed.local_target.coverage, missed.local_target_is_approximate),
        SessionQuestion::PerfectMap => {
            perfect.and_then(|perfect| named(perfect.target.measures.coverage, perfect.is_approximate))
        }
        SessionQuestion::Widen => workshop.answer(moment).map(|answer| (answer, String::new())),
        SessionQuestion::Service => workshop.answer(moment).map(|answer| (answer, String::new())),
        SessionQuestion::Uptake => match workshop.tie {
            BreakEven::At(uptake) => Some((uptake, String::new())),
            _ => None,
        },
        SessionQuestion::Budget | SessionQuestion::Sentence => None,
    }
}

/// Name of the answer among the guesses.
const ANSWER: &str = "The answer";

/// The answer as bars on a scale of shares; none where it is no share, and where a hundred people show it.
fn share_bars(moment: SessionQuestion, workshop: &Workshop) -> Vec<RoomBar> {
    let (scenario, missed) = (&workshop.scenario, &workshop.missed);
    let bar = |name: String, share: f64, is_approximate| (name, share, shown(share, is_approximate));
    let everyone = everyone_capital(scenario);
    if moment == SessionQuestion::Service {
        // More may be served than are in need: then they have a scale of their own.
        let bars = workshop.service.as_ref().map(served_bars).unwrap_or_default();
        return if longest(&bars) <= 1.0 { bars } else { Vec::new() };
    }
    bars_of(match (moment, workshop.reach(), workshop.tie) {
        (SessionQuestion::Widen, Some(reach), _) => vec![
            bar("Areas of England to target".to_owned(), reach.share, is_rough(missed)),
            bar(format!("{everyone} who live in them"), reach.people_share, is_rough(missed)),
        ],
        (SessionQuestion::Uptake, _, BreakEven::At(uptake)) => vec![
            bar("Say yes there, where both reach as many".to_owned(), uptake, is_rough(missed)),
            bar("Say yes there, as we assume".to_owned(), workshop.uptake(), false),
        ],
        _ => Vec::new(),
    })
}

/// People served in the most and in the least deprived fifth: more than two bars are too many for a screen. One that is held back is
/// not among them.
fn served_bars(service: &ServiceReach) -> Vec<RoomBar> {
    let told = quintile_names(service.order).into_iter().zip(&service.fifths).enumerate();
    let last = service.fifths.len().saturating_sub(1);
    let bar = |(at, (name, share)): (usize, (String, &Option<f64>))| {
        let value = (*share)?;
        Some(RoomBar { name, value, figure: served_share(value), is_answer: at == 0 })
    };
    told.filter(|(at, _)| *at == 0 || *at == last).filter_map(bar).collect()
}

/// The same on a scale of their own.
fn served_picture(service: &ServiceReach) -> Option<Room> {
    let bars = served_bars(service);
    (!bars.is_empty()).then(|| Room { most: longest(&bars), bars, ..Room::default() })
}

/// What a hundred people show of the answer to a question about people in need, for those who do not see them.
pub fn people_label(workshop: &Workshop, answer: f64) -> String {
    format!(
        "Of every 100 {}, {} live in the fifth and {} elsewhere.",
        in_need(workshop.scenario.need),
        of_a_hundred(answer),
        rest_of_a_hundred(answer)
    )
}

/// The same for a target on the way to its goal.
pub fn reached_label(workshop: &Workshop, coverage: f64) -> String {
    format!(
        "Of every 100 {}, {} are reached and {} missed.",
        in_need(workshop.scenario.need),
        of_a_hundred(coverage),
        rest_of_a_hundred(coverage)
    )
}

/// Key to the hundred people: those in the fifth, and the others.
pub const PEOPLE_KEY: [&str; 2] = ["Live in the fifth", "Live elsewhere"];
/// The same on the way to a goal.
pub const REACHED_KEY: [&str; 2] = ["Reached", "Missed"];

/// The universal offer and that by area at an uptake (0 to 1), in people in need reached. The scale is that of the
/// largest number there can be, so that it stands still while the uptake moves.
pub fn offers_at(workshop: &Workshop, uptake: f64) -> Room {
    let universal = workshop.universal_at(uptake);
    let bars = bars_of(vec![
        (format!("Offered to everyone: {} say yes there", percent(uptake)), universal, count(universal)),
        (
            format!("To that fifth alone: {} say yes", percent(workshop.area_uptake())),
            workshop.by_area,
            count(workshop.by_area),
        ),
    ]);
    Room { bars, most: workshop.most_reached(), ..Room::default() }
}

/// Everyone who lives in a target on the way to its goal.
pub fn widened_picture(workshop: &Workshop, target: &Target) -> Room {
    let name = format!("{} who live in it", everyone_capital(workshop.scenario.need));
    let bar = RoomBar { name, value: target.people_share, figure: percent(target.people_share), is_answer: false };
    Room { bars: vec![bar], most: 1.0, ..Room::default() }
}

/// The three offers for the same money, with the votes for each.
pub fn spent_picture(workshop: &Workshop, votes: &[u32; 3]) -> Room {
    let winners = workshop.winners();
    let bar = |at: usize| {
        let value = workshop.spent[at].in_need_reached;
        let name = vote_name(at);
        let name = if votes[at] > 0 { format!("{name} ({})", super::votes(votes[at])) } else { name };
        RoomBar { name, value, figure: count(value), is_answer: winners.contains(&at) }
    };
    let bars: Vec<RoomBar> = (0..OFFERS.len()).map(bar).collect();
    Room { most: longest(&bars), bars, ..Room::default() }
}

/// An offer by the letter of its card.
pub fn vote_name(at: usize) -> String {
    format!("{}. {}", super::CARD_LETTERS[at], offers::name(OFFERS[at]))
}

/// What a picture shows, for those who do not see it.
pub fn picture_label(picture: &Room) -> String {
    let mut said: Vec<String> = picture.bars.iter().map(|bar| format!("{}: {}", bar.name, bar.figure)).collect();
    if !picture.guesses.is_empty() {
        let guesses: Vec<String> = picture.guesses.iter().map(|&guess| percent(guess)).collect();
        said.push(format!("{}: {}", picture.guesses_name, guesses.join(", ")));
    }
    said.join("; ")
}
