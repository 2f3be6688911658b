//! What whoever arrives without choices is asked, and the guess beside the answer.

use super::{a_part, about_number, here, home_to, named_part};
use crate::chart::people::{PEOPLE, of_a_hundred, share_of};
use crate::data::RankBy;
use crate::model::Basis;
use crate::model::guesses::{Against, against};
use crate::results::TargetingResult;
use crate::scenario::{CutKind, Scenario};
use crate::words::common::{areas, in_need, people};

/// In place of what stands below the heading of the page.
pub const GUESS_LEAD: &str = "Make a guess first. Then change the place and the target as you like.";
/// How to guess.
pub const GUESS_HOW: &str = "Tap or drag across the people to guess.";
/// Said of a guess that is not made yet.
pub const NO_GUESS: &str = "No guess yet";
/// Shows the answer beside the guess.
pub const SHOW_ANSWER: &str = "Show me the answer";
/// Shows it without a guess.
pub const JUST_SHOW: &str = "Just show me";
/// Key of the people while they are guessed.
pub const INSIDE: &str = "Live there";
/// Key of the people while they are guessed.
pub const OUTSIDE: &str = "Live elsewhere";

/// The target as a part of a sentence, shorter than [`super::target_name`].
fn target(scenario: &Scenario) -> String {
    let (part, need) = (named_part(scenario.share), in_need(scenario));
    let here = here(scenario);
    let highest = format!("with the highest share of {need}");
    let home = || format!("{} {} of {}", home_to(scenario), a_part(scenario.share), people(scenario));
    let areas = areas(scenario);
    match (scenario.cut, scenario.rank, scenario.basis) {
        (CutKind::National, RankBy::Imd, _) => format!("England’s most deprived {part} of areas"),
        (CutKind::National, RankBy::Need, _) => format!("the {part} of England’s areas {highest}"),
        (CutKind::Local, RankBy::Imd, Basis::Areas) => format!("the most deprived {part} of {areas} {here}"),
        (CutKind::Local, RankBy::Need, Basis::Areas) => format!("the {part} of {areas} {here} {highest}"),
        (CutKind::Local, RankBy::Imd, Basis::People) => format!("the most deprived {areas} {here}, {}", home()),
        (CutKind::Local, RankBy::Need, Basis::People) => format!("the {areas} {here} {highest}, {}", home()),
    }
}

/// What is asked.
pub fn guess_question(scenario: &Scenario) -> String {
    let (need, here) = (in_need(scenario), here(scenario));
    let live = if scenario.uses_own() { "are" } else { "live" };
    format!("Of {PEOPLE} {need} {here}, how many {live} in {}?", target(scenario))
}

/// A guess as it stands.
pub fn your_guess(guess: usize) -> String {
    format!("Your guess: {guess} in {PEOPLE}")
}

/// The same for a screen reader, after the name of the slider.
pub fn guess_spoken(guess: Option<usize>) -> String {
    guess.map_or_else(|| NO_GUESS.to_owned(), |guess| format!("{guess} in {PEOPLE}"))
}

/// The guess beside the answer to what was asked.
pub fn guessed(missed: &TargetingResult, guess: usize) -> String {
    let coverage = missed.target.measures.coverage;
    let answer = of_a_hundred(coverage);
    // A few who do not fill a hundredth are no nobody.
    let (shown, is_whole) = match answer {
        0 if coverage > 0.0 => ("fewer than 1".to_owned(), false),
        PEOPLE if coverage < 1.0 => ("more than 99".to_owned(), false),
        _ => (answer.to_string(), true),
    };
    let it_is = about_number(missed.is_approximate, &shown);
    let held = match against(share_of(guess), share_of(answer)) {
        Against::Same if is_whole && missed.is_approximate => "and it is about that".to_owned(),
        Against::Same if is_whole => "and that is right".to_owned(),
        Against::Same | Against::Near => format!("and it is {it_is}: you were close"),
        Against::Over => format!("and it is {it_is}: fewer than you thought"),
        Against::Under => format!("and it is {it_is}: more than you thought"),
    };
    format!("You guessed {guess}, {held}.")
}

/// The guess beside another target than that it was made for.
pub fn guessed_for(asked: &Scenario, guess: usize) -> String {
    format!("You guessed {guess} for {}.", target(asked))
}
