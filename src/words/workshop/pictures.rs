//! The pictures of the guided session: what was guessed, and the answer as bars.

use super::answers::{is_rough, shown};
use crate::chart::QUARTERS;
use crate::chart::room::{Room, RoomBar, longest};
use crate::model::Target;
use crate::model::guesses::median;
use crate::model::strategies::BreakEven;
use crate::results::workshop::{GOAL, OFFERS, Workshop};
use crate::results::{GOALS, TargetingResult};
use crate::scenario::presentation::SessionQuestion;
use crate::words::common::{everyone_capital, in_need_capital, itself};
use crate::words::locale::{Plural, plural};
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
        bars: share_bars(moment, workshop, perfect),
        ..Room::default()
    };
    // An answer of "never" has no place on the scale of the guesses, so people are counted instead.
    let counted = match moment {
        SessionQuestion::Uptake if shares.bars.is_empty() => {
            Some(offers_at(workshop, workshop.answer(moment).unwrap_or_default()))
        }
        _ => None,
    };
    let has_shares = !shares.bars.is_empty() || !shares.guesses.is_empty();
    has_shares.then_some(shares).into_iter().chain(counted).collect()
}

/// The answer as bars on a scale of shares; none where it is no share.
fn share_bars(moment: SessionQuestion, workshop: &Workshop, perfect: Option<&TargetingResult>) -> Vec<RoomBar> {
    let (scenario, missed) = (&workshop.scenario, &workshop.missed);
    let need = in_need_capital(scenario.need);
    let target = &missed.target.measures;
    let bar = |name: String, share: f64, is_approximate| (name, share, shown(share, is_approximate));
    let everyone = everyone_capital(scenario.need);
    bars_of(match (moment, workshop.reach(), perfect, workshop.tie) {
        (SessionQuestion::National, ..) => vec![
            bar(need.to_owned(), target.coverage, missed.is_approximate),
            bar(everyone.to_owned(), target.people_share, missed.is_approximate),
        ],
        (SessionQuestion::Local, ..) => vec![
            bar(
                "In this place’s own fifth".to_owned(),
                missed.local_target.coverage,
                missed.local_target_is_approximate,
            ),
            bar("In England’s fifth".to_owned(), target.coverage, missed.is_approximate),
        ],
        (SessionQuestion::Widen, Some(reach), ..) => vec![
            bar("Areas of England to target".to_owned(), reach.share, is_rough(missed)),
            bar(format!("{everyone} who live in them"), reach.people_share, is_rough(missed)),
        ],
        (SessionQuestion::PerfectMap, _, Some(perfect), _) => vec![
            bar(
                format!("In the first fifth by {}", itself(scenario.need)),
                perfect.target.measures.coverage,
                perfect.is_approximate,
            ),
            bar(
                "In the first fifth by overall deprivation".to_owned(),
                missed.local_target.coverage,
                missed.local_target_is_approximate,
            ),
        ],
        (SessionQuestion::Uptake, _, _, BreakEven::At(uptake)) => vec![
            bar("Uptake at which both reach as many".to_owned(), uptake, is_rough(missed)),
            bar("Uptake as it is assumed".to_owned(), workshop.uptake(), false),
        ],
        _ => Vec::new(),
    })
}

/// The universal offer and that by area at an uptake (0 to 1), in people in need reached. The scale is that of the
/// largest number there can be, so that it stands still while the uptake moves.
pub fn offers_at(workshop: &Workshop, uptake: f64) -> Room {
    let universal = workshop.universal_at(uptake);
    let bars = bars_of(vec![
        (format!("Universal: uptake of {}", percent(uptake)), universal, count(universal)),
        (format!("By area: uptake of {}", percent(workshop.area_uptake())), workshop.by_area, count(workshop.by_area)),
    ]);
    Room { bars, most: workshop.most_reached(), ..Room::default() }
}

/// A target on the way to its goal: people in need, and everyone.
pub fn widened_picture(workshop: &Workshop, target: &Target) -> Room {
    let need = workshop.scenario.need;
    let bars = bars_of(vec![
        (in_need_capital(need).to_owned(), target.coverage, percent(target.coverage)),
        (everyone_capital(need).to_owned(), target.people_share, percent(target.people_share)),
    ]);
    Room { bars, goal: Some((GOALS[GOAL], GOAL_NAME.to_owned())), most: 1.0, ..Room::default() }
}

/// The three offers for the same money, with the votes for each.
pub fn spent_picture(workshop: &Workshop, votes: &[u32; 3]) -> Room {
    let winners = workshop.winners();
    let bar = |at: usize| {
        let value = workshop.spent[at].in_need_reached;
        let name = offers::name(OFFERS[at]);
        let name = if votes[at] > 0 { format!("{name} ({})", super::votes(votes[at])) } else { name.to_owned() };
        RoomBar { name, value, figure: count(value), is_answer: winners.contains(&at) }
    };
    let bars: Vec<RoomBar> = (0..OFFERS.len()).map(bar).collect();
    Room { most: longest(&bars), bars, ..Room::default() }
}

/// Name of the goal in the picture.
const GOAL_NAME: &str = "Goal: 8 in 10";

/// What a picture shows, for those who do not see it.
pub fn picture_label(picture: &Room) -> String {
    let mut said: Vec<String> = picture.bars.iter().map(|bar| format!("{}: {}", bar.name, bar.figure)).collect();
    if !picture.guesses.is_empty() {
        let guesses: Vec<String> = picture.guesses.iter().map(|&guess| percent(guess)).collect();
        said.push(format!("{}: {}", picture.guesses_name, guesses.join(", ")));
    }
    said.join("; ")
}
